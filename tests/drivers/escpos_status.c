#include "drivers/escpos_status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Expected bytes are written out from Epson's command reference (hardware.md §6.1). */

static void test_status_answers(void **state)
{
	(void)state;
	static const struct {
		uint8_t answers[4]; /* to DLE EOT 1, 2, 3, 4 */
		enum result reason;
		bool near_end;
	} rows[] = {
		{{0x12, 0x12, 0x12, 0x12}, RESULT_OK, false},
		{{0x16, 0x12, 0x12, 0x12}, RESULT_OK, false}, /* drawer pin high */
		{{0x12, 0x12, 0x12, 0x1e}, RESULT_OK, true},
		{{0x1a, 0x32, 0x12, 0x72}, RESULT_PAPER_OUT, false},
		{{0x1a, 0x32, 0x12, 0x7e}, RESULT_PAPER_OUT, true},
		{{0x1a, 0x16, 0x12, 0x12}, RESULT_COVER_OPEN, false},
		{{0x1a, 0x36, 0x12, 0x72}, RESULT_COVER_OPEN, false},    /* the cover comes first */
		{{0x1a, 0x52, 0x1a, 0x12}, RESULT_PRINTER_ERROR, false}, /* cutter */
		{{0x1a, 0x72, 0x1a, 0x72}, RESULT_PAPER_OUT, false},
		{{0x1a, 0x12, 0x12, 0x12}, RESULT_DEVICE_OFFLINE, false},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct printer_status status = {.reason = RESULT_OK};
		for (int question = 1; question <= 4; question++) {
			assert_true(escpos_read_status(
				question, rows[i].answers[question - 1], &status));
		}
		assert_int_equal(status.reason, rows[i].reason);
		assert_int_equal(status.near_end, rows[i].near_end);
	}
}

static void test_other_bytes_are_no_status(void **state)
{
	(void)state;
	struct printer_status status = {.reason = RESULT_OK};
	int valid = 0;

	for (int answer = 0; answer < 256; answer++) {
		valid += escpos_read_status(1, (uint8_t)answer, &status);
	}
	assert_int_equal(valid, 16); /* four bits are fixed */
	status.reason = RESULT_OK;
	assert_false(escpos_read_status(4, 0x11, &status)); /* XON */
	assert_false(escpos_read_status(4, 0x13, &status)); /* XOFF */
	assert_false(escpos_read_status(4, 0xff, &status));
	assert_false(escpos_read_status(5, 0x12, &status));
	assert_int_equal(status.reason, RESULT_OK);
}

static void test_frames(void **state)
{
	(void)state;
	static const struct {
		uint8_t frame[ESCPOS_FRAME_SIZE];
		enum result reason;
		bool near_end;
	} rows[] = {
		{{0x10, 0x00, 0x00, 0x00}, RESULT_OK, false},
		{{0x14, 0x00, 0x00, 0x0f}, RESULT_OK, false}, /* drawer pin high */
		{{0x10, 0x00, 0x03, 0x00}, RESULT_OK, true},
		{{0x18, 0x00, 0x0f, 0x00}, RESULT_PAPER_OUT, true},
		{{0x38, 0x00, 0x0f, 0x00}, RESULT_COVER_OPEN, true},
		{{0x18, 0x08, 0x00, 0x00}, RESULT_PRINTER_ERROR, false}, /* cutter */
		{{0x18, 0x20, 0x00, 0x00}, RESULT_PRINTER_ERROR, false}, /* for good */
		{{0x18, 0x00, 0x00, 0x00}, RESULT_DEVICE_OFFLINE, false},
		{{0x50, 0x02, 0x00, 0x00}, RESULT_OK, false}, /* its feed button */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct printer_status status = {.reason = RESULT_OK};
		escpos_read_frame(rows[i].frame, &status);
		assert_int_equal(status.reason, rows[i].reason);
		assert_int_equal(status.near_end, rows[i].near_end);
	}
}

/* What each byte of a stream is heard as: '.' nothing, 'S' status, 'F' end of a frame, 'D' done. */
static void check_stream(const uint8_t *bytes, size_t size, const char *expected)
{
	static const char names[] = {[ESCPOS_SAID_NOTHING] = '.',
		[ESCPOS_SAID_STATUS] = 'S',
		[ESCPOS_SAID_FRAME] = 'F',
		[ESCPOS_SAID_DONE] = 'D'};
	struct escpos_reader reader = {0};
	char heard[64];

	assert_true(size < sizeof(heard));
	for (size_t i = 0; i < size; i++) {
		heard[i] = names[escpos_hear(&reader, bytes[i])];
	}
	heard[size] = '\0';
	assert_string_equal(heard, expected);
}

static void test_answers_are_told_apart(void **state)
{
	(void)state;
	static const struct {
		const char *expected;
		uint8_t bytes[16];
	} rows[] = {
		{"SD", {0x12, 0x00}},
		{"D.D.", {0x0f, 0x01, 0x0c, 0x60}}, /* half a pair is no answer to GS r */
		{"...F", {0x10, 0x00, 0x00, 0x00}}, {"...FD", {0x10, 0x00, 0x00, 0x00, 0x00}},
		{"...F...F", {0x14, 0x00, 0x03, 0x00, 0x18, 0x00, 0x0c, 0x00}},
		{"..S..FD", {0x10, 0x00, 0x12, 0x11, 0x00, 0x00, 0x00}},  /* in between */
		{"..D", {0x10, 0xff, 0x00}},                              /* garbage ends a frame */
		{".....F", {0x10, 0x00, 0x10, 0x00, 0x00, 0x00}},         /* a frame begins anew */
		{"..DS", {0x80, 0xff, 0x03, 0x72}}, {"..", {0x11, 0x13}}, /* flow control */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_stream(rows[i].bytes, strlen(rows[i].expected), rows[i].expected);
	}
}

/* A frame that was cut off by a silence does not eat the next answer. */
static void test_a_silence_ends_a_frame(void **state)
{
	(void)state;
	struct escpos_reader reader = {0};

	escpos_hear(&reader, 0x10);
	escpos_hear(&reader, 0x00);
	escpos_forget(&reader);
	assert_int_equal(escpos_hear(&reader, 0x00), ESCPOS_SAID_DONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_status_answers),
		cmocka_unit_test(test_other_bytes_are_no_status),
		cmocka_unit_test(test_frames),
		cmocka_unit_test(test_answers_are_told_apart),
		cmocka_unit_test(test_a_silence_ends_a_frame),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
