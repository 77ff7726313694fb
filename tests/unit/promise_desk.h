#ifndef TESTS_UNIT_PROMISE_DESK_H
#define TESTS_UNIT_PROMISE_DESK_H

#include "app/queue/replay.h"
#include "tests/support/model.h"

/* The engine's side of a random day: each event of the model as the log would have it, replayed. */
enum { PROMISE_TICKETS = 32, PROMISE_COUNTERS = 5, PROMISE_SERVICES = 4 };

/* The promises of its services. */
extern const int promise_limits_s[PROMISE_SERVICES];

struct promise_desk {
	struct office office;
	struct replay *replay;
};

/* An empty office with the day's hours and counters 1 to `counters`, all closed, at `start_ms`.
 * The day is Monday 2026-11-23 in the office's zone; its spans begin on whole minutes. */
void promise_desk_init(
	struct promise_desk *desk, const struct model_day *day, size_t counters, int64_t start_ms);
void promise_desk_finish(struct promise_desk *desk);

/* Midnight of that Monday. */
int64_t promise_midnight(void);

/* Performs the event at `place` of the day. Not for MODEL_UNDONE. */
void promise_desk_perform(struct promise_desk *desk, const struct model_day *day, size_t place);

/* Passes it over, as the event at `undoing` takes it back. */
void promise_desk_pass(
	struct promise_desk *desk, const struct model_day *day, size_t place, size_t undoing);

/* Performs the first `count` events of the day but for those that one of them takes back. */
void promise_desk_live(struct promise_desk *desk, const struct model_day *day, size_t count);

#endif
