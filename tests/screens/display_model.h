#ifndef TESTS_SCREENS_DISPLAY_MODEL_H
#define TESTS_SCREENS_DISPLAY_MODEL_H

#include "app/display/screen.h"

/* A waiting room to draw: the office of assets/offices and a view built by hand. */
struct room {
	struct office office;
	struct desk_view view;
	struct display_model model;
};

/* Tana Tidung on Monday 23 November 2026 at `clock` ("10:26:00"), open, three ready counters. */
void room_start(struct room *room, const char *clock);

/* The office time of `clock` on that day. */
int64_t room_time(const struct room *room, const char *clock);

/* Counter `number` has a visitor: called or being served. */
void room_occupy(struct room *room, int number, enum view_counter_state state, const char *ticket);

/* The next in line. */
void room_wait(struct room *room, const char *number, enum ticket_priority priority);

/* A call, newer than those before it. */
void room_call(struct room *room, const char *number, int counter);

/* The promise's clock of the visitor called to `counter` has run for `seconds`. */
void room_run_clock(struct room *room, int counter, int seconds);

/* Hands the view to the scene at `ticks`, as the program does. */
void room_take(struct room *room, int64_t ticks);

/* The state of look/display-board.png. */
void room_fill_board(struct room *room);

#endif
