/* A counter calls a ticket out of its turn, where the office allows it. */
#include "app/desk/record.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static enum result pick(struct stage *stage, const char *time, int counter, int64_t ticket,
	struct ticket *out_ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_call_ticket(desk, counter, ticket, "short", out_ticket);
	desk_close(desk);
	return result;
}

/* Who is passed is not forgotten: the clock stands still meanwhile and goes on where it stopped. */
static void the_clock_of_who_is_passed_goes_on(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, second;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	second = stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(pick(stage, "08:05:00", 1, second.id, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(ticket.state, TICKET_CALLED);
	assert_int_equal(ticket.counter, 1);
	assert_int_equal(stage_do(stage, "08:06:00", desk_absent, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:07:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(stage_do(stage, "08:07:00", desk_serve, 1, &ticket), RESULT_OK);
	/* From 08:01 to 08:05, and from 08:06 to 08:07. */
	assert_int_equal(ticket.elapsed_ms, 300000);
}

static void it_can_be_taken_back(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, second;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	second = stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(pick(stage, "08:05:00", 1, second.id, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:05", desk_undo, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_WAITING);
	assert_int_equal(stage_do(stage, "08:06:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
}

static void only_a_waiting_ticket_of_its_services_to_a_free_counter(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, sale, first, second;
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_open_counter(desk, 1, "ani", 1), RESULT_OK); /* KONS alone */
	desk_close(desk);
	sale = stage_issue(stage, "08:01:00", "JUAL");
	first = stage_issue(stage, "08:02:00", "KONS");
	second = stage_issue(stage, "08:03:00", "KONS");
	assert_int_equal(pick(stage, "08:04:00", 1, 999, &ticket), RESULT_TICKET_UNKNOWN);
	assert_int_equal(pick(stage, "08:04:00", 9, sale.id, &ticket), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(pick(stage, "08:04:00", 2, sale.id, &ticket), RESULT_COUNTER_CLOSED);
	assert_int_equal(pick(stage, "08:04:00", 1, sale.id, &ticket), RESULT_COUNTER_FOREIGN);
	assert_int_equal(pick(stage, "08:05:00", 1, second.id, &ticket), RESULT_OK);
	assert_int_equal(pick(stage, "08:06:00", 1, first.id, &ticket), RESULT_TICKET_CALLED);
	stage_open(stage, "08:07:00", 2, "budi");
	assert_int_equal(pick(stage, "08:08:00", 2, second.id, &ticket), RESULT_TICKET_STATE);
	assert_int_equal(
		pick(stage, "2026-11-24T08:00:00", 2, first.id, &ticket), RESULT_TICKET_OTHER_DAY);
}

static void an_office_may_not_want_it(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, first;
	stage_open(stage, "08:00:00", 1, "ani");
	first = stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(pick(stage, "08:02:00", 1, first.id, &ticket), RESULT_SWITCHED_OFF);
}

/* Head start and appointments did not bring it forward: a clerk did. */
static void it_is_not_priority_that_passes(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, second;
	struct desk_day *day = calloc(1, sizeof *day);
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	second = stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(pick(stage, "08:03:00", 1, second.id, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:04:00");
	assert_int_equal(desk_day(desk, NULL, day), RESULT_OK);
	assert_true(day->priority.known);
	assert_int_equal(day->priority.overtaken, 0);
	assert_int_equal(day->priority.bound, 1);
	desk_close(desk);
	free(day);
}

/* K003 before K001 and K002 with a reason, K005 in its turn; a pick that is taken back is none. */
static void who_was_called_before_whom_is_told(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, third;
	struct desk_record record;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	ticket = stage_issue(stage, "08:02:00", "KONS");
	stage_issue(stage, "08:03:00", "JUAL");
	third = stage_issue(stage, "08:04:00", "KONS");
	assert_int_equal(pick(stage, "08:05:00", 1, ticket.id, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:05", desk_undo, 1, &ticket), RESULT_OK);
	int64_t picked_ms = stage_ms(stage, "08:06:00");
	assert_int_equal(pick(stage, "08:06:00", 1, third.id, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:07:00", desk_absent, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:08:00", desk_next, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:09:00");
	assert_int_equal(desk_read_record(desk, NULL, &record), RESULT_OK);
	desk_close(desk);
	assert_int_equal(record.pick_count, 1);
	const struct desk_pick *told = &record.picks[0];
	assert_string_equal(told->number, "K003");
	assert_string_equal(told->reason, "short");
	assert_string_equal(told->staff_name, "ani");
	assert_int_equal(told->counter, 1);
	assert_int_equal(told->service, 0);
	assert_int_equal(told->at_ms, picked_ms);
	assert_int_equal(told->passed_count, 3);
	assert_string_equal(told->passed[0], "K001");
	assert_string_equal(told->passed[1], "K002");
	assert_string_equal(told->passed[2], "J001");
	desk_record_finish(&record);
}

static void a_reason_is_a_code(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, first;
	stage_open(stage, "08:00:00", 1, "ani");
	first = stage_issue(stage, "08:01:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(
		desk_call_ticket(desk, 1, first.id, "Is old!", &ticket), RESULT_FIELD_RANGE);
	assert_int_equal(desk_call_ticket(desk, 1, first.id, NULL, &ticket), RESULT_OK);
	desk_close(desk);
}

#define WITH(test)                                                                                 \
	cmocka_unit_test_setup_teardown(test, stage_set_up_switched, stage_tear_down_right)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(the_clock_of_who_is_passed_goes_on),
		WITH(it_can_be_taken_back),
		WITH(it_is_not_priority_that_passes),
		WITH(who_was_called_before_whom_is_told),
		WITH(a_reason_is_a_code),
		WITH(only_a_waiting_ticket_of_its_services_to_a_free_counter),
		cmocka_unit_test_setup_teardown(
			an_office_may_not_want_it, stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
