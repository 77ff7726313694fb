/* Consoles that open, close and take over counters, and what they hold of these meanwhile; each
 * dies with its presence_finish. */
#include "app/base/text.h"
#include "app/desk/attendance.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static bool is_left(struct presence *watcher, int counter)
{
	int left[OFFICE_COUNTERS];
	size_t count = presence_list_left(watcher, left, OFFICE_COUNTERS);
	for (size_t i = 0; i < count; i++) {
		if (left[i] == counter) {
			return true;
		}
	}
	return false;
}

static void start_at(const struct stage *stage, struct attendance *out_console)
{
	*out_console = (struct attendance){.staff = ""};
	assert_true(presence_init(&out_console->presence, stage->store));
}

static enum result act_at(
	const struct stage *stage, const struct desk_request *request, const char *time)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = request->act == DESK_OPEN_COUNTER
				     ? desk_open_counter(desk, request->counter, request->staff, 0)
			     : request->act == DESK_CLOSE_COUNTER
				     ? desk_close_counter(desk, request->counter)
				     : desk_hand_over(desk, request->counter, request->staff);
	desk_close(desk);
	return result;
}

static enum result act(const struct stage *stage, const struct desk_request *request)
{
	return act_at(stage, request, "08:00:00");
}

static struct desk_request request_of(enum desk_act act, int counter, const char *staff)
{
	struct desk_request request = {.act = act, .counter = counter};
	text_copy(request.staff, sizeof request.staff, staff);
	return request;
}

static enum result press_at(const struct stage *stage, struct attendance *console,
	enum desk_act kind, int counter, const char *staff, const char *time)
{
	const struct desk_request request = request_of(kind, counter, staff);
	enum result result = attendance_begin_act(console, &request);
	result = result == RESULT_OK ? act_at(stage, &request, time) : result;
	attendance_end_act(console, &request, result);
	return result;
}

static enum result press(const struct stage *stage, struct attendance *console, enum desk_act kind,
	int counter, const char *staff)
{
	return press_at(stage, console, kind, counter, staff, "08:00:00");
}

static void see(const struct stage *stage, struct attendance *console)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	attendance_follow(console, view);
	desk_close(desk);
	free(view);
}

static void who_is_refused_leaves_the_other_ones_mark(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani, budi;
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	start_at(stage, &budi);
	/* Both choose the counter at one moment, then budi once more. */
	const struct desk_request late = request_of(DESK_OPEN_COUNTER, 1, "budi");
	assert_int_equal(attendance_begin_act(&budi, &late), RESULT_OK);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	attendance_end_act(&budi, &late, RESULT_COUNTER_TAKEN);
	assert_int_equal(press(stage, &budi, DESK_OPEN_COUNTER, 1, "budi"), RESULT_COUNTER_TAKEN);
	assert_false(is_left(&watcher, 1));
	presence_finish(&ani.presence);
	assert_true(is_left(&watcher, 1));
	/* Nor when the other one is dead, and what it left is not dealt with yet. */
	assert_int_equal(press(stage, &budi, DESK_OPEN_COUNTER, 1, "budi"), RESULT_COUNTER_TAKEN);
	assert_true(is_left(&watcher, 1));
	presence_finish(&budi.presence);
	presence_finish(&watcher);
}

/* A counter opened by hand has no mark, and gets none by being asked for. */
static void who_is_refused_leaves_no_mark(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani, budi;
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	start_at(stage, &budi);
	stage_open(stage, "07:50:00", 1, "citra");
	const struct desk_request late = request_of(DESK_OPEN_COUNTER, 1, "budi");
	assert_int_equal(attendance_begin_act(&budi, &late), RESULT_OK);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_COUNTER_TAKEN);
	attendance_end_act(&budi, &late, RESULT_COUNTER_TAKEN);
	presence_finish(&ani.presence);
	presence_finish(&budi.presence);
	assert_false(is_left(&watcher, 1));
	presence_finish(&watcher);
}

/* The store is busy while a rest ends, or another counter is not to be had. */
static void who_is_refused_stays_where_it_was(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani;
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	stage_open(stage, "07:50:00", 2, "budi");
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	const struct desk_request again = request_of(DESK_OPEN_COUNTER, 1, "ani");
	assert_int_equal(attendance_begin_act(&ani, &again), RESULT_OK);
	attendance_end_act(&ani, &again, RESULT_STORE_BUSY);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 2, "ani"), RESULT_COUNTER_TAKEN);
	assert_false(is_left(&watcher, 1));
	presence_finish(&ani.presence);
	assert_true(is_left(&watcher, 1));
	assert_false(is_left(&watcher, 2));
	presence_finish(&watcher);
}

/* One person signed in on two consoles: either may close the counter, and open it again. */
static void the_second_console_is_not_forgotten(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance one, two;
	const struct desk_request closing = request_of(DESK_CLOSE_COUNTER, 1, "");
	assert_true(presence_init(&watcher, stage->store));
	for (int seen = 0; seen < 2; seen++) {
		start_at(stage, &one);
		start_at(stage, &two);
		assert_int_equal(press(stage, &one, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
		assert_int_equal(press(stage, &two, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
		assert_int_equal(press(stage, &one, DESK_CLOSE_COUNTER, 1, ""), RESULT_OK);
		if (seen == 1) {
			see(stage, &two);
			assert_int_equal(two.presence.counter, 0);
		}
		assert_int_equal(press(stage, &two, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
		assert_false(is_left(&watcher, 1));
		presence_finish(&two.presence);
		assert_true(is_left(&watcher, 1));
		presence_finish(&one.presence);
		assert_int_equal(act(stage, &closing), RESULT_OK);
	}
	presence_finish(&watcher);
}

static void what_was_closed_elsewhere_is_not_held(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani, budi;
	const struct desk_request closing = request_of(DESK_CLOSE_COUNTER, 1, "");
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	start_at(stage, &budi);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	see(stage, &ani);
	assert_int_equal(ani.presence.counter, 1);
	assert_int_equal(act(stage, &closing), RESULT_OK);
	see(stage, &ani);
	assert_int_equal(press(stage, &budi, DESK_OPEN_COUNTER, 1, "budi"), RESULT_OK);
	assert_false(is_left(&watcher, 1));
	presence_finish(&budi.presence);
	assert_true(is_left(&watcher, 1));
	presence_finish(&ani.presence);
	presence_finish(&watcher);
}

/* By the clerk who relieves at the same console; or by hand, which takes the counter away. */
static void a_hand_over_is_followed(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance console;
	const struct desk_request by_hand = request_of(DESK_HAND_OVER, 1, "citra");
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &console);
	assert_int_equal(press(stage, &console, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	assert_int_equal(press(stage, &console, DESK_HAND_OVER, 1, "budi"), RESULT_OK);
	see(stage, &console);
	assert_int_equal(console.presence.counter, 1);
	assert_int_equal(act(stage, &by_hand), RESULT_OK);
	see(stage, &console);
	assert_int_equal(console.presence.counter, 0);
	presence_finish(&console.presence);
	assert_false(is_left(&watcher, 1));
	presence_finish(&watcher);
}

static bool sees_left(const struct stage *stage, struct attendance *console, int counter)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	attendance_tell(console, view);
	desk_close(desk);
	bool left = view->counters[counter - 1].left;
	free(view);
	return left;
}

/* A console dies under its visitor: the others see it, and one may go on there, but nobody in the
 * place of a console that lives. */
static void who_is_left_is_taken_over(void **state)
{
	struct stage *stage = *state;
	struct attendance ani, budi, citra;
	struct ticket ticket;
	start_at(stage, &ani);
	start_at(stage, &budi);
	start_at(stage, &citra);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_false(sees_left(stage, &budi, 1));
	assert_int_equal(press(stage, &budi, DESK_HAND_OVER, 1, "budi"), RESULT_COUNTER_TAKEN);
	presence_finish(&ani.presence);
	assert_true(sees_left(stage, &budi, 1));
	assert_int_equal(press_at(stage, &budi, DESK_HAND_OVER, 1, "budi", "08:04:00"), RESULT_OK);
	assert_int_equal(budi.presence.counter, 1);
	assert_false(sees_left(stage, &citra, 1));
	assert_int_equal(press(stage, &citra, DESK_HAND_OVER, 1, "citra"), RESULT_COUNTER_TAKEN);
	assert_int_equal(stage_do(stage, "08:05:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.counter, 1);
	presence_finish(&budi.presence);
	presence_finish(&citra.presence);
}

/* Where the file beside the store cannot be had nobody is known to be anywhere, and a clerk who
 * relieves at a console goes on all the same. */
static void without_the_file_a_desk_is_handed_over(void **state)
{
	struct stage *stage = *state;
	struct attendance console = {.staff = ""};
	assert_false(presence_init(&console.presence, ":memory:"));
	assert_int_equal(press(stage, &console, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	assert_int_equal(press(stage, &console, DESK_HAND_OVER, 1, "budi"), RESULT_OK);
	assert_false(sees_left(stage, &console, 1));
	presence_finish(&console.presence);
}

/* What a screen has shown this week it is missed for; a board whose program is dead is not there,
 * whatever that said last. */
static void a_dark_waiting_room_is_told_of(void **state)
{
	struct stage *stage = *state;
	struct desk_view *view = calloc(1, sizeof *view);
	struct attendance console;
	struct presence display;
	start_at(stage, &console);
	attendance_tell(&console, view);
	assert_int_equal(view->device_count, 0);
	view->has_screen = true;
	view->devices[view->device_count++] =
		(struct view_device){.name = "kiosk-1/printer", .kind = VIEW_PRINTER};
	view->devices[view->device_count++] =
		(struct view_device){.name = "display-1/board", .kind = VIEW_BOARD};
	attendance_tell(&console, view);
	assert_int_equal(view->device_count, 3);
	/* What is wrong comes first: the lists on the screens are short. */
	assert_int_equal(view->devices[0].kind, VIEW_BOARD);
	assert_int_equal(view->devices[0].reason, RESULT_DEVICE_MISSING);
	assert_int_equal(view->devices[1].kind, VIEW_SCREEN);
	assert_int_equal(view->devices[1].reason, RESULT_DEVICE_MISSING);
	assert_int_equal(view->devices[2].kind, VIEW_PRINTER);
	assert_true(presence_init(&display, stage->store));
	presence_attend_room(&display, PRESENCE_SCREEN);
	presence_attend_room(&display, PRESENCE_BOARD);
	view->devices[0].reason = RESULT_OK;
	view->device_count = 1;
	attendance_tell(&console, view);
	assert_int_equal(view->devices[0].reason, RESULT_OK);
	assert_int_equal(view->devices[1].reason, RESULT_OK);
	presence_finish(&display);
	presence_finish(&console.presence);
	free(view);
}

/* The head chose it while the display ran, whose computer names none. */
static void a_board_chosen_later_is_there(void **state)
{
	struct stage *stage = *state;
	struct desk_view *view = calloc(1, sizeof *view);
	struct attendance console, display;
	struct desk_request request = {.act = DESK_REPORT_DEVICE};
	start_at(stage, &console);
	start_at(stage, &display);
	view->devices[view->device_count++] =
		(struct view_device){.name = "display-1/board", .kind = VIEW_BOARD};
	text_copy(request.device, sizeof request.device, "kiosk-1/printer");
	attendance_end_act(&display, &request, RESULT_OK);
	assert_false(presence_has_room(&console.presence, PRESENCE_BOARD));
	text_copy(request.device, sizeof request.device, "display-1/board");
	attendance_end_act(&display, &request, RESULT_OK);
	attendance_tell(&console, view);
	assert_int_equal(view->devices[0].reason, RESULT_OK);
	presence_finish(&display.presence);
	attendance_tell(&console, view);
	assert_int_equal(view->devices[0].reason, RESULT_DEVICE_MISSING);
	presence_finish(&console.presence);
	free(view);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(who_is_refused_leaves_the_other_ones_mark),
		TEST(who_is_refused_leaves_no_mark),
		TEST(who_is_refused_stays_where_it_was),
		TEST(the_second_console_is_not_forgotten),
		TEST(what_was_closed_elsewhere_is_not_held),
		TEST(a_hand_over_is_followed),
		TEST(who_is_left_is_taken_over),
		TEST(without_the_file_a_desk_is_handed_over),
		cmocka_unit_test_setup_teardown(
			a_dark_waiting_room_is_told_of, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_board_chosen_later_is_there, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
