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

/* At the counter: steps, refusals, trouble. */
static void test_blue_button_moves_one_step_on(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_NONE);
	model_queue(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_CALL);
	hand_act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	assert_int_equal(request.counter, 2);
	hand_answer(&shift, &request, RESULT_OK, 10010);

	model_called(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_SERVE);
	hand_act(&shift, SHIFT_STEP, 0, 20000);
	request = hand_take(&shift, DESK_SERVE);
	hand_answer(&shift, &request, RESULT_OK, 20010);

	model_serving(&shift);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_FINISH_AND_CALL);
	hand_act(&shift, SHIFT_STEP, 0, 30000);
	request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_OK, 30010);

	shift.view->next_number[0] = '\0';
	assert_int_equal(shift_step(&shift), SHIFT_STEP_FINISH);
	hand_act(&shift, SHIFT_STEP, 0, 40000);
	request = hand_take(&shift, DESK_FINISH);
	hand_answer(&shift, &request, RESULT_OK, 40010);

	shift.view->counters[1].state = VIEW_BREAK;
	hand_act(&shift, SHIFT_STEP, 0, 50000);
	request = hand_take(&shift, DESK_OPEN_COUNTER);
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
	hand_act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_OK, 10005);
	hand_act(&shift, SHIFT_STEP, 0, 10400);
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_STEP, 0, 10999);
	hand_take_none(&shift);
	/* A press that was not taken does not move the guard on. */
	hand_act(&shift, SHIFT_STEP, 0, 11000);
	hand_take(&shift, DESK_NEXT);
	shift_finish(&shift);
}

static void test_nothing_is_asked_while_an_answer_is_awaited(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	hand_act(&shift, SHIFT_RECALL, 0, 10000);
	struct desk_request request = hand_take(&shift, DESK_RECALL);
	hand_act(&shift, SHIFT_ABSENT, 0, 10050);
	hand_take_none(&shift);
	assert_false(shift_is_busy(&shift, 10299));
	assert_int_equal(shift_deadline(&shift, 10000), 10300);
	assert_true(shift_is_busy(&shift, 10300));

	struct desk_request other = request;
	other.tag += 5;
	hand_answer(&shift, &other, RESULT_OK, 10400);
	assert_true(shift_is_busy(&shift, 10400));
	hand_answer(&shift, &request, RESULT_RECALL_EARLY, 10400);
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
			hand_act(&shift, all[i], 0, 10000);
			assert_int_equal(shift.request_count, can[counter][i] ? 1 : 0);
			hand_drain(&shift);
			shift.pending = 0;
		}
	}
	shift.view->counters[1].state = VIEW_CALLED;
	shift.view->counters[1].ticket.calls = 4;
	shift.view->counters[1].ticket.recalls = 3;
	assert_false(shift_can(&shift, SHIFT_RECALL));
	/* Absent, back in the line and called anew: the limit begins anew, as the desk has it. */
	shift.view->counters[1].ticket.calls = 5;
	shift.view->counters[1].ticket.recalls = 0;
	assert_true(shift_can(&shift, SHIFT_RECALL));
	shift_finish(&shift);
}

static void test_full_store_is_said_until_an_act_succeeds(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	hand_act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_STORE_FULL, 10100);
	assert_int_equal(shift.trouble, RESULT_STORE_FULL);
	assert_string_equal(shift.notice, "");
	assert_int_equal(shift.phase, SHIFT_DESK);
	hand_show(&shift, view);
	assert_int_equal(shift.trouble, RESULT_STORE_FULL);
	hand_act(&shift, SHIFT_STEP, 0, 20000);
	request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_OK, 20100);
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
	hand_act(&shift, SHIFT_STEP, 0, 10000);
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_STORE_BUSY, 15000);
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
	hand_show(&shift, view);
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
	hand_act(&shift, SHIFT_REPRINT, 0, 0);
	hand_take_none(&shift);
	struct view_device *printer = model_printer(&shift, RESULT_OK, false);
	printer->unsure_slips = 1;
	printer->unsure_slip = 31;
	printer->unsure_ticket = 7;
	text_copy(printer->unsure_number, sizeof(printer->unsure_number), "K007");
	hand_act(&shift, SHIFT_REPRINT, 0, 0);
	struct desk_request request = hand_take(&shift, DESK_REPRINT);
	assert_int_equal(request.id, 7);
	assert_string_equal(shift.notice_value, "K007");
	hand_answer(&shift, &request, RESULT_OK, 0);
	hand_act(&shift, SHIFT_SETTLE, 0, 0);
	request = hand_take(&shift, DESK_END_SLIP);
	assert_int_equal(request.id, 31);
	assert_int_equal(request.print, PRINT_CONFIRMED);
	shift_finish(&shift);
}

static void test_a_visitor_is_helped(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	hand_act(&shift, SHIFT_HELP_TAKE, 0, 0);
	hand_take_none(&shift);
	struct help *helps = shift.view->helps;
	shift.view->help_count = 3;
	helps[0] = (struct help){.id = 4, .state = HELP_TAKEN, .counter = 1};
	helps[1] = (struct help){.id = 5, .state = HELP_ASKED};
	helps[2] = (struct help){.id = 6, .state = HELP_ASKED};
	assert_int_equal(shift_help(&shift)->id, 5);
	hand_act(&shift, SHIFT_HELP_TAKE, 0, 0);
	struct desk_request request = hand_take(&shift, DESK_TAKE_HELP);
	assert_int_equal(request.id, 5);
	assert_int_equal(request.counter, 2);
	hand_answer(&shift, &request, RESULT_HELP_STATE, 0);
	assert_string_equal(shift.notice, "result.help_state");
	helps[2].state = HELP_TAKEN;
	helps[2].counter = 2;
	assert_int_equal(shift_help(&shift)->id, 6);
	hand_act(&shift, SHIFT_HELP_ISSUE, 99, 0);
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_HELP_ISSUE, 1, 0);
	request = hand_take(&shift, DESK_HELP_ISSUE);
	assert_int_equal(request.id, 6);
	assert_int_equal(request.issue.service, 1);
	assert_true(request.issue.print);
	assert_string_equal(request.issue.token, "help-6");
	hand_answer(&shift, &request, RESULT_OK, 0);
	assert_string_equal(shift.notice, "console.help.issued");
	hand_act(&shift, SHIFT_HELP_DONE, 0, 0);
	assert_int_equal(hand_take(&shift, DESK_END_HELP).id, 6);
	shift_finish(&shift);
}

/* The head may set the clock while somebody works: the next view brings it. */
static void test_clock_follows_the_desk(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	struct desk_message message = {.kind = DESK_MESSAGE_VIEW};
	message.view = memory_zeroed(1, sizeof(*message.view));
	*message.view = *shift.view;
	clock_init(&message.clock, NULL);
	clock_set_offset(&message.clock, 123456789);
	shift_hear(&shift, &message, 0);
	assert_int_equal(shift.clock.offset_ms, 123456789);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blue_button_moves_one_step_on),
		cmocka_unit_test(test_double_press_is_one_press),
		cmocka_unit_test(test_clock_follows_the_desk),
		cmocka_unit_test(test_nothing_is_asked_while_an_answer_is_awaited),
		cmocka_unit_test(test_what_cannot_be_done_is_not_asked),
		cmocka_unit_test(test_full_store_is_said_until_an_act_succeeds),
		cmocka_unit_test(test_busy_store_is_a_refusal),
		cmocka_unit_test(test_lost_store_keeps_the_picture),
		cmocka_unit_test(test_unsure_slip_is_decided),
		cmocka_unit_test(test_a_visitor_is_helped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
