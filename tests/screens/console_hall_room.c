#include "app/base/text.h"
#include "app/console/device.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The room at a glance, and what it says to whom. */
static void add_call(struct shift *shift, const char *number, int counter, int64_t called_ms)
{
	struct view_call *call = &shift->view->calls[shift->view->call_count++];
	*call = (struct view_call){.id = 40 - shift->view->call_count,
		.counter = counter,
		.called_ms = called_ms,
		.announced_ms = {TICKET_NEVER, TICKET_NEVER, TICKET_NEVER}};
	text_copy(call->number, sizeof(call->number), number);
}

static void model_room(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
	struct desk_view *view = shift->view;
	for (int i = 0; i < shift->office->service_count; i++) {
		view->services[i] = (struct view_service){.waiting = i == 0             ? 2
								     : i == 2 || i == 3 ? 0
											: 1,
			.low_min = 4 + i,
			.high_min = 12 + 3 * i};
	}
	view->services[2].low_min = view->services[2].high_min = -1;
	view->services[3].closed = RESULT_QUOTA_FULL;
	add_call(shift, "K007", 2, model_at(10, 26, 40));
	add_call(shift, "J004", 1, model_at(10, 19, 2));
	view->calls[1].announced_ms[ANNOUNCED_SHOWN] = model_at(10, 19, 3);
	view->calls[1].announced_ms[ANNOUNCED_SPOKEN] = model_at(10, 19, 9);
	view->calls[1].announced_ms[ANNOUNCED_LIT] = model_at(10, 19, 4);
	add_call(shift, "R1002", 3, model_at(10, 2, 0));
	view->calls[2].announced_ms[ANNOUNCED_SHOWN] = model_at(10, 2, 1);
	struct view_device *printer = model_printer(shift, RESULT_PAPER_OUT, false);
	printer->since_ms = model_at(10, 30, 0);
	printer[1] = (struct view_device){.kind = VIEW_BOARD, .since_ms = printer->since_ms};
	text_copy(printer[1].name, sizeof(printer[1].name), "display-1/board");
	printer[2] = (struct view_device){.kind = VIEW_PRINTER,
		.since_ms = printer->since_ms,
		.roll = {.length_mm = 80000, .fed_mm = 12450, .slips = 83}};
	text_copy(printer[2].name, sizeof(printer[2].name), "kiosk-2/printer");
	view->device_count = 3;
	/* This year's list is there, the next one's is not: it is November. */
	shift->office->years[shift->office->year_count++].year = 2026;
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	model_room(&shift);
	looks_press(&shift, "o");
	assert_int_equal(shift.hall.page, HALL_ROOM);
	looks_show(&shift, "room");
	shift.chosen = 2; /* the head */
	looks_show(&shift, "room-head");
	shift.view->clock = DESK_CLOCK_BEHIND;
	shift.view->announces = false;
	looks_show(&shift, "room-no-display");
	shift_finish(&shift);
}

/* As many of everything as an office can have; and nothing yet. */
static void test_the_fullest_and_the_emptiest(void **state)
{
	(void)state;
	struct shift shift;
	model_room(&shift);
	struct office *office = shift.office;
	struct desk_view *view = shift.view;
	while (office->service_count < OFFICE_SERVICES) {
		office->services[office->service_count] = office->services[1];
		view->services[office->service_count++] = view->services[1];
	}
	for (int i = 0; i < OFFICE_COUNTERS; i++) {
		view->counters[i] = view->counters[i == 1 ? 1 : 0];
		view->counters[i].number = i + 1;
		text_copy(view->counters[i].staff_name, OFFICE_NAME_SIZE,
			"Raden Mas Muhammad Budi Santoso Kartanegara Hadikusumo, S.ST., M.Stat.");
	}
	view->counter_count = OFFICE_COUNTERS;
	while (view->call_count < VIEW_CALLS) {
		add_call(&shift, "K1007", 12, model_at(9, 0, 0));
	}
	for (int i = 3; i < 12; i++) {
		view->devices[i] = view->devices[i % 3];
	}
	view->device_count = 12;
	looks_press(&shift, "o");
	looks_show(&shift, "room-full");
	looks_press(&shift, "down");
	looks_show(&shift, "room-full-2");
	shift_finish(&shift);
	model_desk(&shift);
	shift.office->years[0].year = 2026;
	shift.office->years[1].year = 2027;
	shift.office->year_count = 2;
	shift.view->device_count = 0;
	looks_press(&shift, "o");
	looks_show(&shift, "room-empty");
	shift_finish(&shift);
}

/* Nobody at a counter is told a command line; heads are told what they can do, others whom to ask.
 */
static void test_no_commands_at_the_counter(void **state)
{
	(void)state;
	for (int clock = 0; clock < 2; clock++) {
		for (int chosen = 0; chosen < 3; chosen += 2) {
			struct shift shift;
			model_room(&shift);
			shift.chosen = chosen;
			shift.view->clock = clock != 0 ? DESK_CLOCK_AHEAD : DESK_CLOCK_RIGHT;
			looks_press(&shift, "o");
			assert_false(looks_says(&shift, model_at(10, 31, 24), "giliran "));
			assert_int_equal(
				looks_says(&shift, model_at(10, 31, 24), "teknisi"), chosen == 2);
			assert_int_equal(looks_says(&shift, model_at(10, 31, 24), "kepala kantor"),
				chosen != 2);
			shift_finish(&shift);
		}
	}
}

/* Where nobody is told of calls, it is no news that nobody was. */
static void test_no_display_no_alarm(void **state)
{
	(void)state;
	struct shift shift;
	model_room(&shift);
	looks_press(&shift, "o");
	assert_true(looks_says(&shift, model_at(10, 31, 24), "Belum diumumkan"));
	shift.view->announces = false;
	assert_false(looks_says(&shift, model_at(10, 31, 24), "Belum diumumkan"));
	shift_finish(&shift);
	model_desk(&shift);
	model_called(&shift);
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		shift.view->counters[1].call.announced_ms[i] = TICKET_NEVER;
	}
	shift.view->counters[1].call.called_ms = model_at(10, 30, 0);
	assert_true(looks_says(&shift, model_at(10, 31, 24), "Belum diumumkan"));
	shift.view->announces = false;
	assert_false(looks_says(&shift, model_at(10, 31, 24), "Belum diumumkan"));
	shift_finish(&shift);
}

static void test_when_a_roll_may_be_new(void **state)
{
	(void)state;
	const int64_t now = model_at(10, 31, 24);
	static const struct {
		enum view_device_kind kind;
		enum result reason, was;
		bool near_end, in_doubt;
		int since_min;
		bool may;
	} rows[] = {
		{VIEW_PRINTER, RESULT_OK, RESULT_OK, false, false, 5, false},
		{VIEW_PRINTER, RESULT_OK, RESULT_OK, true, false, 5, true},
		{VIEW_PRINTER, RESULT_OK, RESULT_OK, false, true, 5, true},
		{VIEW_PRINTER, RESULT_PAPER_OUT, RESULT_OK, false, false, 5, true},
		{VIEW_PRINTER, RESULT_COVER_OPEN, RESULT_OK, false, false, 5, true},
		{VIEW_PRINTER, RESULT_DEVICE_MISSING, RESULT_OK, false, false, 5, false},
		{VIEW_PRINTER, RESULT_OK, RESULT_COVER_OPEN, false, false, 5, true},
		{VIEW_PRINTER, RESULT_OK, RESULT_COVER_OPEN, false, false, 11, false},
		{VIEW_PRINTER, RESULT_OK, RESULT_DEVICE_MISSING, false, false, 5, false},
		{VIEW_BOARD, RESULT_OK, RESULT_OK, true, true, 5, false},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct view_device device = {.kind = rows[i].kind,
			.reason = rows[i].reason,
			.was = rows[i].was,
			.near_end = rows[i].near_end,
			.since_ms = now - rows[i].since_min * INT64_C(60000),
			.roll = {.in_doubt = rows[i].in_doubt}};
		assert_int_equal(device_may_renew(&device, 50, now), rows[i].may);
	}
	/* The list of devices is left by its button, too. */
	struct shift shift;
	model_room(&shift);
	hand_act(&shift, SHIFT_DEVICES, 0, 1000000);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "devices.leave").act, SHIFT_DEVICES);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "devices.roll.0").act, SHIFT_ROLL_NEW);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "devices.roll.2").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_the_fullest_and_the_emptiest),
		cmocka_unit_test(test_no_commands_at_the_counter),
		cmocka_unit_test(test_no_display_no_alarm),
		cmocka_unit_test(test_when_a_roll_may_be_new),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
