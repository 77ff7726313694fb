/* The head chooses the devices of this computer's programs: what is offered, and what is saved. */
#include "app/base/text.h"
#include "app/console/office_words.h"
#include "app/console/office_topic.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_office_scene.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void open_devices(struct shift *shift)
{
	office_open_page(shift);
	office_wire(shift);
	assert_false(setup_take_wish_for_devices(&shift->setup));
	hand_act(shift, SHIFT_OFFICE_TOPIC, SETUP_DEVICES, OFFICE_NOW);
	assert_true(setup_take_wish_for_devices(&shift->setup));
	assert_false(setup_take_wish_for_devices(&shift->setup));
}

/* What the row offers after `steps` to the right. */
static void expect_option(struct shift *shift, int option, const char *wanted)
{
	struct ui ui;
	char text[SETUP_TEXT_SIZE];
	golden_start(&ui, "id", 1280, 800);
	office_say_option(&ui, &shift->setup, (struct setup_row){SETUP_WIRE_DEVICE, 0}, option,
		text, sizeof(text));
	assert_string_equal(text, wanted);
	golden_finish(&ui);
}

static void choose_wire(struct shift *shift, int wire)
{
	hand_act(shift, SHIFT_OFFICE_FOCUS, 0, OFFICE_NOW);
	hand_act(shift, SHIFT_OFFICE_CHOOSE, wire, OFFICE_NOW);
	hand_act(shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
}

static void test_what_is_plugged_in_is_offered(void **state)
{
	(void)state;
	struct shift shift;
	open_devices(&shift);
	office_plug_in(&shift.setup);
	struct setup_row row = {SETUP_WIRE_DEVICE, 0};
	choose_wire(&shift, 1);
	assert_int_equal(setup_options(&shift.setup, row), 5);
	expect_option(&shift, 0, "Menurut komputer ini: usb:auto");
	expect_option(&shift, 1, "Tidak dipakai");
	expect_option(&shift, 2, "Otomatis (usb:auto)");
	expect_option(&shift, 3, "EPSON TM-T82X · usb:04b8:0e28:X7AB1");
	expect_option(&shift, 4, "kantor · cups:kantor");
	/* A board's language stays as it is. */
	choose_wire(&shift, 0);
	assert_int_equal(setup_options(&shift.setup, row), 7);
	expect_option(&shift, 6, "FTDI FT232R USB UART · cd5220+serial:0403:6001");
	choose_wire(&shift, 2);
	assert_int_equal(setup_options(&shift.setup, row), 1);
	expect_option(&shift, 0, "Tetap, dari baris perintah: scanner:auto");
	choose_wire(&shift, 3);
	expect_option(&shift, 0, "Menurut komputer ini: printer utama");
	expect_option(&shift, 1, "printer utama"); /* reports are printed all the same */
	expect_option(&shift, 2, "kantor · cups:kantor");
	shift_finish(&shift);
}

static void test_a_choice_is_reviewed_and_saved(void **state)
{
	(void)state;
	struct shift shift;
	open_devices(&shift);
	office_plug_in(&shift.setup);
	struct setup *setup = &shift.setup;
	choose_wire(&shift, 1);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 3, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 2);
	office_assert_change(setup, 0, "Perangkat · kiosk-1 · Printer tiket",
		"Perangkat yang dipakai", "Menurut komputer ini: usb:auto",
		"EPSON TM-T82X · usb:04b8:0e28:X7AB1");
	assert_string_equal(setup->wanted->wires[1].chosen, "usb:04b8:0e28:X7AB1");
	assert_string_equal(setup->wanted->wires[1].paper, printer_profile_at(0)->name);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	struct desk_request request = hand_take(&shift, DESK_SAVE_OFFICE);
	assert_string_equal(request.settings->wires[1].chosen, "usb:04b8:0e28:X7AB1");
	free(request.settings);
	shift_finish(&shift);
}

/* A device that is not plugged in now stays what it is, and can be chosen again. */
static void test_what_is_away_is_not_forgotten(void **state)
{
	(void)state;
	struct shift shift;
	open_devices(&shift);
	struct setup *setup = &shift.setup;
	text_copy(setup->was->wires[1].chosen, WIRE_URI_SIZE, "cups:lama");
	text_copy(setup->edit->wires[1].chosen, WIRE_URI_SIZE, "cups:lama");
	office_plug_in(setup);
	choose_wire(&shift, 1);
	assert_int_equal(setup_chosen(setup, (struct setup_row){SETUP_WIRE_DEVICE, 0}), 5);
	expect_option(&shift, 5, "cups:lama");
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 0, OFFICE_NOW);
	assert_string_equal(setup->edit->wires[1].chosen, "");
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 5, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 0);
	shift_finish(&shift);
}

/* Nor does the choice that is not saved yet go back to what the computer says. */
static void test_what_is_unplugged_meanwhile_stays_chosen(void **state)
{
	(void)state;
	struct shift shift;
	open_devices(&shift);
	struct setup *setup = &shift.setup;
	office_plug_in(setup);
	choose_wire(&shift, 1);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 3, OFFICE_NOW);
	setup->plugged->count = 0;
	assert_int_equal(setup_chosen(setup, (struct setup_row){SETUP_WIRE_DEVICE, 0}), 3);
	expect_option(&shift, 3, "usb:04b8:0e28:X7AB1");
	shift_finish(&shift);
}

static void test_before_any_program_ran(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DEVICES, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	struct setup_row rows[SETUP_ROWS];
	assert_int_equal(setup_rows(&shift.setup, rows), 1);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(&shift.setup, 0);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_plugged_in_is_offered),
		cmocka_unit_test(test_a_choice_is_reviewed_and_saved),
		cmocka_unit_test(test_what_is_away_is_not_forgotten),
		cmocka_unit_test(test_what_is_unplugged_meanwhile_stays_chosen),
		cmocka_unit_test(test_before_any_program_ran),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
