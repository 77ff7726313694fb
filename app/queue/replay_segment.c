#include "app/queue/replay_step.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

/* ---- intervals ---- */

static void end_interval(struct replay_ticket *ticket, int64_t now)
{
	if (ticket->interval_count > 0) {
		struct interval *last = &ticket->intervals[ticket->interval_count - 1];
		if (last->to_ms == TICKET_NEVER) {
			/* A clock that was set right may stand before what was stamped wrong. */
			last->to_ms = now > last->from_ms ? now : last->from_ms;
		}
	}
}

/* The ticket is in another state from now on. */
void replay_turn(struct replay_ticket *ticket, int64_t now)
{
	end_interval(ticket, now);
	if (ticket_is_ended(ticket->ticket.state)) {
		return;
	}
	ticket->intervals = memory_resized(
		ticket->intervals, ticket->interval_count + 1, sizeof *ticket->intervals);
	ticket->intervals[ticket->interval_count++] = (struct interval){
		.state = ticket->ticket.state,
		.service = ticket->ticket.service,
		.counter = ticket->ticket.state == TICKET_WAITING ? 0 : ticket->ticket.counter,
		.from_ms = now,
		.to_ms = TICKET_NEVER,
	};
}

/* ---- segments ---- */

/* Of a segment from `from_ms` to `until_ms`, in whose last moment the next one may be served
 * already; what began after its end, on a clock that was then set
 * back, is not known. */
static int64_t serving_ms(const struct replay_ticket *ticket, int64_t from_ms, int64_t until_ms)
{
	int64_t sum = TICKET_NEVER;
	for (size_t i = 0; i < ticket->interval_count; i++) {
		const struct interval *one = &ticket->intervals[i];
		if (one->state == TICKET_SERVING && one->from_ms >= from_ms &&
			one->to_ms <= until_ms && one->to_ms != TICKET_NEVER) {
			sum = (sum == TICKET_NEVER ? 0 : sum) + one->to_ms - one->from_ms;
		}
	}
	return sum;
}

static struct segment segment_of(
	const struct replay *replay, const struct replay_ticket *own, enum ticket_state state)
{
	const struct ticket *ticket = &own->ticket;
	struct segment segment = {
		.ticket = ticket->id,
		.place = ticket->segment,
		.service = ticket->service,
		.counter = ticket->counter,
		.issued_ms = ticket->issued_ms,
		.turn_ms = ticket->turn_ms,
		.issue_event = ticket->issue_event,
		.priority = ticket->priority,
		.uncertain = ticket->uncertain,
		.state = state,
		.is_last = true,
		.party = own->party,
		.from_ms = ticket->from_ms,
		.called_ms = ticket->called_ms,
		.served_ms = ticket->served_ms,
		.finished_ms = ticket->finished_ms,
		.low_ms = ticket->low_ms,
		.high_ms = ticket->high_ms,
		.target_s = ticket->target_s,
		.clock = replay_clock(replay, own),
		.elapsed_ms = ticket->elapsed_ms,
		.verdict = ticket->verdict,
	};
	segment.service_ms =
		ticket->finished_ms != TICKET_NEVER && ticket->served_ms != TICKET_NEVER
			? serving_ms(own, ticket->from_ms, ticket->finished_ms)
			: TICKET_NEVER;
	text_copy(segment.number, sizeof segment.number, ticket->number);
	text_copy(segment.reason, sizeof segment.reason, own->reason);
	segment.reason_event = own->reason_event;
	return segment;
}

/* The segment that a transfer ends. */
void replay_keep_segment(struct replay_step *step)
{
	struct replay_ticket *own = step->ticket;
	bool served = own->ticket.served_ms != TICKET_NEVER;
	end_interval(own, step->now);
	struct segment segment =
		segment_of(step->replay, own, served ? TICKET_DONE : TICKET_WAITING);
	segment.is_last = false;
	own->past = memory_resized(own->past, own->past_count + 1, sizeof *own->past);
	own->past[own->past_count++] = segment;
	own->reason[0] = '\0';
	own->reason_event = 0;
}

size_t replay_segments(const struct replay *replay, struct segment **out_segments)
{
	size_t count = 0;
	*out_segments = NULL;
	for (size_t i = 0; i < replay->ticket_count; i++) {
		const struct replay_ticket *own = &replay->tickets[i];
		*out_segments = memory_resized(
			*out_segments, count + own->past_count + 1, sizeof **out_segments);
		for (size_t k = 0; k < own->past_count; k++) {
			struct segment *past = &(*out_segments)[count++];
			*past = own->past[k];
			/* What is said of the whole ticket may have changed since. */
			past->turn_ms = own->ticket.turn_ms;
			past->uncertain = own->ticket.uncertain;
			past->verdict = past->uncertain ? TARGET_NONE : past->verdict;
		}
		(*out_segments)[count++] = segment_of(replay, own, own->ticket.state);
	}
	return count;
}
