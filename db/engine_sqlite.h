#ifndef DB_ENGINE_SQLITE_H
#define DB_ENGINE_SQLITE_H

#include "db/engine.h"
#include "db/fault.h"
#include "db/lock.h"
#include "db/signal.h"

#include <sqlite3.h>

/* Words that are said in every transaction, prepared once. */
enum engine_word { ENGINE_WRITE, ENGINE_READ, ENGINE_COMMIT, ENGINE_ROLLBACK, ENGINE_WORDS };

/* Between engine_sqlite.c and engine_open.c only. */
struct engine {
	sqlite3 *connection;
	sqlite3_stmt *words[ENGINE_WORDS];
	int log_pages; /* in the write-ahead log after the last commit here */
	char *path;
	bool in_memory;
	bool takes_turns; /* a file that others know too: it has a lock and a signal */
	char *lock_path, *signal_path;
	struct lock lock;
	struct signal signal;
	int64_t version;           /* of the data at the last engine_news without a signal */
	struct fault_plan *faults; /* NULL = none */
	int life;                  /* the plan's deaths when this was opened */
	struct fault_vfs *vfs;     /* NULL = SQLite's own */
	bool writing;
	enum result trouble;
};

/* What an answer of SQLite means; for SQLITE_IOERR and _CANTOPEN it asks for errno. */
enum result engine_result_of(sqlite3 *connection, int code);

/* Makes SQLite take its memory from engine_memory.c; before its first use. */
void engine_set_memory(void);

/* No room left, in one of the ways a system says it. */
bool engine_errno_is_full(int number);

#endif
