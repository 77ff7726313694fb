#include "app/console/screen.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/grey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Nothing at the counter is told by colour alone. */
static void add(struct grey *grey, struct shift *shift, bool contrast, int64_t now)
{
	struct ui ui;
	golden_start(&ui, "id", 1280, 800);
	ui.theme = contrast ? &theme_contrast : &theme_light;
	for (int i = 0; i < 2; i++) {
		ui_begin(&ui, NULL);
		screen_frame(&ui, shift, now);
		ui_end(&ui);
	}
	grey_add(grey, &ui);
	golden_finish(&ui);
	shift_finish(shift);
}

/* On time, in its last three minutes, late: the digits of the clock are not looked at. */
static void test_the_promise(void **state)
{
	(void)state;
	for (int contrast = 0; contrast < 2; contrast++) {
		struct grey grey = {.of = "the promise"};
		static const int minutes[] = {36, 43, 46};
		for (size_t i = 0; i < sizeof(minutes) / sizeof(minutes[0]); i++) {
			struct shift shift;
			model_desk(&shift);
			model_called(&shift);
			shift.view->now_ms = model_at(10, minutes[i], 0);
			add(&grey, &shift, contrast, shift.view->now_ms);
		}
		grey_finish(&grey);
	}
}

static void test_the_counter(void **state)
{
	(void)state;
	for (int contrast = 0; contrast < 2; contrast++) {
		struct grey grey = {.of = "the counter"};
		for (int i = VIEW_CLOSED; i <= VIEW_BREAK; i++) {
			struct shift shift;
			model_desk(&shift);
			if (i == VIEW_CALLED) {
				model_called(&shift);
			} else if (i == VIEW_SERVING) {
				model_serving(&shift);
			}
			shift.view->counters[1].state = (enum view_counter_state)i;
			add(&grey, &shift, contrast, model_at(10, 37, 0));
		}
		grey_finish(&grey);
	}
}

static void test_the_printer(void **state)
{
	(void)state;
	for (int contrast = 0; contrast < 2; contrast++) {
		struct grey grey = {.of = "the printer"};
		static const enum result reasons[] = {
			RESULT_OK, RESULT_OK, RESULT_PAPER_OUT, RESULT_DEVICE_MISSING};
		for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
			struct shift shift;
			model_desk(&shift);
			model_printer(&shift, reasons[i], i == 1);
			add(&grey, &shift, contrast, model_at(10, 31, 24));
		}
		grey_finish(&grey);
	}
}

static void test_who_has_priority(void **state)
{
	(void)state;
	for (int contrast = 0; contrast < 2; contrast++) {
		struct grey grey = {.of = "priority"};
		for (int i = 0; i < 2; i++) {
			struct shift shift;
			model_desk(&shift);
			model_queue(&shift);
			shift.view->waiting[0].priority = i == 0 ? TICKET_ORDINARY : TICKET_ELDERLY;
			add(&grey, &shift, contrast, model_at(10, 31, 24));
		}
		grey_finish(&grey);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_promise),
		cmocka_unit_test(test_the_counter),
		cmocka_unit_test(test_the_printer),
		cmocka_unit_test(test_who_has_priority),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
