/* Who was called before whom for priority's sake, and how far that can go. */
#include "app/queue/replay_step.h"

#include "app/base/memory.h"

enum { APPOINTMENT_MS = 25 * 60 * 1000 };

/* ---- while the day is told ---- */

void replay_take_place(struct replay_step *step)
{
	step->ticket->joined_event = step->event->id;
	step->ticket->joined_ms = step->now;
	step->ticket->pass_count = 0;
}

static bool has_passed(const struct replay_ticket *own, int64_t ticket)
{
	for (size_t i = 0; i < own->pass_count; i++) {
		if (own->passes[i].ticket == ticket) {
			return true;
		}
	}
	return false;
}

void replay_pass_others(struct replay_step *step)
{
	const struct ticket *called = &step->ticket->ticket;
	for (size_t i = 0; i < step->replay->ticket_count; i++) {
		struct replay_ticket *own = &step->replay->tickets[i];
		if (own == step->ticket || called->issue_event <= own->joined_event ||
			!replay_is_in_line(step, own) || has_passed(own, called->id)) {
			continue;
		}
		own->passes = memory_resized(own->passes, own->pass_count + 1, sizeof *own->passes);
		own->passes[own->pass_count++] = (struct replay_pass){called->id, step->now};
	}
}

/* ---- the figures ---- */

static bool is_at_counter(const struct interval *interval)
{
	return interval->state == TICKET_CALLED || interval->state == TICKET_SERVING;
}

static int64_t end_of(const struct interval *interval, int64_t now)
{
	return interval->to_ms != TICKET_NEVER ? interval->to_ms : now;
}

/* How long a ticket was at counters from `from_ms` on; with `once`, until it first left. */
static int64_t stay(const struct replay_ticket *own, int64_t from_ms, bool once, int64_t now)
{
	int64_t sum = 0;
	for (size_t i = 0; i < own->interval_count; i++) {
		const struct interval *interval = &own->intervals[i];
		if (interval->from_ms >= from_ms && is_at_counter(interval)) {
			sum += end_of(interval, now) - interval->from_ms;
		} else if (once && sum > 0) {
			break;
		}
	}
	return sum;
}

/* When the wait ended that a ticket was in at `at_ms`; its latest wait, if it was in none. */
static int64_t wait_end(const struct replay_ticket *own, int64_t at_ms, int64_t now)
{
	int64_t end = own->joined_ms;
	for (size_t i = 0; i < own->interval_count; i++) {
		const struct interval *interval = &own->intervals[i];
		if (interval->state == TICKET_WAITING) {
			end = end_of(interval, now);
			if (interval->from_ms <= at_ms && at_ms <= end) {
				break;
			}
		}
	}
	return end;
}

static void count_passes(const struct replay *replay, const struct replay_ticket *own, int64_t now,
	struct figures_priority *priority)
{
	int64_t extra = 0;
	for (size_t i = 0; i < own->pass_count; i++) {
		const struct replay_pass *pass = &own->passes[i];
		const struct replay_ticket *other = replay_find(replay, pass->ticket);
		int64_t later = other->ticket.issued_ms - own->joined_ms;
		int64_t left = wait_end(own, pass->at_ms, now) - pass->at_ms;
		int64_t stayed = stay(other, pass->at_ms, true, now);
		priority->latest_ms = later > priority->latest_ms ? later : priority->latest_ms;
		if (!own->ticket.uncertain && !other->ticket.uncertain) {
			extra += stayed < left ? stayed : left;
		}
	}
	priority->extra_ms = extra > priority->extra_ms ? extra : priority->extra_ms;
}

/* How long after a ticket took its place this one may be issued and still pass it. */
static int64_t reach_of(const struct replay_ticket *other, const struct figures_priority *priority)
{
	return other->gained_ms > priority->head_start_ms ? APPOINTMENT_MS
							  : priority->head_start_ms;
}

static int count_possible(const struct replay *replay, const struct replay_ticket *own, int64_t now,
	struct figures_priority *priority)
{
	int possible = 0;
	int64_t bound = 0, until = wait_end(own, TICKET_NEVER, now);
	for (size_t i = 0; i < replay->ticket_count; i++) {
		const struct replay_ticket *other = &replay->tickets[i];
		int64_t issued = other->ticket.issued_ms;
		if (other->ticket.issue_event > own->joined_event && issued <= until &&
			issued - own->joined_ms < reach_of(other, priority)) {
			possible++;
			bound += other->ticket.uncertain ? 0 : stay(other, issued, false, now);
		}
	}
	priority->bound_ms = bound > priority->bound_ms ? bound : priority->bound_ms;
	return possible;
}

void replay_priority(
	const struct replay *replay, int64_t now, struct figures_priority *out_priority)
{
	struct figures_priority *priority = out_priority;
	*priority = (struct figures_priority){
		.known = true,
		.head_start_ms = replay->office->priority_head_start_s * INT64_C(1000),
		.latest_ms = TICKET_NEVER,
	};
	priority->window_ms = priority->head_start_ms;
	for (size_t i = 0; i < replay->ticket_count; i++) {
		int64_t reach = reach_of(&replay->tickets[i], priority);
		priority->window_ms = reach > priority->window_ms ? reach : priority->window_ms;
	}
	for (size_t i = 0; i < replay->ticket_count; i++) {
		const struct replay_ticket *own = &replay->tickets[i];
		int passed = (int)own->pass_count;
		int possible = count_possible(replay, own, now, priority);
		count_passes(replay, own, now, priority);
		priority->overtaken += passed > 0 ? 1 : 0;
		priority->beyond += passed > possible ? 1 : 0;
		priority->most = passed > priority->most ? passed : priority->most;
		priority->bound = possible > priority->bound ? possible : priority->bound;
	}
}
