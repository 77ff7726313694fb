#include "app/queue/slot.h"

#include "app/queue/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* An office that is open from 8 to 12 and from 13 to 15.30, Monday to Friday. */
static struct office make_office(void)
{
	struct office office = {.zone = OFFICE_WITA};
	for (int day = 0; day < 5; day++) {
		office.week[day] = (struct office_day){.open = {8 * 60, 15 * 60 + 30},
			.break_count = 1,
			.breaks = {{12 * 60, 13 * 60}}};
	}
	return office;
}

static int64_t at(const struct office *office, const char *time)
{
	int64_t ms = -1;
	assert_true(calendar_parse(office, time, &ms));
	return ms;
}

static void test_the_first_is_to_come_and_open(void **state)
{
	(void)state;
	struct office office = make_office();
	static const char *const rows[][2] = {
		{"2026-11-23T06:00:00", "2026-11-23T08:00:00"},
		{"2026-11-23T09:00:00", "2026-11-23T09:15:00"}, /* now is no more to come */
		{"2026-11-23T09:01:00", "2026-11-23T09:15:00"},
		{"2026-11-23T12:10:00", "2026-11-23T13:00:00"},
		{"2026-11-27T15:20:00", "2026-11-30T08:00:00"}, /* after Friday comes Monday */
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(
			slot_first(&office, at(&office, rows[i][0])), at(&office, rows[i][1]));
	}
	struct office never = {.zone = OFFICE_WITA};
	assert_int_equal(slot_first(&never, at(&never, "2026-11-23T09:00:00")), -1);
}

static void test_steps(void **state)
{
	(void)state;
	struct office office = make_office();
	int64_t now = at(&office, "2026-11-23T09:05:00");
	static const struct {
		const char *from;
		bool day;
		int by;
		const char *to;
	} rows[] = {
		{"2026-11-23T09:15:00", false, 1, "2026-11-23T09:30:00"},
		{"2026-11-23T09:15:00", false, -1, "2026-11-23T09:15:00"}, /* nothing before */
		{"2026-11-23T11:45:00", false, 1, "2026-11-23T13:00:00"},
		{"2026-11-23T13:00:00", false, -1, "2026-11-23T11:45:00"},
		{"2026-11-27T15:15:00", false, 1, "2026-11-30T08:00:00"},
		{"2026-11-23T14:00:00", true, 1, "2026-11-24T14:00:00"},
		{"2026-11-27T14:00:00", true, 1, "2026-11-30T14:00:00"},
		{"2026-11-24T08:00:00", true, -1, "2026-11-23T09:15:00"}, /* that hour is past */
		{"2026-11-23T14:00:00", true, -1, "2026-11-23T14:00:00"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int64_t from = at(&office, rows[i].from);
		int64_t to = rows[i].day ? slot_step_day(&office, now, from, rows[i].by)
					 : slot_step(&office, now, from, rows[i].by);
		assert_int_equal(to, at(&office, rows[i].to));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_first_is_to_come_and_open),
		cmocka_unit_test(test_steps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
