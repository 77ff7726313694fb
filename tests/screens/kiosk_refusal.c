#include "tests/screens/kiosk_stage.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

/* The desk's answer to a visitor: a refusal and what can be done then, or a ticket's interval. */
enum { KONS = 0, JUAL = 1 };

static bool is_zero(const void *data, size_t size)
{
	const unsigned char *bytes = data;
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != 0) {
			return false;
		}
	}
	return true;
}

static void assert_forgotten(const struct stage *stage)
{
	assert_int_equal(stage->journey.visit.screen, JOURNEY_WELCOME);
	assert_true(is_zero(&stage->journey.visit, sizeof(stage->journey.visit)));
}

static void test_refusal_wipes_and_closes(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_OFFICE_CLOSED);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_int_equal(visit->refusal, RESULT_OFFICE_CLOSED);
	assert_true(is_zero(&visit->guest, sizeof(visit->guest)));
	stage_pass(&stage, JOURNEY_WRITE_MS);
	assert_forgotten(&stage);
}

static void test_refused_service_leads_to_the_others(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	struct visit *visit = &stage.journey.visit;
	stage_answer(&stage, RESULT_QUOTA_FULL);
	stage.view.services[KONS].closed = RESULT_QUOTA_FULL;
	assert_int_equal(visit->screen, JOURNEY_REFUSED);
	assert_string_equal(visit->guest.name, "Siti Rahma");
	stage_pass(&stage, 1000);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, KONS); /* does no harm */
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	/* The countdown of the refusal is over: nothing is taken away while the next is issued. */
	stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, JUAL);
	enum journey_wish wish = JOURNEY_NOTHING;
	for (int i = 0; i < 20 && wish != JOURNEY_ISSUE; i++) {
		wish = stage_act(&stage, ACTION_CONTINUE);
		stage_pass(&stage, 5000);
	}
	assert_int_equal(wish, JOURNEY_ISSUE);
	struct desk_issue wanted;
	journey_request(&stage.journey, &stage.lobby, &wanted);
	assert_int_equal(wanted.service, JUAL);
	assert_string_equal(wanted.guest.name, "Siti Rahma");
	stage_answer(&stage, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	assert_true(is_zero(&visit->guest, sizeof(visit->guest)));
}

static void test_answers_kept_after_a_refusal_are_wiped_in_time(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_ISSUE_OVER);
	stage_pass(&stage, JOURNEY_WRITE_MS);
	assert_forgotten(&stage);
	stage_to_issue(&stage, KONS);
	stage_answer(&stage, RESULT_DAY_CLOSED);
	assert_true(is_zero(&stage.journey.visit.guest, sizeof(struct guest)));
	stage_act(&stage, ACTION_BACK); /* there is nothing to go back to */
	assert_int_equal(stage.journey.visit.screen, JOURNEY_REFUSED);
	stage_act(&stage, ACTION_DONE);
	assert_forgotten(&stage);
}

static void test_interval_is_the_tickets_then_the_slips(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	const int64_t now_ms = stage.lobby.now_ms;
	stage_to_issue(&stage, KONS);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->expected.high_ms - visit->expected.low_ms, 7 * 60000);
	struct ticket ticket = {.id = 7, .issued_ms = now_ms};
	ticket.low_ms = now_ms + 60000;
	ticket.high_ms = now_ms + 120000;
	journey_answer(&stage.journey, &stage.lobby, RESULT_OK, &ticket);
	assert_int_equal(visit->expected.low_ms, ticket.low_ms);
	assert_int_equal(visit->expected.high_ms, ticket.high_ms);
	stage_slip(&stage, PRINT_SENDING, RESULT_OK);
	assert_int_equal(visit->expected.low_ms, now_ms + 7 * 60000);
	assert_int_equal(visit->expected.high_ms, now_ms + 14 * 60000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refusal_wipes_and_closes),
		cmocka_unit_test(test_refused_service_leads_to_the_others),
		cmocka_unit_test(test_answers_kept_after_a_refusal_are_wiped_in_time),
		cmocka_unit_test(test_interval_is_the_tickets_then_the_slips),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
