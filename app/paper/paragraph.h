#ifndef APP_PAPER_PARAGRAPH_H
#define APP_PAPER_PARAGRAPH_H

#include "app/base/document.h"

#include <stdbool.h>
#include <stddef.h>

/* Text cut into words and lines; pure, with the widths asked of whoever knows the fonts. */

enum paper_face {
	PAPER_MEDIUM,
	PAPER_SEMIBOLD,
	PAPER_BOLD,
	PAPER_DISPLAY,
	PAPER_ICON,
	PAPER_FACES
};

struct paper_font {
	enum paper_face face;
	int px; /* em */
};

struct paper_measure {
	/* Width in dots of `length` bytes of UTF-8. */
	int (*width)(void *context, struct paper_font font, const char *text, size_t length);
	void *context;
};

/* A piece of a word in one font; borrowed from the text. */
struct paper_word {
	struct paper_font font;
	const char *text;
	size_t length;
	int width;
	int gap;     /* dots between it and the word before on the same line */
	bool breaks; /* a line may end before it */
	bool starts; /* a line starts here (paragraph_break) */
};

enum { PARAGRAPH_WORDS = 256 };

struct paragraph {
	struct paper_word words[PARAGRAPH_WORDS]; /* what is beyond is left out */
	size_t count;
};

/*
 * Cuts `text` at its spaces and at the '*' that switch to the `strong` font and back. A word wider
 * than `max` is cut where it has to be.
 */
void paragraph_read(struct paragraph *paragraph, const char *text, struct paper_font plain,
	struct paper_font strong, int max, const struct paper_measure *measure);

/* Adds a word that stays with the last one, `gap` dots after it. */
void paragraph_add_glued(struct paragraph *paragraph, struct paper_font font, const char *text,
	int gap, const struct paper_measure *measure);

/*
 * Marks where lines start: as few lines of at most `max` dots as there can be, and these about
 * equally long. Returns the number of lines.
 */
int paragraph_break(struct paragraph *paragraph, int max);

/* Width of the line that starts at word `first`; `out_next` is where the next one starts. */
int paragraph_line(const struct paragraph *paragraph, size_t first, size_t *out_next);

#endif
