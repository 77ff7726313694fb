#include "app/queue/turn.h"
#include "tests/unit/check.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
	return turn_compare(a, b);
}

static void a_head_start_for_priority_only(void **state)
{
	(void)state;
	struct office office = {.priority_head_start_s = 900};
	assert_int_equal(turn_at_issue(&office, TICKET_ORDINARY, 5000000), 5000000);
	for (int priority = TICKET_PRIORITY; priority < TICKET_PRIORITIES; priority++) {
		assert_int_equal(turn_at_issue(&office, (enum ticket_priority)priority, 5000000),
			5000000 - 900000);
	}
	office.priority_head_start_s = 0;
	assert_int_equal(turn_at_issue(&office, TICKET_ELDERLY, 5000000), 5000000);
}

static void turns_then_issue_order(void **state)
{
	(void)state;
	struct ticket line[] = {
		{.id = 1, .turn_ms = 300, .issue_event = 1},
		{.id = 2, .turn_ms = 100, .issue_event = 9},
		{.id = 3, .turn_ms = 100, .issue_event = 4},
		{.id = 4, .turn_ms = -5, .issue_event = 12},
	};
	qsort(line, 4, sizeof line[0], compare);
	assert_int_equal(line[0].id, 4);
	assert_int_equal(line[1].id, 3);
	assert_int_equal(line[2].id, 2);
	assert_int_equal(line[3].id, 1);
	assert_int_equal(turn_compare(&line[0], &line[0]), 0);
}

/* Design §3: overtaken only by those issued within the head start after it. */
static void nobody_is_overtaken_later_than_the_head_start(void **state)
{
	(void)state;
	struct office office = {.priority_head_start_s = 900};
	struct ticket first = {.issue_event = 1};
	first.turn_ms = turn_at_issue(&office, TICKET_ORDINARY, 0);
	for (int second = 0; second <= 1800; second++) {
		struct ticket later = {.issue_event = 2};
		later.turn_ms = turn_at_issue(&office, TICKET_ELDERLY, second * 1000);
		assert_int_equal(turn_compare(&later, &first) < 0, second < 900);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_start_for_priority_only),
		cmocka_unit_test(turns_then_issue_order),
		cmocka_unit_test(nobody_is_overtaken_later_than_the_head_start),
	};
	return cmocka_run_group_tests_name("turn", tests, NULL, NULL);
}
