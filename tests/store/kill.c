/*
 * Each act of the store is killed at every change it makes to a file, and the store opened again:
 * it must be as before the act or as after it, as after it when the act had been acknowledged, and
 * all invariants must hold.
 */
/* Memory shared between parent and child has no file (MAP_ANONYMOUS). */
#define _DEFAULT_SOURCE
#include "app/base/text.h"
#include "tests/store/invariants.h"
#include "tests/store/killer.h"
#include "tests/store/morning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MANY = 2000 };

/* What the child tells before it dies. */
struct word {
	bool acknowledged;
	enum result result;
};

/* Runs `act` in a child that is killed at its `nth` change; true when it was. */
static bool run_killed(
	const struct stage *stage, const struct morning_act *act, long nth, struct word *word)
{
	*word = (struct word){0};
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct desk *desk = stage_desk(stage, act->time);
		killer_arm(nth);
		word->result = act->run(desk);
		word->acknowledged = true;
		desk_close(desk);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status)) {
		assert_int_equal(WTERMSIG(status), SIGKILL);
		return true;
	}
	assert_int_equal(WEXITSTATUS(status), 0);
	return false;
}

/* The store after somebody has opened it again, as text. */
static char *reopened_dump(const struct stage *stage, const struct morning_act *act)
{
	char wrong[300];
	desk_close(stage_desk(stage, act->time));
	if (!invariants_hold(stage->store, wrong, sizeof wrong)) {
		fail_msg("%s: %s", act->name, wrong);
	}
	return stage_dump(stage);
}

static char *whole_dump(const struct stage *base, const struct morning_act *act, struct word *word)
{
	struct stage stage;
	morning_copy(base, &stage);
	if (act->run != NULL) {
		assert_false(run_killed(&stage, act, 0, word));
		assert_int_equal(word->result, RESULT_OK);
	}
	char *dump = reopened_dump(&stage, act);
	stage_finish(&stage);
	return dump;
}

static void kill_everywhere(
	const struct stage *base, const struct morning_act *act, struct word *word)
{
	const struct morning_act nothing = {"nothing", act->time, NULL};
	char *before = whole_dump(base, &nothing, word);
	char *after = whole_dump(base, act, word);
	assert_string_not_equal(before, after);
	bool killed = true;
	int unchanged = 0, done = 0;
	for (long nth = 1; killed && nth < MANY; nth++) {
		struct stage stage;
		morning_copy(base, &stage);
		killed = run_killed(&stage, act, nth, word);
		char *dump = reopened_dump(&stage, act);
		if (word->acknowledged || strcmp(dump, before) != 0) {
			assert_string_equal(dump, after);
			done++;
		} else {
			unchanged++;
		}
		free(dump);
		stage_finish(&stage);
	}
	assert_false(killed);
	/* Killed before and after the moment it became durable, or nothing was shown. */
	assert_true(unchanged > 3 && done > 1);
	print_message("%-20s killed at %d changes: %d undone, %d done\n", act->name,
		unchanged + done - 1, unchanged, done - 1);
	free(before);
	free(after);
}

static struct word *shared_word(void)
{
	void *memory = mmap(NULL, sizeof(struct word), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(memory, MAP_FAILED);
	return memory;
}

static void acts_are_whole_or_nothing(void **state)
{
	struct word *word = shared_word();
	for (size_t i = 0; i < morning_act_count; i++) {
		kill_everywhere(*state, &morning_acts[i], word);
	}
	munmap(word, sizeof *word);
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
	for (long nth = 1; killed && nth < MANY; nth++) {
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
