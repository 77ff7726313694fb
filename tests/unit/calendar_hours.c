/* Opening hours where the week is not all: closures, holidays, seasons. Hours as a person would say
 * them from the tables of domain §3. */
#include "app/base/text.h"
#include "tests/unit/calendar_scene.h"
#include "tests/unit/check.h"

#include <string.h>

/* Monday to Thursday 08.00-15.30 with a break from 12.00 to 13.00, Friday 08.00-16.00 with one from
 * 11.30 to 13.00 (90 minutes, Perpres 21/2023); the holidays of 2026; Ramadan 1447 H. */
static struct office make_office(enum office_zone zone)
{
	struct office office = {.zone = zone, .issue_before_s = 1800};
	/* Ramadan by Perpres 21/2023: from 08.00, 32 h 30 min a week, a break of 30 and on Fridays
	 * 60 minutes: 4 × 6.5 h and 6.5 h. */
	struct office_season ramadan = {
		.id = 1,
		.name = "Ramadan 1447 H",
		.from_day = calendar_scene_day("2026-02-18"),
		.to_day = calendar_scene_day("2026-03-19"),
	};
	for (int day = 0; day < 5; day++) {
		bool friday = day == 4;
		office.week[day] = (struct office_day){.open = {480, friday ? 960 : 930},
			.breaks = {{friday ? 690 : 720, 780}},
			.break_count = 1};
		ramadan.week[day] = (struct office_day){.open = {480, friday ? 930 : 900},
			.breaks = {{friday ? 690 : 720, 750}},
			.break_count = 1};
	}
	calendar_scene_add_2026(&office, 0);
	assert_true(office_add_season(&office, &ramadan));
	return office;
}

static void add_closure(struct office *office, const char *from, const char *to, const char *known)
{
	struct office_closure closure = {
		.from_ms = calendar_scene_at(office, from), .to_ms = calendar_scene_at(office, to)};
	closure.known_ms = known != NULL ? calendar_scene_at(office, known) : 0;
	assert_true(office_add_closure(office, &closure));
}

/* A time as it is in the tables, or "-" for never. */
static void assert_time(const struct office *office, int64_t ms, const char *wanted)
{
	char text[CALENDAR_TIME_SIZE] = "-";
	if (ms >= 0) {
		calendar_format(office, ms, text);
		text[16] = '\0';
	}
	assert_string_equal(text, wanted);
}

struct row {
	const char *now;
	enum calendar_state state;
	const char *open, *close, *until;
};

static void assert_rows(const struct office *office, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct calendar_hours hours;
		calendar_hours(office, calendar_scene_at(office, rows[i].now), &hours);
		assert_int_equal(hours.state, rows[i].state);
		assert_time(office, hours.open_ms, rows[i].open);
		assert_time(office, hours.close_ms, rows[i].close);
		assert_time(office, hours.until_ms, rows[i].until);
	}
}

#define ASSERT_ROWS(office, rows) assert_rows(office, rows, sizeof rows / sizeof rows[0])

static void ordinary_days_holidays_and_ramadan(void **state)
{
	(void)state;
	static const struct row rows[] = {
		/* before opening; a Friday */
		{"2026-11-23T06:00:00", CALENDAR_CLOSED, "2026-11-23T08:00", "2026-11-23T15:30",
			"2026-11-23T07:30"},
		{"2026-11-27T11:30:00", CALENDAR_BREAK, "2026-11-27T08:00", "2026-11-27T16:00",
			"2026-11-27T13:00"},
		{"2026-11-27T13:00:00", CALENDAR_OPEN, "2026-11-27T08:00", "2026-11-27T16:00",
			"2026-11-27T16:00"},
		/* the day before Ramadan is Imlek, the one before that cuti bersama, a Monday */
		{"2026-02-13T16:00:00", CALENDAR_CLOSED, "2026-02-18T08:00", "-",
			"2026-02-18T07:30"},
		{"2026-02-16T09:00:00", CALENDAR_CLOSED, "2026-02-18T08:00", "-",
			"2026-02-18T07:30"},
		{"2026-02-18T12:00:00", CALENDAR_BREAK, "2026-02-18T08:00", "2026-02-18T15:00",
			"2026-02-18T12:30"},
		{"2026-02-18T12:30:00", CALENDAR_OPEN, "2026-02-18T08:00", "2026-02-18T15:00",
			"2026-02-18T15:00"},
		{"2026-02-18T15:00:00", CALENDAR_CLOSED, "2026-02-19T08:00", "-",
			"2026-02-19T07:30"},
		{"2026-02-20T12:29:59", CALENDAR_BREAK, "2026-02-20T08:00", "2026-02-20T15:30",
			"2026-02-20T12:30"},
		/* Tuesday 17 March is the last day before Nyepi and Idulfitri; Wednesday 25 is next
		 */
		{"2026-03-17T15:00:00", CALENDAR_CLOSED, "2026-03-25T08:00", "-",
			"2026-03-25T07:30"},
		{"2026-03-19T10:00:00", CALENDAR_CLOSED, "2026-03-25T08:00", "-",
			"2026-03-25T07:30"},
		{"2026-03-25T15:00:00", CALENDAR_OPEN, "2026-03-25T08:00", "2026-03-25T15:30",
			"2026-03-25T15:30"},
		/* the end of the year: only the list of 2026 is there */
		{"2026-12-23T15:30:00", CALENDAR_CLOSED, "2026-12-28T08:00", "-",
			"2026-12-28T07:30"},
		{"2026-12-31T23:59:59", CALENDAR_CLOSED, "2027-01-01T08:00", "-",
			"2027-01-01T07:30"},
		/* 2028 has a 29 February, a Tuesday */
		{"2028-02-28T16:00:00", CALENDAR_CLOSED, "2028-02-29T08:00", "-",
			"2028-02-29T07:30"},
		{"2028-02-29T15:30:00", CALENDAR_CLOSED, "2028-03-01T08:00", "-",
			"2028-03-01T07:30"},
	};
	for (int zone = OFFICE_WIB; zone <= OFFICE_WIT; zone++) {
		struct office office = make_office((enum office_zone)zone);
		ASSERT_ROWS(&office, rows);
	}
}

static void a_local_holiday(void **state)
{
	(void)state;
	static const struct row rows[] = {{"2026-11-23T15:30:00", CALENDAR_CLOSED,
		"2026-11-25T08:00", "-", "2026-11-25T07:30"}};
	struct office office = make_office(OFFICE_WITA);
	const struct office_holiday local = {.day = calendar_scene_day("2026-11-24"),
		.kind = OFFICE_HOLIDAY_LOCAL,
		.name = "Hari jadi kabupaten"};
	assert_true(office_add_holiday(&office, &local));
	ASSERT_ROWS(&office, rows);
}

static void a_closure_in_the_middle_of_a_day(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2026-11-24T09:59:59", CALENDAR_OPEN, "2026-11-24T08:00", "2026-11-24T10:00",
			"2026-11-24T10:00"},
		{"2026-11-24T10:00:00", CALENDAR_CLOSED, "2026-11-24T11:00", "2026-11-24T15:30",
			"2026-11-24T10:30"},
		{"2026-11-24T10:30:00", CALENDAR_BEFORE, "2026-11-24T11:00", "2026-11-24T15:30",
			"2026-11-24T11:00"},
		{"2026-11-24T11:00:00", CALENDAR_OPEN, "2026-11-24T11:00", "2026-11-24T15:30",
			"2026-11-24T12:00"},
		{"2026-11-24T12:00:00", CALENDAR_BREAK, "2026-11-24T11:00", "2026-11-24T15:30",
			"2026-11-24T13:00"},
		{"2026-11-24T15:30:00", CALENDAR_CLOSED, "2026-11-25T08:00", "-",
			"2026-11-25T07:30"},
	};
	for (int zone = OFFICE_WIB; zone <= OFFICE_WIT; zone++) {
		struct office office = make_office((enum office_zone)zone);
		add_closure(&office, "2026-11-24T10:00:00", "2026-11-24T11:00:00", NULL);
		ASSERT_ROWS(&office, rows);
	}
}

static void closures_at_the_edges_of_a_day(void **state)
{
	(void)state;
	static const struct row rows[] = {
		/* Tuesday opens late, Wednesday ends on its break, which a closure cuts */
		{"2026-11-24T09:00:00", CALENDAR_CLOSED, "2026-11-24T10:00", "2026-11-24T15:30",
			"2026-11-24T09:30"},
		{"2026-11-25T11:00:00", CALENDAR_OPEN, "2026-11-25T08:00", "2026-11-25T12:30",
			"2026-11-25T12:00"},
		{"2026-11-25T12:00:00", CALENDAR_BREAK, "2026-11-25T08:00", "2026-11-25T12:30",
			"2026-11-25T12:30"},
		{"2026-11-25T12:30:00", CALENDAR_CLOSED, "2026-11-26T08:00", "-",
			"2026-11-26T07:30"},
		/* Friday: all of it, by two closures side by side */
		{"2026-11-26T16:00:00", CALENDAR_CLOSED, "2026-11-30T08:00", "-",
			"2026-11-30T07:30"},
	};
	struct office office = make_office(OFFICE_WITA);
	add_closure(&office, "2026-11-27T11:00:00", "2026-11-27T20:00:00", NULL);
	add_closure(&office, "2026-11-24T00:00:00", "2026-11-24T10:00:00", NULL);
	add_closure(&office, "2026-11-27T06:00:00", "2026-11-27T11:00:00", NULL);
	add_closure(&office, "2026-11-25T12:30:00", "2026-11-25T15:30:00", NULL);
	ASSERT_ROWS(&office, rows);
	assert_int_equal(
		office.closures[0].from_ms, calendar_scene_at(&office, "2026-11-24T00:00:00"));
}

static const char *closed_by(const struct office *office, const char *time)
{
	struct calendar_day day;
	int64_t now = calendar_scene_at(office, time);
	(void)calendar_day(office, now, &day);
	const struct office_closure *closure = calendar_closure(office, &day, now);
	return closure != NULL ? closure->reason : "";
}

static void a_closure_is_the_reason_while_it_lasts(void **state)
{
	struct office office = make_office(OFFICE_WIB);
	(void)state;
	add_closure(&office, "2026-11-24T10:00:00", "2026-11-24T11:00:00", NULL);
	text_copy(office.closures[0].reason, sizeof office.closures[0].reason, "an hour");
	add_closure(&office, "2026-11-27T00:00:00", "2026-11-28T00:00:00", NULL);
	text_copy(office.closures[1].reason, sizeof office.closures[1].reason, "a day");
	/* entered while it ran */
	add_closure(&office, "2026-11-30T00:00:00", "2026-12-01T00:00:00", "2026-11-30T09:00:00");
	assert_string_equal(closed_by(&office, "2026-11-24T09:59:59"), "");
	assert_string_equal(closed_by(&office, "2026-11-24T10:00:00"), "an hour");
	assert_string_equal(closed_by(&office, "2026-11-24T11:00:00"), "");
	/* also before its hours: it left nothing of the day */
	assert_string_equal(closed_by(&office, "2026-11-27T06:00:00"), "a day");
	assert_string_equal(closed_by(&office, "2026-11-30T10:00:00"), "");
}

static void a_closure_over_several_days(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"2026-11-23T13:00:00", CALENDAR_OPEN, "2026-11-23T08:00", "2026-11-23T14:00",
			"2026-11-23T14:00"},
		{"2026-11-23T14:00:00", CALENDAR_CLOSED, "2026-11-26T13:00", "-",
			"2026-11-26T12:30"},
		{"2026-11-25T10:00:00", CALENDAR_CLOSED, "2026-11-26T13:00", "-",
			"2026-11-26T12:30"},
		{"2026-11-26T13:00:00", CALENDAR_OPEN, "2026-11-26T13:00", "2026-11-26T15:30",
			"2026-11-26T15:30"},
	};
	struct office office = make_office(OFFICE_WIB);
	add_closure(&office, "2026-11-23T14:00:00", "2026-11-26T13:00:00", NULL);
	ASSERT_ROWS(&office, rows);
}

static void walks_the_edges(void **state)
{
	(void)state;
	static const char *const edges[] = {"2026-03-17T08:00", "2026-03-17T10:00",
		"2026-03-17T11:30", "2026-03-17T12:00", "2026-03-17T12:30", "2026-03-17T15:00",
		"2026-03-25T08:00", "2026-03-25T12:00", "2026-03-25T13:00"};
	struct office office = make_office(OFFICE_WITA);
	add_closure(&office, "2026-03-17T10:00:00", "2026-03-17T11:30:00", NULL);
	int64_t now = calendar_scene_at(&office, "2026-03-17T00:00:00");
	for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
		now = calendar_next_edge(&office, now, INT64_MAX);
		assert_time(&office, now, edges[i]);
	}
	int64_t before = calendar_scene_at(&office, "2026-03-17T15:00:00");
	int64_t next = calendar_scene_at(&office, "2026-03-25T08:00:00");
	assert_int_equal(calendar_next_edge(&office, before, next), next);
	assert_int_equal(calendar_next_edge(&office, before, next - 1), -1);
}

/* A break inside a closure begins and ends nothing. */
static void walks_past_the_breaks_of_a_closure(void **state)
{
	(void)state;
	static const char *const edges[] = {"2026-11-24T08:00", "2026-11-24T11:00",
		"2026-11-24T14:00", "2026-11-24T15:30", "2026-11-25T08:00", "2026-11-25T11:00",
		"2026-11-25T12:30", "2026-11-25T13:00", "2026-11-25T15:30"};
	struct office office = make_office(OFFICE_WITA);
	add_closure(&office, "2026-11-24T11:00:00", "2026-11-24T14:00:00", NULL);
	add_closure(&office, "2026-11-25T11:00:00", "2026-11-25T12:30:00", NULL);
	int64_t now = calendar_scene_at(&office, "2026-11-24T00:00:00");
	for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
		now = calendar_next_edge(&office, now, INT64_MAX);
		assert_time(&office, now, edges[i]);
	}
}

static void looks_a_year_ahead(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	struct calendar_hours hours;
	int64_t now = calendar_scene_at(&office, "2026-11-23T16:00:00");
	add_closure(&office, "2026-11-24T00:00:00", "2027-12-27T00:00:00", NULL);
	calendar_hours(&office, now, &hours);
	assert_time(&office, hours.open_ms, "2027-12-27T08:00");
	assert_time(&office, calendar_next_edge(&office, now, INT64_MAX), "2027-12-27T08:00");
	office.closures[0].to_ms = calendar_scene_at(&office, "2028-12-27T00:00:00");
	calendar_hours(&office, now, &hours);
	assert_time(&office, hours.open_ms, "-");
	assert_int_equal(calendar_next_edge(&office, now, INT64_MAX), -1);
}

/* What is entered late changes no moment that has begun. */
static void the_past_stays_as_it_was(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	struct calendar_day day;
	int today = calendar_scene_day("2026-11-24");
	int64_t midnight = calendar_day_start(&office, today);
	struct office_holiday late = {.day = today, .name = "Late", .known_ms = midnight};
	assert_true(office_add_holiday(&office, &late));
	assert_true(calendar_day(&office, midnight, &day));
	assert_int_equal(day.reason, CALENDAR_WEEK);
	assert_null(day.holiday);
	assert_false(calendar_is_working_day(&office, today));
	for (int i = 0; i < office.holiday_count; i++) {
		if (office.holidays[i].day == today) {
			office.holidays[i].known_ms = midnight - 1;
		}
	}
	assert_false(calendar_day(&office, midnight, &day));
	assert_int_equal(day.reason, CALENDAR_HOLIDAY);
	assert_string_equal(day.holiday->name, "Late");
	/* A season entered on its second day is in force from the third. */
	office.seasons[0].known_ms = calendar_scene_at(&office, "2026-02-19T06:00:00");
	static const struct row rows[] = {
		{"2026-02-19T15:00:00", CALENDAR_OPEN, "2026-02-19T08:00", "2026-02-19T15:30",
			"2026-02-19T15:30"},
		{"2026-02-20T15:00:00", CALENDAR_OPEN, "2026-02-20T08:00", "2026-02-20T15:30",
			"2026-02-20T15:30"},
		{"2026-02-23T15:00:00", CALENDAR_CLOSED, "2026-02-24T08:00", "-",
			"2026-02-24T07:30"},
		/* a closure entered after it began, and one entered just in time */
		{"2026-11-25T10:30:00", CALENDAR_OPEN, "2026-11-25T08:00", "2026-11-25T15:30",
			"2026-11-25T12:00"},
		{"2026-11-26T10:30:00", CALENDAR_BEFORE, "2026-11-26T11:00", "2026-11-26T15:30",
			"2026-11-26T11:00"},
	};
	add_closure(&office, "2026-11-25T10:00:00", "2026-11-25T11:00:00", "2026-11-25T10:00:00");
	add_closure(&office, "2026-11-26T10:00:00", "2026-11-26T11:00:00", "2026-11-26T09:59:59");
	ASSERT_ROWS(&office, rows);
}

static void tells_why(void **state)
{
	(void)state;
	static const struct {
		const char *date;
		enum calendar_reason reason;
		const char *open, *close;
	} rows[] = {
		{"2026-11-23", CALENDAR_WEEK, "2026-11-23T08:00", "2026-11-23T15:30"},
		{"2026-11-22", CALENDAR_WEEK, "-", "-"},
		{"2026-02-19", CALENDAR_SEASON, "2026-02-19T08:00", "2026-02-19T15:00"},
		{"2026-03-19", CALENDAR_HOLIDAY, "-", "-"},
		{"2026-11-24", CALENDAR_CLOSURE, "-", "-"},
		{"2026-11-25", CALENDAR_WEEK, "2026-11-25T08:00", "2026-11-25T15:30"},
	};
	struct office office = make_office(OFFICE_WIT);
	add_closure(&office, "2026-11-24T08:00:00", "2026-11-24T15:30:00", NULL);
	add_closure(&office, "2026-11-25T10:00:00", "2026-11-25T11:00:00", NULL);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct calendar_day day;
		int64_t ms = 0;
		assert_true(calendar_parse_date(&office, rows[i].date, &ms));
		bool open = calendar_day(&office, ms + 3600000, &day);
		assert_int_equal(open, strcmp(rows[i].open, "-") != 0);
		assert_int_equal(day.reason, rows[i].reason);
		assert_time(&office, day.open_ms, rows[i].open);
		assert_time(&office, day.close_ms, rows[i].close);
	}
}

static void the_week_of_the_season(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	int64_t ordinary = calendar_scene_at(&office, "2026-02-17T23:59:59");
	/* 19 March is a holiday in Ramadan. */
	int64_t ramadan = calendar_scene_at(&office, "2026-03-19T12:00:00");
	assert_ptr_equal(calendar_week(&office, ordinary), office.week);
	assert_ptr_equal(calendar_week(&office, ordinary + 1000), office.seasons[0].week);
	assert_ptr_equal(calendar_week(&office, ramadan), office.seasons[0].week);
	assert_ptr_equal(calendar_week(&office, ramadan + 43200000), office.week);
}

static void days_go_there_and_back(void **state)
{
	(void)state;
	char text[CALENDAR_DATE_SIZE];
	struct office office = {.zone = OFFICE_WIT};
	assert_int_equal(calendar_scene_day("1970-01-01"), 0);
	assert_int_equal(calendar_scene_day("2026-11-23"), 20780);
	assert_int_equal(calendar_year_start(2027), calendar_scene_day("2027-01-01"));
	for (int day = 0; day < 60000; day += 7) {
		calendar_format_day(day, text);
		assert_int_equal(calendar_scene_day(text), day);
		assert_int_equal(
			calendar_day_number(&office, calendar_day_start(&office, day)), day);
		assert_int_equal(calendar_day_number(&office, calendar_day_start(&office, day) - 1),
			day - 1);
	}
	int day = 77;
	assert_false(calendar_parse_day("2026-02-29", &day));
	assert_false(calendar_parse_day("2026-02-28 ", &day));
	assert_int_equal(day, 77);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_days_holidays_and_ramadan),
		cmocka_unit_test(a_local_holiday),
		cmocka_unit_test(a_closure_in_the_middle_of_a_day),
		cmocka_unit_test(closures_at_the_edges_of_a_day),
		cmocka_unit_test(a_closure_is_the_reason_while_it_lasts),
		cmocka_unit_test(a_closure_over_several_days),
		cmocka_unit_test(walks_the_edges),
		cmocka_unit_test(walks_past_the_breaks_of_a_closure),
		cmocka_unit_test(looks_a_year_ahead),
		cmocka_unit_test(the_past_stays_as_it_was),
		cmocka_unit_test(tells_why),
		cmocka_unit_test(the_week_of_the_season),
		cmocka_unit_test(days_go_there_and_back),
	};
	return cmocka_run_group_tests_name("calendar_hours", tests, NULL, NULL);
}
