#ifndef APP_ADMIN_DEMO_H
#define APP_ADMIN_DEMO_H

#include "app/admin/admin.h"

/* `giliran demo`: a training store, its folder, and the three programs over it. */
struct demo {
	char folder[PLACE_SIZE];
	char store[PLACE_SIZE];    /* folder/giliran.db */
	char slips[PLACE_SIZE];    /* folder/slips: what the file: printer leaves */
	char printer[PLACE_SIZE];  /* file:folder/slips */
	char pictures[PLACE_SIZE]; /* folder/pictures: screens of the scripted visit */
	char log[PLACE_SIZE];      /* folder/demo.log: what the programs say of themselves */
	const char *language;      /* of the screens: "id" or "en" */
};

/* The clerk of the demo, as the console shows them at sign-in. */
#define DEMO_STAFF "demo"
#define DEMO_NAME "Demo"
#define DEMO_PIN "1234"

/*
 * Sets a training store's clock so that the office is open now: real time in office hours, else the
 * next 09.00 of an opening day that is not before the newest event. The office time reached is in
 * `out_now`. OFFICE_CLOSED when the office never opens within a year.
 */
enum result demo_set_clock(struct desk *desk, int64_t *out_now, bool *out_real);

struct demo_place { /* pixels of the desktop */
	int x, y, w, h;
};

/* Where windows may stand, as a program with windows sees it; false when there is no display that
 * can be used. */
bool demo_find_desktop(struct demo_place *out_room);

/* Three windows side by side in `room` until all are closed; returns the exit status. */
int demo_open_windows(struct admin *admin, const struct demo *demo, const struct demo_place *room);

/* One visit through the three programs without windows; returns the exit status. */
int demo_play_visit(struct admin *admin, const struct demo *demo);

#endif
