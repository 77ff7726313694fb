#ifndef APP_DESK_DESK_H
#define APP_DESK_DESK_H

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/desk/view.h"
#include "app/queue/event.h"
#include "app/queue/guest.h"
#include "app/queue/figures.h"
#include "app/queue/outcome.h"
#include "app/queue/holidays.h"
#include "app/queue/standard.h"
#include "app/queue/segment.h"
#include "app/queue/ticket.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * The use cases of the front desk, and the only door from the programs to the store. Every act is
 * one short write transaction: it reads, asks the pure rules, writes rows and one or more events,
 * or refuses and changes nothing. One struct desk is used by one thread at a time; a screen's
 * program runs it in a desk_thread (desk_thread.h).
 */
struct desk;
struct fault_plan;

enum {
	DESK_STAFF_SIZE = 32,
	DESK_STAFF_LISTED = 64, /* who may sign in, at most: no list of them holds fewer */
	DESK_PIN_MIN = 4,
	DESK_PIN_MAX = 12,
	DESK_TOKEN_SIZE = 40,
	DESK_CODE_SIZE = 12,  /* of an appointment */
	DESK_WORD_SIZE = 33,  /* a code as a reason of staff */
	DESK_NOTE_SIZE = 512, /* free text of staff */
};

enum desk_role { DESK_CLERK, DESK_TREASURER, DESK_HEAD, DESK_ROLES };

struct desk_options {
	const char *store;          /* path */
	const char *at;             /* office time of --at, or NULL; NOT_TRAINING on a real store */
	const char *device;         /* who acts, for the events: "kiosk-1", "console", "cli" */
	bool has_screen, has_board; /* it is the waiting room's screen, or lights its board */
	struct fault_plan *faults;  /* what is to go wrong with the store (db/fault.h), or NULL */
	const struct clock_source *clock; /* borrowed; NULL = the system's clocks */
};

/*
 * Opens the store and anchors office time. STORE_… and the sentence to show in `out_error` (path
 * and cause) when it cannot; *out_desk is then NULL. Slips left in `sending` by a program of the
 * same device that died become unconfirmed, for staff to decide.
 */
enum result desk_open(const struct desk_options *options, struct desk **out_desk, char *out_error,
	size_t error_size);
void desk_close(struct desk *desk);

/*
 * Creates the store at `path` from an office file: all or nothing. `training` stores are for life;
 * `at` may then set their first moment. The first head, code "kepala", has no PIN yet.
 * CLOCK_WRONG while the wall clock is plainly wrong (clock_is_plausible).
 */
enum result desk_create(const char *path, const char *office_file, bool training, const char *at,
	char *out_error, size_t error_size);

/* Borrowed; right until desk_close. What is in it changes with the calendar, at the next act or
 * look after the change. */
const struct office *desk_office(const struct desk *desk);
bool desk_is_training(const struct desk *desk);

/* The present office instant of this desk. */
void desk_now(const struct desk *desk, struct instant *out_now);

/*
 * The head sets office time to the wall clock, after somebody has set that right, or confirms a
 * clock that is suspected of being far ahead: PIN_…, HEAD_ONLY.
 * What was stamped by the wrong clock (the events of this boot, and those that lie later than the
 * new time) is marked uncertain: the tickets they touched are in no figure. An open day that is not
 * today any more is closed.
 */
enum result desk_set_clock(struct desk *desk, const char *staff, const char *pin);

/* A training store's clock: from now on office time is wall time + `shift_ms`, for all programs. */
enum result desk_set_shift(struct desk *desk, int64_t shift_ms);

/* ---- visitors ---- */

struct desk_issue {
	int service; /* place in office.services */
	enum ticket_priority priority;
	bool with_guest;
	struct guest guest;
	char notice[OFFICE_NOTICE_SIZE]; /* version of the notice of personal data that the visitor
					    was shown before the guest book; "" = none was */
	char token[DESK_TOKEN_SIZE];     /* one per visitor's session: the same token gives the same
					    ticket */
	bool print;                      /* put a slip in the outbox */
	int party;                       /* people who came; 0 = as the guest book says, or one */
};

/*
 * Takes the next number of the service for today. OFFICE_CLOSED outside the hours in which numbers
 * are given, unless `staff` acts from the console or command line, who may also leave questions of
 * the guest book open. A token seen before today gives its ticket again and writes nothing.
 */
enum result desk_issue(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket);

/*
 * A visitor who comes straight to a counter: number, call and service in one act. SOMEBODY_WAITING
 * while anybody waits whom this counter serves; COUNTER_… unless it is free and serves it.
 */
enum result desk_walk(
	struct desk *desk, int counter, const struct desk_issue *issue, struct ticket *out_ticket);

/* ---- appointments ---- */

enum desk_appointment_state {
	DESK_APPOINTMENT_BOOKED,
	DESK_APPOINTMENT_ARRIVED,
	DESK_APPOINTMENT_CANCELLED,
};

enum { DESK_APPOINTMENTS = 256 }; /* listed of one day */

struct desk_appointment {
	char code[DESK_CODE_SIZE];
	int service;
	char service_date[CALENDAR_DATE_SIZE];
	int64_t at_ms;
	enum desk_appointment_state state;
	int64_t ticket; /* 0 = has not come */
};

/* Staff books an hour within the opening hours; the code is for the visitor. TIME_PAST,
 * OFFICE_CLOSED. */
enum result desk_appoint(
	struct desk *desk, int service, int64_t at_ms, struct desk_appointment *out_appointment);
/* Whether `code` is written as a code of desk_appoint: six capitals and digits. */
bool desk_is_code(const char *code);
/* APPOINTMENT_UNKNOWN, APPOINTMENT_USED when it was kept or cancelled before. */
enum result desk_cancel_appointment(struct desk *desk, const char *code);
/* Of `date`, NULL = today, by hour. */
enum result desk_list_appointments(struct desk *desk, const char *date,
	struct desk_appointment *out_appointments, size_t size, size_t *out_count);

/* The visitor has come: a number with the turn of the appointment (turn.h). The service of `issue`
 * is not looked at. APPOINTMENT_UNKNOWN, _USED, _OTHER_DAY; OFFICE_CLOSED as desk_issue. */
enum result desk_arrive(struct desk *desk, const char *code, const struct desk_issue *issue,
	bool staff, struct ticket *out_ticket);

/* ---- counters ---- */

/* `services` 0 = all its services. Opens, or ends a break. COUNTER_TAKEN by another member of
 * staff. */
enum result desk_open_counter(struct desk *desk, int counter, const char *staff, uint32_t services);
/* `reason` is a code of at most 32 of a-z 0-9 _ -, or NULL; FIELD_RANGE. */
enum result desk_break_counter(struct desk *desk, int counter, const char *reason);
enum result desk_close_counter(struct desk *desk, int counter);

/* Closes a counter whose console has ended without closing it: nobody is known to be there.
 * COUNTER_OCCUPIED, and nothing, while a visitor is called or served there: the clerk may well sit
 * there and sign in anew. COUNTER_CLOSED. */
enum result desk_close_left(struct desk *desk, int counter);

/* `staff` goes on at an open counter in the place of whoever is there: visitor, services and clocks
 * stay as they are. STAFF_UNKNOWN; the PIN is the program's to ask. */
enum result desk_hand_over(struct desk *desk, int counter, const char *staff);

/* Finishes the visitor being served, if any, and calls the first in line, as one act. */
enum result desk_next(struct desk *desk, int counter, struct ticket *out_ticket);

/*
 * Where the office has it so (stand_by; else SWITCHED_OFF): a free counter for which nobody waits
 * stands by, and the next visitor who waits for it, by whatever act, is called there in that act;
 * of several counters to the one that has stood by for the longest. With somebody there already it
 * is desk_next. *out_ticket is who was called, id 0 = it stands by; a second time changes nothing.
 * It ends with a call, a visitor who is served on there, an open, break or close of the counter,
 * and desk_stand_down, which is fine without; for all when the office wants it no more. A call that
 * came by itself can be undone like another; the counter then stands by no more.
 */
enum result desk_stand_by(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_stand_down(struct desk *desk, int counter);
/* For a program that has just started: whatever its device let stand by, before it died, stands by
 * no more. With a restart of the machine all end by themselves. */
enum result desk_end_left_stand_by(struct desk *desk);

/* Where the office has it so (call_any; else SWITCHED_OFF): a waiting ticket of one of the
 * counter's services is called out of its turn, to a free counter; the clocks of those who are
 * passed go on where they stopped (design §4). `reason` is a code as of a break, NULL = not told;
 * FIELD_RANGE. TICKET_UNKNOWN, _OTHER_DAY, _STATE; COUNTER_…. */
enum result desk_call_ticket(struct desk *desk, int counter, int64_t ticket, const char *reason,
	struct ticket *out_ticket);

/* For the counter's current ticket. */
enum result desk_recall(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_serve(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_finish(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_absent(struct desk *desk, int counter, struct ticket *out_ticket);
/* The last two from another counter, for `ticket` alone: TICKET_STATE when somebody else is there
 * by now. */
enum result desk_finish_ticket(
	struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket);
enum result desk_absent_ticket(
	struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket);

/*
 * Acts on any ticket of today (TICKET_UNKNOWN, TICKET_OTHER_DAY, TICKET_STATE). `counter` is the
 * one that acts, 0 = none (the visitor at the kiosk, the command line): a ticket called or served
 * at another counter is COUNTER_FOREIGN. `ticket` 0 = the counter's current one.
 */
enum result desk_hold(struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket);
/* Back to what it was: who waited waits with the same turn; who was served is served on at
 * `counter`, 0 = where they were, which must be free and serve the service. */
enum result desk_resume(struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket);
/* An absent visitor is back: waits with a turn of now. */
enum result desk_return(struct desk *desk, int64_t ticket, struct ticket *out_ticket);
/* To another service, with the same number and turn. SERVICE_SAME. */
enum result desk_transfer(
	struct desk *desk, int counter, int64_t ticket, int service, struct ticket *out_ticket);
/*
 * To counter `to`, for the same service, with the same number and turn: a new segment. Only that
 * counter calls it; once it closes, rests or does not serve that service any more, whichever
 * counter serves it does, until it is back. COUNTER_UNKNOWN, COUNTER_CLOSED, COUNTER_FOREIGN of
 * `to`.
 */
enum result desk_send(
	struct desk *desk, int counter, int64_t ticket, int to, struct ticket *out_ticket);
/* `reason` is a code as of a break; FIELD_RANGE. */
enum result desk_cancel(struct desk *desk, int counter, int64_t ticket, const char *reason,
	struct ticket *out_ticket);

/*
 * Takes back the last press at the counter: call, serve, finish (and the call of the same press),
 * absent, hold or cancel, within office.undo_s seconds. The day is then as if it had not been.
 * UNDO_NOTHING, UNDO_LATE (also when the ticket has moved on since).
 */
enum result desk_undo(struct desk *desk, int counter, struct ticket *out_ticket);

/* ---- days ---- */

/* Closes today by hand: what still waits is closed by the system, the figures are kept, the log is
 * sealed, and nothing is issued before tomorrow. COUNTER_OCCUPIED, DAY_CLOSED, DAY_EMPTY. */
enum result desk_close_day(struct desk *desk);

/* Ends what another day left open (closed_by_system, uncertain). Called by itself on every act and
 * view. */
enum result desk_close_days(struct desk *desk);

/* ---- looking ---- */

/* Today's ticket "K007", or of `date`; TICKET_UNKNOWN. A number that was not given today but on an
 * earlier day is TICKET_OTHER_DAY: *out_ticket is then the latest of these. */
enum result desk_find_ticket(
	struct desk *desk, const char *number, const char *date, struct ticket *out_ticket);

/* The whole state a screen shows (view.h). `counter` 0, or the one whose visitor may be seen. */
enum result desk_view(struct desk *desk, int counter, struct desk_view *out_view);

/* A ticket's life: its intervals and its segments (one at least), in order. */
struct desk_story {
	struct interval *intervals;
	size_t interval_count;
	struct segment *segments;
	size_t segment_count;
	struct outcome outcome; /* as the clerk said it */
};
/* TICKET_UNKNOWN. A story that was told is ended with desk_story_finish. */
enum result desk_tell(struct desk *desk, int64_t ticket, struct desk_story *out_story);
void desk_story_finish(struct desk_story *story);

/* ---- figures ---- */

struct desk_day {
	char service_date[CALENDAR_DATE_SIZE];
	bool closed;
	bool by_hand;
	bool is_sealed;
	struct figures all;
	struct figures services[OFFICE_SERVICES]; /* as office.services */
	struct figures_priority priority;
};

/* The figures of `date`, NULL = today; all 0 for a day without visitors. */
enum result desk_day(struct desk *desk, const char *date, struct desk_day *out_day);

/* The service days from `from` to `to`, at most `size`. */
enum result desk_list_days(struct desk *desk, const char *from, const char *to,
	char (*out_dates)[CALENDAR_DATE_SIZE], size_t size, size_t *out_count);

/* What `giliran verify` found: the log's chain, and every row and figure against the log. */
struct desk_proof {
	bool right;
	int64_t event;                   /* the first that does not fit; 0 = none */
	char what[64];                   /* what does not fit, a code; "" */
	char date[CALENDAR_DATE_SIZE];   /* of which day; "" */
	char number[TICKET_NUMBER_SIZE]; /* of which ticket; "" */
	int64_t events, days, tickets;   /* looked at */
	int64_t unchained;               /* events of version 1, which cannot be proven */
	int64_t unproven_days;           /* days with such events */
	int64_t unsealed_days;           /* closed without a signature */
	/* Hash of the newest event: whoever wrote it down elsewhere sees that none was cut off. */
	char head[EVENT_HASH_SIZE];
};
enum result desk_verify(struct desk *desk, struct desk_proof *out_proof);

/* What `giliran doctor` asks of a store. */
struct desk_health {
	int schema;        /* version of the store's tables */
	bool intact;       /* SQLite's integrity check found nothing (reads the whole file) */
	char trouble[200]; /* its first line otherwise */
};
enum result desk_examine(struct desk *desk, struct desk_health *out_health);

/* ---- calendar ---- */

/*
 * Changes of the calendar: of what is to come only, so that no figure of the past changes. Each
 * notes one event with the fingerprint of the office as it is then, and raises its revision.
 */

/*
 * Takes over a year's list of holidays: the days after today become those of the list; today and
 * the past stay as they are known, and what they lacked is added for the count of working days. How
 * many days to come the list has, and how many past ones (and today) were added. CALENDAR_FULL.
 */
enum result desk_import_holidays(
	struct desk *desk, const struct holiday_list *list, int *out_added, int *out_past);

/*
 * Closes the office from `from_ms` to `to_ms`; `reason` is one line for visitors. Its number in
 * `out_id`. CALENDAR_ORDER, _PAST (it must begin after now), _OVERLAP, _FULL; FIELD_REQUIRED or
 * TEXT_… for the reason.
 */
enum result desk_add_closure(
	struct desk *desk, int64_t from_ms, int64_t to_ms, const char *reason, int64_t *out_id);

/* CALENDAR_UNKNOWN; CALENDAR_BEGUN. */
enum result desk_remove_closure(struct desk *desk, int64_t id);

/* The same for a season, whose id and known_ms are not looked at; it must begin after today.
 * FIELD_RANGE when its hours are not in order. */
enum result desk_set_season(struct desk *desk, const struct office_season *season, int64_t *out_id);
enum result desk_remove_season(struct desk *desk, int64_t id);

/* ---- what is published of the services ---- */

/* As the store has it now. */
enum result desk_read_standards(struct desk *desk, struct standards *out_standards);

/* In place of all that was published: one event, and a new revision of the office. */
enum result desk_set_standards(struct desk *desk, const struct standards *standards);

/*
 * In place of all that the services said of their guest books, what those of `asking` say: the same
 * services in the same order, of which nothing else is read. One event, and a new revision of the
 * office. CONFIG_WRONG when switches do not fit together (guest_check_switches).
 */
enum result desk_set_questions(struct desk *desk, const struct office *asking);

/*
 * In place of all that was said of the voice in the waiting room. One event, and a new revision of
 * the office. CONFIG_WRONG when office_voice_check finds something.
 */
enum result desk_set_voice(struct desk *desk, const struct office_voice *voice);

/* ---- slips ---- */

/* One row of the outbox, with what a slip shows; the visitor's name is never among it. */
struct desk_slip {
	int64_t id;
	struct ticket ticket;
	int ahead;           /* people ahead when it was taken */
	int64_t expected_ms; /* expected call; TICKET_NEVER = unknown */
	int64_t low_ms;      /* it is expected between the two; TICKET_NEVER */
	int64_t high_ms;
	char code[DESK_CODE_SIZE]; /* by which the visitor can give it up; "" = none */
	bool again;                /* a reprint: marked ULANG */
	bool training;
	bool test; /* of nobody: marked UJI CETAK */
};

/*
 * The oldest pending slip; out_found false when there is none. Slips whose ticket has been called,
 * has ended or is of another day are dropped on the way; one that staff asked for only when it is
 * of another day.
 */
enum result desk_next_slip(struct desk *desk, struct desk_slip *out_slip, bool *out_found);

/* Records, before the first byte is sent, that printing begins; after a crash this row is
 * unconfirmed. */
enum result desk_begin_slip(struct desk *desk, int64_t slip);

/* What a slip took of the roll of a printer ("kiosk-1/printer"): the whole of it when any byte was
 * sent. */
struct desk_feed {
	const char *device; /* borrowed */
	int mm;
	int roll_mm; /* length of a new roll there; 0 = not known */
};

/*
 * How it went. PRINT_PENDING with a reason: nothing was sent, it will be tried by itself.
 * TICKET_STATE unless the slip was begun and has not ended, or ended unconfirmed, or is found to
 * have come out (PRINT_CONFIRMED) though it had failed. `feed` is counted
 * in the same transaction; NULL = nothing was fed, or it was counted before.
 */
enum result desk_end_slip(struct desk *desk, int64_t slip, enum print_state state,
	enum result reason, const struct desk_feed *feed);

/* Staff asks for the same number again: a new slip marked ULANG. */
enum result desk_reprint(struct desk *desk, int64_t ticket);

/* State of a device of this machine, for every console: `reason` OK = healthy. A printer whose
 * paper was out, or whose cover was open near the end of the paper, has a roll in doubt. */
enum result desk_report_device(
	struct desk *desk, const char *device, enum result reason, bool near_end);

/* ---- announcements ---- */

/*
 * The waiting room was told of `call` (view_call.id) at `announced_ms`, which is taken to lie
 * between the call and now. The first to say so stays; a call that was undone meanwhile is nothing.
 * No event.
 */
enum result desk_announce(
	struct desk *desk, int64_t call, enum announced_way way, int64_t announced_ms);

/* ---- staff ---- */

struct desk_staff {
	char code[DESK_STAFF_SIZE];
	char name[OFFICE_NAME_SIZE];
	enum desk_role role;
	bool has_pin;
};

const char *desk_role_name(enum desk_role role);
bool desk_role_find(const char *name, enum desk_role *out_role);

/* Whether the code can stand in events and the name on a screen: FIELD_RANGE, FIELD_REQUIRED,
 * TEXT_…. */
enum result desk_check_staff(const struct desk_staff *staff);

/* Somebody new, or somebody who had left and is back. `pin` NULL = set at the first sign-in.
 * PIN_FORM unless 4 to 12 digits. */
enum result desk_add_staff(struct desk *desk, const struct desk_staff *staff, const char *pin);

/* Everybody who may sign in, in order of name; at most `size`. */
enum result desk_list_staff(
	struct desk *desk, struct desk_staff *out_staff, size_t size, size_t *out_count);

/*
 * Checks the PIN (argon2id). PIN_WRONG; PIN_LOCKED for a minute after five wrong ones; a person
 * without a PIN yet gets this one.
 */
enum result desk_sign_in(
	struct desk *desk, const char *staff, const char *pin, struct desk_staff *out_staff);
/* The same where a desk is taken over: who has no PIN yet cannot choose one there (PIN_WRONG). */
enum result desk_check_pin(
	struct desk *desk, const char *staff, const char *pin, struct desk_staff *out_staff);

#endif
