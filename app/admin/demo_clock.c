#include "app/admin/demo.h"

enum { START_HOUR = 9, DAYS_AHEAD = 370, STEP_MIN = 30 };

static const int64_t minute_ms = INT64_C(60) * 1000;
static const int64_t day_ms = INT64_C(24) * 60 * 60 * 1000;
static const int64_t room_ms = INT64_C(60) * 60 * 1000; /* time to look at the demo */

/* Whether the office is open at `ms` and for a while after. */
static bool is_open(const struct office *office, int64_t ms)
{
	struct calendar_hours hours;
	calendar_hours(office, ms, &hours);
	return hours.state == CALENDAR_OPEN && hours.close_ms - ms >= room_ms;
}

/* The first opening moment at or after `from`: 09.00 of a day, or every half hour after it. */
static int64_t next_opening(const struct office *office, int64_t from)
{
	struct calendar_local local;
	calendar_split(office, from, &local);
	local.hour = START_HOUR;
	local.minute = local.second = local.millisecond = 0;
	int64_t start = calendar_join(office, &local);
	for (int day = 0; day < DAYS_AHEAD; day++, start += day_ms) {
		for (int64_t at = start; at < start + day_ms / 2; at += STEP_MIN * minute_ms) {
			if (at >= from && is_open(office, at)) {
				return at;
			}
		}
	}
	return TICKET_NEVER;
}

enum result demo_set_clock(struct desk *desk, int64_t *out_now, bool *out_real)
{
	const struct office *office = desk_office(desk);
	struct instant now;
	desk_now(desk, &now);
	*out_now = now.office_ms;
	*out_real = false;
	if (is_open(office, now.wall_ms)) {
		enum result result = desk_set_shift(desk, 0);
		if (result != RESULT_TIME_BACKWARDS) {
			*out_now = now.wall_ms;
			*out_real = true;
			return result;
		}
	}
	if (is_open(office, now.office_ms)) {
		return RESULT_OK; /* still inside the demo's own day */
	}
	for (int64_t at = next_opening(office, now.wall_ms); at != TICKET_NEVER;
		at = next_opening(office, at + minute_ms)) {
		enum result result = desk_set_shift(desk, at - now.wall_ms);
		if (result != RESULT_TIME_BACKWARDS) {
			*out_now = at;
			return result;
		}
	}
	return RESULT_OFFICE_CLOSED;
}
