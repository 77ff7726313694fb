#ifndef DB_FAULT_H
#define DB_FAULT_H

#include <stdbool.h>

/*
 * What is to go wrong under a store, for tests and simulations: the program dies, the power goes
 * or the disk is full, at a moment that is named and so can be met again.
 *
 * A change is, of a store in a file, what SQLite does to the disk: a write, a truncation, a sync, a
 * file made or removed, growth of the shared index; of a store in memory, a statement that writes,
 * the commit, and the answer after it; `torn` and `lose_unsynced` mean nothing there.
 *
 * A plan is made as {0}, belongs to its maker, outlives every store opened with it and is used with
 * them by one thread at a time. Several stores may share one: they are on one machine.
 */
struct fault_plan {
	/*
	 * The change, as `changes` counts it, that is not made any more; 0 = none. All who have a
	 * store open with this plan then die: nothing of theirs reaches the disk, everything
	 * answers STORE_FAILED, and what is left is to close. `die_at` becomes 0; who opens now,
	 * lives.
	 */
	long die_at;
	/* A write that is died in reaches the disk in part, in sectors of 512 bytes. */
	bool torn;
	/* It was the power: what was not synced by then is gone. Set before opening; all must close
	 * before one opens again. */
	bool lose_unsynced;
	/* Nothing can grow: STORE_FULL. In memory, nothing can be written. */
	bool full;

	long changes; /* made or refused by a death so far; set to 0 to count anew */

	/* of fault_vfs.c and fault_writes.c */
	int deaths;
	struct fault_write *unsynced;
};

/* Whether one who opened when `life` was the plan's `deaths` is dead by now. */
bool fault_is_dead(const struct fault_plan *plan, int life);

/* Counts a change; false when it, or an earlier one, is died in and so must not be made. */
bool fault_allows(struct fault_plan *plan, int life);

/*
 * One connection's way to the disk: a VFS of SQLite's, over its default one, under a name of its
 * own. To be destroyed after the connection is closed. NULL when SQLite refuses it.
 */
struct fault_vfs;
struct fault_vfs *fault_vfs_create(struct fault_plan *plan);
void fault_vfs_destroy(struct fault_vfs *vfs);

/* For sqlite3_open_v2; borrowed. */
const char *fault_vfs_name(const struct fault_vfs *vfs);

#endif
