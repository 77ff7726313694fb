#include "app/desk/act.h"

/* Writes what became of a ticket: its rows, the interval that begins, and the event. */
static void write_turn(struct desk *desk, const struct counter_row *row,
	const struct ticket *ticket, enum event_kind kind)
{
	ticket_rows_set(desk->store, ticket);
	ticket_rows_turn(desk->store, ticket, desk->now.office_ms);
	act_note(desk, kind, row, ticket->id, NULL);
}

static void set_counter(
	struct desk *desk, struct counter_row *row, enum counter_state state, int64_t ticket)
{
	row->state = state;
	row->ticket = ticket;
	row->since_ms = desk->now.office_ms;
	row->free_since_ms = state == COUNTER_FREE ? desk->now.office_ms : row->free_since_ms;
	counter_rows_set(desk->store, row);
}

/* Reads a ticket for an act on it; across a restart of the machine its times are in doubt. */
static bool get_ticket(struct desk *desk, int64_t id, struct ticket *out_ticket)
{
	ticket_rows_doubt(desk->store, id, desk->now.boot_id);
	bool found = ticket_rows_get(desk->store, id, out_ticket);
	if (found && out_ticket->uncertain) {
		out_ticket->verdict = TARGET_NONE;
	}
	return found;
}

/* The open counter and its current ticket, on which `act` is allowed. */
static enum result find_current(struct desk *desk, int counter, enum ticket_act act,
	struct counter_row **out_row, struct ticket *out_ticket)
{
	*out_row = line_counter(desk, counter);
	if (*out_row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_row)->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	if ((*out_row)->ticket == 0) {
		return RESULT_COUNTER_EMPTY;
	}
	if (!get_ticket(desk, (*out_row)->ticket, out_ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	return ticket_allows(out_ticket->state, act, &out_ticket->state) ? RESULT_OK
									 : RESULT_TICKET_STATE;
}

/* ---- what happens to a ticket ---- */

static void serve(struct desk *desk, struct counter_row *row, struct ticket *ticket)
{
	struct target_clock clock;
	ticket_rows_get_clock(desk->store, ticket->id, &clock);
	ticket->served_ms = desk->now.office_ms;
	ticket->elapsed_ms = target_elapsed(&clock, desk->now.office_ms);
	ticket->verdict = ticket->uncertain ? TARGET_NONE
					    : target_judge(ticket->target_s, ticket->elapsed_ms);
	clock.count_ms = target_count(&clock, desk->now.office_ms);
	clock.since_ms = TICKET_NEVER;
	clock.high_ms = ticket->elapsed_ms;
	ticket_rows_set_clock(desk->store, &clock);
	write_turn(desk, row, ticket, EVENT_SERVED);
	set_counter(desk, row, COUNTER_SERVING, ticket->id);
}

static void finish(struct desk *desk, struct counter_row *row, struct ticket *ticket)
{
	ticket->finished_ms = desk->now.office_ms;
	write_turn(desk, row, ticket, EVENT_FINISHED);
	set_counter(desk, row, COUNTER_FREE, 0);
	line_settle(desk, TARGET_FINISH);
}

static void call(struct desk *desk, struct counter_row *row, struct ticket *ticket)
{
	struct target_clock clock;
	line_remove(desk, ticket->id, &clock);
	target_call(&clock, desk->now.office_ms);
	ticket_rows_set_clock(desk->store, &clock);
	ticket->counter = row->number;
	ticket->calls = 1;
	ticket->called_ms = desk->now.office_ms;
	ticket->recalled_ms = desk->now.office_ms;
	write_turn(desk, row, ticket, EVENT_CALLED);
	ticket_rows_add_call(desk->store, ticket, desk->now.office_ms);
	set_counter(desk, row, COUNTER_CALLED, ticket->id);
	line_settle(desk, TARGET_OTHER);
}

/* ---- acts ---- */

static enum result finish_current(struct desk *desk, struct counter_row *row)
{
	struct ticket current;
	if (row->state != COUNTER_SERVING) {
		return RESULT_OK;
	}
	enum result result = find_current(desk, row->number, TICKET_FINISH, &row, &current);
	if (result == RESULT_OK) {
		finish(desk, row, &current);
	}
	return result;
}

static enum result next_now(struct desk *desk, int counter, struct ticket *out_ticket)
{
	struct counter_row *row = line_counter(desk, counter);
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if (row->state == COUNTER_CLOSED || row->state == COUNTER_BREAK) {
		return RESULT_COUNTER_CLOSED;
	}
	if (row->state == COUNTER_CALLED) {
		return RESULT_TICKET_CALLED;
	}
	int64_t first = ticket_rows_first(desk->store, desk->date, row->services);
	if (first == 0) {
		return RESULT_NOBODY_WAITING;
	}
	enum result result = finish_current(desk, row);
	if (result != RESULT_OK) {
		return result;
	}
	if (!get_ticket(desk, first, out_ticket) ||
		!ticket_allows(out_ticket->state, TICKET_CALL, &out_ticket->state)) {
		return RESULT_TICKET_STATE;
	}
	call(desk, row, out_ticket);
	if (desk->office.serve_on_call &&
		ticket_allows(out_ticket->state, TICKET_SERVE, &out_ticket->state)) {
		serve(desk, row, out_ticket);
	}
	return ticket_rows_get(desk->store, first, out_ticket) ? RESULT_OK : RESULT_STORE_FAILED;
}

enum result desk_next(struct desk *desk, int counter, struct ticket *out_ticket)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, next_now(desk, counter, out_ticket));
}

static enum result recall_now(struct desk *desk, int counter, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = find_current(desk, counter, TICKET_RECALL, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	if (out_ticket->calls > desk->office.recall_limit) {
		return RESULT_RECALL_LIMIT;
	}
	int64_t since = desk->now.office_ms - out_ticket->recalled_ms;
	if (since < desk->office.recall_interval_s * INT64_C(1000)) {
		return RESULT_RECALL_EARLY;
	}
	out_ticket->calls++;
	out_ticket->recalled_ms = desk->now.office_ms;
	ticket_rows_set(desk->store, out_ticket);
	ticket_rows_add_call(desk->store, out_ticket, desk->now.office_ms);
	act_note(desk, EVENT_RECALLED, row, out_ticket->id, NULL);
	return RESULT_OK;
}

enum result desk_recall(struct desk *desk, int counter, struct ticket *out_ticket)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, recall_now(desk, counter, out_ticket));
}

static enum result serve_now(struct desk *desk, int counter, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = find_current(desk, counter, TICKET_SERVE, &row, out_ticket);
	if (result == RESULT_OK) {
		serve(desk, row, out_ticket);
	}
	return result;
}

enum result desk_serve(struct desk *desk, int counter, struct ticket *out_ticket)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, serve_now(desk, counter, out_ticket));
}

static enum result finish_now(struct desk *desk, int counter, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = find_current(desk, counter, TICKET_FINISH, &row, out_ticket);
	if (result == RESULT_OK) {
		finish(desk, row, out_ticket);
	}
	return result;
}

enum result desk_finish(struct desk *desk, int counter, struct ticket *out_ticket)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, finish_now(desk, counter, out_ticket));
}

static enum result absent_now(struct desk *desk, int counter, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = find_current(desk, counter, TICKET_MISS, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	struct target_clock clock;
	ticket_rows_get_clock(desk->store, out_ticket->id, &clock);
	clock.count_ms = 0;
	clock.since_ms = clock.high_ms = TICKET_NEVER;
	ticket_rows_set_clock(desk->store, &clock);
	write_turn(desk, row, out_ticket, EVENT_MISSED);
	set_counter(desk, row, COUNTER_FREE, 0);
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_absent(struct desk *desk, int counter, struct ticket *out_ticket)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, absent_now(desk, counter, out_ticket));
}
