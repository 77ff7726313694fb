#include "drivers/escpos.h"
#include "drivers/escpos_bytes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * Dots on their way to a printer. Besides the bytes of small pages, written out from Epson's
 * command reference, any page must come out of the paper as it went in: `print` is a printer that
 * knows what escpos_page uses, and nothing else.
 */
struct paper {
	int wide, units; /* bytes a row; of ESC J to a dot */
	uint8_t *rows;
	int height, room;
	int cuts;
};

static uint8_t *add_rows(struct paper *paper, int rows)
{
	assert_true(paper->height + rows <= paper->room);
	uint8_t *at = paper->rows + (size_t)paper->height * (size_t)paper->wide;
	paper->height += rows;
	return at;
}

/* Takes one command off the front; returns its bytes. */
static size_t print_one(struct paper *paper, const uint8_t *bytes, size_t size)
{
	assert_true(size >= 2);
	switch (bytes[0] << 8 | bytes[1]) {
	case 0x1b40:
	case 0x1c2e: return 2;
	case 0x1b4a:
		assert_true(size >= 3 && paper->units > 0);
		assert_int_equal(bytes[2] % paper->units, 0);
		add_rows(paper, bytes[2] / paper->units);
		return 3;
	case 0x1d56:
		assert_true(size == 4 && bytes[2] == 66 && bytes[3] == 0);
		paper->cuts++;
		return 4;
	case 0x1d76: break;
	default: fail_msg("an unknown command %02x %02x", bytes[0], bytes[1]);
	}
	assert_true(size >= 8 && bytes[2] == '0' && bytes[3] == 0);
	int wide = bytes[4] | bytes[5] << 8, rows = bytes[6] | bytes[7] << 8;
	assert_true(wide > 0 && wide <= paper->wide && rows > 0);
	assert_true(wide * rows <= 64 * 80 && size >= 8 + (size_t)(wide * rows));
	uint8_t *at = add_rows(paper, rows);
	for (int y = 0; y < rows; y++) {
		memcpy(at + (size_t)y * (size_t)paper->wide, bytes + 8 + y * wide, (size_t)wide);
	}
	return 8 + (size_t)(wide * rows);
}

static void print(struct paper *paper, const struct escpos_bytes *bytes)
{
	for (size_t at = 0; at < bytes->size;) {
		at += print_one(paper, bytes->data + at, bytes->size - at);
	}
}

static void assert_no_real_time(const struct escpos_bytes *bytes)
{
	for (size_t i = 0; i + 1 < bytes->size; i++) {
		uint8_t next = bytes->data[i + 1];
		assert_false(
			bytes->data[i] == 0x10 && (next == 0x04 || next == 0x05 || next == 0x14));
	}
}

/* Sends a page and compares what comes out; only dots that were mended may differ. */
static void check_page(const struct printer_profile *profile, const uint8_t *dots, int width,
	int height, int pitch)
{
	int shown = width < profile->dots ? width : profile->dots;
	struct paper paper = {.wide = (profile->dots + 7) / 8,
		.units = profile->feed_units,
		.room = height + profile->feed_dots};
	struct escpos_bytes bytes = {0};

	paper.rows = calloc((size_t)paper.room, (size_t)paper.wide);
	assert_non_null(paper.rows);
	escpos_page(&bytes, profile, dots, width, height, pitch);
	assert_no_real_time(&bytes);
	print(&paper, &bytes);
	assert_int_equal(paper.height, height + profile->feed_dots);
	assert_int_equal(paper.cuts, profile->cutter ? 1 : 0);
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < paper.wide; x++) {
			int kept = x * 8 + 8 <= shown ? 8 : x * 8 < shown ? shown % 8 : 0;
			uint8_t mask = (uint8_t)(0xff00 >> kept);
			uint8_t want = kept ? dots[y * pitch + x] & mask : 0;
			uint8_t got = paper.rows[y * paper.wide + x];
			assert_true(got == want || (want == 0x10 && got == 0x18));
		}
	}
	free(paper.rows);
	escpos_finish(&bytes);
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Pages as slips are: stretches of white, lines of text, and bytes that make real-time pairs. */
static void fill(uint8_t *dots, int height, int pitch, uint32_t *seed)
{
	static const uint8_t bytes[] = {0x00, 0x10, 0x04, 0x05, 0x14, 0xff, 0x18, 0x01};

	memset(dots, 0, (size_t)height * (size_t)pitch);
	for (int y = 0; y < height;) {
		int rows = (int)(next_random(seed) % 40) + 1;
		int wide = (int)(next_random(seed) % (uint32_t)(pitch + 1));
		bool white = next_random(seed) % 2;
		for (int end = y + rows; y < end && y < height; y++) {
			for (int x = 0; x < wide && !white; x++) {
				dots[y * pitch + x] = bytes[next_random(seed) % sizeof(bytes)];
			}
		}
	}
}

static void test_any_page_comes_out_as_it_went_in(void **state)
{
	(void)state;
	enum { HEIGHT_MAX = 400, PITCH_MAX = 90 };
	uint8_t *dots = malloc(HEIGHT_MAX * PITCH_MAX);
	const struct printer_profile *profile;
	uint32_t seed = 7;

	assert_non_null(dots);
	for (size_t i = 0; (profile = printer_profile_at(i)); i++) {
		for (int page = 0; page < 60; page++) {
			int pitch = (int)(next_random(&seed) % PITCH_MAX) + 1;
			int height = (int)(next_random(&seed) % HEIGHT_MAX) + 1;
			int width = pitch * 8 - (int)(next_random(&seed) % 8);
			fill(dots, height, pitch, &seed);
			check_page(profile, dots, width, height, pitch);
		}
	}
	free(dots);
}

static void check_bytes(const char *profile, const uint8_t *dots, int height, int pitch,
	const uint8_t *expected, size_t size)
{
	struct escpos_bytes bytes = {0};

	escpos_page(&bytes, printer_profile_find(profile), dots, pitch * 8, height, pitch);
	assert_int_equal(bytes.size, size);
	assert_memory_equal(bytes.data, expected, size);
	escpos_finish(&bytes);
}

static void test_white_is_fed_and_not_sent(void **state)
{
	(void)state;
	/* Two black rows with ten white ones between, and three at the end; 4 bytes wide. */
	uint8_t dots[15 * 4] = {[0] = 0x81, [11 * 4 + 1] = 0x42};
	static const uint8_t by_units[] = {0x1b, '@', 0x1c, '.', /* reset */
		0x1d, 'v', '0', 0, 1, 0, 1, 0, 0x81,             /* only as wide as it is */
		0x1b, 'J', 20,                                   /* ten rows, two units each */
		0x1d, 'v', '0', 0, 2, 0, 1, 0, 0x00, 0x42,       /* */
		0x1b, 'J', 6, 0x1d, 'V', 66, 0};                 /* no feed of ours before a cut */
	static const uint8_t by_dots[] = {0x1b, '@', 0x1c, '.',  /* */
		0x1d, 'v', '0', 0, 1, 0, 1, 0, 0x81,             /* */
		0x1d, 'v', '0', 0, 1, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* */
		0x1d, 'v', '0', 0, 2, 0, 1, 0, 0x00, 0x42,                    /* */
		0x1d, 'v', '0', 0, 1, 0, 3, 0, 0, 0, 0, 0x1d, 'V', 66, 0};

	check_bytes("80mm-epson", dots, 15, 4, by_units, sizeof(by_units));
	check_bytes("80mm", dots, 15, 4, by_dots, sizeof(by_dots));
}

/* Gaps as there are between lines of text do not stop the motor. */
static void test_small_gaps_stay_in_the_band(void **state)
{
	(void)state;
	uint8_t dots[9] = {[0] = 0xff, [8] = 0xff};
	static const uint8_t expected[] = {0x1b, '@', 0x1c, '.', 0x1d, 'v', '0', 0, 1, 0, 9, 0,
		0xff, 0, 0, 0, 0, 0, 0, 0, 0xff, 0x1d, 'V', 66, 0};

	check_bytes("80mm-epson", dots, 9, 1, expected, sizeof(expected));
}

static void test_a_white_page_is_one_feed(void **state)
{
	(void)state;
	uint8_t dots[200] = {0};
	static const uint8_t expected[] = {
		0x1b, '@', 0x1c, '.', 0x1b, 'J', 254, 0x1b, 'J', 146, 0x1d, 'V', 66, 0};

	check_bytes("80mm-epson", dots, 200, 1, expected, sizeof(expected));
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

/* Inside a row; across the end of a row, also of a trimmed one; in the sizes of a band. */
static void test_real_time_commands_never_arise(void **state)
{
	(void)state;
	static const uint8_t second[] = {0x04, 0x05, 0x14};

	for (size_t i = 0; i < sizeof(second); i++) {
		const uint8_t dots[] = {0x10, second[i], 0x10, second[i], 0x10, second[i]};
		const uint8_t mended[] = {0x18, second[i], 0x18, second[i], 0x18, second[i]};
		const uint8_t trimmed[] = {0x10, 0, 0, second[i], 0, 0};
		static uint8_t sizes[16 * 16 + 16];
		struct escpos_bytes bytes = {0};
		escpos_page(&bytes, printer_profile_find("80mm"), dots, 24, 2, 3);
		assert_memory_equal(bytes.data + 12, mended, sizeof(mended));
		escpos_finish(&bytes);
		escpos_page(&bytes, printer_profile_find("80mm"), trimmed, 24, 2, 3);
		assert_memory_equal(bytes.data + 12, ((const uint8_t[]){0x18, second[i]}), 2);
		escpos_finish(&bytes);
		/* 16 bytes wide, 16 rows, and what follows begins with the second byte. */
		memset(sizes, second[i], sizeof(sizes));
		check_page(printer_profile_find("80mm-epson"), sizes, 128, 16, 16);
		sizes[15] = 0x10;
		check_page(printer_profile_find("80mm-epson"), sizes, 128, 17, 16);
	}
}

static void test_margins_are_trimmed(void **state)
{
	(void)state;
	static const struct {
		int first, last, margin; /* black rows of 20 */
		int top, height;
	} rows[] = {
		{5, 9, 0, 5, 5}, {5, 9, 2, 3, 9}, {5, 9, 6, 0, 16}, {0, 19, 3, 0, 20},
		{19, 19, 3, 16, 4}, {20, 20, 3, 0, 0}, /* white */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		uint8_t bits[20 * 2 + 2] = {0};
		struct escpos_dots dots = {bits, 9, 20, 2};
		bits[rows[i].first * 2 + 1] = bits[rows[i].last * 2 + 1] = 0x80;
		bits[3] |= 0x7f; /* beyond the width: not seen */
		escpos_trim(&dots, rows[i].margin);
		assert_int_equal(dots.height, rows[i].height);
		assert_ptr_equal(dots.bits, bits + (size_t)rows[i].top * 2);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_page_comes_out_as_it_went_in),
		cmocka_unit_test(test_white_is_fed_and_not_sent),
		cmocka_unit_test(test_small_gaps_stay_in_the_band),
		cmocka_unit_test(test_a_white_page_is_one_feed),
		cmocka_unit_test(test_page_is_sent_in_bands),
		cmocka_unit_test(test_page_wider_than_the_paper_is_cut_off),
		cmocka_unit_test(test_dots_beyond_the_width_are_white),
		cmocka_unit_test(test_real_time_commands_never_arise),
		cmocka_unit_test(test_margins_are_trimmed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
