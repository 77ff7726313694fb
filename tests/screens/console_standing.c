/* A counter that stands by: how the clerk begins and ends it, what is asked of the desk, the look.
 */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;

static void start(struct shift *shift, bool stands)
{
	model_desk(shift);
	shift->office->stand_by = true;
	shift->office->undo_s = 10;
	shift->view->counters[1].stand_by_ms = stands ? model_at(10, 30, 0) : TICKET_NEVER;
}

static void test_next_without_anybody_stands_by(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, false);
	assert_int_equal(shift_step(&shift), SHIFT_STEP_STAND_BY);
	hand_act(&shift, SHIFT_STEP, 0, NOW);
	struct desk_request request = hand_take(&shift, DESK_STAND_BY);
	assert_int_equal(request.counter, 2);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, ""); /* the button says it */
	/* An office that does not want it is told that nobody waits. */
	shift.office->stand_by = false;
	assert_int_equal(shift_step(&shift), SHIFT_STEP_NONE);
	shift_finish(&shift);
	/* Somebody came in the same moment: it was a call like any other. */
	start(&shift, false);
	hand_act(&shift, SHIFT_STEP, 0, NOW);
	request = hand_take(&shift, DESK_STAND_BY);
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_STAND_BY,
		.tag = request.tag,
		.ticket = {.id = 7, .number = "K007"}};
	shift_hear(&shift, &message, NOW);
	assert_string_equal(shift.said, "console.done.called");
	assert_true(shift_can_undo(&shift, NOW));
	shift_finish(&shift);
}

static void test_is_taken_back_with_one_key(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, true);
	hand_act(&shift, SHIFT_STEP, 0, NOW); /* an impatient press ends nothing */
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_STAND_DOWN, 0, NOW);
	struct desk_request request = hand_take(&shift, DESK_STAND_DOWN);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.stood_down");
	assert_false(shift_can_undo(&shift, NOW));
	shift_finish(&shift);
}

/* The program ends: nobody is called to a counter without a console. */
static void test_ends_with_the_program(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, true);
	shift_rest(&shift, NOW);
	hand_take(&shift, DESK_STAND_DOWN);
	shift_finish(&shift);
	start(&shift, false);
	shift_rest(&shift, NOW);
	hand_take_none(&shift);
	shift_finish(&shift);
}

static void test_who_was_called_can_be_taken_back(void **state)
{
	(void)state;
	struct shift shift, later;
	start(&shift, true);
	start(&later, false);
	model_called(&later);
	struct desk_view *view = later.view;
	struct desk_message message = {.kind = DESK_MESSAGE_VIEW};
	message.view = memory_zeroed(1, sizeof(*view));
	*message.view = *view;
	shift_hear(&shift, &message, NOW);
	assert_string_equal(shift.said, "console.done.called");
	assert_string_equal(shift.acted, "D006");
	assert_true(shift_can_undo(&shift, NOW));
	shift_finish(&later);
	shift_finish(&shift);
}

static struct shift_action press(
	const struct shift *shift, enum ui_event_kind kind, const char *text)
{
	struct ui ui;
	struct ui_event event = {.kind = kind};
	struct shift_action action = {SHIFT_NOTHING, 0};
	text_copy(event.text, sizeof(event.text), text);
	golden_start(&ui, "id", 1280, 800);
	ui.ticks_ms = NOW;
	for (int i = 0; i < 3; i++) {
		ui_begin(&ui, i < 2 ? NULL : &event);
		action = screen_frame(&ui, shift, model_at(10, 31, 24));
		ui_end(&ui);
	}
	golden_finish(&ui);
	return action;
}

static void test_keys_and_taps(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, true);
	assert_int_equal(press(&shift, UI_KEY, "z").act, SHIFT_STAND_DOWN);
	assert_int_equal(press(&shift, UI_KEY, "space").act, SHIFT_STEP);
	assert_int_equal(press(&shift, UI_TAP_ID, "desk.stand_down").act, SHIFT_STAND_DOWN);
	shift.view->counters[1].stand_by_ms = TICKET_NEVER;
	assert_int_equal(press(&shift, UI_KEY, "z").act, SHIFT_NOTHING);
	assert_int_equal(press(&shift, UI_TAP_ID, "desk.step").act, SHIFT_STEP);
	shift_finish(&shift);
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	for (int stands = 0; stands < 2; stands++) {
		start(&shift, stands);
		const char *name = stands ? "console-standing" : "console-stand-by";
		looks_show_one(&shift, model_at(10, 31, 24), name, "id", true);
		looks_show_one(&shift, model_at(10, 31, 24), name, "en", false);
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next_without_anybody_stands_by),
		cmocka_unit_test(test_is_taken_back_with_one_key),
		cmocka_unit_test(test_ends_with_the_program),
		cmocka_unit_test(test_who_was_called_can_be_taken_back),
		cmocka_unit_test(test_keys_and_taps),
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
