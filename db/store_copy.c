/* A store's copy in one file, and a store out of one. */
#include "app/base/text.h"
#include "db/store_create.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, PIECE = 64 * 1024 };

/* Whether all of it can be read and fits together. */
static enum result examine(struct engine *engine, char *out_error, size_t error_size)
{
	char trouble[200];
	enum result result = engine_look(engine);
	if (result != RESULT_OK) {
		return result;
	}
	result = engine_examine(engine, trouble, sizeof trouble);
	engine_rollback(engine);
	if (result == RESULT_OK && trouble[0] != '\0') {
		text_copy(out_error, error_size, trouble);
		result = RESULT_STORE_DAMAGED;
	}
	return result;
}

/* Opens a file under construction, which nobody else knows, and examines it. */
static enum result open_draft(
	const char *draft, struct engine **out_engine, char *out_error, size_t error_size)
{
	static const struct engine_options options = {.alone = true};
	enum result result = engine_open(draft, &options, out_engine, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	result = examine(*out_engine, out_error, error_size);
	if (result != RESULT_OK) {
		engine_close(*out_engine);
		*out_engine = NULL;
	}
	return result;
}

/* ---- out of a store ---- */

static enum result make_own_file(const char *draft, char *out_error, size_t error_size)
{
	enum result result = store_make_file(draft, 0600);
	if (result != RESULT_OK) {
		result = errno == EEXIST ? RESULT_STORE_EXISTS : result;
		text_format(out_error, error_size, "%s: %s", draft, strerror(errno));
	}
	return result;
}

static enum result look_at(const struct store_maker *maker, struct engine *engine)
{
	struct store *copy = store_wrap(engine);
	enum result result = store_look(copy);
	if (result == RESULT_OK) {
		result = maker->fill(copy, maker->context);
		store_rollback(copy);
	}
	store_close(copy);
	return result;
}

static enum result build_copy(
	const struct store_maker *maker, const char *draft, char *out_error, size_t error_size)
{
	struct engine *engine;
	enum result result = make_own_file(draft, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	text_format(out_error, error_size, "%s", draft);
	result = engine_copy(store_engine(maker->source), draft);
	if (result == RESULT_OK) {
		result = open_draft(draft, &engine, out_error, error_size);
	}
	return result == RESULT_OK ? look_at(maker, engine) : result;
}

enum result store_save(struct store *store, const char *path, store_fill *look, void *context,
	char *out_error, size_t error_size)
{
	const struct store_maker maker = {.build = build_copy,
		.fill = look,
		.context = context,
		.source = store,
		.spares_draft = true};
	return store_make(path, &maker, out_error, error_size);
}

/* ---- into a store ---- */

static bool copy_bytes(int from, int to)
{
	char piece[PIECE];
	ssize_t size;
	while ((size = read(from, piece, sizeof piece)) > 0) {
		errno = ENOSPC; /* where a part is written and no cause said */
		if (write(to, piece, (size_t)size) != size) {
			return false;
		}
	}
	return size == 0;
}

/* -1 after the cause in errno. */
static int open_source(const char *from)
{
	struct stat status;
	int source = open(from, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (source >= 0 && (fstat(source, &status) != 0 || !S_ISREG(status.st_mode))) {
		close(source);
		errno = EINVAL;
		source = -1;
	}
	return source;
}

static enum result copy_into(int source, const char *to)
{
	enum result result = store_make_file(to, 0660);
	if (result != RESULT_OK) {
		return result;
	}
	int target = open(to, O_WRONLY | O_CLOEXEC);
	bool copied = target >= 0 && copy_bytes(source, target);
	int number = errno;
	if (target >= 0 && close(target) != 0 && copied) {
		copied = false;
		number = errno;
	}
	errno = number;
	return copied ? RESULT_OK : store_errno(number);
}

/* A copy on write-protected media could not be opened as a store. */
static enum result copy_file(const char *from, const char *to, char *out_error, size_t error_size)
{
	int source = open_source(from);
	if (source < 0) {
		int number = errno;
		text_format(out_error, error_size, "%s: %s", from, strerror(number));
		return number == ENOENT || number == ENOTDIR ? RESULT_STORE_MISSING
							     : store_errno(number);
	}
	enum result result = copy_into(source, to);
	if (result != RESULT_OK) {
		text_format(out_error, error_size, "%s: %s", to, strerror(errno));
	}
	close(source);
	return result;
}

/* Somebody may have copied the files of a store in use by hand: then its last acts are in the log.
 */
static enum result copy_log(const char *from, const char *draft, char *out_error, size_t error_size)
{
	char log[PATH_SIZE], draft_log[PATH_SIZE];
	text_format(draft_log, sizeof draft_log, "%s-wal", draft);
	if (!text_format(log, sizeof log, "%s-wal", from) || access(log, F_OK) != 0) {
		return RESULT_OK;
	}
	return copy_file(log, draft_log, out_error, error_size);
}

static enum result go_on(const struct store_maker *maker, struct store *store)
{
	enum result result = store_bring_up(store);
	if (result == RESULT_OK) {
		result = engine_script(store_engine(store), "PRAGMA journal_mode = WAL");
	}
	return result == RESULT_OK ? maker->fill(store, maker->context) : result;
}

static enum result build_again(
	const struct store_maker *maker, const char *draft, char *out_error, size_t error_size)
{
	struct engine *engine;
	enum result result = copy_file(maker->from, draft, out_error, error_size);
	if (result == RESULT_OK) {
		result = copy_log(maker->from, draft, out_error, error_size);
	}
	if (result == RESULT_OK) {
		result = open_draft(draft, &engine, out_error, error_size);
	}
	if (result == RESULT_OK) {
		struct store *store = store_wrap(engine);
		text_copy(out_error, error_size, maker->from);
		result = go_on(maker, store);
		store_close(store);
	}
	return result;
}

enum result store_restore(const char *path, const char *from, store_fill *fill, void *context,
	char *out_error, size_t error_size)
{
	const struct store_maker maker = {
		.build = build_again, .fill = fill, .context = context, .from = from};
	return store_make_in_turn(path, &maker, out_error, error_size);
}
