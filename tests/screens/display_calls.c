/* The calls that are still to be announced, and what the desk is told of those that were. */
#include "app/display/announcer.h"
#include "tests/screens/display_model.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void take_next(struct call_line *line, const char *number)
{
	struct view_call call;
	assert_true(call_line_next(line, &call));
	assert_string_equal(call.number, number);
}

static void nothing_follows(struct call_line *line)
{
	struct view_call call;
	assert_false(call_line_next(line, &call));
}

static void unannounced(struct room *room, int place)
{
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		room->view.calls[place].announced_ms[i] = TICKET_NEVER;
	}
}

static void test_each_line_gets_every_call_in_order(void **state)
{
	(void)state;
	struct room room;
	struct call_line panel = {0}, voice = {0};
	char number[TICKET_NUMBER_SIZE];
	room_start(&room, "09:00:00");
	call_line_take(&panel, &room.view);
	call_line_take(&voice, &room.view);
	for (int i = 1; i <= 30; i++) {
		text_format(number, sizeof number, "K%03d", i);
		room_call(&room, number, 1 + i % 3);
		call_line_take(&panel, &room.view);
		take_next(&panel, number);
		call_line_take(&voice, &room.view);
		call_line_take(&voice, &room.view); /* a view that brings nothing new */
	}
	nothing_follows(&panel);
	for (int i = 1; i <= 30; i++) {
		text_format(number, sizeof number, "K%03d", i);
		take_next(&voice, number);
	}
	nothing_follows(&voice);
}

/* After a start: what nobody announced is made good, what was announced or is over is not. */
static void test_first_view(void **state)
{
	(void)state;
	struct room room;
	struct call_line line = {0};
	room_start(&room, "09:00:00");
	room_call(&room, "K001", 1); /* has come */
	unannounced(&room, 0);
	room_call(&room, "K002", 2); /* announced before */
	room_occupy(&room, 2, VIEW_CALLED, "K002");
	room_call(&room, "K003", 3);
	unannounced(&room, 0);
	room_occupy(&room, 3, VIEW_CALLED, "K003");
	room_occupy(&room, 1, VIEW_SERVING, "K001");
	call_line_take(&line, &room.view);
	take_next(&line, "K003");
	nothing_follows(&line);
	/* Later, what was announced elsewhere is announced here as well. */
	room_call(&room, "K004", 1);
	call_line_take(&line, &room.view);
	take_next(&line, "K004");
}

static void test_an_undone_call_leaves_the_line(void **state)
{
	(void)state;
	struct room room;
	struct call_line line = {0};
	room_start(&room, "09:00:00");
	call_line_take(&line, &room.view);
	room_call(&room, "K001", 1);
	room_call(&room, "K002", 2);
	call_line_take(&line, &room.view);
	assert_int_equal(line.count, 2);
	memmove(room.view.calls, room.view.calls + 1, sizeof *room.view.calls);
	room.view.call_count--; /* K002 is no more */
	call_line_take(&line, &room.view);
	take_next(&line, "K001");
	nothing_follows(&line);
}

/* So many calls that the view no longer reaches back to the oldest: they are not lost for that. */
static void test_the_view_need_not_reach_back(void **state)
{
	(void)state;
	struct room room;
	struct call_line line = {0};
	char number[TICKET_NUMBER_SIZE];
	room_start(&room, "09:00:00");
	call_line_take(&line, &room.view);
	for (int i = 1; i <= CALL_LINE; i++) {
		text_format(number, sizeof number, "K%03d", i);
		room_call(&room, number, 1);
		call_line_take(&line, &room.view);
	}
	assert_int_equal(line.count, CALL_LINE);
	take_next(&line, "K001");
}

static void call_many(struct room *room, struct call_line *line, int from, int to, bool each)
{
	char number[TICKET_NUMBER_SIZE];
	for (int i = from; i <= to; i++) {
		text_format(number, sizeof number, "K%03d", i);
		room_call(room, number, 1 + i % 3);
		if (each) {
			call_line_take(line, &room->view);
		}
	}
	call_line_take(line, &room->view);
}

static void take_all(struct call_line *line, int from, int to)
{
	char number[TICKET_NUMBER_SIZE];
	for (int i = from; i <= to; i++) {
		text_format(number, sizeof number, "K%03d", i);
		take_next(line, number);
	}
	nothing_follows(line);
}

static void test_eighty_calls_at_once_are_all_announced(void **state)
{
	(void)state;
	struct room room;
	struct call_line line = {0};
	room_start(&room, "09:00:00");
	call_line_take(&line, &room.view);
	call_many(&room, &line, 1, 80, true);
	assert_int_equal(line.lost, 0);
	take_all(&line, 1, 80);
}

/* More than a line has room for, and more than a view reaches back to: the newest are announced,
 * the others are known to be lost. */
static void test_what_is_lost_is_counted(void **state)
{
	(void)state;
	struct room room;
	struct call_line line = {0}, late = {0};
	room_start(&room, "09:00:00");
	call_line_take(&line, &room.view);
	call_line_take(&late, &room.view);
	call_many(&room, &line, 1, CALL_LINE + 7, true);
	assert_int_equal(line.lost, 7);
	take_all(&line, 8, CALL_LINE + 7);

	room_start(&room, "09:00:00");
	call_many(&room, &late, 1, VIEW_CALLS, false);
	assert_int_equal(late.lost, 0);
	call_many(&room, &late, VIEW_CALLS + 1, 2 * VIEW_CALLS + 5, false);
	assert_int_equal(late.lost, 5);
	assert_int_equal(late.count, 2 * VIEW_CALLS);
}

static void ask(struct announcer *announcer, int64_t call, enum announced_way way)
{
	struct desk_request request;
	assert_true(announcer_ask(announcer, &request));
	assert_int_equal(request.act, DESK_ANNOUNCE);
	assert_int_equal(request.id, call);
	assert_int_equal(request.way, way);
	assert_int_equal(request.at_ms, call * 1000);
	assert_false(announcer_ask(announcer, &request)); /* one at a time */
}

static void test_reports_wait_for_the_desk(void **state)
{
	(void)state;
	struct announcer announcer = {0};
	struct desk_request request;
	assert_false(announcer_ask(&announcer, &request));
	announcer_note(&announcer, 7, ANNOUNCED_SHOWN, 7000);
	announcer_note(&announcer, 7, ANNOUNCED_SHOWN, 7500); /* the next frame */
	announcer_note(&announcer, 7, ANNOUNCED_SPOKEN, 7000);
	announcer_note(&announcer, 9, ANNOUNCED_SHOWN, 9000);
	announcer_note(&announcer, 7, ANNOUNCED_SHOWN, 9500); /* back on the panel */
	ask(&announcer, 7, ANNOUNCED_SHOWN);
	announcer_hear(&announcer, RESULT_STORE_BUSY);
	ask(&announcer, 7, ANNOUNCED_SHOWN);
	announcer_hear(&announcer, RESULT_STORE_MISSING);
	ask(&announcer, 7, ANNOUNCED_SHOWN);
	announcer_hear(&announcer, RESULT_OK);
	ask(&announcer, 7, ANNOUNCED_SPOKEN);
	announcer_hear(&announcer, RESULT_STORE_FAILED); /* not cured by asking again */
	ask(&announcer, 9, ANNOUNCED_SHOWN);
	announcer_hear(&announcer, RESULT_OK);
	assert_false(announcer_ask(&announcer, &request));
}

static void test_reports_are_bounded(void **state)
{
	(void)state;
	struct announcer announcer = {0};
	for (int i = 1; i <= 3 * ANNOUNCER_REPORTS; i++) {
		announcer_note(&announcer, i, ANNOUNCED_LIT, i * INT64_C(1000));
	}
	assert_int_equal(announcer.count, ANNOUNCER_REPORTS);
	ask(&announcer, 1, ANNOUNCED_LIT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_line_gets_every_call_in_order),
		cmocka_unit_test(test_first_view),
		cmocka_unit_test(test_an_undone_call_leaves_the_line),
		cmocka_unit_test(test_the_view_need_not_reach_back),
		cmocka_unit_test(test_eighty_calls_at_once_are_all_announced),
		cmocka_unit_test(test_what_is_lost_is_counted),
		cmocka_unit_test(test_reports_wait_for_the_desk),
		cmocka_unit_test(test_reports_are_bounded),
	};
	return cmocka_run_group_tests_name("display_calls", tests, NULL, NULL);
}
