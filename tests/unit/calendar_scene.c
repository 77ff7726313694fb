#include "tests/unit/calendar_scene.h"

#include "app/queue/holidays.h"
#include "tests/unit/check.h"

#include <stdlib.h>

void calendar_scene_add_2026(struct office *office, int64_t known_ms)
{
	static struct holiday_list list;
	char path[1024], text[8192];
	int line = 0;
	assert_non_null(getenv("GILIRAN_SOURCE"));
	snprintf(path, sizeof path, "%s/assets/calendar/indonesia-2026.csv",
		getenv("GILIRAN_SOURCE"));
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t length = fread(text, 1, sizeof text, file);
	fclose(file);
	assert_int_equal(holidays_parse(text, length, &list, &line), RESULT_OK);
	for (int i = 0; i < list.count; i++) {
		list.days[i].known_ms = known_ms;
		assert_true(office_add_holiday(office, &list.days[i]));
	}
	assert_true(office_add_year(office, &(struct office_year){.year = list.year}));
}

int calendar_scene_day(const char *date)
{
	int day = 0;
	assert_true(calendar_parse_day(date, &day));
	return day;
}

int64_t calendar_scene_at(const struct office *office, const char *time)
{
	int64_t ms = 0;
	assert_true(calendar_parse(office, time, &ms));
	return ms;
}
