#include "app/queue/calendar.h"

enum { FRIDAY = 4, NOVEMBER = 11 };
static const int64_t minute_ms = INT64_C(60) * 1000;

bool calendar_is_working_day(const struct office *office, int day)
{
	return calendar_weekday(day) <= FRIDAY && office_find_holiday(office, day) == NULL;
}

int calendar_add_working_days(const struct office *office, int day, int count)
{
	while (count > 0) {
		day++;
		count -= calendar_is_working_day(office, day) ? 1 : 0;
	}
	return day;
}

/* The close of the day's table; a closure does not shorten what was promised. */
static int64_t end_of_hours(const struct office *office, int day)
{
	struct calendar_day about;
	int64_t start = calendar_day_start(office, day);
	(void)calendar_day(office, start, &about);
	const struct office_span *open = &about.hours->open;
	return open->from_min < open->to_min ? start + open->to_min * minute_ms
					     : calendar_day_start(office, day + 1);
}

int64_t calendar_due(
	const struct office *office, const struct office_standard *standard, int64_t start_ms)
{
	int day = calendar_day_number(office, start_ms);
	switch (standard->unit) {
	case OFFICE_MINUTES: return start_ms + standard->limit * minute_ms;
	case OFFICE_DAYS: return calendar_day_start(office, day + standard->limit + 1);
	case OFFICE_WORKING_DAYS:
		return end_of_hours(
			office, calendar_add_working_days(office, day, standard->limit));
	default: return start_ms;
	}
}

static bool has_year(const struct office *office, int year)
{
	for (int i = 0; i < office->year_count; i++) {
		if (office->years[i].year == year) {
			return true;
		}
	}
	return false;
}

int calendar_missing_year(const struct office *office, int64_t now)
{
	struct calendar_local local;
	calendar_split(office, now, &local);
	if (!has_year(office, local.year)) {
		return local.year;
	}
	/* The joint decree of the three ministers comes out in the autumn (2026: 19 September). */
	bool due = local.month >= NOVEMBER && !has_year(office, local.year + 1);
	return due ? local.year + 1 : 0;
}
