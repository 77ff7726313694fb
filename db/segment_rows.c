#include "db/segment_rows.h"

#include "app/base/memory.h"
#include "app/queue/numbering.h"

static void put_number(struct query *query, int64_t number)
{
	if (number == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, number);
	}
}

void segment_rows_begin(struct store *store, const struct ticket *ticket)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_INSERT);
	query_put_int(query, ticket->id);
	query_put_int(query, ticket->segment);
	query_put_int(query, ticket->service);
	query_put_int(query, ticket->from_ms);
	query_put_int(query, ticket->target_s);
	query_put_time(query, ticket->low_ms);
	query_put_time(query, ticket->high_ms);
	query_run(query);
}

void segment_rows_set(struct store *store, const struct ticket *ticket)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_SET);
	put_number(query, ticket->counter);
	query_put_time(query, ticket->called_ms);
	query_put_time(query, ticket->served_ms);
	query_put_time(query, ticket->finished_ms);
	query_put_time(query, ticket->elapsed_ms);
	query_put_text(query, target_verdict_name(ticket->verdict));
	query_put_int(query, ticket->id);
	query_put_int(query, ticket->segment);
	query_run(query);
}

void segment_rows_set_reason(
	struct store *store, int64_t ticket, int place, const char *reason, int64_t event)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_REASON);
	query_put_text(query, reason);
	query_put_int(query, event);
	query_put_int(query, ticket);
	query_put_int(query, place);
	query_run(query);
}

/* A ticket and its number, the next columns of the row. */
static int64_t read_number(struct query *query, char out_number[TICKET_NUMBER_SIZE])
{
	char prefix[OFFICE_PREFIX_SIZE];
	int64_t ticket = query_int(query);
	query_text(query, prefix, sizeof prefix);
	numbering_format(prefix, (int)query_int(query), out_number);
	return ticket;
}

bool segment_rows_unexplained(
	struct store *store, const char *date, int counter, struct segment *out_segment)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_UNEXPLAINED);
	query_put_text(query, date);
	query_put_int(query, counter);
	*out_segment = (struct segment){0};
	bool found = query_next(query);
	if (found) {
		out_segment->ticket = read_number(query, out_segment->number);
		out_segment->place = (int)query_int(query);
		out_segment->service = query_place(query, OFFICE_SERVICES);
	}
	query_reset(query);
	return found;
}

size_t segment_rows_list_late(struct store *store, const struct late_choice *choice,
	struct late_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_LATE);
	size_t count = 0;
	query_put_text(query, choice->before);
	query_put_int(query, choice->days);
	query_put_text(query, choice->staff);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		struct late_row *row = &out_rows[count++];
		row->ticket = read_number(query, row->number);
		row->place = (int)query_int(query);
		row->service = query_place(query, OFFICE_SERVICES);
		query_text(query, row->service_date, sizeof row->service_date);
	}
	query_reset(query);
	return count;
}

int64_t segment_rows_unsaid(struct store *store, const char *date, int counter, int64_t first,
	char out_number[TICKET_NUMBER_SIZE], int64_t *out_finished_ms)
{
	struct query *query = store_query(store, STATEMENT_TICKET_UNSAID);
	int64_t ticket = 0;
	query_put_text(query, date);
	query_put_int(query, counter);
	query_put_int(query, first);
	out_number[0] = '\0';
	*out_finished_ms = TICKET_NEVER;
	if (query_next(query)) {
		ticket = read_number(query, out_number);
		*out_finished_ms = query_time(query);
	}
	query_reset(query);
	return ticket;
}

/* ---- segments ---- */

static void read_clock(struct query *query, struct segment *segment)
{
	segment->clock = (struct target_clock){
		.ticket = segment->ticket,
		.service = segment->service,
		.turn_ms = segment->turn_ms,
		.issue_event = segment->issue_event,
	};
	segment->clock.count_ms = query_int(query);
	segment->clock.since_ms = query_time(query);
	segment->clock.high_ms = query_time(query);
	segment->clock.ready_ms = query_time(query);
	segment->clock.alone_ms = query_int(query);
	segment->clock.alone_since_ms = query_time(query);
}

/* What became of it, see segment.h. */
static enum ticket_state state_of(const struct segment *segment, enum ticket_state ticket)
{
	if (segment->is_last) {
		return ticket;
	}
	return segment->served_ms != TICKET_NEVER ? TICKET_DONE : TICKET_WAITING;
}

static void read_segment(struct query *query, struct segment *out_segment)
{
	char word[32];
	*out_segment = (struct segment){.ticket = query_int(query)};
	query_text(query, word, OFFICE_PREFIX_SIZE);
	numbering_format(word, (int)query_int(query), out_segment->number);
	out_segment->place = (int)query_int(query);
	out_segment->service = query_place(query, OFFICE_SERVICES);
	out_segment->counter = (int)query_int(query);
	out_segment->issued_ms = query_int(query);
	out_segment->turn_ms = query_int(query);
	out_segment->issue_event = query_int(query);
	query_text(query, word, sizeof word);
	(void)ticket_priority_find(word, &out_segment->priority);
	out_segment->uncertain = query_int(query) != 0;
	out_segment->is_last = query_int(query) == out_segment->place;
	query_text(query, word, sizeof word);
	out_segment->party = (int)query_int(query);
	out_segment->from_ms = query_int(query);
	out_segment->called_ms = query_time(query);
	out_segment->served_ms = query_time(query);
	out_segment->state = state_of(out_segment, ticket_state_find(word));
	out_segment->finished_ms = query_time(query);
	out_segment->service_ms = query_time(query);
	out_segment->low_ms = query_time(query);
	out_segment->high_ms = query_time(query);
	out_segment->target_s = (int)query_int(query);
	read_clock(query, out_segment);
	out_segment->elapsed_ms = query_time(query);
	query_text(query, word, sizeof word);
	out_segment->verdict = target_verdict_find(word);
	query_text(query, out_segment->reason, sizeof out_segment->reason);
	out_segment->reason_event = query_int(query);
}

static size_t read_segments(struct query *query, struct segment **out_segments)
{
	size_t count = 0, room = 0;
	*out_segments = NULL;
	while (query_next(query)) {
		if (count == room) {
			room = room * 2 + 8;
			*out_segments = memory_resized(*out_segments, room, sizeof **out_segments);
		}
		read_segment(query, &(*out_segments)[count++]);
	}
	return count;
}

size_t segment_rows_list(struct store *store, int64_t ticket, struct segment **out_segments)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_LIST);
	query_put_int(query, ticket);
	return read_segments(query, out_segments);
}

size_t segment_rows_list_day(struct store *store, const char *date, struct segment **out_segments)
{
	struct query *query = store_query(store, STATEMENT_SEGMENT_LIST_DAY);
	query_put_text(query, date);
	return read_segments(query, out_segments);
}

static void put_segment(struct store *store, const struct segment *segment)
{
	const struct target_clock *clock = &segment->clock;
	struct query *query = store_query(store, STATEMENT_SEGMENT_PUT);
	query_put_int(query, segment->ticket);
	query_put_int(query, segment->place);
	query_put_int(query, segment->service);
	put_number(query, segment->counter);
	query_put_int(query, segment->from_ms);
	query_put_time(query, clock->ready_ms);
	query_put_time(query, segment->called_ms);
	query_put_time(query, segment->served_ms);
	query_put_time(query, segment->finished_ms);
	query_put_int(query, segment->target_s);
	query_put_int(query, clock->count_ms);
	query_put_time(query, clock->since_ms);
	query_put_time(query, clock->high_ms);
	query_put_time(query, segment->elapsed_ms);
	query_put_text(query, target_verdict_name(segment->verdict));
	query_put_int(query, clock->alone_ms);
	query_put_time(query, clock->alone_since_ms);
	query_put_time(query, segment->low_ms);
	query_put_time(query, segment->high_ms);
	bool told = segment->reason[0] != '\0';
	query_put_text(query, told ? segment->reason : NULL);
	put_number(query, segment->reason_event);
	query_run(query);
}

static void clear_rows(struct store *store, enum statement statement, int64_t ticket)
{
	struct query *query = store_query(store, statement);
	query_put_int(query, ticket);
	query_run(query);
}

void segment_rows_replace(
	struct store *store, int64_t ticket, const struct segment *segments, size_t count)
{
	clear_rows(store, STATEMENT_SEGMENT_CUT, ticket);
	for (size_t i = 0; i < count; i++) {
		put_segment(store, &segments[i]);
	}
}

/* ---- intervals ---- */

size_t interval_rows_list(struct store *store, int64_t ticket, struct interval **out_intervals)
{
	struct query *query = store_query(store, STATEMENT_INTERVAL_LIST);
	size_t count = 0;
	query_put_int(query, ticket);
	*out_intervals = NULL;
	while (query_next(query)) {
		char name[32];
		*out_intervals = memory_resized(*out_intervals, count + 1, sizeof **out_intervals);
		struct interval *interval = &(*out_intervals)[count++];
		query_text(query, name, sizeof name);
		interval->state = ticket_state_find(name);
		interval->service = query_place(query, OFFICE_SERVICES);
		interval->counter = (int)query_int(query);
		interval->from_ms = query_int(query);
		interval->to_ms = query_time(query);
	}
	return count;
}

void interval_rows_replace(
	struct store *store, int64_t ticket, const struct interval *intervals, size_t count)
{
	clear_rows(store, STATEMENT_INTERVAL_CLEAR, ticket);
	for (size_t i = 0; i < count; i++) {
		struct query *query = store_query(store, STATEMENT_INTERVAL_PUT);
		query_put_int(query, ticket);
		query_put_int(query, (int64_t)i + 1);
		query_put_text(query, ticket_state_name(intervals[i].state));
		query_put_int(query, intervals[i].service);
		put_number(query, intervals[i].counter);
		query_put_int(query, intervals[i].from_ms);
		query_put_time(query, intervals[i].to_ms);
		query_run(query);
	}
}
