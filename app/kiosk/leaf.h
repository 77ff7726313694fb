#ifndef APP_KIOSK_LEAF_H
#define APP_KIOSK_LEAF_H

#include "app/queue/standard.h"
#include "app/ui/widget.h"

/*
 * An office's words that are longer than a screen, set in columns that a visitor leafs through with
 * two buttons. A title or heading never stands alone at the foot of a column; a column that begins
 * inside a section says its title again.
 */
enum { LEAF_BLOCKS = STANDARD_PARTS * (STANDARD_PART_LINES + 2) };

enum leaf_kind {
	LEAF_SECTION, /* icon and title */
	LEAF_FEE,     /* a chip: `number` is an enum office_fee */
	LEAF_HEADING,
	LEAF_LINE, /* `number` stands before it, 0 = none */
};

struct leaf_block {
	enum leaf_kind kind;
	const char *icon; /* of a section */
	const char *text; /* borrowed */
	int number;
	int column, y; /* where leaf_place put it, from the column's top */
	int height;    /* what is longer than a column is set smaller, to fit it */
	bool again;    /* the section's title stands over it once more */
};

/* Begins as {.style = …, …}: how lines look, how far from the left they begin, and what is between
 * them. */
struct leaf {
	struct ui_style style;
	enum theme_token ink;
	int indent, gap;
	struct leaf_block blocks[LEAF_BLOCKS];
	int count;
	int columns; /* after leaf_place */
};

/* Appends; what no longer fits is left out. Lines are counted from 1 after each heading, if
 * `numbered` and there is more than one. */
void leaf_add_section(struct leaf *leaf, const char *icon, const char *title);
void leaf_add_fee(struct leaf *leaf, enum office_fee fee);
void leaf_add_text(struct leaf *leaf, const char *text);
void leaf_add_lines(struct leaf *leaf, const struct standard_line *const *lines, int count,
	enum office_language language, bool numbered);

/* Puts all blocks into columns of `width` × `height` units, at least one. */
void leaf_place(struct ui *ui, struct leaf *leaf, int width, int height);

/* Where the last column has more than one section, its last one begins a column of its own: for
 * pages of two columns whose last would be half empty. */
void leaf_split_last(struct leaf *leaf);

/* Draws one column from the top left of `rect`. */
void leaf_draw(struct ui *ui, const struct leaf *leaf, int column, struct rect rect);

#endif
