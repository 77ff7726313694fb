#ifndef APP_DISPLAY_SCENE_H
#define APP_DISPLAY_SCENE_H

#include "app/display/call_line.h"

/*
 * What the waiting room is told, and when. Pure: views and moments (ticks) in, a scene out. Calls
 * are shown one after the other in the order they were made; each keeps the panel for a while even
 * when the next one follows at once, so that nobody's number is lost.
 */
enum {
	SCENE_SHOWN_MS = 3000,   /* a call keeps the panel at least this long */
	SCENE_HURRIED_MS = 800,  /* or, when many others follow, this long */
	SCENE_LINGER_MS = 10000, /* and this long when its visitor has come or is gone */
	SCENE_FLASH_MS = 600,    /* look.md §3: the panel changes its colour three times */
	SCENE_FLASHES = 3,
	SCENE_RISE_MS = 150, /* a new number slides to its place */
};

struct scene {
	struct call_line calls; /* that follow */
	bool showing;
	struct view_call shown;
	int64_t shown_ticks; /* when it took the panel */
	bool quiet;          /* it was put there without motion */
};

enum scene_kind {
	SCENE_CLOSED,  /* no service now and nobody is left */
	SCENE_IDLE,    /* nobody waits */
	SCENE_WAITING, /* people wait, nobody is called */
	SCENE_CALL,
};

/* Takes in the calls of a new view. At the first one, whoever is still called is shown at once. */
void scene_take(struct scene *scene, const struct desk_view *view, int64_t ticks);

/* Lets time pass: the next call takes the panel, or one that has been answered leaves it. */
void scene_step(struct scene *scene, const struct desk_view *view, int64_t ticks);

/* The next moment (ticks) at which the panel changes by itself; INT64_MAX = none. */
int64_t scene_deadline(
	const struct scene *scene, const struct desk_view *view, int64_t ticks, bool motion);

/* Whether the panel has its second colour just now. */
bool scene_flashes(const struct scene *scene, int64_t ticks, bool motion);

/* How much of its way a new number still has to go, 1 to 0. */
double scene_rise(const struct scene *scene, int64_t ticks, bool motion);

enum scene_kind scene_kind(const struct scene *scene, const struct desk_view *view);

/* Numbers called before the one on the panel, newest first, none twice; returns how many. */
int scene_last(const struct scene *scene, const struct desk_view *view, int size,
	const struct view_call **out_calls);

#endif
