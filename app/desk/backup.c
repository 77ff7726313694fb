#include "app/desk/backup.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"

#include <stdlib.h>

/* Of the log as it stands in this transaction. */
static void read_newest(struct store *store, struct desk_backup *out_backup)
{
	struct event_head head = {0};
	event_rows_head(store, &head);
	*out_backup = (struct desk_backup){head.id, head.id > 0 ? head.office_ms : -1, false};
}

static void note_copy(struct desk *desk, enum event_kind kind, int64_t newest)
{
	struct event event = event_of(kind);
	event.refers = newest;
	(void)act_note_event(desk, &event, NULL);
}

/* ---- out of a store ---- */

static enum result note_backup(struct desk *desk, int64_t newest)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	note_copy(desk, EVENT_BACKED_UP, newest);
	return act_end(desk, RESULT_OK);
}

static enum result look_at_copy(struct store *copy, void *context)
{
	read_newest(copy, context);
	return store_trouble(copy);
}

enum result desk_backup(struct desk *desk, const char *path, struct desk_backup *out_backup,
	char *out_error, size_t error_size)
{
	enum result result =
		store_save(desk->store, path, look_at_copy, out_backup, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	out_backup->with_key = seal_copy_key(desk->path, path, 0600) == SEAL_COPIED;
	/* The copy is good, whatever becomes of the word about it. */
	result = note_backup(desk, out_backup->events);
	if (result != RESULT_OK) {
		log_warn("desk", "the log does not tell of the copy %s: %s", path,
			result_key(result));
	}
	return RESULT_OK;
}

/* ---- into a store ---- */

struct restoring {
	struct desk desk;
	struct desk_options options;
	const char *from;
	struct desk_backup *backup;
	char *error;
	size_t error_size;
};

static enum result take_key(struct restoring *restoring)
{
	enum seal_copy copied = seal_copy_key(restoring->from, restoring->desk.path, 0660);
	restoring->backup->with_key = copied == SEAL_COPIED;
	if (copied != SEAL_FAILED && copied != SEAL_OTHER && seal_is_own(&restoring->desk)) {
		return RESULT_OK;
	}
	text_format(restoring->error, restoring->error_size, "%s-key", restoring->desk.path);
	return copied == SEAL_FAILED ? RESULT_STORE_FAILED : RESULT_STORE_EXISTS;
}

static enum result note_restored(struct desk *desk, int64_t newest)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	note_copy(desk, EVENT_RESTORED, newest);
	store_skip_ids(desk->store);
	for (int i = 0; i < desk->office.service_count; i++) {
		ticket_rows_skip_sequence(desk->store, i, desk->date);
	}
	return act_end(desk, RESULT_OK);
}

static enum result go_on(struct store *store, void *context)
{
	struct restoring *restoring = context;
	struct desk *desk = &restoring->desk;
	desk->store = store;
	enum result result =
		act_load(desk, &restoring->options, restoring->error, restoring->error_size);
	if (result == RESULT_OK) {
		result = store_look(store);
	}
	if (result != RESULT_OK) {
		return result;
	}
	read_newest(store, restoring->backup);
	result = take_key(restoring);
	store_rollback(store);
	return result == RESULT_OK ? note_restored(desk, restoring->backup->events) : result;
}

enum result desk_restore(const char *path, const char *from, const char *at,
	struct desk_backup *out_backup, char *out_error, size_t error_size)
{
	struct restoring *restoring = memory_zeroed(1, sizeof *restoring);
	*restoring = (struct restoring){
		.options = {.store = path, .at = at, .device = "cli"},
		.from = from,
		.backup = out_backup,
		.error = out_error,
		.error_size = error_size,
	};
	text_copy(restoring->desk.device, sizeof restoring->desk.device, "cli");
	text_copy(restoring->desk.path, sizeof restoring->desk.path, path);
	enum result result = store_restore(path, from, go_on, restoring, out_error, error_size);
	free(restoring);
	return result;
}
