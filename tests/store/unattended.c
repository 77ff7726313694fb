/* Who waits with nobody at a desk for them, and since when: what every console says in red. */
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

/* How many at `time`, and for how many minutes. */
static void expect(struct stage *stage, const char *time, int waiting, int minutes)
{
	struct view_unattended alone;
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_non_null(view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	bool any = view_unattended(view, desk_office(desk), view->now_ms, &alone);
	assert_int_equal(any, waiting > 0);
	assert_int_equal(alone.waiting, waiting);
	assert_true(waiting == 0 || view->now_ms - alone.since_ms == minutes * INT64_C(60000));
	desk_close(desk);
	free(view);
}

/* What the open day and the number itself say of it at `time`. */
static void expect_told(
	struct stage *stage, const char *time, const struct ticket *ticket, int minutes)
{
	struct instant now;
	struct desk_story story;
	struct desk_day *day = calloc(1, sizeof *day);
	struct desk *desk = stage_desk(stage, time);
	assert_non_null(day);
	assert_int_equal(desk_day(desk, NULL, day), RESULT_OK);
	assert_int_equal(day->all.unattended_ms, minutes * INT64_C(60000));
	assert_int_equal(desk_tell(desk, ticket->id, &story), RESULT_OK);
	desk_now(desk, &now);
	assert_int_equal(
		target_alone(&story.segments[0].clock, now.office_ms), minutes * INT64_C(60000));
	desk_story_finish(&story);
	desk_close(desk);
	free(day);
}

static enum result do_close(struct desk *desk, int counter, struct ticket *out_ticket)
{
	(void)out_ticket;
	return desk_close_counter(desk, counter);
}

static enum result do_break(struct desk *desk, int counter, struct ticket *out_ticket)
{
	(void)out_ticket;
	return desk_break_counter(desk, counter, NULL);
}

/* Before the opening nobody is missed; then the one who has waited longest counts from it. */
static void counts_from_the_opening(void **state)
{
	struct stage *stage = *state;
	stage_issue(stage, "07:50:00", "KONS");
	expect(stage, "07:55:00", 0, 0);
	expect(stage, "08:03:00", 1, 3);
	stage_issue(stage, "08:10:00", "KONS");
	expect(stage, "08:11:00", 2, 11);
}

static void an_open_counter_ends_it_and_its_leaving_begins_it(void **state)
{
	struct stage *stage = *state;
	stage_issue(stage, "08:10:00", "KONS");
	stage_open(stage, "08:20:00", 1, "ani");
	expect(stage, "08:21:00", 0, 0);
	assert_int_equal(stage_do(stage, "08:30:00", do_break, 1, NULL), RESULT_OK);
	expect(stage, "08:31:00", 1, 1);
	stage_open(stage, "08:35:00", 1, "ani");
	expect(stage, "08:36:00", 0, 0);
	assert_int_equal(stage_do(stage, "08:40:00", do_close, 1, NULL), RESULT_OK);
	expect(stage, "08:41:00", 1, 1);
	stage_issue(stage, "08:42:00", "KONS");
	expect(stage, "08:43:00", 2, 3);
}

/* Someone who is served elsewhere is not missed here; sent here, from the transfer on. */
static void a_transfer_counts_from_itself(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket = stage_issue(stage, "08:10:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_open_counter(desk, 1, "ani", 1), RESULT_OK);
	desk_close(desk);
	expect(stage, "08:20:00", 0, 0);
	desk = stage_desk(stage, "08:30:00");
	assert_int_equal(desk_transfer(desk, 0, ticket.id, 1, &ticket), RESULT_OK);
	desk_close(desk);
	expect(stage, "08:31:00", 1, 1);
}

/* While the whole office rests nobody is missed. */
static void a_closure_does_not_count(void **state)
{
	struct stage *stage = *state;
	int64_t id;
	struct desk *desk = stage_desk(stage, "07:45:00");
	assert_int_equal(desk_add_closure(desk, stage_ms(stage, "12:00:00"),
				 stage_ms(stage, "13:00:00"), "Apel", &id),
		RESULT_OK);
	desk_close(desk);
	struct ticket ticket = stage_issue(stage, "11:50:00", "KONS");
	expect(stage, "11:59:00", 1, 9);
	expect_told(stage, "11:59:00", &ticket, 9);
	expect(stage, "12:30:00", 0, 0);
	expect_told(stage, "12:30:00", &ticket, 10);
	expect(stage, "13:05:00", 1, 5);
	expect_told(stage, "13:05:00", &ticket, 15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			counts_from_the_opening, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(an_open_counter_ends_it_and_its_leaving_begins_it,
			stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_transfer_counts_from_itself, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_closure_does_not_count, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
