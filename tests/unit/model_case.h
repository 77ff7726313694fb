#ifndef TESTS_UNIT_MODEL_CASE_H
#define TESTS_UNIT_MODEL_CASE_H

#include "tests/support/model.h"

/* A day told in a few rows, and what the design's text says of it. */
enum { KONS, JUAL, PERP };
enum { K = 1 << KONS, J = 1 << JUAL, P = 1 << PERP, LIMIT_S = 600, STEPS = 16, WANTS = 12 };

/* Time of day in seconds. */
#define T(hour, minute, second) ((hour)*3600 + (minute)*60 + (second))

struct step {
	int at_s;
	enum model_kind kind;
	int who;  /* the ticket; of opened, broke, closed the counter */
	int more; /* opened: services; issued, transferred: service; called, resumed: counter;
		     undone: place of the step */
	enum ticket_priority priority;
	int hour_s; /* appointed; 0 = none */
};

/* STEP(T(8, 0, 0), OPENED, 1, K): an event without priority or appointment. */
#define STEP(at, name, who, more)                                                                  \
	{                                                                                          \
		at, MODEL_##name, who, more, TICKET_ORDINARY, 0                                    \
	}
#define PRIORITY(at, ticket, service, priority)                                                    \
	{                                                                                          \
		at, MODEL_ISSUED, ticket, service, priority, 0                                     \
	}
#define APPOINTMENT(at, ticket, service, hour)                                                     \
	{                                                                                          \
		at, MODEL_ISSUED, ticket, service, TICKET_ORDINARY, hour                           \
	}

enum what {
	END,
	STATE,
	TURN,         /* time of day */
	PLACE,        /* in line, from 1 */
	NEXT,         /* who: counter; value: ticket */
	RUNS,         /* 1 or 0 */
	COUNT,        /* seconds */
	HIGH,         /* seconds, or NEVER; elapsed once it is served */
	READY,        /* time of day */
	NOT_ATTENDED, /* seconds */
	VERDICT,
	SEGMENTS,
	OVERTAKERS,
	BOUND,
};

enum { NEVER = TICKET_NEVER };

struct want {
	int at_s;
	enum what what;
	int who;
	int value;
};

/* The office is open 08.00 to 15.30 with a break from 12.00 to 13.00. */
struct model_case {
	const char *name;
	int head_start_s;
	struct step steps[STEPS]; /* ends at the first without `at_s` */
	struct want wants[WANTS]; /* ends at END */
};

/* Fails the test, naming the case and the row, when the model or the engine answers otherwise. */
void model_case_check(const struct model_case *cases, size_t count);

#endif
