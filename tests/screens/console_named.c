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
		cmocka_unit_test(test_says_them_where_a_counter_is_chosen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
