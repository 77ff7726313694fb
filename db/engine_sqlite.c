#include "db/engine_sqlite.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Of 1 KiB; an act writes about twelve, so the log is emptied every 170 acts or so. */
enum { LOG_PAGES = 2048, LOG_LIMIT = 4 * LOG_PAGES, PAGES_OF_AN_ACT = 64 };

struct query {
	struct engine *engine;
	sqlite3_stmt *statement; /* NULL when it could not be prepared */
	int place;               /* the parameter or column that comes next */
	bool dirty;              /* stepped or bound since the last reset */
};

/* SQLite knows only ENOSPC as "full"; a quota or a limit on file sizes is an I/O error to it. */
static bool writing_is_full(sqlite3 *connection)
{
	static const int files[] = {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER};
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		sqlite3_file *file = NULL;
		int number = 0;
		if (sqlite3_file_control(connection, "main", files[i], &file) == SQLITE_OK &&
			file != NULL && file->pMethods != NULL &&
			file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) ==
				SQLITE_OK &&
			engine_errno_is_full(number)) {
			return true;
		}
	}
	return engine_errno_is_full(sqlite3_system_errno(connection));
}

enum result engine_result_of(sqlite3 *connection, int code)
{
	switch (code & 0xff) {
	case SQLITE_OK:
	case SQLITE_ROW:
	case SQLITE_DONE: return RESULT_OK;
	case SQLITE_BUSY:
	case SQLITE_LOCKED: return RESULT_STORE_BUSY;
	case SQLITE_FULL: return RESULT_STORE_FULL;
	case SQLITE_READONLY:
	case SQLITE_PERM: return RESULT_STORE_READ_ONLY;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_ERROR: return RESULT_STORE_DAMAGED; /* tables that are not ours */
	case SQLITE_CANTOPEN: {
		int number = sqlite3_system_errno(connection);
		if (number == EACCES || number == EPERM || number == EROFS) {
			return RESULT_STORE_READ_ONLY;
		}
		return engine_errno_is_full(number) ? RESULT_STORE_FULL : RESULT_STORE_FAILED;
	}
	case SQLITE_IOERR:
		if (writing_is_full(connection)) {
			return RESULT_STORE_FULL;
		}
		return code == SQLITE_IOERR_CORRUPTFS ? RESULT_STORE_DAMAGED : RESULT_STORE_FAILED;
	default: return RESULT_STORE_FAILED;
	}
}

/* Keeps the first trouble of a transaction; what follows from it is not news. */
static void note_trouble(struct engine *engine, int code)
{
	if (engine->trouble != RESULT_OK) {
		return;
	}
	engine->trouble = engine_result_of(engine->connection, code);
	if (engine->trouble != RESULT_OK && engine->trouble != RESULT_STORE_BUSY) {
		log_error("store", "%s (%d)", sqlite3_errmsg(engine->connection), code);
	}
}

enum result engine_trouble(const struct engine *engine)
{
	return engine->trouble;
}

enum result engine_script(struct engine *engine, const char *sql)
{
	int code = sqlite3_exec(engine->connection, sql, NULL, NULL, NULL);
	note_trouble(engine, code);
	return engine_result_of(engine->connection, code);
}

static int say(struct engine *engine, enum engine_word word)
{
	static const char *const texts[ENGINE_WORDS] = {
		[ENGINE_WRITE] = "BEGIN IMMEDIATE",
		[ENGINE_READ] = "BEGIN",
		[ENGINE_COMMIT] = "COMMIT",
		[ENGINE_ROLLBACK] = "ROLLBACK",
	};
	sqlite3_stmt **statement = &engine->words[word];
	int code = SQLITE_OK;
	if (*statement == NULL) {
		code = sqlite3_prepare_v3(engine->connection, texts[word], -1,
			SQLITE_PREPARE_PERSISTENT, statement, NULL);
	}
	if (code == SQLITE_OK) {
		(void)sqlite3_step(*statement);
		code = sqlite3_reset(*statement);
	}
	return code;
}

static enum result say_well(struct engine *engine, enum engine_word word)
{
	int code = say(engine, word);
	note_trouble(engine, code);
	return engine_result_of(engine->connection, code);
}

/* ---- faults ---- */

static bool is_dead(const struct engine *engine)
{
	return engine->faults != NULL && fault_is_dead(engine->faults, engine->life);
}

/* A store in memory has no disk to fail, so its plan is asked here. */
static enum result change_in_memory(struct engine *engine)
{
	if (!engine->in_memory || engine->faults == NULL) {
		return RESULT_OK;
	}
	return fault_allows(engine->faults, engine->life) ? RESULT_OK : RESULT_STORE_FAILED;
}

/* Before a statement's first step. */
static enum result change_by(struct engine *engine, sqlite3_stmt *statement)
{
	if (!engine->in_memory || engine->faults == NULL || sqlite3_stmt_busy(statement) ||
		sqlite3_stmt_readonly(statement)) {
		return RESULT_OK;
	}
	return engine->faults->full ? RESULT_STORE_FULL : change_in_memory(engine);
}

/* ---- transactions ---- */

/* A file that was removed or put in another's place would take our numbers with it, while the next
 * program to start gives the same ones from the new file. */
static bool has_moved(struct engine *engine)
{
	int moved = 0;
	return engine->takes_turns &&
	       sqlite3_file_control(engine->connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
		       SQLITE_OK &&
	       moved != 0;
}

enum result engine_begin(struct engine *engine)
{
	assert(!engine->writing);
	engine->trouble = RESULT_OK;
	if (is_dead(engine)) {
		return RESULT_STORE_FAILED;
	}
	if (engine->takes_turns) {
		(void)lock_renew(&engine->lock.file, engine->lock_path);
		enum result result = lock_take(&engine->lock, ENGINE_WAIT_MS);
		if (result != RESULT_OK) {
			return result;
		}
		if (has_moved(engine)) {
			lock_give(&engine->lock);
			return RESULT_STORE_MISSING;
		}
		signal_begin(&engine->signal);
	}
	engine->writing = true;
	enum result result = say_well(engine, ENGINE_WRITE);
	if (result != RESULT_OK) {
		engine_rollback(engine);
	}
	return result;
}

enum result engine_look(struct engine *engine)
{
	assert(!engine->writing);
	engine->trouble = RESULT_OK;
	if (is_dead(engine)) {
		return RESULT_STORE_FAILED;
	}
	return has_moved(engine) ? RESULT_STORE_MISSING : say_well(engine, ENGINE_READ);
}

static void end_turn(struct engine *engine, bool committed)
{
	if (engine->writing && engine->takes_turns) {
		if (committed) {
			signal_commit(&engine->signal);
		} else {
			signal_cancel(&engine->signal);
		}
		lock_give(&engine->lock);
	}
	engine->writing = false;
}

/* What is in the log goes to its place in the file. What fails here is tried again at the next. */
static void empty_log(struct engine *engine)
{
	(void)sqlite3_wal_checkpoint_v2(
		engine->connection, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/*
 * Two syncs and thousands of pages are not for those who wait in line: whoever brings the log
 * past another LOG_PAGES empties it after the turn, while others write on. Only a log that never
 * gets empty that way is emptied by the one whose turn it is.
 */
static bool is_due(const struct engine *engine)
{
	return engine->log_pages >= LOG_PAGES && engine->log_pages % LOG_PAGES < PAGES_OF_AN_ACT;
}

enum result engine_commit(struct engine *engine)
{
	enum result result = engine->trouble;
	if (result == RESULT_OK) {
		result = change_in_memory(engine);
	}
	if (result == RESULT_OK) {
		result = say_well(engine, ENGINE_COMMIT);
	}
	if (result != RESULT_OK) {
		engine_rollback(engine);
		return result;
	}
	if (engine->log_pages >= LOG_LIMIT) {
		empty_log(engine);
	}
	end_turn(engine, true);
	if (engine->log_pages < LOG_LIMIT && is_due(engine)) {
		empty_log(engine);
	}
	return change_in_memory(engine);
}

void engine_rollback(struct engine *engine)
{
	if (!sqlite3_get_autocommit(engine->connection)) {
		(void)say(engine, ENGINE_ROLLBACK);
	}
	end_turn(engine, false);
}

/*
 * What SQLite itself goes by when it drops the pages it had read (and, unlike its PRAGMA
 * data_version, it counts our own commits too). A transaction that has read nothing yet does not
 * see what it will see.
 */
int64_t engine_version(struct engine *engine)
{
	unsigned version = 0;
	bool begun = sqlite3_get_autocommit(engine->connection) != 0 ||
		     sqlite3_txn_state(engine->connection, "main") != SQLITE_TXN_NONE;
	return begun && sqlite3_file_control(engine->connection, "main", SQLITE_FCNTL_DATA_VERSION,
				&version) == SQLITE_OK
		       ? (int64_t)version + 1
		       : 0;
}

enum result engine_copy(struct engine *engine, const char *path)
{
	assert(!engine->writing);
	engine->trouble = RESULT_OK;
	struct query *query = engine_prepare(engine, "VACUUM INTO $1");
	query_put_text(query, path);
	query_run(query);
	query_destroy(query);
	return engine->trouble;
}

enum result engine_examine(struct engine *engine, char *out_trouble, size_t size)
{
	char first[200] = "";
	struct query *query = engine_prepare(engine, "PRAGMA integrity_check(1)");
	if (query_next(query)) {
		query_text(query, first, sizeof first);
	}
	query_destroy(query);
	text_copy(out_trouble, size, strcmp(first, "ok") == 0 ? "" : first);
	return engine->trouble;
}

/* ---- queries ---- */

/* Our numbering holds only if the parameters first appear in order: $1, $2, … */
static void check_parameters(sqlite3_stmt *statement)
{
	for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
		char name[8];
		text_format(name, sizeof name, "$%d", i);
		assert(strcmp(sqlite3_bind_parameter_name(statement, i), name) == 0);
	}
}

struct query *engine_prepare(struct engine *engine, const char *sql)
{
	struct query *query = memory_zeroed(1, sizeof *query);
	query->engine = engine;
	query->place = 1;
	int code = sqlite3_prepare_v3(
		engine->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &query->statement, NULL);
	if (code != SQLITE_OK) {
		note_trouble(engine, code);
	} else {
		check_parameters(query->statement);
	}
	return query;
}

bool query_is_ready(const struct query *query)
{
	return query->statement != NULL;
}

void query_destroy(struct query *query)
{
	if (query == NULL) {
		return;
	}
	sqlite3_finalize(query->statement);
	free(query);
}

void query_reset(struct query *query)
{
	if (query->dirty && query->statement != NULL) {
		sqlite3_reset(query->statement);
		/* Personal data must not stay in a prepared statement. */
		sqlite3_clear_bindings(query->statement);
	}
	query->dirty = false;
	query->place = 1;
}

static void bound(struct query *query, int code)
{
	query->dirty = true;
	query->place++;
	note_trouble(query->engine, code);
}

void query_put_int(struct query *query, int64_t value)
{
	if (query->statement != NULL) {
		bound(query, sqlite3_bind_int64(query->statement, query->place, value));
	}
}

void query_put_time(struct query *query, int64_t ms)
{
	if (ms < 0) {
		query_put_null(query);
	} else {
		query_put_int(query, ms);
	}
}

void query_put_text(struct query *query, const char *text)
{
	if (query->statement != NULL) {
		bound(query, sqlite3_bind_text(
				     query->statement, query->place, text, -1, SQLITE_TRANSIENT));
	}
}

void query_put_null(struct query *query)
{
	if (query->statement != NULL) {
		bound(query, sqlite3_bind_null(query->statement, query->place));
	}
}

bool query_next(struct query *query)
{
	struct engine *engine = query->engine;
	if (query->statement != NULL && engine->trouble == RESULT_OK) {
		engine->trouble = change_by(engine, query->statement);
	}
	if (query->statement == NULL || engine->trouble != RESULT_OK) {
		query_reset(query);
		return false;
	}
	query->dirty = true;
	query->place = 0;
	int code = sqlite3_step(query->statement);
	if (code == SQLITE_ROW) {
		return true;
	}
	note_trouble(engine, code);
	query_reset(query);
	return false;
}

void query_run(struct query *query)
{
	while (query_next(query)) {
		;
	}
}

int64_t query_int(struct query *query)
{
	return sqlite3_column_int64(query->statement, query->place++);
}

int64_t query_time(struct query *query)
{
	int column = query->place++;
	if (sqlite3_column_type(query->statement, column) == SQLITE_NULL) {
		return -1;
	}
	return sqlite3_column_int64(query->statement, column);
}

int query_place(struct query *query, int count)
{
	int64_t place = query_int(query);
	return place >= 0 && place < count ? (int)place : 0;
}

void query_text(struct query *query, char *out_text, size_t size)
{
	const unsigned char *text = sqlite3_column_text(query->statement, query->place++);
	text_copy(out_text, size, text == NULL ? "" : (const char *)text);
}

/* ---- changes by other programs ---- */

/* Outside a transaction: a number that changes with every commit of another connection. */
static int64_t data_version(struct engine *engine)
{
	engine->trouble = RESULT_OK;
	struct query *query = engine_prepare(engine, "PRAGMA data_version");
	int64_t version = query_next(query) ? query_int(query) : engine->version;
	query_destroy(query);
	return version;
}

int engine_watch(struct engine *engine)
{
	if (engine->takes_turns) {
		return signal_watch(&engine->signal);
	}
	engine->version = data_version(engine);
	return -1;
}

enum engine_news engine_news(struct engine *engine)
{
	if (engine->takes_turns) {
		return signal_news(&engine->signal);
	}
	int64_t known = engine->version;
	engine->version = data_version(engine);
	return engine->version == known ? ENGINE_SAME : ENGINE_CHANGED;
}
