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

/* ---- days since 1970-01-01, as the office's calendar counts them ---- */

/* The day at `ms`, its first millisecond, and its weekday (0 = Monday). */
int calendar_day_number(const struct office *office, int64_t ms);
int64_t calendar_day_start(const struct office *office, int day);
int calendar_weekday(int day);

/* "2026-11-23" as a day and back; false when it is not a date. */
bool calendar_parse_day(const char *date, int *out_day);
void calendar_format_day(int day, char out_date[CALENDAR_DATE_SIZE]);

/* The same day of the month `months` before `date`, or that month's last one: "2026-02-28" for one
 * month before "2026-03-31". `date` is a date. */
void calendar_months_before(const char *date, int months, char out_date[CALENDAR_DATE_SIZE]);

/* 1 January of `year`. */
int calendar_year_start(int year);

/* ---- opening hours (calendar_hours.c) ---- */

/* Why a day's hours are what they are. */
enum calendar_reason { CALENDAR_WEEK, CALENDAR_SEASON, CALENDAR_HOLIDAY, CALENDAR_CLOSURE };

struct calendar_day {
	enum calendar_reason reason;    /* CLOSURE: closures leave none of the day */
	const struct office_day *hours; /* of the week or season, without the closures; borrowed */
	const struct office_holiday *holiday; /* in force that day, or NULL */
	const struct office_season *season;   /* in force that day, or NULL */
	int64_t open_ms;  /* the day's first opening and last closing, closures counted; -1 = */
	int64_t close_ms; /* closed all day */
};

/* The hours of the date of `now`: closures before holidays before seasons before the week. False
 * when the office does not open that day. Entries made too late do not count (office.h). */
bool calendar_day(const struct office *office, int64_t now, struct calendar_day *out_day);

/* The closure in force at `now`, or of `day` (calendar_day of `now`) that left nothing of it; NULL
 * when there is none. Borrowed. */
const struct office_closure *calendar_closure(
	const struct office *office, const struct calendar_day *day, int64_t now);

/* The week of the season in force at `ms`, else the ordinary one; seven days, borrowed. */
const struct office_day *calendar_week(const struct office *office, int64_t ms);

enum calendar_state {
	CALENDAR_CLOSED,
	CALENDAR_BEFORE, /* not open yet, but numbers are given (office.issue_before_s) */
	CALENDAR_OPEN,
	CALENDAR_BREAK,
};

/* A closure in the middle of a day makes two openings of it. */
struct calendar_hours {
	enum calendar_state state;
	int64_t open_ms;  /* the present opening, or the next one when closed; -1 = never */
	int64_t close_ms; /* its closing; -1 when closed for the day */
	int64_t until_ms; /* when `state` ends; -1 = never */
};

/* What the calendar says of `now`. A next opening more than 400 days away is never. */
void calendar_hours(const struct office *office, int64_t now, struct calendar_hours *out_hours);

/* The first moment after `after` and not after `until` at which a state of §4 begins or ends
 * (opening, closing, an office-wide break, a closure); -1 when there is none. */
int64_t calendar_next_edge(const struct office *office, int64_t after, int64_t until);

/* ---- working days (working_days.c) ---- */

/* Monday to Friday (Perpres 21/2023: five working days) and no holiday of any kind, whenever it
 * was entered and whatever the desk's own hours are. */
bool calendar_is_working_day(const struct office *office, int day);

/* The `count`th working day after `day`, which itself is not counted; `day` for 0. */
int calendar_add_working_days(const struct office *office, int day, int count);

/*
 * When a promise falls due that began to run at `start_ms`: minutes later; at once = that moment;
 * days = the end (24.00) of the last day; working days = the close of the desk's hours on the last
 * one, 24.00 where it has none. The day of `start_ms` is not counted.
 */
int64_t calendar_due(
	const struct office *office, const struct office_standard *standard, int64_t start_ms);

/* The year whose list of holidays is missing: the present one, or from 1 November the next one; 0
 * when none is. */
int calendar_missing_year(const struct office *office, int64_t now);

#endif
