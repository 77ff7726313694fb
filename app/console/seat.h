#ifndef APP_CONSOLE_SEAT_H
#define APP_CONSOLE_SEAT_H

#include <stdbool.h>

/*
 * Which counter this computer stands at: chosen at its first sign-in and remembered in the user's
 * state folder (place_state), a file for each device. It belongs to the computer, not to the store:
 * the same console keeps its desk whichever office file it opens.
 */

/* 0 = none is remembered, or what is there is no number of a counter. */
int seat_read(const char *device);

/* 0 forgets it. False after one line in the log. */
bool seat_keep(const char *device, int counter);

#endif
