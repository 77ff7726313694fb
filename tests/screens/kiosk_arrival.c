#include "tests/screens/kiosk_stage.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include <string.h>

/* A visitor with an appointment: its code, a number, no guest book. */
enum { JUAL = 1 };

static const char right_code[] = "K7QM2X";

static void test_a_code_gives_a_number_without_a_guest_book(void **state)
{
	struct stage stage;
	struct desk_issue issue;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_APPOINTMENT);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->screen, JOURNEY_CODE);
	assert_int_equal(visit->keyboard.layout, KEYBOARD_CODE);
	assert_int_equal(stage_enter_code(&stage, right_code), JOURNEY_ISSUE);
	assert_string_equal(visit->asked, right_code);
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_false(issue.with_guest);
	assert_true(issue.print);
	assert_int_equal(issue.priority, TICKET_ORDINARY);
	/* A turn before everybody's but the one who came nine minutes ago. */
	struct ticket ticket = {.id = 7, .service = JUAL, .number = "J003", .target_s = 600};
	ticket.issued_ms = stage.lobby.now_ms;
	ticket.turn_ms = stage.lobby.now_ms - 8 * INT64_C(60000);
	ticket.low_ms = stage.lobby.now_ms + 5 * INT64_C(60000);
	ticket.high_ms = ticket.low_ms + 7 * INT64_C(60000);
	assert_int_equal(
		journey_answer(&stage.journey, &stage.lobby, RESULT_OK, &ticket), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	assert_int_equal(visit->service, JUAL);
	assert_int_equal(visit->ahead, 1);
	assert_int_equal(visit->expected.low_ms, ticket.low_ms);
	assert_int_equal(visit->expected.high_ms, ticket.high_ms);
	assert_string_equal(visit->ticket.number, "J003");
	assert_true(stage_is_blank(visit->code, sizeof(visit->code)));
	assert_true(stage_is_blank(visit->asked, sizeof(visit->asked)));
	assert_true(stage_is_blank(&visit->keyboard, sizeof(visit->keyboard)));
	stage_slip(&stage, PRINT_CONFIRMED, RESULT_OK);
	assert_int_equal(visit->ahead, 2); /* the slip knows */
	stage_pass(&stage, JOURNEY_TICKET_MS);
	stage_assert_forgotten(&stage);
}

static void test_no_code_while_closed(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 15, 47);
	stage_act(&stage, ACTION_APPOINTMENT);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
}

static void test_a_refused_code_stays_to_be_corrected(void **state)
{
	static const enum result results[] = {RESULT_APPOINTMENT_UNKNOWN, RESULT_APPOINTMENT_USED,
		RESULT_APPOINTMENT_OTHER_DAY, RESULT_OFFICE_CLOSED, RESULT_DAY_CLOSED};
	(void)state;
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		struct stage stage;
		stage_init(&stage, 10, 13);
		stage_enter_code(&stage, "K7QM2Y");
		struct visit *visit = &stage.journey.visit;
		stage_answer(&stage, results[i]);
		assert_int_equal(visit->screen, JOURNEY_CODE);
		assert_int_equal(visit->code_error, results[i]);
		assert_string_equal(visit->code, "K7QM2Y");
		stage_act(&stage, ACTION_TYPED);
		assert_int_equal(visit->code_error, RESULT_OK);
		assert_int_equal(stage_enter_code(&stage, right_code), JOURNEY_ISSUE);
		stage_answer(&stage, RESULT_OK);
		assert_int_equal(visit->screen, JOURNEY_TICKET);
	}
}

static void test_a_code_is_asked_for_once(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_int_equal(stage_enter_code(&stage, right_code), JOURNEY_ISSUE);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(stage_act(&stage, ACTION_BACK), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_CODE);
	stage_answer(&stage, RESULT_APPOINTMENT_UNKNOWN);
	/* the second press of a double press, after the answer: no second guess */
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->wrong_codes, 1);
	assert_int_equal(visit->code_error, RESULT_APPOINTMENT_UNKNOWN);
	assert_int_equal(stage_enter_code(&stage, right_code), JOURNEY_ISSUE); /* typed anew */
}

static void test_a_busy_store_is_asked_for_the_same_code(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_enter_code(&stage, right_code);
	struct visit *visit = &stage.journey.visit;
	for (int i = 0; i < JOURNEY_RETRIES; i++) {
		assert_int_equal(
			journey_answer(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, NULL),
			JOURNEY_ISSUE);
		assert_string_equal(visit->asked, right_code);
	}
	stage_answer(&stage, RESULT_STORE_BUSY);
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_int_equal(visit->refusal, RESULT_STORE_BUSY);
	assert_true(stage_is_blank(visit->code, sizeof(visit->code)));
}

static void test_five_wrong_codes_are_for_staff(void **state)
{
	static const char *const codes[JOURNEY_CODES] = {"AAAAAA", "BBBBBB", "C", "D", "E"};
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	struct visit *visit = &stage.journey.visit;
	stage_enter_code(&stage, right_code);
	stage_answer(&stage, RESULT_DAY_CLOSED); /* not the code's fault */
	for (int i = 0; i < JOURNEY_CODES; i++) {
		assert_int_equal(visit->wrong_codes, i);
		assert_int_equal(stage_enter_code(&stage, codes[i]), JOURNEY_ISSUE);
		stage_answer(
			&stage, i % 2 == 0 ? RESULT_APPOINTMENT_UNKNOWN : RESULT_APPOINTMENT_USED);
	}
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_int_equal(visit->refusal, RESULT_APPOINTMENT_UNKNOWN);
	assert_true(stage_is_blank(visit->code, sizeof(visit->code)));
	stage_pass(&stage, JOURNEY_WRITE_MS - 1);
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	stage_pass(&stage, 1);
	stage_assert_forgotten(&stage);
}

static void test_what_no_code_can_be_is_explained(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_int_equal(stage_enter_code(&stage, ""), JOURNEY_NOTHING);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->code_error, RESULT_FIELD_REQUIRED);
	stage_act(&stage, ACTION_REFUSED);
	assert_int_equal(visit->code_error, RESULT_TEXT_CONTROL);
	memset(visit->code, 'A', DESK_CODE_SIZE - 1);
	stage_act(&stage, ACTION_REFUSED);
	assert_int_equal(visit->code_error, RESULT_TEXT_LONG);
	assert_int_equal(visit->wrong_codes, 0);
}

static void test_back_forgets_the_code(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_enter_code(&stage, right_code);
	stage_answer(&stage, RESULT_APPOINTMENT_USED);
	stage_act(&stage, ACTION_BACK);
	stage_assert_forgotten(&stage);
}

static void test_an_idle_code_is_wiped(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_enter_code(&stage, right_code);
	struct visit *visit = &stage.journey.visit;
	stage_pass(&stage, 200000); /* never while the desk is asked */
	assert_int_equal(visit->warned_ms, 0);
	stage_answer(&stage, RESULT_APPOINTMENT_OTHER_DAY);
	stage_pick(&stage, ACTION_FOCUS, GUEST_NAME, 0);
	stage_pass(&stage, 74999);
	assert_int_equal(visit->warned_ms, 0);
	stage_pass(&stage, 1);
	assert_int_not_equal(visit->warned_ms, 0);
	assert_string_equal(visit->code, right_code);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_code_gives_a_number_without_a_guest_book),
		cmocka_unit_test(test_no_code_while_closed),
		cmocka_unit_test(test_a_refused_code_stays_to_be_corrected),
		cmocka_unit_test(test_a_code_is_asked_for_once),
		cmocka_unit_test(test_a_busy_store_is_asked_for_the_same_code),
		cmocka_unit_test(test_five_wrong_codes_are_for_staff),
		cmocka_unit_test(test_what_no_code_can_be_is_explained),
		cmocka_unit_test(test_back_forgets_the_code),
		cmocka_unit_test(test_an_idle_code_is_wiped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
