#include "app/queue/life.h"

static void discard(struct target_clock *clock)
{
	clock->count_ms = 0;
	clock->alone_ms = 0;
	clock->since_ms = clock->high_ms = clock->ready_ms = TICKET_NEVER;
}

struct ticket life_begin(const struct office *office, int64_t id, int service,
	enum ticket_priority priority, int64_t now)
{
	return (struct ticket){
		.id = id,
		.service = service,
		.segment = 1,
		.state = TICKET_WAITING,
		.priority = priority,
		.issued_ms = now,
		.turn_ms = now,
		.from_ms = now,
		.low_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.ready_ms = TICKET_NEVER,
		.called_ms = TICKET_NEVER,
		.recalled_ms = TICKET_NEVER,
		.served_ms = TICKET_NEVER,
		.finished_ms = TICKET_NEVER,
		.target_s = office->services[service].target_s,
		.elapsed_ms = TICKET_NEVER,
	};
}

bool life_call(struct ticket *ticket, struct target_clock *clock, int counter, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_CALL, &ticket->state)) {
		return false;
	}
	target_call(clock, now);
	ticket->counter = counter;
	ticket->calls++;
	ticket->recalls = 0;
	ticket->ready_ms = clock->ready_ms;
	ticket->called_ms = ticket->called_ms == TICKET_NEVER ? now : ticket->called_ms;
	ticket->recalled_ms = now;
	return true;
}

bool life_recall(struct ticket *ticket, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_RECALL, &ticket->state)) {
		return false;
	}
	ticket->calls++;
	ticket->recalls++;
	ticket->recalled_ms = now;
	return true;
}

bool life_serve(struct ticket *ticket, struct target_clock *clock, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_SERVE, &ticket->state)) {
		return false;
	}
	target_stop(clock, now);
	ticket->served_ms = now;
	ticket->elapsed_ms = clock->high_ms;
	ticket->verdict = ticket->uncertain ? TARGET_NONE
					    : target_judge(ticket->target_s, ticket->elapsed_ms);
	return true;
}

bool life_finish(struct ticket *ticket, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_FINISH, &ticket->state)) {
		return false;
	}
	ticket->finished_ms = now;
	return true;
}

bool life_miss(struct ticket *ticket, struct target_clock *clock, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_MISS, &ticket->state)) {
		return false;
	}
	target_stop(clock, now);
	discard(clock);
	return true;
}

bool life_hold(struct ticket *ticket, struct target_clock *clock, int64_t now)
{
	enum ticket_state from = ticket->state;
	if (!ticket_allows(ticket->state, TICKET_HOLD, &ticket->state)) {
		return false;
	}
	ticket->held_from = from;
	target_stop(clock, now);
	return true;
}

bool life_resume(struct ticket *ticket, int counter)
{
	if (!ticket_allows(ticket->state, TICKET_RESUME, &ticket->state)) {
		return false;
	}
	ticket->state = ticket->held_from;
	ticket->held_from = TICKET_WAITING;
	if (ticket->state == TICKET_SERVING) {
		ticket->counter = counter;
	}
	return true;
}

bool life_return(struct ticket *ticket, struct target_clock *clock, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_RETURN, &ticket->state)) {
		return false;
	}
	ticket->turn_ms = now;
	ticket->ready_ms = TICKET_NEVER;
	*clock = target_clock_of(ticket);
	return true;
}

bool life_transfer(struct ticket *ticket, struct target_clock *clock, const struct office *office,
	int service, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_TRANSFER, &ticket->state)) {
		return false;
	}
	ticket->segment++;
	ticket->service = service;
	ticket->from_ms = now;
	ticket->target_s = office->services[service].target_s;
	ticket->counter = 0;
	ticket->ready_ms = ticket->called_ms = ticket->served_ms = ticket->finished_ms =
		TICKET_NEVER;
	ticket->low_ms = ticket->high_ms = ticket->elapsed_ms = TICKET_NEVER;
	ticket->verdict = TARGET_NONE;
	*clock = target_clock_of(ticket);
	return true;
}

bool life_cancel(struct ticket *ticket, struct target_clock *clock, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_CANCEL, &ticket->state)) {
		return false;
	}
	target_stop(clock, now);
	return true;
}

void life_doubt(struct ticket *ticket)
{
	ticket->uncertain = true;
	ticket->verdict = TARGET_NONE;
}

bool life_close(struct ticket *ticket, struct target_clock *clock, int64_t now)
{
	if (!ticket_allows(ticket->state, TICKET_CLOSE, &ticket->state)) {
		return false;
	}
	target_stop(clock, now);
	life_doubt(ticket);
	ticket->finished_ms = now;
	return true;
}
