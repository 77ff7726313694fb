/* The calendar and the promises of an office file. */
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "tests/unit/calendar_scene.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

/* A small office; `%s` stands for the rules of its service and for what follows. */
static const char form[] =
	"code = \"1\"; name = \"BPS Uji\"; zone = \"WITA\";\n"
	"unit = { id = \"a\"; en = \"a\"; }; running = { id = \"a\"; en = \"a\"; };\n"
	"notice_version = \"1\"; counters = ({ number = 1; });\n"
	"hours = { monday = \"08.00-15.30\"; };\n"
	"services = ({ code = \"KONS\"; prefix = \"K\"; name = { id = \"a\"; en = \"a\"; };\n"
	"meaning = { id = \"a\"; en = \"a\"; };\n"
	"%s});\n"
	"%s\n";

static struct office office;

static int make_folder(void **state)
{
	char *folder = malloc(TEMPORARY_SIZE);
	assert_non_null(folder);
	temporary_create(folder);
	*state = folder;
	return 0;
}

static int remove_folder(void **state)
{
	temporary_remove(*state);
	free(*state);
	return 0;
}

/* "" or, behind the path of "a.conf", ":LINE: what is wrong". */
static const char *read_office(const char *folder, const char *rules, const char *more)
{
	static char error[512];
	char path[TEMPORARY_SIZE], text[8192];
	assert_true(text_format(text, sizeof text, form, rules, more));
	temporary_write(folder, "a.conf", text, strlen(text), path);
	enum result result = office_file_read(path, &office, error, sizeof error);
	assert_int_equal(result, error[0] == '\0' ? RESULT_OK : RESULT_CONFIG_WRONG);
	if (result == RESULT_OK) {
		return error;
	}
	assert_int_equal(strncmp(error, path, strlen(path)), 0);
	return error + strlen(path);
}

static void reads_the_calendar_of_tana_tidung(void **state)
{
	(void)state;
	char path[1024], error[256] = "";
	text_format(path, sizeof path, "%s/offices/tana-tidung.conf", getenv("GILIRAN_ASSETS"));
	assert_int_equal(office_file_read(path, &office, error, sizeof error), RESULT_OK);
	assert_int_equal(office.holiday_count, 25);
	assert_int_equal(office.year_count, 1);
	assert_int_equal(office.years[0].year, 2026);
	assert_string_equal(office.years[0].source,
		"SKB 3 Menteri No. 1497/2025, 2/2025, dan 5/2025 (19 September 2025)");
	assert_int_equal(office.holidays[0].known_ms, 0);
	assert_int_equal(office.season_count, 0);
	assert_int_equal(office.services[0].standard_count, 1);
	assert_int_equal(office.services[0].standards[0].limit, 10);
	assert_int_equal(office.services[0].last_issue_min, -1);
}

static void reads_seasons(void **state)
{
	assert_string_equal(
		read_office(*state, "",
			"seasons = ({ name = \"Ramadan 1448 H\"; from = \"2027-02-08\";\n"
			"to = \"2027-03-09\"; hours = { friday = \"08.00-15.30\"; };\n"
			"breaks = { friday = [\"11.30-12.30\"]; }; },\n"
			"{ name = \"Ramadan 1447 H\"; from = \"2026-02-18\"; to = \"2026-03-19\";\n"
			"hours = { monday = \"08.00-15.00\"; }; });\n"),
		"");
	assert_int_equal(office.season_count, 2);
	assert_string_equal(office.seasons[0].name, "Ramadan 1447 H");
	assert_int_equal(office.seasons[1].from_day, calendar_scene_day("2027-02-08"));
	assert_int_equal(office.seasons[1].to_day, calendar_scene_day("2027-03-09"));
	assert_int_equal(office.seasons[1].week[4].open.to_min, 930);
	assert_int_equal(office.seasons[1].week[4].break_count, 1);
	assert_int_equal(office.seasons[1].week[4].breaks[0].from_min, 690);
	assert_int_equal(office.seasons[1].week[0].open.to_min, 0);
}

static void reads_promises(void **state)
{
	assert_string_equal(
		read_office(*state,
			"standards = ({ channel = \"email\"; limit = 2; unit = \"working_days\"; },\n"
			"{ channel = \"onsite\"; limit = 5; unit = \"minutes\"; start = "
			"\"guest_book\"; },\n"
			"{ channel = \"phone\"; unit = \"at_once\"; start = \"received\"; });\n"
			"daily_quota = 30; last_issue = \"15.00\"; target_s = 300;\n",
			""),
		"");
	const struct office_service *service = &office.services[0];
	assert_int_equal(service->standard_count, 3);
	assert_int_equal(service->target_s, 300);
	assert_int_equal(service->target_start, OFFICE_GUEST_BOOK);
	assert_int_equal(service->daily_quota, 30);
	assert_int_equal(service->last_issue_min, 900);
	const struct office_standard *email = office_find_standard(service, "email");
	assert_non_null(email);
	assert_int_equal(email->limit, 2);
	assert_int_equal(email->unit, OFFICE_WORKING_DAYS);
	assert_int_equal(email->start, OFFICE_RECEIVED);
	assert_int_equal(office_find_standard(service, "phone")->limit, 0);
}

#define SEASON(from, to) "{ name = \"R\"; from = \"" from "\"; to = \"" to "\"; hours = {}; }"

static void says_what_is_wrong_and_where(void **state)
{
	static const struct {
		const char *rules, *more, *wrong;
	} rows[] = {
		{"", "\nseasons = (" SEASON("2026-03-19", "2026-02-18") ");",
			":9: seasons[1].to: is earlier than from"},
		{"",
			"seasons = (" SEASON("2026-02-18", "2026-03-19") ",\n" SEASON(
				"2026-03-19", "2026-03-20") ");",
			":9: seasons[2].from: overlaps another season"},
		{"", "seasons = (" SEASON("2026-02-18", "2026-02-30") ");",
			":8: seasons[1].to: must be a date like \"2026-02-19\""},
		{"",
			"seasons = ({ name = \"R\"; from = \"2026-02-18\"; to = \"2026-02-18\"; "
			"hours = { friday = \"15.00-08.00\"; }; });",
			":8: seasons[1].hours.friday: must be like \"08.00-15.30\""},
		{"", "seasons = ({ name = \"R\"; from = \"2026-02-18\"; to = \"2026-02-18\"; });",
			":8: seasons[1].hours: is missing"},
		{"standards = ({ channel = \"E\"; limit = 1; unit = \"days\"; });", "",
			":7: services[1].standards[1].channel: must be 1 to 15 of a-z and _"},
		{"standards = ({ channel = \"email\"; limit = 1; unit = \"days\"; },\n"
		 "{ channel = \"email\"; limit = 1; unit = \"days\"; });",
			"", ":8: services[1].standards[2].channel: email is there twice"},
		{"standards = ({ channel = \"email\"; limit = 0; unit = \"days\"; });", "",
			":7: services[1].standards[1].limit: must be from 1 to 366"},
		{"standards = ({ channel = \"phone\"; limit = 3; unit = \"at_once\"; });", "",
			":7: services[1].standards[1].limit: is not a setting of this file"},
		{"standards = ({ channel = \"email\"; limit = 1; unit = \"weeks\"; });", "",
			":7: services[1].standards[1].unit: must be one of minutes, days, "
			"working_days, at_once"},
		{"target_s = 300; standards = ({ channel = \"onsite\"; limit = 10; unit = "
		 "\"minutes\"; });",
			"", ":7: services[1].target_s: is not what the onsite standard promises"},
		{"standards = ({ channel = \"onsite\"; limit = 10; unit = \"minutes\"; start = "
		 "\"received\"; });",
			"", ":1: KONS: onsite minutes run from previous_finished or guest_book"},
		{"last_issue = \"15:00\";", "",
			":7: services[1].last_issue: must be like \"15.00\""},
		{"daily_quota = -1;", "", ":7: services[1].daily_quota: must be from 0 to 10000"},
		{"", "holidays = [\"../a.csv\"];",
			":8: holidays[1]: ../a.csv is not the name of a file"},
		{"", "holidays = [\"none.csv\"];",
			":8: holidays[1]: none.csv is neither beside this file nor in a folder "
			"calendar"},
		{"", "holidays = [\"indonesia-2026.csv\", \"indonesia-2026.csv\"];",
			":8: holidays[2]: indonesia-2026.csv: the year 2026 is there twice, or "
			"there are too many"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_string_equal(
			read_office(*state, rows[i].rules, rows[i].more), rows[i].wrong);
	}
}

static void a_list_beside_the_file_comes_first(void **state)
{
	static const char list[] = "2026-11-24;LK;Hari jadi\r\n";
	char path[TEMPORARY_SIZE], wanted[512];
	temporary_write(*state, "indonesia-2026.csv", list, sizeof list - 1, path);
	assert_string_equal(read_office(*state, "", "holidays = [\"indonesia-2026.csv\"];"), "");
	assert_int_equal(office.holiday_count, 1);
	assert_string_equal(office.years[0].source, "indonesia-2026.csv");
	temporary_write(*state, "indonesia-2026.csv", "# a\n2026-11-24;XX;A\n", 20, path);
	text_format(wanted, sizeof wanted,
		":8: holidays[1]: %s:2: the second field must be LN, CB or LK", path);
	assert_string_equal(
		read_office(*state, "", "holidays = [\"indonesia-2026.csv\"];"), wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_the_calendar_of_tana_tidung),
		cmocka_unit_test(reads_seasons),
		cmocka_unit_test(reads_promises),
		cmocka_unit_test(says_what_is_wrong_and_where),
		cmocka_unit_test(a_list_beside_the_file_comes_first),
	};
	return cmocka_run_group_tests_name(
		"office_file_calendar", tests, make_folder, remove_folder);
}
