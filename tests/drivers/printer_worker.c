#include "drivers/printer_worker.h"
#include "app/base/clock.h"
#include "tests/drivers/scratch.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { SIZE = 8000 };

/* A program's side: messages come through a pipe, as they come through a loop's queue. */
struct desk {
	struct scratch scratch;
	int pipe[2];
	struct printer_worker *worker;
};

static void take(void *context, struct printer_message *message)
{
	struct desk *desk = context;

	if (write(desk->pipe[1], message, sizeof(*message)) != (ssize_t)sizeof(*message)) {
		abort();
	}
	free(message);
}

static void start(struct desk *desk, const char *options)
{
	char uri[1200];

	scratch_init(&desk->scratch);
	assert_int_equal(pipe(desk->pipe), 0);
	mkdir(scratch_path(&desk->scratch, "slips"), 0700);
	if (options) {
		snprintf(uri, sizeof(uri), "fault:control=%s,%s/file:%s",
			scratch_path(&desk->scratch, "control"), options,
			scratch_path(&desk->scratch, "slips"));
	} else {
		snprintf(uri, sizeof(uri), "file:%s", scratch_path(&desk->scratch, "slips"));
	}
	desk->worker = printer_worker_start(&(struct printer_wanted){.uri = uri}, take, desk);
	assert_non_null(desk->worker);
}

static size_t slips_kept(const struct desk *desk)
{
	struct scratch slips;

	scratch_sub(&desk->scratch, "slips", &slips);
	return scratch_count(&slips);
}

static void stop(struct desk *desk)
{
	struct scratch slips;

	printer_worker_stop(desk->worker);
	scratch_sub(&desk->scratch, "slips", &slips);
	scratch_finish(&slips);
	scratch_finish(&desk->scratch);
	close(desk->pipe[0]);
	close(desk->pipe[1]);
}

/* The next message; false when none comes within `ms`. */
static bool receive(struct desk *desk, int ms, struct printer_message *out_message)
{
	struct pollfd fd = {.fd = desk->pipe[0], .events = POLLIN};

	return poll(&fd, 1, ms) == 1 && read(desk->pipe[0], out_message, sizeof(*out_message)) ==
						(ssize_t)sizeof(*out_message);
}

static void expect_state(struct desk *desk, enum result reason)
{
	struct printer_message message;

	assert_true(receive(desk, 8000, &message));
	assert_int_equal(message.kind, PRINTER_STATE);
	assert_int_equal(message.status.reason, reason);
}

static struct printer_outcome expect_done(struct desk *desk, int64_t slip)
{
	struct printer_message message;

	assert_true(receive(desk, 15000, &message));
	assert_int_equal(message.kind, PRINTER_DONE);
	assert_int_equal(message.slip, slip);
	return message.outcome;
}

static void expect_silence(struct desk *desk, int ms)
{
	struct printer_message message;

	assert_false(receive(desk, ms, &message));
}

static void print(struct desk *desk, int64_t id)
{
	/* On the heap and gone at once: the worker must have its own copies. */
	uint8_t *bytes = malloc(SIZE);
	char name[] = "K007";
	struct printer_slip slip = {.bytes = bytes, .size = SIZE, .name = name};

	assert_non_null(bytes);
	memset(bytes, 'x', SIZE);
	assert_true(printer_worker_print(desk->worker, id, &slip));
	memset(bytes, '!', SIZE);
	free(bytes);
	memset(name, '!', sizeof(name) - 1);
}

static void test_prints_and_says_so(void **state)
{
	(void)state;
	struct desk desk;
	struct printer_message message;
	size_t size = 0;

	start(&desk, NULL);
	assert_true(receive(&desk, 5000, &message));
	assert_int_equal(message.kind, PRINTER_STATE);
	assert_int_equal(message.status.reason, RESULT_OK);
	assert_string_equal(message.profile->name, "80mm");
	assert_true(message.status.answers);
	for (int64_t id = 1; id <= 3; id++) {
		print(&desk, id);
		struct printer_outcome outcome = expect_done(&desk, id);
		assert_true(outcome.confirmed);
	}
	assert_int_equal(slips_kept(&desk), 3);
	uint8_t *kept = scratch_read(&desk.scratch, "slips/K007-3.bin", &size);
	assert_int_equal(size, SIZE);
	assert_int_equal(kept[SIZE - 1], 'x');
	free(kept);
	expect_silence(&desk, 200);
	stop(&desk);
}

static void test_one_slip_at_a_time(void **state)
{
	(void)state;
	struct desk desk;
	struct printer_slip slip = {.bytes = (const uint8_t *)"x", .size = 1};

	start(&desk, "slow=30");
	expect_state(&desk, RESULT_OK);
	print(&desk, 1);
	assert_false(printer_worker_print(desk.worker, 2, &slip));
	assert_true(expect_done(&desk, 1).confirmed);
	print(&desk, 3);
	assert_true(expect_done(&desk, 3).confirmed);
	stop(&desk);
}

static void test_paper_out_and_mended(void **state)
{
	(void)state;
	struct desk desk;

	start(&desk, "seed=1");
	expect_state(&desk, RESULT_OK);
	scratch_write(&desk.scratch, "control", "paper_out");
	expect_state(&desk, RESULT_PAPER_OUT); /* while idle: the control file is watched */
	print(&desk, 7);
	struct printer_outcome outcome = expect_done(&desk, 7);
	assert_int_equal(outcome.reason, RESULT_PAPER_OUT);
	assert_false(outcome.sent_any);
	scratch_write(&desk.scratch, "control", "ok");
	struct printer_message message;
	do { /* the trouble is told once more after the slip */
		assert_true(receive(&desk, 8000, &message));
		assert_int_equal(message.kind, PRINTER_STATE);
	} while (message.status.reason == RESULT_PAPER_OUT);
	assert_int_equal(message.status.reason, RESULT_OK);
	print(&desk, 7);
	assert_true(expect_done(&desk, 7).confirmed);
	assert_int_equal(slips_kept(&desk), 1);
	stop(&desk);
}

static void test_after_a_failure_good_news_always_comes(void **state)
{
	(void)state;
	struct desk desk;

	start(&desk, "fail_first=1");
	expect_state(&desk, RESULT_OK);
	print(&desk, 1);
	assert_int_equal(expect_done(&desk, 1).reason, RESULT_DEVICE_FAILED);
	expect_state(&desk, RESULT_OK);
	print(&desk, 1);
	assert_true(expect_done(&desk, 1).confirmed);
	stop(&desk);
}

static void test_unplugged_in_the_middle_is_not_printed_again(void **state)
{
	(void)state;
	struct desk desk;
	char options[256];

	snprintf(options, sizeof(options), "unplug_at=4000");
	start(&desk, options);
	expect_state(&desk, RESULT_OK);
	print(&desk, 5);
	struct printer_outcome outcome = expect_done(&desk, 5);
	assert_int_equal(outcome.reason, RESULT_DEVICE_MISSING);
	assert_true(outcome.sent_any);
	expect_state(&desk, RESULT_DEVICE_MISSING);
	expect_state(&desk, RESULT_OK); /* opened again */
	expect_silence(&desk, 1500);
	assert_int_equal(slips_kept(&desk), 1); /* the torn one */
	stop(&desk);
}

static void test_unplugged_and_back(void **state)
{
	(void)state;
	struct desk desk;

	start(&desk, "seed=1");
	expect_state(&desk, RESULT_OK);
	scratch_write(&desk.scratch, "control", "unplugged");
	expect_state(&desk, RESULT_DEVICE_MISSING);
	expect_silence(&desk, 1200);
	scratch_write(&desk.scratch, "control", "ok");
	int64_t since = clock_ticks_ms();
	expect_state(&desk, RESULT_OK);
	/* At once, not after the backoff of seconds. */
	assert_true(clock_ticks_ms() - since < 500);
	stop(&desk);
}

static void test_stopped_before_the_first_look_ends(void **state)
{
	(void)state;

	for (int i = 0; i < 20; i++) {
		struct desk desk;
		start(&desk, NULL);
		stop(&desk);
	}
	printer_worker_stop(NULL);
}

static void test_stop_waits_for_a_slip_under_way(void **state)
{
	(void)state;
	struct desk desk;

	start(&desk, "slow=60");
	expect_state(&desk, RESULT_OK);
	print(&desk, 9);
	poll(NULL, 0, 100);
	printer_worker_stop(desk.worker);
	desk.worker = NULL;
	assert_true(expect_done(&desk, 9).confirmed);
	stop(&desk);
}

static void test_stop_gives_up_a_stuck_slip_after_five_seconds(void **state)
{
	(void)state;
	struct desk desk;

	start(&desk, "slow=2000");
	expect_state(&desk, RESULT_OK);
	print(&desk, 9);
	poll(NULL, 0, 100);
	int64_t since = clock_ticks_ms();
	printer_worker_stop(desk.worker);
	desk.worker = NULL;
	int64_t took = clock_ticks_ms() - since;
	assert_in_range(took, 4000, 9000);
	struct printer_outcome outcome = expect_done(&desk, 9);
	assert_int_equal(outcome.reason, RESULT_DEVICE_TIMEOUT);
	assert_true(outcome.sent_any);
	stop(&desk);
}

static void test_no_such_printer(void **state)
{
	(void)state;
	struct desk desk;

	scratch_init(&desk.scratch);
	assert_int_equal(pipe(desk.pipe), 0);
	const struct printer_wanted wanted = {.uri = "file:/no/such/folder"};
	desk.worker = printer_worker_start(&wanted, take, &desk);
	assert_non_null(desk.worker);
	expect_state(&desk, RESULT_DEVICE_MISSING);
	print(&desk, 1);
	struct printer_outcome outcome = expect_done(&desk, 1);
	assert_int_equal(outcome.reason, RESULT_DEVICE_MISSING);
	assert_false(outcome.sent_any);
	printer_worker_stop(desk.worker);
	scratch_finish(&desk.scratch);
	close(desk.pipe[0]);
	close(desk.pipe[1]);
}

/* A program that is told of a printer only when it lets itself: until then the printer's thread is
 * as busy as one whose device is slow to open. */
struct slow {
	int gate[2];
};

static void take_slowly(void *context, struct printer_message *message)
{
	struct slow *slow = context;
	char byte;

	free(message);
	if (read(slow->gate[0], &byte, 1) < 0) {
		abort();
	}
}

/* Another printer is chosen while the first one is being opened: the program does not wait for
 * that, the new printer's thread does. */
static void test_the_printer_before_is_waited_for_by_the_next(void **state)
{
	struct desk desk;
	struct slow slow;
	struct printer_message message;
	const struct printer_wanted first = {.uri = "file:/no/such/folder"};
	(void)state;

	scratch_init(&desk.scratch);
	assert_int_equal(pipe(desk.pipe), 0);
	assert_int_equal(pipe(slow.gate), 0);
	struct printer_wanted next = {.uri = "file:/nor/this/one", .turn = 7};
	next.before = printer_worker_start(&first, take_slowly, &slow);
	assert_non_null(next.before);
	int64_t since = clock_ticks_ms();
	printer_worker_end(next.before);
	desk.worker = printer_worker_start(&next, take, &desk);
	assert_non_null(desk.worker);
	assert_in_range(clock_ticks_ms() - since, 0, 1000);
	expect_silence(&desk, 300);
	close(slow.gate[1]);
	assert_true(receive(&desk, 8000, &message));
	assert_int_equal(message.turn, 7);
	assert_int_equal(message.status.reason, RESULT_DEVICE_MISSING);
	printer_worker_stop(desk.worker);
	close(slow.gate[0]);
	scratch_finish(&desk.scratch);
	close(desk.pipe[0]);
	close(desk.pipe[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prints_and_says_so),
		cmocka_unit_test(test_one_slip_at_a_time),
		cmocka_unit_test(test_paper_out_and_mended),
		cmocka_unit_test(test_after_a_failure_good_news_always_comes),
		cmocka_unit_test(test_unplugged_in_the_middle_is_not_printed_again),
		cmocka_unit_test(test_unplugged_and_back),
		cmocka_unit_test(test_stopped_before_the_first_look_ends),
		cmocka_unit_test(test_stop_waits_for_a_slip_under_way),
		cmocka_unit_test(test_stop_gives_up_a_stuck_slip_after_five_seconds),
		cmocka_unit_test(test_no_such_printer),
		cmocka_unit_test(test_the_printer_before_is_waited_for_by_the_next),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
