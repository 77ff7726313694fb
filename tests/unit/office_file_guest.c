/* What an office file says of its guest books: of all services, and of one. */
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "app/queue/guest.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

/* The second service sends its product by e-mail. */
static const char form[] =
	"code = \"1\"; name = \"a\"; zone = \"WIB\"; unit = { id = \"b\"; en = \"c\"; };\n"
	"hours = { monday = \"08.00-15.30\"; }; counters = ({ number = 1; });\n"
	"notice_version = \"1\"; running = { id = \"h\"; en = \"i\"; }; {}\n"
	"services = ({ code = \"A\"; prefix = \"A\"; name = { id = \"d\"; en = \"e\"; };\n"
	"    meaning = { id = \"f\"; en = \"g\"; }; },\n"
	"  { code = \"B\"; prefix = \"B\"; name = { id = \"d\"; en = \"e\"; };\n"
	"    meaning = { id = \"f\"; en = \"g\"; }; email_required = true;\n"
	"    {}\n"
	"  });\n";

static enum result read_with(
	const char *of_all, const char *of_second, struct office *out_office, char error[256])
{
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE], text[2048];
	const char *const values[] = {of_all, of_second};
	assert_true(text_fill(text, sizeof text, form, values, 2));
	temporary_create(folder);
	temporary_write(folder, "a.conf", text, strlen(text), path);
	enum result result = office_file_read(path, out_office, error, 256);
	temporary_remove(folder);
	return result;
}

static void says_what_is_wrong_and_where(void **state)
{
	(void)state;
	static const struct {
		const char *of_all, *of_second, *sentence;
	} rows[] = {
		{"", "guest_book = { phone = \"yes\"; };",
			"8: services[2].guest_book.phone: must be one of usual, no, optional, "
			"required"},
		{"", "guest_book = { phone = true; };",
			"8: services[2].guest_book.phone: must be a text in quotation marks"},
		{"", "guest_book = { nik = \"required\"; };",
			"8: services[2].guest_book.nik: is not a setting of this file"},
		{"", "guest_book = { data_needed_2 = \"no\"; };",
			"8: services[2].guest_book.data_needed_2: is not a setting of this file"},
		{"", "guest_book = { party_male = \"no\"; };",
			"8: services[2].guest_book.party_male: is not a setting of this file"},
		{"", "guest_book = { birth_year = \"optional\"; age_band = \"optional\"; };",
			"8: services[2].guest_book: age_band and birth_year are not asked "
			"together"},
		{"", "guest_book = { needs = \"required\"; };",
			"8: services[2].guest_book: needs cannot be required, since none is an "
			"answer"},
		{"", "guest_book = { email = \"no\"; };",
			"8: services[2].guest_book: email_required needs the email"},
		{"", "guest_book = true;",
			"8: services[2].guest_book: must be a group { … } or a list ( … )"},
		{"", "guest_book = { disability = \"required\"; };",
			"8: services[2].guest_book: disability cannot be required: who will not "
			"tell need not"},
		{"options = { occupation = ({ code = 8; }); };", "",
			"3: options.occupation[1].code: is none of the list's; the office's own "
			"are 101 to 199"},
		{"options = { occupation = ({ code = 2; id = \"x\"; }); };", "",
			"3: options.occupation[1].en: is missing"},
		{"options = { occupation = ({ code = 4; offered = false; }, { code = 101; "
		 "id = \"x\"; en = \"y\"; }); };",
			"",
			"3: options.occupation[2].survey: must be the code of the list's that it "
			"counts as in the survey"},
		{"options = { sex = ({ code = 1; offered = false; }, { code = 2; offered = false; }); "
		 "};",
			"", "3: options: sex leaves nothing to choose"},
		{"options = { name = ({ code = 1; }); };", "",
			"3: options.name: is not a setting of this file"},
		{"guest_book = { photo = \"no\"; };", "",
			"3: guest_book.photo: is not a setting of this file"},
		{"guest_book = { email = \"optional\"; };", "",
			"6: services[2]: guest_book: email_required needs the email"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct office office;
		char error[256] = "";
		assert_int_equal(read_with(rows[i].of_all, rows[i].of_second, &office, error),
			RESULT_CONFIG_WRONG);
		const char *where = strstr(error, "a.conf:");
		assert_non_null(where);
		assert_string_equal(where + strlen("a.conf:"), rows[i].sentence);
	}
}

static void a_service_has_the_last_word(void **state)
{
	(void)state;
	struct office office;
	char error[256] = "";
	assert_int_equal(read_with("guest_book = { birth_year = \"required\"; email = \"required\";"
				   " party = \"no\"; };",
				 "guest_book = { birth_year = \"usual\"; address = \"optional\";"
				 " party = \"required\"; };",
				 &office, error),
		RESULT_OK);
	const struct office_service *first = &office.services[0], *second = &office.services[1];
	assert_int_equal(first->asks[GUEST_BIRTH_YEAR], GUEST_REQUIRED);
	assert_int_equal(guest_asked(first, GUEST_AGE_BAND), GUEST_NO);
	assert_int_equal(guest_asked(first, GUEST_EMAIL), GUEST_REQUIRED);
	assert_int_equal(guest_asked(first, GUEST_PARTY_FEMALE), GUEST_NO);
	assert_int_equal(guest_asked(first, GUEST_ADDRESS), GUEST_NO);
	assert_int_equal(guest_asked(second, GUEST_BIRTH_YEAR), GUEST_NO);
	assert_int_equal(guest_asked(second, GUEST_AGE_BAND), GUEST_REQUIRED);
	assert_int_equal(guest_asked(second, GUEST_ADDRESS), GUEST_OPTIONAL);
	assert_int_equal(guest_asked(second, GUEST_PARTY_FEMALE), GUEST_REQUIRED);
}

static void a_silent_file_asks_as_usual(void **state)
{
	(void)state;
	static const enum guest_ask silent[GUEST_FIELDS];
	struct office office;
	char error[256] = "";
	assert_int_equal(read_with("", "", &office, error), RESULT_OK);
	for (int i = 0; i < office.service_count; i++) {
		assert_memory_equal(office.services[i].asks, silent, sizeof silent);
	}
	assert_int_equal(guest_asked(&office.services[0], GUEST_EMAIL), GUEST_OPTIONAL);
	assert_int_equal(guest_asked(&office.services[1], GUEST_EMAIL), GUEST_REQUIRED);
	/* A group that says nothing says as little. */
	assert_int_equal(
		read_with("guest_book = {};", "guest_book = {};", &office, error), RESULT_OK);
	assert_memory_equal(office.services[1].asks, silent, sizeof silent);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_is_wrong_and_where),
		cmocka_unit_test(a_service_has_the_last_word),
		cmocka_unit_test(a_silent_file_asks_as_usual),
	};
	return cmocka_run_group_tests_name("office_file_guest", tests, NULL, NULL);
}
