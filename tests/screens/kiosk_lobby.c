#include "tests/screens/kiosk_stage.h"

#include "app/kiosk/guard.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

/* What the kiosk knows of the room, and the guard against double taps. */
enum { KONS = 0 };

static bool swallows(
	struct stage *stage, struct guard *guard, enum ui_event_kind kind, int x, int64_t ticks_ms)
{
	const struct ui_event event = {.kind = kind, .x = x, .y = 1000};
	return guard_swallows(guard, &stage->journey.visit, &event, ticks_ms);
}

static void test_second_tap_does_not_reach_the_next_screen(void **state)
{
	struct stage stage;
	struct guard guard = {0};
	(void)state;
	stage_init(&stage, 10, 13);
	assert_false(swallows(&stage, &guard, UI_DOWN, 500, 5000));
	assert_false(swallows(&stage, &guard, UI_UP, 500, 5100));
	stage_act(&stage, ACTION_START);
	assert_false(swallows(&stage, &guard, UI_NONE, 0, 5101)); /* the new screen is drawn */
	assert_true(swallows(&stage, &guard, UI_DOWN, 510, 5250));
	assert_false(swallows(&stage, &guard, UI_DOWN, 900, 5250)); /* meant, at another place */
	assert_false(swallows(&stage, &guard, UI_DOWN, 510, 5100 + GUARD_MS));
	/* a third and fourth tap of the burst */
	stage_init(&stage, 10, 13);
	guard = (struct guard){0};
	assert_false(swallows(&stage, &guard, UI_UP, 500, 6000));
	stage_act(&stage, ACTION_START);
	for (int64_t ticks_ms = 6100; ticks_ms < 7000; ticks_ms += 200) {
		assert_true(swallows(&stage, &guard, UI_DOWN, 500, ticks_ms));
		assert_false(swallows(&stage, &guard, UI_UP, 500, ticks_ms + 100));
	}
	assert_false(swallows(&stage, &guard, UI_DOWN, 500, 7000 + GUARD_MS));
	/* typing the same letter twice leads nowhere, so both count */
	assert_false(swallows(&stage, &guard, UI_UP, 300, 9000));
	assert_false(swallows(&stage, &guard, UI_DOWN, 300, 9100));
}

static void test_a_screen_that_comes_during_a_press_is_guarded_too(void **state)
{
	struct stage stage;
	struct guard guard = {0};
	(void)state;
	stage_init(&stage, 10, 13);
	assert_false(swallows(&stage, &guard, UI_DOWN, 500, 5000));
	assert_false(swallows(&stage, &guard, UI_UP, 500, 5050));
	assert_false(swallows(&stage, &guard, UI_DOWN, 500, 5100)); /* the desk is still asked */
	stage_act(&stage, ACTION_START);
	assert_false(swallows(&stage, &guard, UI_NONE, 0, 5120));
	assert_false(swallows(&stage, &guard, UI_UP, 500, 5130));
	assert_true(swallows(&stage, &guard, UI_DOWN, 500, 5200));
}

static void test_people_ahead_are_those_of_the_same_counters(void **state)
{
	struct stage stage;
	int ahead;
	struct say_span span;
	(void)state;
	stage_init(&stage, 10, 13);
	lobby_expect(&stage.lobby, KONS, TICKET_ORDINARY, &ahead, &span);
	assert_int_equal(ahead, 3);
	lobby_expect(&stage.lobby, KONS, TICKET_PRIORITY, &ahead, &span);
	assert_int_equal(ahead, 0);
	stage.view.counters[0].services = stage.view.counters[1].services = 3; /* KONS, JUAL */
	lobby_expect(&stage.lobby, KONS, TICKET_ORDINARY, &ahead, &span);
	assert_int_equal(ahead, 2);
	assert_int_equal(span.low_ms, stage.lobby.now_ms + 5 * 60000);
	assert_int_equal(span.high_ms, stage.lobby.now_ms + 12 * 60000);
	stage.view.services[KONS].low_min = stage.view.services[KONS].high_min = -1;
	lobby_expect(&stage.lobby, KONS, TICKET_ORDINARY, &ahead, &span);
	assert_int_equal(span.low_ms, TICKET_NEVER);
	assert_int_equal(span.high_ms, TICKET_NEVER);
}

static void test_refusals_are_the_desks_and_the_last_hours(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 13, 59);
	stage.view.services[KONS].closed = RESULT_QUOTA_FULL;
	stage.office.services[1].last_issue_min = 14 * 60;
	assert_int_equal(lobby_refusal(&stage.lobby, KONS), RESULT_QUOTA_FULL);
	assert_int_equal(lobby_refusal(&stage.lobby, 1), RESULT_OK);
	stage_pass(&stage, 60000); /* and no news from the desk */
	assert_int_equal(lobby_refusal(&stage.lobby, 1), RESULT_ISSUE_OVER);
	assert_int_equal(lobby_refusal(&stage.lobby, 2), RESULT_OK);
	stage.lobby.view = NULL;
	assert_int_equal(lobby_refusal(&stage.lobby, KONS), RESULT_OK);
}

static void test_day_closed_by_hand_opens_again_by_the_calendar(void **state)
{
	struct stage stage;
	struct calendar_hours hours;
	char date[CALENDAR_DATE_SIZE];
	(void)state;
	stage_init(&stage, 10, 13);
	assert_true(lobby_is_issuing(&stage.lobby));
	stage.view.day_closed = true;
	assert_false(lobby_is_issuing(&stage.lobby));
	lobby_hours(&stage.lobby, &hours);
	assert_int_equal(hours.state, CALENDAR_CLOSED);
	calendar_date(&stage.office, hours.open_ms, date);
	assert_string_equal(date, "2026-11-24");
	/* and not on a holiday */
	const struct office_holiday holiday = {
		.day = calendar_day_number(&stage.office, hours.open_ms)};
	assert_true(office_add_holiday(&stage.office, &holiday));
	lobby_hours(&stage.lobby, &hours);
	calendar_date(&stage.office, hours.open_ms, date);
	assert_string_equal(date, "2026-11-25");
}

static void test_counters_are_staffed_unless_all_rest(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_true(lobby_is_staffed(&stage.lobby));
	for (int i = 0; i < stage.view.counter_count; i++) {
		stage.view.counters[i].state = i == 0 ? VIEW_BREAK : VIEW_CLOSED;
	}
	assert_false(lobby_is_staffed(&stage.lobby));
	stage.lobby.view = NULL;
	assert_true(lobby_is_staffed(&stage.lobby));
}

static void test_clock_wakes_at_the_full_minute(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_pass(&stage, 12345);
	assert_int_equal(lobby_next_minute(&stage.lobby), stage.lobby.ticks_ms + 60000 - 12345);
	assert_int_equal(journey_deadline(&stage.journey, &stage.lobby), INT64_MAX);
}

/* What is told to who still waits after hours. */
static void test_who_waits_is_served_on_where_a_counter_is_open_for_each(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 15, 47);
	for (int i = 0; i < stage.view.counter_count; i++) {
		stage.view.counters[i].state = i == 0 ? VIEW_FREE : VIEW_CLOSED;
		stage.view.counters[i].services = 31;
	}
	assert_true(lobby_serves_on(&stage.lobby));
	stage.view.counters[0].services = 1; /* one of the three who wait */
	assert_false(lobby_serves_on(&stage.lobby));
	stage.view.counters[1].state = VIEW_BREAK;
	assert_false(lobby_serves_on(&stage.lobby));
	stage.view.counters[0].services = 31;
	stage.view.waiting_shown = 0;
	assert_false(lobby_serves_on(&stage.lobby));
	stage.lobby.view = NULL;
	assert_false(lobby_serves_on(&stage.lobby));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_second_tap_does_not_reach_the_next_screen),
		cmocka_unit_test(test_a_screen_that_comes_during_a_press_is_guarded_too),
		cmocka_unit_test(test_people_ahead_are_those_of_the_same_counters),
		cmocka_unit_test(test_refusals_are_the_desks_and_the_last_hours),
		cmocka_unit_test(test_day_closed_by_hand_opens_again_by_the_calendar),
		cmocka_unit_test(test_counters_are_staffed_unless_all_rest),
		cmocka_unit_test(test_who_waits_is_served_on_where_a_counter_is_open_for_each),
		cmocka_unit_test(test_clock_wakes_at_the_full_minute),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
