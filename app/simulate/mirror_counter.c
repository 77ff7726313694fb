/* Counters: open and closed, the presses on the straight way, the end of the day. */
#include "app/simulate/mirror.h"

#include <stddef.h>

static bool is_occupied(const struct mirror_counter *counter)
{
	return counter->state == MIRROR_CALLED || counter->state == MIRROR_SERVING;
}

static void open_counter(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (counter == NULL) {
		mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
		return;
	}
	int place = office_find_counter(mirror->office, intent->counter);
	uint32_t allowed = mirror->office->counters[place].services;
	if (mirror->closed) {
		mirror_refuse(answer, RESULT_DAY_CLOSED);
	} else if (counter->state != MIRROR_CLOSED && counter->staff != intent->staff) {
		mirror_refuse(answer, RESULT_COUNTER_TAKEN);
	} else if ((intent->services & ~allowed) != 0) {
		mirror_refuse(answer, RESULT_SERVICE_UNKNOWN);
	} else {
		counter->services = intent->services != 0 ? intent->services : allowed;
		counter->staff = intent->staff;
		counter->stand_by = 0;
		mirror_press_forget(counter);
		if (!is_occupied(counter)) {
			mirror_counter_set(counter, MIRROR_FREE, -1, now);
		}
	}
}

static void leave_counter(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	bool closes = intent->act == INTENT_CLOSE;
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (counter == NULL) {
		mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
	} else if (counter->state == MIRROR_CLOSED) {
		mirror_refuse(answer, RESULT_COUNTER_CLOSED);
	} else if (is_occupied(counter)) {
		mirror_refuse(answer, RESULT_COUNTER_OCCUPIED);
	} else if (!closes && counter->state == MIRROR_BREAK) {
		answer->silent = true;
	} else {
		mirror_press_forget(counter);
		mirror_counter_set(counter, closes ? MIRROR_CLOSED : MIRROR_BREAK, -1, now);
		if (closes) {
			counter->staff = 0;
			counter->services = 0;
		}
	}
}

static void hand_over(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (counter == NULL) {
		mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
	} else if (counter->state == MIRROR_CLOSED) {
		mirror_refuse(answer, RESULT_COUNTER_CLOSED);
	} else if (counter->staff == intent->staff) {
		answer->silent = true;
	} else {
		counter->staff = intent->staff;
		mirror_press_forget(counter);
	}
}

/* Within a press that has begun. */
static void call(struct mirror *mirror, struct mirror_counter *counter, int place, int64_t now)
{
	struct mirror_ticket *called = &mirror->tickets[place];
	bool serves = mirror->office->serve_on_call;
	mirror_press_add(mirror, counter, place);
	called->ticket.state = serves ? TICKET_SERVING : TICKET_CALLED;
	called->ticket.counter = counter->number;
	called->ticket.recalls = 0;
	called->ticket.recalled_ms = now;
	called->changes++;
	mirror_counter_set(counter, serves ? MIRROR_SERVING : MIRROR_CALLED, place, now);
	mirror_press_end(mirror, counter);
}

static void next(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (counter == NULL) {
		mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
		return;
	}
	if (counter->state == MIRROR_CLOSED || counter->state == MIRROR_BREAK) {
		mirror_refuse(answer, RESULT_COUNTER_CLOSED);
		return;
	}
	if (counter->state == MIRROR_CALLED) {
		mirror_refuse(answer, RESULT_TICKET_CALLED);
		return;
	}
	int first = mirror_first(mirror, counter);
	if (first < 0) {
		mirror_refuse(answer, RESULT_NOBODY_WAITING);
		return;
	}
	mirror_press_begin(counter, now);
	if (counter->state == MIRROR_SERVING) {
		struct mirror_ticket *served = &mirror->tickets[counter->holds];
		mirror_press_add(mirror, counter, counter->holds);
		served->ticket.state = TICKET_DONE;
		served->changes++;
	}
	call(mirror, counter, first, now);
	answer->ticket = first;
}

static void stand_by(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (!mirror->office->stand_by) {
		mirror_refuse(answer, RESULT_SWITCHED_OFF);
	} else if (counter != NULL && mirror_first(mirror, counter) >= 0) {
		next(mirror, intent, now, answer);
	} else {
		enum result result = mirror_free(mirror, intent->counter, -1, &counter);
		if (result != RESULT_OK) {
			mirror_refuse(answer, result);
		} else if (counter->stand_by != 0) {
			answer->silent = true;
		} else {
			counter->stand_by = now;
			mirror_press_forget(counter);
		}
	}
}

static void stand_down(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (counter == NULL) {
		mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
	} else if (counter->stand_by == 0) {
		answer->silent = true;
	} else {
		counter->stand_by = 0;
		mirror_press_forget(counter);
	}
}

void mirror_restart(struct mirror *mirror)
{
	for (int i = 0; i < mirror->counter_count; i++) {
		mirror->counters[i].stand_by = 0;
	}
}

void mirror_stand_by(struct mirror *mirror, int64_t now)
{
	struct mirror_counter *longest;
	do {
		longest = NULL;
		for (int i = 0; mirror->office->stand_by && i < mirror->counter_count; i++) {
			struct mirror_counter *counter = &mirror->counters[i];
			if (counter->stand_by != 0 && mirror_first(mirror, counter) >= 0 &&
				(longest == NULL || counter->stand_by < longest->stand_by)) {
				longest = counter;
			}
		}
		if (longest != NULL) {
			mirror_press_begin(longest, now);
			call(mirror, longest, mirror_first(mirror, longest), now);
		}
	} while (longest != NULL);
}

static enum result check_pick(struct mirror *mirror, const struct intent *intent, int64_t ticket,
	struct mirror_counter **out_counter, int *out_place)
{
	if (!mirror->office->call_any) {
		return RESULT_SWITCHED_OFF;
	}
	*out_place = mirror_find(mirror, intent->visitor);
	if (*out_place < 0) {
		return ticket == 0 ? RESULT_TICKET_UNKNOWN : RESULT_TICKET_OTHER_DAY;
	}
	enum result result = mirror_free(mirror, intent->counter, -1, out_counter);
	const struct ticket *own = &mirror->tickets[*out_place].ticket;
	if (result == RESULT_OK && own->state != TICKET_WAITING) {
		result = RESULT_TICKET_STATE;
	}
	if (result == RESULT_OK && !mirror_may_call(mirror, *out_counter, own)) {
		result = RESULT_COUNTER_FOREIGN;
	}
	return result;
}

void mirror_pick(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter;
	int place;
	enum result result = check_pick(mirror, intent, ticket, &counter, &place);
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	mirror_press_begin(counter, now);
	call(mirror, counter, place, now);
	answer->ticket = place;
}

static enum result check_recall(
	const struct mirror *mirror, const struct ticket *ticket, int64_t now)
{
	if (ticket->recalls >= mirror->office->recall_limit) {
		return RESULT_RECALL_LIMIT;
	}
	bool early = now - ticket->recalled_ms < mirror->office->recall_interval_s * INT64_C(1000);
	return early ? RESULT_RECALL_EARLY : RESULT_OK;
}

/* Recall, serve, finish, absent. */
static void current(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	static const enum ticket_state needs[INTENT_ACTS] = {
		[INTENT_RECALL] = TICKET_CALLED,
		[INTENT_SERVE] = TICKET_CALLED,
		[INTENT_FINISH] = TICKET_SERVING,
		[INTENT_ABSENT] = TICKET_CALLED,
	};
	struct mirror_counter *counter;
	enum result result = mirror_current(mirror, intent->counter, &counter, &answer->ticket);
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	struct mirror_ticket *own = &mirror->tickets[answer->ticket];
	if (own->ticket.state != needs[intent->act]) {
		mirror_refuse(answer, RESULT_TICKET_STATE);
		return;
	}
	if (intent->act == INTENT_RECALL) {
		result = check_recall(mirror, &own->ticket, now);
		if (result != RESULT_OK) {
			mirror_refuse(answer, result);
			return;
		}
		own->ticket.recalls++;
		own->ticket.recalled_ms = now;
		mirror_press_forget(counter);
	} else if (intent->act == INTENT_SERVE) {
		mirror_press_begin(counter, now);
		mirror_press_add(mirror, counter, answer->ticket);
		own->ticket.state = TICKET_SERVING;
		mirror_counter_set(counter, MIRROR_SERVING, answer->ticket, now);
	} else {
		mirror_press_begin(counter, now);
		mirror_press_add(mirror, counter, answer->ticket);
		own->ticket.state = intent->act == INTENT_FINISH ? TICKET_DONE : TICKET_ABSENT;
		mirror_counter_set(counter, MIRROR_FREE, -1, now);
	}
	own->changes++;
	mirror_press_end(mirror, counter);
}

/* ---- days ---- */

static void close_day(struct mirror *mirror, int64_t now, struct mirror_answer *answer)
{
	bool occupied = false;
	for (int i = 0; i < mirror->counter_count; i++) {
		occupied = occupied || mirror->counters[i].holds >= 0;
	}
	if (mirror->closed) {
		mirror_refuse(answer, RESULT_DAY_CLOSED);
	} else if (!mirror->begun) {
		mirror_refuse(answer, RESULT_DAY_EMPTY);
	} else if (occupied) {
		mirror_refuse(answer, RESULT_COUNTER_OCCUPIED);
	} else {
		mirror->closed = true;
		for (int i = 0; i < mirror->count; i++) {
			struct ticket *ticket = &mirror->tickets[i].ticket;
			if (!ticket_is_ended(ticket->state)) {
				ticket->state = TICKET_CLOSED_BY_SYSTEM;
			}
		}
		for (int i = 0; i < mirror->counter_count; i++) {
			mirror->counters[i] = (struct mirror_counter){
				.number = mirror->counters[i].number, .holds = -1, .since_ms = now};
			mirror_press_forget(&mirror->counters[i]);
		}
	}
}

void mirror_serve(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	switch (intent->act) {
	case INTENT_OPEN: open_counter(mirror, intent, now, answer); break;
	case INTENT_BREAK:
	case INTENT_CLOSE: leave_counter(mirror, intent, now, answer); break;
	case INTENT_HAND_OVER: hand_over(mirror, intent, answer); break;
	case INTENT_NEXT: next(mirror, intent, now, answer); break;
	case INTENT_STAND_BY: stand_by(mirror, intent, now, answer); break;
	case INTENT_STAND_DOWN: stand_down(mirror, intent, answer); break;
	case INTENT_CLOSE_DAY: close_day(mirror, now, answer); break;
	default: current(mirror, intent, now, answer); break;
	}
}
