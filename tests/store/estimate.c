/* When somebody will be called: an honest interval, learned from the office's own days. */
#include "app/base/text.h"
#include "app/desk/office_settings.h"
#include "app/queue/calendar.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

enum { KONS };

static struct view_service look(const struct stage *stage, const char *time)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	struct view_service service = view->services[KONS];
	desk_close(desk);
	free(view);
	return service;
}

static void do_right(const struct stage *stage, const char *time, stage_act *act)
{
	struct ticket ticket;
	enum result result = stage_do(stage, time, act, 1, &ticket);
	if (result != RESULT_OK) {
		fail_msg("%s: %s", time, result_key(result));
	}
}

/* `count` visits of `minutes` each, one after the other from `hour` on. */
static void live_hour(const struct stage *stage, const char *date, int hour, int count, int minutes)
{
	char time[40];
	for (int i = 0; i < count; i++) {
		text_format(time, sizeof time, "%sT%02d:%02d:00", date, hour, i * minutes);
		stage_issue(stage, time, "KONS");
		do_right(stage, time, desk_next);
		do_right(stage, time, desk_serve);
		text_format(time, sizeof time, "%sT%02d:%02d:59", date, hour,
			i * minutes + minutes - 1);
		do_right(stage, time, desk_finish);
	}
}

/*
 * Without history a visit takes the office's own 15 minutes, give or take half of it. One is ahead
 * at a free counter: 900 s, sigma 1.2533 x 450 s = 564 s and 30 s for the press, 1.28 of it = 723
 * s: 177 to 1,623 s, in whole minutes 2 to 28.
 */
static void an_office_without_history_has_a_sane_start(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	struct view_service nobody = look(stage, "08:00:00");
	assert_int_equal(nobody.estimate_s, 0);
	assert_int_equal(nobody.low_min, 0);
	assert_int_equal(nobody.high_min, 1);
	stage_issue(stage, "08:00:00", "KONS");
	struct view_service one = look(stage, "08:00:00");
	assert_int_equal(one.estimate_s, 900);
	assert_int_equal(one.low_min, 2);
	assert_int_equal(one.high_min, 28);
	struct ticket ticket = stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(ticket.low_ms, ticket.issued_ms + 2 * 60000);
	assert_int_equal(ticket.high_ms, ticket.issued_ms + 28 * 60000);
}

static void before_the_opening_it_counts_from_there(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "07:40:00", 1, "ani");
	struct view_service early = look(stage, "07:45:00");
	assert_int_equal(early.estimate_s, 15 * 60);
	assert_int_equal(early.low_min, 15);
	assert_int_equal(early.high_min, 16);
}

/* An office-wide break from 12.00 to 13.00 on Mondays. */
static void take_a_break(const struct stage *stage, const char *time)
{
	struct office_differences differences;
	char detail[256];
	struct office_file *file = calloc(1, sizeof *file);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	file->office.week[0].breaks[0] = (struct office_span){12 * 60, 13 * 60};
	file->office.week[0].break_count = 1;
	assert_int_equal(
		desk_import_office(desk, file, NULL, false, &differences, detail, sizeof detail),
		RESULT_OK);
	office_differences_finish(&differences);
	desk_close(desk);
	free(file);
}

static void assert_told(struct view_service told, int estimate_s, int low_min, int high_min)
{
	assert_int_equal(told.estimate_s, estimate_s);
	assert_int_equal(told.low_min, low_min);
	assert_int_equal(told.high_min, high_min);
}

/*
 * Five minutes before a pause of an hour. With one ahead the counter is free after 900 s, in the
 * pause: called at its end, 3,900 s from now; 177 to 1,623 s as without it are 2 minutes, and the
 * end of the pause. With two ahead the second begins at that end and takes 900 s: 4,800 s, sigma
 * sqrt (2 x 564 x 564 + 30 x 30) = 798 s, 1.28 of it 1,022 s: 3,778 s lie in the pause, 5,822 s
 * are 98 minutes.
 */
static void ahead_of_a_pause(const struct stage *stage, const char *time)
{
	assert_told(look(stage, time), 0, 0, 1);
	stage_issue(stage, time, "KONS");
	assert_told(look(stage, time), 3900, 2, 65);
	struct ticket ticket = stage_issue(stage, time, "KONS");
	assert_int_equal(ticket.low_ms, ticket.issued_ms + 2 * 60000);
	assert_int_equal(ticket.high_ms, ticket.issued_ms + 65 * 60000);
	assert_told(look(stage, time), 4800, 65, 98);
}

static void a_break_to_come_is_reckoned_with(void **state)
{
	struct stage *stage = *state;
	take_a_break(stage, "07:45:00");
	stage_open(stage, "08:00:00", 1, "ani");
	ahead_of_a_pause(stage, "11:55:00");
	/* In it: from its end on, as from the opening. */
	assert_told(look(stage, "12:30:00"), 1800 + 1800, 30 + 12, 30 + 48);
}

static void so_is_a_closure_in_the_middle_of_the_day(void **state)
{
	struct stage *stage = *state;
	int64_t id;
	struct desk *desk = stage_desk(stage, "07:45:00");
	assert_int_equal(desk_add_closure(desk, stage_ms(stage, "10:00:00"),
				 stage_ms(stage, "11:00:00"), "Rapat", &id),
		RESULT_OK);
	desk_close(desk);
	stage_open(stage, "08:00:00", 1, "ani");
	ahead_of_a_pause(stage, "09:55:00");
}

/* A visit that will end in the pause does not delay who is called at its end. */
static void a_visit_may_end_in_the_pause(void **state)
{
	struct stage *stage = *state;
	take_a_break(stage, "07:45:00");
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "11:50:00", "KONS");
	do_right(stage, "11:50:00", desk_next);
	do_right(stage, "11:50:00", desk_serve);
	/* 600 s are left of it at 11.55. */
	assert_int_equal(look(stage, "11:55:00").estimate_s, 3900);
	assert_int_equal(look(stage, "11:55:00").high_min, 65);
}

/* Who still waits at the closing is called all the same. */
static void the_closing_is_no_pause(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	struct calendar_hours hours;
	struct desk *desk = stage_desk(stage, "08:00:00");
	calendar_hours(desk_office(desk), stage_ms(stage, "08:00:00"), &hours);
	int64_t left_ms = hours.close_ms - stage_ms(stage, "08:00:00") - 5 * 60000;
	desk_close(desk);
	char time[16];
	text_format(time, sizeof time, "%02d:%02d:00", (int)(8 + left_ms / 3600000),
		(int)(left_ms / 60000 % 60));
	stage_issue(stage, time, "KONS");
	assert_told(look(stage, time), 900, 2, 28);
}

/* Mornings are short, the hour after long: each hour speaks for itself once it has 8 visits. */
static void each_hour_has_its_pace(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "2026-11-23T08:00:00", 1, "ani");
	live_hour(stage, "2026-11-23", 8, 8, 4);
	live_hour(stage, "2026-11-23", 9, 5, 10);
	stage_open(stage, "2026-11-24T08:00:00", 1, "ani");
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	assert_int_equal(look(stage, "2026-11-24T08:00:00").estimate_s, 239);
	/* Five visits at nine are too few: the mean of all thirteen, moving. */
	int mixed = look(stage, "2026-11-24T09:00:00").estimate_s;
	assert_true(mixed > 239 && mixed < 599);
	do_right(stage, "2026-11-24T09:00:00", desk_next);
	do_right(stage, "2026-11-24T09:00:00", desk_serve);
	do_right(stage, "2026-11-24T09:09:59", desk_finish);
	live_hour(stage, "2026-11-24", 10, 2, 10);
	stage_open(stage, "2026-11-25T08:00:00", 1, "ani");
	live_hour(stage, "2026-11-25", 9, 5, 10);
	stage_open(stage, "2026-11-26T08:00:00", 1, "ani");
	stage_issue(stage, "2026-11-26T09:00:00", "KONS");
	assert_int_equal(look(stage, "2026-11-26T09:00:00").estimate_s, 599);
	/* Eleven visits alike: the deviation has fallen to 299.5 / 11 = 27 s, 58 s to each side. */
	assert_int_equal(look(stage, "2026-11-26T09:00:00").low_min, 9);
	assert_int_equal(look(stage, "2026-11-26T09:00:00").high_min, 11);
}

/* A day on which no forecast came true makes the next one's intervals wider. */
static void it_learns_how_sure_it_is(void **state)
{
	struct stage *stage = *state;
	struct desk_day day;
	char time[16];
	stage_open(stage, "08:00:00", 1, "ani");
	/* Told "0 to 1 minutes" and called after 7, six times. */
	for (int i = 0; i < 6; i++) {
		text_format(time, sizeof time, "08:%02d:00", 8 * i);
		stage_issue(stage, time, "KONS");
		text_format(time, sizeof time, "08:%02d:00", 8 * i + 7);
		do_right(stage, time, desk_next);
		do_right(stage, time, desk_absent);
	}
	struct desk *desk = stage_desk(stage, "08:50:00");
	assert_int_equal(desk_day(desk, NULL, &day), RESULT_OK);
	desk_close(desk);
	assert_int_equal(day.all.estimate.counted, 6);
	assert_int_equal(day.all.estimate.right, 0);
	assert_int_equal(day.all.estimate.longest_ms, 6 * 60000);
	stage_open(stage, "2026-11-24T08:00:00", 1, "ani");
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	struct view_service one = look(stage, "2026-11-24T08:00:00");
	/* 1.28 + 1.28 x 0.8 / 2 = 1.79: 900 s give or take 1,011 s. */
	assert_int_equal(one.low_min, 0);
	assert_int_equal(one.high_min, 32);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(an_office_without_history_has_a_sane_start),
		test(before_the_opening_it_counts_from_there),
		test(a_break_to_come_is_reckoned_with),
		test(so_is_a_closure_in_the_middle_of_the_day),
		test(a_visit_may_end_in_the_pause),
		test(the_closing_is_no_pause),
		test(each_hour_has_its_pace),
		test(it_learns_how_sure_it_is),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
