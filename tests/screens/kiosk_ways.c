#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The visitor's ways beside "guest book, then number": what is shown, asked and wiped. */
enum { KONS, JUAL, PERP };

/* ---- the number first ---- */

static void take_first(struct stage *stage)
{
	stage_init(stage, 10, 13);
	stage->office.ticket_first = true;
	stage_act(stage, ACTION_START);
	assert_int_equal(stage_pick(stage, ACTION_SERVICE, GUEST_NAME, KONS), JOURNEY_ISSUE);
	struct desk_issue issue;
	journey_request(&stage->journey, &stage->lobby, &issue);
	assert_false(issue.with_guest);
	stage_answer(stage, RESULT_OK);
	stage_slip(stage, PRINT_CONFIRMED, RESULT_OK);
	assert_int_equal(stage->journey.visit.screen, JOURNEY_TICKET);
}

static void fill_book(struct stage *stage)
{
	struct visit *visit = &stage->journey.visit;
	stage_act(stage, ACTION_CONTINUE);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	stage_pick(stage, ACTION_CHOOSE, GUEST_SEX, 2);
	stage_pick(stage, ACTION_CHOOSE, GUEST_AGE_BAND, 2);
	stage_pick(stage, ACTION_CHOOSE, GUEST_EDUCATION, 1);
	stage_act(stage, ACTION_CONTINUE);
	stage_type(stage, GUEST_NAME, "Siti Rahma");
	stage_act(stage, ACTION_CONTINUE);
	stage_act(stage, ACTION_CONTINUE);
	stage_pick(stage, ACTION_CHOOSE, GUEST_OCCUPATION, 1);
	stage_act(stage, ACTION_CONTINUE);
	stage_pick(stage, ACTION_CHOOSE, GUEST_PURPOSE, 1);
	stage_act(stage, ACTION_CONTINUE);
	stage_act(stage, ACTION_CONTINUE);
}

static void test_the_number_comes_first(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	take_first(&stage);
	stage_act(&stage, ACTION_SIGN);
	assert_int_equal(visit->screen, JOURNEY_NOTICE);
	assert_true(visit->closes_ms == 0);
	fill_book(&stage);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_SIGN);
	text_copy(visit->token, sizeof(visit->token), "one");
	struct desk_request asked = stage_request(&stage, JOURNEY_SIGN);
	assert_int_equal(asked.act, DESK_SIGN);
	assert_int_equal(asked.id, 7);
	assert_string_equal(asked.issue.token, "one");
	assert_string_equal(asked.issue.guest.name, "Siti Rahma");
	assert_int_equal(stage_hear(&stage, DESK_SIGN, RESULT_OK), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_SIGNED);
	assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
	stage_pass(&stage, JOURNEY_TICKET_MS);
	stage_assert_forgotten(&stage);
}

static void test_the_guest_book_may_be_skipped_or_left(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	take_first(&stage);
	stage_act(&stage, ACTION_DONE);
	stage_assert_forgotten(&stage);
	take_first(&stage);
	stage_act(&stage, ACTION_SIGN);
	stage_act(&stage, ACTION_CONTINUE);
	stage_type(&stage, GUEST_NAME, "Siti Rahma");
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
	stage_pass(&stage, JOURNEY_TICKET_MS);
	stage_assert_forgotten(&stage);
	/* Where the guest book comes first, there is no such way. */
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OK);
	stage_act(&stage, ACTION_SIGN);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
}

/* ---- office guests ---- */

static void test_an_office_guest_gets_no_number(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage.office.services[PERP].reception = true;
	stage.office.ticket_first = true; /* … here neither */
	stage_act(&stage, ACTION_START);
	assert_int_equal(stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, PERP), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_NOTICE);
	fill_book(&stage);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_RECEIVE);
	struct desk_request asked = stage_request(&stage, JOURNEY_RECEIVE);
	assert_int_equal(asked.act, DESK_RECEIVE);
	assert_true(asked.issue.with_guest);
	assert_int_equal(asked.issue.service, PERP);
	assert_int_equal(stage_hear(&stage, DESK_RECEIVE, RESULT_STORE_BUSY), JOURNEY_RECEIVE);
	assert_int_equal(stage_hear(&stage, DESK_RECEIVE, RESULT_OK), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_RECEPTION);
	assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
	stage_act(&stage, ACTION_DONE);
	stage_assert_forgotten(&stage);
}

/* ---- a group ---- */

static void test_a_group_takes_one_number(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	struct desk_issue issue;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_START);
	stage_act(&stage, ACTION_GROUP);
	assert_int_equal(visit->screen, JOURNEY_GROUP);
	assert_int_equal(visit->ways.party, GROUP_MIN);
	stage_pick(&stage, ACTION_COUNT, GUEST_NAME, -1);
	assert_int_equal(visit->ways.party, GROUP_MIN);
	stage_pick(&stage, ACTION_COUNT, GUEST_NAME, 10);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, KONS);
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_int_equal(issue.party, GROUP_MIN + 10);
	stage_act(&stage, ACTION_BACK);
	for (int i = 0; i < 3; i++) { /* off, on again, and changed one's mind */
		stage_act(&stage, i < 2 ? ACTION_GROUP : ACTION_BACK);
	}
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	assert_int_equal(visit->ways.party, 0);
	stage_act(&stage, ACTION_GROUP);
	for (int i = 0; i < 30; i++) {
		stage_pick(&stage, ACTION_COUNT, GUEST_NAME, 10);
	}
	assert_int_equal(visit->ways.party, GROUP_MAX);
}

/* How many came is asked once: the guest book asks of a group only how it is made up, and a party
 * counted there is the group's size. */
static void test_a_group_is_counted_once(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	const struct guest *guest = &visit->guest;
	(void)state;
	stage_to_step(&stage, KONS, 7);
	visit->ways.party = 12;
	visit->guest.party_male = visit->guest.party_female = 0;
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_MALE, -1);
	assert_int_equal(guest->party_male + guest->party_female, 0);
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_FEMALE, 1);
	assert_int_equal(guest->party_female, 1);
	assert_int_equal(guest->party_male, 11);
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_MALE, 1);
	assert_int_equal(guest->party_male, 12);
	assert_int_equal(guest->party_female, 0);
	visit->ways.party = 150; /* more than the book counts of either */
	visit->guest.party_male = visit->guest.party_female = 0;
	stage_pick(&stage, ACTION_COUNT, GUEST_PARTY_MALE, 1);
	assert_int_equal(guest->party_male, 150 - GUEST_PARTY_MAX);
	assert_int_equal(guest->party_female, GUEST_PARTY_MAX);
	visit->ways.party = 0;
	visit->guest.party_male = 3;
	visit->guest.party_female = 4;
	journey_show(&stage.journey, &stage.lobby, JOURNEY_SERVICE);
	stage_act(&stage, ACTION_GROUP);
	assert_int_equal(visit->ways.party, 7);
	assert_int_equal(guest->party_male + guest->party_female, 0);
}

/* ---- giving up ---- */

static void ask_own(struct stage *stage, const char *code)
{
	struct visit *visit = &stage->journey.visit;
	text_copy(visit->code, sizeof(visit->code), code);
	stage_act(stage, ACTION_TYPED);
	assert_int_equal(stage_act(stage, ACTION_CONTINUE), JOURNEY_WITHDRAW);
}

static void open_own(struct stage *stage)
{
	stage_init(stage, 10, 13);
	stage_act(stage, ACTION_GIVE_UP);
	assert_int_equal(stage->journey.visit.screen, JOURNEY_NUMBER);
	stage_act(stage, ACTION_CONTINUE);
	assert_int_equal(stage->journey.visit.rate.error, RESULT_FIELD_REQUIRED);
	assert_true(ways_scanned(&stage->journey, &stage->lobby,
		"BPS Kabupaten Tana Tidung\nNomor antrean K007\nKonsultasi Statistik"));
	assert_int_equal(stage->journey.visit.screen, JOURNEY_OWN);
}

static void test_a_number_is_given_up(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	open_own(&stage);
	ask_own(&stage, "k7m2qx");
	struct desk_request asked = stage_request(&stage, JOURNEY_WITHDRAW);
	assert_string_equal(asked.number, "K007");
	assert_string_equal(asked.code, "k7m2qx");
	stage_hear(&stage, DESK_WITHDRAW, RESULT_TICKET_STATE);
	assert_int_equal(visit->ways.error, RESULT_TICKET_STATE);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_NUMBER);
	assert_true(stage_is_blank(visit->code, sizeof(visit->code)));
	stage_act(&stage, ACTION_CONTINUE);
	ask_own(&stage, "K7M2QX");
	stage_hear(&stage, DESK_WITHDRAW, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_GONE);
	assert_true(stage_is_blank(visit->code, sizeof(visit->code)));
	stage_pass(&stage, JOURNEY_TICKET_MS);
	stage_assert_forgotten(&stage);
}

static void test_guessing_ends(void **state)
{
	struct stage stage;
	(void)state;
	open_own(&stage);
	for (int i = 0; i < JOURNEY_CODES; i++) {
		assert_int_equal(stage.journey.visit.screen, JOURNEY_OWN);
		ask_own(&stage, "AAAAAA");
		stage_hear(&stage, DESK_WITHDRAW, RESULT_CODE_WRONG);
	}
	assert_int_equal(stage.journey.visit.screen, JOURNEY_REFUSED);
	assert_int_equal(stage.journey.visit.refusal, RESULT_TRY_LATER);
	stage_pass(&stage, JOURNEY_WRITE_MS);
	stage_assert_forgotten(&stage);
}

/* ---- a desk that does not answer ---- */

static void test_a_silent_desk_is_not_waited_for(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	assert_true(journey_deadline(&stage.journey, &stage.lobby) <= stage.lobby.ticks_ms);
	stage_pass(&stage, 0);
	assert_int_equal(journey_deadline(&stage.journey, &stage.lobby),
		stage.lobby.ticks_ms + JOURNEY_SILENT_MS);
	stage_pass(&stage, JOURNEY_SILENT_MS - 1);
	assert_true(visit->issuing);
	stage_pass(&stage, 1);
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_int_equal(visit->refusal, RESULT_DESK_SILENT);
	assert_string_equal(visit->guest.name, "Siti Rahma");
	/* Once more, with the same token; or the first answer comes after all. */
	assert_int_equal(stage_act(&stage, ACTION_AGAIN), JOURNEY_ISSUE);
	stage_pass(&stage, 0);
	stage_pass(&stage, JOURNEY_SILENT_MS);
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	stage_answer(&stage, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
}

static void test_a_silent_desk_is_said_where_it_was_asked(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	open_own(&stage);
	ask_own(&stage, "AAAAAA");
	stage_pass(&stage, 0);
	stage_pass(&stage, JOURNEY_SILENT_MS);
	assert_int_equal(visit->screen, JOURNEY_OWN);
	assert_int_equal(visit->ways.error, RESULT_DESK_SILENT);
	/* What nobody waits for any more changes nothing. */
	assert_int_equal(stage_hear(&stage, DESK_WITHDRAW, RESULT_OK), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_OWN);
	stage_init(&stage, 10, 13);
	stage_enter_number(&stage, "K007");
	stage_pass(&stage, 0);
	stage_pass(&stage, JOURNEY_SILENT_MS);
	assert_int_equal(visit->rate.error, RESULT_DESK_SILENT);
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_HELP);
	stage_pass(&stage, 0);
	stage_pass(&stage, JOURNEY_SILENT_MS);
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_int_equal(stage_act(&stage, ACTION_AGAIN), JOURNEY_ASK_HELP);
	stage_hear(&stage, DESK_ASK_HELP, RESULT_STORE_FULL);
	assert_int_equal(visit->screen, JOURNEY_WELCOME);
	assert_int_equal(visit->note, NOTE_NO_HELP);
}

static void test_a_closed_office_promises_no_help(void **state)
{
	struct stage stage;
	const struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 16, 20);
	for (int i = 0; i < stage.view.counter_count; i++) {
		stage.view.counters[i].state = VIEW_CLOSED;
	}
	stage_act(&stage, ACTION_COMPLAIN);
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_COMPLAINT);
	assert_int_equal(visit->note, NOTE_NOBODY);
	stage_pass(&stage, JOURNEY_NOTE_MS);
	assert_int_equal(visit->note, NOTE_NONE);
	/* A clerk is still there: the last visitor is being served. */
	stage.view.counters[0].state = VIEW_SERVING;
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_ASK_HELP);
}

/* While the store is lost nobody can be called, but the office is open. */
static void test_a_lost_store_closes_no_office(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_book(&stage, KONS);
	stage.lobby.store = RESULT_STORE_FAILED;
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_NOTHING);
	assert_int_equal(stage.journey.visit.note, NOTE_NO_HELP);
}

/* ---- language ---- */

static void test_another_language_leaves_no_letter(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_step(&stage, KONS, 3);
	assert_string_equal(visit->guest.name, "Siti Rahma");
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_INDONESIAN); /* no change */
	assert_string_equal(visit->guest.name, "Siti Rahma");
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	assert_int_equal(visit->step, 0);
	assert_true(stage_is_blank(visit->guest.name, sizeof(visit->guest.name)));
	assert_true(stage_is_blank(visit->guest.email, sizeof(visit->guest.email)));
	assert_int_equal(visit->guest.sex, 2); /* what was only chosen stays */
	stage_init(&stage, 10, 13);
	stage_complain(&stage, "Kursi kurang.");
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	assert_true(
		stage_is_blank(visit->complaint.typed.text, sizeof(visit->complaint.typed.text)));
	open_own(&stage);
	text_copy(visit->code, sizeof(visit->code), "K7M2QX");
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	assert_true(stage_is_blank(visit->code, sizeof(visit->code)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_number_comes_first),
		cmocka_unit_test(test_the_guest_book_may_be_skipped_or_left),
		cmocka_unit_test(test_an_office_guest_gets_no_number),
		cmocka_unit_test(test_a_group_takes_one_number),
		cmocka_unit_test(test_a_group_is_counted_once),
		cmocka_unit_test(test_a_number_is_given_up),
		cmocka_unit_test(test_guessing_ends),
		cmocka_unit_test(test_a_silent_desk_is_not_waited_for),
		cmocka_unit_test(test_a_silent_desk_is_said_where_it_was_asked),
		cmocka_unit_test(test_a_closed_office_promises_no_help),
		cmocka_unit_test(test_a_lost_store_closes_no_office),
		cmocka_unit_test(test_another_language_leaves_no_letter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
