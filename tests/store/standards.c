/* What an office publishes: as the file said it, until it is set anew, in every program. */
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "app/desk/office_file.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static void assert_same(const struct standards *a, const struct standards *b)
{
	assert_int_equal(a->count, b->count);
	for (int i = 0; i < a->count; i++) {
		const struct standard_line *one = &a->lines[i], *other = &b->lines[i];
		assert_int_equal(one->service, other->service);
		assert_int_equal(one->part, other->part);
		assert_int_equal(one->heading, other->heading);
		assert_int_equal(one->from_day, other->from_day);
		assert_int_equal(one->until_day, other->until_day);
		assert_string_equal(one->text[0], other->text[0]);
		assert_string_equal(one->text[1], other->text[1]);
	}
}

static void assert_comes_back(const char *name)
{
	struct stage stage;
	char file[512], error[512];
	struct office *office = calloc(1, sizeof *office);
	struct standards *written = calloc(2, sizeof *written), *read = written + 1;
	stage_init(&stage);
	text_format(file, sizeof file, "%s/assets/offices/%s.conf", getenv("GILIRAN_SOURCE"), name);
	assert_int_equal(
		office_file_read_whole(file, office, written, error, sizeof error), RESULT_OK);
	assert_true(written->count > 20);
	assert_int_equal(
		desk_create(stage.store, file, true, "2026-11-23T07:30:00", error, sizeof error),
		RESULT_OK);
	struct desk *desk = stage_desk(&stage, "07:30:00");
	assert_int_equal(desk_read_standards(desk, read), RESULT_OK);
	assert_same(written, read);
	desk_close(desk);
	stage_finish(&stage);
	free(written);
	free(office);
}

static void the_standards_of_each_office_come_back(void **state)
{
	(void)state;
	assert_comes_back("tana-tidung");
	assert_comes_back("belitung");
	assert_comes_back("pasuruan");
	assert_comes_back("bombana");
}

/* Bounds, headings, days and the widest letters. */
static void fill(struct standards *standards)
{
	standards->count = 0;
	struct standard_line line = {.service = 4, .part = STANDARD_PROCEDURE, .heading = true};
	line.from_day = 20780;
	line.until_day = 20781;
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		for (size_t at = 0; at + 3 < OFFICE_TEXT_SIZE; at += 3) {
			text_copy(line.text[i] + at, OFFICE_TEXT_SIZE - at, "\xE2\x82\xAC");
		}
	}
	while (standard_add(standards, &line)) {
	}
	line.service = STANDARD_OFFICE;
	line.part = STANDARD_PLEDGE;
	assert_true(standard_add(standards, &line));
}

static void what_is_set_replaces_what_was_there(void **state)
{
	struct stage *stage = *state;
	char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
	struct standards *written = calloc(2, sizeof *written), *read = written + 1;
	fill(written);
	struct desk *other = stage_desk(stage, "08:02:00");
	struct desk *desk = stage_desk(stage, "08:01:00");
	office_fingerprint(desk_office(desk), before);
	assert_int_equal(desk_set_standards(desk, written), RESULT_OK);
	assert_int_equal(desk_read_standards(desk, read), RESULT_OK);
	assert_same(written, read);
	desk_close(desk);
	assert_int_equal(desk_read_standards(other, read), RESULT_OK);
	assert_same(written, read);
	/* The rules are the same: figures do not depend on the words. */
	office_fingerprint(desk_office(other), after);
	assert_string_equal(before, after);
	desk_close(other);
	assert_true(stage_is_proven(stage));
	free(written);
}

static void nothing_is_published_when_everything_is_taken_away(void **state)
{
	struct stage *stage = *state;
	struct standards *standards = calloc(1, sizeof *standards);
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_set_standards(desk, standards), RESULT_OK);
	standards->count = 9;
	assert_int_equal(desk_read_standards(desk, standards), RESULT_OK);
	assert_int_equal(standards->count, 0);
	desk_close(desk);
	free(standards);
}

/* Rows that another hand has written: what no program knows is left out, and nothing breaks. */
static void strange_rows_are_left_out(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	struct standards *standards = calloc(1, sizeof *standards);
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(connection,
			"PRAGMA foreign_keys = ON; DELETE FROM standard_line;"
			"INSERT INTO standard_line (place, service, part, text_id, text_en)"
			" VALUES (0, 2, 'fee', 'a', 'b')",
			NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(connection,
			"INSERT INTO standard_line (place, service, part, text_id, text_en)"
			" VALUES (1, 99, 'fee', 'a', 'b')",
			NULL, NULL, NULL),
		SQLITE_CONSTRAINT);
	assert_int_equal(
		sqlite3_exec(connection,
			"INSERT INTO standard_line (place, service, part, text_id, text_en)"
			" VALUES (1, NULL, 'fee', 'a', 'b')",
			NULL, NULL, NULL),
		SQLITE_CONSTRAINT);
	sqlite3_close(connection);
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_read_standards(desk, standards), RESULT_OK);
	assert_int_equal(standards->count, 1);
	assert_int_equal(standards->lines[0].service, 2);
	desk_close(desk);
	free(standards);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_standards_of_each_office_come_back),
		test(what_is_set_replaces_what_was_there),
		test(nothing_is_published_when_everything_is_taken_away),
		test(strange_rows_are_left_out),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
