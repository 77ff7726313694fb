/* A press taken back: the day as the log tells it without that press is written to the rows. */
#include "app/desk/act.h"
#include "app/desk/office_past.h"
#include "app/queue/replay.h"

#include <stdlib.h>
#include <string.h>

/* A press is at most finish, call and serve. */
enum { PRESS = 3 };

struct press {
	struct event events[PRESS]; /* the latest first */
	size_t count;
};

static bool can_be_undone(enum event_kind kind)
{
	switch (kind) {
	case EVENT_CALLED:
	case EVENT_SERVED: /* its verdict opens again: the clock has run on from the call */
	case EVENT_FINISHED:
	case EVENT_MISSED:
	case EVENT_HELD:
	case EVENT_CANCELLED: return true;
	default: return false;
	}
}

/* The last press at the counter, if it may still be taken back. */
static enum result find_press(struct desk *desk, int counter, struct press *out_press)
{
	struct event event;
	out_press->count = 0;
	if (desk->day.first_event == 0 ||
		!event_rows_last_of_counter(desk->store, counter, desk->day.first_event, &event)) {
		return RESULT_UNDO_NOTHING;
	}
	if (!can_be_undone(event.kind) || event.hash[0] == '\0') {
		return RESULT_UNDO_NOTHING;
	}
	int64_t age_ms = desk->now.office_ms - event.at.office_ms;
	if (age_ms < 0 || age_ms > desk->office.undo_s * INT64_C(1000)) {
		return RESULT_UNDO_LATE;
	}
	out_press->events[out_press->count++] = event;
	while (event.refers != 0 && out_press->count < PRESS) {
		if (!event_rows_get(desk->store, event.refers, &event)) {
			return RESULT_STORE_DAMAGED;
		}
		if (!can_be_undone(event.kind)) {
			/* Who came straight to the counter was issued by the same press. */
			return RESULT_UNDO_NOTHING;
		}
		out_press->events[out_press->count++] = event;
	}
	for (size_t i = 0; i < out_press->count; i++) {
		const struct event *one = &out_press->events[i];
		int64_t last = out_press->events[0].id;
		if (event_rows_has_later(desk->store, one->ticket, last)) {
			return RESULT_UNDO_LATE;
		}
	}
	return RESULT_OK;
}

static void note_undone(struct desk *desk, struct counter_row *row, const struct press *press)
{
	for (size_t i = 0; i < press->count; i++) {
		struct event event = event_of(EVENT_UNDONE);
		event.ticket = press->events[i].ticket;
		event.refers = press->events[i].id;
		act_note_event(desk, &event, row);
		ticket_rows_undo_call(desk->store, press->events[i].id);
	}
}

/* ---- from the replayed day to the rows ---- */

static void write_ticket(
	struct desk *desk, const struct replay *replay, const struct replay_ticket *own)
{
	struct segment *all;
	size_t count = replay_segments(replay, &all), first = 0;
	while (first < count && all[first].ticket != own->ticket.id) {
		first++;
	}
	ticket_rows_set(desk->store, &own->ticket);
	ticket_rows_move(desk->store, &own->ticket);
	segment_rows_replace(desk->store, own->ticket.id, &all[first], own->past_count + 1);
	interval_rows_replace(desk->store, own->ticket.id, own->intervals, own->interval_count);
	free(all);
}

/* Those of the press, and those that have left the line since: without it their clocks ran
 * otherwise. Who is still in the line is written with it. */
static void write_tickets(struct desk *desk, const struct replay *replay,
	const struct event *events, size_t count, const struct press *press)
{
	int64_t first = press->events[press->count - 1].id;
	for (size_t i = 0; i < replay->ticket_count; i++) {
		const struct replay_ticket *own = &replay->tickets[i];
		bool touched = false;
		for (size_t k = count; k > 0 && events[k - 1].id >= first && !touched; k--) {
			touched = events[k - 1].ticket == own->ticket.id;
		}
		if (touched) {
			write_ticket(desk, replay, own);
		}
	}
}

static void write_counter(struct desk *desk, const struct replay *replay, struct counter_row *row)
{
	static const enum counter_state states[] = {
		[REPLAY_CLOSED] = COUNTER_CLOSED,
		[REPLAY_FREE] = COUNTER_FREE,
		[REPLAY_CALLED] = COUNTER_CALLED,
		[REPLAY_SERVING] = COUNTER_SERVING,
		[REPLAY_BREAK] = COUNTER_BREAK,
	};
	int place = office_find_counter(&desk->office, row->number);
	const struct replay_counter *counter = &replay->counters[place];
	row->state = states[counter->state];
	row->ticket = counter->ticket;
	desk->line_known = false; /* the service of that ticket is read with the next act */
	row->since_ms = counter->since_ms;
	row->free_since_ms = counter->free_since_ms;
	row->stand_by_ms = counter->stand_by_ms;
	counter_rows_set(desk->store, row);
	/* Who takes a call back that came by itself does not want the same visitor again at once.
	 */
	stand_by_end(desk, row);
}

/* The line as the replay has it; line_save then writes the clocks that differ. */
static void take_line(struct desk *desk, struct replay *replay)
{
	replay_advance(replay, desk->now.office_ms);
	desk->waiting_count =
		ticket_rows_waiting(desk->store, desk->date, desk->waiting, TARGET_LINE);
	desk->line.clock_count = desk->waiting_count;
	for (size_t i = 0; i < desk->waiting_count; i++) {
		const struct replay_ticket *own = replay_find(replay, desk->waiting[i].id);
		desk->line.clocks[i] =
			own != NULL ? replay_clock(replay, own) : desk->waiting[i].clock;
	}
	line_settle(desk, TARGET_OTHER);
}

static enum result rebuild(struct desk *desk, struct counter_row *row, const struct press *press)
{
	struct event *events;
	struct replay *replay = NULL;
	struct replay_fault fault;
	struct replay_offices offices;
	int64_t first = desk->day.first_event, last = desk->head.id;
	size_t count = event_rows_list(desk->store, first, last, &events);
	bool right = office_past_load(desk, &desk->office, first, last, &offices) &&
		     replay_day(&offices, desk->date, events, count, &replay, &fault);
	if (right) {
		write_tickets(desk, replay, events, count, press);
		write_counter(desk, replay, row);
		take_line(desk, replay);
	}
	replay_destroy(replay);
	office_past_finish(&offices);
	free(events);
	/* A day that began under version 1 cannot be told again. */
	return right ? RESULT_OK : RESULT_UNDO_LATE;
}

static enum result undo_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct press press;
	struct counter_row *row = line_counter(desk, order->counter);
	if (row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	enum result result = find_press(desk, order->counter, &press);
	if (result != RESULT_OK) {
		return result;
	}
	note_undone(desk, row, &press);
	out_ticket->id = press.events[0].ticket;
	return rebuild(desk, row, &press);
}

enum result desk_undo(struct desk *desk, int counter, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter};
	return act_do(desk, undo_now, &order, out_ticket);
}
