#include "app/base/memory.h"
#include "app/base/text.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void act(struct shift *shift, enum shift_act what, int index, int64_t ticks)
{
	shift_act(shift, (struct shift_action){what, index}, ticks);
}

static void type_pin(struct shift *shift, const char *pin)
{
	for (; *pin != '\0'; pin++) {
		act(shift, SHIFT_DIGIT, *pin - '0', 0);
	}
	act(shift, SHIFT_ENTER, 0, 0);
}

/* The only request in line, which must be `act`. */
static struct desk_request take(struct shift *shift, enum desk_act wanted)
{
	struct desk_request request;
	assert_true(shift_take_request(shift, &request));
	assert_int_equal(request.act, wanted);
	assert_int_equal(shift->request_count, 0);
	return request;
}

static void take_none(struct shift *shift)
{
	struct desk_request request;
	assert_false(shift_take_request(shift, &request));
}

static void answer(
	struct shift *shift, const struct desk_request *request, enum result result, int64_t ticks)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = request->act,
		.tag = request->tag,
		.result = result};
	shift_hear(shift, &message, ticks);
}

/* Hands over a copy of the shift's view, as the thread would after a change. */
static void show(struct shift *shift, const struct desk_view *view)
{
	struct desk_message message = {.kind = DESK_MESSAGE_VIEW};
	message.view = memory_zeroed(1, sizeof(*view));
	*message.view = *view;
	shift_hear(shift, &message, 0);
	assert_null(message.view);
}

static void drain(struct shift *shift)
{
	struct desk_request request;
	while (shift_take_request(shift, &request)) {
	}
}

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
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_int_equal(shift.trouble, RESULT_OK);
	struct desk_request request;
	assert_true(shift_take_request(&shift, &request));
	assert_int_equal(request.act, DESK_LIST_STAFF);
	shift_finish(&shift);
}

static void test_sign_in(void **state)
{
	(void)state;
	struct shift shift;
	model_staff(&shift);
	act(&shift, SHIFT_CHOOSE_STAFF, 7, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	act(&shift, SHIFT_CHOOSE_STAFF, 0, 0);
	assert_int_equal(shift.phase, SHIFT_PIN);

	type_pin(&shift, "123");
	take_none(&shift);
	assert_string_equal(shift.notice, "result.pin_form");
	act(&shift, SHIFT_ERASE, 0, 0);
	assert_string_equal(shift.notice, "");
	assert_string_equal(shift.pin, "12");
	type_pin(&shift, "99");
	struct desk_request request = take(&shift, DESK_SIGN_IN);
	assert_string_equal(request.staff, "ani");
	assert_string_equal(request.pin, "1299");
	assert_string_equal(shift.pin, "");

	answer(&shift, &request, RESULT_PIN_WRONG, 0);
	assert_int_equal(shift.phase, SHIFT_PIN);
	assert_string_equal(shift.notice, "result.pin_wrong");
	type_pin(&shift, "1234");
	request = take(&shift, DESK_SIGN_IN);
	answer(&shift, &request, RESULT_OK, 0);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	shift_finish(&shift);
}

static void test_pin_is_bounded(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, false);
	for (int i = 0; i < 20; i++) {
		act(&shift, SHIFT_DIGIT, 5, 0);
	}
	assert_string_equal(shift.pin, "555555555555");
	act(&shift, SHIFT_LEAVE, 0, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_string_equal(shift.pin, "");
	shift_finish(&shift);
}

static void test_head_sets_pin_by_typing_it_twice(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, true);
	type_pin(&shift, "2468");
	take_none(&shift);
	type_pin(&shift, "2469");
	take_none(&shift);
	assert_string_equal(shift.notice, "console.pin_differs");
	type_pin(&shift, "2468");
	type_pin(&shift, "2468");
	struct desk_request request = take(&shift, DESK_SIGN_IN);
	assert_string_equal(request.pin, "2468");
	assert_string_equal(shift.first_pin, "");
	answer(&shift, &request, RESULT_OK, 0);
	assert_true(shift.staff[2].has_pin);
	shift_finish(&shift);
}

static void test_wanted_counter_opens_by_itself(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, false);
	shift.wanted_counter = 3;
	type_pin(&shift, "1234");
	struct desk_request request = take(&shift, DESK_SIGN_IN);
	answer(&shift, &request, RESULT_OK, 0);
	request = take(&shift, DESK_OPEN_COUNTER);
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
	act(&shift, SHIFT_CHOOSE_COUNTER, 1, 0);
	struct desk_request request = take(&shift, DESK_OPEN_COUNTER);
	answer(&shift, &request, RESULT_COUNTER_TAKEN, 0);
	assert_string_equal(shift.notice, "result.counter_taken");
	assert_int_equal(shift.phase, SHIFT_COUNTERS);

	act(&shift, SHIFT_CHOOSE_COUNTER, 2, 0);
	request = take(&shift, DESK_OPEN_COUNTER);
	answer(&shift, &request, RESULT_OK, 0);
	assert_int_equal(shift.counter, 2);
	struct desk_request watch;
	assert_true(shift_take_request(&shift, &watch));
	assert_int_equal(watch.act, DESK_WATCH_COUNTER);
	assert_int_equal(watch.counter, 2);
	/* The screen follows when the picture shows the counter as this person's. */
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	show(&shift, desk.view);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift_finish(&shift);
	shift_finish(&desk);
}

static void test_blue_button_moves_one_step_on(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_NONE);
	model_queue(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_CALL);
	act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = take(&shift, DESK_NEXT);
	assert_int_equal(request.counter, 2);
	answer(&shift, &request, RESULT_OK, 10010);

	model_called(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_SERVE);
	act(&shift, SHIFT_STEP, 0, 20000);
	request = take(&shift, DESK_SERVE);
	answer(&shift, &request, RESULT_OK, 20010);

	model_serving(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_FINISH_AND_CALL);
	act(&shift, SHIFT_STEP, 0, 30000);
	request = take(&shift, DESK_NEXT);
	answer(&shift, &request, RESULT_OK, 30010);

	shift.view->next_number[0] = '\0';
	assert_int_equal(shift_step(&shift), SHIFT_STEP_FINISH);
	act(&shift, SHIFT_STEP, 0, 40000);
	request = take(&shift, DESK_FINISH);
	answer(&shift, &request, RESULT_OK, 40010);

	shift.view->counters[1].state = VIEW_BREAK;
	act(&shift, SHIFT_STEP, 0, 50000);
	request = take(&shift, DESK_OPEN_COUNTER);
	assert_int_equal(request.counter, 2);
	assert_string_equal(request.staff, "ani");
	shift_finish(&shift);
}

static void test_double_press_is_one_press(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = take(&shift, DESK_NEXT);
	answer(&shift, &request, RESULT_OK, 10005);
	act(&shift, SHIFT_STEP, 0, 10400);
	take_none(&shift);
	/* Held down: each repeat moves the guard on. */
	act(&shift, SHIFT_STEP, 0, 11300);
	take_none(&shift);
	act(&shift, SHIFT_STEP, 0, 12300);
	take(&shift, DESK_NEXT);
	shift_finish(&shift);
}

static void test_nothing_is_asked_while_an_answer_is_awaited(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	act(&shift, SHIFT_RECALL, 0, 10000);
	struct desk_request request = take(&shift, DESK_RECALL);
	act(&shift, SHIFT_ABSENT, 0, 10050);
	take_none(&shift);
	assert_false(shift_is_busy(&shift, 10299));
	assert_int_equal(shift_deadline(&shift, 10000), 10300);
	assert_true(shift_is_busy(&shift, 10300));

	struct desk_request other = request;
	other.tag += 5;
	answer(&shift, &other, RESULT_OK, 10400);
	assert_true(shift_is_busy(&shift, 10400));
	answer(&shift, &request, RESULT_RECALL_EARLY, 10400);
	assert_false(shift_is_busy(&shift, 10800));
	assert_string_equal(shift.notice, "result.recall_early");
	assert_int_equal(shift_deadline(&shift, 10400), 10400 + SHIFT_NOTICE_MS);
	shift_pass_time(&shift, 10400 + SHIFT_NOTICE_MS);
	assert_string_equal(shift.notice, "");
	assert_true(shift_deadline(&shift, 20000) == INT64_MAX);
	shift_finish(&shift);
}

static void test_what_cannot_be_done_is_not_asked(void **state)
{
	(void)state;
	static const enum shift_act all[] = {
		SHIFT_RECALL, SHIFT_ABSENT, SHIFT_FINISH, SHIFT_OPEN, SHIFT_BREAK, SHIFT_CLOSE};
	static const bool can[][6] = {
		[VIEW_CLOSED] = {false, false, false, true, false, false},
		[VIEW_FREE] = {false, false, false, false, true, true},
		[VIEW_CALLED] = {true, true, false, false, false, false},
		[VIEW_SERVING] = {false, false, true, false, false, false},
		[VIEW_BREAK] = {false, false, false, true, false, true},
	};
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	for (int counter = VIEW_CLOSED; counter <= VIEW_BREAK; counter++) {
		shift.view->counters[1].state = (enum view_counter_state)counter;
		for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
			assert_int_equal(shift_can(&shift, all[i]), can[counter][i]);
			act(&shift, all[i], 0, 10000);
			assert_int_equal(shift.request_count, can[counter][i] ? 1 : 0);
			drain(&shift);
			shift.pending = 0;
		}
	}
	shift.view->counters[1].state = VIEW_CALLED;
	shift.view->counters[1].ticket.calls = 4; /* one call and three recalls */
	assert_false(shift_can(&shift, SHIFT_RECALL));
	shift_finish(&shift);
}

static void test_leaving_needs_a_closed_counter(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	act(&shift, SHIFT_LEAVE, 0, 0);
	assert_int_equal(shift.phase, SHIFT_DESK);
	shift.view->counters[1].state = VIEW_CLOSED;
	act(&shift, SHIFT_LEAVE, 0, 0);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_int_equal(shift.counter, 0);
	assert_null(shift_person(&shift));
	struct desk_request request;
	assert_true(shift_take_request(&shift, &request));
	assert_int_equal(request.act, DESK_WATCH_COUNTER);
	assert_int_equal(request.counter, 0);
	shift_finish(&shift);
}

static void test_a_clerk_who_left_half_way_is_signed_out(void **state)
{
	(void)state;
	struct shift shift, closed;
	model_pin(&shift, false);
	act(&shift, SHIFT_DIGIT, 1, 50000);
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

static void test_counter_taken_by_somebody_else(void **state)
{
	(void)state;
	struct shift shift, other;
	model_desk(&shift);
	model_desk(&other);
	other.view->counters[1].state = VIEW_CLOSED;
	show(&shift, other.view);
	assert_int_equal(shift.phase, SHIFT_DESK);
	other.view->counters[1].state = VIEW_FREE;
	text_copy(other.view->counters[1].staff, sizeof(other.view->counters[1].staff), "budi");
	show(&shift, other.view);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	assert_string_equal(shift.notice, "result.counter_taken");
	shift_finish(&shift);
	shift_finish(&other);
}

static void test_full_store_is_said_until_an_act_succeeds(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = take(&shift, DESK_NEXT);
	answer(&shift, &request, RESULT_STORE_FULL, 10100);
	assert_int_equal(shift.trouble, RESULT_STORE_FULL);
	assert_string_equal(shift.notice, "");
	assert_int_equal(shift.phase, SHIFT_DESK);
	show(&shift, view);
	assert_int_equal(shift.trouble, RESULT_STORE_FULL);
	act(&shift, SHIFT_STEP, 0, 20000);
	request = take(&shift, DESK_NEXT);
	answer(&shift, &request, RESULT_OK, 20100);
	assert_int_equal(shift.trouble, RESULT_OK);
	free(view);
	shift_finish(&shift);
}

static void test_busy_store_is_a_refusal(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = take(&shift, DESK_NEXT);
	answer(&shift, &request, RESULT_STORE_BUSY, 15000);
	assert_int_equal(shift.trouble, RESULT_OK);
	assert_string_equal(shift.notice, "result.store_busy");
	shift_finish(&shift);
}

static void test_lost_store_keeps_the_picture(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	struct desk_message lost = {.kind = DESK_MESSAGE_VIEW, .result = RESULT_STORE_FAILED};
	shift_hear(&shift, &lost, 0);
	assert_int_equal(shift.trouble, RESULT_STORE_FAILED);
	assert_int_equal(shift.view->waiting_total, 4);
	show(&shift, view);
	assert_int_equal(shift.trouble, RESULT_OK);
	lost.result = RESULT_STORE_BUSY;
	shift_hear(&shift, &lost, 0);
	assert_int_equal(shift.trouble, RESULT_OK);
	free(view);
	shift_finish(&shift);
}

static void test_unsure_slip_is_decided(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	act(&shift, SHIFT_REPRINT, 0, 0);
	take_none(&shift);
	struct view_device *printer = model_printer(&shift, RESULT_OK, false);
	printer->unsure_slips = 1;
	printer->unsure_slip = 31;
	printer->unsure_ticket = 7;
	text_copy(printer->unsure_number, sizeof(printer->unsure_number), "K007");
	act(&shift, SHIFT_REPRINT, 0, 0);
	struct desk_request request = take(&shift, DESK_REPRINT);
	assert_int_equal(request.id, 7);
	assert_string_equal(shift.notice_value, "K007");
	answer(&shift, &request, RESULT_OK, 0);
	act(&shift, SHIFT_SETTLE, 0, 0);
	request = take(&shift, DESK_END_SLIP);
	assert_int_equal(request.id, 31);
	assert_int_equal(request.print, PRINT_CONFIRMED);
	shift_finish(&shift);
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
		cmocka_unit_test(test_wanted_counter_opens_by_itself),
		cmocka_unit_test(test_choose_counter),
		cmocka_unit_test(test_blue_button_moves_one_step_on),
		cmocka_unit_test(test_double_press_is_one_press),
		cmocka_unit_test(test_nothing_is_asked_while_an_answer_is_awaited),
		cmocka_unit_test(test_what_cannot_be_done_is_not_asked),
		cmocka_unit_test(test_leaving_needs_a_closed_counter),
		cmocka_unit_test(test_a_clerk_who_left_half_way_is_signed_out),
		cmocka_unit_test(test_counter_taken_by_somebody_else),
		cmocka_unit_test(test_full_store_is_said_until_an_act_succeeds),
		cmocka_unit_test(test_busy_store_is_a_refusal),
		cmocka_unit_test(test_lost_store_keeps_the_picture),
		cmocka_unit_test(test_unsure_slip_is_decided),
		cmocka_unit_test(test_staff_list_changes_while_typing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
