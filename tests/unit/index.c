/* Indices by hand: the boundaries of the grades, the three weights, what is missing. */
#include "app/feedback/index.h"
#include "app/feedback/instrument.h"
#include "tests/unit/check.h"

/* One element with that mean: index = 25 × sum / count on a scale to 4. */
static int centi_of(int64_t sum, int64_t count)
{
	const struct index_item item = {sum, count, 1};
	struct index_value value;
	assert_true(index_compute(&item, 1, 4, INDEX_EXACT, &value));
	assert_int_equal(value.items, 1);
	return value.centi;
}

static const struct instrument grades = {
	.grades = {{"A", {"", ""}, 8831}, {"B", {"", ""}, 7661}, {"C", {"", ""}, 6500},
		{"D", {"", ""}, 2500}},
	.grade_count = 4,
};

static void the_boundaries_of_the_grades(void **state)
{
	static const struct {
		int64_t sum, count;
		int centi;
		const char *grade;
	} rows[] = {
		{32497, 12500, 6499, "D"}, /* 64.994 */
		{12999, 5000, 6500, "C"},  /* 64.995 */
		{19151, 6250, 7660, "C"},  /* 76.604 */
		{15321, 5000, 7661, "B"},  /* 76.605 */
		{22076, 6250, 8830, "B"},  /* 88.304 */
		{17661, 5000, 8831, "A"},  /* 88.305 */
		{4, 1, 10000, "A"},
		{1, 1, 2500, "D"},
		{35324, 10000, 8831, "A"}, /* NRR 3.5324 */
		{3532, 1000, 8830, "B"},
		{30644, 10000, 7661, "B"},
		{3064, 1000, 7660, "C"},
		{26, 10, 6500, "C"},
		{25996, 10000, 6499, "D"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int centi = centi_of(rows[i].sum, rows[i].count);
		assert_int_equal(centi, rows[i].centi);
		assert_string_equal(instrument_grade(&grades, centi)->letter, rows[i].grade);
	}
}

static void fill(struct index_item items[9], int64_t count, int64_t first, int64_t others)
{
	for (int i = 0; i < 9; i++) {
		items[i] = (struct index_item){i == 0 ? first : others, count, 1};
	}
}

static int weighed(const struct index_item items[9], enum index_weight weight)
{
	struct index_value value;
	assert_true(index_compute(items, 9, 4, weight, &value));
	assert_int_equal(value.items, 9);
	return value.centi;
}

/* The same 29 sheets of nine answers: 955 points. */
static void three_weights_give_three_numbers(void **state)
{
	struct index_item items[9];
	(void)state;
	fill(items, 29, 107, 106);
	assert_int_equal(weighed(items, INDEX_EXACT), 9148);
	assert_int_equal(weighed(items, INDEX_2_DECIMALS), 9056);
	assert_int_equal(weighed(items, INDEX_3_DECIMALS), 9138);
	fill(items, 7, 28, 28);
	assert_int_equal(weighed(items, INDEX_EXACT), 10000);
	assert_int_equal(weighed(items, INDEX_2_DECIMALS), 9900);
	assert_int_equal(weighed(items, INDEX_3_DECIMALS), 9990);
	fill(items, 7, 7, 7);
	assert_int_equal(weighed(items, INDEX_EXACT), 2500);
}

static void a_missing_answer_counts_nowhere(void **state)
{
	struct index_item items[9];
	struct index_value value;
	(void)state;
	fill(items, 2, 8, 8);
	items[3] = (struct index_item){0, 0, 1}; /* nobody was asked for a fee */
	assert_true(index_compute(items, 9, 4, INDEX_EXACT, &value));
	assert_int_equal(value.items, 8);
	assert_int_equal(value.centi, 10000);
	assert_true(index_compute(items, 9, 4, INDEX_3_DECIMALS, &value));
	assert_int_equal(value.centi, 10000); /* 1/8 = 0.125 */
	/* Elements with other numbers of answers. */
	const struct index_item uneven[] = {{3, 1, 1}, {7, 2, 1}, {10, 3, 1}};
	assert_true(index_compute(uneven, 3, 4, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 8194); /* (3 + 3.5 + 3.333…) / 3 × 25 = 81.944… */
	fill(items, 0, 0, 0);
	assert_false(index_compute(items, 9, 4, INDEX_EXACT, &value));
	assert_false(index_compute(items, 0, 4, INDEX_EXACT, &value));
}

/* The survey's old index of importance and satisfaction: 8.9722 of 10. */
static void importance_is_a_weight(void **state)
{
	const struct index_item items[] = {{8, 1, 9}, {9, 1, 9}, {10, 1, 8}, {9, 1, 10}};
	struct index_value value;
	(void)state;
	assert_true(index_compute(items, 4, 10, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 8972);
}

static void a_scale_to_ten(void **state)
{
	struct index_item items[11];
	struct index_value value;
	(void)state;
	for (int i = 0; i < 11; i++) {
		items[i] = (struct index_item){i < 5 ? 19 : 18, 2, 1};
	}
	assert_true(index_compute(items, 11, 10, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 9227); /* 9.22727… */
}

/* Halves that no number of the computer's own holds: 24 elements with counts that share nothing. */
static void large_numbers_are_exact(void **state)
{
	static const int64_t primes[] = {99999989, 99999971, 99999959, 99999941, 99999931, 99999847,
		99999839, 99999827, 99999821, 99999787, 99999773, 99999721};
	struct index_item items[24];
	struct index_value value;
	(void)state;
	for (int i = 0; i < 24; i++) {
		int64_t count = primes[i % 12] - i / 12 * 2;
		items[i] = (struct index_item){2 * count, count, 1};
	}
	assert_true(index_compute(items, 24, 4, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 5000);
	items[0].sum--;
	assert_true(index_compute(items, 24, 4, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 5000);
	/* 62.495 and one answer less in a hundred million. */
	struct index_item one = {49996000 * 5, INDEX_COUNT_MAX, 1};
	assert_true(index_compute(&one, 1, 4, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 6250); /* 62.495 */
	one.sum--;
	assert_true(index_compute(&one, 1, 4, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 6249);
}

static void numbers_out_of_bounds_have_no_index(void **state)
{
	static const struct index_item wrong[] = {{5, 1, 1}, {-1, 1, 1}, {1, -1, 1}, {1, 1, 0},
		{1, 1, 1001}, {1, INDEX_COUNT_MAX + 1, 1}};
	const struct index_item right = {1, 1, 1};
	struct index_value value;
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_false(index_compute(&wrong[i], 1, 4, INDEX_EXACT, &value));
	}
	assert_false(index_compute(&right, 1, 0, INDEX_EXACT, &value));
	assert_false(index_compute(&right, 1, 11, INDEX_EXACT, &value));
}

static void a_weight_is_printed(void **state)
{
	char text[16];
	enum index_weight weight;
	(void)state;
	assert_string_equal(index_weight_text(INDEX_EXACT, 9, text, sizeof text), "1/9");
	assert_string_equal(index_weight_text(INDEX_2_DECIMALS, 9, text, sizeof text), "0.11");
	assert_string_equal(index_weight_text(INDEX_3_DECIMALS, 9, text, sizeof text), "0.111");
	assert_string_equal(index_weight_text(INDEX_3_DECIMALS, 8, text, sizeof text), "0.125");
	assert_string_equal(index_weight_text(INDEX_EXACT, 0, text, sizeof text), "");
	for (int i = 0; i < INDEX_WEIGHTS; i++) {
		assert_true(index_weight_find(index_weight_name((enum index_weight)i), &weight));
		assert_int_equal(weight, i);
	}
	assert_false(index_weight_find("0.11", &weight));
}

static void means_are_rounded_half_up(void **state)
{
	(void)state;
	assert_int_equal(index_round(106, 1000, 29), 3655); /* 3.65517 */
	assert_int_equal(index_round(1, 100, 8), 13);       /* 0.125 */
	assert_int_equal(index_round(0, 100, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_boundaries_of_the_grades),
		cmocka_unit_test(three_weights_give_three_numbers),
		cmocka_unit_test(a_missing_answer_counts_nowhere),
		cmocka_unit_test(importance_is_a_weight),
		cmocka_unit_test(a_scale_to_ten),
		cmocka_unit_test(large_numbers_are_exact),
		cmocka_unit_test(numbers_out_of_bounds_have_no_index),
		cmocka_unit_test(a_weight_is_printed),
		cmocka_unit_test(means_are_rounded_half_up),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
