#ifndef DB_STORE_H
#define DB_STORE_H

#include "app/base/result.h"
#include "db/engine.h"
#include "db/fault.h"
#include "db/statements.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The store of one office: an engine, its statements, and its schema version. Rows are read and
 * written by the db/<thing>_rows.h files, all inside a transaction.
 */
struct store;

/*
 * Opens the store at `path`, brought up to this program's schema. STORE_MISSING (never created
 * silently), _BUSY, _READ_ONLY, _FULL, _NEWER, _DAMAGED or _FAILED leave the path and the cause in
 * `out_error`; *out_store is then NULL. `faults` is what is to go wrong (fault.h), usually NULL.
 */
enum result store_open(const char *path, struct fault_plan *faults, struct store **out_store,
	char *out_error, size_t error_size);
void store_close(struct store *store);

/* Writes a new store's first rows; anything but OK gives up the creation. */
typedef enum result store_fill(struct store *store, void *context);

/*
 * Creates a store: all or nothing, with the key "<path>-key" that `fill` may make. It is built
 * beside `path` as "<path>-new" and moved there when it is complete and on disk. STORE_EXISTS when
 * something is at `path`, or when the write-ahead log of an earlier store still lies there (it may
 * hold what is nowhere else). A store in memory
 * ("memory:NAME", engine.h) is gone at once unless somebody holds the name (engine_hold).
 */
enum result store_create(
	const char *path, store_fill *fill, void *context, char *out_error, size_t error_size);

/*
 * Writes the store as it is at this moment to a new file, which is the whole of it (no log beside
 * it) and for its owner's eyes alone: built as "<path>-new", examined, and moved there when it is
 * on disk. Outside a transaction; the other programs go on. `look` is given the finished copy, in a
 * transaction for reading. STORE_EXISTS when something has either name, STORE_DAMAGED when the
 * copy, and so the store, is not intact.
 */
enum result store_save(struct store *store, const char *path, store_fill *look, void *context,
	char *out_error, size_t error_size);

/*
 * Creates the store at `path` like store_create, from a copy of a store at `from`, whose log may
 * lie beside it; `from` is only read. It is examined and brought up to this program's schema before
 * `fill` gets it, outside a transaction, to write how it goes on; anything but OK gives it up.
 * Nor is a store made in memory. STORE_MISSING, _DAMAGED or _NEWER: of `from`.
 */
enum result store_restore(const char *path, const char *from, store_fill *fill, void *context,
	char *out_error, size_t error_size);

/* Transactions: see engine.h. Every begin or look ends with commit or rollback. */
enum result store_begin(struct store *store);
enum result store_look(struct store *store);
enum result store_commit(struct store *store);
void store_rollback(struct store *store);
enum result store_trouble(const struct store *store);
int64_t store_version(struct store *store);

/* The statement, ready for its parameters. */
struct query *store_query(struct store *store, enum statement statement);

/*
 * The id that comes after the newest, which `statement` (STATEMENT_…_NEXT_ID) reads, inside a write
 * transaction. A store that was restored goes on far behind (store_skip_ids).
 */
int64_t store_next_id(struct store *store, enum statement statement);

/*
 * All ids from now on are a million further: what a lost store may have given since its copy was
 * made is not given again, nor are the codes that are drawn from ids. Inside a write transaction.
 */
void store_skip_ids(struct store *store);

/* For engine_watch, engine_news, engine_examine and engine_forget. */
struct engine *store_engine(struct store *store);

/* Named values of the store; "" when there is none. */
void store_get_meta(struct store *store, const char *name, char *out_value, size_t size);
void store_set_meta(struct store *store, const char *name, const char *value);

/* The schema version the rows are in. */
int store_schema(struct store *store);

/* Office time of one boot of the machine: boot time + offset_ms. `suspect`: its wall clock was far
 * ahead of all that had happened when it was anchored, and nobody has confirmed it since. */
struct store_boot {
	int64_t offset_ms;
	bool suspect;
};
/* False when the boot has no event yet. */
bool store_get_boot(struct store *store, const char *boot_id, struct store_boot *out_boot);
void store_set_boot(struct store *store, const char *boot_id, const struct store_boot *boot);

#endif
