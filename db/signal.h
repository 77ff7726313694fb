#ifndef DB_SIGNAL_H
#define DB_SIGNAL_H

#include "db/engine.h"

/*
 * A small file that a writer bumps before it begins and after it has committed, and that the
 * others watch with inotify. It holds one number: odd while somebody writes, even after.
 * (Watching the store's own files would fire before the change can be read.)
 */
struct signal {
	const char *path; /* borrowed */
	int file;
	int watch;         /* inotify; -1 = not watching */
	uint32_t before;   /* the number when our own writing began */
	uint32_t known;    /* the number at our last look or after our own last commit */
	uint32_t underway; /* the odd number that was answered with ENGINE_UNDERWAY; 0 = none */
};

/* Opens `path`, which must outlive it, creating it with mode 0660; false with errno set. */
bool signal_init(struct signal *signal, const char *path);
void signal_finish(struct signal *signal);

/* Only under the writers' lock: writing begins; it was committed; it came to nothing. */
void signal_begin(struct signal *signal);
void signal_commit(struct signal *signal);
void signal_cancel(struct signal *signal);

/* See engine_watch and engine_news. */
int signal_watch(struct signal *signal);
enum engine_news signal_news(struct signal *signal);

#endif
