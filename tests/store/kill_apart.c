/* Acts that need more than a desk that is told the time are killed as well: those that move its
 * clock, and the copy, which is a file of its own. */
#include "app/desk/backup.h"
#include "app/base/text.h"
#include "tests/store/invariants.h"
#include "tests/store/kills.h"
#include "tests/store/rarer.h"
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <unistd.h>

enum { POINTS = 8, COPY_POINTS = 24, HOUR_MS = 3600000 };

static const char later[] = "11:30:00"; /* than all that happens here */

/* ---- clocks ---- */

static struct desk *open_by(const struct wrist *wrist, const struct stage *stage)
{
	/* As long as the desk, which is the child's that is killed. */
	static struct wrist kept;
	kept = *wrist;
	kept.source.context = &kept;
	return wrist_desk(&kept, stage);
}

/* The wall was two hours ahead until a moment ago, and a number was given by it. */
static struct desk *open_after_wrong(const struct stage *stage, const struct morning_act *act)
{
	struct wrist wrist;
	(void)act;
	wrist_init(&wrist, stage, "11:00:00");
	wrist_pass(&wrist, 60000);
	wrist.wall_ms -= 2 * HOUR_MS;
	return open_by(&wrist, stage);
}

static void stamp_wrong(const struct stage *stage)
{
	struct wrist wrist;
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	wrist_init(&wrist, stage, "11:00:00");
	struct desk *desk = open_by(&wrist, stage);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
}

static enum result set_clock(struct desk *desk)
{
	return desk_set_clock(desk, "kepala", "2468");
}

static void the_clock_is_set_or_not(void **state)
{
	static const struct morning_act act = {"set clock", later, set_clock};
	const struct kills_rig rig = {open_after_wrong, NULL};
	struct stage stage;
	morning_copy(*state, &stage);
	stamp_wrong(&stage);
	kills_with(&stage, &act, &rig, POINTS);
	stage_finish(&stage);
}

static struct desk *open_at_nine(const struct stage *stage, const struct morning_act *act)
{
	struct wrist wrist;
	(void)act;
	wrist_init(&wrist, stage, "09:00:00");
	return open_by(&wrist, stage);
}

static enum result set_shift(struct desk *desk)
{
	return desk_set_shift(desk, HOUR_MS);
}

static void a_training_clock_is_shifted_or_not(void **state)
{
	static const struct morning_act act = {"set shift", later, set_shift};
	const struct kills_rig rig = {open_at_nine, NULL};
	kills_with(*state, &act, &rig, POINTS);
}

/* ---- the copy ---- */

static const char copy_name[] = "copy.db";

static struct desk *open_in_folder(const struct stage *stage, const struct morning_act *act)
{
	assert_int_equal(chdir(stage->folder), 0); /* of the child that is killed */
	return stage_desk(stage, act->time);
}

static enum result back_up(struct desk *desk)
{
	char error[512];
	struct desk_backup backup;
	return desk_backup(desk, copy_name, &backup, error, sizeof error);
}

/* What was begun is named and left alone: it may be somebody's. With it out of the way there is
 * room. */
static void put_away_draft(struct desk *desk, const char *path)
{
	char draft[512], error[512];
	struct desk_backup backup;
	text_format(draft, sizeof draft, "%s-new", path);
	if (access(draft, F_OK) == 0) {
		assert_int_equal(
			desk_backup(desk, path, &backup, error, sizeof error), RESULT_STORE_EXISTS);
		assert_string_equal(error, draft);
		assert_int_equal(unlink(draft), 0);
	}
}

/* Whatever was left behind, there is a whole copy or none, and then it can be made. */
static void check_copy(const struct stage *stage, const struct morning_act *act)
{
	char wrong[300], error[512];
	struct stage copy = *stage;
	struct desk_backup backup;
	struct desk_proof proof;
	text_format(copy.store, sizeof copy.store, "%s/%s", stage->folder, copy_name);
	if (access(copy.store, F_OK) != 0) {
		struct desk *desk = stage_desk(stage, act->time);
		put_away_draft(desk, copy.store);
		assert_int_equal(
			desk_backup(desk, copy.store, &backup, error, sizeof error), RESULT_OK);
		desk_close(desk);
	}
	if (!invariants_hold(copy.store, wrong, sizeof wrong)) {
		fail_msg("the copy: %s", wrong);
	}
	struct desk *desk = stage_desk(&copy, act->time);
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	assert_true(proof.right && proof.tickets == 4);
	desk_close(desk);
}

static void a_copy_is_whole_or_not_there(void **state)
{
	static const struct morning_act act = {"back up", later, back_up};
	const struct kills_rig rig = {open_in_folder, check_copy};
	kills_with(*state, &act, &rig, COPY_POINTS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_clock_is_set_or_not, rarer_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_training_clock_is_shifted_or_not, rarer_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_copy_is_whole_or_not_there, rarer_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
