#include "app/admin/doctor.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum {
	MEGABYTE = 1024 * 1024,
	DISK_LOW_MB = 500,   /* years of tickets, but a full disk stops the whole machine */
	DISK_BROKEN_MB = 20, /* the write-ahead log alone may need 4 */
};

const char *doctor_finding_name(enum finding finding)
{
	static const char *const names[] = {[FINE] = "ok", [WARN] = "warn", [BROKEN] = "broken"};
	return names[finding];
}

const char *doctor_what(const struct report *report, const char *what)
{
	char key[64];
	text_format(key, sizeof key, "admin.doctor.%s", what);
	return language_text(report->admin->language, key);
}

const char *doctor_finding(const struct report *report, enum finding finding)
{
	return doctor_what(report, doctor_finding_name(finding));
}

void doctor_find(struct report *report, const char *what, enum finding finding, const char *text)
{
	json_array_append_new(report->checks, json_pack("{s:s, s:s, s:s}", "name", what, "state",
						      doctor_finding_name(finding), "text", text));
	report->broken = report->broken || finding == BROKEN;
	if (!admin_flag(report->admin, OPTION_JSON)) {
		printf("%s · %s · %s\n", doctor_finding(report, finding), doctor_what(report, what),
			text);
	}
}

void doctor_find_result(
	struct report *report, const char *what, enum result result, const char *detail)
{
	char key[64], line[DOCTOR_LINE_SIZE];
	text_format(key, sizeof key, "result.%s", result_key(result));
	const char *sentence = language_text(report->admin->language, key);
	text_format(line, sizeof line, detail[0] ? "%s (%s)" : "%s%s", sentence, detail);
	doctor_find(report, what, BROKEN, line);
}

static void check_store(struct report *report)
{
	struct desk_health health;
	struct stat file;
	const char *path = report->admin->store;
	char schema[16], kilobytes[24];
	enum result result = desk_examine(report->admin->desk, &health);
	if (result != RESULT_OK) {
		doctor_find_result(report, "store", result, path);
	} else if (!health.intact) {
		doctor_find_text(report, "store", BROKEN, "admin.doctor.store_damaged", path,
			health.trouble);
	} else {
		text_format(schema, sizeof schema, "%d", health.schema);
		text_format(kilobytes, sizeof kilobytes, "%" PRId64,
			stat(path, &file) == 0 ? (int64_t)file.st_size / 1024 : 0);
		doctor_find_text(
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
		doctor_find_text(report, "disk", BROKEN, "admin.doctor.disk_unknown", folder);
		return;
	}
	uint64_t mb = (uint64_t)room.f_bavail * room.f_frsize / MEGABYTE;
	text_format(megabytes, sizeof megabytes, "%" PRIu64, mb);
	doctor_find_text(report, "disk",
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
		doctor_find_text(
			report, "permissions", BROKEN, "admin.doctor.rights_missing", folder);
	} else if (stat(store, &file) != 0) {
		return; /* the line about the store says that it is missing */
	} else if (access(store, R_OK | W_OK) != 0) {
		doctor_find_text(
			report, "permissions", BROKEN, "admin.doctor.rights_missing", store);
	} else if (file.st_mode & S_IRWXO) {
		doctor_find_text(
			report, "permissions", WARN, "admin.doctor.rights_open", store, store);
	} else {
		doctor_find_text(report, "permissions", FINE, "admin.doctor.rights_fine", store);
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
		doctor_find_text(
			report, "clock", BROKEN, "admin.doctor.clock_behind", theirs, ours);
	} else if (clock == DESK_CLOCK_AHEAD) {
		doctor_find_text(report, "clock", WARN, "admin.doctor.clock_ahead", theirs);
	} else {
		doctor_find_text(report, "clock", FINE,
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
	doctor_find_text(report, "calendar", missing ? WARN : FINE,
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
			doctor_find_text(
				report, "fonts", BROKEN, "admin.doctor.fonts_missing", files[i]);
			all = false;
		}
	}
	if (all) {
		doctor_find(report, "fonts", FINE,
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
	doctor_find_text(report, "texts", both ? FINE : BROKEN,
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
			doctor_find_text(report, "programs", BROKEN, "admin.doctor.program_missing",
				path[0] ? path : names[i]);
			all = false;
		}
	}
	if (all) {
		doctor_find(report, "programs", FINE,
			language_text(report->admin->language, "admin.doctor.programs_fine"));
	}
}

int admin_doctor(struct admin *admin)
{
	struct report report = {.admin = admin};
	char error[512] = "";
	const char *user = admin_value(admin, OPTION_USER);
	if (!rights_find_user(user, &report.user)) {
		return admin_misuse(admin, "admin.doctor.no_user", user);
	}
	report.checks = json_array();
	report.devices = json_array();
	enum result result = admin_open_desk(admin, error, sizeof error);
	if (result != RESULT_OK) {
		doctor_find_result(&report, "store", result, error[0] ? error : admin->store);
	} else {
		check_store(&report);
		check_clock(&report);
		check_calendar(&report);
		doctor_check_voice(&report);
		doctor_check_reported(&report);
	}
	check_disk(&report);
	check_permissions(&report);
	check_fonts(&report);
	check_texts(&report);
	check_programs(&report);
	doctor_check_named(&report);
	doctor_check_plugged(&report);
	int status = report.broken ? ADMIN_FAILED : ADMIN_DONE;
	json_t *json = json_pack("{s:b, s:o, s:o}", "ok", !report.broken, "checks", report.checks,
		"devices", report.devices);
	if (!admin_flag(admin, OPTION_JSON)) {
		json_decref(json);
	} else if (output_json(admin, json) != ADMIN_DONE) {
		status = ADMIN_FAILED;
	}
	return status;
}
