/* A full disk refuses acts and nothing else: looks are answered, nothing is changed or lost, and
 * with room again the same act is done. */
#include "db/fault.h"
#include "tests/store/copy.h"
#include "tests/store/rarer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static void fill_up(const struct stage *base, const struct morning_act *act, bool memory)
{
	struct copy copy;
	struct fault_plan plan = {0};
	struct desk_view *view = calloc(1, sizeof *view);
	char *after = copy_whole_dump(base, act, true);
	copy_init(&copy, base, memory);
	struct desk *desk = copy_desk(&copy, act, &plan);
	char *before = stage_dump(copy.rows);
	plan.full = true;
	for (int i = 0; i < 3; i++) {
		assert_int_equal(act->run(desk), RESULT_STORE_FULL);
		char *dump = stage_dump(copy.rows);
		assert_string_equal(dump, before);
		free(dump);
	}
	/* Looking ends an older day first, which is writing. */
	if (act->run != desk_close_days) {
		assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
		assert_int_equal(view->counter_count, 3);
	}
	plan.full = false;
	assert_int_equal(act->run(desk), RESULT_OK);
	desk_close(desk);
	char *dump = copy_dump(&copy, act);
	assert_string_equal(dump, after);
	free(dump);
	free(before);
	free(after);
	free(view);
	copy_finish(&copy);
}

static void a_full_disk_refuses_acts(void **state)
{
	for (size_t i = 0; i < morning_act_count; i++) {
		fill_up(*state, &morning_acts[i], false);
		fill_up(*state, &morning_acts[i], true);
	}
}

/* In memory only: that a file's disk fills up is shown by the others. */
static void a_full_disk_refuses_rarer_acts(void **state)
{
	for (size_t i = 0; i < rarer_act_count; i++) {
		struct stage stage;
		rarer_copy(*state, &rarer_acts[i], &stage);
		fill_up(&stage, &rarer_acts[i].act, true);
		stage_finish(&stage);
	}
}

static void a_store_without_room_to_open_says_so(void **state)
{
	struct copy copy;
	struct desk *desk;
	struct fault_plan plan = {.full = true};
	copy_init(&copy, *state, false);
	assert_int_equal(copy_try_desk(&copy, &morning_acts[0], &plan, &desk), RESULT_STORE_FULL);
	assert_null(desk);
	plan.full = false;
	desk_close(copy_desk(&copy, &morning_acts[0], &plan));
	copy_finish(&copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_full_disk_refuses_acts, morning_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_full_disk_refuses_rarer_acts, rarer_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_store_without_room_to_open_says_so, morning_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
