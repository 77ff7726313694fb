#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Numbers made by staff, and appointments: as they look, and what the keys ask of the desk. */
enum { NOW = 1000000 };

static void model_open(struct shift *shift)
{
	model_desk(shift);
	shift->view->now_ms = model_at(10, 31, 24);
	for (int day = 0; day < 5; day++) {
		shift->office->week[day] = (struct office_day){.open = {8 * 60, 15 * 60 + 30}};
	}
}

static struct desk_appointment appointment(
	const char *code, int hour, int minute, enum desk_appointment_state state)
{
	struct desk_appointment made = {
		.service = MODEL_KONS, .at_ms = model_at(hour, minute, 0), .state = state};
	text_copy(made.code, sizeof(made.code), code);
	text_copy(made.service_date, sizeof(made.service_date), "2026-11-23");
	return made;
}

/* The desk's list of the day: `count` appointments, the second has come, the third is cancelled. */
static void hand_list(struct shift *shift, int count)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_LIST_APPOINTMENTS,
		.result = RESULT_OK,
		.appointment_count = (size_t)count};
	message.appointments = calloc((size_t)count + 1, sizeof(*message.appointments));
	for (int i = 0; i < count; i++) {
		char code[DESK_CODE_SIZE];
		text_format(code, sizeof(code), "7KQ2%c%c", 'A' + i % 26, 'D');
		message.appointments[i] = appointment(code, 11 + i / 4, i % 4 * 15,
			i == 1   ? DESK_APPOINTMENT_ARRIVED
			: i == 2 ? DESK_APPOINTMENT_CANCELLED
				 : DESK_APPOINTMENT_BOOKED);
	}
	shift_hear(shift, &message, NOW);
	assert_null(message.appointments);
}

static void hand_number(struct shift *shift, const struct desk_request *request, const char *number)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = request->act,
		.tag = request->tag,
		.result = RESULT_OK};
	text_copy(message.ticket.number, sizeof(message.ticket.number), number);
	shift_hear(shift, &message, NOW);
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	model_open(&shift);
	looks_press(&shift, "n");
	assert_int_equal(shift.hall.page, HALL_NEW);
	looks_show(&shift, "new");
	looks_press(&shift, "down");
	looks_press(&shift, "3");
	model_queue(&shift);
	hand_act(&shift, SHIFT_HALL_CHOOSE, HALL_PARTY << SHIFT_HALL_BITS | 24, NOW);
	looks_show(&shift, "new-waiting");
	looks_press(&shift, "tab");
	assert_int_equal(shift.hall.page, HALL_APPOINTMENTS);
	looks_show(&shift, "appointments-none");
	hand_list(&shift, 13);
	text_copy(shift.hall.code, sizeof(shift.hall.code), "7KQ2AD");
	looks_show(&shift, "appointments");
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "hall.list.before").act, SHIFT_NOTHING);
	shift_act(&shift, looks_event(&shift, UI_TAP_ID, "hall.list.after"), NOW);
	assert_int_equal(shift.hall.row, HALL_LIST + 10);
	text_copy(shift.hall.code, sizeof(shift.hall.code), "7KQ2AD");
	shift.hall.row = HALL_LIST + 11;
	looks_show(&shift, "appointments-cancel");
	shift_finish(&shift);
}

static void test_a_number_is_printed(void **state)
{
	(void)state;
	struct shift shift;
	model_open(&shift);
	looks_press(&shift, "n");
	looks_press(&shift, "4");    /* the recommendation */
	looks_press(&shift, "down"); /* priority */
	looks_press(&shift, "right");
	looks_press(&shift, "right");
	looks_press(&shift, "down"); /* party */
	looks_press(&shift, "5");
	looks_press(&shift, "left");
	looks_press(&shift, "return");
	struct desk_request request = hand_take(&shift, DESK_STAFF_ISSUE);
	assert_int_equal(request.issue.service, MODEL_REKOM);
	assert_int_equal(request.issue.priority, TICKET_ELDERLY);
	assert_int_equal(request.issue.party, 4);
	assert_true(request.issue.print);
	assert_true(request.issue.token[0] != '\0');
	looks_press(&shift, "return"); /* one is asked for already */
	hand_take_none(&shift);
	hand_number(&shift, &request, "R002");
	assert_int_equal(shift.hall.page, HALL_CLOSED);
	assert_string_equal(shift.notice, "console.new.issued");
	/* The next visitor has a token of their own; a refusal leaves the page as it is. */
	looks_press(&shift, "n");
	model_printer(&shift, RESULT_PAPER_OUT, false);
	looks_press(&shift, "return");
	struct desk_request other = hand_take(&shift, DESK_STAFF_ISSUE);
	assert_string_not_equal(other.issue.token, request.issue.token);
	hand_answer(&shift, &other, RESULT_QUOTA_FULL, NOW);
	assert_int_equal(shift.hall.page, HALL_NEW);
	assert_string_equal(shift.notice, "result.quota_full");
	looks_press(&shift, "return");
	request = hand_take(&shift, DESK_STAFF_ISSUE);
	assert_string_equal(other.issue.token, request.issue.token);
	hand_number(&shift, &request, "K011");
	assert_string_equal(shift.notice, "console.new.unprinted");
	shift_finish(&shift);
}

/* Only at a free counter that serves it and for which nobody waits. */
static void test_a_visitor_is_served_at_once(void **state)
{
	(void)state;
	struct shift shift;
	model_open(&shift);
	looks_press(&shift, "n");
	looks_press(&shift, "2"); /* Sale is not of this counter */
	assert_false(shift_can_walk(&shift));
	looks_press(&shift, "s");
	hand_take_none(&shift);
	looks_press(&shift, "1");
	assert_true(shift_can_walk(&shift));
	looks_press(&shift, "s");
	struct desk_request request = hand_take(&shift, DESK_WALK);
	assert_int_equal(request.counter, 2);
	assert_false(request.issue.print);
	hand_number(&shift, &request, "K011");
	assert_string_equal(shift.notice, "console.new.walked");
	assert_false(shift_can_undo(&shift, NOW));
	model_queue(&shift);
	looks_press(&shift, "n");
	looks_press(&shift, "s");
	hand_take_none(&shift);
	shift_finish(&shift);
}

/* 9XY3ZW, tomorrow at 11; three are in the list. */
static void make_appointment(struct shift *shift)
{
	model_open(shift);
	looks_press(shift, "j");
	struct desk_request list = hand_take(shift, DESK_LIST_APPOINTMENTS);
	assert_string_equal(list.word, "2026-11-23");
	hand_list(shift, 3);
	looks_press(shift, "down");
	looks_press(shift, "right"); /* tomorrow, at the same hour */
	assert_string_equal(hand_take(shift, DESK_LIST_APPOINTMENTS).word, "2026-11-24");
	looks_press(shift, "down");
	looks_press(shift, "right");
	hand_drain(shift);
	looks_press(shift, "return");
	struct desk_request request = hand_take(shift, DESK_APPOINT);
	assert_int_equal(request.at_ms, model_at(24 + 11, 0, 0));
	assert_int_equal(request.issue.service, MODEL_KONS);
	struct desk_message made = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_APPOINT,
		.tag = request.tag,
		.result = RESULT_OK,
		.appointment_count = 1};
	struct desk_appointment one = appointment("9XY3ZW", 11, 0, DESK_APPOINTMENT_BOOKED);
	made.appointments = &one;
	shift_hear(shift, &made, NOW);
	assert_string_equal(shift->hall.code, "9XY3ZW");
	hand_take(shift, DESK_LIST_APPOINTMENTS);
}

/* It is printed once for a press; of the list, the one where the clerk is. */
static void test_an_appointment_comes_on_paper(void **state)
{
	(void)state;
	struct shift shift;
	struct appointment_slip slip;
	make_appointment(&shift);
	assert_false(shift_take_slip(&shift, &slip));
	looks_press(&shift, "p");
	assert_true(shift_take_slip(&shift, &slip));
	assert_string_equal(slip.code, "9XY3ZW");
	assert_int_equal(slip.at_ms, model_at(24 + 11, 0, 0));
	assert_int_equal(slip.service, MODEL_KONS);
	assert_false(shift_take_slip(&shift, &slip));
	shift_saved(&shift,
		&(struct saved){.slip = true, .result = RESULT_DEVICE_MISSING, .path = "a4"}, NOW);
	assert_string_equal(shift.notice, "result.device_missing");
	looks_press(&shift, "down");
	looks_press(&shift, "p");
	assert_true(shift_take_slip(&shift, &slip));
	assert_string_equal(slip.code, "7KQ2AD");
	looks_press(&shift, "down");
	looks_press(&shift, "p"); /* who has come needs none */
	assert_false(shift_take_slip(&shift, &slip));
	shift_finish(&shift);
}

/* Who has come is not cancelled; who has not, at the second word. */
static void test_an_appointment_is_made_and_cancelled(void **state)
{
	(void)state;
	struct shift shift;
	make_appointment(&shift);
	looks_press(&shift, "down");
	looks_press(&shift, "down");
	looks_press(&shift, "return");
	looks_press(&shift, "return");
	hand_take_none(&shift);
	looks_press(&shift, "up");
	looks_press(&shift, "return");
	hand_take_none(&shift);
	looks_press(&shift, "return");
	struct desk_request request = hand_take(&shift, DESK_CANCEL_APPOINTMENT);
	assert_string_equal(request.code, "7KQ2AD");
	hand_number(&shift, &request, "");
	assert_string_equal(shift.notice, "console.appointment.cancelled");
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_a_number_is_printed),
		cmocka_unit_test(test_a_visitor_is_served_at_once),
		cmocka_unit_test(test_an_appointment_is_made_and_cancelled),
		cmocka_unit_test(test_an_appointment_comes_on_paper),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
