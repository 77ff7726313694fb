/* The table of Krejcie and Morgan (1970), as far as it is quoted, and what lies beyond it. */
#include "app/feedback/sample.h"
#include "tests/unit/check.h"

static void the_classical_table(void **state)
{
	static const int64_t rows[][2] = {{10, 10}, {20, 19}, {30, 28}, {50, 44}, {75, 63},
		{100, 80}, {150, 108}, {200, 132}, {250, 152}, {300, 169}, {400, 196}, {500, 217},
		{750, 254}, {1000, 278}, {1500, 306}, {2000, 322}, {5000, 357}, {10000, 370},
		{100000, 383}, {1000000, 384}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(sample_size(rows[i][0]), rows[i][1]);
	}
}

static void the_ends(void **state)
{
	(void)state;
	assert_int_equal(sample_size(-1), 0);
	assert_int_equal(sample_size(0), 0);
	assert_int_equal(sample_size(1), 1);
	assert_int_equal(sample_size(INT64_C(1000000000000)), 384);
	assert_int_equal(sample_size(INT64_MAX), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_classical_table),
		cmocka_unit_test(the_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
