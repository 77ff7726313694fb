/* The acts that the morning does not do are killed too: at some of the changes they make to a file,
 * since how a change becomes durable is shown by store/kill; here, that each act is one. */
#include "tests/store/kills.h"
#include "tests/store/rarer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { POINTS = 6 };

static void rarer_acts_are_whole_or_nothing(void **state)
{
	for (size_t i = 0; i < rarer_act_count; i++) {
		struct stage stage;
		rarer_copy(*state, &rarer_acts[i], &stage);
		kills_at(&stage, &rarer_acts[i].act, POINTS);
		stage_finish(&stage);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			rarer_acts_are_whole_or_nothing, rarer_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
