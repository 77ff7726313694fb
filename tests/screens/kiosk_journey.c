#include "tests/screens/kiosk_stage.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include <string.h>

enum { KONS = 0, JUAL = 1 };

static void test_notice_comes_before_the_first_letter(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_START);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_SERVICE);
	stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, KONS);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_NOTICE);
	stage_pass(&stage, 500);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_GUEST);
	assert_int_equal(stage.journey.visit.focus, GUEST_SEX);
}

static void test_no_number_while_closed(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 15, 47);
	stage_act(&stage, ACTION_START);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
	stage_init(&stage, 7, 31); /* half an hour before opening */
	stage_act(&stage, ACTION_START);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_SERVICE);
}

static void test_continue_shows_what_is_missing(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	struct visit *visit = &stage.journey.visit;
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->step, 1);
	assert_int_equal(visit->errors[GUEST_NAME], RESULT_FIELD_REQUIRED);
	stage_type(&stage, GUEST_NAME, "Siti");
	assert_int_equal(visit->errors[GUEST_NAME], RESULT_OK);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->step, 2);
	assert_int_equal(visit->focus, GUEST_EMAIL);
	stage_pass(&stage, 500);
	stage_type(&stage, GUEST_EMAIL, "siti@gmail");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->step, 2);
	assert_int_equal(visit->errors[GUEST_EMAIL], RESULT_EMAIL_FORM);
}

static void test_email_may_be_empty_where_nothing_is_sent(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_EMAIL);
	stage_act(&stage, ACTION_NO_EMAIL);
	assert_int_equal(stage.journey.visit.focus, GUEST_PHONE);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(stage.journey.visit.step, 3);
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, JUAL, GUEST_EMAIL);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(stage.journey.visit.step, 2);
	assert_int_equal(stage.journey.visit.errors[GUEST_EMAIL], RESULT_FIELD_REQUIRED);
}

static void test_institution_kind_only_for_an_institution(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	struct guest *guest = &stage.journey.visit.guest;
	const struct office_service *service = &stage.office.services[KONS];
	assert_int_equal(step_count(service, guest), 7);
	stage_type(&stage, GUEST_INSTITUTION, "BPS");
	assert_int_equal(step_count(service, guest), 8);
	assert_int_equal(step_at(service, guest, 4).fields[0], GUEST_INSTITUTION_KIND);
	guest->institution_kind = 4;
	stage_type(&stage, GUEST_NAME, "Siti");
	stage_type(&stage, GUEST_INSTITUTION, "");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(guest->institution_kind, 0);
	assert_int_equal(step_count(service, guest), 7);
	assert_int_equal(step_at(service, guest, 7).fields[0], GUEST_NEEDS);
}

static void test_other_is_typed_and_forgotten_with_its_choice(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 3);
	struct visit *visit = &stage.journey.visit;
	stage_pick(&stage, ACTION_CHOOSE, GUEST_OCCUPATION, 7);
	assert_true(visit->typing_other);
	stage_pass(&stage, 500);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_OCCUPATION_OTHER], RESULT_FIELD_REQUIRED);
	stage_type(&stage, GUEST_OCCUPATION_OTHER, "Petani");
	stage_act(&stage, ACTION_BACK);
	assert_false(visit->typing_other);
	assert_int_equal(visit->step, 3);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_OCCUPATION, 1);
	assert_true(stage_is_blank(
		visit->guest.occupation_other, sizeof(visit->guest.occupation_other)));
}

static void test_back_keeps_answers_until_the_welcome_screen(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 3);
	stage_act(&stage, ACTION_BACK);
	assert_string_equal(stage.journey.visit.guest.email, "siti.rahma@gmail.com");
	stage_act(&stage, ACTION_BACK);
	assert_string_equal(stage.journey.visit.guest.name, "Siti Rahma");
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(stage.journey.visit.guest.education, 9);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_NOTICE);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_SERVICE);
	stage_act(&stage, ACTION_BACK);
	stage_assert_forgotten(&stage);
}

static void test_refused_letters_are_explained(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_EMAIL);
	struct visit *visit = &stage.journey.visit;
	stage_pick(&stage, ACTION_REFUSED, GUEST_EMAIL, 0);
	assert_int_equal(visit->errors[GUEST_EMAIL], RESULT_TEXT_CONTROL);
	memset(visit->guest.email, 'a', sizeof(visit->guest.email) - 1);
	stage_pick(&stage, ACTION_REFUSED, GUEST_EMAIL, 0);
	assert_int_equal(visit->errors[GUEST_EMAIL], RESULT_TEXT_LONG);
	assert_string_equal(step_error_key(GUEST_EMAIL, RESULT_TEXT_LONG), "kiosk.error.long");
}

static void test_party_has_at_least_the_visitor(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 7);
	struct guest *guest = &stage.journey.visit.guest;
	assert_int_equal(guest->party_female, 1); /* she said so */
	assert_int_equal(guest->party_male, 0);
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_FEMALE, -1);
	assert_int_equal(guest->party_female, 1);
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_MALE, 1);
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_FEMALE, -1);
	assert_int_equal(guest->party_male, 1);
	assert_int_equal(guest->party_female, 0);
}

static void test_double_tap_asks_for_one_number(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 7);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_ISSUE);
	assert_true(visit->issuing);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(stage_act(&stage, ACTION_BACK), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	stage_answer(&stage, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	stage_answer(&stage, RESULT_OFFICE_CLOSED); /* an answer nobody waits for */
	assert_int_equal(visit->screen, JOURNEY_TICKET);
}

static void test_busy_store_is_asked_again_with_the_same_token(void **state)
{
	struct stage stage;
	struct desk_issue first, second;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	struct visit *visit = &stage.journey.visit;
	strncpy(visit->token, "abc", sizeof(visit->token) - 1);
	journey_request(&stage.journey, &stage.lobby, &first);
	for (int i = 0; i < JOURNEY_RETRIES; i++) {
		assert_int_equal(
			journey_answer(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, NULL),
			JOURNEY_ISSUE);
	}
	journey_request(&stage.journey, &stage.lobby, &second);
	assert_string_equal(first.token, second.token);
	assert_string_equal(second.guest.name, "Siti Rahma");
	assert_int_equal(journey_answer(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, NULL),
		JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
}

static void test_priority_by_switch_or_need(void **state)
{
	struct stage stage;
	struct desk_issue issue;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 7);
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_int_equal(issue.priority, TICKET_ORDINARY);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_NEEDS, 8);
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_int_equal(issue.priority, TICKET_PRIORITY);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_NEEDS, 8);
	stage_act(&stage, ACTION_PRIORITY);
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_int_equal(issue.priority, TICKET_PRIORITY);
	assert_true(issue.with_guest);
	assert_true(issue.print);
}

static void test_ticket_keeps_no_guest_and_closes_after_printing(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OK);
	struct visit *visit = &stage.journey.visit;
	assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
	assert_true(stage_is_blank(&visit->keyboard, sizeof(visit->keyboard)));
	assert_int_equal(visit->phase, PHASE_PRINTING);
	assert_int_equal(visit->closes_ms, 0);
	stage_slip(&stage, PRINT_SENDING, RESULT_OK);
	stage_pass(&stage, 30000);
	assert_int_equal(visit->screen, JOURNEY_TICKET); /* never while printing */
	stage_slip(&stage, PRINT_CONFIRMED, RESULT_OK);
	assert_int_equal(visit->ahead, 2);
	assert_int_equal(journey_seconds(&stage.lobby, visit->closes_ms), 20);
	assert_int_equal(
		journey_deadline(&stage.journey, &stage.lobby), stage.lobby.ticks_ms + 1000);
	stage_pass(&stage, 19999);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	stage_pass(&stage, 1);
	stage_assert_forgotten(&stage);
}

static void test_paper_out_is_told_and_mended(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage.lobby.printer = RESULT_PAPER_OUT;
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OK);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->phase, PHASE_TROUBLE);
	assert_int_equal(journey_seconds(&stage.lobby, visit->closes_ms), 60);
	stage_pass(&stage, 10000);
	stage_act(&stage, ACTION_MORE_TIME);
	assert_int_equal(journey_seconds(&stage.lobby, visit->closes_ms), 110);
	stage.lobby.printer = RESULT_OK;
	stage_slip(&stage, PRINT_SENDING, RESULT_OK);
	assert_int_equal(visit->phase, PHASE_PRINTING);
	stage_slip(&stage, PRINT_FAILED, RESULT_COVER_OPEN);
	assert_int_equal(visit->phase, PHASE_TROUBLE);
	assert_int_equal(visit->print_reason, RESULT_COVER_OPEN);
	stage_pass(&stage, JOURNEY_WRITE_MS);
	stage_assert_forgotten(&stage);
}

static void test_printing_without_end_becomes_a_fault(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OK);
	stage_slip(&stage, PRINT_SENDING, RESULT_OK);
	stage_pass(&stage, JOURNEY_PATIENCE_MS - 1);
	assert_int_equal(stage.journey.visit.phase, PHASE_PRINTING);
	stage_pass(&stage, 1);
	assert_int_equal(stage.journey.visit.phase, PHASE_TROUBLE);
	stage_slip(&stage, PRINT_CONFIRMED, RESULT_OK); /* late, but there it is */
	assert_int_equal(stage.journey.visit.phase, PHASE_PRINTED);
}

static void test_slip_of_somebody_else_changes_nothing(void **state)
{
	struct stage stage;
	struct desk_slip other = {.id = 9, .ticket = {.id = 8}, .ahead = 5};
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OK);
	int ahead = stage.journey.visit.ahead;
	journey_slip(&stage.journey, &stage.lobby, &other, PRINT_CONFIRMED, RESULT_OK);
	assert_int_equal(stage.journey.visit.phase, PHASE_PRINTING);
	assert_int_equal(stage.journey.visit.ahead, ahead);
}

static void test_idle_warns_then_wipes(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 3);
	struct visit *visit = &stage.journey.visit;
	visit->input_ms = stage.lobby.ticks_ms;
	assert_int_equal(
		journey_deadline(&stage.journey, &stage.lobby), stage.lobby.ticks_ms + 75000);
	stage_pass(&stage, 74999);
	assert_int_equal(visit->warned_ms, 0);
	stage_pass(&stage, 1);
	assert_int_not_equal(visit->warned_ms, 0);
	stage_pass(&stage, 19999);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	stage_act(&stage, ACTION_STAY);
	assert_int_equal(visit->warned_ms, 0);
	assert_string_equal(visit->guest.name, "Siti Rahma");
	stage_pass(&stage, 75000); /* asked again */
	assert_int_not_equal(visit->warned_ms, 0);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
}

static void test_idle_warning_can_erase_at_once(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 3);
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	stage_act(&stage, ACTION_CONTRAST);
	stage_pass(&stage, 80000);
	stage_act(&stage, ACTION_ERASE);
	stage_assert_forgotten(&stage);
}

static void test_never_idle_while_the_desk_is_asked(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_pass(&stage, 200000);
	assert_int_equal(stage.journey.visit.warned_ms, 0);
	stage_answer(&stage, RESULT_OK);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_TICKET);
}

/* Who goes back to the welcome screen still stands there: it stays as it was set, for as long as an
 * untouched screen does. */
static void test_back_keeps_language_and_looks(void **state)
{
	static const enum action_kind ways[] = {ACTION_START, ACTION_APPOINTMENT, ACTION_RATE,
		ACTION_COMPLAIN, ACTION_GIVE_UP, ACTION_STANDARDS, ACTION_HELP};
	struct stage stage;
	const struct journey *journey = &stage.journey;
	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		stage_init(&stage, 10, 13);
		stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
		stage_act(&stage, ACTION_LARGE);
		stage_act(&stage, ACTION_CONTRAST);
		stage_pass(&stage, 70000);
		stage_act(&stage, ways[i]);
		stage.journey.visit.issuing = false; /* a clerk was called */
		assert_int_not_equal(journey->visit.screen, JOURNEY_WELCOME);
		stage_act(&stage, ACTION_BACK);
		assert_int_equal(journey->visit.screen, JOURNEY_WELCOME);
		assert_true(journey->large && journey->contrast);
		assert_int_equal(journey->language, OFFICE_ENGLISH);
		stage_pass(&stage, 74999);
		assert_int_equal(journey->visit.warned_ms, 0);
		stage_pass(&stage, 1);
		stage_pass(&stage, JOURNEY_WARN_MS);
		assert_false(journey->large);
		stage_assert_forgotten(&stage);
	}
}

static void test_language_returns_for_the_next_visitor(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	stage_pass(&stage, 74999);
	assert_int_equal(stage.journey.visit.warned_ms, 0);
	stage_pass(&stage, 1); /* chosen on the welcome screen, and perhaps gone */
	assert_int_not_equal(stage.journey.visit.warned_ms, 0);
	stage_pass(&stage, JOURNEY_WARN_MS - 1);
	stage_act(&stage, ACTION_STAY);
	stage_pass(&stage, 75000);
	stage_pass(&stage, JOURNEY_WARN_MS - 1);
	assert_int_equal(stage.journey.language, OFFICE_ENGLISH);
	stage_pass(&stage, 1);
	stage_assert_forgotten(&stage);
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OK);
	stage_slip(&stage, PRINT_CONFIRMED, RESULT_OK);
	assert_int_equal(stage.journey.language, OFFICE_ENGLISH);
	stage_pass(&stage, 2000);
	stage_act(&stage, ACTION_DONE);
	stage_assert_forgotten(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_notice_comes_before_the_first_letter),
		cmocka_unit_test(test_no_number_while_closed),
		cmocka_unit_test(test_continue_shows_what_is_missing),
		cmocka_unit_test(test_email_may_be_empty_where_nothing_is_sent),
		cmocka_unit_test(test_institution_kind_only_for_an_institution),
		cmocka_unit_test(test_other_is_typed_and_forgotten_with_its_choice),
		cmocka_unit_test(test_back_keeps_answers_until_the_welcome_screen),
		cmocka_unit_test(test_back_keeps_language_and_looks),
		cmocka_unit_test(test_refused_letters_are_explained),
		cmocka_unit_test(test_party_has_at_least_the_visitor),
		cmocka_unit_test(test_double_tap_asks_for_one_number),
		cmocka_unit_test(test_busy_store_is_asked_again_with_the_same_token),
		cmocka_unit_test(test_priority_by_switch_or_need),
		cmocka_unit_test(test_ticket_keeps_no_guest_and_closes_after_printing),
		cmocka_unit_test(test_paper_out_is_told_and_mended),
		cmocka_unit_test(test_printing_without_end_becomes_a_fault),
		cmocka_unit_test(test_slip_of_somebody_else_changes_nothing),
		cmocka_unit_test(test_idle_warns_then_wipes),
		cmocka_unit_test(test_idle_warning_can_erase_at_once),
		cmocka_unit_test(test_never_idle_while_the_desk_is_asked),
		cmocka_unit_test(test_language_returns_for_the_next_visitor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
