#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/holiday_file.h"

#include <stdio.h>

enum { DATE_TEXT = 96, SPAN_TEXT = 32 };

/* ---- lists of holidays ---- */

int admin_holidays_import(struct admin *admin)
{
	struct holiday_list list;
	char where[512] = "", year[16], coming[16], gone[16];
	int added = 0;
	int past = 0;
	enum result result = holiday_file_read(admin_operand(admin, 0), &list, where, sizeof where);
	if (result == RESULT_OK) {
		result = desk_import_holidays(admin->desk, &list, &added, &past);
	}
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, where);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(
			admin, json_pack("{s:i, s:s, s:i, s:i}", "year", list.year, "source",
				       list.source, "added", added, "past_added", past));
	}
	text_format(year, sizeof year, "%d", list.year);
	text_format(coming, sizeof coming, "%d", added);
	text_format(gone, sizeof gone, "%d", past);
	return output_say(admin, "admin.holidays.imported", year, coming, gone);
}

static json_t *holidays_json(const struct office *office)
{
	json_t *years = json_array();
	json_t *days = json_array();
	for (int i = 0; i < office->year_count; i++) {
		json_array_append_new(years, json_pack("{s:i, s:s}", "year", office->years[i].year,
						     "source", office->years[i].source));
	}
	for (int i = 0; i < office->holiday_count; i++) {
		const struct office_holiday *holiday = &office->holidays[i];
		char date[CALENDAR_DATE_SIZE];
		calendar_format_day(holiday->day, date);
		json_array_append_new(
			days, json_pack("{s:s, s:s, s:s, s:o}", "date", date, "kind",
				      office_holiday_name(holiday->kind), "name", holiday->name,
				      "known_at", output_known(office, holiday->known_ms)));
	}
	return json_pack("{s:o, s:o}", "years", years, "holidays", days);
}

int admin_holidays_list(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, holidays_json(office));
	}
	if (office->year_count == 0 && office->holiday_count == 0) {
		return output_say(admin, "admin.holidays.none", "");
	}
	for (int i = 0; i < office->year_count; i++) {
		printf("%d: %s\n", office->years[i].year, office->years[i].source);
	}
	for (int i = 0; i < office->holiday_count; i++) {
		char date[CALENDAR_DATE_SIZE];
		calendar_format_day(office->holidays[i].day, date);
		printf("%s  %s  %s\n", date, office_holiday_name(office->holidays[i].kind),
			office->holidays[i].name);
	}
	return ADMIN_DONE;
}

/* ---- one day ---- */

/* Monday, 23 November 2026. */
static const char *say_date(const struct admin *admin, int64_t ms, char out_text[DATE_TEXT])
{
	struct calendar_local local;
	char day_key[24], month_key[24], day[12], year[12];
	calendar_split(desk_office(admin->desk), ms, &local);
	text_format(day_key, sizeof day_key, "date.day.%d", local.weekday + 1);
	text_format(month_key, sizeof month_key, "date.month.%d", local.month);
	text_format(day, sizeof day, "%d", local.day);
	text_format(year, sizeof year, "%d", local.year);
	return language_with(admin->language, "date.full", out_text, DATE_TEXT,
		language_text(admin->language, day_key), day,
		language_text(admin->language, month_key), year);
}

/* The first opening after `from`, or the one after the present opening; -1 = never. */
static int64_t next_opening(const struct office *office, int64_t from)
{
	struct calendar_hours hours;
	calendar_hours(office, from, &hours);
	if (hours.state == CALENDAR_OPEN || hours.state == CALENDAR_BREAK) {
		calendar_hours(office, hours.close_ms, &hours);
	}
	return hours.open_ms;
}

static json_t *breaks_json(const struct calendar_day *day)
{
	json_t *list = json_array();
	for (int i = 0; i < day->hours->break_count && day->open_ms >= 0; i++) {
		char span[SPAN_TEXT];
		json_array_append_new(
			list, json_string(output_minutes(&day->hours->breaks[i], span)));
	}
	return list;
}

static json_t *day_json(
	const struct office *office, int64_t start, const struct calendar_day *day, int64_t next)
{
	static const char *const reasons[] = {"week", "season", "holiday", "closure"};
	char date[CALENDAR_DATE_SIZE];
	int number = calendar_day_number(office, start);
	calendar_format_day(number, date);
	json_t *json = json_pack("{s:s, s:s, s:b}", "date", date, "reason", reasons[day->reason],
		"working_day", calendar_is_working_day(office, number));
	json_object_set_new(json, "open_at", output_time(office, day->open_ms));
	json_object_set_new(json, "close_at", output_time(office, day->close_ms));
	json_object_set_new(json, "breaks", breaks_json(day));
	json_object_set_new(
		json, "season", day->season ? json_string(day->season->name) : json_null());
	json_object_set_new(json, "holiday",
		day->holiday
			? json_pack("{s:s, s:s}", "kind", office_holiday_name(day->holiday->kind),
				  "name", day->holiday->name)
			: json_null());
	json_object_set_new(json, "closures",
		output_closures(office, start, calendar_day_start(office, number + 1)));
	json_object_set_new(json, "next_opening", output_time(office, next));
	return json;
}

/* Why the hours are what they are. */
static void print_reason(struct admin *admin, const struct calendar_day *day)
{
	switch (day->reason) {
	case CALENDAR_HOLIDAY:
		output_say(admin, "admin.calendar.holiday", office_holiday_name(day->holiday->kind),
			day->holiday->name);
		break;
	case CALENDAR_SEASON: output_say(admin, "admin.calendar.season", day->season->name); break;
	case CALENDAR_CLOSURE: output_say(admin, "admin.calendar.closure", ""); break;
	default: output_say(admin, "admin.calendar.week", ""); break;
	}
}

static void print_day(struct admin *admin, int64_t start, const struct calendar_day *day)
{
	const struct office *office = desk_office(admin->desk);
	char date[DATE_TEXT], from[16], to[16], span[SPAN_TEXT];
	int number = calendar_day_number(office, start);
	say_date(admin, start, date);
	if (day->open_ms < 0) {
		output_say(admin, "admin.calendar.closed", date);
	} else {
		output_say(admin, "admin.calendar.open", date,
			output_clock(office, day->open_ms, from),
			output_clock(office, day->close_ms, to));
	}
	print_reason(admin, day);
	for (int i = 0; i < day->hours->break_count && day->open_ms >= 0; i++) {
		output_say(admin, "admin.calendar.break",
			output_minutes(&day->hours->breaks[i], span));
	}
	output_closure_lines(admin, start, calendar_day_start(office, number + 1));
	output_say(admin,
		calendar_is_working_day(office, number) ? "admin.calendar.working_day"
							: "admin.calendar.no_working_day",
		"");
}

static int print_next(struct admin *admin, int64_t next)
{
	char date[DATE_TEXT], clock[16];
	if (next < 0) {
		return output_say(admin, "admin.calendar.never", "");
	}
	return output_say(admin, "admin.calendar.next", say_date(admin, next, date),
		output_clock(desk_office(admin->desk), next, clock));
}

int admin_calendar(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	const char *date = admin_value(admin, OPTION_DATE);
	struct calendar_day day;
	struct instant now;
	desk_now(admin->desk, &now);
	int64_t start = calendar_day_start(office, calendar_day_number(office, now.office_ms));
	int64_t today = start;
	if (date && !calendar_parse_date(office, date, &start)) {
		return admin_misuse(admin, "admin.date_form", date);
	}
	(void)calendar_day(office, start, &day);
	int64_t next = next_opening(office, start == today ? now.office_ms : start);
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, day_json(office, start, &day, next));
	}
	print_day(admin, start, &day);
	return print_next(admin, next);
}
