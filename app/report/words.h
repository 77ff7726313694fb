#ifndef APP_REPORT_WORDS_H
#define APP_REPORT_WORDS_H

#include "app/base/language.h"
#include "app/report/report.h"

/* Figures and dates as people read them, the same on the screen and in a file. Each writes into
 * `out_text` and returns it, or a text of the language; unknown is "–". */
enum {
	REPORT_WORD_SIZE = 64,
	REPORT_LINE_SIZE = 256,
	REPORT_COUNTER_SIZE = OFFICE_COUNTER_WORDS + 32,
	REPORT_FREE_SIZE = 40 * OFFICE_COUNTERS, /* of report_say_free with all of them */
};

/* "Senin, 23 November 2026", "Oktober 2026", "Triwulan IV 2026", "2026", or "… sampai …": of two
 * dates in order. */
const char *report_say_stretch(const struct language *language, const char *from, const char *to,
	char *out_text, size_t size);

/* "Kam 22 Okt", and "Okt". */
const char *report_say_day(
	const struct language *language, const char *date, char *out_text, size_t size);
const char *report_say_month(const struct language *language, const char *date);

/* "20.038". */
const char *report_say_count(
	const struct language *language, int64_t count, char *out_text, size_t size);

/* "98,4 %", rounded down, so that only what is whole is 100; "431 dari 438". */
const char *report_say_share(const struct language *language, const struct figures_share *share,
	char *out_text, size_t size);
const char *report_say_of(const struct language *language, const struct figures_share *share,
	char *out_text, size_t size);

/* Hundredths: "91,48". */
const char *report_say_centi(
	const struct language *language, int centi, char *out_text, size_t size);

/* Whole minutes, rounded: "5 menit"; minutes and seconds: "13.48", "1.02.03" from an hour on. */
const char *report_say_minutes(
	const struct language *language, int64_t ms, char *out_text, size_t size);
const char *report_say_duration(int64_t ms, char *out_text, size_t size);

/* "09.20.11" of an office time. */
const char *report_say_time(const struct office *office, int64_t ms, char *out_text, size_t size);

/* Which counters stood free since when, `most` of them and how many more; or that none served the
 * service. */
const char *report_say_free(const struct language *language, const struct office *office,
	const struct desk_breach *breach, int most, char *out_text, size_t size);

/* The staff's reason; a code that no screen offers is said as it is. "" = none. */
const char *report_say_reason(const struct language *language, const char *reason);

/* Why a ticket was called out of its turn, likewise; and whom that passed: "K005, K006 dan 2 lagi",
 * "–" = nobody. */
const char *report_say_pick(const struct language *language, const char *reason);
const char *report_say_passed(const struct language *language, const struct desk_pick *pick,
	char out_text[REPORT_LINE_SIZE]);

/* A service's name in the language. */
const char *report_say_service(
	const struct language *language, const struct office *office, int service);

/* "Loket 1", or with the office's name for it "Loket 1 · Konsultasi". */
const char *report_say_counter(const struct language *language, const struct office *office,
	int number, char out_text[REPORT_COUNTER_SIZE]);

/* Which of the office's languages it is. */
enum office_language report_language(const struct language *language);

#endif
