#include "tests/store/copy.h"

#include "app/base/text.h"
#include "tests/store/invariants.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

static const char in_memory[] = "memory:morning";
static const struct stage memory_rows = {.store = "file:/morning?vfs=memdb"};

static void fill_memory(const char *file)
{
	sqlite3 *from, *to;
	assert_int_equal(sqlite3_open(file, &from), SQLITE_OK);
	/* Pages that say they are written ahead cannot be opened in memory. */
	assert_int_equal(
		sqlite3_exec(from, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(
		sqlite3_open_v2("/morning", &to, SQLITE_OPEN_READWRITE, "memdb"), SQLITE_OK);
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
	assert_non_null(backup);
	assert_int_equal(sqlite3_backup_step(backup, -1), SQLITE_DONE);
	assert_int_equal(sqlite3_backup_finish(backup), SQLITE_OK);
	sqlite3_close(to);
	sqlite3_close(from);
}

void copy_init(struct copy *copy, const struct stage *base, bool memory)
{
	*copy = (struct copy){0};
	morning_copy(base, &copy->stage);
	copy->path = memory ? in_memory : copy->stage.store;
	copy->rows = memory ? &memory_rows : &copy->stage;
	if (memory) {
		assert_int_equal(engine_hold(in_memory, &copy->hold), RESULT_OK);
		fill_memory(copy->stage.store);
	}
}

void copy_finish(struct copy *copy)
{
	engine_close(copy->hold);
	stage_finish(&copy->stage);
}

enum result copy_try_desk(const struct copy *copy, const struct morning_act *act,
	struct fault_plan *plan, struct desk **out_desk)
{
	char at[40], error[512];
	text_format(at, sizeof at, "%s%s", strchr(act->time, 'T') == NULL ? "2026-11-23T" : "",
		act->time);
	const struct desk_options options = {
		.store = copy->path, .at = at, .device = "test", .faults = plan};
	return desk_open(&options, out_desk, error, sizeof error);
}

struct desk *copy_desk(
	const struct copy *copy, const struct morning_act *act, struct fault_plan *plan)
{
	struct desk *desk;
	assert_int_equal(copy_try_desk(copy, act, plan, &desk), RESULT_OK);
	return desk;
}

void copy_check(const struct copy *copy, const char *name)
{
	char wrong[300];
	if (!invariants_hold(copy->rows->store, wrong, sizeof wrong)) {
		fail_msg("%s: %s", name, wrong);
	}
}

char *copy_dump(const struct copy *copy, const struct morning_act *act)
{
	desk_close(copy_desk(copy, act, NULL));
	copy_check(copy, act->name);
	return stage_dump(copy->rows);
}

char *copy_whole_dump(const struct stage *base, const struct morning_act *act, bool acts)
{
	struct copy copy;
	copy_init(&copy, base, false);
	if (acts) {
		struct desk *desk = copy_desk(&copy, act, NULL);
		assert_int_equal(act->run(desk), RESULT_OK);
		desk_close(desk);
	}
	char *dump = copy_dump(&copy, act);
	copy_finish(&copy);
	return dump;
}
