#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/hid.h"
#include "drivers/printer.h"

#include <inttypes.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum finding { FINE, WARN, BROKEN };

enum {
	MEGABYTE = 1024 * 1024,
	DISK_LOW_MB = 500,   /* years of tickets, but a full disk stops the whole machine */
	DISK_BROKEN_MB = 20, /* the write-ahead log alone may need 4 */
	LINE_SIZE = PLACE_SIZE + 256,
};

struct report {
	struct admin *admin;
	json_t *checks;
	bool broken;
};

static const char *const finding_names[] = {[FINE] = "ok", [WARN] = "warn", [BROKEN] = "broken"};

/* Adds one line: what was looked at, how it is, and in words what to do. */
static void find(struct report *report, const char *what, enum finding finding, const char *text)
{
	const struct language *language = report->admin->language;
	char key[64], state[64];
	json_array_append_new(report->checks, json_pack("{s:s, s:s, s:s}", "name", what, "state",
						      finding_names[finding], "text", text));
	report->broken = report->broken || finding == BROKEN;
	if (!admin_flag(report->admin, OPTION_JSON)) {
		text_format(key, sizeof key, "admin.doctor.%s", what);
		text_format(state, sizeof state, "admin.doctor.%s", finding_names[finding]);
		printf("%s · %s · %s\n", language_text(language, state),
			language_text(language, key), text);
	}
}

#define find_text(report, what, finding, key, ...)                                                 \
	do {                                                                                       \
		char line_[LINE_SIZE];                                                             \
		find(report, what, finding,                                                        \
			language_with((report)->admin->language, key, line_, sizeof line_,         \
				__VA_ARGS__));                                                     \
	} while (0)

/* Why a result is no good: its sentence of the .po files, and a detail in brackets. */
static void find_result(
	struct report *report, const char *what, enum result result, const char *detail)
{
	char key[64], line[LINE_SIZE];
	text_format(key, sizeof key, "result.%s", result_key(result));
	const char *sentence = language_text(report->admin->language, key);
	text_format(line, sizeof line, detail[0] ? "%s (%s)" : "%s%s", sentence, detail);
	find(report, what, BROKEN, line);
}

static void check_store(struct report *report)
{
	struct desk_health health;
	struct stat file;
	const char *path = report->admin->store;
	char schema[16], kilobytes[24];
	enum result result = desk_examine(report->admin->desk, &health);
	if (result != RESULT_OK) {
		find_result(report, "store", result, path);
	} else if (!health.intact) {
		find_text(report, "store", BROKEN, "admin.doctor.store_damaged", path,
			health.trouble);
	} else {
		text_format(schema, sizeof schema, "%d", health.schema);
		text_format(kilobytes, sizeof kilobytes, "%" PRId64,
			stat(path, &file) == 0 ? (int64_t)file.st_size / 1024 : 0);
		find_text(
			report, "store", FINE, "admin.doctor.store_fine", path, schema, kilobytes);
	}
}

static void check_disk(struct report *report)
{
	char path[PLACE_SIZE], megabytes[24];
	struct statvfs room;
	text_copy(path, sizeof path, report->admin->store);
	const char *folder = dirname(path);
	if (statvfs(folder, &room) != 0) {
		find_text(report, "disk", BROKEN, "admin.doctor.disk_unknown", folder);
		return;
	}
	uint64_t mb = (uint64_t)room.f_bavail * room.f_frsize / MEGABYTE;
	text_format(megabytes, sizeof megabytes, "%" PRIu64, mb);
	find_text(report, "disk",
		mb < DISK_BROKEN_MB ? BROKEN
		: mb < DISK_LOW_MB  ? WARN
				    : FINE,
		mb < DISK_LOW_MB ? "admin.doctor.disk_low" : "admin.doctor.disk_fine", megabytes,
		folder);
}

static void check_permissions(struct report *report)
{
	char path[PLACE_SIZE];
	struct stat file;
	text_copy(path, sizeof path, report->admin->store);
	const char *folder = dirname(path);
	const char *store = report->admin->store;
	if (access(folder, R_OK | W_OK | X_OK) != 0) {
		find_text(report, "permissions", BROKEN, "admin.doctor.rights_missing", folder);
	} else if (stat(store, &file) != 0) {
		return; /* the line about the store says that it is missing */
	} else if (access(store, R_OK | W_OK) != 0) {
		find_text(report, "permissions", BROKEN, "admin.doctor.rights_missing", store);
	} else if (file.st_mode & S_IRWXO) {
		find_text(report, "permissions", WARN, "admin.doctor.rights_open", store, store);
	} else {
		find_text(report, "permissions", FINE, "admin.doctor.rights_fine", store);
	}
}

static enum desk_clock find_clock(struct desk *desk)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	(void)desk_view(desk, 0, view);
	enum desk_clock clock = view->clock;
	free(view);
	return clock;
}

static void check_clock(struct report *report)
{
	struct desk *desk = report->admin->desk;
	const struct office *office = desk_office(desk);
	enum desk_clock clock = find_clock(desk);
	struct instant now;
	char ours[CALENDAR_TIME_SIZE], theirs[CALENDAR_TIME_SIZE];
	desk_now(desk, &now);
	calendar_format(office, now.office_ms, ours);
	calendar_format(office, now.wall_ms, theirs);
	if (clock == DESK_CLOCK_BEHIND) {
		find_text(report, "clock", BROKEN, "admin.doctor.clock_behind", theirs, ours);
	} else if (clock == DESK_CLOCK_AHEAD) {
		find_text(report, "clock", WARN, "admin.doctor.clock_ahead", theirs);
	} else {
		find_text(report, "clock", FINE,
			desk_is_training(desk) ? "admin.doctor.clock_training"
					       : "admin.doctor.clock_fine",
			ours);
	}
}

/* Without its list an office would be open on a holiday. */
static void check_calendar(struct report *report)
{
	const struct office *office = desk_office(report->admin->desk);
	struct instant now;
	char year[16];
	desk_now(report->admin->desk, &now);
	int missing = calendar_missing_year(office, now.office_ms);
	text_format(year, sizeof year, "%d", missing);
	find_text(report, "calendar", missing ? WARN : FINE,
		missing ? "admin.doctor.calendar_missing" : "admin.doctor.calendar_fine", year);
}

/* The files of Debian 12's fonts-inter and fonts-materialdesignicons-webfont that screens read. */
static void check_fonts(struct report *report)
{
	static const char *const files[] = {
		"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
		"/usr/share/fonts/opentype/inter/Inter-Medium.otf",
		"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
		"/usr/share/fonts/opentype/inter/InterDisplay-Medium.otf",
		"/usr/share/fonts/opentype/inter/InterDisplay-SemiBold.otf",
		"/usr/share/fonts/opentype/inter/InterDisplay-Bold.otf",
		("/usr/share/fonts/truetype/materialdesignicons-webfont/"
		 "materialdesignicons-webfont.ttf"),
	};
	bool all = true;
	for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
		if (access(files[i], R_OK) != 0) {
			find_text(report, "fonts", BROKEN, "admin.doctor.fonts_missing", files[i]);
			all = false;
		}
	}
	if (all) {
		find(report, "fonts", FINE,
			language_text(report->admin->language, "admin.doctor.fonts_fine"));
	}
}

static void check_texts(struct report *report)
{
	char assets[PLACE_SIZE] = "", folder[PLACE_SIZE + 8];
	bool found = place_assets(assets, sizeof assets);
	text_format(folder, sizeof folder, "%s/text", assets);
	struct language *indonesian = found ? language_open(folder, "id") : NULL;
	struct language *english = found ? language_open(folder, "en") : NULL;
	bool both = indonesian && english;
	find_text(report, "texts", both ? FINE : BROKEN,
		both ? "admin.doctor.texts_fine" : "admin.doctor.texts_missing", folder);
	language_close(indonesian);
	language_close(english);
}

static void check_programs(struct report *report)
{
	static const char *const names[] = {"giliran-kiosk", "giliran-console", "giliran-display"};
	bool all = true;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char path[PLACE_SIZE] = "";
		if (!place_program(names[i], path, sizeof path) || access(path, X_OK) != 0) {
			find_text(report, "programs", BROKEN, "admin.doctor.program_missing",
				path[0] ? path : names[i]);
			all = false;
		}
	}
	if (all) {
		find(report, "programs", FINE,
			language_text(report->admin->language, "admin.doctor.programs_fine"));
	}
}

/* The printer named on the command line, asked directly. */
static void check_printer(struct report *report, const char *uri)
{
	struct printer *printer = NULL;
	struct printer_status status = {0};
	enum result result = printer_open(uri, NULL, &printer);
	if (result != RESULT_OK) {
		find_result(report, "printer", result, uri);
		return;
	}
	printer_get_status(printer, &status);
	const char *name = printer_get_name(printer);
	if (status.reason != RESULT_OK) {
		find_result(report, "printer", status.reason, name);
	} else {
		find_text(report, "printer", status.near_end || !status.answers ? WARN : FINE,
			status.near_end  ? "admin.doctor.printer_low"
			: status.answers ? "admin.doctor.printer_fine"
					 : "admin.doctor.printer_silent",
			name);
	}
	printer_close(printer);
}

/* The installer may have to name one of these. */
static void find_others(struct report *report, const char *what)
{
	struct hid_found *found = memory_zeroed(HID_LIST, sizeof *found);
	size_t count = hid_list(found, HID_LIST);
	for (size_t i = 0; i < count; i++) {
		const struct hid_facts *facts = &found[i].facts;
		char uri[64];
		text_format(uri, sizeof uri, "%s:%04x:%04x", what, (unsigned)facts->vendor,
			(unsigned)facts->product);
		find_text(report, what, WARN, "admin.doctor.input_other", facts->name, uri);
	}
	free(found);
}

/* The scanner or keypad named on the command line; it is grabbed for a moment only. */
static void check_input(struct report *report, const char *what, const char *uri)
{
	struct hid_wish wish;
	struct hid_device *device = NULL;
	enum result result =
		hid_wish_read(uri, &wish) ? hid_open(&wish, &device) : RESULT_DEVICE_UNKNOWN;
	if (result == RESULT_OK) {
		const struct hid_found *found = hid_get_found(device);
		find_text(report, what, FINE, "admin.doctor.input_fine", found->facts.name,
			found->path);
	} else if (result == RESULT_DEVICE_HELD) {
		find_text(report, what, WARN, "admin.doctor.input_held", uri);
	} else {
		find_result(report, what, result, uri);
		find_others(report, what);
	}
	hid_close(device);
}

/* "scanner" of "kiosk-1/scanner". */
static const char *part_of(const struct view_device *device)
{
	static const char *const parts[] = {"scanner", "keypad"};
	const char *slash = strrchr(device->name, '/');
	for (size_t i = 0; slash != NULL && i < sizeof parts / sizeof parts[0]; i++) {
		if (strcmp(slash + 1, parts[i]) == 0) {
			return parts[i];
		}
	}
	return "printer";
}

/* What the screens' programs last said of their devices. */
static void check_devices(struct report *report)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	if (desk_view(report->admin->desk, 0, view) == RESULT_OK) {
		for (int i = 0; i < view->device_count; i++) {
			const struct view_device *device = &view->devices[i];
			if (device->reason != RESULT_OK) {
				find_result(report, part_of(device), device->reason, device->name);
			} else {
				find_text(report, part_of(device), device->near_end ? WARN : FINE,
					device->near_end ? "admin.doctor.device_low"
							 : "admin.doctor.device_fine",
					device->name);
			}
		}
	}
	free(view);
}

int admin_doctor(struct admin *admin)
{
	struct report report = {.admin = admin, .checks = json_array()};
	char error[512] = "";
	enum result result = admin_open_desk(admin, error, sizeof error);
	if (result != RESULT_OK) {
		find_result(&report, "store", result, error[0] ? error : admin->store);
	} else {
		check_store(&report);
		check_clock(&report);
		check_calendar(&report);
		check_devices(&report);
	}
	check_disk(&report);
	check_permissions(&report);
	check_fonts(&report);
	check_texts(&report);
	check_programs(&report);
	if (admin_flag(admin, OPTION_PRINTER)) {
		check_printer(&report, admin_value(admin, OPTION_PRINTER));
	}
	if (admin_flag(admin, OPTION_SCANNER)) {
		check_input(&report, "scanner", admin_value(admin, OPTION_SCANNER));
	}
	if (admin_flag(admin, OPTION_KEYPAD)) {
		check_input(&report, "keypad", admin_value(admin, OPTION_KEYPAD));
	}
	int status = report.broken ? ADMIN_FAILED : ADMIN_DONE;
	json_t *json = json_pack("{s:b, s:o}", "ok", !report.broken, "checks", report.checks);
	if (!admin_flag(admin, OPTION_JSON)) {
		json_decref(json);
	} else if (output_json(admin, json) != ADMIN_DONE) {
		status = ADMIN_FAILED;
	}
	return status;
}
