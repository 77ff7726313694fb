#include "drivers/board_worker.h"
#include "app/base/clock.h"
#include "tests/drivers/responder.h"
#include "tests/drivers/scratch.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A program's side: news come through a pipe, as they come through a loop's queue. */
struct room {
	struct scratch scratch;
	int pipe[2];
	struct board_worker *worker;
};

static void take(void *context, struct board_news *news)
{
	struct room *room = context;

	if (write(room->pipe[1], news, sizeof(*news)) != (ssize_t)sizeof(*news)) {
		abort();
	}
	free(news);
}

static void start_at(struct room *room, const char *uri)
{
	room->worker = board_worker_start(uri, "<{ticket} {counter:02}>|<{text}>", take, room);
	assert_non_null(room->worker);
}

/* A line board that is a folder, broken as `options` say. */
static void start(struct room *room, const char *options)
{
	char uri[1200];

	scratch_init(&room->scratch);
	assert_int_equal(pipe(room->pipe), 0);
	snprintf(uri, sizeof(uri), "fault:control=%s,%s/line+file:%s",
		scratch_path(&room->scratch, "control"), options, room->scratch.dir);
	start_at(room, uri);
}

static void finish(struct room *room)
{
	board_worker_stop(room->worker);
	scratch_finish(&room->scratch);
	close(room->pipe[0]);
	close(room->pipe[1]);
}

static bool receive(struct room *room, int ms, struct board_news *out_news)
{
	struct pollfd fd = {.fd = room->pipe[0], .events = POLLIN};

	return poll(&fd, 1, ms) == 1 &&
	       read(room->pipe[0], out_news, sizeof(*out_news)) == (ssize_t)sizeof(*out_news);
}

static void expect(struct room *room, enum result reason)
{
	struct board_news news;

	assert_true(receive(room, 20000, &news));
	assert_string_equal(result_key(news.reason), result_key(reason));
}

/* The state comes, perhaps after others. */
static void expect_soon(struct room *room, enum result reason)
{
	struct board_news news;

	do {
		assert_true(receive(room, 20000, &news));
	} while (news.reason != reason);
}

static void expect_silence(struct room *room, int ms)
{
	struct board_news news;

	assert_false(receive(room, ms, &news));
}

static void call(struct room *room, int number)
{
	struct board_message message = {.kind = BOARD_CALL, .counter = 3, .word = "LOKET"};

	snprintf(message.ticket, sizeof(message.ticket), "A%03d", number);
	board_worker_show(room->worker, &message);
	memset(&message, '!', sizeof(message)); /* it has its own copy */
}

/* Waits until a file of the board holds `text`, at its end. */
static void expect_file(struct room *room, const char *name, const char *text)
{
	bool there = false;

	for (int i = 0; i < 2000 && !there; i++) {
		size_t size = 0, length = strlen(text);
		uint8_t *kept = scratch_read(&room->scratch, name, &size);
		there = kept && size >= length && memcmp(kept + size - length, text, length) == 0;
		free(kept);
		poll(NULL, 0, there ? 0 : 10);
	}
	assert_true(there);
}

static void test_shows_and_says_how_the_board_is(void **state)
{
	(void)state;
	struct room room;

	start(&room, "seed=1");
	expect(&room, RESULT_OK);
	call(&room, 1);
	expect_file(&room, "board.txt", "A001 LOKET 3\n");
	call(&room, 2);
	expect_file(&room, "board.bin", "<A001 03><A002 03>");
	expect_silence(&room, 200);
	finish(&room);
}

/* A message with a mark is told to have been taken, and only then. */
static void test_says_what_was_taken(void **state)
{
	(void)state;
	struct room room;
	struct board_news news;
	struct board_message message = {.kind = BOARD_IDLE, .text = "10.26", .mark = 41};

	start(&room, "seed=1");
	assert_true(receive(&room, 20000, &news));
	assert_int_equal(news.taken, 0);
	board_worker_show(room.worker, &message);
	assert_true(receive(&room, 20000, &news));
	assert_int_equal(news.taken, 41);
	assert_int_equal(news.reason, RESULT_OK);
	expect_silence(&room, 200);
	finish(&room);
}

static void test_a_call_does_not_stay_after_the_program(void **state)
{
	(void)state;
	struct room room;

	start(&room, "seed=1");
	call(&room, 1);
	expect_file(&room, "board.txt", "A001 LOKET 3\n");
	board_worker_stop(room.worker);
	room.worker = NULL;
	expect_file(&room, "board.bin", "<A001 03><>");
	finish(&room);
}

/* Many calls while the board is busy with the first: the last is shown, those between are not. */
static void test_newest_wins(void **state)
{
	(void)state;
	struct room room;
	size_t size = 0;

	start(&room, "slow=400");
	expect(&room, RESULT_OK);
	for (int i = 1; i <= 200; i++) {
		call(&room, i);
	}
	expect_file(&room, "board.bin", "<A200 03>");
	free(scratch_read(&room.scratch, "board.bin", &size));
	assert_in_range(size, 9, 9 * 20);
	finish(&room);
}

static void test_a_board_that_comes_back_shows_what_is_now(void **state)
{
	(void)state;
	struct room room;
	struct board_message idle = {.kind = BOARD_IDLE, .text = "10.15"};

	start(&room, "seed=1");
	expect(&room, RESULT_OK);
	call(&room, 1);
	expect_file(&room, "board.bin", "<A001 03>");
	scratch_write(&room.scratch, "control", "unplugged");
	expect(&room, RESULT_DEVICE_MISSING); /* while idle: the control file is watched */
	call(&room, 2);
	call(&room, 3);
	board_worker_show(room.worker, &idle);
	expect_silence(&room, 300);
	scratch_write(&room.scratch, "control", "ok");
	int64_t since = clock_ticks_ms();
	expect(&room, RESULT_OK);
	/* At once, not after the backoff of seconds. */
	assert_true(clock_ticks_ms() - since < 900);
	expect_file(&room, "board.bin", "<A001 03><10.15>");
	/* And again what is there, though nothing new was called. */
	scratch_write(&room.scratch, "control", "unplugged");
	expect(&room, RESULT_DEVICE_MISSING);
	scratch_write(&room.scratch, "control", "ok");
	expect(&room, RESULT_OK);
	expect_file(&room, "board.bin", "<A001 03><10.15><10.15>");
	finish(&room);
}

static void test_a_message_that_failed_is_tried_again(void **state)
{
	(void)state;
	struct room room;

	start(&room, "fail_first=2");
	expect(&room, RESULT_OK);
	call(&room, 7);
	expect_file(&room, "board.bin", "<A007 03>");
	expect_soon(&room, RESULT_OK);
	expect_silence(&room, 200);
	finish(&room);
}

static void test_unplugged_in_the_middle_of_a_message(void **state)
{
	(void)state;
	struct room room;

	start(&room, "slip=0,unplug_at=4");
	expect(&room, RESULT_OK);
	call(&room, 7);
	/* The wrapped port is opened anew and tears its first message again: never a wrong one. */
	expect(&room, RESULT_DEVICE_MISSING);
	call(&room, 8);
	expect_file(&room, "board.bin", "<A00<A00");
	finish(&room);
}

static void test_a_silent_board_is_told_and_its_cure(void **state)
{
	(void)state;
	struct responder board;
	struct room room;
	char uri[256];

	responder_start(&board);
	responder_behave(&board, (struct responder_manners){.deaf = true});
	scratch_init(&room.scratch);
	assert_int_equal(pipe(room.pipe), 0);
	snprintf(uri, sizeof(uri), "frame+tty:%s", board.path);
	start_at(&room, uri);
	expect(&room, RESULT_OK); /* nothing was to be shown yet */
	call(&room, 1);
	expect_soon(&room, RESULT_DEVICE_TIMEOUT);
	call(&room, 2);
	responder_behave(&board, (struct responder_manners){0});
	expect_soon(&room, RESULT_OK);
	assert_true(responder_shows(&board, "CA002,03"));
	assert_int_equal(responder_count(&board), 1); /* the old call never */
	call(&room, 3);
	assert_true(responder_shows(&board, "CA003,03"));
	finish(&room);
	assert_true(responder_shows(&board, "B"));
	responder_stop(&board);
}

/* The name of a port goes and comes, as that of a bridge which the kernel drives. */
static void test_a_port_that_comes_later(void **state)
{
	(void)state;
	struct responder board;
	struct room room;
	char uri[256], link[200];

	responder_start(&board);
	scratch_init(&room.scratch);
	assert_int_equal(pipe(room.pipe), 0);
	snprintf(link, sizeof(link), "%s", scratch_path(&room.scratch, "ttyUSB0"));
	snprintf(uri, sizeof(uri), "frame+tty:%s", link);
	start_at(&room, uri);
	expect(&room, RESULT_DEVICE_MISSING);
	call(&room, 5);
	assert_int_equal(symlink(board.path, link), 0);
	expect_soon(&room, RESULT_OK);
	assert_true(responder_shows(&board, "CA005,03"));
	assert_int_equal(unlink(link), 0);
	expect_soon(&room, RESULT_DEVICE_MISSING);
	assert_int_equal(symlink(board.path, link), 0);
	expect_soon(&room, RESULT_OK);
	assert_int_equal(unlink(link), 0);
	finish(&room);
	responder_stop(&board);
}

static void test_stopped_at_once(void **state)
{
	(void)state;

	for (int i = 0; i < 20; i++) {
		struct room room;
		start(&room, "seed=1");
		call(&room, i);
		finish(&room);
	}
	board_worker_stop(NULL);
}

static void test_stop_does_not_wait_for_a_silent_board(void **state)
{
	(void)state;
	struct responder board;
	struct room room;
	char uri[256];

	responder_start(&board);
	responder_behave(&board, (struct responder_manners){.deaf = true});
	scratch_init(&room.scratch);
	assert_int_equal(pipe(room.pipe), 0);
	snprintf(uri, sizeof(uri), "frame+tty:%s", board.path);
	start_at(&room, uri);
	call(&room, 1);
	expect_soon(&room, RESULT_DEVICE_TIMEOUT);
	int64_t since = clock_ticks_ms();
	finish(&room);
	assert_true(clock_ticks_ms() - since < 5000);
	responder_stop(&board);
}

static void test_no_such_board(void **state)
{
	(void)state;
	struct room room;

	scratch_init(&room.scratch);
	assert_int_equal(pipe(room.pipe), 0);
	start_at(&room, "morse+tty:/dev/ttyS0");
	expect(&room, RESULT_DEVICE_UNKNOWN);
	call(&room, 1);
	finish(&room);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shows_and_says_how_the_board_is),
		cmocka_unit_test(test_says_what_was_taken),
		cmocka_unit_test(test_a_call_does_not_stay_after_the_program),
		cmocka_unit_test(test_newest_wins),
		cmocka_unit_test(test_a_board_that_comes_back_shows_what_is_now),
		cmocka_unit_test(test_a_message_that_failed_is_tried_again),
		cmocka_unit_test(test_unplugged_in_the_middle_of_a_message),
		cmocka_unit_test(test_a_silent_board_is_told_and_its_cure),
		cmocka_unit_test(test_a_port_that_comes_later),
		cmocka_unit_test(test_stopped_at_once),
		cmocka_unit_test(test_stop_does_not_wait_for_a_silent_board),
		cmocka_unit_test(test_no_such_board),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
