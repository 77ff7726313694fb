/* The 10-minute promise and the calendar: no clock runs while the office is not open. */
#include "tests/unit/check.h"
#include "tests/unit/target_scene.h"

static void close_office(struct scene *scene, const char *from, const char *to)
{
	const struct office_closure closure = {
		.from_ms = scene_at(scene, from), .to_ms = scene_at(scene, to)};
	assert_true(office_add_closure(&scene->office, &closure));
}

/* A closure in the middle of a day is like a break; one to its end is like closing time. */
static void no_clock_while_the_office_is_closed(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	close_office(&scene, "10:00:00", "11:00:00");
	close_office(&scene, "13:00:00", "23:00:00");
	scene_open_counter(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:55:00");
	scene_move(&scene, "10:30:00");
	assert_false(scene_runs(&scene, 1));
	assert_int_equal(scene_count_s(&scene, 1), 300);
	scene_call(&scene, 0, 1, "11:03:00");
	assert_int_equal(scene_serve(&scene, 1, "11:04:00"), 540);
	scene_finish(&scene, 0, "12:50:00");
	scene_issue(&scene, 2, KONS, "12:58:00");
	scene_move(&scene, "13:01:00");
	assert_true(scene_runs(&scene, 2));
	assert_int_equal(scene_count_s(&scene, 2), 180);
	scene_close_counter(&scene, 0, "13:02:00");
	assert_false(scene_runs(&scene, 2));
}

static void nothing_counts_before_opening(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_counter(&scene, 0, "07:40:00");
	scene_issue(&scene, 1, KONS, "07:45:00");
	assert_false(scene_runs(&scene, 1));
	scene_call(&scene, 0, 1, "08:04:00");
	assert_int_equal(scene.called[1].ready_ms, scene_at(&scene, "08:00:00"));
	assert_int_equal(scene_serve(&scene, 1, "08:05:00"), 300);
}

static void an_office_break_stops_every_clock(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene.office.week[0].breaks[0] = (struct office_span){12 * 60, 13 * 60};
	scene.office.week[0].break_count = 1;
	scene_open_counter(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "11:55:00");
	scene_move(&scene, "12:30:00");
	assert_false(scene_runs(&scene, 1));
	assert_int_equal(scene_count_s(&scene, 1), 300);
	scene_move(&scene, "13:05:00");
	assert_true(scene_runs(&scene, 1));
	assert_int_equal(scene_count_s(&scene, 1), 600);
}

static void closing_time_ends_what_nobody_serves(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, K);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "15:20:00");
	scene_issue(&scene, 2, JUAL, "15:25:00");
	scene_move(&scene, "15:40:00");
	/* The counter is still open and free, so its promise still runs. */
	assert_int_equal(scene_count_s(&scene, 1), 1200);
	assert_int_equal(scene_count_s(&scene, 2), 300);
	assert_false(scene_runs(&scene, 2));
}

static void a_night_between_counts_nothing(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, K);
	scene_issue(&scene, 1, KONS, "15:20:00");
	/* Ended by the system long before, but the rule itself must hold: Tuesday 08.10. */
	target_advance(&scene.line, scene_at(&scene, "08:10:00") + INT64_C(86400) * 1000);
	assert_int_equal(scene_count_s(&scene, 1), 600 + 600);
}

static void a_closed_day_counts_nothing(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	int64_t sunday = scene_at(&scene, "09:00:00") - INT64_C(86400) * 1000;
	scene.line.settled_ms = sunday;
	scene.line.counters[0] =
		(struct target_counter){.services = ALL, .open = true, .free = true};
	scene.line.clocks[0] = (struct target_clock){
		.ticket = 1, .since_ms = TICKET_NEVER, .high_ms = TICKET_NEVER};
	scene.line.clock_count = 1;
	scene_settle(&scene, TARGET_OTHER);
	assert_false(scene_runs(&scene, 1));
	scene_move(&scene, "08:01:00");
	assert_int_equal(scene_count_s(&scene, 1), 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_clock_while_the_office_is_closed),
		cmocka_unit_test(nothing_counts_before_opening),
		cmocka_unit_test(an_office_break_stops_every_clock),
		cmocka_unit_test(closing_time_ends_what_nobody_serves),
		cmocka_unit_test(a_night_between_counts_nothing),
		cmocka_unit_test(a_closed_day_counts_nothing),
	};
	return cmocka_run_group_tests_name("target_hours", tests, NULL, NULL);
}
