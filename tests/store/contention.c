/* Many programs press at once: no number twice, no gap, no ticket called to two counters. */
#include "tests/store/invariants.h"
#include "tests/store/processes.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PROGRAMS = 8, ISSUES = 100, ROUNDS = 20 };

struct shared {
	struct stage stage;
	char numbers[PROGRAMS][ISSUES][TICKET_NUMBER_SIZE];
	int64_t called[2];
};

static int set_up(void **state)
{
	struct shared *shared = processes_share(sizeof *shared);
	stage_init(&shared->stage);
	stage_create(&shared->stage, "2026-11-23T07:30:00");
	*state = shared;
	return 0;
}

static int tear_down(void **state)
{
	struct shared *shared = *state;
	stage_finish(&shared->stage);
	return 0;
}

static void issue_many(void *context, int index)
{
	struct shared *shared = context;
	struct desk *desk = stage_desk(&shared->stage, "08:00:00");
	const struct desk_issue issue = {.service = index % 2, .print = true};
	for (int i = 0; i < ISSUES; i++) {
		struct ticket ticket;
		if (desk_issue(desk, &issue, true, &ticket) != RESULT_OK) {
			_exit(1);
		}
		memcpy(shared->numbers[index][i], ticket.number, TICKET_NUMBER_SIZE);
	}
	desk_close(desk);
}

static int compare_numbers(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void eight_programs_give_each_number_once(void **state)
{
	struct shared *shared = *state;
	char wrong[300];
	assert_true(processes_run(PROGRAMS, issue_many, shared));
	qsort(shared->numbers, PROGRAMS * ISSUES, TICKET_NUMBER_SIZE, compare_numbers);
	const char *all = shared->numbers[0][0];
	for (int i = 0; i < PROGRAMS * ISSUES; i++) {
		/* Two services take turns, so 400 numbers each. */
		char expected[TICKET_NUMBER_SIZE] = "J000";
		int sequence = i % (PROGRAMS * ISSUES / 2) + 1;
		expected[0] = i < PROGRAMS * ISSUES / 2 ? 'J' : 'K';
		expected[1] = (char)('0' + sequence / 100);
		expected[2] = (char)('0' + sequence / 10 % 10);
		expected[3] = (char)('0' + sequence % 10);
		assert_string_equal(all + (size_t)i * TICKET_NUMBER_SIZE, expected);
	}
	if (!invariants_hold(shared->stage.store, wrong, sizeof wrong)) {
		fail_msg("%s", wrong);
	}
}

static void press_next(void *context, int index)
{
	struct shared *shared = context;
	struct ticket ticket;
	if (stage_do(&shared->stage, "08:10:00", desk_next, index + 1, &ticket) != RESULT_OK) {
		_exit(1);
	}
	shared->called[index] = ticket.id;
}

static void two_counters_get_two_tickets(void **state)
{
	struct shared *shared = *state;
	struct stage *stage = &shared->stage;
	char wrong[300];
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "budi");
	for (int i = 0; i < ROUNDS; i++) {
		stage_issue(stage, "08:10:00", "KONS");
		stage_issue(stage, "08:10:00", "PERP");
		assert_true(processes_run(2, press_next, shared));
		assert_int_not_equal(shared->called[0], shared->called[1]);
		for (int counter = 1; counter <= 2; counter++) {
			assert_int_equal(stage_do(stage, "08:10:00", desk_absent, counter, &ticket),
				RESULT_OK);
		}
	}
	assert_true(invariants_hold(stage->store, wrong, sizeof wrong));
}

static void one_ticket_goes_to_one_counter(void **state)
{
	struct shared *shared = *state;
	struct stage *stage = &shared->stage;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "budi");
	stage_issue(stage, "08:10:00", "KONS");
	/* One of the two finds nobody, and says so with its exit status. */
	assert_false(processes_run(2, press_next, shared));
	assert_true((shared->called[0] == 0) != (shared->called[1] == 0));
	int idle = shared->called[0] == 0 ? 1 : 2;
	assert_int_equal(
		stage_do(stage, "08:10:00", desk_next, idle, &ticket), RESULT_NOBODY_WAITING);
}

static void press_twice(void *context, int index)
{
	struct shared *shared = context;
	struct desk *desk = stage_desk(&shared->stage, "08:00:00");
	const struct desk_issue issue = {.service = 0, .token = "one-visitor", .print = true};
	struct ticket ticket;
	if (desk_issue(desk, &issue, false, &ticket) != RESULT_OK) {
		_exit(1);
	}
	shared->called[index] = ticket.id;
	desk_close(desk);
}

static void a_double_press_is_one_ticket(void **state)
{
	struct shared *shared = *state;
	assert_true(processes_run(2, press_twice, shared));
	assert_int_equal(shared->called[0], shared->called[1]);
	assert_string_equal(stage_issue(&shared->stage, "08:00:00", "KONS").number, "K002");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			eight_programs_give_each_number_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(two_counters_get_two_tickets, set_up, tear_down),
		cmocka_unit_test_setup_teardown(one_ticket_goes_to_one_counter, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_double_press_is_one_ticket, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
