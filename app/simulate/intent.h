#ifndef APP_SIMULATE_INTENT_H
#define APP_SIMULATE_INTENT_H

#include "app/queue/office.h"
#include "app/queue/ticket.h"

#include <stddef.h>

/*
 * What somebody or something wants at a moment of a simulated day. An intent names what it is about
 * by the visitor, not by a number that depends on what happened before: so any part of a day can be
 * performed alone.
 */
enum intent_act {
	/* visitors, at a kiosk or at a counter */
	INTENT_ISSUE,     /* program, visitor, service, priority, party */
	INTENT_WALK,      /* counter, visitor, service */
	INTENT_APPOINT,   /* visitor, service, argument: the hour */
	INTENT_UNAPPOINT, /* visitor */
	INTENT_ARRIVE,    /* program, visitor */
	INTENT_RECEIVE,   /* program, visitor, service, party: without a number */
	INTENT_WITHDRAW, /* program, visitor; argument: 0 = with the slip's code, 1 = a wrong one */
	INTENT_ASK_HELP, /* program, visitor */
	INTENT_NEED_NOBODY, /* program */
	INTENT_COMPLAIN,    /* program, visitor; argument: what about, or INTENT_NO_WORDS */
	/* clerks at a counter */
	INTENT_WORK, /* what makes sense now; argument: what luck decides (clerk.h) */
	INTENT_OPEN, /* services, staff */
	INTENT_BREAK,
	INTENT_CLOSE,
	INTENT_HAND_OVER, /* staff */
	INTENT_NEXT,
	INTENT_STAND_BY,
	INTENT_STAND_DOWN,
	INTENT_PICK, /* visitor */
	INTENT_RECALL,
	INTENT_SERVE,
	INTENT_FINISH,
	INTENT_ABSENT,
	INTENT_UNDO,
	INTENT_LOOK,
	INTENT_TAKE_HELP,  /* argument: the program of the kiosk */
	INTENT_END_HELP,   /* the same */
	INTENT_HELP_ISSUE, /* the same; visitor, service */
	/* on a ticket: visitor, or nobody = the counter's own; counter 0 = at no counter */
	INTENT_HOLD,
	INTENT_RESUME,
	INTENT_RETURN,
	INTENT_TRANSFER, /* service */
	INTENT_SEND,     /* argument: the number of a counter */
	INTENT_CANCEL,
	INTENT_EXPLAIN,
	INTENT_REPRINT,
	INTENT_MOVE_COMPLAINT, /* visitor, argument: enum complaint_state */
	INTENT_PRINT,          /* the kiosk's printer takes a slip; argument: intent_print */
	INTENT_CLOSE_DAY,
	/* faults */
	INTENT_DIE,       /* program, argument: how many changes from now */
	INTENT_POWER,     /* all die like this, the machine starts anew; argument: the same */
	INTENT_RESTART,   /* the machine; argument: ms that its wall clock then is off by */
	INTENT_WALL,      /* somebody sets the wall clock; argument: ms it is off by */
	INTENT_SET_CLOCK, /* the head sets office time to the wall clock */
	INTENT_FULL,      /* the disk is full */
	INTENT_ROOM,      /* and has room again */
	INTENT_DAY_END,   /* the day is looked at as a whole */
	INTENT_ACTS
};

/* What becomes of a slip. */
enum intent_print {
	INTENT_PRINT_CONFIRMED,
	INTENT_PRINT_UNCONFIRMED,
	INTENT_PRINT_FAILED,
	INTENT_PRINT_PAPER_OUT, /* nothing was sent: it waits */
	INTENT_PRINT_JAM,       /* nothing is said any more */
	INTENT_PRINTS
};

enum {
	INTENT_NOBODY = -1,  /* no visitor */
	INTENT_OFFICE = 0,   /* program: the head's console; kiosks follow, then counters */
	INTENT_KIOSKS = 4,   /* programs 1 to 4 */
	INTENT_CONSOLES = 5, /* program of the first counter of the office */
	INTENT_PROGRAMS = INTENT_CONSOLES + OFFICE_COUNTERS,
	INTENT_UNKNOWN_SERVICE = 99,
	INTENT_UNKNOWN_COUNTER = 77,
	INTENT_NO_WORDS = -1,
};

struct intent {
	int64_t at_ms; /* true time, whatever the clocks say */
	enum intent_act act;
	int program;
	int counter; /* its number; 0 = none */
	int visitor;
	int service;
	int staff; /* clerk 1, 2, … */
	int party;
	enum ticket_priority priority;
	uint32_t services; /* 0 = all of the counter */
	int64_t argument;
};

/* A list that grows; {0} is empty. */
struct intent_list {
	struct intent *items;
	size_t count, room;
};
void intent_add(struct intent_list *list, struct intent intent);
void intent_finish(struct intent_list *list);

/* By time; those of one moment stay in order. */
void intent_sort(struct intent_list *list);

enum { INTENT_TEXT_SIZE = 160 };

/* One readable line: "Mon 09:10:00.000 counter 2 next". `number` of its ticket, "" = unknown. */
void intent_write(const struct intent *intent, const struct office *office, const char *number,
	char out_text[INTENT_TEXT_SIZE]);

#endif
