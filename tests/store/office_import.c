/* An office file taken into a store that is there: changed from this moment on, and every day
 * before and after still proven. */
#include "app/base/text.h"
#include "app/desk/office_settings.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct office_file *read_office(const struct stage *stage, const char *time)
{
	struct office_file *file = calloc(1, sizeof *file);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	desk_close(desk);
	return file;
}

/* Takes the file in; how many settings changed. */
static size_t import(const struct stage *stage, const char *time, const struct office_file *file)
{
	struct office_differences differences;
	char detail[256];
	struct desk *desk = stage_desk(stage, time);
	enum result result =
		desk_import_office(desk, file, "ani", false, &differences, detail, sizeof detail);
	if (result != RESULT_OK) {
		fail_msg("%s: %s", result_key(result), detail);
	}
	size_t count = differences.count;
	office_differences_finish(&differences);
	desk_close(desk);
	return count;
}

static void assert_refused(const struct stage *stage, const char *time,
	const struct office_file *file, enum result expected, const char *expected_detail)
{
	struct office_differences differences;
	char detail[256];
	char *before = stage_dump(stage);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(
		desk_import_office(desk, file, "ani", false, &differences, detail, sizeof detail),
		expected);
	assert_string_equal(detail, expected_detail);
	assert_int_equal(differences.count, 0);
	desk_close(desk);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

/* ---- the same again ---- */

static void what_was_exported_changes_nothing(void **state)
{
	const struct stage *stage = *state;
	struct office_file *file = read_office(stage, "08:00:00");
	char *before = stage_dump(stage);
	assert_int_equal(import(stage, "08:01:00", file), 0);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	free(file);
}

static void a_look_writes_nothing(void **state)
{
	const struct stage *stage = *state;
	struct office_differences differences;
	char detail[256];
	struct office_file *file = read_office(stage, "08:00:00");
	char *before = stage_dump(stage);
	file->office.undo_s = 20;
	text_copy(file->office.services[1].name[0], OFFICE_NAME_SIZE, "Jualan");
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(
		desk_import_office(desk, file, NULL, true, &differences, detail, sizeof detail),
		RESULT_OK);
	assert_int_equal(desk_office(desk)->undo_s, 10);
	desk_close(desk);
	assert_int_equal(differences.count, 2);
	assert_string_equal(differences.list[0].name, "services.JUAL.name.id");
	assert_string_equal(differences.list[0].before, "Penjualan Produk Statistik");
	assert_string_equal(differences.list[0].after, "Jualan");
	assert_string_equal(differences.list[1].name, "undo_s");
	assert_string_equal(differences.list[1].after, "20");
	office_differences_finish(&differences);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	free(file);
}

/* ---- everything that can change ---- */

static void change_much(struct office_file *file)
{
	struct office *office = &file->office;
	text_copy(office->name, sizeof office->name, "BPS yang baru");
	office->priority_head_start_s = 300;
	office->recall_limit = 5;
	office->ticket_first = true;
	office->week[0].open = (struct office_span){8 * 60, 14 * 60};
	office->week[0].breaks[0] = (struct office_span){12 * 60, 12 * 60 + 30};
	office->week[0].break_count = 1;
	office->services[0].standards[0].limit = 5;
	office_settle_promise(&office->services[0]);
	office->services[2].standards[0].start = OFFICE_GUEST_BOOK;
	office_settle_promise(&office->services[2]);
	/* Two letters change places. */
	text_copy(office->services[3].prefix, OFFICE_PREFIX_SIZE, "D");
	text_copy(office->services[4].prefix, OFFICE_PREFIX_SIZE, "R");
	office->services[4].reception = true;
	office->services[1].asks[GUEST_PHONE] = GUEST_REQUIRED;
	struct office_service *added = &office->services[office->service_count++];
	*added = office->services[2];
	text_copy(added->code, sizeof added->code, "UMUM");
	text_copy(added->prefix, sizeof added->prefix, "U");
	/* Counter 2 is gone, 7 is new and stands first. */
	office->counters[1] = office->counters[2];
	office->counters[2] = office->counters[0];
	office->counters[0] = (struct office_counter){.number = 7, .services = 0x3F};
	text_copy(office->counters[0].name[0], OFFICE_COUNTER_SIZE, "Ruang \"PST\"");
	text_copy(office->counters[0].name[1], OFFICE_COUNTER_SIZE, "PST room");
	office->console = (struct office_console){.ring_late = true, .lock_minutes = 3};
	office->services[1].withheld = true;
	office->slip.hidden[OFFICE_SLIP_PROMISE] = office->slip.hidden[OFFICE_SLIP_WAIT] = true;
	text_copy(office->slip.footer[0], OFFICE_TEXT_SIZE, "Terima kasih \"sudah\" datang");
	office->feedback.invites = false;
	office->feedback.address_count = 1;
	file->standards.count--;
	text_copy(file->staff[0].name, sizeof file->staff[0].name, "Ani Baru");
	file->staff[file->staff_count++] = (struct desk_staff){"dewi", "Dewi", DESK_HEAD, false};
}

static void assert_is(const struct stage *stage, const char *time, const struct office_file *wanted)
{
	struct office_file *found = read_office(stage, time);
	struct office_differences differences;
	office_differ(wanted, found, &differences);
	for (size_t i = 0; i < differences.count; i++) {
		fail_msg("%s: %s instead of %s", differences.list[i].name,
			differences.list[i].after, differences.list[i].before);
	}
	office_differences_finish(&differences);
	free(found);
}

static void all_that_differs_is_changed_and_days_stay_proven(void **state)
{
	const struct stage *stage = *state;
	struct ticket ticket;
	struct desk *watching = stage_desk(stage, "13:00:00");
	stage_open(stage, "08:00:00", 1, "ani");
	for (int i = 0; i < 3; i++) {
		char time[16];
		text_format(time, sizeof time, "08:0%d:00", i + 1);
		stage_issue(stage, time, i == 1 ? "PERP" : "KONS");
	}
	assert_int_equal(stage_do(stage, "08:05:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:10", desk_serve, 1, &ticket), RESULT_OK);
	struct office_file *file = read_office(stage, "08:06:00");
	change_much(file);
	assert_true(import(stage, "08:07:00", file) > 20);
	assert_is(stage, "08:08:00", file);
	assert_true(stage_is_proven(stage));

	/* The counter that stays goes on, the new one opens; one that is gone does not. */
	assert_int_equal(stage_do(stage, "08:20:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "P001");
	struct desk *desk = stage_desk(stage, "08:21:00");
	assert_int_equal(desk_open_counter(desk, 2, "budi", 0), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(desk_open_counter(desk, 7, "budi", 0), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:21:10", desk_next, 7, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:21:15", desk_undo, 7, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:22:00", desk_next, 7, &ticket), RESULT_OK);
	ticket = stage_issue(stage, "08:23:00", "UMUM");
	assert_string_equal(ticket.number, "U001");
	ticket = stage_issue(stage, "08:24:00", "REKOM");
	assert_string_equal(ticket.number, "D001");
	assert_true(stage_is_proven(stage));

	/* A program that was open all the time sees the office as it is, too. */
	assert_int_equal(desk_office(watching)->recall_limit, 3);
	assert_int_equal(desk_close_days(watching), RESULT_OK);
	assert_int_equal(desk_office(watching)->recall_limit, 5);
	desk_close(watching);

	/* And back again on the next day, which closes this one. */
	struct office_file *other = read_office(stage, "2026-11-24T08:00:00");
	other->office.week[0] = (struct office_day){{9 * 60, 10 * 60}, {{0}}, 0};
	other->office.counters[0].number = 2;
	other->office.priority_head_start_s = 0;
	assert_true(import(stage, "2026-11-24T08:01:00", other) > 0);
	assert_true(stage_is_proven(stage));
	free(other);
	free(file);
}

/* ---- the clock of the promise ---- */

static int64_t count_of(const struct stage *stage, const char *time, int64_t ticket)
{
	struct desk_story story;
	struct desk *desk = stage_desk(stage, time);
	/* An act of no meaning, so that the rows are those of this moment. */
	assert_int_equal(desk_open_counter(desk, 3, "citra", 1U << 4), RESULT_OK);
	assert_int_equal(desk_close_counter(desk, 3), RESULT_OK);
	assert_int_equal(desk_tell(desk, ticket, &story), RESULT_OK);
	const struct target_clock *clock = &story.segments[0].clock;
	int64_t count = clock->count_ms;
	if (clock->since_ms != TICKET_NEVER) {
		count += stage_ms(stage, time) - clock->since_ms;
	}
	desk_story_finish(&story);
	desk_close(desk);
	return count;
}

/* Nobody is at a counter: the clock runs in the office's hours only, whatever these become. */
static void hours_hold_from_the_moment_of_their_change(void **state)
{
	const struct stage *stage = *state;
	struct ticket ticket = stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(count_of(stage, "08:10:00", ticket.id), 10 * 60000);
	struct office_file *file = read_office(stage, "08:10:00");
	file->office.week[0].open = (struct office_span){9 * 60, 15 * 60};
	assert_int_equal(import(stage, "08:12:00", file), 1);
	assert_int_equal(count_of(stage, "08:50:00", ticket.id), 12 * 60000);
	assert_int_equal(count_of(stage, "09:05:00", ticket.id), 17 * 60000);
	assert_true(stage_is_proven(stage));
	file->office.week[0].open = (struct office_span){8 * 60, 15 * 60 + 30};
	assert_int_equal(import(stage, "09:10:00", file), 1);
	assert_int_equal(count_of(stage, "09:20:00", ticket.id), 32 * 60000);
	assert_true(stage_is_proven(stage));
	free(file);
}

/* ---- what is refused ---- */

static void what_is_in_use_is_refused(void **state)
{
	const struct stage *stage = *state;
	stage_open(stage, "08:00:00", 2, "budi");
	stage_issue(stage, "08:01:00", "KONS");
	struct office_file *file = read_office(stage, "08:02:00"), *good = calloc(1, sizeof *good);
	*good = *file;

	text_copy(file->office.services[0].prefix, OFFICE_PREFIX_SIZE, "KK");
	assert_refused(stage, "08:03:00", file, RESULT_PREFIX_USED, "K");
	*file = *good;
	file->office.counters[1] = file->office.counters[2];
	file->office.counter_count = 2;
	assert_refused(stage, "08:03:00", file, RESULT_COUNTER_STAYS, "2");
	*file = *good;
	text_copy(file->office.code, OFFICE_CODE_SIZE, "9999");
	assert_refused(stage, "08:03:00", file, RESULT_OFFICE_OTHER, "BPS Kabupaten Tana Tidung");
	*file = *good;
	file->office.zone = OFFICE_WIT;
	assert_refused(stage, "08:03:00", file, RESULT_OFFICE_ZONE, "WITA");
	*file = *good;
	file->office.service_count = 4;
	assert_refused(stage, "08:03:00", file, RESULT_SERVICE_LEFT, "DTSEN");
	*file = *good;
	text_copy(file->office.services[1].prefix, OFFICE_PREFIX_SIZE, "P");
	assert_refused(stage, "08:03:00", file, RESULT_CONFIG_WRONG, "prefix P is used twice");

	/* What is refused today is taken tomorrow, when no number has been given. */
	*file = *good;
	text_copy(file->office.services[0].prefix, OFFICE_PREFIX_SIZE, "KK");
	assert_int_equal(import(stage, "2026-11-24T06:00:00", file), 1);
	struct ticket ticket = stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	assert_string_equal(ticket.number, "KK001");
	assert_true(stage_is_proven(stage));
	free(file);
	free(good);
}

/* ---- the calendar ---- */

static void what_a_file_says_nothing_of_stays(void **state)
{
	const struct stage *stage = *state;
	int64_t id;
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_add_closure(desk, stage_ms(stage, "10:00:00"),
				 stage_ms(stage, "11:00:00"), "Rapat", &id),
		RESULT_OK);
	assert_int_equal(desk_add_closure(desk, stage_ms(stage, "14:00:00"),
				 stage_ms(stage, "15:00:00"), "Rapat", &id),
		RESULT_OK);
	desk_close(desk);
	struct office_file *file = read_office(stage, "10:30:00");
	file->office.closure_count = file->office.holiday_count = file->staff_count = 0;
	file->with_closures = file->with_days_off = file->with_staff = false;
	assert_int_equal(import(stage, "10:30:00", file), 0);

	/* An empty list takes away what has not begun; the rest of the day's figures hold. */
	file->with_closures = file->with_days_off = true;
	assert_true(import(stage, "10:30:00", file) > 0);
	struct office_file *found = read_office(stage, "10:31:00");
	assert_int_equal(found->office.closure_count, 1);
	assert_true(found->office.holiday_count > 10);
	for (int i = 0; i < found->office.holiday_count; i++) {
		assert_true(found->office.holidays[i].known_ms == 0);
	}
	assert_int_equal(found->staff_count, 4);
	assert_true(stage_is_proven(stage));
	free(found);
	free(file);
}

static void entries_of_the_past_are_not_entered(void **state)
{
	const struct stage *stage = *state;
	struct office_file *file = read_office(stage, "10:30:00");
	struct office *office = &file->office;
	const struct office_closure past = {.from_ms = stage_ms(stage, "09:00:00"),
		.to_ms = stage_ms(stage, "11:00:00"),
		.reason = "Terlambat"};
	const struct office_closure coming = {.from_ms = stage_ms(stage, "12:00:00"),
		.to_ms = stage_ms(stage, "13:00:00"),
		.reason = "Nanti"};
	struct office_season season = {.name = "Ramadan"};
	assert_true(calendar_parse_day("2027-02-08", &season.from_day));
	assert_true(calendar_parse_day("2027-03-09", &season.to_day));
	season.week[0].open = (struct office_span){480, 900};
	assert_true(office_add_closure(office, &past));
	assert_true(office_add_closure(office, &coming));
	assert_true(office_add_season(office, &season));
	assert_true(import(stage, "10:31:00", file) > 0);
	struct office_file *found = read_office(stage, "10:32:00");
	assert_int_equal(found->office.closure_count, 1);
	assert_string_equal(found->office.closures[0].reason, "Nanti");
	assert_int_equal(found->office.closures[0].known_ms, stage_ms(stage, "10:31:00"));
	assert_int_equal(found->office.season_count, 1);
	assert_true(stage_is_proven(stage));
	free(found);
	free(file);
}

/* ---- many changes among many acts ---- */

static uint32_t draw(uint32_t *seed, uint32_t count)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 16) % count;
}

static void change_at_random(struct office_file *file, uint32_t *seed)
{
	struct office *office = &file->office;
	int from = 6 + (int)draw(seed, 5);
	office->week[0] = (struct office_day){{from * 60, (from + 3) * 60}, {{0}}, 1};
	office->week[0].breaks[0] =
		(struct office_span){(from + 1) * 60, (from + 1) * 60 + 1 + (int)draw(seed, 30)};
	for (int i = 0; i < office->service_count; i++) {
		struct office_standard *standard = &office->services[i].standards[0];
		standard->limit = 5 + (int)draw(seed, 10);
		standard->start = draw(seed, 3) == 0 ? OFFICE_GUEST_BOOK : OFFICE_PREVIOUS_FINISHED;
		office_settle_promise(&office->services[i]);
	}
	struct office_counter moved = office->counters[1];
	office->counters[1] = office->counters[2];
	office->counters[2] = moved;
	office->priority_head_start_s = (int)draw(seed, 1200);
	office->serve_on_call = draw(seed, 2) == 0;
}

static void act_at_random(struct desk *desk, uint32_t *seed)
{
	static stage_act *const acts[] = {
		desk_next, desk_serve, desk_finish, desk_absent, desk_undo, desk_recall};
	struct ticket ticket;
	int counter = 1 + (int)draw(seed, 2);
	const struct desk_issue issue = {.service = (int)draw(seed, 5),
		.priority = draw(seed, 4) == 0 ? TICKET_ELDERLY : TICKET_ORDINARY};
	if (draw(seed, 3) == 0) {
		(void)desk_issue(desk, &issue, true, &ticket);
	} else {
		(void)acts[draw(seed, sizeof acts / sizeof acts[0])](desk, counter, &ticket);
	}
}

static void a_day_of_many_changes_is_proven(void **state)
{
	const struct stage *stage = *state;
	uint32_t seed = 7;
	int64_t at_s = 8 * 3600;
	stage_open(stage, "07:50:00", 1, "ani");
	stage_open(stage, "07:50:10", 2, "budi");
	for (int i = 0; i < 240; i++) {
		char time[16];
		at_s += 5 + draw(&seed, 40);
		text_format(time, sizeof time, "%02d:%02d:%02d", (int)(at_s / 3600),
			(int)(at_s / 60 % 60), (int)(at_s % 60));
		if (i % 12 == 11) {
			struct office_file *file = read_office(stage, time);
			change_at_random(file, &seed);
			assert_true(import(stage, time, file) > 0);
			free(file);
		} else {
			struct desk *desk = stage_desk(stage, time);
			act_at_random(desk, &seed);
			desk_close(desk);
		}
		if (i % 40 == 39) {
			assert_true(stage_is_proven(stage));
		}
	}
	struct desk *desk = stage_desk(stage, "2026-11-24T07:00:00");
	assert_int_equal(desk_close_days(desk), RESULT_OK);
	struct desk_day day;
	assert_int_equal(desk_day(desk, "2026-11-23", &day), RESULT_OK);
	assert_true(day.all.done > 10);
	assert_true(day.closed);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

/* ---- rules of the past that somebody changes ---- */

static void assert_not_proven(const struct stage *stage, const char *what)
{
	struct desk_proof proof;
	struct desk *desk = stage_desk(stage, "10:00:00");
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	assert_false(proof.right);
	assert_string_equal(proof.what, what);
	desk_close(desk);
}

static void a_past_that_was_changed_is_found(void **state)
{
	const struct stage *stage = *state;
	struct office_file *file = read_office(stage, "08:00:00");
	file->office.priority_head_start_s = 60;
	assert_int_equal(import(stage, "08:01:00", file), 1);
	assert_true(stage_is_proven(stage));
	stage_change(stage, "UPDATE office_past SET rules = replace(rules, '1 900 ', '1 901 ')");
	assert_not_proven(stage, "office_past");
	stage_change(stage, "UPDATE office_past SET rules = replace(rules, '1 901 ', '1 900 ')");
	assert_true(stage_is_proven(stage));
	stage_change(stage, "UPDATE office SET priority_head_start_s = 61");
	assert_not_proven(stage, "office_changed");
	stage_change(
		stage, "UPDATE office SET priority_head_start_s = 60; DELETE FROM office_past");
	assert_not_proven(stage, "office_past");
	free(file);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down)
#define TEST_RIGHT(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST_RIGHT(what_was_exported_changes_nothing),
		TEST_RIGHT(a_look_writes_nothing),
		TEST_RIGHT(all_that_differs_is_changed_and_days_stay_proven),
		TEST_RIGHT(hours_hold_from_the_moment_of_their_change),
		TEST_RIGHT(what_is_in_use_is_refused),
		TEST_RIGHT(what_a_file_says_nothing_of_stays),
		TEST_RIGHT(entries_of_the_past_are_not_entered),
		TEST_RIGHT(a_day_of_many_changes_is_proven),
		TEST(a_past_that_was_changed_is_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
