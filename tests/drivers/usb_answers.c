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

/* What a virtual printer says of itself, and how that is heard: DLE EOT, GS a, GS r, or noise. */

#define EPSON "80mm-epson [EPSON TM-T82X]"

static void set_paper(struct virtual_printer_state *state, long out)
{
	state->paper_out = out != 0;
}

static void set_cover(struct virtual_printer_state *state, long open)
{
	state->cover_open = open != 0;
}

static void set_near_end(struct virtual_printer_state *state, long near)
{
	state->near_end = near != 0;
}

static void set_noisy(struct virtual_printer_state *state, long noisy)
{
	state->noisy = noisy != 0;
}

static void set_noisy_after(struct virtual_printer_state *state, long after)
{
	state->noisy_after = after;
}

static void set_paper_after(struct virtual_printer_state *state, long after)
{
	state->paper_out_after = after;
}

/* Answers GS a only. */
static struct virtual_printer_model frames_model(void)
{
	struct virtual_printer_model model = virtual_printer_ordinary;

	model.answers_status = false;
	model.answers_frames = true;
	return model;
}

/* Both lines, in either order: a slip and a look at the device may cross. */
static void expect_both(struct usb_rig *rig, const char *first, const char *second)
{
	char heard[256] = "(nothing)";

	assert_true(usb_rig_next_line(rig, 20000, heard, sizeof(heard)));
	bool crossed = strcmp(heard, second) == 0;
	assert_string_equal(heard, crossed ? second : first);
	usb_rig_expect(rig, crossed ? first : second);
}

/* Asks until the answer is `wanted`: what is learnt from a slip is told soon after it. */
static void expect_can(struct usb_rig *rig, const char *wanted)
{
	int64_t until = clock_ticks_ms() + 20000;
	char line[64];

	do {
		assert_int_equal(write(rig->to, "can\n", 4), 4);
		assert_true(usb_rig_next_line(rig, 20000, line, sizeof(line)));
		assert_memory_equal(line, "can", 3);
	} while (strcmp(line, wanted) != 0 && clock_ticks_ms() < until);
	assert_string_equal(line, wanted);
}

static void check_can(
	const struct virtual_printer_model *model, const char *before, const char *after)
{
	struct usb_rig rig = {0};
	char line[64];

	usb_rig_start(&rig, model, "usb:auto");
	assert_true(usb_rig_next_line(&rig, 20000, line, sizeof(line)));
	expect_can(&rig, before);
	usb_rig_print(&rig, 1, 1);
	assert_true(usb_rig_next_line(&rig, 20000, line, sizeof(line)));
	assert_memory_equal(line, "done 1 ok sent", 14);
	expect_can(&rig, after); /* without any trouble that would have to be told too */
	usb_rig_stop(&rig);
}

static void test_near_end_is_a_warning(void **state)
{
	(void)state;
	struct virtual_printer_model models[] = {virtual_printer_ordinary, frames_model()};

	for (size_t i = 0; i < 2; i++) {
		struct usb_rig rig = {0};
		usb_rig_start(&rig, &models[i], "usb:auto");
		usb_rig_expect(&rig, "state ok answers " EPSON);
		virtual_printer_change(rig.printer, set_near_end, 1);
		usb_rig_print(&rig, 1, 3);
		expect_both(&rig, "done 1 ok sent confirmed", "state ok low " EPSON);
		virtual_printer_change(rig.printer, set_near_end, 0);
		usb_rig_print(&rig, 2, 4);
		expect_both(&rig, "done 2 ok sent confirmed", "state ok answers " EPSON);
		usb_rig_expect_taken(&rig, (const int[]){3, 4}, 2);
		usb_rig_stop(&rig);
	}
}

/* Out of paper, GS a is not obeyed either: the printer has said by itself what is wrong. */
static void test_frames_tell_trouble_by_themselves(void **state)
{
	(void)state;
	static const struct {
		void (*set)(struct virtual_printer_state *state, long value);
		const char *reason;
	} rows[] = {{set_paper, "paper_out"}, {set_cover, "cover_open"}};
	const struct virtual_printer_model model = frames_model();

	for (size_t i = 0; i < 2; i++) {
		struct usb_rig rig = {0};
		char line[128];
		usb_rig_start(&rig, &model, "usb:auto");
		usb_rig_expect(&rig, "state ok answers " EPSON);
		virtual_printer_change(rig.printer, rows[i].set, 1);
		usb_rig_print(&rig, 1, 6);
		snprintf(line, sizeof(line), "done 1 %s unsent unconfirmed", rows[i].reason);
		usb_rig_expect_soon(&rig, line);
		snprintf(line, sizeof(line), "state %s answers " EPSON, rows[i].reason);
		usb_rig_expect_soon(&rig, line);
		usb_rig_expect_taken(&rig, NULL, 0);
		virtual_printer_change(rig.printer, rows[i].set, 0);
		usb_rig_expect_soon(&rig, "state ok answers " EPSON);
		usb_rig_print(&rig, 1, 6);
		usb_rig_expect(&rig, "done 1 ok sent confirmed");
		usb_rig_expect_taken(&rig, (const int[]){6}, 1);
		usb_rig_stop(&rig);
	}
}

/* ESC @ has ended the telling, and the first slip runs out of paper: still no confirmation, and no
 * belief that this printer never confirms. */
static void test_frames_and_paper_out_in_the_middle(void **state)
{
	(void)state;
	const struct virtual_printer_model model = frames_model();
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &model, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_paper_after, 5000);
	usb_rig_print(&rig, 1, 7);
	usb_rig_expect(&rig, "done 1 paper_out sent unconfirmed");
	virtual_printer_change(rig.printer, set_paper_after, -1);
	virtual_printer_change(rig.printer, set_paper, 0);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	assert_int_equal(virtual_printer_look(rig.printer).cuts, 1);
	usb_rig_print(&rig, 2, 8);
	usb_rig_expect(&rig, "done 2 ok sent confirmed");
	assert_int_equal(virtual_printer_look(rig.printer).cuts, 2);
	usb_rig_stop(&rig);
}

/* It answered, and now it talks nonsense: nothing is sent to it until it answers again. */
static void test_garbage_from_one_moment_on(void **state)
{
	(void)state;
	struct virtual_printer_model models[] = {virtual_printer_ordinary, frames_model()};

	for (size_t i = 0; i < 2; i++) {
		struct usb_rig rig = {0};
		usb_rig_start(&rig, &models[i], "usb:auto");
		usb_rig_expect(&rig, "state ok answers " EPSON);
		virtual_printer_change(rig.printer, set_noisy, 1);
		usb_rig_print(&rig, 1, 6);
		usb_rig_expect_soon(&rig, "done 1 device_offline unsent unconfirmed");
		usb_rig_expect_soon(&rig, "state device_offline answers " EPSON);
		virtual_printer_change(rig.printer, set_noisy, 0);
		usb_rig_expect_soon(&rig, "state ok answers " EPSON);
		usb_rig_print(&rig, 1, 6);
		usb_rig_expect(&rig, "done 1 ok sent confirmed");
		usb_rig_expect_taken(&rig, (const int[]){6}, 1);
		usb_rig_stop(&rig);
	}
}

/* From the middle of a slip on: it is out, and nobody can say how it went. */
static void test_garbage_in_the_middle_of_a_slip(void **state)
{
	(void)state;
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_noisy_after, 5000);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 device_offline sent unconfirmed");
	usb_rig_expect_taken(&rig, (const int[]){6}, 1);
	usb_rig_stop(&rig);
}

/* Whatever it says without end, also what would be answers: it is believed nothing. */
static void test_endless_bytes_of_any_kind(void **state)
{
	(void)state;
	static const uint8_t endless[] = {0x12, 0x10, 0x0f, 0x72, 0x13, 0xff};

	for (size_t i = 0; i < sizeof(endless); i++) {
		struct virtual_printer_model model = virtual_printer_ordinary;
		struct usb_rig rig = {0};
		model.babbles = true;
		model.babble = endless[i];
		usb_rig_start(&rig, &model, "usb:auto");
		usb_rig_expect(&rig, "state ok silent " EPSON);
		usb_rig_print(&rig, 1, 5);
		usb_rig_expect(&rig, "done 1 ok sent unconfirmed");
		usb_rig_expect_taken(&rig, (const int[]){5}, 1);
		usb_rig_stop(&rig);
	}
}

static void test_what_a_printer_can_tell(void **state)
{
	(void)state;
	struct virtual_printer_model frames = frames_model(), deaf = virtual_printer_ordinary;

	deaf.answers_status = false;
	check_can(&virtual_printer_ordinary, "can paper near_end cover cutter",
		"can paper near_end cover cutter confirms");
	check_can(&frames, "can paper near_end cover cutter",
		"can paper near_end cover cutter confirms");
	check_can(&deaf, "can", "can");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_near_end_is_a_warning),
		cmocka_unit_test(test_frames_tell_trouble_by_themselves),
		cmocka_unit_test(test_frames_and_paper_out_in_the_middle),
		cmocka_unit_test(test_garbage_from_one_moment_on),
		cmocka_unit_test(test_garbage_in_the_middle_of_a_slip),
		cmocka_unit_test(test_endless_bytes_of_any_kind),
		cmocka_unit_test(test_what_a_printer_can_tell),
	};

	if (!getenv("GILIRAN_USB_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
