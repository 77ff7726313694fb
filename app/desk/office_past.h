#ifndef APP_DESK_OFFICE_PAST_H
#define APP_DESK_OFFICE_PAST_H

#include "app/desk/act.h"
#include "app/queue/replay.h"

/* Inside the desk only: the office as it was before its rules were changed. */

/*
 * Inside a transaction: the offices by which the events from `first` to `last` are to be taken;
 * `present` (borrowed) is the one after all changes, with the calendar of all. Released with
 * office_past_finish. False when a row is not right.
 */
bool office_past_load(struct desk *desk, const struct office *present, int64_t first, int64_t last,
	struct replay_offices *out_offices);
void office_past_finish(struct replay_offices *offices);

/* Keeps the rules of `before`, which end with an event that is noted for it: its id. `staff` is who
 * changed them, NULL = nobody signed in; `fingerprint` that of the office from now on. */
int64_t office_past_note(
	struct desk *desk, const struct office *before, const char *fingerprint, const char *staff);

/* Whether the row of an event that changed the rules is the one that its detail names. */
bool office_past_is_right(struct desk *desk, const struct event *event);

#endif
