#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The duty roster at the console: made by the head, seen at the sign-in and in the room. */
enum { NOW = 1000000 };

static void plan(struct shift *shift, int counter, const char *code, const char *name)
{
	struct view_counter *own = &shift->view->counters[counter - 1];
	text_copy(own->planned, sizeof(own->planned), code);
	text_copy(own->planned_name, sizeof(own->planned_name), name);
}

static void model_roster(struct shift *shift, bool head)
{
	model_desk(shift);
	model_queue(shift);
	shift->office->years[shift->office->year_count++].year = 2026;
	shift->office->years[shift->office->year_count++].year = 2027;
	shift->chosen = head ? 2 : 0;
	plan(shift, 1, "ani", "Ani Rahmawati");
	plan(shift, 3, "kepala", "Kepala PST");
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	model_roster(&shift, true);
	looks_press(&shift, "w");
	assert_int_equal(shift.hall.page, HALL_ROSTER);
	looks_show(&shift, "roster");
	for (int i = 3; i < 20; i++) {
		text_copy(shift.staff[i].code, DESK_STAFF_SIZE, "raden");
		text_copy(shift.staff[i].name, OFFICE_NAME_SIZE,
			"Raden Mas Muhammad Budi Santoso Kartanegara, S.ST., M.Stat.");
		shift.staff_count++;
	}
	looks_press(&shift, "down");
	looks_show(&shift, "roster-many");
	looks_press(&shift, "right");
	looks_press(&shift, "9");
	assert_string_equal(hand_take(&shift, DESK_SET_DUTY).word, "raden");
	shift.pending = 0;
	looks_press(&shift, "right");
	looks_press(&shift, "right"); /* there is no more */
	assert_int_equal(shift.hall.from, 18);
	shift.chosen = 0;
	looks_show(&shift, "roster-clerk");
	shift_finish(&shift);
	/* Who is missed is seen in the room, once the office is open. */
	model_roster(&shift, false);
	looks_press(&shift, "o");
	looks_show(&shift, "roster-room");
	shift_finish(&shift);
}

static void test_the_sign_in_shows_it(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	plan(&shift, 3, "ani", "Ani Rahmawati");
	looks_show(&shift, "roster-counters");
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "counter.3").index, 3);
	assert_int_equal(looks_event(&shift, UI_KEY, "2").index, 2);
	shift.phase = SHIFT_STAFF;
	shift.chosen = -1;
	shift.wanted_counter = 3;
	plan(&shift, 3, "budi", "Budi Santoso");
	plan(&shift, 1, "ani", "Ani Rahmawati");
	looks_show(&shift, "roster-staff");
	/* Whoever stands first, a tap is on who it says. */
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "staff.budi").index, 1);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "staff.ani").index, 0);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "staff.kepala").index, 2);
	shift_finish(&shift);
}

/* As many as an office may have, as the desk lists them. */
static void hear_everybody(struct shift *shift)
{
	struct desk_message *message = memory_zeroed(1, sizeof(*message));
	message->kind = DESK_MESSAGE_ANSWER;
	message->act = DESK_LIST_STAFF;
	message->staff_count = OFFICE_FILE_STAFF;
	for (int i = 0; i < OFFICE_FILE_STAFF; i++) {
		struct desk_staff *person = &message->staff[i];
		text_format(person->code, sizeof(person->code), "p%d", i);
		text_format(person->name, sizeof(person->name), "Petugas Nomor %d", i + 1);
	}
	shift_hear(shift, message, NOW);
	desk_message_destroy(message);
}

/* Nobody is locked out by where the list puts him. */
static void test_everybody_can_sign_in(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	hand_act(&shift, SHIFT_LEAVE, 0, NOW);
	hand_drain(&shift);
	hear_everybody(&shift);
	assert_int_equal(shift.staff_count, OFFICE_FILE_STAFF);
	looks_show(&shift, "staff-many");
	for (int i = 0; i < OFFICE_FILE_STAFF; i++) {
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "staff.p%d", i);
		struct shift_action tap = looks_event(&shift, UI_TAP_ID, id);
		if (tap.act == SHIFT_NOTHING) {
			looks_press(&shift, "pagedown");
			tap = looks_event(&shift, UI_TAP_ID, id);
		}
		assert_int_equal(tap.act, SHIFT_CHOOSE_STAFF);
		assert_int_equal(tap.index, i);
	}
	assert_int_equal(shift.staff_page, 2);
	looks_show(&shift, "staff-last");
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "staff.more").index, 0);
	looks_press(&shift, "pageup");
	assert_int_equal(shift.staff_page, 1);
	/* The list became shorter meanwhile. */
	shift.staff_count = 3;
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "staff.p2").index, 2);
	assert_int_equal(looks_event(&shift, UI_KEY, "pagedown").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

static void test_the_head_plans(void **state)
{
	(void)state;
	struct shift shift;
	model_roster(&shift, true);
	looks_press(&shift, "w");
	looks_press(&shift, "up"); /* round to the last */
	looks_press(&shift, "2");
	struct desk_request request = hand_take(&shift, DESK_SET_DUTY);
	assert_int_equal(request.counter, 3);
	assert_string_equal(request.word, "budi");
	assert_string_equal(request.staff, "kepala");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	looks_press(&shift, "down");
	looks_press(&shift, "0");
	request = hand_take(&shift, DESK_SET_DUTY);
	assert_int_equal(request.counter, 1);
	assert_string_equal(request.word, "");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	looks_press(&shift, "9"); /* there are three */
	hand_take_none(&shift);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "hall.staff.3").index, 2);
	shift_finish(&shift);
	/* Others look at it. */
	model_roster(&shift, false);
	looks_press(&shift, "w");
	looks_press(&shift, "2");
	hand_take_none(&shift);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "hall.staff.1").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

/* Somebody is called to this counter: what is in front of the clerk comes first. */
static void test_a_call_closes_the_panel(void **state)
{
	(void)state;
	struct shift shift;
	model_roster(&shift, false);
	looks_press(&shift, "w");
	struct desk_view view = *shift.view;
	hand_show(&shift, &view);
	assert_int_equal(shift.hall.page, HALL_ROSTER);
	view.counters[1].state = VIEW_CALLED;
	view.counters[1].ticket.id = 12;
	hand_show(&shift, &view);
	assert_int_equal(shift.hall.page, HALL_CLOSED);
	hand_drain(&shift);
	looks_press(&shift, "w");
	hand_show(&shift, &view);
	assert_int_equal(shift.hall.page, HALL_ROSTER);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_the_sign_in_shows_it),
		cmocka_unit_test(test_everybody_can_sign_in),
		cmocka_unit_test(test_the_head_plans),
		cmocka_unit_test(test_a_call_closes_the_panel),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
