/* Design §5: a wall clock that jumps, a dead battery, midnight with a visitor at a counter. */
#include "app/base/text.h"
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { MINUTE_MS = 60 * 1000 };
static const int64_t hour_ms = INT64_C(3600) * 1000;
static const int64_t day_ms = INT64_C(86400) * 1000;

static struct ticket issue(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue one = {.service = 0};
	enum result result = desk_issue(desk, &one, true, &ticket);
	assert_string_equal(result_key(result), "ok");
	return ticket;
}

static struct ticket act(struct desk *desk, stage_act *perform)
{
	struct ticket ticket;
	enum result result = perform(desk, 1, &ticket);
	assert_string_equal(result_key(result), "ok");
	return ticket;
}

static enum desk_clock clock_of(struct desk *desk)
{
	struct desk_view *view = calloc(1, sizeof *view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	enum desk_clock clock = view->clock;
	free(view);
	return clock;
}

/* Somebody sets the wall clock, by mistake, in the middle of a visit: no figure moves. */
static void a_jump_moves_no_figure(void **state)
{
	static const int64_t jumps[] = {3600000, -3600000, 86400000 * INT64_C(400), -86400000};
	struct stage *stage = *state;
	for (size_t i = 0; i < sizeof jumps / sizeof jumps[0]; i++) {
		char time[40];
		struct wrist wrist;
		struct ticket ticket;
		text_format(time, sizeof time, "2026-11-2%dT08:00:00", (int)i + 3);
		wrist_init(&wrist, stage, time);
		wrist.boot = (int)i * 10;
		struct desk *desk = wrist_desk(&wrist, stage);
		assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
		ticket = issue(desk);
		int64_t issued_ms = ticket.issued_ms;
		assert_int_equal(clock_of(desk), DESK_CLOCK_RIGHT);
		wrist_pass(&wrist, 5 * MINUTE_MS);
		wrist.wall_ms += jumps[i];
		assert_int_equal(
			clock_of(desk), jumps[i] > 0 ? DESK_CLOCK_AHEAD : DESK_CLOCK_BEHIND);
		ticket = act(desk, desk_next);
		wrist_pass(&wrist, MINUTE_MS);
		ticket = act(desk, desk_serve);
		assert_int_equal(ticket.served_ms, issued_ms + 6 * MINUTE_MS);
		assert_int_equal(ticket.elapsed_ms, 6 * MINUTE_MS);
		assert_int_equal(ticket.verdict, TARGET_MET);
		assert_false(ticket.uncertain);
		/* Set right again by hand: nothing is left of it. */
		wrist.wall_ms -= jumps[i];
		assert_int_equal(clock_of(desk), DESK_CLOCK_RIGHT);
		act(desk, desk_finish);
		assert_int_equal(desk_close_counter(desk, 1), RESULT_OK);
		desk_close(desk);
	}
}

/* The battery died with the power: the wall says 1970. */
static void a_dead_battery_does_not_turn_time_back(void **state)
{
	struct stage *stage = *state;
	struct wrist wrist;
	struct ticket ticket;
	struct desk_staff head;
	wrist_init(&wrist, stage, "08:00:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_sign_in(desk, "kepala", "4321", &head), RESULT_OK);
	ticket = issue(desk);
	int64_t first_ms = ticket.issued_ms;
	desk_close(desk);

	wrist_restart(&wrist, 2 * hour_ms);
	int64_t right_ms = wrist.wall_ms;
	wrist.wall_ms = 5000;
	desk = wrist_desk(&wrist, stage);
	assert_int_equal(clock_of(desk), DESK_CLOCK_BEHIND);
	ticket = issue(desk);
	assert_string_equal(ticket.number, "K002");
	assert_true(ticket.issued_ms >= first_ms && ticket.issued_ms < first_ms + hour_ms);
	assert_int_equal(desk_set_clock(desk, "kepala", "1111"), RESULT_PIN_WRONG);
	/* The head sets the computer's clock, then tells the desk. */
	wrist.wall_ms = right_ms + MINUTE_MS;
	assert_int_equal(clock_of(desk), DESK_CLOCK_AHEAD);
	assert_int_equal(desk_set_clock(desk, "kepala", "4321"), RESULT_OK);
	assert_int_equal(clock_of(desk), DESK_CLOCK_RIGHT);
	struct instant now;
	desk_now(desk, &now);
	assert_int_equal(now.office_ms, right_ms + MINUTE_MS);
	/* What the wrong clock stamped is uncertain, what was before is not. */
	assert_int_equal(desk_find_ticket(desk, "K002", NULL, &ticket), RESULT_OK);
	assert_true(ticket.uncertain);
	assert_int_equal(desk_find_ticket(desk, "K001", NULL, &ticket), RESULT_OK);
	assert_false(ticket.uncertain);
	assert_string_equal(issue(desk).number, "K003");
	desk_close(desk);
}

/* A clock that said 2036 for a while: back to today, no number twice, a clean day. */
static void a_wrong_year_is_set_right(void **state)
{
	struct stage *stage = *state;
	struct wrist wrist;
	struct ticket ticket;
	struct desk_staff head;
	struct desk_day day;
	wrist_init(&wrist, stage, "08:00:00");
	int64_t right_ms = wrist.wall_ms;
	wrist.wall_ms += 3652 * day_ms;
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(clock_of(desk), DESK_CLOCK_AHEAD);
	assert_int_equal(desk_sign_in(desk, "kepala", "4321", &head), RESULT_OK);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	ticket = issue(desk);
	assert_string_equal(ticket.service_date, "2036-11-22");
	act(desk, desk_next);
	act(desk, desk_serve);
	wrist_pass(&wrist, 5 * MINUTE_MS);
	wrist.wall_ms = right_ms + 5 * MINUTE_MS;
	assert_int_equal(clock_of(desk), DESK_CLOCK_BEHIND);
	assert_int_equal(desk_set_clock(desk, "kepala", "4321"), RESULT_OK);
	ticket = issue(desk);
	assert_string_equal(ticket.service_date, "2026-11-23");
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(desk_day(desk, "2036-11-22", &day), RESULT_OK);
	assert_true(day.closed);
	assert_int_equal(day.all.closed_by_system, 1);
	assert_int_equal(day.all.target.counted, 0);
	/* It holds over a restart, and the wrong year's numbers are never given again. */
	desk_close(desk);
	wrist_restart(&wrist, hour_ms);
	desk = wrist_desk(&wrist, stage);
	assert_int_equal(clock_of(desk), DESK_CLOCK_RIGHT);
	assert_string_equal(issue(desk).number, "K002");
	desk_close(desk);
}

static void midnight_finds_a_visitor_at_the_counter(void **state)
{
	struct stage *stage = *state;
	struct wrist wrist;
	struct ticket ticket;
	struct desk_day day;
	wrist_init(&wrist, stage, "23:50:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	issue(desk);
	act(desk, desk_next);
	act(desk, desk_serve);
	wrist_pass(&wrist, 11 * MINUTE_MS);
	assert_int_equal(desk_finish(desk, 1, &ticket), RESULT_COUNTER_CLOSED);
	assert_int_equal(desk_day(desk, "2026-11-23", &day), RESULT_OK);
	assert_true(day.closed && !day.by_hand && day.is_sealed);
	assert_int_equal(day.all.closed_by_system, 1);
	assert_int_equal(day.all.target.counted, 0);
	assert_int_equal(day.all.service.count, 0);
	assert_string_equal(issue(desk).number, "K001");
	desk_close(desk);
}

static void a_restart_across_midnight_begins_at_001(void **state)
{
	struct stage *stage = *state;
	struct wrist wrist;
	struct ticket ticket;
	wrist_init(&wrist, stage, "15:00:00");
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	issue(desk);
	issue(desk);
	act(desk, desk_next);
	desk_close(desk);
	wrist_restart(&wrist, 17 * hour_ms);
	desk = wrist_desk(&wrist, stage);
	ticket = issue(desk);
	assert_string_equal(ticket.number, "K001");
	assert_string_equal(ticket.service_date, "2026-11-24");
	assert_false(ticket.uncertain);
	assert_int_equal(desk_find_ticket(desk, "K002", "2026-11-23", &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_CLOSED_BY_SYSTEM);
	desk_close(desk);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(a_jump_moves_no_figure),
		test(a_dead_battery_does_not_turn_time_back),
		test(a_wrong_year_is_set_right),
		test(midnight_finds_a_visitor_at_the_counter),
		test(a_restart_across_midnight_begins_at_001),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
