/* What came of a visit, said by the clerk when it is over; the latest word counts. */
#include "app/desk/act.h"
#include "app/desk/flows.h"

#include <string.h>

static enum result find(struct desk *desk, int counter, int64_t id, struct counter_row **out_row,
	struct ticket *out_ticket)
{
	if (desk->day.closed_event != 0) {
		return RESULT_DAY_CLOSED;
	}
	*out_row = line_counter(desk, counter);
	if (*out_row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_row)->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	if (!ticket_rows_get(desk->store, id, out_ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (strcmp(out_ticket->service_date, desk->date) != 0) {
		return RESULT_TICKET_OTHER_DAY;
	}
	if (out_ticket->state != TICKET_DONE) {
		return RESULT_TICKET_STATE;
	}
	return out_ticket->counter == counter ? RESULT_OK : RESULT_COUNTER_FOREIGN;
}

enum result desk_note_outcome(struct desk *desk, int counter, int64_t ticket,
	const struct outcome *outcome, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct ticket found = {0};
	struct event event = event_of(EVENT_OUTCOME);
	if (outcome->result == OUTCOME_UNSAID) {
		return RESULT_FIELD_REQUIRED;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = find(desk, counter, ticket, &row, &found);
	if (result == RESULT_OK) {
		event.ticket = ticket;
		event.refers = found.segment;
		outcome_write(outcome, event.detail, sizeof event.detail);
		act_note_event(desk, &event, row);
	}
	result = act_end(desk, result);
	if (result == RESULT_OK && out_ticket != NULL) {
		*out_ticket = found;
	}
	return result;
}
