#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"
#include "app/kiosk/rate.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include <string.h>

/* A visitor rates a visit. */

static enum journey_wish answer(struct stage *stage, int value)
{
	return stage_pick(stage, ACTION_ANSWER, GUEST_NAME, value);
}

/* At the first question of K007. */
static void begin(struct stage *stage)
{
	stage_init(stage, 10, 13);
	assert_int_equal(stage_enter_number(stage, "K007"), JOURNEY_RATE);
	stage_begin_rating(stage, RESULT_OK, NULL);
}

static void test_nine_questions_and_thanks(void **state)
{
	struct stage stage;
	struct desk_request request;
	(void)state;
	begin(&stage);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->screen, JOURNEY_RATING);
	for (int i = 0; i < 8; i++) {
		assert_int_equal(visit->step, i);
		assert_int_equal(answer(&stage, 1 + i % 4), JOURNEY_ANSWER);
		rate_request(&stage.journey, &stage.lobby, JOURNEY_ANSWER, &request);
		assert_int_equal(request.act, DESK_RATE_ANSWER);
		assert_int_equal(request.id, i);
		assert_int_equal(request.rating.answers[i], 1 + i % 4);
		assert_ptr_equal(request.instrument, &stage.instrument);
		assert_int_equal(journey_deadline(&stage.journey, &stage.lobby),
			stage.lobby.ticks_ms + JOURNEY_NEXT_MS);
		stage_pass(&stage, JOURNEY_NEXT_MS - 1);
		assert_int_equal(visit->step, i); /* seen marked for a moment */
		stage_pass(&stage, 1);
	}
	assert_int_equal(visit->step, 8);
	assert_int_equal(answer(&stage, 4), JOURNEY_RATED);
	rate_request(&stage.journey, &stage.lobby, JOURNEY_RATED, &request);
	assert_int_equal(request.act, DESK_RATE_FINISH);
	assert_int_equal(request.rating.ticket, 7);
	assert_int_equal(answer(&stage, 4), JOURNEY_NOTHING); /* the second of two taps */
	stage_begin_rating(&stage, RESULT_OK, NULL);
	assert_int_equal(visit->screen, JOURNEY_THANKS);
	assert_true(stage_is_blank(&visit->rate, sizeof(visit->rate)));
	stage_pass(&stage, JOURNEY_THANKS_MS);
	stage_assert_forgotten(&stage);
}

static void test_a_rating_is_taken_up_at_the_first_open_question(void **state)
{
	static const int answers[INSTRUMENT_ITEMS] = {4, DESK_SKIPPED, DESK_OPEN, DESK_OPEN,
		DESK_OPEN, DESK_OPEN, DESK_OPEN, DESK_OPEN, DESK_OPEN};
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_enter_number(&stage, "K007");
	stage_begin_rating(&stage, RESULT_OK, answers);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->step, 2);
	answer(&stage, 2);
	stage_pass(&stage, JOURNEY_NEXT_MS);
	assert_int_equal(visit->step, 3);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, 2);
	assert_int_equal(visit->rate.rating.answers[2], 2);
	/* What was answered before is nobody's business at the screen. */
	stage_act(&stage, ACTION_BACK);
	stage_assert_forgotten(&stage);
}

static void test_all_answered_but_not_ended(void **state)
{
	int answers[INSTRUMENT_ITEMS];
	struct stage stage;
	(void)state;
	for (int i = 0; i < INSTRUMENT_ITEMS; i++) {
		answers[i] = 3;
	}
	stage_init(&stage, 10, 13);
	stage_enter_number(&stage, "K007");
	stage_begin_rating(&stage, RESULT_OK, answers);
	assert_int_equal(stage.journey.visit.step, 8);
	assert_int_equal(answer(&stage, 2), JOURNEY_RATED);
}

static void test_questions_can_be_skipped(void **state)
{
	struct stage stage;
	(void)state;
	begin(&stage);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(stage_act(&stage, ACTION_SKIP), JOURNEY_ANSWER);
	assert_int_equal(visit->step, 1);
	assert_int_equal(visit->rate.sent, 0);
	assert_int_equal(visit->rate.rating.answers[0], DESK_SKIPPED);
	for (int i = 1; i < 8; i++) {
		stage_act(&stage, ACTION_SKIP);
	}
	/* Nothing was said: nothing is sent. */
	assert_int_equal(stage_act(&stage, ACTION_SKIP), JOURNEY_NOTHING);
	stage_assert_forgotten(&stage);
	begin(&stage);
	answer(&stage, 3);
	stage_pass(&stage, JOURNEY_NEXT_MS);
	for (int i = 1; i < 8; i++) {
		stage_act(&stage, ACTION_SKIP);
	}
	assert_int_equal(stage_act(&stage, ACTION_SKIP), JOURNEY_RATED);
}

static void test_answers_off_the_scale_are_none(void **state)
{
	struct stage stage;
	(void)state;
	begin(&stage);
	assert_int_equal(answer(&stage, 0), JOURNEY_NOTHING);
	assert_int_equal(answer(&stage, 5), JOURNEY_NOTHING);
	assert_int_equal(stage.journey.visit.rate.rating.answers[0], DESK_OPEN);
}

/* Another tap in time corrects the first one. */
static void test_an_answer_can_be_changed(void **state)
{
	struct stage stage;
	(void)state;
	begin(&stage);
	answer(&stage, 1);
	stage_pass(&stage, 200);
	assert_int_equal(answer(&stage, 4), JOURNEY_ANSWER);
	assert_int_equal(stage.journey.visit.rate.rating.answers[0], 4);
	stage_pass(&stage, 399);
	assert_int_equal(stage.journey.visit.step, 0);
	stage_act(&stage, ACTION_BACK); /* before the next question came */
	stage_assert_forgotten(&stage);
}

static void test_a_refused_number_can_be_corrected(void **state)
{
	static const enum result results[] = {
		RESULT_TICKET_UNKNOWN, RESULT_RATING_EARLY, RESULT_RATING_DONE, RESULT_STORE_FULL};
	(void)state;
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		struct stage stage;
		stage_init(&stage, 10, 13);
		stage_enter_number(&stage, "K007");
		stage_begin_rating(&stage, results[i], NULL);
		struct visit *visit = &stage.journey.visit;
		assert_int_equal(visit->screen, JOURNEY_NUMBER);
		assert_int_equal(visit->rate.error, results[i]);
		assert_string_equal(visit->rate.typed, "K007");
		stage_act(&stage, ACTION_TYPED);
		assert_int_equal(visit->rate.error, RESULT_OK);
		assert_int_equal(stage_enter_number(&stage, "K008"), JOURNEY_RATE);
	}
}

static void test_a_busy_store_is_asked_again(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_enter_number(&stage, "K007");
	struct visit *visit = &stage.journey.visit;
	for (int i = 0; i < JOURNEY_RETRIES; i++) {
		assert_int_equal(
			rate_answered(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, NULL),
			JOURNEY_RATE);
	}
	stage_begin_rating(&stage, RESULT_OK, NULL);
	for (int i = 0; i < 8; i++) {
		answer(&stage, 4);
		stage_pass(&stage, JOURNEY_NEXT_MS);
	}
	answer(&stage, 4);
	for (int i = 0; i < JOURNEY_RETRIES; i++) {
		assert_int_equal(
			rate_answered(&stage.journey, &stage.lobby, RESULT_STORE_BUSY, NULL),
			JOURNEY_RATED);
	}
	stage_begin_rating(&stage, RESULT_STORE_BUSY, NULL);
	assert_int_equal(visit->screen, JOURNEY_RATING);
	assert_int_equal(visit->rate.error, RESULT_STORE_BUSY);
	assert_int_equal(answer(&stage, 4), JOURNEY_RATED);   /* nothing is lost */
	stage_begin_rating(&stage, RESULT_RATING_DONE, NULL); /* it had been kept after all */
	assert_int_equal(visit->screen, JOURNEY_THANKS);
}

/* Served one after the other, so long ago; the view has the latest first. */
static void invite(struct stage *stage, const char *number, int64_t ago_ms)
{
	struct desk_view *view = &stage->view;
	memmove(&view->served[1], &view->served[0], sizeof(view->served[0]) * (VIEW_SERVED - 1));
	view->served_count += view->served_count < VIEW_SERVED;
	text_copy(view->served[0].number, TICKET_NUMBER_SIZE, number);
	view->served[0].finished_ms = stage->lobby.now_ms - ago_ms;
}

static enum journey_wish take_up(struct stage *stage, const char *number)
{
	struct action action = {.kind = ACTION_INVITED};
	text_copy(action.number, sizeof(action.number), number);
	return journey_act(&stage->journey, &stage->lobby, &action);
}

/* Who is asked now, in order: "K007 K008". */
static const char *invited(const struct stage *stage, char out_text[80], int64_t *out_until_ms)
{
	const char *numbers[VIEW_SERVED];
	int count = lobby_invited(&stage->lobby, numbers, out_until_ms);
	out_text[0] = '\0';
	for (int i = 0; i < count; i++) {
		size_t used = strlen(out_text);
		text_format(out_text + used, 80 - used, i > 0 ? " %s" : "%s", numbers[i]);
	}
	assert_int_equal(count > 0, lobby_invites(&stage->lobby));
	return out_text;
}

/* Who is done next takes nobody's minute: both are asked, each for the own number. */
static void test_a_second_visitor_is_asked_beside_the_first(void **state)
{
	struct stage stage;
	struct desk_request request;
	int64_t until_ms;
	char text[80];
	(void)state;
	stage_init(&stage, 10, 13);
	invite(&stage, "K007", 40000);
	invite(&stage, "K008", 10000);
	assert_string_equal(invited(&stage, text, &until_ms), "K007 K008");
	assert_int_equal(until_ms, stage.lobby.ticks_ms + 20000);
	for (int i = 0; i < 2; i++) {
		take_up(&stage, i == 0 ? "K007" : "K008");
		rate_request(&stage.journey, &stage.lobby, JOURNEY_RATE, &request);
		assert_string_equal(request.rating.number, i == 0 ? "K007" : "K008");
		journey_forget(&stage.journey);
	}
	assert_int_equal(take_up(&stage, "K009"), JOURNEY_NOTHING);
	stage_pass(&stage, 20000);
	assert_string_equal(invited(&stage, text, &until_ms), "K008");
	/* A tap that comes too late is no tap on the neighbour. */
	assert_int_equal(take_up(&stage, "K007"), JOURNEY_NOTHING);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
	assert_int_equal(until_ms, stage.lobby.ticks_ms + 30000);
	stage_pass(&stage, 30000);
	assert_string_equal(invited(&stage, text, &until_ms), "");
}

static void test_an_invitation_stands_for_a_minute(void **state)
{
	struct stage stage;
	struct desk_request request;
	int64_t until_ms;
	char text[80];
	(void)state;
	stage_init(&stage, 10, 13);
	assert_string_equal(invited(&stage, text, &until_ms), "");
	assert_int_equal(until_ms, INT64_MAX);
	invite(&stage, "K007", 10000);
	assert_string_equal(invited(&stage, text, &until_ms), "K007");
	assert_int_equal(until_ms, stage.lobby.ticks_ms + 50000);
	stage_pass(&stage, 49999);
	assert_true(lobby_invites(&stage.lobby));
	assert_int_equal(take_up(&stage, "K007"), JOURNEY_RATE);
	rate_request(&stage.journey, &stage.lobby, JOURNEY_RATE, &request);
	assert_int_equal(request.act, DESK_RATE);
	assert_string_equal(request.rating.number, "K007");
	stage_pass(&stage, 1);
	assert_false(lobby_invites(&stage.lobby));
	stage_begin_rating(&stage, RESULT_OK, NULL);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_RATING);
	stage_init(&stage, 10, 13);
	invite(&stage, "K007", 10000);
	stage.office.feedback.invites = false;
	assert_false(lobby_invites(&stage.lobby));
	assert_int_equal(take_up(&stage, "K007"), JOURNEY_NOTHING);
	stage.office.feedback.invites = true;
	stage.lobby.instrument = NULL; /* the office asks nothing */
	assert_false(lobby_invites(&stage.lobby));
	stage_act(&stage, ACTION_RATE);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
}

static void test_a_scanned_slip_names_its_number(void **state)
{
	static const char slip[] = "BPS Kabupaten Tana Tidung\nNomor antrean K007\nKonsultasi\n"
				   "23 November 2026, 10.13";
	struct stage stage;
	enum journey_wish wish;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_true(rate_scanned(&stage.journey, &stage.lobby, slip, &wish));
	assert_int_equal(wish, JOURNEY_RATE);
	assert_string_equal(stage.journey.visit.rate.typed, "K007");
	stage_init(&stage, 10, 13);
	assert_false(rate_scanned(&stage.journey, &stage.lobby, "9786020000001", &wish));
	assert_false(rate_scanned(&stage.journey, &stage.lobby, "X007", &wish));
	assert_false(rate_scanned(&stage.journey, &stage.lobby, "", &wish));
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
	stage_act(&stage, ACTION_START); /* somebody does something else */
	assert_false(rate_scanned(&stage.journey, &stage.lobby, slip, &wish));
}

static void test_the_number_is_edited(void **state)
{
	char typed[TICKET_NUMBER_SIZE] = "";
	(void)state;
	assert_true(rate_type(typed, "0"));
	assert_true(rate_type(typed, "K"));
	assert_string_equal(typed, "K0");
	assert_true(rate_type(typed, "PS"));
	assert_string_equal(typed, "PS0");
	assert_false(rate_type(typed, "!"));
	assert_false(rate_type(typed, ""));
	for (int i = 0; i < 5; i++) {
		assert_true(rate_type(typed, "9"));
	}
	assert_false(rate_type(typed, "9"));
	assert_string_equal(typed, "PS099999");
	while (rate_erase(typed)) {
	}
	assert_string_equal(typed, "");
}

static void test_an_idle_rating_is_wiped(void **state)
{
	struct stage stage;
	(void)state;
	begin(&stage);
	answer(&stage, 1);
	stage_pass(&stage, JOURNEY_NEXT_MS);
	struct visit *visit = &stage.journey.visit;
	stage_pass(&stage, 75000);
	assert_int_not_equal(visit->warned_ms, 0);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
	stage_enter_number(&stage, "K007");
	stage_pass(&stage, 200000); /* never while the desk is asked */
	assert_int_equal(visit->screen, JOURNEY_NUMBER);
	stage_begin_rating(&stage, RESULT_TICKET_UNKNOWN, NULL);
	stage_act(&stage, ACTION_TYPED);
	stage_pass(&stage, 75000);
	stage_act(&stage, ACTION_ERASE);
	stage_assert_forgotten(&stage);
	stage_begin_rating(&stage, RESULT_OK, NULL); /* an answer nobody waits for */
	stage_assert_forgotten(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nine_questions_and_thanks),
		cmocka_unit_test(test_a_rating_is_taken_up_at_the_first_open_question),
		cmocka_unit_test(test_all_answered_but_not_ended),
		cmocka_unit_test(test_questions_can_be_skipped),
		cmocka_unit_test(test_answers_off_the_scale_are_none),
		cmocka_unit_test(test_an_answer_can_be_changed),
		cmocka_unit_test(test_a_refused_number_can_be_corrected),
		cmocka_unit_test(test_a_busy_store_is_asked_again),
		cmocka_unit_test(test_a_second_visitor_is_asked_beside_the_first),
		cmocka_unit_test(test_an_invitation_stands_for_a_minute),
		cmocka_unit_test(test_a_scanned_slip_names_its_number),
		cmocka_unit_test(test_the_number_is_edited),
		cmocka_unit_test(test_an_idle_rating_is_wiped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
