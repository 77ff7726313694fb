/* What the list of those who wait says to a counter that does not serve them all. */
#include "app/base/text.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static bool says(const struct shift *shift, const char *words)
{
	return looks_says(shift, model_at(10, 31, 24), words);
}

/* Sale is counter 1's; the first of the others is marked as the next one. */
static void test_other_counters_numbers_are_marked(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(10, 24, 0), TICKET_NEVER);
	assert_true(says(&shift, "berikutnya"));
	assert_false(says(&shift, "loket lain"));
	model_wait(&shift, "J005", MODEL_JUAL, model_at(10, 25, 0), model_at(10, 27, 12));
	assert_true(says(&shift, "loket lain"));
	shift_finish(&shift);
}

/* A number that was sent to one counter is another's for the rest, though they serve its service.
 */
static void test_a_number_sent_elsewhere_is_marked(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(10, 24, 0), TICKET_NEVER);
	shift.view->waiting[0].only = 2;
	assert_false(says(&shift, "loket lain"));
	shift.view->waiting[0].only = 3;
	assert_true(says(&shift, "loket lain"));
	shift_finish(&shift);
}

/* A counter on break calls nobody; a closed one serves nothing yet. */
static void test_nothing_is_next_where_nobody_is_called(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	shift.view->counters[1].state = VIEW_BREAK;
	assert_false(says(&shift, "berikutnya"));
	assert_true(says(&shift, "loket lain"));
	shift.view->counters[1].state = VIEW_CLOSED;
	assert_false(says(&shift, "berikutnya"));
	assert_false(says(&shift, "loket lain"));
	shift_finish(&shift);
}

/* Behind more of other counters' numbers than there is room for. */
static void test_the_next_one_is_always_in_sight(void **state)
{
	(void)state;
	struct shift shift;
	char number[TICKET_NUMBER_SIZE];
	model_desk(&shift);
	for (int i = 0; i < 20; i++) {
		text_format(number, sizeof(number), "J%03d", i + 1);
		model_wait(&shift, number, MODEL_JUAL, model_at(10, i, 0), TICKET_NEVER);
	}
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(10, 24, 0), model_at(10, 24, 6));
	model_wait(&shift, "D007", MODEL_DTSEN, model_at(10, 25, 0), TICKET_NEVER);
	assert_true(says(&shift, "berikutnya"));
	assert_true(says(&shift, "7 menit")); /* D006 itself */
	assert_false(says(&shift, "D007"));
	looks_show_one(&shift, model_at(10, 31, 24), "console-waiting-behind", "id", true);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_counters_numbers_are_marked),
		cmocka_unit_test(test_a_number_sent_elsewhere_is_marked),
		cmocka_unit_test(test_nothing_is_next_where_nobody_is_called),
		cmocka_unit_test(test_the_next_one_is_always_in_sight),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
