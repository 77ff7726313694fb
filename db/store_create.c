#include "db/store_create.h"

#include "app/base/log.h"
#include "app/base/text.h"
#include "db/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

enum result store_errno(int number)
{
	if (number == ENOSPC || number == EDQUOT || number == EFBIG) {
		return RESULT_STORE_FULL;
	}
	if (number == EACCES || number == EPERM || number == EROFS) {
		return RESULT_STORE_READ_ONLY;
	}
	return RESULT_STORE_FAILED;
}

static bool exists(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0;
}

/* What SQLite may have left beside a file under construction. */
static void remove_draft(const char *draft)
{
	static const char *const endings[] = {"", "-journal", "-wal", "-shm"};
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		char path[PATH_SIZE];
		text_format(path, sizeof path, "%s%s", draft, endings[i]);
		(void)unlink(path);
	}
}

/* The empty file, before SQLite sees it, because its mode is the one the -wal and -shm get. */
enum result store_make_file(const char *path, unsigned mode)
{
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (file < 0) {
		return store_errno(errno);
	}
	enum result result = fchmod(file, mode) == 0 ? RESULT_OK : store_errno(errno);
	close(file);
	return result;
}

/* An act changes a few bytes in a dozen places: small pages make what a commit has to checksum,
 * copy and force to the disk a quarter (12 kB instead of 49 for a number). Fixed for a file's life.
 */
static const char page_size[] = "PRAGMA page_size = 1024";

static enum result write_rows(struct store *store, store_fill *fill, void *context)
{
	enum result result = engine_script(store_engine(store), page_size);
	if (result == RESULT_OK) {
		result = store_begin(store);
	}
	if (result != RESULT_OK) {
		return result;
	}
	if (store_migrate(store, 0)) {
		result = fill(store, context);
	}
	if (result != RESULT_OK) {
		store_rollback(store);
		return result;
	}
	result = store_commit(store);
	if (result == RESULT_OK) {
		result = engine_script(store_engine(store), "PRAGMA journal_mode = WAL");
	}
	return result;
}

static enum result build(
	const char *path, store_fill *fill, void *context, char *out_error, size_t error_size)
{
	static const struct engine_options options = {.alone = true};
	struct engine *engine;
	enum result result = engine_open(path, &options, &engine, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	struct store *store = store_wrap(engine);
	result = write_rows(store, fill, context);
	store_close(store);
	return result;
}

static enum result build_new(
	const struct store_maker *maker, const char *draft, char *out_error, size_t error_size)
{
	enum result result = store_make_file(draft, 0660);
	if (result != RESULT_OK) {
		text_format(out_error, error_size, "%s: %s", draft, strerror(errno));
		return result;
	}
	return build(draft, maker->fill, maker->context, out_error, error_size);
}

static bool sync_path(const char *path, int flags)
{
	int file = open(path, flags | O_CLOEXEC);
	bool synced = file >= 0 && fsync(file) == 0;
	if (file >= 0) {
		close(file);
	}
	return synced;
}

static bool sync_folder(const char *path)
{
	char folder[PATH_SIZE];
	text_copy(folder, sizeof folder, path);
	char *slash = strrchr(folder, '/');
	if (slash == NULL) {
		text_copy(folder, sizeof folder, ".");
	} else {
		slash[slash == folder ? 1 : 0] = '\0';
	}
	return sync_path(folder, O_RDONLY | O_DIRECTORY);
}

/* Only now does the store exist, whole. */
static enum result publish(const char *draft, const char *path)
{
	if (sync_path(draft, O_RDWR) && rename(draft, path) == 0 && sync_folder(path)) {
		return RESULT_OK;
	}
	return store_errno(errno);
}

enum result store_make(
	const char *path, const struct store_maker *maker, char *out_error, size_t error_size)
{
	char log[PATH_SIZE], draft[PATH_SIZE];
	if (!text_format(log, sizeof log, "%s-wal", path) ||
		!text_format(draft, sizeof draft, "%s-new", path)) {
		text_format(out_error, error_size, "%s", strerror(ENAMETOOLONG));
		return RESULT_STORE_FAILED;
	}
	if (exists(path) || exists(log)) {
		text_format(out_error, error_size, "%s", exists(path) ? path : log);
		return RESULT_STORE_EXISTS;
	}
	if (!maker->spares_draft) {
		remove_draft(draft);
	} else if (exists(draft)) {
		text_format(out_error, error_size, "%s", draft);
		return RESULT_STORE_EXISTS;
	}
	enum result result = maker->build(maker, draft, out_error, error_size);
	if (maker->spares_draft && result == RESULT_STORE_EXISTS) {
		return result; /* it came between */
	}
	if (result == RESULT_OK) {
		result = publish(draft, path);
		if (result != RESULT_OK) {
			text_format(out_error, error_size, "%s: %s", path, strerror(errno));
		}
	}
	if (result != RESULT_OK) {
		remove_draft(draft);
	}
	return result;
}

static enum result make_locked(
	const char *path, const struct store_maker *maker, char *out_error, size_t error_size)
{
	char key[PATH_SIZE];
	/* The filling makes a key (app/desk/seal.c), unless an earlier store left its own. */
	bool has_key = text_format(key, sizeof key, "%s-key", path) && exists(key);
	enum result result = store_make(path, maker, out_error, error_size);
	if (result != RESULT_OK && result != RESULT_STORE_EXISTS && !has_key) {
		(void)unlink(key);
	}
	return result;
}

enum result store_make_in_turn(
	const char *path, const struct store_maker *maker, char *out_error, size_t error_size)
{
	char lock_path[PATH_SIZE];
	if (exists(path)) {
		text_format(out_error, error_size, "%s", path);
		return RESULT_STORE_EXISTS;
	}
	if (!text_format(lock_path, sizeof lock_path, "%s-lock", path)) {
		return RESULT_STORE_FAILED;
	}
	struct lock lock = {.file = lock_open(lock_path)};
	if (lock.file < 0) {
		int number = errno;
		text_format(out_error, error_size, "%s: %s", lock_path, strerror(number));
		return store_errno(number);
	}
	enum result result = lock_take(&lock, ENGINE_WAIT_MS);
	if (result == RESULT_OK) {
		result = make_locked(path, maker, out_error, error_size);
		lock_give(&lock);
	}
	close(lock.file);
	return result;
}

enum result store_create(
	const char *path, store_fill *fill, void *context, char *out_error, size_t error_size)
{
	const struct store_maker maker = {.build = build_new, .fill = fill, .context = context};
	return engine_is_in_memory(path) ? build(path, fill, context, out_error, error_size)
					 : store_make_in_turn(path, &maker, out_error, error_size);
}
