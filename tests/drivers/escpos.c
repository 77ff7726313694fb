#include "drivers/escpos.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Expected bytes are written out from Epson's command reference (hardware.md §6.1, §6.3). */

static void assert_bytes(const struct escpos_bytes *bytes, const void *expected, size_t size)
{
	assert_int_equal(bytes->size, size);
	assert_memory_equal(bytes->data, expected, size);
}

static size_t find(const struct escpos_bytes *bytes, const void *wanted, size_t size)
{
	for (size_t i = 0; i + size <= bytes->size; i++) {
		if (memcmp(bytes->data + i, wanted, size) == 0) {
			return i;
		}
	}
	return SIZE_MAX;
}

static bool has_text(const struct escpos_bytes *bytes, const char *text)
{
	return find(bytes, text, strlen(text)) != SIZE_MAX;
}

static void test_page_with_cutter(void **state)
{
	(void)state;
	const uint8_t dots[] = {0xff, 0x80, 0x01, 0x80};
	const uint8_t expected[] = {
		0x1b, '@', 0x1c, '.',                     /* reset, leave Chinese mode */
		0x1d, 'v', '0', 0, 2, 0, 2, 0,            /* 2 bytes wide, 2 rows */
		0xff, 0x80, 0x01, 0x80, 0x1d, 'V', 66, 0, /* dots, feed and cut */
	};
	struct escpos_bytes bytes = {0};

	escpos_page(&bytes, printer_profile_find("80mm"), dots, 9, 2, 2);
	assert_bytes(&bytes, expected, sizeof(expected));
	escpos_finish(&bytes);
}

static void test_page_without_cutter_is_fed_to_the_tear_bar(void **state)
{
	(void)state;
	const uint8_t dots[] = {0xf0};
	const uint8_t expected[] = {
		0x1b, '@', 0x1c, '.', 0x1d, 'v', '0', 0, 1, 0, 1, 0, 0xf0, 0x1b, 'J', 96};
	struct escpos_bytes bytes = {0};

	escpos_page(&bytes, printer_profile_find("58mm"), dots, 8, 1, 1);
	assert_bytes(&bytes, expected, sizeof(expected));
	escpos_finish(&bytes);
}

static void test_page_is_sent_in_bands(void **state)
{
	(void)state;
	static uint8_t dots[200 * 72];
	struct escpos_bytes bytes = {0};
	static const int rows[] = {64, 64, 64, 8};
	size_t at = 4;

	memset(dots, 0x55, sizeof(dots));
	escpos_page(&bytes, printer_profile_find("80mm"), dots, 576, 200, 72);
	for (size_t i = 0; i < 4; i++) {
		const uint8_t head[] = {0x1d, 'v', '0', 0, 72, 0, (uint8_t)rows[i], 0};
		assert_memory_equal(bytes.data + at, head, sizeof(head));
		at += sizeof(head) + (size_t)rows[i] * 72;
	}
	assert_int_equal(bytes.size, at + 4);
	escpos_finish(&bytes);
}

static void test_page_wider_than_the_paper_is_cut_off(void **state)
{
	(void)state;
	uint8_t dots[72];
	struct escpos_bytes bytes = {0};

	memset(dots, 0xff, sizeof(dots));
	escpos_page(&bytes, printer_profile_find("58mm"), dots, 576, 1, 72);
	assert_int_equal(bytes.data[8], 48);
	assert_int_equal(bytes.size, 4 + 8 + 48 + 3);
	escpos_finish(&bytes);
}

static void test_dots_beyond_the_width_are_white(void **state)
{
	(void)state;
	const uint8_t dots[] = {0xff, 0xff};
	struct escpos_bytes bytes = {0};

	escpos_page(&bytes, printer_profile_find("80mm"), dots, 10, 1, 2);
	assert_int_equal(bytes.data[12], 0xff);
	assert_int_equal(bytes.data[13], 0xc0);
	escpos_finish(&bytes);
}

static void test_real_time_commands_never_arise_in_dots(void **state)
{
	(void)state;
	static const uint8_t second[] = {0x04, 0x05, 0x14};

	for (size_t i = 0; i < sizeof(second); i++) {
		/* Inside a row, and across the end of a row. */
		const uint8_t dots[] = {0x10, second[i], 0x10, second[i], 0x10, second[i]};
		const uint8_t mended[] = {0x18, second[i], 0x18, second[i], 0x18, second[i]};
		struct escpos_bytes bytes = {0};
		escpos_page(&bytes, printer_profile_find("80mm"), dots, 24, 2, 3);
		assert_memory_equal(bytes.data + 12, mended, sizeof(mended));
		escpos_finish(&bytes);
	}
}

static void add_line(struct document *document, const char *text, enum document_size size)
{
	document_add(document, DOCUMENT_LINE, text)->size = size;
}

static void test_text_mode_bytes(void **state)
{
	(void)state;
	struct document document = {0};
	struct escpos_bytes bytes = {0};
	const uint8_t expected[] = {
		0x1b, '@', 0x1c, '.', 0x1b, 't', 0,          /* reset, code page 437 */
		0x1b, 'a', 1, 0x1b, 'E', 0, 0x1d, '!', 0x11, /* centred, double size */
		'H', 'i', '\n', 0x1d, '!', 0, 0x1b, 'E', 0,  /* and back */
		'\n', '\n', 0x1d, 'V', 66, 0,                /* cut */
	};

	add_line(&document, "Hi", DOCUMENT_TITLE);
	escpos_text(&bytes, printer_profile_find("80mm"), &document);
	assert_bytes(&bytes, expected, sizeof(expected));
	escpos_finish(&bytes);
	document_finish(&document);
}

static void test_text_mode_number_is_as_big_as_fits(void **state)
{
	(void)state;
	static const struct {
		const char *number, *profile;
		uint8_t scale;
	} rows[] = {
		{"K007", "80mm", 0x77},
		{"K007", "58mm", 0x77},
		{"K1007", "58mm", 0x55},
		{"KONS1007", "80mm", 0x55},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct document document = {0};
		struct escpos_bytes bytes = {0};
		document_add(&document, DOCUMENT_NUMBER, rows[i].number);
		escpos_text(&bytes, printer_profile_find(rows[i].profile), &document);
		assert_true(
			find(&bytes, (const uint8_t[]){0x1d, '!', rows[i].scale}, 3) != SIZE_MAX);
		escpos_finish(&bytes);
		document_finish(&document);
	}
}

static void test_text_mode_pair_fills_the_line(void **state)
{
	(void)state;
	struct document document = {0};
	struct escpos_bytes bytes = {0};

	document_add_pair(&document, "Di depan Anda", "*2 orang*");
	escpos_text(&bytes, printer_profile_find("58mm"), &document);
	assert_true(has_text(&bytes, "Di depan Anda            2 orang\n"));
	escpos_finish(&bytes);
	document_finish(&document);
}

static void test_text_mode_spells_and_wraps(void **state)
{
	(void)state;
	struct document document = {0};
	struct escpos_bytes bytes = {0};

	add_line(&document,
		"Anda dilayani paling lama *10 menit* \xC2\xB7 \xE2\x80\x9Csegera\xE2\x80\x9D",
		DOCUMENT_BODY);
	escpos_text(&bytes, printer_profile_find("58mm"), &document);
	assert_true(has_text(&bytes, "Anda dilayani paling lama 10\nmenit - \"segera\"\n"));
	escpos_finish(&bytes);
	document_finish(&document);
}

static void test_text_mode_qr_only_where_the_printer_has_it(void **state)
{
	(void)state;
	const uint8_t store[] = {0x1d, '(', 'k', 7, 0, 0x31, 0x50, 0x30, 'K', '0', '0', '7'};
	struct document document = {0};
	struct escpos_bytes wide = {0}, narrow = {0};

	document_add(&document, DOCUMENT_QR, "K007");
	escpos_text(&wide, printer_profile_find("80mm"), &document);
	escpos_text(&narrow, printer_profile_find("58mm"), &document);
	assert_true(find(&wide, store, sizeof(store)) != SIZE_MAX);
	assert_true(find(&narrow, "K007", 4) == SIZE_MAX);
	escpos_finish(&wide);
	escpos_finish(&narrow);
	document_finish(&document);
}

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
		{{0x1a, 0x36, 0x12, 0x72}, RESULT_COVER_OPEN, false}, /* the cover comes first */
		{{0x1a, 0x52, 0x1a, 0x12}, RESULT_DEVICE_STOPPED, false}, /* cutter */
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

static void test_profiles_by_device(void **state)
{
	(void)state;
	assert_int_equal(printer_profile_find("80mm")->dots, 576);
	assert_int_equal(printer_profile_find("58mm")->dots, 384);
	assert_null(printer_profile_find("210mm"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page_with_cutter),
		cmocka_unit_test(test_page_without_cutter_is_fed_to_the_tear_bar),
		cmocka_unit_test(test_page_is_sent_in_bands),
		cmocka_unit_test(test_page_wider_than_the_paper_is_cut_off),
		cmocka_unit_test(test_dots_beyond_the_width_are_white),
		cmocka_unit_test(test_real_time_commands_never_arise_in_dots),
		cmocka_unit_test(test_text_mode_bytes),
		cmocka_unit_test(test_text_mode_number_is_as_big_as_fits),
		cmocka_unit_test(test_text_mode_pair_fills_the_line),
		cmocka_unit_test(test_text_mode_spells_and_wraps),
		cmocka_unit_test(test_text_mode_qr_only_where_the_printer_has_it),
		cmocka_unit_test(test_status_answers),
		cmocka_unit_test(test_other_bytes_are_no_status),
		cmocka_unit_test(test_profiles_by_device),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
