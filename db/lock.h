#ifndef DB_LOCK_H
#define DB_LOCK_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * The queue of the writers: flock on a file beside the store, because SQLite's own busy handler
 * has no order and starves waiters. The kernel gives it back when a program dies.
 */

struct lock {
	int file;            /* from lock_open() */
	int64_t turn_end_us; /* of the machine's ticks; 0 at the start */
};

/* Opens `path`, creating it with mode 0660. The descriptor, or -1 with errno set. */
int lock_open(const char *path);

/* Opens `path` anew when the file behind *lock was removed; whether it did. */
bool lock_renew(int *lock, const char *path);

/* Waits at most `limit_ms` for the lock: OK, STORE_BUSY or STORE_FAILED. */
enum result lock_take(struct lock *lock, int limit_ms);
void lock_give(struct lock *lock);

#endif
