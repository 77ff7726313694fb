#include "app/base/text.h"
#include "app/desk/office_tell.h"
#include "app/queue/calendar.h"

#include <string.h>

enum { SPAN_SIZE = 32, TIME_SIZE = 40 };

static const char *const days[OFFICE_WEEK] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

static void write_span(const struct office_span *span, char out_text[SPAN_SIZE])
{
	text_format(out_text, SPAN_SIZE, "%02d.%02d-%02d.%02d", span->from_min / 60,
		span->from_min % 60, span->to_min / 60, span->to_min % 60);
}

/* ---- a week ---- */

static void tell_hours(const struct office_day week[OFFICE_WEEK], struct office_listener *listener)
{
	char text[SPAN_SIZE];
	listener->open(listener, "hours", NULL, OFFICE_GROUP);
	for (int i = 0; i < OFFICE_WEEK; i++) {
		if (week[i].open.from_min < week[i].open.to_min) {
			write_span(&week[i].open, text);
			office_tell_text(listener, days[i], text);
		}
	}
	listener->close(listener);
}

static void tell_breaks(const struct office_day week[OFFICE_WEEK], struct office_listener *listener)
{
	char text[SPAN_SIZE];
	listener->open(listener, "breaks", NULL, OFFICE_GROUP);
	for (int i = 0; i < OFFICE_WEEK; i++) {
		if (week[i].break_count == 0) {
			continue;
		}
		listener->open(listener, days[i], NULL, OFFICE_ARRAY);
		for (int k = 0; k < week[i].break_count; k++) {
			write_span(&week[i].breaks[k], text);
			office_tell_text(listener, NULL, text);
		}
		listener->close(listener);
	}
	listener->close(listener);
}

/* ---- what was entered ---- */

/* Local time to the millisecond, without an offset: the file says the zone once. */
static void tell_time(
	const struct office *office, const char *key, int64_t ms, struct office_listener *listener)
{
	char text[TIME_SIZE];
	struct calendar_local at;
	calendar_split(office, ms, &at);
	text_format(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", at.year, at.month, at.day,
		at.hour, at.minute, at.second);
	if (at.millisecond != 0) {
		size_t used = strlen(text);
		text_format(text + used, sizeof text - used, ".%03d", at.millisecond);
	}
	office_tell_text(listener, key, text);
}

/* When it was entered decides whether it holds (office.h); 0 = it was there from the beginning. */
static void tell_known(
	const struct office *office, int64_t known_ms, struct office_listener *listener)
{
	if (known_ms != 0) {
		tell_time(office, "known", known_ms, listener);
	}
}

static void tell_date(struct office_listener *listener, const char *key, int day)
{
	char date[CALENDAR_DATE_SIZE];
	calendar_format_day(day, date);
	office_tell_text(listener, key, date);
}

static void tell_years(const struct office *office, struct office_listener *listener)
{
	char name[SPAN_SIZE];
	listener->open(listener, "holiday_years", NULL, OFFICE_LIST);
	for (int i = 0; i < office->year_count; i++) {
		text_format(name, sizeof name, "%d", office->years[i].year);
		listener->open(listener, NULL, name, OFFICE_ROW);
		office_tell_number(listener, "year", office->years[i].year);
		office_tell_text(listener, "source", office->years[i].source);
		listener->close(listener);
	}
	listener->close(listener);
}

static void tell_days_off(const struct office *office, struct office_listener *listener)
{
	char date[CALENDAR_DATE_SIZE];
	listener->open(listener, "days_off", NULL, OFFICE_LIST);
	for (int i = 0; i < office->holiday_count; i++) {
		const struct office_holiday *holiday = &office->holidays[i];
		calendar_format_day(holiday->day, date);
		listener->open(listener, NULL, date, OFFICE_ROW);
		office_tell_text(listener, "date", date);
		office_tell_text(listener, "kind", office_holiday_name(holiday->kind));
		office_tell_text(listener, "name", holiday->name);
		tell_known(office, holiday->known_ms, listener);
		listener->close(listener);
	}
	listener->close(listener);
}

static void tell_seasons(const struct office *office, struct office_listener *listener)
{
	listener->open(listener, "seasons", NULL, OFFICE_LIST);
	for (int i = 0; i < office->season_count; i++) {
		const struct office_season *season = &office->seasons[i];
		listener->open(listener, NULL, season->name, OFFICE_GROUP);
		office_tell_text(listener, "name", season->name);
		tell_date(listener, "from", season->from_day);
		tell_date(listener, "to", season->to_day);
		tell_known(office, season->known_ms, listener);
		tell_hours(season->week, listener);
		tell_breaks(season->week, listener);
		listener->close(listener);
	}
	listener->close(listener);
}

static void tell_closures(const struct office *office, struct office_listener *listener)
{
	char name[CALENDAR_TIME_SIZE];
	listener->open(listener, "closures", NULL, OFFICE_LIST);
	for (int i = 0; i < office->closure_count; i++) {
		const struct office_closure *closure = &office->closures[i];
		calendar_format(office, closure->from_ms, name);
		listener->open(listener, NULL, name, OFFICE_ROW);
		tell_time(office, "from", closure->from_ms, listener);
		tell_time(office, "to", closure->to_ms, listener);
		office_tell_text(listener, "reason", closure->reason);
		tell_known(office, closure->known_ms, listener);
		listener->close(listener);
	}
	listener->close(listener);
}

void office_tell_calendar(const struct office *office, struct office_listener *listener)
{
	tell_hours(office->week, listener);
	tell_breaks(office->week, listener);
	tell_years(office, listener);
	tell_days_off(office, listener);
	tell_seasons(office, listener);
	tell_closures(office, listener);
}
