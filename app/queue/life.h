#ifndef APP_QUEUE_LIFE_H
#define APP_QUEUE_LIFE_H

#include "app/queue/target.h"
#include "app/queue/ticket.h"

/*
 * What each act makes of a ticket and of the clock of its promise (design §3, §4): one place for
 * the desk, which writes it to the store, and for the replay of the log. `clock` is the ticket's,
 * taken out of the line at `now` (line_remove) or as the store has it.
 *
 * Each returns false, having changed nothing, when the ticket's state does not allow the act.
 */

/* A ticket that begins to wait for `service` of `office` at `now`; its number and its issue event
 * are not known yet. */
struct ticket life_begin(const struct office *office, int64_t id, int service,
	enum ticket_priority priority, int64_t now);

bool life_call(struct ticket *ticket, struct target_clock *clock, int counter, int64_t now);
bool life_recall(struct ticket *ticket, int64_t now);
/* Stops the clock and gives the verdict: none for a ticket whose times are uncertain. */
bool life_serve(struct ticket *ticket, struct target_clock *clock, int64_t now);
bool life_finish(struct ticket *ticket, int64_t now);
/* Marked absent: the clock is discarded. */
bool life_miss(struct ticket *ticket, struct target_clock *clock, int64_t now);
bool life_hold(struct ticket *ticket, struct target_clock *clock, int64_t now);
/* `counter` is where a visitor who was being served goes on; not looked at for one who waited. */
bool life_resume(struct ticket *ticket, int counter);
/* An absent visitor is back and waits with a turn of now. */
bool life_return(struct ticket *ticket, struct target_clock *clock, int64_t now);
/* To `service` of `office`, or to one counter (ticket->only, which is set before): same number and
 * turn, a new segment with a clock of its own. */
bool life_transfer(struct ticket *ticket, struct target_clock *clock, const struct office *office,
	int service, int64_t now);
bool life_cancel(struct ticket *ticket, struct target_clock *clock, int64_t now);
/* The day ended with the ticket open: uncertain, and in no figure. */
bool life_close(struct ticket *ticket, struct target_clock *clock, int64_t now);

/* Its times do not count (another boot, a wrong clock, a correction), nor does its verdict. */
void life_doubt(struct ticket *ticket);

#endif
