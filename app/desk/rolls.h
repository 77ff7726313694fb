#ifndef APP_DESK_ROLLS_H
#define APP_DESK_ROLLS_H

#include "app/desk/desk.h"
#include "app/queue/roll.h"

/* The paper rolls of the printers: how much each has fed, and when it was changed. */
struct desk_roll {
	char device[32]; /* "kiosk-1/printer" */
	struct roll roll;
};

/* A new roll was put in: the count begins again. `staff` says so, NULL = nobody signed in.
 * DEVICE_UNKNOWN when no printer of that name has ever reported or printed. */
enum result desk_renew_roll(struct desk *desk, const char *staff, const char *device);

/* It is still the same roll: the count goes on, nobody is asked any more. Likewise. */
enum result desk_keep_roll(struct desk *desk, const char *staff, const char *device);

/* The printers that have fed something, by name; at most `size`. */
enum result desk_list_rolls(
	struct desk *desk, struct desk_roll *out_rolls, size_t size, size_t *out_count);

#endif
