/* A ticket out of its turn, where the office allows it; and who was called so on a day. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/office_past.h"
#include "app/desk/picks.h"
#include "db/staff_rows.h"

#include <stdlib.h>
#include <string.h>

static enum result pick_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	char how[EVENT_DETAIL_SIZE];
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
	text_copy(how, sizeof how, EVENT_PICKED);
	if (order->text != NULL) {
		text_format(how, sizeof how, EVENT_PICKED " %s", order->text);
	}
	ticket_summon(desk, row, out_ticket, 0, how);
	return RESULT_OK;
}

enum result desk_call_ticket(struct desk *desk, int counter, int64_t ticket, const char *reason,
	struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .ticket = ticket, .text = reason};
	if (reason != NULL && !act_is_code(reason)) {
		return RESULT_FIELD_RANGE;
	}
	return act_do(desk, pick_now, &order, out_ticket);
}

/* ---- of a day ---- */

static void name_ticket(const struct replay *replay, int64_t ticket, char out_number[])
{
	const struct replay_ticket *found = replay_find(replay, ticket);
	text_copy(out_number, TICKET_NUMBER_SIZE, found != NULL ? found->ticket.number : "");
}

static void tell(struct desk *desk, const struct replay *replay, const struct replay_pick *pick,
	struct desk_pick *out_pick)
{
	struct staff_row person;
	*out_pick = (struct desk_pick){.service = pick->service,
		.counter = pick->counter,
		.at_ms = pick->at_ms,
		.passed_count = pick->passed_count};
	name_ticket(replay, pick->ticket, out_pick->number);
	text_copy(out_pick->reason, sizeof out_pick->reason, pick->reason);
	text_copy(out_pick->staff_name, sizeof out_pick->staff_name,
		staff_rows_get(desk->store, pick->staff, &person) ? person.name : pick->staff);
	for (int i = 0; i < pick->passed_count && i < DESK_PASSED; i++) {
		name_ticket(replay, pick->passed[i], out_pick->passed[i]);
	}
}

static bool any_is_picked(const struct event *events, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (event_is_picked(&events[i])) {
			return true;
		}
	}
	return false;
}

size_t pick_list(struct desk *desk, const char *date, const struct event *events, size_t count,
	struct desk_pick **out_picks)
{
	struct replay *replay = NULL;
	struct replay_fault fault;
	struct replay_offices offices;
	*out_picks = NULL;
	if (!any_is_picked(events, count)) {
		return 0;
	}
	if (office_past_load(desk, &desk->office, events[0].id, events[count - 1].id, &offices)) {
		(void)replay_day(&offices, date, events, count, &replay, &fault);
	}
	size_t found = replay != NULL ? replay->pick_count : 0;
	*out_picks = memory_zeroed(found + 1, sizeof **out_picks);
	for (size_t i = 0; i < found; i++) {
		tell(desk, replay, &replay->picks[i], &(*out_picks)[i]);
	}
	replay_destroy(replay);
	office_past_finish(&offices);
	return found;
}
