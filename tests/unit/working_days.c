#include "tests/unit/calendar_scene.h"
#include "tests/unit/check.h"

/* Monday to Thursday 08.00-15.30, Friday 08.00-16.00 and the holidays of 2026. */
static struct office make_office(enum office_zone zone)
{
	struct office office = {.zone = zone};
	for (int day = 0; day < 5; day++) {
		office.week[day].open = (struct office_span){480, day < 4 ? 930 : 960};
	}
	calendar_scene_add_2026(&office, 0);
	return office;
}

/* The vectors of domain §3.3: received, n, due, and due had cuti bersama been working days. */
static const struct vector {
	const char *received;
	int count;
	const char *due;
	const char *with_joint;
} vectors[] = {
	{"2026-01-05", 1, "2026-01-06", "2026-01-06"},
	{"2026-03-13", 2, "2026-03-17", "2026-03-17"},
	{"2026-03-17", 1, "2026-03-25", "2026-03-18"},
	{"2026-03-17", 2, "2026-03-26", "2026-03-20"},
	{"2026-05-13", 3, "2026-05-20", "2026-05-19"},
	{"2026-02-13", 2, "2026-02-19", "2026-02-18"},
	{"2026-12-23", 3, "2026-12-30", "2026-12-29"},
	{"2026-08-14", 1, "2026-08-18", "2026-08-18"},
	{"2026-05-04", 30, "2026-06-23", "2026-06-19"},
};

/* The same office without cuti bersama. */
static struct office without_joint(const struct office *from)
{
	struct office office = *from;
	office.holiday_count = 0;
	for (int i = 0; i < from->holiday_count; i++) {
		if (from->holidays[i].kind != OFFICE_HOLIDAY_JOINT) {
			assert_true(office_add_holiday(&office, &from->holidays[i]));
		}
	}
	return office;
}

static void counts_working_days(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	struct office other = without_joint(&office);
	assert_int_equal(other.holiday_count, 17);
	for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
		const struct vector *vector = &vectors[i];
		int day = calendar_scene_day(vector->received);
		assert_int_equal(calendar_add_working_days(&office, day, vector->count),
			calendar_scene_day(vector->due));
		assert_int_equal(calendar_add_working_days(&other, day, vector->count),
			calendar_scene_day(vector->with_joint));
	}
	assert_int_equal(calendar_add_working_days(&office, 20000, 0), 20000);
}

static void counts_the_months_of_2026(void **state)
{
	(void)state;
	static const int wanted[12] = {20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21};
	struct office office = make_office(OFFICE_WIT);
	int found[12] = {0};
	int all = 0;
	for (int day = calendar_year_start(2026); day < calendar_year_start(2027); day++) {
		struct calendar_local local;
		calendar_split(&office, calendar_day_start(&office, day), &local);
		assert_int_equal(local.year, 2026);
		if (calendar_is_working_day(&office, day)) {
			found[local.month - 1]++;
			all++;
		}
	}
	assert_memory_equal(found, wanted, sizeof wanted);
	assert_int_equal(all, 240);
}

static void every_holiday_counts_whenever_it_was_entered(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WIB};
	int day = calendar_scene_day("2026-08-17");
	assert_true(calendar_is_working_day(&office, day));
	struct office_holiday late = {.day = day, .name = "Late"};
	late.known_ms = calendar_day_start(&office, day + 30);
	assert_true(office_add_holiday(&office, &late));
	assert_false(calendar_is_working_day(&office, day));
	struct office_holiday local = {
		.day = day + 1, .kind = OFFICE_HOLIDAY_LOCAL, .name = "Hari jadi kabupaten"};
	assert_true(office_add_holiday(&office, &local));
	assert_false(calendar_is_working_day(&office, day + 1));
}

static void assert_due(
	enum office_zone zone, struct office_standard standard, const char *start, const char *due)
{
	struct office office = make_office(zone);
	char text[CALENDAR_TIME_SIZE];
	calendar_format(
		&office, calendar_due(&office, &standard, calendar_scene_at(&office, start)), text);
	text[19] = '\0';
	assert_string_equal(text, due);
}

static void promises_fall_due(void **state)
{
	(void)state;
	static const struct {
		int limit;
		enum office_unit unit;
		const char *start, *due;
	} rows[] = {
		{10, OFFICE_MINUTES, "2026-11-23T09:00:30", "2026-11-23T09:10:30"},
		{0, OFFICE_AT_ONCE, "2026-11-23T09:00:30", "2026-11-23T09:00:30"},
		{7, OFFICE_DAYS, "2026-11-23T09:00:30", "2026-12-01T00:00:00"},
		{1, OFFICE_DAYS, "2026-12-31T23:59:59", "2027-01-02T00:00:00"},
		/* Pasuruan, e-mail: two working days; Thursday's close and Friday's. */
		{2, OFFICE_WORKING_DAYS, "2026-11-24T15:00:00", "2026-11-26T15:30:00"},
		{2, OFFICE_WORKING_DAYS, "2026-11-25T00:00:00", "2026-11-27T16:00:00"},
		{3, OFFICE_WORKING_DAYS, "2026-12-23T16:30:00", "2026-12-30T15:30:00"},
		{30, OFFICE_WORKING_DAYS, "2026-05-04T10:00:00", "2026-06-23T15:30:00"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct office_standard standard = {.limit = rows[i].limit, .unit = rows[i].unit};
		for (int zone = OFFICE_WIB; zone <= OFFICE_WIT; zone++) {
			assert_due((enum office_zone)zone, standard, rows[i].start, rows[i].due);
		}
	}
}

static void a_desk_that_is_closed_promises_to_the_end_of_the_day(void **state)
{
	(void)state;
	struct office office = make_office(OFFICE_WITA);
	struct office_standard standard = {.limit = 1, .unit = OFFICE_WORKING_DAYS};
	int64_t start = calendar_scene_at(&office, "2026-11-23T09:00:00");
	office.week[1].open = (struct office_span){0, 0};
	assert_int_equal(calendar_due(&office, &standard, start),
		calendar_scene_at(&office, "2026-11-25T00:00:00"));
	/* A closure is no reason to promise less or more. */
	office = make_office(OFFICE_WITA);
	const struct office_closure closure = {
		.from_ms = calendar_scene_at(&office, "2026-11-24T10:00:00"),
		.to_ms = calendar_scene_at(&office, "2026-11-25T00:00:00")};
	assert_true(office_add_closure(&office, &closure));
	assert_int_equal(calendar_due(&office, &standard, start),
		calendar_scene_at(&office, "2026-11-24T15:30:00"));
}

static void the_missing_list(void **state)
{
	(void)state;
	static const struct {
		const char *now;
		int year;
	} rows[] = {{"2025-10-31T12:00:00", 2025}, {"2026-01-01T00:00:00", 0},
		{"2026-10-31T23:59:59", 0}, {"2026-11-01T00:00:00", 2027},
		{"2026-12-31T23:59:59", 2027}, {"2027-01-01T00:00:00", 2027}};
	struct office office = make_office(OFFICE_WIT);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int64_t now = calendar_scene_at(&office, rows[i].now);
		assert_int_equal(calendar_missing_year(&office, now), rows[i].year);
	}
	assert_true(office_add_year(&office, &(struct office_year){.year = 2027}));
	int64_t now = calendar_scene_at(&office, "2026-11-26T12:00:00");
	assert_int_equal(calendar_missing_year(&office, now), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_working_days),
		cmocka_unit_test(counts_the_months_of_2026),
		cmocka_unit_test(every_holiday_counts_whenever_it_was_entered),
		cmocka_unit_test(promises_fall_due),
		cmocka_unit_test(a_desk_that_is_closed_promises_to_the_end_of_the_day),
		cmocka_unit_test(the_missing_list),
	};
	return cmocka_run_group_tests_name("working_days", tests, NULL, NULL);
}
