/* The write-ahead log is emptied after a turn (db/engine_sqlite.c): it stays small, or becomes so.
 */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <sys/stat.h>

enum { FRAME = 1024 + 24, LOG_BYTES = 2048 * FRAME, KEPT_BYTES = 8 << 20 };

static int64_t log_size(const struct stage *stage)
{
	char path[400];
	struct stat status;
	text_format(path, sizeof path, "%s-wal", stage->store);
	assert_int_equal(stat(path, &status), 0);
	return status.st_size;
}

/* The greatest size of the log on the way. */
static int64_t issue(const struct stage *stage, struct desk *desk, int count)
{
	const struct desk_issue one = {.service = 0};
	int64_t most = 0;
	for (int i = 0; i < count; i++) {
		assert_int_equal(desk_issue(desk, &one, true, NULL), RESULT_OK);
		int64_t size = log_size(stage);
		most = size > most ? size : most;
	}
	return most;
}

static void the_log_stays_small(void **state)
{
	struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "09:00:00");
	int64_t most = issue(stage, desk, 700);
	assert_in_range(most, LOG_BYTES, LOG_BYTES + LOG_BYTES / 8);
	desk_close(desk);
}

/* Somebody copies the store with another tool, and takes the whole morning for it. */
static void a_long_reader_only_holds_it_up(void **state)
{
	struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "09:00:00");
	sqlite3 *reader;
	assert_int_equal(sqlite3_open(stage->store, &reader), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(reader, "BEGIN; SELECT COUNT(*) FROM event", NULL, NULL, NULL),
		SQLITE_OK);
	assert_true(issue(stage, desk, 900) > KEPT_BYTES);
	assert_int_equal(sqlite3_exec(reader, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(reader);
	(void)issue(stage, desk, 300);
	assert_true(log_size(stage) <= KEPT_BYTES);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		test(the_log_stays_small),
		test(a_long_reader_only_holds_it_up),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
