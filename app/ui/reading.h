#ifndef APP_UI_READING_H
#define APP_UI_READING_H

#include "app/ui/ui.h"

/*
 * What a frame says, for people who listen: taken from its draw list and its touchable parts, so
 * that every screen can be read without a line of its own. Texts come in the order in which they
 * were drawn; those inside a part are said together, with what it is: a button, a field, switched
 * on. In a dialog only the dialog is read. Pure.
 */
enum { READING_LINES = 96, READING_TYPED = 8, READING_SIZE = 8192 };

struct reading_line {
	size_t at;     /* offset in text: NUL-terminated, one clip a line (app/voice) */
	bool personal; /* what somebody typed */
	/* Of its words; without its numbers where there are others, so that a countdown is the same
	 * line all the time, and without what was typed. */
	uint32_t sum;
};

struct reading {
	char text[READING_SIZE];
	size_t used;
	struct reading_line lines[READING_LINES];
	size_t count;
	size_t typed[READING_TYPED]; /* offsets of what was typed, by field, in the order drawn */
	size_t typed_count;
	size_t focus; /* offset of what the part with the shown focus says; 0 = none */
};

/* Reads the frame that `ui` has just made (after ui_end). What is too much is left out at the end.
 * The caller wipes it: it may hold what a visitor typed. */
void reading_make(const struct ui *ui, struct reading *out_reading);

#endif
