#ifndef APP_DESK_BACKUP_H
#define APP_DESK_BACKUP_H

#include "app/desk/desk.h"

/* What a copy of a store holds. */
struct desk_backup {
	int64_t events;   /* the newest of its log */
	int64_t as_of_ms; /* office time of that; -1 = it has none */
	bool with_key;    /* days can be sealed where it is */
};

/*
 * Writes the store as it is now to a new file at `path`, with "<path>-key" beside it: whoever has
 * both has all of the office, people's names too, so both are for their owner alone. The programs
 * go on meanwhile. An event tells of it. STORE_EXISTS, _FULL, _READ_ONLY, _DAMAGED and what else
 * the store answers leave the cause in `out_error`; then there is no file.
 */
enum result desk_backup(struct desk *desk, const char *path, struct desk_backup *out_backup,
	char *out_error, size_t error_size);

/*
 * Makes the store at `path` from a copy at `from`, all or nothing. What happened after the copy is
 * lost, so that today's numbers go on a thousand or more further (numbering_skip), and ids far
 * behind: neither a number nor a code is given twice. An event tells of it. STORE_EXISTS when a
 * store or another store's key is there; STORE_MISSING, _DAMAGED and _NEWER are said of the copy.
 * `at` as in desk_options.
 */
enum result desk_restore(const char *path, const char *from, const char *at,
	struct desk_backup *out_backup, char *out_error, size_t error_size);

#endif
