#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/staff_rows.h"

#include <string.h>

static bool is_occupied(const struct counter_row *row)
{
	return row->state == COUNTER_CALLED || row->state == COUNTER_SERVING;
}

/* What the counter serves this shift: what was asked for, within what it may. */
static enum result choose_services(
	const struct desk *desk, int counter, uint32_t wanted, uint32_t *out_services)
{
	int place = office_find_counter(&desk->office, counter);
	uint32_t allowed = desk->office.counters[place].services;
	*out_services = wanted == 0 ? allowed : wanted;
	return (*out_services & ~allowed) == 0 ? RESULT_OK : RESULT_SERVICE_UNKNOWN;
}

static enum result open_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct staff_row person;
	struct event event = event_of(EVENT_COUNTER_OPENED);
	struct counter_row *row = line_counter(desk, order->counter);
	(void)out_ticket;
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if (desk->day.closed_event != 0) {
		return RESULT_DAY_CLOSED;
	}
	if (!staff_rows_get(desk->store, order->staff_code, &person)) {
		return RESULT_STAFF_UNKNOWN;
	}
	if (row->state != COUNTER_CLOSED && strcmp(row->staff, person.code) != 0) {
		return RESULT_COUNTER_TAKEN;
	}
	enum result result =
		choose_services(desk, order->counter, order->services, &event.services);
	if (result != RESULT_OK) {
		return result;
	}
	if (!is_occupied(row) && row->state != COUNTER_FREE) {
		row->state = COUNTER_FREE;
		row->since_ms = desk->now.office_ms;
		row->free_since_ms = desk->now.office_ms;
	}
	row->stand_by_ms = TICKET_NEVER;
	row->services = event.services;
	text_copy(row->staff, sizeof row->staff, person.code);
	text_copy(row->staff_name, sizeof row->staff_name, person.name);
	counter_rows_set(desk->store, row);
	act_note_event(desk, &event, row);
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_open_counter(struct desk *desk, int counter, const char *staff, uint32_t services)
{
	const struct act_order order = {
		.counter = counter, .staff_code = staff, .services = services};
	return act_do(desk, open_now, &order, NULL);
}

/* Finds an open counter with nobody at it. */
static enum result find_idle(struct desk *desk, int counter, struct counter_row **out_row)
{
	*out_row = line_counter(desk, counter);
	if (*out_row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_row)->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	return is_occupied(*out_row) ? RESULT_COUNTER_OCCUPIED : RESULT_OK;
}

static enum result break_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	(void)out_ticket;
	enum result result = find_idle(desk, order->counter, &row);
	if (result != RESULT_OK) {
		return result;
	}
	if (row->state != COUNTER_BREAK) {
		row->state = COUNTER_BREAK;
		row->since_ms = desk->now.office_ms;
		row->free_since_ms = TICKET_NEVER;
		row->stand_by_ms = TICKET_NEVER;
		counter_rows_set(desk->store, row);
		act_note(desk, EVENT_COUNTER_BROKEN, row, 0, order->text);
		line_settle(desk, TARGET_OTHER);
	}
	return RESULT_OK;
}

enum result desk_break_counter(struct desk *desk, int counter, const char *reason)
{
	const struct act_order order = {.counter = counter, .text = reason};
	if (reason != NULL && !act_is_code(reason)) {
		return RESULT_FIELD_RANGE;
	}
	return act_do(desk, break_now, &order, NULL);
}

static enum result close_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	(void)out_ticket;
	enum result result = find_idle(desk, order->counter, &row);
	if (result != RESULT_OK) {
		return result;
	}
	act_note(desk, EVENT_COUNTER_CLOSED, row, 0, order->text);
	*row = (struct counter_row){
		.number = order->counter,
		.state = COUNTER_CLOSED,
		.since_ms = desk->now.office_ms,
		.free_since_ms = TICKET_NEVER,
		.stand_by_ms = TICKET_NEVER,
	};
	counter_rows_set(desk->store, row);
	line_settle(desk, TARGET_OTHER);
	return RESULT_OK;
}

enum result desk_close_counter(struct desk *desk, int counter)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, close_now, &order, NULL);
}

enum result desk_close_left(struct desk *desk, int counter)
{
	const struct act_order order = {.counter = counter, .text = "left"};
	struct counter_row rows[OFFICE_COUNTERS];
	enum result found = RESULT_COUNTER_UNKNOWN;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	int count = counter_rows_list(desk->store, rows);
	for (int i = 0; i < count; i++) {
		if (rows[i].number == counter) {
			found = is_occupied(&rows[i])             ? RESULT_COUNTER_OCCUPIED
				: rows[i].state == COUNTER_CLOSED ? RESULT_COUNTER_CLOSED
								  : RESULT_OK;
		}
	}
	result = look_end(desk, RESULT_OK);
	result = result == RESULT_OK ? found : result;
	return result == RESULT_OK ? act_do(desk, close_now, &order, NULL) : result;
}
