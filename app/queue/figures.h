#ifndef APP_QUEUE_FIGURES_H
#define APP_QUEUE_FIGURES_H

#include "app/queue/segment.h"

/*
 * The figures an office publishes of a stretch of days, from its segments (design §4, §9). What is
 * uncertain counts among the visits and in no time, share or verdict.
 */
struct figures_spread { /* of durations, in ms; nearest-rank percentiles; TICKET_NEVER = none */
	int count;
	int64_t median_ms, p90_ms, max_ms;
};

struct figures_share { /* of a promise or a forecast */
	int counted;
	int right;
	int64_t longest_ms; /* TICKET_NEVER = none */
};

struct figures {
	/* segments by what became of them; transferred: sent on unserved */
	int issued, done, absent, cancelled, closed_by_system, transferred, open;
	int uncertain;
	int people;                    /* who came, by the heads counted at issue */
	struct figures_share target;   /* the promise: right = met, longest = the highest count */
	struct figures_share literal;  /* start - finish of the one before in queue order */
	struct figures_share estimate; /* calls within the interval told at issue */
	int64_t unattended_ms;      /* clocks that ran because no open counter served the service */
	struct figures_spread wait; /* issue to first service; later segments: from transfer */
	struct figures_spread service; /* time in serving */
};

/* Of all segments, or with `service` >= 0 of that service alone; `literal` is of the whole line and
 * left empty then. `now` ends the clocks that still run. The segments of one ticket stand
 * together, in order. */
void figures_compute(const struct segment *segments, size_t count, int service, int64_t now,
	struct figures *out_figures);

/* The same of the segments of some services and counters, of one day or of many: without `literal`,
 * which is of one day's whole line. */
struct figures_choice {
	uint32_t services; /* set */
	int counter;       /* the number of one; 0 = all */
};
void figures_choose(const struct segment *segments, size_t count,
	const struct figures_choice *choice, int64_t now, struct figures *out_figures);

/* How long the segment at `place` waited for its first service: from issue, or from the transfer
 * when its ticket was served before; TICKET_NEVER while it was not served, and for uncertain ones.
 */
int64_t figures_wait(const struct segment *segments, size_t place);

/* start - finish of the one before in queue order, of one segment among all of its day; 0 when the
 * one before was still being served; TICKET_NEVER for the first and for whom it cannot be said. */
int64_t figures_literal(const struct segment *segments, size_t count, size_t place);

/*
 * What priority costs the others, and its bound (design §3). An overtaker of a ticket was issued
 * after that ticket took its present place in line (issue, or return after an absence) and was
 * called while it waited, to a counter that could have called it instead. Head start and
 * appointments allow that to nobody issued later than `window_ms` after it: the head start, or
 * where appointments gained more on that day the 25 minutes that they can gain (at most 10 late and
 * 15 ahead). Whom a clerk picked out of turn is no overtaker; nor is who passed a ticket that was
 * called, which was then taken back. Counted by replay_priority.
 */
struct figures_priority {
	bool known; /* false: the day's log is from before it could be told again, all else is 0 */
	int64_t head_start_ms;
	int64_t window_ms;
	int overtaken; /* tickets with at least one overtaker */
	int most;      /* the most overtakers of one ticket */
	int bound;     /* the most that could have been: issued in its window while it waited */
	int beyond;    /* tickets with more overtakers than that: none, or turns were not kept */
	int64_t latest_ms; /* the longest from a place taken to an overtaker's issue; TICKET_NEVER
			    */
	int64_t extra_ms;  /* the most that one ticket waited while its overtakers were at counters,
			    * one after the other */
	int64_t bound_ms;  /* the most that it could have been: those of `bound`, whole stays */
};

/* How many tickets have one with a later issue and a smaller turn: what days that were closed
 * before overtakers were counted by calls say was overtaken. */
int figures_turns_passed(const struct segment *segments, size_t count);

#endif
