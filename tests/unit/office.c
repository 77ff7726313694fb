#include "app/queue/office.h"
#include "tests/unit/check.h"

#include <string.h>

static struct office make_office(void)
{
	struct office office = {
		.zone = OFFICE_WITA,
		.services = {{.code = "KONS", .prefix = "K"}, {.code = "JUAL", .prefix = "J"}},
		.service_count = 2,
		.counters = {{1, 3}, {2, 1}},
		.counter_count = 2,
	};
	office.week[0] = (struct office_day){
		.open = {480, 930}, .breaks = {{600, 615}, {720, 780}}, .break_count = 2};
	return office;
}

static void finds_its_parts(void **state)
{
	(void)state;
	struct office office = make_office();
	assert_int_equal(office_find_service(&office, "JUAL"), 1);
	assert_int_equal(office_find_service(&office, "jual"), -1);
	assert_int_equal(office_find_prefix(&office, "K"), 0);
	assert_int_equal(office_find_prefix(&office, "P"), -1);
	assert_int_equal(office_find_counter(&office, 2), 1);
	assert_int_equal(office_find_counter(&office, 3), -1);
	assert_string_equal(office_zone_name(OFFICE_WIB), "WIB");
	assert_string_equal(office_zone_name(OFFICE_WITA), "WITA");
	assert_string_equal(office_zone_name(OFFICE_WIT), "WIT");
}

static void assert_check(const struct office *office, const char *part)
{
	char why[OFFICE_TEXT_SIZE] = "?";
	enum result result = office_check(office, why, sizeof why);
	assert_int_equal(result, part == NULL ? RESULT_OK : RESULT_CONFIG_WRONG);
	if (part == NULL) {
		assert_string_equal(why, "");
	} else {
		assert_non_null(strstr(why, part));
	}
}

static void accepts_what_holds_together(void **state)
{
	(void)state;
	struct office office = make_office();
	assert_check(&office, NULL);
}

static void refuses_wrong_services(void **state)
{
	(void)state;
	struct office office = make_office();
	office.services[1].prefix[0] = 'K';
	assert_check(&office, "prefix K is used twice");
	office.services[1].prefix[0] = 'j';
	assert_check(&office, "capital letters");
	office.services[1].prefix[0] = '\0';
	assert_check(&office, "capital letters");
	office = make_office();
	memcpy(office.services[1].code, "KONS", 5);
	assert_check(&office, "code KONS");
	office.service_count = 0;
	assert_check(&office, "1 to 16 services");
}

static void refuses_wrong_counters(void **state)
{
	(void)state;
	struct office office = make_office();
	office.counters[1].number = 1;
	assert_check(&office, "counter 1 is there twice");
	office.counters[1].number = 0;
	assert_check(&office, "counter 0");
	office = make_office();
	office.counters[0].services = 4;
	assert_check(&office, "serves nothing known");
	office.counters[0].services = 0;
	assert_check(&office, "serves nothing known");
	office.counter_count = 0;
	assert_check(&office, "1 to 16 counters");
}

static void refuses_wrong_hours(void **state)
{
	(void)state;
	struct office office = make_office();
	office.week[0].open = (struct office_span){930, 480};
	assert_check(&office, "weekday 1");
	office = make_office();
	office.week[6].open.to_min = 1441;
	assert_check(&office, "weekday 7");
	office = make_office();
	office.week[0].breaks[1] = (struct office_span){610, 700};
	assert_check(&office, "weekday 1");
	office.week[0].breaks[1] = (struct office_span){900, 931};
	assert_check(&office, "weekday 1");
	office.week[0].breaks[1] = (struct office_span){700, 700};
	assert_check(&office, "weekday 1");
	office = make_office();
	office.zone = (enum office_zone)6;
	assert_check(&office, "zone");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_its_parts),
		cmocka_unit_test(accepts_what_holds_together),
		cmocka_unit_test(refuses_wrong_services),
		cmocka_unit_test(refuses_wrong_counters),
		cmocka_unit_test(refuses_wrong_hours),
	};
	return cmocka_run_group_tests_name("office", tests, NULL, NULL);
}
