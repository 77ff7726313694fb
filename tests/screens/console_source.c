#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Out of which source data came that a visitor was given: asked where the office wants it. */
static const int64_t NOW = 1000000;

/* K007 was served and has left; what came of it is asked. */
static void finish(struct shift *shift)
{
	hand_finish(shift, NOW);
	assert_int_equal(shift->sheet.kind, SHEET_OUTCOME);
}

static void start(struct shift *shift, bool asks)
{
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
	shift->office->asks_source = asks;
	finish(shift);
}

static void choose(struct shift *shift, int index)
{
	hand_act(shift, SHIFT_SHEET_CHOOSE, index, NOW);
}

static struct outcome said(struct shift *shift)
{
	struct desk_request request = hand_take(shift, DESK_NOTE_OUTCOME);
	assert_int_equal(request.id, 7);
	hand_answer(shift, &request, RESULT_OK, NOW);
	return request.outcome;
}

static void test_it_is_asked_of_data_given(void **state)
{
	struct shift shift;
	(void)state;
	start(&shift, true);
	choose(&shift, 0); /* served */
	hand_take_none(&shift);
	assert_int_equal(shift.sheet.kind, SHEET_SOURCE);
	choose(&shift, 4);
	struct outcome outcome = said(&shift);
	assert_int_equal(outcome.result, OUTCOME_SERVED);
	assert_int_equal(outcome.data, OUTCOME_GIVEN);
	assert_int_equal(outcome.source, OUTCOME_WEBSITE);
	finish(&shift);
	choose(&shift, 1); /* in part */
	choose(&shift, OUTCOME_SEND);
	choose(&shift, OUTCOME_GIVEN);
	choose(&shift, 1);
	outcome = said(&shift);
	assert_int_equal(outcome.follow, OUTCOME_SEND);
	assert_int_equal(outcome.source, OUTCOME_MICRODATA);
	shift_finish(&shift);
}

/* The last answer takes back that any were given. */
static void test_no_data_have_no_source(void **state)
{
	struct shift shift;
	(void)state;
	start(&shift, true);
	choose(&shift, 0);
	choose(&shift, OUTCOME_SOURCES - 1);
	struct outcome outcome = said(&shift);
	assert_int_equal(outcome.data, OUTCOME_NO_DATA);
	assert_int_equal(outcome.source, OUTCOME_NO_SOURCE);
	finish(&shift);
	choose(&shift, 1);
	choose(&shift, OUTCOME_NOTHING);
	choose(&shift, OUTCOME_MISSING);
	outcome = said(&shift);
	assert_int_equal(outcome.data, OUTCOME_MISSING);
	shift_finish(&shift);
}

static void test_elsewhere_it_is_not_asked(void **state)
{
	struct shift shift;
	(void)state;
	start(&shift, false);
	choose(&shift, 0);
	struct outcome outcome = said(&shift);
	assert_int_equal(outcome.data, OUTCOME_GIVEN);
	assert_int_equal(outcome.source, OUTCOME_NO_SOURCE);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_it_is_asked_of_data_given),
		cmocka_unit_test(test_no_data_have_no_source),
		cmocka_unit_test(test_elsewhere_it_is_not_asked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
