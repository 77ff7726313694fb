#ifndef APP_QUEUE_TICKET_H
#define APP_QUEUE_TICKET_H

#include "app/base/clock.h"
#include "app/queue/calendar.h"

#include <stdbool.h>
#include <stdint.h>

/* A ticket's life (design §3) as a table: which act is allowed in which state and where it leads.
 */
enum ticket_state {
	TICKET_WAITING,
	TICKET_CALLED,
	TICKET_SERVING,
	TICKET_HELD,
	TICKET_DONE,
	TICKET_ABSENT,
	TICKET_CANCELLED,
	TICKET_CLOSED_BY_SYSTEM,
	TICKET_STATES
};

enum ticket_act {
	TICKET_CALL,
	TICKET_RECALL,
	TICKET_SERVE,
	TICKET_FINISH,
	TICKET_MISS, /* mark absent */
	TICKET_HOLD,
	TICKET_RESUME, /* back to what it was when it was held */
	TICKET_RETURN,
	TICKET_TRANSFER,
	TICKET_CANCEL,
	TICKET_CLOSE,
	TICKET_ACTS
};

enum ticket_priority { /* chosen by the visitor, never asked to be proven */
	TICKET_ORDINARY,
	TICKET_PRIORITY, /* by a tap, without a reason */
	TICKET_ELDERLY,
	TICKET_PREGNANT,
	TICKET_DISABILITY,
	TICKET_TODDLER,
	TICKET_PRIORITIES
};

enum target_verdict { TARGET_NONE, TARGET_MET, TARGET_MISSED };

enum print_state {
	PRINT_NONE,
	PRINT_PENDING,
	PRINT_SENDING,
	PRINT_CONFIRMED,
	PRINT_UNCONFIRMED,
	PRINT_FAILED,
	PRINT_STATES
};

enum { TICKET_NUMBER_SIZE = 16, TICKET_NEVER = -1 };

/*
 * A ticket as the store has it. Times are office ms, TICKET_NEVER while it did not happen. From
 * `service` on to `verdict`, what is said of a segment is said of the one the ticket is in.
 */
struct ticket {
	int64_t id;
	char service_date[CALENDAR_DATE_SIZE];
	char prefix[OFFICE_PREFIX_SIZE];
	int sequence;
	char number[TICKET_NUMBER_SIZE]; /* K007 */
	int service;                     /* place in office.services */
	int segment;                     /* 1 = the first; one more for each transfer */
	enum ticket_state state;
	enum ticket_state held_from; /* while held: what it goes back to */
	enum ticket_priority priority;
	int64_t issued_ms;
	int64_t turn_ms;
	int64_t issue_event;  /* breaks ties of turn_ms */
	int64_t appointed_ms; /* the hour of its appointment; 0 = it came without one */
	int64_t from_ms;      /* the segment began: issue or transfer */
	int64_t low_ms;       /* its call was then expected between the two; TICKET_NEVER */
	int64_t high_ms;
	int only;    /* sent to this counter, which alone calls it while it is open and serves it;
		      * 0 = to any */
	int counter; /* number of the counter it was last called to; 0 = none */
	int calls;   /* of the whole ticket */
	int recalls; /* since the call that holds */
	int64_t ready_ms;
	int64_t called_ms;   /* first call */
	int64_t recalled_ms; /* latest call */
	int64_t served_ms;
	int64_t finished_ms; /* or transferred away after service began */
	int target_s;        /* the limit when it began; 0 = none */
	int64_t elapsed_ms;  /* highest count up to service; TICKET_NEVER = clock never ran */
	enum target_verdict verdict;
	bool uncertain;
	char boot_id[CLOCK_BOOT_ID_SIZE]; /* of its issue: across a restart its times are uncertain
					   */
	enum print_state print;
	enum result print_reason;
};

/* Names of the JSON and of the store: "waiting", "closed_by_system", "lansia", "met", … */
const char *ticket_state_name(enum ticket_state state);
const char *ticket_priority_name(enum ticket_priority priority);
bool ticket_priority_find(const char *name, enum ticket_priority *out_priority);
const char *target_verdict_name(enum target_verdict verdict);
const char *print_state_name(enum print_state state);

/* The other way round; what is none of the names counts in no figure: closed_by_system, none. */
enum ticket_state ticket_state_find(const char *name);
enum target_verdict target_verdict_find(const char *name);
enum print_state print_state_find(const char *name);

/* Whether `act` is allowed in `state`, and the state it leads to. */
bool ticket_allows(enum ticket_state state, enum ticket_act act, enum ticket_state *out_next);

/* Whether the ticket's life is over. */
bool ticket_is_ended(enum ticket_state state);

#endif
