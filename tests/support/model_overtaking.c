#include "tests/support/model_parts.h"

#include <stdlib.h>

static struct model_moment *create_moment(void)
{
	struct model_moment *moment = malloc(sizeof *moment);
	model_expect(moment != NULL, "out of memory", 0);
	return moment;
}

/* Whether the call `event` passed over `ticket`, which waits in the place it took at `joined`. */
static bool overtakes(const struct model_moment *before, const struct model_event *event,
	int64_t number, size_t joined)
{
	const struct model_ticket *ticket = model_find_ticket(before, number);
	const struct model_ticket *called = model_find_ticket(before, event->ticket);
	const struct model_counter *counter = model_find_counter(before, event->counter);
	return ticket && ticket->state == TICKET_WAITING && ticket->joined_event == joined &&
	       called->issue_event > joined &&
	       (counter->services >> model_segment(ticket)->service & 1) != 0 &&
	       !model_is_anothers(before, ticket, counter->number);
}

size_t model_overtakers(const struct model_day *day, int64_t now, int64_t number)
{
	bool undone[MODEL_EVENTS];
	bool seen[MODEL_TICKETS] = {false};
	size_t overtakers = 0;
	size_t count = model_undone(day, now, undone);
	struct model_moment *moment = create_moment();
	model_live(day, undone, count, now, moment);
	const struct model_ticket *ticket = model_find_ticket(moment, number);
	size_t joined = ticket ? ticket->joined_event : count;
	for (size_t i = joined; i < count; i++) {
		const struct model_event *event = &day->events[i];
		if (undone[i] || event->kind != MODEL_CALLED) {
			continue;
		}
		model_live(day, undone, i, event->at_ms, moment);
		size_t called =
			(size_t)(model_find_ticket(moment, event->ticket) - moment->tickets);
		if (!seen[called] && overtakes(moment, event, number, joined)) {
			seen[called] = true;
			overtakers++;
		}
	}
	free(moment);
	return overtakers;
}

static int64_t reach_of(const struct model_day *day, const struct model_ticket *later)
{
	bool kept_hour = later->hour_ms != TICKET_NEVER &&
			 later->issued_ms <= later->hour_ms + MODEL_GRACE_MS;
	int64_t appointment_ms = kept_hour ? MODEL_APPOINTMENT_MS + MODEL_GRACE_MS : 0;
	return appointment_ms > day->head_start_ms ? appointment_ms : day->head_start_ms;
}

size_t model_overtakers_bound(const struct model_day *day, int64_t now, int64_t number)
{
	size_t bound = 0;
	struct model_moment *moment = create_moment();
	model_look(day, now, moment);
	const struct model_ticket *ticket = model_find_ticket(moment, number);
	for (size_t i = 0; ticket && i < moment->ticket_count; i++) {
		const struct model_ticket *later = &moment->tickets[i];
		if (later->issue_event > ticket->joined_event &&
			later->issued_ms - ticket->joined_ms < reach_of(day, later)) {
			bound++;
		}
	}
	free(moment);
	return bound;
}
