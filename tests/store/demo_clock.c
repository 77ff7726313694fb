/* The demo's clock: whatever the real time, its office is open, and its time never runs back. */
#include "app/admin/demo.h"
#include "app/base/clock.h"
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FILE_SIZE = 65536, SLACK_MS = 5000, DAY_MS = 24 * 60 * 60 * 1000 };

static const char *const day_names[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* The sample office with other hours and another zone. */
static void write_office(
	const struct stage *stage, const char *zone, const char *hours, char *out_path, size_t size)
{
	char sample[1024], text[FILE_SIZE] = "";
	stage_office_file(sample, sizeof sample);
	FILE *file = fopen(sample, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof text - 1, file) > 0);
	fclose(file);
	char *from = strstr(text, "zone = "), *week = strstr(text, "hours = {");
	char *rest = strstr(week, "};");
	assert_true(from && week && rest);
	text_format(out_path, size, "%s/office.conf", stage->folder);
	file = fopen(out_path, "w");
	assert_non_null(file);
	fprintf(file, "%.*szone = \"%s\";\nhours = {%s%s", (int)(from - text), text, zone, hours,
		rest);
	fclose(file);
}

static struct desk *open_desk(const struct stage *stage)
{
	char error[512];
	struct desk *desk = NULL;
	const struct desk_options options = {.store = stage->store, .device = "cli"};
	assert_int_equal(desk_open(&options, &desk, error, sizeof error), RESULT_OK);
	return desk;
}

static struct desk *create(struct stage *stage, const char *zone, const char *hours)
{
	char path[512], error[512];
	stage_init(stage);
	write_office(stage, zone, hours, path, sizeof path);
	assert_int_equal(
		desk_create(stage->store, path, true, NULL, error, sizeof error), RESULT_OK);
	return open_desk(stage);
}

static int64_t wall_ms(void)
{
	struct clock clock;
	struct instant now;
	clock_init(&clock, NULL);
	clock_read(&clock, &now);
	return now.wall_ms;
}

static struct calendar_local local_at(enum office_zone zone, int64_t ms)
{
	struct office office = {.zone = zone};
	struct calendar_local local;
	calendar_split(&office, ms, &local);
	return local;
}

static void near(int64_t ms, int64_t wanted)
{
	assert_true(llabs(ms - wanted) < SLACK_MS);
}

/* A desk of an office open all day, in a zone where the day does not end within the hour. */
static struct desk *create_open(struct stage *stage)
{
	char hours[512] = "";
	int hour = local_at(OFFICE_WITA, wall_ms()).hour;
	const char *zone = hour == 22 ? "WIB" : hour == 23 ? "WIT" : "WITA";
	for (int i = 0; i < 7; i++) {
		size_t used = strlen(hours);
		text_format(
			hours + used, sizeof hours - used, "%s = \"00.00-23.59\"; ", day_names[i]);
	}
	return create(stage, zone, hours);
}

static void test_real_time_when_open(void **state)
{
	(void)state;
	struct stage stage;
	struct instant now;
	int64_t set = 0;
	bool real = false;
	struct desk *desk = create_open(&stage);
	assert_int_equal(demo_set_clock(desk, &set, &real), RESULT_OK);
	assert_true(real);
	near(set, wall_ms());
	desk_now(desk, &now);
	near(now.office_ms, wall_ms());
	desk_close(desk);
	stage_finish(&stage);
}

static void test_never_before_the_newest_event(void **state)
{
	(void)state;
	struct stage stage;
	int64_t set = 0;
	bool real = true;
	struct desk *desk = create_open(&stage);
	assert_int_equal(desk_set_shift(desk, 3 * (int64_t)DAY_MS), RESULT_OK);
	assert_int_equal(demo_set_clock(desk, &set, &real), RESULT_OK);
	assert_false(real);
	near(set, wall_ms() + 3 * (int64_t)DAY_MS);
	desk_close(desk);
	stage_finish(&stage);
}

static void test_next_opening_at_nine(void **state)
{
	(void)state;
	struct stage stage;
	char hours[64];
	int64_t set = 0, again = 0;
	bool real = true;
	int open_day = (local_at(OFFICE_WITA, wall_ms()).weekday + 2) % 7;
	text_format(hours, sizeof hours, "%s = \"08.00-15.30\";", day_names[open_day]);
	struct desk *desk = create(&stage, "WITA", hours);
	assert_int_equal(demo_set_clock(desk, &set, &real), RESULT_OK);
	assert_false(real);
	struct calendar_local local = local_at(OFFICE_WITA, set);
	assert_int_equal(local.weekday, open_day);
	assert_int_equal(local.hour * 60 + local.minute, 9 * 60);
	desk_close(desk);

	/* Run again: the demo's day goes on. */
	desk = open_desk(&stage);
	assert_int_equal(demo_set_clock(desk, &again, &real), RESULT_OK);
	near(again, set);

	/* Its last hour: the next day that is open, not the morning that is gone. */
	int64_t late = set + (5 * 60 + 50) * INT64_C(60000);
	assert_int_equal(desk_set_shift(desk, late - wall_ms()), RESULT_OK);
	assert_int_equal(demo_set_clock(desk, &again, &real), RESULT_OK);
	near(again, set + 7 * (int64_t)DAY_MS);
	desk_close(desk);
	stage_finish(&stage);
}

static void test_an_office_that_never_opens(void **state)
{
	(void)state;
	struct stage stage;
	int64_t set = 0;
	bool real = true;
	struct desk *desk = create(&stage, "WITA", "");
	assert_int_equal(demo_set_clock(desk, &set, &real), RESULT_OFFICE_CLOSED);
	desk_close(desk);
	stage_finish(&stage);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_real_time_when_open),
		cmocka_unit_test(test_never_before_the_newest_event),
		cmocka_unit_test(test_next_opening_at_nine),
		cmocka_unit_test(test_an_office_that_never_opens),
	};
	return cmocka_run_group_tests_name("demo_clock", tests, NULL, NULL);
}
