#ifndef APP_QUEUE_VISIT_TIMES_H
#define APP_QUEUE_VISIT_TIMES_H

#include "app/queue/segment.h"

/* How long a visit has taken so far, of its intervals: what has ended is summed, what goes on
 * counts from `since_ms`. Absence is nobody's time. Times are office ms. */
struct visit_times {
	int64_t waited_ms; /* waiting and called, but for the stretch under way; so the next two */
	int64_t served_ms;
	int64_t held_ms;
	enum ticket_state state; /* of the stretch under way */
	int64_t since_ms;        /* TICKET_NEVER = it is over */
};

/* `intervals` of one ticket, in order; none = nothing yet. */
void visit_times_sum(const struct interval *intervals, size_t count, struct visit_times *out_times);

/* The three at `now`, what is under way included; a clock set back makes none of them less. */
int64_t visit_times_waited(const struct visit_times *times, int64_t now);
int64_t visit_times_served(const struct visit_times *times, int64_t now);
int64_t visit_times_held(const struct visit_times *times, int64_t now);

#endif
