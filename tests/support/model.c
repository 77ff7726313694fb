#include "tests/support/model_parts.h"

#include <stdio.h>
#include <stdlib.h>

void model_expect(bool right, const char *what, size_t event)
{
	if (!right) {
		fprintf(stderr, "model: event %zu: %s\n", event, what);
		abort();
	}
}

void model_add(struct model_day *day, struct model_event event)
{
	size_t place = day->event_count;
	model_expect(place < MODEL_EVENTS, "the day is full", place);
	model_expect(place == 0 || day->events[place - 1].at_ms <= event.at_ms,
		"earlier than the one before", place);
	model_expect(
		event.kind != MODEL_UNDONE ||
			(event.undone < place && day->events[event.undone].kind != MODEL_UNDONE),
		"undoes nothing", place);
	day->events[place] = event;
	day->event_count++;
}

static size_t find_ticket(const struct model_moment *moment, int64_t number)
{
	size_t place = 0;
	while (place < moment->ticket_count && moment->tickets[place].number != number) {
		place++;
	}
	return place;
}

static size_t find_counter(const struct model_moment *moment, int number)
{
	size_t place = 0;
	while (place < moment->counter_count && moment->counters[place].number != number) {
		place++;
	}
	return place;
}

const struct model_ticket *model_find_ticket(const struct model_moment *moment, int64_t number)
{
	size_t place = find_ticket(moment, number);
	return place < moment->ticket_count ? &moment->tickets[place] : NULL;
}

const struct model_counter *model_find_counter(const struct model_moment *moment, int number)
{
	size_t place = find_counter(moment, number);
	return place < moment->counter_count ? &moment->counters[place] : NULL;
}

const struct model_segment *model_segment(const struct model_ticket *ticket)
{
	return &ticket->segments[ticket->segment_count - 1];
}

static struct model_segment *last_segment(struct model_ticket *ticket)
{
	return &ticket->segments[ticket->segment_count - 1];
}

/* An event at a moment of the day: what its act needs to know. */
struct act {
	struct model_moment *moment;
	const struct model_event *event;
	size_t place;
	struct model_ticket *ticket;
	struct model_counter *counter;
};

static void expect(const struct act *act, bool right)
{
	model_expect(right, "the rules do not allow it", act->place);
}

static void expect_state(const struct act *act, enum ticket_state state)
{
	expect(act, act->ticket && act->ticket->state == state);
}

static void add_segment(struct act *act)
{
	struct model_ticket *ticket = act->ticket;
	expect(act, ticket->segment_count < MODEL_SEGMENTS);
	ticket->segments[ticket->segment_count] = (struct model_segment){
		.service = act->event->service,
		.from_ms = act->event->at_ms,
		.called_ms = TICKET_NEVER,
		.served_ms = TICKET_NEVER,
		.finished_ms = TICKET_NEVER,
	};
	model_clock_init(&ticket->segments[ticket->segment_count].clock);
	ticket->segment_count++;
}

/* The counter's visitor goes: it is free. */
static void leave_counter(struct act *act)
{
	size_t place = find_counter(act->moment, act->ticket->counter);
	expect(act, place < act->moment->counter_count);
	act->moment->counters[place].ticket = MODEL_NOBODY;
	act->ticket->counter = MODEL_NOBODY;
}

static void take_counter(struct act *act)
{
	expect(act, act->counter && act->counter->open && act->counter->ticket == MODEL_NOBODY);
	act->counter->ticket = act->ticket->number;
	act->ticket->counter = act->counter->number;
	last_segment(act->ticket)->counter = act->counter->number;
}

static void open_counter(struct act *act)
{
	struct model_moment *moment = act->moment;
	if (!act->counter) {
		expect(act, moment->counter_count < MODEL_COUNTERS && act->event->counter > 0);
		act->counter = &moment->counters[moment->counter_count++];
		*act->counter = (struct model_counter){.number = act->event->counter};
	}
	act->counter->open = true;
	act->counter->services = act->event->services;
}

static void leave_desk(struct act *act)
{
	expect(act, act->counter && act->counter->ticket == MODEL_NOBODY);
	act->counter->open = false;
}

static void issue(struct act *act)
{
	struct model_moment *moment = act->moment;
	const struct model_event *event = act->event;
	expect(act, !act->ticket && event->ticket > 0 && moment->ticket_count < MODEL_TICKETS);
	act->ticket = &moment->tickets[moment->ticket_count++];
	*act->ticket = (struct model_ticket){
		.number = event->ticket,
		.state = TICKET_WAITING,
		.priority = event->priority,
		.issued_ms = event->at_ms,
		.hour_ms = event->hour_ms,
		.turn_ms = model_turn(moment->day, event->at_ms, event->priority, event->hour_ms),
		.issue_event = act->place,
		.joined_event = act->place,
		.joined_ms = event->at_ms,
	};
	add_segment(act);
}

static void call(struct act *act)
{
	expect_state(act, TICKET_WAITING);
	struct model_segment *segment = last_segment(act->ticket);
	take_counter(act);
	if (segment->called_ms == TICKET_NEVER) {
		segment->called_ms = act->event->at_ms;
	}
	model_clock_call(&segment->clock, act->event->at_ms);
	act->ticket->state = TICKET_CALLED;
}

static void serve(struct act *act)
{
	expect_state(act, TICKET_CALLED);
	struct model_segment *segment = last_segment(act->ticket);
	segment->served_ms = act->event->at_ms;
	segment->clock.runs = false;
	act->ticket->state = TICKET_SERVING;
}

static void finish(struct act *act)
{
	expect_state(act, TICKET_SERVING);
	last_segment(act->ticket)->finished_ms = act->event->at_ms;
	act->ticket->state = TICKET_DONE;
	leave_counter(act);
}

static void miss(struct act *act)
{
	expect_state(act, TICKET_CALLED);
	model_clock_init(&last_segment(act->ticket)->clock);
	act->ticket->state = TICKET_ABSENT;
	leave_counter(act);
}

static void hold(struct act *act)
{
	expect(act, act->ticket);
	if (act->ticket->state == TICKET_SERVING) {
		leave_counter(act);
	} else {
		expect_state(act, TICKET_WAITING);
	}
	last_segment(act->ticket)->clock.runs = false;
	act->ticket->state = TICKET_HELD;
}

static void resume(struct act *act)
{
	expect_state(act, TICKET_HELD);
	bool was_serving = last_segment(act->ticket)->served_ms != TICKET_NEVER;
	expect(act, was_serving == (act->event->counter != MODEL_NOBODY));
	if (was_serving) {
		take_counter(act);
	}
	act->ticket->state = was_serving ? TICKET_SERVING : TICKET_WAITING;
}

static void come_back(struct act *act)
{
	expect_state(act, TICKET_ABSENT);
	act->ticket->turn_ms = act->event->at_ms;
	act->ticket->joined_event = act->place;
	act->ticket->joined_ms = act->event->at_ms;
	act->ticket->state = TICKET_WAITING;
}

static enum model_cause transfer(struct act *act)
{
	expect(act, act->ticket);
	enum model_cause cause = MODEL_BY_OTHER;
	if (act->ticket->state == TICKET_SERVING) {
		/* §4 speaks of a finish or a transfer away: served there, it ended there. */
		last_segment(act->ticket)->finished_ms = act->event->at_ms;
	}
	if (act->ticket->state == TICKET_CALLED || act->ticket->state == TICKET_SERVING) {
		leave_counter(act);
		cause = MODEL_BY_FINISH;
	} else {
		expect_state(act, TICKET_WAITING);
	}
	last_segment(act->ticket)->clock.runs = false;
	act->ticket->only = act->event->only;
	add_segment(act);
	act->ticket->state = TICKET_WAITING;
	return cause;
}

static void cancel(struct act *act)
{
	expect_state(act, TICKET_WAITING);
	last_segment(act->ticket)->clock.runs = false;
	act->ticket->state = TICKET_CANCELLED;
}

static enum model_cause perform(struct act *act)
{
	switch (act->event->kind) {
	case MODEL_OPENED: open_counter(act); break;
	case MODEL_BROKE:
	case MODEL_CLOSED: leave_desk(act); break;
	case MODEL_ISSUED: issue(act); break;
	case MODEL_CALLED: call(act); break;
	case MODEL_SERVED: serve(act); break;
	case MODEL_FINISHED: finish(act); return MODEL_BY_FINISH;
	case MODEL_ABSENT: miss(act); break;
	case MODEL_HELD: hold(act); break;
	case MODEL_RESUMED: resume(act); break;
	case MODEL_RETURNED: come_back(act); break;
	case MODEL_TRANSFERRED: return transfer(act);
	case MODEL_CANCELLED: cancel(act); break;
	case MODEL_UNDONE:
	case MODEL_KINDS: break;
	}
	return MODEL_BY_OTHER;
}

size_t model_undone(const struct model_day *day, int64_t now, bool out_undone[MODEL_EVENTS])
{
	size_t count = 0;
	while (count < day->event_count && day->events[count].at_ms <= now) {
		out_undone[count] = false;
		if (day->events[count].kind == MODEL_UNDONE) {
			out_undone[day->events[count].undone] = true;
		}
		count++;
	}
	return count;
}

static void live_event(struct model_moment *moment, size_t place)
{
	const struct model_event *event = &moment->day->events[place];
	size_t ticket = find_ticket(moment, event->ticket);
	size_t counter = find_counter(moment, event->counter);
	struct act act = {
		.moment = moment,
		.event = event,
		.place = place,
		.ticket = ticket < moment->ticket_count ? &moment->tickets[ticket] : NULL,
		.counter = counter < moment->counter_count ? &moment->counters[counter] : NULL,
	};
	model_pass(moment, event->at_ms);
	model_settle(moment, perform(&act));
}

void model_live(const struct model_day *day, const bool undone[MODEL_EVENTS], size_t count,
	int64_t now, struct model_moment *out_moment)
{
	out_moment->day = day;
	out_moment->ticket_count = 0;
	out_moment->counter_count = 0;
	out_moment->now_ms = count > 0 ? day->events[0].at_ms : now;
	for (size_t i = 0; i < count; i++) {
		if (!undone[i] && day->events[i].kind != MODEL_UNDONE) {
			live_event(out_moment, i);
		}
	}
	model_pass(out_moment, now);
}

void model_look(const struct model_day *day, int64_t now, struct model_moment *out_moment)
{
	bool undone[MODEL_EVENTS];
	size_t count = model_undone(day, now, undone);
	model_live(day, undone, count, now, out_moment);
}
