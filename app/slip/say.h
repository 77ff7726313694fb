#ifndef APP_SLIP_SAY_H
#define APP_SLIP_SAY_H

#include "app/base/language.h"
#include "app/queue/ticket.h"

/* Office time in the words of a language. */
enum { SAY_SIZE = 96, SAY_APPOINTMENT_SIZE = 2 * SAY_SIZE };

/* "10.13"; with TICKET_NEVER or another negative time "–". */
const char *say_hour(const struct office *office, int64_t ms, char out_text[SAY_SIZE]);

/* "Senin, 23 November 2026" with the key date.full, "23 November 2026" with date.plain. */
const char *say_date(const struct language *language, const struct office *office, const char *key,
	int64_t ms, char out_text[SAY_SIZE]);

/* "23 Nov 2026". */
const char *say_short_date(const struct language *language, const struct office *office, int64_t ms,
	char out_text[SAY_SIZE]);

/*
 * Why the office is closed at `now_ms` besides its hours: "Hari ini libur: Hari Raya Waisak 2570
 * BE", or the reason of the closure in force; false when there is no such reason.
 */
enum { SAY_CLOSING_SIZE = OFFICE_TEXT_SIZE + 64 };
bool say_closing(const struct language *language, const struct office *office, int64_t now_ms,
	char out_text[SAY_CLOSING_SIZE]);

/* "2 orang", "Tidak ada". */
const char *say_people(const struct language *language, int people, char out_text[SAY_SIZE]);

/* A call is expected between the two, office time; TICKET_NEVER = nobody can know. */
struct say_span {
	int64_t low_ms, high_ms;
};

/* What can be said of it to somebody whose number is of `issued_ms`. */
enum say_call {
	SAY_UNKNOWN, /* no counter is open for it */
	SAY_LATE,    /* its middle lies past closing */
	SAY_SOON,    /* in less than two minutes */
	SAY_HOURS,
};
enum say_call say_call_of(const struct office *office, int64_t issued_ms, struct say_span span);

/* The same in words: "10.20–10.27" ("10.27" within one minute), "Sebentar lagi", or, when no hour
 * can be told, what is true instead: "Saat loket dibuka", or "Tanya petugas" past closing. */
const char *say_expected(const struct language *language, const struct office *office,
	int64_t issued_ms, struct say_span span, char out_text[SAY_SIZE]);

/*
 * The hour of the ticket's appointment and what it means to its place in line: "Janji temu *10.30*.
 * Dalam antrean, Anda dihitung datang pukul *10.15*."; "" for a ticket without one. Between
 * asterisks stands what is to be strong.
 */
const char *say_appointment(const struct language *language, const struct office *office,
	const struct ticket *ticket, char out_text[SAY_APPOINTMENT_SIZE]);

#endif
