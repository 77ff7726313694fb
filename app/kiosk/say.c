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

const char *say_people(const struct language *language, int people, char out_text[SAY_SIZE])
{
	char number[16];
	text_format(number, sizeof(number), "%d", people);
	const char *key = people == 0 ? "slip.nobody" : people == 1 ? "slip.person" : "slip.people";
	return language_with(language, key, out_text, SAY_SIZE, number);
}

const char *say_expected(const struct language *language, const struct office *office,
	const struct ticket *ticket, int64_t expected_ms, char out_text[SAY_SIZE])
{
	if (expected_ms > ticket->issued_ms) {
		return say_hour(office, expected_ms, out_text);
	}
	text_copy(out_text, SAY_SIZE,
		language_text(language, expected_ms < 0 ? "slip.watch" : "slip.soon"));
	return out_text;
}
