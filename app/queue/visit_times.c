#include "app/queue/visit_times.h"

/* Where a stretch in `state` counts; NULL = nowhere. */
static int64_t *sum_of(struct visit_times *times, enum ticket_state state)
{
	switch (state) {
	case TICKET_WAITING:
	case TICKET_CALLED: return &times->waited_ms;
	case TICKET_SERVING: return &times->served_ms;
	case TICKET_HELD: return &times->held_ms;
	default: return NULL;
	}
}

void visit_times_sum(const struct interval *intervals, size_t count, struct visit_times *out_times)
{
	*out_times = (struct visit_times){.state = TICKET_DONE, .since_ms = TICKET_NEVER};
	for (size_t i = 0; i < count; i++) {
		const struct interval *interval = &intervals[i];
		int64_t *sum = sum_of(out_times, interval->state);
		if (interval->to_ms == TICKET_NEVER) {
			out_times->state = interval->state;
			out_times->since_ms = interval->from_ms;
		} else if (sum != NULL && interval->to_ms > interval->from_ms) {
			*sum += interval->to_ms - interval->from_ms;
		}
	}
}

/* The sums in which `state` counts, with the stretch under way. */
static struct visit_times go_on(const struct visit_times *times, int64_t now)
{
	struct visit_times all = *times;
	int64_t *sum = sum_of(&all, times->state);
	if (sum != NULL && times->since_ms != TICKET_NEVER && now > times->since_ms) {
		*sum += now - times->since_ms;
	}
	return all;
}

int64_t visit_times_waited(const struct visit_times *times, int64_t now)
{
	return go_on(times, now).waited_ms;
}

int64_t visit_times_served(const struct visit_times *times, int64_t now)
{
	return go_on(times, now).served_ms;
}

int64_t visit_times_held(const struct visit_times *times, int64_t now)
{
	return go_on(times, now).held_ms;
}
