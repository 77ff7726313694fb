#include "db/ticket_rows.h"

#include "app/queue/numbering.h"

#include <string.h>

static void read_number(struct query *query, char out_number[TICKET_NUMBER_SIZE])
{
	char prefix[OFFICE_PREFIX_SIZE];
	query_text(query, prefix, sizeof prefix);
	numbering_format(prefix, (int)query_int(query), out_number);
}

static enum ticket_priority read_priority(struct query *query)
{
	char name[16];
	enum ticket_priority priority = TICKET_ORDINARY;
	query_text(query, name, sizeof name);
	(void)ticket_priority_find(name, &priority);
	return priority;
}

static void read_clock(struct query *query, struct target_clock *out_clock)
{
	out_clock->count_ms = query_int(query);
	out_clock->since_ms = query_time(query);
	out_clock->high_ms = query_time(query);
	out_clock->ready_ms = query_time(query);
	out_clock->alone_ms = query_int(query);
	out_clock->alone_since_ms = query_time(query);
}

size_t ticket_rows_waiting(
	struct store *store, const char *date, struct waiting_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_WAITING_LIST);
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	size_t count = 0;
	while (count < size && query_next(query)) {
		struct waiting_row *row = &out_rows[count++];
		row->id = query_int(query);
		read_number(query, row->number);
		row->service = query_place(query, OFFICE_SERVICES);
		row->priority = read_priority(query);
		row->issued_ms = query_int(query);
		row->turn_ms = query_int(query);
		row->clock = (struct target_clock){
			.ticket = row->id,
			.service = row->service,
			.turn_ms = row->turn_ms,
			.issue_event = query_int(query),
			.only = (int)query_int(query),
		};
		row->from_ms = query_int(query);
		row->target_s = (int)query_int(query);
		read_clock(query, &row->clock);
		row->appointed_ms = query_int(query);
	}
	query_reset(query);
	return count;
}

void ticket_rows_count_waiting(
	struct store *store, const char *date, int out_counts[OFFICE_SERVICES])
{
	memset(out_counts, 0, OFFICE_SERVICES * sizeof out_counts[0]);
	struct query *query = store_query(store, STATEMENT_WAITING_COUNT);
	query_put_text(query, date);
	while (query_next(query)) {
		int64_t service = query_int(query);
		if (service >= 0 && service < OFFICE_SERVICES) {
			out_counts[service] = (int)query_int(query);
		}
	}
}

void ticket_rows_get_clock(struct store *store, int64_t ticket, struct target_clock *out_clock)
{
	*out_clock = (struct target_clock){
		.ticket = ticket,
		.since_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.ready_ms = TICKET_NEVER,
		.alone_since_ms = TICKET_NEVER,
	};
	struct query *query = store_query(store, STATEMENT_SEGMENT_CLOCK);
	query_put_int(query, ticket);
	if (query_next(query)) {
		out_clock->service = query_place(query, OFFICE_SERVICES);
		out_clock->turn_ms = query_int(query);
		out_clock->issue_event = query_int(query);
		out_clock->only = (int)query_int(query);
		read_clock(query, out_clock);
	}
	query_reset(query);
}

void ticket_rows_set_clock(struct store *store, const struct target_clock *clock)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_SET_CLOCK);
	query_put_int(query, clock->count_ms);
	query_put_time(query, clock->since_ms);
	query_put_time(query, clock->high_ms);
	query_put_time(query, clock->ready_ms);
	query_put_int(query, clock->alone_ms);
	query_put_time(query, clock->alone_since_ms);
	query_put_int(query, clock->ticket);
	query_run(query);
}

/* ---- figures and history ---- */

void ticket_rows_figures(struct store *store, const char *date, struct day_figures *out_figures)
{
	*out_figures = (struct day_figures){0};
	struct query *query = store_query(store, STATEMENT_DAY_FIGURES);
	query_put_text(query, date);
	if (query_next(query)) {
		out_figures->done = (int)query_int(query);
		out_figures->met = (int)query_int(query);
		out_figures->counted = (int)query_int(query);
	}
	query_reset(query);
}

static void read_call(struct query *query, struct call_row *out_call)
{
	out_call->id = query_int(query);
	read_number(query, out_call->number);
	out_call->counter = (int)query_int(query);
	out_call->priority = read_priority(query);
	out_call->called_ms = query_int(query);
	out_call->again = (int)query_int(query);
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		out_call->announced_ms[i] = query_time(query);
	}
}

size_t ticket_rows_calls(
	struct store *store, const char *date, struct call_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_CALL_LIST);
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	size_t count = 0;
	while (count < size && query_next(query)) {
		read_call(query, &out_rows[count++]);
	}
	query_reset(query);
	return count;
}

bool ticket_rows_get_call(struct store *store, int64_t id, struct call_row *out_call)
{
	struct query *query = store_query(store, STATEMENT_CALL_GET);
	query_put_int(query, id);
	bool found = query_next(query);
	if (found) {
		read_call(query, out_call);
	}
	query_reset(query);
	return found;
}

void ticket_rows_announce(struct store *store, int64_t call, enum announced_way way, int64_t ms)
{
	struct query *query = store_query(store, STATEMENT_CALL_ANNOUNCE);
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		query_put_time(query, i == (int)way ? ms : TICKET_NEVER);
	}
	query_put_int(query, call);
	query_run(query);
}

bool ticket_rows_are_heard(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_CALL_HEARD);
	bool heard = query_next(query);
	query_reset(query);
	return heard;
}

int64_t ticket_rows_last_shown(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_CALL_SHOWN);
	int64_t shown_ms = query_next(query) ? query_int(query) : TICKET_NEVER;
	query_reset(query);
	return shown_ms;
}
