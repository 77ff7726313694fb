#ifndef APP_DESK_BREACH_H
#define APP_DESK_BREACH_H

#include "app/desk/desk.h"

/* The sheet of one broken promise. */
struct desk_free_counter {
	int number;
	int64_t since_ms; /* free since */
};
struct desk_breach {
	struct segment segment; /* who waited, for what, and the staff's reason if one was given */
	int64_t literal_ms;     /* figures_literal */
	char note[DESK_NOTE_SIZE]; /* what staff wrote beside the reason; "" = nothing, or wiped */
	/* counters that could have served when the clock last began to run; none = no open counter
	 * served the service */
	struct desk_free_counter free[OFFICE_COUNTERS];
	int free_count;
};
/* Those of `date`, NULL = today; *out_breaches is released with free(). */
enum result desk_breaches(
	struct desk *desk, const char *date, struct desk_breach **out_breaches, size_t *out_count);

/*
 * Staff says why the promise to `ticket` in its `segment`th service was broken (0 = in the last one
 * in which it was): a code, and free text that stays apart from the log (NULL = none). Said again,
 * the later words stand. NOT_MISSED when it was not, STAFF_UNKNOWN.
 */
enum result desk_explain(struct desk *desk, const char *staff, int64_t ticket, int segment,
	const char *reason, const char *note);

/*
 * Broken promises of earlier days that are asked about still: those of the last DESK_ASKED_DAYS
 * days on which visitors came, without a reason, oldest first. A clerk is asked for whom they
 * served, the head for all (DESK_EXPLAIN_ANY). What is older is asked no more; it can still be
 * explained.
 */
enum { DESK_ASKED_DAYS = 7, DESK_LATE_LISTED = 64 };
struct desk_late {
	int64_t ticket;
	int segment; /* of the ticket */
	int service;
	char number[TICKET_NUMBER_SIZE];
	char service_date[CALENDAR_DATE_SIZE];
};
/* At most `size` of them. STAFF_UNKNOWN. */
enum result desk_list_late(struct desk *desk, const char *staff, struct desk_late *out_late,
	size_t size, size_t *out_count);

/* A correction: the head says that the ticket's times do not count. HEAD_ONLY, PIN_…. */
enum result desk_doubt(struct desk *desk, const char *staff, const char *pin, int64_t ticket,
	const char *reason, const char *note);

#endif
