#include "app/queue/slot.h"

#include "app/queue/calendar.h"

enum { QUARTER_MS = 15 * 60 * 1000, QUARTERS = 96 };

static bool is_open(const struct office *office, int64_t ms)
{
	struct calendar_hours hours;
	calendar_hours(office, ms, &hours);
	return hours.state == CALENDAR_OPEN;
}

/* The first open quarter of the day that begins at `start`, after `now`; -1 = none. */
static int64_t first_of_day(const struct office *office, int64_t now, int64_t start)
{
	for (int i = 0; i < QUARTERS; i++) {
		int64_t at = start + (int64_t)i * QUARTER_MS;
		if (at > now && is_open(office, at)) {
			return at;
		}
	}
	return -1;
}

int64_t slot_first(const struct office *office, int64_t now)
{
	int today = calendar_day_number(office, now);
	for (int day = today; day <= today + SLOT_DAYS; day++) {
		int64_t start = calendar_day_start(office, day);
		int64_t at = first_of_day(office, now, start);
		if (at >= 0) {
			return at;
		}
	}
	return -1;
}

int64_t slot_step(const struct office *office, int64_t now, int64_t at, int by)
{
	for (int i = 1; i <= 14 * QUARTERS; i++) {
		int64_t other = at + (int64_t)i * by * QUARTER_MS;
		if (other <= now) {
			break;
		}
		if (is_open(office, other)) {
			return other;
		}
	}
	return at;
}

int64_t slot_step_day(const struct office *office, int64_t now, int64_t at, int by)
{
	int day = calendar_day_number(office, at);
	int64_t hour = at - calendar_day_start(office, day);
	int last = calendar_day_number(office, now) + SLOT_DAYS;
	for (int other = day + by; other >= calendar_day_number(office, now) && other <= last;
		other += by) {
		int64_t start = calendar_day_start(office, other);
		int64_t same = start + hour;
		int64_t found = same > now && is_open(office, same)
					? same
					: first_of_day(office, now, start);
		if (found >= 0) {
			return found;
		}
	}
	return at;
}
