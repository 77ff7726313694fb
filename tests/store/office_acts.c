/* What the head sets at the console: who may, when somebody else was faster, and what it does. */
#include "app/base/text.h"
#include "app/desk/export.h"
#include "app/desk/office_settings.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* The settings of a head at a desk that stays open. */
struct page {
	struct desk *desk;
	struct office_file *file;
	int64_t revision;
	char detail[256];
};

static void reread(struct page *page)
{
	assert_int_equal(desk_read_office(page->desk, page->file), RESULT_OK);
	page->revision = desk_office_revision(page->desk);
}

static struct page open_page(const struct stage *stage, const char *time)
{
	struct page page = {.desk = stage_desk(stage, time), .file = calloc(1, sizeof *page.file)};
	reread(&page);
	return page;
}

static enum result save(struct page *page, const char *staff)
{
	enum result result = desk_save_office(
		page->desk, staff, page->revision, page->file, page->detail, sizeof page->detail);
	if (result == RESULT_OK) {
		reread(page);
	}
	return result;
}

static void close_page(struct page *page)
{
	desk_close(page->desk);
	free(page->file);
}

static void only_the_head_sets_and_the_pin_is_asked(void **state)
{
	const struct stage *stage = *state;
	struct page page = open_page(stage, "08:00:00");
	struct desk_staff person;
	assert_int_equal(desk_sign_in(page.desk, "kepala", "2468", &person), RESULT_OK);
	assert_int_equal(desk_sign_in(page.desk, "ani", "1357", &person), RESULT_OK);
	assert_int_equal(desk_unlock_office(page.desk, "kepala", "2469"), RESULT_PIN_WRONG);
	assert_int_equal(desk_unlock_office(page.desk, "kepala", "2468"), RESULT_OK);
	assert_int_equal(desk_unlock_office(page.desk, "ani", "1357"), RESULT_HEAD_ONLY);
	page.file->office.undo_s = 20;
	char *before = stage_dump(stage);
	assert_int_equal(save(&page, "ani"), RESULT_HEAD_ONLY);
	assert_int_equal(save(&page, "nobody"), RESULT_HEAD_ONLY);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	assert_int_equal(save(&page, "kepala"), RESULT_OK);
	assert_int_equal(desk_office(page.desk)->undo_s, 20);
	char *said = stage_dump(stage);
	assert_non_null(strstr(said, "office_changed"));
	assert_int_equal(desk_retire_staff(page.desk, "ani", "budi"), RESULT_HEAD_ONLY);
	assert_int_equal(desk_reset_pin(page.desk, "ani", "budi"), RESULT_HEAD_ONLY);
	free(before);
	free(after);
	free(said);
	close_page(&page);
}

static void who_was_slower_sees_it_first(void **state)
{
	const struct stage *stage = *state;
	struct page one = open_page(stage, "08:00:00"), other = open_page(stage, "08:00:00");
	one.file->office.recall_limit = 7;
	assert_int_equal(save(&one, "kepala"), RESULT_OK);
	other.file->office.undo_s = 20;
	assert_int_equal(save(&other, "kepala"), RESULT_OFFICE_MOVED);
	reread(&other);
	assert_int_equal(other.file->office.recall_limit, 7);
	other.file->office.undo_s = 20;
	assert_int_equal(save(&other, "kepala"), RESULT_OK);
	assert_int_equal(other.file->office.recall_limit, 7);
	close_page(&one);
	close_page(&other);
}

static void a_refusal_names_what_and_leaves_all(void **state)
{
	const struct stage *stage = *state;
	stage_open(stage, "08:00:00", 2, "budi");
	struct page page = open_page(stage, "08:01:00");
	char *before = stage_dump(stage);
	page.file->office.undo_s = 20;
	page.file->office.counters[1] = page.file->office.counters[2];
	page.file->office.counter_count = 2;
	assert_int_equal(save(&page, "kepala"), RESULT_COUNTER_STAYS);
	assert_string_equal(page.detail, "2");
	assert_int_equal(desk_office(page.desk)->undo_s, 10);
	reread(&page);
	page.file->staff[0].role = DESK_CLERK;
	for (int i = 0; i < page.file->staff_count; i++) {
		page.file->staff[i].role = DESK_CLERK;
	}
	assert_int_equal(save(&page, "kepala"), RESULT_STAFF_LAST_HEAD);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	close_page(&page);
}

/* Refused while today's numbers are out; the day after they keep the letter they were given with.
 */
static void another_letter_touches_no_number(void **state)
{
	const struct stage *stage = *state;
	const struct desk_issue issue = {.service = 0};
	struct ticket before = stage_issue(stage, "08:00:00", "KONS"), after;
	struct page page = open_page(stage, "08:01:00");
	text_copy(page.file->office.services[0].prefix, OFFICE_PREFIX_SIZE, "KST");
	assert_int_equal(save(&page, "kepala"), RESULT_PREFIX_USED);
	assert_string_equal(page.detail, "K");
	close_page(&page);
	page = open_page(stage, "2026-11-24T08:00:00");
	text_copy(page.file->office.services[0].prefix, OFFICE_PREFIX_SIZE, "KST");
	assert_int_equal(save(&page, "kepala"), RESULT_OK);
	assert_int_equal(desk_issue(page.desk, &issue, true, &after), RESULT_OK);
	assert_string_equal(after.number, "KST001");
	assert_int_equal(desk_find_ticket(page.desk, "K001", "2026-11-23", &after), RESULT_OK);
	assert_int_equal(after.id, before.id);
	assert_true(stage_is_proven(stage));
	close_page(&page);
}

/* ---- services that are not offered ---- */

static void a_withheld_service_gives_no_numbers_but_serves_on(void **state)
{
	const struct stage *stage = *state;
	struct ticket ticket, waiting = stage_issue(stage, "08:00:00", "KONS");
	struct ticket other = stage_issue(stage, "08:00:30", "JUAL");
	stage_open(stage, "08:01:00", 1, "ani");
	struct page page = open_page(stage, "08:02:00");
	struct desk_appointment appointment;
	const struct desk_issue issue = {.service = 0};
	page.file->office.services[0].withheld = true;
	assert_int_equal(save(&page, "kepala"), RESULT_OK);
	assert_int_equal(desk_issue(page.desk, &issue, true, &ticket), RESULT_SERVICE_WITHHELD);
	assert_int_equal(desk_appoint(page.desk, 0, stage_ms(stage, "10:00:00"), &appointment),
		RESULT_SERVICE_WITHHELD);
	assert_int_equal(
		desk_transfer(page.desk, 0, other.id, 0, &ticket), RESULT_SERVICE_WITHHELD);
	struct desk_view *view = calloc(1, sizeof *view);
	assert_int_equal(desk_view(page.desk, 0, view), RESULT_OK);
	assert_int_equal(view->services[0].closed, RESULT_SERVICE_WITHHELD);
	assert_int_equal(view->services[1].closed, RESULT_OK);
	assert_int_equal(desk_next(page.desk, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.id, waiting.id);
	page.file->office.services[0].withheld = false;
	assert_int_equal(save(&page, "kepala"), RESULT_OK);
	assert_int_equal(desk_issue(page.desk, &issue, true, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	free(view);
	close_page(&page);
}

/* ---- staff ---- */

static bool is_listed(struct desk *desk, const char *code, struct desk_staff *out_person)
{
	struct desk_staff people[16];
	size_t count;
	assert_int_equal(desk_list_staff(desk, people, 16, &count), RESULT_OK);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(people[i].code, code) == 0) {
			*out_person = people[i];
			return true;
		}
	}
	return false;
}

static void staff_comes_changes_and_leaves(void **state)
{
	const struct stage *stage = *state;
	struct page page = open_page(stage, "08:00:00");
	struct desk_staff person, found;
	page.file->staff[page.file->staff_count++] =
		(struct desk_staff){"dewi", "Dewi", DESK_TREASURER, false};
	assert_int_equal(save(&page, "kepala"), RESULT_OK);
	assert_true(is_listed(page.desk, "dewi", &found));
	assert_int_equal(found.role, DESK_TREASURER);
	assert_false(found.has_pin);
	assert_int_equal(desk_sign_in(page.desk, "dewi", "1234", &person), RESULT_OK);
	assert_int_equal(desk_sign_in(page.desk, "dewi", "4321", &person), RESULT_PIN_WRONG);

	assert_int_equal(desk_reset_pin(page.desk, "kepala", "dewi"), RESULT_OK);
	assert_true(is_listed(page.desk, "dewi", &found));
	assert_false(found.has_pin);
	assert_int_equal(desk_sign_in(page.desk, "dewi", "4321", &person), RESULT_OK);
	assert_int_equal(desk_reset_pin(page.desk, "kepala", "nobody"), RESULT_STAFF_UNKNOWN);

	assert_int_equal(desk_open_counter(page.desk, 1, "dewi", 0), RESULT_OK);
	assert_int_equal(desk_retire_staff(page.desk, "kepala", "dewi"), RESULT_STAFF_BUSY);
	assert_int_equal(desk_close_counter(page.desk, 1), RESULT_OK);
	assert_int_equal(desk_retire_staff(page.desk, "kepala", "kepala"), RESULT_STAFF_SELF);
	assert_int_equal(desk_retire_staff(page.desk, "kepala", "dewi"), RESULT_OK);
	assert_false(is_listed(page.desk, "dewi", &found));
	assert_int_equal(desk_sign_in(page.desk, "dewi", "4321", &person), RESULT_STAFF_UNKNOWN);
	assert_int_equal(desk_open_counter(page.desk, 1, "dewi", 0), RESULT_STAFF_UNKNOWN);
	assert_int_equal(desk_retire_staff(page.desk, "kepala", "dewi"), RESULT_STAFF_UNKNOWN);

	/* The settings do not bring her back; added by name she is, with no PIN of before. */
	reread(&page);
	const struct desk_staff again = {"dewi", "Dewi Lagi", DESK_CLERK, false};
	page.file->staff[page.file->staff_count++] = again;
	assert_int_equal(save(&page, "kepala"), RESULT_STAFF_LEFT);
	assert_string_equal(page.detail, "dewi");
	assert_false(is_listed(page.desk, "dewi", &found));
	assert_int_equal(desk_add_staff(page.desk, &again, NULL), RESULT_OK);
	assert_true(is_listed(page.desk, "dewi", &found));
	assert_string_equal(found.name, "Dewi Lagi");
	assert_false(found.has_pin);
	close_page(&page);
}

/* Two consoles: the settings that one has open still name who the other retires. */
static void who_retires_makes_open_settings_old(void **state)
{
	const struct stage *stage = *state;
	struct page one = open_page(stage, "08:00:00"), other = open_page(stage, "08:00:00");
	struct desk_staff found;
	one.file->office.undo_s = 20;
	assert_int_equal(desk_retire_staff(other.desk, "kepala", "budi"), RESULT_OK);
	assert_int_equal(save(&one, "kepala"), RESULT_OFFICE_MOVED);
	assert_false(is_listed(one.desk, "budi", &found));
	reread(&one);
	one.file->office.undo_s = 20;
	assert_int_equal(desk_reset_pin(other.desk, "kepala", "ani"), RESULT_OK);
	assert_int_equal(save(&one, "kepala"), RESULT_OFFICE_MOVED);
	reread(&one);
	one.file->office.undo_s = 20;
	assert_int_equal(save(&one, "kepala"), RESULT_OK);
	assert_false(is_listed(one.desk, "budi", &found));
	close_page(&one);
	close_page(&other);
}

/* An older file names budi, who has left, and makes him head. */
static void an_older_file_brings_nobody_back(void **state)
{
	const struct stage *stage = *state;
	struct page page = open_page(stage, "08:00:00");
	struct office_differences differences;
	struct desk_staff *people = page.file->staff, found;
	assert_int_equal(desk_retire_staff(page.desk, "kepala", "budi"), RESULT_OK);
	for (int i = 0; i < page.file->staff_count; i++) {
		people[i].role = strcmp(people[i].code, "budi") == 0 ? DESK_HEAD : people[i].role;
	}
	page.file->office.undo_s = 20;
	assert_int_equal(desk_import_office(page.desk, page.file, NULL, false, &differences,
				 page.detail, sizeof page.detail),
		RESULT_OK);
	assert_int_equal(differences.count, 1);
	assert_string_equal(differences.list[0].name, "undo_s");
	office_differences_finish(&differences);
	assert_false(is_listed(page.desk, "budi", &found));
	assert_int_equal(desk_sign_in(page.desk, "budi", "1234", &found), RESULT_STAFF_UNKNOWN);
	/* Nor is he the head that there must be. */
	for (int i = 0; i < page.file->staff_count; i++) {
		people[i].role = strcmp(people[i].code, "budi") == 0 ? DESK_HEAD : DESK_CLERK;
	}
	assert_int_equal(desk_import_office(page.desk, page.file, NULL, false, &differences,
				 page.detail, sizeof page.detail),
		RESULT_STAFF_LAST_HEAD);
	office_differences_finish(&differences);
	close_page(&page);
}

/* ---- exports ---- */

static void what_leaves_is_in_the_log(void **state)
{
	const struct stage *stage = *state;
	stage_issue(stage, "08:00:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(
		desk_note_export(desk, "ani", EXPORT_REPORT_XLSX, "2026-11-01", "2026-11-23"),
		RESULT_OK);
	assert_int_equal(desk_note_export(desk, NULL, EXPORT_OFFICE, NULL, NULL), RESULT_OK);
	char *before = stage_dump(stage);
	assert_non_null(strstr(before, "report xlsx 2026-11-01 2026-11-23"));
	assert_int_equal(
		desk_note_export(desk, "nobody", EXPORT_REPORT_CSV, "2026-11-01", "2026-11-23"),
		RESULT_STAFF_UNKNOWN);
	assert_int_equal(
		desk_note_export(desk, "ani", EXPORT_REPORT_CSV, "/home/ani", "2026-11-23"),
		RESULT_DATE_FORM);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(only_the_head_sets_and_the_pin_is_asked),
		TEST(who_was_slower_sees_it_first),
		TEST(a_refusal_names_what_and_leaves_all),
		TEST(another_letter_touches_no_number),
		TEST(a_withheld_service_gives_no_numbers_but_serves_on),
		TEST(staff_comes_changes_and_leaves),
		TEST(who_retires_makes_open_settings_old),
		TEST(an_older_file_brings_nobody_back),
		TEST(what_leaves_is_in_the_log),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
