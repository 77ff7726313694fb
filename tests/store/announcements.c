/* Which call the waiting room was told of, by whom first, and when. */
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

struct scene {
	struct stage stage;
	struct desk_view view;
};

static int set_up(void **state)
{
	struct scene *scene = calloc(1, sizeof *scene);
	stage_init(&scene->stage);
	stage_create(&scene->stage, "2026-11-23T07:30:00");
	stage_open(&scene->stage, "08:00:00", 1, "ani");
	*state = scene;
	return 0;
}

static int tear_down(void **state)
{
	struct scene *scene = *state;
	stage_finish(&scene->stage);
	free(scene);
	return 0;
}

static const struct desk_view *look(struct scene *scene, const char *time)
{
	struct desk *desk = stage_desk(&scene->stage, time);
	assert_int_equal(desk_view(desk, 0, &scene->view), RESULT_OK);
	desk_close(desk);
	return &scene->view;
}

static void announce(const struct stage *stage, const char *time, int64_t call,
	enum announced_way way, const char *at)
{
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_announce(desk, call, way, stage_ms(stage, at)), RESULT_OK);
	desk_close(desk);
}

static int64_t call_next(struct scene *scene, const char *time)
{
	struct ticket ticket;
	stage_issue(&scene->stage, time, "KONS");
	assert_int_equal(stage_do(&scene->stage, time, desk_next, 1, &ticket), RESULT_OK);
	return look(scene, time)->counters[0].call.id;
}

static void assert_times(
	const struct scene *scene, const struct view_call *call, const char *const times[])
{
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		assert_int_equal(call->announced_ms[i],
			times[i] ? stage_ms(&scene->stage, times[i]) : TICKET_NEVER);
	}
}

static void the_first_of_each_way_stays(void **state)
{
	struct scene *scene = *state;
	const struct stage *stage = &scene->stage;
	int64_t call = call_next(scene, "08:10:00");
	const struct desk_view *view = look(scene, "08:10:01");
	assert_true(call > 0);
	assert_int_equal(view->calls[0].id, call);
	assert_times(scene, &view->calls[0], (const char *[]){NULL, NULL, NULL});
	assert_int_equal(view_announced(&view->counters[0].call), TICKET_NEVER);
	assert_false(view->announces); /* nothing tells of a display yet */

	announce(stage, "08:10:05", call, ANNOUNCED_SPOKEN, "08:10:04");
	announce(stage, "08:10:06", call, ANNOUNCED_SHOWN, "08:10:02");
	announce(stage, "08:10:09", call, ANNOUNCED_SHOWN, "08:10:09"); /* a second display */
	view = look(scene, "08:10:10");
	assert_times(scene, &view->calls[0], (const char *[]){"08:10:02", "08:10:04", NULL});
	assert_times(
		scene, &view->counters[0].call, (const char *[]){"08:10:02", "08:10:04", NULL});
	assert_int_equal(view_announced(&view->counters[0].call), stage_ms(stage, "08:10:02"));
	announce(stage, "08:10:11", call, ANNOUNCED_LIT, "08:10:01");
	assert_int_equal(view_announced(&look(scene, "08:10:12")->counters[0].call),
		stage_ms(stage, "08:10:01"));
	assert_true(stage_is_proven(stage));
}

/* A waiting room is there once it was told of a call, or its board has reported. */
static void a_waiting_room_is_noticed(void **state)
{
	struct scene *scene = *state;
	const struct stage *stage = &scene->stage;
	int64_t call = call_next(scene, "08:10:00");
	assert_false(look(scene, "08:10:01")->announces);
	announce(stage, "08:10:02", call, ANNOUNCED_SPOKEN, "08:10:02");
	assert_true(look(scene, "08:10:03")->announces);
	assert_true(look(scene, "2026-11-24T08:10:00")->announces); /* the next day as well */
}

static void a_board_is_a_waiting_room(void **state)
{
	struct scene *scene = *state;
	call_next(scene, "08:10:00");
	struct desk *desk = stage_desk(&scene->stage, "08:10:02");
	assert_int_equal(desk_report_device(desk, "display-1/board", RESULT_DEVICE_MISSING, false),
		RESULT_OK);
	desk_close(desk);
	assert_true(look(scene, "08:10:03")->announces);
}

/* A display's clock may be a little off, or lie. */
static void a_time_lies_between_call_and_now(void **state)
{
	struct scene *scene = *state;
	const struct stage *stage = &scene->stage;
	int64_t call = call_next(scene, "08:10:00");
	struct desk *desk = stage_desk(stage, "08:10:05");
	assert_int_equal(desk_announce(desk, call, ANNOUNCED_SHOWN, 0), RESULT_OK);
	assert_int_equal(desk_announce(desk, call, ANNOUNCED_SPOKEN, INT64_MAX), RESULT_OK);
	desk_close(desk);
	assert_times(scene, &look(scene, "08:10:06")->calls[0],
		(const char *[]){"08:10:00", "08:10:05", NULL});
}

static void a_recall_is_another_call(void **state)
{
	struct scene *scene = *state;
	const struct stage *stage = &scene->stage;
	struct ticket ticket;
	int64_t call = call_next(scene, "08:10:00");
	announce(stage, "08:10:01", call, ANNOUNCED_SHOWN, "08:10:01");
	assert_int_equal(stage_do(stage, "08:12:00", desk_recall, 1, &ticket), RESULT_OK);
	const struct desk_view *view = look(scene, "08:12:01");
	assert_true(view->counters[0].call.id > call);
	assert_int_equal(view->counters[0].call.again, 1);
	assert_int_equal(view_announced(&view->counters[0].call), TICKET_NEVER);
}

/* It was shown, then the clerk took it back: there is nothing to note and nothing breaks. */
static void an_undone_call_is_nothing(void **state)
{
	struct scene *scene = *state;
	const struct stage *stage = &scene->stage;
	struct ticket ticket;
	int64_t call = call_next(scene, "08:10:00");
	announce(stage, "08:10:01", call, ANNOUNCED_SHOWN, "08:10:01");
	assert_int_equal(stage_do(stage, "08:10:05", desk_undo, 1, &ticket), RESULT_OK);
	announce(stage, "08:10:06", call, ANNOUNCED_SPOKEN, "08:10:05");
	const struct desk_view *view = look(scene, "08:10:07");
	assert_int_equal(view->call_count, 0);
	assert_int_equal(view->counters[0].call.id, 0);
	assert_true(stage_is_proven(stage));
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		test(the_first_of_each_way_stays),
		test(a_waiting_room_is_noticed),
		test(a_board_is_a_waiting_room),
		test(a_time_lies_between_call_and_now),
		test(a_recall_is_another_call),
		test(an_undone_call_is_nothing),
	};
#undef test
	return cmocka_run_group_tests_name("announcements", tests, NULL, NULL);
}
