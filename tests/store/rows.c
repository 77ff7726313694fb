/* Rows and statements: the office comes back as it went in; no statement reads a whole history. */
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "app/desk/office_file.h"
#include "db/migrations.h"
#include "db/statements.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_same_service(const struct office_service *a, const struct office_service *b)
{
	assert_string_equal(a->code, b->code);
	assert_string_equal(a->prefix, b->prefix);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		assert_string_equal(a->name[i], b->name[i]);
		assert_string_equal(a->short_name[i], b->short_name[i]);
		assert_string_equal(a->meaning[i], b->meaning[i]);
	}
	assert_string_equal(a->icon, b->icon);
	assert_int_equal(a->fee, b->fee);
	assert_int_equal(a->email_required, b->email_required);
	assert_int_equal(a->unrated, b->unrated);
	assert_memory_equal(a->asks, b->asks, sizeof a->asks);
	assert_int_equal(a->target_s, b->target_s);
	assert_int_equal(a->typical_service_s, b->typical_service_s);
}

static void assert_same_day(const struct office_day *a, const struct office_day *b)
{
	assert_int_equal(a->open.from_min, b->open.from_min);
	assert_int_equal(a->open.to_min, b->open.to_min);
	assert_int_equal(a->break_count, b->break_count);
	for (int i = 0; i < a->break_count; i++) {
		assert_int_equal(a->breaks[i].from_min, b->breaks[i].from_min);
		assert_int_equal(a->breaks[i].to_min, b->breaks[i].to_min);
	}
}

static void assert_same_office(const struct office *a, const struct office *b)
{
	assert_string_equal(a->code, b->code);
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->unit[0], b->unit[0]);
	assert_string_equal(a->unit[1], b->unit[1]);
	assert_int_equal(a->zone, b->zone);
	assert_int_equal(a->service_count, b->service_count);
	for (int i = 0; i < a->service_count; i++) {
		assert_same_service(&a->services[i], &b->services[i]);
	}
	assert_int_equal(a->counter_count, b->counter_count);
	for (int i = 0; i < a->counter_count; i++) {
		assert_int_equal(a->counters[i].number, b->counters[i].number);
		assert_int_equal(a->counters[i].services, b->counters[i].services);
		assert_memory_equal(
			a->counters[i].name, b->counters[i].name, sizeof a->counters[i].name);
	}
	for (int i = 0; i < 7; i++) {
		assert_same_day(&a->week[i], &b->week[i]);
	}
	assert_int_equal(a->priority_head_start_s, b->priority_head_start_s);
	assert_int_equal(a->issue_before_s, b->issue_before_s);
	assert_int_equal(a->recall_limit, b->recall_limit);
	assert_int_equal(a->recall_interval_s, b->recall_interval_s);
	assert_int_equal(a->undo_s, b->undo_s);
	assert_int_equal(a->serve_on_call, b->serve_on_call);
	assert_int_equal(a->stand_by, b->stand_by);
	assert_int_equal(a->call_any, b->call_any);
	assert_int_equal(a->asks_source, b->asks_source);
	assert_int_equal(a->console.ring_soon, b->console.ring_soon);
	assert_int_equal(a->console.ring_late, b->console.ring_late);
	assert_int_equal(a->console.ring_unattended, b->console.ring_unattended);
	assert_int_equal(a->console.raise_late, b->console.raise_late);
	assert_int_equal(a->console.lock_minutes, b->console.lock_minutes);
	assert_int_equal(a->idle_s, b->idle_s);
	assert_int_equal(a->retention_months, b->retention_months);
	assert_string_equal(a->notice_version, b->notice_version);
	assert_string_equal(a->running[0], b->running[0]);
	assert_string_equal(a->running[1], b->running[1]);
	assert_string_equal(a->online, b->online);
	assert_string_equal(a->chat, b->chat);
	assert_string_equal(a->privacy_contact, b->privacy_contact);
	assert_int_equal(a->option_count, b->option_count);
	assert_memory_equal(a->options, b->options, sizeof a->options);
	/* The calendar and the promises. */
	char one[FINGERPRINT_SIZE], other[FINGERPRINT_SIZE];
	office_fingerprint(a, one);
	office_fingerprint(b, other);
	assert_string_equal(one, other);
}

static void assert_comes_back(const char *file)
{
	struct stage stage;
	char error[512];
	struct office *office = calloc(1, sizeof *office);
	stage_init(&stage);
	assert_int_equal(office_file_read(file, office, error, sizeof error), RESULT_OK);
	assert_int_equal(
		desk_create(stage.store, file, true, "2026-11-23T07:30:00", error, sizeof error),
		RESULT_OK);
	struct desk *desk = stage_desk(&stage, "07:30:00");
	assert_same_office(office, desk_office(desk));
	desk_close(desk);
	stage_finish(&stage);
	free(office);
}

/* The sample, and one with everything set otherwise. */
static void an_office_comes_back_as_it_was(void **state)
{
	struct stage *stage = *state;
	char file[512];
	stage_office_file(file, sizeof file);
	assert_comes_back(file);
	text_format(file, sizeof file, "%s/office.conf", stage->folder);
	FILE *out = fopen(file, "w");
	assert_non_null(out);
	fputs("code = \"9471\"; name = \"BPS Kota \\\"Uji\\\"\"; zone = \"WIT\";\n"
	      "unit = { id = \"PST\"; en = \"Desk\"; };\n"
	      "hours = { sunday = \"07.15-24.00\"; };\n"
	      "services = ({ code = \"JUAL\"; prefix = \"JU\"; name = { id = \"a\"; en = \"b\"; };\n"
	      "  short_name = { id = \"c\"; en = \"d\"; }; meaning = { id = \"e\"; en = \"f\"; };\n"
	      "  icon = \"cart\"; fee = \"zero\"; email_required = true; target_s = 0;\n"
	      "  typical_service_s = 61; guest_book = { birth_year = \"required\";\n"
	      "  phone = \"no\"; party = \"required\"; dtsen = \"optional\";\n"
	      "  data_years = \"required\"; disability = \"optional\"; }; rates = false; },\n"
	      "  { code = \"X\"; prefix = \"X\"; name = { id = \"g\"; en = \"h\"; };\n"
	      "  meaning = { id = \"i\"; en = \"j\"; }; icon = \"forum\"; fee = \"charged\";\n"
	      "  target_s = 300; typical_service_s = 62; daily_quota = 9; last_issue = \"15.00\";\n"
	      "  standards = ({ channel = \"onsite\"; limit = 5; unit = \"minutes\";\n"
	      "  start = \"guest_book\"; }, { channel = \"email\"; limit = 2;\n"
	      "  unit = \"working_days\"; start = \"complete\"; },\n"
	      "  { channel = \"phone\"; unit = \"at_once\"; }); });\n"
	      "seasons = ({ name = \"S\"; from = \"2026-12-01\"; to = \"2026-12-09\";\n"
	      "  hours = { friday = \"09.00-24.00\"; };\n"
	      "  breaks = { friday = [\"11.00-12.00\", \"13.00-14.00\"]; }; });\n"
	      "holidays = [\"indonesia-2026.csv\"];\n"
	      "counters = ({ number = 12; services = [\"X\"]; }, { number = 4;\n"
	      "  name = { id = \"t\"; en = \"u\"; }; });\n"
	      "console = { ring_soon = false; ring_late = false; ring_unattended = false;\n"
	      "  raise_late = true; lock_minutes = 0; };\n"
	      "priority_head_start_s = 0; issue_before_s = 60; recall_limit = 1;\n"
	      "recall_interval_s = 5; undo_s = 11; serve_on_call = true; stand_by = true;\n"
	      "call_any = true; asks_source = true; idle_s = 61;\n"
	      "retention_months = 3; notice_version = \"v2\";\n"
	      "running = { id = \"k\"; en = \"l\"; }; online = \"\"; chat = \"m\";\n"
	      "privacy_contact = \"n\"; options = { media = ({ code = 256; id = \"o\"; en = \"p\";\n"
	      "  short = { id = \"q\"; en = \"r\"; }; survey = 32; });\n"
	      "  purpose = ({ code = 3; offered = false; }, { code = 1; id = \"s\"; en = \"t\"; }); };\n",
		out);
	fclose(out);
	assert_comes_back(file);
}

/* ---- plans ---- */

/* Names and aliases of what grows with every visitor; the others stay as small as the office. */
static const char *const growing[] = {"ticket", "event", "segment", "interval", "visit", "guest",
	"guest_data", "guest_answer", "visit_answer", "call", "outbox", "t", "s", "v", "g", "o"};

/* A SCAN without an index reads all that ever happened. */
static void check_step(const char *sql, const char *step)
{
	for (size_t i = 0; i < sizeof growing / sizeof growing[0]; i++) {
		char scan[40];
		text_format(scan, sizeof scan, "SCAN %s", growing[i]);
		size_t length = strlen(scan);
		if (strncmp(step, scan, length) == 0 &&
			(step[length] == ' ' || step[length] == '\0') &&
			strstr(step, "USING") == NULL) {
			fail_msg("%s: %s", sql, step);
		}
	}
}

static void no_statement_reads_the_whole_history(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		char sql[2000];
		sqlite3_stmt *plan;
		assert_non_null(statement_sql(i));
		if (i == STATEMENT_EVENT_WRONG) {
			/* Backwards, no further than what the wrong clock stamped. */
			continue;
		}
		text_format(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", statement_sql(i));
		if (sqlite3_prepare_v2(connection, sql, -1, &plan, NULL) != SQLITE_OK) {
			fail_msg("%s: %s", sql, sqlite3_errmsg(connection));
		}
		while (sqlite3_step(plan) == SQLITE_ROW) {
			check_step(sql, (const char *)sqlite3_column_text(plan, 3));
		}
		sqlite3_finalize(plan);
	}
	sqlite3_close(connection);
}

/* Steps of the virtual machine that looking for the next visitor takes. */
static int steps_of_next(sqlite3 *connection)
{
	sqlite3_stmt *next;
	assert_int_equal(sqlite3_prepare_v2(connection, statement_sql(STATEMENT_TICKET_FIRST), -1,
				 &next, NULL),
		SQLITE_OK);
	sqlite3_bind_text(next, 1, "2026-11-23", -1, SQLITE_STATIC);
	sqlite3_bind_int(next, 2, 31);
	sqlite3_bind_int(next, 3, 1);
	assert_int_equal(sqlite3_step(next), SQLITE_ROW);
	int steps = sqlite3_stmt_status(next, SQLITE_STMTSTATUS_VM_STEP, 0);
	sqlite3_finalize(next);
	return steps;
}

static const char history[] =
	"WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 51000)"
	" INSERT INTO ticket (id, service_date, prefix, sequence, service, state, priority,"
	" issued_ms, turn_ms, issue_event, boot_id, visit)"
	" SELECT i, '2020-01-01', 'K', i, 0, 'done', 'none', i, i, i, 'b', i FROM n";

static void next_costs_the_same_after_years(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	sqlite3_stmt *plan;
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	int before = steps_of_next(connection);
	assert_int_equal(
		sqlite3_exec(connection, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection, history, NULL, NULL, NULL), SQLITE_OK);
	/* A step more or less is the planner's; 50,000 tickets are not. */
	assert_in_range(steps_of_next(connection), before - 2, before + 2);
	char sql[1200];
	text_format(
		sql, sizeof sql, "EXPLAIN QUERY PLAN %s", statement_sql(STATEMENT_TICKET_FIRST));
	assert_int_equal(sqlite3_prepare_v2(connection, sql, -1, &plan, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(plan), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(plan, 3),
		"SEARCH ticket USING INDEX ticket_waiting (service_date=?)");
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(plan, 3);
		assert_null(strstr(step, "ticket"));
		assert_null(strstr(step, "SCAN"));
	}
	sqlite3_finalize(plan);
	sqlite3_close(connection);
}

static void events_are_never_changed(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(connection, "DELETE FROM event", NULL, NULL, NULL), SQLITE_CONSTRAINT);
	assert_int_equal(
		sqlite3_exec(connection, "UPDATE event SET office_ms = 1", NULL, NULL, NULL),
		SQLITE_CONSTRAINT);
	sqlite3_close(connection);
}

static void a_healthy_store_says_so(void **state)
{
	struct stage *stage = *state;
	struct desk_health health;
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_examine(desk, &health), RESULT_OK);
	assert_true(health.intact);
	assert_int_equal(health.schema, migration_count);
	desk_close(desk);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		test(an_office_comes_back_as_it_was),
		test(no_statement_reads_the_whole_history),
		test(next_costs_the_same_after_years),
		test(events_are_never_changed),
		test(a_healthy_store_says_so),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
