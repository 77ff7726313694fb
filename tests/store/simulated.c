/* The smallest cases of what simulated days have found (giliran simulate). Each ends with the proof
 * of the log and the invariants of the rows. */
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

/* Who walks straight to a counter has been called there, not in 1970. */
static void a_walk_is_a_call(void **state)
{
	const struct stage *stage = *state;
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	stage_open(stage, "09:00:00", 1, "ani");
	struct desk *desk = stage_desk(stage, "09:05:00");
	assert_int_equal(desk_walk(desk, 1, &issue, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(ticket.state, TICKET_SERVING);
	assert_int_equal(ticket.called_ms, stage_ms(stage, "09:05:00"));
	assert_int_equal(ticket.served_ms, ticket.called_ms);
	assert_int_equal(ticket.finished_ms, TICKET_NEVER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_walk_is_a_call, stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
