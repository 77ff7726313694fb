#include "db/engine_sqlite.h"

#include "app/base/memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/*
 * SQLite's memory holds what visitors type: rows on their way, pages, temporary copies. It takes it
 * from here and gives it back here, where it is wiped, and it keeps none of its own: no lookaside,
 * no block of pages (sqlite.org/malloc.html §3). Lasting copies are given back by engine_forget.
 * What a statement may have to undo stays here too, in small pieces: by default it is 64 KiB for
 * nearly every statement, to be wiped after it, and beyond that a file in the temporary folder.
 * Statistics, which nobody reads, would cost a lock for each piece.
 */
static void *take(int size)
{
	return malloc((size_t)size);
}

static int size_of(void *memory)
{
	return (int)malloc_usable_size(memory);
}

static void give(void *memory)
{
	if (memory != NULL) {
		memory_wipe(memory, malloc_usable_size(memory));
		free(memory);
	}
}

/* Never by realloc(), which may leave the old place as it is. */
static void *take_anew(void *old, int size)
{
	size_t before = malloc_usable_size(old);
	size_t after = (size_t)size;
	void *memory = malloc(after);
	if (memory != NULL) {
		memcpy(memory, old, before < after ? before : after);
		give(old);
	}
	return memory;
}

static int round_up(int size)
{
	return (size + 7) & ~7;
}

static int begin(void *context)
{
	(void)context;
	return SQLITE_OK;
}

static void end(void *context)
{
	(void)context;
}

static const struct sqlite3_mem_methods methods = {
	.xMalloc = take,
	.xFree = give,
	.xRealloc = take_anew,
	.xSize = size_of,
	.xRoundup = round_up,
	.xInit = begin,
	.xShutdown = end,
};

void engine_set_memory(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
	(void)sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
	(void)sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	(void)sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}

void engine_forget(struct engine *engine)
{
	(void)sqlite3_db_release_memory(engine->connection);
}
