#ifndef APP_DESK_ROOM_H
#define APP_DESK_ROOM_H

#include "app/desk/desk.h"

/* What staff look through beside the picture of the desk (view.h). */

enum { DESK_TICKETS = 1024 }; /* listed of one day */

/* The tickets of `date`, NULL = today, in whatever state, the latest first; at most `size`. */
enum result desk_list_tickets(struct desk *desk, const char *date, struct ticket *out_tickets,
	size_t size, size_t *out_count);

/* ---- the duty roster ---- */

struct desk_duty {
	int counter;
	char staff[DESK_STAFF_SIZE]; /* code */
	char name[OFFICE_NAME_SIZE];
};

/*
 * Plans `staff` (NULL = nobody) for `counter` on `date`, NULL = today, and for no other counter of
 * that day. `by` says so, a member of staff who may (rights.h), NULL = the command line. HEAD_ONLY,
 * STAFF_UNKNOWN, COUNTER_UNKNOWN; TIME_PAST for a day that is over or no date. One event.
 */
enum result desk_set_duty(
	struct desk *desk, const char *by, const char *date, int counter, const char *staff);

/* The roster of `date`, NULL = today, in the office's order of counters; at most `size`. */
enum result desk_list_duty(struct desk *desk, const char *date, struct desk_duty *out_duties,
	size_t size, size_t *out_count);

#endif
