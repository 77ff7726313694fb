#ifndef APP_CONSOLE_HALL_H
#define APP_CONSOLE_HALL_H

#include "app/desk/desk.h"

/*
 * The large panel over the desk with what is not needed for every visitor: a page at a time, and
 * where the clerk is on it. Pure: what is to be asked of the desk is asked by the shift.
 */
enum hall_page {
	HALL_CLOSED,
	HALL_VISITOR,      /* all about who is here or comes next */
	HALL_NEW,          /* a number made by staff */
	HALL_APPOINTMENTS, /* made, listed and cancelled */
	HALL_ROOM,         /* queues, counters, calls and devices */
	HALL_TICKETS,      /* all of today, to be printed again */
	HALL_ROSTER,       /* who is to be at which counter today */
	HALL_PAGES,
};

/* The rows of the pages on which something is chosen. */
enum hall_row {
	HALL_SERVICE,
	HALL_PRIORITY, /* HALL_NEW */
	HALL_PARTY,
	HALL_NEW_ROWS,
	HALL_DAY = HALL_PRIORITY, /* HALL_APPOINTMENTS */
	HALL_HOUR,
	HALL_LIST, /* the first of the list; the others follow */
};

enum hall_deed {
	HALL_ISSUE,   /* print the number */
	HALL_WALK,    /* serve at once */
	HALL_APPOINT, /* make the appointment */
	HALL_CANCEL,  /* the one where the clerk is: asked twice */
	HALL_PRINT,   /* the ticket where the clerk is, again */
	HALL_SLIP,    /* the appointment where the clerk is, or the one just made, on paper */
};

enum { HALL_PARTY_MAX = 50, HALL_TICKET_ROWS = 9 /* to a page */, HALL_STAFF_PAGE = 9 };

struct hall {
	enum hall_page page;
	int row;  /* where the clerk is */
	int from; /* HALL_ROSTER: the first of the staff on this page */
	int service;
	enum ticket_priority priority;
	int party;
	char token[DESK_TOKEN_SIZE];    /* of the visitor for whom a number is made */
	int64_t at_ms;                  /* the hour of the appointment; -1 = there is none */
	char code[DESK_CODE_SIZE];      /* of the appointment just made; "" */
	char typed[TICKET_NUMBER_SIZE]; /* HALL_TICKETS: what the number begins with */
	char doubted[DESK_CODE_SIZE];   /* whose cancelling was asked for once; "" */
};

/* What the desk answered for the open page. */
struct hall_lists {
	struct desk_appointment *appointments; /* owned */
	int appointment_count;
	struct ticket *tickets; /* owned */
	int ticket_count;
};
void hall_lists_finish(struct hall_lists *lists);

/* Opens a page: the first service that `services` (bits) holds, one person, the first hour after
 * `now`. The caller sets the token. */
void hall_open(struct hall *hall, enum hall_page page, const struct office *office,
	uint32_t services, int64_t now);

/* Whether numbers of a service are given at all. */
bool hall_has_service(const struct office *office, int service);

/* To another row; to another value of the row; to a value by its place. False when nothing changed.
 */
bool hall_move(struct hall *hall, const struct hall_lists *lists, int by);
bool hall_step(struct hall *hall, const struct office *office, int64_t now, int by);
bool hall_choose(struct hall *hall, const struct office *office, int row, int value);

/* A letter or digit more of the number that is looked for, or '\b' = one less. False for others. */
bool hall_type(struct hall *hall, char letter);

/* Whether `number` ("K007") is meant by what was typed: "K", "K0", "K7", "7", "007". */
bool hall_matches(const char *number, const char *typed);

/* How many tickets are meant, and the `place`th; NULL = none. */
int hall_count_tickets(const struct hall *hall, const struct hall_lists *lists);
const struct ticket *hall_ticket(
	const struct hall *hall, const struct hall_lists *lists, int place);

/* The appointment where the clerk is; NULL = elsewhere. */
const struct desk_appointment *hall_appointment(
	const struct hall *hall, const struct hall_lists *lists);

#endif
