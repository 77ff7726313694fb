#include "db/engine_sqlite.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char memory_prefix[] = "memory:";

/* SQLite frees its pages when another program has written; the C library, which trims at 128 KiB,
 * would give them back to the system and ask for them again. */
enum { KEPT_BYTES = 1024 * 1024 };

/* WAL: readers never wait. FULL: a commit survives a power cut. The busy timeout is the backstop
 * behind our own lock; the size limit gives back what a long reader made the log grow to. */
static const char connection_settings[] = "PRAGMA busy_timeout = 5000;"
					  "PRAGMA synchronous = FULL;"
					  "PRAGMA foreign_keys = ON;"
					  "PRAGMA trusted_schema = OFF;"
					  "PRAGMA secure_delete = ON;"
					  "PRAGMA journal_size_limit = 8388608;";

bool engine_errno_is_full(int number)
{
	return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

bool engine_is_in_memory(const char *path)
{
	size_t length = strlen(memory_prefix);
	return strncmp(path, memory_prefix, length) == 0 && path[length] != '\0';
}

static struct engine *make_engine(const char *path, struct fault_plan *faults)
{
	struct engine *engine = memory_zeroed(1, sizeof *engine);
	engine->path = memory_string(path);
	engine->faults = faults;
	engine->life = faults != NULL ? faults->deaths : 0;
	engine->lock.file = -1;
	engine->signal = (struct signal){.file = -1, .watch = -1};
	return engine;
}

static int note_log(void *context, sqlite3 *connection, const char *name, int pages)
{
	struct engine *engine = context;
	(void)connection;
	(void)name;
	engine->log_pages = pages;
	return SQLITE_OK;
}

/* Before main, because it must come before SQLite's first use and from one thread; here, because
 * what a program does not call is left out of it, and every program that has a store opens it. */
__attribute__((constructor)) static void set_memory(void)
{
	engine_set_memory();
}

static enum result connect(struct engine *engine, const char *path, int flags, const char *vfs)
{
	(void)mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
	int code = sqlite3_open_v2(path, &engine->connection,
		flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, vfs);
	if (code != SQLITE_OK) {
		return engine_result_of(engine->connection, code);
	}
	sqlite3_extended_result_codes(engine->connection, 1);
	if (sqlite3_db_readonly(engine->connection, "main") == 1) {
		return RESULT_STORE_READ_ONLY;
	}
	/* Also puts SQLite's own emptying of the log, inside the commit, out of force. */
	sqlite3_wal_hook(engine->connection, note_log, engine);
	return engine_script(engine, connection_settings);
}

/* ---- a file ---- */

static enum result check_file(const char *path, char *out_error, size_t error_size)
{
	struct stat status;
	if (stat(path, &status) != 0) {
		int number = errno;
		text_format(out_error, error_size, "%s: %s", path, strerror(number));
		return number == ENOENT || number == ENOTDIR ? RESULT_STORE_MISSING
							     : RESULT_STORE_FAILED;
	}
	if (!S_ISREG(status.st_mode)) {
		text_format(out_error, error_size, "%s: not a file", path);
		return RESULT_STORE_FAILED;
	}
	return RESULT_OK;
}

static enum result open_side_files(struct engine *engine)
{
	char path[4096];
	if (!text_format(path, sizeof path, "%s-lock", engine->path)) {
		return RESULT_STORE_FAILED;
	}
	engine->lock_path = memory_string(path);
	engine->lock.file = lock_open(path);
	if (!text_format(path, sizeof path, "%s-signal", engine->path)) {
		return RESULT_STORE_FAILED;
	}
	engine->signal_path = memory_string(path);
	if (engine->lock.file >= 0 && signal_init(&engine->signal, engine->signal_path)) {
		return RESULT_OK;
	}
	if (engine_errno_is_full(errno)) {
		return RESULT_STORE_FULL;
	}
	return errno == EACCES || errno == EROFS || errno == EPERM ? RESULT_STORE_READ_ONLY
								   : RESULT_STORE_FAILED;
}

static enum result connect_file(struct engine *engine)
{
	if (engine->faults == NULL) {
		return connect(engine, engine->path, 0, NULL);
	}
	engine->vfs = fault_vfs_create(engine->faults);
	return engine->vfs != NULL ? connect(engine, engine->path, 0, fault_vfs_name(engine->vfs))
				   : RESULT_STORE_FAILED;
}

static enum result open_file(struct engine *engine, bool alone, char *out_error, size_t error_size)
{
	enum result result = check_file(engine->path, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	result = connect_file(engine);
	if (result != RESULT_OK) {
		text_format(out_error, error_size, "%s: %s", engine->path,
			sqlite3_errmsg(engine->connection));
		return result;
	}
	if (alone) {
		return RESULT_OK;
	}
	result = open_side_files(engine);
	if (result != RESULT_OK) {
		text_format(out_error, error_size, "%s-lock: %s", engine->path, strerror(errno));
		return result;
	}
	engine->takes_turns = true;
	return RESULT_OK;
}

/* ---- memory ---- */

/* SQLite's "memdb" shares what has one name, beginning with "/", among a process's connections. */
static enum result connect_memory(struct engine *engine)
{
	char name[256];
	engine->in_memory = true;
	if (!text_format(name, sizeof name, "/%s", engine->path + strlen(memory_prefix))) {
		return RESULT_STORE_FAILED;
	}
	return connect(engine, name, SQLITE_OPEN_CREATE, "memdb");
}

static bool has_pages(struct engine *engine)
{
	struct query *query = engine_prepare(engine, "PRAGMA page_count");
	bool some = query_next(query) && query_int(query) > 0;
	query_destroy(query);
	return some;
}

static enum result open_memory(
	struct engine *engine, bool alone, char *out_error, size_t error_size)
{
	enum result result = connect_memory(engine);
	if (result == RESULT_OK) {
		bool there = has_pages(engine);
		result = engine->trouble;
		if (result == RESULT_OK && there == alone) {
			result = there ? RESULT_STORE_EXISTS : RESULT_STORE_MISSING;
		}
	}
	if (result != RESULT_OK) {
		text_format(out_error, error_size, "%s", engine->path);
	}
	return result;
}

enum result engine_hold(const char *path, struct engine **out_engine)
{
	struct engine *engine = make_engine(path, NULL);
	enum result result = connect_memory(engine);
	if (result != RESULT_OK) {
		engine_close(engine);
		engine = NULL;
	}
	*out_engine = engine;
	return result;
}

/* ---- either ---- */

enum result engine_open(const char *path, const struct engine_options *options,
	struct engine **out_engine, char *out_error, size_t error_size)
{
	bool alone = options->alone;
	struct engine *engine = make_engine(path, options->faults);
	enum result result = engine_is_in_memory(path)
				     ? open_memory(engine, alone, out_error, error_size)
				     : open_file(engine, alone, out_error, error_size);
	if (result != RESULT_OK) {
		engine_close(engine);
		engine = NULL;
	}
	*out_engine = engine;
	return result;
}

void engine_close(struct engine *engine)
{
	if (engine == NULL) {
		return;
	}
	for (int i = 0; i < ENGINE_WORDS; i++) {
		sqlite3_finalize(engine->words[i]);
	}
	sqlite3_close(engine->connection);
	fault_vfs_destroy(engine->vfs);
	signal_finish(&engine->signal);
	if (engine->lock.file >= 0) {
		close(engine->lock.file);
	}
	free(engine->lock_path);
	free(engine->signal_path);
	free(engine->path);
	free(engine);
}
