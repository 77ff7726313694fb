#ifndef DRIVERS_PRINTER_WORKER_H
#define DRIVERS_PRINTER_WORKER_H

#include "drivers/printer.h"

/*
 * A worker (worker.h) for one printer: slips in, states out, both as messages that carry their
 * data. It never prints a slip twice.
 *
 * A slip for a printer that is not well comes back at once with sent_any false. After a slip that
 * failed there is always a PRINTER_STATE once the printer is well, even if nothing else changed:
 * the moment to send what is pending. The slip after one that ended in the middle, and the first
 * to a printer that was opened, clears the printer's buffer first, so that it does not print into a
 * torn one.
 */
enum printer_message_kind {
	PRINTER_STATE, /* the printer's status changed; also the first one after start */
	PRINTER_DONE,  /* the slip with this id went as `outcome` says */
};

struct printer_message {
	enum printer_message_kind kind;
	int turn; /* of the printer that says so (struct printer_wanted) */
	int64_t slip;
	struct printer_status status;
	struct printer_outcome outcome;
	const struct printer_profile *profile; /* of the open device; const table */
	char name[64];
};

/* Called on the worker's thread with a copy the receiver frees with free(). */
typedef void printer_deliver(void *context, struct printer_message *message);

struct printer_worker;

/* Which printer, and which one was there before it. */
struct printer_wanted {
	const char *uri;                       /* copied */
	const struct printer_profile *profile; /* NULL = by what the device says of itself */
	int turn;                              /* a number of the caller's; messages carry it */
	/* A worker that the new one ends, and waits for on its own thread before it opens its
	 * device: the two may be one printer. NULL = none. */
	struct printer_worker *before;
};

/* Never waits. NULL when no thread can be had; `before` is then still the caller's. */
struct printer_worker *printer_worker_start(
	const struct printer_wanted *wanted, printer_deliver *deliver, void *context);

/* Queues a slip; bytes and dots are copied. One at a time: false while another is under way. */
bool printer_worker_print(
	struct printer_worker *printer, int64_t id, const struct printer_slip *slip);

/* Tells the thread to end without waiting for it; then it is to be stopped, or is `before` of
 * another. NULL is fine. */
void printer_worker_end(struct printer_worker *printer);

/* Ends the thread; a slip under way is given 5 seconds, and giving it up takes at most ten more
 * where a print server hangs (print_queue.h). NULL is fine. */
void printer_worker_stop(struct printer_worker *printer);

#endif
