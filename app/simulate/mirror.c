#include "app/simulate/mirror.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <stddef.h>
#include <string.h>

void mirror_init(struct mirror *mirror, const struct office *office)
{
	memset(mirror, 0, sizeof *mirror);
	mirror->office = office;
	mirror->counter_count = office->counter_count;
	for (int i = 0; i < office->counter_count; i++) {
		mirror->counters[i].number = office->counters[i].number;
		mirror->counters[i].holds = -1;
	}
}

void mirror_copy(struct mirror *to, const struct mirror *from)
{
	size_t used =
		offsetof(struct mirror, tickets) + (size_t)from->count * sizeof from->tickets[0];
	memcpy(to, from, used);
}

bool mirror_roll(struct mirror *mirror, int64_t now)
{
	char date[CALENDAR_DATE_SIZE];
	calendar_date(mirror->office, now, date);
	if (strcmp(date, mirror->date) == 0) {
		return false;
	}
	text_copy(mirror->date, sizeof mirror->date, date);
	mirror->begun = mirror->closed = false;
	mirror->count = 0;
	memset(mirror->issued, 0, sizeof mirror->issued);
	for (int i = 0; i < mirror->counter_count; i++) {
		mirror->counters[i] = (struct mirror_counter){
			.number = mirror->counters[i].number, .holds = -1, .since_ms = now};
	}
	return true;
}

/* ---- finding ---- */

struct mirror_counter *mirror_counter(struct mirror *mirror, int number)
{
	for (int i = 0; i < mirror->counter_count; i++) {
		if (mirror->counters[i].number == number) {
			return &mirror->counters[i];
		}
	}
	return NULL;
}

int mirror_find(const struct mirror *mirror, int visitor)
{
	for (int i = 0; visitor != INTENT_NOBODY && i < mirror->count; i++) {
		if (mirror->tickets[i].visitor == visitor) {
			return i;
		}
	}
	return -1;
}

bool mirror_may_call(
	struct mirror *mirror, const struct mirror_counter *counter, const struct ticket *ticket)
{
	const struct mirror_counter *own = mirror_counter(mirror, ticket->only);
	bool bound = own != NULL && own->state != MIRROR_CLOSED && own->state != MIRROR_BREAK &&
		     (own->services >> ticket->service & 1) != 0;
	return (counter->services >> ticket->service & 1) != 0 && (!bound || own == counter);
}

int mirror_first(struct mirror *mirror, const struct mirror_counter *counter)
{
	int first = -1;
	for (int i = 0; i < mirror->count; i++) {
		const struct ticket *ticket = &mirror->tickets[i].ticket;
		if (ticket->state == TICKET_WAITING && mirror_may_call(mirror, counter, ticket) &&
			(first < 0 || ticket->turn_ms < mirror->tickets[first].ticket.turn_ms)) {
			first = i;
		}
	}
	return first;
}

struct mirror_appointment *mirror_appointment(struct mirror *mirror, int visitor)
{
	for (int i = mirror->appointment_count; i > 0; i--) {
		if (mirror->appointments[i - 1].visitor == visitor) {
			return &mirror->appointments[i - 1];
		}
	}
	return NULL;
}

bool mirror_refuse(struct mirror_answer *answer, enum result result)
{
	answer->results[0] = result;
	answer->result_count = 1;
	return false;
}

/* ---- counters and presses ---- */

void mirror_counter_set(
	struct mirror_counter *counter, enum mirror_counter_state state, int holds, int64_t now)
{
	counter->state = state;
	counter->holds = holds;
	counter->since_ms = now;
	counter->stand_by = 0;
}

void mirror_press_begin(struct mirror_counter *counter, int64_t now)
{
	counter->press = (struct mirror_press){
		.kind = MIRROR_PRESS_LAST,
		.at_ms = now,
		.state = counter->state,
		.holds = counter->holds,
	};
}

void mirror_press_add(struct mirror *mirror, struct mirror_counter *counter, int place)
{
	struct mirror_press *press = &counter->press;
	press->tickets[press->count].place = place;
	press->tickets[press->count].before = mirror->tickets[place].ticket;
	press->count++;
}

void mirror_press_end(struct mirror *mirror, struct mirror_counter *counter)
{
	for (size_t i = 0; i < counter->press.count; i++) {
		counter->press.tickets[i].changes =
			mirror->tickets[counter->press.tickets[i].place].changes;
	}
}

void mirror_press_forget(struct mirror_counter *counter)
{
	counter->press.kind = MIRROR_PRESS_NOTHING;
}

enum result mirror_current(
	struct mirror *mirror, int number, struct mirror_counter **out_counter, int *out_place)
{
	*out_counter = mirror_counter(mirror, number);
	if (*out_counter == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_counter)->state == MIRROR_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	*out_place = (*out_counter)->holds;
	return *out_place < 0 ? RESULT_COUNTER_EMPTY : RESULT_OK;
}

enum result mirror_free(
	struct mirror *mirror, int number, int service, struct mirror_counter **out_counter)
{
	static const enum result results[] = {
		[MIRROR_CLOSED] = RESULT_COUNTER_CLOSED,
		[MIRROR_FREE] = RESULT_OK,
		[MIRROR_CALLED] = RESULT_TICKET_CALLED,
		[MIRROR_SERVING] = RESULT_COUNTER_OCCUPIED,
		[MIRROR_BREAK] = RESULT_COUNTER_CLOSED,
	};
	*out_counter = mirror_counter(mirror, number);
	if (*out_counter == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	enum result result = results[(*out_counter)->state];
	bool serves = service < 0 || ((*out_counter)->services >> service & 1) != 0;
	return result == RESULT_OK && !serves ? RESULT_COUNTER_FOREIGN : result;
}

/* Whether a promise was broken is not known here. */
static void explain(const struct intent *intent, int64_t ticket, struct mirror_answer *answer)
{
	(void)intent;
	mirror_refuse(answer, ticket == 0 ? RESULT_TICKET_UNKNOWN : RESULT_OK);
	if (ticket != 0) {
		answer->results[answer->result_count++] = RESULT_NOT_MISSED;
	}
}

static void reprint(struct mirror *mirror, const struct intent *intent, int64_t ticket,
	struct mirror_answer *answer)
{
	if (ticket == 0) {
		mirror_refuse(answer, RESULT_TICKET_UNKNOWN);
	} else if (mirror_find(mirror, intent->visitor) < 0) {
		mirror_refuse(answer, RESULT_TICKET_OTHER_DAY);
	}
}

void mirror_perform(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *out_answer)
{
	*out_answer =
		(struct mirror_answer){.results = {RESULT_OK}, .result_count = 1, .ticket = -1};
	switch (intent->act) {
	case INTENT_ISSUE:
	case INTENT_WALK:
	case INTENT_APPOINT:
	case INTENT_UNAPPOINT:
	case INTENT_HELP_ISSUE:
	case INTENT_ARRIVE: mirror_visit(mirror, intent, now, out_answer); break;
	case INTENT_OPEN:
	case INTENT_BREAK:
	case INTENT_CLOSE:
	case INTENT_HAND_OVER:
	case INTENT_NEXT:
	case INTENT_STAND_BY:
	case INTENT_STAND_DOWN:
	case INTENT_RECALL:
	case INTENT_SERVE:
	case INTENT_FINISH:
	case INTENT_ABSENT:
	case INTENT_CLOSE_DAY: mirror_serve(mirror, intent, now, out_answer); break;
	case INTENT_UNDO: mirror_undo(mirror, intent, now, out_answer); break;
	case INTENT_HOLD:
	case INTENT_RESUME:
	case INTENT_RETURN:
	case INTENT_TRANSFER:
	case INTENT_SEND:
	case INTENT_CANCEL: mirror_move(mirror, intent, ticket, now, out_answer); break;
	case INTENT_RECEIVE:
	case INTENT_WITHDRAW:
	case INTENT_ASK_HELP:
	case INTENT_NEED_NOBODY:
	case INTENT_TAKE_HELP:
	case INTENT_END_HELP:
	case INTENT_COMPLAIN:
	case INTENT_MOVE_COMPLAINT: mirror_flow(mirror, intent, ticket, now, out_answer); break;
	case INTENT_PICK: mirror_pick(mirror, intent, ticket, now, out_answer); break;
	case INTENT_EXPLAIN: explain(intent, ticket, out_answer); break;
	case INTENT_REPRINT: reprint(mirror, intent, ticket, out_answer); break;
	default: break;
	}
	if (out_answer->results[0] == RESULT_OK && !out_answer->silent && !out_answer->unsure) {
		mirror_stand_by(mirror, now);
	}
}
