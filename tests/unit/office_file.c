#include "app/desk/office_file.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 64 * 1024 };

static char *read_source(void)
{
	char path[1024];
	char *text = calloc(1, FILE_MAX);
	assert_non_null(text);
	assert_non_null(getenv("GILIRAN_SOURCE"));
	snprintf(path, sizeof path, "%s/assets/offices/tana-tidung.conf", getenv("GILIRAN_SOURCE"));
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	assert_true(fread(text, 1, FILE_MAX - 1, file) > 1000);
	fclose(file);
	return text;
}

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

static void reads_tana_tidung(void **state)
{
	(void)state;
	static const char *const codes[] = {"KONS", "JUAL", "PERP", "REKOM", "DTSEN"};
	static const char *const prefixes[] = {"K", "J", "P", "R", "D"};
	char path[1024];
	char error[256] = "";
	struct office office;
	snprintf(path, sizeof path, "%s/offices/tana-tidung.conf", getenv("GILIRAN_ASSETS"));
	assert_int_equal(office_file_read(path, &office, error, sizeof error), RESULT_OK);
	assert_string_equal(office.code, "6503");
	assert_string_equal(office.name, "BPS Kabupaten Tana Tidung");
	assert_int_equal(office.zone, OFFICE_WITA);
	assert_int_equal(office.service_count, 5);
	for (int i = 0; i < 5; i++) {
		const struct office_service *service = &office.services[i];
		assert_string_equal(service->code, codes[i]);
		assert_string_equal(service->prefix, prefixes[i]);
		assert_int_equal(service->target_s, i < 2 ? 600 : 0); /* what has a standard */
		assert_int_equal(service->unrated, i == 4);
		assert_int_equal(service->fee, i == 1 ? OFFICE_FEE_CHARGED : OFFICE_FEE_FREE);
		assert_int_equal(service->email_required, i == 1);
		assert_true(service->meaning[OFFICE_ENGLISH][0] != '\0');
	}
	assert_string_equal(office.services[1].short_name[OFFICE_INDONESIAN], "Penjualan Produk");
	assert_string_equal(office.services[2].short_name[OFFICE_ENGLISH], "Library");
	assert_int_equal(office.counter_count, 3);
	assert_int_equal(office.counters[2].number, 3);
	assert_int_equal(office.counters[2].services, 31);
	assert_string_equal(office_counter_name(&office, 3, OFFICE_INDONESIAN), "");
	assert_true(office.console.ring_soon && office.console.ring_late);
	assert_true(office.console.ring_unattended && !office.console.raise_late);
	assert_int_equal(office.console.lock_minutes, 10);
	assert_false(office.serve_on_call);
	assert_false(office.stand_by || office.call_any || office.asks_source);
	assert_int_equal(office.priority_head_start_s, 900);
	assert_int_equal(office.issue_before_s, 1800);
}

static void reads_the_feedback_of_tana_tidung(void **state)
{
	(void)state;
	char path[1024];
	char error[256] = "";
	struct office office;
	snprintf(path, sizeof path, "%s/offices/tana-tidung.conf", getenv("GILIRAN_ASSETS"));
	assert_int_equal(office_file_read(path, &office, error, sizeof error), RESULT_OK);
	assert_string_equal(office.feedback.instrument, "skm-9");
	assert_true(office.feedback.invites);
	assert_int_equal(office.feedback.address_count, 5);
	assert_int_equal(office.feedback.addresses[1].kind, OFFICE_WEB);
	assert_string_equal(office.feedback.addresses[2].text, "ipds6503@bps.go.id");
}

static void reads_the_hours_of_tana_tidung(void **state)
{
	(void)state;
	char path[1024];
	char error[256] = "";
	struct office office;
	snprintf(path, sizeof path, "%s/offices/tana-tidung.conf", getenv("GILIRAN_ASSETS"));
	assert_int_equal(office_file_read(path, &office, error, sizeof error), RESULT_OK);
	for (int day = 0; day < 7; day++) {
		int close = day < 4 ? 15 * 60 + 30 : 16 * 60;
		assert_int_equal(office.week[day].open.from_min, day < 5 ? 8 * 60 : 0);
		assert_int_equal(office.week[day].open.to_min, day < 5 ? close : 0);
		assert_int_equal(office.week[day].break_count, 0);
	}
}

/* `with` in place of the first `what` of the good file. */
static char *changed(const char *what, const char *with)
{
	char *source = read_source();
	char *text = calloc(1, FILE_MAX);
	char *at = strstr(source, what);
	assert_non_null(text);
	assert_non_null(at);
	*at = '\0';
	snprintf(text, FILE_MAX, "%s%s%s", source, with, at + strlen(what));
	free(source);
	return text;
}

static void try_changed(const char *folder, const char *what, const char *with, enum result result,
	const char *sentence)
{
	char path[TEMPORARY_SIZE];
	char error[512] = "";
	struct office office;
	char *text = changed(what, with);
	temporary_write(folder, "a.conf", text, strlen(text), path);
	free(text);
	assert_int_equal(office_file_read(path, &office, error, sizeof error), result);
	if (sentence != NULL) {
		const char *name = strrchr(error, '/');
		assert_non_null(name);
		/* "a.conf:LINE: sentence" */
		const char *space = strchr(name, ' ');
		assert_non_null(space);
		assert_true(strtol(name + strlen("/a.conf:"), NULL, 10) > 10);
		assert_string_equal(space + 1, sentence);
	}
}

static void says_what_is_wrong_and_where(void **state)
{
	static const char *const rows[][3] = {
		{"prefix = \"J\"", "prefix = \"K\"", "services[2].prefix: K is used twice"},
		{"prefix = \"J\"", "prefix = \"7\"",
			"services[2].prefix: must be 1 to 3 capital letters"},
		{"code = \"JUAL\"", "code = \"KONS\"", "services[2].code: KONS is used twice"},
		{"icon = \"cart\"", "icn = \"cart\"",
			"services[2].icn: is not a setting of this file"},
		{"fee = \"charged\"", "fee = \"paid\"",
			"services[2].fee: must be one of free, charged, zero"},
		{"zone = \"WITA\"", "zone = \"UTC\"", "zone: must be one of WIB, WITA, WIT"},
		{"zone = \"WITA\";", "", NULL},
		{"\"08.00-16.00\"", "\"16.00-08.00\"",
			"hours.friday: must be like \"08.00-15.30\""},
		{"\"08.00-16.00\"", "\"08:00-16:00\"",
			"hours.friday: must be like \"08.00-15.30\""},
		{"\"08.00-16.00\"", "\"08.00-24.01\"",
			"hours.friday: must be like \"08.00-15.30\""},
		{"number = 2;", "number = 1;", "counters[2].number: 1 is used twice"},
		{"number = 2;", "number = 2; services = [\"X\"];",
			"counters[2].services: X is not a service here"},
		{"number = 2;", "number = 0;", "counters[2].number: must be from 1 to 99"},
		{"number = 2;", "number = 2; name = { id = \"Ruang PST\"; };",
			"counters[2].name.en: is missing"},
		{"number = 2;",
			"number = 2; name = { id = \"a\"; en = \"a name that has more than 39 letters in it\"; };",
			"counters[2].name.en: is longer than 39 bytes"},
		/* Nobody reads blanks as a name; a counter needs none. */
		{"number = 2;", "number = 2; name = { id = \"Kasir\"; en = \"  \"; };",
			"counters[2].name.en: is blank"},
		{"id = \"Konsultasi Statistik\"", "id = \" \"", "services[1].name.id: is blank"},
		{"id = \"Konsultasi Statistik\"", "id = \"\"", "services[1].name: is empty in id"},
		{"idle_s = 75;", "staff = ( { code = \"a\"; name = \" \"; role = \"head\"; } );",
			"staff[1].name: is blank"},
		{"idle_s = 75;", "console = { lock_minutes = 241; };",
			"console.lock_minutes: must be from 0 to 240"},
		{"idle_s = 75;", "console = { ring = true; };",
			"console.ring: is not a setting of this file"},
		{"idle_s = 75", "idle_s = 10", "idle_s: must be from 60 to 90"},
		{"serve_on_call = false", "serve_on_call = 0",
			"serve_on_call: must be true or false"},
		{"idle_s = 75;", "breaks = { friday = [\"11.00-17.00\"]; };",
			"breaks.friday: must be like [\"12.00-13.00\"], in order and inside the hours"},
		{"idle_s = 75;", "breaks = { sunday = [\"11.00-12.00\"]; };",
			"breaks.sunday: must be like [\"12.00-13.00\"], in order and inside the hours"},
		{"instrument = \"skm-9\"", "instrument = \"SKM.9\"",
			"feedback.instrument: SKM.9 is not a-z, 0-9 and -"},
		{"kind = \"box\"", "kind = \"fax\"",
			"feedback.addresses[1].kind: must be one of box, web, email, whatsapp, "
			"phone"},
		{"invitation = true", "invitation = 1",
			"feedback.invitation: must be true or false"},
		{"idle_s = 75;", "breaks = 5;", "breaks: must be a group { … } or a list ( … )"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		try_changed(*state, rows[i][0], rows[i][1], RESULT_CONFIG_WRONG, rows[i][2]);
	}
}

static void takes_what_an_office_may_choose(void **state)
{
	try_changed(*state, "number = 2;", "number = 2; name = { id = \"Kasir\"; en = \"\"; };",
		RESULT_OK, NULL);
	try_changed(*state, "idle_s = 75;", "breaks = { friday = [\"11.30-13.00\"]; };", RESULT_OK,
		NULL);
	try_changed(*state, "number = 2;", "number = 2; services = [\"KONS\"];", RESULT_OK, NULL);
	try_changed(*state, "chat =", "# chat =", RESULT_OK, NULL);
	try_changed(*state, "instrument = \"skm-9\"", "instrument = \"\"", RESULT_OK, NULL);
	try_changed(*state, "\"08.00-16.00\"", "\"00.00-24.00\"", RESULT_OK, NULL);
	try_changed(*state, "  friday    = \"08.00-16.00\";", "", RESULT_OK, NULL);
}

static void too_many_of_anything(void **state)
{
	char many[2048] = "counters = ( { number = 90; }";
	for (int i = 1; i <= 16; i++) {
		size_t used = strlen(many);
		snprintf(many + used, sizeof many - used, ", { number = %d; }", i + 10);
	}
	size_t used = strlen(many);
	snprintf(many + used, sizeof many - used, ");\nold = (");
	try_changed(*state, "counters = (", many, RESULT_CONFIG_WRONG, "counters: must be 1 to 16");
	try_changed(*state, "counters = (", "counters = ();\nold = (", RESULT_CONFIG_WRONG,
		"counters: must be 1 to 16");
}

static void a_file_cut_anywhere_is_no_office(void **state)
{
	char *source = read_source();
	char path[TEMPORARY_SIZE];
	char error[512];
	struct office office;
	/* The last setting that must be there. */
	size_t end = (size_t)(strstr(source, "\nrunning = {") - source);
	for (size_t size = 0; size < end; size += 37) {
		temporary_write(*state, "a.conf", source, size, path);
		assert_int_equal(
			office_file_read(path, &office, error, sizeof error), RESULT_CONFIG_WRONG);
		assert_non_null(strstr(error, "a.conf:"));
	}
	free(source);
}

/* The running text promises the ten minutes to everybody only where every service does. */
static void no_running_text_promises_more_than_its_services(void **state)
{
	(void)state;
	static const char *const offices[] = {"tana-tidung", "bombana", "belitung", "pasuruan"};
	for (size_t i = 0; i < sizeof offices / sizeof offices[0]; i++) {
		char path[1024], error[256] = "";
		struct office office;
		bool all = true;
		snprintf(path, sizeof path, "%s/offices/%s.conf", getenv("GILIRAN_ASSETS"),
			offices[i]);
		assert_int_equal(office_file_read(path, &office, error, sizeof error), RESULT_OK);
		for (int k = 0; k < office.service_count; k++) {
			all = all && office.services[k].target_s > 0;
		}
		assert_int_equal(
			strstr(office.running[0], "Anda dilayani paling lama") != NULL, all);
		assert_int_equal(
			strstr(office.running[1], "You will be served within") != NULL, all);
	}
}

static void a_missing_file(void **state)
{
	(void)state;
	char error[256] = "";
	struct office office;
	assert_int_equal(office_file_read("/nowhere/a.conf", &office, error, sizeof error),
		RESULT_CONFIG_MISSING);
	assert_string_equal(error, "/nowhere/a.conf: No such file or directory");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_tana_tidung),
		cmocka_unit_test(reads_the_feedback_of_tana_tidung),
		cmocka_unit_test(reads_the_hours_of_tana_tidung),
		cmocka_unit_test(says_what_is_wrong_and_where),
		cmocka_unit_test(takes_what_an_office_may_choose),
		cmocka_unit_test(too_many_of_anything),
		cmocka_unit_test(a_file_cut_anywhere_is_no_office),
		cmocka_unit_test(no_running_text_promises_more_than_its_services),
		cmocka_unit_test(a_missing_file),
	};
	return cmocka_run_group_tests_name("office_file", tests, make_folder, remove_folder);
}
