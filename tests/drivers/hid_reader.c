#include "tests/drivers/virtual_input.h"

#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/capability.h>
#include <linux/input-event-codes.h>

#include <cmocka.h>

/*
 * The reader from outside: hid_client runs as a process of its own against virtual devices, with
 * its real open, ioctls, poll and inotify. Times are bounds only.
 */
enum { SCANNER = 5, KEYBOARD = 3, PAD = 7, PATIENCE_MS = 20000 };

#define KEYS_OF_A_KEYBOARD "e080ffdf01cfffff fffffffffffffffe"
/* Keypad digits, Enter, operators and Backspace. */
#define KEYS_OF_A_PAD "5000fffa0 80000000004000"

#define SCANNER_NAME "Honeywell Scanning and Mobility (HSM) USB Bar Code Scanner"
#define SCANNER_STATE "state ok [" SCANNER_NAME "] /dev/input/event5"

static const struct virtual_input_model scanner_model = {
	SCANNER, 0x0c2e, 0x0b61, SCANNER_NAME, KEYS_OF_A_KEYBOARD};
static const struct virtual_input_model keyboard_model = {
	KEYBOARD, 0x046d, 0xc31c, "Logitech USB Keyboard", KEYS_OF_A_KEYBOARD};

static const uint16_t code_keys[] = {KEY_K, KEY_7, KEY_Q, KEY_M, KEY_2, KEY_X, KEY_ENTER};
enum { CODE_KEYS = sizeof(code_keys) / sizeof(code_keys[0]) };

struct client {
	pid_t process;
	int to, from;
	FILE *lines;
};

static void start(struct client *client, const char *const *line, bool bound_by_rights)
{
	int in[2], out[2];

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	client->process = fork();
	assert_true(client->process >= 0);
	if (client->process == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[1]);
		close(out[0]);
		if (bound_by_rights) {
			/* Root opens everything; others have no such powers to lose. */
			prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
			prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
		}
		execv(line[0], (char *const *)line);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	client->to = in[1];
	client->from = out[0];
	client->lines = fdopen(out[0], "r");
	setvbuf(client->lines, NULL, _IONBF, 0);
}

static void start_client(struct client *client, const char *uri, bool bound_by_rights)
{
	const char *const line[] = {getenv("GILIRAN_HID_CLIENT"), uri, NULL};

	start(client, line, bound_by_rights);
}

static void stop_client(struct client *client)
{
	int status = 0;

	close(client->to);
	assert_int_equal(waitpid(client->process, &status, 0), client->process);
	fclose(client->lines);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void expect(struct client *client, const char *line)
{
	char heard[512] = "(nothing)";
	struct pollfd fd = {.fd = client->from, .events = POLLIN};

	if (poll(&fd, 1, PATIENCE_MS) == 1 && fgets(heard, sizeof(heard), client->lines)) {
		heard[strcspn(heard, "\n")] = '\0';
	}
	assert_string_equal(heard, line);
}

static void wait_for_grab(struct virtual_input *input, int grabs)
{
	for (int waited = 0; virtual_input_grabs(input) < grabs && waited < PATIENCE_MS;
		waited += 10) {
		poll(NULL, 0, 10);
	}
	assert_int_equal(virtual_input_grabs(input), grabs);
}

static void expect_scanner(struct client *client, const char *node)
{
	char line[160];

	snprintf(line, sizeof(line), "state ok [" SCANNER_NAME "] %s", node);
	expect(client, line);
}

static void test_a_scan_from_a_grabbed_scanner(void **state)
{
	struct virtual_input *keyboard = virtual_input_create(&keyboard_model, NULL);
	struct virtual_input *scanner = virtual_input_create(&scanner_model, keyboard);
	struct client client;

	(void)state;
	start_client(&client, "scanner:auto", false);
	expect(&client, SCANNER_STATE);
	assert_int_equal(virtual_input_grabs(scanner), 1);
	virtual_input_press(scanner, code_keys, CODE_KEYS, 8);
	expect(&client, "scan k7qm2x");
	/* Half of it, and a whole one later. */
	virtual_input_press(scanner, code_keys, 3, 8);
	expect(&client, "spoilt 1");
	virtual_input_press(scanner, code_keys, CODE_KEYS, 8);
	expect(&client, "scan k7qm2x");
	/* Nobody asked the clerk's keyboard anything. */
	assert_int_equal(virtual_input_requests(keyboard), 0);
	stop_client(&client);
	virtual_input_destroy(scanner);
	virtual_input_destroy(keyboard);
}

static void test_unplugged_and_plugged_in_again(void **state)
{
	struct virtual_input *scanner = virtual_input_create(&scanner_model, NULL);
	struct client client;

	(void)state;
	start_client(&client, "scanner:0c2e:0b61", false);
	expect(&client, SCANNER_STATE);
	for (int round = 0; round < 3; round++) {
		virtual_input_press(scanner, code_keys, 3, 8); /* unplugged in the middle */
		virtual_input_unplug(scanner);
		char line[128];
		/* Which comes first, the rest that does not come or the end, is not ours to say. */
		struct pollfd fd = {.fd = client.from, .events = POLLIN};
		assert_int_equal(poll(&fd, 1, PATIENCE_MS), 1);
		assert_non_null(fgets(line, sizeof(line), client.lines));
		if (strcmp(line, "spoilt 1\n") == 0) {
			assert_non_null(fgets(line, sizeof(line), client.lines));
		}
		assert_string_equal(line, "state device_missing [] \n");
		virtual_input_replug(scanner);
		char node[32];
		snprintf(node, sizeof(node), "/dev/input/event%d", SCANNER + 1 + round);
		expect_scanner(&client, node);
		virtual_input_press(scanner, code_keys, CODE_KEYS, 8);
		expect(&client, "scan k7qm2x");
	}
	assert_int_equal(virtual_input_grabs(scanner), 4);
	stop_client(&client);
	virtual_input_destroy(scanner);
}

static void test_it_comes_later_by_its_link(void **state)
{
	struct virtual_input *keyboard = virtual_input_create(&keyboard_model, NULL);
	struct client client;

	(void)state;
	start_client(&client, "scanner:/dev/input/by-id/usb-Logitech-event-kbd", false);
	expect(&client, "state device_missing [] ");
	virtual_input_link(keyboard, "usb-Logitech-event-kbd");
	expect(&client, "state ok [Logitech USB Keyboard] /dev/input/event3");
	virtual_input_press(keyboard, code_keys, CODE_KEYS, 8);
	expect(&client, "scan k7qm2x");
	/* Typed by a hand: not a scan. */
	virtual_input_press(keyboard, code_keys, CODE_KEYS, 120);
	expect(&client, "spoilt 2");
	stop_client(&client);
	virtual_input_destroy(keyboard);
}

static void test_a_keyboard_alone_is_left_alone(void **state)
{
	struct virtual_input *keyboard = virtual_input_create(&keyboard_model, NULL);
	struct client client;

	(void)state;
	start_client(&client, "scanner:auto", false);
	expect(&client, "state device_missing [] ");
	stop_client(&client);
	start_client(&client, "keypad:auto", false);
	expect(&client, "state device_missing [] ");
	stop_client(&client);
	assert_int_equal(virtual_input_requests(keyboard), 0);
	virtual_input_destroy(keyboard);
}

static void test_without_the_right_to_read(void **state)
{
	struct virtual_input *scanner = virtual_input_create(&scanner_model, NULL);
	struct client client;

	(void)state;
	virtual_input_set_mode(scanner, 0);
	start_client(&client, "scanner:auto", true);
	expect(&client, "state device_denied [] ");
	virtual_input_set_mode(scanner, 0666);
	expect(&client, SCANNER_STATE);
	stop_client(&client);
	virtual_input_destroy(scanner);
}

static void test_held_by_another_program(void **state)
{
	struct virtual_input_model second_model = scanner_model;
	second_model.number = 6;
	struct virtual_input *scanner = virtual_input_create(&scanner_model, NULL);
	struct client client;

	(void)state;
	virtual_input_hold(scanner, true);
	start_client(&client, "scanner:auto", false);
	expect(&client, "state device_held [] ");
	virtual_input_hold(scanner, false);
	expect(&client, SCANNER_STATE);
	stop_client(&client);
	/* Of two scanners the one that is free. */
	struct virtual_input *second = virtual_input_create(&second_model, scanner);
	virtual_input_hold(scanner, true);
	start_client(&client, "scanner:auto", false);
	expect_scanner(&client, "/dev/input/event6");
	assert_int_equal(virtual_input_grabs(second), 1);
	stop_client(&client);
	virtual_input_destroy(second);
	virtual_input_destroy(scanner);
}

static void test_keys_of_a_keypad(void **state)
{
	static const uint16_t keys[] = {KEY_KP2, KEY_KP5, KEY_KPENTER, KEY_KPASTERISK, KEY_KP7};
	static const char *const lines[] = {
		"key 50 down", "key 53 return", "key 10 return", "key 42 escape", "key 55 "};
	static const struct virtual_input_model pad_model = {
		PAD, 0x04d9, 0xa02a, "HID 04d9:a02a", KEYS_OF_A_PAD};
	struct virtual_input *pad = virtual_input_create(&pad_model, NULL);
	struct client client;

	(void)state;
	start_client(&client, "keypad:auto", false);
	expect(&client, "state ok [HID 04d9:a02a] /dev/input/event7");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		virtual_input_press(pad, &keys[i], 1, 0);
		expect(&client, lines[i]);
	}
	stop_client(&client);
	start_client(&client, "phonepad:auto", false);
	expect(&client, "state ok [HID 04d9:a02a] /dev/input/event7");
	virtual_input_press(pad, keys, 1, 0);
	expect(&client, "key 50 up");
	stop_client(&client);
	virtual_input_destroy(pad);
}

static int wait_for_end(struct client *client)
{
	int status = 0;

	close(client->to);
	assert_int_equal(waitpid(client->process, &status, 0), client->process);
	fclose(client->lines);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* giliran scan-test, as an installer sees it. */
static void test_the_installers_command(void **state)
{
	const char *const program = getenv("GILIRAN_PROGRAM");
	const char *const endless[] = {program, "scan-test", "--seconds", "3600", NULL};
	const char *const json[] = {program, "scan-test", "--scanner", "scanner:auto", "--json",
		"--seconds", "3600", NULL};
	const char *const brief[] = {
		program, "scan-test", "--keypad", "keypad:auto", "--seconds", "1", NULL};
	static const uint16_t lines[] = {
		KEY_A, KEY_ENTER, KEY_B, KEY_TAB, KEY_C, KEY_BACKSLASH, KEY_ENTER};
	struct virtual_input *scanner = virtual_input_create(&scanner_model, NULL);
	struct client client;

	(void)state;
	start(&client, json, false);
	expect(&client, "{\"devices\":[{\"path\":\"/dev/input/event5\",\"id\":\"0c2e:0b61\","
			"\"name\":\"" SCANNER_NAME "\",\"kind\":\"scanner\"}]}");
	expect(&client,
		"{\"state\":\"ok\",\"model\":\"" SCANNER_NAME "\",\"path\":\"/dev/input/event5\"}");
	virtual_input_press(scanner, code_keys, CODE_KEYS, 8);
	expect(&client, "{\"scan\":\"k7qm2x\",\"length\":6}");
	virtual_input_press(scanner, code_keys, 3, 8);
	expect(&client, "{\"dropped\":\"cut\"}");
	kill(client.process, SIGTERM);
	assert_int_equal(wait_for_end(&client), -1);
	/* Nothing but what was scanned on stdout, with line ends made visible. */
	int grabs = virtual_input_grabs(scanner);
	start(&client, endless, false);
	wait_for_grab(scanner, grabs + 1);
	virtual_input_press(scanner, lines, sizeof(lines) / sizeof(lines[0]), 8);
	expect(&client, "a\\nb\\tc\\\\");
	kill(client.process, SIGTERM);
	wait_for_end(&client);
	start(&client, brief, false);
	assert_int_equal(wait_for_end(&client), 1);
	virtual_input_destroy(scanner);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_scan_from_a_grabbed_scanner),
		cmocka_unit_test(test_unplugged_and_plugged_in_again),
		cmocka_unit_test(test_it_comes_later_by_its_link),
		cmocka_unit_test(test_a_keyboard_alone_is_left_alone),
		cmocka_unit_test(test_without_the_right_to_read),
		cmocka_unit_test(test_held_by_another_program),
		cmocka_unit_test(test_keys_of_a_keypad),
		cmocka_unit_test(test_the_installers_command),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
