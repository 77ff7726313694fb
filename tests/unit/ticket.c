#include "app/queue/ticket.h"
#include "tests/unit/check.h"

#include <string.h>

/* Design §3, "Life": for each state and act the state it leads to; '-' = refused. */
static void obeys_its_life(void **state)
{
	(void)state;
	static const char *const rows[TICKET_STATES] = {
		/* call recall serve finish miss hold resume return transfer cancel close */
		[TICKET_WAITING] = "C----H--WLX",
		[TICKET_CALLED] = "-CS-A---W-X",
		[TICKET_SERVING] = "---D-H--W-X",
		[TICKET_HELD] = "------W---X",
		[TICKET_DONE] = "-----------",
		[TICKET_ABSENT] = "-------W---",
		[TICKET_CANCELLED] = "-----------",
		[TICKET_CLOSED_BY_SYSTEM] = "-----------",
	};
	static const char letters[TICKET_STATES + 1] = "WCSHDALX";
	for (int from = 0; from < TICKET_STATES; from++) {
		for (int act = 0; act < TICKET_ACTS; act++) {
			enum ticket_state next = TICKET_STATES;
			bool allowed =
				ticket_allows((enum ticket_state)from, (enum ticket_act)act, &next);
			char wanted = rows[from][act];
			assert_int_equal(allowed, wanted != '-');
			assert_int_equal(allowed ? letters[next] : '-', wanted);
		}
	}
}

static void knows_its_end(void **state)
{
	(void)state;
	assert_false(ticket_is_ended(TICKET_WAITING));
	assert_false(ticket_is_ended(TICKET_CALLED));
	assert_false(ticket_is_ended(TICKET_SERVING));
	assert_false(ticket_is_ended(TICKET_HELD));
	assert_true(ticket_is_ended(TICKET_DONE));
	assert_true(ticket_is_ended(TICKET_ABSENT));
	assert_true(ticket_is_ended(TICKET_CANCELLED));
	assert_true(ticket_is_ended(TICKET_CLOSED_BY_SYSTEM));
}

static void names_of_the_json(void **state)
{
	(void)state;
	static const char *const states[TICKET_STATES] = {"waiting", "called", "serving", "held",
		"done", "absent", "cancelled", "closed_by_system"};
	static const char *const prints[PRINT_STATES] = {
		"none", "pending", "sending", "confirmed", "unconfirmed", "failed"};
	for (int i = 0; i < TICKET_STATES; i++) {
		assert_string_equal(ticket_state_name((enum ticket_state)i), states[i]);
	}
	for (int i = 0; i < PRINT_STATES; i++) {
		assert_string_equal(print_state_name((enum print_state)i), prints[i]);
	}
	assert_string_equal(target_verdict_name(TARGET_NONE), "none");
	assert_string_equal(target_verdict_name(TARGET_MET), "met");
	assert_string_equal(target_verdict_name(TARGET_MISSED), "missed");
}

static void priorities_go_there_and_back(void **state)
{
	(void)state;
	enum ticket_priority found;
	for (int i = 0; i < TICKET_PRIORITIES; i++) {
		assert_true(ticket_priority_find(
			ticket_priority_name((enum ticket_priority)i), &found));
		assert_int_equal(found, i);
	}
	assert_true(ticket_priority_find("lansia", &found));
	assert_int_equal(found, TICKET_ELDERLY);
	assert_false(ticket_priority_find("Lansia", &found));
	assert_false(ticket_priority_find("", &found));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(obeys_its_life),
		cmocka_unit_test(knows_its_end),
		cmocka_unit_test(names_of_the_json),
		cmocka_unit_test(priorities_go_there_and_back),
	};
	return cmocka_run_group_tests_name("ticket", tests, NULL, NULL);
}
