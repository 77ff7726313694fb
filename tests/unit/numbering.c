#include "app/queue/numbering.h"
#include "tests/unit/check.h"

static void assert_number(const char *prefix, int sequence, const char *wanted)
{
	char number[TICKET_NUMBER_SIZE];
	numbering_format(prefix, sequence, number);
	assert_string_equal(number, wanted);
}

static void writes_at_least_three_digits(void **state)
{
	(void)state;
	assert_number("K", 1, "K001");
	assert_number("K", 99, "K099");
	assert_number("K", 999, "K999");
	assert_number("K", 1000, "K1000");
	assert_number("ABC", 999999, "ABC999999");
}

static void assert_parts(const char *number, const char *wanted_prefix, int wanted_sequence)
{
	char prefix[OFFICE_PREFIX_SIZE];
	int sequence;
	assert_true(numbering_parse(number, prefix, &sequence));
	assert_string_equal(prefix, wanted_prefix);
	assert_int_equal(sequence, wanted_sequence);
}

static void reads_as_people_type(void **state)
{
	(void)state;
	assert_parts("k7", "K", 7);
	assert_parts("K007", "K", 7);
	assert_parts("K 007", "K", 7);
	assert_parts("pk12", "PK", 12);
	assert_parts("ABC1000", "ABC", 1000);
}

static void refuses_the_rest(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "K", "7", " K7", "K7 ", "K-7", "K0", "K000", "K7a",
		"KKKK7", "K1000000", "K99999999999999999999",
		("\xC3\x89"
		 "7"),
		"K+7"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		char prefix[OFFICE_PREFIX_SIZE] = "?";
		int sequence = -5;
		assert_false(numbering_parse(wrong[i], prefix, &sequence));
		assert_string_equal(prefix, "?");
		assert_int_equal(sequence, -5);
	}
}

static void every_number_goes_there_and_back(void **state)
{
	(void)state;
	for (int sequence = 1; sequence <= 20000; sequence++) {
		char number[TICKET_NUMBER_SIZE];
		numbering_format("PK", sequence, number);
		assert_parts(number, "PK", sequence);
	}
}

/* A full thousand, and a thousand numbers at least that may be on paper. */
static void leaves_out_what_may_be_on_paper(void **state)
{
	static const int rows[][2] = {
		{0, 1000}, {1, 2000}, {12, 2000}, {999, 2000}, {1000, 2000}, {1001, 3000}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(numbering_skip(rows[i][0]), rows[i][1]);
		assert_true(numbering_skip(rows[i][0]) - rows[i][0] >= 1000);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_at_least_three_digits),
		cmocka_unit_test(reads_as_people_type),
		cmocka_unit_test(refuses_the_rest),
		cmocka_unit_test(every_number_goes_there_and_back),
		cmocka_unit_test(leaves_out_what_may_be_on_paper),
	};
	return cmocka_run_group_tests_name("numbering", tests, NULL, NULL);
}
