#ifndef APP_DESK_ACT_H
#define APP_DESK_ACT_H

#include "app/desk/desk.h"
#include "app/queue/target.h"
#include "db/counter_rows.h"
#include "db/event_rows.h"
#include "db/store.h"
#include "db/ticket_rows.h"

/* Inside the desk only: what the use cases share. */
struct desk {
	struct store *store;
	struct office office;
	int64_t revision; /* of the rows that `office` was read from */
	bool training;
	char device[32];
	struct clock clock;

	/* the act or look under way */
	struct instant now;
	char date[CALENDAR_DATE_SIZE];
	bool anchored;     /* this boot's offset is in the store */
	bool noted;        /* an event was appended */
	int64_t newest_ms; /* the newest event before */
	struct counter_row counters[OFFICE_COUNTERS];
	int counter_count;
	struct waiting_row waiting[TARGET_LINE]; /* the line as the store has it */
	struct target_line line;                 /* and as it is now; same places */
	size_t waiting_count;
};

/*
 * Begins a write transaction: `now`, `date`, `counters`, `waiting` and `line` are those of this
 * moment, and no older day is open. On anything but OK no transaction is open.
 */
enum result act_begin(struct desk *desk);

/*
 * One try: a transaction in which no older day is open, or, with *out_ready false, one that has
 * ended the older day and is over.
 */
enum result act_begin_today(struct desk *desk, bool *out_ready);

/*
 * Ends it: commits when `result` is OK, else undoes everything. The line's clocks are written when
 * an event was noted, so that they are always right for the moment of the newest event.
 */
enum result act_end(struct desk *desk, enum result result);

/* The same for reading only; ended with look_end. */
enum result look_begin(struct desk *desk);
enum result look_end(struct desk *desk, enum result result);

/* Appends an event of this act; its id. Zero or NULL where there is nothing to name. */
int64_t act_note(struct desk *desk, enum event_kind kind, const struct counter_row *counter,
	int64_t ticket, const char *detail);

/* Reads the clock as it stands in this transaction into `now` and `date`: OK or TIME_BACKWARDS. */
enum result act_anchor(struct desk *desk);

/* ---- the office (office_follow.c) ---- */

/*
 * Inside a transaction: reads the office anew if its rows have changed since, by whichever program.
 * False when they make no right office.
 */
bool office_follow(struct desk *desk);

/* ---- the line (line.c) ---- */

/* Reads counters and waiting tickets, and moves the clocks to `now`. */
void line_load(struct desk *desk);
/* Settles after counters or tickets were changed. */
void line_settle(struct desk *desk, enum target_cause cause);
/* Writes back the clocks that changed. */
void line_save(struct desk *desk);
/* Puts a new ticket in its place. */
void line_insert(struct desk *desk, const struct ticket *ticket);
/* Takes a ticket out; its clock. */
void line_remove(struct desk *desk, int64_t ticket, struct target_clock *out_clock);

/* The state of counter `number`; NULL when there is no such counter. */
struct counter_row *line_counter(struct desk *desk, int number);

/* ---- waiting times (estimate.c) ---- */

/* Typical service time of each service, ms: its own median, else the office's estimate. */
void estimate_times(struct desk *desk, int64_t out_times[OFFICE_SERVICES]);

/*
 * For a visitor of `service` with `turn_ms`: how many are called before, and when, by what is
 * known now; TICKET_NEVER when no open counter serves it.
 */
void estimate_turn(const struct desk *desk, const int64_t times[OFFICE_SERVICES], int service,
	int64_t turn_ms, int *out_ahead, int64_t *out_expected_ms);

/* ---- days (day.c) ---- */

/* Whether an older day is still open. */
bool day_is_stale(struct desk *desk);
/* Ends it, inside a write transaction. */
void day_close(struct desk *desk);

#endif
