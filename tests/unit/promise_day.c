#include "tests/unit/promise_day.h"
#include "tests/unit/promise_desk.h"
#include "tests/unit/check.h"

#include <inttypes.h>
#include <string.h>

enum { MINUTE_MS = 60000, OPEN_MIN = 8 * 60, UNDO_MS = 10000 };

int promise_below(struct promise_random *random, int limit)
{
	random->state ^= random->state >> 12;
	random->state ^= random->state << 25;
	random->state ^= random->state >> 27;
	uint64_t scrambled = random->state * UINT64_C(2685821657736338717);
	return (int)((scrambled >> 33) % (uint64_t)limit);
}

/* Breaks may touch the opening, the closing and each other. */
static void draw_hours(struct promise_random *random, int64_t opening_ms, struct model_day *out_day)
{
	int64_t edge = opening_ms;
	out_day->break_count = (size_t)promise_below(random, 3);
	for (size_t i = 0; i < out_day->break_count; i++) {
		edge += promise_below(random, 11) * MINUTE_MS;
		out_day->breaks[i].from_ms = edge;
		edge += (1 + promise_below(random, 5)) * MINUTE_MS;
		out_day->breaks[i].to_ms = edge;
	}
	edge += promise_below(random, 21) * MINUTE_MS;
	out_day->open = (struct model_span){opening_ms, edge};
}

/* Now and then the office is closed out of its hours, before, in the middle, or to the end. */
static void draw_closures(struct promise_random *random, struct model_day *out_day)
{
	int64_t edge = out_day->open.from_ms - 5 * MINUTE_MS;
	out_day->closure_count =
		promise_below(random, 3) == 0 ? 1 + (size_t)promise_below(random, 2) : 0;
	for (size_t i = 0; i < out_day->closure_count; i++) {
		edge += promise_below(random, 15 * MINUTE_MS);
		out_day->closures[i].from_ms = edge;
		edge += 1000 + promise_below(random, 10 * MINUTE_MS);
		out_day->closures[i].to_ms = edge;
	}
}

size_t promise_day_init(
	struct promise_random *random, int64_t midnight_ms, struct model_day *out_day)
{
	static const int64_t head_starts[] = {0, 20000, 15 * MINUTE_MS};
	memset(out_day, 0, sizeof *out_day);
	out_day->head_start_ms = head_starts[promise_below(random, 3)];
	draw_hours(random, midnight_ms + OPEN_MIN * MINUTE_MS, out_day);
	draw_closures(random, out_day);
	out_day->from_book = (uint32_t)promise_below(random, 1 << PROMISE_SERVICES) &
			     (uint32_t)promise_below(random, 1 << PROMISE_SERVICES);
	return 1 + (size_t)promise_below(random, PROMISE_COUNTERS);
}

/* An edge after `now`, if the one drawn is. */
static int64_t draw_edge(struct promise_random *random, const struct model_day *day, int64_t now)
{
	const struct model_span *span = &day->open;
	if (day->break_count > 0 && promise_below(random, 2) == 0) {
		span = &day->breaks[promise_below(random, (int)day->break_count)];
	} else if (day->closure_count > 0 && promise_below(random, 2) == 0) {
		span = &day->closures[promise_below(random, (int)day->closure_count)];
	}
	int64_t edge = promise_below(random, 2) == 0 ? span->from_ms : span->to_ms;
	edge += promise_below(random, 3) - 1;
	return edge > now ? edge : now;
}

int64_t promise_time(struct promise_random *random, const struct model_day *day, int64_t now)
{
	switch (promise_below(random, 12)) {
	case 0:
	case 1: return now + 1000 * (1 + promise_below(random, 3));
	case 2:
	case 3: return now + 1000 * promise_below(random, 120);
	case 4: return now + 1000 * promise_below(random, 700);
	case 5: return now + promise_below(random, 100000);
	case 6: return draw_edge(random, day, now);
	default: return now;
	}
}

/* A ticket in `state`, drawn from all; NULL = none. */
static const struct model_ticket *draw_ticket(
	struct promise_random *random, const struct model_moment *moment, enum ticket_state state)
{
	size_t count = moment->ticket_count;
	size_t first = count > 0 ? (size_t)promise_below(random, (int)count) : 0;
	for (size_t i = 0; i < count; i++) {
		const struct model_ticket *ticket = &moment->tickets[(first + i) % count];
		if (ticket->state == state) {
			return ticket;
		}
	}
	return NULL;
}

static bool is_idle(const struct model_moment *moment, int number)
{
	const struct model_counter *counter = model_find_counter(moment, number);
	return counter && counter->open && counter->ticket == MODEL_NOBODY;
}

static void add_issue(
	struct promise_random *random, struct model_day *day, const struct model_moment *moment)
{
	bool has_hour = promise_below(random, 5) == 0;
	int away_s = (promise_below(random, 50) - 25) * 60;
	bool has_priority = promise_below(random, 3) == 0;
	if (moment->ticket_count + 1 < PROMISE_TICKETS) {
		model_add(day,
			(struct model_event){
				.kind = MODEL_ISSUED,
				.at_ms = moment->now_ms,
				.ticket = (int64_t)moment->ticket_count + 1,
				.service = promise_below(random, PROMISE_SERVICES),
				.priority = has_priority ? TICKET_ELDERLY : TICKET_ORDINARY,
				.hour_ms = has_hour ? moment->now_ms + away_s * 1000 : TICKET_NEVER,
			});
	}
}

static void add_of_counter(struct promise_random *random, struct model_day *day,
	const struct model_moment *moment, int number)
{
	const struct model_counter *counter = model_find_counter(moment, number);
	struct model_event event = {
		.kind = MODEL_OPENED,
		.at_ms = moment->now_ms,
		.counter = number,
		.services = 1U + (uint32_t)promise_below(random, (1 << PROMISE_SERVICES) - 1),
	};
	if (counter && counter->ticket != MODEL_NOBODY) {
		return;
	}
	if (is_idle(moment, number) && promise_below(random, 4) != 0) {
		event.kind = promise_below(random, 2) == 0 ? MODEL_BROKE : MODEL_CLOSED;
	}
	model_add(day, event);
}

/* An act on a ticket; the counter is noted for undoing. */
static void add_of_ticket(struct model_day *day, const struct model_moment *moment,
	enum model_kind kind, const struct model_ticket *ticket)
{
	if (ticket) {
		model_add(day, (struct model_event){
				       .kind = kind,
				       .at_ms = moment->now_ms,
				       .ticket = ticket->number,
				       .counter = ticket->counter,
			       });
	}
}

static void add_next(struct model_day *day, const struct model_moment *moment, int number)
{
	int64_t next = model_next(moment, number);
	if (next == MODEL_NOBODY) {
		return;
	}
	const struct model_counter *counter = model_find_counter(moment, number);
	add_of_ticket(day, moment, MODEL_FINISHED, model_find_ticket(moment, counter->ticket));
	model_add(day, (struct model_event){
			       .kind = MODEL_CALLED,
			       .at_ms = moment->now_ms,
			       .ticket = next,
			       .counter = number,
		       });
}

static void add_resume(struct model_day *day, const struct model_moment *moment,
	const struct model_ticket *ticket, int number)
{
	bool was_serving = ticket && model_segment(ticket)->served_ms != TICKET_NEVER;
	if (!ticket || (was_serving && !is_idle(moment, number))) {
		return;
	}
	model_add(day, (struct model_event){
			       .kind = MODEL_RESUMED,
			       .at_ms = moment->now_ms,
			       .ticket = ticket->number,
			       .counter = was_serving ? number : MODEL_NOBODY,
		       });
}

/* To another service, or to a counter that is open and serves it. */
static void add_transfer(struct promise_random *random, struct model_day *day,
	const struct model_moment *moment, const struct model_ticket *ticket, int number)
{
	if (!ticket || ticket->segment_count == MODEL_SEGMENTS) {
		return;
	}
	int service = model_segment(ticket)->service;
	int further = 1 + promise_below(random, PROMISE_SERVICES - 1);
	const struct model_counter *to = model_find_counter(moment, number);
	bool sends = promise_below(random, 2) == 0 && to && to->open &&
		     (to->services >> service & 1) != 0;
	model_add(day, (struct model_event){
			       .kind = MODEL_TRANSFERRED,
			       .at_ms = moment->now_ms,
			       .ticket = ticket->number,
			       .counter = ticket->counter,
			       .service = sends ? service : (service + further) % PROMISE_SERVICES,
			       .only = sends ? number : MODEL_NOBODY,
		       });
}

static bool can_be_undone(enum model_kind kind)
{
	return kind == MODEL_CALLED || kind == MODEL_SERVED || kind == MODEL_FINISHED ||
	       kind == MODEL_ABSENT || kind == MODEL_HELD || kind == MODEL_CANCELLED;
}

/* Whether nothing after `place` that counts concerns its ticket or its counter. */
static bool is_last(const struct model_day *day, const bool undone[], size_t place)
{
	const struct model_event *event = &day->events[place];
	for (size_t i = place + 1; i < day->event_count; i++) {
		const struct model_event *later = &day->events[i];
		bool counts = !undone[i] && later->kind != MODEL_UNDONE;
		if (counts && ((later->ticket != MODEL_NOBODY && later->ticket == event->ticket) ||
				      (later->counter != MODEL_NOBODY &&
					      later->counter == event->counter))) {
			return false;
		}
	}
	return true;
}

static void add_undo(struct model_day *day, const struct model_moment *moment)
{
	bool undone[MODEL_EVENTS] = {false};
	for (size_t i = 0; i < day->event_count; i++) {
		if (day->events[i].kind == MODEL_UNDONE) {
			undone[day->events[i].undone] = true;
		}
	}
	for (size_t i = day->event_count; i > 0; i--) {
		const struct model_event *event = &day->events[i - 1];
		if (!undone[i - 1] && can_be_undone(event->kind) &&
			moment->now_ms - event->at_ms <= UNDO_MS && is_last(day, undone, i - 1)) {
			model_add(day, (struct model_event){
					       .kind = MODEL_UNDONE,
					       .at_ms = moment->now_ms,
					       .undone = i - 1,
				       });
			return;
		}
	}
}

/* As often as each stands here. */
static const enum model_kind drawn[] = {
	MODEL_OPENED,
	MODEL_ISSUED,
	MODEL_ISSUED,
	MODEL_ISSUED,
	MODEL_CALLED,
	MODEL_CALLED,
	MODEL_CALLED,
	MODEL_CALLED,
	MODEL_SERVED,
	MODEL_SERVED,
	MODEL_SERVED,
	MODEL_FINISHED,
	MODEL_ABSENT,
	MODEL_HELD,
	MODEL_RESUMED,
	MODEL_RETURNED,
	MODEL_TRANSFERRED,
	MODEL_CANCELLED,
	MODEL_UNDONE,
};

static const struct model_ticket *draw_waiting_or(
	struct promise_random *random, const struct model_moment *moment, enum ticket_state state)
{
	return draw_ticket(random, moment, promise_below(random, 3) == 0 ? TICKET_WAITING : state);
}

void promise_happen(struct promise_random *random, struct model_day *day, size_t counters,
	const struct model_moment *moment)
{
	int number = 1 + promise_below(random, (int)counters);
	const struct model_ticket *called = draw_ticket(random, moment, TICKET_CALLED);
	const struct model_ticket *serving = draw_ticket(random, moment, TICKET_SERVING);
	enum model_kind kind = drawn[promise_below(random, sizeof drawn / sizeof drawn[0])];
	switch (kind) {
	case MODEL_OPENED:
	case MODEL_BROKE:
	case MODEL_CLOSED: add_of_counter(random, day, moment, number); break;
	case MODEL_ISSUED: add_issue(random, day, moment); break;
	case MODEL_CALLED: add_next(day, moment, number); break;
	case MODEL_SERVED:
	case MODEL_ABSENT: add_of_ticket(day, moment, kind, called); break;
	case MODEL_FINISHED: add_of_ticket(day, moment, kind, serving); break;
	case MODEL_HELD:
		add_of_ticket(day, moment, kind, draw_waiting_or(random, moment, TICKET_SERVING));
		break;
	case MODEL_RESUMED:
		add_resume(day, moment, draw_ticket(random, moment, TICKET_HELD), number);
		break;
	case MODEL_RETURNED:
		add_of_ticket(day, moment, kind, draw_ticket(random, moment, TICKET_ABSENT));
		break;
	case MODEL_TRANSFERRED:
		add_transfer(random, day, moment,
			draw_waiting_or(random, moment,
				promise_below(random, 2) == 0 ? TICKET_CALLED : TICKET_SERVING),
			number);
		break;
	case MODEL_CANCELLED:
		if (promise_below(random, 3) == 0) {
			add_of_ticket(
				day, moment, kind, draw_ticket(random, moment, TICKET_WAITING));
		}
		break;
	case MODEL_UNDONE: add_undo(day, moment); break;
	case MODEL_KINDS: break;
	}
}

static void print_time(int64_t of_day_ms)
{
	print_message("%02d:%02d:%02d.%03d", (int)(of_day_ms / 3600000),
		(int)(of_day_ms / 60000 % 60), (int)(of_day_ms / 1000 % 60),
		(int)(of_day_ms % 1000));
}

static void print_span(const char *name, const struct model_span *span, int64_t midnight_ms)
{
	print_message("%s ", name);
	print_time(span->from_ms - midnight_ms);
	print_message(" to ");
	print_time(span->to_ms - midnight_ms);
	print_message("\n");
}

void promise_print(const struct model_day *day, int64_t midnight_ms)
{
	static const char *const names[MODEL_KINDS] = {"opened", "broke", "closed", "issued",
		"called", "served", "finished", "absent", "held", "resumed", "returned",
		"transferred", "cancelled", "undone"};
	print_span("open", &day->open, midnight_ms);
	for (size_t i = 0; i < day->break_count; i++) {
		print_span("break", &day->breaks[i], midnight_ms);
	}
	for (size_t i = 0; i < day->closure_count; i++) {
		print_span("closed", &day->closures[i], midnight_ms);
	}
	print_message("head start %" PRId64 " ms, from the guest book %#x\n", day->head_start_ms,
		day->from_book);
	for (size_t i = 0; i < day->event_count; i++) {
		const struct model_event *event = &day->events[i];
		print_message("%2zu ", i);
		print_time(event->at_ms - midnight_ms);
		print_message(" %s ticket %" PRId64
			      " counter %d services %#x service %d priority %d",
			names[event->kind], event->ticket, event->counter, event->services,
			event->service, (int)event->priority);
		if (event->kind == MODEL_UNDONE) {
			print_message(" undone %zu", event->undone);
		}
		if (event->kind == MODEL_ISSUED && event->hour_ms != TICKET_NEVER) {
			print_message(" hour ");
			print_time(event->hour_ms - midnight_ms);
		}
		print_message("\n");
	}
}
