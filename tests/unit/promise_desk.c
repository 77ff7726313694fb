#include "tests/unit/promise_desk.h"
#include "tests/unit/check.h"
#include "app/queue/turn.h"

#include <string.h>

enum { MINUTE_MS = 60000 };

int64_t promise_midnight(void)
{
	int64_t midnight;
	const struct office office = {.zone = OFFICE_WITA};
	assert_true(calendar_parse_date(&office, "2026-11-23", &midnight));
	return midnight;
}

static struct office_span minutes(const struct model_span *span)
{
	int64_t midnight = promise_midnight();
	assert_int_equal((span->from_ms - midnight) % MINUTE_MS, 0);
	assert_int_equal((span->to_ms - midnight) % MINUTE_MS, 0);
	return (struct office_span){
		(int)((span->from_ms - midnight) / MINUTE_MS),
		(int)((span->to_ms - midnight) / MINUTE_MS),
	};
}

void promise_desk_init(
	struct promise_desk *desk, const struct model_day *day, size_t counters, int64_t start_ms)
{
	memset(desk, 0, sizeof *desk);
	desk->office.zone = OFFICE_WITA;
	desk->office.service_count = PROMISE_SERVICES;
	desk->office.priority_head_start_s = (int)(day->head_start_ms / 1000);
	struct office_day *monday = &desk->office.week[0];
	monday->open = minutes(&day->open);
	monday->break_count = (int)day->break_count;
	for (size_t i = 0; i < day->break_count; i++) {
		monday->breaks[i] = minutes(&day->breaks[i]);
	}
	desk->line.office = &desk->office;
	desk->line.counter_count = counters;
	desk->line.settled_ms = start_ms;
}

static size_t place_of(const struct target_line *line, int64_t ticket)
{
	size_t place = 0;
	while (place < line->clock_count && line->clocks[place].ticket != ticket) {
		place++;
	}
	return place;
}

const struct target_clock *promise_desk_clock(const struct promise_desk *desk, int64_t ticket)
{
	size_t place = place_of(&desk->line, ticket);
	return place < desk->line.clock_count ? &desk->line.clocks[place]
					      : &desk->visitors[ticket].clock;
}

static struct target_clock new_clock(int64_t ticket, int service)
{
	return (struct target_clock){
		.ticket = ticket,
		.service = service,
		.since_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.ready_ms = TICKET_NEVER,
	};
}

/* Turn first, then the order of issue. */
static void enter_line(struct promise_desk *desk, struct target_clock clock)
{
	struct target_line *line = &desk->line;
	int64_t turn_ms = desk->visitors[clock.ticket].turn_ms;
	size_t place = line->clock_count++;
	for (; place > 0; place--) {
		int64_t ahead = line->clocks[place - 1].ticket;
		int64_t ahead_ms = desk->visitors[ahead].turn_ms;
		if (ahead_ms < turn_ms || (ahead_ms == turn_ms && ahead < clock.ticket)) {
			break;
		}
		line->clocks[place] = line->clocks[place - 1];
	}
	line->clocks[place] = clock;
}

static struct target_clock leave_line(struct promise_desk *desk, int64_t ticket)
{
	struct target_line *line = &desk->line;
	size_t place = place_of(line, ticket);
	assert_true(place < line->clock_count);
	struct target_clock clock = line->clocks[place];
	line->clock_count--;
	memmove(&line->clocks[place], &line->clocks[place + 1],
		(line->clock_count - place) * sizeof line->clocks[0]);
	return clock;
}

static void stop(struct target_clock *clock, int64_t now)
{
	if (clock->since_ms == TICKET_NEVER) {
		return;
	}
	clock->high_ms = target_elapsed(clock, now);
	clock->count_ms = target_count(clock, now);
	clock->since_ms = TICKET_NEVER;
}

static int64_t turn_of(const struct promise_desk *desk, const struct model_event *event)
{
	int64_t of_class = turn_at_issue(&desk->office, event->priority, event->at_ms);
	if (event->hour_ms == TICKET_NEVER) {
		return of_class;
	}
	int64_t of_hour = turn_at_appointment(event->at_ms, event->hour_ms);
	return of_hour < of_class ? of_hour : of_class;
}

static void set_free(struct promise_desk *desk, int counter, bool free)
{
	desk->line.counters[counter - 1].free = free;
}

static void set_open(struct promise_desk *desk, const struct model_event *event, bool open)
{
	struct target_counter *counter = &desk->line.counters[event->counter - 1];
	counter->open = open;
	counter->free = open;
	if (open) {
		counter->services = event->services;
	}
}

static void call(
	struct promise_desk *desk, struct promise_visitor *visitor, const struct model_event *event)
{
	visitor->clock = leave_line(desk, event->ticket);
	target_call(&visitor->clock, event->at_ms);
	visitor->counter = event->counter;
	visitor->state = TICKET_CALLED;
	set_free(desk, event->counter, false);
}

static void serve(struct promise_visitor *visitor, int64_t now)
{
	visitor->elapsed_ms = target_elapsed(&visitor->clock, now);
	stop(&visitor->clock, now);
	visitor->served = true;
	visitor->state = TICKET_SERVING;
}

static void leave_counter(struct promise_desk *desk, struct promise_visitor *visitor)
{
	set_free(desk, visitor->counter, true);
	visitor->counter = 0;
}

static void hold(
	struct promise_desk *desk, struct promise_visitor *visitor, const struct model_event *event)
{
	if (visitor->served) {
		leave_counter(desk, visitor);
	} else {
		visitor->clock = leave_line(desk, event->ticket);
		stop(&visitor->clock, event->at_ms);
	}
	visitor->state = TICKET_HELD;
}

static void resume(
	struct promise_desk *desk, struct promise_visitor *visitor, const struct model_event *event)
{
	if (visitor->served) {
		visitor->counter = event->counter;
		visitor->state = TICKET_SERVING;
		set_free(desk, event->counter, false);
	} else {
		visitor->state = TICKET_WAITING;
		enter_line(desk, visitor->clock);
	}
}

static enum target_cause transfer(
	struct promise_desk *desk, struct promise_visitor *visitor, const struct model_event *event)
{
	enum target_cause cause = TARGET_OTHER;
	if (visitor->state == TICKET_WAITING) {
		leave_line(desk, event->ticket);
	} else {
		leave_counter(desk, visitor);
		cause = TARGET_FINISH;
	}
	visitor->served = false;
	visitor->elapsed_ms = TICKET_NEVER;
	visitor->state = TICKET_WAITING;
	visitor->service = event->service;
	enter_line(desk, new_clock(event->ticket, event->service));
	return cause;
}

static void issue(struct promise_desk *desk, const struct model_event *event)
{
	desk->visitors[event->ticket] = (struct promise_visitor){
		.turn_ms = turn_of(desk, event),
		.state = TICKET_WAITING,
		.service = event->service,
		.elapsed_ms = TICKET_NEVER,
	};
	enter_line(desk, new_clock(event->ticket, event->service));
}

static enum target_cause act(struct promise_desk *desk, const struct model_event *event)
{
	struct promise_visitor *visitor = &desk->visitors[event->ticket];
	switch (event->kind) {
	case MODEL_OPENED: set_open(desk, event, true); break;
	case MODEL_BROKE:
	case MODEL_CLOSED: set_open(desk, event, false); break;
	case MODEL_ISSUED: issue(desk, event); break;
	case MODEL_CALLED: call(desk, visitor, event); break;
	case MODEL_SERVED: serve(visitor, event->at_ms); break;
	case MODEL_FINISHED:
		leave_counter(desk, visitor);
		visitor->state = TICKET_DONE;
		return TARGET_FINISH;
	case MODEL_ABSENT:
		leave_counter(desk, visitor);
		visitor->clock = new_clock(event->ticket, visitor->service);
		visitor->state = TICKET_ABSENT;
		break;
	case MODEL_HELD: hold(desk, visitor, event); break;
	case MODEL_RESUMED: resume(desk, visitor, event); break;
	case MODEL_RETURNED:
		visitor->turn_ms = event->at_ms;
		visitor->state = TICKET_WAITING;
		enter_line(desk, visitor->clock);
		break;
	case MODEL_TRANSFERRED: return transfer(desk, visitor, event);
	case MODEL_CANCELLED:
		visitor->clock = leave_line(desk, event->ticket);
		stop(&visitor->clock, event->at_ms);
		visitor->state = TICKET_CANCELLED;
		break;
	case MODEL_UNDONE:
	case MODEL_KINDS: fail();
	}
	return TARGET_OTHER;
}

void promise_desk_perform(struct promise_desk *desk, const struct model_event *event)
{
	target_advance(&desk->line, event->at_ms);
	target_settle(&desk->line, act(desk, event));
}
