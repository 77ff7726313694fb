#ifndef DRIVERS_PRINT_PAGE_H
#define DRIVERS_PRINT_PAGE_H

#include "drivers/print_queue.h"

/* A PDF of A4 pages on its way to an office printer. Everything is borrowed. */
struct print_page {
	const void *bytes;
	size_t size;
	const char *title; /* what the server's list of jobs shows: nothing personal */
	bool (*is_cancelled)(void *context);
	void *context;
};

/* Which queue: "cups:NAME[,wait=SECONDS]", or "" for the usual one (print_queue_find_usual). */
bool print_page_is_uri(const char *uri);

/*
 * Prints one copy on the queue of `uri` and waits until the server says it is done, two minutes
 * unless the URI says otherwise: it may wake up, warm up, and be refilled. What became of it is in
 * `out_outcome`, a queue that cannot be had too; `out_name` is the queue's, "" when it cannot be
 * had.
 */
void print_page_send(const char *uri, const struct print_page *page,
	struct print_queue_name *out_name, struct printer_outcome *out_outcome);

#endif
