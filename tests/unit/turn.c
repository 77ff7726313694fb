#include "app/queue/turn.h"
#include "tests/unit/check.h"

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

/* Design §3: overtaken only by those issued within the head start after it. */
static void nobody_is_overtaken_later_than_the_head_start(void **state)
{
	(void)state;
	struct office office = {.priority_head_start_s = 900};
	int64_t first = turn_at_issue(&office, TICKET_ORDINARY, 0);
	for (int second = 0; second <= 1800; second++) {
		int64_t later = turn_at_issue(&office, TICKET_ELDERLY, second * 1000);
		/* The same turn: the one issued first goes first. */
		assert_int_equal(later < first, second < 900);
	}
}

/* An appointment at 10:00, in minutes around it. */
static void an_appointment_goes_by_its_hour(void **state)
{
	(void)state;
	static const struct {
		int64_t arrives, turn;
	} rows[] = {
		{-120, -120}, /* two hours early: like everybody who came then */
		{-16, -16}, {-15, -15}, {-14, -15}, {0, -15},
		{10, -15}, /* ten minutes late is in time */
	};
	const int64_t minute = 60000, hour = 600 * minute;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(turn_at_appointment(hour + rows[i].arrives * minute, hour),
			hour + rows[i].turn * minute);
	}
	/* a millisecond more is not */
	assert_int_equal(turn_at_appointment(hour + 10 * minute + 1, hour), hour + 10 * minute + 1);
}

/* What its ticket says of it, from the turn alone: also after the visitor was absent and is back,
 * or with the head start of a priority. */
static void a_turn_tells_what_an_appointment_means_to_it(void **state)
{
	(void)state;
	static const struct {
		int64_t turn;
		enum turn_appointment means;
	} rows[] = {{-120, TURN_EARLY}, {-16, TURN_EARLY}, {-15, TURN_COUNTED}, {-14, TURN_PASSED},
		{11, TURN_PASSED}};
	const int64_t minute = 60000, hour = 600 * minute;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(
			turn_appointment(hour + rows[i].turn * minute, hour), rows[i].means);
	}
	for (int64_t arrives = -15; arrives <= 10; arrives++) {
		int64_t turn = turn_at_appointment(hour + arrives * minute, hour);
		assert_int_equal(turn_appointment(turn, hour), TURN_COUNTED);
	}
	assert_int_equal(
		turn_appointment(turn_at_appointment(hour + 11 * minute, hour), hour), TURN_PASSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_start_for_priority_only),
		cmocka_unit_test(an_appointment_goes_by_its_hour),
		cmocka_unit_test(a_turn_tells_what_an_appointment_means_to_it),
		cmocka_unit_test(nobody_is_overtaken_later_than_the_head_start),
	};
	return cmocka_run_group_tests_name("turn", tests, NULL, NULL);
}
