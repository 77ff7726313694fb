#include "app/base/clock.h"
#include "tests/drivers/test_slip.h"
#include "tests/drivers/usb_rig.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Devices that say wild things of themselves, and slips that are broken off anywhere. */

#define EPSON "80mm-epson [EPSON TM-T82X]"
#define NAMELESS "80mm-epson [USB 04b8:0e28]"

static void set_unplug_after(struct virtual_printer_state *state, long after)
{
	state->unplug_after = after;
}

static void set_refuses(struct virtual_printer_state *state, long refuses)
{
	state->refuses = refuses != 0;
}

static void set_refuses_clearing(struct virtual_printer_state *state, long refuses)
{
	state->refuses_clearing = refuses != 0;
	state->refuses = false;
}

static void set_halt_for_good(struct virtual_printer_state *state, long after)
{
	state->halt_after = after;
	state->halts_more = after < 0 ? 0 : 1000;
}

/* A slip after a torn one: what was left is ended first, then it is there, whole and once. */
static void expect_one_slip_at_the_end(struct usb_rig *rig, int seed, int cuts)
{
	struct escpos_bytes slip;
	size_t size;
	uint8_t *taken = virtual_printer_taken(rig->printer, &size);

	test_slip_make(seed, &slip);
	assert_true(size >= slip.size);
	assert_memory_equal(taken + size - slip.size, slip.data, slip.size);
	assert_int_equal(virtual_printer_look(rig->printer).cuts, cuts);
	escpos_finish(&slip);
	free(taken);
}

/* Every byte of the start, then through all of it: never twice, never lost, never by itself. */
static void test_unplugged_anywhere(void **state)
{
	(void)state;
	enum { EACH = 16, STEP = 509 };
	const long size = (long)usb_rig_slip_size();
	struct usb_rig rig = {0};
	int id = 0, cuts = 0;

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	for (long at = 1; at < size; at += at < EACH ? 1 : STEP) {
		char line[64];
		virtual_printer_forget(rig.printer);
		virtual_printer_change(rig.printer, set_unplug_after, at);
		usb_rig_print(&rig, ++id, 9);
		snprintf(line, sizeof(line), "done %d device_missing sent unconfirmed", id);
		usb_rig_expect(&rig, line);
		virtual_printer_unplug(rig.printer);
		usb_rig_expect_soon(&rig, "state device_missing silent - []");
		assert_int_equal(virtual_printer_look(rig.printer).cuts, cuts);
		virtual_printer_forget(rig.printer);
		virtual_printer_replug(rig.printer);
		usb_rig_expect(&rig, "state ok answers " EPSON);
		usb_rig_print(&rig, ++id, 9);
		snprintf(line, sizeof(line), "done %d ok sent confirmed", id);
		usb_rig_expect(&rig, line);
		expect_one_slip_at_the_end(&rig, 9, ++cuts);
	}
	assert_true(id > 60);
	usb_rig_stop(&rig);
}

/* It takes nothing at all, not even a question. */
static void test_endless_nak_before_a_slip(void **state)
{
	(void)state;
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_refuses, 1);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect_soon(&rig, "done 1 device_offline unsent unconfirmed");
	usb_rig_expect_soon(&rig, "state device_offline answers " EPSON);
	usb_rig_expect_taken(&rig, NULL, 0);
	virtual_printer_change(rig.printer, set_refuses, 0);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect_taken(&rig, (const int[]){6}, 1);
	usb_rig_stop(&rig);
}

/* It stops between the look at it and the first byte of a slip: that is told like one before. */
static void test_endless_nak_from_a_slip_on(void **state)
{
	(void)state;
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_refuses_clearing, 1);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 device_offline unsent unconfirmed");
	usb_rig_expect_soon(&rig, "state device_offline answers " EPSON);
	virtual_printer_change(rig.printer, set_refuses_clearing, 0);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 2, 6);
	usb_rig_expect(&rig, "done 2 ok sent confirmed");
	usb_rig_expect_taken(&rig, (const int[]){6}, 1);
	usb_rig_stop(&rig);
}

/* Its endpoint halts as often as it is cleared: given up, and well again afterwards. */
static void test_halts_for_good_in_the_middle(void **state)
{
	(void)state;
	static const long points[] = {2, 100, 4096, 9000};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		struct usb_rig rig = {0};
		size_t size;
		usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
		usb_rig_expect(&rig, "state ok answers " EPSON);
		virtual_printer_change(rig.printer, set_halt_for_good, points[i]);
		usb_rig_print(&rig, 1, 6);
		usb_rig_expect(&rig, "done 1 device_failed sent unconfirmed");
		free(virtual_printer_taken(rig.printer, &size));
		assert_int_equal(size, points[i]);
		virtual_printer_change(rig.printer, set_halt_for_good, -1);
		usb_rig_expect_soon(&rig, "state ok answers " EPSON);
		usb_rig_print(&rig, 2, 7);
		usb_rig_expect(&rig, "done 2 ok sent confirmed");
		expect_one_slip_at_the_end(&rig, 7, 1);
		usb_rig_stop(&rig);
	}
}

/* An id that is shorter, longer or emptier than it says: it is printed to all the same. */
static void test_ids_of_wrong_length(void **state)
{
	(void)state;
	static const struct {
		int length;
		const char *id, *state;
	} rows[] = {
		{0xffff, NULL, "state ok answers " EPSON},
		{1, NULL, "state ok answers " NAMELESS},
		{2, NULL, "state ok answers " NAMELESS},
		{5, NULL, "state ok answers " NAMELESS},
		{0x4000, NULL, "state ok answers " EPSON},
		{0, "", "state ok answers " NAMELESS},
		{0, ";;;:::MDL", "state ok answers " NAMELESS},
		{0, "MDL:;MFG:;", "state ok answers " NAMELESS},
		{300, "MDL:\x01\xff\x80;", "state ok answers 80mm-epson [???]"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct virtual_printer_model model = virtual_printer_ordinary;
		struct usb_rig rig = {0};
		model.id = rows[i].id ? rows[i].id : model.id;
		model.id_length = rows[i].length;
		usb_rig_start(&rig, &model, "usb:auto");
		usb_rig_expect(&rig, rows[i].state);
		usb_rig_print(&rig, 1, 2);
		usb_rig_expect(&rig, "done 1 ok sent confirmed");
		usb_rig_expect_taken(&rig, (const int[]){2}, 1);
		usb_rig_stop(&rig);
	}
}

/* What broken descriptors make of a device is nobody's to say; but it is said, and left well. */
static void expect_some_state(const struct virtual_printer_model *model)
{
	struct usb_rig rig = {0};
	char line[256] = "";

	usb_rig_start(&rig, model, "usb:auto");
	assert_true(usb_rig_next_line(&rig, 20000, line, sizeof(line)));
	assert_memory_equal(line, "state ", 6);
	usb_rig_stop(&rig);
}

static void test_descriptors_that_break_off(void **state)
{
	(void)state;
	/* 18 bytes of device, 9 of configuration, 9 of interface, 7 of each endpoint */
	static const size_t ends[] = {1, 2, 17, 18, 19, 20, 26, 27, 28, 35, 36, 37, 42, 43, 44, 49};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct virtual_printer_model model = virtual_printer_ordinary;
		model.descriptors_end = ends[i];
		expect_some_state(&model);
	}
}

static void test_descriptors_that_lie(void **state)
{
	(void)state;
	static const struct {
		uint8_t bytes[48];
		size_t size;
	} rows[] = {
		/* longer than it is; an interface of 255 endpoints; an endpoint 0; a length of 0 */
		{{9, 2, 0xff, 0xff, 1, 1, 0, 0xc0, 1, 9, 4, 0, 0, 2, 7, 1, 2, 0, 7, 5, 1, 2, 64},
			25},
		{{9, 2, 25, 0, 1, 1, 0, 0xc0, 1, 9, 4, 0, 0, 255, 7, 1, 2, 0, 7, 5, 1, 2, 64}, 25},
		{{9, 2, 25, 0, 1, 1, 0, 0xc0, 1, 9, 4, 0, 0, 1, 7, 1, 2, 0, 7, 5, 0, 2, 64}, 25},
		{{9, 2, 27, 0, 1, 1, 0, 0xc0, 1, 0, 4, 0, 0, 1, 7, 1, 2, 0, 7, 5, 1, 2, 64}, 27},
		/* 255 interfaces; one with the number 255; nothing but a head; other types only */
		{{9, 2, 25, 0, 255, 1, 0, 0xc0, 1, 9, 4, 0, 0, 1, 7, 1, 2, 0, 7, 5, 1, 2, 64}, 25},
		{{9, 2, 25, 0, 1, 1, 0, 0xc0, 1, 9, 4, 255, 9, 1, 7, 1, 2, 0, 7, 5, 1, 2, 64}, 25},
		{{9, 2, 9, 0, 0, 1, 0, 0xc0, 1}, 9},
		{{9, 2, 19, 0, 1, 1, 0, 0xc0, 1, 5, 33, 0, 0, 0, 5, 0xff, 0, 0, 0}, 19},
		/* a length that leads beyond the end */
		{{9, 2, 25, 0, 1, 1, 0, 0xc0, 1, 9, 4, 0, 0, 1, 7, 1, 2, 0, 200, 5, 1, 2, 64}, 25},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct virtual_printer_model model = virtual_printer_ordinary;
		model.wild = rows[i].bytes;
		model.wild_size = rows[i].size;
		expect_some_state(&model);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unplugged_anywhere),
		cmocka_unit_test(test_endless_nak_before_a_slip),
		cmocka_unit_test(test_endless_nak_from_a_slip_on),
		cmocka_unit_test(test_halts_for_good_in_the_middle),
		cmocka_unit_test(test_ids_of_wrong_length),
		cmocka_unit_test(test_descriptors_that_break_off),
		cmocka_unit_test(test_descriptors_that_lie),
	};

	if (!getenv("GILIRAN_USB_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
