/* Stores that are missing, taken, locked, read-only, newer, damaged or out of space: each gets its
 * own result and a sentence, and nothing is made or lost. */
#include "app/base/text.h"
#include "tests/store/invariants.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOBODY = 65534 };

/* Opening must fail with `expected` and a sentence that names the path. */
static void assert_refused(const char *path, enum result expected)
{
	char error[512] = "";
	struct desk *desk = NULL;
	const struct desk_options options = {.store = path, .device = "test"};
	enum result result = desk_open(&options, &desk, error, sizeof error);
	assert_string_equal(result_key(result), result_key(expected));
	assert_null(desk);
	assert_non_null(strstr(error, path));
}

static bool is_there(const char *folder, const char *name)
{
	char path[600];
	struct stat status;
	text_format(path, sizeof path, "%s/%s", folder, name);
	return lstat(path, &status) == 0;
}

static void a_missing_store_is_never_made(void **state)
{
	struct stage *stage = *state;
	char path[600];
	text_format(path, sizeof path, "%s/other.db", stage->folder);
	assert_refused(path, RESULT_STORE_MISSING);
	assert_false(is_there(stage->folder, "other.db"));
	assert_false(is_there(stage->folder, "other.db-lock"));
	text_format(path, sizeof path, "%s/no/such/folder.db", stage->folder);
	assert_refused(path, RESULT_STORE_MISSING);
	assert_refused(stage->folder, RESULT_STORE_FAILED);
}

static void a_store_is_never_made_over_another(void **state)
{
	struct stage *stage = *state;
	char office[512], error[512];
	stage_office_file(office, sizeof office);
	char *before = stage_dump(stage);
	assert_int_equal(desk_create(stage->store, office, true, NULL, error, sizeof error),
		RESULT_STORE_EXISTS);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

/* A write-ahead log without its store may hold the only copy of somebody's day. */
static void a_store_is_never_made_over_an_old_log(void **state)
{
	struct stage *stage = *state;
	char office[512], error[512], log[600];
	stage_office_file(office, sizeof office);
	text_format(log, sizeof log, "%s-wal", stage->store);
	FILE *file = fopen(log, "w");
	assert_non_null(file);
	fclose(file);
	assert_int_equal(unlink(stage->store), 0);
	assert_int_equal(desk_create(stage->store, office, true, NULL, error, sizeof error),
		RESULT_STORE_EXISTS);
	assert_non_null(strstr(error, "-wal"));
}

static void change(const char *store, const char *sql)
{
	sqlite3 *connection;
	assert_int_equal(sqlite3_open(store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(connection);
}

/* A statement that could not be prepared once must not be left out silently ever after. */
static void a_statement_that_failed_is_tried_again(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:00:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:01:00");
	change(stage->store, "ALTER TABLE call RENAME TO away");
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_STORE_DAMAGED);
	change(stage->store, "ALTER TABLE away RENAME TO call");
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->call_count, 1);
	desk_close(desk);
	free(view);
}

/* A number that SQLite finds nothing wrong with may still point past every list of ours. */
static void a_service_that_is_none_breaks_nothing(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:00:00", "KONS");
	change(stage->store, "PRAGMA foreign_keys = OFF; UPDATE ticket SET service = 2000000;"
			     " UPDATE segment SET service = -7");
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view->waiting_shown, 1);
	assert_int_equal(desk_find_ticket(desk, "K001", NULL, &ticket), RESULT_OK);
	assert_in_range(ticket.service, 0, OFFICE_SERVICES - 1);
	desk_close(desk);
	free(view);
}

static void a_wrong_office_makes_nothing(void **state)
{
	struct stage *stage = *state;
	char path[600], office[600], error[512];
	text_format(office, sizeof office, "%s/office.conf", stage->folder);
	text_format(path, sizeof path, "%s/other.db", stage->folder);
	FILE *file = fopen(office, "w");
	assert_non_null(file);
	fputs("code = 12;\n", file);
	fclose(file);
	assert_int_equal(
		desk_create(path, office, false, NULL, error, sizeof error), RESULT_CONFIG_WRONG);
	assert_non_null(strstr(error, "office.conf:1"));
	assert_false(is_there(stage->folder, "other.db"));
	assert_false(is_there(stage->folder, "other.db-new"));
	stage_office_file(office, sizeof office);
	assert_int_equal(
		desk_create(path, office, false, "2026-11-23T08:00:00", error, sizeof error),
		RESULT_NOT_TRAINING);
	assert_false(is_there(stage->folder, "other.db"));
}

static void set_schema(const struct stage *stage, const char *version)
{
	char sql[100];
	sqlite3 *connection;
	text_format(sql, sizeof sql, "UPDATE meta SET value = '%s' WHERE name = 'schema'", version);
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(connection);
}

static void a_newer_store_is_left_alone(void **state)
{
	struct stage *stage = *state;
	set_schema(stage, "99");
	char *before = stage_dump(stage);
	assert_refused(stage->store, RESULT_STORE_NEWER);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	set_schema(stage, "abc");
	assert_refused(stage->store, RESULT_STORE_DAMAGED);
}

static void write_file(const char *path, const char *text, size_t size)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

static void damage_is_said(void **state)
{
	struct stage *stage = *state;
	static const char text[] = "This is a shopping list, not a store.\n";
	char path[600], garbage[8192];
	text_format(path, sizeof path, "%s/other.db", stage->folder);
	write_file(path, "", 0);
	assert_refused(path, RESULT_STORE_DAMAGED);
	write_file(path, text, sizeof text - 1);
	assert_refused(path, RESULT_STORE_DAMAGED);
	for (size_t i = 0; i < sizeof garbage; i++) {
		garbage[i] = (char)(i * 7919 >> 3);
	}
	write_file(path, garbage, sizeof garbage);
	assert_refused(path, RESULT_STORE_DAMAGED);
	memcpy(garbage, "SQLite format 3", 16);
	write_file(path, garbage, sizeof garbage);
	assert_refused(path, RESULT_STORE_DAMAGED);

	sqlite3 *other;
	unlink(path);
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(other, "CREATE TABLE song (name TEXT)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	assert_refused(path, RESULT_STORE_DAMAGED);
}

/* Cut anywhere, a store is damaged or whole, and never a crash. */
static void a_cut_store_is_damaged(void **state)
{
	struct stage *stage = *state;
	struct stat status;
	assert_int_equal(stat(stage->store, &status), 0);
	for (off_t size = status.st_size - 4096; size > 0; size -= 4096) {
		assert_int_equal(truncate(stage->store, size), 0);
		assert_refused(stage->store, RESULT_STORE_DAMAGED);
	}
}

/* ---- busy ---- */

static void somebody_at_the_lock_is_busy(void **state)
{
	struct stage *stage = *state;
	char path[600];
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	text_format(path, sizeof path, "%s-lock", stage->store);
	struct desk *desk = stage_desk(stage, "08:00:00");
	int lock = open(path, O_RDWR);
	assert_true(lock >= 0);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_STORE_BUSY);
	close(lock);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	desk_close(desk);
}

static void somebody_with_the_file_is_busy(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	sqlite3 *other;
	const struct desk_issue issue = {.service = 0};
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(sqlite3_open(stage->store, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_STORE_BUSY);
	sqlite3_close(other);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
}

/* ---- read-only and full ---- */

/* Runs `body` in a child that is nobody in particular; its exit status. */
static int in_child(const struct stage *stage, void (*body)(const struct stage *stage))
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		body(stage);
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void require(bool right, int code)
{
	if (!right) {
		_exit(code);
	}
}

static enum result try_opening(const struct stage *stage)
{
	char error[512];
	struct desk *desk;
	const struct desk_options options = {.store = stage->store, .device = "test"};
	enum result result = desk_open(&options, &desk, error, sizeof error);
	desk_close(desk);
	return result;
}

static void read_only_body(const struct stage *stage)
{
	/* Root may write everything, so become somebody else. */
	require(geteuid() != 0 || setuid(NOBODY) == 0, 10);
	require(try_opening(stage) == RESULT_STORE_READ_ONLY, 1);
}

static void a_store_that_cannot_be_written_is_read_only(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(chmod(stage->store, 0444), 0);
	assert_int_equal(chmod(stage->folder, 0555), 0);
	assert_int_equal(in_child(stage, read_only_body), 0);
	assert_int_equal(chmod(stage->folder, 0755), 0);
	assert_int_equal(in_child(stage, read_only_body), 0);
	assert_int_equal(chmod(stage->store, 0660), 0);
}

static void full_body(const struct stage *stage)
{
	struct ticket ticket;
	struct rlimit limit = {400000, RLIM_INFINITY};
	struct rlimit none = {RLIM_INFINITY, RLIM_INFINITY};
	const struct desk_issue issue = {.service = 0};
	struct desk *desk = stage_desk(stage, "08:00:00");
	require(signal(SIGXFSZ, SIG_IGN) != SIG_ERR, 10);
	require(setrlimit(RLIMIT_FSIZE, &limit) == 0, 10);
	enum result result = RESULT_OK;
	int issued = 0;
	while (result == RESULT_OK && issued < 1000) {
		result = desk_issue(desk, &issue, true, &ticket);
		issued += result == RESULT_OK;
	}
	require(result == RESULT_STORE_FULL, 1);
	require(issued > 0 && issued < 1000, 2);
	/* With room again it goes on where it was: the refused number was not used up. */
	require(setrlimit(RLIMIT_FSIZE, &none) == 0, 11);
	require(desk_issue(desk, &issue, true, &ticket) == RESULT_OK, 3);
	require(ticket.sequence == issued + 1, 4);
	desk_close(desk);
}

static void a_full_disk_is_said_and_survived(void **state)
{
	struct stage *stage = *state;
	char wrong[300];
	assert_int_equal(in_child(stage, full_body), 0);
	if (!invariants_hold(stage->store, wrong, sizeof wrong)) {
		fail_msg("%s", wrong);
	}
}

static void full_create_body(const struct stage *stage)
{
	char path[600], office[512], error[512];
	struct rlimit limit = {20000, RLIM_INFINITY};
	text_format(path, sizeof path, "%s/other.db", stage->folder);
	stage_office_file(office, sizeof office);
	require(signal(SIGXFSZ, SIG_IGN) != SIG_ERR, 10);
	require(setrlimit(RLIMIT_FSIZE, &limit) == 0, 10);
	require(desk_create(path, office, true, NULL, error, sizeof error) == RESULT_STORE_FULL, 1);
}

static void no_room_makes_no_store(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(in_child(stage, full_create_body), 0);
	assert_false(is_there(stage->folder, "other.db"));
	assert_false(is_there(stage->folder, "other.db-new"));
}

static void a_store_is_for_its_group(void **state)
{
	struct stage *stage = *state;
	static const char *const endings[] = {"", "-wal", "-shm", "-lock", "-signal"};
	struct desk *desk = stage_desk(stage, "08:00:00");
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		char path[600];
		struct stat status;
		text_format(path, sizeof path, "%s%s", stage->store, endings[i]);
		assert_int_equal(stat(path, &status), 0);
		assert_int_equal(status.st_mode & 0777, 0660);
	}
	desk_close(desk);
}

int main(void)
{
	umask(077);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_missing_store_is_never_made, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_store_is_never_made_over_another, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_store_is_never_made_over_an_old_log, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_service_that_is_none_breaks_nothing, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_statement_that_failed_is_tried_again, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_wrong_office_makes_nothing, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_newer_store_is_left_alone, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(damage_is_said, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_cut_store_is_damaged, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			somebody_at_the_lock_is_busy, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			somebody_with_the_file_is_busy, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_store_that_cannot_be_written_is_read_only, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_full_disk_is_said_and_survived, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			no_room_makes_no_store, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_store_is_for_its_group, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
