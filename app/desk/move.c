/* Acts on a ticket beside its straight way: hold, resume, return, transfer, cancel. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/withdrawal_rows.h"
#include "app/queue/life.h"

#include <string.h>

/* The ticket of an order, of today; `out_row`: the counter where it is called or served, or the
 * one that acts, or NULL when nobody's does. */
static enum result find(struct desk *desk, const struct act_order *order,
	struct counter_row **out_row, struct ticket *out_ticket)
{
	*out_row = NULL;
	if (desk->day.closed_event != 0) {
		return RESULT_DAY_CLOSED;
	}
	if (order->counter != 0) {
		*out_row = line_counter(desk, order->counter);
		if (*out_row == NULL) {
			return RESULT_COUNTER_UNKNOWN;
		}
		if ((*out_row)->state == COUNTER_CLOSED) {
			return RESULT_COUNTER_CLOSED;
		}
	}
	if (order->ticket == 0) {
		return counter_current(desk, order->counter, out_row, out_ticket);
	}
	if (!ticket_rows_get(desk->store, order->ticket, out_ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (strcmp(out_ticket->service_date, desk->date) != 0) {
		return RESULT_TICKET_OTHER_DAY;
	}
	(void)ticket_read(desk, order->ticket, out_ticket);
	return RESULT_OK;
}

/* The counter where the ticket is; a counter that says it acts on it must be that one. */
static enum result find_place(struct desk *desk, const struct ticket *ticket,
	struct counter_row **row, bool *out_at_counter)
{
	*out_at_counter = ticket->state == TICKET_CALLED || ticket->state == TICKET_SERVING;
	if (!*out_at_counter) {
		return RESULT_OK;
	}
	struct counter_row *own = line_counter(desk, ticket->counter);
	if (own == NULL || own->ticket != ticket->id || (*row != NULL && *row != own)) {
		return RESULT_COUNTER_FOREIGN;
	}
	*row = own;
	return RESULT_OK;
}

static void free_counter(struct desk *desk, struct counter_row *row, bool at_counter)
{
	if (at_counter) {
		counter_set(desk, row, COUNTER_FREE, NULL);
	}
}

static enum result hold_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct target_clock clock;
	bool at_counter;
	struct event event = event_of(EVENT_HELD);
	enum result result = find(desk, order, &row, out_ticket);
	if (result == RESULT_OK) {
		result = find_place(desk, out_ticket, &row, &at_counter);
	}
	if (result != RESULT_OK) {
		return result;
	}
	line_remove(desk, out_ticket->id, &clock);
	if (!life_hold(out_ticket, &clock, desk->now.office_ms)) {
		return RESULT_TICKET_STATE;
	}
	ticket_rows_set_clock(desk->store, &clock);
	ticket_rows_move(desk->store, out_ticket);
	ticket_write(desk, row, out_ticket, &event);
	free_counter(desk, row, at_counter);
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_hold(struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket};
	return act_do(desk, hold_now, &order, out_ticket);
}

/* Puts a ticket that waits again in its place. */
static void wait_again(
	struct desk *desk, const struct ticket *ticket, const struct target_clock *clock)
{
	ticket_rows_set_clock(desk->store, clock);
	line_insert(desk, ticket, clock);
}

static enum result resume_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct target_clock clock;
	struct event event = event_of(EVENT_RESUMED);
	enum result result = find(desk, order, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	if (out_ticket->state != TICKET_HELD) {
		return RESULT_TICKET_STATE;
	}
	bool at_counter = out_ticket->held_from == TICKET_SERVING;
	int counter = order->counter != 0 ? order->counter : out_ticket->counter;
	if (at_counter) {
		result = counter_free(desk, counter, out_ticket->service, &row);
		if (result != RESULT_OK) {
			return result;
		}
	}
	ticket_rows_get_clock(desk->store, out_ticket->id, &clock);
	(void)life_resume(out_ticket, counter);
	ticket_rows_move(desk->store, out_ticket);
	ticket_write(desk, at_counter ? row : NULL, out_ticket, &event);
	if (at_counter) {
		counter_set(desk, row, COUNTER_SERVING, out_ticket);
	} else {
		wait_again(desk, out_ticket, &clock);
	}
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_resume(struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket};
	return act_do(desk, resume_now, &order, out_ticket);
}

static enum result return_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct target_clock clock;
	struct event event = event_of(EVENT_RETURNED);
	enum result result = find(desk, order, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	if (!life_return(out_ticket, &clock, desk->now.office_ms)) {
		return RESULT_TICKET_STATE;
	}
	event.turn_ms = out_ticket->turn_ms;
	ticket_rows_move(desk->store, out_ticket);
	ticket_write(desk, NULL, out_ticket, &event);
	wait_again(desk, out_ticket, &clock);
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_return(struct desk *desk, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.ticket = ticket};
	return act_do(desk, return_now, &order, out_ticket);
}

/* What is told of the call when a segment begins, by those who wait now. */
static void expect(struct desk *desk, struct ticket *ticket, struct event *event)
{
	struct estimate_room room;
	struct estimate estimate;
	estimate_begin(desk, &room);
	estimate_turn(desk, &room, ticket->service, ticket->turn_ms, &estimate);
	ticket->low_ms = event->low_ms = estimate.low_ms;
	ticket->high_ms = event->high_ms = estimate.high_ms;
}

/* To another service, or to a counter that is there and serves it. */
static enum result check_where_to(
	struct desk *desk, const struct ticket *ticket, int service, int to)
{
	if (to == 0) {
		return service == ticket->service ? RESULT_SERVICE_SAME : RESULT_OK;
	}
	const struct counter_row *row = line_counter(desk, to);
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if (row->state == COUNTER_CLOSED || row->state == COUNTER_BREAK) {
		return RESULT_COUNTER_CLOSED;
	}
	return (row->services >> service & 1) != 0 ? RESULT_OK : RESULT_COUNTER_FOREIGN;
}

static enum result transfer_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct target_clock clock;
	bool at_counter;
	struct event event = event_of(EVENT_TRANSFERRED);
	enum ticket_state after;
	enum result result = find(desk, order, &row, out_ticket);
	if (result == RESULT_OK) {
		result = find_place(desk, out_ticket, &row, &at_counter);
	}
	if (result != RESULT_OK) {
		return result;
	}
	if (!ticket_allows(out_ticket->state, TICKET_TRANSFER, &after)) {
		return RESULT_TICKET_STATE;
	}
	int service = order->service >= 0 ? order->service : out_ticket->service;
	result = check_where_to(desk, out_ticket, service, order->to);
	if (result != RESULT_OK) {
		return result;
	}
	line_remove(desk, out_ticket->id, &clock);
	target_stop(&clock, desk->now.office_ms);
	ticket_rows_set_clock(desk->store, &clock);
	if (out_ticket->state == TICKET_SERVING) {
		out_ticket->finished_ms = desk->now.office_ms;
	}
	segment_rows_set(desk->store, out_ticket);
	out_ticket->only = order->to;
	event.refers = order->to;
	(void)life_transfer(out_ticket, &clock, &desk->office, service, desk->now.office_ms);
	event.with_service = true;
	event.service = service;
	expect(desk, out_ticket, &event);
	segment_rows_begin(desk->store, out_ticket);
	ticket_rows_move(desk->store, out_ticket);
	ticket_write(desk, row, out_ticket, &event);
	line_insert(desk, out_ticket, &clock);
	free_counter(desk, row, at_counter);
	line_settle(desk, at_counter ? TARGET_FINISH : TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_transfer(
	struct desk *desk, int counter, int64_t ticket, int service, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket, .service = service};
	if (service < 0 || service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	if (desk->office.services[service].withheld) {
		return RESULT_SERVICE_WITHHELD;
	}
	if (desk->office.services[service].reception) {
		return RESULT_SERVICE_RECEPTION;
	}
	return act_do(desk, transfer_now, &order, out_ticket);
}

enum result desk_send(
	struct desk *desk, int counter, int64_t ticket, int to, struct ticket *out_ticket)
{
	const struct act_order order = {
		.counter = counter, .ticket = ticket, .service = -1, .to = to};
	return to > 0 ? act_do(desk, transfer_now, &order, out_ticket) : RESULT_COUNTER_UNKNOWN;
}

static enum result cancel_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct target_clock clock;
	struct event event = event_of(EVENT_CANCELLED);
	enum result result = find(desk, order, &row, out_ticket);
	if (result != RESULT_OK) {
		return result;
	}
	if (out_ticket->state != TICKET_WAITING) {
		return RESULT_TICKET_STATE;
	}
	line_remove(desk, out_ticket->id, &clock);
	(void)life_cancel(out_ticket, &clock, desk->now.office_ms);
	ticket_rows_set_clock(desk->store, &clock);
	text_copy(event.detail, sizeof event.detail, order->text);
	ticket_write(desk, row, out_ticket, &event);
	if (order->visitor) {
		withdrawal_rows_insert(
			desk->store, desk->date, out_ticket->id, desk->now.office_ms);
	}
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result ticket_withdraw(struct desk *desk, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.ticket = ticket, .text = ACT_WITHDRAWN, .visitor = true};
	return act_do(desk, cancel_now, &order, out_ticket);
}

enum result desk_cancel(struct desk *desk, int counter, int64_t ticket, const char *reason,
	struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket, .text = reason};
	/* Only the visitor's own word is told as theirs. */
	if (reason == NULL || !act_is_code(reason) || strcmp(reason, ACT_WITHDRAWN) == 0) {
		return RESULT_FIELD_RANGE;
	}
	return act_do(desk, cancel_now, &order, out_ticket);
}
