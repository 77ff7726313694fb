/* Counters with a name beside their number: at the desk, in the room, where one is chosen. */
#include "app/base/text.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;

/* Counter 1 has a short name, 2 a long one, 3 none. */
static void name_counters(struct shift *shift)
{
	static const char *const names[][OFFICE_LANGUAGES] = {
		{"Kasir", "Cashier"}, {"Konsultasi dan Perpustakaan", "Advice and library"}};
	for (size_t i = 0; i < 2; i++) {
		for (int k = 0; k < OFFICE_LANGUAGES; k++) {
			text_copy(shift->office->counters[i].name[k], OFFICE_COUNTER_SIZE,
				names[i][k]);
		}
	}
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_serving(&shift);
	model_queue(&shift);
	name_counters(&shift);
	looks_show(&shift, "named-desk");
	looks_press(&shift, "o");
	assert_int_equal(shift.hall.page, HALL_ROOM);
	looks_show(&shift, "named-room");
	shift_finish(&shift);
	model_counters(&shift);
	name_counters(&shift);
	looks_show(&shift, "named-counters");
	shift_finish(&shift);
}

/* A head has a page more in the bar, and on another page than the queue's the clock of the promise
 * and a call for help stand there: the name is short, the menu has all of it. */
static void test_a_bar_with_little_room(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_late(&shift);
	name_counters(&shift);
	shift.staff[shift.chosen].role = DESK_HEAD;
	shift.view->help_count = 1;
	shift.view->helps[0] =
		(struct help){.id = 6, .state = HELP_ASKED, .asked_ms = model_at(10, 30, 2)};
	looks_press(&shift, "f4");
	looks_show_one(&shift, model_at(10, 51, 24), "console-named-page", "id", true);
	looks_show_one(&shift, model_at(12, 4, 24), "console-named-page-late", "en", false);
	looks_press(&shift, "f2");
	looks_press(&shift, "s");
	assert_true(looks_says(&shift, NOW, "Konsultasi\u2026"));
	assert_true(looks_says(&shift, NOW, "Loket 2 · Konsultasi dan")); /* in two lines */
	assert_true(looks_says(&shift, NOW, "Perpustakaan"));
	shift_finish(&shift);
}

/* The mark of training under a short name has its room beside a long one of the counter. */
static void test_a_training_keeps_its_mark(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	name_counters(&shift);
	shift.training = true;
	text_copy(shift.staff[shift.chosen].name, OFFICE_NAME_SIZE, "Ani");
	looks_show_one(&shift, NOW, "console-named-training", "id", false);
	looks_show_one(&shift, NOW, "console-named-training", "en", false);
	shift_finish(&shift);
}

static void test_says_them_where_a_counter_is_chosen(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	name_counters(&shift);
	assert_true(looks_says(&shift, NOW, "Loket 1 · Kasir"));
	assert_true(looks_says(&shift, NOW, "Loket 3"));
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_a_bar_with_little_room),
		cmocka_unit_test(test_a_training_keeps_its_mark),
		cmocka_unit_test(test_says_them_where_a_counter_is_chosen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
