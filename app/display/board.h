#ifndef APP_DISPLAY_BOARD_H
#define APP_DISPLAY_BOARD_H

#include "app/desk/view.h"

/*
 * What the waiting room is told, and when. Pure: views and moments (ticks) in, a scene out. Calls
 * are shown one after the other in the order they were made; each keeps the panel for a while even
 * when the next one follows at once, so that nobody's number is lost.
 */
enum {
	BOARD_QUEUE = 64,
	BOARD_SHOWN_MS = 3000,   /* a call keeps the panel at least this long */
	BOARD_LINGER_MS = 10000, /* and this long after its visitor is seated or gone */
	BOARD_FLASH_MS = 600,    /* look.md §3: the panel changes its colour three times */
	BOARD_FLASHES = 3,
};

struct board {
	bool begun;   /* a view was seen: what was called before it is no news */
	int64_t seen; /* id of the newest call taken in */
	struct view_call queue[BOARD_QUEUE]; /* oldest first */
	int queued;
	bool showing;
	struct view_call shown;
	int64_t shown_ticks; /* when it took the panel */
	bool quiet;          /* it was put there without motion */
};

enum board_scene {
	BOARD_CLOSED,  /* no service now and nobody is left */
	BOARD_IDLE,    /* nobody waits */
	BOARD_WAITING, /* people wait, nobody is called */
	BOARD_CALL,
};

/* Takes in the calls of a new view. At the first one, whoever is still called is shown at once. */
void board_take(struct board *board, const struct desk_view *view, int64_t ticks);

/* Lets time pass: the next call takes the panel, or one that has been answered leaves it. */
void board_step(struct board *board, const struct desk_view *view, int64_t ticks);

/* The next moment (ticks) at which the panel changes by itself; INT64_MAX = none. */
int64_t board_deadline(
	const struct board *board, const struct desk_view *view, int64_t ticks, bool motion);

/* Whether the panel has its second colour just now. */
bool board_flashes(const struct board *board, int64_t ticks, bool motion);

enum board_scene board_scene(const struct board *board, const struct desk_view *view);

/* Numbers called before the one on the panel, newest first, none twice; returns how many. */
int board_last(const struct board *board, const struct desk_view *view, int size,
	const struct view_call **out_calls);

#endif
