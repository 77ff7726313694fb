/*
 * Issue and next, and what is told of a ticket, cost the same however long the history: each
 * statement they run finds its rows by an index, and SQLite takes as many steps over them with
 * 10,000 past tickets as with none. Counted, not timed: a busy machine changes nothing.
 */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STATEMENTS = 128, PAST = 10000, SETTLED = 20 };

/* What one act made SQLite do. */
struct work {
	int64_t steps;                /* of its virtual machine */
	int64_t scanned;              /* rows of whole tables that were gone through */
	char *statements[STATEMENTS]; /* each once; owned */
	size_t count;
};

/* Every connection of this process reports here; NULL = nobody counts. */
static struct work *present;

static void note(struct work *work, const char *sql)
{
	size_t at = 0;
	while (at < work->count && strcmp(work->statements[at], sql) != 0) {
		at++;
	}
	if (at == work->count) {
		assert_true(work->count < STATEMENTS);
		work->statements[work->count++] = strdup(sql);
	}
}

static int on_trace(unsigned kind, void *context, void *statement, void *more)
{
	(void)context;
	(void)more;
	if (kind != SQLITE_TRACE_PROFILE || present == NULL) {
		return 0;
	}
	present->steps += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
	present->scanned += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
	note(present, sqlite3_sql(statement));
	return 0;
}

static int on_open(
	sqlite3 *connection, char **out_error, const struct sqlite3_api_routines *routines)
{
	(void)out_error;
	(void)routines;
	return sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, on_trace, NULL);
}

static void finish(struct work *work)
{
	for (size_t i = 0; i < work->count; i++) {
		free(work->statements[i]);
	}
}

/* ---- a store with a past ---- */

struct history {
	struct stage stage;
	struct desk *desk;
};

static void begin(struct history *history, int past)
{
	char command[1200], error[512];
	stage_init(&history->stage);
	text_format(command, sizeof command, "'%s' '%s' '%s/tests/store/flat.conf' %d > /dev/null",
		BENCH_HISTORY, history->stage.store, getenv("GILIRAN_SOURCE"), past);
	assert_int_equal(system(command), 0);
	const struct desk_options options = {
		.store = history->stage.store, .at = "2039-01-03T09:00:00", .device = "test"};
	assert_int_equal(desk_open(&options, &history->desk, error, sizeof error), RESULT_OK);
	assert_int_equal(desk_open_counter(history->desk, 1, "p1", 0), RESULT_OK);
}

static void end(struct history *history)
{
	desk_close(history->desk);
	stage_finish(&history->stage);
}

static enum result issue(struct desk *desk)
{
	const struct desk_issue one = {.service = 0, .print = true};
	return desk_issue(desk, &one, true, NULL);
}

enum act { ISSUE, NEXT, TELL, ACTS };

/* All about a ticket, as `giliran` says it after each act. */
static void count_story(struct history *history, int64_t ticket, struct work *out_tell)
{
	struct desk_story story;
	present = out_tell;
	assert_int_equal(desk_tell(history->desk, ticket, &story), RESULT_OK);
	present = NULL;
	desk_story_finish(&story);
}

/* The last of some, when everything that is read once has been read. */
static void count_acts(struct history *history, struct work out_works[ACTS])
{
	struct ticket ticket;
	for (int i = 0; i < SETTLED; i++) {
		present = i == SETTLED - 1 ? &out_works[ISSUE] : NULL;
		assert_int_equal(issue(history->desk), RESULT_OK);
	}
	for (int i = 0; i < SETTLED / 2; i++) {
		present = i == SETTLED / 2 - 1 ? &out_works[NEXT] : NULL;
		assert_int_equal(desk_next(history->desk, 1, &ticket), RESULT_OK);
		present = NULL;
		assert_int_equal(desk_serve(history->desk, 1, NULL), RESULT_OK);
		count_story(history, ticket.id, i == SETTLED / 2 - 1 ? &out_works[TELL] : NULL);
	}
}

/* ---- the plans ---- */

/* Whether a line of a plan goes through all rows of what grows with the years: under its own name
 * or the one that db/statements_queue.c gives it. */
static bool scans_the_past(const char *plan)
{
	static const char *const grows[] = {"ticket", "t", "segment", "s", "event", "visit", "v",
		"call", "c", "interval", "i", "outbox", "o", "guest", "appointment"};
	const char *small = "counter_state";
	char word[64];
	if (strncmp(plan, "SCAN ", 5) != 0) {
		return false;
	}
	text_format(word, sizeof word, "%.*s", (int)strcspn(plan + 5, " "), plan + 5);
	for (size_t i = 0; i < sizeof grows / sizeof grows[0]; i++) {
		if (strcmp(word, grows[i]) == 0 && strcmp(word, small) != 0) {
			return true;
		}
	}
	return false;
}

static void check_plans(const struct history *history, const struct work *work)
{
	sqlite3 *connection;
	assert_int_equal(sqlite3_open(history->stage.store, &connection), SQLITE_OK);
	for (size_t i = 0; i < work->count; i++) {
		char sql[4096];
		sqlite3_stmt *rows;
		text_format(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", work->statements[i]);
		if (sqlite3_prepare_v2(connection, sql, -1, &rows, NULL) != SQLITE_OK) {
			fail_msg("%s: %s", sqlite3_errmsg(connection), sql);
		}
		while (sqlite3_step(rows) == SQLITE_ROW) {
			const char *plan = (const char *)sqlite3_column_text(rows, 3);
			if (scans_the_past(plan) && strstr(sql, "FROM counter_state c") == NULL) {
				fail_msg("%s: %s", plan, work->statements[i]);
			}
		}
		sqlite3_finalize(rows);
	}
	sqlite3_close(connection);
}

/* Deeper trees cost no more steps; some are spared or added by a row that is there or not. */
static void assert_flat(const char *act, const struct work *none, const struct work *many)
{
	print_message("%s: %d statements, %d steps without a past, %d with %d past tickets; "
		      "rows scanned: %d and %d\n",
		act, (int)many->count, (int)none->steps, (int)many->steps, PAST, (int)none->scanned,
		(int)many->scanned);
	assert_true(none->steps > 100 && many->count > 3);
	assert_true(many->steps <= none->steps + none->steps / 10);
	assert_true(many->scanned <= none->scanned);
}

static void acts_are_flat(void **state)
{
	static const char *const names[ACTS] = {"issue", "next", "tell"};
	static const int pasts[] = {0, PAST};
	struct work works[2][ACTS] = {{{0}}};
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct history history;
		begin(&history, pasts[i]);
		count_acts(&history, works[i]);
		for (int act = 0; act < ACTS; act++) {
			check_plans(&history, &works[i][act]);
		}
		end(&history);
	}
	for (int act = 0; act < ACTS; act++) {
		assert_flat(names[act], &works[0][act], &works[1][act]);
		finish(&works[0][act]);
		finish(&works[1][act]);
	}
}

int main(void)
{
	assert_int_equal(sqlite3_auto_extension((void (*)(void))(uintptr_t)on_open), SQLITE_OK);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(acts_are_flat),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
