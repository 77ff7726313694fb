/* A visitor who comes straight to a counter: number, call and service in one act. */
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static enum result walk(const struct stage *stage, const char *time, int counter,
	const char *service, struct ticket *out_ticket)
{
	struct desk *desk = stage_desk(stage, time);
	const struct desk_issue issue = {
		.service = office_find_service(desk_office(desk), service), .party = 2};
	enum result result = desk_walk(desk, counter, &issue, out_ticket);
	desk_close(desk);
	return result;
}

/* All at one moment, so it waited no time at all; the end of the test asks `desk_verify`. */
static void a_walk_is_issued_called_and_served(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	assert_int_equal(walk(stage, "08:10:00", 1, "KONS", &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(ticket.state, TICKET_SERVING);
	assert_int_equal(ticket.counter, 1);
	assert_int_equal(ticket.ready_ms, ticket.issued_ms);
	assert_int_equal(ticket.called_ms, ticket.issued_ms);
	assert_int_equal(ticket.served_ms, ticket.issued_ms);
	assert_int_equal(ticket.finished_ms, TICKET_NEVER);
	assert_int_equal(ticket.elapsed_ms, 0);
	assert_int_equal(ticket.verdict, TARGET_MET);
	/* Nobody called, so there is no call to take back. */
	assert_int_equal(stage_do(stage, "08:10:05", desk_undo, 1, &ticket), RESULT_UNDO_NOTHING);
	struct desk_day day;
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_day(desk, NULL, &day), RESULT_OK);
	desk_close(desk);
	assert_int_equal(day.all.people, 2);
	assert_int_equal(stage_do(stage, "08:20:00", desk_finish, 1, &ticket), RESULT_OK);
}

static void a_walk_passes_nobody(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	assert_int_equal(walk(stage, "08:00:00", 9, "KONS", &ticket), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(walk(stage, "08:00:00", 1, "KONS", &ticket), RESULT_COUNTER_CLOSED);
	stage_open(stage, "08:01:00", 1, "ani");
	stage_issue(stage, "08:02:00", "JUAL");
	char *before = stage_dump(stage);
	assert_int_equal(walk(stage, "08:03:00", 1, "KONS", &ticket), RESULT_SOMEBODY_WAITING);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	assert_int_equal(stage_do(stage, "08:04:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(walk(stage, "08:04:00", 1, "KONS", &ticket), RESULT_TICKET_CALLED);
	assert_int_equal(stage_do(stage, "08:05:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(walk(stage, "08:05:00", 1, "KONS", &ticket), RESULT_COUNTER_OCCUPIED);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(a_walk_is_issued_called_and_served),
		test(a_walk_passes_nobody),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
