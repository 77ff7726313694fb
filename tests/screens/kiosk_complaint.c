#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"
#include "app/kiosk/complain.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include <string.h>

/* A visitor has something to say. */

static const char words[] = "Kursi kurang.";

static void type_contact(struct stage *stage, const char *contact)
{
	struct desk_complaint *typed = &stage->journey.visit.complaint.typed;
	text_copy(typed->contact, sizeof(typed->contact), contact);
	stage_act(stage, ACTION_TYPED);
}

static void test_from_the_topic_to_the_receipt(void **state)
{
	struct stage stage;
	struct desk_request request;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_complain(&stage, words);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->screen, JOURNEY_COMPLAINT);
	assert_int_equal(visit->step, COMPLAINT_WORDS);
	assert_int_equal(visit->keyboard.layout, KEYBOARD_TEXT);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, COMPLAINT_NOTICE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->step, COMPLAINT_WORDS);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->step, COMPLAINT_REPLY);
	type_contact(&stage, "siti@example.id");
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_FILE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING); /* once */
	complain_request(&stage.journey, &request);
	assert_int_equal(request.act, DESK_COMPLAIN);
	assert_int_equal(request.complaint.kind, COMPLAINT_COMPLAINT);
	assert_int_equal(request.complaint.topic, COMPLAINT_STAFF);
	assert_string_equal(request.complaint.text, words);
	assert_string_equal(request.complaint.contact, "siti@example.id");
	assert_string_equal(request.complaint.notice, stage.office.notice_version);
	complain_answered(&stage.journey, &stage.lobby, RESULT_OK, "K7QM2X");
	assert_int_equal(visit->screen, JOURNEY_FILED);
	assert_string_equal(visit->complaint.receipt, "K7QM2X");
	assert_true(stage_is_blank(&visit->complaint.typed, sizeof(visit->complaint.typed)));
	assert_true(stage_is_blank(&visit->keyboard, sizeof(visit->keyboard)));
	stage_act(&stage, ACTION_MORE_TIME);
	stage_pass(&stage, 2 * JOURNEY_WRITE_MS - 1);
	assert_int_equal(visit->screen, JOURNEY_FILED);
	stage_pass(&stage, 1);
	stage_assert_forgotten(&stage);
}

/* Who comes to complain and taps a topic at once has not filed a suggestion. */
static void test_suggestion_or_complaint_is_the_visitors_word(void **state)
{
	struct stage stage;
	struct desk_request request;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_COMPLAIN);
	struct visit *visit = &stage.journey.visit;
	assert_false(visit->complaint.kind_said);
	stage_pick(&stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_STAFF);
	assert_int_equal(visit->step, COMPLAINT_ABOUT);
	assert_int_equal(visit->complaint.error, RESULT_FIELD_REQUIRED);
	stage_pick(&stage, ACTION_KIND, GUEST_NAME, COMPLAINT_SUGGESTION);
	assert_int_equal(visit->complaint.error, RESULT_OK);
	stage_pick(&stage, ACTION_KIND, GUEST_NAME, COMPLAINT_COMPLAINT);
	stage_pick(&stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_STAFF);
	assert_int_equal(visit->step, COMPLAINT_NOTICE);
	complain_request(&stage.journey, &request);
	assert_int_equal(request.complaint.kind, COMPLAINT_COMPLAINT);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, COMPLAINT_ABOUT);
	assert_true(visit->complaint.kind_said);
	stage_act(&stage, ACTION_BACK);
	assert_false(visit->complaint.kind_said); /* nor for who comes next */
}

static void test_what_is_missing_is_said(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_complain(&stage, "   ");
	struct visit *visit = &stage.journey.visit;
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->step, COMPLAINT_WORDS);
	assert_int_equal(visit->complaint.error, RESULT_FIELD_REQUIRED);
	stage_act(&stage, ACTION_REFUSED);
	assert_int_equal(visit->complaint.error, RESULT_TEXT_CONTROL);
	memset(visit->complaint.typed.text, 'a', COMPLAINT_TEXT_SIZE - 1);
	stage_act(&stage, ACTION_REFUSED);
	assert_int_equal(visit->complaint.error, RESULT_TEXT_LONG);
	stage_act(&stage, ACTION_TYPED);
	assert_int_equal(visit->complaint.error, RESULT_OK);
}

static void test_back_keeps_what_was_typed_until_the_welcome_screen(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_complain(&stage, words);
	stage_act(&stage, ACTION_CONTINUE);
	type_contact(&stage, "0812");
	struct visit *visit = &stage.journey.visit;
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, COMPLAINT_WORDS);
	assert_string_equal(visit->complaint.typed.text, words);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, COMPLAINT_NOTICE);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, COMPLAINT_ABOUT);
	assert_int_equal(visit->complaint.typed.kind, COMPLAINT_COMPLAINT);
	stage_act(&stage, ACTION_ELSEWHERE);
	assert_int_equal(visit->step, COMPLAINT_ELSEWHERE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, COMPLAINT_ABOUT);
	stage_act(&stage, ACTION_BACK);
	stage_assert_forgotten(&stage);
}

/* The desk was silent and answers after all: the receipt is shown, unless it is another complaint
 * by then. */
static void test_a_late_receipt_is_shown(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	for (int changed = 0; changed < 2; changed++) {
		stage_init(&stage, 10, 13);
		stage_complain(&stage, words);
		stage_act(&stage, ACTION_CONTINUE);
		assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_FILE);
		text_copy(visit->complaint.typed.token, DESK_TOKEN_SIZE, "0123456789abcdef");
		stage_pass(&stage, 1);
		stage_pass(&stage, JOURNEY_SILENT_MS);
		assert_int_equal(visit->complaint.error, RESULT_DESK_SILENT);
		if (changed) {
			type_contact(&stage, "0812");
		}
		complain_answered(&stage.journey, &stage.lobby, RESULT_OK, "AB12CD");
		assert_int_equal(visit->screen, changed ? JOURNEY_COMPLAINT : JOURNEY_FILED);
		assert_string_equal(visit->complaint.receipt, changed ? "" : "AB12CD");
	}
}

/* The desk was silent: as it is it is the same complaint, changed it is another. */
static void test_what_is_sent_again_keeps_its_token(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_complain(&stage, words);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_FILE);
	text_copy(visit->complaint.typed.token, DESK_TOKEN_SIZE, "0123456789abcdef");
	stage_pass(&stage, 1);
	stage_pass(&stage, JOURNEY_SILENT_MS);
	assert_int_equal(visit->complaint.error, RESULT_DESK_SILENT);
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	stage_pick(&stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_STAFF); /* as before */
	stage_act(&stage, ACTION_CONTINUE);                            /* the notice */
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_FILE);
	struct desk_request request;
	complain_request(&stage.journey, &request);
	assert_string_equal(request.complaint.token, "0123456789abcdef");
	complain_answered(&stage.journey, &stage.lobby, RESULT_STORE_FULL, "");
	type_contact(&stage, "siti@example.id");
	assert_string_equal(visit->complaint.typed.token, "");
	text_copy(visit->complaint.typed.token, DESK_TOKEN_SIZE, "0123456789abcdef");
	stage_pick(&stage, ACTION_TOPIC, GUEST_NAME, COMPLAINT_ROOM);
	assert_string_equal(visit->complaint.typed.token, "");
}

static void test_a_failure_keeps_the_words(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_complain(&stage, words);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_FILE);
	struct visit *visit = &stage.journey.visit;
	for (int i = 0; i < JOURNEY_RETRIES; i++) {
		assert_int_equal(
			complain_answered(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, ""),
			JOURNEY_FILE);
	}
	complain_answered(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, "");
	assert_int_equal(visit->screen, JOURNEY_COMPLAINT);
	assert_int_equal(visit->complaint.error, RESULT_STORE_BUSY);
	assert_string_equal(visit->complaint.typed.text, words);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_FILE);
}

static void test_idle_wipes_every_letter(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_complain(&stage, words);
	stage_act(&stage, ACTION_CONTINUE);
	type_contact(&stage, "siti@example.id");
	stage_pass(&stage, 75000);
	assert_int_not_equal(stage.journey.visit.warned_ms, 0);
	assert_string_equal(stage.journey.visit.complaint.typed.text, words);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
	stage_complain(&stage, words);
	stage_pass(&stage, 80000);
	stage_act(&stage, ACTION_ERASE);
	stage_assert_forgotten(&stage);
	/* An answer nobody waits for. */
	complain_answered(&stage.journey, &stage.lobby, RESULT_OK, "K7QM2X");
	stage_assert_forgotten(&stage);
}

/* From the thanks of a rating; and while the office is closed. */
static void test_it_can_be_said_at_any_time(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 15, 47);
	stage_enter_number(&stage, "K007");
	stage_begin_rating(&stage, RESULT_OK, NULL);
	for (int i = 0; i < 9; i++) {
		stage_pick(&stage, ACTION_ANSWER, GUEST_NAME, 4);
		stage_pass(&stage, JOURNEY_NEXT_MS);
	}
	stage_begin_rating(&stage, RESULT_OK, NULL);
	stage_act(&stage, ACTION_COMPLAIN);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_COMPLAINT);
	stage_pass(&stage, 2 * JOURNEY_THANKS_MS);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_COMPLAINT);
	stage.lobby.store = RESULT_STORE_MISSING;
	stage_act(&stage, ACTION_DONE);
	stage_act(&stage, ACTION_COMPLAIN);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
}

static void file(struct stage *stage, enum result printer)
{
	stage_init(stage, 10, 13);
	stage->lobby.printer = printer;
	stage_complain(stage, words);
	stage_act(stage, ACTION_CONTINUE);
	stage_act(stage, ACTION_CONTINUE);
	complain_answered(&stage->journey, &stage->lobby, RESULT_OK, "K7QM2X");
}

static void test_the_receipt_comes_on_paper_while_the_visitor_is_there(void **state)
{
	struct stage stage;
	(void)state;
	file(&stage, RESULT_OK);
	struct complaint_visit *filed = &stage.journey.visit.complaint;
	assert_true(complain_wants_paper(&stage.journey));
	assert_int_equal(filed->kind, COMPLAINT_COMPLAINT);
	assert_int_equal(filed->topic, COMPLAINT_STAFF);
	assert_int_equal(filed->filed_ms, stage.lobby.now_ms);
	complain_hear_paper(&stage.journey, &stage.lobby, "ANOTHER", RECEIPT_FAILED);
	complain_hear_paper(&stage.journey, &stage.lobby, "K7QM2X", RECEIPT_SENT);
	assert_false(complain_wants_paper(&stage.journey));
	complain_hear_paper(&stage.journey, &stage.lobby, "K7QM2X", RECEIPT_PRINTED);
	assert_int_equal(filed->paper, RECEIPT_PRINTED);
	stage_act(&stage, ACTION_DONE);
	stage_assert_forgotten(&stage);
	/* Late news is for nobody. */
	complain_hear_paper(&stage.journey, &stage.lobby, "K7QM2X", RECEIPT_FAILED);
	assert_int_equal(filed->paper, RECEIPT_NOT_PRINTED);
}

static void test_without_paper_the_code_is_to_be_noted(void **state)
{
	struct stage stage;
	(void)state;
	file(&stage, RESULT_PAPER_OUT);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->complaint.paper, RECEIPT_NOT_PRINTED);
	stage.lobby.printer = RESULT_OK; /* mended meanwhile: nothing comes by surprise */
	assert_false(complain_wants_paper(&stage.journey));
	/* Who waited for paper in vain has the whole time to write. */
	file(&stage, RESULT_OK);
	stage_pass(&stage, JOURNEY_WRITE_MS - 1);
	complain_hear_paper(&stage.journey, &stage.lobby, "K7QM2X", RECEIPT_FAILED);
	stage_pass(&stage, JOURNEY_WRITE_MS - 1);
	assert_int_equal(visit->screen, JOURNEY_FILED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_from_the_topic_to_the_receipt),
		cmocka_unit_test(test_suggestion_or_complaint_is_the_visitors_word),
		cmocka_unit_test(test_what_is_missing_is_said),
		cmocka_unit_test(test_back_keeps_what_was_typed_until_the_welcome_screen),
		cmocka_unit_test(test_a_late_receipt_is_shown),
		cmocka_unit_test(test_what_is_sent_again_keeps_its_token),
		cmocka_unit_test(test_a_failure_keeps_the_words),
		cmocka_unit_test(test_idle_wipes_every_letter),
		cmocka_unit_test(test_it_can_be_said_at_any_time),
		cmocka_unit_test(test_the_receipt_comes_on_paper_while_the_visitor_is_there),
		cmocka_unit_test(test_without_paper_the_code_is_to_be_noted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
