#include "app/base/memory.h"
#include "app/base/text.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* From the store to a counter, and back to the list of staff. */
static void test_store_opens(void **state)
{
	(void)state;
	struct shift shift;
	model_starting(&shift);
	struct desk_message message = {.kind = DESK_MESSAGE_OPENED, .result = RESULT_STORE_MISSING};
	text_copy(message.error, sizeof(message.error), "no such file");
	shift_hear(&shift, &message, 0);
	assert_int_equal(shift.phase, SHIFT_STARTING);
	assert_int_equal(shift.trouble, RESULT_STORE_MISSING);
	assert_string_equal(shift.trouble_text, "no such file");

	message.result = RESULT_OK;
	message.error[0] = '\0';
	message.office = memory_zeroed(1, sizeof(*message.office));
	message.training = true;
	shift_hear(&shift, &message, 0);
	assert_null(message.office);
	assert_non_null(shift.office);
	assert_true(shift.training);
	assert_int_equal(shift.trouble, RESULT_OK);
	struct desk_request request;
	assert_true(shift_take_request(&shift, &request));
	assert_int_equal(request.act, DESK_LIST_STAFF);
	/* Nobody is asked before there is a name that a key could go to. */
	assert_int_equal(shift.phase, SHIFT_STARTING);
	hand_answer(&shift, &request, RESULT_OK, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	shift_finish(&shift);
}

static void test_sign_in(void **state)
{
	(void)state;
	struct shift shift;
	model_staff(&shift);
	hand_act(&shift, SHIFT_CHOOSE_STAFF, 7, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	hand_act(&shift, SHIFT_CHOOSE_STAFF, 0, 0);
	assert_int_equal(shift.phase, SHIFT_PIN);

	hand_type_pin(&shift, "123");
	hand_take_none(&shift);
	assert_string_equal(shift.notice, "result.pin_form");
	hand_act(&shift, SHIFT_ERASE, 0, 0);
	assert_string_equal(shift.notice, "");
	assert_string_equal(shift.pin, "12");
	hand_type_pin(&shift, "99");
	struct desk_request request = hand_take(&shift, DESK_SIGN_IN);
	assert_string_equal(request.staff, "ani");
	assert_string_equal(request.pin, "1299");
	assert_string_equal(shift.pin, "");

	hand_answer(&shift, &request, RESULT_PIN_WRONG, 0);
	assert_int_equal(shift.phase, SHIFT_PIN);
	assert_string_equal(shift.notice, "result.pin_wrong");
	hand_type_pin(&shift, "1234");
	request = hand_take(&shift, DESK_SIGN_IN);
	hand_answer(&shift, &request, RESULT_OK, 0);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	shift_finish(&shift);
}

static void test_pin_is_bounded(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, false);
	for (int i = 0; i < 20; i++) {
		hand_act(&shift, SHIFT_DIGIT, 5, 0);
	}
	assert_string_equal(shift.pin, "555555555555");
	hand_act(&shift, SHIFT_LEAVE, 0, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_string_equal(shift.pin, "");
	shift_finish(&shift);
}

static void test_head_sets_pin_by_typing_it_twice(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, true);
	hand_type_pin(&shift, "2468");
	hand_take_none(&shift);
	hand_type_pin(&shift, "2469");
	hand_take_none(&shift);
	assert_string_equal(shift.notice, "console.pin_differs");
	hand_type_pin(&shift, "2468");
	hand_type_pin(&shift, "2468");
	struct desk_request request = hand_take(&shift, DESK_SIGN_IN);
	assert_string_equal(request.pin, "2468");
	assert_string_equal(shift.first_pin, "");
	hand_answer(&shift, &request, RESULT_OK, 0);
	assert_true(shift.staff[2].has_pin);
	shift_finish(&shift);
}

static void test_wanted_counter_opens_by_itself(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, false);
	shift.wanted_counter = 3;
	hand_type_pin(&shift, "1234");
	struct desk_request request = hand_take(&shift, DESK_SIGN_IN);
	hand_answer(&shift, &request, RESULT_OK, 0);
	request = hand_take(&shift, DESK_OPEN_COUNTER);
	assert_int_equal(request.counter, 3);
	assert_string_equal(request.staff, "ani");
	shift_finish(&shift);
}

static void test_choose_counter(void **state)
{
	(void)state;
	struct shift shift, desk;
	model_counters(&shift);
	model_desk(&desk);
	hand_act(&shift, SHIFT_CHOOSE_COUNTER, 1, 0);
	struct desk_request request = hand_take(&shift, DESK_OPEN_COUNTER);
	hand_answer(&shift, &request, RESULT_COUNTER_TAKEN, 0);
	assert_string_equal(shift.notice, "result.counter_taken");
	assert_int_equal(shift.phase, SHIFT_COUNTERS);

	hand_act(&shift, SHIFT_CHOOSE_COUNTER, 2, 0);
	request = hand_take(&shift, DESK_OPEN_COUNTER);
	hand_answer(&shift, &request, RESULT_OK, 0);
	assert_int_equal(shift.counter, 2);
	struct desk_request watch;
	assert_true(shift_take_request(&shift, &watch));
	assert_int_equal(watch.act, DESK_WATCH_COUNTER);
	assert_int_equal(watch.counter, 2);
	/* The screen follows when the picture shows the counter as this person's. */
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	hand_show(&shift, desk.view);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift_finish(&shift);
	shift_finish(&desk);
}

static void test_leaving_needs_a_closed_counter(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	hand_act(&shift, SHIFT_LEAVE, 0, 0);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift.view->counters[1].state = VIEW_CLOSED;
	hand_act(&shift, SHIFT_LEAVE, 0, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_int_equal(shift.counter, 0);
	assert_null(shift_person(&shift));
	struct desk_request request;
	assert_true(shift_take_request(&shift, &request));
	assert_int_equal(request.act, DESK_WATCH_COUNTER);
	assert_int_equal(request.counter, 0);
	shift_finish(&shift);
}

/* An open counter starts the clock of the promise: who may only want to see figures is asked. */
static void test_a_head_comes_to_a_closed_counter(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	hand_drain(&shift);
	shift.view->counters[2].state = VIEW_CLOSED;
	shift.staff[shift.chosen].role = DESK_HEAD;
	hand_act(&shift, SHIFT_CHOOSE_COUNTER, shift.view->counters[2].number, 1000);
	assert_int_equal(shift.phase, SHIFT_DESK);
	assert_int_equal(shift.counter, shift.view->counters[2].number);
	struct desk_request request;
	while (shift_take_request(&shift, &request)) {
		assert_int_not_equal(request.act, DESK_OPEN_COUNTER);
	}
	/* A report takes longer to read than a minute. */
	shift.page = SHIFT_PAGE_REPORT;
	shift_pass_time(&shift, 1000 + SHIFT_READING_MS - 1);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift_pass_time(&shift, 1000 + SHIFT_READING_MS);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	shift_finish(&shift);

	model_counters(&shift);
	hand_drain(&shift);
	shift.view->counters[2].state = VIEW_CLOSED;
	shift.staff[shift.chosen].role = DESK_HEAD;
	hand_act(&shift, SHIFT_CHOOSE_COUNTER, shift.view->counters[2].number, 1000);
	hand_drain(&shift);
	hand_act(&shift, SHIFT_STEP, 0, 2000);
	request = hand_take(&shift, DESK_OPEN_COUNTER);
	assert_int_equal(request.counter, shift.view->counters[2].number);
	shift_finish(&shift);
}

/* Where a desk locks sooner than that, a page that is left open is not read for longer. */
static void test_reading_ends_when_a_desk_would_lock(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	hand_drain(&shift);
	shift.lock_ms = 120000;
	shift.staff[shift.chosen].role = DESK_HEAD;
	hand_act(&shift, SHIFT_CHOOSE_COUNTER, 3, 1000);
	shift.page = SHIFT_PAGE_REPORT;
	shift_pass_time(&shift, 1000 + 120000 - 1);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift_pass_time(&shift, 1000 + 120000);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	shift_finish(&shift);
}

static void test_a_clerk_who_left_half_way_is_signed_out(void **state)
{
	(void)state;
	struct shift shift, closed;
	model_pin(&shift, false);
	hand_act(&shift, SHIFT_DIGIT, 1, 50000);
	assert_true(shift_deadline(&shift, 50000) == 50000 + SHIFT_ALONE_MS);
	shift_pass_time(&shift, 50000 + SHIFT_ALONE_MS - 1);
	assert_int_equal(shift.phase, SHIFT_PIN);
	shift_pass_time(&shift, 50000 + SHIFT_ALONE_MS);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_string_equal(shift.pin, "");
	shift_finish(&shift);

	/* At an open counter never; from its closing on, by whomever, the minute runs. */
	model_desk(&shift);
	model_desk(&closed);
	closed.view->counters[1].state = VIEW_CLOSED;
	shift_pass_time(&shift, 10 * SHIFT_ALONE_MS);
	assert_int_equal(shift.phase, SHIFT_DESK);
	struct desk_message message = {.kind = DESK_MESSAGE_VIEW, .view = closed.view};
	shift_hear(&shift, &message, 10 * SHIFT_ALONE_MS);
	shift_pass_time(&shift, 11 * SHIFT_ALONE_MS - 1);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift_pass_time(&shift, 11 * SHIFT_ALONE_MS);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	closed.view = NULL;
	shift_finish(&shift);
	shift_finish(&closed);
}

/* K007 was at counter 2 on Friday; on Monday the store says that it is another day. */
static void weekend(struct shift *shift)
{
	model_desk(shift);
	model_serving(shift);
	text_copy(shift->view->service_date, sizeof(shift->view->service_date), "2026-11-20");
	struct desk_view *monday = memory_zeroed(1, sizeof(*monday));
	*monday = *shift->view;
	text_copy(monday->service_date, sizeof(monday->service_date), "2026-11-23");
	monday->counters[1].state = VIEW_CLOSED;
	monday->counters[1].ticket = (struct ticket){0};
	hand_show(shift, monday);
	free(monday);
}

/* Nobody is there at midnight: it is still said when the clerk comes, and of which day it was. */
static void test_who_was_cut_off_is_said_until_somebody_comes(void **state)
{
	(void)state;
	enum { HOURS_MS = 60 * 3600000 };
	struct shift shift;
	weekend(&shift);
	assert_string_equal(shift.notice, "console.day_over");
	assert_string_equal(shift.notice_value, "K007");
	assert_string_equal(shift.notice_date, "2026-11-20");
	shift_pass_time(&shift, HOURS_MS);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_string_equal(shift.notice, "console.day_over");
	assert_true(shift_deadline(&shift, HOURS_MS) == INT64_MAX);
	hand_act(&shift, SHIFT_CHOOSE_STAFF, 0, HOURS_MS);
	assert_string_equal(shift.notice, "");
	shift_finish(&shift);
	/* Any press shows that it was seen. */
	weekend(&shift);
	hand_act(&shift, SHIFT_MENU, 0, 1000);
	assert_string_equal(shift.notice, "");
	shift_finish(&shift);
	/* Opened at once, as with the command line. */
	weekend(&shift);
	struct desk_view *opened = memory_zeroed(1, sizeof(*opened));
	*opened = *shift.view;
	opened->counters[1].state = VIEW_FREE;
	hand_show(&shift, opened);
	free(opened);
	assert_string_equal(shift.notice, "");
	shift_finish(&shift);
}

static void test_counter_taken_by_somebody_else(void **state)
{
	(void)state;
	struct shift shift, other;
	model_desk(&shift);
	model_desk(&other);
	other.view->counters[1].state = VIEW_CLOSED;
	hand_show(&shift, other.view);
	assert_int_equal(shift.phase, SHIFT_DESK);
	other.view->counters[1].state = VIEW_FREE;
	text_copy(other.view->counters[1].staff, sizeof(other.view->counters[1].staff), "budi");
	hand_show(&shift, other.view);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	assert_string_equal(shift.notice, "result.counter_taken");
	shift_finish(&shift);
	shift_finish(&other);
}

static void test_staff_list_changes_while_typing(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, false);
	struct desk_message message = {
		.kind = DESK_MESSAGE_ANSWER, .act = DESK_LIST_STAFF, .result = RESULT_OK};
	message.staff_count = 2;
	message.staff[0] = shift.staff[1];
	message.staff[1] = shift.staff[0];
	shift_hear(&shift, &message, 0);
	assert_int_equal(shift.phase, SHIFT_PIN);
	assert_string_equal(shift_person(&shift)->code, "ani");
	message.staff_count = 1;
	shift_hear(&shift, &message, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_null(shift_person(&shift));
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_store_opens),
		cmocka_unit_test(test_sign_in),
		cmocka_unit_test(test_pin_is_bounded),
		cmocka_unit_test(test_head_sets_pin_by_typing_it_twice),
		cmocka_unit_test(test_a_head_comes_to_a_closed_counter),
		cmocka_unit_test(test_reading_ends_when_a_desk_would_lock),
		cmocka_unit_test(test_wanted_counter_opens_by_itself),
		cmocka_unit_test(test_choose_counter),
		cmocka_unit_test(test_leaving_needs_a_closed_counter),
		cmocka_unit_test(test_a_clerk_who_left_half_way_is_signed_out),
		cmocka_unit_test(test_who_was_cut_off_is_said_until_somebody_comes),
		cmocka_unit_test(test_counter_taken_by_somebody_else),
		cmocka_unit_test(test_staff_list_changes_while_typing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
