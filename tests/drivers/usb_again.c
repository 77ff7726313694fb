#include "app/base/clock.h"
#include "tests/drivers/test_slip.h"
#include "tests/drivers/usb_rig.h"

#include <poll.h>
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

/* What was once so and is so no more: slips torn by a program before, printers that answer later
 * than they were asked, and ends that come while a printer takes nothing. */

#define EPSON "80mm-epson [EPSON TM-T82X]"

static void set_paper(struct virtual_printer_state *state, long out)
{
	state->paper_out = out != 0;
}

static void set_cover(struct virtual_printer_state *state, long open)
{
	state->cover_open = open != 0;
}

static void set_mute(struct virtual_printer_state *state, long mute)
{
	state->mute = mute != 0;
}

static void set_late(struct virtual_printer_state *state, long late)
{
	state->late = late != 0;
}

static void set_refuses_after(struct virtual_printer_state *state, long after)
{
	state->refuses_after = after;
	state->refuses = false;
}

static void set_halts_in_after(struct virtual_printer_state *state, long after)
{
	state->halts_in_after = after;
	state->halts_in = false;
}

static struct virtual_printer_model frames_model(void)
{
	struct virtual_printer_model model = virtual_printer_ordinary;

	model.answers_status = false;
	model.answers_frames = true;
	return model;
}

static struct virtual_printer_model deaf_model(void)
{
	struct virtual_printer_model model = virtual_printer_ordinary;

	model.answers_status = false;
	model.answers_order = false;
	return model;
}

static void wait_for_taken(struct usb_rig *rig, size_t wanted)
{
	size_t size = 0;

	for (int i = 0; i < 2000 && size < wanted; i++) {
		free(virtual_printer_taken(rig->printer, &size));
		poll(NULL, 0, size < wanted ? 10 : 0);
	}
	assert_int_equal(size, wanted);
}

/* Power cut, crash, or killed: nothing is told to anybody. */
static void kill_client(struct usb_rig *rig)
{
	assert_int_equal(kill(rig->client, SIGKILL), 0);
	assert_int_equal(waitpid(rig->client, NULL, 0), rig->client);
	close(rig->to);
	close(rig->from);
	virtual_printer_let_go(rig->printer);
}

/* The printer still waits for dots of a slip that nobody knows of any more. */
static void check_torn_by_a_program_before(
	const struct virtual_printer_model *model, long at, const char *state, const char *done)
{
	struct usb_rig rig = {0};
	struct escpos_bytes slip;
	char line[128];
	size_t size;

	usb_rig_start(&rig, model, "usb:auto");
	assert_true(usb_rig_next_line(&rig, 20000, line, sizeof(line)));
	virtual_printer_change(rig.printer, set_refuses_after, at);
	usb_rig_print(&rig, 1, 7);
	wait_for_taken(&rig, (size_t)at);
	kill_client(&rig);
	virtual_printer_change(rig.printer, set_refuses_after, -1);
	int ended = virtual_printer_look(rig.printer).ended;

	usb_rig_start_client(&rig, "usb:auto");
	usb_rig_expect(&rig, state);
	usb_rig_print(&rig, 2, 8);
	usb_rig_expect(&rig, done);
	test_slip_make(8, &slip);
	uint8_t *taken = virtual_printer_taken(rig.printer, &size);
	assert_true(size > slip.size);
	assert_memory_equal(taken + size - slip.size, slip.data, slip.size);
	struct virtual_printer_state seen = virtual_printer_look(rig.printer);
	assert_int_equal(seen.cuts, 1);
	assert_int_equal(seen.ended, ended + 1);
	escpos_finish(&slip);
	free(taken);
	usb_rig_stop(&rig);
}

static void test_torn_by_a_program_before(void **state)
{
	(void)state;
	const struct virtual_printer_model frames = frames_model(), deaf = deaf_model();
	static const long points[] = {20, 2000, 6000};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		print_message("  after %ld bytes\n", points[i]);
		check_torn_by_a_program_before(&virtual_printer_ordinary, points[i],
			"state ok answers " EPSON, "done 2 ok sent confirmed");
		check_torn_by_a_program_before(
			&frames, points[i], "state ok answers " EPSON, "done 2 ok sent confirmed");
		check_torn_by_a_program_before(
			&deaf, points[i], "state ok silent " EPSON, "done 2 ok sent unconfirmed");
	}
}

/* Out of paper it obeys no GS a: it is found to answer when there is paper. */
static void test_plugged_in_without_paper(void **state)
{
	(void)state;
	const struct virtual_printer_model model = frames_model();
	struct usb_rig rig = {.printer = virtual_printer_create(&model)};

	virtual_printer_change(rig.printer, set_paper, 1);
	usb_rig_start_client(&rig, "usb:auto");
	usb_rig_expect(&rig, "state paper_out silent " EPSON);
	virtual_printer_change(rig.printer, set_paper, 0);
	usb_rig_expect(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect_taken(&rig, (const int[]){6}, 1);
	usb_rig_stop(&rig);
}

/* An open cover is nothing that the class tells, nor is being still on the way up. */
static void check_found_with_a_slip(const struct virtual_printer_model *model,
	void (*set)(struct virtual_printer_state *state, long value))
{
	struct usb_rig rig = {.printer = virtual_printer_create(model)};

	virtual_printer_change(rig.printer, set, 1);
	usb_rig_start_client(&rig, "usb:auto");
	usb_rig_expect(&rig, "state ok silent " EPSON);
	virtual_printer_change(rig.printer, set, 0);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 ok sent confirmed");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	usb_rig_expect_taken(&rig, (const int[]){6}, 1);
	usb_rig_stop(&rig);
}

static void test_answers_only_later(void **state)
{
	(void)state;
	const struct virtual_printer_model frames = frames_model();

	check_found_with_a_slip(&frames, set_cover);
	check_found_with_a_slip(&frames, set_mute);
	check_found_with_a_slip(&virtual_printer_ordinary, set_mute);
}

/* The first slip was slow: its confirmation, when it comes at last, says that it can confirm. */
static void test_confirms_too_late_once(void **state)
{
	(void)state;
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_late, 1);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 ok sent unconfirmed");
	virtual_printer_change(rig.printer, set_late, 0);
	for (int id = 2; id <= 3; id++) {
		char line[64];
		usb_rig_print(&rig, id, 6);
		snprintf(line, sizeof(line), "done %d ok sent confirmed", id);
		usb_rig_expect(&rig, line);
	}
	usb_rig_expect_taken(&rig, (const int[]){6, 6, 6}, 3);
	usb_rig_stop(&rig);
}

/* The endpoint of its answers halts for good: a few tries, then that is what is wrong. */
static void test_answers_halt_for_good(void **state)
{
	(void)state;
	enum { TRIES_MAX = 40 };
	const struct virtual_printer_model model = frames_model();
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &model, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_halts_in_after, 5000);
	usb_rig_print(&rig, 1, 6);
	usb_rig_expect(&rig, "done 1 device_failed sent unconfirmed");
	assert_in_range(virtual_printer_look(rig.printer).halts_cleared, 1, TRIES_MAX);
	usb_rig_expect_taken(&rig, (const int[]){6}, 1);
	virtual_printer_change(rig.printer, set_halts_in_after, -1);
	usb_rig_expect_soon(&rig, "state ok answers " EPSON);
	usb_rig_print(&rig, 2, 7);
	usb_rig_expect(&rig, "done 2 ok sent confirmed");
	usb_rig_expect_taken(&rig, (const int[]){6, 7}, 2);
	usb_rig_stop(&rig);
}

/* All of the slip is taken and not one byte more: the end of the program waits 5 s, no longer. */
static void test_end_while_the_confirmation_cannot_be_asked_for(void **state)
{
	(void)state;
	const size_t size = usb_rig_slip_size();
	struct usb_rig rig = {0};

	usb_rig_start(&rig, &virtual_printer_ordinary, "usb:auto");
	usb_rig_expect(&rig, "state ok answers " EPSON);
	virtual_printer_change(rig.printer, set_refuses_after, (long)size);
	usb_rig_print(&rig, 1, 6);
	wait_for_taken(&rig, size);
	int64_t since = clock_ticks_ms();
	usb_rig_stop_client(&rig);
	assert_in_range(clock_ticks_ms() - since, 4000, 8500);
	virtual_printer_destroy(rig.printer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_torn_by_a_program_before),
		cmocka_unit_test(test_plugged_in_without_paper),
		cmocka_unit_test(test_answers_only_later),
		cmocka_unit_test(test_confirms_too_late_once),
		cmocka_unit_test(test_answers_halt_for_good),
		cmocka_unit_test(test_end_while_the_confirmation_cannot_be_asked_for),
	};

	if (!getenv("GILIRAN_USB_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
