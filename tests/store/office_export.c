/* An office out of its store and into a new one: the same office, and the same file again. */
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "app/desk/office_settings.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static char *read_all(const char *path)
{
	enum { SIZE = 512 * 1024 };
	char *text = calloc(1, SIZE);
	FILE *file = fopen(path, "rb");
	assert_non_null(text);
	assert_non_null(file);
	assert_in_range(fread(text, 1, SIZE - 1, file), 1000, SIZE - 2);
	fclose(file);
	return text;
}

/* Writes the file; what it was written from, to be released with free(). */
static struct office_file *export_to(struct desk *desk, const char *path)
{
	struct office_file *file = calloc(1, sizeof *file);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	FILE *out = fopen(path, "wb");
	assert_non_null(out);
	assert_true(office_file_write(file, out));
	assert_int_equal(fclose(out), 0);
	return file;
}

/* Exports the office of `stage`, makes a store of the file, and holds the two against each other.
 */
static void assert_round_trip(const struct stage *stage, const char *time)
{
	struct stage second;
	char first_file[400], second_file[400], at[40], error[512];
	char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
	stage_init(&second);
	text_format(first_file, sizeof first_file, "%s/first.conf", second.folder);
	text_format(second_file, sizeof second_file, "%s/second.conf", second.folder);
	text_format(at, sizeof at, "2026-11-23T%s", time);
	struct desk *desk = stage_desk(stage, time);
	struct office_file *had = export_to(desk, first_file);
	office_fingerprint(desk_office(desk), before);
	desk_close(desk);

	enum result result = desk_create(second.store, first_file, true, at, error, sizeof error);
	assert_string_equal(error, "");
	assert_int_equal(result, RESULT_OK);
	desk = stage_desk(&second, time);
	struct office_file *has = export_to(desk, second_file);
	office_fingerprint(desk_office(desk), after);
	desk_close(desk);
	assert_string_equal(before, after);
	/* Whatever the file forgets is missing in both files: so every byte of what is in memory.
	 */
	assert_memory_equal(had, has, sizeof *had);
	free(had);
	free(has);
	char *one = read_all(first_file), *other = read_all(second_file);
	assert_string_equal(one, other);
	assert_true(stage_is_proven(&second));
	free(one);
	free(other);
	stage_finish(&second);
}

static void create(struct stage *stage, const char *name)
{
	char file[512], error[512];
	stage_init(stage);
	text_format(file, sizeof file, "%s/assets/offices/%s.conf", getenv("GILIRAN_SOURCE"), name);
	assert_int_equal(
		desk_create(stage->store, file, true, "2026-11-23T07:30:00", error, sizeof error),
		RESULT_OK);
}

static void each_office_that_we_ship_comes_back(void **state)
{
	static const char *const names[] = {"tana-tidung", "belitung", "pasuruan", "bombana"};
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct stage stage;
		create(&stage, names[i]);
		assert_round_trip(&stage, "07:30:00");
		stage_finish(&stage);
	}
}

/* ---- an office whose head has entered much ---- */

static void enter_days_off(struct desk *desk)
{
	int added, past;
	struct holiday_list *list = calloc(1, sizeof *list);
	list->year = 2026;
	text_copy(list->source, sizeof list->source, "Daftar \"baru\" dengan \\ di dalamnya");
	/* One that is too late to hold, and one that is to come. */
	for (int i = 0; i < 2; i++) {
		struct office_holiday *day = &list->days[list->count++];
		day->kind = i == 0 ? OFFICE_HOLIDAY_LOCAL : OFFICE_HOLIDAY_JOINT;
		text_copy(day->name, sizeof day->name, i == 0 ? "Hari jadi" : "Cuti bersama");
		assert_true(calendar_parse_day(i == 0 ? "2026-11-23" : "2026-12-31", &day->day));
	}
	assert_int_equal(desk_import_holidays(desk, list, &added, &past), RESULT_OK);
	assert_int_equal(added, 1);
	assert_int_equal(past, 1);
	free(list);
}

static void enter_season_and_closures(const struct stage *stage, struct desk *desk)
{
	struct office_season season = {.name = "Ramadan \"2027\""};
	int64_t id;
	assert_true(calendar_parse_day("2027-02-08", &season.from_day));
	assert_true(calendar_parse_day("2027-03-09", &season.to_day));
	season.week[0] = (struct office_day){{480, 900}, {{600, 615}, {720, 750}}, 2};
	season.week[6] = (struct office_day){{0, 24 * 60}, {{0}}, 0};
	assert_int_equal(desk_set_season(desk, &season, &id), RESULT_OK);
	assert_int_equal(desk_add_closure(desk, stage_ms(stage, "10:00:00") + 123,
				 stage_ms(stage, "11:00:00"), "Listrik padam", &id),
		RESULT_OK);
	assert_int_equal(desk_add_closure(desk, stage_ms(stage, "12:00:00"),
				 stage_ms(stage, "2026-11-24T12:00:00"), "Rapat", &id),
		RESULT_OK);
}

static void ask_otherwise(struct desk *desk)
{
	struct office *asking = malloc(sizeof *asking);
	*asking = *desk_office(desk);
	asking->services[0].asks[GUEST_PHONE] = GUEST_REQUIRED;
	asking->services[0].asks[GUEST_PARTY_MALE] = GUEST_NO;
	asking->services[4].asks[GUEST_ADDRESS] = GUEST_OPTIONAL;
	assert_int_equal(desk_set_questions(desk, asking), RESULT_OK);
	free(asking);
}

static void publish_otherwise(struct desk *desk)
{
	struct standards *standards = calloc(1, sizeof *standards);
	assert_int_equal(desk_read_standards(desk, standards), RESULT_OK);
	struct standard_line *line = &standards->lines[standards->count - 1];
	text_copy(line->text[OFFICE_ENGLISH], sizeof line->text[0], "A \"quoted\" pledge \\ end");
	line->heading = false;
	line->from_day = 20780;
	line->until_day = 20790;
	assert_int_equal(desk_set_standards(desk, standards), RESULT_OK);
	free(standards);
}

/* What only the settings page and a file can say. */
static void set_otherwise(struct desk *desk)
{
	char detail[200];
	struct office_differences differences;
	struct office_file *file = calloc(1, sizeof *file);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	struct office *office = &file->office;
	office->services[2].withheld = true;
	office->services[3].reception = true;
	office->services[1].daily_quota = 30;
	office->services[1].last_issue_min = 0;
	office->slip.hidden[OFFICE_SLIP_EXPECTATION] = office->slip.hidden[OFFICE_SLIP_CODE] = true;
	text_copy(office->slip.footer[1], OFFICE_TEXT_SIZE, "Thank you\\");
	office->serve_on_call = office->ticket_first = true;
	office->counters[1].services = 0x5;
	office->feedback.instrument[0] = '\0';
	office->feedback.invites = false;
	office->chat[0] = '\0';
	office->voice.chime = false;
	office->voice.by_words = true;
	office->voice.repeats = 2;
	office->voice.volume = 40;
	office->voice.brief_from = 2;
	text_copy(office->voice.brief, OFFICE_WORDING_SIZE, "{counter}, {ticket}");
	office->voice.hours[0] = (struct office_volume){{720, 780}, 0};
	office->voice.hour_count = 1;
	office->voice.wording_count = 1;
	memset(&office->voice.wordings[1], 0, sizeof office->voice.wordings[1]);
	assert_int_equal(
		desk_import_office(desk, file, NULL, false, &differences, detail, sizeof detail),
		RESULT_OK);
	assert_true(differences.count > 10);
	office_differences_finish(&differences);
	free(file);
}

static void an_office_that_was_much_changed_comes_back(void **state)
{
	const struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "08:00:00");
	struct desk_staff head = {.code = "b.2-x_", .name = "Ibu \"Bos\"", .role = DESK_HEAD};
	enter_days_off(desk);
	enter_season_and_closures(stage, desk);
	ask_otherwise(desk);
	publish_otherwise(desk);
	set_otherwise(desk);
	assert_int_equal(desk_add_staff(desk, &head, "2468"), RESULT_OK);
	desk_close(desk);
	assert_round_trip(stage, "08:30:00");
}

static void no_pin_is_in_a_file(void **state)
{
	const struct stage *stage = *state;
	char path[400];
	struct desk *desk = stage_desk(stage, "08:00:00");
	struct desk_staff found;
	assert_int_equal(desk_sign_in(desk, "ani", "97531", &found), RESULT_OK);
	text_format(path, sizeof path, "%s/office.conf", stage->folder);
	free(export_to(desk, path));
	desk_close(desk);
	char *text = read_all(path);
	assert_non_null(strstr(text, "{ code = \"ani\"; name = \"ani\"; role = \"clerk\"; }"));
	assert_null(strstr(text, "argon2"));
	assert_null(strstr(text, "97531"));
	free(text);
}

/* ---- wrong entries of a file ---- */

static void assert_refused(const struct stage *stage, const char *entries, const char *sentence)
{
	char office[512], path[400], error[512] = "";
	struct office_file *file = calloc(1, sizeof *file);
	stage_office_file(office, sizeof office);
	char *text = read_all(office);
	text_format(path, sizeof path, "%s/wrong.conf", stage->folder);
	FILE *out = fopen(path, "wb");
	assert_non_null(out);
	fprintf(out, "%s\n%s", entries, text);
	fclose(out);
	/* The sample's list of holidays is found among the assets. */
	assert_int_equal(
		office_file_read_all(path, file, error, sizeof error), RESULT_CONFIG_WRONG);
	if (strstr(error, sentence) == NULL) {
		fail_msg("%s\n  instead of: %s", error, sentence);
	}
	free(text);
	free(file);
}

static void wrong_entries_are_refused_with_their_line(void **state)
{
	const struct stage *stage = *state;
	assert_refused(stage,
		"days_off = ( { date = \"2026-02-30\"; kind = \"LN\"; name = \"x\"; } );",
		"wrong.conf:1: days_off[1].date: must be a date");
	assert_refused(stage,
		"days_off = ( { date = \"2027-02-03\"; kind = \"XX\"; name = \"x\"; } );",
		"days_off[1].kind: must be one of LN, CB, LK");
	assert_refused(stage,
		"days_off = ( { date = \"2027-02-03\"; kind = \"LN\"; name = \"x\"; },\n"
		" { date = \"2027-02-03\"; kind = \"LN\"; name = \"y\"; } );",
		"wrong.conf:2: days_off[2].date: is there twice");
	assert_refused(stage,
		"holiday_years = ( { year = 2027; source = \"\"; }, { year = 2027; } );",
		"holiday_years[2].year: 2027 is there twice");
	assert_refused(stage,
		"closures = ( { from = \"2026-12-01T10:00:00\"; to = \"2026-12-01T10:00:00\";"
		" reason = \"x\"; } );",
		"closures[1].to: is not later than from");
	assert_refused(stage,
		"closures = ( { from = \"kemarin\"; to = \"2026-12-01T10:00:00\"; reason = \"x\"; } );",
		"closures[1].from: must be like");
	assert_refused(stage, "slip = { hidden = [ \"number\" ]; };",
		"slip.hidden: number is no line of a slip that can be left out");
	assert_refused(stage, "staff = ( { code = \"Ani!\"; name = \"Ani\"; role = \"head\"; } );",
		"staff[1]: must have a code of a-z");
	assert_refused(stage, "staff = ( { code = \"ani\"; name = \"Ani\"; role = \"clerk\"; } );",
		"staff: has nobody whose role is \"head\"");
	assert_refused(stage,
		"staff = ( { code = \"a\"; name = \"A\"; role = \"head\"; },"
		" { code = \"a\"; name = \"B\"; role = \"clerk\"; } );",
		"staff[2].code: a is there twice");
	assert_refused(stage,
		"staff = ( { code = \"a\"; name = \"A\"; role = \"head\"; pin = \"1\"; } );",
		"staff[1].pin: is not a setting of this file");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_office_that_we_ship_comes_back),
		cmocka_unit_test_setup_teardown(an_office_that_was_much_changed_comes_back,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			no_pin_is_in_a_file, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			wrong_entries_are_refused_with_their_line, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
