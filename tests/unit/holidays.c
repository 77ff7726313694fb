#include "app/queue/holidays.h"
#include "tests/unit/calendar_scene.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

static struct holiday_list list;

static void reads_the_list_of_2026(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WITA};
	int kinds[OFFICE_HOLIDAY_KINDS] = {0};
	calendar_scene_add_2026(&office, 0);
	assert_int_equal(office.holiday_count, 25);
	for (int i = 0; i < office.holiday_count; i++) {
		kinds[office.holidays[i].kind]++;
	}
	assert_int_equal(kinds[OFFICE_HOLIDAY_NATIONAL], 17);
	assert_int_equal(kinds[OFFICE_HOLIDAY_JOINT], 8);
	assert_int_equal(office.years[0].year, 2026);
	const struct office_holiday *nyepi =
		office_find_holiday(&office, calendar_scene_day("2026-03-18"));
	assert_non_null(nyepi);
	assert_int_equal(nyepi->kind, OFFICE_HOLIDAY_JOINT);
	assert_string_equal(nyepi->name, "Hari Suci Nyepi");
	assert_null(office_find_holiday(&office, calendar_scene_day("2026-03-17")));
	assert_null(office_find_holiday(&office, calendar_scene_day("2025-12-31")));
	assert_null(office_find_holiday(&office, calendar_scene_day("2026-12-26")));
}

static enum result parse(const char *text, int *out_line)
{
	return holidays_parse(text, strlen(text), &list, out_line);
}

static void takes_what_people_save(void **state)
{
	(void)state;
	int line;
	assert_int_equal(
		parse("\xEF\xBB\xBF# sumber: SKB \r\n\r\n 2026-12-25 ; LN ; Natal  \xE2\x80\x93 hari "
		      "raya\r\n\n2026-01-01;LK;Hari jadi",
			&line),
		RESULT_OK);
	assert_int_equal(list.year, 2026);
	assert_int_equal(list.count, 2);
	assert_string_equal(list.source, "SKB");
	assert_string_equal(list.days[0].name, "Hari jadi");
	assert_int_equal(list.days[0].kind, OFFICE_HOLIDAY_LOCAL);
	assert_int_equal(list.days[0].day, calendar_scene_day("2026-01-01"));
	assert_string_equal(list.days[1].name, "Natal \xE2\x80\x93 hari raya");
}

static void says_which_line_is_wrong(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int line;
		enum result why;
	} rows[] = {
		{"", 1, RESULT_LIST_EMPTY},
		{"# only\n", 2, RESULT_LIST_EMPTY},
		{"2026-01-01;LN", 1, RESULT_LIST_FORM},
		{"2026-01-01;LN;A;B", 1, RESULT_LIST_FORM},
		{"2026-01-01;LN;A;", 1, RESULT_LIST_FORM},
		{"2026-01-01;LN; ", 1, RESULT_LIST_FORM},
		{"2026-01-01,LN,A", 1, RESULT_LIST_FORM},
		{"2026-01-01;LN;A\n2026-02-29;LN;B", 2, RESULT_LIST_DATE},
		{"2026-1-1;LN;A", 1, RESULT_LIST_DATE},
		{"2026-01-01;ln;A", 1, RESULT_LIST_KIND},
		{"2026-01-01;LN;A\n\n2027-01-01;LN;B", 3, RESULT_LIST_YEAR},
		{"2026-01-01;LN;A\n2026-01-02;CB;B\n2026-01-01;CB;C", 3, RESULT_LIST_TWICE},
		{"2026-01-01;LN;\xFF", 1, RESULT_LIST_LINE},
		{"2026-01-01;LN;A\tB", 1, RESULT_LIST_LINE},
		{"2026-01-01;LN;A\rB\n", 1, RESULT_LIST_LINE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int line;
		assert_int_equal(parse(rows[i].text, &line), rows[i].why);
		assert_int_equal(line, rows[i].line);
	}
}

static void knows_its_bounds(void **state)
{
	(void)state;
	static char text[64 * 1024];
	int line;
	memset(text, 'x', 256);
	assert_int_equal(parse(text, &line), RESULT_LIST_LINE);
	snprintf(text, sizeof text, "2026-01-01;LN;%0*d", 96, 7);
	assert_int_equal(parse(text, &line), RESULT_LIST_NAME);
	snprintf(text, sizeof text, "2026-01-01;LN;%0*d", 95, 7);
	assert_int_equal(parse(text, &line), RESULT_OK);
	memset(text, '\n', 1001);
	text[1001] = '\0';
	assert_int_equal(parse(text, &line), RESULT_LIST_LONG);
	text[0] = '\0';
	for (int day = 0; day < 129; day++) {
		char date[CALENDAR_DATE_SIZE];
		size_t used = strlen(text);
		calendar_format_day(calendar_year_start(2026) + day, date);
		snprintf(text + used, sizeof text - used, "%s;CB;A\n", date);
	}
	assert_int_equal(parse(text, &line), RESULT_LIST_LONG);
	assert_int_equal(line, 129);
	/* A zero byte is no end of the text. */
	assert_int_equal(holidays_parse("2026-01-01;LN;A\0B", 17, &list, &line), RESULT_LIST_LINE);
}

/* As the desk takes one in: days to come are the list's, the past is only added to. */
static void a_list_is_taken_in(void **state)
{
	(void)state;
	struct office *office = calloc(1, sizeof *office);
	int line, today = calendar_scene_day("2026-11-23");
	assert_non_null(office);
	office->zone = OFFICE_WITA;
	calendar_scene_add_2026(office, 0);
	const struct office_holiday own = {
		calendar_scene_day("2026-12-28"), OFFICE_HOLIDAY_LOCAL, "Hari jadi", 5};
	assert_true(office_add_holiday(office, &own));
	assert_int_equal(
		parse("2026-08-17;LK;Lain\n2026-11-20;LK;Lewat\n2026-12-31;CB;Akhir tahun\n",
			&line),
		RESULT_OK);
	assert_true(holidays_take(office, &list, today, 7));
	/* 23 of before today, one more of the past, the office's own, and the list's. */
	assert_int_equal(office->holiday_count, 23 + 1 + 1 + 1);
	assert_string_equal(office_find_holiday(office, own.day)->name, "Hari jadi");
	assert_null(office_find_holiday(office, calendar_scene_day("2026-12-25")));
	int past = calendar_scene_day("2026-08-17");
	assert_int_equal(office_find_holiday(office, past)->kind, OFFICE_HOLIDAY_NATIONAL);
	int end = calendar_scene_day("2026-12-31");
	assert_int_equal(office_find_holiday(office, end)->known_ms, 7);
	assert_int_equal(office->year_count, 1);
	for (int day = end + 1; office->holiday_count < OFFICE_HOLIDAYS; day++) {
		assert_true(office_add_holiday(office, &(struct office_holiday){.day = day + 400}));
	}
	assert_int_equal(parse("2027-01-01;LN;Tahun Baru\n", &line), RESULT_OK);
	assert_false(holidays_take(office, &list, today, 7));
	free(office);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_the_list_of_2026),
		cmocka_unit_test(takes_what_people_save),
		cmocka_unit_test(says_which_line_is_wrong),
		cmocka_unit_test(knows_its_bounds),
		cmocka_unit_test(a_list_is_taken_in),
	};
	return cmocka_run_group_tests_name("holidays", tests, NULL, NULL);
}
