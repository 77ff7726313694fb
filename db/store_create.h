#ifndef DB_STORE_CREATE_H
#define DB_STORE_CREATE_H

#include "db/store.h"

/* Between store.c, store_create.c and store_copy.c only. */

/* A store around an engine, which it owns from now on. */
struct store *store_wrap(struct engine *engine);

/* Inside a write transaction: brings the tables from schema `version` to the newest. */
bool store_migrate(struct store *store, int version);

/* The same as an act of its own, whatever they are in; STORE_DAMAGED when they are no store's,
 * STORE_NEWER when this program does not know them. */
enum result store_bring_up(struct store *store);

/* How the file of a store is made: all of it at `draft`, where nothing is yet, or only files beside
 * it that are removed with it. Anything but OK leaves the cause in `out_error`. */
struct store_maker {
	enum result (*build)(const struct store_maker *maker, const char *draft, char *out_error,
		size_t error_size);
	store_fill *fill;
	void *context;
	struct store *source; /* of store_save */
	bool spares_draft;    /* what has the draft's name is somebody's: STORE_EXISTS */
	const char *from;     /* of store_restore */
};

/* Makes `path` all or nothing: built as "<path>-new", put on disk, moved. STORE_EXISTS. */
enum result store_make(
	const char *path, const struct store_maker *maker, char *out_error, size_t error_size);

/* The same for a store that programs will use: one at a time makes it, and a key that was not there
 * before goes with what could not be made. */
enum result store_make_in_turn(
	const char *path, const struct store_maker *maker, char *out_error, size_t error_size);

/* An empty file of a store, which `mode` is for; its cause in errno. */
enum result store_make_file(const char *path, unsigned mode);
enum result store_errno(int number);

#endif
