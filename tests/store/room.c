/* What staff look through beside the picture of the desk: the tickets of a day. */
#include "app/desk/room.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void all_tickets_of_the_day_are_listed(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, tickets[4];
	size_t count = 9;
	stage_issue(stage, "08:00:00", "KONS");
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	stage_issue(stage, "2026-11-24T08:01:00", "JUAL");
	stage_issue(stage, "2026-11-24T08:02:00", "KONS");
	stage_open(stage, "2026-11-24T08:03:00", 1, "ani");
	assert_int_equal(stage_do(stage, "2026-11-24T08:04:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(
		stage_do(stage, "2026-11-24T08:05:00", desk_absent, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "2026-11-24T08:06:00");
	assert_int_equal(desk_list_tickets(desk, NULL, tickets, 4, &count), RESULT_OK);
	assert_int_equal(count, 3);
	assert_string_equal(tickets[0].number, "K002");
	assert_string_equal(tickets[1].number, "J001");
	assert_string_equal(tickets[2].number, "K001");
	assert_int_equal(tickets[2].state, TICKET_ABSENT);
	assert_int_equal(tickets[0].print, PRINT_PENDING);
	assert_int_equal(tickets[1].service, 1);
	/* No more than there is room for: the latest. */
	assert_int_equal(desk_list_tickets(desk, NULL, tickets, 2, &count), RESULT_OK);
	assert_int_equal(count, 2);
	assert_string_equal(tickets[1].number, "J001");
	assert_int_equal(desk_list_tickets(desk, "2026-11-23", tickets, 4, &count), RESULT_OK);
	assert_int_equal(count, 1);
	assert_int_equal(tickets[0].state, TICKET_CLOSED_BY_SYSTEM);
	assert_int_equal(desk_list_tickets(desk, "2026-11-22", tickets, 4, &count), RESULT_OK);
	assert_int_equal(count, 0);
	desk_close(desk);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(all_tickets_of_the_day_are_listed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
