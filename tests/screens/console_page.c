#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The pages of the top bar: ways to them and back, and what of the queue stays in sight. */
static const int64_t NOW = 1000000;

static struct shift_action press(
	const struct shift *shift, enum ui_event_kind kind, const char *what)
{
	struct ui ui;
	struct ui_event event = {.kind = kind};
	struct shift_action action = {SHIFT_NOTHING, 0};
	golden_start(&ui, "id", 1280, 800);
	text_copy(event.text, sizeof(event.text), what);
	for (int i = 0; i < 2; i++) {
		ui_begin(&ui, i == 0 ? NULL : &event);
		action = screen_frame(&ui, shift, model_at(10, 31, 24));
		ui_end(&ui);
	}
	golden_finish(&ui);
	return action;
}

static void expect(const struct shift *shift, enum ui_event_kind kind, const char *what,
	enum shift_act act, int index)
{
	struct shift_action action = press(shift, kind, what);
	assert_int_equal(action.act, act);
	assert_int_equal(action.index, index);
}

static void open_report(struct shift *shift)
{
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_REPORT, NOW);
	assert_int_equal(shift->page, SHIFT_PAGE_REPORT);
}

static void test_keys_and_taps_change_the_page(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_wait(&shift, "K008", MODEL_KONS, model_at(10, 25, 0), model_at(10, 29, 3));
	expect(&shift, UI_KEY, "f3", SHIFT_PAGE, SHIFT_PAGE_REPORT);
	expect(&shift, UI_TAP_ID, "page.report", SHIFT_PAGE, SHIFT_PAGE_REPORT);
	open_report(&shift);
	expect(&shift, UI_KEY, "f2", SHIFT_PAGE, SHIFT_PAGE_QUEUE);
	expect(&shift, UI_KEY, "escape", SHIFT_PAGE, SHIFT_PAGE_QUEUE);
	expect(&shift, UI_TAP_ID, "page.queue", SHIFT_PAGE, SHIFT_PAGE_QUEUE);
	expect(&shift, UI_TAP_ID, "bar.clock", SHIFT_PAGE, SHIFT_PAGE_QUEUE);
	/* The desk's own keys and buttons are its page's. */
	expect(&shift, UI_KEY, "space", SHIFT_NOTHING, 0);
	expect(&shift, UI_KEY, "g", SHIFT_NOTHING, 0);
	expect(&shift, UI_TAP_ID, "desk.step", SHIFT_NOTHING, 0);
	expect(&shift, UI_TAP_ID, "desk.state", SHIFT_MENU, 0);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_QUEUE, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	expect(&shift, UI_KEY, "space", SHIFT_STEP, 0);
	shift_finish(&shift);
}

static void test_an_open_menu_keeps_the_page(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.menu = true;
	expect(&shift, UI_KEY, "f3", SHIFT_NOTHING, 0);
	expect(&shift, UI_TAP_ID, "page.report", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

static void test_a_page_that_is_not_there_is_not_opened(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGES, NOW);
	hand_act(&shift, SHIFT_PAGE, -1, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	hand_take_none(&shift);
	shift_finish(&shift);
	model_counters(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_REPORT, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	shift_finish(&shift);
}

/* While the desk is being asked for something else, too. */
static void test_a_page_opens_while_an_answer_is_awaited(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	hand_act(&shift, SHIFT_STEP, 0, NOW);
	hand_take(&shift, DESK_NEXT);
	open_report(&shift);
	hand_take(&shift, DESK_READ_RECORD);
	shift_finish(&shift);
}

/* Somebody is called to this counter by whatever way: that is what the clerk must see. */
static void test_who_is_called_leads_back(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	open_report(&shift);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	hand_show(&shift, view);
	assert_int_equal(shift.page, SHIFT_PAGE_REPORT);
	view->counters[1].state = VIEW_CALLED;
	view->counters[1].ticket = (struct ticket){.id = 9, .number = "K009"};
	hand_show(&shift, view);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	open_report(&shift);
	hand_show(&shift, view);
	assert_int_equal(shift.page, SHIFT_PAGE_REPORT);
	free(view);
	shift_finish(&shift);
}

static void test_a_lost_counter_ends_the_page(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	open_report(&shift);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	text_copy(view->counters[1].staff, sizeof(view->counters[1].staff), "budi");
	hand_show(&shift, view);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	free(view);
	shift_finish(&shift);
}

/* ---- looks ---- */

static void draw(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, model_at(10, 46, 24));
		ui_end(ui);
	}
}

/* A late clock and a call for help, in the widest of words. */
static void make_busy(struct shift *shift)
{
	model_desk(shift);
	shift->view->now_ms = model_at(10, 46, 24);
	shift->view->counters[1].state = VIEW_BREAK;
	model_wait(shift, "K008", MODEL_KONS, model_at(10, 25, 0), model_at(10, 31, 3));
	shift->view->help_count = 1;
	shift->view->helps[0] =
		(struct help){.id = 1, .state = HELP_ASKED, .asked_ms = model_at(10, 45, 2)};
	open_report(shift);
	shift->training = true;
}

static void test_what_calls_stays_in_sight(void **state)
{
	(void)state;
	static const struct {
		int width, height;
		bool contrast;
		const char *language, *name;
	} rows[] = {
		{1280, 800, false, "id", "console-page-bar"},
		{1280, 800, true, "en", "console-page-bar-contrast"},
		{1920, 1080, false, "en", "console-page-bar-wide"},
	};
	struct inspection inspection = {0};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ui ui;
		struct shift shift;
		golden_start(&ui, rows[i].language, rows[i].width, rows[i].height);
		ui.theme = rows[i].contrast ? &theme_contrast : &theme_light;
		make_busy(&shift);
		draw(&ui, &shift);
		inspect_texts(&inspection, rows[i].name, &ui);
		inspect_contrast(&inspection, rows[i].name, &ui);
		golden_text(rows[i].name, &ui.list);
		golden_picture(rows[i].name, &ui.list, rows[i].width, rows[i].height);
		golden_finish(&ui);
		shift_finish(&shift);
	}
	fputs(inspection.words, stderr);
	assert_int_equal(inspection.faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_and_taps_change_the_page),
		cmocka_unit_test(test_an_open_menu_keeps_the_page),
		cmocka_unit_test(test_a_page_that_is_not_there_is_not_opened),
		cmocka_unit_test(test_a_page_opens_while_an_answer_is_awaited),
		cmocka_unit_test(test_who_is_called_leads_back),
		cmocka_unit_test(test_a_lost_counter_ends_the_page),
		cmocka_unit_test(test_what_calls_stays_in_sight),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
