#include "app/base/memory.h"
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/desk/holiday_file.h"
#include "app/desk/office_file_parts.h"
#include "app/queue/calendar.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SPAN_SIZE = 12 /* "08.00-15.30" */, FILE_NAME_SIZE = 64, ERROR_SIZE = 256 };

static const char *const days[OFFICE_WEEK] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* ---- a week ---- */

static void read_open(struct config *config, const struct config_group *hours, const char *key,
	struct office_day *day)
{
	char text[SPAN_SIZE];
	config_get_text(config, hours, key, "", text, sizeof text);
	if (text[0] != '\0' && !office_parse_span(text, &day->open)) {
		config_refuse(config, hours, key, "must be like \"08.00-15.30\"");
	}
}

static void read_breaks(struct config *config, const struct config_group *rests, const char *key,
	struct office_day *day)
{
	const struct config_group *list = config_get_group(config, rests, key, false);
	size_t count = config_count(list);
	if (count > OFFICE_BREAKS) {
		config_refuse(config, rests, key, "has more than %d breaks", OFFICE_BREAKS);
		return;
	}
	int free_from = day->open.from_min;
	for (size_t i = 0; i < count; i++) {
		char text[SPAN_SIZE];
		struct office_span *rest = &day->breaks[i];
		config_member_text(config, list, i, text, sizeof text);
		if (!office_parse_span(text, rest) || rest->from_min < free_from ||
			rest->to_min > day->open.to_min) {
			config_refuse(config, rests, key,
				"must be like [\"12.00-13.00\"], in order and inside the hours");
			return;
		}
		free_from = rest->to_min;
		day->break_count = (int)i + 1;
	}
}

void office_file_read_week(struct config *config, const struct config_group *group,
	struct office_day out_week[OFFICE_WEEK])
{
	const struct config_group *hours = config_get_group(config, group, "hours", true);
	const struct config_group *rests = config_get_group(config, group, "breaks", false);
	for (int i = 0; i < OFFICE_WEEK && hours != NULL; i++) {
		read_open(config, hours, days[i], &out_week[i]);
		if (rests != NULL) {
			read_breaks(config, rests, days[i], &out_week[i]);
		}
	}
}

/* ---- seasons ---- */

static void read_season(
	struct config *config, const struct config_group *group, struct office *office)
{
	struct office_season season = {.id = office->season_count + 1};
	config_get_words(config, group, "name", NULL, season.name, sizeof season.name);
	season.from_day = office_file_read_date(config, group, "from");
	season.to_day = office_file_read_date(config, group, "to");
	season.known_ms = office_file_read_known(config, group, office);
	if (season.from_day > season.to_day) {
		config_refuse(config, group, "to", "is earlier than from");
		return;
	}
	office_file_read_week(config, group, season.week);
	if (!office_add_season(office, &season)) {
		config_refuse(config, group, "from", "overlaps another season");
	}
}

static void read_seasons(struct config *config, struct office *office)
{
	const struct config_group *list = config_get_group(config, NULL, "seasons", false);
	size_t count = config_count(list);
	if (count > OFFICE_SEASONS) {
		config_refuse(config, NULL, "seasons", "has more than %d members", OFFICE_SEASONS);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		read_season(config, config_member(list, i), office);
	}
}

/* ---- holidays ---- */

/* FOLDER of the office file, with what stands before the name: "a/b/" of "a/b/c.conf". */
static void folder_of(const char *path, char *out_folder, size_t size)
{
	const char *slash = strrchr(path, '/');
	text_format(out_folder, size, "%.*s", slash != NULL ? (int)(slash - path + 1) : 0, path);
}

/* Beside the office file, then in the folder "calendar" next to its own, then in the assets. */
static bool find_list(const char *path, const char *name, char *out_path, size_t size)
{
	char folder[PLACE_SIZE];
	char assets[PLACE_SIZE];
	folder_of(path, folder, sizeof folder);
	if (text_format(out_path, size, "%s%s", folder, name) && access(out_path, R_OK) == 0) {
		return true;
	}
	if (text_format(out_path, size, "%s../calendar/%s", folder, name) &&
		access(out_path, R_OK) == 0) {
		return true;
	}
	return place_assets(assets, sizeof assets) &&
	       text_format(out_path, size, "%s/calendar/%s", assets, name) &&
	       access(out_path, R_OK) == 0;
}

static bool add_list(struct office *office, const struct holiday_list *list)
{
	struct office_year year = {.year = list->year};
	text_copy(year.source, sizeof year.source, list->source);
	bool added = office_add_year(office, &year);
	for (int i = 0; i < list->count && added; i++) {
		added = office_add_holiday(office, &list->days[i]);
	}
	return added;
}

/* In the words of the other faults of the file. */
static const char *list_fault(enum result result)
{
	switch (result) {
	case RESULT_LIST_LOST: return "cannot be read";
	case RESULT_LIST_LONG: return "a list has at most 128 holidays, 1000 lines and 64 KB";
	case RESULT_LIST_EMPTY: return "there is no holiday in the list";
	case RESULT_LIST_LINE: return "must be UTF-8 of at most 255 bytes a line";
	case RESULT_LIST_DATE: return "the first field is not a date like 2026-01-01";
	case RESULT_LIST_KIND: return "the second field must be LN, CB or LK";
	case RESULT_LIST_NAME: return "the name is longer than 95 bytes";
	case RESULT_LIST_YEAR: return "the date is of another year than the first one";
	case RESULT_LIST_TWICE: return "this date is there twice";
	default: return "must be like 2026-01-01;LN;Tahun Baru 2026 Masehi";
	}
}

static void read_list(struct config *config, const struct config_group *group, const char *path,
	const char *name, struct office *office)
{
	char list_path[PLACE_SIZE];
	char error[ERROR_SIZE];
	if (name[0] == '\0' || name[0] == '.' || strchr(name, '/') != NULL) {
		config_refuse(config, group, NULL, "%s is not the name of a file", name);
		return;
	}
	if (!find_list(path, name, list_path, sizeof list_path)) {
		config_refuse(config, group, NULL,
			"%s is neither beside this file nor in a folder calendar", name);
		return;
	}
	struct holiday_list *list = memory_zeroed(1, sizeof *list);
	enum result result = holiday_file_read(list_path, list, error, sizeof error);
	if (result != RESULT_OK) {
		config_refuse(config, group, NULL, "%s: %s", error, list_fault(result));
	} else if (!add_list(office, list)) {
		config_refuse(config, group, NULL,
			"%s: the year %d is there twice, or there are too many", name, list->year);
	}
	free(list);
}

static void read_holidays(struct config *config, const char *path, struct office *office)
{
	const struct config_group *lists = config_get_group(config, NULL, "holidays", false);
	size_t count = config_count(lists);
	if (count > OFFICE_YEARS) {
		config_refuse(config, NULL, "holidays", "has more than %d members", OFFICE_YEARS);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		char name[FILE_NAME_SIZE];
		config_member_text(config, lists, i, name, sizeof name);
		read_list(config, config_member(lists, i), path, name, office);
	}
}

void office_file_read_calendar(struct config *config, const char *path, struct office *office)
{
	office_file_read_week(config, NULL, office->week);
	read_seasons(config, office);
	read_holidays(config, path, office);
	office_file_read_entries(config, office);
}
