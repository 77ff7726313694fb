#ifndef APP_CONSOLE_PLUGGED_H
#define APP_CONSOLE_PLUGGED_H

#include "drivers/inventory.h"

/* What is plugged into this computer, and its print queues: looked for on a thread of its own,
 * since a device or a print server may take its time. */
enum { PLUGGED_FOUND = 24 };

struct plugged {
	struct inventory_device devices[PLUGGED_FOUND];
	int count;
};

/* On the thread, once a look: must hand `plugged` over and return; released with free(). */
typedef void plugged_deliver(void *context, struct plugged *plugged);

struct plugged_finder;

struct plugged_finder *plugged_create(plugged_deliver *deliver, void *context);

/* Begins to look; nothing happens while it looks already. */
void plugged_look(struct plugged_finder *finder);

/* Waits for the look that is under way, some seconds at most. NULL is fine. */
void plugged_destroy(struct plugged_finder *finder);

#endif
