#include "tests/unit/model_case.h"
#include "app/queue/replay_step.h"
#include "tests/unit/check.h"
#include "tests/unit/promise_desk.h"

#include <string.h>

/* A time of the day. */
static int64_t ms(int seconds)
{
	return promise_midnight() + (int64_t)seconds * 1000;
}

static void add_step(struct model_day *day, const struct step *step)
{
	bool of_counter = step->kind == MODEL_OPENED || step->kind == MODEL_BROKE ||
			  step->kind == MODEL_CLOSED;
	model_add(day, (struct model_event){
			       .kind = step->kind,
			       .at_ms = ms(step->at_s),
			       .ticket = of_counter ? MODEL_NOBODY : step->who,
			       .counter = of_counter ? step->who : step->more,
			       .services = (uint32_t)step->more,
			       .service = step->more,
			       .priority = step->priority,
			       .hour_ms = step->hour_s > 0 ? ms(step->hour_s) : TICKET_NEVER,
			       .undone = (size_t)step->more,
		       });
}

static void live(const struct model_case *told, struct model_day *out_day)
{
	memset(out_day, 0, sizeof *out_day);
	out_day->open = (struct model_span){ms(T(8, 0, 0)), ms(T(15, 30, 0))};
	out_day->breaks[0] = (struct model_span){ms(T(12, 0, 0)), ms(T(13, 0, 0))};
	out_day->break_count = 1;
	out_day->head_start_ms = (int64_t)told->head_start_s * 1000;
	for (size_t i = 0; i < STEPS && told->steps[i].at_s > 0; i++) {
		add_step(out_day, &told->steps[i]);
	}
}

static int64_t seconds(int64_t milliseconds)
{
	return milliseconds == TICKET_NEVER ? NEVER : milliseconds / 1000;
}

static int64_t time_of_day(int64_t milliseconds)
{
	return milliseconds == TICKET_NEVER ? NEVER : (milliseconds - promise_midnight()) / 1000;
}

static int64_t place_in_line(const struct model_moment *moment, int64_t number)
{
	const struct model_ticket *line[MODEL_TICKETS];
	size_t count = model_line(moment, line);
	for (size_t i = 0; i < count; i++) {
		if (line[i]->number == number) {
			return (int64_t)i + 1;
		}
	}
	return 0;
}

static int64_t answer(const struct model_moment *moment, const struct want *want)
{
	if (want->what == NEXT) {
		return model_next(moment, want->who);
	}
	const struct model_ticket *ticket = model_find_ticket(moment, want->who);
	assert_non_null(ticket);
	const struct model_segment *segment = model_segment(ticket);
	switch (want->what) {
	case STATE: return ticket->state;
	case TURN: return time_of_day(ticket->turn_ms);
	case PLACE: return place_in_line(moment, want->who);
	case RUNS: return segment->clock.runs;
	case COUNT: return seconds(segment->clock.count_ms);
	case HIGH: return seconds(segment->clock.high_ms);
	case READY: return time_of_day(segment->clock.ready_ms);
	case NOT_ATTENDED: return seconds(segment->clock.unattended_ms);
	case VERDICT: return model_verdict(segment, LIMIT_S);
	case SEGMENTS: return (int64_t)ticket->segment_count;
	case OVERTAKERS: return (int64_t)model_overtakers(moment->day, moment->now_ms, want->who);
	case BOUND: return (int64_t)model_overtakers_bound(moment->day, moment->now_ms, want->who);
	case END:
	case NEXT: break;
	}
	fail();
	return NEVER;
}

/* ---- the same of the engine ---- */

static int64_t engine_next(const struct promise_desk *desk, int number)
{
	struct replay *replay = desk->replay;
	int place = office_find_counter(&desk->office, number);
	struct event event = event_of(EVENT_CALLED);
	event.id = INT64_MAX;
	event.counter = number;
	const struct replay_step step = {
		.replay = replay, .event = &event, .counter = &replay->counters[place]};
	bool may = step.counter->state == REPLAY_FREE || step.counter->state == REPLAY_SERVING;
	return may ? replay_first(&step) : MODEL_NOBODY;
}

static int64_t engine_place(const struct replay *replay, int64_t ticket)
{
	for (size_t i = 0; i < replay->line.clock_count; i++) {
		if (replay->line.clocks[i].ticket == ticket) {
			return (int64_t)i + 1;
		}
	}
	return 0;
}

static int64_t engine_answer(const struct promise_desk *desk, const struct want *want, int64_t now)
{
	const struct replay *replay = desk->replay;
	if (want->what == NEXT) {
		return engine_next(desk, want->who);
	}
	const struct replay_ticket *told = replay_find(replay, want->who);
	assert_non_null(told);
	const struct target_clock clock = replay_clock(replay, told);
	bool runs = clock.since_ms != TICKET_NEVER;
	switch (want->what) {
	case STATE: return told->ticket.state;
	case TURN: return time_of_day(told->ticket.turn_ms);
	case PLACE: return engine_place(replay, want->who);
	case RUNS: return runs;
	case COUNT: return seconds(target_count(&clock, now));
	case HIGH: return seconds(runs ? target_elapsed(&clock, now) : clock.high_ms);
	case READY: return time_of_day(clock.ready_ms);
	case NOT_ATTENDED: return seconds(target_alone(&clock, now));
	case VERDICT: return told->ticket.verdict;
	case SEGMENTS: return (int64_t)told->past_count + 1;
	case OVERTAKERS: return (int64_t)told->pass_count;
	case BOUND: return want->value; /* of all tickets together: unit/priority */
	case END:
	case NEXT: break;
	}
	fail();
	return NEVER;
}

/* The engine's tickets have the numbers 1, 2, … in the order of their issue; those of the rows are
 * as they please. */
static int64_t number_of(const struct model_day *day, int64_t ticket)
{
	int64_t number = 0;
	for (size_t i = 0; i < day->event_count && ticket != MODEL_NOBODY; i++) {
		number += day->events[i].kind == MODEL_ISSUED ? 1 : 0;
		if (day->events[i].kind == MODEL_ISSUED && day->events[i].ticket == ticket) {
			return number;
		}
	}
	return MODEL_NOBODY;
}

static int64_t ask_engine(const struct model_day *told, const struct want *asked)
{
	struct promise_desk desk;
	struct model_day renumbered = *told;
	struct want in_order = *asked;
	const struct model_day *day = &renumbered;
	const struct want *want = &in_order;
	for (size_t i = 0; i < told->event_count; i++) {
		renumbered.events[i].ticket = number_of(told, told->events[i].ticket);
	}
	if (asked->what != NEXT) {
		in_order.who = (int)number_of(told, asked->who);
	}
	int64_t now = ms(want->at_s), first = day->events[0].at_ms;
	size_t count = 0;
	promise_desk_init(&desk, day, PROMISE_COUNTERS, now < first ? now : first);
	while (count < day->event_count && day->events[count].at_ms <= now) {
		count++;
	}
	promise_desk_live(&desk, day, count);
	replay_advance(desk.replay, now);
	int64_t found = engine_answer(&desk, want, now);
	promise_desk_finish(&desk);
	if (asked->what == NEXT) {
		return found == number_of(told, asked->value) ? asked->value : -found;
	}
	return found;
}

/* ---- both ---- */

static void check_case(const struct model_case *told)
{
	struct model_day day;
	live(told, &day);
	assert_int_not_equal(told->wants[0].what, END);
	for (size_t i = 0; i < WANTS && told->wants[i].what != END; i++) {
		struct model_moment moment;
		const struct want *want = &told->wants[i];
		model_look(&day, ms(want->at_s), &moment);
		int64_t found = answer(&moment, want), engine = ask_engine(&day, want);
		if (found != want->value || engine != want->value) {
			fail_msg("%s: row %zu: the model says %lld, the engine %lld, wanted %d",
				told->name, i + 1, (long long)found, (long long)engine,
				want->value);
		}
	}
}

void model_case_check(const struct model_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		check_case(&cases[i]);
	}
}
