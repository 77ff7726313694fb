#include "app/base/text.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* What is asked of a visit that is over, while the next visitor is here already. */
static const int64_t NOW = 1000000;

/* K007 is served; others wait. */
static void start(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
}

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

/* Space finishes and calls the next: what came of the last is asked beside the next visitor, until
 * it is answered or put away. */
static void test_unsaid_visit_is_asked_on(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	act(&shift, SHIFT_SHEET, SHEET_OUTCOME); /* nothing to ask */
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	act(&shift, SHIFT_STEP, 0);
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_int_equal(shift.sheet.kind, SHEET_NONE); /* never in the way */
	struct desk_view *view = shift.view;
	view->unsaid_ticket = 7;
	view->unsaid_ms = model_at(10, 31, 20);
	text_copy(view->unsaid_number, sizeof(view->unsaid_number), "K007");
	view->counters[1].state = VIEW_CALLED;
	view->counters[1].ticket.id = 8;
	act(&shift, SHIFT_SHEET, SHEET_OUTCOME);
	assert_string_equal(shift.sheet.number, "K007");
	hand_act(&shift, SHIFT_STEP, 0, NOW + 2 * SHIFT_GUARD_MS);
	request = hand_take(&shift, DESK_SERVE);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_true(shift_can_open(&shift, SHEET_OUTCOME)); /* the step has not put it away */
	act(&shift, SHIFT_SHEET, SHEET_OUTCOME);
	act(&shift, SHIFT_SHEET_LEAVE, 0);
	assert_true(shift_can_open(&shift, SHEET_OUTCOME)); /* nor has a look at it */
	act(&shift, SHIFT_SHEET, SHEET_OUTCOME);
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	request = hand_take(&shift, DESK_NOTE_OUTCOME);
	assert_int_equal(request.id, 7);
	hand_answer(&shift, &request, RESULT_OK, NOW);

	act(&shift, SHIFT_SHEET, SHEET_OUTCOME);
	act(&shift, SHIFT_SHEET_CHOOSE, 3); /* leave it unsaid */
	hand_take_none(&shift);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	assert_false(shift_can_open(&shift, SHEET_OUTCOME));
	view->unsaid_ms = model_at(10, 25, 0); /* one before it */
	assert_false(shift_can_open(&shift, SHEET_OUTCOME));
	view->unsaid_ms = model_at(10, 40, 0); /* the next is asked again */
	assert_true(shift_can_open(&shift, SHEET_OUTCOME));
	shift_finish(&shift);
}

/* A counter that has closed still asks why a promise was broken; what a visit came to is said at an
 * open one. */
static void test_a_closed_counter_is_asked_why(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	shift.view->counters[1].state = VIEW_CLOSED;
	shift.view->late_ticket = shift.view->unsaid_ticket = 5;
	text_copy(shift.view->late_number, sizeof(shift.view->late_number), "K006");
	assert_false(shift_can_open(&shift, SHEET_OUTCOME));
	act(&shift, SHIFT_SHEET, SHEET_LATE);
	assert_int_equal(shift.sheet.kind, SHEET_LATE);
	hand_show(&shift, shift.view);
	assert_int_equal(shift.sheet.kind, SHEET_LATE);
	act(&shift, SHIFT_SHEET_CHOOSE, 2);
	struct desk_request request = hand_take(&shift, DESK_EXPLAIN);
	assert_int_equal(request.id, 5);
	shift_finish(&shift);
}

/* Who waits for this counter alone is not left by a slip of the key: closing is pressed twice. */
static void test_closing_asks_while_somebody_is_left_alone(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_wait(&shift, "J001", MODEL_JUAL, model_at(10, 20, 0), TICKET_NEVER);
	act(&shift, SHIFT_CLOSE, 0); /* counter 1 is there for the sale */
	struct desk_request request = hand_take(&shift, DESK_CLOSE_COUNTER);
	hand_answer(&shift, &request, RESULT_STORE_BUSY, NOW);
	model_wait(&shift, "K001", MODEL_KONS, model_at(10, 20, 0), TICKET_NEVER);
	act(&shift, SHIFT_CLOSE, 0);
	hand_take_none(&shift);
	assert_string_equal(shift.notice, "console.close.alone");
	assert_string_equal(shift.notice_value, "1");
	shift_pass_time(&shift, NOW + SHIFT_NOTICE_MS);
	hand_act(&shift, SHIFT_CLOSE, 0, NOW + SHIFT_NOTICE_MS); /* too late: asked anew */
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_CLOSE, 0, NOW + SHIFT_NOTICE_MS + 1000);
	request = hand_take(&shift, DESK_CLOSE_COUNTER);
	hand_answer(&shift, &request, RESULT_OK, NOW + SHIFT_NOTICE_MS + 2000);
	assert_string_equal(shift.notice, "console.close.left");
	assert_string_equal(shift.notice_value, "1");
	assert_false(shift.notice_done);
	shift_finish(&shift);
}

/* The last counter that is open: whoever waits is left, each service is named. A counter that rests
 * is nobody to go to. */
static void test_the_last_counter_says_whom_it_leaves(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.view->counters[0].state = VIEW_BREAK;
	shift.view->counters[0].services = 0x1F;
	model_wait(&shift, "J001", MODEL_JUAL, model_at(10, 20, 0), TICKET_NEVER);
	model_wait(&shift, "K001", MODEL_KONS, model_at(10, 21, 0), TICKET_NEVER);
	model_wait(&shift, "K002", MODEL_KONS, model_at(10, 22, 0), TICKET_NEVER);
	act(&shift, SHIFT_CLOSE, 0);
	hand_take_none(&shift);
	assert_string_equal(shift.notice_value, "3");
	assert_true(looks_says(&shift, model_at(10, 31, 24), "Konsultasi 2, Penjualan 1."));
	looks_show_one(&shift, model_at(10, 31, 24), "console-closing", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-closing", "en", false);
	act(&shift, SHIFT_CLOSE, 0);
	struct desk_request request = hand_take(&shift, DESK_CLOSE_COUNTER);
	shift.view->counters[1].state = VIEW_CLOSED;
	hand_answer(&shift, &request, RESULT_OK, NOW);
	looks_show_one(&shift, model_at(10, 31, 24), "console-closed-left", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-closed-left", "en", false);
	/* Nobody is left: it closes at once, and nothing is said. */
	shift.view->waiting_shown = shift.view->waiting_total = 0;
	shift.view->counters[1].state = VIEW_FREE;
	shift_pass_time(&shift, NOW + SHIFT_NOTICE_MS);
	hand_act(&shift, SHIFT_CLOSE, 0, NOW + SHIFT_NOTICE_MS);
	request = hand_take(&shift, DESK_CLOSE_COUNTER);
	hand_answer(&shift, &request, RESULT_OK, NOW + SHIFT_NOTICE_MS);
	assert_string_equal(shift.notice, "");
	shift_finish(&shift);
}

/* A break or a closing is seen on the screen: no sentence about the visitor before stands on
 * without the number. */
static void test_a_rest_ends_what_was_said(void **state)
{
	(void)state;
	static const enum shift_act acts[] = {SHIFT_BREAK, SHIFT_CLOSE};
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		struct shift shift;
		start(&shift);
		act(&shift, SHIFT_FINISH, 0);
		struct desk_request request = hand_take(&shift, DESK_FINISH);
		hand_answer(&shift, &request, RESULT_OK, NOW);
		shift.sheet.kind = SHEET_NONE;
		shift.view->counters[1].state = VIEW_FREE;
		shift.view->counters[1].ticket = (struct ticket){0};
		shift.view->waiting_shown = shift.view->waiting_total = 0;
		assert_string_equal(shift.acted, "K007");
		act(&shift, acts[i], 0);
		assert_string_equal(shift.acted, "K007");
		request = hand_take(
			&shift, acts[i] == SHIFT_BREAK ? DESK_BREAK_COUNTER : DESK_CLOSE_COUNTER);
		hand_answer(&shift, &request, RESULT_OK, NOW);
		assert_string_equal(shift.said, "");
		assert_false(shift_can_undo(&shift, NOW));
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unsaid_visit_is_asked_on),
		cmocka_unit_test(test_a_closed_counter_is_asked_why),
		cmocka_unit_test(test_closing_asks_while_somebody_is_left_alone),
		cmocka_unit_test(test_the_last_counter_says_whom_it_leaves),
		cmocka_unit_test(test_a_rest_ends_what_was_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
