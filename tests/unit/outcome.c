#include "app/queue/outcome.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void test_words_and_back(void **state)
{
	(void)state;
	struct outcome outcome = {OUTCOME_PARTLY, OUTCOME_SEND, OUTCOME_LATER}, read;
	char text[48];
	outcome_write(&outcome, text, sizeof(text));
	assert_string_equal(text, "partly send later");
	assert_true(outcome_read(text, &read));
	assert_int_equal(read.result, OUTCOME_PARTLY);
	assert_int_equal(read.follow, OUTCOME_SEND);
	assert_int_equal(read.data, OUTCOME_LATER);
	int right = 0;
	for (int i = 0; i < OUTCOME_RESULTS * OUTCOME_FOLLOWS * OUTCOME_DATAS; i++) {
		outcome.result = (enum outcome_result)(i % OUTCOME_RESULTS);
		outcome.follow = (enum outcome_follow)(i / OUTCOME_RESULTS % OUTCOME_FOLLOWS);
		outcome.data = (enum outcome_data)(i / OUTCOME_RESULTS / OUTCOME_FOLLOWS);
		outcome_write(&outcome, text, sizeof(text));
		right += outcome_read(text, &read) && memcmp(&read, &outcome, sizeof(read)) == 0;
	}
	assert_int_equal(right, 48); /* all but those of nothing said */
}

static void test_other_words_are_none(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "served", "unsaid nothing none", "served send",
		"served nothing given ", "Served nothing given", "partly  send later"};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct outcome read = {OUTCOME_SERVED, OUTCOME_SEND, OUTCOME_GIVEN};
		assert_false(outcome_read(texts[i], &read));
		assert_int_equal(read.result, OUTCOME_UNSAID);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_and_back),
		cmocka_unit_test(test_other_words_are_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
