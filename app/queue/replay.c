#include "app/queue/replay.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/life.h"
#include "app/queue/replay_step.h"

#include <stdlib.h>
#include <string.h>

/* ---- finding ---- */

static struct replay_ticket *find_ticket(const struct replay *replay, int64_t id)
{
	size_t low = 0, high = replay->ticket_count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (replay->tickets[middle].ticket.id < id) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	bool found = low < replay->ticket_count && replay->tickets[low].ticket.id == id;
	return found ? &replay->tickets[low] : NULL;
}

const struct replay_ticket *replay_find(const struct replay *replay, int64_t ticket)
{
	return find_ticket(replay, ticket);
}

struct target_clock replay_clock(const struct replay *replay, const struct replay_ticket *ticket)
{
	for (size_t i = 0; i < replay->line.clock_count; i++) {
		if (replay->line.clocks[i].ticket == ticket->ticket.id) {
			return replay->line.clocks[i];
		}
	}
	return ticket->clock;
}

/* ---- the day ---- */

/* The place of the event `id`; `count` when it is not there. */
static size_t find_place(const struct event *events, size_t count, int64_t id)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (events[middle].id < id) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low < count && events[low].id == id ? low : count;
}

/* For each event the one that undoes it; 0 = none. Released with free(). */
static int64_t *find_undoing(const struct event *events, size_t count)
{
	int64_t *undoing = memory_zeroed(count + 1, sizeof *undoing);
	for (size_t i = 0; i < count; i++) {
		if (events[i].kind == EVENT_UNDONE) {
			/* One that undoes nothing of the day marks the place behind the last. */
			undoing[find_place(events, count, events[i].refers)] = events[i].id;
		}
	}
	return undoing;
}

void replay_pass(struct replay *replay, const struct event *event, int64_t undoing)
{
	struct replay_ticket *ticket = find_ticket(replay, event->ticket);
	if (ticket != NULL) {
		ticket->away_until = undoing;
	}
}

/* A restart between issue and this event leaves the ticket's times uncertain (design §5). */
static void doubt_boot(struct replay_ticket *ticket, const struct event *event)
{
	if (event_is_of_life(event->kind) && strcmp(ticket->boot_id, event->at.boot_id) != 0) {
		life_doubt(&ticket->ticket);
	}
}

static bool sets_clock(enum event_kind kind)
{
	return kind == EVENT_CLOCK_SET || kind == EVENT_CLOCK_SHIFTED;
}

/* A clock that was set back may be before a day that still has to be closed, or spoken of. */
static bool may_come_late(enum event_kind kind)
{
	switch (kind) {
	case EVENT_CLOSED_BY_SYSTEM:
	case EVENT_COUNTER_CLOSED:
	case EVENT_DAY_CLOSED:
	case EVENT_DOUBTED:
	case EVENT_EXPLAINED:
	case EVENT_OFFICE_CHANGED: return true;
	default: return false;
	}
}

/* The office by which `event` is to be taken; the one that changes it is taken by the old one. */
static const struct office *office_for(const struct replay *replay, int64_t event)
{
	const struct replay_offices *offices = &replay->offices;
	for (size_t i = 0; i < offices->past_count; i++) {
		if (offices->past[i].until >= event) {
			return &offices->past[i].office;
		}
	}
	return offices->present;
}

void replay_enter_office(struct replay *replay, int64_t event)
{
	const struct office *next = office_for(replay, event);
	struct replay_counter moved[OFFICE_COUNTERS] = {0};
	if (next == replay->office) {
		return;
	}
	for (int i = 0; i < OFFICE_COUNTERS; i++) {
		int place = i < next->counter_count
				    ? office_find_counter(replay->office, next->counters[i].number)
				    : -1;
		if (place >= 0) {
			moved[i] = replay->counters[place];
		} else {
			moved[i].free_since_ms = TICKET_NEVER;
		}
	}
	memcpy(replay->counters, moved, sizeof moved);
	replay->office = next;
	replay->line.office = next;
	replay_load_counters(replay);
}

static const char *do_event(struct replay *replay, const struct event *event)
{
	replay_enter_office(replay, event->id);
	int place = office_find_counter(replay->office, event->counter);
	struct replay_step step = {
		.replay = replay,
		.event = event,
		.ticket = event->ticket != 0 ? find_ticket(replay, event->ticket) : NULL,
		.counter = place >= 0 ? &replay->counters[place] : NULL,
		.now = event->at.office_ms,
	};
	if (replay->closed && replay_concerns(event->kind) && !may_come_late(event->kind)) {
		/* The system had closed it by a clock ahead: nobody was left in it, and it goes on.
		 */
		replay->closed = false;
		target_restart(&replay->line, step.now);
	}
	/* What is said of a day after its end does not move it. */
	bool moves = !replay->closed && !sets_clock(event->kind);
	bool back = moves && step.now < replay->line.settled_ms;
	if (event->kind >= EVENT_KINDS) {
		return "unknown_kind";
	}
	if (!replay_concerns(event->kind)) {
		return NULL;
	}
	if (back && !may_come_late(event->kind)) {
		return "time_backwards";
	}
	if (event->ticket != 0 && step.ticket == NULL && event->kind != EVENT_ISSUED) {
		return "ticket_unknown";
	}
	if (event->counter != 0 && step.counter == NULL) {
		return "counter_unknown";
	}
	if (moves && !back) {
		target_advance(&replay->line, step.now);
	}
	if (step.ticket != NULL) {
		doubt_boot(step.ticket, event);
	}
	return replay_act(&step) ? NULL : "not_allowed";
}

struct replay *replay_create(const struct office *office, const char *date)
{
	struct replay *replay = memory_zeroed(1, sizeof *replay);
	replay->office = office;
	replay->offices.present = office;
	replay->line.office = office;
	text_copy(replay->date, sizeof replay->date, date);
	for (int i = 0; i < OFFICE_COUNTERS; i++) {
		replay->counters[i].free_since_ms = TICKET_NEVER;
		replay->counters[i].stand_by_ms = TICKET_NEVER;
	}
	replay_load_counters(replay);
	return replay;
}

void replay_destroy(struct replay *replay)
{
	if (replay == NULL) {
		return;
	}
	for (size_t i = 0; i < replay->ticket_count; i++) {
		free(replay->tickets[i].past);
		free(replay->tickets[i].intervals);
		free(replay->tickets[i].passes);
	}
	free(replay->tickets);
	free(replay->picks);
	free(replay);
}

void replay_advance(struct replay *replay, int64_t now)
{
	if (now > replay->line.settled_ms) {
		target_advance(&replay->line, now);
	}
}

bool replay_add(struct replay *replay, const struct event *event, struct replay_fault *out_fault)
{
	*out_fault = (struct replay_fault){0};
	if (strcmp(event->service_date, replay->date) != 0) {
		return true;
	}
	if (replay->line.settled_ms == 0) {
		replay->line.settled_ms = event->at.office_ms;
	}
	const char *why = do_event(replay, event);
	if (why != NULL) {
		*out_fault = (struct replay_fault){event->id, why};
	}
	return why == NULL;
}

bool replay_day(const struct replay_offices *offices, const char *date, const struct event *events,
	size_t count, struct replay **out_replay, struct replay_fault *out_fault)
{
	bool right = true;
	int64_t *undoing = find_undoing(events, count);
	*out_replay = replay_create(offices->present, date);
	(*out_replay)->offices = *offices;
	*out_fault = (struct replay_fault){0};
	for (size_t i = 0; i < count && right; i++) {
		if (undoing[i] != 0) {
			replay_pass(*out_replay, &events[i], undoing[i]);
		} else {
			right = replay_add(*out_replay, &events[i], out_fault);
		}
	}
	free(undoing);
	return right;
}
