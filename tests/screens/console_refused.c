/* What visitors are refused at the kiosk, told in the console's strip. */
#include "app/base/text.h"
#include "app/console/screen.h"
#include "app/console/shift_parts.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char used_up[] = "Kuota hari ini habis: KONS, JUAL";
static const char over[] = "Nomor tidak lagi diberikan hari ini: PERP";

static void start(struct shift *shift, int person)
{
	model_desk(shift);
	model_queue(shift);
	shift->chosen = person;
}

static bool says(const struct shift *shift, const char *words)
{
	return looks_says(shift, model_at(10, 31, 24), words);
}

/* Everybody's to know: what is used up was not planned and comes first. */
static void test_a_full_quota_is_told(void **state)
{
	(void)state;
	for (int person = 0; person < 3; person += 2) { /* a clerk and the head */
		struct shift shift;
		start(&shift, person);
		assert_false(says(&shift, used_up));
		shift.view->services[0].closed = RESULT_QUOTA_FULL;
		shift.view->services[1].closed = RESULT_QUOTA_FULL;
		shift.view->services[2].closed = RESULT_ISSUE_OVER;
		assert_true(says(&shift, used_up));
		looks_show_one(&shift, model_at(10, 31, 24),
			person == 0 ? "console-quota-clerk" : "console-quota-head", "id",
			person == 0);
		looks_show_one(&shift, model_at(10, 31, 24),
			person == 0 ? "console-quota-clerk" : "console-quota-head", "en", false);
		shift.view->clock = DESK_CLOCK_BEHIND; /* first of all */
		assert_false(says(&shift, used_up));
		shift_finish(&shift);
	}
}

/* The hour was planned: what the head has to see to comes before it. */
static void test_the_last_hour_is_told(void **state)
{
	struct shift shift;
	(void)state;
	start(&shift, 0);
	shift.view->services[2].closed = RESULT_ISSUE_OVER;
	assert_true(says(&shift, over));
	shift.view->services[2].closed = RESULT_DAY_CLOSED; /* that is said elsewhere */
	assert_false(says(&shift, over));
	shift_finish(&shift);
	start(&shift, 2);
	shift.view->services[2].closed = RESULT_ISSUE_OVER;
	assert_false(says(&shift, over)); /* a list of holidays is missing */
	shift_finish(&shift);
}

/* A refusal does not hide the way back of what was done before it, whose key goes on to live. */
static void test_a_refusal_leaves_the_undo_in_sight(void **state)
{
	struct shift shift;
	(void)state;
	start(&shift, 0);
	shift.office->undo_s = 10;
	shift.undo_ms = shift.said_ms = 1000000;
	text_copy(shift.said, sizeof(shift.said), "console.done.called");
	text_copy(shift.acted, sizeof(shift.acted), "K007");
	assert_true(says(&shift, "Urungkan · Z"));
	text_copy(shift.notice, sizeof(shift.notice), "result.recall_early");
	assert_true(says(&shift, "Urungkan K007 · Z"));
	assert_int_equal(looks_event(&shift, UI_KEY, "z").act, SHIFT_UNDO);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "done.undo").act, SHIFT_UNDO);
	looks_show_one(&shift, model_at(10, 31, 24), "console-refused-undo", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-refused-undo", "en", false);
	shift.undo_ms = SHIFT_NEVER;
	assert_false(says(&shift, "Urungkan"));
	shift_finish(&shift);
}

/* Nor does it say that the way back is that of what was refused, or that this was done. */
static void test_what_was_refused_is_not_what_was_done(void **state)
{
	static const enum result results[] = {RESULT_TICKET_STATE, RESULT_STORE_BUSY};
	(void)state;
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		struct shift shift;
		start(&shift, 0);
		shift.office->undo_s = 10;
		shift.pending_counter = shift.counter;
		shift_acted(&shift, DESK_FINISH, "K007", 1000000);
		hand_drain(&shift);
		hand_act(&shift, SHIFT_SHEET, SHEET_TICKETS, 1000000);
		hand_act(&shift, SHIFT_SHEET_CHOOSE, 3, 1000000); /* K009 */
		looks_press(&shift, "1");
		struct desk_request hold = hand_take(&shift, DESK_HOLD);
		hand_answer(&shift, &hold, results[i], 1000000);
		assert_true(says(&shift, "Urungkan K007 · Z"));
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_refusal_leaves_the_undo_in_sight),
		cmocka_unit_test(test_what_was_refused_is_not_what_was_done),
		cmocka_unit_test(test_a_full_quota_is_told),
		cmocka_unit_test(test_the_last_hour_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
