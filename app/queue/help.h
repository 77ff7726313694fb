#ifndef APP_QUEUE_HELP_H
#define APP_QUEUE_HELP_H

#include "app/queue/ticket.h"

/* A visitor at a kiosk has called for a clerk, who comes and may fill in what the visitor cannot.
 */
enum help_state {
	HELP_ASKED,
	HELP_TAKEN, /* somebody is on the way */
	HELP_DONE,
	HELP_WITHDRAWN, /* by the visitor, or nobody came before they left */
	HELP_STATES
};

enum { HELP_DEVICE_SIZE = 32 };

struct help {
	int64_t id;
	char service_date[CALENDAR_DATE_SIZE];
	char device[HELP_DEVICE_SIZE]; /* the kiosk */
	enum help_state state;
	int64_t asked_ms;
	int64_t left_ms; /* since when nobody answers at the kiosk; 0 = the visitor is there */
	int counter;     /* that took it; 0 = none yet, or none */
	int64_t ticket;  /* that was issued for the visitor; 0 = none */
	char number[TICKET_NUMBER_SIZE]; /* of that ticket; "" */
};

/* The words of the store and of the log: "asked", …; what is none of them is over: HELP_DONE. */
const char *help_state_name(enum help_state state);
enum help_state help_state_find(const char *name);

/* Whether a clerk is still wanted. */
bool help_is_open(enum help_state state);

#endif
