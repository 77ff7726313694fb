#include "app/queue/office.h"
#include "app/base/text.h"
#include "tests/unit/check.h"

#include <string.h>

static struct office make_office(void)
{
	struct office office = {
		.zone = OFFICE_WITA,
		.services = {{.code = "KONS", .prefix = "K"}, {.code = "JUAL", .prefix = "J"}},
		.service_count = 2,
		.counters = {{.number = 1, .services = 3}, {.number = 2, .services = 1}},
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

static void the_onsite_standard_is_the_target(void **state)
{
	(void)state;
	struct office_service service = {.target_s = 600};
	office_settle_promise(&service);
	assert_int_equal(service.standard_count, 1);
	const struct office_standard *onsite = office_find_standard(&service, "onsite");
	assert_non_null(onsite);
	assert_int_equal(onsite->limit, 10);
	assert_int_equal(onsite->unit, OFFICE_MINUTES);
	assert_int_equal(onsite->start, OFFICE_PREVIOUS_FINISHED);
	/* Kota Pariaman's library: five minutes from the guest book. */
	service.standards[0] =
		(struct office_standard){"onsite", 5, OFFICE_MINUTES, OFFICE_GUEST_BOOK};
	office_settle_promise(&service);
	assert_int_equal(service.target_s, 300);
	assert_int_equal(service.target_start, OFFICE_GUEST_BOOK);
	service.standards[0] =
		(struct office_standard){"onsite", 2, OFFICE_WORKING_DAYS, OFFICE_COMPLETE};
	office_settle_promise(&service);
	assert_int_equal(service.target_s, 0);
	assert_int_equal(service.target_start, OFFICE_PREVIOUS_FINISHED);
	service = (struct office_service){.target_s = 90};
	office_settle_promise(&service);
	assert_int_equal(service.standard_count, 0);
	assert_int_equal(service.target_s, 90);
}

static void refuses_wrong_promises(void **state)
{
	(void)state;
	struct office office = make_office();
	struct office_service *service = &office.services[0];
	service->standards[0] =
		(struct office_standard){"email", 2, OFFICE_WORKING_DAYS, OFFICE_RECEIVED};
	service->standards[1] =
		(struct office_standard){"phone", 0, OFFICE_AT_ONCE, OFFICE_RECEIVED};
	service->standard_count = 2;
	assert_check(&office, NULL);
	text_copy(service->standards[1].channel, OFFICE_CHANNEL_SIZE, "email");
	assert_check(&office, "KONS: standard 2");
	text_copy(service->standards[1].channel, OFFICE_CHANNEL_SIZE, "E-mail");
	assert_check(&office, "KONS: standard 2");
	text_copy(service->standards[1].channel, OFFICE_CHANNEL_SIZE, "phone");
	service->standards[1].limit = 1;
	assert_check(&office, "KONS: standard 2");
	service->standards[1] =
		(struct office_standard){"onsite", 10, OFFICE_MINUTES, OFFICE_RECEIVED};
	assert_check(&office, "onsite minutes");
	service->standard_count = 0;
	service->last_issue_min = 1441;
	assert_check(&office, "quota or the last issue");
	service->last_issue_min = -1;
	service->daily_quota = -1;
	assert_check(&office, "quota or the last issue");
}

static void keeps_the_calendar_in_order(void **state)
{
	(void)state;
	struct office office = make_office();
	const struct office_closure closures[] = {{.from_ms = 100, .to_ms = 200},
		{.from_ms = 50, .to_ms = 100}, {.from_ms = 200, .to_ms = 201}};
	const struct office_season seasons[] = {{.from_day = 10, .to_day = 19, .name = "b"},
		{.from_day = 20, .to_day = 20, .name = "c"},
		{.from_day = 9, .to_day = 9, .name = "a"}};
	for (int i = 0; i < 3; i++) {
		assert_true(office_add_closure(&office, &closures[i]));
		assert_false(office_add_closure(&office, &closures[i]));
		assert_true(office_add_season(&office, &seasons[i]));
		assert_false(office_add_season(&office, &seasons[i]));
	}
	assert_check(&office, NULL);
	assert_int_equal(office.closures[0].from_ms, 50);
	assert_int_equal(office.closures[2].to_ms, 201);
	assert_string_equal(office.seasons[0].name, "a");
	assert_string_equal(office.seasons[2].name, "c");
	const struct office_closure across = {.from_ms = 0, .to_ms = 51};
	const struct office_season wide = {.from_day = 0, .to_day = 9, .name = "d"};
	assert_false(office_add_closure(&office, &across));
	assert_false(office_add_season(&office, &wide));
	assert_int_equal(office_find_closure(&office, 99), 0);
	assert_int_equal(office_find_closure(&office, 100), 1);
	assert_int_equal(office_find_closure(&office, 201), 3);
	assert_null(office_find_season(&office, 8));
	assert_string_equal(office_find_season(&office, 19)->name, "b");
	for (int day = 300; day > 300 - OFFICE_HOLIDAYS; day--) {
		assert_true(office_add_holiday(&office, &(struct office_holiday){.day = day}));
	}
	assert_false(office_add_holiday(&office, &(struct office_holiday){.day = 1}));
	assert_check(&office, NULL);
	office.holidays[1].day = office.holidays[0].day;
	assert_check(&office, "holidays are not in order");
}

static void refuses_a_wrong_calendar(void **state)
{
	(void)state;
	struct office office = make_office();
	office.seasons[0] = (struct office_season){.from_day = 5, .to_day = 4, .name = "a"};
	office.season_count = 1;
	assert_check(&office, "season 1");
	office.seasons[0].to_day = 9;
	assert_check(&office, NULL);
	office.seasons[0].week[6].open = (struct office_span){900, 480};
	assert_check(&office, "season 1");
	office.season_count = 0;
	office.closures[0] = (struct office_closure){.from_ms = 5, .to_ms = 5};
	office.closure_count = 1;
	assert_check(&office, "closure 1");
}

static void reads_spans(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "08.00", "08.00-08.00", "15.30-08.00", "8.00-15.30",
		"08:00-15:30", "08.00-24.01", "08.60-09.00", "08.00-15.300", "-1.00-15.30",
		"08.-1-15.30"};
	struct office_span span = {0};
	int minutes = 0;
	assert_true(office_parse_span("08.00-15.30", &span));
	assert_int_equal(span.from_min, 480);
	assert_int_equal(span.to_min, 930);
	assert_true(office_parse_minutes("24.00", &minutes));
	assert_int_equal(minutes, 1440);
	assert_false(office_parse_minutes("15.0", &minutes));
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_false(office_parse_span(wrong[i], &span));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_its_parts),
		cmocka_unit_test(accepts_what_holds_together),
		cmocka_unit_test(refuses_wrong_services),
		cmocka_unit_test(refuses_wrong_counters),
		cmocka_unit_test(refuses_wrong_hours),
		cmocka_unit_test(the_onsite_standard_is_the_target),
		cmocka_unit_test(refuses_wrong_promises),
		cmocka_unit_test(keeps_the_calendar_in_order),
		cmocka_unit_test(refuses_a_wrong_calendar),
		cmocka_unit_test(reads_spans),
	};
	return cmocka_run_group_tests_name("office", tests, NULL, NULL);
}
