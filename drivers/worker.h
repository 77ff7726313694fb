#ifndef DRIVERS_WORKER_H
#define DRIVERS_WORKER_H

#include "app/base/result.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * One thread for one device, whatever it is. It opens the device, looks at it before and after each
 * piece of work and every 2 s while something is wrong, comes back after unplugging (backoff from 1
 * to 30 s, at once on hot-plug) and sleeps while all is well. What the device is and does stands in
 * a table of operations; printer_worker.h and board_worker.h are two.
 */
struct worker;

/* How a device is: OK or why not, and what else a program would want to be told about. */
struct worker_state {
	enum result reason;
	unsigned detail; /* the device's own; another number is news */
};

enum { WORKER_WATCH_FDS = 8 };

/* All are called on the worker's thread with the `device` of worker_start. */
struct worker_operations {
	const char *area; /* of log lines: "printer" */
	/* OK: the device is open and may be looked at. */
	enum result (*open)(void *device);
	void (*close)(void *device);
	/* Of the open device. DEVICE_MISSING: it is closed, and opened again when it may be back.
	 */
	struct worker_state (*look)(void *device);
	/* Does `work`, which it now owns; the device may be closed or unwell. Not OK: it failed,
	 * and the next good state is told in any case. */
	enum result (*perform)(void *device, struct worker *worker, void *work);
	/* `work` was handed over but not begun when the program ends; owns it. */
	void (*refuse)(void *device, void *work);
	/* The state is news. */
	void (*tell)(void *device, const struct worker_state *state);
	/* All four or none: descriptors that say when the device deserves a look. watch_open may
	 * give NULL, which has none. */
	void *(*watch_open)(void *device);
	void (*watch_close)(void *watch);
	size_t (*watch_fds)(void *watch, struct pollfd *out_fds); /* at most WORKER_WATCH_FDS */
	bool (*watch_read)(void *watch);
};

/*
 * Both are borrowed until worker_stop; `name` is what log lines call the device. NULL when no
 * thread can be had.
 */
struct worker *worker_start(
	const struct worker_operations *operations, void *device, const char *name);

/*
 * Hands `work` over and wakes the thread; never blocks. Work that was not begun yet comes back and
 * is the caller's again; else NULL.
 */
void *worker_hand(struct worker *worker, void *work);

/* For `perform`: whether it should give up, because the program has been ending for 5 s. */
bool worker_is_over(struct worker *worker);

/* For `perform`: whether newer work, or the end, is waiting. */
bool worker_is_wanted(struct worker *worker);

/* Tells the thread to end, and does not wait for it: worker_stop does. */
void worker_end(struct worker *worker);

/* Ends the thread; work under way is given 5 seconds. NULL is fine. */
void worker_stop(struct worker *worker);

#endif
