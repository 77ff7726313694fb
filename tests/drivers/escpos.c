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
		0x1b, '@', 0x1c, '.',                        /* reset, leave Chinese mode */
		0x1b, '!', 0, 0x1d, '!', 0, 0x1b, 't', 0,    /* sizes, code page 437 */
		0x1b, 'a', 1, 0x1b, 'E', 0, 0x1d, '!', 0x11, /* centred, double size */
		'H', 'i', '\n', 0x1d, '!', 0, 0x1b, 'E', 0,  /* and back */
		'\n', '\n', 0x1d, 'V', 66, 0,                /* cut */
	};

	add_line(&document, "Hi", DOCUMENT_TITLE);
	escpos_text(&bytes, printer_profile_find("80mm"), &document, NULL);
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
		escpos_text(&bytes, printer_profile_find(rows[i].profile), &document, NULL);
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
	escpos_text(&bytes, printer_profile_find("58mm"), &document, NULL);
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
	escpos_text(&bytes, printer_profile_find("58mm"), &document, NULL);
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
	escpos_text(&wide, printer_profile_find("80mm"), &document, NULL);
	escpos_text(&narrow, printer_profile_find("58mm"), &document, NULL);
	assert_true(find(&wide, store, sizeof(store)) != SIZE_MAX);
	assert_true(find(&narrow, "K007", 4) == SIZE_MAX);
	escpos_finish(&wide);
	escpos_finish(&narrow);
	document_finish(&document);
}

/* Paints eight black dots on the left of every item, and remembers how often. */
static bool paint(
	void *context, const struct document_item *item, int width, struct escpos_dots *out_dots)
{
	static const uint8_t black[] = {0xff};

	(void)item;
	assert_true(width == 576 || width == 384);
	++*(int *)context;
	*out_dots = (struct escpos_dots){black, 8, 1, 1};
	return true;
}

static bool paint_nothing(
	void *context, const struct document_item *item, int width, struct escpos_dots *out_dots)
{
	(void)item;
	(void)width;
	(void)out_dots;
	++*(int *)context;
	return false;
}

static const uint8_t painted[] = {0x1b, 'a', 0, 0x1d, 'v', '0', 0, 1, 0, 1, 0, 0xff};

/* What ASCII can say stays text; the rest is drawn where it stands. */
static void test_text_mode_paints_what_is_not_ascii(void **state)
{
	(void)state;
	static const struct {
		const char *profile, *text;
		enum document_kind kind;
		bool heart;
		int paints;
	} rows[] = {
		{"80mm", "Konsultasi", DOCUMENT_LINE, false, 0},
		{"80mm", "dua \xE2\x80\x94 \xE2\x80\x9Ctiga\xE2\x80\x9D", DOCUMENT_LINE, false, 0},
		{"80mm", "Caf\xC3\xA9", DOCUMENT_LINE, false, 1},
		{"80mm", "\xE7\xBB\x9F\xE8\xAE\xA1", DOCUMENT_LINE, false, 1},
		{"80mm", "\xff\xfe", DOCUMENT_LINE, false, 1},
		{"80mm", "K007", DOCUMENT_NUMBER, true, 1},
		{"80mm", "K007", DOCUMENT_QR, false, 0},
		{"58mm", "K007", DOCUMENT_QR, false, 1},
		{"80mm", "", DOCUMENT_RULE, false, 0},
		{"safe", "Konsultasi", DOCUMENT_LINE, false, 1},
		{"safe", "", DOCUMENT_SPACE, false, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct document document = {0};
		struct escpos_bytes bytes = {0}, plain = {0};
		int paints = 0, refusals = 0;
		document_add(&document, rows[i].kind, rows[i].text)->heart = rows[i].heart;
		const struct printer_profile *profile = printer_profile_find(rows[i].profile);
		escpos_text(&bytes, profile, &document, &(struct escpos_painter){paint, &paints});
		assert_int_equal(paints, rows[i].paints);
		assert_int_equal(find(&bytes, painted, sizeof(painted)) != SIZE_MAX, paints);
		/* A painter that cannot is as good as none. */
		escpos_finish(&bytes);
		escpos_text(&bytes, profile, &document,
			&(struct escpos_painter){paint_nothing, &refusals});
		escpos_text(&plain, profile, &document, NULL);
		assert_int_equal(refusals, paints);
		assert_bytes(&bytes, plain.data, plain.size);
		escpos_finish(&bytes);
		escpos_finish(&plain);
		document_finish(&document);
	}
}

/* Without a painter nothing is lost but what no character of ASCII is like. */
static void test_text_mode_spells_what_nobody_paints(void **state)
{
	(void)state;
	struct document document = {0};
	struct escpos_bytes bytes = {0};

	add_line(&document, "Caf\xC3\xA9 \xE7\xBB\x9F", DOCUMENT_BODY);
	escpos_text(&bytes, printer_profile_find("80mm"), &document, NULL);
	assert_true(has_text(&bytes, "Cafe ?\n"));
	escpos_finish(&bytes);
	document_finish(&document);
}

/* Font and code page are the profile's; a cut is sent to cutters only. */
static void test_every_profile_has_its_bytes(void **state)
{
	(void)state;
	static const uint8_t cut[] = {0x1d, 'V'}, page[] = {0x1b, 't'}, font_b[] = {0x1b, 'M', 1};
	const struct printer_profile *profile;

	for (size_t i = 0; (profile = printer_profile_at(i)); i++) {
		struct document document = {0};
		struct escpos_bytes text = {0}, dots = {0};
		add_line(&document, "Hi", DOCUMENT_BODY);
		escpos_text(&text, profile, &document, NULL);
		escpos_page(&dots, profile, (const uint8_t[]){0x80}, 8, 1, 1);
		size_t at = find(&text, cut, sizeof(cut));
		assert_int_equal(at != SIZE_MAX, profile->cutter);
		assert_true(!profile->cutter || (text.data[at + 2] == 66 && at + 4 == text.size));
		assert_int_equal(find(&dots, cut, sizeof(cut)) != SIZE_MAX, profile->cutter);
		assert_int_equal(
			find(&text, page, sizeof(page)) != SIZE_MAX, profile->code_page >= 0);
		assert_int_equal(
			find(&text, font_b, sizeof(font_b)) != SIZE_MAX, profile->font == 1);
		escpos_finish(&text);
		escpos_finish(&dots);
		document_finish(&document);
	}
	assert_true(profile == NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page_with_cutter),
		cmocka_unit_test(test_page_without_cutter_is_fed_to_the_tear_bar),
		cmocka_unit_test(test_text_mode_bytes),
		cmocka_unit_test(test_text_mode_number_is_as_big_as_fits),
		cmocka_unit_test(test_text_mode_pair_fills_the_line),
		cmocka_unit_test(test_text_mode_spells_and_wraps),
		cmocka_unit_test(test_text_mode_qr_only_where_the_printer_has_it),
		cmocka_unit_test(test_text_mode_paints_what_is_not_ascii),
		cmocka_unit_test(test_text_mode_spells_what_nobody_paints),
		cmocka_unit_test(test_every_profile_has_its_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
