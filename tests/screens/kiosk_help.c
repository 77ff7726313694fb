#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A visitor calls for a clerk: what is shown meanwhile, and for how long the call holds the kiosk.
 */
enum { KONS };

static void look(struct stage *stage, int count, enum help_state help)
{
	stage->view.help_count = count;
	stage->view.helps[0] = (struct help){.id = 5, .state = help, .counter = 2};
	text_copy(stage->view.helps[0].device, HELP_DEVICE_SIZE, "kiosk-1");
	ways_look(&stage->journey, &stage->lobby, "kiosk-1");
}

static void test_help_is_called_and_comes(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_START);
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_ASK_HELP);
	assert_int_equal(visit->screen, JOURNEY_HELP);
	look(&stage, 0, HELP_ASKED); /* a view from before the call */
	stage_hear(&stage, DESK_ASK_HELP, RESULT_OK);
	assert_int_equal(visit->ways.help.state, HELP_ASKED);
	look(&stage, 1, HELP_TAKEN);
	assert_int_equal(visit->ways.help.state, HELP_TAKEN);
	assert_non_null(ways_help(&stage.lobby, "kiosk-1"));
	assert_null(ways_help(&stage.lobby, "kiosk-2"));
	look(&stage, 0, HELP_TAKEN);
	assert_int_equal(visit->ways.help.state, HELP_DONE);
	stage_pass(&stage, JOURNEY_TICKET_MS);
	stage_assert_forgotten(&stage);
}

static void test_who_needs_no_help_goes_on_where_they_were(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_START);
	stage_act(&stage, ACTION_PRIORITY);
	stage_act(&stage, ACTION_HELP);
	stage_hear(&stage, DESK_ASK_HELP, RESULT_OK);
	assert_int_equal(stage_act(&stage, ACTION_BACK), JOURNEY_WITHDRAW_HELP);
	assert_int_equal(stage_request(&stage, JOURNEY_WITHDRAW_HELP).act, DESK_WITHDRAW_HELP);
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	assert_true(visit->priority);
}

/* The kiosk is not held by somebody who has walked away: they are asked, as everywhere. */
static void test_a_call_holds_the_kiosk_no_longer_than_anything_else(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	stage_type(&stage, GUEST_NAME, "Siti Rahma");
	stage_act(&stage, ACTION_HELP);
	stage_hear(&stage, DESK_ASK_HELP, RESULT_OK);
	const int64_t idle_ms = stage.office.idle_s * INT64_C(1000);
	assert_true(visit->closes_ms == 0);
	stage_pass(&stage, idle_ms);
	assert_true(visit->warned_ms != 0);
	stage_act(&stage, ACTION_STAY);
	assert_int_equal(visit->screen, JOURNEY_HELP);
	look(&stage, 1, HELP_TAKEN);
	stage_pass(&stage, idle_ms);
	assert_true(visit->warned_ms != 0);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
	assert_int_equal(stage_request(&stage, JOURNEY_LEAVE_HELP).act, DESK_LEAVE_HELP);
}

static void test_another_visitor_starts_over_at_once(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	stage_type(&stage, GUEST_NAME, "Siti Rahma");
	stage_act(&stage, ACTION_HELP);
	stage_hear(&stage, DESK_ASK_HELP, RESULT_OK);
	assert_int_equal(stage_act(&stage, ACTION_ERASE), JOURNEY_NOTHING);
	stage_assert_forgotten(&stage);
}

/* The clerk is done while the screen asks: what it says then stays as long as ever. */
static void test_help_that_ends_under_the_warning(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_HELP);
	stage_hear(&stage, DESK_ASK_HELP, RESULT_OK);
	look(&stage, 1, HELP_TAKEN);
	stage_pass(&stage, stage.office.idle_s * INT64_C(1000));
	look(&stage, 0, HELP_TAKEN);
	assert_true(visit->warned_ms == 0);
	stage_pass(&stage, JOURNEY_TICKET_MS - 1);
	assert_int_equal(visit->screen, JOURNEY_HELP);
	stage_pass(&stage, 1);
	stage_assert_forgotten(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_help_is_called_and_comes),
		cmocka_unit_test(test_who_needs_no_help_goes_on_where_they_were),
		cmocka_unit_test(test_a_call_holds_the_kiosk_no_longer_than_anything_else),
		cmocka_unit_test(test_another_visitor_starts_over_at_once),
		cmocka_unit_test(test_help_that_ends_under_the_warning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
