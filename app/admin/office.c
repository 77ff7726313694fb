/* The office's settings as a file: out of the store, and into it. */
#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/export.h"
#include "app/desk/office_settings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Beside its place first, so that a full disk does not leave half a file over a good one. */
static bool write_file(const struct office_file *file, const char *path)
{
	char beside[PLACE_SIZE];
	if (!text_format(beside, sizeof beside, "%s.new", path)) {
		errno = ENAMETOOLONG;
		return false;
	}
	FILE *out = fopen(beside, "w");
	if (out == NULL) {
		return false;
	}
	bool right = office_file_write(file, out);
	right = fclose(out) == 0 && right && rename(beside, path) == 0;
	if (!right) {
		int cause = errno;
		(void)unlink(beside);
		errno = cause;
	}
	return right;
}

static int say_exported(struct admin *admin, const struct office_file *file, const char *path)
{
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(
			admin, json_pack("{s:s, s:s, s:i}", "file", path, "office",
				       file->office.code, "services", file->office.service_count));
	}
	return output_say(admin, "admin.office.exported", path);
}

/* "-" is stdout, so that an office can be compared with another. */
static int export_to(struct admin *admin, const struct office_file *file, const char *path)
{
	char cause[PLACE_SIZE + 200];
	if (strcmp(path, "-") == 0) {
		return office_file_write(file, stdout) ? ADMIN_DONE
						       : admin_fail(admin, "admin.no_output", "");
	}
	if (!write_file(file, path)) {
		text_format(cause, sizeof cause, "%s: %s", path, strerror(errno));
		return admin_fail(admin, "admin.office.not_written", cause);
	}
	return say_exported(admin, file, path);
}

/* The event first: no settings leave without one. */
int admin_office_export(struct admin *admin)
{
	struct office_file *file = memory_zeroed(1, sizeof *file);
	enum result result = desk_read_office(admin->desk, file);
	if (result == RESULT_OK) {
		result = desk_note_export(admin->desk, NULL, EXPORT_OFFICE, NULL, NULL);
	}
	int status = result == RESULT_OK ? export_to(admin, file, admin_operand(admin, 0))
					 : admin_refuse(admin, result, NULL);
	free(file);
	return status;
}

/* ---- into the store ---- */

enum { SHOWN_SIZE = 100 };

/* As much of a value as a line of the list has room for; "-" for none. */
static const char *shown(const char *value, char out_text[SHOWN_SIZE])
{
	if (value == NULL) {
		return "-";
	}
	if (!text_copy(out_text, SHOWN_SIZE - 3, value)) {
		text_format(out_text + strlen(out_text), 4, "…");
	}
	return out_text;
}

static json_t *differences_json(const struct office_differences *differences)
{
	json_t *list = json_array();
	for (size_t i = 0; i < differences->count; i++) {
		const struct office_difference *one = &differences->list[i];
		json_array_append_new(list, json_pack("{s:s, s:s?, s:s?}", "setting", one->name,
						    "before", one->before, "after", one->after));
	}
	return list;
}

static int say_imported(
	struct admin *admin, const struct office_differences *differences, bool only_look)
{
	char before[SHOWN_SIZE], after[SHOWN_SIZE], count[24];
	int status = ADMIN_DONE;
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin,
			json_pack("{s:b, s:o}", "saved", !only_look && differences->count > 0,
				"changes", differences_json(differences)));
	}
	for (size_t i = 0; i < differences->count && status == ADMIN_DONE; i++) {
		const struct office_difference *one = &differences->list[i];
		status = output_say(admin, "admin.office.change", one->name,
			shown(one->before, before), shown(one->after, after));
	}
	text_format(count, sizeof count, "%zu", differences->count);
	if (status != ADMIN_DONE) {
		return status;
	}
	return output_say(admin,
		differences->count == 0 ? "admin.office.same"
		: only_look             ? "admin.office.would_change"
					: "admin.office.imported",
		count);
}

int admin_office_import(struct admin *admin)
{
	char error[512] = "";
	bool only_look = admin_flag(admin, OPTION_DRY_RUN);
	struct office_differences differences = {0};
	struct office_file *file = memory_zeroed(1, sizeof *file);
	enum result result =
		office_file_read_all(admin_operand(admin, 0), file, error, sizeof error);
	if (result == RESULT_OK) {
		result = desk_import_office(
			admin->desk, file, NULL, only_look, &differences, error, sizeof error);
	}
	int status = result == RESULT_OK ? say_imported(admin, &differences, only_look)
					 : admin_refuse(admin, result, error);
	office_differences_finish(&differences);
	free(file);
	return status;
}

int admin_take_office(
	struct admin *admin, int (*take)(struct admin *admin, const struct office *file))
{
	char error[512] = "";
	struct office *office = memory_zeroed(1, sizeof *office);
	enum result result =
		office_file_read(admin_value(admin, OPTION_OFFICE), office, error, sizeof error);
	int status;
	if (result != RESULT_OK) {
		status = admin_refuse(admin, result, error);
	} else if (strcmp(office->code, desk_office(admin->desk)->code) != 0) {
		status = admin_fail(admin, "admin.services.other_office", office->name);
	} else {
		status = take(admin, office);
	}
	free(office);
	return status;
}
