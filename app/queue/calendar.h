#ifndef APP_QUEUE_CALENDAR_H
#define APP_QUEUE_CALENDAR_H

#include "app/queue/office.h"

/* Office hours and local dates. Times are office time in milliseconds UTC. */
enum { CALENDAR_DATE_SIZE = 11, CALENDAR_TIME_SIZE = 32 };

struct calendar_local {
	int year, month, day; /* month 1–12 */
	int hour, minute, second, millisecond;
	int weekday; /* 0 = Monday */
};

/* The office's local date and time at `ms`, and back (RESULT of no lookup: zones have no DST). */
void calendar_split(const struct office *office, int64_t ms, struct calendar_local *out_local);
int64_t calendar_join(const struct office *office, const struct calendar_local *local);

/* The service date at `ms`: "2026-11-23". */
void calendar_date(const struct office *office, int64_t ms, char out_date[CALENDAR_DATE_SIZE]);

/* First millisecond of `date`; false when it is not a date. */
bool calendar_parse_date(const struct office *office, const char *date, int64_t *out_ms);

/* ISO 8601 with the office's offset: "2026-11-23T09:00:00+08:00". */
void calendar_format(const struct office *office, int64_t ms, char out_time[CALENDAR_TIME_SIZE]);

/* Reads "2026-11-23T09:00:00", with or without ".mmm" and an offset; without one, office time. */
bool calendar_parse(const struct office *office, const char *text, int64_t *out_ms);

enum calendar_state {
	CALENDAR_CLOSED,
	CALENDAR_BEFORE, /* not open yet, but numbers are given (office.issue_before_s) */
	CALENDAR_OPEN,
	CALENDAR_BREAK,
};

struct calendar_hours {
	enum calendar_state state;
	int64_t open_ms;  /* today's opening, or the next one when closed; -1 = never */
	int64_t close_ms; /* today's closing; -1 when closed for the day */
	int64_t until_ms; /* when `state` ends; -1 = never */
};

/* What the week says of `now`. */
void calendar_hours(const struct office *office, int64_t now, struct calendar_hours *out_hours);

/* The first moment after `after` and not after `until` at which a state of §4 begins or ends
 * (opening, closing, an office-wide break); -1 when there is none. */
int64_t calendar_next_edge(const struct office *office, int64_t after, int64_t until);

#endif
