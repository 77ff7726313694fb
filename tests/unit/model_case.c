#include "tests/unit/model_case.h"
#include "tests/unit/check.h"

#include <string.h>

static int64_t ms(int seconds)
{
	return (int64_t)seconds * 1000;
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
	out_day->head_start_ms = ms(told->head_start_s);
	for (size_t i = 0; i < STEPS && told->steps[i].at_s > 0; i++) {
		add_step(out_day, &told->steps[i]);
	}
}

static int64_t seconds(int64_t milliseconds)
{
	return milliseconds == TICKET_NEVER ? NEVER : milliseconds / 1000;
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
	case TURN: return seconds(ticket->turn_ms);
	case PLACE: return place_in_line(moment, want->who);
	case RUNS: return segment->clock.runs;
	case COUNT: return seconds(segment->clock.count_ms);
	case HIGH: return seconds(segment->clock.high_ms);
	case READY: return seconds(segment->clock.ready_ms);
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

static void check_case(const struct model_case *told)
{
	struct model_day day;
	live(told, &day);
	assert_int_not_equal(told->wants[0].what, END);
	for (size_t i = 0; i < WANTS && told->wants[i].what != END; i++) {
		struct model_moment moment;
		model_look(&day, ms(told->wants[i].at_s), &moment);
		int64_t found = answer(&moment, &told->wants[i]);
		if (found != told->wants[i].value) {
			fail_msg("%s: row %zu: %lld, wanted %d", told->name, i + 1,
				(long long)found, told->wants[i].value);
		}
	}
}

void model_case_check(const struct model_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		check_case(&cases[i]);
	}
}
