#include "app/queue/life.h"
#include "app/queue/numbering.h"
#include "app/queue/replay_step.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

typedef bool replay_deed(struct replay_step *step);

/* ---- the line ---- */

void replay_load_counters(struct replay *replay)
{
	replay->line.counter_count = (size_t)replay->office->counter_count;
	for (int i = 0; i < replay->office->counter_count; i++) {
		const struct replay_counter *counter = &replay->counters[i];
		replay->line.counters[i] = (struct target_counter){
			.services = counter->services,
			.open = counter->state != REPLAY_CLOSED && counter->state != REPLAY_BREAK,
			.free = counter->state == REPLAY_FREE,
			.number = replay->office->counters[i].number,
		};
	}
}

void replay_settle(struct replay_step *step, enum target_cause cause)
{
	replay_load_counters(step->replay);
	target_settle(&step->replay->line, cause);
}

/* A line that was full has room: the first of those that wait behind it moves up. */
static void move_up(struct replay *replay)
{
	struct replay_ticket *first = NULL;
	if (replay->line.clock_count != TARGET_LINE - 1) {
		return;
	}
	const struct target_clock *last = &replay->line.clocks[TARGET_LINE - 2];
	for (size_t i = 0; i < replay->ticket_count; i++) {
		struct replay_ticket *ticket = &replay->tickets[i];
		if (ticket->ticket.state == TICKET_WAITING &&
			target_is_before(last, &ticket->clock) &&
			(first == NULL || target_is_before(&ticket->clock, &first->clock))) {
			first = ticket;
		}
	}
	if (first != NULL) {
		(void)target_insert(&replay->line, &first->clock);
	}
}

static void leave_line(struct replay_step *step)
{
	struct replay *replay = step->replay;
	if (target_remove(&replay->line, step->ticket->ticket.id, &step->ticket->clock) !=
		TARGET_LINE) {
		move_up(replay);
	}
}

static void enter_line(struct replay_step *step)
{
	(void)target_insert(&step->replay->line, &step->ticket->clock);
}

void replay_set_counter(struct replay_step *step, enum replay_counter_state state)
{
	struct replay_counter *counter = step->counter;
	bool with_ticket = state == REPLAY_CALLED || state == REPLAY_SERVING;
	counter->state = state;
	counter->ticket = with_ticket ? step->ticket->ticket.id : 0;
	counter->since_ms = step->now;
	counter->stand_by_ms = TICKET_NEVER;
	if (state == REPLAY_FREE) {
		counter->free_since_ms = step->now;
	}
}

/* Whether the event is at the counter where its ticket is. */
static bool is_at_counter(const struct replay_step *step)
{
	return step->counter != NULL && step->ticket != NULL &&
	       step->counter->ticket == step->ticket->ticket.id;
}

/* ---- tickets ---- */

/* With the tickets that are there, the newest included, and what was left out. */
static int last_number(const struct replay *replay, int service)
{
	const char *prefix = replay->office->services[service].prefix;
	int last = replay->skipped[service];
	for (size_t i = 0; i < replay->ticket_count; i++) {
		last += strcmp(replay->tickets[i].ticket.prefix, prefix) == 0;
	}
	return last;
}

static void add_ticket(struct replay_step *step)
{
	const struct event *event = step->event;
	struct replay *replay = step->replay;
	replay->tickets =
		memory_resized(replay->tickets, replay->ticket_count + 1, sizeof *replay->tickets);
	struct replay_ticket *added = &replay->tickets[replay->ticket_count++];
	*added = (struct replay_ticket){.party = event->party};
	added->ticket = life_begin(
		replay->office, event->ticket, event->service, event->priority, step->now);
	struct ticket *ticket = &added->ticket;
	const char *prefix = replay->office->services[event->service].prefix;
	ticket->turn_ms = event->turn_ms;
	added->gained_ms = step->now - event->turn_ms;
	ticket->issue_event = event->id;
	ticket->low_ms = event->low_ms;
	ticket->high_ms = event->high_ms;
	text_copy(ticket->service_date, sizeof ticket->service_date, replay->date);
	text_copy(ticket->prefix, sizeof ticket->prefix, prefix);
	text_copy(added->boot_id, sizeof added->boot_id, event->at.boot_id);
	ticket->sequence = last_number(replay, event->service);
	numbering_format(prefix, ticket->sequence, ticket->number);
	added->clock = target_clock_of(ticket);
	step->ticket = added;
}

static bool issue(struct replay_step *step)
{
	const struct event *event = step->event;
	const struct replay *replay = step->replay;
	if (step->ticket != NULL || !event->with_service || event->turn_ms > step->now ||
		event->service >= replay->office->service_count ||
		(replay->ticket_count > 0 &&
			replay->tickets[replay->ticket_count - 1].ticket.id >= event->ticket)) {
		return false;
	}
	add_ticket(step);
	replay_take_place(step);
	replay_turn(step->ticket, step->now);
	enter_line(step);
	replay_settle(step, TARGET_OTHER);
	return true;
}

bool replay_is_in_line(const struct replay_step *step, const struct replay_ticket *ticket)
{
	int bound = target_bound(&step->replay->line, &ticket->clock);
	return ticket->ticket.state == TICKET_WAITING && ticket->away_until < step->event->id &&
	       (step->counter->services >> ticket->ticket.service & 1) != 0 &&
	       (bound == 0 || bound == step->event->counter);
}

/* The first in line among those the counter serves; beyond what is looked at for clocks, too. */
int64_t replay_first(const struct replay_step *step)
{
	const struct replay *replay = step->replay;
	const struct replay_ticket *first = NULL;
	for (size_t i = 0; i < replay->ticket_count; i++) {
		const struct replay_ticket *ticket = &replay->tickets[i];
		if (replay_is_in_line(step, ticket) &&
			(first == NULL || target_is_before(&ticket->clock, &first->clock))) {
			first = ticket;
		}
	}
	return first != NULL ? first->ticket.id : 0;
}

static bool call(struct replay_step *step)
{
	bool picked = event_is_picked(step->event);
	if (step->counter == NULL || step->counter->state != REPLAY_FREE ||
		(picked ? !replay_is_in_line(step, step->ticket)
			: replay_first(step) != step->ticket->ticket.id)) {
		return false;
	}
	if (picked) {
		replay_note_pick(step);
	} else {
		replay_pass_others(step);
	}
	leave_line(step);
	if (!life_call(
		    &step->ticket->ticket, &step->ticket->clock, step->event->counter, step->now)) {
		return false;
	}
	replay_turn(step->ticket, step->now);
	replay_set_counter(step, REPLAY_CALLED);
	replay_settle(step, TARGET_OTHER);
	return true;
}

static bool recall(struct replay_step *step)
{
	return is_at_counter(step) && life_recall(&step->ticket->ticket, step->now);
}

static bool serve(struct replay_step *step)
{
	if (!is_at_counter(step) ||
		!life_serve(&step->ticket->ticket, &step->ticket->clock, step->now)) {
		return false;
	}
	replay_turn(step->ticket, step->now);
	replay_set_counter(step, REPLAY_SERVING);
	return true;
}

static bool finish(struct replay_step *step)
{
	if (!is_at_counter(step) || !life_finish(&step->ticket->ticket, step->now)) {
		return false;
	}
	replay_turn(step->ticket, step->now);
	replay_set_counter(step, REPLAY_FREE);
	replay_settle(step, TARGET_FINISH);
	return true;
}

static bool miss(struct replay_step *step)
{
	if (!is_at_counter(step) ||
		!life_miss(&step->ticket->ticket, &step->ticket->clock, step->now)) {
		return false;
	}
	replay_turn(step->ticket, step->now);
	replay_set_counter(step, REPLAY_FREE);
	replay_settle(step, TARGET_OTHER);
	return true;
}

static bool hold(struct replay_step *step)
{
	bool at_counter = step->ticket->ticket.state == TICKET_SERVING;
	if (at_counter ? !is_at_counter(step) : step->ticket->ticket.state != TICKET_WAITING) {
		return false;
	}
	leave_line(step);
	(void)life_hold(&step->ticket->ticket, &step->ticket->clock, step->now);
	replay_turn(step->ticket, step->now);
	if (at_counter) {
		replay_set_counter(step, REPLAY_FREE);
	}
	replay_settle(step, TARGET_OTHER);
	return true;
}

static bool resume(struct replay_step *step)
{
	struct ticket *ticket = &step->ticket->ticket;
	bool at_counter = ticket->held_from == TICKET_SERVING;
	if (at_counter && (step->counter == NULL || step->counter->state != REPLAY_FREE)) {
		return false;
	}
	if (!life_resume(ticket, step->event->counter)) {
		return false;
	}
	replay_turn(step->ticket, step->now);
	if (at_counter) {
		replay_set_counter(step, REPLAY_SERVING);
	} else {
		enter_line(step);
	}
	replay_settle(step, TARGET_OTHER);
	return true;
}

static bool give_back(struct replay_step *step)
{
	if (!life_return(&step->ticket->ticket, &step->ticket->clock, step->now)) {
		return false;
	}
	replay_take_place(step);
	replay_turn(step->ticket, step->now);
	enter_line(step);
	replay_settle(step, TARGET_OTHER);
	return true;
}

/* Whether counter `number` is open and serves what the event is for. */
static bool can_be_sent_to(const struct replay_step *step, int number)
{
	int place = office_find_counter(step->replay->office, number);
	const struct replay_counter *counter = place >= 0 ? &step->replay->counters[place] : NULL;
	return counter != NULL && counter->state != REPLAY_CLOSED &&
	       counter->state != REPLAY_BREAK &&
	       (counter->services >> step->event->service & 1) != 0;
}

static bool transfer(struct replay_step *step)
{
	struct ticket *ticket = &step->ticket->ticket;
	bool at_counter = ticket->state == TICKET_CALLED || ticket->state == TICKET_SERVING;
	int only = (int)step->event->refers;
	if (!step->event->with_service || (only == 0 && step->event->service == ticket->service) ||
		step->event->service >= step->replay->office->service_count ||
		(only != 0 && !can_be_sent_to(step, only)) ||
		(at_counter && !is_at_counter(step)) ||
		(!at_counter && ticket->state != TICKET_WAITING)) {
		return false;
	}
	leave_line(step);
	target_stop(&step->ticket->clock, step->now);
	if (ticket->state == TICKET_SERVING) {
		ticket->finished_ms = step->now;
	}
	replay_keep_segment(step);
	ticket->only = only;
	(void)life_transfer(ticket, &step->ticket->clock, step->replay->office,
		step->event->service, step->now);
	ticket->low_ms = step->event->low_ms;
	ticket->high_ms = step->event->high_ms;
	replay_turn(step->ticket, step->now);
	enter_line(step);
	if (at_counter) {
		replay_set_counter(step, REPLAY_FREE);
	}
	replay_settle(step, at_counter ? TARGET_FINISH : TARGET_OTHER);
	return true;
}

static bool cancel(struct replay_step *step)
{
	if (step->ticket->ticket.state != TICKET_WAITING) {
		return false;
	}
	leave_line(step);
	(void)life_cancel(&step->ticket->ticket, &step->ticket->clock, step->now);
	replay_turn(step->ticket, step->now);
	replay_settle(step, TARGET_OTHER);
	return true;
}

static bool close_ticket(struct replay_step *step)
{
	bool at_counter = is_at_counter(step);
	leave_line(step);
	if (!life_close(&step->ticket->ticket, &step->ticket->clock, step->now)) {
		return false;
	}
	replay_turn(step->ticket, step->now);
	if (at_counter) {
		replay_set_counter(step, REPLAY_FREE);
	}
	return true;
}

static bool doubt(struct replay_step *step)
{
	life_doubt(&step->ticket->ticket);
	for (size_t i = 0; i < step->ticket->past_count; i++) {
		step->ticket->past[i].uncertain = true;
		step->ticket->past[i].verdict = TARGET_NONE;
	}
	step->ticket->corrected = true;
	return true;
}

static bool explain(struct replay_step *step)
{
	struct replay_ticket *own = step->ticket;
	int64_t place = step->event->refers;
	size_t length = strcspn(step->event->detail, " ");
	if (place < 1 || place > own->ticket.segment) {
		return false;
	}
	bool here = place == own->ticket.segment;
	char *reason = here ? own->reason : own->past[place - 1].reason;
	text_format(reason, sizeof own->reason, "%.*s", (int)length, step->event->detail);
	*(here ? &own->reason_event : &own->past[place - 1].reason_event) = step->event->id;
	return true;
}

/* The guest book came after the number: how many came is known only now. */
static bool sign(struct replay_step *step)
{
	if (step->ticket == NULL || step->ticket->is_signed || step->event->party < 1) {
		return false;
	}
	step->ticket->is_signed = true;
	step->ticket->party = step->event->party;
	return true;
}

/* The guest book was put right: it may be about others, or other numbers of them, than it said. */
static bool correct(struct replay_step *step)
{
	if (step->ticket == NULL || step->event->party < 1) {
		return false;
	}
	step->ticket->party = step->event->party;
	return true;
}

/* The clock was set: what ran up to then goes on from the new moment. */
static bool set_clock(struct replay_step *step)
{
	if (step->event->turn_ms != TICKET_NEVER) {
		replay_advance(step->replay, step->event->turn_ms);
	}
	target_restart(&step->replay->line, step->now);
	return true;
}

static bool close_day(struct replay_step *step)
{
	step->replay->closed = true;
	return true;
}

/* What comes after it is taken by the office as it is then. */
static bool change_office(struct replay_step *step)
{
	replay_enter_office(step->replay, step->event->id + 1);
	if (!step->replay->closed) {
		replay_settle(step, TARGET_OTHER);
	}
	return true;
}

static bool restore(struct replay_step *step)
{
	struct replay *replay = step->replay;
	for (int i = 0; i < replay->office->service_count; i++) {
		int last = last_number(replay, i);
		replay->skipped[i] += numbering_skip(last) - last;
	}
	return true;
}

/* ---- all of them ---- */

static replay_deed *const deeds[EVENT_KINDS] = {
	[EVENT_COUNTER_OPENED] = replay_open_counter,
	[EVENT_COUNTER_BROKEN] = replay_break_counter,
	[EVENT_COUNTER_CLOSED] = replay_close_counter,
	[EVENT_ISSUED] = issue,
	[EVENT_CALLED] = call,
	[EVENT_RECALLED] = recall,
	[EVENT_SERVED] = serve,
	[EVENT_FINISHED] = finish,
	[EVENT_MISSED] = miss,
	[EVENT_HELD] = hold,
	[EVENT_RESUMED] = resume,
	[EVENT_RETURNED] = give_back,
	[EVENT_TRANSFERRED] = transfer,
	[EVENT_CANCELLED] = cancel,
	[EVENT_CLOSED_BY_SYSTEM] = close_ticket,
	[EVENT_DOUBTED] = doubt,
	[EVENT_CLOCK_SET] = set_clock,
	[EVENT_CLOCK_SHIFTED] = set_clock,
	[EVENT_EXPLAINED] = explain,
	[EVENT_SIGNED] = sign,
	[EVENT_CORRECTED] = correct,
	[EVENT_DAY_CLOSED] = close_day,
	[EVENT_OFFICE_CHANGED] = change_office,
	[EVENT_STOOD_BY] = replay_stand_by,
	[EVENT_STOOD_DOWN] = replay_stand_down,
	[EVENT_HANDED_OVER] = replay_hand_over,
	[EVENT_RESTORED] = restore,
};

bool replay_concerns(enum event_kind kind)
{
	return deeds[kind] != NULL;
}

bool replay_act(struct replay_step *step)
{
	return deeds[step->event->kind](step);
}
