#include "app/queue/visit_times.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MIN = 60000 };

/* Issued at 0, called at 5, served from 6 to 10, held to 13, served on from there. */
static const struct interval held_visit[] = {
	{TICKET_WAITING, 0, 0, 0, 5 * MIN},
	{TICKET_CALLED, 0, 1, 5 * MIN, 6 * MIN},
	{TICKET_SERVING, 0, 1, 6 * MIN, 10 * MIN},
	{TICKET_HELD, 0, 1, 10 * MIN, 13 * MIN},
	{TICKET_SERVING, 0, 1, 13 * MIN, TICKET_NEVER},
};

static void test_what_is_under_way_goes_on(void **state)
{
	(void)state;
	static const struct {
		size_t count;
		int now, waited, served, held;
	} rows[] = {
		{0, 9, 0, 0, 0}, {1, 4, 5, 0, 0}, /* has ended: the moment does not matter */
		{2, 99, 6, 0, 0}, {3, 99, 6, 4, 0}, {4, 99, 6, 4, 3}, {5, 20, 6, 11, 3},
		{5, 12, 6, 4, 3}, /* a clock behind what has happened takes nothing away */
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct visit_times times;
		visit_times_sum(held_visit, rows[i].count, &times);
		assert_int_equal(
			visit_times_waited(&times, rows[i].now * MIN), rows[i].waited * MIN);
		assert_int_equal(
			visit_times_served(&times, rows[i].now * MIN), rows[i].served * MIN);
		assert_int_equal(visit_times_held(&times, rows[i].now * MIN), rows[i].held * MIN);
		assert_int_equal(times.since_ms, rows[i].count == 5 ? 13 * MIN : TICKET_NEVER);
	}
}

/* Absence is no waiting; and a stretch that a clock cut short is none. */
static void test_absence_and_a_clock_set_back(void **state)
{
	(void)state;
	const struct interval intervals[] = {
		{TICKET_WAITING, 0, 0, 0, 2 * MIN},
		{TICKET_ABSENT, 0, 1, 2 * MIN, 9 * MIN},
		{TICKET_WAITING, 0, 0, 9 * MIN, 8 * MIN},
		{TICKET_WAITING, 1, 0, 8 * MIN, TICKET_NEVER},
	};
	struct visit_times times;
	visit_times_sum(intervals, 4, &times);
	assert_int_equal(visit_times_waited(&times, 11 * MIN), 5 * MIN);
	assert_int_equal(visit_times_held(&times, 11 * MIN), 0);
	assert_int_equal(times.state, TICKET_WAITING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_under_way_goes_on),
		cmocka_unit_test(test_absence_and_a_clock_set_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
