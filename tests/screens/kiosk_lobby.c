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

static void test_people_ahead_are_those_of_the_same_counters(void **state)
{
	struct stage stage;
	int ahead;
	int64_t expected_ms;
	(void)state;
	stage_init(&stage, 10, 13);
	lobby_expect(&stage.lobby, KONS, TICKET_ORDINARY, &ahead, &expected_ms);
	assert_int_equal(ahead, 3);
	lobby_expect(&stage.lobby, KONS, TICKET_PRIORITY, &ahead, &expected_ms);
	assert_int_equal(ahead, 0);
	stage.view.counters[0].services = stage.view.counters[1].services = 3; /* KONS, JUAL */
	lobby_expect(&stage.lobby, KONS, TICKET_ORDINARY, &ahead, &expected_ms);
	assert_int_equal(ahead, 2);
	stage.view.services[KONS].estimate_s = -1;
	lobby_expect(&stage.lobby, KONS, TICKET_ORDINARY, &ahead, &expected_ms);
	assert_int_equal(expected_ms, TICKET_NEVER);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_second_tap_does_not_reach_the_next_screen),
		cmocka_unit_test(test_people_ahead_are_those_of_the_same_counters),
		cmocka_unit_test(test_counters_are_staffed_unless_all_rest),
		cmocka_unit_test(test_clock_wakes_at_the_full_minute),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
