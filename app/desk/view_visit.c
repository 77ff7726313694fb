/* Of the visitor at a counter: how long, what before, and whether they have been here before. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/rights.h"
#include "db/acquaintance_rows.h"
#include "db/staff_rows.h"
#include "db/visit_rows.h"

#include <stdlib.h>

static void fill_legs(struct desk *desk, struct view_visit *visit)
{
	struct segment *segments;
	size_t count = segment_rows_list(desk->store, visit->ticket, &segments);
	size_t before = count > 0 ? count - 1 : 0;
	for (size_t i = before > VIEW_LEGS ? before - VIEW_LEGS : 0; i < before; i++) {
		visit->legs[visit->leg_count++] = (struct view_leg){
			.service = segments[i].service,
			.counter = segments[i].counter,
			.from_ms = segments[i].from_ms,
			.called_ms = segments[i].called_ms,
			.served_ms = segments[i].served_ms,
			.service_ms = segments[i].service_ms,
		};
	}
	free(segments);
}

static void fill_times(struct desk *desk, struct view_visit *visit)
{
	struct ticket ticket;
	struct interval *intervals;
	if (!ticket_rows_get(desk->store, visit->ticket, &ticket)) {
		return;
	}
	visit->issued_ms = ticket.issued_ms;
	visit->appointed_ms = ticket.appointed_ms;
	visit->called_ms = ticket.called_ms;
	visit->served_ms = ticket.served_ms;
	size_t count = interval_rows_list(desk->store, visit->ticket, &intervals);
	visit_times_sum(intervals, count, &visit->times);
	free(intervals);
}

static bool may_see_earlier(struct desk *desk, const struct counter_row *counter)
{
	struct staff_row row;
	enum desk_role role;
	return staff_rows_get(desk->store, counter->staff, &row) &&
	       desk_role_find(row.role, &role) && desk_role_may(role, DESK_SEE_EARLIER);
}

static void fill_earlier(struct desk *desk, struct view_visit *visit)
{
	struct known_visit_row rows[VIEW_EARLIER];
	struct visit_row row;
	size_t count = 0;
	if (!visit_rows_find(desk->store, visit->ticket, &row)) {
		return;
	}
	visit->earlier_total =
		acquaintance_rows_earlier(desk->store, row.id, rows, VIEW_EARLIER, &count);
	visit->earlier_count = (int)count;
	for (size_t i = 0; i < count; i++) {
		struct view_earlier *earlier = &visit->earlier[i];
		*earlier = (struct view_earlier){.service = rows[i].service,
			.state = rows[i].state,
			.outcome = rows[i].outcome};
		text_copy(
			earlier->service_date, sizeof earlier->service_date, rows[i].service_date);
	}
}

void view_fill_visit(struct desk *desk, const struct counter_row *counter, int64_t ticket,
	struct view_visit *out_visit)
{
	*out_visit = (struct view_visit){.ticket = ticket,
		.issued_ms = TICKET_NEVER,
		.called_ms = TICKET_NEVER,
		.served_ms = TICKET_NEVER};
	if (ticket == 0) {
		return;
	}
	fill_times(desk, out_visit);
	fill_legs(desk, out_visit);
	if (may_see_earlier(desk, counter)) {
		fill_earlier(desk, out_visit);
	}
}
