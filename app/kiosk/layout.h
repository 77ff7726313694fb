#ifndef APP_KIOSK_LAYOUT_H
#define APP_KIOSK_LAYOUT_H

#include "app/kiosk/journey.h"
#include "app/ui/ui.h"

/*
 * Where things stand (look.md §5): derived here alone, from the window's size in pixels and
 * millimetres and from what the visitor chose. Screens divide the rectangles of the layout among
 * their parts; all lengths are units.
 */
enum layout_shape {
	LAYOUT_WIDE,  /* 1920 × 1080 units */
	LAYOUT_TALL,  /* 1080 × 1920 units */
	LAYOUT_SMALL, /* a unit is what it is on 21.5", as many as the window holds */
};

/* The least a finger needs: 20 mm (domain.md §8.2), in units of a 21.5" screen. */
enum { LAYOUT_TOUCH = 81 };

struct layout {
	enum layout_shape shape;
	bool upright; /* higher than wide: LAYOUT_TALL, or a small screen that stands */
	bool large, low;
	int width, height; /* of the canvas */
	int left, inner;   /* margin, and the width between both margins */
	int gap;
	bool header;       /* steps have room for it */
	bool heading;      /* and over a keyboard there is room for a title */
	struct rect title; /* one line */
	struct rect body;  /* between the title and the buttons at the foot */
	struct rect back, access, forward;
	struct rect language; /* w 0 where only the panel of access has room for it */
	struct rect
		help; /* beside access; of a small screen's layout_typing beside what is typed */
};

/* Canvas and size of texts for the frame; before all else. */
void layout_begin(struct ui *ui, const struct journey *journey);

/* The layout of a step, whose title stands over its body. */
struct layout layout_of(const struct ui *ui, const struct journey *journey);

/* The same of a step on which nothing but the foot, a keyboard and fields that have the focus by
 * themselves is touched: low reach changes nothing. */
struct layout layout_still(const struct ui *ui, const struct journey *journey);

/* The layout of a step that is typed in, with nothing to touch but the keys, its fields and the
 * foot: as layout_still, but in low reach the foot of a wide screen makes room for the keyboard,
 * and on a small screen, whose foot is the keyboard's last row, `help` stands over the keys. */
struct layout layout_typing(const struct ui *ui, const struct journey *journey);

/* The one field of a step that is typed in, over the keyboard, in a layout_typing: its label stands
 * above, its note below. In low reach it is as near to the keys as that lets it be. */
struct rect layout_field(const struct ui *ui, const struct layout *layout);

/* The foot of a screen that closes by itself: what is left of the time, and two buttons. */
struct layout_ending {
	struct rect closing, first, last;
};

/* Its buttons are as wide as asked for on a wide screen. */
struct layout_ending layout_ending(const struct layout *layout, int first_w, int last_w);

/* The least a cell is wide and high, the most it is high, and what parts it from the next. */
struct layout_need {
	int width, height, most;
	int gap, row_gap;
};

/* Cells of equal size that fill `body` row by row. */
struct layout_grid {
	struct rect body;
	struct layout_need need;
	int columns, rows;
	int per_page, pages, page; /* where not all fit, the last cell of a page leads on */
};

/* For `count` things in at most `columns` columns. `page` counts round. */
struct layout_grid layout_grid(
	struct rect body, int count, int columns, struct layout_need need, int page);

/* Cell `index` of a page. */
struct rect layout_cell(const struct layout_grid *grid, int index);

#endif
