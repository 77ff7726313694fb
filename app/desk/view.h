#ifndef APP_DESK_VIEW_H
#define APP_DESK_VIEW_H

#include "app/desk/view_visit.h"
#include "app/queue/wire.h"
#include "app/queue/announced.h"
#include "app/queue/calendar.h"
#include "app/queue/guest.h"
#include "app/queue/help.h"
#include "app/queue/office.h"
#include "app/queue/roll.h"
#include "app/queue/test_slip.h"
#include "app/queue/ticket.h"

/*
 * A picture of the desk at one moment, complete and without pointers: the desk's thread makes it
 * after every change and hands it to the screen's loop, which draws from it and from the time
 * alone.
 */
enum {
	VIEW_WAITING = 512,
	VIEW_ASIDE = 32,
	VIEW_CALLS = 32, /* a display that is late by half a minute of pressing misses none */
	VIEW_DEVICES = 32,
	VIEW_SERVED = 4,
	VIEW_SERVED_MS = 60000,
	VIEW_HELPS = 8,
	VIEW_GONE = 4,
};

enum view_counter_state { VIEW_CLOSED, VIEW_FREE, VIEW_CALLED, VIEW_SERVING, VIEW_BREAK };

struct view_clock { /* of the promise; counts on by itself while running */
	bool running;
	int64_t start_ms; /* running: now - start_ms is the count */
	int64_t count_ms; /* stopped: the count */
	int target_s;
	bool any; /* false = no clock: no target, or it never ran */
};

struct view_waiting {
	int64_t ticket;
	char number[TICKET_NUMBER_SIZE];
	int service;
	enum ticket_priority priority;
	int64_t issued_ms;
	int64_t turn_ms;
	int64_t appointed_ms; /* the hour of its appointment; 0 = it came without one */
	int only;             /* the counter that alone may call it now; 0 = whichever serves it */
	int64_t from_ms;      /* waits for this service since: issue or transfer */
	struct view_clock clock;
};

/* Who can be called back to the line: on hold (resume) or absent (return). */
struct view_aside {
	int64_t ticket;
	char number[TICKET_NUMBER_SIZE];
	int service;
	enum ticket_state state; /* TICKET_HELD or TICKET_ABSENT */
	int64_t since_ms;
};

struct view_call {
	int64_t id; /* grows; a display that saw a smaller one has something new to show */
	char number[TICKET_NUMBER_SIZE];
	int counter;
	enum ticket_priority priority;
	int64_t called_ms;
	int again; /* 0 = first call, 1 = first recall, … */
	/* when the waiting room was told, in each way; TICKET_NEVER = not yet */
	int64_t announced_ms[ANNOUNCED_WAYS];
};

struct view_counter {
	int number;
	enum view_counter_state state;
	bool left; /* its console has died, with a visitor there */
	uint32_t services;
	char staff[32]; /* code */
	char staff_name[OFFICE_NAME_SIZE];
	char planned[32]; /* who is to be here today, a code; "" = nobody */
	char planned_name[OFFICE_NAME_SIZE];
	int64_t since_ms;        /* in this state since */
	struct ticket ticket;    /* called or serving; id 0 = nobody */
	struct view_clock clock; /* of that ticket while called */
	int64_t free_since_ms;   /* when its last visitor finished or it opened; TICKET_NEVER */
	int64_t stand_by_ms;     /* the next arrival is called there by itself, since; likewise */
	struct view_call
		call; /* the newest one of that ticket while called; id 0 = not among calls[] */
};

/* Who has just been served to the end and has not rated it: in the last VIEW_SERVED_MS. */
struct view_served {
	char number[TICKET_NUMBER_SIZE];
	int64_t finished_ms;
};

/* Who has given up the own number at the kiosk. */
struct view_gone {
	char number[TICKET_NUMBER_SIZE];
	int64_t at_ms;
};

struct view_service {
	int waiting;
	int estimate_s;        /* until somebody who comes now would be called; -1 = unknown */
	int low_min, high_min; /* the same as an honest interval, in whole minutes; -1 = unknown */
	enum result closed;    /* OK, or why it cannot be had now: its quota, its last hour */
};

/* What is wrong with the wall clock, beside office time. */
enum desk_clock {
	DESK_CLOCK_RIGHT,
	DESK_CLOCK_BEHIND, /* earlier than what has happened already */
	DESK_CLOCK_AHEAD,  /* far later than office time */
};

/* By the second part of its name. */
enum view_device_kind {
	VIEW_PRINTER,
	VIEW_BOARD,
	VIEW_SCANNER,
	VIEW_KEYPAD,
	VIEW_SCREEN, /* the waiting room's, which no program reports (attendance.h) */
	VIEW_OTHER,
	VIEW_DEVICE_KINDS
};

struct view_device {
	char name[32]; /* "kiosk-1/printer" */
	enum view_device_kind kind;
	enum result reason;
	bool near_end;
	int64_t since_ms;
	enum result was;  /* before that: a cured trouble */
	struct roll roll; /* of a printer */
	int unsure_slips; /* slips of today left for staff to decide: unconfirmed or failed */
	/* the oldest of them: a reprint of its ticket settles it, and so does ending the slip as
	 * confirmed */
	int64_t unsure_slip;
	int64_t unsure_ticket;
	char unsure_number[TICKET_NUMBER_SIZE];
};

struct desk_view {
	int64_t now_ms;
	char service_date[CALENDAR_DATE_SIZE];
	int64_t last_event; /* of the log: grows with all that is written in it */
	bool training;
	struct calendar_hours hours;
	enum desk_clock clock;
	bool day_closed; /* by hand: nothing is issued before tomorrow */

	struct view_waiting waiting[VIEW_WAITING]; /* call order, whole office */
	int waiting_shown;
	int waiting_total;
	struct view_aside aside[VIEW_ASIDE]; /* the latest first */
	int aside_count;
	struct view_service services[OFFICE_SERVICES];

	struct view_counter counters[OFFICE_COUNTERS]; /* in the office's order */
	int counter_count;

	struct view_call calls[VIEW_CALLS]; /* newest first */
	int call_count;
	bool announces;  /* there is a waiting room that is told of calls */
	bool has_screen; /* and a screen there has shown one lately */

	struct view_served served[VIEW_SERVED]; /* the latest first */
	int served_count;

	struct help helps[VIEW_HELPS]; /* who has called for a clerk, in order */
	int help_count;

	struct view_gone gone[VIEW_GONE]; /* the latest first */
	int gone_count;

	int complaints; /* that nobody has taken up yet, of all days */

	int done;           /* finished today */
	int met;            /* segments of today that kept the promise */
	int counted;        /* segments with a verdict, and waiting or called ones already late */
	int64_t late_at_ms; /* when the next running clock passes its limit; TICKET_NEVER */

	struct view_device devices[VIEW_DEVICES]; /* those with trouble first */
	int device_count;

	struct wire wires[WIRES]; /* which devices the programs of this machine use */
	int wire_count;
	struct test_slip test_slip; /* the newest one */

	/* only when asked for a counter: who would be called next there, and the guest of its
	 * visitor or, while it is free, of that next one */
	struct guest guest;
	bool has_guest;
	struct view_visit visit;              /* of the same one */
	char next_number[TICKET_NUMBER_SIZE]; /* "" = nobody this counter serves */
	/* likewise: who was served late there, is done, and has no reason yet; 0 = nobody */
	int64_t late_ticket;
	int late_segment, late_service;
	char late_number[TICKET_NUMBER_SIZE];
	/* and the last visit that is over there and of which nobody has said what came of it; 0 =
	 * none */
	int64_t unsaid_ticket;
	char unsaid_number[TICKET_NUMBER_SIZE];
	int64_t unsaid_ms; /* it was finished then */
};

/* The clock's count at `now`, ms. */
int64_t view_clock_count(const struct view_clock *clock, int64_t now);

/* Whether who is planned for `counter` is there. */
enum view_presence { VIEW_UNPLANNED, VIEW_PRESENT, VIEW_ELSEWHERE, VIEW_MISSING };
enum view_presence view_presence(const struct desk_view *view, const struct view_counter *counter);

/* The counter that `staff` (a code) is planned for today; NULL = none. */
const struct view_counter *view_planned(const struct desk_view *view, const char *staff);

/* When the waiting room was first told of `call`, in whatever way; TICKET_NEVER = not yet. */
int64_t view_announced(const struct view_call *call);

/*
 * Whether `call` should have been heard by now and was not: the office had a voice at its hour, and
 * that has had time for it after what it said before. An office without one hears nothing amiss.
 */
bool view_unspoken(const struct office *office, const struct desk_view *view,
	const struct view_call *call, int64_t now);

/*
 * The oldest running clock of the office at `now`, called tickets included: its ticket's number in
 * `out_number` and where it is called to (0 = still waiting). False when no clock runs.
 */
bool view_oldest_clock(const struct desk_view *view, int64_t now, struct view_clock *out_clock,
	char out_number[TICKET_NUMBER_SIZE], int *out_counter);

/* Visitors with nobody at a desk for them. */
struct view_unattended {
	int waiting;
	int64_t since_ms; /* of the one who waits like this for the longest */
};

/*
 * Who waits at `now` for a service that no open counter of `office` serves: the waiting that is
 * published as unattended_s (design §4). It counts during office hours only, from the issue or
 * transfer, the return of who was absent, the moment the last counter for that service closed or
 * rested, or the opening, whichever was last. False, and nobody, when there is none. Whoever stands
 * behind the line that is shown is not counted.
 */
bool view_unattended(const struct desk_view *view, const struct office *office, int64_t now,
	struct view_unattended *out_unattended);

#endif
