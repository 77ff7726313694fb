/* The next arrival is called by itself to the counter that has stood by for the longest. */
#include "app/desk/act.h"

#include <string.h>

/* With which the counter began to stand by today: the end of a day ends it. */
static bool find_begin(struct desk *desk, const struct counter_row *row, struct event *out_event)
{
	int64_t first = desk->day.first_event;
	return first != 0 && event_rows_stood_by(desk->store, row->number, first, out_event);
}

/* Whether the machine has started anew since: nobody is known to sit there. A command that has its
 * time from elsewhere (--at) is of no boot. */
static bool is_left_over(struct desk *desk, const struct counter_row *row)
{
	struct event event;
	return !desk->clock.fixed && row->stand_by_ms != TICKET_NEVER &&
	       find_begin(desk, row, &event) && strcmp(event.at.boot_id, desk->now.boot_id) != 0;
}

int stand_by_list_counters(struct desk *desk, struct counter_row out_rows[OFFICE_COUNTERS])
{
	int count = counter_rows_list(desk->store, out_rows);
	for (int i = 0; i < count; i++) {
		if (is_left_over(desk, &out_rows[i])) {
			out_rows[i].stand_by_ms = TICKET_NEVER;
		}
	}
	return count;
}

/* The counter that has stood by for the longest among those for whom somebody waits, and who. */
static struct counter_row *find(struct desk *desk, int64_t *out_first)
{
	struct counter_row *found = NULL;
	for (int i = 0; desk->office.stand_by && i < desk->counter_count; i++) {
		struct counter_row *row = &desk->counters[i];
		if (row->stand_by_ms == TICKET_NEVER ||
			(found != NULL && found->stand_by_ms <= row->stand_by_ms)) {
			continue;
		}
		int64_t first = line_first(desk, row);
		if (first != 0) {
			found = row;
			*out_first = first;
		}
	}
	return found;
}

void stand_by_call(struct desk *desk)
{
	struct counter_row *row;
	struct ticket ticket;
	int64_t first;
	/* Each round leaves one counter less that stands by. */
	while ((row = find(desk, &first)) != NULL && ticket_read(desk, first, &ticket)) {
		ticket_summon(desk, row, &ticket, 0, NULL);
	}
}

void stand_by_end(struct desk *desk, struct counter_row *row)
{
	if (row->stand_by_ms != TICKET_NEVER) {
		row->stand_by_ms = TICKET_NEVER;
		counter_rows_set(desk->store, row);
		act_note(desk, EVENT_STOOD_DOWN, row, 0, NULL);
	}
}

void stand_by_end_all(struct desk *desk)
{
	for (int i = 0; i < desk->counter_count; i++) {
		stand_by_end(desk, &desk->counters[i]);
	}
}

static enum result stand_by_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row = line_counter(desk, order->counter);
	if (!desk->office.stand_by) {
		return RESULT_SWITCHED_OFF;
	}
	if (row != NULL && line_first(desk, row) != 0) {
		return next_now(desk, order, out_ticket);
	}
	enum result result = counter_free(desk, order->counter, -1, &row);
	if (result != RESULT_OK || row->stand_by_ms != TICKET_NEVER) {
		return result;
	}
	row->stand_by_ms = desk->now.office_ms;
	counter_rows_set(desk->store, row);
	act_note(desk, EVENT_STOOD_BY, row, 0, NULL);
	return RESULT_OK;
}

enum result desk_stand_by(struct desk *desk, int counter, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, stand_by_now, &order, out_ticket);
}

static enum result stand_down_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row = line_counter(desk, order->counter);
	(void)out_ticket;
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	stand_by_end(desk, row);
	return RESULT_OK;
}

enum result desk_stand_down(struct desk *desk, int counter)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, stand_down_now, &order, NULL);
}

/* ---- left by a program that died ---- */

static bool is_by_device(struct desk *desk, const struct counter_row *row)
{
	struct event event;
	return row->stand_by_ms != TICKET_NEVER && find_begin(desk, row, &event) &&
	       strcmp(event.device, desk->device) == 0;
}

static enum result end_left_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	(void)order;
	(void)out_ticket;
	for (int i = 0; i < desk->counter_count; i++) {
		if (is_by_device(desk, &desk->counters[i])) {
			stand_by_end(desk, &desk->counters[i]);
		}
	}
	return RESULT_OK;
}

enum result desk_end_left_stand_by(struct desk *desk)
{
	struct counter_row rows[OFFICE_COUNTERS];
	const struct act_order order = {0};
	bool found = false;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	(void)day_load(desk);
	int count = stand_by_list_counters(desk, rows);
	for (int i = 0; i < count; i++) {
		found = found || is_by_device(desk, &rows[i]);
	}
	result = look_end(desk, RESULT_OK);
	return result == RESULT_OK && found ? act_do(desk, end_left_now, &order, NULL) : result;
}
