/* What is asked of each item of data, of a child, and in sets. */
#include "app/base/text.h"
#include "app/queue/guest.h"
#include "tests/unit/check.h"

#include <string.h>

enum { YEAR = 2026 };

static const struct office_service thorough = {.asks = {
						       [GUEST_DATA_LEVEL] = GUEST_REQUIRED,
						       [GUEST_DATA_PERIOD] = GUEST_OPTIONAL,
						       [GUEST_DATA_REGION] = GUEST_OPTIONAL,
						       [GUEST_DATA_FROM] = GUEST_REQUIRED,
						       [GUEST_DATA_NATIONAL] = GUEST_OPTIONAL,
						       [GUEST_DISABILITY] = GUEST_OPTIONAL,
						       [GUEST_MEDIA] = GUEST_OPTIONAL,
					       }};

static bool is_asked(const struct guest *guest, enum guest_field first, int item)
{
	return guest_is_asked(guest_field_of(first, item), &thorough, guest);
}

/* By name, each for itself: the first is the office's switch, the others follow. */
static void every_item_has_its_fields(void **state)
{
	(void)state;
	static const struct {
		enum guest_field first;
		const char *name, *third;
	} rows[] = {
		{GUEST_DATA_NEEDED, "data_needed", "data_needed_3"},
		{GUEST_DATA_LEVEL, "data_level", "data_level_3"},
		{GUEST_DATA_PERIOD, "data_period", "data_period_3"},
		{GUEST_DATA_REGION, "data_region", "data_region_3"},
		{GUEST_DATA_FROM, "data_from", "data_from_3"},
		{GUEST_DATA_UNTIL, "data_until", "data_until_3"},
		{GUEST_DATA_NATIONAL, "data_national", "data_national_3"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		enum guest_field third = guest_field_of(rows[i].first, 2);
		assert_string_equal(guest_field_name(rows[i].first), rows[i].name);
		assert_string_equal(guest_field_name(third), rows[i].third);
		assert_int_equal(guest_field_item(rows[i].first), 0);
		assert_int_equal(guest_field_item(third), 2);
		assert_null(guest_switch_name(third));
	}
	assert_int_equal(guest_field_item(GUEST_DISABILITY_KIND), -1);
	assert_int_equal(guest_field_item(GUEST_NEEDS), -1);
	assert_string_equal(guest_switch_name(GUEST_DATA_FROM), "data_years");
	assert_null(guest_switch_name(GUEST_DATA_UNTIL));
}

static void an_item_that_is_not_there_is_not_asked_about(void **state)
{
	(void)state;
	struct guest guest = {.data_needed = {"Inflasi", "PDRB"}};
	for (int item = 0; item < GUEST_ITEMS; item++) {
		assert_int_equal(is_asked(&guest, GUEST_DATA_LEVEL, item), item < 2);
		assert_int_equal(is_asked(&guest, GUEST_DATA_UNTIL, item), item < 2);
		assert_int_equal(
			guest_is_required(guest_field_of(GUEST_DATA_FROM, item), &thorough, &guest),
			item < 2);
		/* One year is enough. */
		assert_false(guest_is_required(
			guest_field_of(GUEST_DATA_UNTIL, item), &thorough, &guest));
	}
	struct office_service without = thorough;
	without.asks[GUEST_DATA_NEEDED] = GUEST_NO;
	assert_false(guest_is_asked(GUEST_DATA_LEVEL, &without, &guest));
}

/* domain.md §1.2 note d: only of state bodies, ministries, security and local government. */
static void national_planning_is_a_matter_of_government(void **state)
{
	(void)state;
	struct guest guest = {.data_needed = {"Inflasi"}};
	for (int kind = 0; kind <= 9; kind++) {
		guest.institution_kind = kind;
		assert_int_equal(is_asked(&guest, GUEST_DATA_NATIONAL, 0), kind >= 1 && kind <= 4);
	}
}

/* An item that goes takes with it what was said of it. */
static void items_move_up_whole(void **state)
{
	(void)state;
	struct guest guest = {
		.data_needed = {"", "Inflasi", "", "PDRB"},
		.items = {{.level = 1, .from = "1999"}, {.level = 2, .from = "2020"}, {.level = 3},
			{.level = 4, .from = "2021", .until = "2024", .region = "Tarakan"}},
	};
	guest_keep_asked(&guest, &thorough, YEAR);
	assert_string_equal(guest.data_needed[1], "PDRB");
	assert_int_equal(guest.items[0].level, 2);
	assert_string_equal(guest.items[0].from, "2020");
	assert_int_equal(guest.items[1].level, 4);
	assert_string_equal(guest.items[1].until, "2024");
	assert_string_equal(guest.items[1].region, "Tarakan");
	static const struct guest_item none;
	for (int i = 2; i < GUEST_ITEMS; i++) {
		assert_memory_equal(&guest.items[i], &none, sizeof none);
	}
	/* What is not asked is not kept. */
	static const struct office_service usual;
	guest_keep_asked(&guest, &usual, YEAR);
	assert_memory_equal(&guest.items[0], &none, sizeof none);
	assert_string_equal(guest.data_needed[1], "PDRB");
}

static enum result years(const char *from, const char *until)
{
	struct guest guest = {.data_needed = {"Inflasi"}};
	text_copy(guest.items[0].from, GUEST_YEAR_SIZE, from);
	text_copy(guest.items[0].until, GUEST_YEAR_SIZE, until);
	enum result first = guest_check_field(&guest, GUEST_DATA_FROM, &thorough, YEAR);
	return first != RESULT_OK ? first
				  : guest_check_field(&guest, GUEST_DATA_UNTIL, &thorough, YEAR);
}

static void years_are_in_order(void **state)
{
	(void)state;
	assert_int_equal(years("2020", "2024"), RESULT_OK);
	assert_int_equal(years("2020", "2020"), RESULT_OK);
	assert_int_equal(years("2020", ""), RESULT_OK);
	assert_int_equal(years("1900", "2100"), RESULT_OK);
	assert_int_equal(years("2020", "2019"), RESULT_DATA_YEAR);
	assert_int_equal(years("1899", ""), RESULT_DATA_YEAR);
	assert_int_equal(years("2101", ""), RESULT_DATA_YEAR);
	assert_int_equal(years("202", ""), RESULT_DATA_YEAR);
	assert_int_equal(years("20x0", ""), RESULT_DATA_YEAR);
	assert_int_equal(years("", "2020"), RESULT_FIELD_REQUIRED);
	struct guest guest = {.items = {{.from = "2", .until = "x"}}};
	assert_int_equal(guest_check_typing(&guest, GUEST_DATA_FROM), RESULT_OK);
	assert_int_equal(guest_check_typing(&guest, GUEST_DATA_UNTIL), RESULT_DATA_YEAR);
}

static void sets_are_sums_of_bits(void **state)
{
	(void)state;
	struct guest guest = {.media = 1 + 16};
	assert_int_equal(guest_check_field(&guest, GUEST_MEDIA, &thorough, YEAR), RESULT_OK);
	assert_false(guest_is_asked(GUEST_MEDIA_OTHER, &thorough, &guest));
	guest.media += 32;
	assert_true(guest_is_required(GUEST_MEDIA_OTHER, &thorough, &guest));
	guest.media = 64;
	assert_int_equal(
		guest_check_field(&guest, GUEST_MEDIA, &thorough, YEAR), RESULT_FIELD_RANGE);
	guest.media = -1;
	assert_int_equal(
		guest_check_field(&guest, GUEST_MEDIA, &thorough, YEAR), RESULT_FIELD_RANGE);
}

static void disability_is_never_required(void **state)
{
	(void)state;
	char why[OFFICE_TEXT_SIZE];
	struct office_service service = thorough;
	struct guest guest = {.disability = 2};
	assert_false(guest_is_asked(GUEST_DISABILITY_KIND, &service, &guest));
	guest.disability = 1;
	assert_true(guest_is_asked(GUEST_DISABILITY_KIND, &service, &guest));
	assert_false(guest_is_required(GUEST_DISABILITY_KIND, &service, &guest));
	assert_true(guest_check_switches(&service, why, sizeof why));
	service.asks[GUEST_DISABILITY] = GUEST_REQUIRED;
	assert_false(guest_check_switches(&service, why, sizeof why));
	assert_string_equal(why, "disability cannot be required: who will not tell need not");
	assert_true(guest_is_personal(GUEST_DISABILITY));
	assert_true(guest_is_personal(GUEST_DISABILITY_KIND));
	assert_true(guest_is_personal(GUEST_DATA_REGION));
	assert_false(guest_is_personal(GUEST_DATA_LEVEL));
}

/* UU 27/2022 art. 25: of a child nothing that says who it is. */
static void a_child_stays_unnamed(void **state)
{
	(void)state;
	static const struct office_service sale = {.email_required = true};
	struct guest guest = {.name = "Siti",
		.institution = "SMP 1",
		.email = "s@x.id",
		.phone = "081255650671",
		.sex = 2,
		.age_band = 1,
		.education = 7,
		.occupation = 1,
		.purpose = 1,
		.data_needed = {"Inflasi"}};
	enum guest_field wrong;
	assert_true(guest_is_child(&guest));
	assert_false(guest_is_asked(GUEST_NAME, &sale, &guest));
	guest_keep_asked(&guest, &sale, YEAR);
	assert_string_equal(guest.name, "");
	assert_string_equal(guest.institution, "");
	assert_string_equal(guest.email, "");
	assert_string_equal(guest.phone, "");
	assert_int_equal(guest.age_band, 1);
	assert_int_equal(guest.purpose, 1);
	assert_string_equal(guest.data_needed[0], "Inflasi");
	assert_int_equal(guest_check(&guest, &sale, YEAR, &wrong), RESULT_OK);
	/* What another entry says of it does not come back. */
	struct guest stored = {.name = "Siti", .occupation = 2};
	guest.occupation = 0;
	guest_keep_stored(&guest, &stored, &sale, true);
	assert_string_equal(guest.name, "");
	assert_int_equal(guest.occupation, 2);
}

/* The desk that a visitor is sent on to may not ask the age; and who only fills gaps does not make
 * a child of a visitor who has said otherwise. */
static void the_age_that_is_stored_decides(void **state)
{
	(void)state;
	static const struct office_service ageless = {.asks = {[GUEST_AGE_BAND] = GUEST_NO}},
					   usual = {.withheld = false};
	const struct guest child = {.age_band = 1}, grown = {.name = "Siti", .age_band = 3};
	struct guest guest = {.name = "Siti", .phone = "081255650671"};
	guest_keep_asked(&guest, &ageless, YEAR);
	guest_keep_stored(&guest, &child, &ageless, true);
	assert_int_equal(guest.age_band, 1);
	assert_string_equal(guest.name, "");
	assert_string_equal(guest.phone, "");
	guest = (struct guest){.age_band = 1, .purpose = 1};
	guest_keep_asked(&guest, &usual, YEAR);
	guest_keep_stored(&guest, &grown, &usual, true);
	assert_int_equal(guest.age_band, 3);
	assert_string_equal(guest.name, "Siti");
	assert_int_equal(guest.purpose, 1);
}

static void a_year_of_birth_tells_a_child(void **state)
{
	(void)state;
	static const struct office_service service = {
		.asks = {[GUEST_BIRTH_YEAR] = GUEST_REQUIRED, [GUEST_ADDRESS] = GUEST_REQUIRED}};
	struct guest guest = {.name = "Siti", .birth_year = "2010", .address = "Tarakan"};
	guest_keep_asked(&guest, &service, YEAR);
	assert_true(guest_is_child(&guest));
	assert_string_equal(guest.name, "");
	assert_string_equal(guest.address, "");
	guest_keep_asked(&guest, &service, YEAR);
	assert_true(guest_is_child(&guest));
	struct guest grown = {.name = "Siti", .birth_year = "2009"};
	guest_keep_asked(&grown, &service, YEAR);
	assert_string_equal(grown.name, "Siti");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_item_has_its_fields),
		cmocka_unit_test(an_item_that_is_not_there_is_not_asked_about),
		cmocka_unit_test(national_planning_is_a_matter_of_government),
		cmocka_unit_test(items_move_up_whole),
		cmocka_unit_test(years_are_in_order),
		cmocka_unit_test(sets_are_sums_of_bits),
		cmocka_unit_test(disability_is_never_required),
		cmocka_unit_test(a_child_stays_unnamed),
		cmocka_unit_test(the_age_that_is_stored_decides),
		cmocka_unit_test(a_year_of_birth_tells_a_child),
	};
	return cmocka_run_group_tests_name("guest_item", tests, NULL, NULL);
}
