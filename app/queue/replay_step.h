#ifndef APP_QUEUE_REPLAY_STEP_H
#define APP_QUEUE_REPLAY_STEP_H

#include "app/queue/replay.h"

/* Inside the replay only: one event and what it is about. */
struct replay_step {
	struct replay *replay;
	const struct event *event;
	struct replay_ticket *ticket;   /* NULL = none */
	struct replay_counter *counter; /* NULL = none */
	int64_t now;
};

/* Whether events of `kind` change the day: slips, devices and staff do not. */
bool replay_concerns(enum event_kind kind);

/* Does to the day what the event says; false when it does not fit what was before (replay_act.c).
 */
bool replay_act(struct replay_step *step);

/* The office becomes the one by which `event` is to be taken; counters follow their numbers. */
void replay_enter_office(struct replay *replay, int64_t event);

/* The counters as the line sees them. */
void replay_load_counters(struct replay *replay);

/* What the acts share (replay_act.c): the line settles; the step's counter comes into a state, with
 * the step's ticket or nobody; the first in line for the step's counter, as the line was then, or
 * 0.
 */
void replay_settle(struct replay_step *step, enum target_cause cause);
void replay_set_counter(struct replay_step *step, enum replay_counter_state state);
int64_t replay_first(const struct replay_step *step);

/* Whether a ticket stands in line for the step's counter, as the line was then. */
bool replay_is_in_line(const struct replay_step *step, const struct replay_ticket *ticket);

/* The step's ticket takes a place in line, at its issue or return: nobody has passed it yet. The
 * step calls its ticket in turn: it is noted with those it passes (replay_priority.c). */
void replay_take_place(struct replay_step *step);
void replay_pass_others(struct replay_step *step);

/* The step calls its ticket out of turn: it is noted with those it passes (replay_pick.c). */
void replay_note_pick(struct replay_step *step);

/* What happens to the step's counter (replay_counter.c); false when it does not fit. */
bool replay_open_counter(struct replay_step *step);
bool replay_break_counter(struct replay_step *step);
bool replay_close_counter(struct replay_step *step);
bool replay_stand_by(struct replay_step *step);
bool replay_stand_down(struct replay_step *step);
bool replay_hand_over(struct replay_step *step);

/* The ticket's state changed at `now`; its open interval ends (replay_segment.c). */
void replay_turn(struct replay_ticket *ticket, int64_t now);

/* The segment that a transfer ends joins the past ones. */
void replay_keep_segment(struct replay_step *step);

#endif
