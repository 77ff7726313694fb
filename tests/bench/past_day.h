#ifndef TESTS_BENCH_PAST_DAY_H
#define TESTS_BENCH_PAST_DAY_H

#include "app/desk/desk.h"

/*
 * One whole service day, played through the desk's own acts: 250 visitors from 08.00 on, one every
 * 100 s and one in 12 of a vulnerable group, at eight counters; each gets a slip that is confirmed,
 * is called, and is served for 5 to 18 minutes or, one in 23, is absent; then the day is closed by
 * hand. The same day every time.
 */
enum { PAST_DAY_TICKETS = 250, PAST_DAY_COUNTERS = 8 };

/* The clock of such a day, and of nothing else: its boot is "history". */
struct past_clock {
	struct clock_source source; /* for desk_options.clock */
	int64_t now_ms;
};
void past_clock_init(struct past_clock *clock, int64_t now_ms);

/*
 * Plays the day that begins (08.00) where `clock` stands, which `desk` lives by; the staff "p1" to
 * "p8" must be there. False and one line on stderr when an act is refused.
 */
bool past_day_play(struct desk *desk, struct past_clock *clock);

#endif
