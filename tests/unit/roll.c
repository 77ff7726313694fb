#include "app/queue/roll.h"
#include "tests/unit/check.h"

#include <limits.h>

static void slips_are_measured_in_whole_millimetres(void **state)
{
	(void)state;
	assert_int_equal(roll_mm(-1), 0);
	assert_int_equal(roll_mm(0), 0);
	assert_int_equal(roll_mm(1), 1);
	assert_int_equal(roll_mm(8), 1);
	assert_int_equal(roll_mm(9), 2);
	assert_int_equal(roll_mm(1200), 150);
}

static void narrow_heads_have_short_rolls(void **state)
{
	(void)state;
	assert_int_equal(roll_usual_mm(384), 12000);
	assert_int_equal(roll_usual_mm(432), 12000);
	assert_int_equal(roll_usual_mm(512), 80000);
	assert_int_equal(roll_usual_mm(576), 80000);
}

static void what_is_left_follows_the_mean_slip(void **state)
{
	(void)state;
	struct roll roll = {.length_mm = 80000};
	assert_int_equal(roll_slips_left(&roll), ROLL_UNKNOWN);
	roll_feed(&roll, 100);
	assert_int_equal(roll_mean_mm(&roll), 100);
	assert_int_equal(roll_slips_left(&roll), 799);
	roll_feed(&roll, 201);
	assert_int_equal(roll.fed_mm, 301);
	assert_int_equal(roll.slips, 2);
	assert_int_equal(roll_mean_mm(&roll), 151);
	assert_int_equal(roll_slips_left(&roll), 527); /* 79699 / 151 */
	roll.length_mm = 0;
	assert_int_equal(roll_slips_left(&roll), ROLL_UNKNOWN);
}

static void more_than_a_roll_leaves_none(void **state)
{
	(void)state;
	struct roll roll = {.length_mm = 1000, .fed_mm = 900, .slips = 9};
	assert_int_equal(roll_slips_left(&roll), 1);
	roll_feed(&roll, 100);
	assert_int_equal(roll_slips_left(&roll), 0);
	roll_feed(&roll, 100);
	assert_int_equal(roll_slips_left(&roll), 0);
}

/* A damaged store may hold anything. */
static void odd_numbers_do_no_harm(void **state)
{
	(void)state;
	struct roll roll = {.length_mm = INT_MAX, .fed_mm = INT64_MAX, .slips = 1};
	assert_int_equal(roll_mean_mm(&roll), INT_MAX);
	assert_int_equal(roll_slips_left(&roll), 0);
	roll = (struct roll){.length_mm = 80000, .fed_mm = -5, .slips = 3};
	assert_int_equal(roll_mean_mm(&roll), 0);
	assert_int_equal(roll_slips_left(&roll), ROLL_UNKNOWN);
	roll.slips = INT_MAX;
	roll_feed(&roll, 100);
	assert_int_equal(roll.slips, INT_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_are_measured_in_whole_millimetres),
		cmocka_unit_test(narrow_heads_have_short_rolls),
		cmocka_unit_test(what_is_left_follows_the_mean_slip),
		cmocka_unit_test(more_than_a_roll_leaves_none),
		cmocka_unit_test(odd_numbers_do_no_harm),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
