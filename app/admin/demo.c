#include "app/admin/demo.h"

#include "app/admin/child.h"
#include "app/admin/output.h"
#include "app/base/text.h"

#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --store names the demo's store, else it is in the user's data folder. */
static bool find_places(const struct admin *admin, struct demo *demo)
{
	const char *chosen = admin_value(admin, OPTION_STORE);
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	bool fits = true;
	if (chosen) {
		char path[PLACE_SIZE];
		fits = text_copy(path, sizeof path, chosen) &&
		       text_copy(demo->folder, sizeof demo->folder, dirname(path)) &&
		       text_copy(demo->store, sizeof demo->store, chosen);
	} else if (data && data[0]) {
		fits = text_format(demo->folder, sizeof demo->folder, "%s/giliran/demo", data);
	} else if (home && home[0]) {
		fits = text_format(
			demo->folder, sizeof demo->folder, "%s/.local/share/giliran/demo", home);
	} else {
		return false;
	}
	if (!chosen) {
		fits = fits &&
		       text_format(demo->store, sizeof demo->store, "%s/giliran.db", demo->folder);
	}
	return fits && text_format(demo->slips, sizeof demo->slips, "%s/slips", demo->folder) &&
	       text_format(demo->printer, sizeof demo->printer, "file:%s", demo->slips) &&
	       text_format(demo->pictures, sizeof demo->pictures, "%s/pictures", demo->folder) &&
	       text_format(demo->log, sizeof demo->log, "%s/demo.log", demo->folder);
}

static bool make_folders(const struct demo *demo)
{
	char inside[PLACE_SIZE + 8];
	text_format(inside, sizeof inside, "%s/x", demo->slips);
	if (!place_make_parent(demo->store) || !place_make_parent(inside)) {
		return false;
	}
	text_format(inside, sizeof inside, "%s/x", demo->pictures);
	return place_make_parent(inside);
}

/* The store of an earlier demo is kept; a missing one is made. */
static enum result prepare_store(
	struct admin *admin, const struct demo *demo, char *out_error, size_t size)
{
	char assets[PLACE_SIZE], office[PLACE_SIZE + 32];
	struct desk_staff clerk = {
		.code = DEMO_STAFF, .name = DEMO_NAME, .role = DESK_CLERK, .has_pin = true};
	enum result result = RESULT_OK;
	if (access(demo->store, F_OK) != 0) {
		place_assets(assets, sizeof assets);
		text_format(office, sizeof office, "%s/offices/tana-tidung.conf", assets);
		result = desk_create(demo->store, office, true, NULL, out_error, size);
	}
	if (result == RESULT_OK) {
		text_copy(admin->store, sizeof admin->store, demo->store);
		result = admin_open_desk(admin, out_error, size);
	}
	if (result == RESULT_OK && !desk_is_training(admin->desk)) {
		result = RESULT_NOT_TRAINING;
	}
	if (result == RESULT_OK) {
		result = desk_add_staff(admin->desk, &clerk, DEMO_PIN);
		result = result == RESULT_STAFF_EXISTS ? RESULT_OK : result;
	}
	return result;
}

static int set_clock(struct admin *admin)
{
	int64_t now = 0;
	bool real = false;
	char time[CALENDAR_TIME_SIZE];
	enum result result = demo_set_clock(admin->desk, &now, &real);
	if (result == RESULT_OFFICE_CLOSED) {
		return admin_fail(admin, "admin.demo.no_hours", "");
	}
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (!real) {
		calendar_format(desk_office(admin->desk), now, time);
		fprintf(stderr, "%s\n",
			language_with(
				admin->language, "admin.demo.clock", (char[256]){0}, 256, time));
	}
	return ADMIN_DONE;
}

/* Some seconds at the first start, so that the waiting room is never late; without them the display
 * has each word made when it is first said. */
static void make_clips(const struct demo *demo)
{
	const char *const arguments[] = {"voice", "make", "--store", demo->store, NULL};
	char line[PLACE_SIZE];
	struct child child;
	if (child_start(&child, "giliran-voice", arguments, true, demo->log)) {
		(void)child_hear(&child, line, sizeof line);
		child_end(&child);
	}
}

static bool has_screen(void)
{
	const char *x11 = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
	return (x11 && x11[0]) || (wayland && wayland[0]);
}

/* The screens speak Indonesian unless told otherwise, whatever the terminal speaks. */
static bool choose_language(const struct admin *admin, struct demo *demo)
{
	const char *language = admin_value(admin, OPTION_LANGUAGE);
	demo->language = language ? language : "id";
	return strcmp(demo->language, "id") == 0 || strcmp(demo->language, "en") == 0;
}

int admin_demo(struct admin *admin)
{
	struct demo demo = {0};
	char error[512] = "", line[PLACE_SIZE + 128];
	if (!choose_language(admin, &demo)) {
		return admin_misuse(admin, "admin.demo.language", demo.language);
	}
	if (!find_places(admin, &demo) || !make_folders(&demo)) {
		return admin_fail(admin, "admin.no_folder", demo.folder);
	}
	enum result result = prepare_store(admin, &demo, error, sizeof error);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, error[0] ? error : demo.store);
	}
	fprintf(stderr, "%s\n",
		language_with(
			admin->language, "admin.demo.folder", line, sizeof line, demo.folder));
	int status = set_clock(admin);
	desk_close(admin->desk);
	admin->desk = NULL;
	if (status != ADMIN_DONE) {
		return status;
	}
	make_clips(&demo);
	struct demo_place room;
	if (has_screen() && demo_find_desktop(&room)) {
		return demo_open_windows(admin, &demo, &room);
	}
	return demo_play_visit(admin, &demo);
}
