#include "drivers/printer.h"
#include "drivers/printer_driver.h"
#include "tests/drivers/scratch.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIZE = 3000 };
static uint8_t bytes[SIZE];

static const struct printer_slip slip = {.bytes = bytes, .size = SIZE, .name = "K007"};

static struct printer *open_fault(const struct scratch *scratch, const char *options)
{
	struct printer *printer;
	char uri[1200];

	snprintf(uri, sizeof(uri), "fault:%s/file:%s", options, scratch->dir);
	assert_int_equal(printer_open(uri, NULL, &printer), RESULT_OK);
	return printer;
}

static struct printer_outcome print(struct printer *printer)
{
	struct printer_outcome outcome;

	printer_print(printer, &slip, &outcome);
	return outcome;
}

static enum result look(struct printer *printer)
{
	struct printer_status status;

	printer_get_status(printer, &status);
	return status.reason;
}

static size_t size_of_part(const struct scratch *scratch)
{
	size_t size = 0;

	free(scratch_read(scratch, "K007.part.bin", &size));
	return size;
}

static void test_points_strike_where_they_say(void **state)
{
	(void)state;
	static const struct {
		const char *options;
		enum result reason;
		size_t sent;
	} rows[] = {
		{"unplug_at=0", RESULT_DEVICE_MISSING, 0},
		{"unplug_at=1", RESULT_DEVICE_MISSING, 1},
		{"unplug_at=2999", RESULT_DEVICE_MISSING, 2999},
		{"unplug_at=3000", RESULT_OK, 3000},
		{"stall_at=0", RESULT_DEVICE_TIMEOUT, 0},
		{"stall_at=1500", RESULT_DEVICE_TIMEOUT, 1500},
		{"paper_out_at=700", RESULT_PAPER_OUT, 700},
		{"cover_at=1024", RESULT_COVER_OPEN, 1024},
		{"cover_at=2000,unplug_at=1000", RESULT_DEVICE_MISSING, 1000},
		{"fail_first=1", RESULT_DEVICE_FAILED, 0},
		{"paper_out=1", RESULT_PAPER_OUT, 0},
		{"cover_open=1", RESULT_COVER_OPEN, 0},
		{"paper_out=0,cover_open=0,seed=99", RESULT_OK, 3000},
		{"", RESULT_OK, 3000},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct scratch scratch;
		scratch_init(&scratch);
		struct printer *printer = open_fault(&scratch, rows[i].options);
		struct printer_outcome outcome = print(printer);
		bool whole = rows[i].reason == RESULT_OK;
		assert_int_equal(outcome.reason, rows[i].reason);
		assert_int_equal(outcome.sent_any, rows[i].sent > 0);
		assert_int_equal(outcome.confirmed, whole);
		assert_int_equal(scratch_has(&scratch, "K007.bin"), whole);
		assert_int_equal(size_of_part(&scratch), whole ? 0 : rows[i].sent);
		printer_close(printer);
		scratch_finish(&scratch);
	}
}

static void test_trouble_lasts_as_many_looks_as_asked(void **state)
{
	(void)state;
	struct scratch scratch;

	scratch_init(&scratch);
	struct printer *printer = open_fault(&scratch, "paper_out_at=5,lasts=2");
	assert_int_equal(print(printer).reason, RESULT_PAPER_OUT);
	assert_int_equal(look(printer), RESULT_PAPER_OUT);
	assert_int_equal(look(printer), RESULT_PAPER_OUT);
	assert_int_equal(look(printer), RESULT_OK);
	assert_int_equal(print(printer).reason, RESULT_OK);
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_unplugged_until_opened_again(void **state)
{
	(void)state;
	struct scratch scratch;
	char options[256];

	scratch_init(&scratch);
	snprintf(
		options, sizeof(options), "unplug_at=10,state=%s", scratch_path(&scratch, "count"));
	struct printer *printer = open_fault(&scratch, options);
	assert_int_equal(print(printer).reason, RESULT_DEVICE_MISSING);
	assert_int_equal(look(printer), RESULT_DEVICE_MISSING);
	assert_int_equal(print(printer).reason, RESULT_DEVICE_MISSING);
	printer_close(printer);
	/* The count of slips was kept, so the same slip is not struck again. */
	printer = open_fault(&scratch, options);
	assert_int_equal(look(printer), RESULT_OK);
	assert_int_equal(print(printer).reason, RESULT_OK);
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_a_seed_always_breaks_the_same_slips(void **state)
{
	(void)state;
	enum { SLIPS = 60 };
	enum result first[SLIPS];
	int broken = 0;
	int differ = 0;

	for (int pass = 0; pass < 3; pass++) {
		struct scratch scratch;
		scratch_init(&scratch);
		struct printer *printer = open_fault(&scratch,
			pass < 2 ? "seed=7,paper_out=0.3,lasts=0" : "seed=8,paper_out=0.3,lasts=0");
		for (int i = 0; i < SLIPS; i++) {
			enum result reason = print(printer).reason;
			if (pass == 0) {
				first[i] = reason;
				broken += reason == RESULT_PAPER_OUT;
			} else if (pass == 1) {
				assert_int_equal(reason, first[i]);
			} else {
				differ += reason != first[i];
			}
		}
		printer_close(printer);
		scratch_finish(&scratch);
	}
	assert_in_range(broken, 8, 30); /* 18 expected of 60 */
	assert_true(differ > 0);
}

static void test_control_file_breaks_and_mends(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		enum result reason;
	} rows[] = {
		{"paper_out", RESULT_PAPER_OUT},
		{"cover_open\n", RESULT_COVER_OPEN},
		{"offline", RESULT_DEVICE_OFFLINE},
		{"stopped", RESULT_DEVICE_STOPPED},
		{"error", RESULT_PRINTER_ERROR},
		{"ok\n", RESULT_OK},
		{"", RESULT_OK},
		{"something else", RESULT_OK},
		{"unplugged", RESULT_DEVICE_MISSING},
	};
	struct scratch scratch;
	char options[256], uri[512];

	scratch_init(&scratch);
	snprintf(options, sizeof(options), "control=%s", scratch_path(&scratch, "control"));
	struct printer *printer = open_fault(&scratch, options);
	assert_int_equal(look(printer), RESULT_OK);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		scratch_write(&scratch, "control", rows[i].word);
		assert_int_equal(look(printer), rows[i].reason);
		assert_int_equal(print(printer).reason, rows[i].reason);
	}
	printer_close(printer);
	snprintf(uri, sizeof(uri), "fault:%s/file:%s", options, scratch.dir);
	assert_int_equal(printer_open(uri, NULL, &printer), RESULT_DEVICE_MISSING);
	scratch_finish(&scratch);
}

static void test_control_file_is_watched(void **state)
{
	(void)state;
	struct scratch scratch;
	struct pollfd fds[PRINTER_WATCH_FDS];
	char uri[1200];

	scratch_init(&scratch);
	snprintf(uri, sizeof(uri), "fault:control=%s/file:%s", scratch_path(&scratch, "control"),
		scratch.dir);
	struct printer_watch *watch = printer_watch_open(uri);
	assert_non_null(watch);
	assert_int_equal(printer_watch_fds(watch, fds), 1);
	assert_int_equal(poll(fds, 1, 0), 0);
	scratch_write(&scratch, "other", "ok");
	printer_watch_read(watch);
	scratch_write(&scratch, "control", "paper_out");
	assert_int_equal(poll(fds, 1, 1000), 1);
	assert_true(printer_watch_read(watch));
	assert_int_equal(poll(fds, 1, 0), 0);
	assert_false(printer_watch_read(watch));
	printer_watch_close(watch);
	scratch_finish(&scratch);
}

static void test_silent_printer_confirms_nothing(void **state)
{
	(void)state;
	struct scratch scratch;
	struct printer_status status;

	scratch_init(&scratch);
	struct printer *printer = open_fault(&scratch, "silent=1");
	printer_get_status(printer, &status);
	assert_false(status.answers);
	struct printer_outcome outcome = print(printer);
	assert_int_equal(outcome.reason, RESULT_OK);
	assert_true(outcome.sent_any);
	assert_false(outcome.confirmed);
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_wrong_options_are_refused(void **state)
{
	(void)state;
	static const char *const uris[] = {
		"fault:",
		"fault:seed=7",
		"fault:seed=/file:/tmp",
		"fault:seed=-1/file:/tmp",
		"fault:seed/file:/tmp",
		"fault:paper_out=1.5/file:/tmp",
		"fault:paper_out=x/file:/tmp",
		"fault:unplug_at=99999999999/file:/tmp",
		"fault:colour=red/file:/tmp",
	};

	for (size_t i = 0; i < sizeof(uris) / sizeof(*uris); i++) {
		struct printer *printer;
		assert_int_equal(printer_open(uris[i], NULL, &printer), RESULT_DEVICE_UNKNOWN);
		assert_null(printer);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points_strike_where_they_say),
		cmocka_unit_test(test_trouble_lasts_as_many_looks_as_asked),
		cmocka_unit_test(test_unplugged_until_opened_again),
		cmocka_unit_test(test_a_seed_always_breaks_the_same_slips),
		cmocka_unit_test(test_control_file_breaks_and_mends),
		cmocka_unit_test(test_control_file_is_watched),
		cmocka_unit_test(test_silent_printer_confirms_nothing),
		cmocka_unit_test(test_wrong_options_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
