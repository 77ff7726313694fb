#ifndef APP_DISPLAY_LAYOUT_H
#define APP_DISPLAY_LAYOUT_H

#include "app/ui/ui.h"

/*
 * Where the parts of the waiting room's screen stand (look.md §5), derived here alone: wide or
 * upright, from 720p to 4K, and larger where the screen is so small that its texts could not be
 * read from the chairs. All lengths are units; an empty rectangle = the part is left out.
 */
enum {
	LAYOUT_MARGIN = 48,
	LAYOUT_GAP = 24,
	LAYOUT_PAD = 40,
	LAYOUT_SERVICE = 56, /* a line of the services' list */
};

/* What is to be told, as far as places depend on it. */
struct layout_need {
	int counters, services;
	bool closed; /* one large card instead of panel, tiles and rows */
	bool line;   /* there is a running text */
};

struct layout {
	bool tall;
	int left, right;      /* edges of all parts but the running text */
	struct rect header;   /* mark, office, date and hour */
	struct rect panel;    /* the call, or a word to those who wait */
	struct rect full;     /* the panel when nobody waits: also over the row below it */
	struct rect tiles;    /* the counters' states */
	struct rect next;     /* who is next */
	struct rect last;     /* who was called last */
	struct rect services; /* people waiting and the estimate; on wide screens in the panel */
	struct rect promise;
	struct rect line; /* the running text, over the whole width */
	struct rect card; /* closed: hours, */
	struct rect side; /* and the way online */
};

/* Sets the canvas of this frame. `ui->ppm` 0 = nobody knows how large the screen is. */
void layout_begin(struct ui *ui, const struct layout_need *need, struct layout *out_layout);

#endif
