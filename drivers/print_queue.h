#ifndef DRIVERS_PRINT_QUEUE_H
#define DRIVERS_PRINT_QUEUE_H

#include "drivers/print_state.h"
#include "drivers/print_target.h"
#include "drivers/printer.h"

/*
 * A print queue of CUPS: slips (the cups: driver) and pages (a program that prints a PDF) go the
 * same way. The server is the one libcups finds: CUPS_SERVER, client.conf, this machine's socket.
 *
 * Every request is a connection of its own with a deadline of its own, so a server that hangs or is
 * restarted costs seconds, never the thread. The deadline is looked at in every tenth of a second
 * in which nothing comes; one that keeps sending nonsense without a pause is bounded by libcups
 * alone. libcups never asks for a password here: a server that wants one says DEVICE_DENIED. It
 * ignores SIGPIPE for the whole process.
 */
struct print_queue;

/*
 * Asks the server for the queue `name`: OK, DEVICE_UNKNOWN (no name for a queue), DEVICE_MISSING
 * (no such queue), PRINT_SERVICE (no server, or none that answers within a few seconds) or
 * DEVICE_DENIED, with *out_queue NULL. A worker tries this again and again: what the server said is
 * a line for GILIRAN_DEBUG only, and the caller tells the result, once. Of a queue that is open
 * every change of trouble is one log line.
 */
enum result print_queue_open(const char *name, struct print_queue **out_queue);
void print_queue_close(struct print_queue *queue);

/*
 * The names of the queues there are, at most `room`; a second at most. 0 also without a server that
 * answers, which is no trouble and not logged. A name that "cups:" cannot take, or nobody can read,
 * is left out.
 */
struct print_queue_name {
	char text[PRINT_QUEUE_NAME_MAX + 1];
};
size_t print_queue_list(struct print_queue_name *out_names, size_t room);

/* The server's default queue, or, when it has none, the only one there is; two seconds at most. */
bool print_queue_find_usual(struct print_queue_name *out_name);

/* What the server last said of it. */
const struct print_printer *print_queue_get_printer(const struct print_queue *queue);

/* Asks the server; blocks about half a second at most. How it is judged: print_state.h. `answers`
 * is true where the printer itself says when a job is done (`confirms` in print_state.h); every
 * other queue cannot know what became of the bytes. */
void print_queue_get_status(struct print_queue *queue, struct printer_status *out_status);

/* What to print. Everything is borrowed for the time of the call. */
struct print_work {
	const void *bytes;
	size_t size;
	const char *format; /* a MIME type: "application/pdf", "application/vnd.cups-raw" */
	const char *title;  /* what the server's list of jobs shows: nothing personal */
	/* Of the page, asked for when the queue has it; zeros = the queue's own paper. */
	struct print_size paper;
	int patience_ms; /* a job that is not done by then is cancelled */
	/* Asked a few times a second, also while a server keeps silent; true = cancel the job.
	 * NULL = never. */
	bool (*is_cancelled)(void *context);
	void *context;
};

/*
 * Prints one copy and waits until the server says it is done; blocks up to `patience_ms`, half a
 * minute before it while the document is sent, and ten seconds after is_cancelled said so (four to
 * connect, five to cancel), be the server as silent as it likes. Never sends it twice. The reason
 * is OK when the job completed, which is confirmed where the printer itself says so, and else only
 * says that the device took every byte. Else PRINT_CANCELLED (by is_cancelled or at the server),
 * DEVICE_STOPPED (the queue is paused or takes no jobs), DEVICE_FAILED (the server gave it up),
 * or, when its time was over, what the printer complains of, DEVICE_TIMEOUT if of nothing. A job
 * that failed is cancelled, so that it cannot come out later; `sent_any` is then false only if the
 * server says that it ended and was never begun.
 */
void print_queue_print(struct print_queue *queue, const struct print_work *work,
	struct printer_outcome *out_outcome);

#endif
