#include "app/queue/calendar.h"
#include "tests/unit/check.h"

#include <string.h>

static const int64_t day_ms = INT64_C(86400) * 1000;

/* Monday to Thursday 08.00-15.30 with a break from 12.00 to 13.00, Friday 08.00-16.00. */
static struct office make_office(enum office_zone zone)
{
	struct office office = {.zone = zone, .issue_before_s = 1800};
	for (int day = 0; day < 4; day++) {
		office.week[day] = (struct office_day){
			.open = {480, 930}, .breaks = {{720, 780}}, .break_count = 1};
	}
	office.week[4].open = (struct office_span){480, 960};
	return office;
}

static int64_t at(const struct office *office, const char *time)
{
	int64_t ms = 0;
	assert_true(calendar_parse(office, time, &ms));
	return ms;
}

static void assert_local(int64_t ms, enum office_zone zone, const char *date, int weekday)
{
	struct office office = {.zone = zone};
	struct calendar_local local;
	char text[CALENDAR_DATE_SIZE];
	calendar_date(&office, ms, text);
	assert_string_equal(text, date);
	calendar_split(&office, ms, &local);
	assert_int_equal(local.weekday, weekday);
	assert_int_equal(calendar_join(&office, &local), ms);
}

static void knows_local_dates(void **state)
{
	(void)state;
	assert_local(0, OFFICE_WIB, "1970-01-01", 3);
	assert_local(INT64_C(951782400) * 1000, OFFICE_WIB, "2000-02-29", 1);
	assert_local(INT64_C(1795359600) * 1000, OFFICE_WITA, "2026-11-22", 6);
	/* 17.00 UTC is midnight in the west, 01.00 in the middle, 02.00 in the east. */
	int64_t boundary = INT64_C(1785862800) * 1000;
	assert_local(boundary - 1, OFFICE_WIB, "2026-08-04", 1);
	assert_local(boundary, OFFICE_WIB, "2026-08-05", 2);
	assert_local(boundary - 1, OFFICE_WITA, "2026-08-05", 2);
	assert_local(-1, OFFICE_WIT, "1970-01-01", 3);
	assert_local(-day_ms, OFFICE_WIB, "1969-12-31", 2);
}

static void every_day_of_four_centuries_goes_there_and_back(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WIT};
	struct calendar_local local;
	struct calendar_local before = {0};
	int64_t first = at(&office, "1970-01-01T12:34:56");
	for (int64_t day = 0; day < 400 * 366; day++) {
		int64_t ms = first + day * day_ms;
		calendar_split(&office, ms, &local);
		assert_int_equal(calendar_join(&office, &local), ms);
		assert_int_equal(local.hour * 10000 + local.minute * 100 + local.second, 123456);
		bool next = local.day == before.day + 1 || local.day == 1;
		assert_true(next && local.weekday == (3 + day) % 7);
		before = local;
	}
}

static void writes_and_reads_times(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	char text[CALENDAR_TIME_SIZE];
	int64_t ms = at(&office, "2026-11-23T09:00:00");
	calendar_format(&office, ms, text);
	assert_string_equal(text, "2026-11-23T09:00:00+08:00");
	assert_int_equal(at(&office, text), ms);
	assert_int_equal(at(&office, "2026-11-23T01:00:00Z"), ms);
	assert_int_equal(at(&office, "2026-11-23T08:00:00+07:00"), ms);
	assert_int_equal(at(&office, "2026-11-22T19:30:00-05:30"), ms);
	assert_int_equal(at(&office, "2026-11-23T09:00:00.250"), ms + 250);
}

static void refuses_what_is_no_time(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	static const char *const wrong[] = {"", "2026-11-23", "2026-11-23 09:00:00",
		"2026-02-29T09:00:00", "2026-13-01T09:00:00", "2026-00-01T09:00:00",
		"2026-11-31T09:00:00", "2026-11-23T24:00:00", "2026-11-23T09:60:00",
		"2026-11-23T09:00:60", "2026-11-23T09:00", "2026-11-23T9:00:00",
		"2026-11-23T09:00:00.5", "2026-11-23T09:00:00+8", "2026-11-23T09:00:00+15:00",
		"2026-11-23T09:00:00Zx", "2026-11-23T09:00:00 ", "1969-11-23T09:00:00",
		"+026-11-23T09:00:00", "2026-1\xC3\xA9-23T09:00:00"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		int64_t ms = 77;
		assert_false(calendar_parse(&office, wrong[i], &ms));
		assert_int_equal(ms, 77);
	}
}

static void reads_dates(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	int64_t ms;
	assert_true(calendar_parse_date(&office, "2024-02-29", &ms));
	assert_int_equal(ms, at(&office, "2024-02-29T00:00:00"));
	assert_false(calendar_parse_date(&office, "2026-02-29", &ms));
	assert_false(calendar_parse_date(&office, "2026-2-9", &ms));
	assert_false(calendar_parse_date(&office, "2026-11-23T09:00:00", &ms));
}

static void assert_hours(const char *now, enum calendar_state state, const char *open,
	const char *close, const char *until)
{
	struct office office = make_office(OFFICE_WITA);
	struct calendar_hours hours;
	calendar_hours(&office, at(&office, now), &hours);
	assert_int_equal(hours.state, state);
	assert_int_equal(hours.open_ms, at(&office, open));
	assert_int_equal(hours.close_ms, close != NULL ? at(&office, close) : -1);
	assert_int_equal(hours.until_ms, at(&office, until));
}

static void tells_the_hours(void **state)
{
	(void)state;
	const char *open = "2026-11-23T08:00:00";
	const char *close = "2026-11-23T15:30:00";
	assert_hours("2026-11-23T06:00:00", CALENDAR_CLOSED, open, close, "2026-11-23T07:30:00");
	assert_hours("2026-11-23T07:30:00", CALENDAR_BEFORE, open, close, open);
	assert_hours("2026-11-23T07:59:59", CALENDAR_BEFORE, open, close, open);
	assert_hours("2026-11-23T08:00:00", CALENDAR_OPEN, open, close, "2026-11-23T12:00:00");
	assert_hours("2026-11-23T12:00:00", CALENDAR_BREAK, open, close, "2026-11-23T13:00:00");
	assert_hours("2026-11-23T13:00:00", CALENDAR_OPEN, open, close, close);
	assert_hours("2026-11-23T15:30:00", CALENDAR_CLOSED, "2026-11-24T08:00:00", NULL,
		"2026-11-24T07:30:00");
	/* Friday after closing: Monday is next. */
	assert_hours("2026-11-27T16:00:00", CALENDAR_CLOSED, "2026-11-30T08:00:00", NULL,
		"2026-11-30T07:30:00");
	assert_hours("2026-11-29T12:00:00", CALENDAR_CLOSED, "2026-11-30T08:00:00", NULL,
		"2026-11-30T07:30:00");
}

static void an_office_that_never_opens(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WIB};
	struct calendar_hours hours;
	calendar_hours(&office, day_ms, &hours);
	assert_int_equal(hours.state, CALENDAR_CLOSED);
	assert_int_equal(hours.open_ms, -1);
	assert_int_equal(hours.close_ms, -1);
	assert_int_equal(hours.until_ms, -1);
	assert_int_equal(calendar_next_edge(&office, 0, INT64_MAX), -1);
}

static void numbers_belong_to_their_day(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WIB, .issue_before_s = 3600};
	office.week[0].open = (struct office_span){30, 600};
	struct calendar_hours hours;
	calendar_hours(&office, at(&office, "2026-11-22T23:50:00"), &hours);
	assert_int_equal(hours.state, CALENDAR_CLOSED);
	assert_int_equal(hours.until_ms, at(&office, "2026-11-23T00:00:00"));
}

static void walks_the_edges(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	static const char *const edges[] = {"2026-11-26T08:00:00", "2026-11-26T12:00:00",
		"2026-11-26T13:00:00", "2026-11-26T15:30:00", "2026-11-27T08:00:00",
		"2026-11-27T16:00:00", "2026-11-30T08:00:00"};
	int64_t now = at(&office, "2026-11-26T00:00:00");
	int64_t until = at(&office, "2026-11-30T08:00:00");
	for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
		now = calendar_next_edge(&office, now, until);
		assert_int_equal(now, at(&office, edges[i]));
	}
	assert_int_equal(calendar_next_edge(&office, now, until), -1);
	assert_int_equal(calendar_next_edge(&office, now, now), -1);
}

static void finds_the_edge_a_week_away(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WITA};
	office.week[0].open = (struct office_span){480, 930};
	int64_t close = at(&office, "2026-11-23T15:30:00");
	assert_int_equal(
		calendar_next_edge(&office, close, INT64_MAX), at(&office, "2026-11-30T08:00:00"));
}

static void counts_months_back(void **state)
{
	static const struct {
		const char *date;
		int months;
		const char *before;
	} rows[] = {
		{"2026-11-23", 12, "2025-11-23"},
		{"2026-11-23", 0, "2026-11-23"},
		{"2026-01-31", 2, "2025-11-30"},
		{"2026-03-31", 1, "2026-02-28"},
		{"2024-03-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2023-02-28"},
		{"2026-12-31", 120, "2016-12-31"},
		{"2026-01-15", 1, "2025-12-15"},
	};
	char before[CALENDAR_DATE_SIZE];
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		calendar_months_before(rows[i].date, rows[i].months, before);
		assert_string_equal(before, rows[i].before);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_local_dates),
		cmocka_unit_test(every_day_of_four_centuries_goes_there_and_back),
		cmocka_unit_test(writes_and_reads_times),
		cmocka_unit_test(refuses_what_is_no_time),
		cmocka_unit_test(reads_dates),
		cmocka_unit_test(counts_months_back),
		cmocka_unit_test(tells_the_hours),
		cmocka_unit_test(an_office_that_never_opens),
		cmocka_unit_test(numbers_belong_to_their_day),
		cmocka_unit_test(walks_the_edges),
		cmocka_unit_test(finds_the_edge_a_week_away),
	};
	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
