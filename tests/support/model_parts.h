#ifndef TESTS_SUPPORT_MODEL_PARTS_H
#define TESTS_SUPPORT_MODEL_PARTS_H

#include "tests/support/model.h"

/* What the files of the model share. */

enum {
	MODEL_APPOINTMENT_MS = 15 * 60 * 1000, /* before its hour */
	MODEL_GRACE_MS = 10 * 60 * 1000,       /* after it */
};

/* Ends the program with a sentence naming the event's place unless `right`. */
void model_expect(bool right, const char *what, size_t event);

/* Which events up to `now` were undone up to then; how many events there are up to then. */
size_t model_undone(const struct model_day *day, int64_t now, bool out_undone[MODEL_EVENTS]);

/* Lives through the first `count` events that are not undone, and on to `now`. */
void model_live(const struct model_day *day, const bool undone[MODEL_EVENTS], size_t count,
	int64_t now, struct model_moment *out_moment);

/* `turn_at` of a ticket when it is issued. */
int64_t model_turn(const struct model_day *day, int64_t issued_ms, enum ticket_priority priority,
	int64_t hour_ms);

/* Which tickets (by place) are kept. */
void model_keep(const struct model_moment *moment, bool out_kept[MODEL_TICKETS]);

/* Whether a waiting ticket is not for counter `number` (MODEL_NOBODY: for no particular one),
 * because it was sent to another, which is there for it. */
bool model_is_anothers(
	const struct model_moment *moment, const struct model_ticket *ticket, int number);

/* Whether an open counter, free or not, serves `service`. */
bool model_is_attended(const struct model_moment *moment, int service);

/* Whether the office is open, breaks included. */
bool model_is_open(const struct model_day *day, int64_t now);

/* Whether waiting counts at all: the office has opened and is not on a break, nor closed only to
 * open once more. */
bool model_counts(const struct model_day *day, int64_t now);

/* Only a finish, or a transfer away, lets a clock begin at 0. */
enum model_cause { MODEL_BY_FINISH, MODEL_BY_OTHER };

/* A clock that never ran. */
void model_clock_init(struct model_clock *clock);

/* Starts and stops the clocks of those who became kept or are no longer. */
void model_settle(struct model_moment *moment, enum model_cause cause);

/* The ticket is called: its clock runs on, or starts. Before it leaves the line. */
void model_clock_call(struct model_clock *clock, int64_t now);

/* Time passes up to `until` with nothing but calendar edges on the way. */
void model_pass(struct model_moment *moment, int64_t until);

#endif
