/* Memory shared between parent and child has no file (MAP_ANONYMOUS). */
#define _DEFAULT_SOURCE
#include "tests/store/kills.h"

#include "tests/store/invariants.h"
#include "tests/store/killer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the child tells before it dies. */
struct word {
	bool acknowledged;
	enum result result;
	long changes; /* to files, until the desk was closed */
};

/* An act with how it is done and looked at. */
struct trial {
	const struct morning_act *act;
	const struct kills_rig *rig;
	struct word *word; /* shared with the child */
};

static struct desk *open_desk(const struct stage *stage, const struct morning_act *act)
{
	return stage_desk(stage, act->time);
}

/* Does the act in a child that is killed at its `nth` change; true when it was. */
static bool run_killed(const struct stage *stage, const struct trial *trial, long nth)
{
	struct word *word = trial->word;
	*word = (struct word){0};
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct desk *desk = trial->rig->open(stage, trial->act);
		killer_arm(nth);
		word->result = trial->act->run(desk);
		word->acknowledged = true;
		desk_close(desk);
		word->changes = nth - killer_left();
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

static void look_at(const struct stage *stage, const struct trial *trial)
{
	if (trial->rig->check != NULL) {
		trial->rig->check(stage, trial->act);
	}
}

static char *whole_dump(const struct stage *base, const struct trial *trial, bool done)
{
	struct stage stage;
	morning_copy(base, &stage);
	if (done) {
		assert_false(run_killed(&stage, trial, KILLS_MANY));
		if (trial->word->result != RESULT_OK) {
			fail_msg("%s: %s", trial->act->name, result_key(trial->word->result));
		}
	}
	char *dump = reopened_dump(&stage, trial->act);
	look_at(&stage, trial);
	stage_finish(&stage);
	return dump;
}

/* The changes at which it is killed: all, or `points` of them with the first and the last. */
static long place_of(int point, int points, long changes)
{
	return points == 0 || changes <= points ? point + 1
						: 1 + point * (changes - 1) / (points - 1);
}

static void kill_at_points(const struct stage *base, const struct trial *trial, int points)
{
	const struct morning_act *act = trial->act;
	char *before = whole_dump(base, trial, false);
	char *after = whole_dump(base, trial, true);
	const long changes = trial->word->changes;
	int unchanged = 0, done = 0;
	if (strcmp(before, after) == 0) {
		fail_msg("%s changes nothing", act->name);
	}
	for (int point = 0; point < points || points == 0; point++) {
		struct stage stage;
		long nth = place_of(point, points, changes);
		if (nth > changes) {
			break;
		}
		morning_copy(base, &stage);
		assert_true(run_killed(&stage, trial, nth));
		char *dump = reopened_dump(&stage, act);
		look_at(&stage, trial);
		if (trial->word->acknowledged || strcmp(dump, before) != 0) {
			assert_string_equal(dump, after);
			done++;
		} else {
			unchanged++;
		}
		free(dump);
		stage_finish(&stage);
	}
	/* Killed before and after the moment it became durable, or nothing was shown. */
	assert_true(unchanged > (points == 0 ? 3 : 0) && done > 0);
	print_message("%-24s killed at %d of %ld changes: %d undone, %d done\n", act->name,
		unchanged + done, changes, unchanged, done);
	free(before);
	free(after);
}

void kills_with(const struct stage *base, const struct morning_act *act,
	const struct kills_rig *rig, int points)
{
	struct trial trial = {act, rig, NULL};
	trial.word = mmap(NULL, sizeof *trial.word, PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(trial.word, MAP_FAILED);
	kill_at_points(base, &trial, points);
	munmap(trial.word, sizeof *trial.word);
}

void kills_at(const struct stage *base, const struct morning_act *act, int points)
{
	static const struct kills_rig usual = {open_desk, NULL};
	kills_with(base, act, &usual, points);
}
