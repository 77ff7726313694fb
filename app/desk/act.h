#ifndef APP_DESK_ACT_H
#define APP_DESK_ACT_H

#include "app/base/place.h"
#include "app/desk/desk.h"
#include "app/queue/figures.h"
#include "app/queue/target.h"
#include "db/counter_rows.h"
#include "db/day_rows.h"
#include "db/event_rows.h"
#include "db/segment_rows.h"
#include "db/store.h"
#include "db/ticket_rows.h"

/* Inside the desk only: what the use cases share. */
struct desk {
	struct store *store;
	struct office office;
	int64_t revision; /* of the rows that `office` was read from */
	bool training;
	char path[PLACE_SIZE]; /* of the store */
	char device[32];
	struct clock clock;

	/* the act or look under way */
	struct instant now;
	char date[CALENDAR_DATE_SIZE];
	bool anchored;           /* this boot is in the store as it is here */
	bool suspect;            /* its wall clock was far ahead when it was anchored */
	bool noted;              /* an event was appended */
	struct event_head head;  /* the newest event */
	enum desk_clock trouble; /* what is wrong with the wall clock */
	struct day_row day;      /* of `date`; first_event 0 = it has no event yet */
	struct counter_row counters[OFFICE_COUNTERS];
	int counter_count;
	struct waiting_row waiting[TARGET_LINE]; /* the line as the store has it */
	struct target_line line;                 /* and as it is now; same places */
	size_t waiting_count;
	char line_date[CALENDAR_DATE_SIZE]; /* whose tickets `waiting` holds */
	bool line_known;      /* `counters` and `waiting` are what this transaction leaves */
	int64_t line_version; /* of the store that has them so, when there is none; 0 = unknown */
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

/* The same without a look at older days: the clock may be what is wrong about them. */
enum result act_begin_as_is(struct desk *desk);

/*
 * Ends it: commits when `result` is OK, else undoes everything. The line's clocks are written when
 * an event was noted, so that they are always right for the moment of the newest event.
 */
enum result act_end(struct desk *desk, enum result result);

/* The same for reading only; ended with look_end. */
enum result look_begin(struct desk *desk);
enum result look_end(struct desk *desk, enum result result);

/* What desk_open does when the store is open: reads what it is and anchors office time. */
enum result act_load(
	struct desk *desk, const struct desk_options *options, char *out_error, size_t error_size);

/* Writes this boot's offset as it is now. */
void act_keep_boot(struct desk *desk);

/* Appends an event of this act; its id. Zero or NULL where there is nothing to name. */
int64_t act_note(struct desk *desk, enum event_kind kind, const struct counter_row *counter,
	int64_t ticket, const char *detail);

/* The same for an event with more in it; date, time and device are set here, and the staff where
 * the counter has some. */
int64_t act_note_event(struct desk *desk, struct event *event, const struct counter_row *counter);

/*
 * A use case as one act: begin, what `perform` does with `order`, end. `out_ticket` may be NULL
 * where the use case has none.
 */
struct act_order {
	int counter;
	int64_t ticket;
	int segment; /* of the ticket, where one is meant; 0 = none is named */
	int service;
	int to;                 /* the counter that a ticket is sent to; 0 = any */
	uint32_t services;      /* set */
	const char *text;       /* a code, or NULL */
	const char *note;       /* free text, or NULL */
	const char *staff_code; /* who acts, where no counter says it; or NULL */
	const struct desk_issue *issue;
	int64_t help; /* a call for help */
	bool visitor; /* gives up the own number */
	bool staff;
};
typedef enum result act_perform(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket);
enum result act_do(struct desk *desk, act_perform *perform, const struct act_order *order,
	struct ticket *out_ticket);

/* The day under way ends in its own time, if `office_ms` is not of the same date (clock.c). */
void clock_end_day(struct desk *desk, int64_t office_ms);

/*
 * Office time is `office_ms` from now on, which may be earlier; the clocks of the line go on from
 * there. Notes an event of `kind` with the moment that was (turn_ms), when it is of the same date.
 */
void clock_move(struct desk *desk, int64_t office_ms, enum event_kind kind, const char *detail);

/* Whether it is a code as events carry them: 1 to 32 of a-z 0-9 _ -. */
bool act_is_code(const char *text);

/* Reads the clock as it stands in this transaction into `now` and `date`: OK or TIME_BACKWARDS. */
enum result act_anchor(struct desk *desk);

/* ---- the office (office_follow.c) ---- */

/*
 * Inside a transaction: reads the office anew if its rows have changed since, by whichever program.
 * False when they make no right office.
 */
bool office_follow(struct desk *desk);

/* Inside a transaction: who may sign in, in order of name, at most `size`; how many (staff.c). */
size_t staff_list(struct desk *desk, struct desk_staff *out_staff, size_t size);

/* ---- the line (line.c) ---- */

/*
 * Counters and the waiting tickets of `date`; the clocks are those of `now`, or of the last event.
 * They are read, unless nobody has written since this desk last had them: who has just written
 * writes again next (lock.c). An act that changes them without these functions puts `line_known`
 * out.
 */
enum line_moment { LINE_AT_NOW, LINE_AS_STORED };
void line_load(struct desk *desk, const char *date, enum line_moment moment);
/* After a commit, or at the end of a look: they are kept for the next transaction. */
void line_keep(struct desk *desk);
/* Where assertions are on: what is known is held against what the store has (line_check.c). */
void line_check(struct desk *desk);
/* Gives the segments of tickets that wait today their clocks as they stand now: their rows are of
 * the newest event, and the office may have closed or rested since. Inside a look. */
void line_tell(struct desk *desk, struct segment *segments, size_t count);
/* Settles after counters or tickets were changed. */
void line_settle(struct desk *desk, enum target_cause cause);
/* Writes back the clocks that changed, in the store and in `waiting`. */
void line_save(struct desk *desk);
/* Puts a ticket in its place, with its clock as it stands. */
void line_insert(struct desk *desk, const struct ticket *ticket, const struct target_clock *clock);
/* Takes a ticket out; its clock. */
void line_remove(struct desk *desk, int64_t ticket, struct target_clock *out_clock);

/* The first in call order whom the counter may call (target_bound); 0 = nobody waits for it. */
int64_t line_first(struct desk *desk, const struct counter_row *counter);

/* The state of counter `number`; NULL when there is no such counter. */
struct counter_row *line_counter(struct desk *desk, int number);

/* ---- what happens to tickets and counters (call.c) ---- */

/* Reads a ticket for an act on it; across a restart of the machine its times are in doubt. */
bool ticket_read(struct desk *desk, int64_t id, struct ticket *out_ticket);

/* Writes what became of a ticket: its rows, the interval that begins, and the event; its id. */
int64_t ticket_write(struct desk *desk, const struct counter_row *counter,
	const struct ticket *ticket, struct event *event);

/* `ticket` NULL = nobody. */
void counter_set(struct desk *desk, struct counter_row *counter, enum counter_state state,
	const struct ticket *ticket);

/* The open counter and its current ticket. */
enum result counter_current(struct desk *desk, int counter, struct counter_row **out_counter,
	struct ticket *out_ticket);

/* A counter that could call or serve `service` now; -1 = any. COUNTER_FOREIGN when it does not
 * serve it. */
enum result counter_free(
	struct desk *desk, int counter, int service, struct counter_row **out_counter);

/* Cancels a ticket for its visitor, whose code was right (withdraw.c); the reason in the log. */
#define ACT_WITHDRAWN "visitor"
enum result ticket_withdraw(struct desk *desk, int64_t ticket, struct ticket *out_ticket);

/* Calls and serves a waiting ticket; `refers`: an event of the same press; `how`: EVENT_PICKED when
 * it is not the first in line, else NULL. */
void ticket_call(struct desk *desk, struct counter_row *counter, struct ticket *ticket,
	int64_t refers, const char *how);
void ticket_serve(
	struct desk *desk, struct counter_row *counter, struct ticket *ticket, int64_t refers);

/* Calls it, and serves it where the office has it so (serve_on_call). */
void ticket_summon(struct desk *desk, struct counter_row *counter, struct ticket *ticket,
	int64_t refers, const char *how);
/* What desk_next does inside its act. */
enum result next_now(struct desk *desk, const struct act_order *order, struct ticket *out_ticket);

/* ---- counters that stand by (stand_by.c) ---- */

/* At the end of an act, in its transaction: as long as somebody waits for a counter that stands by,
 * the first one is called there, to the counter that has stood by for the longest. */
void stand_by_call(struct desk *desk);
/* The counters as the store has them (counter_rows_list), but a stand-by of an earlier boot counts
 * as none: whatever is written of the counter next ends it in the store too. */
int stand_by_list_counters(struct desk *desk, struct counter_row out_rows[OFFICE_COUNTERS]);
/* The counter does not stand by any more; an event if it did. */
void stand_by_end(struct desk *desk, struct counter_row *row);
/* The same for all: the office does not want it any more. */
void stand_by_end_all(struct desk *desk);

/* Whether a number of the service is to be had now: DAY_CLOSED, ISSUE_OVER, QUOTA_FULL; and, unless
 * `staff` acts, who may take in whoever is still in the room, OFFICE_CLOSED (visitor.c). */
enum result visitor_check_service(struct desk *desk, int service, bool staff);

/* Whether the visitor can be taken in at all now: DAY_CLOSED, OFFICE_CLOSED unless `staff` acts. */
enum result visitor_check_open(const struct desk *desk, bool staff);
/* Staff may leave questions open that a visitor must answer; what is written must be right. */
enum result visitor_check_guest(
	const struct desk *desk, const struct guest *guest, int service, bool staff);
/* What is written of `guest`: what was typed for another service, and is not asked for this one, is
 * not kept. The caller wipes `out_kept`. */
void visitor_keep_asked(
	const struct desk *desk, const struct guest *guest, int service, struct guest *out_kept);
/* People who came: as told, or as the guest book counts them. */
int visitor_party(const struct desk *desk, const struct desk_issue *issue);
/* Whether the token of `issue` has its ticket already. */
bool visitor_is_known(struct desk *desk, const struct desk_issue *issue, struct ticket *out_ticket);
/* Checks and issues, inside an act. */
enum result visitor_issue(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket);

/* What a screen shows of the visit of `ticket`, 0 = nobody's, to who works at `counter`
 * (view_visit.c). */
void view_fill_visit(struct desk *desk, const struct counter_row *counter, int64_t ticket,
	struct view_visit *out_visit);

/* Who is to be at which counter today, into the counters of `view` (roster.c). */
void view_fill_roster(struct desk *desk, struct desk_view *view);

/* Keeps by which address and number the guest of `visit` is known again (recognise.c). */
void recognise_note(struct desk *desk, int64_t visit, const struct guest *guest);

/* ---- waiting times (estimate.c) ---- */

struct estimate {
	int ahead;           /* people called before */
	int64_t expected_ms; /* the middle; TICKET_NEVER = cannot be said: no open counter */
	int64_t low_ms;      /* whole minutes from now, between the two in four of five cases */
	int64_t high_ms;
};

/* A counter as it will be. */
struct estimate_seat {
	uint32_t services;
	double free_ms; /* from estimate_room.from_ms until nobody is there; maybe in a pause */
	double variance;
};

/* A break of the whole office to come, or hours in which it is closed before it opens again on the
 * same day: nobody is called then. From estimate_room.from_ms. */
enum { ESTIMATE_PAUSES = 8 };
struct estimate_pause {
	double from_ms, to_ms;
};

/* What is known of the room at one moment: what visits of each service take, learned by service and
 * hour, else the office's own word; and when each open counter can call. */
struct estimate_room {
	struct pace paces[OFFICE_SERVICES];
	struct estimate_seat seats[OFFICE_COUNTERS];
	int seat_count;
	struct estimate_pause pauses[ESTIMATE_PAUSES]; /* in order */
	int pause_count;
	int64_t from_ms; /* nobody is called before: now, the opening, the end of a break */
	int spread;      /* hundredths of a standard deviation */
};
void estimate_begin(struct desk *desk, struct estimate_room *out_room);

/* For a visitor of `service` with `turn_ms`, who is not in the line. */
void estimate_turn(const struct desk *desk, const struct estimate_room *room, int service,
	int64_t turn_ms, struct estimate *out_estimate);

/* Learns from the day's segments when it closes. */
void estimate_learn(struct desk *desk, const struct segment *segments, size_t count);

/* ---- appointments (appointment.c) ---- */

/* A code as a person types it: small letters are as good. */
void appointment_tidy(const char *typed, char out_code[APPOINTMENT_CODE_SIZE]);

/* ---- paper rolls (roll.c) ---- */

/* Counts a slip, inside an act; NULL = nothing. */
void roll_count(struct desk *desk, const struct desk_feed *feed);
/* The same for a slip of which nobody knows how long it was, or whether it came out: one of the
 * roll's mean length, if it has one. */
void roll_count_usual(struct desk *desk, const char *device);
/* The device is in trouble for `reason`: is its roll in doubt now? */
void roll_hear(struct desk *desk, const char *device, enum result reason, bool near_end);

/* ---- days (day.c) ---- */

/*
 * Reads the day of `date` into desk->day. True when the system had closed it and it is today all
 * the same, because the clock was set back: it is open again, and its row is to say so at a write.
 */
bool day_load(struct desk *desk);

/* Whether another day than today is still open. */
bool day_is_stale(struct desk *desk, struct day_row *out_day);
/* Ends it, inside a write transaction: what is open is closed by the system. */
void day_close(struct desk *desk, struct day_row *day, bool by_hand);

/*
 * Wipes what is personal of visits and finished complaints, and what staff wrote, older than the
 * office keeps it, counted from the end of `day`, and notes how many (retention.c). Not by a clock
 * that may be wrong.
 */
void retention_apply(struct desk *desk, const struct day_row *day);

/* What priority cost the others on `date`, told again from the day's events up to `now`; all 0 for
 * a day without any, `known` false where they cannot be told again (report.c). */
void day_tell_priority(struct desk *desk, const struct day_row *day, const char *date, int64_t now,
	struct figures_priority *out_priority);

/* The figures of a day as one line of numbers, to be kept and hashed at its close (report.c). */
struct day_told {
	struct segment *segments; /* the caller's */
	size_t count;
	struct figures_priority priority;
	bool by_turns; /* as lines were written before overtakers were counted by calls */
};
void day_figures_write(const struct day_told *told, int64_t now, char out_text[DAY_FIGURES_SIZE]);
/* Whether that line was written so. */
bool day_figures_are_by_turns(const char *figures);
/* Of that line: BLAKE2b in hexadecimal, which the closing event holds. */
enum { DAY_HASH_SIZE = 33 };
void day_figures_hash(const char *figures, char out_hash[DAY_HASH_SIZE]);

/* ---- seals (seal.c) ---- */

/* Makes the store's signing key: a file beside it, and its public half among the named values. */
bool seal_make_key(struct store *store, const char *path);
/* Signs the head of a day's log; "" when there is no key. */
void seal_sign(struct desk *desk, const char *head, char out_signature[DAY_SIGNATURE_SIZE]);
/* False when the key beside the store is not the one it names; nothing to compare is fine. */
bool seal_is_own(struct desk *desk);
/* Puts the key of the store at `from` beside the one at `to`, in a file of `mode`; a key that is
 * there already stays. */
enum seal_copy {
	SEAL_NONE,   /* `from` has none */
	SEAL_FAILED, /* it could not be written; one log line */
	SEAL_COPIED, /* it is there */
	SEAL_OTHER,  /* another key is */
};
enum seal_copy seal_copy_key(const char *from, const char *to, unsigned mode);
/* Whether a signature is of this store's key. */
bool seal_is_right(struct desk *desk, const char *head, const char *signature);

#endif
