#ifndef APP_CONSOLE_PROMISE_H
#define APP_CONSOLE_PROMISE_H

#include "app/desk/view.h"
#include "app/queue/target.h"

/*
 * Which clock of the promise (design §4) a counter shows, and why it runs: that of the ticket
 * called there, else the oldest running one among the waiting tickets it serves.
 */
enum promise_reason {
	PROMISE_NOBODY,     /* no clock: nobody waits for this counter */
	PROMISE_ALL_BUSY,   /* no clock: `number` waits and no counter is free for it */
	PROMISE_NO_LIMIT,   /* no clock: `number` waits for a service without a promise of time */
	PROMISE_NOT_OPEN,   /* no clock: outside office hours or in a break */
	PROMISE_FREE_SINCE, /* runs: `counter` stands free since `since_ms` */
	PROMISE_CALLED_AT,  /* runs: called to `counter` at `since_ms` */
	PROMISE_UNATTENDED, /* runs: no open counter serves this service */
};

struct promise {
	bool running;
	enum promise_reason reason;
	char number[TICKET_NUMBER_SIZE]; /* "" = nobody's */
	int64_t count_ms;
	int target_s;
	enum target_phase phase;
	int counter;
	int64_t since_ms;
};

/* Whether `counter` may call `waiting`. A closed counter serves nobody yet; to its clerk everybody
 * of the office counts. */
bool promise_serves(const struct view_counter *counter, const struct view_waiting *waiting);

/* The shortest promise among the services of `counter`, seconds; 0 = none of them has one. */
int promise_usual(const struct office *office, const struct view_counter *counter);

/* `place` of the counter in view->counters; `now` office ms. */
void promise_find(
	const struct desk_view *view, int place, int64_t now, struct promise *out_promise);

#endif
