/* What is personal is kept as long as the office says, and then it is nowhere in the store. */
#include "app/base/text.h"
#include "app/desk/breach.h"
#include "app/desk/office_settings.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void sign(const struct stage *stage, const char *time, const char *name)
{
	struct ticket ticket;
	struct desk_issue issue = {.service = 0, .with_guest = true};
	text_copy(issue.guest.name, sizeof issue.guest.name, name);
	text_format(issue.guest.email, sizeof issue.guest.email, "%s@example.id", name);
	text_copy(issue.guest.data_needed[0], GUEST_NOTE_SIZE, "Inflasi");
	text_format(issue.guest.data_needed[1], GUEST_NOTE_SIZE, "Silsilah %s", name);
	text_format(issue.guest.items[1].region, GUEST_NAME_SIZE, "Dusun %s", name);
	issue.guest.items[1].level = 5;
	issue.guest.disability = 1;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
}

/* Beside the usual: where data are of, and whether there is a disability. */
static void ask_more(const struct stage *stage)
{
	static const enum guest_field more[] = {
		GUEST_DATA_LEVEL, GUEST_DATA_REGION, GUEST_DISABILITY};
	struct office *office = calloc(1, sizeof *office);
	struct desk *desk = stage_desk(stage, "07:40:00");
	*office = *desk_office(desk);
	for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) {
		office->services[0].asks[more[i]] = GUEST_OPTIONAL;
	}
	assert_int_equal(desk_set_questions(desk, office), RESULT_OK);
	desk_close(desk);
	free(office);
}

static void complain(const struct stage *stage, const char *time, const char *text, bool done)
{
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint complaint = {.topic = COMPLAINT_ROOM}, moved;
	text_copy(complaint.text, sizeof complaint.text, text);
	text_copy(complaint.contact, sizeof complaint.contact, text);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_complain(desk, &complaint, code), RESULT_OK);
	if (done) {
		assert_int_equal(
			desk_move_complaint(desk, code, COMPLAINT_DONE, "ani", &moved), RESULT_OK);
	}
	desk_close(desk);
}

/* What the head writes of ticket `id`. */
static void doubt(const struct stage *stage, const char *time, int64_t id, const char *note)
{
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_doubt(desk, "kepala", "4321", id, "lupa_tekan", note), RESULT_OK);
	desk_close(desk);
}

/* Closes what is open of days before `time`'s. */
static void look(const struct stage *stage, const char *time)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	desk_close(desk);
	free(view);
}

static bool file_holds(const char *path, const char *word)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	size_t size = 0, length = strlen(word);
	bool found = false;
	if (file == NULL) {
		return false;
	}
	fseek(file, 0, SEEK_END);
	size = (size_t)ftell(file);
	rewind(file);
	bytes = malloc(size + 1);
	size = fread(bytes, 1, size, file);
	fclose(file);
	for (size_t i = 0; i + length <= size && !found; i++) {
		found = memcmp(bytes + i, word, length) == 0;
	}
	free(bytes);
	return found;
}

/* In the store or in its journal, after all that was written is in the store. */
static bool store_holds(const struct stage *stage, const char *word)
{
	char journal[400];
	sqlite3 *db;
	assert_int_equal(sqlite3_open(stage->store, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	text_format(journal, sizeof journal, "%s-wal", stage->store);
	return file_holds(stage->store, word) || file_holds(journal, word);
}

/* The sample office keeps for twelve months: what came on 23 November 2026 is still there when the
 * 23rd of the next November ends, and gone with the day after. */
static void names_go_when_their_time_is_over(void **state)
{
	const struct stage *stage = *state;
	ask_more(stage);
	sign(stage, "08:10:00", "Zulaikha");
	assert_true(store_holds(stage, "Dusun Zulaikha"));
	complain(stage, "08:11:00", "Qwertz gelap", true);
	complain(stage, "08:12:00", "Xylofon rusak", false);
	doubt(stage, "08:13:00", 1, "Anak Pak Bambang");
	sign(stage, "2027-11-23T08:10:00", "Wirjawan");
	doubt(stage, "2027-11-23T08:11:00", 2, "Bu Cendana");
	look(stage, "2027-11-24T08:00:00");
	assert_true(store_holds(stage, "Silsilah Zulaikha"));
	assert_true(store_holds(stage, "Qwertz"));
	assert_true(store_holds(stage, "Bambang"));
	sign(stage, "2027-11-24T08:10:00", "Yustinus");
	look(stage, "2027-11-25T08:00:00");
	assert_false(store_holds(stage, "Zulaikha"));
	assert_false(store_holds(stage, "Qwertz"));
	assert_false(store_holds(stage, "Bambang"));
	assert_true(store_holds(stage, "Cendana"));
	assert_true(store_holds(stage, "Xylofon")); /* nobody has answered it yet */
	assert_true(store_holds(stage, "Wirjawan"));
	assert_true(store_holds(stage, "Yustinus"));
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM visit"), 3);
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM guest"), 2);
	/* Nor is anybody known again by what is gone. */
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM acquaintance"), 2);
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM guest_data"), 4);
	/* What tells of health goes with the name, what is only counted stays. */
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM guest_answer"), 4);
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM visit_answer"), 3);
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM complaint"), 2);
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM event WHERE kind = 'blanked'"
					    " AND detail = '1+1+1 2026-11-24'"),
		1);
	assert_true(stage_is_proven(stage));
}

static void keep_for(const struct stage *stage, const char *time, int months)
{
	char detail[256];
	struct desk *desk = stage_desk(stage, time);
	struct office_file *file = calloc(1, sizeof *file);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	file->office.retention_months = months;
	assert_int_equal(desk_save_office(desk, "kepala", desk_office_revision(desk), file, detail,
				 sizeof detail),
		RESULT_OK);
	free(file);
	desk_close(desk);
}

/* An office keeps for longer from some day on, and what was answered late goes after that: what was
 * wiped before is not taken for words that somebody made away with. */
static void what_is_gone_stays_rightly_gone(void **state)
{
	const struct stage *stage = *state;
	struct desk_complaint moved;
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint late = {.topic = COMPLAINT_ROOM, .text = "Xylofon rusak"};
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_complain(desk, &late, code), RESULT_OK);
	desk_close(desk);
	complain(stage, "2027-03-01T08:10:00", "Qwertz gelap", true);
	sign(stage, "2028-03-02T08:10:00", "Wirjawan");
	look(stage, "2028-03-03T08:00:00");
	assert_false(store_holds(stage, "Qwertz"));
	keep_for(stage, "2028-05-31T08:10:00", 18);
	desk = stage_desk(stage, "2028-06-01T08:10:00");
	assert_int_equal(desk_move_complaint(desk, code, COMPLAINT_DONE, "ani", &moved), RESULT_OK);
	desk_close(desk);
	look(stage, "2028-06-02T08:00:00");
	assert_false(store_holds(stage, "Xylofon"));
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM event WHERE kind = 'blanked'"
					    " AND detail = '0+1+0 2026-12-01'"),
		1);
	assert_true(stage_is_proven(stage));
}

static void a_day_without_old_visits_says_nothing(void **state)
{
	const struct stage *stage = *state;
	sign(stage, "08:10:00", "Zulaikha");
	look(stage, "2026-11-24T08:00:00");
	assert_int_equal(
		stage_count(stage, "SELECT count(*) FROM event WHERE kind = 'blanked'"), 0);
	assert_int_equal(stage_count(stage, "SELECT count(*) FROM guest"), 1);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(names_go_when_their_time_is_over),
		test(what_is_gone_stays_rightly_gone),
		test(a_day_without_old_visits_says_nothing),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
