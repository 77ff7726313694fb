/* Another member of staff goes on at a counter: its visitor, line and clocks stay as they are. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/staff_rows.h"

#include <string.h>

static enum result hand_over_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row = line_counter(desk, order->counter);
	struct staff_row person;
	(void)out_ticket;
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if (row->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	if (!staff_rows_get(desk->store, order->staff_code, &person)) {
		return RESULT_STAFF_UNKNOWN;
	}
	if (strcmp(row->staff, person.code) == 0) {
		return RESULT_OK;
	}
	char before[sizeof row->staff];
	text_copy(before, sizeof before, row->staff);
	text_copy(row->staff, sizeof row->staff, person.code);
	text_copy(row->staff_name, sizeof row->staff_name, person.name);
	counter_rows_set(desk->store, row);
	act_note(desk, EVENT_HANDED_OVER, row, 0, before);
	return RESULT_OK;
}

enum result desk_hand_over(struct desk *desk, int counter, const char *staff)
{
	const struct act_order order = {.counter = counter, .staff_code = staff};
	return act_do(desk, hand_over_now, &order, NULL);
}
