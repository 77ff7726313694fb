#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	stage_init(stage);
	stage_create(stage, "2026-11-23T07:30:00");
	*state = stage;
	return 0;
}

static int tear_down(void **state)
{
	stage_finish(*state);
	free(*state);
	return 0;
}

static void numbers_run_per_service(void **state)
{
	struct stage *stage = *state;
	assert_string_equal(stage_issue(stage, "08:00:00", "KONS").number, "K001");
	assert_string_equal(stage_issue(stage, "08:00:01", "JUAL").number, "J001");
	struct ticket third = stage_issue(stage, "08:00:02", "KONS");
	assert_string_equal(third.number, "K002");
	assert_int_equal(third.state, TICKET_WAITING);
	assert_int_equal(third.print, PRINT_PENDING);
	assert_string_equal(third.service_date, "2026-11-23");
}

static void a_visit_goes_its_way(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(ticket.state, TICKET_CALLED);
	assert_int_equal(ticket.counter, 1);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.elapsed_ms, 120000);
	assert_int_equal(ticket.verdict, TARGET_MET);
	assert_int_equal(stage_do(stage, "08:10:00", desk_finish, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_DONE);
	assert_int_equal(ticket.finished_ms - ticket.served_ms, 7 * 60000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(numbers_run_per_service, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_visit_goes_its_way, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
