#ifndef DB_FAULT_WRITES_H
#define DB_FAULT_WRITES_H

#include "db/fault.h"

#include <sqlite3.h>

/*
 * What a power cut would undo: before every change of a file that was not synced since, the bytes
 * that stood there. Between fault_vfs.c and fault_writes.c only.
 */

/* Keeps the `amount` bytes at `offset`, as far as there are any, and the file's size. `path` and
 * `real` must live until fault_writes_forget. An answer of SQLite's. */
int fault_writes_keep(struct fault_plan *plan, const char *path, sqlite3_file *real,
	sqlite3_int64 offset, sqlite3_int64 amount);

/* The file was synced. */
void fault_writes_sync(struct fault_plan *plan, const char *path);

/* This handle is about to be closed; what went through it counts as synced. */
void fault_writes_forget(struct fault_plan *plan, const sqlite3_file *real);

/* The power is gone: undoes all that is kept, newest first. */
void fault_writes_undo(struct fault_plan *plan);

#endif
