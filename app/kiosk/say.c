#include "app/kiosk/say.h"

#include "app/base/text.h"

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

const char *say_people(const struct language *language, int people, char out_text[SAY_SIZE])
{
	char number[16];
	text_format(number, sizeof(number), "%d", people);
	const char *key = people == 0 ? "slip.nobody" : people == 1 ? "slip.person" : "slip.people";
	return language_with(language, key, out_text, SAY_SIZE, number);
}

bool say_knows_hour(const struct office *office, const struct ticket *ticket, int64_t expected_ms)
{
	struct calendar_hours hours;
	calendar_hours(office, ticket->issued_ms, &hours);
	return expected_ms >= 0 && (hours.close_ms < 0 || expected_ms < hours.close_ms);
}

const char *say_expected(const struct language *language, const struct office *office,
	const struct ticket *ticket, int64_t expected_ms, char out_text[SAY_SIZE])
{
	bool known = say_knows_hour(office, ticket, expected_ms);
	if (known && expected_ms > ticket->issued_ms) {
		return say_hour(office, expected_ms, out_text);
	}
	const char *key = known ? "slip.soon" : expected_ms < 0 ? "slip.watch" : "slip.ask";
	text_copy(out_text, SAY_SIZE, language_text(language, key));
	return out_text;
}
