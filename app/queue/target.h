#ifndef APP_QUEUE_TARGET_H
#define APP_QUEUE_TARGET_H

#include "app/queue/calendar.h"
#include "app/queue/ticket.h"

/*
 * The published promise, "served at most 10 minutes after the visitor before has finished", for any
 * number of counters (design §4). Pure: the desk loads the line, moves it to the moment of an act,
 * performs the act, and settles it again; what changed is written back.
 */
enum { TARGET_LINE = 512 }; /* waiting tickets looked at; those behind can never be kept */

struct target_clock { /* of one waiting ticket */
	int64_t ticket;
	int service;
	int64_t turn_ms; /* call order: by turn_ms, then by issue_event */
	int64_t issue_event;
	int only;               /* ticket.only */
	int64_t count_ms;       /* counted up to since_ms */
	int64_t since_ms;       /* running since; TICKET_NEVER = stopped */
	int64_t high_ms;        /* highest count reached; TICKET_NEVER = never ran */
	int64_t ready_ms;       /* when it last became kept; TICKET_NEVER */
	int64_t alone_ms;       /* of all its running: while no open counter served its service */
	int64_t alone_since_ms; /* such a stretch is under way; TICKET_NEVER */
};

struct target_counter {
	uint32_t services; /* bit i = services[i] */
	bool open;         /* signed in and not on break */
	bool free;         /* open with nobody called or served */
	int number;
};

struct target_line {
	const struct office *office;
	struct target_clock clocks[TARGET_LINE]; /* in call order */
	size_t clock_count;
	struct target_counter counters[OFFICE_COUNTERS];
	size_t counter_count;
	int64_t settled_ms; /* the line is right for this moment */
};

/* Why the line changed: only a finish (or transfer away) sets the clock of a newly kept ticket to
 * 0. */
enum target_cause { TARGET_FINISH, TARGET_OTHER };

/* The clock of `ticket`, which has just come to wait for its service: it never ran. */
struct target_clock target_clock_of(const struct ticket *ticket);

/* The only counter that may call the ticket as the counters stand: the one it was sent to, while
 * that is open and serves its service; 0 = whichever serves it. */
int target_bound(const struct target_line *line, const struct target_clock *clock);

/* Call order. */
bool target_is_before(const struct target_clock *a, const struct target_clock *b);

/* Puts a clock in its place, which is returned; the last one leaves a full line, and a clock behind
 * a full line does not enter: TARGET_LINE. */
size_t target_insert(struct target_line *line, const struct target_clock *clock);

/* Takes out the clock of `ticket` and returns its place; TARGET_LINE when it is not in the line. */
size_t target_remove(struct target_line *line, int64_t ticket, struct target_clock *out_clock);

/*
 * Moves the line from settled_ms to `now` (not earlier), stopping at each opening, closing and
 * office-wide break between: no clock runs before opening or on such a break; after closing only
 * where a counter is still open and free.
 */
void target_advance(struct target_line *line, int64_t now);

/*
 * (A service whose promise counts from the guest book, office.target_start, has a clock that runs
 * from the issue on while the office is open.)
 *
 * Finds anew which tickets are kept, after clocks or counters were changed at settled_ms, and
 * starts and stops clocks accordingly.
 */
void target_settle(struct target_line *line, enum target_cause cause);

/*
 * The office's clock was set to `now`, which may be earlier than settled_ms: what ran stops where
 * it was and goes on from `now`.
 */
void target_restart(struct target_line *line, int64_t now);

/*
 * The ticket of `clock` is called at `now`: its clock runs on, and starts here if it stood still,
 * which is then its ready_ms. Take the clock out of the line before the line is settled again.
 */
void target_call(struct target_clock *clock, int64_t now);

/* The clock stands still from `now` on; high_ms is then its elapsed_ms. */
void target_stop(struct target_clock *clock, int64_t now);

/* The count of a clock at `now`, ms; and how much of all its running nobody's counter was open. */
int64_t target_count(const struct target_clock *clock, int64_t now);
int64_t target_alone(const struct target_clock *clock, int64_t now);

/* elapsed_ms at service: the highest count, of a clock that ran on from the call. */
int64_t target_elapsed(const struct target_clock *clock, int64_t now);

/* Missed from the second it passes the limit; `target_s` 0 or nothing counted = none. */
enum target_verdict target_judge(int target_s, int64_t elapsed_ms);

enum target_phase { TARGET_ON_TIME, TARGET_SOON, TARGET_LATE };

/* On time, the last 3 minutes before the limit, or late (look.md §4 "clock bar"). */
enum target_phase target_phase(int target_s, int64_t count_ms);

#endif
