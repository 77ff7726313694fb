#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/queue/life.h"

#include <string.h>

/* ---- what the acts share ---- */

bool ticket_read(struct desk *desk, int64_t id, struct ticket *out_ticket)
{
	if (!ticket_rows_get(desk->store, id, out_ticket)) {
		return false;
	}
	if (!out_ticket->uncertain && strcmp(out_ticket->boot_id, desk->now.boot_id) != 0) {
		life_doubt(out_ticket);
		ticket_rows_doubt(desk->store, id);
	}
	return true;
}

int64_t ticket_write(struct desk *desk, const struct counter_row *counter,
	const struct ticket *ticket, struct event *event)
{
	ticket_rows_set(desk->store, ticket);
	ticket_rows_turn(desk->store, ticket, desk->now.office_ms);
	event->ticket = ticket->id;
	return act_note_event(desk, event, counter);
}

static int64_t write_turn(struct desk *desk, const struct counter_row *row,
	const struct ticket *ticket, enum event_kind kind, int64_t refers)
{
	struct event event = event_of(kind);
	event.refers = refers;
	return ticket_write(desk, row, ticket, &event);
}

void counter_set(struct desk *desk, struct counter_row *counter, enum counter_state state,
	const struct ticket *ticket)
{
	counter->state = state;
	counter->ticket = ticket != NULL ? ticket->id : 0;
	counter->service = ticket != NULL ? ticket->service : 0;
	counter->since_ms = desk->now.office_ms;
	counter->stand_by_ms = TICKET_NEVER;
	if (state == COUNTER_FREE) {
		counter->free_since_ms = desk->now.office_ms;
	}
	counter_rows_set(desk->store, counter);
}

enum result counter_current(
	struct desk *desk, int counter, struct counter_row **out_counter, struct ticket *out_ticket)
{
	*out_counter = line_counter(desk, counter);
	if (*out_counter == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_counter)->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	if ((*out_counter)->ticket == 0) {
		return RESULT_COUNTER_EMPTY;
	}
	return ticket_read(desk, (*out_counter)->ticket, out_ticket) ? RESULT_OK
								     : RESULT_TICKET_UNKNOWN;
}

enum result counter_free(
	struct desk *desk, int counter, int service, struct counter_row **out_counter)
{
	*out_counter = line_counter(desk, counter);
	if (*out_counter == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	switch ((*out_counter)->state) {
	case COUNTER_CLOSED:
	case COUNTER_BREAK: return RESULT_COUNTER_CLOSED;
	case COUNTER_CALLED: return RESULT_TICKET_CALLED;
	case COUNTER_SERVING: return RESULT_COUNTER_OCCUPIED;
	default: break;
	}
	bool serves = service < 0 || ((*out_counter)->services >> service & 1) != 0;
	return serves ? RESULT_OK : RESULT_COUNTER_FOREIGN;
}

/* ---- what happens to a ticket ---- */

void ticket_call(struct desk *desk, struct counter_row *counter, struct ticket *ticket,
	int64_t refers, const char *how)
{
	struct target_clock clock;
	struct event called = event_of(EVENT_CALLED);
	int64_t now = desk->now.office_ms;
	line_remove(desk, ticket->id, &clock);
	(void)life_call(ticket, &clock, counter->number, now);
	ticket_rows_set_clock(desk->store, &clock);
	called.refers = refers;
	text_copy(called.detail, sizeof called.detail, how != NULL ? how : "");
	int64_t event = ticket_write(desk, counter, ticket, &called);
	ticket_rows_add_call(desk->store, ticket, event, now);
	counter_set(desk, counter, COUNTER_CALLED, ticket);
	line_settle(desk, TARGET_OTHER);
}

void ticket_serve(
	struct desk *desk, struct counter_row *counter, struct ticket *ticket, int64_t refers)
{
	struct target_clock clock;
	ticket_rows_get_clock(desk->store, ticket->id, &clock);
	(void)life_serve(ticket, &clock, desk->now.office_ms);
	ticket_rows_set_clock(desk->store, &clock);
	write_turn(desk, counter, ticket, EVENT_SERVED, refers);
	counter_set(desk, counter, COUNTER_SERVING, ticket);
}

void ticket_summon(struct desk *desk, struct counter_row *counter, struct ticket *ticket,
	int64_t refers, const char *how)
{
	ticket_call(desk, counter, ticket, refers, how);
	if (desk->office.serve_on_call) {
		ticket_serve(desk, counter, ticket, desk->head.id);
	}
}

static void finish(struct desk *desk, struct counter_row *row, struct ticket *ticket)
{
	(void)life_finish(ticket, desk->now.office_ms);
	write_turn(desk, row, ticket, EVENT_FINISHED, 0);
	counter_set(desk, row, COUNTER_FREE, NULL);
	line_settle(desk, TARGET_FINISH);
}

/* ---- acts ---- */

static enum result finish_current(struct desk *desk, struct counter_row *row, int64_t *out_event)
{
	struct ticket current;
	*out_event = 0;
	if (row->state != COUNTER_SERVING) {
		return RESULT_OK;
	}
	if (!ticket_read(desk, row->ticket, &current) || current.state != TICKET_SERVING) {
		return RESULT_TICKET_STATE;
	}
	finish(desk, row, &current);
	*out_event = desk->head.id;
	return RESULT_OK;
}

enum result next_now(struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row = line_counter(desk, order->counter);
	int64_t finished;
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if (row->state == COUNTER_CLOSED || row->state == COUNTER_BREAK) {
		return RESULT_COUNTER_CLOSED;
	}
	if (row->state == COUNTER_CALLED) {
		return RESULT_TICKET_CALLED;
	}
	int64_t first = line_first(desk, row);
	if (first == 0) {
		return RESULT_NOBODY_WAITING;
	}
	enum result result = finish_current(desk, row, &finished);
	if (result != RESULT_OK) {
		return result;
	}
	if (!ticket_read(desk, first, out_ticket) || out_ticket->state != TICKET_WAITING) {
		return RESULT_TICKET_STATE;
	}
	ticket_summon(desk, row, out_ticket, finished, NULL);
	return RESULT_OK;
}

enum result desk_next(struct desk *desk, int counter, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, next_now, &order, out_ticket);
}

static enum result recall_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = counter_current(desk, order->counter, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	if (out_ticket->state != TICKET_CALLED) {
		return RESULT_TICKET_STATE;
	}
	if (out_ticket->recalls >= desk->office.recall_limit) {
		return RESULT_RECALL_LIMIT;
	}
	int64_t since = desk->now.office_ms - out_ticket->recalled_ms;
	if (since >= 0 && since < desk->office.recall_interval_s * INT64_C(1000)) {
		return RESULT_RECALL_EARLY;
	}
	(void)life_recall(out_ticket, desk->now.office_ms);
	ticket_rows_set(desk->store, out_ticket);
	int64_t event = act_note(desk, EVENT_RECALLED, row, out_ticket->id, NULL);
	ticket_rows_add_call(desk->store, out_ticket, event, desk->now.office_ms);
	return RESULT_OK;
}

enum result desk_recall(struct desk *desk, int counter, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, recall_now, &order, out_ticket);
}

static enum result serve_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = counter_current(desk, order->counter, &row, out_ticket);
	if (result == RESULT_OK && out_ticket->state != TICKET_CALLED) {
		result = RESULT_TICKET_STATE;
	}
	if (result == RESULT_OK) {
		ticket_serve(desk, row, out_ticket, 0);
	}
	return result;
}

enum result desk_serve(struct desk *desk, int counter, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, serve_now, &order, out_ticket);
}

static bool is_meant(const struct act_order *order, const struct ticket *ticket)
{
	return order->ticket == 0 || order->ticket == ticket->id;
}

static enum result finish_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	enum result result = counter_current(desk, order->counter, &row, out_ticket);
	if (result == RESULT_OK &&
		(out_ticket->state != TICKET_SERVING || !is_meant(order, out_ticket))) {
		result = RESULT_TICKET_STATE;
	}
	if (result == RESULT_OK) {
		finish(desk, row, out_ticket);
	}
	return result;
}

enum result desk_finish(struct desk *desk, int counter, struct ticket *out_ticket)
{
	return desk_finish_ticket(desk, counter, 0, out_ticket);
}

enum result desk_finish_ticket(
	struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket};
	return act_do(desk, finish_now, &order, out_ticket);
}

static enum result absent_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct target_clock clock;
	enum result result = counter_current(desk, order->counter, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	if (!is_meant(order, out_ticket)) {
		return RESULT_TICKET_STATE;
	}
	ticket_rows_get_clock(desk->store, out_ticket->id, &clock);
	if (!life_miss(out_ticket, &clock, desk->now.office_ms)) {
		return RESULT_TICKET_STATE;
	}
	ticket_rows_set_clock(desk->store, &clock);
	write_turn(desk, row, out_ticket, EVENT_MISSED, 0);
	counter_set(desk, row, COUNTER_FREE, NULL);
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_absent(struct desk *desk, int counter, struct ticket *out_ticket)
{
	return desk_absent_ticket(desk, counter, 0, out_ticket);
}

enum result desk_absent_ticket(
	struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket};
	return act_do(desk, absent_now, &order, out_ticket);
}
