#include "db/event_rows.h"

static const char *const kind_names[EVENT_KINDS] = {
	[EVENT_STORE_CREATED] = "store_created",
	[EVENT_CLOCK_SHIFTED] = "clock_shifted",
	[EVENT_STAFF_ADDED] = "staff_added",
	[EVENT_PIN_SET] = "pin_set",
	[EVENT_PIN_LOCKED] = "pin_locked",
	[EVENT_COUNTER_OPENED] = "counter_opened",
	[EVENT_COUNTER_BROKEN] = "counter_break",
	[EVENT_COUNTER_CLOSED] = "counter_closed",
	[EVENT_ISSUED] = "issued",
	[EVENT_CALLED] = "called",
	[EVENT_RECALLED] = "recalled",
	[EVENT_SERVED] = "served",
	[EVENT_FINISHED] = "finished",
	[EVENT_MISSED] = "absent",
	[EVENT_CLOSED_BY_SYSTEM] = "closed_by_system",
	[EVENT_SLIP_REPRINTED] = "slip_reprinted",
	[EVENT_SLIP_CONFIRMED] = "slip_confirmed",
	[EVENT_SLIP_UNCONFIRMED] = "slip_unconfirmed",
	[EVENT_SLIP_FAILED] = "slip_failed",
	[EVENT_SLIP_DROPPED] = "slip_dropped",
	[EVENT_DEVICE] = "device",
	[EVENT_CALENDAR_CHANGED] = "calendar_changed",
};

static void put_reference(struct query *query, int64_t id)
{
	if (id == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, id);
	}
}

int64_t event_rows_append(struct store *store, const struct event *event)
{
	struct query *query = store_query(store, STATEMENT_EVENT_INSERT);
	query_put_text(query, kind_names[event->kind]);
	query_put_text(query, event->service_date);
	query_put_int(query, event->at->office_ms);
	query_put_int(query, event->at->wall_ms);
	query_put_text(query, event->at->boot_id);
	query_put_int(query, event->at->boot_ms);
	query_put_text(query, event->device);
	query_put_text(query, event->staff);
	put_reference(query, event->counter);
	put_reference(query, event->ticket);
	query_put_text(query, event->detail);
	int64_t id = query_next(query) ? query_int(query) : 0;
	query_run(query);
	return id;
}

bool event_rows_newest(struct store *store, int64_t *out_office_ms, int64_t *out_wall_ms)
{
	struct query *query = store_query(store, STATEMENT_EVENT_NEWEST);
	bool found = query_next(query);
	if (found) {
		*out_office_ms = query_int(query);
		*out_wall_ms = query_int(query);
	}
	query_reset(query);
	return found;
}
