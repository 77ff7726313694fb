/* When a call has the panel, for how long, and what follows it. */
#include "app/base/text.h"
#include "app/display/running.h"
#include "tests/screens/display_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { START = 50000 };

static void step(struct room *room, int64_t ticks)
{
	scene_step(&room->model.scene, &room->view, ticks);
}

static void shows(const struct room *room, const char *number)
{
	assert_true(room->model.scene.showing);
	assert_string_equal(room->model.scene.shown.number, number);
	assert_int_equal(scene_kind(&room->model.scene, &room->view), SCENE_CALL);
}

static void begin_empty(struct room *room)
{
	room_start(room, "09:00:00");
	room_take(room, START);
	assert_int_equal(scene_kind(&room->model.scene, &room->view), SCENE_IDLE);
}

static void test_first_view_shows_who_is_called_without_motion(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	room_take(&room, START);
	shows(&room, "K007");
	assert_false(scene_flashes(&room.model.scene, START, true));
	assert_int_equal(scene_deadline(&room.model.scene, &room.view, START, true), INT64_MAX);
}

static void test_old_calls_are_no_news(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "09:00:00");
	room_call(&room, "K001", 1);
	room_take(&room, START);
	assert_false(room.model.scene.showing);
}

static void test_two_calls_in_one_second_are_both_seen(void **state)
{
	(void)state;
	struct room room;
	begin_empty(&room);
	room_call(&room, "K001", 1);
	room_occupy(&room, 1, VIEW_CALLED, "K001");
	room_take(&room, START + 100);
	shows(&room, "K001");
	room_call(&room, "J001", 2);
	room_call(&room, "P001", 3);
	room_occupy(&room, 2, VIEW_CALLED, "J001");
	room_occupy(&room, 3, VIEW_CALLED, "P001");
	room_take(&room, START + 600);
	shows(&room, "K001");
	assert_int_equal(scene_deadline(&room.model.scene, &room.view, START + 600, false),
		START + 100 + SCENE_SHOWN_MS);
	step(&room, START + 100 + SCENE_SHOWN_MS - 1);
	shows(&room, "K001");
	step(&room, START + 100 + SCENE_SHOWN_MS);
	shows(&room, "J001");
	step(&room, START + 100 + 2 * SCENE_SHOWN_MS);
	shows(&room, "P001");
	assert_int_equal(room.model.scene.calls.count, 0);
}

static void test_a_burst_loses_nobody(void **state)
{
	(void)state;
	struct room room;
	char number[TICKET_NUMBER_SIZE] = "K000";
	begin_empty(&room);
	for (int i = 1; i <= 30; i++) {
		number[2] = (char)('0' + i / 10);
		number[3] = (char)('0' + i % 10);
		room_call(&room, number, 1 + i % 3);
		room_take(&room, START + i);
	}
	for (int i = 1; i <= 30; i++) {
		number[2] = (char)('0' + i / 10);
		number[3] = (char)('0' + i % 10);
		shows(&room, number);
		step(&room, room.model.scene.shown_ticks + SCENE_SHOWN_MS);
	}
}

/* The more calls follow, the shorter each has the panel, down to a glance. */
static void test_many_calls_hurry(void **state)
{
	(void)state;
	static const int64_t holds[] = {3000, 3000, 1500, 1000, SCENE_HURRIED_MS, SCENE_HURRIED_MS};
	struct room room;
	char number[TICKET_NUMBER_SIZE];
	begin_empty(&room);
	room_call(&room, "K001", 1);
	room_take(&room, START);
	for (int i = 0; i < 6; i++) {
		text_format(number, sizeof number, "J%03d", i);
		room_call(&room, number, 1);
		room_take(&room, START);
		assert_int_equal(scene_deadline(&room.model.scene, &room.view, START, false),
			START + holds[i]);
	}
	step(&room, START + SCENE_HURRIED_MS - 1);
	shows(&room, "K001");
	step(&room, START + SCENE_HURRIED_MS);
	shows(&room, "J000");
}

static void test_a_recall_is_shown_again(void **state)
{
	(void)state;
	struct room room;
	begin_empty(&room);
	room_call(&room, "K001", 1);
	room_occupy(&room, 1, VIEW_CALLED, "K001");
	room_take(&room, START);
	step(&room, START + 20000);
	assert_false(scene_flashes(&room.model.scene, START + 20000, true));
	room_call(&room, "K001", 1);
	room_take(&room, START + 20000);
	shows(&room, "K001");
	assert_true(scene_flashes(&room.model.scene, START + 20000, true));
}

static void test_motion_is_three_changes_and_can_be_off(void **state)
{
	(void)state;
	struct room room;
	begin_empty(&room);
	room_call(&room, "K001", 1);
	room_occupy(&room, 1, VIEW_CALLED, "K001");
	room_take(&room, START);
	const struct scene *scene = &room.model.scene;
	assert_true(scene_flashes(scene, START, true));
	assert_true(scene_flashes(scene, START + 599, true));
	assert_false(scene_flashes(scene, START + 600, true));
	assert_true(scene_flashes(scene, START + 1200, true));
	assert_false(scene_flashes(scene, START + 1800, true));
	/* Sixty frames a second while the number rises, then one a change. */
	assert_int_equal(scene_deadline(scene, &room.view, START, true), START + 17);
	assert_int_equal(scene_deadline(scene, &room.view, START + 17, true), START + 34);
	assert_true(scene_rise(scene, START, true) > 0.99);
	assert_true(scene_rise(scene, START + 100, true) < scene_rise(scene, START + 50, true));
	assert_true(scene_rise(scene, START + SCENE_RISE_MS, true) == 0);
	assert_true(scene_rise(scene, START, false) == 0);
	assert_int_equal(
		scene_deadline(scene, &room.view, START + SCENE_RISE_MS, true), START + 600);
	assert_int_equal(scene_deadline(scene, &room.view, START + 700, true), START + 1200);
	assert_int_equal(scene_deadline(scene, &room.view, START + 1800, true), INT64_MAX);
	assert_false(scene_flashes(scene, START, false));
	assert_int_equal(scene_deadline(scene, &room.view, START, false), INT64_MAX);
}

static void test_a_served_call_leaves_when_nobody_waits(void **state)
{
	(void)state;
	struct room room;
	begin_empty(&room);
	room_call(&room, "K001", 1);
	room_occupy(&room, 1, VIEW_CALLED, "K001");
	room_take(&room, START);
	room_occupy(&room, 1, VIEW_SERVING, "K001");
	room_take(&room, START + 2000);
	assert_int_equal(scene_deadline(&room.model.scene, &room.view, START + 2000, false),
		START + SCENE_LINGER_MS);
	step(&room, START + SCENE_LINGER_MS - 1);
	shows(&room, "K001");
	step(&room, START + SCENE_LINGER_MS);
	assert_int_equal(scene_kind(&room.model.scene, &room.view), SCENE_IDLE);
}

static void test_an_absent_call_gives_way_to_one_still_called(void **state)
{
	(void)state;
	struct room room;
	begin_empty(&room);
	room_call(&room, "K001", 1);
	room_occupy(&room, 1, VIEW_CALLED, "K001");
	room_take(&room, START);
	room_call(&room, "J001", 2);
	room_occupy(&room, 2, VIEW_CALLED, "J001");
	room_take(&room, START + SCENE_SHOWN_MS);
	shows(&room, "J001");
	room_occupy(&room, 2, VIEW_FREE, "");
	room_take(&room, START + 5000);
	shows(&room, "J001");
	step(&room, START + SCENE_SHOWN_MS + SCENE_LINGER_MS);
	shows(&room, "K001");
	assert_false(scene_flashes(&room.model.scene, START + 13000, true));
}

static void test_scenes_follow_hours_and_line(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "15:47:00");
	room_take(&room, START);
	assert_int_equal(scene_kind(&room.model.scene, &room.view), SCENE_CLOSED);
	room_occupy(&room, 1, VIEW_SERVING, "K009");
	assert_int_equal(scene_kind(&room.model.scene, &room.view), SCENE_IDLE);
	room_wait(&room, "K010", TICKET_ORDINARY);
	assert_int_equal(scene_kind(&room.model.scene, &room.view), SCENE_WAITING);
	/* A day that was closed by hand leaves nobody behind. */
	room_start(&room, "10:26:00");
	room_take(&room, START);
	assert_int_equal(scene_kind(&room.model.scene, &room.view), SCENE_IDLE);
	room.view.day_closed = true;
	assert_int_equal(scene_kind(&room.model.scene, &room.view), SCENE_CLOSED);
}

static void test_last_calls_leave_out_the_one_shown(void **state)
{
	(void)state;
	struct room room;
	const struct view_call *calls[4];
	room_fill_board(&room);
	room_call(&room, "K007", 2);
	room_take(&room, START);
	int count = scene_last(&room.model.scene, &room.view, 4, calls);
	assert_int_equal(count, 2);
	assert_string_equal(calls[0]->number, "J004");
	assert_string_equal(calls[1]->number, "D005");
}

/* Ten units a character, to reckon by hand. */
static int measure(void *context, enum draw_face face, int size, const char *text)
{
	(void)context;
	(void)face;
	(void)size;
	return 10 * (int)strlen(text);
}

static void page_is(const struct ui *ui, int width, const char *text, int64_t page,
	const char *wanted, int pages)
{
	char out[RUNNING_TEXT_SIZE];
	int count = running_page(ui, DISPLAY_TEXT, width, text, page, out, sizeof out);
	assert_string_equal(out, wanted);
	assert_int_equal(count, pages);
}

static void test_running_text_turns_pages(void **state)
{
	(void)state;
	struct ui ui = {.scale = 1, .measure = measure};
	page_is(&ui, 1000, "Satu dua.", 7, "Satu dua.", 1);
	page_is(&ui, 1000, "", 0, "", 1);
	page_is(&ui, 130, "Satu dua. Tiga empat.", 0, "Satu dua.", 2);
	page_is(&ui, 130, "Satu dua. Tiga empat.", 1, "Tiga empat.", 2);
	page_is(&ui, 130, "Satu dua. Tiga empat.", 2, "Satu dua.", 2);
	page_is(&ui, 150, "Satu  \xE2\x80\xA2  dua tiga empat", 0, "Satu", 2);
	page_is(&ui, 150, "Satu  \xE2\x80\xA2  dua tiga empat", 1, "dua tiga empat", 2);
	page_is(&ui, 80, "satu dua tiga", 1, "tiga", 2);
	page_is(&ui, 50, "sepuluh dua", 0, "sepuluh", 2);
}

static void clean_is(const char *text, size_t size, const char *wanted, bool cut)
{
	char out[64];
	assert_int_equal(running_clean(text, out, size), cut);
	assert_string_equal(out, wanted);
}

static void test_running_text_is_cleaned(void **state)
{
	(void)state;
	clean_is("Buka \xE2\x80\xA2 gratis", 64, "Buka \xE2\x80\xA2 gratis", false);
	clean_is("", 64, "", false);
	clean_is("a\xE2\x80\xAE"
		 "b\xE2\x81\xA7"
		 "c\xD8\x9C"
		 "d\xE2\x80\x8F",
		64, "abcd", true);
	clean_is("a\x1B[31m\nb\x7F", 64, "a[31mb", true);
	clean_is("\xFF"
		 "a\xE2\x80",
		64, "a", true);
	clean_is("abc\xC3\xA9", 5, "abc", true); /* no half letter */
	clean_is("abc\xC3\xA9", 6, "abc\xC3\xA9", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_view_shows_who_is_called_without_motion),
		cmocka_unit_test(test_old_calls_are_no_news),
		cmocka_unit_test(test_two_calls_in_one_second_are_both_seen),
		cmocka_unit_test(test_a_burst_loses_nobody),
		cmocka_unit_test(test_many_calls_hurry),
		cmocka_unit_test(test_a_recall_is_shown_again),
		cmocka_unit_test(test_motion_is_three_changes_and_can_be_off),
		cmocka_unit_test(test_a_served_call_leaves_when_nobody_waits),
		cmocka_unit_test(test_an_absent_call_gives_way_to_one_still_called),
		cmocka_unit_test(test_scenes_follow_hours_and_line),
		cmocka_unit_test(test_last_calls_leave_out_the_one_shown),
		cmocka_unit_test(test_running_text_turns_pages),
		cmocka_unit_test(test_running_text_is_cleaned),
	};
	return cmocka_run_group_tests_name("display_scene", tests, NULL, NULL);
}
