#include "db/ticket_rows.h"

#include "app/queue/numbering.h"
#include "db/segment_rows.h"

static void put_counter(struct query *query, int counter)
{
	if (counter == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, counter);
	}
}

/* ---- issuing ---- */

/* What a day's numbers of a service have come to; 0 and 0 before the first. */
static int read_sequence(struct store *store, int service, const char *date, int *out_issued)
{
	struct query *query = store_query(store, STATEMENT_SEQUENCE_GET);
	int last = 0;
	*out_issued = 0;
	query_put_int(query, service);
	query_put_text(query, date);
	if (query_next(query)) {
		last = (int)query_int(query);
		*out_issued = (int)query_int(query);
	}
	query_reset(query);
	return last;
}

int ticket_rows_next_sequence(struct store *store, int service, const char *date)
{
	int issued;
	struct query *query = store_query(store, STATEMENT_SEQUENCE_NEXT);
	query_put_int(query, service);
	query_put_text(query, date);
	query_run(query);
	return read_sequence(store, service, date, &issued);
}

int64_t ticket_rows_next_id(struct store *store)
{
	return store_next_id(store, STATEMENT_TICKET_NEXT_ID);
}

static void open_interval(struct store *store, const struct ticket *ticket, int64_t now)
{
	struct query *query = store_query(store, STATEMENT_INTERVAL_OPEN);
	query_put_int(query, ticket->id);
	query_put_text(query, ticket_state_name(ticket->state));
	query_put_int(query, ticket->service);
	put_counter(query, ticket->state == TICKET_WAITING ? 0 : ticket->counter);
	query_put_int(query, now);
	query_run(query);
}

void ticket_rows_insert(
	struct store *store, const struct ticket *ticket, const struct ticket_birth *birth)
{
	struct query *query = store_query(store, STATEMENT_TICKET_INSERT);
	query_put_int(query, ticket->id);
	query_put_text(query, ticket->service_date);
	query_put_text(query, ticket->prefix);
	query_put_int(query, ticket->sequence);
	query_put_int(query, ticket->service);
	query_put_text(query, ticket_priority_name(ticket->priority));
	query_put_int(query, ticket->issued_ms);
	query_put_int(query, ticket->turn_ms);
	query_put_int(query, ticket->issue_event);
	query_put_text(query, birth->boot_id);
	query_put_int(query, birth->visit);
	query_put_text(query, birth->token[0] == '\0' ? NULL : birth->token);
	query_run(query);

	segment_rows_begin(store, ticket);
	open_interval(store, ticket, ticket->issued_ms);
}

/* ---- reading ---- */

/* The row that the query stands on. */
static void take_ticket(struct query *query, struct ticket *out_ticket)
{
	char name[32];
	*out_ticket = (struct ticket){.id = query_int(query)};
	query_text(query, out_ticket->service_date, sizeof out_ticket->service_date);
	query_text(query, out_ticket->prefix, sizeof out_ticket->prefix);
	out_ticket->sequence = (int)query_int(query);
	numbering_format(out_ticket->prefix, out_ticket->sequence, out_ticket->number);
	out_ticket->service = query_place(query, OFFICE_SERVICES);
	out_ticket->segment = (int)query_int(query);
	query_text(query, name, sizeof name);
	out_ticket->state = ticket_state_find(name);
	query_text(query, name, sizeof name);
	out_ticket->held_from = name[0] == '\0' ? TICKET_WAITING : ticket_state_find(name);
	query_text(query, name, sizeof name);
	(void)ticket_priority_find(name, &out_ticket->priority);
	out_ticket->issued_ms = query_int(query);
	out_ticket->turn_ms = query_int(query);
	out_ticket->issue_event = query_int(query);
	out_ticket->from_ms = query_int(query);
	out_ticket->low_ms = query_time(query);
	out_ticket->high_ms = query_time(query);
	out_ticket->counter = (int)query_int(query);
	out_ticket->calls = (int)query_int(query);
	out_ticket->recalls = (int)query_int(query);
	out_ticket->ready_ms = query_time(query);
	out_ticket->called_ms = query_time(query);
	out_ticket->recalled_ms = query_time(query);
	out_ticket->served_ms = query_time(query);
	out_ticket->finished_ms = query_time(query);
	out_ticket->target_s = (int)query_int(query);
	out_ticket->elapsed_ms = query_time(query);
	query_text(query, name, sizeof name);
	out_ticket->verdict = target_verdict_find(name);
	out_ticket->uncertain = query_int(query) != 0;
	query_text(query, out_ticket->boot_id, sizeof out_ticket->boot_id);
	query_text(query, name, sizeof name);
	out_ticket->print = print_state_find(name);
	query_text(query, name, sizeof name);
	enum result reason = result_from_key(name);
	out_ticket->print_reason = reason == RESULT_COUNT ? RESULT_OK : reason;
	out_ticket->only = (int)query_int(query);
	out_ticket->appointed_ms = query_int(query);
}

static bool read_ticket(struct query *query, struct ticket *out_ticket)
{
	if (!query_next(query)) {
		return false;
	}
	take_ticket(query, out_ticket);
	query_reset(query);
	return true;
}

bool ticket_rows_get(struct store *store, int64_t id, struct ticket *out_ticket)
{
	struct query *query = store_query(store, STATEMENT_TICKET_GET);
	query_put_int(query, id);
	return read_ticket(query, out_ticket);
}

size_t ticket_rows_list_day(
	struct store *store, const char *date, struct ticket *out_tickets, size_t size)
{
	struct query *query = store_query(store, STATEMENT_TICKET_LIST_DAY);
	size_t count = 0;
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		take_ticket(query, &out_tickets[count++]);
	}
	query_reset(query);
	return count;
}

bool ticket_rows_find_token(
	struct store *store, const char *date, const char *token, struct ticket *out_ticket)
{
	struct query *query = store_query(store, STATEMENT_TICKET_OF_TOKEN);
	query_put_text(query, date);
	query_put_text(query, token);
	return read_ticket(query, out_ticket);
}

bool ticket_rows_find_number(struct store *store, const char *date, const char *prefix,
	int sequence, struct ticket *out_ticket)
{
	struct query *query = store_query(store, STATEMENT_TICKET_OF_NUMBER);
	query_put_text(query, date);
	query_put_text(query, prefix);
	query_put_int(query, sequence);
	return read_ticket(query, out_ticket);
}

bool ticket_rows_find_earlier(struct store *store, const char *date, const char *prefix,
	int sequence, struct ticket *out_ticket)
{
	char earlier[CALENDAR_DATE_SIZE] = "";
	struct query *query = store_query(store, STATEMENT_TICKET_EARLIER);
	query_put_text(query, date);
	query_put_text(query, prefix);
	query_put_int(query, sequence);
	if (query_next(query)) {
		query_text(query, earlier, sizeof earlier);
	}
	query_reset(query);
	return earlier[0] != '\0' &&
	       ticket_rows_find_number(store, earlier, prefix, sequence, out_ticket);
}

static int64_t read_id(struct query *query)
{
	int64_t id = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return id;
}

int64_t ticket_rows_first(struct store *store, const char *date, uint32_t services, int counter)
{
	struct query *query = store_query(store, STATEMENT_TICKET_FIRST);
	query_put_text(query, date);
	query_put_int(query, services);
	query_put_int(query, counter);
	return read_id(query);
}

int64_t ticket_rows_open(struct store *store, const char *date)
{
	struct query *query = store_query(store, STATEMENT_TICKET_OPEN);
	query_put_text(query, date);
	return read_id(query);
}

int ticket_rows_count_issued(struct store *store, int service, const char *date)
{
	int issued;
	(void)read_sequence(store, service, date, &issued);
	return issued;
}

void ticket_rows_skip_sequence(struct store *store, int service, const char *date)
{
	int issued;
	int last = numbering_skip(read_sequence(store, service, date, &issued));
	struct query *query = store_query(store, STATEMENT_SEQUENCE_SKIP);
	query_put_int(query, service);
	query_put_text(query, date);
	query_put_int(query, last);
	query_put_int(query, last - issued);
	query_run(query);
}

/* ---- changing ---- */

void ticket_rows_set(struct store *store, const struct ticket *ticket)
{
	struct query *query = store_query(store, STATEMENT_TICKET_SET);
	query_put_text(query, ticket_state_name(ticket->state));
	put_counter(query, ticket->counter);
	query_put_int(query, ticket->calls);
	query_put_int(query, ticket->recalls);
	query_put_time(query, ticket->recalled_ms);
	query_put_time(query, ticket->finished_ms);
	query_put_int(query, ticket->uncertain);
	query_put_int(query, ticket->id);
	query_run(query);
	segment_rows_set(store, ticket);
}

void ticket_rows_move(struct store *store, const struct ticket *ticket)
{
	const char *from = ticket_state_name(ticket->held_from);
	struct query *query = store_query(store, STATEMENT_TICKET_MOVE);
	query_put_int(query, ticket->service);
	query_put_int(query, ticket->segment);
	query_put_int(query, ticket->turn_ms);
	query_put_text(query, ticket->state == TICKET_HELD ? from : NULL);
	put_counter(query, ticket->only);
	query_put_int(query, ticket->id);
	query_run(query);
}

void ticket_rows_doubt(struct store *store, int64_t id)
{
	static const enum statement both[] = {STATEMENT_TICKET_DOUBT, STATEMENT_TICKET_UNJUDGE};
	for (size_t i = 0; i < sizeof both / sizeof both[0]; i++) {
		struct query *query = store_query(store, both[i]);
		query_put_int(query, id);
		query_run(query);
	}
}

size_t ticket_rows_touched_after(struct store *store, int64_t event, int64_t *out_ids, size_t size)
{
	struct query *query = store_query(store, STATEMENT_TICKET_DOUBT_AFTER);
	size_t count = 0;
	query_put_int(query, event);
	while (count < size && query_next(query)) {
		out_ids[count++] = query_int(query);
	}
	query_reset(query);
	return count;
}

void ticket_rows_turn(struct store *store, const struct ticket *ticket, int64_t now)
{
	struct query *query = store_query(store, STATEMENT_INTERVAL_CLOSE);
	query_put_int(query, now);
	query_put_int(query, ticket->id);
	query_run(query);
	if (!ticket_is_ended(ticket->state)) {
		open_interval(store, ticket, now);
	}
}

void ticket_rows_add_call(
	struct store *store, const struct ticket *ticket, int64_t event, int64_t now)
{
	struct query *query = store_query(store, STATEMENT_CALL_INSERT);
	query_put_int(query, event);
	query_put_text(query, ticket->service_date);
	query_put_int(query, ticket->id);
	query_put_int(query, ticket->counter);
	query_put_int(query, now);
	query_put_int(query, ticket->recalls);
	query_run(query);
}

void ticket_rows_undo_call(struct store *store, int64_t event)
{
	struct query *query = store_query(store, STATEMENT_CALL_UNDO);
	query_put_int(query, event);
	query_run(query);
}

size_t ticket_rows_aside(
	struct store *store, const char *date, struct aside_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_ASIDE_LIST);
	size_t count = 0;
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		char prefix[OFFICE_PREFIX_SIZE], state[32];
		struct aside_row *row = &out_rows[count++];
		row->id = query_int(query);
		query_text(query, prefix, sizeof prefix);
		numbering_format(prefix, (int)query_int(query), row->number);
		row->service = query_place(query, OFFICE_SERVICES);
		query_text(query, state, sizeof state);
		row->state = ticket_state_find(state);
		row->since_ms = query_int(query);
	}
	query_reset(query);
	return count;
}
