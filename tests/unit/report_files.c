/* Reports as files: fields that no spreadsheet takes for a formula, names, refusals, and folders.
 */
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/report/csv.h"
#include "app/report/save.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- the fields of a CSV ---- */

static void expect_field(const char *text, const char *wanted)
{
	char *written = NULL;
	size_t size = 0;
	FILE *file = open_memstream(&written, &size);
	csv_write_field(file, text);
	assert_int_equal(fclose(file), 0);
	assert_string_equal(written, wanted);
	free(written);
}

static void fields_are_quoted_where_they_must(void **state)
{
	(void)state;
	expect_field("Konsultasi", "Konsultasi");
	expect_field("", "");
	expect_field("a;b", "\"a;b\"");
	expect_field("a \"b\"", "\"a \"\"b\"\"\"");
	expect_field("a\r\nb", "\"a\r\nb\"");
	expect_field("a,b", "a,b");
}

/* OWASP, "CSV Injection": what begins with = + - @ or a tab is run by a spreadsheet. */
static void no_field_is_a_formula(void **state)
{
	(void)state;
	expect_field("=1+1", "'=1+1");
	expect_field("+62", "'+62");
	expect_field("-", "'-");
	expect_field("@SUM(A1)", "'@SUM(A1)");
	expect_field("\t=1", "'\t=1");
	expect_field("=HYPERLINK(\"x\";1)", "\"'=HYPERLINK(\"\"x\"\";1)\"");
	expect_field("a=1", "a=1");
}

/* ---- files ---- */

static int sync_error;      /* what the disk says; 0 = it takes everything */
static int name_error;      /* and of the names in a folder */
static int names_synced;    /* how often a folder was written through */
static const char *watched; /* a folder; NULL = none */

/* Whoever kills the program while a file is written leaves none of a name that people would open.
 */
static void watch(void)
{
	DIR *dir = watched != NULL ? opendir(watched) : NULL;
	for (const struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
		assert_true(entry->d_name[0] == '.');
	}
	if (dir != NULL) {
		closedir(dir);
	}
}

int __wrap_fsync(int file);
int __wrap_fsync(int file)
{
	struct stat status;
	assert_int_equal(fstat(file, &status), 0);
	if (S_ISDIR(status.st_mode)) {
		names_synced++;
		errno = name_error;
		return name_error == 0 ? 0 : -1;
	}
	watch();
	errno = sync_error;
	return sync_error == 0 ? 0 : -1;
}

struct scene {
	char folder[TEMPORARY_SIZE];
	struct office office;
	struct report report;
	struct language *language;
};

static int set_up(void **state)
{
	struct scene *scene = calloc(1, sizeof *scene);
	char texts[PLACE_SIZE];
	temporary_create(scene->folder);
	assert_true(place_assets(texts, sizeof texts - 8));
	text_format(texts + strlen(texts), sizeof texts - strlen(texts), "/text");
	scene->language = language_open(texts, "id");
	assert_non_null(scene->language);
	text_copy(scene->office.name, sizeof scene->office.name, "=BPS");
	text_copy(scene->report.from, sizeof scene->report.from, "2026-11-23");
	text_copy(scene->report.to, sizeof scene->report.to, "2026-11-23");
	sync_error = name_error = names_synced = 0;
	*state = scene;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;
	language_close(scene->language);
	temporary_remove(scene->folder);
	free(scene);
	return 0;
}

static enum result draw_page(const struct report *report, const struct office *office,
	const struct language *language, uint8_t **out_bytes, size_t *out_size)
{
	(void)report;
	(void)office;
	(void)language;
	*out_bytes = (uint8_t *)strdup("%PDF");
	*out_size = 4;
	return RESULT_OK;
}

static enum result save(struct scene *scene, enum report_format format, const char *folder,
	char out_path[PLACE_SIZE])
{
	const struct report_file file = {
		&scene->report, &scene->office, scene->language, draw_page};
	return report_save_new(format, folder, &file, out_path, PLACE_SIZE);
}

static void expect_name(const struct scene *scene, const char *path, const char *name)
{
	char wanted[PLACE_SIZE];
	text_format(wanted, sizeof wanted, "%s/%s", scene->folder, name);
	assert_string_equal(path, wanted);
	assert_int_equal(access(path, R_OK), 0);
}

static bool csv_says(const struct scene *scene, const char *line)
{
	char *written = NULL;
	size_t size = 0;
	FILE *file = open_memstream(&written, &size);
	csv_write(file, &scene->report, &scene->office, scene->language);
	assert_int_equal(fclose(file), 0);
	bool found = strstr(written, line) != NULL;
	free(written);
	return found;
}

/* An empty field: a nought would say that priority overtook nobody. */
static void what_is_not_known_is_no_nought(void **state)
{
	struct scene *scene = *state;
	scene->report.whole = true;
	assert_true(csv_says(scene, "\r\nDidahului prioritas atau janji temu;0\r\n"));
	scene->report.untold_days = 1;
	assert_true(csv_says(scene, "\r\nDidahului prioritas atau janji temu;\r\n"));
}

/* What was said of visits, and nothing of what was not. */
static void what_came_of_visits_is_in_the_file(void **state)
{
	struct scene *scene = *state;
	assert_false(csv_says(scene, "Hasil pelayanan"));
	scene->report.outcomes.results[OUTCOME_SERVED] = 3;
	scene->report.outcomes.datas[OUTCOME_GIVEN] = 2;
	scene->report.outcomes.sources[OUTCOME_NO_SOURCE] = 1;
	scene->report.outcomes.sources[OUTCOME_WEBSITE] = 2;
	assert_true(csv_says(scene, "Hasil pelayanan"));
	assert_true(
		csv_says(scene, "\r\nTerlayani;3\r\nSudah diberikan;2\r\nTabel di website;2\r\n"));
}

/* Where a counter is a row or stands in a column; one without a name is its number alone. */
static void counters_have_their_names(void **state)
{
	struct scene *scene = *state;
	struct office *office = &scene->office;
	struct report_breach sheets[] = {{.date = "2026-11-23"}, {.date = "2026-11-23"}};
	struct report_pick pick = {.date = "2026-11-23"};
	office->counters[0] = (struct office_counter){.number = 1, .name = {"Kasir", ""}};
	office->counters[1] = (struct office_counter){.number = 2};
	office->counter_count = scene->report.counter_count = 2;
	office->service_count = 1;
	for (int i = 0; i < 2; i++) {
		scene->report.counters[i].number = i + 1;
		scene->report.counters[i].figures.issued = 3;
		sheets[i].breach.segment.counter = i + 1;
	}
	pick.pick.counter = 1;
	scene->report.breaches = sheets;
	scene->report.breach_count = 2;
	scene->report.picks = &pick;
	scene->report.pick_count = 1;
	assert_true(csv_says(scene, "\r\nLoket 1 · Kasir;3;"));
	assert_true(csv_says(scene, "\r\nLoket 2;3;"));
	assert_true(csv_says(scene, "\r\n2026-11-23;;;1 · Kasir;"));
	assert_true(csv_says(scene, "\r\n2026-11-23;;;2;"));
	assert_true(csv_says(scene, "1 · Kasir;;")); /* and who called out of turn */
}

static void a_second_file_does_not_take_the_place_of_the_first(void **state)
{
	struct scene *scene = *state;
	char path[PLACE_SIZE];
	assert_int_equal(save(scene, REPORT_CSV, scene->folder, path), RESULT_OK);
	expect_name(scene, path, "laporan-2026-11-23.csv");
	assert_int_equal(save(scene, REPORT_CSV, scene->folder, path), RESULT_OK);
	expect_name(scene, path, "laporan-2026-11-23-2.csv");
	text_copy(scene->report.to, sizeof scene->report.to, "2026-11-30");
	assert_int_equal(save(scene, REPORT_XLSX, scene->folder, path), RESULT_OK);
	expect_name(scene, path, "laporan-2026-11-23_2026-11-30.xlsx");
}

static void a_file_has_its_name_once_it_is_whole(void **state)
{
	struct scene *scene = *state;
	char path[PLACE_SIZE], text[8] = "";
	static const char *const names[REPORT_FORMATS] = {
		"laporan-2026-11-23.xlsx", "laporan-2026-11-23.csv", "laporan-2026-11-23.pdf"};
	for (int format = 0; format < REPORT_FORMATS; format++) {
		watched = scene->folder;
		assert_int_equal(
			save(scene, (enum report_format)format, scene->folder, path), RESULT_OK);
		expect_name(scene, path, names[format]);
		assert_int_equal(names_synced, format + 1);
		watched = NULL;
		assert_int_equal(unlink(path), 0);
	}
	assert_int_equal(save(scene, REPORT_PDF, scene->folder, path), RESULT_OK);
	expect_name(scene, path, "laporan-2026-11-23.pdf");
	FILE *file = fopen(path, "r");
	assert_non_null(fgets(text, sizeof text, file));
	fclose(file);
	assert_string_equal(text, "%PDF");
}

/* Ninety-nine of one stretch: the last is not written over. */
static void a_folder_full_of_names_is_told(void **state)
{
	struct scene *scene = *state;
	char path[PLACE_SIZE], name[64] = "laporan-2026-11-23.csv", last[TEMPORARY_SIZE];
	char text[8] = "";
	for (int i = 2; i <= 100; i++) {
		temporary_write(scene->folder, name, "old", 3, last);
		text_format(name, sizeof name, "laporan-2026-11-23-%d.csv", i);
	}
	assert_int_equal(save(scene, REPORT_CSV, scene->folder, path), RESULT_FILE_NAMES);
	assert_string_equal(path, scene->folder);
	FILE *file = fopen(last, "r");
	assert_non_null(fgets(text, sizeof text, file));
	fclose(file);
	assert_string_equal(text, "old");
	assert_int_equal(save(scene, REPORT_XLSX, scene->folder, path), RESULT_OK);
}

static bool is_empty(const char *folder)
{
	return rmdir(folder) == 0 && mkdir(folder, 0700) == 0;
}

/* And nothing half-written is left, nor is it said to be there. */
static void a_full_disk_is_told(void **state)
{
	struct scene *scene = *state;
	char path[PLACE_SIZE];
	sync_error = ENOSPC;
	for (int format = 0; format < REPORT_FORMATS; format++) {
		assert_int_equal(save(scene, (enum report_format)format, scene->folder, path),
			RESULT_FILE_FULL);
		assert_string_equal(path, scene->folder);
		assert_true(is_empty(scene->folder));
	}
	sync_error = EIO;
	assert_int_equal(save(scene, REPORT_CSV, scene->folder, path), RESULT_FILE_FAILED);
	assert_true(is_empty(scene->folder));
	sync_error = 0;
	name_error = EIO;
	assert_int_equal(save(scene, REPORT_CSV, scene->folder, path), RESULT_FILE_FAILED);
	assert_true(is_empty(scene->folder));
	name_error = EINVAL;
	assert_int_equal(save(scene, REPORT_CSV, scene->folder, path), RESULT_OK);
}

static void a_folder_that_is_not_there_is_told(void **state)
{
	struct scene *scene = *state;
	char path[PLACE_SIZE], nowhere[PLACE_SIZE];
	text_format(nowhere, sizeof nowhere, "%s/nowhere", scene->folder);
	for (int format = 0; format < REPORT_PDF; format++) {
		assert_int_equal(
			save(scene, (enum report_format)format, nowhere, path), RESULT_FILE_FOLDER);
		assert_string_equal(path, nowhere);
	}
}

/* An older file stays as it was when the new one cannot be written. */
static void what_was_there_stays(void **state)
{
	struct scene *scene = *state;
	char path[TEMPORARY_SIZE], text[8] = "";
	temporary_write(scene->folder, "r.csv", "old", 3, path);
	sync_error = ENOSPC;
	const struct report_file csv = {&scene->report, &scene->office, scene->language, NULL};
	assert_int_equal(report_save(REPORT_CSV, path, &csv), RESULT_FILE_FULL);
	FILE *file = fopen(path, "r");
	assert_non_null(fgets(text, sizeof text, file));
	fclose(file);
	assert_string_equal(text, "old");
	sync_error = 0;
	assert_int_equal(report_save(REPORT_CSV, path, &csv), RESULT_OK);
	assert_int_equal(names_synced, 1);
}

/* ---- where they go ---- */

static void expect_documents(const char *configured, const char *wanted)
{
	char path[PLACE_SIZE];
	assert_true(place_documents(configured, "/srv/giliran/giliran.db", path, sizeof path));
	assert_string_equal(path, wanted);
}

static void the_documents_folder_is_found(void **state)
{
	struct scene *scene = *state;
	char path[TEMPORARY_SIZE], folder[PLACE_SIZE];
	static const char list[] = "# comment\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\n"
				   "XDG_DOCUMENTS_DIR=\"$HOME/Dokumen\"\n";
	setenv("HOME", scene->folder, 1);
	unsetenv("XDG_CONFIG_HOME");
	expect_documents("/media/stick", "/media/stick");
	expect_documents("", "/srv/giliran");
	text_format(folder, sizeof folder, "%s/Documents", scene->folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	expect_documents(NULL, folder);
	text_format(folder, sizeof folder, "%s/.config", scene->folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	temporary_write(folder, "user-dirs.dirs", list, sizeof list - 1, path);
	text_format(folder, sizeof folder, "%s/Documents", scene->folder);
	expect_documents(NULL, folder);
	text_format(folder, sizeof folder, "%s/Dokumen", scene->folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	expect_documents(NULL, folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_quoted_where_they_must),
		cmocka_unit_test(no_field_is_a_formula),
		cmocka_unit_test_setup_teardown(
			a_second_file_does_not_take_the_place_of_the_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(counters_have_their_names, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_not_known_is_no_nought, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			what_came_of_visits_is_in_the_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_file_has_its_name_once_it_is_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_folder_full_of_names_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_full_disk_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_folder_that_is_not_there_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_was_there_stays, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_documents_folder_is_found, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
