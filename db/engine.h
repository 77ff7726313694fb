#ifndef DB_ENGINE_H
#define DB_ENGINE_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The seam between the store and a database: one connection, used by one thread at a time.
 * engine_sqlite.c and engine_open.c are the embedded engine. SQL is the common subset of SQLite and
 * PostgreSQL, with parameters $1, $2, … in the order in which they first appear.
 *
 * The first thing that fails inside a transaction is kept (engine_trouble); from then on queries
 * do nothing and the commit refuses, so that a use case asks once, at its end.
 */
struct engine;
struct query;

enum { ENGINE_LOOK_AGAIN_MS = 100, ENGINE_WAIT_MS = 5000 };

struct fault_plan;

struct engine_options {
	bool alone; /* a store under construction, which nobody else knows: no lock, no signal */
	struct fault_plan *faults; /* what is to go wrong (fault.h); NULL = nothing */
};

/*
 * Opens what is at `path`; never creates it. STORE_MISSING, _BUSY, _READ_ONLY, _DAMAGED or _FAILED
 * leave the cause in `out_error` and *out_engine NULL.
 *
 * A path "memory:NAME" is a store in this process's memory, shared by all who open that name, in
 * any thread. It has no files, no queue of writers and no descriptor to watch; a reader and a
 * writer wait for each other. It is there from its first commit (`alone` finds nothing yet, else
 * STORE_EXISTS) until the last who has the name open closes it.
 */
enum result engine_open(const char *path, const struct engine_options *options,
	struct engine **out_engine, char *out_error, size_t error_size);
void engine_close(struct engine *engine);

bool engine_is_in_memory(const char *path);

/*
 * Keeps what is or will be at "memory:NAME" until engine_close, whoever else closes it: for the
 * time between making a store there and opening it. OK, or STORE_FAILED with *out_engine NULL.
 */
enum result engine_hold(const char *path, struct engine **out_engine);

/*
 * Begins a write transaction in turn: writers queue for it. STORE_BUSY after ENGINE_WAIT_MS.
 * STORE_MISSING when the file at `path` is not the one that was opened any more: close and open.
 * On anything but OK no transaction is open.
 */
enum result engine_begin(struct engine *engine);

/* Begins a read transaction: all queries see one moment. Ends with engine_rollback. STORE_MISSING
 * as above. */
enum result engine_look(struct engine *engine);

/* Makes the transaction durable and tells the other programs; or undoes it and says why. */
enum result engine_commit(struct engine *engine);

/* Undoes the transaction; the other programs see nothing. */
void engine_rollback(struct engine *engine);

/*
 * A number that stays the same from one transaction to another exactly as long as nobody, here or
 * in another program, has committed anything: what was read in the one is what the other would
 * read. Asked in a transaction, or after a commit for what that one left. 0 = cannot be said.
 */
int64_t engine_version(struct engine *engine);

/* The first failure since the transaction began; OK when there was none. */
enum result engine_trouble(const struct engine *engine);

/* Wipes from memory the rows that were read and written; no transaction is open. The next one reads
 * its pages anew. */
void engine_forget(struct engine *engine);

/* Runs several statements (schema). */
enum result engine_script(struct engine *engine, const char *sql);

/* Writes what is in the store at this moment, and nothing that was deleted, into a file at `path`
 * that is not there yet or is empty. Outside a transaction. */
enum result engine_copy(struct engine *engine, const char *path);

/* The engine's own check of its whole file; out_trouble "" when intact. */
enum result engine_examine(struct engine *engine, char *out_trouble, size_t size);

/* ---- queries ---- */

/* Prepares `sql`, which must outlive the query. Never NULL; a failure is engine_trouble. */
struct query *engine_prepare(struct engine *engine, const char *sql);
void query_destroy(struct query *query);

/* False when it could not be prepared: it does nothing, so it must not be kept. */
bool query_is_ready(const struct query *query);

/* Forgets the last use: parameters are given anew from $1. */
void query_reset(struct query *query);

/* Gives the next parameter. Text is copied; NULL text is NULL. A time of -1 is NULL. */
void query_put_int(struct query *query, int64_t value);
void query_put_time(struct query *query, int64_t ms);
void query_put_text(struct query *query, const char *text);
void query_put_null(struct query *query);

/* The next row, if there is one; at the end, or on trouble, the query is reset. */
bool query_next(struct query *query);

/* For a statement without rows. */
void query_run(struct query *query);

/* The next column of the row. NULL reads as 0, as -1, as "". */
int64_t query_int(struct query *query);
int64_t query_time(struct query *query);
/* A place in a list of `count`; 0 for a number that is none, which only a damaged store holds. */
int query_place(struct query *query, int count);
void query_text(struct query *query, char *out_text, size_t size);

/* ---- changes by other programs ---- */

/* Starts watching; -1 and one log line when it cannot, -1 alone for a store in memory. The
 * descriptor is readable after a change. */
int engine_watch(struct engine *engine);

enum engine_news {
	ENGINE_SAME,     /* nothing, or only our own writing */
	ENGINE_CHANGED,  /* somebody committed */
	ENGINE_UNDERWAY, /* somebody is writing: ask again after ENGINE_LOOK_AGAIN_MS */
};

/* What happened since the last call. Asked again after ENGINE_UNDERWAY with nothing new, it
 * answers CHANGED once: the writer may have died between its commit and its word. */
enum engine_news engine_news(struct engine *engine);

#endif
