/* Days and clocks: what another day left open, --at, a training store's shift, restarts. */
#include "app/base/text.h"
#include "tests/store/stage.h"
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static enum result open_at(const struct stage *stage, const char *at)
{
	char error[512];
	struct desk *desk;
	const struct desk_options options = {.store = stage->store, .at = at, .device = "test"};
	enum result result = desk_open(&options, &desk, error, sizeof error);
	desk_close(desk);
	return result;
}

/* ---- days ---- */

static struct ticket find(const struct stage *stage, const char *number, const char *date)
{
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, "2026-11-24T08:00:00");
	assert_int_equal(desk_find_ticket(desk, number, date, &ticket), RESULT_OK);
	desk_close(desk);
	return ticket;
}

static void yesterday_is_closed_by_the_system(void **state)
{
	struct stage *stage = *state;
	static const char *const numbers[] = {"K001", "K002", "K003"};
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	for (int i = 0; i < 3; i++) {
		stage_issue(stage, "08:00:00", "KONS");
	}
	stage_open(stage, "08:05:00", 1, "ani");
	stage_open(stage, "08:05:00", 2, "budi");
	assert_int_equal(stage_do(stage, "08:06:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:06:00", desk_next, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:07:00", desk_serve, 2, &ticket), RESULT_OK);

	/* The first look of the morning is enough. */
	struct desk *desk = stage_desk(stage, "2026-11-24T08:00:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	desk_close(desk);
	assert_int_equal(view->waiting_total, 0);
	assert_int_equal(view->counted, 0);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(view->counters[i].state, VIEW_CLOSED);
		ticket = find(stage, numbers[i], "2026-11-23");
		assert_int_equal(ticket.state, TICKET_CLOSED_BY_SYSTEM);
		assert_true(ticket.uncertain);
		assert_int_equal(ticket.verdict, TARGET_NONE);
	}
	ticket = stage_issue(stage, "2026-11-24T08:01:00", "KONS");
	assert_string_equal(ticket.number, "K001");
	assert_string_equal(ticket.service_date, "2026-11-24");
	free(view);
}

static void what_ended_yesterday_stays_as_it_was(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_issue(stage, "08:00:00", "KONS");
	stage_open(stage, "08:05:00", 1, "ani");
	assert_int_equal(stage_do(stage, "08:06:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:07:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:08:00", desk_finish, 1, &ticket), RESULT_OK);
	ticket = find(stage, "K001", "2026-11-23");
	assert_int_equal(ticket.state, TICKET_DONE);
	assert_false(ticket.uncertain);
	struct desk *desk = stage_desk(stage, "2026-11-24T08:00:00");
	assert_int_equal(desk_find_ticket(desk, "K001", NULL, &ticket), RESULT_TICKET_OTHER_DAY);
	assert_int_equal(desk_find_ticket(desk, "K002", NULL, &ticket), RESULT_TICKET_UNKNOWN);
	assert_int_equal(desk_reprint(desk, 1), RESULT_TICKET_OTHER_DAY);
	desk_close(desk);
}

/* Midnight is the office's, not UTC's: 00:10 WITA is 16:10 UTC of the day before. */
static void the_day_is_the_offices(void **state)
{
	struct stage *stage = *state;
	assert_string_equal(stage_issue(stage, "23:59:59", "KONS").number, "K001");
	struct ticket ticket = stage_issue(stage, "2026-11-24T00:10:00", "KONS");
	assert_string_equal(ticket.number, "K001");
	assert_string_equal(ticket.service_date, "2026-11-24");
}

/* ---- --at and the shift ---- */

static void time_never_runs_back(void **state)
{
	struct stage *stage = *state;
	stage_issue(stage, "09:00:00", "KONS");
	assert_int_equal(open_at(stage, "2026-11-23T08:59:59"), RESULT_TIME_BACKWARDS);
	assert_int_equal(open_at(stage, "2026-11-23T09:00:00"), RESULT_OK);
	assert_int_equal(open_at(stage, "yesterday"), RESULT_CONFIG_WRONG);
	/* Within one desk too: another program may have been faster. */
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	struct desk *desk = stage_desk(stage, "09:01:00");
	stage_issue(stage, "09:02:00", "KONS");
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_TIME_BACKWARDS);
	desk_close(desk);
}

static void a_real_store_has_no_time_machine(void **state)
{
	struct stage *stage = *state, real;
	char office[512], error[512];
	struct desk *desk;
	stage_init(&real);
	stage_office_file(office, sizeof office);
	assert_int_equal(
		desk_create(real.store, office, false, NULL, error, sizeof error), RESULT_OK);
	assert_int_equal(open_at(&real, "2036-11-23T09:00:00"), RESULT_NOT_TRAINING);
	const struct desk_options options = {.store = real.store, .device = "test"};
	assert_int_equal(desk_open(&options, &desk, error, sizeof error), RESULT_OK);
	assert_false(desk_is_training(desk));
	assert_int_equal(desk_set_shift(desk, 1000), RESULT_NOT_TRAINING);
	desk_close(desk);
	stage_finish(&real);
	(void)stage;
}

static struct desk *live_desk(const struct stage *stage)
{
	char error[512];
	struct desk *desk;
	const struct desk_options options = {.store = stage->store, .device = "test"};
	assert_int_equal(desk_open(&options, &desk, error, sizeof error), RESULT_OK);
	return desk;
}

static void a_shift_is_for_all_programs(void **state)
{
	struct stage *stage = *state;
	struct instant now;
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	int64_t wanted = stage_ms(stage, "2026-11-25T10:00:00");
	struct desk *one = live_desk(stage), *two = live_desk(stage);
	desk_now(one, &now);
	assert_int_equal(desk_set_shift(one, wanted - now.wall_ms), RESULT_OK);
	assert_int_equal(desk_issue(two, &issue, false, &ticket), RESULT_OK);
	assert_string_equal(ticket.service_date, "2026-11-25");
	assert_true(ticket.issued_ms >= wanted && ticket.issued_ms < wanted + 60000);
	assert_int_equal(
		desk_set_shift(one, wanted - now.wall_ms - 86400000), RESULT_TIME_BACKWARDS);
	desk_close(one);
	desk_close(two);
	two = live_desk(stage);
	desk_now(two, &now);
	assert_true(now.office_ms >= wanted && now.office_ms < wanted + 60000);
	desk_close(two);
}

/* ---- restarts of the machine ---- */

enum { MINUTE_MS = 60 * 1000 };

static struct ticket issue(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue one = {.service = 0};
	assert_int_equal(desk_issue(desk, &one, true, &ticket), RESULT_OK);
	return ticket;
}

static void across_a_restart_times_are_uncertain(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct wrist wrist;
	wrist_init(&wrist, stage, "08:00:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	issue(desk);
	desk_close(desk);
	wrist_restart(&wrist, MINUTE_MS);
	desk = wrist_desk(&wrist, stage);
	issue(desk);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_true(ticket.uncertain);
	wrist_pass(&wrist, MINUTE_MS);
	assert_int_equal(desk_serve(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.verdict, TARGET_NONE);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_false(ticket.uncertain);
	desk_close(desk);
}

static void a_visit_that_a_restart_cut_has_no_verdict(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct wrist wrist;
	struct desk_view *view = calloc(1, sizeof *view);
	wrist_init(&wrist, stage, "08:00:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	issue(desk);
	wrist_pass(&wrist, 3 * MINUTE_MS);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(desk_serve(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.verdict, TARGET_MET);
	desk_close(desk);
	wrist_restart(&wrist, MINUTE_MS);
	desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_finish(desk, 1, &ticket), RESULT_OK);
	assert_true(ticket.uncertain);
	assert_int_equal(ticket.verdict, TARGET_NONE);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->done, 1);
	assert_int_equal(view->counted, 0);
	assert_int_equal(view->met, 0);
	desk_close(desk);
	free(view);
}

/* A clock set back while the machine was off: office time goes on from the newest event. */
static void office_time_is_never_behind_the_newest_event(void **state)
{
	struct stage *stage = *state;
	struct instant now;
	struct ticket first, second;
	const struct desk_issue issue = {.service = 0};
	int64_t ahead = stage_ms(stage, "2036-11-24T09:00:00");
	stage_issue(stage, "2036-11-24T09:00:00", "KONS");
	struct desk *desk = live_desk(stage);
	desk_now(desk, &now);
	assert_true(now.wall_ms < ahead);
	assert_true(now.office_ms >= ahead);
	assert_int_equal(desk_issue(desk, &issue, true, &first), RESULT_OK);
	assert_int_equal(desk_issue(desk, &issue, true, &second), RESULT_OK);
	assert_true(first.issued_ms >= ahead && second.issued_ms >= first.issued_ms);
	assert_string_equal(second.number, "K003");
	desk_close(desk);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(yesterday_is_closed_by_the_system),
		test(what_ended_yesterday_stays_as_it_was),
		test(the_day_is_the_offices),
		test(time_never_runs_back),
		test(a_real_store_has_no_time_machine),
		test(a_shift_is_for_all_programs),
		test(across_a_restart_times_are_uncertain),
		test(a_visit_that_a_restart_cut_has_no_verdict),
		test(office_time_is_never_behind_the_newest_event),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
