#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* What each screen returns for taps and keys. */
static struct shift_action do_event(
	const struct shift *shift, enum ui_event_kind kind, const char *what, bool focus)
{
	struct ui ui;
	golden_start(&ui, "id", 1280, 800);
	int64_t now = model_at(10, 31, 24);
	ui_begin(&ui, NULL);
	screen_frame(&ui, shift, now);
	ui_end(&ui);
	if (focus) {
		text_copy(ui.focus, sizeof(ui.focus), "desk.recall");
		ui.focus_shown = true;
	}
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), what);
	ui_begin(&ui, &event);
	struct shift_action action = screen_frame(&ui, shift, now);
	ui_end(&ui);
	golden_finish(&ui);
	return action;
}

static void expect_tap(const struct shift *shift, const char *id, enum shift_act act, int index)
{
	struct shift_action action = do_event(shift, UI_TAP_ID, id, false);
	assert_int_equal(action.act, act);
	assert_int_equal(action.index, index);
}

static void expect_key(const struct shift *shift, const char *key, enum shift_act act, int index)
{
	struct shift_action action = do_event(shift, UI_KEY, key, false);
	assert_int_equal(action.act, act);
	assert_int_equal(action.index, index);
}

/* Whether a text that is just `words` stands on the screen. */
static bool shows(const struct shift *shift, const char *words)
{
	struct ui ui;
	bool found = false;
	golden_start(&ui, "id", 1280, 800);
	ui_begin(&ui, NULL);
	screen_frame(&ui, shift, model_at(10, 31, 24));
	ui_end(&ui);
	for (size_t i = 0; i < ui.list.count; i++) {
		const struct draw_command *command = &ui.list.commands[i];
		found = found || (command->kind == DRAW_TEXT &&
					 strcmp(draw_command_text(&ui.list, command), words) == 0);
	}
	golden_finish(&ui);
	return found;
}

static void test_staff(void **state)
{
	(void)state;
	struct shift shift;
	model_staff(&shift);
	expect_tap(&shift, "staff.budi", SHIFT_CHOOSE_STAFF, 1);
	expect_key(&shift, "space", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

static void test_pin(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, false);
	expect_tap(&shift, "pin.0", SHIFT_DIGIT, 0);
	expect_tap(&shift, "pin.9", SHIFT_DIGIT, 9);
	expect_tap(&shift, "pin.erase", SHIFT_ERASE, 0);
	expect_tap(&shift, "pin.enter", SHIFT_ENTER, 0);
	expect_tap(&shift, "pin.leave", SHIFT_LEAVE, 0);
	expect_key(&shift, "7", SHIFT_DIGIT, 7);
	expect_key(&shift, "backspace", SHIFT_ERASE, 0);
	expect_key(&shift, "return", SHIFT_ENTER, 0);
	expect_key(&shift, "escape", SHIFT_LEAVE, 0);
	shift_finish(&shift);
}

static void test_counters(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	expect_tap(&shift, "counter.3", SHIFT_CHOOSE_COUNTER, 3);
	expect_tap(&shift, "counter.1", SHIFT_NOTHING, 0);
	expect_key(&shift, "2", SHIFT_CHOOSE_COUNTER, 2);
	expect_key(&shift, "1", SHIFT_NOTHING, 0);
	expect_key(&shift, "escape", SHIFT_LEAVE, 0);
	shift_finish(&shift);
}

/* Not sooner than the office has it; until then the button says when. A clock set back holds nobody
 * up: the desk takes it as over, too. */
static void test_a_recall_says_when(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	struct ticket *called = &shift.view->counters[1].ticket;
	shift.office->recall_interval_s = 20;
	called->recalled_ms = model_at(10, 31, 12);
	looks_show_one(&shift, model_at(10, 31, 24), "console-recall-soon", "id", true);
	assert_true(looks_says(&shift, model_at(10, 31, 24), "Ulang dalam 00.08"));
	assert_true(looks_says(&shift, model_at(10, 31, 32) - 1, "Ulang dalam 00.01"));
	assert_false(looks_says(&shift, model_at(10, 31, 32), "Ulang dalam 00.00"));
	expect_key(&shift, "r", SHIFT_NOTHING, 0);
	expect_tap(&shift, "desk.recall", SHIFT_NOTHING, 0);
	called->recalled_ms = model_at(10, 31, 4);
	expect_key(&shift, "r", SHIFT_RECALL, 0);
	called->recalled_ms = model_at(10, 40, 0);
	expect_key(&shift, "r", SHIFT_RECALL, 0);
	called->recalls = shift.office->recall_limit;
	called->recalled_ms = model_at(10, 31, 12);
	assert_false(looks_says(&shift, model_at(10, 31, 24), "Ulang dalam 00.08"));
	shift_finish(&shift);
}

static void test_desk_acts(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	expect_tap(&shift, "desk.step", SHIFT_STEP, 0);
	expect_tap(&shift, "desk.recall", SHIFT_RECALL, 0);
	expect_tap(&shift, "desk.absent", SHIFT_ABSENT, 0);
	expect_tap(&shift, "desk.finish", SHIFT_NOTHING, 0);
	expect_key(&shift, "space", SHIFT_STEP, 0);
	expect_key(&shift, "r", SHIFT_RECALL, 0);
	expect_key(&shift, "a", SHIFT_ABSENT, 0);
	expect_key(&shift, "f", SHIFT_NOTHING, 0);
	model_serving(&shift);
	expect_key(&shift, "r", SHIFT_NOTHING, 0);
	expect_key(&shift, "f", SHIFT_FINISH, 0);
	shift_finish(&shift);
}

static void test_help_acts(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.view->help_count = 1;
	shift.view->helps[0] = (struct help){.id = 1, .state = HELP_ASKED};
	expect_tap(&shift, "help.take", SHIFT_HELP_TAKE, 0);
	expect_tap(&shift, "help.JUAL", SHIFT_NOTHING, 0);
	shift.view->helps[0].state = HELP_TAKEN;
	shift.view->helps[0].counter = 1;
	expect_tap(&shift, "help.take", SHIFT_NOTHING, 0);
	expect_tap(&shift, "help.JUAL", SHIFT_NOTHING, 0);
	shift.view->helps[0].counter = 2;
	expect_tap(&shift, "help.JUAL", SHIFT_HELP_ISSUE, MODEL_JUAL);
	expect_tap(&shift, "help.done", SHIFT_HELP_DONE, 0);
	shift.office->services[MODEL_JUAL].reception = true;
	expect_tap(&shift, "help.JUAL", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

static void test_space_is_the_blue_button_whatever_has_the_focus(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	assert_int_equal(do_event(&shift, UI_KEY, "space", true).act, SHIFT_STEP);
	assert_int_equal(do_event(&shift, UI_KEY, "return", true).act, SHIFT_RECALL);
	shift_finish(&shift);
}

static void test_menu(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	expect_tap(&shift, "desk.state", SHIFT_MENU, 0);
	expect_key(&shift, "s", SHIFT_MENU, 0);
	/* One press too many of what closes sheets and forms opens nothing. */
	expect_key(&shift, "escape", SHIFT_NOTHING, 0);
	shift.menu = true;
	expect_tap(&shift, "menu.open", SHIFT_NOTHING, 0);
	expect_tap(&shift, "menu.break", SHIFT_SHEET, SHEET_BREAK);
	expect_tap(&shift, "menu.close", SHIFT_CLOSE, 0);
	expect_tap(&shift, "menu.outside", SHIFT_MENU, 0);
	expect_key(&shift, "i", SHIFT_SHEET, SHEET_BREAK);
	expect_key(&shift, "t", SHIFT_CLOSE, 0);
	expect_key(&shift, "escape", SHIFT_MENU, 0);
	expect_key(&shift, "s", SHIFT_SHEET, SHEET_RELIEF);
	/* The blue button is in sight and goes on; the rest of the desk below is dead. */
	expect_key(&shift, "space", SHIFT_STEP, 0);
	expect_key(&shift, "a", SHIFT_NOTHING, 0);
	expect_tap(&shift, "desk.step", SHIFT_NOTHING, 0);
	shift.page = SHIFT_PAGE_REPORT;
	expect_key(&shift, "space", SHIFT_NOTHING, 0);
	shift.page = SHIFT_PAGE_QUEUE;
	model_serving(&shift);
	expect_tap(&shift, "menu.close", SHIFT_NOTHING, 0);
	expect_key(&shift, "t", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

/* The menu's key is shown where it opens the menu, and nowhere else. */
static void test_the_menu_has_its_key_where_it_is_shown(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	assert_true(shows(&shift, "S"));
	shift.view->counters[1].state = VIEW_CLOSED;
	assert_true(shows(&shift, "S"));
	expect_key(&shift, "s", SHIFT_MENU, 0);
	shift.page = SHIFT_PAGE_REPORT;
	assert_false(shows(&shift, "S"));
	expect_key(&shift, "s", SHIFT_NOTHING, 0);
	expect_tap(&shift, "desk.state", SHIFT_MENU, 0);
	shift_finish(&shift);
}

static void test_closed(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.view->counters[1].state = VIEW_CLOSED;
	expect_tap(&shift, "desk.leave", SHIFT_LEAVE, 0);
	expect_key(&shift, "escape", SHIFT_LEAVE, 0);
	expect_key(&shift, "space", SHIFT_STEP, 0);
	shift.menu = true;
	expect_key(&shift, "escape", SHIFT_MENU, 0);
	expect_tap(&shift, "menu.open", SHIFT_OPEN, 0);
	shift_finish(&shift);
}

static void test_slip(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	expect_tap(&shift, "strip.reprint", SHIFT_NOTHING, 0);
	struct view_device *printer = model_printer(&shift, RESULT_PAPER_OUT, false);
	printer->unsure_slips = 1;
	printer->unsure_ticket = 7;
	text_copy(printer->unsure_number, sizeof(printer->unsure_number), "K007");
	expect_tap(&shift, "strip.reprint", SHIFT_REPRINT, 0);
	expect_tap(&shift, "strip.settle", SHIFT_SETTLE, 0);
	shift_finish(&shift);
}

/* One of the states a clerk touches. */
static void model_state(struct shift *shift, int look)
{
	switch (look) {
	case 0: model_staff(shift); return;
	case 1: model_pin(shift, false); return;
	case 2: model_counters(shift); return;
	default: break;
	}
	model_desk(shift);
	model_queue(shift);
	shift->office->undo_s = 10;
	if (look == 4) {
		model_called(shift);
	} else if (look > 4) {
		model_serving(shift);
	}
	if (look == 6) {
		shift_act(shift, (struct shift_action){SHIFT_LOCK, 0}, 0);
	} else if (look == 7) {
		shift->undo_ms = shift->said_ms = 1000000;
		text_copy(shift->said, sizeof(shift->said), "console.done.held");
	} else if (look == 8) {
		shift->office->stand_by = true;
		shift->view->counters[1].state = VIEW_FREE;
		shift->view->counters[1].ticket.id = 0;
		shift->view->counters[1].stand_by_ms = model_at(10, 30, 0);
		shift->view->waiting_shown = shift->view->waiting_total = 0;
		shift->view->next_number[0] = '\0';
	} else if (look == 9) {
		shift->view->help_count = 1;
		shift->view->helps[0] = (struct help){.id = 1, .state = HELP_TAKEN, .counter = 2};
	}
}

/* look.md §5: at least 44; the inspection knows 20 mm, which are 44 at 2.2 pixels a millimetre. */
static void test_targets_are_large_enough(void **state)
{
	(void)state;
	for (int look = 0; look < 10; look++) {
		struct shift shift;
		struct ui ui;
		struct inspection inspection = {0};
		char name[16];
		model_state(&shift, look);
		golden_start(&ui, "id", 1280, 800);
		ui.ppm = 2.2;
		for (int i = 0; i < 2; i++) {
			ui_begin(&ui, NULL);
			screen_frame(&ui, &shift, model_at(10, 31, 24));
			ui_end(&ui);
		}
		text_format(name, sizeof(name), "state %d", look);
		inspect_targets(&inspection, name, &ui, NULL);
		golden_finish(&ui);
		shift_finish(&shift);
		if (inspection.faults > 0) {
			fail_msg("%s", inspection.words);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_staff),
		cmocka_unit_test(test_pin),
		cmocka_unit_test(test_counters),
		cmocka_unit_test(test_a_recall_says_when),
		cmocka_unit_test(test_desk_acts),
		cmocka_unit_test(test_help_acts),
		cmocka_unit_test(test_space_is_the_blue_button_whatever_has_the_focus),
		cmocka_unit_test(test_menu),
		cmocka_unit_test(test_the_menu_has_its_key_where_it_is_shown),
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_slip),
		cmocka_unit_test(test_targets_are_large_enough),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
