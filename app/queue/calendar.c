#include "app/queue/calendar.h"
#include "app/base/text.h"

#include <string.h>

enum { WEEK_DAYS = 7, TO_MONDAY = 3 /* 1970-01-01 was a Thursday */ };
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

static int64_t local_day(const struct office *office, int64_t ms)
{
	return floor_divide(local_ms(office, ms), day_ms);
}

static int64_t day_start(const struct office *office, int64_t day)
{
	return day * day_ms - (int64_t)office->zone * hour_ms;
}

static int weekday_of(int64_t day)
{
	int64_t shifted = day + TO_MONDAY;
	return (int)(shifted - floor_divide(shifted, WEEK_DAYS) * WEEK_DAYS);
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
		.weekday = weekday_of(days),
	};
	while (out_local->day > month_days(out_local->year, out_local->month)) {
		out_local->day -= month_days(out_local->year, out_local->month);
		out_local->month++;
	}
}

int64_t calendar_join(const struct office *office, const struct calendar_local *local)
{
	int64_t day = days_of(local->year, local->month, local->day);
	return day_start(office, day) + local->hour * hour_ms + local->minute * minute_ms +
	       local->second * INT64_C(1000) + local->millisecond;
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

static const struct office_day *hours_of(const struct office *office, int64_t day)
{
	return &office->week[weekday_of(day)];
}

static bool is_open_day(const struct office_day *hours)
{
	return hours->open.from_min < hours->open.to_min;
}

/* When numbers are first given on `day`; not before its midnight, as a number belongs to its day.
 */
static int64_t issue_start(const struct office *office, int64_t day)
{
	int64_t start = day_start(office, day);
	int64_t from = start + hours_of(office, day)->open.from_min * minute_ms -
		       office->issue_before_s * INT64_C(1000);
	return from > start ? from : start;
}

/* The first day from `day` on with an opening; -1 when the week has none. */
static int64_t next_open_day(const struct office *office, int64_t day)
{
	for (int64_t d = day; d < day + WEEK_DAYS; d++) {
		if (is_open_day(hours_of(office, d))) {
			return d;
		}
	}
	return -1;
}

static void set_closed(
	const struct office *office, int64_t from_day, struct calendar_hours *out_hours)
{
	*out_hours = (struct calendar_hours){CALENDAR_CLOSED, -1, -1, -1};
	int64_t day = next_open_day(office, from_day);
	if (day >= 0) {
		out_hours->open_ms =
			day_start(office, day) + hours_of(office, day)->open.from_min * minute_ms;
		out_hours->until_ms = issue_start(office, day);
	}
}

/* Within the opening: open until the next break or the close, or on a break. */
static void set_open(const struct office_day *hours, int64_t midnight, int64_t now,
	struct calendar_hours *out_hours)
{
	out_hours->state = CALENDAR_OPEN;
	out_hours->until_ms = out_hours->close_ms;
	for (int i = 0; i < hours->break_count; i++) {
		int64_t from = midnight + hours->breaks[i].from_min * minute_ms;
		int64_t to = midnight + hours->breaks[i].to_min * minute_ms;
		if (now < from) {
			out_hours->until_ms = from;
			return;
		}
		if (now < to) {
			out_hours->state = CALENDAR_BREAK;
			out_hours->until_ms = to;
			return;
		}
	}
}

void calendar_hours(const struct office *office, int64_t now, struct calendar_hours *out_hours)
{
	int64_t day = local_day(office, now);
	const struct office_day *hours = hours_of(office, day);
	int64_t midnight = day_start(office, day);
	int64_t open = midnight + hours->open.from_min * minute_ms;
	int64_t close = midnight + hours->open.to_min * minute_ms;
	if (!is_open_day(hours) || now >= close) {
		set_closed(office, day + 1, out_hours);
		return;
	}
	if (now < issue_start(office, day)) {
		set_closed(office, day, out_hours);
		out_hours->close_ms = close;
		return;
	}
	*out_hours = (struct calendar_hours){CALENDAR_BEFORE, open, close, open};
	if (now >= open) {
		set_open(hours, midnight, now, out_hours);
	}
}

static void take_edge(int64_t edge, int64_t after, int64_t until, int64_t *nearest)
{
	if (edge > after && edge <= until && (*nearest < 0 || edge < *nearest)) {
		*nearest = edge;
	}
}

int64_t calendar_next_edge(const struct office *office, int64_t after, int64_t until)
{
	int64_t first = local_day(office, after);
	/* One day more than a week: today's edges may be over, those of a week later are not. */
	for (int64_t day = first; day <= first + WEEK_DAYS; day++) {
		int64_t midnight = day_start(office, day);
		const struct office_day *hours = hours_of(office, day);
		int64_t nearest = -1;
		if (midnight > until) {
			break;
		}
		if (is_open_day(hours)) {
			take_edge(midnight + hours->open.from_min * minute_ms, after, until,
				&nearest);
			take_edge(
				midnight + hours->open.to_min * minute_ms, after, until, &nearest);
		}
		for (int i = 0; i < hours->break_count && is_open_day(hours); i++) {
			const struct office_span *rest = &hours->breaks[i];
			take_edge(midnight + rest->from_min * minute_ms, after, until, &nearest);
			take_edge(midnight + rest->to_min * minute_ms, after, until, &nearest);
		}
		if (nearest >= 0) {
			return nearest;
		}
	}
	return -1;
}
