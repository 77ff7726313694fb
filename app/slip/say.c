#include "app/slip/say.h"

#include "app/base/text.h"
#include "app/queue/turn.h"

#include <string.h>

const char *say_hour(const struct office *office, int64_t ms, char out_text[SAY_SIZE])
{
	if (ms < 0) {
		text_copy(out_text, SAY_SIZE, "–");
		return out_text;
	}
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_text, SAY_SIZE, "%02d.%02d", local.hour, local.minute);
	return out_text;
}

const char *say_date(const struct language *language, const struct office *office, const char *key,
	int64_t ms, char out_text[SAY_SIZE])
{
	struct calendar_local local;
	char day_key[24], month_key[24], day[12], year[12];
	calendar_split(office, ms, &local);
	text_format(day_key, sizeof(day_key), "date.day.%d", local.weekday + 1);
	text_format(month_key, sizeof(month_key), "date.month.%d", local.month);
	text_format(day, sizeof(day), "%d", local.day);
	text_format(year, sizeof(year), "%d", local.year);
	return language_with(language, key, out_text, SAY_SIZE, language_text(language, day_key),
		day, language_text(language, month_key), year);
}

const char *say_short_date(const struct language *language, const struct office *office, int64_t ms,
	char out_text[SAY_SIZE])
{
	struct calendar_local local;
	char month_key[24], day[12], year[12];
	calendar_split(office, ms, &local);
	text_format(month_key, sizeof(month_key), "date.month.%d", local.month);
	text_format(day, sizeof(day), "%d", local.day);
	text_format(year, sizeof(year), "%d", local.year);
	return language_with(language, "date.plain", out_text, SAY_SIZE, "", day,
		language_short(language, month_key), year);
}

bool say_closing(const struct language *language, const struct office *office, int64_t now_ms,
	char out_text[SAY_CLOSING_SIZE])
{
	static const char *const keys[OFFICE_HOLIDAY_KINDS] = {
		[OFFICE_HOLIDAY_NATIONAL] = "common.closed.national",
		[OFFICE_HOLIDAY_JOINT] = "common.closed.joint",
		[OFFICE_HOLIDAY_LOCAL] = "common.closed.local",
	};
	struct calendar_day day;
	calendar_day(office, now_ms, &day);
	const struct office_closure *closure = calendar_closure(office, &day, now_ms);
	if (day.holiday != NULL) {
		language_with(language, keys[day.holiday->kind], out_text, SAY_CLOSING_SIZE,
			day.holiday->name);
	} else if (closure != NULL) {
		language_with(language, "common.closed.closure", out_text, SAY_CLOSING_SIZE,
			closure->reason);
	}
	return day.holiday != NULL || closure != NULL;
}

const char *say_people(const struct language *language, int people, char out_text[SAY_SIZE])
{
	char number[16];
	text_format(number, sizeof(number), "%d", people);
	const char *key = people == 0 ? "slip.nobody" : people == 1 ? "slip.person" : "slip.people";
	return language_with(language, key, out_text, SAY_SIZE, number);
}

enum say_call say_call_of(const struct office *office, int64_t issued_ms, struct say_span span)
{
	enum { SOON_MS = 2 * 60 * 1000 };
	struct calendar_hours hours;
	if (span.low_ms < 0) {
		return SAY_UNKNOWN;
	}
	calendar_hours(office, issued_ms, &hours);
	int64_t middle_ms = span.low_ms + (span.high_ms - span.low_ms) / 2;
	if (hours.close_ms >= 0 && middle_ms >= hours.close_ms) {
		return SAY_LATE;
	}
	return span.high_ms - issued_ms < SOON_MS ? SAY_SOON : SAY_HOURS;
}

static const char *say_hours(const struct language *language, const struct office *office,
	struct say_span span, char out_text[SAY_SIZE])
{
	char low[SAY_SIZE], high[SAY_SIZE];
	say_hour(office, span.low_ms, low);
	say_hour(office, span.high_ms, high);
	if (strcmp(low, high) == 0) {
		text_copy(out_text, SAY_SIZE, high);
		return out_text;
	}
	return language_with(language, "slip.between", out_text, SAY_SIZE, low, high);
}

const char *say_expected(const struct language *language, const struct office *office,
	int64_t issued_ms, struct say_span span, char out_text[SAY_SIZE])
{
	static const char *const keys[] = {
		[SAY_UNKNOWN] = "slip.watch",
		[SAY_LATE] = "slip.ask",
		[SAY_SOON] = "slip.soon",
	};
	enum say_call call = say_call_of(office, issued_ms, span);
	if (call == SAY_HOURS) {
		return say_hours(language, office, span, out_text);
	}
	text_copy(out_text, SAY_SIZE, language_text(language, keys[call]));
	return out_text;
}

const char *say_appointment(const struct language *language, const struct office *office,
	const struct ticket *ticket, char out_text[SAY_APPOINTMENT_SIZE])
{
	static const char *const keys[] = {
		[TURN_EARLY] = "slip.arrival.early",
		[TURN_COUNTED] = "slip.arrival.counted",
		[TURN_PASSED] = "slip.arrival.passed",
	};
	char hour[SAY_SIZE], turn[SAY_SIZE];
	out_text[0] = '\0';
	if (ticket->appointed_ms == 0) {
		return out_text;
	}
	say_hour(office, ticket->appointed_ms, hour);
	say_hour(office, ticket->turn_ms, turn);
	return language_with(language,
		keys[turn_appointment(ticket->turn_ms, ticket->appointed_ms)], out_text,
		SAY_APPOINTMENT_SIZE, hour, turn);
}
