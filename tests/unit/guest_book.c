/* The guest book as offices ask it: switches, options, and what is kept of the answers. */
#include "app/queue/guest.h"
#include "tests/unit/check.h"

#include <string.h>

enum { YEAR = 2026 };

static void set_text(struct guest *guest, enum guest_field field, const char *text)
{
	size_t size;
	char *typed = guest_text(guest, field, &size);
	assert_non_null(typed);
	assert_true(strlen(text) < size);
	snprintf(typed, size, "%s", text);
}

static enum result typing(enum guest_field field, const char *text)
{
	struct guest guest = {0};
	set_text(&guest, field, text);
	return guest_check_typing(&guest, field);
}

static enum result typed(enum guest_field field, const char *text)
{
	static const struct office_service service = {
		.asks = {[GUEST_BIRTH_YEAR] = GUEST_OPTIONAL}};
	struct guest guest = {0};
	set_text(&guest, field, text);
	return guest_check_field(&guest, field, &service, YEAR);
}

/* domain.md §1.1, the recommended default. */
static void asks_the_recommended_where_nothing_is_said(void **state)
{
	(void)state;
	enum guest_ask usual[GUEST_FIELDS] = {
		[GUEST_NAME] = GUEST_REQUIRED,
		[GUEST_INSTITUTION] = GUEST_OPTIONAL,
		[GUEST_EMAIL] = GUEST_OPTIONAL,
		[GUEST_PHONE] = GUEST_OPTIONAL,
		[GUEST_ADDRESS] = GUEST_NO,
		[GUEST_SEX] = GUEST_REQUIRED,
		[GUEST_AGE_BAND] = GUEST_REQUIRED,
		[GUEST_BIRTH_YEAR] = GUEST_NO,
		[GUEST_EDUCATION] = GUEST_REQUIRED,
		[GUEST_OCCUPATION] = GUEST_REQUIRED,
		[GUEST_OCCUPATION_OTHER] = GUEST_REQUIRED,
		[GUEST_INSTITUTION_KIND] = GUEST_OPTIONAL,
		[GUEST_INSTITUTION_KIND_OTHER] = GUEST_OPTIONAL,
		[GUEST_PURPOSE] = GUEST_REQUIRED,
		[GUEST_PURPOSE_OTHER] = GUEST_REQUIRED,
		[GUEST_DTSEN] = GUEST_NO,
		[GUEST_DTSEN_OTHER] = GUEST_NO,
		[GUEST_DATA_NEEDED] = GUEST_OPTIONAL,
		[GUEST_DATA_NEEDED_2] = GUEST_OPTIONAL,
		[GUEST_DATA_NEEDED_3] = GUEST_OPTIONAL,
		[GUEST_DATA_NEEDED_4] = GUEST_OPTIONAL,
		[GUEST_DATA_NEEDED_5] = GUEST_OPTIONAL,
		[GUEST_NEEDS] = GUEST_OPTIONAL,
		[GUEST_PARTY_MALE] = GUEST_OPTIONAL,
		[GUEST_PARTY_FEMALE] = GUEST_OPTIONAL,
	};
	static const struct office_service silent;
	static const struct office_service sale = {.email_required = true};
	/* What the survey asks beside is off until an office wants it. */
	for (int i = GUEST_OFFICE_PURPOSE; i <= GUEST_DISABILITY_KIND; i++) {
		usual[i] = GUEST_NO;
	}
	for (int i = GUEST_DATA_LEVEL; i < GUEST_NEEDS; i++) {
		usual[i] = GUEST_NO;
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		assert_int_equal(guest_asked(&silent, (enum guest_field)i), usual[i]);
		assert_int_equal(guest_asked(&sale, (enum guest_field)i),
			i == GUEST_EMAIL ? GUEST_REQUIRED : usual[i]);
	}
}

/* No office can ask for a number of an identity card or a photo, by whatever name. */
static void knows_no_identity_number(void **state)
{
	(void)state;
	static const char *const names[] = {
		"nik", "ktp", "id_number", "photo", "foto", "party_male", "data_needed_2", ""};
	enum guest_field field = GUEST_FIELDS;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		assert_false(guest_find_switch(names[i], &field));
	}
	assert_true(guest_find_switch("party", &field));
	assert_int_equal(field, GUEST_PARTY_MALE);
}

static void a_year_of_birth_stands_for_the_age(void **state)
{
	(void)state;
	struct office_service service = {.asks = {[GUEST_BIRTH_YEAR] = GUEST_REQUIRED}};
	char why[128];
	assert_int_equal(guest_asked(&service, GUEST_AGE_BAND), GUEST_NO);
	assert_true(guest_check_switches(&service, why, sizeof why));
	service.asks[GUEST_BIRTH_YEAR] = GUEST_NO;
	assert_int_equal(guest_asked(&service, GUEST_AGE_BAND), GUEST_REQUIRED);
	struct guest guest = {.age_band = 7};
	service.asks[GUEST_BIRTH_YEAR] = GUEST_OPTIONAL;
	set_text(&guest, GUEST_BIRTH_YEAR, "2001");
	guest_keep_asked(&guest, &service, YEAR);
	assert_int_equal(guest.age_band, 2); /* 25 */
	set_text(&guest, GUEST_BIRTH_YEAR, "");
	guest_keep_asked(&guest, &service, YEAR);
	assert_int_equal(guest.age_band, 0);
}

/* The survey's bands: < 17, 17-25, 26-34, 35-44, 45-54, 55-65, > 65. */
static void reckons_the_band_of_an_age(void **state)
{
	(void)state;
	static const struct {
		int born, band;
	} cases[] = {{2026, 1}, {2010, 1}, {2009, 2}, {2001, 2}, {2000, 3}, {1992, 3}, {1991, 4},
		{1982, 4}, {1981, 5}, {1972, 5}, {1971, 6}, {1961, 6}, {1960, 7}, {1940, 7},
		{1939, 0}, {2027, 0}, {0, 0}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(guest_age_band(cases[i].born, YEAR), cases[i].band);
	}
}

/* domain.md §1.2 note c: eight levels, stored fine, five in the survey; old codes keep theirs. */
static void maps_education_to_the_survey(void **state)
{
	(void)state;
	static const struct {
		const char *key;
		int code, level;
	} shown[] = {{"education.none", 6, 1}, {"education.primary", 7, 1},
		{"education.junior", 8, 1}, {"education.senior", 9, 1}, {"education.diploma", 2, 2},
		{"education.bachelor", 3, 3}, {"education.master", 4, 4},
		{"education.doctor", 5, 5}};
	const struct guest_option *options = guest_options(GUEST_EDUCATION);
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
		assert_string_equal(options[i].key, shown[i].key);
		assert_int_equal(options[i].code, shown[i].code);
		assert_int_equal(guest_education_level(shown[i].code), shown[i].level);
	}
	assert_int_equal(options[8].code, 0);
	/* Asked no more, but it is in stores. */
	assert_string_equal(guest_find_option(GUEST_EDUCATION, 1)->key, "education.school");
	assert_int_equal(guest_education_level(1), 1);
	assert_int_equal(guest_education_level(0), 0);
	assert_int_equal(guest_education_level(10), 0);
	assert_null(guest_find_option(GUEST_EDUCATION, 10));
	assert_null(guest_find_option(GUEST_NAME, 1));
}

static void other_wants_its_text(void **state)
{
	(void)state;
	static const struct {
		enum guest_field choice, text;
		int other;
	} cases[] = {{GUEST_OCCUPATION, GUEST_OCCUPATION_OTHER, 7},
		{GUEST_INSTITUTION_KIND, GUEST_INSTITUTION_KIND_OTHER, 9},
		{GUEST_PURPOSE, GUEST_PURPOSE_OTHER, 5}, {GUEST_DTSEN, GUEST_DTSEN_OTHER, 5}};
	static const struct office_service service = {.asks = {[GUEST_DTSEN] = GUEST_REQUIRED}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct guest guest = {.institution = "BPS"};
		assert_false(guest_is_asked(cases[i].text, &service, &guest));
		*guest_code(&guest, cases[i].choice) = cases[i].other;
		assert_true(guest_is_required(cases[i].text, &service, &guest));
		assert_int_equal(guest_check_field(&guest, cases[i].text, &service, YEAR),
			RESULT_FIELD_REQUIRED);
		set_text(&guest, cases[i].text, "Petani");
		assert_int_equal(
			guest_check_field(&guest, cases[i].text, &service, YEAR), RESULT_OK);
		/* Another choice makes the text one that nobody asked for. */
		*guest_code(&guest, cases[i].choice) = 1;
		guest_keep_asked(&guest, &service, YEAR);
		assert_true(guest_is_empty(&guest, cases[i].text));
		assert_int_equal(*guest_code(&guest, cases[i].choice), 1);
	}
}

static void asks_the_kind_of_an_institution_that_was_named(void **state)
{
	(void)state;
	struct office_service service = {.asks = {[GUEST_INSTITUTION_KIND] = GUEST_REQUIRED}};
	struct guest guest = {0};
	assert_false(guest_is_required(GUEST_INSTITUTION_KIND, &service, &guest));
	set_text(&guest, GUEST_INSTITUTION, "BPS");
	assert_true(guest_is_required(GUEST_INSTITUTION_KIND, &service, &guest));
	/* Alone it is asked of everybody. */
	service.asks[GUEST_INSTITUTION] = GUEST_NO;
	set_text(&guest, GUEST_INSTITUTION, "");
	assert_true(guest_is_required(GUEST_INSTITUTION_KIND, &service, &guest));
}

static void asks_for_data_one_item_after_another(void **state)
{
	(void)state;
	struct office_service service = {.asks = {[GUEST_DATA_NEEDED] = GUEST_REQUIRED}};
	struct guest guest = {0};
	assert_true(guest_is_required(GUEST_DATA_NEEDED, &service, &guest));
	assert_false(guest_is_asked(GUEST_DATA_NEEDED_2, &service, &guest));
	set_text(&guest, GUEST_DATA_NEEDED, "Inflasi 2025");
	assert_true(guest_is_asked(GUEST_DATA_NEEDED_2, &service, &guest));
	assert_false(guest_is_required(GUEST_DATA_NEEDED_2, &service, &guest));
	assert_false(guest_is_asked(GUEST_DATA_NEEDED_3, &service, &guest));
	/* Gaps are closed, in order, and what was moved is left nowhere. */
	set_text(&guest, GUEST_DATA_NEEDED, "  ");
	set_text(&guest, GUEST_DATA_NEEDED_3, "Jumlah penduduk");
	set_text(&guest, GUEST_DATA_NEEDED_5, "PDRB");
	guest_keep_asked(&guest, &service, YEAR);
	assert_string_equal(guest.data_needed[0], "Jumlah penduduk");
	assert_string_equal(guest.data_needed[1], "PDRB");
	for (int i = 2; i < GUEST_ITEMS; i++) {
		static const char nothing[GUEST_NOTE_SIZE];
		assert_memory_equal(guest.data_needed[i], nothing, sizeof nothing);
	}
}

static void keeps_only_what_is_asked(void **state)
{
	(void)state;
	static const struct guest nothing;
	struct office_service service = {0};
	struct guest guest = {0};
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		size_t size;
		if (guest_text(&guest, field, &size) != NULL) {
			set_text(&guest, field, "199");
		} else {
			*guest_code(&guest, field) = 1;
		}
		if (guest_field_lead(field) == field) {
			service.asks[i] = GUEST_NO;
		}
	}
	service.asks[GUEST_SEX] = GUEST_OPTIONAL;
	guest_keep_asked(&guest, &service, YEAR);
	assert_int_equal(guest.sex, 1);
	guest.sex = 0;
	assert_memory_equal(&guest, &nothing, sizeof guest);
	enum guest_field wrong = GUEST_FIELDS;
	assert_int_equal(guest_check(&guest, &service, YEAR, &wrong), RESULT_OK);
}

static void says_which_switches_do_not_fit(void **state)
{
	(void)state;
	char why[128] = "";
	struct office_service service = {0};
	assert_true(guest_check_switches(&service, why, sizeof why));
	service.asks[GUEST_AGE_BAND] = service.asks[GUEST_BIRTH_YEAR] = GUEST_OPTIONAL;
	assert_false(guest_check_switches(&service, why, sizeof why));
	assert_string_equal(why, "age_band and birth_year are not asked together");
	service = (struct office_service){.asks = {[GUEST_NEEDS] = GUEST_REQUIRED}};
	assert_false(guest_check_switches(&service, why, sizeof why));
	assert_string_equal(why, "needs cannot be required, since none is an answer");
	service = (struct office_service){
		.email_required = true, .asks = {[GUEST_EMAIL] = GUEST_OPTIONAL}};
	assert_false(guest_check_switches(&service, why, sizeof why));
	assert_string_equal(why, "email_required needs the email");
	service = (struct office_service){.asks = {[GUEST_PARTY_FEMALE] = GUEST_NO}};
	assert_false(guest_check_switches(&service, why, sizeof why));
	assert_string_equal(why, "party_female is not asked so");
	service = (struct office_service){0};
	for (int i = 0; i < GUEST_FIELDS; i++) {
		if (guest_field_lead((enum guest_field)i) == (enum guest_field)i) {
			service.asks[i] = GUEST_NO;
		}
	}
	assert_false(guest_check_switches(&service, why, sizeof why));
	assert_string_equal(why, "nothing is asked");
}

static void a_party_may_be_asked_of_everybody(void **state)
{
	(void)state;
	static const struct office_service service = {
		.asks = {[GUEST_PARTY_MALE] = GUEST_REQUIRED}};
	struct guest guest = {0};
	assert_int_equal(
		guest_check_field(&guest, GUEST_PARTY_MALE, &service, YEAR), RESULT_FIELD_REQUIRED);
	guest.party_female = 99;
	assert_int_equal(guest_check_field(&guest, GUEST_PARTY_MALE, &service, YEAR), RESULT_OK);
	assert_int_equal(guest_check_field(&guest, GUEST_PARTY_FEMALE, &service, YEAR), RESULT_OK);
	guest.party_female = 100;
	assert_int_equal(
		guest_check_field(&guest, GUEST_PARTY_FEMALE, &service, YEAR), RESULT_FIELD_RANGE);
}

static void knows_a_name(void **state)
{
	(void)state;
	static const char *const right[] = {"Siti", "Ma'ruf", "Nur Aini, S.Si.", "Anne-Marie",
		"d\u2019Arc", "\u02BBAbdull\u0101h", "Zo\u00EB \u0141\u00F3d\u017A", "Nguy\u1EC5n",
		"\u0130brahim \u00D6zg\u00FCr", "S\u00F8ren \u00C5s", "Zoe\u0308", "A",
		"R. A. Kartini", "Ali (Budi)", "H. M. Ali / Ani", "\u1E24asan 2"};
	static const char *const wrong[] = {"123", "...", "-", "Siti \U0001F642", "Siti\u2605",
		"\u0410\u043D\u043D\u0430", "\u5F20\u4F1F", "Siti;", "<b>Ani</b>", "a@b", "A_B",
		"\u0308Zoe", "Siti\uFFFD"};
	for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
		assert_int_equal(typed(GUEST_NAME, right[i]), RESULT_OK);
		assert_int_equal(typing(GUEST_NAME, right[i]), RESULT_OK);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_int_equal(typed(GUEST_NAME, wrong[i]), RESULT_NAME_FORM);
	}
	assert_int_equal(typed(GUEST_NAME, "Siti\u200F"), RESULT_TEXT_CONTROL);
	assert_int_equal(typing(GUEST_NAME, "R"), RESULT_OK);
	assert_int_equal(typing(GUEST_NAME, "("), RESULT_OK);
	assert_int_equal(typing(GUEST_NAME, "Siti_"), RESULT_NAME_FORM);
}

static void knows_a_year(void **state)
{
	(void)state;
	static const char *const right[] = {"1940", "2000", "2026", ""};
	static const char *const wrong[] = {
		"1939", "2027", "199", "0199", "-199", "199a", "+199", "1 99"};
	for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
		assert_int_equal(typed(GUEST_BIRTH_YEAR, right[i]), RESULT_OK);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_int_equal(typed(GUEST_BIRTH_YEAR, wrong[i]), RESULT_YEAR_FORM);
	}
}

/* What typing on can mend is nothing to complain of yet. */
static void complains_of_what_cannot_become_right(void **state)
{
	(void)state;
	static const struct {
		enum guest_field field;
		const char *so_far;
		enum result result;
	} cases[] = {
		{GUEST_EMAIL, "siti", RESULT_OK},
		{GUEST_EMAIL, "siti.", RESULT_OK},
		{GUEST_EMAIL, "siti@", RESULT_OK},
		{GUEST_EMAIL, "siti@gmail.", RESULT_OK},
		{GUEST_EMAIL, "siti@@", RESULT_EMAIL_SIGN},
		{GUEST_EMAIL, "@", RESULT_EMAIL_SIGN},
		{GUEST_EMAIL, "siti.@", RESULT_EMAIL_SIGN},
		{GUEST_EMAIL, "siti@.", RESULT_EMAIL_SIGN},
		{GUEST_EMAIL, "siti..r", RESULT_EMAIL_SIGN},
		{GUEST_EMAIL, "siti@a@b", RESULT_EMAIL_SIGN},
		{GUEST_PHONE, "0812", RESULT_OK},
		{GUEST_PHONE, "+62", RESULT_OK},
		{GUEST_PHONE, "0812+", RESULT_PHONE_FORM},
		{GUEST_PHONE, "123456789012345", RESULT_OK},
		{GUEST_PHONE, "1234567890123456", RESULT_PHONE_FORM},
		{GUEST_BIRTH_YEAR, "1", RESULT_OK},
		{GUEST_BIRTH_YEAR, "19", RESULT_OK},
		{GUEST_BIRTH_YEAR, "20", RESULT_OK},
		{GUEST_BIRTH_YEAR, "3", RESULT_YEAR_FORM},
		{GUEST_BIRTH_YEAR, "18", RESULT_YEAR_FORM},
		{GUEST_BIRTH_YEAR, "193", RESULT_YEAR_FORM},
		{GUEST_BIRTH_YEAR, "1985", RESULT_OK},
		{GUEST_DATA_NEEDED, "Inflasi", RESULT_OK},
		{GUEST_DATA_NEEDED, "\u2192", RESULT_TEXT_SIGN},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(typing(cases[i].field, cases[i].so_far), cases[i].result);
	}
	assert_int_equal(guest_phone_digits("+62 812-5565"), 9);
}

/* To the brim, and not past it: the widest letters, and no end at all. */
static void holds_each_field_at_its_limit(void **state)
{
	(void)state;
	static const struct office_service service;
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		struct guest guest = {.institution_kind = 9, .institution = "x"};
		size_t size;
		char *text = guest_text(&guest, field, &size);
		if (text == NULL) {
			continue;
		}
		memset(text, '1', size);
		assert_int_equal(
			guest_check_field(&guest, field, &service, YEAR), RESULT_TEXT_LONG);
		assert_int_equal(guest_check_typing(&guest, field), RESULT_TEXT_LONG);
		assert_false(guest_is_empty(&guest, field));
		memset(text, 'a', size - 1);
		text[size - 1] = '\0';
		enum result result = guest_check_field(&guest, field, &service, YEAR);
		assert_true(result == RESULT_OK || result == RESULT_EMAIL_SIGN ||
			    result == RESULT_PHONE_FORM || result == RESULT_YEAR_FORM ||
			    result == RESULT_DATA_YEAR);
		memset(text, 0, size);
		while (strlen(text) + 4 < size) {
			memcpy(text + strlen(text), "\u1EC5", 3);
		}
		result = guest_check_field(&guest, field, &service, YEAR);
		assert_true(result == RESULT_OK || result == RESULT_EMAIL_SIGN ||
			    result == RESULT_PHONE_FORM || result == RESULT_YEAR_FORM ||
			    result == RESULT_DATA_YEAR);
	}
}

/* Who comes again is who it was; what was answered today stands. */
static void recalls_who_comes_again(void **state)
{
	(void)state;
	struct guest guest = {
		.name = "Si", .age_band = 3, .education = 9, .email = "typed@example.id"};
	const struct guest known = {.name = "Siti Rahma",
		.institution = "BPS",
		.age_band = 2,
		.education = 7,
		.occupation = 4};
	guest_recall(&guest, &known);
	assert_string_equal(guest.name, "Siti Rahma");
	assert_string_equal(guest.institution, "BPS");
	assert_string_equal(guest.email, "typed@example.id"); /* the last visit left none */
	assert_int_equal(guest.age_band, 3);
	assert_int_equal(guest.education, 9);
	assert_int_equal(guest.occupation, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(asks_the_recommended_where_nothing_is_said),
		cmocka_unit_test(knows_no_identity_number),
		cmocka_unit_test(a_year_of_birth_stands_for_the_age),
		cmocka_unit_test(reckons_the_band_of_an_age),
		cmocka_unit_test(maps_education_to_the_survey),
		cmocka_unit_test(other_wants_its_text),
		cmocka_unit_test(asks_the_kind_of_an_institution_that_was_named),
		cmocka_unit_test(asks_for_data_one_item_after_another),
		cmocka_unit_test(keeps_only_what_is_asked),
		cmocka_unit_test(says_which_switches_do_not_fit),
		cmocka_unit_test(a_party_may_be_asked_of_everybody),
		cmocka_unit_test(knows_a_name),
		cmocka_unit_test(knows_a_year),
		cmocka_unit_test(complains_of_what_cannot_become_right),
		cmocka_unit_test(holds_each_field_at_its_limit),
		cmocka_unit_test(recalls_who_comes_again),
	};
	return cmocka_run_group_tests_name("guest_book", tests, NULL, NULL);
}
