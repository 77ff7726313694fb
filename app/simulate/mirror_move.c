/* Hold, resume, return, transfer, cancel, and taking back. */
#include "app/simulate/mirror.h"

static enum result find(struct mirror *mirror, const struct intent *intent, int64_t ticket,
	struct mirror_counter **out_counter, int *out_place)
{
	/* A return is at no counter. */
	int acting = intent->act != INTENT_RETURN ? intent->counter : 0;
	*out_counter = NULL;
	if (mirror->closed) {
		return RESULT_DAY_CLOSED;
	}
	if (acting != 0) {
		*out_counter = mirror_counter(mirror, acting);
		if (*out_counter == NULL) {
			return RESULT_COUNTER_UNKNOWN;
		}
		if ((*out_counter)->state == MIRROR_CLOSED) {
			return RESULT_COUNTER_CLOSED;
		}
	}
	if (intent->visitor == INTENT_NOBODY) {
		return mirror_current(mirror, acting, out_counter, out_place);
	}
	if (ticket == 0) {
		return RESULT_TICKET_UNKNOWN;
	}
	*out_place = mirror_find(mirror, intent->visitor);
	return *out_place < 0 ? RESULT_TICKET_OTHER_DAY : RESULT_OK;
}

static bool is_at_counter(const struct ticket *ticket)
{
	return ticket->state == TICKET_CALLED || ticket->state == TICKET_SERVING;
}

/* A ticket that is at a counter is acted on there, or from no counter. */
static enum result find_place(
	struct mirror *mirror, const struct ticket *ticket, struct mirror_counter **counter)
{
	if (!is_at_counter(ticket)) {
		return RESULT_OK;
	}
	struct mirror_counter *own = mirror_counter(mirror, ticket->counter);
	if (*counter != NULL && *counter != own) {
		return RESULT_COUNTER_FOREIGN;
	}
	*counter = own;
	return RESULT_OK;
}

/* Begins a press at the counter, if one acts. */
static void press(struct mirror *mirror, struct mirror_counter *counter, int place, int64_t now)
{
	if (counter != NULL) {
		mirror_press_begin(counter, now);
		mirror_press_add(mirror, counter, place);
	}
}

static void pressed(struct mirror *mirror, struct mirror_counter *counter, int place)
{
	mirror->tickets[place].changes++;
	if (counter != NULL) {
		mirror_press_end(mirror, counter);
	}
}

static enum result hold(
	struct mirror *mirror, struct mirror_counter *counter, int place, int64_t now)
{
	struct ticket *ticket = &mirror->tickets[place].ticket;
	bool serving = ticket->state == TICKET_SERVING;
	enum result result = find_place(mirror, ticket, &counter);
	if (result != RESULT_OK) {
		return result;
	}
	if (!serving && ticket->state != TICKET_WAITING) {
		return RESULT_TICKET_STATE;
	}
	press(mirror, counter, place, now);
	ticket->held_from = ticket->state;
	ticket->state = TICKET_HELD;
	if (serving) {
		mirror_counter_set(counter, MIRROR_FREE, -1, now);
	}
	pressed(mirror, counter, place);
	return RESULT_OK;
}

static enum result resume(
	struct mirror *mirror, const struct intent *intent, int place, int64_t now)
{
	struct mirror_counter *counter;
	struct mirror_ticket *own = &mirror->tickets[place];
	if (own->ticket.state != TICKET_HELD) {
		return RESULT_TICKET_STATE;
	}
	if (own->ticket.held_from == TICKET_SERVING) {
		enum result result =
			mirror_free(mirror, intent->counter, own->ticket.service, &counter);
		if (result != RESULT_OK) {
			return result;
		}
		own->ticket.counter = intent->counter;
		mirror_counter_set(counter, MIRROR_SERVING, place, now);
		mirror_press_forget(counter);
	}
	own->ticket.state = own->ticket.held_from;
	own->ticket.held_from = TICKET_WAITING;
	own->changes++;
	return RESULT_OK;
}

static enum result come_back(struct mirror *mirror, int place, int64_t now)
{
	struct mirror_ticket *own = &mirror->tickets[place];
	if (own->ticket.state != TICKET_ABSENT) {
		return RESULT_TICKET_STATE;
	}
	own->ticket.state = TICKET_WAITING;
	own->ticket.turn_ms = now;
	own->changes++;
	return RESULT_OK;
}

static enum result check_where_to(struct mirror *mirror, const struct intent *intent, int service)
{
	struct mirror_counter *to = mirror_counter(mirror, (int)intent->argument);
	if (intent->act != INTENT_SEND) {
		return service == intent->service ? RESULT_SERVICE_SAME : RESULT_OK;
	}
	if (to == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if (to->state == MIRROR_CLOSED || to->state == MIRROR_BREAK) {
		return RESULT_COUNTER_CLOSED;
	}
	return (to->services >> service & 1) != 0 ? RESULT_OK : RESULT_COUNTER_FOREIGN;
}

static enum result transfer(struct mirror *mirror, const struct intent *intent,
	struct mirror_counter *counter, int place, int64_t now)
{
	struct mirror_ticket *own = &mirror->tickets[place];
	bool at_counter = is_at_counter(&own->ticket), sends = intent->act == INTENT_SEND;
	enum result result = find_place(mirror, &own->ticket, &counter);
	if (result != RESULT_OK) {
		return result;
	}
	if (!at_counter && own->ticket.state != TICKET_WAITING) {
		return RESULT_TICKET_STATE;
	}
	int service = sends ? own->ticket.service : intent->service;
	result = check_where_to(mirror, intent, own->ticket.service);
	if (result != RESULT_OK) {
		return result;
	}
	own->ticket.service = service;
	own->ticket.only = sends ? (int)intent->argument : 0;
	own->ticket.state = TICKET_WAITING;
	own->ticket.counter = 0;
	own->ticket.segment++;
	own->changes++;
	if (counter != NULL) {
		mirror_press_forget(counter);
	}
	if (at_counter) {
		mirror_counter_set(counter, MIRROR_FREE, -1, now);
	}
	return RESULT_OK;
}

static enum result cancel(
	struct mirror *mirror, struct mirror_counter *counter, int place, int64_t now)
{
	struct mirror_ticket *own = &mirror->tickets[place];
	if (own->ticket.state != TICKET_WAITING) {
		return RESULT_TICKET_STATE;
	}
	press(mirror, counter, place, now);
	own->ticket.state = TICKET_CANCELLED;
	pressed(mirror, counter, place);
	return RESULT_OK;
}

static enum result check_service(const struct mirror *mirror, const struct intent *intent)
{
	if (intent->act != INTENT_TRANSFER) {
		return RESULT_OK;
	}
	return intent->service < mirror->office->service_count
		       ? mirror_check_numbered(mirror, intent->service)
		       : RESULT_SERVICE_UNKNOWN;
}

void mirror_move(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter = NULL;
	int place = -1;
	enum result result = check_service(mirror, intent);
	if (result == RESULT_OK) {
		result = find(mirror, intent, ticket, &counter, &place);
	}
	if (result == RESULT_OK) {
		switch (intent->act) {
		case INTENT_HOLD: result = hold(mirror, counter, place, now); break;
		case INTENT_RESUME: result = resume(mirror, intent, place, now); break;
		case INTENT_RETURN: result = come_back(mirror, place, now); break;
		case INTENT_SEND:
		case INTENT_TRANSFER: result = transfer(mirror, intent, counter, place, now); break;
		default: result = cancel(mirror, counter, place, now); break;
		}
	}
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
	} else {
		answer->ticket = place;
	}
}

/* ---- taking back ---- */

static enum result check_press(
	const struct mirror *mirror, const struct mirror_press *press, int64_t now)
{
	if (press->kind == MIRROR_PRESS_NOTHING) {
		return RESULT_UNDO_NOTHING;
	}
	if (now - press->at_ms > mirror->office->undo_s * INT64_C(1000)) {
		return RESULT_UNDO_LATE;
	}
	if (press->kind == MIRROR_PRESS_WALK) {
		return RESULT_UNDO_NOTHING;
	}
	for (size_t i = 0; i < press->count; i++) {
		if (mirror->tickets[press->tickets[i].place].changes != press->tickets[i].changes) {
			return RESULT_UNDO_LATE;
		}
	}
	return RESULT_OK;
}

void mirror_undo(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	if (counter == NULL) {
		mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
		return;
	}
	struct mirror_press *press = &counter->press;
	if (press->kind == MIRROR_PRESS_UNKNOWN) {
		answer->unsure = true;
		answer->results[answer->result_count++] = RESULT_UNDO_NOTHING;
		answer->results[answer->result_count++] = RESULT_UNDO_LATE;
		return;
	}
	enum result result = check_press(mirror, press, now);
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	for (size_t i = 0; i < press->count; i++) {
		struct mirror_ticket *own = &mirror->tickets[press->tickets[i].place];
		own->ticket = press->tickets[i].before;
		answer->ticket = press->tickets[i].place;
	}
	mirror_counter_set(counter, press->state, press->holds, now);
	mirror_press_forget(counter);
}
