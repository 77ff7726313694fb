#ifndef APP_KIOSK_SAY_H
#define APP_KIOSK_SAY_H

#include "app/base/language.h"
#include "app/queue/ticket.h"

/* Office time in the words of a language. */
enum { SAY_SIZE = 96 };

/* "10.13"; with TICKET_NEVER or another negative time "–". */
const char *say_hour(const struct office *office, int64_t ms, char out_text[SAY_SIZE]);

/* "Senin, 23 November 2026" with the key date.full, "23 November 2026" with date.plain. */
const char *say_date(const struct language *language, const struct office *office, const char *key,
	int64_t ms, char out_text[SAY_SIZE]);

/* "23 Nov 2026". */
const char *say_short_date(const struct language *language, const struct office *office, int64_t ms,
	char out_text[SAY_SIZE]);

/* "2 orang", "Tidak ada". */
const char *say_people(const struct language *language, int people, char out_text[SAY_SIZE]);

/* Whether an hour can be told: a counter is open for it, and its turn comes before closing. */
bool say_knows_hour(const struct office *office, const struct ticket *ticket, int64_t expected_ms);

/* When somebody with `ticket` is expected to be called: "10.27", "Segera", or, when nobody
 * can know, what is true instead: "Saat loket dibuka", or "Tanya petugas" past closing. */
const char *say_expected(const struct language *language, const struct office *office,
	const struct ticket *ticket, int64_t expected_ms, char out_text[SAY_SIZE]);

#endif
