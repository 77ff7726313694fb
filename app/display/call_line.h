#ifndef APP_DISPLAY_CALL_LINE_H
#define APP_DISPLAY_CALL_LINE_H

#include "app/desk/view.h"

/*
 * Calls that are still to be announced, in the order in which they were made. Pure. Each way of
 * announcing has a line of its own and takes from it at its own pace (the panel and the LED board
 * share one, since they change together); every line is given the same views, so none misses a call
 * and none waits for another. What was announced is reported by its id (announcer.h).
 *
 * A line has room for more calls than an office makes while all of them are still to be said. One
 * that is lost all the same is counted and logged; as nobody reports it, the console shows that the
 * waiting room was not told of it.
 */
enum { CALL_LINE = 256 };

struct call_line {
	bool spoken;                       /* the voice's: it alone counts in the first view */
	bool begun;                        /* a view was seen */
	int64_t seen;                      /* id of the newest call taken in */
	struct view_call calls[CALL_LINE]; /* oldest first; the oldest goes when there is no room */
	int count;
	int lost; /* for want of room, or because a view did not reach back to them */
};

/*
 * Takes in what is new in `view`; one log line when calls were lost. In the first view these are
 * the calls whose visitor has not come yet and that nobody announced (of the voice's line: that
 * nobody said): they were made while no display was there. A call that was undone leaves the line.
 */
void call_line_take(struct call_line *line, const struct desk_view *view);

/* The next call, removed from the line; false when there is none. */
bool call_line_next(struct call_line *line, struct view_call *out_call);

/* Whether the visitor of `call` has not come yet: its number stands called at its counter. */
bool call_is_open(const struct desk_view *view, const struct view_call *call);

/* The counter that called, while it has this number; NULL = it has gone on. */
const struct view_counter *call_counter(const struct desk_view *view, const struct view_call *call);

#endif
