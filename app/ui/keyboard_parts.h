#ifndef APP_UI_KEYBOARD_PARTS_H
#define APP_UI_KEYBOARD_PARTS_H

#include "app/ui/keyboard.h"

/* For keyboard.c: what keys there are, and where they stand. */

enum { ROWS = 5, SHORTCUTS = 6, LAYOUTS = 6, PIECE_SIZE = 32, SMALL_PAGES = 3, SMALL_ROWS = 3 };
enum { COLUMNS = 10 };

/* A row is its keys, parted by spaces; a row short of ten keys is centred. */
struct keyboard_rows {
	const char *rows[ROWS];
	const char *symbols[ROWS];
	const char *shortcuts[SHORTCUTS]; /* two wide ones, then halves */
	bool pad;                         /* keys of double width */
	const char *small[SMALL_PAGES][SMALL_ROWS];
	const char *small_last; /* between the ends of the last row */
};

extern const struct keyboard_rows keyboard_rows[LAYOUTS];

enum keyboard_shape { SHAPE_WIDE, SHAPE_TALL, SHAPE_SMALL };

/* Ten columns from `left` to `right`; where there is no room at the side, backspace and shortcuts
 * have rows of their own. */
struct keyboard_place {
	enum keyboard_shape shape;
	int panel, left, right, top, key_h, gap;
};

struct keyboard_place keyboard_place(const struct ui *ui);

/* Row `row`, `columns` keys wide, from column `half` / 2 on. */
struct rect keyboard_key(const struct keyboard_place *place, int row, int half, int columns);

#endif
