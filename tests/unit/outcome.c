#include "app/queue/outcome.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void test_words_and_back(void **state)
{
	(void)state;
	struct outcome outcome = {OUTCOME_PARTLY, OUTCOME_SEND, OUTCOME_LATER, OUTCOME_NO_SOURCE},
		       read;
	char text[48];
	outcome_write(&outcome, text, sizeof(text));
	assert_string_equal(text, "partly send later");
	assert_true(outcome_read(text, &read));
	assert_int_equal(read.result, OUTCOME_PARTLY);
	assert_int_equal(read.follow, OUTCOME_SEND);
	assert_int_equal(read.data, OUTCOME_LATER);
	outcome.data = OUTCOME_GIVEN;
	outcome.source = OUTCOME_WEBSITE;
	outcome_write(&outcome, text, sizeof(text));
	assert_string_equal(text, "partly send given website");
	int right = 0;
	for (int i = 0; i < OUTCOME_RESULTS * OUTCOME_FOLLOWS; i++) {
		for (int j = 0; j < OUTCOME_DATAS * OUTCOME_SOURCES; j++) {
			outcome.result = (enum outcome_result)(i % OUTCOME_RESULTS);
			outcome.follow = (enum outcome_follow)(i / OUTCOME_RESULTS);
			outcome.data = (enum outcome_data)(j % OUTCOME_DATAS);
			outcome.source = (enum outcome_source)(j / OUTCOME_DATAS);
			outcome_write(&outcome, text, sizeof(text));
			right += outcome_read(text, &read) &&
				 memcmp(&read, &outcome, sizeof(read)) == 0;
		}
	}
	assert_int_equal(right, 288); /* all but those of nothing said */
}

static void test_each_is_counted(void **state)
{
	(void)state;
	const struct outcome given = {
		OUTCOME_SERVED, OUTCOME_NOTHING, OUTCOME_GIVEN, OUTCOME_MICRODATA};
	const struct outcome later = {
		OUTCOME_PARTLY, OUTCOME_SEND, OUTCOME_LATER, OUTCOME_NO_SOURCE};
	struct outcome_counts counts = {0}, sum = {0};
	outcome_count(&counts, &given);
	outcome_count(&counts, &given);
	outcome_count(&counts, &later);
	outcome_add(&sum, &counts);
	outcome_add(&sum, &counts);
	assert_int_equal(sum.results[OUTCOME_SERVED], 4);
	assert_int_equal(sum.results[OUTCOME_PARTLY], 2);
	assert_int_equal(sum.datas[OUTCOME_GIVEN], 4);
	assert_int_equal(sum.datas[OUTCOME_LATER], 2);
	assert_int_equal(sum.sources[OUTCOME_MICRODATA], 4);
	assert_int_equal(sum.sources[OUTCOME_NO_SOURCE], 2);
	assert_int_equal(sum.sources[OUTCOME_MAP], 0);
}

static void test_other_words_are_none(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "served", "unsaid nothing none", "served send",
		"served nothing given ", "Served nothing given", "partly  send later",
		"served nothing given none", "served nothing given rumour"};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct outcome read = {.result = OUTCOME_SERVED, .data = OUTCOME_GIVEN};
		assert_false(outcome_read(texts[i], &read));
		assert_int_equal(read.result, OUTCOME_UNSAID);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_and_back),
		cmocka_unit_test(test_each_is_counted),
		cmocka_unit_test(test_other_words_are_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
