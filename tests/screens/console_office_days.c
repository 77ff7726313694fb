/* Days off on the page of the settings: out of a file, found or named, and taken back. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/screens/console_office_scene.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What a look in the folders finds: a list of next year, and one that is wrong. */
static void offer_lists(struct setup *setup)
{
	struct lists *lists = memory_zeroed(1, sizeof(*lists));
	struct holiday_list *list = &lists->files[0].list;
	text_copy(lists->files[0].name, LISTS_NAME_SIZE, "2027.csv · STIK");
	list->year = 2027;
	list->count = 2;
	list->days[0] = (struct office_holiday){
		.day = calendar_year_start(2027), .name = "Tahun Baru 2027"};
	list->days[1] = (struct office_holiday){.day = calendar_year_start(2027) + 30,
		.kind = OFFICE_HOLIDAY_JOINT,
		.name = "Cuti bersama"};
	text_copy(lists->files[1].name, LISTS_NAME_SIZE, "keliru.csv · STIK");
	lists->files[1].result = RESULT_LIST_KIND;
	text_copy(lists->files[1].where, OFFICE_TEXT_SIZE, "/media/STIK/keliru.csv:3");
	lists->count = 2;
	setup_hear_lists(setup, lists);
}

static void test_a_year_comes_out_of_a_file(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	int before = setup->edit->office.holiday_count;
	assert_false(setup_take_wish_for_lists(setup));
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
	assert_true(setup_take_wish_for_lists(setup));
	assert_false(setup_take_wish_for_lists(setup));
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW); /* nothing is found yet */
	assert_int_equal(setup->list, 0);
	offer_lists(setup);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 2, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_LIST_KIND);
	assert_non_null(strstr(setup->detail, "keliru.csv:3"));
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_TEXTS, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_int_equal(setup->topic, SETUP_DAYS);
	assert_int_equal(setup->fault, RESULT_LIST_KIND);
	assert_non_null(strstr(setup->detail, "keliru.csv:3"));
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_OK);
	offer_lists(setup); /* a later look changes nothing that is chosen */
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 1);
	office_assert_change(setup, 0, "Hari libur", "Daftar libur setahun", "2027: 0 hari",
		"2027: 2 hari · 2027.csv · STIK");
	assert_int_equal(setup->wanted->office.holiday_count, before + 2);
	assert_int_equal(
		setup->wanted->office.years[setup->wanted->office.year_count - 1].year, 2027);
	shift_finish(&shift);
}

/* What the thread has read of the path that was typed. */
static void hear_typed(struct setup *setup, enum result result)
{
	struct lists *lists = memory_zeroed(1, sizeof *lists);
	lists->typed = true;
	lists->count = 1;
	lists->files[0].result = result;
	lists->files[0].list.year = 2028;
	lists->files[0].list.count = result == RESULT_OK ? 1 : 0;
	lists->files[0].list.days[0] =
		(struct office_holiday){.day = calendar_year_start(2028), .name = "Tahun Baru"};
	text_copy(lists->files[0].name, LISTS_NAME_SIZE, "2028.csv · pst");
	setup_hear_lists(setup, lists);
}

/* It is read once its row is left, and the review waits for it. */
static void test_a_year_comes_out_of_a_path_that_is_typed(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
	offer_lists(setup);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
	office_type(&shift, "2028.csv");
	assert_int_equal(setup->fault, RESULT_LIST_PATH);
	office_clear(&shift);
	office_type(&shift, "/home/pst/2028.csv");
	assert_null(setup_wished_list(setup));
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_string_equal(setup_wished_list(setup), "/home/pst/2028.csv");
	setup_begin_list(setup);
	assert_null(setup_wished_list(setup));
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_OPEN);
	hear_typed(setup, RESULT_LIST_LOST);
	assert_int_equal(setup->fault, RESULT_LIST_LOST);
	assert_int_equal(setup->list, 3);
	/* Typed anew, and left for another topic. */
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
	office_type(&shift, "x");
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_TEXTS, OFFICE_NOW);
	assert_string_equal(setup_wished_list(setup), "/home/pst/2028.csvx");
	setup_begin_list(setup);
	hear_typed(setup, RESULT_OK);
	assert_int_equal(setup->list, 4);
	hear_typed(setup, RESULT_OK); /* nobody waits for it */
	assert_int_equal(setup->lists->count, 4);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 1);
	office_assert_change(setup, 0, "Hari libur", "Daftar libur setahun", "2028: 0 hari",
		"2028: 1 hari · 2028.csv · pst");
	shift_finish(&shift);
}

/* What becomes of that file is no word on what is being typed meanwhile. */
static void test_a_file_that_is_read_leaves_what_is_typed(void **state)
{
	(void)state;
	static const enum result results[] = {RESULT_OK, RESULT_LIST_LOST};
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++) {
		struct shift shift;
		office_open_page(&shift);
		struct setup *setup = &shift.setup;
		hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
		offer_lists(setup);
		hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
		office_type(&shift, "/home/pst/2028.csv");
		hand_act(&shift, SHIFT_OFFICE_FOCUS, 2, OFFICE_NOW);
		setup_begin_list(setup);
		hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
		office_clear(&shift);
		office_type(&shift, "stik");
		assert_int_equal(setup->fault, RESULT_LIST_PATH);
		hear_typed(setup, results[i]);
		assert_int_equal(setup->list, 3);
		assert_int_equal(setup->fault, RESULT_LIST_PATH);
		hand_act(&shift, SHIFT_OFFICE_FOCUS, 3, OFFICE_NOW);
		assert_int_equal(setup->row, 1); /* it is not left half typed */
		shift_finish(&shift);
	}
}

static struct office_holiday day_off(const char *date, const char *name)
{
	struct office_holiday holiday = {.kind = OFFICE_HOLIDAY_LOCAL};
	assert_true(calendar_parse_day(date, &holiday.day));
	text_copy(holiday.name, sizeof(holiday.name), name);
	return holiday;
}

/* Of the days that are known those to come can go; what is past, and today, stays as it was. */
static void test_a_day_off_to_come_is_taken_back(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	struct office *offices[] = {&setup->was->office, &setup->edit->office};
	const struct office_holiday days[] = {day_off("2026-11-20", "Lewat"),
		day_off("2026-11-23", "Hari ini"), day_off("2026-12-30", "Hari jadi"),
		day_off("2026-12-31", "Tutup tahun")};
	for (int i = 0; i < 8; i++) {
		offices[i / 4]->holiday_count = i % 4 == 0 ? 0 : offices[i / 4]->holiday_count;
		assert_true(office_add_holiday(offices[i / 4], &days[i % 4]));
	}
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 4, OFFICE_NOW);
	assert_int_equal(setup_options(setup, (struct setup_row){SETUP_OFF_DROP, 0}), 3);
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW);
	assert_int_equal(setup->edit->office.holidays[2].day, days[2].day);
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW);
	assert_int_equal(setup->edit->office.holiday_count, 3);
	assert_int_equal(setup->edit->office.holidays[2].day, days[3].day);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 1);
	office_assert_change(setup, 0, "Hari libur", "Hapus hari libur yang akan datang",
		"2026-12-30 · Hari jadi", "Dibatalkan");
	assert_int_equal(setup->wanted->office.holiday_count, 3);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 0, OFFICE_NOW);
	assert_int_equal(setup->edit->office.holiday_count, 4);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 0);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_year_comes_out_of_a_file),
		cmocka_unit_test(test_a_year_comes_out_of_a_path_that_is_typed),
		cmocka_unit_test(test_a_file_that_is_read_leaves_what_is_typed),
		cmocka_unit_test(test_a_day_off_to_come_is_taken_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
