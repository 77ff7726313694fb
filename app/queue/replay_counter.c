/* What happens to counters, replayed. */
#include "app/queue/replay_step.h"

#include "app/base/text.h"

bool replay_open_counter(struct replay_step *step)
{
	struct replay_counter *counter = step->counter;
	if (counter == NULL || step->event->services == 0) {
		return false;
	}
	if (counter->state == REPLAY_CLOSED || counter->state == REPLAY_BREAK) {
		replay_set_counter(step, REPLAY_FREE);
	}
	counter->services = step->event->services;
	counter->stand_by_ms = TICKET_NEVER;
	text_copy(counter->staff, sizeof counter->staff, step->event->staff);
	replay_settle(step, TARGET_OTHER);
	return true;
}

bool replay_break_counter(struct replay_step *step)
{
	if (step->counter == NULL || step->counter->state != REPLAY_FREE) {
		return false;
	}
	replay_set_counter(step, REPLAY_BREAK);
	step->counter->free_since_ms = TICKET_NEVER;
	replay_settle(step, TARGET_OTHER);
	return true;
}

bool replay_close_counter(struct replay_step *step)
{
	if (step->counter == NULL || step->counter->ticket != 0 ||
		step->counter->state == REPLAY_CLOSED) {
		return false;
	}
	*step->counter = (struct replay_counter){.state = REPLAY_CLOSED,
		.since_ms = step->now,
		.free_since_ms = TICKET_NEVER,
		.stand_by_ms = TICKET_NEVER};
	replay_settle(step, TARGET_OTHER);
	return true;
}

bool replay_stand_by(struct replay_step *step)
{
	if (step->counter == NULL || step->counter->state != REPLAY_FREE ||
		replay_first(step) != 0) {
		return false;
	}
	step->counter->stand_by_ms = step->now;
	return true;
}

bool replay_stand_down(struct replay_step *step)
{
	if (step->counter == NULL || step->counter->stand_by_ms == TICKET_NEVER) {
		return false;
	}
	step->counter->stand_by_ms = TICKET_NEVER;
	return true;
}

bool replay_hand_over(struct replay_step *step)
{
	if (step->counter == NULL || step->counter->state == REPLAY_CLOSED) {
		return false;
	}
	text_copy(step->counter->staff, sizeof step->counter->staff, step->event->staff);
	return true;
}
