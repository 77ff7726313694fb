#include "app/base/clock.h"
#include "tests/drivers/test_slip.h"
#include "tests/drivers/usb_rig.h"

#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define EPSON "80mm-epson [EPSON TM-T82X]"

static void set_paper(struct virtual_printer_state *state, long out)
{
	state->paper_out = out != 0;
}

static void set_cover(struct virtual_printer_state *state, long open)
{
	state->cover_open = open != 0;
}

static void set_paper_after(struct virtual_printer_state *state, long after)
{
	state->paper_out_after = after;
}

static void set_halt_after(struct virtual_printer_state *state, long after)
{
	state->halt_after = after;
}

static void set_unplug_after(struct virtual_printer_state *state, long after)
{
	state->unplug_after = after;
}

static void set_refuse_after(struct virtual_printer_state *state, long after)
{
	state->refuses_after = after;
}

static void test_prints_byte_for_byte_and_confirms(void **state)
{
	(void)state;
	static const int seeds[] = {1, 2, 3};
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	struct virtual_printer_state seen = virtual_printer_look(rig.printer);
	assert_int_equal(seen.detaches, 1);
	assert_int_equal(seen.claims, 1);
	assert_false(seen.kernel_driver);
	for (int i = 0; i < 3; i++) {
		char line[64];
		usb_rig_print(&rig, i + 1, seeds[i]);
		snprintf(line, sizeof(line), "done %d ok sent confirmed", i + 1);
		usb_rig_expect(&rig, line);
	}
	usb_rig_expect_taken(&rig, seeds, 3);
	close(rig.to);
	waitpid(rig.client, NULL, 0);
	close(rig.from);
	seen = virtual_printer_look(rig.printer);
	assert_int_equal(seen.releases, 1);
	assert_int_equal(seen.attaches, 1); /* the kernel has its driver back */
	assert_true(seen.kernel_driver);
	virtual_printer_destroy(rig.printer);
}

static void test_without_a_kernel_driver_none_is_attached(void **state)
{
	(void)state;
	struct virtual_printer_model model = virtual_printer_ordinary;
	struct usb_rig rig = {0};

	model.kernel_driver = false;
	usb_rig_start(&rig, &model, "usb:04b8:0e28");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	struct virtual_printer_state seen = virtual_printer_look(rig.printer);
	assert_int_equal(seen.detaches, 0);
	usb_rig_stop(&rig);
}

struct row {
	const char *what;
	struct virtual_printer_model model;
	const char *uri, *state, *done;
};

/* Shapes of devices: how each introduces itself, and how a slip goes on it. */
static void test_shapes_of_devices(void **state)
{
	(void)state;
	struct virtual_printer_model odd = virtual_printer_ordinary, one_way = odd, zjiang = odd,
				     vendor_class = odd, two_settings = odd, nameless = odd,
				     deaf = odd, no_order = odd, garbage = odd, babbler = odd;
	odd.out = 0x06;
	odd.in = 0x8b;
	one_way.in = 0;
	zjiang.vendor = 0x0416;
	zjiang.product = 0x5011;
	zjiang.id = "MFG:Zjiang;MDL:POS58;";
	vendor_class.product = 0x0202;
	vendor_class.interface_class = 0xff;
	two_settings.two_settings = true;
	nameless.id = "";
	deaf.answers_status = false;
	deaf.answers_order = false;
	no_order.answers_order = false;
	garbage.garbage = true;
	garbage.answers_order = false;
	babbler.babbles = true;
	const struct row rows[] = {
		{"odd endpoint numbers", odd, "usb:auto", "state ok answers " EPSON,
			"done 1 ok sent confirmed"},
		{"one-way", one_way, "usb:auto", "state ok silent " EPSON,
			"done 1 ok sent unconfirmed"},
		{"58 mm by its numbers", zjiang, "usb:auto", "state ok answers 58mm [Zjiang POS58]",
			"done 1 ok sent confirmed"},
		{"vendor class by its numbers", vendor_class, "usb:auto", "state ok answers " EPSON,
			"done 1 ok sent confirmed"},
		{"two settings", two_settings, "usb:auto", "state ok answers " EPSON,
			"done 1 ok sent confirmed"},
		{"no device id", nameless, "usb:04b8:0e28",
			"state ok answers 80mm-epson [USB 04b8:0e28]", "done 1 ok sent confirmed"},
		{"never answers", deaf, "usb:auto", "state ok silent " EPSON,
			"done 1 ok sent unconfirmed"},
		{"does not confirm", no_order, "usb:auto", "state ok answers " EPSON,
			"done 1 ok sent unconfirmed"},
		{"garbage for status", garbage, "usb:auto", "state ok silent " EPSON,
			"done 1 ok sent unconfirmed"},
		{"babbles all the time", babbler, "usb:auto", "state ok silent " EPSON,
			"done 1 ok sent unconfirmed"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		static const int seeds[] = {5};
		struct usb_rig rig = {0};
		print_message("  %s\n", rows[i].what);
		usb_rig_start(&rig, &rows[i].model, rows[i].uri);
		usb_rig_expect(&rig, rows[i].state);
		usb_rig_print(&rig, 1, 5);
		usb_rig_expect(&rig, rows[i].done);
		usb_rig_expect_taken(&rig, seeds, 1);
		assert_int_equal(virtual_printer_look(rig.printer).alternate,
			rows[i].model.two_settings ? 1 : 0);
		usb_rig_stop(&rig);
	}
}

static void test_another_printer_is_left_alone(void **state)
{
	(void)state;
	struct virtual_printer_model laser = virtual_printer_ordinary;
	struct usb_rig rig = {0};

	laser.vendor = 0x03f0;
	laser.product = 0x2b17;
	laser.id = "MFG:Hewlett-Packard;CMD:PJL,PCL,POSTSCRIPT;MDL:LaserJet;CLS:PRINTER;";
	usb_rig_start(&rig, &laser, "usb:auto");
	usb_rig_expect(&rig, "state device_missing silent - []");
	struct virtual_printer_state seen = virtual_printer_look(rig.printer);
	assert_int_equal(seen.detaches, 0);
	assert_int_equal(seen.claims, 0);
	usb_rig_stop(&rig);
}

static void test_held_by_another_program(void **state)
{
	(void)state;
	struct virtual_printer_model held = virtual_printer_ordinary;
	struct usb_rig rig = {0};

	held.held = true;
	usb_rig_start(&rig, &held, "usb:auto");
	usb_rig_expect(&rig, "state device_held silent - []");
	usb_rig_print(&rig, 1, 1);
	usb_rig_expect(&rig, "done 1 device_held unsent unconfirmed");
	struct virtual_printer_state seen = virtual_printer_look(rig.printer);
	assert_int_equal(seen.detaches, seen.attaches);
	usb_rig_stop(&rig);
}

static void test_no_right_to_the_device(void **state)
{
	(void)state;
	struct usb_rig rig = {.bound_by_rights = true};

	rig.printer = virtual_printer_create(&virtual_printer_ordinary);
	virtual_printer_forbid(rig.printer);
	usb_rig_start_client(&rig, "usb:auto");
	usb_rig_expect(&rig, "state device_denied silent - []");
	usb_rig_stop(&rig);
}

static void test_no_printer_and_then_one(void **state)
{
	(void)state;
	static const int seeds[] = {4};
	struct usb_rig rig = {0};

	rig.printer = virtual_printer_create(&virtual_printer_ordinary);
	virtual_printer_unplug(rig.printer);
	usb_rig_start_client(&rig, "usb:auto");
	usb_rig_expect(&rig, "state device_missing silent - []");
	usb_rig_print(&rig, 1, 4);
	usb_rig_expect(&rig, "done 1 device_missing unsent unconfirmed");
	virtual_printer_replug(rig.printer);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 1, 4);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect_taken(&rig, seeds, 1);
	usb_rig_stop(&rig);
}

/* Trouble before a slip: nothing is sent, and it goes out once after the mend. */
static void check_trouble_before(
	void (*set)(struct virtual_printer_state *state, long value), const char *reason)
{
	static const int seeds[] = {6};
	struct usb_rig rig = {0};
	char line[256];

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set, 1);
	usb_rig_print(&rig, 1, 6);
	snprintf(line, sizeof(line), "done 1 %s unsent unconfirmed", reason);
	usb_rig_expect_soon(&rig, line);
	snprintf(line, sizeof(line), "state %s answers " EPSON, reason);
	usb_rig_expect_soon(&rig, line);
	usb_rig_expect_taken(&rig, NULL, 0);
	virtual_printer_change(rig.printer, set, 0);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect_taken(&rig, seeds, 1);
	usb_rig_stop(&rig);
}

static void test_paper_out_before(void **state)
{
	(void)state;
	check_trouble_before(set_paper, "paper_out");
}

static void test_cover_open_before(void **state)
{
	(void)state;
	check_trouble_before(set_cover, "cover_open");
}

/* The bytes fit the printer's buffer but not the paper: no confirmation, no second slip. */
static void test_paper_out_in_the_middle(void **state)
{
	(void)state;
	struct usb_rig rig = {0};
	size_t size;

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_paper_after, 5000);
	usb_rig_print(&rig, 1, 7);
	usb_rig_expect(&rig, "done 1 paper_out sent unconfirmed");
	usb_rig_expect(&rig, "state paper_out answers " EPSON);
	virtual_printer_change(rig.printer, set_paper_after, -1);
	virtual_printer_change(rig.printer, set_paper, 0);
	usb_rig_expect(&rig, "state ok answers " EPSON);
	usb_rig_expect_silence(&rig, 2500);
	assert_int_equal(virtual_printer_look(rig.printer).cuts, 1);
	/* The next slip first ends what the torn one may have left. */
	virtual_printer_forget(rig.printer);
	usb_rig_print(&rig, 2, 8);
	usb_rig_expect(&rig, "done 2 ok sent confirmed");
	struct escpos_bytes slip;
	test_slip_make(8, &slip);
	uint8_t *taken = virtual_printer_taken(rig.printer, &size);
	assert_int_equal(size, slip.size);
	assert_memory_equal(taken, slip.data, slip.size);
	assert_int_equal(virtual_printer_look(rig.printer).cleared, 2); /* and before the first */
	assert_int_equal(virtual_printer_look(rig.printer).ended, 2);
	escpos_finish(&slip);
	free(taken);
	usb_rig_stop(&rig);
}

/* Nothing is taken any more from the middle of a slip on, and that ends within bounds. */
static void check_stuck(bool without_paper, const char *done)
{
	struct usb_rig rig = {0};
	size_t size;

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_refuse_after, 6000);
	virtual_printer_change(rig.printer, set_paper_after, without_paper ? 6000 : -1);
	usb_rig_print(&rig, 1, 7);
	int64_t since = clock_ticks_ms();
	usb_rig_expect(&rig, done);
	assert_in_range(clock_ticks_ms() - since, 9000, 15000);
	free(virtual_printer_taken(rig.printer, &size));
	assert_int_equal(size, 6000);
	usb_rig_stop(&rig);
}

static void test_stuck_in_the_middle(void **state)
{
	(void)state;
	check_stuck(false, "done 1 device_timeout sent unconfirmed");
}

/* The buffer is full and the paper out: only the printer class can still say so. */
static void test_stuck_without_paper(void **state)
{
	(void)state;
	check_stuck(true, "done 1 paper_out sent unconfirmed");
}

static void test_halted_endpoint_is_cleared(void **state)
{
	(void)state;
	static const long points[] = {0, 1, 4096, 7000};
	static const int seeds[] = {9};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		struct usb_rig rig = {0};
		usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
		usb_rig_expect(&rig, "state ok answers " EPSON);
		virtual_printer_change(rig.printer, set_halt_after, points[i]);
		usb_rig_print(&rig, 1, 9);
		usb_rig_expect(&rig, "done 1 ok sent confirmed");
		usb_rig_expect_taken(&rig, seeds, 1);
		assert_int_equal(virtual_printer_look(rig.printer).halts_cleared, 1);
		usb_rig_stop(&rig);
	}
}

static void test_unplugged_at_every_part_of_a_slip(void **state)
{
	(void)state;
	const long size = (long)usb_rig_slip_size();
	const long points[] = {1, 4, 13, 4095, 4096, 4097, 8192, size / 2, size - 1};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		struct usb_rig rig = {0};
		usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
		usb_rig_expect(&rig, "state ok answers " EPSON);
		virtual_printer_change(rig.printer, set_unplug_after, points[i]);
		usb_rig_print(&rig, 1, 9);
		usb_rig_expect(&rig, "done 1 device_missing sent unconfirmed");
		virtual_printer_unplug(rig.printer);
		usb_rig_expect(&rig, "state device_missing silent - []");
		assert_int_equal(virtual_printer_look(rig.printer).cuts, 0);
		virtual_printer_forget(rig.printer);
		virtual_printer_replug(rig.printer);
		usb_rig_expect(&rig, "state ok answers " EPSON);
		usb_rig_expect_silence(&rig, 300);
		usb_rig_expect_taken(&rig, NULL, 0); /* not by itself */
		usb_rig_print(&rig, 1, 9);
		usb_rig_expect(&rig, "done 1 ok sent confirmed");
		assert_int_equal(virtual_printer_look(rig.printer).cuts, 1);
		usb_rig_stop(&rig);
	}
}

static void test_unplugged_before_the_first_byte_is_sent_after_replug(void **state)
{
	(void)state;
	static const int seeds[] = {9};
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_unplug_after, 0);
	usb_rig_print(&rig, 1, 9);
	usb_rig_expect_soon(&rig, "done 1 device_missing unsent unconfirmed");
	virtual_printer_unplug(rig.printer);
	virtual_printer_replug(rig.printer);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 1, 9);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect_taken(&rig, seeds, 1);
	usb_rig_stop(&rig);
}

/* Pulled out while nothing happens: told at once, and back at once, many times. */
static void test_hot_plug_while_idle(void **state)
{
	(void)state;
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	for (int i = 0; i < 5; i++) {
		int64_t since = clock_ticks_ms();
		virtual_printer_unplug(rig.printer);
		usb_rig_expect(&rig, "state device_missing silent - []");
		virtual_printer_replug(rig.printer);
		usb_rig_expect(&rig, "state ok answers " EPSON);
		assert_true(clock_ticks_ms() - since < 3000);
	}
	usb_rig_stop(&rig);
}

/* Times that any thread of `pid` has gone to sleep. */
static long sleeps_of(pid_t pid)
{
	char path[64], line[128];
	long sum = 0;

	snprintf(path, sizeof(path), "/proc/%ld/task", (long)pid);
	DIR *dir = opendir(path);
	assert_non_null(dir);
	for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
		long count;
		char status[384];
		snprintf(status, sizeof(status), "%s/%s/status", path, entry->d_name);
		FILE *file = entry->d_name[0] == '.' ? NULL : fopen(status, "r");
		while (file && fgets(line, sizeof(line), file)) {
			if (sscanf(line, "voluntary_ctxt_switches: %ld", &count) == 1) {
				sum += count;
			}
		}
		if (file) {
			fclose(file);
		}
	}
	closedir(dir);
	return sum;
}

static void test_idle_needs_no_wake_ups(void **state)
{
	(void)state;
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 1, 1);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect_silence(&rig, 500);
	long before = sleeps_of(rig.client);
	assert_true(before > 0);
	usb_rig_expect_silence(&rig, 3000);
	assert_int_equal(sleeps_of(rig.client), before);
	usb_rig_stop(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prints_byte_for_byte_and_confirms),
		cmocka_unit_test(test_without_a_kernel_driver_none_is_attached),
		cmocka_unit_test(test_shapes_of_devices),
		cmocka_unit_test(test_another_printer_is_left_alone),
		cmocka_unit_test(test_held_by_another_program),
		cmocka_unit_test(test_no_right_to_the_device),
		cmocka_unit_test(test_no_printer_and_then_one),
		cmocka_unit_test(test_paper_out_before),
		cmocka_unit_test(test_cover_open_before),
		cmocka_unit_test(test_paper_out_in_the_middle),
		cmocka_unit_test(test_stuck_in_the_middle),
		cmocka_unit_test(test_stuck_without_paper),
		cmocka_unit_test(test_halted_endpoint_is_cleared),
		cmocka_unit_test(test_unplugged_at_every_part_of_a_slip),
		cmocka_unit_test(test_unplugged_before_the_first_byte_is_sent_after_replug),
		cmocka_unit_test(test_hot_plug_while_idle),
		cmocka_unit_test(test_idle_needs_no_wake_ups),
	};

	if (!getenv("GILIRAN_USB_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
