#include "app/queue/guest.h"
#include "tests/unit/check.h"

#include <string.h>

enum { YEAR = 2026 };

static const struct office_service consultation = {.code = "KONS"};
static const struct office_service sale = {.code = "JUAL", .email_required = true};

static struct guest make_guest(void)
{
	struct guest guest = {
		.name = "Ani Lestari",
		.email = "ani@example.go.id",
		.sex = 2,
		.age_band = 3,
		.education = 3,
		.occupation = 1,
		.purpose = 1,
		.party_female = 1,
	};
	return guest;
}

static void accepts_a_usual_guest(void **state)
{
	(void)state;
	struct guest guest = make_guest();
	enum guest_field field = GUEST_FIELDS;
	assert_int_equal(guest_check(&guest, &sale, YEAR, &field), RESULT_OK);
	guest.email[0] = '\0';
	assert_int_equal(guest_check(&guest, &consultation, YEAR, &field), RESULT_OK);
	assert_int_equal(guest_check(&guest, &sale, YEAR, &field), RESULT_FIELD_REQUIRED);
	assert_int_equal(field, GUEST_EMAIL);
}

static void names_the_first_wrong_field(void **state)
{
	(void)state;
	struct guest guest = {0};
	enum guest_field field = GUEST_FIELDS;
	assert_int_equal(guest_check(&guest, &consultation, YEAR, &field), RESULT_FIELD_REQUIRED);
	assert_int_equal(field, GUEST_NAME);
	guest = make_guest();
	guest.occupation = 7;
	assert_int_equal(guest_check(&guest, &consultation, YEAR, &field), RESULT_FIELD_REQUIRED);
	assert_int_equal(field, GUEST_OCCUPATION_OTHER);
	snprintf(guest.occupation_other, sizeof guest.occupation_other, "Petani");
	assert_int_equal(guest_check(&guest, &consultation, YEAR, &field), RESULT_OK);
	guest.purpose = 9;
	assert_int_equal(guest_check(&guest, &consultation, YEAR, &field), RESULT_FIELD_RANGE);
	assert_int_equal(field, GUEST_PURPOSE);
}

static enum result check_typed(enum guest_field field, const char *text)
{
	struct guest guest = {0};
	size_t size;
	char *typed = guest_text(&guest, field, &size);
	assert_non_null(typed);
	assert_true(strlen(text) < size);
	snprintf(typed, size, "%s", text);
	return guest_check_field(&guest, field, &consultation, YEAR);
}

static void a_name_is_compared_loosely(void **state)
{
	(void)state;
	static const struct {
		const char *name, *typed;
		bool same;
	} rows[] = {
		{"Siti Rahma", "siti", true},
		{" Siti  Rahma", "SITI RAHMA ", true},
		{"Siti Rahma", "sit", false},
		{"Siti Rahma", "siti r", false},
		{"Siti Rahma", "rahma", false},
		{"Siti", "Siti Rahma", false},
		{"Sit", "Siti", false},
		{"José Ñuñez", "jose", true},
		{"Jose Nunez", "JOSÉ ÑUÑEZ", true},
		{"Jose\xCC\x81", "josé", true},
		{"Nur'aini Łucja", "nuraini lucja", true},
		{"Nur’aini", "Nur'aini", true},
		{"Nur-Aini", "nur aini", true},
		{"Ann-Marie", "annmarie", false},
		{"Dr. Siti, S.Stat.", "dr siti s stat", true},
		{"Siti Rahma", "", false},
		{"Siti Rahma", " . ", false},
		{"...", "", false},
		{"", "", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (guest_is_name(rows[i].name, rows[i].typed) != rows[i].same) {
			fail_msg("%s, typed %s", rows[i].name, rows[i].typed);
		}
	}
}

static void knows_an_email(void **state)
{
	(void)state;
	static const char *const right[] = {"a@b.id", "ani.lestari+pst@mail.example.go.id",
		"x_y-z@sub-domain.co", "'o@b.museum", ""};
	static const char *const wrong[] = {"a", "@b.id", "a@", "a@b", "a@b.", "a@.id", "a@b.i",
		"a@b..id", "a@@b.id", "a@b@c.id", "a b@c.id", "a@b c.id", "a@-b.id", "a@b-.id",
		"a@b.i2", "a@b_c.id", ".a@b.id", "a.@b.id", "a..b@c.id", "a@b.id.", " a@b.id"};
	for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
		assert_int_equal(check_typed(GUEST_EMAIL, right[i]), RESULT_OK);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		enum result result = check_typed(GUEST_EMAIL, wrong[i]);
		assert_true(result == RESULT_EMAIL_FORM || result == RESULT_EMAIL_SIGN);
	}
	char local[GUEST_EMAIL_SIZE];
	snprintf(local, sizeof local, "%064d@b.id", 0);
	assert_int_equal(check_typed(GUEST_EMAIL, local), RESULT_OK);
	snprintf(local, sizeof local, "%065d@b.id", 0);
	assert_int_equal(check_typed(GUEST_EMAIL, local), RESULT_EMAIL_SIGN);
	/* Not complete yet, or lost: each has a sentence of its own. */
	assert_int_equal(check_typed(GUEST_EMAIL, "siti@gmail"), RESULT_EMAIL_FORM);
	assert_int_equal(check_typed(GUEST_EMAIL, "siti@@gmail.com"), RESULT_EMAIL_SIGN);
}

static void knows_a_phone(void **state)
{
	(void)state;
	static const char *const right[] = {
		"08125565", "0812-5565-0671", "+62 812 5565 0671", "123456789012345", ""};
	static const char *const wrong[] = {
		"0812556", "1234567890123456", "0812a5565", "62+81255650", "(0343)423420"};
	for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
		assert_int_equal(check_typed(GUEST_PHONE, right[i]), RESULT_OK);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_int_equal(check_typed(GUEST_PHONE, wrong[i]), RESULT_PHONE_FORM);
	}
}

static void refuses_ugly_text(void **state)
{
	(void)state;
	assert_int_equal(check_typed(GUEST_NAME, "   "), RESULT_FIELD_REQUIRED);
	assert_int_equal(
		check_typed(GUEST_OCCUPATION_OTHER, "Petani \xF0\x9F\x8C\xBE"), RESULT_TEXT_SIGN);
	assert_int_equal(check_typed(GUEST_DATA_NEEDED, "a\xE2\x80\x8F"
							"b"),
		RESULT_TEXT_CONTROL);
	assert_int_equal(
		check_typed(GUEST_DATA_NEEDED_5, "km\xC2\xB2, 50 % (\xC2\xB5)"), RESULT_OK);
	assert_int_equal(check_typed(GUEST_NAME, "A\xC3("), RESULT_TEXT_ENCODING);
	assert_int_equal(check_typed(GUEST_DATA_NEEDED, "a\nb"), RESULT_TEXT_CONTROL);
	struct guest guest = make_guest();
	memset(guest.name, 'a', sizeof guest.name);
	assert_int_equal(
		guest_check_field(&guest, GUEST_NAME, &consultation, YEAR), RESULT_TEXT_LONG);
}

static void refuses_codes_out_of_range(void **state)
{
	(void)state;
	for (int field = 0; field < GUEST_FIELDS; field++) {
		struct guest guest = make_guest();
		int *code = guest_code(&guest, (enum guest_field)field);
		if (code == NULL) {
			continue;
		}
		*code = -1;
		assert_int_equal(
			guest_check_field(&guest, (enum guest_field)field, &consultation, YEAR),
			RESULT_FIELD_RANGE);
		*code = 100;
		assert_int_equal(
			guest_check_field(&guest, (enum guest_field)field, &consultation, YEAR),
			RESULT_FIELD_RANGE);
	}
}

static void every_field_is_typed_or_chosen(void **state)
{
	(void)state;
	struct guest guest = make_guest();
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		enum guest_field found = GUEST_FIELDS;
		size_t size;
		bool typed = guest_text(&guest, field, &size) != NULL;
		assert_int_equal(typed, guest_code(&guest, field) == NULL);
		assert_int_equal(typed, size > 0);
		assert_true(guest_find_field(guest_field_name(field), &found));
		assert_int_equal(found, field);
	}
	enum guest_field none = GUEST_NAME;
	assert_false(guest_find_field("nik", &none));
}

static void options_have_their_own_codes(void **state)
{
	(void)state;
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const struct guest_option *options = guest_options((enum guest_field)i);
		int sum = 0;
		for (; options != NULL && options->code != 0; options++) {
			assert_true(options->code > sum || i != GUEST_NEEDS);
			assert_non_null(strchr(options->key, '.'));
			sum += options->code;
			assert_ptr_equal(guest_find_option((enum guest_field)i, options->code),
				options); /* no code twice */
			assert_true(!options->other || options[1].code == 0);
		}
	}
	assert_null(guest_options(GUEST_NAME));
	assert_null(guest_options(GUEST_PARTY_MALE));
}

static void wipes_every_byte(void **state)
{
	(void)state;
	static const struct guest nothing;
	struct guest guest = make_guest();
	guest_wipe(&guest);
	assert_memory_equal(&guest, &nothing, sizeof guest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_a_usual_guest),
		cmocka_unit_test(names_the_first_wrong_field),
		cmocka_unit_test(a_name_is_compared_loosely),
		cmocka_unit_test(knows_an_email),
		cmocka_unit_test(knows_a_phone),
		cmocka_unit_test(refuses_ugly_text),
		cmocka_unit_test(refuses_codes_out_of_range),
		cmocka_unit_test(every_field_is_typed_or_chosen),
		cmocka_unit_test(options_have_their_own_codes),
		cmocka_unit_test(wipes_every_byte),
	};
	return cmocka_run_group_tests_name("guest", tests, NULL, NULL);
}
