/*
 * Each act of the store is killed at every change it makes to a file, and the store opened again:
 * it must be as before the act or as after it, as after it when the act had been acknowledged, and
 * all invariants must hold.
 */
#include "app/base/text.h"
#include "tests/store/invariants.h"
#include "tests/store/killer.h"
#include "tests/store/kills.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void acts_are_whole_or_nothing(void **state)
{
	for (size_t i = 0; i < morning_act_count; i++) {
		kills_at(*state, &morning_acts[i], 0);
	}
}

static bool create_killed(const struct stage *stage, long nth)
{
	char office[512], error[512];
	stage_office_file(office, sizeof office);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		killer_arm(nth);
		_exit(desk_create(stage->store, office, true, "2026-11-23T07:30:00", error,
			      sizeof error) == RESULT_OK
				? 0
				: 1);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status);
}

static void creation_is_whole_or_nothing(void **state)
{
	(void)state;
	bool killed = true;
	int missing = 0, there = 0;
	for (long nth = 1; killed && nth < KILLS_MANY; nth++) {
		struct stage stage;
		struct stat status;
		char wrong[300];
		stage_init(&stage);
		killed = create_killed(&stage, nth);
		if (stat(stage.store, &status) != 0) {
			missing++;
			stage_create(&stage, "2026-11-23T07:30:00");
		} else {
			there++;
		}
		desk_close(stage_desk(&stage, "08:00:00"));
		assert_true(invariants_hold(stage.store, wrong, sizeof wrong));
		stage_finish(&stage);
	}
	assert_false(killed);
	assert_true(missing > 10 && there > 1);
	print_message("creation killed at %d changes: %d undone, %d done\n", missing + there - 1,
		missing, there - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			acts_are_whole_or_nothing, morning_set_up, stage_tear_down),
		cmocka_unit_test(creation_is_whole_or_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
