#include "app/queue/calendar.h"
#include "app/base/text.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { TO_MONDAY = 3 /* 1970-01-01 was a Thursday */ };
static const int64_t minute_ms = INT64_C(60) * 1000;
static const int64_t hour_ms = INT64_C(3600) * 1000;
static const int64_t day_ms = INT64_C(86400) * 1000;

/* Division that rounds down, for moments before 1970 too. */
static int64_t floor_divide(int64_t value, int64_t by)
{
	int64_t quotient = value / by;
	return value % by < 0 ? quotient - 1 : quotient;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

/* Days from 1970-01-01 to 1 January of `year` in the Gregorian calendar. */
static int64_t days_before_year(int64_t year)
{
	int64_t past = year - 1;
	int64_t leaps = floor_divide(past, 4) - floor_divide(past, 100) + floor_divide(past, 400);
	return 365 * (year - 1970) + leaps - 477; /* 477 leap days from year 1 to 1969 */
}

static int64_t days_of(int year, int month, int day)
{
	int64_t days = days_before_year(year) + day - 1;
	for (int m = 1; m < month; m++) {
		days += month_days(year, m);
	}
	return days;
}

static int64_t local_ms(const struct office *office, int64_t ms)
{
	return ms + (int64_t)office->zone * hour_ms;
}

int calendar_day_number(const struct office *office, int64_t ms)
{
	return (int)floor_divide(local_ms(office, ms), day_ms);
}

int64_t calendar_day_start(const struct office *office, int day)
{
	return day * day_ms - (int64_t)office->zone * hour_ms;
}

int calendar_weekday(int day)
{
	int64_t shifted = (int64_t)day + TO_MONDAY;
	return (int)(shifted - floor_divide(shifted, OFFICE_WEEK) * OFFICE_WEEK);
}

void calendar_split(const struct office *office, int64_t ms, struct calendar_local *out_local)
{
	int64_t local = local_ms(office, ms);
	int64_t days = floor_divide(local, day_ms);
	int64_t rest = local - days * day_ms;
	int64_t year = 1970 + floor_divide(days, 366);
	while (days_before_year(year + 1) <= days) {
		year++;
	}
	*out_local = (struct calendar_local){
		.year = (int)year,
		.month = 1,
		.day = (int)(days - days_before_year(year)) + 1,
		.hour = (int)(rest / hour_ms),
		.minute = (int)(rest / minute_ms % 60),
		.second = (int)(rest / 1000 % 60),
		.millisecond = (int)(rest % 1000),
		.weekday = calendar_weekday((int)days),
	};
	while (out_local->day > month_days(out_local->year, out_local->month)) {
		out_local->day -= month_days(out_local->year, out_local->month);
		out_local->month++;
	}
}

int64_t calendar_join(const struct office *office, const struct calendar_local *local)
{
	int64_t day = days_of(local->year, local->month, local->day);
	return day * day_ms - office->zone * hour_ms + local->hour * hour_ms +
	       local->minute * minute_ms + local->second * INT64_C(1000) + local->millisecond;
}

void calendar_date(const struct office *office, int64_t ms, char out_date[CALENDAR_DATE_SIZE])
{
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(
		out_date, CALENDAR_DATE_SIZE, "%04d-%02d-%02d", local.year, local.month, local.day);
}

void calendar_format(const struct office *office, int64_t ms, char out_time[CALENDAR_TIME_SIZE])
{
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_time, CALENDAR_TIME_SIZE, "%04d-%02d-%02dT%02d:%02d:%02d+%02d:00",
		local.year, local.month, local.day, local.hour, local.minute, local.second,
		(int)office->zone);
}

/* Reads exactly `digits` digits at *at and moves past them. */
static bool read_number(const char **at, int digits, int min, int max, int *out_value)
{
	int value = 0;
	for (int i = 0; i < digits; i++, (*at)++) {
		if (**at < '0' || **at > '9') {
			return false;
		}
		value = value * 10 + (**at - '0');
	}
	*out_value = value;
	return value >= min && value <= max;
}

static bool read_mark(const char **at, char mark)
{
	if (**at != mark) {
		return false;
	}
	(*at)++;
	return true;
}

static bool read_date(const char **at, struct calendar_local *out_local)
{
	return read_number(at, 4, 1970, 9999, &out_local->year) && read_mark(at, '-') &&
	       read_number(at, 2, 1, 12, &out_local->month) && read_mark(at, '-') &&
	       read_number(at, 2, 1, 31, &out_local->day) &&
	       out_local->day <= month_days(out_local->year, out_local->month);
}

static bool read_time(const char **at, struct calendar_local *out_local)
{
	if (!read_number(at, 2, 0, 23, &out_local->hour) || !read_mark(at, ':') ||
		!read_number(at, 2, 0, 59, &out_local->minute) || !read_mark(at, ':') ||
		!read_number(at, 2, 0, 59, &out_local->second)) {
		return false;
	}
	return !read_mark(at, '.') || read_number(at, 3, 0, 999, &out_local->millisecond);
}

/* "+08:00", "-05:30" or "Z"; nothing leaves the office's own offset. */
static bool read_offset(const char **at, int64_t *out_ms)
{
	int hours = 0;
	int minutes = 0;
	if (**at == '\0') {
		return true;
	}
	if (read_mark(at, 'Z')) {
		*out_ms = 0;
		return true;
	}
	int sign = **at == '-' ? -1 : 1;
	if (!read_mark(at, '+') && !read_mark(at, '-')) {
		return false;
	}
	if (!read_number(at, 2, 0, 14, &hours) || !read_mark(at, ':') ||
		!read_number(at, 2, 0, 59, &minutes)) {
		return false;
	}
	*out_ms = sign * (hours * hour_ms + minutes * minute_ms);
	return true;
}

bool calendar_parse_date(const struct office *office, const char *date, int64_t *out_ms)
{
	struct calendar_local local = {0};
	if (!read_date(&date, &local) || *date != '\0') {
		return false;
	}
	*out_ms = calendar_join(office, &local);
	return true;
}

bool calendar_parse_day(const char *date, int *out_day)
{
	struct calendar_local local = {0};
	if (!read_date(&date, &local) || *date != '\0') {
		return false;
	}
	*out_day = (int)days_of(local.year, local.month, local.day);
	return true;
}

void calendar_format_day(int day, char out_date[CALENDAR_DATE_SIZE])
{
	/* Any office will do: a day is the same date in every zone. */
	static const struct office any = {.zone = OFFICE_WIB};
	calendar_date(&any, calendar_day_start(&any, day), out_date);
}

void calendar_months_before(const char *date, int months, char out_date[CALENDAR_DATE_SIZE])
{
	enum { SHORTEST = 28 };
	int year, month, day, number;
	bool right = sscanf(date, "%4d-%2d-%2d", &year, &month, &day) == 3;
	assert(right);
	(void)right;
	month += year * 12 - 1 - months;
	do {
		text_format(out_date, CALENDAR_DATE_SIZE, "%04d-%02d-%02d", month / 12,
			month % 12 + 1, day);
	} while (!calendar_parse_day(out_date, &number) && day-- > SHORTEST);
}

int calendar_year_start(int year)
{
	return (int)days_before_year(year);
}

bool calendar_parse(const struct office *office, const char *text, int64_t *out_ms)
{
	struct calendar_local local = {0};
	int64_t own_offset = (int64_t)office->zone * hour_ms;
	int64_t offset = own_offset;
	if (!read_date(&text, &local) || !read_mark(&text, 'T') || !read_time(&text, &local) ||
		!read_offset(&text, &offset) || *text != '\0') {
		return false;
	}
	*out_ms = calendar_join(office, &local) + own_offset - offset;
	return true;
}
