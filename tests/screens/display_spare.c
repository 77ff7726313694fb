/* When the waiting room's screen may be dark, and how its picture wanders. */
#include "app/display/spare.h"
#include "tests/screens/display_model.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const int64_t DAY_MS = INT64_C(24) * 60 * 60 * 1000;

/* As the view would be at `clock`, `days` after Monday. */
static void set(struct room *room, int days, const char *clock)
{
	int64_t now = room_time(room, clock) + days * DAY_MS;
	room->view.now_ms = room->model.now_ms = room->model.told_ms = now;
	calendar_hours(&room->office, now, &room->view.hours);
}

static void night_is_from_closing_to_half_an_hour_before_opening(void **state)
{
	static const struct {
		int days;
		const char *clock;
		bool night;
	} rows[] = {
		{0, "00:00:00", true},
		{0, "07:29:59", true},  /* opens at 08.00 */
		{0, "07:30:00", false}, /* numbers are given from now on */
		{0, "08:00:00", false},
		{0, "12:30:00", false},
		{0, "15:29:59", false},
		{0, "15:30:00", true},
		{0, "23:59:59", true},
		{4, "15:45:00", false}, /* Friday: until 16.00 */
		{4, "16:00:00", true},
		{5, "10:00:00", true}, /* Saturday */
		{6, "23:59:59", true},
		{7, "07:30:00", false},
	};
	(void)state;
	struct room room;
	room_start(&room, "09:00:00");
	room_take(&room, 1000);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		set(&room, rows[i].days, rows[i].clock);
		if (spare_is_night(&room.model) != rows[i].night) {
			fail_msg("day %d, %s", rows[i].days, rows[i].clock);
		}
	}
}

/* Also where the kiosk gives no numbers before the opening. */
static void it_is_light_half_an_hour_before_people_come(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "07:00:00");
	room.office.issue_before_s = 0;
	room_take(&room, 1000);
	set(&room, 0, "07:29:59");
	assert_true(spare_is_night(&room.model));
	set(&room, 0, "07:30:00");
	assert_int_equal(room.view.hours.state, CALENDAR_CLOSED);
	assert_false(spare_is_night(&room.model));
}

/* While somebody is left, and before the store is there, it is never dark. */
static void it_is_never_dark_for_somebody(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "22:00:00");
	room_take(&room, 1000);
	assert_true(spare_is_night(&room.model));
	room_occupy(&room, 2, VIEW_SERVING, "K031");
	assert_false(spare_is_night(&room.model));
	room_start(&room, "22:00:00");
	room_wait(&room, "K032", TICKET_ORDINARY);
	room_take(&room, 1000);
	assert_false(spare_is_night(&room.model));
	memset(&room, 0, sizeof room);
	assert_false(spare_is_night(&room.model));
}

static void a_day_ended_by_hand_is_night_until_the_next_one(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "11:00:00");
	room.view.day_closed = true;
	room_take(&room, 1000);
	assert_true(spare_is_night(&room.model));
	set(&room, 1, "07:31:00");
	room.view.day_closed = false;
	assert_false(spare_is_night(&room.model));
}

static void an_office_that_never_opens_again_is_dark(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "22:00:00");
	room_take(&room, 1000);
	room.view.hours.open_ms = TICKET_NEVER;
	assert_true(spare_is_night(&room.model));
}

/* Within the margin of the screen; no step is seen; in a turn it is everywhere but nowhere long. */
static void the_picture_wanders_a_little(void **state)
{
	enum { LARGEST = 12, STEP = 9 };
	(void)state;
	struct display_model model = {.now_ms = 0};
	int old_x = 0, old_y = 0, left = 0, right = 0, up = 0, down = 0;
	spare_drift(&model);
	assert_int_equal(model.drift_x, 0);
	assert_int_equal(model.drift_y, 0);
	for (int i = 1; i <= SPARE_STEPS; i++) {
		model.now_ms = (int64_t)i * SPARE_STEP_MS - 1;
		spare_drift(&model);
		assert_true(model.drift_x == old_x && model.drift_y == old_y);
		model.now_ms++;
		spare_drift(&model);
		assert_true(model.drift_x != old_x || model.drift_y != old_y);
		assert_true(abs(model.drift_x - old_x) + abs(model.drift_y - old_y) <= STEP);
		assert_true(abs(model.drift_x) <= LARGEST && abs(model.drift_y) <= LARGEST);
		old_x = model.drift_x;
		old_y = model.drift_y;
		left += old_x < 0;
		right += old_x > 0;
		up += old_y < 0;
		down += old_y > 0;
	}
	assert_int_equal(old_x, 0);
	assert_int_equal(old_y, 0);
	assert_true(left > 2 && right > 2 && up > 2 && down > 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(night_is_from_closing_to_half_an_hour_before_opening),
		cmocka_unit_test(it_is_light_half_an_hour_before_people_come),
		cmocka_unit_test(it_is_never_dark_for_somebody),
		cmocka_unit_test(a_day_ended_by_hand_is_night_until_the_next_one),
		cmocka_unit_test(an_office_that_never_opens_again_is_dark),
		cmocka_unit_test(the_picture_wanders_a_little),
	};
	return cmocka_run_group_tests_name("display_spare", tests, NULL, NULL);
}
