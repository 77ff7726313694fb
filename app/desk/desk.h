#ifndef APP_DESK_DESK_H
#define APP_DESK_DESK_H

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/desk/view.h"
#include "app/queue/guest.h"
#include "app/queue/holidays.h"
#include "app/queue/office.h"
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

enum { DESK_STAFF_SIZE = 32, DESK_PIN_MIN = 4, DESK_PIN_MAX = 12, DESK_TOKEN_SIZE = 40 };

enum desk_role { DESK_CLERK, DESK_TREASURER, DESK_HEAD, DESK_ROLES };

struct desk_options {
	const char *store;  /* path */
	const char *at;     /* office time of --at, or NULL; NOT_TRAINING on a real store */
	const char *device; /* who acts, for the events: "kiosk-1", "console", "cli" */
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
 */
enum result desk_create(const char *path, const char *office_file, bool training, const char *at,
	char *out_error, size_t error_size);

/* Borrowed; right until desk_close. What is in it changes with the calendar, at the next act or
 * look after the change. */
const struct office *desk_office(const struct desk *desk);
bool desk_is_training(const struct desk *desk);

/* The present office instant of this desk. */
void desk_now(const struct desk *desk, struct instant *out_now);

/* A training store's clock: from now on office time is wall time + `shift_ms`, for all programs. */
enum result desk_set_shift(struct desk *desk, int64_t shift_ms);

/* ---- visitors ---- */

struct desk_issue {
	int service; /* place in office.services */
	enum ticket_priority priority;
	bool with_guest;
	struct guest guest;
	char token[DESK_TOKEN_SIZE]; /* one per visitor's session: the same token gives the same
					ticket */
	bool print;                  /* put a slip in the outbox */
	int party;                   /* people who came; 0 = as the guest book says, or one */
};

/*
 * Takes the next number of the service for today. OFFICE_CLOSED outside the hours in which numbers
 * are given, unless `staff` acts from the console or command line, who may also leave questions of
 * the guest book open. A token seen before today gives
 * its ticket again and writes nothing.
 */
enum result desk_issue(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket);

/* ---- counters ---- */

/* `services` 0 = all its services. Opens, or ends a break. COUNTER_TAKEN by another member of
 * staff. */
enum result desk_open_counter(struct desk *desk, int counter, const char *staff, uint32_t services);
/* `reason` is a code of at most 32 of a-z 0-9 _ -, or NULL; FIELD_RANGE. */
enum result desk_break_counter(struct desk *desk, int counter, const char *reason);
enum result desk_close_counter(struct desk *desk, int counter);

/* Finishes the visitor being served, if any, and calls the first in line, as one act. */
enum result desk_next(struct desk *desk, int counter, struct ticket *out_ticket);

/* For the counter's current ticket. */
enum result desk_recall(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_serve(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_finish(struct desk *desk, int counter, struct ticket *out_ticket);
enum result desk_absent(struct desk *desk, int counter, struct ticket *out_ticket);

/* Ends what another day left open (closed_by_system, uncertain). Called by itself on every act and
 * view. */
enum result desk_close_days(struct desk *desk);

/* ---- looking ---- */

/* Today's ticket "K007", or of `date`; TICKET_UNKNOWN. */
enum result desk_find_ticket(
	struct desk *desk, const char *number, const char *date, struct ticket *out_ticket);

/* The whole state a screen shows (view.h). `counter` 0, or the one whose visitor may be seen. */
enum result desk_view(struct desk *desk, int counter, struct desk_view *out_view);

/* Intervals and segments of a ticket for `giliran ticket`; returned array is released with free().
 */
struct desk_interval {
	enum ticket_state state;
	int service;
	int counter;
	int64_t from_ms;
	int64_t to_ms; /* TICKET_NEVER while open */
};
enum result desk_intervals(
	struct desk *desk, int64_t ticket, struct desk_interval **out_intervals, size_t *out_count);

/* What `giliran doctor` asks of a store. Times are wall ms. */
struct desk_health {
	int schema;              /* version of the store's tables */
	bool intact;             /* SQLite's integrity check found nothing (reads the whole file) */
	char trouble[200];       /* its first line otherwise */
	int64_t newest_event_ms; /* wall time of the newest event; TICKET_NEVER = none */
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

/* ---- slips ---- */

/* One row of the outbox, with what a slip shows; the visitor's name is never among it. */
struct desk_slip {
	int64_t id;
	struct ticket ticket;
	int ahead;           /* people ahead when it was taken */
	int64_t expected_ms; /* expected call; TICKET_NEVER = unknown */
	bool again;          /* a reprint: marked ULANG */
	bool training;
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

/*
 * How it went. PRINT_PENDING with a reason: nothing was sent, it will be tried by itself.
 * TICKET_STATE unless the slip was begun and has not ended, or ended unconfirmed.
 */
enum result desk_end_slip(
	struct desk *desk, int64_t slip, enum print_state state, enum result reason);

/* Staff asks for the same number again: a new slip marked ULANG. */
enum result desk_reprint(struct desk *desk, int64_t ticket);

/* State of a device of this machine, for every console: `reason` OK = healthy. */
enum result desk_report_device(
	struct desk *desk, const char *device, enum result reason, bool near_end);

/* ---- staff ---- */

struct desk_staff {
	char code[DESK_STAFF_SIZE];
	char name[OFFICE_NAME_SIZE];
	enum desk_role role;
	bool has_pin;
};

const char *desk_role_name(enum desk_role role);
bool desk_role_find(const char *name, enum desk_role *out_role);

/* `pin` NULL = set at the first sign-in. PIN_FORM unless 4 to 12 digits. */
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

#endif
