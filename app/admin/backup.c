/* A copy of the store in one file, and the store out of such a copy. */
#include "app/desk/backup.h"
#include "app/admin/output.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

enum { ERROR_SIZE = PLACE_SIZE + 200 };

/* "2026-11-23 08.12", as people at a terminal sort files. */
static const char *moment(const struct office *office, int64_t ms, char out_text[32])
{
	char date[CALENDAR_DATE_SIZE], clock[16];
	if (ms < 0) {
		return "-";
	}
	calendar_date(office, ms, date);
	text_format(out_text, 32, "%s %s", date, output_clock(office, ms, clock));
	return out_text;
}

static int say_done(
	struct admin *admin, const char *key, const char *path, const struct desk_backup *backup)
{
	char as_of[32], events[24];
	text_format(events, sizeof events, "%" PRId64, backup->events);
	int status = output_say(admin, key, path,
		moment(desk_office(admin->desk), backup->as_of_ms, as_of), events);
	return status == ADMIN_DONE && !backup->with_key
		       ? output_line(admin, "admin.backup.no_key", NULL, 0)
		       : status;
}

static json_t *backup_json(
	const struct admin *admin, const char *file, const struct desk_backup *backup)
{
	return json_pack("{s:s, s:s, s:o, s:I, s:b}", "file", file, "store", admin->store, "as_of",
		output_time(desk_office(admin->desk), backup->as_of_ms), "events",
		(json_int_t)backup->events, "key", backup->with_key);
}

int admin_backup(struct admin *admin)
{
	char error[ERROR_SIZE] = "";
	const char *file = admin_operand(admin, 0);
	struct desk_backup backup = {0};
	enum result result = desk_backup(admin->desk, file, &backup, error, sizeof error);
	if (result == RESULT_STORE_EXISTS) {
		return admin_fail(admin, "admin.backup.exists", error);
	}
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error);
	}
	return admin_flag(admin, OPTION_JSON)
		       ? output_json(admin, backup_json(admin, file, &backup))
		       : say_done(admin, "admin.backup.done", file, &backup);
}

/* Of the copy, not of the store that is to be. */
static int refuse_copy(struct admin *admin, enum result result, const char *error)
{
	switch (result) {
	case RESULT_STORE_EXISTS: return admin_fail(admin, "admin.restore.exists", error);
	case RESULT_STORE_MISSING: return admin_fail(admin, "admin.restore.missing", error);
	case RESULT_STORE_DAMAGED: return admin_fail(admin, "admin.restore.damaged", error);
	default: return admin_refuse(admin, result, error);
	}
}

/* As the copy had it, so has the store to be: that it stands is not yet that it is right. */
static int prove(struct admin *admin, const char *file, const struct desk_backup *backup)
{
	struct desk_proof proof;
	enum result result = desk_verify(admin->desk, &proof);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		json_t *json = backup_json(admin, file, backup);
		json_object_set_new(json, "right", json_boolean(proof.right));
		int status = output_json(admin, json);
		return proof.right ? status : ADMIN_FAILED;
	}
	int status = say_done(admin, "admin.restore.done", admin->store, backup);
	if (status == ADMIN_DONE) {
		status = output_line(admin, "admin.restore.numbers", NULL, 0);
	}
	return status == ADMIN_DONE ? admin_verify(admin) : status;
}

int admin_restore(struct admin *admin)
{
	char error[ERROR_SIZE] = "";
	const char *file = admin_operand(admin, 0);
	struct desk_backup backup = {0};
	if (!place_make_parent(admin->store)) {
		return admin_fail(admin, "admin.no_folder", admin->store);
	}
	enum result result = desk_restore(
		admin->store, file, admin_value(admin, OPTION_AT), &backup, error, sizeof error);
	if (result != RESULT_OK) {
		return refuse_copy(admin, result, error);
	}
	result = admin_open_desk(admin, error, sizeof error);
	return result == RESULT_OK ? prove(admin, file, &backup)
				   : admin_refuse(admin, result, error);
}
