#include "app/queue/attempt.h"
#include "tests/unit/check.h"

static const struct attempt_rule three_in_ten = {3, 10};

static void a_few_tries_in_a_span(void **state)
{
	(void)state;
	static const struct {
		int64_t now;
		bool allowed;
	} rows[] = {
		{100, true}, {105, true}, {109, true}, {109, false}, {109, false},
		{110, true}, /* the span of the first is over */
		{111, true}, {112, true}, {119, false}, {130, true},
		{50, true}, /* the clock was set back */
	};
	struct attempt attempt = {0};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		bool allowed = attempt_is_allowed(&attempt, &three_in_ten, rows[i].now);
		if (allowed != rows[i].allowed) {
			fail_msg("row %zu", i);
		}
		if (allowed) {
			attempt_add(&attempt, &three_in_ten, rows[i].now);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_few_tries_in_a_span)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
