#ifndef DB_EVENT_ROWS_H
#define DB_EVENT_ROWS_H

#include "app/queue/event.h"
#include "db/store.h"

/* The append-only log, chained by hash. All inside a transaction. */

/* The newest event; id 0 when there is none, hash "" when it is from before the chain. */
struct event_head {
	int64_t id;
	int64_t office_ms;
	int64_t wall_ms;
	char hash[EVENT_HASH_SIZE];
};
void event_rows_head(struct store *store, struct event_head *out_head);

/*
 * Appends behind `head`, which becomes the new event; its id and hash are set in `event`. The id.
 */
int64_t event_rows_append(struct store *store, struct event_head *head, struct event *event);

/* The hash that `event` must have behind an event with the hash `previous` (BLAKE2b, 256 bits). */
void event_rows_hash(
	const struct event *event, const char *previous, char out_hash[EVENT_HASH_SIZE]);

/*
 * The events from id `first` to id `last` in order; how many. *out_events is released with free().
 */
size_t event_rows_list(struct store *store, int64_t first, int64_t last, struct event **out_events);

/* The last event at `counter`, not before the event `first`; false when there is none. */
bool event_rows_last_of_counter(
	struct store *store, int counter, int64_t first, struct event *out_event);

/* With which `counter` stood by last, from the event `first` on; false when it did not. */
bool event_rows_stood_by(struct store *store, int counter, int64_t first, struct event *out_event);

/* The last event of `kind` of a ticket, looked for from its issue on; false when there is none. */
bool event_rows_last_of_ticket(struct store *store, const struct ticket *ticket,
	enum event_kind kind, struct event *out_event);

/* Whether `ticket` has an event of its life after the event `id`. */
bool event_rows_has_later(struct store *store, int64_t ticket, int64_t id);

/* The last event that a right clock stamped: of another boot than `boot_id` and not later than
 * `office_ms`, or the last at which the clock was set; 0 = none. */
int64_t event_rows_before_wrong(struct store *store, const char *boot_id, int64_t office_ms);

bool event_rows_get(struct store *store, int64_t id, struct event *out_event);

/* Free text beside an event, which can be blanked. */
enum remark { REMARK_NONE, REMARK_KEPT, REMARK_BLANKED };
void remark_rows_insert(struct store *store, int64_t event, const char *note);
/* What is there of the one beside `event`; out_note is "" unless it is kept. */
enum remark remark_rows_get(struct store *store, int64_t event, char *out_note, size_t size);

/* Blanks at most `most` of those that are about days before `date`, the oldest first; how many. */
int remark_rows_blank(struct store *store, const char *date, int most);

/* How many there are, blanked ones too. */
int64_t remark_rows_total(struct store *store);

#endif
