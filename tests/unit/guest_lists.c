/* The lists of the guest book as an office words them. */
#include "app/base/text.h"
#include "app/queue/guest.h"
#include "tests/unit/check.h"

#include <string.h>

static struct office office; /* large; emptied before each test */

static int empty(void **state)
{
	(void)state;
	office = (struct office){0};
	return 0;
}

static struct office_option *say(enum guest_field field, int code, const char *label, int survey)
{
	struct office_option *option = &office.options[office.option_count++];
	*option = (struct office_option){.field = field, .code = code, .survey = survey};
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		text_copy(option->label[i], OFFICE_OPTION_SIZE, label);
	}
	return option;
}

static void assert_shows(enum guest_field field, const int *codes, int count)
{
	struct guest_choice choices[GUEST_CHOICES];
	assert_int_equal(guest_choices(&office, field, choices), count);
	for (int i = 0; i < count; i++) {
		assert_int_equal(choices[i].code, codes[i]);
	}
}

/* An office that says nothing offers what we do, in our order. */
static void offers_ours(void **state)
{
	(void)state;
	struct guest_choice choices[GUEST_CHOICES];
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const struct guest_option *options = guest_options((enum guest_field)i);
		int count = guest_choices(&office, (enum guest_field)i, choices);
		for (int k = 0; k < count; k++) {
			assert_int_equal(choices[k].code, options[k].code);
			assert_string_equal(choices[k].key, options[k].key);
			assert_null(choices[k].own);
		}
		assert_true(options == NULL ? count == 0 : options[count].code == 0);
	}
}

static void its_own_stand_before_other(void **state)
{
	(void)state;
	static const int shown[] = {1, 2, 3, 4, 5, 6, 102, 101, 7};
	say(GUEST_OCCUPATION, 102, "Perangkat desa", 3);
	say(GUEST_OCCUPATION, 101, "Wartawan", 7);
	assert_shows(GUEST_OCCUPATION, shown, 9);
	struct guest_choice choice;
	assert_true(guest_find_choice(&office, GUEST_OCCUPATION, 102, &choice));
	assert_null(choice.key);
	assert_string_equal(choice.own->label[OFFICE_ENGLISH], "Perangkat desa");
	assert_false(choice.other);
	assert_false(guest_find_choice(&office, GUEST_OCCUPATION, 103, &choice));
	assert_false(guest_find_choice(&office, GUEST_PURPOSE, 102, &choice));
}

static void what_is_hidden_keeps_its_words(void **state)
{
	(void)state;
	static const int shown[] = {1, 2, 3, 5, 6, 7};
	struct guest_choice choice;
	say(GUEST_OCCUPATION, 4, "", 0)->hidden = true;
	say(GUEST_OCCUPATION, 101, "Wartawan", 7)->hidden = true;
	say(GUEST_OCCUPATION, 2, "Peneliti, dosen, atau guru", 0);
	assert_shows(GUEST_OCCUPATION, shown, 6);
	assert_true(guest_find_choice(&office, GUEST_OCCUPATION, 4, &choice));
	assert_string_equal(choice.key, "occupation.state_company");
	assert_true(guest_find_choice(&office, GUEST_OCCUPATION, 101, &choice));
	assert_true(guest_find_choice(&office, GUEST_OCCUPATION, 2, &choice));
	assert_string_equal(choice.own->label[0], "Peneliti, dosen, atau guru");
}

/* domain.md §1.2 note c. */
static void counts_as_the_survey_does(void **state)
{
	(void)state;
	say(GUEST_OCCUPATION, 101, "Perangkat desa", 3);
	say(GUEST_EDUCATION, 101, "Pesantren", 9);
	assert_int_equal(guest_survey_code(&office, GUEST_OCCUPATION, 101), 3);
	assert_int_equal(guest_survey_code(&office, GUEST_OCCUPATION, 2), 2);
	assert_int_equal(guest_survey_code(&office, GUEST_EDUCATION, 101), 1);
	assert_int_equal(guest_survey_code(&office, GUEST_EDUCATION, 5), 5);
	assert_int_equal(guest_survey_code(&office, GUEST_EDUCATION, 8), 1);
	assert_int_equal(guest_survey_code(&office, GUEST_SEX, 0), 0);
}

static void says_what_is_wrong(void **state)
{
	(void)state;
	static const struct {
		struct office_option option;
		const char *key, *why;
	} rows[] = {
		{{.field = GUEST_OCCUPATION, .code = 8}, "code",
			"is none of the list's; the office's own are 101 to 199"},
		{{.field = GUEST_OCCUPATION, .code = 200}, "code",
			"is none of the list's; the office's own are 101 to 199"},
		{{.field = GUEST_MEDIA, .code = 64}, "code",
			"is none of the list's; the office's own are 256, 512, … 16384"},
		{{.field = GUEST_MEDIA, .code = 768}, "code",
			"is none of the list's; the office's own are 256, 512, … 16384"},
		{{.field = GUEST_SEX, .code = 101, .survey = 1}, "code",
			"is none of the list's, which takes no others"},
		{{.field = GUEST_OCCUPATION, .code = 101, .label = {"a", "b"}}, "survey",
			"must be the code of the list's that it counts as in the survey"},
		{{.field = GUEST_OCCUPATION, .code = 101, .survey = 102, .label = {"a", "b"}},
			"survey", "must be the code of the list's that it counts as in the survey"},
		{{.field = GUEST_OCCUPATION, .code = 2, .survey = 3}, "survey",
			"is only said of an option of the office's own"},
		{{.field = GUEST_OCCUPATION, .code = 101, .survey = 7, .label = {"a", ""}}, "id",
			"must say what it is called, in both languages"},
		{{.field = GUEST_OCCUPATION,
			 .code = 2,
			 .label = {"abcdefghijklmnopqrstuvwxy", "a"}},
			"id", "has a word too long for a button: 24 letters, 14 in short"},
		{{.field = GUEST_EDUCATION, .code = 2, .label = {"a", "abcd abcdefghijklmno"}},
			"id", "has a word too long for a button: 24 letters, 14 in short"},
		{{.field = GUEST_EDUCATION,
			 .code = 2,
			 .label = {"a", "abcd abcdefghijklmno"},
			 .brief = {"a", "abcdefghijklmno"}},
			"id", "has a word too long for a button: 24 letters, 14 in short"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char why[OFFICE_TEXT_SIZE];
		const char *key;
		office.options[0] = rows[i].option;
		office.option_count = 1;
		assert_false(guest_check_option(&office, 0, &key, why, sizeof why));
		assert_string_equal(key, rows[i].key);
		assert_string_equal(why, rows[i].why);
	}
}

static void none_is_there_twice_or_one_too_many(void **state)
{
	(void)state;
	char why[OFFICE_TEXT_SIZE];
	const char *key;
	say(GUEST_OCCUPATION, 2, "x", 0);
	say(GUEST_OCCUPATION, 2, "y", 0);
	assert_true(guest_check_option(&office, 0, &key, why, sizeof why));
	assert_false(guest_check_option(&office, 1, &key, why, sizeof why));
	assert_string_equal(why, "is there twice");
	/* Rows have room for twelve in all: eight levels of education, and four. */
	office.option_count = 0;
	for (int i = 0; i < 5; i++) {
		say(GUEST_EDUCATION, 101 + i, "x", 9);
		assert_int_equal(guest_check_option(&office, i, &key, why, sizeof why), i < 4);
	}
	assert_string_equal(why, "is one too many of the office's own for this list");
	office.option_count = 0;
	for (int i = 0; i < 11; i++) {
		say(GUEST_PURPOSE, 101 + i, "x", 5);
		assert_int_equal(guest_check_option(&office, i, &key, why, sizeof why), i < 10);
	}
}

static void a_list_is_never_empty(void **state)
{
	(void)state;
	char why[OFFICE_TEXT_SIZE];
	say(GUEST_SEX, 1, "", 0)->hidden = true;
	assert_true(guest_check_lists(&office, why, sizeof why));
	say(GUEST_SEX, 2, "", 0)->hidden = true;
	assert_false(guest_check_lists(&office, why, sizeof why));
	assert_string_equal(why, "sex leaves nothing to choose");
}

/* In a row the short words stand, elsewhere the whole ones. */
static void long_words_have_room(void **state)
{
	(void)state;
	char why[OFFICE_TEXT_SIZE];
	const char *key;
	office.options[0] = (struct office_option){.field = GUEST_EDUCATION,
		.code = 2,
		.label = {"abcdefghijklmnopqrstuvwx", "abcdefghijklmnopqrstuvwx"},
		.brief = {"abcdefghijklmn", "b"}};
	office.options[1] = (struct office_option){
		.field = GUEST_OCCUPATION, .code = 2, .label = {"abcdefghijklmnopqrstuvwx", "a"}};
	office.option_count = 2;
	assert_true(guest_check_option(&office, 0, &key, why, sizeof why));
	assert_true(guest_check_option(&office, 1, &key, why, sizeof why));
}

/* The desk takes only what is in a list, hidden or not. */
static void knows_what_was_chosen(void **state)
{
	(void)state;
	struct guest guest = {.occupation = 101, .media = 1 + 32};
	assert_false(guest_check_choices(&office, &guest));
	say(GUEST_OCCUPATION, 101, "Wartawan", 7)->hidden = true;
	assert_true(guest_check_choices(&office, &guest));
	guest.media |= 256;
	assert_false(guest_check_choices(&office, &guest));
	say(GUEST_MEDIA, 256, "Radio", 32);
	assert_true(guest_check_choices(&office, &guest));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(offers_ours, empty),
		cmocka_unit_test_setup(its_own_stand_before_other, empty),
		cmocka_unit_test_setup(what_is_hidden_keeps_its_words, empty),
		cmocka_unit_test_setup(counts_as_the_survey_does, empty),
		cmocka_unit_test_setup(says_what_is_wrong, empty),
		cmocka_unit_test_setup(none_is_there_twice_or_one_too_many, empty),
		cmocka_unit_test_setup(a_list_is_never_empty, empty),
		cmocka_unit_test_setup(long_words_have_room, empty),
		cmocka_unit_test_setup(knows_what_was_chosen, empty),
	};
	return cmocka_run_group_tests_name("guest_lists", tests, NULL, NULL);
}
