#include "app/console/promise.h"

#include "app/base/text.h"

bool promise_serves(const struct view_counter *counter, const struct view_waiting *waiting)
{
	bool may = waiting->only == 0 || waiting->only == counter->number;
	return counter->state == VIEW_CLOSED ||
	       (may && (counter->services >> waiting->service & 1u) != 0);
}

/* The free counter that keeps a waiting ticket's clock going; this one first, if it does. */
static const struct view_counter *find_free(
	const struct desk_view *view, int place, const struct view_waiting *waiting)
{
	const struct view_counter *found = NULL;
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		if (counter->state == VIEW_FREE && promise_serves(counter, waiting) &&
			(found == NULL || i == place)) {
			found = counter;
		}
	}
	return found;
}

static void start(
	struct promise *promise, const char *number, const struct view_clock *clock, int64_t now)
{
	promise->running = true;
	text_copy(promise->number, sizeof(promise->number), number);
	promise->count_ms = view_clock_count(clock, now);
	promise->target_s = clock->target_s;
	promise->phase = target_phase(clock->target_s, promise->count_ms);
}

static void explain_waiting(const struct desk_view *view, int place,
	const struct view_waiting *waiting, struct promise *promise)
{
	const struct view_counter *counter = find_free(view, place, waiting);
	if (counter == NULL) {
		promise->reason = PROMISE_UNATTENDED;
		return;
	}
	promise->reason = PROMISE_FREE_SINCE;
	promise->counter = counter->number;
	promise->since_ms =
		counter->free_since_ms == TICKET_NEVER ? counter->since_ms : counter->free_since_ms;
}

static void explain_called(const struct view_counter *counter, struct promise *promise)
{
	bool known = counter->free_since_ms != TICKET_NEVER;
	promise->reason = known ? PROMISE_FREE_SINCE : PROMISE_CALLED_AT;
	promise->counter = counter->number;
	promise->since_ms = known ? counter->free_since_ms : counter->since_ms;
}

/* Of those who wait without a clock the first one who is promised a time. */
static void explain_none(
	const struct desk_view *view, const struct view_counter *here, struct promise *promise)
{
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		bool limited = waiting->clock.target_s > 0;
		if (promise_serves(here, waiting) &&
			(promise->number[0] == '\0' ||
				(limited && promise->reason == PROMISE_NO_LIMIT))) {
			promise->reason = limited ? PROMISE_ALL_BUSY : PROMISE_NO_LIMIT;
			text_copy(promise->number, sizeof(promise->number), waiting->number);
		}
	}
	if (view->hours.state != CALENDAR_OPEN) {
		promise->reason = PROMISE_NOT_OPEN;
	}
}

int promise_usual(const struct office *office, const struct view_counter *counter)
{
	int least = 0;
	for (int i = 0; i < office->service_count; i++) {
		int target_s = office->services[i].target_s;
		bool serves = counter->state == VIEW_CLOSED || (counter->services >> i & 1u) != 0;
		if (serves && target_s > 0 && (least == 0 || target_s < least)) {
			least = target_s;
		}
	}
	return least;
}

void promise_find(const struct desk_view *view, int place, int64_t now, struct promise *out_promise)
{
	const struct view_counter *here = &view->counters[place];
	*out_promise = (struct promise){.since_ms = TICKET_NEVER};
	if (here->state == VIEW_CALLED && here->clock.running) {
		start(out_promise, here->ticket.number, &here->clock, now);
		explain_called(here, out_promise);
		return;
	}
	const struct view_waiting *oldest = NULL;
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		if (!promise_serves(here, waiting)) {
			continue;
		}
		if (waiting->clock.running &&
			(oldest == NULL || view_clock_count(&waiting->clock, now) >
						   view_clock_count(&oldest->clock, now))) {
			oldest = waiting;
		}
	}
	if (oldest == NULL) {
		explain_none(view, here, out_promise);
		return;
	}
	start(out_promise, oldest->number, &oldest->clock, now);
	explain_waiting(view, place, oldest, out_promise);
}
