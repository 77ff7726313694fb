#include "app/queue/figures.h"
#include "tests/support/model_match.h"
#include "tests/unit/promise_day.h"
#include "tests/unit/promise_desk.h"
#include "tests/unit/check.h"

#include <inttypes.h>
#include <stdlib.h>

/*
 * The engine of the promise against the model of the design's text: random days are lived in both,
 * and after every event, and at moments between, each clock must stand alike. A difference prints
 * the day and its seed. The first days are the shortest, so the first difference is a small one.
 */
enum { DAYS = 4000, SHORTEST = 6, LONGEST = 110 };

struct trial {
	uint64_t seed;
	struct promise_random random;
	struct model_day day;
	size_t counters;
	bool undone;
	size_t overtaken;             /* tickets, on all days */
	size_t bounded;               /* days whose bound was that of the model */
	size_t happened[MODEL_KINDS]; /* on all days */
	/* segments with a literal figure; days and services with unattended waiting; days with a
	 * closure, and with a promise that counts from the guest book */
	size_t literal, unattended, closed, booked;
	struct model_moment moment;
	struct promise_desk desk;
};

static void check_equal(
	const struct trial *trial, const char *what, int64_t ticket, int64_t engine, int64_t model)
{
	if (engine == model) {
		return;
	}
	int64_t midnight_ms = promise_midnight();
	promise_print(&trial->day, midnight_ms);
	fail_msg("seed %" PRIu64 ": %s of ticket %" PRId64 " at %" PRId64
		 " ms of the day: engine %" PRId64 ", model %" PRId64,
		trial->seed, what, ticket, trial->moment.now_ms - midnight_ms, engine, model);
}

/* The clock of a ticket's latest segment. */
static void check_clock(const struct trial *trial, const struct model_ticket *ticket,
	const struct replay_ticket *told)
{
	const struct model_clock *model = &model_segment(ticket)->clock;
	const struct target_clock engine = replay_clock(trial->desk.replay, told);
	int64_t now = trial->moment.now_ms;
	bool runs = engine.since_ms != TICKET_NEVER;
	check_equal(trial, "run", ticket->number, runs, model->runs);
	check_equal(trial, "count", ticket->number, target_count(&engine, now), model->count_ms);
	check_equal(trial, "highest count", ticket->number,
		runs ? target_elapsed(&engine, now) : engine.high_ms, model->high_ms);
	check_equal(trial, "ready_at", ticket->number, engine.ready_ms, model->ready_ms);
	check_equal(trial, "unattended", ticket->number, target_alone(&engine, now),
		model->unattended_ms);
	if (ticket->state == TICKET_WAITING &&
		!model_is_from_book(&trial->day, model_segment(ticket)->service)) {
		check_equal(trial, "kept", ticket->number, runs,
			model_is_kept(&trial->moment, ticket->number));
	}
}

static void check_segment(
	const struct trial *trial, const struct segment *told, const struct model_segment *model)
{
	check_equal(trial, "service", told->ticket, told->service, model->service);
	check_equal(trial, "called", told->ticket, told->called_ms, model->called_ms);
	check_equal(trial, "served", told->ticket, told->served_ms, model->served_ms);
	check_equal(trial, "finished", told->ticket, told->finished_ms, model->finished_ms);
	if (model->served_ms == TICKET_NEVER) {
		return;
	}
	check_equal(trial, "elapsed", told->ticket, told->elapsed_ms, model->clock.high_ms);
	check_equal(trial, "verdict", told->ticket, told->verdict,
		model_verdict(model, told->target_s));
	check_equal(trial, "ready_at", told->ticket, told->clock.ready_ms, model->clock.ready_ms);
	if (model->finished_ms != TICKET_NEVER) {
		check_equal(trial, "time in service", told->ticket, told->service_ms,
			model->serving_ms);
	}
}

/* Waiting and the literal figure of each segment, and what the day publishes of all and by service.
 */
static void check_figures(struct trial *trial)
{
	char what[160];
	struct segment *told;
	struct figures own;
	struct model_figures want;
	int64_t now = trial->moment.now_ms;
	size_t count = replay_segments(trial->desk.replay, &told), place = 0;
	for (size_t i = 0; i < trial->moment.ticket_count; i++) {
		const struct model_ticket *ticket = &trial->moment.tickets[i];
		for (size_t k = 0; k < ticket->segment_count; k++, place++) {
			check_equal(trial, "wait", ticket->number, figures_wait(told, place),
				model_wait(ticket, k));
			check_equal(trial, "literal", ticket->number,
				figures_literal(told, count, place),
				model_literal(&trial->moment, false, i, k));
		}
	}
	for (int service = -1; service < PROMISE_SERVICES; service++) {
		figures_compute(told, count, service, now, &own);
		model_figures(&trial->moment, false, promise_limits_s, service, &want);
		if (!model_match(&own, &want, what, sizeof what)) {
			promise_print(&trial->day, promise_midnight());
			fail_msg("seed %" PRIu64 ": service %d: %s", trial->seed, service, what);
		}
		trial->literal += (size_t)want.literal.counted;
		trial->unattended += want.unattended_ms > 0 ? 1 : 0;
	}
	free(told);
}

/* All that a day publishes, segment by segment. */
static void check_segments(const struct trial *trial)
{
	struct segment *told;
	size_t count = replay_segments(trial->desk.replay, &told), place = 0;
	for (size_t i = 0; i < trial->moment.ticket_count; i++) {
		const struct model_ticket *ticket = &trial->moment.tickets[i];
		for (size_t k = 0; k < ticket->segment_count; k++, place++) {
			assert_true(place < count);
			check_segment(trial, &told[place], &ticket->segments[k]);
		}
	}
	check_equal(trial, "segments", 0, (int64_t)count, (int64_t)place);
	free(told);
}

static void check_line(const struct trial *trial)
{
	const struct model_ticket *line[MODEL_TICKETS];
	const struct target_line *engine = &trial->desk.replay->line;
	size_t count = model_line(&trial->moment, line);
	check_equal(trial, "line", 0, (int64_t)engine->clock_count, (int64_t)count);
	for (size_t i = 0; i < count; i++) {
		check_equal(
			trial, "place", line[i]->number, engine->clocks[i].ticket, line[i]->number);
	}
}

static void check(struct trial *trial)
{
	check_line(trial);
	for (size_t i = 0; i < trial->moment.ticket_count; i++) {
		const struct model_ticket *ticket = &trial->moment.tickets[i];
		const struct replay_ticket *told = replay_find(trial->desk.replay, ticket->number);
		assert_non_null(told);
		check_equal(trial, "state", ticket->number, told->ticket.state, ticket->state);
		check_equal(trial, "turn", ticket->number, told->ticket.turn_ms, ticket->turn_ms);
		check_clock(trial, ticket, told);
	}
	check_segments(trial);
}

/* The day so far without what was undone. */
static void perform_again(struct trial *trial)
{
	const struct model_day *day = &trial->day;
	promise_desk_finish(&trial->desk);
	promise_desk_init(&trial->desk, day, trial->counters, day->events[0].at_ms);
	promise_desk_live(&trial->desk, day, day->event_count);
}

static void look(struct trial *trial, int64_t now)
{
	model_look(&trial->day, now, &trial->moment);
	replay_advance(trial->desk.replay, now);
	check(trial);
}

/* Performs the day's last event; the engine undoes by living the day again. */
static void perform_last(struct trial *trial)
{
	const struct model_event *event = &trial->day.events[trial->day.event_count - 1];
	trial->happened[event->kind]++;
	if (event->kind == MODEL_UNDONE) {
		trial->undone = true;
		perform_again(trial);
	} else {
		promise_desk_perform(&trial->desk, &trial->day, trial->day.event_count - 1);
	}
	look(trial, event->at_ms);
}

/* What was appended from event `from` on, one after the other. */
static void perform_new(struct trial *trial, size_t from)
{
	size_t count = trial->day.event_count;
	for (size_t i = from; i < count; i++) {
		trial->day.event_count = i + 1;
		perform_last(trial);
	}
}

/* §3: the bound on overtaking, and what the day publishes of it; an undone act may have let
 * somebody by meanwhile. */
static void check_overtaking(struct trial *trial)
{
	int64_t now = trial->moment.now_ms, most = 0, most_possible = 0, overtaken = 0;
	struct figures_priority told;
	for (size_t i = 0; i < trial->moment.ticket_count && !trial->undone; i++) {
		int64_t ticket = trial->moment.tickets[i].number;
		int64_t passed = (int64_t)model_overtakers(&trial->day, now, ticket);
		int64_t bound = (int64_t)model_overtakers_bound(&trial->day, now, ticket);
		if (passed > bound) {
			check_equal(trial, "overtakers", ticket, passed, bound);
		}
		check_equal(trial, "overtakers", ticket,
			(int64_t)replay_find(trial->desk.replay, ticket)->pass_count, passed);
		overtaken += passed > 0 ? 1 : 0;
		most = passed > most ? passed : most;
		most_possible = bound > most_possible ? bound : most_possible;
	}
	replay_priority(trial->desk.replay, now, &told);
	trial->overtaken += (size_t)overtaken;
	trial->bounded += told.bound > 0 && told.bound == most_possible ? 1 : 0;
	check_equal(trial, "beyond", 0, told.beyond, 0);
	if (!trial->undone) {
		check_equal(trial, "overtaken", 0, told.overtaken, overtaken);
		check_equal(trial, "most overtakers", 0, told.most, most);
		check_equal(trial, "bound within the model's", 0, told.bound <= most_possible, 1);
		check_equal(trial, "bound", 0, told.bound >= told.most, 1);
		check_equal(trial, "time", 0, told.extra_ms <= told.bound_ms, 1);
		check_equal(trial, "window", 0, told.latest_ms < told.window_ms || !told.most, 1);
	}
}

static void live(struct trial *trial, size_t length)
{
	int64_t midnight_ms = promise_midnight();
	trial->random.state = trial->seed * UINT64_C(0x9E3779B97F4A7C15);
	trial->undone = false;
	trial->counters = promise_day_init(&trial->random, midnight_ms, &trial->day);
	int64_t start = trial->day.open.from_ms - promise_below(&trial->random, 300) * 1000;
	promise_desk_init(&trial->desk, &trial->day, trial->counters, start);
	model_look(&trial->day, start, &trial->moment);
	for (size_t i = 0; i < length; i++) {
		size_t from = trial->day.event_count;
		promise_happen(&trial->random, &trial->day, trial->counters, &trial->moment);
		perform_new(trial, from);
		int64_t later = promise_time(&trial->random, &trial->day, trial->moment.now_ms);
		if (later > trial->moment.now_ms) {
			look(trial, later);
		}
	}
	check_overtaking(trial);
	check_figures(trial);
	trial->closed += trial->day.closure_count > 0 ? 1 : 0;
	trial->booked += trial->day.from_book != 0 ? 1 : 0;
	promise_desk_finish(&trial->desk);
}

static void engine_and_text_agree(void **state)
{
	(void)state;
	struct trial trial = {.seed = 0};
	for (uint64_t day = 0; day < DAYS; day++) {
		trial.seed = day + 1;
		live(&trial, SHORTEST + (size_t)day * (LONGEST - SHORTEST) / DAYS);
	}
	for (int kind = 0; kind < MODEL_KINDS; kind++) {
		assert_true(trial.happened[kind] > DAYS / 10);
	}
	assert_true(trial.overtaken > DAYS / 10);
	assert_true(trial.bounded > DAYS / 10);
	assert_true(trial.literal > DAYS / 10);
	assert_true(trial.unattended > DAYS / 10);
	assert_true(trial.closed > DAYS / 10);
	assert_true(trial.booked > DAYS / 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(engine_and_text_agree),
	};
	return cmocka_run_group_tests_name("promise", tests, NULL, NULL);
}
