/* A visitor is sent on to one counter. */
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static enum result send(struct stage *stage, const char *time, int counter, int64_t ticket, int to,
	struct ticket *out_ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_send(desk, counter, ticket, to, out_ticket);
	desk_close(desk);
	return result;
}

static enum result do_break(struct desk *desk, int counter, struct ticket *out_ticket)
{
	(void)out_ticket;
	return desk_break_counter(desk, counter, NULL);
}

/* K001 is served at counter 1 and sent on to counter 2 at 08:10; K002 came behind it. */
static struct ticket start(struct stage *stage)
{
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "budi");
	stage_open(stage, "08:00:00", 3, "citra");
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 1, &ticket), RESULT_OK);
	stage_issue(stage, "08:04:00", "KONS");
	assert_int_equal(send(stage, "08:10:00", 1, 0, 2, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_WAITING);
	assert_int_equal(ticket.segment, 2);
	assert_int_equal(ticket.service, 0);
	assert_int_equal(ticket.only, 2);
	return ticket;
}

static void only_that_counter_calls_it(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	(void)start(stage);
	/* First in line, but not for counter 1. */
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(stage_do(stage, "08:11:30", desk_next, 3, &ticket), RESULT_NOBODY_WAITING);
	assert_int_equal(stage_do(stage, "08:12:00", desk_next, 2, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(stage_do(stage, "08:13:00", desk_serve, 2, &ticket), RESULT_OK);
	/* Counter 2 stood free for it from the transfer on. */
	assert_int_equal(ticket.elapsed_ms, 180000);
}

/* Two stand free, but neither is the one it waits for: no clock runs. */
static void its_promise_is_that_counters(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, other;
	(void)start(stage);
	other = stage_issue(stage, "08:10:30", "JUAL");
	assert_int_equal(send(stage, "08:10:40", 0, other.id, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:10:50", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 2, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(stage_do(stage, "08:11:00", desk_serve, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:30:00", desk_finish, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:31:00", desk_next, 2, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "J001");
	assert_int_equal(stage_do(stage, "08:31:00", desk_serve, 2, &ticket), RESULT_OK);
	/* From the finish at 08:30, not from the transfer. */
	assert_int_equal(ticket.elapsed_ms, 60000);
}

/* When the counter rests, whoever serves it does; when it is back, it has it again. */
static void others_take_it_when_that_counter_rests(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	(void)start(stage);
	assert_int_equal(stage_do(stage, "08:11:00", do_break, 2, NULL), RESULT_OK);
	stage_open(stage, "08:12:00", 2, "budi");
	assert_int_equal(stage_do(stage, "08:13:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(stage_do(stage, "08:14:00", do_break, 2, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:15:00", desk_next, 3, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
}

static void a_transfer_to_a_service_frees_it(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket = start(stage);
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_transfer(desk, 0, ticket.id, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.only, 0);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:12:00", desk_next, 3, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
}

/* A hold keeps it; it comes back to the same counter. */
static void it_is_that_counters_after_a_hold(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket = start(stage);
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_hold(desk, 0, ticket.id, &ticket), RESULT_OK);
	assert_int_equal(desk_resume(desk, 0, ticket.id, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(ticket.only, 2);
	assert_int_equal(stage_do(stage, "08:12:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
}

static void only_to_a_counter_that_is_there_for_it(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, first;
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_open_counter(desk, 2, "budi", 2), RESULT_OK); /* JUAL alone */
	desk_close(desk);
	first = stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(send(stage, "08:02:00", 0, first.id, 0, &ticket), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(send(stage, "08:02:00", 0, first.id, 9, &ticket), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(send(stage, "08:02:00", 0, first.id, 1, &ticket), RESULT_COUNTER_CLOSED);
	assert_int_equal(send(stage, "08:02:00", 0, first.id, 2, &ticket), RESULT_COUNTER_FOREIGN);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down_right)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(only_that_counter_calls_it),
		WITH(its_promise_is_that_counters),
		WITH(others_take_it_when_that_counter_rests),
		WITH(a_transfer_to_a_service_frees_it),
		WITH(it_is_that_counters_after_a_hold),
		WITH(only_to_a_counter_that_is_there_for_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
