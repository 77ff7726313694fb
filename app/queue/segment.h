#ifndef APP_QUEUE_SEGMENT_H
#define APP_QUEUE_SEGMENT_H

#include "app/queue/target.h"
#include "app/queue/ticket.h"

/* A ticket's life in one service, as the store has it and the figures count it. Times are office
 * ms, TICKET_NEVER while it did not happen. */
struct segment {
	int64_t ticket;
	char number[TICKET_NUMBER_SIZE];
	int place; /* 1 = the first of its ticket */
	int service;
	int counter;       /* 0 = none */
	int64_t issued_ms; /* the ticket's */
	int64_t turn_ms;
	int64_t issue_event;
	enum ticket_priority priority;
	bool uncertain;
	/* what became of it: the ticket's state in its last segment; in one before, done when it
	 * was served and waiting when the visitor was sent on unserved */
	enum ticket_state state;
	bool is_last;
	int party;
	int64_t from_ms;
	int64_t called_ms;
	int64_t served_ms;
	int64_t finished_ms;
	int64_t service_ms;      /* time in serving; TICKET_NEVER before it ended */
	int64_t low_ms, high_ms; /* its call was expected between the two; TICKET_NEVER */
	int target_s;
	struct target_clock clock;
	int64_t elapsed_ms;
	enum target_verdict verdict;
	char reason[36];      /* the staff's, for a missed promise; "" = none */
	int64_t reason_event; /* which says it; 0 = none does */
};

/* A stretch of a ticket's life in one state. */
struct interval {
	enum ticket_state state;
	int service;
	int counter; /* 0 = none */
	int64_t from_ms;
	int64_t to_ms; /* TICKET_NEVER while open */
};

#endif
