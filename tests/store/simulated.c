/* The smallest cases of what simulated days have found (giliran simulate). Each ends with the proof
 * of the log and the invariants of the rows. */
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

/* Who walks straight to a counter has been called there, not in 1970. */
static void a_walk_is_a_call(void **state)
{
	const struct stage *stage = *state;
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	stage_open(stage, "09:00:00", 1, "ani");
	struct desk *desk = stage_desk(stage, "09:05:00");
	assert_int_equal(desk_walk(desk, 1, &issue, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(ticket.state, TICKET_SERVING);
	assert_int_equal(ticket.called_ms, stage_ms(stage, "09:05:00"));
	assert_int_equal(ticket.served_ms, ticket.called_ms);
	assert_int_equal(ticket.finished_ms, TICKET_NEVER);
}

static enum result do_at(const struct stage *stage, const char *time, stage_act *act, int counter,
	const char *number)
{
	struct ticket ticket = {0};
	enum result result = stage_do(stage, time, act, counter, &ticket);
	if (result == RESULT_OK) {
		assert_string_equal(ticket.number, number);
	}
	return result;
}

/* The next counter has called the next visitor meanwhile; who was called first goes back to the
 * head of the line, and was passed by one. */
static void a_call_can_be_undone_after_another_counters_call(void **state)
{
	const struct stage *stage = *state;
	stage_issue(stage, "08:30:00", "KONS");
	stage_issue(stage, "08:31:00", "KONS");
	stage_open(stage, "09:00:00", 1, "ani");
	stage_open(stage, "09:00:00", 2, "budi");
	assert_int_equal(do_at(stage, "09:05:00", desk_next, 1, "K001"), RESULT_OK);
	assert_int_equal(do_at(stage, "09:05:03", desk_next, 2, "K002"), RESULT_OK);
	assert_int_equal(do_at(stage, "09:05:06", desk_undo, 1, "K001"), RESULT_OK);
	assert_int_equal(do_at(stage, "09:06:00", desk_next, 1, "K001"), RESULT_OK);
}

/* Counter 1 marks its visitor absent and so is free: the clock of R001 starts, and counter 3 calls
 * R001. Then the mark is taken back, and counter 1 was not free after all: R001's clock starts when
 * counter 3 is. */
static void undoing_reaches_those_who_were_called_meanwhile(void **state)
{
	const struct stage *stage = *state;
	int64_t free_ms = stage_ms(stage, "09:04:12");
	stage_open(stage, "08:06:00", 1, "ani");
	stage_open(stage, "08:09:00", 3, "citra");
	stage_issue(stage, "08:15:00", "JUAL");
	assert_int_equal(do_at(stage, "08:58:00", desk_next, 3, "J001"), RESULT_OK);
	assert_int_equal(do_at(stage, "08:59:00", desk_serve, 3, "J001"), RESULT_OK);
	stage_issue(stage, "09:01:00", "KONS");
	assert_int_equal(do_at(stage, "09:02:00", desk_next, 1, "K001"), RESULT_OK);
	stage_issue(stage, "09:04:00", "REKOM");
	assert_int_equal(do_at(stage, "09:04:10", desk_absent, 1, "K001"), RESULT_OK);
	assert_int_equal(do_at(stage, "09:04:12", desk_next, 3, "R001"), RESULT_OK);
	assert_int_equal(do_at(stage, "09:04:15", desk_undo, 1, "K001"), RESULT_OK);
	struct desk *desk = stage_desk(stage, "09:04:20");
	struct ticket ticket;
	assert_int_equal(desk_find_ticket(desk, "R001", NULL, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_CALLED);
	assert_int_equal(ticket.ready_ms, free_ms);
	desk_close(desk);
}

/* The wall clock is two days ahead at a start; a screen looks, a number is taken; then the head
 * sets the clock back, and the day that has not been yet is closed from an earlier one. */
static void a_day_ahead_is_closed_from_an_earlier_one(void **state)
{
	const struct stage *stage = *state;
	const int64_t ahead_ms = INT64_C(2) * 86400 * 1000;
	struct wrist wrist;
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	wrist_init(&wrist, stage, "2026-11-25T09:00:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	assert_string_equal(ticket.service_date, "2026-11-25");
	wrist_pass(&wrist, 60000);
	wrist.wall_ms -= ahead_ms;
	assert_int_equal(desk_set_clock(desk, "kepala", "2468"), RESULT_OK);
	wrist_pass(&wrist, 60000);
	/* The 23rd, which the clock ahead had closed, goes on. */
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	assert_string_equal(ticket.service_date, "2026-11-23");
	desk_close(desk);
}

/* The same with a visitor at a counter: the visit ends on its own day, in doubt. */
static void who_is_served_on_a_day_ahead_is_in_no_figure(void **state)
{
	const struct stage *stage = *state;
	struct wrist wrist;
	struct ticket ticket;
	struct desk_day day;
	const struct desk_issue issue = {.service = 0};
	wrist_init(&wrist, stage, "2026-11-25T09:00:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	assert_int_equal(desk_walk(desk, 1, &issue, &ticket), RESULT_OK);
	wrist_pass(&wrist, 60000);
	wrist.wall_ms -= INT64_C(86400) * 1000;
	assert_int_equal(desk_set_clock(desk, "kepala", "2468"), RESULT_OK);
	assert_int_equal(desk_day(desk, "2026-11-25", &day), RESULT_OK);
	assert_true(day.closed);
	assert_int_equal(day.all.closed_by_system, 1);
	assert_int_equal(day.all.target.counted, 0);
	assert_int_equal(day.all.service.count, 0);
	desk_close(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_walk_is_a_call, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(a_call_can_be_undone_after_another_counters_call,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(undoing_reaches_those_who_were_called_meanwhile,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(who_is_served_on_a_day_ahead_is_in_no_figure,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(a_day_ahead_is_closed_from_an_earlier_one,
			stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
