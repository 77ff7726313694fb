#include "drivers/board.h"
#include "app/base/clock.h"
#include "tests/drivers/responder.h"
#include "tests/drivers/scratch.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

static const struct board_message call = {
	.kind = BOARD_CALL, .ticket = "A012", .counter = 3, .word = "LOKET"};
static const struct board_message idle = {.kind = BOARD_IDLE, .text = "Buka 08.00"};

static struct board_outcome show(struct board *board, const struct board_message *message)
{
	struct board_outcome outcome;

	board_show(board, message, NULL, NULL, &outcome);
	return outcome;
}

static struct board *open_at(const char *before, const char *path)
{
	char uri[512];
	struct board *board;

	snprintf(uri, sizeof(uri), "%s%s", before, path);
	assert_int_equal(board_open(uri, NULL, &board), RESULT_OK);
	return board;
}

static void expect_file(const struct scratch *scratch, const char *name, const char *text)
{
	size_t size;
	uint8_t *kept = scratch_read(scratch, name, &size);

	assert_non_null(kept);
	assert_int_equal(size, strlen(text));
	assert_memory_equal(kept, text, size);
	free(kept);
}

static void test_file_keeps_bytes_and_words(void **state)
{
	(void)state;
	struct scratch scratch;
	struct board *board;
	char uri[256];

	scratch_init(&scratch);
	snprintf(uri, sizeof(uri), "line+file:%s", scratch.dir);
	assert_int_equal(board_open(uri, "<{ticket} {counter:02}>\\r", &board), RESULT_OK);
	struct board_outcome outcome = show(board, &call);
	assert_int_equal(outcome.answer, BOARD_SENT);
	assert_int_equal(outcome.reason, RESULT_OK);
	expect_file(&scratch, "board.bin", "<A012 03>\r");
	expect_file(&scratch, "board.txt", "A012 LOKET 3\n");
	show(board, &call);
	show(board, &idle); /* this template has nothing for it */
	expect_file(&scratch, "board.bin", "<A012 03>\r<A012 03>\r");
	expect_file(&scratch, "board.txt", "Buka 08.00\n");
	board_close(board);
	scratch_finish(&scratch);
}

/* A frame board that cannot answer is not waited for. */
static void test_frame_without_a_way_back(void **state)
{
	(void)state;
	struct scratch scratch;

	scratch_init(&scratch);
	struct board *board = open_at("frame+file:", scratch.dir);
	int64_t since = clock_ticks_ms();
	assert_int_equal(show(board, &call).answer, BOARD_SENT);
	assert_true(clock_ticks_ms() - since < 400);
	board_close(board);
	scratch_finish(&scratch);
}

static void test_wrong_addresses(void **state)
{
	(void)state;
	static const char *const uris[] = {"", "alpha", "alpha+", "alpha:auto", "tty:/dev/ttyS0",
		"beta+tty:/dev/ttyS0", "alpha+usb:", "alpha+usb:8765", "alpha+usb:8765:12345",
		"alpha+usb:8765:1234:", "cd5220+serial:", "cd5220+serial:04b8:0e15",
		"cd5220+serial:auto,9601", "epson+tty:ttyS0", "epson+tty:/dev/null",
		"epson+file:", "fault:seed=1/file:/tmp", "fault:paper_out=1/frame+file:/tmp",
		"fault:cover_at=4/frame+file:/tmp", "fault:nonsense=1/frame+file:/tmp",
		"fault:frame+file:/tmp", "frame+cups:x"};
	struct board *board;

	for (size_t i = 0; i < sizeof(uris) / sizeof(*uris); i++) {
		print_message("  %s\n", uris[i]);
		assert_int_equal(board_open(uris[i], NULL, &board), RESULT_DEVICE_UNKNOWN);
		assert_null(board);
	}
	assert_int_equal(board_open("line+file:/tmp", NULL, &board), RESULT_DEVICE_UNKNOWN);
	assert_int_equal(board_open("line+file:/tmp", "{", &board), RESULT_DEVICE_UNKNOWN);
	assert_int_equal(board_open("frame+tty:/dev/no_such", NULL, &board), RESULT_DEVICE_MISSING);
	assert_int_equal(
		board_open("frame+file:/no/such/dir", NULL, &board), RESULT_DEVICE_MISSING);
	board_close(NULL);
}

/* What a terminal driver was told, read back at the other end. */
static void check_format(const char *suffix, speed_t speed, tcflag_t bits)
{
	struct responder end;
	char path[256];
	struct termios found;

	responder_start(&end);
	snprintf(path, sizeof(path), "%s%s", end.path, suffix);
	struct board *board = open_at("cd5220+tty:", path);
	int fd = open(end.path, O_RDWR | O_NOCTTY);
	if (fd < 0) { /* it is ours alone for who is not root */
		board_close(board);
		responder_stop(&end);
		return;
	}
	assert_int_equal(tcgetattr(fd, &found), 0);
	assert_int_equal(cfgetospeed(&found), speed);
	assert_int_equal(cfgetispeed(&found), speed);
	/* A pseudo terminal keeps CS8 and no parity whatever it is told. */
	assert_int_equal(found.c_cflag & (CREAD | CLOCAL), CREAD | CLOCAL);
	assert_int_equal(found.c_cflag & CSTOPB, 0);
	assert_int_equal(found.c_lflag, 0);
	assert_int_equal(found.c_oflag, 0);
	assert_int_equal(found.c_iflag, bits);
	close(fd);
	board_close(board);
	responder_stop(&end);
}

static void test_tty_is_raw_at_its_speed(void **state)
{
	(void)state;

	check_format("", B9600, IGNBRK);
	check_format(",1200", B1200, IGNBRK);
	check_format(",115200,8N1", B115200, IGNBRK);
	check_format(",2400,7E1", B2400, IGNBRK | ISTRIP);
}

/* Every byte value arrives as it was sent: nothing is translated on the way. */
static void test_tty_changes_no_byte(void **state)
{
	(void)state;
	struct board *board;
	char path[128], uri[256], heard[64];
	int end = responder_open_end(path, sizeof(path));

	snprintf(uri, sizeof(uri), "line+tty:%s", path);
	assert_int_equal(
		board_open(
			uri, "\\x00\\x03\\x04\\x0a\\x0d\\x11\\x13\\x1a\\x7f\\xff{ticket}", &board),
		RESULT_OK);
	assert_int_equal(show(board, &call).answer, BOARD_SENT);
	assert_int_equal(read(end, heard, sizeof(heard)), 14);
	assert_memory_equal(heard,
		"\x00\x03\x04\x0a\x0d\x11\x13\x1a\x7f\xff"
		"A012",
		14);
	board_close(board);
	close(end);
}

static void test_tty_that_takes_nothing_times_out(void **state)
{
	(void)state;
	char path[128];
	int end = responder_open_end(path, sizeof(path));
	struct board *board = open_at("cd5220+tty:", path);
	struct board_outcome outcome = {.answer = BOARD_SENT};
	for (int i = 0; i < 4000 && outcome.answer == BOARD_SENT; i++) {
		outcome = show(board, &call); /* until what is in between is full */
	}
	assert_int_equal(outcome.answer, BOARD_FAILED);
	assert_int_equal(outcome.reason, RESULT_DEVICE_TIMEOUT);
	int64_t since = clock_ticks_ms();
	outcome = show(board, &call);
	assert_int_equal(outcome.reason, RESULT_DEVICE_TIMEOUT);
	assert_true(clock_ticks_ms() - since < 3000);
	/* Closing does not wait for it either. */
	since = clock_ticks_ms();
	board_close(board);
	assert_true(clock_ticks_ms() - since < 3000);
	close(end);
}

/* The board is blank at the end, however soon its port is closed: many times, as nobody knows how
 * far the kernel has come with the bytes. */
static void test_tty_keeps_the_last_message(void **state)
{
	(void)state;
	static const struct board_message blank = {.kind = BOARD_BLANK};
	char path[128], heard[256];

	for (int i = 0; i < 100; i++) {
		int end = responder_open_end(path, sizeof(path));
		struct board *board = open_at("cd5220+tty:", path);
		assert_int_equal(show(board, &blank).answer, BOARD_SENT);
		board_close(board);
		struct pollfd fd = {.fd = end, .events = POLLIN};
		assert_int_equal(poll(&fd, 1, 2000), 1);
		assert_true(read(end, heard, sizeof(heard)) > 0);
		close(end);
	}
}

static void test_tty_hung_up(void **state)
{
	(void)state;
	struct responder end;

	responder_start(&end);
	struct board *board = open_at("frame+tty:", end.path);
	assert_int_equal(show(board, &call).answer, BOARD_ACKNOWLEDGED);
	assert_int_equal(board_look(board), RESULT_OK);
	responder_stop(&end);
	assert_int_equal(board_look(board), RESULT_DEVICE_MISSING);
	struct board_outcome outcome = show(board, &call);
	assert_int_equal(outcome.answer, BOARD_FAILED);
	assert_int_equal(outcome.reason, RESULT_DEVICE_MISSING);
	board_close(board);
}

struct row {
	const char *what;
	struct responder_manners manners;
	enum board_answer answer;
	enum result reason;
	int tries;
	int shown, repeats; /* by the board, with this call */
};

/* Answers that are lost, garbled or late: tries are bounded, and nothing is shown twice. */
static void test_frame_against_bad_boards(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"well", {0}, BOARD_ACKNOWLEDGED, RESULT_OK, 1, 1, 0},
		{"one lost", {.drop = 1}, BOARD_ACKNOWLEDGED, RESULT_OK, 2, 1, 1},
		{"two lost", {.drop = 2}, BOARD_ACKNOWLEDGED, RESULT_OK, 3, 1, 2},
		{"three lost", {.drop = 3}, BOARD_FAILED, RESULT_DEVICE_TIMEOUT, 3, 1, 2},
		{"one garbled", {.garble = 1}, BOARD_ACKNOWLEDGED, RESULT_OK, 2, 1, 1},
		{"three garbled", {.garble = 3}, BOARD_FAILED, RESULT_DEVICE_TIMEOUT, 3, 1, 2},
		{"one refused", {.refuse = 1}, BOARD_ACKNOWLEDGED, RESULT_OK, 2, 1, 0},
		{"three refused", {.refuse = 3}, BOARD_FAILED, RESULT_DEVICE_FAILED, 3, 0, 0},
		{"late", {.late_ms = 150}, BOARD_ACKNOWLEDGED, RESULT_OK, 1, 1, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct responder end;
		print_message("  %s\n", rows[i].what);
		responder_start(&end);
		struct board *board = open_at("frame+tty:", end.path);
		assert_int_equal(show(board, &idle).answer, BOARD_ACKNOWLEDGED);
		responder_behave(&end, rows[i].manners);
		struct board_outcome outcome = show(board, &call);
		assert_int_equal(outcome.answer, rows[i].answer);
		assert_int_equal(outcome.reason, rows[i].reason);
		/* A machine that stands still for half a second costs one more. */
		assert_in_range(outcome.tries, rows[i].tries, 3);
		assert_true(responder_hears(&end, 2 + rows[i].tries));
		assert_int_equal(responder_count(&end), 1 + rows[i].shown);
		assert_in_range(responder_repeats(&end), rows[i].repeats, 2);
		/* Whatever it was, the next one is shown. */
		responder_behave(&end, (struct responder_manners){0});
		assert_int_equal(show(board, &idle).answer, BOARD_ACKNOWLEDGED);
		assert_true(responder_shows(&end, "TBuka 08.00"));
		board_close(board);
		responder_stop(&end);
	}
}

/* An answer that is later than the wait belongs to its number and confirms nothing else. */
static void test_frame_later_than_the_wait(void **state)
{
	(void)state;
	struct responder end;

	responder_start(&end);
	struct board *board = open_at("frame+tty:", end.path);
	assert_int_equal(show(board, &idle).answer, BOARD_ACKNOWLEDGED);
	responder_behave(&end, (struct responder_manners){.late_ms = 700});
	struct board_outcome outcome = show(board, &call);
	assert_int_equal(outcome.answer, BOARD_ACKNOWLEDGED);
	assert_in_range(outcome.tries, 2, 3);
	assert_int_equal(responder_count(&end), 2);
	board_close(board);
	responder_stop(&end);
}

static void test_frame_silent_board_is_given_up(void **state)
{
	(void)state;
	struct responder end;

	responder_start(&end);
	responder_behave(&end, (struct responder_manners){.deaf = true});
	struct board *board = open_at("frame+tty:", end.path);
	int64_t since = clock_ticks_ms();
	struct board_outcome outcome = show(board, &call);
	assert_int_equal(outcome.reason, RESULT_DEVICE_TIMEOUT);
	assert_int_equal(outcome.tries, 0); /* not even the hello was answered */
	assert_true(clock_ticks_ms() - since < 5000);
	assert_int_equal(responder_count(&end), 0);
	board_close(board);
	responder_stop(&end);
}

/* A program that starts anew begins with the number that the board showed last. */
static void test_a_new_program_is_not_taken_for_a_repeat(void **state)
{
	(void)state;
	struct responder end;

	responder_start(&end);
	for (int i = 1; i <= 3; i++) {
		struct board *board = open_at("frame+tty:", end.path);
		assert_int_equal(show(board, &call).answer, BOARD_ACKNOWLEDGED);
		assert_int_equal(responder_count(&end), i);
		board_close(board);
	}
	assert_int_equal(responder_repeats(&end), 0);
	responder_stop(&end);
}

static void test_numbers_go_round(void **state)
{
	(void)state;
	struct responder end;

	responder_start(&end);
	struct board *board = open_at("frame+tty:", end.path);
	for (int i = 1; i <= 600; i++) {
		assert_int_equal(show(board, &call).answer, BOARD_ACKNOWLEDGED);
	}
	assert_int_equal(responder_count(&end), 600);
	board_close(board);
	responder_stop(&end);
}

static bool refuse(void *context)
{
	return ++*(int *)context > 0;
}

static void test_given_up_when_asked(void **state)
{
	(void)state;
	struct responder end;
	struct board_outcome outcome;
	int asked = 0;

	responder_start(&end);
	struct board *board = open_at("frame+tty:", end.path);
	board_show(board, &call, refuse, &asked, &outcome);
	assert_int_equal(outcome.answer, BOARD_FAILED);
	assert_int_equal(asked, 1);
	assert_int_equal(responder_count(&end), 0);
	board_close(board);
	responder_stop(&end);
}

/* Unplugged or stuck at each byte of the second frame. */
static void test_broken_at_every_byte(void **state)
{
	(void)state;
	static const struct {
		const char *key;
		enum result reason;
	} rows[] = {{"unplug_at", RESULT_DEVICE_MISSING}, {"stall_at", RESULT_DEVICE_TIMEOUT}};

	for (int i = 0; i < 2; i++) {
		for (int at = 0; at < 18; at++) {
			struct scratch scratch;
			char form[128];
			size_t size = 0;
			scratch_init(&scratch);
			snprintf(form, sizeof(form), "fault:slip=1,%s=%d/frame+file:", rows[i].key,
				at);
			struct board *board = open_at(form, scratch.dir);
			assert_int_equal(show(board, &call).answer, BOARD_SENT);
			struct board_outcome outcome = show(board, &call);
			assert_int_equal(outcome.answer, BOARD_FAILED);
			assert_int_equal(outcome.reason, rows[i].reason);
			assert_int_equal(
				board_look(board), i == 0 ? RESULT_DEVICE_MISSING : RESULT_OK);
			free(scratch_read(&scratch, "board.bin", &size));
			assert_int_equal(size, 18 + at);
			board_close(board);
			scratch_finish(&scratch);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_file_keeps_bytes_and_words),
		cmocka_unit_test(test_frame_without_a_way_back),
		cmocka_unit_test(test_wrong_addresses),
		cmocka_unit_test(test_tty_is_raw_at_its_speed),
		cmocka_unit_test(test_tty_changes_no_byte),
		cmocka_unit_test(test_tty_that_takes_nothing_times_out),
		cmocka_unit_test(test_tty_keeps_the_last_message),
		cmocka_unit_test(test_tty_hung_up),
		cmocka_unit_test(test_frame_against_bad_boards),
		cmocka_unit_test(test_frame_later_than_the_wait),
		cmocka_unit_test(test_frame_silent_board_is_given_up),
		cmocka_unit_test(test_a_new_program_is_not_taken_for_a_repeat),
		cmocka_unit_test(test_numbers_go_round),
		cmocka_unit_test(test_given_up_when_asked),
		cmocka_unit_test(test_broken_at_every_byte),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
