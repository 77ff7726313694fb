#ifndef TESTS_UNIT_PROMISE_DESK_H
#define TESTS_UNIT_PROMISE_DESK_H

#include "app/queue/target.h"
#include "tests/support/model.h"

/* A desk in small for whole days: it does to the engine's line what each event of a day does. */
enum { PROMISE_VISITORS = 32, PROMISE_COUNTERS = 5, PROMISE_SERVICES = 4 };

struct promise_visitor {
	int64_t turn_ms;
	enum ticket_state state;
	int service;
	int counter;
	bool served;
	struct target_clock clock; /* while it is not in line */
	int64_t elapsed_ms;        /* at service; TICKET_NEVER */
};

struct promise_desk {
	struct office office;
	struct target_line line;
	struct promise_visitor
		visitors[PROMISE_VISITORS]; /* by number, which is the order of issue */
};

/* An empty office with the day's hours and counters 1 to `counters`, all closed, at `start_ms`.
 * The day is Monday 2026-11-23 in the office's zone; its spans begin on whole minutes. */
void promise_desk_init(
	struct promise_desk *desk, const struct model_day *day, size_t counters, int64_t start_ms);

/* Midnight of that Monday. */
int64_t promise_midnight(void);

/* Moves the line to the event's moment, performs it and settles the line. Not for MODEL_UNDONE. */
void promise_desk_perform(struct promise_desk *desk, const struct model_event *event);

/* The clock of a ticket, in line or kept aside. */
const struct target_clock *promise_desk_clock(const struct promise_desk *desk, int64_t ticket);

#endif
