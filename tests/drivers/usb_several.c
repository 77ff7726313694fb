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

/* Printers beside each other, programs beside each other, and the models with quirks. */

#define EPSON "80mm-epson [EPSON TM-T82X]"

static struct virtual_printer_model twin(int port, const char *serial)
{
	struct virtual_printer_model model = virtual_printer_ordinary;

	model.port = port;
	model.serial = serial;
	return model;
}

static void print_one(struct usb_rig *rig, int id, int seed)
{
	char line[64];

	usb_rig_print(rig, id, seed);
	snprintf(line, sizeof(line), "done %d ok sent confirmed", id);
	usb_rig_expect(rig, line);
}

/* Starts a client for each of two printers; `first` and `second` then name what each has, which is
 * the system's to choose. */
static void start_two(struct usb_rig *first, struct usb_rig *second, const char *uri)
{
	const struct virtual_printer_model models[] = {twin(0, NULL), twin(1, NULL)};

	first->printer = virtual_printer_create(&models[0]);
	second->printer = virtual_printer_create_beside(first->printer, &models[1]);
	usb_rig_start_client(first, uri);
	usb_rig_expect(first, "state ok answers " EPSON);
	if (virtual_printer_look(first->printer).claims == 0) {
		struct virtual_printer *other = first->printer;
		first->printer = second->printer;
		second->printer = other;
	}
	usb_rig_start_client(second, uri);
	usb_rig_expect(second, "state ok answers " EPSON);
}

/* Two programs, two printers of one model: each has its own, whatever the address. */
static void check_twins(const char *uri)
{
	struct usb_rig first = {0}, second = {0}, third = {0};

	start_two(&first, &second, uri);
	usb_rig_start_client(&third, uri);
	usb_rig_expect(&third, "state device_held silent - []");
	print_one(&first, 1, 1);
	print_one(&second, 2, 2);
	usb_rig_expect_taken(&first, (const int[]){1}, 1);
	usb_rig_expect_taken(&second, (const int[]){2}, 1);
	assert_int_equal(virtual_printer_look(first.printer).claims, 1);
	assert_int_equal(virtual_printer_look(second.printer).claims, 1);
	/* Who waited has the one that comes free. */
	usb_rig_stop_client(&first);
	usb_rig_expect_soon(&third, "state ok answers " EPSON);
	usb_rig_stop_client(&third);
	usb_rig_stop_client(&second);
	virtual_printer_destroy(second.printer);
	virtual_printer_destroy(first.printer);
}

static void test_two_of_one_model_are_shared_out(void **state)
{
	(void)state;
	check_twins("usb:auto");
	check_twins("usb:04b8:0e28");
}

static void test_a_serial_number_means_that_one(void **state)
{
	(void)state;
	const struct virtual_printer_model models[] = {twin(0, "X7AB1"), twin(1, "X7AB2")};
	struct usb_rig rig = {0}, second = {0}, other = {0};

	rig.printer = virtual_printer_create(&models[0]);
	second.printer = virtual_printer_create_beside(rig.printer, &models[1]);
	usb_rig_start_client(&second, "usb:04b8:0e28:X7AB2");
	usb_rig_expect(&second, "state ok answers " EPSON);
	usb_rig_start_client(&rig, "usb:04b8:0e28:X7AB1");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	print_one(&rig, 1, 1);
	print_one(&second, 2, 2);
	usb_rig_expect_taken(&rig, (const int[]){1}, 1);
	usb_rig_expect_taken(&second, (const int[]){2}, 1);
	/* It is held, and the other one is not a substitute; a third is not there. */
	usb_rig_start_client(&other, "usb:04b8:0e28:X7AB1");
	usb_rig_expect(&other, "state device_held silent - []");
	usb_rig_stop_client(&other);
	other = (struct usb_rig){0};
	usb_rig_start_client(&other, "usb:04b8:0e28:X7AB");
	usb_rig_expect(&other, "state device_missing silent - []");
	usb_rig_stop_client(&other);
	usb_rig_stop_client(&rig);
	usb_rig_stop_client(&second);
	virtual_printer_destroy(second.printer);
	virtual_printer_destroy(rig.printer);
}

/* One is pulled out: its program does not take the other's, and gets its own back. */
static void test_a_twin_pulled_out_leaves_the_other_alone(void **state)
{
	(void)state;
	struct usb_rig rig = {0}, second = {0};

	start_two(&rig, &second, "usb:04b8:0e28");
	virtual_printer_unplug(rig.printer);
	/* umockdev brings news to one program only: the other notices when it is to print. */
	usb_rig_print(&rig, 1, 2);
	usb_rig_expect_soon(&rig, "done 1 device_missing unsent unconfirmed");
	usb_rig_expect_soon(&rig, "state device_held silent - []");
	print_one(&second, 1, 1);
	usb_rig_expect_taken(&second, (const int[]){1}, 1);
	virtual_printer_replug(rig.printer);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	print_one(&rig, 1, 2);
	usb_rig_expect_taken(&rig, (const int[]){2}, 1);
	usb_rig_stop_client(&rig);
	usb_rig_stop_client(&second);
	virtual_printer_destroy(second.printer);
	virtual_printer_destroy(rig.printer);
}

/* Opens, prints a slip and closes; returns what there is to be seen afterwards. */
static struct virtual_printer_state run_model(const struct virtual_printer_model *model,
	const char *state, const char *done, int64_t *out_ms)
{
	struct usb_rig rig = {0};

	usb_rig_start(&rig, model, "usb:auto");
	usb_rig_expect(&rig, state);
	int64_t since = clock_ticks_ms();
	usb_rig_print(&rig, 1, 1);
	usb_rig_expect(&rig, done);
	usb_rig_expect_taken(&rig, (const int[]){1}, 1);
	usb_rig_stop_client(&rig);
	*out_ms = clock_ticks_ms() - since;
	struct virtual_printer_state seen = virtual_printer_look(rig.printer);
	virtual_printer_destroy(rig.printer);
	return seen;
}

static void test_an_ordinary_one_has_no_quirks(void **state)
{
	(void)state;
	int64_t ms;
	struct virtual_printer_state seen = run_model(&virtual_printer_ordinary,
		"state ok answers " EPSON, "done 1 ok sent confirmed", &ms);

	assert_int_equal(seen.resets, 0);
	assert_int_equal(seen.attaches, 1);
}

/* A PL2305 cable: reset before its first byte, never read, and its driver not put back. */
static void test_soft_reset_one_way_and_no_reattach(void **state)
{
	(void)state;
	struct virtual_printer_model cable = virtual_printer_ordinary;
	int64_t ms;

	cable.vendor = 0x067b;
	cable.product = 0x2305;
	struct virtual_printer_state seen =
		run_model(&cable, "state ok silent " EPSON, "done 1 ok sent unconfirmed", &ms);
	assert_int_equal(seen.resets, 1);
	assert_int_equal(seen.detaches, 1);
	assert_int_equal(seen.attaches, 0);
}

/* A CT-S4000 is held for a second after its last byte. */
static void test_delayed_close(void **state)
{
	(void)state;
	struct virtual_printer_model citizen = virtual_printer_ordinary;
	int64_t ms;

	citizen.vendor = 0x2730;
	citizen.product = 0x2008;
	citizen.id = "MFG:CITIZEN;MDL:CT-S4000;";
	run_model(&citizen, "state ok silent 80mm [CITIZEN CT-S4000]", "done 1 ok sent unconfirmed",
		&ms);
	assert_true(ms >= 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two_of_one_model_are_shared_out),
		cmocka_unit_test(test_a_serial_number_means_that_one),
		cmocka_unit_test(test_a_twin_pulled_out_leaves_the_other_alone),
		cmocka_unit_test(test_an_ordinary_one_has_no_quirks),
		cmocka_unit_test(test_soft_reset_one_way_and_no_reattach),
		cmocka_unit_test(test_delayed_close),
	};

	if (!getenv("GILIRAN_USB_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
