/* What a statement may have to undo holds what visitors typed: it is kept in memory that is wiped,
 * however much it is, and never in a temporary file. */
#include "db/engine.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <dirent.h>
#include <string.h>
#include <unistd.h>

/* How many files this process has open under the name that SQLite gives its temporary ones. */
static int count_temporary(void)
{
	int count = 0;
	struct dirent *entry;
	DIR *folder = opendir("/proc/self/fd");
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		char target[512] = "";
		(void)!readlinkat(dirfd(folder), entry->d_name, target, sizeof target - 1);
		count += strstr(target, "etilqs_") != NULL ? 1 : 0;
	}
	closedir(folder);
	return count;
}

static void much_to_undo_makes_no_file(void **state)
{
	static const char fill[] =
		"CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT CHECK (words <> 'x'));"
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
		"INSERT INTO t SELECT i, printf('%900d', i) FROM n;";
	const struct stage *stage = *state;
	struct engine *engine;
	char error[512];
	const struct engine_options options = {.faults = NULL};
	assert_int_equal(
		engine_open(stage->store, &options, &engine, error, sizeof error), RESULT_OK);
	assert_int_equal(engine_script(engine, fill), RESULT_OK);
	assert_int_equal(engine_begin(engine), RESULT_OK);
	/* A first change, so that the second has its own undo and not the transaction's. */
	assert_int_equal(engine_script(engine, "DELETE FROM t WHERE id = 1"), RESULT_OK);
	assert_int_equal(
		engine_script(engine, "UPDATE t SET words = printf('%901d', id)"), RESULT_OK);
	assert_int_equal(count_temporary(), 0);
	/* It is undone all the same: the last row fails after all others were changed. */
	assert_int_not_equal(
		engine_script(
			engine, "UPDATE t SET words = CASE id WHEN 2000 THEN 'x' ELSE 'y' END"),
		RESULT_OK);
	assert_int_equal(count_temporary(), 0);
	struct query *query;
	engine_rollback(engine);
	assert_int_equal(engine_look(engine), RESULT_OK);
	query = engine_prepare(engine, "SELECT COUNT(*) FROM t WHERE length(words) = 900");
	assert_true(query_next(query));
	assert_int_equal(query_int(query), 2000);
	query_destroy(query);
	engine_rollback(engine);
	engine_close(engine);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			much_to_undo_makes_no_file, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
