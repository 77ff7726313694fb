#include "app/desk/act.h"

#include <stdlib.h>

/* Fewer visits than LEAST say less than the office's own estimate; more than MOST are history. */
enum { LEAST = 5, MOST = 21 };

static int compare_times(const void *a, const void *b)
{
	int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;
	return (first > second) - (first < second);
}

void estimate_times(struct desk *desk, int64_t out_times[OFFICE_SERVICES])
{
	for (int i = 0; i < desk->office.service_count; i++) {
		int64_t times[MOST];
		size_t count = ticket_rows_service_times(desk->store, i, times, MOST);
		out_times[i] = desk->office.services[i].typical_service_s * INT64_C(1000);
		if (count >= LEAST) {
			qsort(times, count, sizeof times[0], compare_times);
			out_times[i] = times[count / 2];
		}
	}
}

static bool serves(const struct counter_row *counter, int service)
{
	return counter->state != COUNTER_CLOSED && counter->state != COUNTER_BREAK &&
	       (counter->services >> service & 1) != 0;
}

/* What the visitor at a counter still takes: the typical time less what has passed. */
static int64_t rest_of_visit(
	const struct desk *desk, const struct counter_row *counter, int64_t typical_ms)
{
	if (counter->state == COUNTER_FREE) {
		return 0;
	}
	int64_t passed =
		counter->state == COUNTER_SERVING ? desk->now.office_ms - counter->since_ms : 0;
	return passed < typical_ms ? typical_ms - passed : 0;
}

void estimate_turn(const struct desk *desk, const int64_t times[OFFICE_SERVICES], int service,
	int64_t turn_ms, int *out_ahead, int64_t *out_expected_ms)
{
	uint32_t rivals = UINT32_C(1) << service; /* services that the same counters serve */
	int64_t work = 0;
	int open = 0;
	for (int i = 0; i < desk->counter_count; i++) {
		if (serves(&desk->counters[i], service)) {
			rivals |= desk->counters[i].services;
			work += rest_of_visit(desk, &desk->counters[i], times[service]);
			open++;
		}
	}
	*out_ahead = 0;
	for (size_t i = 0; i < desk->waiting_count; i++) {
		const struct waiting_row *row = &desk->waiting[i];
		if (row->turn_ms <= turn_ms && (rivals >> row->service & 1) != 0) {
			work += times[row->service];
			++*out_ahead;
		}
	}
	*out_expected_ms = open == 0 ? TICKET_NEVER : desk->now.office_ms + work / open;
	if (open > 1 && *out_ahead == 0) {
		/* Nobody before, so the first counter that falls free is theirs. */
		int64_t least = INT64_MAX;
		for (int i = 0; i < desk->counter_count; i++) {
			if (serves(&desk->counters[i], service)) {
				int64_t rest =
					rest_of_visit(desk, &desk->counters[i], times[service]);
				least = rest < least ? rest : least;
			}
		}
		*out_expected_ms = desk->now.office_ms + least;
	}
}
