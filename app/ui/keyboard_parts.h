#ifndef APP_UI_KEYBOARD_PARTS_H
#define APP_UI_KEYBOARD_PARTS_H

#include "app/ui/keyboard.h"

/* For keyboard.c: what keys there are, and where they stand. */

enum { ROWS = 5, SHORTCUTS = 6, LAYOUTS = 6, PIECE_SIZE = 32 };
enum { FEW_PAGES = 3, SMALL_ROWS = 3, UPRIGHT_ROWS = 6 };

/* Where all keys have no room at once: pages of rows, and what stands between the ends of the last
 * row. */
struct keyboard_pages {
	const char *rows[FEW_PAGES][UPRIGHT_ROWS];
	const char *last; /* NULL = nothing */
};

/* A row is its keys, parted by spaces; a row short of all columns is centred. */
struct keyboard_rows {
	const char *rows[ROWS];
	const char *symbols[ROWS];
	const char *shortcuts[SHORTCUTS]; /* two wide ones, then halves */
	bool pad;                         /* keys of double width */
	struct keyboard_pages small;
	struct keyboard_pages upright; /* six columns: letters by the alphabet, as in a list */
};

extern const struct keyboard_rows keyboard_rows[LAYOUTS];

enum keyboard_shape { SHAPE_WIDE, SHAPE_TALL, SHAPE_SMALL, SHAPE_UPRIGHT };

/* Columns from `left` to `right`; where there is no room at the side, backspace and shortcuts have
 * rows of their own. */
struct keyboard_place {
	enum keyboard_shape shape;
	int panel, left, right, top, key_h, gap;
	int columns;
	int page_rows; /* over the row with the ends; 0 = all keys are on one page but the symbols
			*/
};

struct keyboard_place keyboard_place(const struct ui *ui);

/* The pages of keys where they have not all room at once; NULL elsewhere. */
const struct keyboard_pages *keyboard_pages(const struct ui *ui, enum keyboard_layout layout);

/* Row `row`, `columns` keys wide, from column `half` / 2 on. */
struct rect keyboard_key(const struct keyboard_place *place, int row, int half, int columns);

#endif
