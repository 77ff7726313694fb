/* What a screen is told: the line, clocks, counters, calls, estimates, guests. */
#include "app/base/text.h"
#include "app/desk/flows.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

struct scene {
	struct stage stage;
	struct desk_view view;
};

static int set_up(void **state)
{
	struct scene *scene = calloc(1, sizeof *scene);
	stage_init(&scene->stage);
	stage_create(&scene->stage, "2026-11-23T07:30:00");
	*state = scene;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;
	stage_finish(&scene->stage);
	free(scene);
	return 0;
}

static const struct desk_view *look(struct scene *scene, const char *time, int counter)
{
	struct desk *desk = stage_desk(&scene->stage, time);
	assert_int_equal(desk_view(desk, counter, &scene->view), RESULT_OK);
	desk_close(desk);
	return &scene->view;
}

static void a_day_begins_empty(void **state)
{
	const struct desk_view *view = look(*state, "07:45:00", 0);
	assert_string_equal(view->service_date, "2026-11-23");
	assert_true(view->training);
	assert_int_equal(view->hours.state, CALENDAR_BEFORE);
	assert_int_equal(view->counter_count, 3);
	assert_int_equal(view->counters[2].number, 3);
	assert_int_equal(view->counters[2].state, VIEW_CLOSED);
	assert_int_equal(view->waiting_total + view->call_count + view->device_count, 0);
	assert_int_equal(view->services[0].estimate_s, -1);
}

static void the_line_is_in_call_order(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	static const char *const order[] = {"K002", "K001", "J001"};
	stage_issue(stage, "08:10:00", "KONS");
	stage_issue_priority(stage, "08:20:00", "KONS", TICKET_ELDERLY);
	stage_issue(stage, "08:21:00", "JUAL");
	const struct desk_view *view = look(scene, "08:22:00", 0);
	assert_int_equal(view->waiting_shown, 3);
	assert_int_equal(view->waiting_total, 3);
	assert_int_equal(view->services[0].waiting, 2);
	assert_int_equal(view->services[1].waiting, 1);
	for (int i = 0; i < 3; i++) {
		assert_string_equal(view->waiting[i].number, order[i]);
	}
	assert_int_equal(view->waiting[0].priority, TICKET_ELDERLY);
}

/* Nobody has opened: one more counter counts as free, so one clock runs (design §4). */
static void a_clock_runs_for_the_first_only(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	char number[TICKET_NUMBER_SIZE];
	struct view_clock clock;
	int counter;
	stage_issue(stage, "08:10:00", "KONS");
	stage_issue(stage, "08:11:00", "KONS");
	const struct desk_view *view = look(scene, "08:12:00", 0);
	assert_int_equal(view->counted, 0);
	/* From then on it is late: 600 s are kept, 601 are not. */
	assert_true(view->late_at_ms == view->now_ms + (601 - 120) * 1000);
	view = look(scene, "08:22:00", 0);
	assert_true(view->waiting[0].clock.any && view->waiting[0].clock.running);
	assert_int_equal(
		view_clock_count(&view->waiting[0].clock, view->now_ms + 1000), 721 * 1000);
	assert_false(view->waiting[1].clock.any);
	assert_true(view->late_at_ms == TICKET_NEVER); /* none will be that is not yet */
	assert_true(view_oldest_clock(view, view->now_ms, &clock, number, &counter));
	assert_string_equal(number, "K001");
	assert_int_equal(counter, 0);
	/* Late already, so it counts against the share although nobody was served. */
	assert_int_equal(view->counted, 1);
	assert_int_equal(view->met, 0);
	/* The call does not make it good. */
	struct ticket ticket;
	stage_open(stage, "08:23:00", 1, "ani");
	assert_int_equal(stage_do(stage, "08:23:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(look(scene, "08:23:30", 0)->counted, 1);
	assert_int_equal(stage_do(stage, "08:24:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.verdict, TARGET_MISSED);
	assert_int_equal(look(scene, "08:24:00", 0)->counted, 1);
}

static void a_called_ticket_keeps_its_clock(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	char number[TICKET_NUMBER_SIZE];
	struct view_clock clock;
	struct ticket ticket;
	int counter;
	stage_open(stage, "08:00:00", 2, "budi");
	stage_issue(stage, "08:10:00", "KONS");
	assert_int_equal(stage_do(stage, "08:13:00", desk_next, 2, &ticket), RESULT_OK);
	const struct desk_view *view = look(scene, "08:14:00", 0);
	assert_int_equal(view->counters[1].state, VIEW_CALLED);
	assert_string_equal(view->counters[1].staff_name, "budi");
	assert_string_equal(view->counters[1].ticket.number, "K001");
	assert_int_equal(view_clock_count(&view->counters[1].clock, view->now_ms), 240 * 1000);
	assert_true(view_oldest_clock(view, view->now_ms, &clock, number, &counter));
	assert_int_equal(counter, 2);
	assert_int_equal(view->call_count, 1);
	assert_int_equal(view->calls[0].counter, 2);
	assert_int_equal(view->calls[0].again, 0);

	assert_int_equal(stage_do(stage, "08:15:00", desk_recall, 2, &ticket), RESULT_OK);
	int64_t first = view->calls[0].id;
	view = look(scene, "08:15:00", 0);
	assert_true(view->calls[0].id > first);
	assert_int_equal(view->calls[0].again, 1);

	assert_int_equal(stage_do(stage, "08:16:00", desk_serve, 2, &ticket), RESULT_OK);
	view = look(scene, "08:17:00", 0);
	assert_int_equal(view->counters[1].state, VIEW_SERVING);
	assert_false(view_oldest_clock(view, view->now_ms, &clock, number, &counter));
	assert_int_equal(view->met, 1);
	assert_int_equal(view->counted, 1);
	assert_int_equal(view->done, 0);
	assert_int_equal(stage_do(stage, "08:20:00", desk_finish, 2, &ticket), RESULT_OK);
	view = look(scene, "08:20:00", 0);
	assert_int_equal(view->done, 1);
	assert_int_equal(view->counters[1].state, VIEW_FREE);
	assert_int_equal(view->counters[1].free_since_ms, view->now_ms);
}

static void only_the_own_counter_sees_a_guest(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	struct ticket ticket;
	struct desk_issue issue = {.service = 0, .with_guest = true};
	text_copy(issue.guest.name, sizeof issue.guest.name, "Siti Aminah");
	text_copy(issue.guest.phone, sizeof issue.guest.phone, "081255501234");
	issue.guest.purpose = 4;
	stage_open(stage, "08:00:00", 1, "ani");
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
	const struct desk_view *view = look(scene, "08:02:00", 0);
	assert_false(view->has_guest);
	assert_string_equal(view->guest.name, "");
	view = look(scene, "08:02:00", 1);
	assert_true(view->has_guest);
	assert_string_equal(view->guest.name, "Siti Aminah");
	assert_string_equal(view->guest.phone, "081255501234");
	assert_int_equal(view->guest.purpose, 4);
	assert_string_equal(view->next_number, "K001");
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &ticket), RESULT_OK);
	view = look(scene, "08:03:00", 1);
	assert_true(view->has_guest);
	assert_string_equal(view->next_number, "");
	/* A closed counter is nobody's. */
	view = look(scene, "08:03:00", 2);
	assert_false(view->has_guest);
}

static struct ticket hold(const struct stage *stage, const char *time, int64_t ticket)
{
	struct ticket held;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_hold(desk, 0, ticket, &held), RESULT_OK);
	desk_close(desk);
	return held;
}

static void assert_aside(const struct desk_view *view, int place, const char *number,
	enum ticket_state state, int64_t minutes)
{
	const struct view_aside *aside = &view->aside[place];
	assert_string_equal(aside->number, number);
	assert_int_equal(aside->state, state);
	assert_int_equal(view->now_ms - aside->since_ms, minutes * 60 * 1000);
}

/* On hold and absent, the latest first, until they wait again or their life is over. */
static void those_aside_are_listed(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	struct ticket first, ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	first = stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:02:00", "JUAL");
	assert_int_equal(look(scene, "08:02:00", 0)->aside_count, 0);
	hold(stage, "08:03:00", first.id);
	assert_int_equal(stage_do(stage, "08:04:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:06:00", desk_absent, 1, &ticket), RESULT_OK);
	const struct desk_view *view = look(scene, "08:07:00", 0);
	assert_int_equal(view->aside_count, 2);
	assert_aside(view, 0, "J001", TICKET_ABSENT, 1);
	assert_aside(view, 1, "K001", TICKET_HELD, 4);
	assert_int_equal(view->aside[0].service, 1);
	assert_int_equal(view->aside[1].ticket, first.id);
	struct desk *desk = stage_desk(stage, "08:08:00");
	assert_int_equal(desk_return(desk, view->aside[0].ticket, &ticket), RESULT_OK);
	assert_int_equal(desk_resume(desk, 0, first.id, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(look(scene, "08:08:00", 0)->aside_count, 0);
}

/* As many as the view has room for, and those are the latest. */
static void the_latest_aside_are_shown(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	char time[16];
	for (int i = 0; i <= VIEW_ASIDE; i++) {
		text_format(time, sizeof time, "08:%02d:00", i);
		hold(stage, time, stage_issue(stage, time, "KONS").id);
	}
	const struct desk_view *view = look(scene, "09:00:00", 0);
	assert_int_equal(view->aside_count, VIEW_ASIDE);
	assert_aside(view, 0, "K033", TICKET_HELD, 28);
	assert_aside(view, VIEW_ASIDE - 1, "K002", TICKET_HELD, 59);
}

/* One counter, 15 minutes a visit: free at once; then 15 for the one there; then 15 more each. */
static void estimates_follow_the_line(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	assert_int_equal(look(scene, "08:00:00", 0)->services[0].estimate_s, 0);
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(look(scene, "08:00:00", 0)->services[0].estimate_s, 900);
	assert_int_equal(stage_do(stage, "08:01:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:02:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(look(scene, "08:07:00", 0)->services[0].estimate_s, 600);
	stage_issue(stage, "08:07:00", "PERP");
	assert_int_equal(look(scene, "08:07:00", 0)->services[0].estimate_s, 900);
	stage_open(stage, "08:07:00", 2, "budi");
	assert_int_equal(look(scene, "08:07:00", 0)->services[0].estimate_s, 300);
}

static void experience_replaces_the_offices_estimate(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	struct ticket ticket;
	char time[16];
	stage_open(stage, "08:00:00", 1, "ani");
	for (int i = 0; i < 5; i++) {
		text_format(time, sizeof time, "08:%02d:00", 10 * i);
		stage_issue(stage, time, "KONS");
		assert_int_equal(stage_do(stage, time, desk_next, 1, &ticket), RESULT_OK);
		assert_int_equal(stage_do(stage, time, desk_serve, 1, &ticket), RESULT_OK);
		text_format(time, sizeof time, "08:%02d:00", 10 * i + 3 + i);
		assert_int_equal(stage_do(stage, time, desk_finish, 1, &ticket), RESULT_OK);
	}
	stage_issue(stage, "09:00:00", "KONS");
	assert_int_equal(look(scene, "09:00:00", 0)->services[0].estimate_s, 900);
	/* 3, 4, 5, 6 and 7 minutes: learned at the day's close. */
	stage_open(stage, "2026-11-24T08:00:00", 1, "ani");
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	assert_int_equal(look(scene, "2026-11-24T08:00:00", 0)->services[0].estimate_s, 300);
}

static void act_at(struct scene *scene, const char *time,
	enum result (*act)(struct desk *desk, int counter, struct ticket *out_ticket), int counter)
{
	struct desk *desk = stage_desk(&scene->stage, time);
	assert_int_equal(act(desk, counter, NULL), RESULT_OK);
	desk_close(desk);
}

/* The last one that is over at the own counter, until somebody says what came of it. */
static void an_unsaid_visit_is_named(void **state)
{
	struct scene *scene = *state;
	struct stage *stage = &scene->stage;
	const struct outcome outcome = {.result = OUTCOME_SERVED};
	stage_open(stage, "08:00:00", 1, "ani");
	for (int i = 0; i < 3; i++) {
		stage_issue(stage, "08:01:00", "KONS");
	}
	act_at(scene, "08:02:00", desk_next, 1);
	act_at(scene, "08:02:01", desk_serve, 1);
	assert_int_equal(look(scene, "08:03:00", 1)->unsaid_ticket, 0);
	act_at(scene, "08:10:00", desk_next, 1); /* finishes and calls */
	const struct desk_view *view = look(scene, "08:10:01", 1);
	assert_string_equal(view->unsaid_number, "K001");
	int64_t first = view->unsaid_ticket, first_ms = view->unsaid_ms;
	act_at(scene, "08:10:02", desk_serve, 1);
	act_at(scene, "08:20:00", desk_next, 1);
	view = look(scene, "08:20:01", 1);
	assert_string_equal(view->unsaid_number, "K002");
	assert_true(view->unsaid_ms - first_ms == 10 * 60 * 1000);
	assert_int_equal(look(scene, "08:20:02", 2)->unsaid_ticket, 0);
	struct desk *desk = stage_desk(stage, "08:20:04");
	assert_int_equal(desk_note_outcome(desk, 1, first + 1, &outcome, NULL), RESULT_OK);
	desk_close(desk);
	assert_string_equal(look(scene, "08:20:05", 1)->unsaid_number, "K001");
	act_at(scene, "08:20:06", desk_undo, 1); /* K002 is being served again */
	assert_string_equal(look(scene, "08:20:07", 1)->unsaid_number, "K001");
	desk = stage_desk(stage, "08:20:08");
	assert_int_equal(desk_note_outcome(desk, 1, first, &outcome, NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(look(scene, "08:20:09", 1)->unsaid_ticket, 0);
	/* What was said of a finish that was taken back is not said of the next one. */
	act_at(scene, "08:25:00", desk_finish, 1);
	assert_string_equal(look(scene, "08:25:01", 1)->unsaid_number, "K002");
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		test(a_day_begins_empty),
		test(the_line_is_in_call_order),
		test(a_clock_runs_for_the_first_only),
		test(a_called_ticket_keeps_its_clock),
		test(only_the_own_counter_sees_a_guest),
		test(those_aside_are_listed),
		test(the_latest_aside_are_shown),
		test(estimates_follow_the_line),
		test(experience_replaces_the_offices_estimate),
		test(an_unsaid_visit_is_named),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
