/* Another member of staff goes on at a counter; its visitor is not lost. */
#include "app/desk/thread_acts.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static enum result hand_over(struct stage *stage, const char *time, int counter, const char *staff)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_hand_over(desk, counter, staff);
	desk_close(desk);
	return result;
}

/* Who is at the counter, in which state, with whom. */
static void expect(struct stage *stage, const char *time, const char *staff,
	enum view_counter_state state, const char *number)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_non_null(view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_string_equal(view->counters[0].staff, staff);
	assert_string_equal(view->counters[0].staff_name, staff);
	assert_int_equal(view->counters[0].state, state);
	assert_string_equal(view->counters[0].ticket.number, number);
	desk_close(desk);
	free(view);
}

static void the_visitor_stays(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(hand_over(stage, "08:03:00", 1, "budi"), RESULT_OK);
	expect(stage, "08:03:30", "budi", VIEW_CALLED, "K001");
	/* The clock runs on over it, from 08:01. */
	assert_int_equal(stage_do(stage, "08:04:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.elapsed_ms, 180000);
	assert_int_equal(hand_over(stage, "08:05:00", 1, "citra"), RESULT_OK);
	expect(stage, "08:05:30", "citra", VIEW_SERVING, "K001");
	assert_int_equal(stage_do(stage, "08:10:00", desk_finish, 1, &ticket), RESULT_OK);
	struct desk_story story;
	struct desk *desk = stage_desk(stage, "08:10:30");
	assert_int_equal(desk_tell(desk, ticket.id, &story), RESULT_OK);
	assert_int_equal(story.segment_count, 1);
	assert_int_equal(story.segments[0].service_ms, 360000);
	desk_story_finish(&story);
	/* It is citra's now. */
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_COUNTER_TAKEN);
	assert_int_equal(desk_open_counter(desk, 1, "citra", 0), RESULT_OK);
	desk_close(desk);
}

static void a_break_is_handed_over_as_well(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_break_counter(desk, 1, NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(hand_over(stage, "08:02:00", 1, "budi"), RESULT_OK);
	assert_int_equal(hand_over(stage, "08:03:00", 1, "budi"), RESULT_OK); /* already */
	expect(stage, "08:04:00", "budi", VIEW_BREAK, "");
}

static enum result ask(struct stage *stage, const char *time, enum desk_act act, int64_t ticket)
{
	const struct desk_request request = {.act = act, .counter = 1, .id = ticket};
	struct desk_message message = {.act = act};
	struct desk *desk = stage_desk(stage, time);
	thread_act(desk, &request, &message);
	desk_close(desk);
	return message.result;
}

/* Another counter helps who was left there, while the one who was there has come back and gone on:
 * the next visitor does not suffer for it. */
static void nobody_else_is_ended_from_another_counter(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, first, second;
	stage_open(stage, "08:00:00", 1, "ani");
	first = stage_issue(stage, "08:01:00", "KONS");
	second = stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:04:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(ask(stage, "08:06:00", DESK_ABSENT, first.id), RESULT_TICKET_STATE);
	expect(stage, "08:06:30", "ani", VIEW_CALLED, "K002");
	assert_int_equal(stage_do(stage, "08:07:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ask(stage, "08:08:00", DESK_FINISH, first.id), RESULT_TICKET_STATE);
	expect(stage, "08:08:30", "ani", VIEW_SERVING, "K002");
	assert_int_equal(ask(stage, "08:09:00", DESK_FINISH, second.id), RESULT_OK);
	stage_issue(stage, "08:10:00", "KONS");
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(ask(stage, "08:12:00", DESK_ABSENT, ticket.id), RESULT_OK);
	stage_issue(stage, "08:13:00", "KONS");
	assert_int_equal(stage_do(stage, "08:14:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(ask(stage, "08:15:00", DESK_ABSENT, 0), RESULT_OK);
}

static void only_to_staff_at_an_open_counter(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(hand_over(stage, "08:00:00", 9, "budi"), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(hand_over(stage, "08:00:00", 1, "budi"), RESULT_COUNTER_CLOSED);
	stage_open(stage, "08:01:00", 1, "ani");
	assert_int_equal(hand_over(stage, "08:02:00", 1, "nobody"), RESULT_STAFF_UNKNOWN);
	expect(stage, "08:03:00", "ani", VIEW_FREE, "");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down_right)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(the_visitor_stays),
		WITH(a_break_is_handed_over_as_well),
		WITH(nobody_else_is_ended_from_another_counter),
		WITH(only_to_staff_at_an_open_counter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
