#ifndef APP_SIMULATE_MIRROR_H
#define APP_SIMULATE_MIRROR_H

#include "app/feedback/complaint.h"
#include "app/queue/attempt.h"
#include "app/queue/help.h"
#include "app/queue/ticket.h"
#include "app/simulate/intent.h"

/*
 * What the desk must be like, from what it has acknowledged: which ticket is where and in which
 * state, and what each act must therefore answer (design §3). It knows nothing of clocks, figures
 * and rows, which the proof of the log checks at the end of the day.
 */
enum {
	MIRROR_TICKETS = 512,
	MIRROR_APPOINTMENTS = 64,
	MIRROR_NOTES = 64,
	MIRROR_PRESS = 2,
	MIRROR_RESULTS = 4,
};

struct mirror_ticket {
	struct ticket ticket;
	int visitor;
	int changes; /* events of its life */
};

enum mirror_counter_state {
	MIRROR_CLOSED,
	MIRROR_FREE,
	MIRROR_CALLED,
	MIRROR_SERVING,
	MIRROR_BREAK,
};

/* The last press at a counter, as far as it can be taken back. */
enum mirror_press_kind {
	MIRROR_PRESS_NOTHING,
	MIRROR_PRESS_LAST,
	MIRROR_PRESS_WALK,
	MIRROR_PRESS_UNKNOWN
};

struct mirror_press {
	enum mirror_press_kind kind;
	int64_t at_ms;
	enum mirror_counter_state state; /* of the counter before it */
	int holds;
	size_t count;
	struct {
		int place;
		int changes; /* after the press */
		struct ticket before;
	} tickets[MIRROR_PRESS];
};

struct mirror_counter {
	int number;
	enum mirror_counter_state state;
	uint32_t services;
	int staff; /* clerk; 0 = nobody, -1 = somebody */
	int holds; /* place of its ticket; -1 = nobody */
	int64_t since_ms;
	int64_t stand_by; /* the order of standing by; 0 = it does not */
	struct mirror_press press;
};

enum mirror_appointment_state { MIRROR_BOOKED, MIRROR_ARRIVED, MIRROR_UNBOOKED };

struct mirror_appointment {
	int visitor;
	int service;
	int64_t at_ms;
	enum mirror_appointment_state state;
};

/* What a visitor left with the office that is no ticket. */
enum mirror_note_kind { MIRROR_VISIT, MIRROR_COMPLAINT };

struct mirror_note {
	enum mirror_note_kind kind;
	int visitor;
	char date[CALENDAR_DATE_SIZE];
	enum complaint_state state;
	bool told; /* the visitor knows the code of the receipt */
};

/* The latest call for help of a kiosk; date "" = there was none, or it is over. */
struct mirror_help {
	enum help_state state;
	char date[CALENDAR_DATE_SIZE];
	int counter; /* that took it; 0 = none yet */
	int visitor; /* INTENT_NOBODY = not known any more */
};

struct mirror {
	const struct office *office;
	char date[CALENDAR_DATE_SIZE];
	bool begun;        /* the date has an event */
	bool closed;       /* by hand */
	bool follows_open; /* an older day is open still, which the next act ends */
	int issued[OFFICE_SERVICES];
	int counter_count;
	struct mirror_counter counters[OFFICE_COUNTERS];
	int appointment_count;
	struct mirror_appointment appointments[MIRROR_APPOINTMENTS]; /* the latest */
	struct mirror_help helps[INTENT_KIOSKS];
	struct attempt tries[INTENT_KIOSKS]; /* to give up a number */
	int received;                        /* visits without a number, of all days */
	int complaints_new;                  /* that nobody has taken up, the same */
	int note_count;
	struct mirror_note notes[MIRROR_NOTES]; /* the latest */
	int count;
	struct mirror_ticket
		tickets[MIRROR_TICKETS]; /* in order of issue; the rest is not copied */
};

/* What an act must answer. */
struct mirror_answer {
	enum result results[MIRROR_RESULTS]; /* one of these */
	int result_count;
	int ticket;  /* place of the ticket it is about; -1 = none */
	bool unsure; /* done, the mirror must be read again */
	bool silent; /* done, and nothing is noted */
};

void mirror_init(struct mirror *mirror, const struct office *office);

/* Copies what is in use. */
void mirror_copy(struct mirror *to, const struct mirror *from);

/* A new day, when `now` is of another date than the mirror's: whoever was there is gone. Whether it
 * is one. */
bool mirror_roll(struct mirror *mirror, int64_t now);

/*
 * Performs the act of `intent` at office time `now` as the rules say it. `ticket` is the id of its
 * visitor's ticket, 0 = never had one. The mirror is as after the act when the first of the
 * answer's results is OK.
 */
void mirror_perform(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *out_answer);

/* Calls whoever waits to the counters that stand by, as the desk does at the end of each act. */
void mirror_stand_by(struct mirror *mirror, int64_t now);

/* The machine starts anew: no counter stands by. */
void mirror_restart(struct mirror *mirror);

/* NULL when there is none. */
struct mirror_counter *mirror_counter(struct mirror *mirror, int number);

/* Place of the visitor's ticket of today; -1. */
int mirror_find(const struct mirror *mirror, int visitor);

/* Place of the first in call order who waits for the counter; -1. */
int mirror_first(struct mirror *mirror, const struct mirror_counter *counter);

/* Whether the counter may call the waiting ticket: it serves it, and no other open one has it. */
bool mirror_may_call(
	struct mirror *mirror, const struct mirror_counter *counter, const struct ticket *ticket);

struct mirror_appointment *mirror_appointment(struct mirror *mirror, int visitor);

/* The visitor's latest note of the kind, of `date` or, where that is NULL, of any; NULL. */
struct mirror_note *mirror_find_note(
	struct mirror *mirror, enum mirror_note_kind kind, int visitor, const char *date);

/* Whether a clerk is wanted there today. */
bool mirror_help_is_open(const struct mirror *mirror, const struct mirror_help *help);

/* ---- between the files of the mirror ---- */

/* The act is refused with `result`; false, for use as an answer. */
bool mirror_refuse(struct mirror_answer *answer, enum result result);

/* Remembers the counter as it is before a press that can be taken back. */
void mirror_press_begin(struct mirror_counter *counter, int64_t now);
/* And a ticket as it is before; its changes are told by mirror_press_end. */
void mirror_press_add(struct mirror *mirror, struct mirror_counter *counter, int place);
void mirror_press_end(struct mirror *mirror, struct mirror_counter *counter);
void mirror_press_forget(struct mirror_counter *counter);

void mirror_counter_set(
	struct mirror_counter *counter, enum mirror_counter_state state, int holds, int64_t now);

/* COUNTER_UNKNOWN, COUNTER_CLOSED, COUNTER_EMPTY, or its ticket's place. */
enum result mirror_current(
	struct mirror *mirror, int number, struct mirror_counter **out_counter, int *out_place);
/* `service` -1 = any. */
enum result mirror_free(
	struct mirror *mirror, int number, int service, struct mirror_counter **out_counter);

/* Whether visitors are taken in now: hours bind them, but not staff (mirror_visit.c). */
enum result mirror_check_open(
	const struct mirror *mirror, const struct intent *intent, int64_t now);

/* Whether numbers are given for the service, and not only visits received (mirror_visit.c). */
enum result mirror_check_numbered(const struct mirror *mirror, int service);

/* The call for help a clerk acts on, when the act may be done; else false with the answer
 * (mirror_flows.c). */
bool mirror_find_help(struct mirror *mirror, const struct intent *intent,
	struct mirror_answer *answer, struct mirror_help **out_help);

/* Visits without a number, own numbers given up, help, complaints (mirror_flows.c). */
void mirror_flow(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *answer);
/* Issue, walk, appointments, numbers by a clerk who helps (mirror_visit.c). */
void mirror_visit(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer);
/* Open, break, close, next, recall, serve, finish, absent, the day's close (mirror_counter.c). */
void mirror_serve(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer);
/* A ticket out of its turn (mirror_counter.c). */
void mirror_pick(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *answer);
/* Hold, resume, return, transfer, cancel; and taking back (mirror_move.c). */
void mirror_move(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *answer);
void mirror_undo(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer);

#endif
