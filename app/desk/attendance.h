#ifndef APP_DESK_ATTENDANCE_H
#define APP_DESK_ATTENDANCE_H

#include "app/desk/desk_thread.h"
#include "db/presence.h"

/*
 * A counter is attended while the console that opened it lives. Every program's desk thread keeps
 * watch: a counter whose console has died, or ended without closing it, is closed by whoever
 * notices first (desk_close_left), so that those who wait there count as waiting with nobody for
 * them from then on.
 */
struct attendance {
	struct presence presence;
	char staff[DESK_STAFF_SIZE]; /* who is at its counter by this program's word, a code */
};

/*
 * Before and after the thread does `act`: a console that opens a counter comes to it before the
 * opening, stays where it was when that is refused, and leaves with its close. COUNTER_TAKEN, and
 * the act is not to be done, for who would go on at a counter where another console lives.
 */
enum result attendance_begin_act(struct attendance *attendance, const struct desk_request *request);
void attendance_end_act(
	struct attendance *attendance, const struct desk_request *request, enum result result);

/* Closes what was left. Nothing in a store whose time does not run. */
void attendance_look(struct attendance *attendance, struct desk *desk);

/* Tells in `view` what only the programs' lives tell: counters whose console has died under their
 * visitor, and whether the waiting room's screen and board have a program. */
void attendance_tell(struct attendance *attendance, struct desk_view *view);

/* Leaves a counter that by `view` another program closed, or gave to somebody else. */
void attendance_follow(struct attendance *attendance, const struct desk_view *view);

#endif
