#ifndef DRIVERS_WORKER_H
#define DRIVERS_WORKER_H

#include "drivers/printer.h"

/*
 * One thread for one printer: slips in, states out, both as messages that carry their data. It
 * opens the device, looks at its state before and after each slip and every 2 s while something is
 * wrong, comes back after unplugging (backoff from 1 to 30 s, at once on hot-plug), sleeps while
 * all is well, and never prints a slip twice.
 *
 * A slip for a printer that is not well comes back at once with sent_any false. After a slip that
 * failed there is always a WORKER_STATE once the printer is well, even if nothing else changed:
 * the moment to send what is pending. The slip after one that ended in the middle clears the
 * printer's buffer first, so that it does not print into the torn one.
 */
enum worker_message_kind {
	WORKER_STATE, /* the printer's status changed; also the first one after start */
	WORKER_DONE,  /* the slip with this id went as `outcome` says */
};

struct worker_message {
	enum worker_message_kind kind;
	int64_t slip;
	struct printer_status status;
	struct printer_outcome outcome;
	const struct printer_profile *profile; /* of the open device; const table */
	char name[64];
};

/* Called on the worker's thread with a copy the receiver frees with free(). */
typedef void worker_deliver(void *context, struct worker_message *message);

struct worker;

/* `uri` is copied. NULL when no thread can be had. */
struct worker *worker_start(const char *uri, const struct printer_profile *profile,
	worker_deliver *deliver, void *context);

/* Queues a slip; bytes and dots are copied. One at a time: false while another is under way. */
bool worker_print(struct worker *worker, int64_t id, const struct printer_slip *slip);

/* Ends the thread; a slip under way is given 5 seconds. NULL is fine. */
void worker_stop(struct worker *worker);

#endif
