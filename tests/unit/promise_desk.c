#include "tests/unit/promise_desk.h"
#include "app/base/text.h"
#include "app/queue/turn.h"
#include "tests/unit/check.h"

#include <string.h>

enum { MINUTE_MS = 60000 };
static const char date[] = "2026-11-23";

const int promise_limits_s[PROMISE_SERVICES] = {600, 600, 240, 0};

int64_t promise_midnight(void)
{
	int64_t midnight;
	const struct office office = {.zone = OFFICE_WITA};
	assert_true(calendar_parse_date(&office, date, &midnight));
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
	for (int i = 0; i < PROMISE_SERVICES; i++) {
		desk->office.services[i].target_s = promise_limits_s[i];
		desk->office.services[i].target_start =
			model_is_from_book(day, i) ? OFFICE_GUEST_BOOK : OFFICE_PREVIOUS_FINISHED;
		desk->office.services[i].prefix[0] = (char)('A' + i);
	}
	desk->office.counter_count = (int)counters;
	for (int i = 0; i < desk->office.counter_count; i++) {
		desk->office.counters[i].number = i + 1;
	}
	struct office_day *monday = &desk->office.week[0];
	monday->open = minutes(&day->open);
	monday->break_count = (int)day->break_count;
	for (size_t i = 0; i < day->break_count; i++) {
		monday->breaks[i] = minutes(&day->breaks[i]);
	}
	for (size_t i = 0; i < day->closure_count; i++) {
		const struct office_closure closure = {.id = (int64_t)i + 1,
			.from_ms = day->closures[i].from_ms,
			.to_ms = day->closures[i].to_ms};
		assert_true(office_add_closure(&desk->office, &closure));
	}
	desk->replay = replay_create(&desk->office, date);
	desk->replay->line.settled_ms = start_ms;
}

void promise_desk_finish(struct promise_desk *desk)
{
	replay_destroy(desk->replay);
	desk->replay = NULL;
}

static int64_t turn_of(const struct promise_desk *desk, const struct model_event *event)
{
	int64_t turn = turn_at_issue(&desk->office, event->priority, event->at_ms);
	if (event->hour_ms == TICKET_NEVER) {
		return turn;
	}
	int64_t appointed = turn_at_appointment(event->at_ms, event->hour_ms);
	return appointed < turn ? appointed : turn;
}

static enum event_kind kind_of(enum model_kind kind)
{
	switch (kind) {
	case MODEL_OPENED: return EVENT_COUNTER_OPENED;
	case MODEL_BROKE: return EVENT_COUNTER_BROKEN;
	case MODEL_CLOSED: return EVENT_COUNTER_CLOSED;
	case MODEL_ISSUED: return EVENT_ISSUED;
	case MODEL_CALLED: return EVENT_CALLED;
	case MODEL_SERVED: return EVENT_SERVED;
	case MODEL_FINISHED: return EVENT_FINISHED;
	case MODEL_ABSENT: return EVENT_MISSED;
	case MODEL_HELD: return EVENT_HELD;
	case MODEL_RESUMED: return EVENT_RESUMED;
	case MODEL_RETURNED: return EVENT_RETURNED;
	case MODEL_TRANSFERRED: return EVENT_TRANSFERRED;
	case MODEL_CANCELLED: return EVENT_CANCELLED;
	case MODEL_UNDONE:
	case MODEL_KINDS: break;
	}
	fail_msg("no event of its own");
	return EVENT_KINDS;
}

/* Where a called or served visitor is. */
static int counter_of(const struct promise_desk *desk, int64_t ticket)
{
	for (int i = 0; i < desk->office.counter_count; i++) {
		if (ticket != 0 && desk->replay->counters[i].ticket == ticket) {
			return i + 1;
		}
	}
	return 0;
}

/* The event as the log has it. */
static struct event told_of(
	const struct promise_desk *desk, const struct model_event *event, size_t place)
{
	struct event told = event_of(kind_of(event->kind));
	told.id = (int64_t)place + 1;
	text_copy(told.service_date, sizeof told.service_date, date);
	told.at.office_ms = event->at_ms;
	told.counter = event->counter != 0 ? event->counter : counter_of(desk, event->ticket);
	told.ticket = event->ticket;
	told.services = event->kind == MODEL_OPENED ? event->services : 0;
	if (event->kind == MODEL_ISSUED || event->kind == MODEL_TRANSFERRED) {
		told.with_service = true;
		told.service = event->service;
	}
	told.refers = event->kind == MODEL_TRANSFERRED ? event->only : 0;
	if (event->kind == MODEL_ISSUED) {
		told.priority = event->priority;
		told.turn_ms = turn_of(desk, event);
	}
	return told;
}

void promise_desk_pass(
	struct promise_desk *desk, const struct model_day *day, size_t place, size_t undoing)
{
	const struct event told = told_of(desk, &day->events[place], place);
	replay_pass(desk->replay, &told, (int64_t)undoing + 1);
}

void promise_desk_perform(struct promise_desk *desk, const struct model_day *day, size_t place)
{
	struct replay_fault fault;
	const struct event told = told_of(desk, &day->events[place], place);
	if (!replay_add(desk->replay, &told, &fault)) {
		fail_msg("%s of ticket %d: %s", event_kind_name(told.kind), (int)told.ticket,
			fault.why);
	}
}

void promise_desk_live(struct promise_desk *desk, const struct model_day *day, size_t count)
{
	size_t undoing[MODEL_EVENTS] = {0};
	for (size_t i = 0; i < count; i++) {
		if (day->events[i].kind == MODEL_UNDONE) {
			undoing[day->events[i].undone] = i;
		}
	}
	for (size_t i = 0; i < count; i++) {
		if (undoing[i] != 0) {
			promise_desk_pass(desk, day, i, undoing[i]);
		} else if (day->events[i].kind != MODEL_UNDONE) {
			promise_desk_perform(desk, day, i);
		}
	}
}
