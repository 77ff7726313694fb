#include "app/report/words.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/report/period.h"

#include <stdlib.h>
#include <string.h>

static const char UNKNOWN[] = "–";

/* ---- dates ---- */

static int part_of(const char *date, int from)
{
	return (int)strtol(date + from, NULL, 10);
}

/* Always one that has a name: a key without a text would come back itself, and not live on. */
static int month_of(const char *date)
{
	int month = part_of(date, 5);
	return month < 1 ? 1 : month > 12 ? 12 : month;
}

static const char *say_month(const struct language *language, int month)
{
	char key[40];
	text_format(key, sizeof(key), "date.month.%d", month);
	return language_text(language, key);
}

static const char *say_weekday(const struct language *language, int day)
{
	char key[40];
	text_format(key, sizeof(key), "date.day.%d", calendar_weekday(day) + 1);
	return language_text(language, key);
}

static const char *say_whole_day(
	const struct language *language, const char *date, char *out_text, size_t size)
{
	char number[8], year[8];
	int day = 0;
	(void)calendar_parse_day(date, &day);
	text_format(number, sizeof(number), "%d", part_of(date, 8));
	text_format(year, sizeof(year), "%d", part_of(date, 0));
	return language_with(language, "console.date", out_text, size, say_weekday(language, day),
		number, say_month(language, month_of(date)), year);
}

static const char *say_period(const struct language *language, const struct report_period *period,
	char *out_text, size_t size)
{
	static const char *const quarters[] = {"I", "II", "III", "IV"};
	char year[8];
	int month = month_of(period->from);
	text_format(year, sizeof(year), "%d", part_of(period->from, 0));
	switch (period->span) {
	case REPORT_DAY: return say_whole_day(language, period->from, out_text, size);
	case REPORT_MONTH:
		text_format(out_text, size, "%s %s", say_month(language, month), year);
		return out_text;
	case REPORT_QUARTER:
		return language_with(language, "report.quarter_of", out_text, size,
			quarters[(month - 1) / 3], year);
	default: break;
	}
	text_copy(out_text, size, year);
	return out_text;
}

const char *report_say_stretch(const struct language *language, const char *from, const char *to,
	char *out_text, size_t size)
{
	for (int span = 0; span < REPORT_SPANS; span++) {
		struct report_period period = report_period_of((enum report_span)span, from);
		if (strcmp(period.from, from) == 0 && strcmp(period.to, to) == 0) {
			return say_period(language, &period, out_text, size);
		}
	}
	char first[REPORT_WORD_SIZE], last[REPORT_WORD_SIZE];
	return language_with(language, "report.stretch_of", out_text, size,
		say_whole_day(language, from, first, sizeof(first)),
		say_whole_day(language, to, last, sizeof(last)));
}

const char *report_say_month(const struct language *language, const char *date)
{
	char key[40];
	text_format(key, sizeof(key), "console.month.%d", month_of(date));
	return language_text(language, key);
}

const char *report_say_day(
	const struct language *language, const char *date, char *out_text, size_t size)
{
	int day = 0;
	(void)calendar_parse_day(date, &day);
	char key[40];
	text_format(key, sizeof(key), "report.day.%d", calendar_weekday(day) + 1);
	text_format(out_text, size, "%s %d %s", language_text(language, key), part_of(date, 8),
		report_say_month(language, date));
	return out_text;
}

/* ---- numbers ---- */

const char *report_say_count(
	const struct language *language, int64_t count, char *out_text, size_t size)
{
	const char *point = language_text(language, "report.thousands");
	if (count < 1000) {
		text_format(out_text, size, "%lld", (long long)count);
	} else if (count < 1000000) {
		text_format(out_text, size, "%lld%s%03lld", (long long)(count / 1000), point,
			(long long)(count % 1000));
	} else {
		text_format(out_text, size, "%lld%s%03lld%s%03lld", (long long)(count / 1000000),
			point, (long long)(count / 1000 % 1000), point, (long long)(count % 1000));
	}
	return out_text;
}

const char *report_say_share(const struct language *language, const struct figures_share *share,
	char *out_text, size_t size)
{
	if (share->counted == 0) {
		return UNKNOWN;
	}
	int64_t thousandths = (int64_t)share->right * 1000 / share->counted;
	if (thousandths == 1000) {
		text_copy(out_text, size, "100 %");
	} else {
		text_format(out_text, size, "%d%s%d %%", (int)(thousandths / 10),
			language_text(language, "report.decimal"), (int)(thousandths % 10));
	}
	return out_text;
}

const char *report_say_of(const struct language *language, const struct figures_share *share,
	char *out_text, size_t size)
{
	char right[16], counted[16];
	report_say_count(language, share->right, right, sizeof(right));
	report_say_count(language, share->counted, counted, sizeof(counted));
	return share->counted == 0 ? language_text(language, "console.share_none")
				   : language_with(language, "console.share_of", out_text, size,
					     right, counted);
}

const char *report_say_centi(
	const struct language *language, int centi, char *out_text, size_t size)
{
	text_format(out_text, size, "%d%s%02d", centi / 100,
		language_text(language, "report.decimal"), centi % 100);
	return out_text;
}

const char *report_say_minutes(
	const struct language *language, int64_t ms, char *out_text, size_t size)
{
	char minutes[24];
	if (ms == TICKET_NEVER) {
		return UNKNOWN;
	}
	text_format(minutes, sizeof(minutes), "%lld", (long long)((ms + 30000) / 60000));
	return language_with(language, "console.minutes", out_text, size, minutes);
}

const char *report_say_duration(int64_t ms, char *out_text, size_t size)
{
	if (ms == TICKET_NEVER) {
		return UNKNOWN;
	}
	long long all = (long long)(ms / 1000);
	if (all < 3600) {
		text_format(out_text, size, "%02lld.%02lld", all / 60, all % 60);
	} else {
		text_format(
			out_text, size, "%lld.%02lld.%02lld", all / 3600, all / 60 % 60, all % 60);
	}
	return out_text;
}

const char *report_say_time(const struct office *office, int64_t ms, char *out_text, size_t size)
{
	if (ms == TICKET_NEVER) {
		return UNKNOWN;
	}
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_text, size, "%02d.%02d.%02d", local.hour, local.minute, local.second);
	return out_text;
}

/* ---- breaches ---- */

const char *report_say_free(const struct language *language, const struct office *office,
	const struct desk_breach *breach, int most, char *out_text, size_t size)
{
	if (breach->free_count == 0) {
		return language_text(language, "report.free_none");
	}
	char all[REPORT_FREE_SIZE] = "";
	for (int i = 0; i < breach->free_count && i < most; i++) {
		char number[16], since[REPORT_WORD_SIZE], one[REPORT_WORD_SIZE];
		size_t used = strlen(all);
		text_format(number, sizeof(number), "%d", breach->free[i].number);
		language_with(language, "report.free_one", one, sizeof(one), number,
			report_say_time(office, breach->free[i].since_ms, since, sizeof(since)));
		text_format(all + used, sizeof(all) - used, "%s%s", used > 0 ? ", " : "", one);
	}
	if (breach->free_count > most) {
		char rest[16], more[REPORT_WORD_SIZE];
		size_t used = strlen(all);
		text_format(rest, sizeof(rest), "%d", breach->free_count - most);
		text_format(all + used, sizeof(all) - used, " %s",
			language_with(language, "report.free_more", more, sizeof(more), rest));
	}
	return language_with(language, "report.free", out_text, size, all);
}

/* A code that no screen offers is said as it is. */
static const char *say_code(const struct language *language, const char *kind,
	const char *const *known, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(known[i], code) == 0) {
			char key[40];
			text_format(key, sizeof(key), "console.%s.%s", kind, code);
			return language_text(language, key);
		}
	}
	return code;
}

const char *report_say_reason(const struct language *language, const char *reason)
{
	static const char *const known[] = {
		"crowd", "long_visit", "away", "system", "visitor", "forgotten"};
	return say_code(language, "late", known, sizeof(known) / sizeof(known[0]), reason);
}

const char *report_say_pick(const struct language *language, const char *reason)
{
	static const char *const known[] = {"needs", "short", "returns", "officer", "other"};
	return say_code(language, "pick", known, sizeof(known) / sizeof(known[0]), reason);
}

const char *report_say_passed(const struct language *language, const struct desk_pick *pick,
	char out_text[REPORT_LINE_SIZE])
{
	text_copy(out_text, REPORT_LINE_SIZE, pick->passed_count == 0 ? "–" : "");
	for (int i = 0; i < pick->passed_count && i < DESK_PASSED; i++) {
		size_t used = strlen(out_text);
		text_format(out_text + used, REPORT_LINE_SIZE - used, "%s%s", i > 0 ? ", " : "",
			pick->passed[i]);
	}
	if (pick->passed_count > DESK_PASSED) {
		char rest[16], more[REPORT_WORD_SIZE];
		size_t used = strlen(out_text);
		text_format(rest, sizeof(rest), "%d", pick->passed_count - DESK_PASSED);
		text_format(out_text + used, REPORT_LINE_SIZE - used, " %s",
			language_with(language, "report.free_more", more, sizeof(more), rest));
	}
	return out_text;
}

const char *report_say_service(
	const struct language *language, const struct office *office, int service)
{
	return office->services[service].short_name[report_language(language)];
}

const char *report_say_counter(const struct language *language, const struct office *office,
	int number, char out_text[REPORT_COUNTER_SIZE])
{
	char words[OFFICE_COUNTER_WORDS];
	office_counter_words(office, number, report_language(language), words);
	return language_with(language, "console.counter", out_text, REPORT_COUNTER_SIZE, words);
}

enum office_language report_language(const struct language *language)
{
	return strcmp(language_code(language), "en") == 0 ? OFFICE_ENGLISH : OFFICE_INDONESIAN;
}
