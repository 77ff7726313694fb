#ifndef TESTS_UNIT_PROMISE_DAY_H
#define TESTS_UNIT_PROMISE_DAY_H

#include "tests/support/model.h"

/* Random days that the rules allow, with much happening in the same moment. */
struct promise_random {
	uint64_t state; /* never 0 */
};

/* xorshift64*; a number below `limit`. */
int promise_below(struct promise_random *random, int limit);

/* Hours, breaks and head start of an empty day (now and then closed all day); how many counters it
 * has. */
size_t promise_day_init(
	struct promise_random *random, int64_t midnight_ms, struct model_day *out_day);

/* A moment not before `now`: often the same, now and then an edge of the calendar. */
int64_t promise_time(struct promise_random *random, const struct model_day *day, int64_t now);

/* Appends what may happen next at `moment->now_ms`: one event, two for `next`, or none if what was
 * drawn cannot be. */
void promise_happen(struct promise_random *random, struct model_day *day, size_t counters,
	const struct model_moment *moment);

/* Prints a day, one event a line with its office time of day. */
void promise_print(const struct model_day *day, int64_t midnight_ms);

#endif
