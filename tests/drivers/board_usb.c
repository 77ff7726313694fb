#include "app/base/clock.h"
#include "tests/drivers/usb_rig.h"
#include "tests/drivers/virtual_bridge.h"

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

/* Endpoints as the captured chips have them. */
static const struct virtual_bridge_model ftdi = {.vendor = 0x0403,
	.product = 0x6001,
	.in = 0x81,
	.out = 0x02,
	.packet = 64,
	.ftdi = true,
	.kernel_driver = true};
static const struct virtual_bridge_model ft_x = {.vendor = 0x0403,
	.product = 0x6015,
	.in = 0x81,
	.out = 0x02,
	.packet = 64,
	.ftdi = true,
	.kernel_driver = true};
static const struct virtual_bridge_model ch340 = {.vendor = 0x1a86,
	.product = 0x7523,
	.in = 0x82,
	.out = 0x02,
	.interrupt = 0x81,
	.packet = 32,
	.kernel_driver = true};
static const struct virtual_bridge_model cp210x = {.vendor = 0x10c4,
	.product = 0xea60,
	.in = 0x81,
	.out = 0x01,
	.packet = 64,
	.kernel_driver = true};
static const struct virtual_bridge_model pl2303 = {.vendor = 0x067b,
	.product = 0x2303,
	.in = 0x83,
	.out = 0x02,
	.interrupt = 0x81,
	.packet = 64,
	.kernel_driver = true};
static const struct virtual_bridge_model prism = {
	.vendor = 0x8765, .product = 0x1234, .out = 0x02, .packet = 64};

/* The board and a program that shows on it, a process of its own. */
struct room {
	struct virtual_bridge *bridge;
	struct usb_rig rig;
};

static void start(struct room *room, const struct virtual_bridge_model *model, const char *uri)
{
	*room = (struct room){.bridge = virtual_bridge_create(model)};
	usb_rig_start_client(&room->rig, uri);
}

static void end_client(struct room *room)
{
	int status = 0;

	close(room->rig.to);
	assert_int_equal(waitpid(room->rig.client, &status, 0), room->rig.client);
	close(room->rig.from);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void stop(struct room *room)
{
	end_client(room);
	virtual_bridge_destroy(room->bridge);
}

static void call(struct room *room, const char *ticket)
{
	char line[64];
	int length = snprintf(line, sizeof(line), "call %s 3\n", ticket);

	assert_int_equal(write(room->rig.to, line, (size_t)length), length);
}

/* Waits until what the board has taken ends with `text`. */
static void expect_taken(struct room *room, const char *text)
{
	bool there = false;

	for (int i = 0; i < 2000 && !there; i++) {
		size_t size, length = strlen(text);
		char *taken = virtual_bridge_taken(room->bridge, &size);
		there = size >= length && memcmp(taken + size - length, text, length) == 0;
		free(taken);
		poll(NULL, 0, there ? 0 : 10);
	}
	assert_true(there);
}

/* Waits until so many frames have been shown. */
static void expect_shown(struct room *room, int shown)
{
	for (int i = 0; i < 2000 && virtual_bridge_look(room->bridge).shown < shown; i++) {
		poll(NULL, 0, 10);
	}
	assert_int_equal(virtual_bridge_look(room->bridge).shown, shown);
}

/* A frame whose last byte halts is shown before the driver has heard of the halt. */
static void expect_halt_cleared(struct room *room)
{
	for (int i = 0; i < 2000 && virtual_bridge_look(room->bridge).halts_cleared < 1; i++) {
		poll(NULL, 0, 10);
	}
	assert_int_equal(virtual_bridge_look(room->bridge).halts_cleared, 1);
}

static void expect_asked(struct room *room, const char *wanted)
{
	char *asked = virtual_bridge_asked(room->bridge);

	assert_string_equal(asked, wanted);
	free(asked);
}

/* Each bridge from plugging to the end: what it is asked is the captured table at 9600 8N1. */
static const struct row {
	const struct virtual_bridge_model *model;
	const char *uri, *name, *opened, *closed;
} rows[] = {
	{&ftdi, "frame+serial:auto", "FTDI 0403:6001",
		"40 00 0000 0000; 40 09 0010 0000; 40 03 4138 0000; 40 04 0008 0000; "
		"40 02 0000 0000; 40 01 0303 0000; ",
		""},
	{&ft_x, "frame+serial:0403:6015", "FTDI 0403:6015",
		"40 00 0000 0000; 40 09 0010 0000; 40 03 4138 0000; 40 04 0008 0000; "
		"40 02 0000 0000; 40 01 0303 0000; ",
		""},
	{&ch340, "frame+serial:1a86:7523", "CH340 1a86:7523",
		"c0 5f 0000 0000 ?2; 40 a1 0000 0000; 40 9a 1312 b282; 40 9a 2518 00c3; "
		"40 a4 ffff 0000; 40 9a 1312 b282; 40 9a 2518 00c3; 40 a4 ff9f 0000; ",
		""},
	{&cp210x, "frame+serial:10c4:ea60:GLR0001,9600", "CP210x 10c4:ea60",
		"41 00 0001 0000; 41 1e 0000 0000 80250000; 41 03 0800 0000; "
		"41 13 0000 0000 01000000400000000000000000000000; 41 07 0303 0000; ",
		"41 12 000f 0000; 41 00 0000 0000; "},
	{&pl2303, "frame+serial:auto,9600,8N1", "PL2303 067b:2303",
		"c0 01 8080 0000 ?1; c0 01 8484 0000 ?1; 40 01 0404 0000; c0 01 8484 0000 ?1; "
		"c0 01 8383 0000 ?1; c0 01 8484 0000 ?1; 40 01 0404 0001; c0 01 8484 0000 ?1; "
		"c0 01 8383 0000 ?1; 40 01 0000 0001; 40 01 0001 0000; 40 01 0002 0044; "
		"21 20 0000 0000 80250000000008; 40 01 0000 0000; 21 22 0003 0000; ",
		"21 23 0000 0000; "},
};

static void test_each_bridge_shows_and_is_answered(void **state)
{
	(void)state;

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct room room;
		char line[128];
		print_message("  %s\n", rows[i].name);
		start(&room, rows[i].model, rows[i].uri);
		snprintf(line, sizeof(line), "state ok [%s]", rows[i].name);
		usb_rig_expect(&room.rig, line);
		expect_asked(&room, rows[i].opened);
		struct virtual_bridge_state seen = virtual_bridge_look(room.bridge);
		assert_int_equal(seen.detaches, 1);
		assert_int_equal(seen.claims, 1);
		call(&room, "A012");
		expect_shown(&room, 1);
		expect_taken(&room, "$00H*C560\r\n$01CA012,03*B01B\r\n");
		/* The answer was heard, in pieces: no second try, and no trouble. */
		usb_rig_expect_silence(&room.rig, 700);
		expect_taken(&room, "$00H*C560\r\n$01CA012,03*B01B\r\n");
		virtual_bridge_forget(room.bridge);
		end_client(&room);
		expect_asked(&room, rows[i].closed);
		seen = virtual_bridge_look(room.bridge);
		assert_int_equal(seen.shown, 2); /* blank at the end */
		assert_int_equal(seen.releases, 1);
		assert_int_equal(seen.attaches, 1); /* the kernel has its driver back */
		virtual_bridge_destroy(room.bridge);
	}
}

/* The board is cleared at the end, before the bridge is told to throw away what it holds. */
static void test_last_message_leaves_the_bridge(void **state)
{
	(void)state;
	struct room room;

	start(&room, &cp210x, "cd5220+serial:auto,9600");
	usb_rig_expect(&room.rig, "state ok [CP210x 10c4:ea60]");
	call(&room, "A012");
	expect_taken(&room, "\r");
	end_client(&room);
	expect_taken(&room, "\x0c");
	assert_int_equal(virtual_bridge_look(room.bridge).lost, 0);
	virtual_bridge_destroy(room.bridge);
}

static void test_prism_takes_bytes_as_they_are(void **state)
{
	(void)state;
	struct room room;
	size_t size;

	start(&room, &prism, "alpha+usb:8765:1234");
	usb_rig_expect(&room.rig, "state ok [USB 8765:1234]");
	call(&room, "A012");
	expect_taken(&room, "\x1b b"
			    "A012 LOKET 3\x04");
	char *taken = virtual_bridge_taken(room.bridge, &size);
	assert_int_equal(size, 28);
	assert_memory_equal(taken,
		"\0\0\0\0\0\x01Z00\x02"
		"A0",
		12);
	free(taken);
	expect_asked(&room, "");
	assert_int_equal(virtual_bridge_look(room.bridge).detaches, 0);
	stop(&room);
}

static void test_pulled_out_and_back(void **state)
{
	(void)state;
	struct room room;

	start(&room, &ch340, "frame+serial:auto");
	usb_rig_expect(&room.rig, "state ok [CH340 1a86:7523]");
	call(&room, "A001");
	expect_shown(&room, 1);
	virtual_bridge_unplug(room.bridge);
	usb_rig_expect_soon(&room.rig, "state device_missing []");
	call(&room, "A002");
	call(&room, "A003");
	virtual_bridge_forget(room.bridge);
	int64_t since = clock_ticks_ms();
	virtual_bridge_replug(room.bridge);
	usb_rig_expect_soon(&room.rig, "state ok [CH340 1a86:7523]");
	assert_true(clock_ticks_ms() - since < 3000);
	expect_shown(&room, 2);
	/* What is now, and nothing of before. */
	size_t size;
	char *taken = virtual_bridge_taken(room.bridge, &size);
	assert_null(strstr(taken, "A001"));
	assert_null(strstr(taken, "A002"));
	assert_non_null(strstr(taken, "A003"));
	free(taken);
	stop(&room);
}

static void set_unplug_after(struct virtual_bridge_state *state, long after)
{
	state->unplug_after = after;
}

static void set_halt_after(struct virtual_bridge_state *state, long after)
{
	state->halt_after = after;
}

static void set_refuses(struct virtual_bridge_state *state, long refuses)
{
	state->refuses = refuses != 0;
}

static void set_deaf(struct virtual_bridge_state *state, long deaf)
{
	state->deaf = deaf != 0;
}

static void test_pulled_out_in_the_middle_of_a_frame(void **state)
{
	(void)state;
	static const long points[] = {0, 1, 9, 16};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		struct room room;
		start(&room, &ftdi, "frame+serial:auto");
		usb_rig_expect(&room.rig, "state ok [FTDI 0403:6001]");
		call(&room, "A001");
		expect_shown(&room, 1);
		virtual_bridge_forget(room.bridge);
		virtual_bridge_change(room.bridge, set_unplug_after, points[i]);
		call(&room, "A002");
		usb_rig_expect_soon(&room.rig, "state device_missing []");
		virtual_bridge_unplug(room.bridge);
		assert_int_equal(virtual_bridge_look(room.bridge).shown, 1);
		virtual_bridge_replug(room.bridge);
		usb_rig_expect_soon(&room.rig, "state ok [FTDI 0403:6001]");
		expect_shown(&room, 2);
		stop(&room);
	}
}

static void test_halted_endpoint_is_cleared(void **state)
{
	(void)state;
	static const long points[] = {0, 5, 17};

	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		struct room room;
		start(&room, &cp210x, "frame+serial:auto");
		usb_rig_expect(&room.rig, "state ok [CP210x 10c4:ea60]");
		call(&room, "A001");
		expect_shown(&room, 1);
		virtual_bridge_forget(room.bridge);
		virtual_bridge_change(room.bridge, set_halt_after, points[i]);
		call(&room, "A002");
		expect_shown(&room, 2);
		expect_halt_cleared(&room);
		stop(&room);
	}
}

/* A board that takes nothing is told within bounds, and cured by itself. */
static void test_takes_nothing_for_a_while(void **state)
{
	(void)state;
	struct room room;

	start(&room, &pl2303, "cd5220+serial:auto");
	usb_rig_expect(&room.rig, "state ok [PL2303 067b:2303]");
	virtual_bridge_change(room.bridge, set_refuses, 1);
	call(&room, "A001");
	usb_rig_expect_soon(&room.rig, "state device_timeout [PL2303 067b:2303]");
	call(&room, "A002");
	virtual_bridge_change(room.bridge, set_refuses, 0);
	usb_rig_expect_soon(&room.rig, "state ok [PL2303 067b:2303]");
	expect_taken(&room, "\x1bQA        A002        \r\x1bQB      LOKET 3       \r");
	stop(&room);
}

static void test_board_behind_the_bridge_is_silent(void **state)
{
	(void)state;
	struct room room;

	start(&room, &ftdi, "frame+serial:auto");
	usb_rig_expect(&room.rig, "state ok [FTDI 0403:6001]");
	virtual_bridge_change(room.bridge, set_deaf, 1);
	call(&room, "A001");
	usb_rig_expect_soon(&room.rig, "state device_timeout [FTDI 0403:6001]");
	virtual_bridge_change(room.bridge, set_deaf, 0);
	usb_rig_expect_soon(&room.rig, "state ok [FTDI 0403:6001]");
	expect_shown(&room, 1);
	stop(&room);
}

static void test_odd_devices(void **state)
{
	(void)state;
	struct virtual_bridge_model no_out = ftdi, no_in = ch340, tiny = ftdi, huge = ftdi,
				    held = ftdi, clone = ch340, mute = cp210x, short_one = ftdi,
				    stranger = ftdi;
	no_out.out = 0;
	no_in.in = 0;
	tiny.packet = 0;
	huge.packet = 0x7ff;
	held.held = true;
	clone.refuses_asking = true;
	mute.refuses_setting = true;
	short_one.cut = 9;
	stranger.product = 0x6006;
	const struct {
		const char *what;
		struct virtual_bridge_model model;
		const char *uri, *state;
	} odd[] = {
		{"nothing can be sent to it", no_out, "frame+serial:auto",
			"state device_missing []"},
		{"cut short", short_one, "frame+serial:auto", "state device_missing []"},
		{"another device", stranger, "frame+serial:auto", "state device_missing []"},
		{"another number", ftdi, "frame+serial:0403:6001:GLR0002",
			"state device_missing []"},
		{"this number", ftdi, "frame+serial:0403:6001:GLR0001",
			"state ok [FTDI 0403:6001]"},
		{"nothing comes from it", no_in, "frame+serial:auto", "state ok [CH340 1a86:7523]"},
		{"packets of no size", tiny, "frame+serial:auto", "state ok [FTDI 0403:6001]"},
		{"packets of a wild size", huge, "frame+serial:auto", "state ok [FTDI 0403:6001]"},
		{"held by another program", held, "frame+serial:auto", "state device_held []"},
		{"a clone that tells nothing", clone, "frame+serial:auto",
			"state ok [CH340 1a86:7523]"},
		{"a chip that takes no setting", mute, "frame+serial:auto",
			"state device_failed []"},
	};

	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		struct room room;
		print_message("  %s\n", odd[i].what);
		start(&room, &odd[i].model, odd[i].uri);
		usb_rig_expect(&room.rig, odd[i].state);
		if (strncmp(odd[i].state, "state ok", 8) == 0) {
			call(&room, "A012");
			expect_shown(&room, 1);
		}
		end_client(&room);
		struct virtual_bridge_state seen = virtual_bridge_look(room.bridge);
		assert_int_equal(seen.detaches, seen.attaches);
		virtual_bridge_destroy(room.bridge);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_bridge_shows_and_is_answered),
		cmocka_unit_test(test_last_message_leaves_the_bridge),
		cmocka_unit_test(test_prism_takes_bytes_as_they_are),
		cmocka_unit_test(test_pulled_out_and_back),
		cmocka_unit_test(test_pulled_out_in_the_middle_of_a_frame),
		cmocka_unit_test(test_halted_endpoint_is_cleared),
		cmocka_unit_test(test_takes_nothing_for_a_while),
		cmocka_unit_test(test_board_behind_the_bridge_is_silent),
		cmocka_unit_test(test_odd_devices),
	};

	if (!getenv("GILIRAN_USB_CLIENT") || !getenv("LD_PRELOAD")) {
		print_message("skipped: needs umockdev-wrapper\n");
		return 77;
	}
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
