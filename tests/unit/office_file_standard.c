/* The offices whose published service standards are known, and what a file may say of them. */
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

enum { ERROR_SIZE = 512, FILE_MAX = 64 * 1024, A_DAY = 20780 };

static struct office office;
static struct standards standards;

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

static void read_office(const char *name)
{
	char path[1024];
	char error[ERROR_SIZE] = "";
	snprintf(path, sizeof path, "%s/offices/%s.conf", getenv("GILIRAN_ASSETS"), name);
	enum result result = office_file_read_whole(path, &office, &standards, error, sizeof error);
	assert_string_equal(error, "");
	assert_int_equal(result, RESULT_OK);
}

static int count(const char *code, enum standard_part part)
{
	const struct standard_line *lines[STANDARD_PART_LINES];
	int service = office_find_service(&office, code);
	assert_true(service >= 0);
	return standard_list(&standards, service, part, A_DAY, lines);
}

/* All lines of a part in one text. */
static const char *words(const char *code, enum standard_part part)
{
	static char text[STANDARD_PART_LINES * OFFICE_TEXT_SIZE];
	const struct standard_line *lines[STANDARD_PART_LINES];
	int found =
		standard_list(&standards, office_find_service(&office, code), part, A_DAY, lines);
	size_t used = 0;
	text[0] = '\0';
	for (int i = 0; i < found; i++) {
		text_format(
			text + used, sizeof text - used, "%s\n", lines[i]->text[OFFICE_INDONESIAN]);
		used = strlen(text);
	}
	return text;
}

static void assert_published(const char *code)
{
	for (int part = 0; part < STANDARD_BASIS; part++) {
		assert_true(count(code, (enum standard_part)part) > 0);
	}
}

static void assert_promise(const char *code, const char *channel, int limit, enum office_unit unit)
{
	const struct office_service *service = &office.services[office_find_service(&office, code)];
	const struct office_standard *standard = office_find_standard(service, channel);
	assert_non_null(standard);
	assert_int_equal(standard->limit, limit);
	assert_int_equal(standard->unit, unit);
}

static void every_office_has_a_pledge(void **state)
{
	(void)state;
	static const char *const names[] = {"tana-tidung", "belitung", "pasuruan", "bombana"};
	const struct standard_line *lines[STANDARD_PART_LINES];
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		read_office(names[i]);
		assert_true(standard_list(&standards, STANDARD_OFFICE, STANDARD_PLEDGE, A_DAY,
				    lines) >= 2);
		assert_int_equal(office.year_count, 1);
	}
}

static bool is_channel(const char *words)
{
	for (int i = 0; i < office.feedback.address_count; i++) {
		const struct office_address *address = &office.feedback.addresses[i];
		bool box = strncmp(words, "Kotak saran", 11) == 0;
		if (box ? address->kind == OFFICE_BOX : strstr(words, address->text) != NULL) {
			return true;
		}
	}
	return false;
}

/* What a standard names for complaints, the kiosk shows, with a code to be read by a phone. */
static void complaints_are_heard_where_the_standard_says(void **state)
{
	static const char *const names[] = {"tana-tidung", "belitung", "pasuruan", "bombana"};
	const struct standard_line *lines[STANDARD_PART_LINES];
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		int told = 0;
		read_office(names[i]);
		for (int service = 0; service < office.service_count; service++) {
			int found = standard_list(
				&standards, service, STANDARD_COMPLAINTS, A_DAY, lines);
			for (int j = 0; j < found; j++) {
				const char *words = lines[j]->text[OFFICE_INDONESIAN];
				told++;
				if (!is_channel(words)) {
					fail_msg("%s: %s is no channel", names[i], words);
				}
			}
		}
		assert_true(told >= 2);
	}
}

static void tana_tidung_sells(void **state)
{
	(void)state;
	read_office("tana-tidung");
	assert_int_equal(office.zone, OFFICE_WITA);
	assert_published("JUAL");
	assert_published("KONS");
	assert_int_equal(count("PERP", STANDARD_REQUIREMENTS), 0);
	assert_int_equal(count("JUAL", STANDARD_PROCEDURE), 15);
	assert_promise("JUAL", "onsite", 10, OFFICE_MINUTES);
	assert_int_equal(office.services[1].fee, OFFICE_FEE_CHARGED);
	assert_non_null(strstr(words("JUAL", STANDARD_FEE), "Nomor 13 Tahun 2024"));
	assert_null(strstr(words("JUAL", STANDARD_FEE), "7 Tahun 2015"));
	assert_non_null(strstr(words("JUAL", STANDARD_COMPLAINTS), "0812-5565-0671"));
	assert_non_null(strstr(words("JUAL", STANDARD_COMPLAINTS), "ipds6503@bps.go.id"));
}

static void belitung_sells(void **state)
{
	(void)state;
	read_office("belitung");
	assert_string_equal(office.code, "1902");
	assert_int_equal(office.zone, OFFICE_WIB);
	assert_published("JUAL");
	assert_promise("JUAL", "onsite", 10, OFFICE_MINUTES);
	assert_non_null(strstr(words("JUAL", STANDARD_FEE), "tidak dipungut biaya"));
	assert_non_null(strstr(words("JUAL", STANDARD_PROCEDURE), "kode billing"));
	assert_non_null(strstr(words("JUAL", STANDARD_COMPLAINTS), "www.lapor.go.id"));
	assert_int_equal(office.services[1].target_s, 0);
}

static void bombana_advises(void **state)
{
	(void)state;
	read_office("bombana");
	assert_string_equal(office.code, "7406");
	assert_int_equal(office.zone, OFFICE_WITA);
	assert_published("KONS");
	assert_promise("KONS", "onsite", 10, OFFICE_MINUTES);
	assert_promise("KONS", "online", 3, OFFICE_WORKING_DAYS);
	assert_non_null(strstr(words("KONS", STANDARD_PROCEDURE), "7 hari tanpa jawaban"));
	assert_null(strstr(words("KONS", STANDARD_COMPLAINTS), "0882"));
	assert_int_equal(office.services[0].fee, OFFICE_FEE_FREE);
}

static void pasuruan_advises_and_sells(void **state)
{
	(void)state;
	read_office("pasuruan");
	assert_string_equal(office.code, "3514");
	assert_int_equal(office.zone, OFFICE_WIB);
	for (int day = 0; day < 5; day++) {
		assert_int_equal(office.week[day].open.from_min, 8 * 60);
		assert_int_equal(office.week[day].open.to_min, day < 4 ? 15 * 60 + 30 : 16 * 60);
	}
	assert_published("KONS");
	assert_published("JUAL");
	assert_promise("KONS", "onsite", 10, OFFICE_MINUTES);
	assert_promise("KONS", "email", 2, OFFICE_WORKING_DAYS);
	assert_promise("KONS", "online", 1, OFFICE_WORKING_DAYS);
	assert_promise("KONS", "phone", 0, OFFICE_AT_ONCE);
	assert_int_equal(office.services[1].standard_count, 0);
	assert_int_equal(office.services[1].target_s, 0);
	assert_non_null(strstr(words("JUAL", STANDARD_BASIS), "31.2 Tahun 2024"));
	assert_non_null(strstr(words("KONS", STANDARD_COMPLAINTS), "(0343) 423420"));
}

/* ---- what is wrong with a file ---- */

static const char head[] =
	"code = \"1\"; name = \"N\"; unit = { id = \"U\"; en = \"U\"; }; zone = \"WIB\";\n"
	"counters = ( { number = 1; } ); notice_version = \"1\"; hours = {};\n"
	"running = { id = \"\"; en = \"\"; };\n"
	"services = ( { code = \"A\"; prefix = \"A\"; name = { id = \"A\"; en = \"A\"; };\n"
	"  meaning = { id = \"A\"; en = \"A\"; };\n";

#define LINE "( { id = \"a\"; en = \"b\"; } );\n"
#define REST                                                                                       \
	" procedure = " LINE " time = " LINE " fee = " LINE " product = " LINE " complaints = " LINE

static enum result read_text(
	const char *folder, const char *published, const char *pledge, char *out_error)
{
	char path[TEMPORARY_SIZE];
	char *text = calloc(1, FILE_MAX);
	assert_non_null(text);
	snprintf(text, FILE_MAX, "%s%s } );\n%s", head, published, pledge);
	temporary_write(folder, "a.conf", text, strlen(text), path);
	free(text);
	return office_file_read_whole(path, &office, &standards, out_error, ERROR_SIZE);
}

static void assert_refused(
	const char *folder, const char *published, const char *pledge, const char *sentence)
{
	char error[ERROR_SIZE] = "";
	assert_int_equal(read_text(folder, published, pledge, error), RESULT_CONFIG_WRONG);
	const char *name = strstr(error, "/a.conf:");
	assert_non_null(name);
	const char *space = strchr(name, ' ');
	assert_non_null(space);
	assert_true(strtol(name + strlen("/a.conf:"), NULL, 10) >= 5);
	assert_string_equal(space + 1, sentence);
}

static void the_least_that_is_published(void **state)
{
	char error[ERROR_SIZE] = "";
	assert_int_equal(read_text(*state, "", "", error), RESULT_OK);
	assert_int_equal(standards.count, 0);
	assert_int_equal(
		read_text(*state, "published = { requirements = " LINE REST "};", "", error),
		RESULT_OK);
	assert_int_equal(standards.count, 6);
	assert_string_equal(standards.lines[5].text[OFFICE_ENGLISH], "b");
	assert_int_equal(standards.lines[5].part, STANDARD_COMPLAINTS);
}

static void headings_and_validity(void **state)
{
	char error[ERROR_SIZE] = "";
	assert_int_equal(
		read_text(*state,
			"published = { requirements = ( { id = \"a\"; en = \"b\"; heading = true; },"
			" { id = \"a\"; en = \"b\"; from = \"2026-11-23\"; until = \"2026-11-23\"; }"
			");" REST " basis = " LINE "};",
			"pledge = " LINE, error),
		RESULT_OK);
	assert_int_equal(standards.count, 9);
	assert_true(standards.lines[0].heading);
	assert_int_equal(standards.lines[0].from_day, STANDARD_ALWAYS);
	assert_false(standards.lines[1].heading);
	assert_int_equal(standards.lines[1].from_day, standards.lines[1].until_day);
	assert_int_equal(standards.lines[1].from_day, 20780);
	assert_int_equal(standards.lines[8].service, STANDARD_OFFICE);
}

static void says_what_is_wrong_and_where(void **state)
{
	static const char *const rows[][2] = {
		{"published = 5;", "services[1].published: must be a group { … } or a list ( … )"},
		{"published = {" REST "};", "services[1].published.requirements: is missing"},
		{"published = { requirements = ( );" REST "};",
			"services[1].published.requirements: must be 1 to 24 lines"},
		{"published = { requirements = ( { id = \"a\"; } );" REST "};",
			"services[1].published.requirements[1].en: is missing"},
		{"published = { requirements = ( { id = \"a\"; en = \"\"; } );" REST "};",
			"services[1].published.requirements[1]: is empty in one language"},
		{"published = { requirements = ( \"a\" );" REST "};",
			"services[1].published.requirements[1]: must be a group { … } with id"},
		{"published = { requirements = ( { id = \"a\"; en = \"b\"; ms = \"c\"; } );" REST
		 "};",
			"services[1].published.requirements[1].ms: is not a setting of this file"},
		{"published = { requirements = ( { id = \"a\"; en = \"b\"; from = \"soon\"; } );" REST
		 "};",
			"services[1].published.requirements[1].from: must be a date like "
			"\"2026-02-19\""},
		{"published = { requirements = ( { id = \"a\"; en = \"b\"; from = \"2026-02-02\";"
		 " until = \"2026-02-01\"; } );" REST "};",
			"services[1].published.requirements[1].until: is earlier than from"},
		{"published = { requirements = ( { id = \"a\"; en = \"b\"; heading = 1; } );" REST
		 "};",
			"services[1].published.requirements[1].heading: must be true or false"},
		{"published = { requirement = " LINE "requirements = " LINE REST "};",
			"services[1].published.requirement: is not a setting of this file"},
		{"published = { requirements = " LINE REST " pledge = " LINE "};",
			"services[1].published.pledge: is not a setting of this file"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_refused(*state, rows[i][0], "", rows[i][1]);
	}
	assert_refused(*state, "", "pledge = { id = \"a\"; };",
		"pledge.id: must be a group { … } with id");
}

static void too_many_and_too_long(void **state)
{
	char *list = calloc(1, FILE_MAX);
	char lines[STANDARD_PART_LINES * 32] = "";
	assert_non_null(list);
	for (int i = 0; i < STANDARD_PART_LINES; i++) {
		size_t used = strlen(lines);
		text_format(lines + used, sizeof lines - used, ", { id = \"a\"; en = \"b\"; }");
	}
	snprintf(list, FILE_MAX,
		"published = { requirements = ( { id = \"a\"; en = \"b\"; }%s );" REST "};", lines);
	assert_refused(
		*state, list, "", "services[1].published.requirements: must be 1 to 24 lines");
	char text[OFFICE_TEXT_SIZE + 1] = "";
	memset(text, 'x', OFFICE_TEXT_SIZE);
	snprintf(list, FILE_MAX,
		"published = { requirements = ( { id = \"%s\"; en = \"b\"; } );" REST "};", text);
	assert_refused(*state, list, "",
		"services[1].published.requirements[1].id: is longer than 255 bytes");
	text[OFFICE_NAME_SIZE] = '\0';
	snprintf(list, FILE_MAX,
		"published = { requirements = ( { id = \"%s\"; en = \"b\"; heading = true; } );" REST
		"};",
		text);
	assert_refused(*state, list, "",
		"services[1].published.requirements[1]: is longer than a heading of 95 bytes");
	memset(text, 'x', OFFICE_TEXT_SIZE);
	text[OFFICE_TEXT_SIZE - 1] = '\0';
	snprintf(list, FILE_MAX,
		"published = { requirements = ( { id = \"%s\"; en = \"b\"; } );" REST "};", text);
	char error[ERROR_SIZE] = "";
	assert_int_equal(read_text(*state, list, "", error), RESULT_OK);
	assert_string_equal(standards.lines[0].text[OFFICE_INDONESIAN], text);
	free(list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_office_has_a_pledge),
		cmocka_unit_test(complaints_are_heard_where_the_standard_says),
		cmocka_unit_test(tana_tidung_sells),
		cmocka_unit_test(belitung_sells),
		cmocka_unit_test(bombana_advises),
		cmocka_unit_test(pasuruan_advises_and_sells),
		cmocka_unit_test(the_least_that_is_published),
		cmocka_unit_test(headings_and_validity),
		cmocka_unit_test(says_what_is_wrong_and_where),
		cmocka_unit_test(too_many_and_too_long),
	};
	return cmocka_run_group_tests_name(
		"office_file_standard", tests, make_folder, remove_folder);
}
