/* A ticket out of its turn, where the office allows it. */
#include "app/desk/act.h"

#include <string.h>

static enum result pick_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	if (!desk->office.call_any) {
		return RESULT_SWITCHED_OFF;
	}
	if (!ticket_rows_get(desk->store, order->ticket, out_ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (strcmp(out_ticket->service_date, desk->date) != 0) {
		return RESULT_TICKET_OTHER_DAY;
	}
	enum result result = counter_free(desk, order->counter, -1, &row);
	if (result != RESULT_OK) {
		return result;
	}
	if (!ticket_read(desk, order->ticket, out_ticket) || out_ticket->state != TICKET_WAITING) {
		return RESULT_TICKET_STATE;
	}
	const struct target_clock clock = target_clock_of(out_ticket);
	int bound = target_bound(&desk->line, &clock);
	if ((row->services >> out_ticket->service & 1) == 0 ||
		(bound != 0 && bound != row->number)) {
		return RESULT_COUNTER_FOREIGN;
	}
	ticket_summon(desk, row, out_ticket, 0, EVENT_PICKED);
	return RESULT_OK;
}

enum result desk_call_ticket(
	struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket};
	return act_do(desk, pick_now, &order, out_ticket);
}
