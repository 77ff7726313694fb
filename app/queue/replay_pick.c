/* Who was called out of turn, and whom that passed. */
#include "app/queue/replay_step.h"

#include "app/base/memory.h"
#include "app/base/text.h"

static void note_passed(struct replay_pick *pick, int64_t ticket)
{
	if (pick->passed_count < REPLAY_PASSED) {
		pick->passed[pick->passed_count] = ticket;
	}
	pick->passed_count++;
}

void replay_note_pick(struct replay_step *step)
{
	struct replay *replay = step->replay;
	const struct replay_ticket *called = step->ticket;
	replay->picks =
		memory_resized(replay->picks, replay->pick_count + 1, sizeof *replay->picks);
	struct replay_pick *pick = &replay->picks[replay->pick_count++];
	*pick = (struct replay_pick){.ticket = called->ticket.id,
		.service = called->ticket.service,
		.counter = step->event->counter,
		.at_ms = step->now};
	text_copy(pick->staff, sizeof pick->staff, step->event->staff);
	text_copy(pick->reason, sizeof pick->reason, event_pick_reason(step->event));
	for (size_t i = 0; i < replay->ticket_count; i++) {
		const struct replay_ticket *other = &replay->tickets[i];
		if (other != called && replay_is_in_line(step, other) &&
			target_is_before(&other->clock, &called->clock)) {
			note_passed(pick, other->ticket.id);
		}
	}
}
