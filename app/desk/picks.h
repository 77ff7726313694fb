#ifndef APP_DESK_PICKS_H
#define APP_DESK_PICKS_H

#include "app/desk/desk.h"
#include "app/queue/replay.h"

/* A ticket that was called out of its turn and was not taken back: by whom, why, and whom that
 * passed. */
enum { DESK_PASSED = REPLAY_PASSED };
struct desk_pick {
	char number[TICKET_NUMBER_SIZE];
	int service;
	int counter;
	int64_t at_ms;
	char staff_name[OFFICE_NAME_SIZE]; /* a code of who is no longer known */
	char reason[EVENT_DETAIL_SIZE];    /* a code; "" = not told */
	char passed[DESK_PASSED][TICKET_NUMBER_SIZE];
	int passed_count; /* of all, of whom so many are named */
};

/* Those of `date`, whose `events` are given, in order, inside a look; *out_picks is released with
 * free(). */
size_t pick_list(struct desk *desk, const char *date, const struct event *events, size_t count,
	struct desk_pick **out_picks);

#endif
