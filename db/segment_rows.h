#ifndef DB_SEGMENT_ROWS_H
#define DB_SEGMENT_ROWS_H

#include "app/queue/segment.h"
#include "db/store.h"

/* A ticket's life by service (segments) and by state (intervals). All inside a transaction. */

/* The segment that a ticket begins, by issue or by transfer; and what has become of it. */
void segment_rows_begin(struct store *store, const struct ticket *ticket);
void segment_rows_set(struct store *store, const struct ticket *ticket);

/* Why the promise was broken, a code, and the event that says so. */
void segment_rows_set_reason(
	struct store *store, int64_t ticket, int place, const char *reason, int64_t event);

/* The first of `date` that was served late at `counter`, is over and has no reason yet: its ticket,
 * number, place and service are set in out_segment; false when there is none. */
bool segment_rows_unexplained(
	struct store *store, const char *date, int counter, struct segment *out_segment);

/* Those that were served late on the last `days` service dates before `before` that have tickets,
 * are over and have no reason yet, by ticket and place: served by `staff`, NULL = by anybody. How
 * many, at most `size`. */
struct late_choice {
	const char *before;
	int days;
	const char *staff;
};
struct late_row {
	int64_t ticket;
	int place, service;
	char number[TICKET_NUMBER_SIZE];
	char service_date[CALENDAR_DATE_SIZE];
};
size_t segment_rows_list_late(struct store *store, const struct late_choice *choice,
	struct late_row *out_rows, size_t size);

/* The last of `date` that was finished at `counter` and of which no event from `first` on says what
 * came of it: its ticket, number and finish; 0 = none. */
int64_t segment_rows_unsaid(struct store *store, const char *date, int counter, int64_t first,
	char out_number[TICKET_NUMBER_SIZE], int64_t *out_finished_ms);

/* The segments of one ticket, or of all tickets of `date` by ticket and place; how many.
 * *out_segments is released with free(). */
size_t segment_rows_list(struct store *store, int64_t ticket, struct segment **out_segments);
size_t segment_rows_list_day(struct store *store, const char *date, struct segment **out_segments);

/* All segments of a ticket at once, in the place of what was there. */
void segment_rows_replace(
	struct store *store, int64_t ticket, const struct segment *segments, size_t count);

/* The intervals of a ticket in order, released with free(); and all at once, as above. */
size_t interval_rows_list(struct store *store, int64_t ticket, struct interval **out_intervals);
void interval_rows_replace(
	struct store *store, int64_t ticket, const struct interval *intervals, size_t count);

#endif
