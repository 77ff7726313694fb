/* The outbox: what is printed, once; what is dropped; what staff has to decide. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* The oldest slip at `time`; its id, 0 = none. */
static int64_t next_slip(struct stage *stage, const char *time, struct desk_slip *out_slip)
{
	bool found;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_next_slip(desk, out_slip, &found), RESULT_OK);
	desk_close(desk);
	assert_int_equal(found, out_slip->id != 0);
	return out_slip->id;
}

static struct ticket ticket_now(struct stage *stage, const char *time, const char *number)
{
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_find_ticket(desk, number, NULL, &ticket), RESULT_OK);
	desk_close(desk);
	return ticket;
}

static void slips_come_in_order_and_once(void **state)
{
	struct stage *stage = *state;
	struct desk_slip first, second;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:02:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:03:00");
	bool found;
	assert_int_equal(desk_next_slip(desk, &first, &found), RESULT_OK);
	assert_string_equal(first.ticket.number, "K001");
	assert_int_equal(first.ahead, 0);
	assert_int_equal(first.expected_ms, first.ticket.issued_ms);
	assert_true(first.training);
	assert_false(first.again);
	assert_int_equal(desk_begin_slip(desk, first.id), RESULT_OK);
	assert_int_equal(desk_begin_slip(desk, first.id), RESULT_TICKET_STATE);
	assert_int_equal(desk_next_slip(desk, &second, &found), RESULT_OK);
	assert_string_equal(second.ticket.number, "K002");
	assert_int_equal(second.ahead, 1);
	assert_int_equal(second.expected_ms - second.ticket.issued_ms, 900 * 1000);
	assert_int_equal(
		desk_end_slip(desk, first.id, PRINT_CONFIRMED, RESULT_OK, NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(ticket_now(stage, "08:04:00", "K001").print, PRINT_CONFIRMED);
	assert_int_equal(ticket_now(stage, "08:04:00", "K002").print, PRINT_PENDING);
}

static void a_slip_that_was_not_begun_is_tried_again(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	stage_issue(stage, "08:01:00", "KONS");
	int64_t id = next_slip(stage, "08:02:00", &slip);
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_begin_slip(desk, id), RESULT_OK);
	assert_int_equal(desk_end_slip(desk, id, PRINT_PENDING, RESULT_PAPER_OUT, NULL), RESULT_OK);
	desk_close(desk);
	struct ticket ticket = ticket_now(stage, "08:03:00", "K001");
	assert_int_equal(ticket.print, PRINT_PENDING);
	assert_int_equal(ticket.print_reason, RESULT_PAPER_OUT);
	assert_int_equal(next_slip(stage, "08:03:00", &slip), id);
	assert_false(slip.again);
}

static void a_slip_begun_by_a_program_that_died_is_for_staff(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	struct desk_view *view = calloc(1, sizeof *view);
	stage_issue(stage, "08:01:00", "KONS");
	int64_t id = next_slip(stage, "08:02:00", &slip);
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_report_device(desk, "test/printer", RESULT_OK, false), RESULT_OK);
	assert_int_equal(desk_begin_slip(desk, id), RESULT_OK);
	desk_close(desk);

	/* The same device starts again. */
	assert_int_equal(ticket_now(stage, "08:03:00", "K001").print, PRINT_UNCONFIRMED);
	assert_int_equal(next_slip(stage, "08:03:00", &slip), 0);
	desk = stage_desk(stage, "08:03:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->devices[0].unsure_slips, 1);
	assert_int_equal(view->devices[0].unsure_slip, id);
	assert_int_equal(view->devices[0].unsure_ticket, 1);
	assert_string_equal(view->devices[0].unsure_number, "K001");

	assert_int_equal(desk_reprint(desk, view->devices[0].unsure_ticket), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->devices[0].unsure_slips, 0);
	desk_close(desk);
	assert_int_not_equal(next_slip(stage, "08:04:00", &slip), id);
	assert_true(slip.again);
	assert_string_equal(slip.ticket.number, "K001");
	free(view);
}

static void staff_may_say_it_was_printed(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	struct desk_view *view = calloc(1, sizeof *view);
	static const enum print_state left[] = {PRINT_UNCONFIRMED, PRINT_FAILED};
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_report_device(desk, "test/printer", RESULT_OK, true), RESULT_OK);
	for (int i = 0; i < 2; i++) {
		stage_issue(stage, "08:02:00", "KONS");
		int64_t id = next_slip(stage, "08:02:00", &slip);
		assert_int_equal(desk_begin_slip(desk, id), RESULT_OK);
		assert_int_equal(
			desk_end_slip(desk, id, left[i], RESULT_DEVICE_FAILED, NULL), RESULT_OK);
		assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
		assert_int_equal(view->devices[0].unsure_slips, 1);
		assert_true(view->devices[0].near_end);
		assert_int_equal(
			desk_end_slip(desk, id, PRINT_CONFIRMED, RESULT_OK, NULL), RESULT_OK);
		assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
		assert_int_equal(view->devices[0].unsure_slips, 0);
		/* It is settled: nothing prints it again. */
		assert_int_equal(desk_end_slip(desk, id, PRINT_PENDING, RESULT_OK, NULL),
			RESULT_TICKET_STATE);
	}
	desk_close(desk);
	free(view);
}

static void slips_nobody_needs_are_dropped(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &ticket), RESULT_OK);
	next_slip(stage, "08:04:00", &slip);
	assert_string_equal(slip.ticket.number, "K002");
	assert_int_equal(ticket_now(stage, "08:04:00", "K001").print, PRINT_NONE);
	/* Asked for by staff, it is printed although its visitor has been called. */
	struct desk *desk = stage_desk(stage, "08:05:00");
	assert_int_equal(desk_reprint(desk, ticket.id), RESULT_OK);
	assert_int_equal(desk_begin_slip(desk, slip.id), RESULT_OK);
	assert_int_equal(
		desk_end_slip(desk, slip.id, PRINT_FAILED, RESULT_DEVICE_FAILED, NULL), RESULT_OK);
	desk_close(desk);
	next_slip(stage, "08:06:00", &slip);
	assert_string_equal(slip.ticket.number, "K001");
	assert_true(slip.again);
	assert_int_equal(ticket_now(stage, "08:06:00", "K002").print_reason, RESULT_DEVICE_FAILED);
	stage_issue(stage, "08:07:00", "KONS");
	/* Another day: neither is of use to anybody. */
	assert_int_equal(next_slip(stage, "2026-11-24T08:00:00", &slip), 0);
}

static void a_late_word_does_not_print_a_slip_again(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	stage_issue(stage, "08:01:00", "KONS");
	int64_t id = next_slip(stage, "08:02:00", &slip);
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(
		desk_end_slip(desk, id, PRINT_CONFIRMED, RESULT_OK, NULL), RESULT_TICKET_STATE);
	assert_int_equal(desk_begin_slip(desk, id), RESULT_OK);
	assert_int_equal(desk_end_slip(desk, id, PRINT_CONFIRMED, RESULT_OK, NULL), RESULT_OK);
	assert_int_equal(desk_end_slip(desk, id, PRINT_PENDING, RESULT_PAPER_OUT, NULL),
		RESULT_TICKET_STATE);
	desk_close(desk);
	assert_int_equal(next_slip(stage, "08:03:00", &slip), 0);
}

static void a_device_is_reported_once(void **state)
{
	struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_report_device(desk, "k/p", RESULT_PAPER_OUT, false), RESULT_OK);
	desk_close(desk);
	char *before = stage_dump(stage);
	desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_report_device(desk, "k/p", RESULT_PAPER_OUT, false), RESULT_OK);
	desk_close(desk);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(slips_come_in_order_and_once),
		test(a_slip_that_was_not_begun_is_tried_again),
		test(a_slip_begun_by_a_program_that_died_is_for_staff),
		test(staff_may_say_it_was_printed),
		test(slips_nobody_needs_are_dropped),
		test(a_late_word_does_not_print_a_slip_again),
		test(a_device_is_reported_once),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
