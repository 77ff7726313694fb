#include "app/paper/layout.h"
#include "app/paper/paper.h"
#include "app/paper/qr.h"
#include "tests/support/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char qr_text[] = "BPS Kab. Tana Tidung\nAntrean K007 Konsultasi Statistik\n"
			      "23-11-2026 10.15 WITA, sekitar 10.27";

static void add_line(struct document *document, const char *text, enum document_size size,
	enum document_weight weight)
{
	struct document_item *item = document_add(document, DOCUMENT_LINE, text);

	item->size = size;
	item->weight = weight;
}

static void add_pair(struct document *document, const char *left, const char *right,
	enum document_size size, enum document_weight weight)
{
	struct document_item *item = document_add_pair(document, left, right);

	item->size = size;
	item->weight = weight;
}

static void add_head(struct document *document, bool narrow, const char *number)
{
	add_line(document, narrow ? "BPS Kab. Tana Tidung" : "BPS Kabupaten Tana Tidung",
		DOCUMENT_TITLE, DOCUMENT_BOLD);
	add_line(document, "Pelayanan Statistik Terpadu", DOCUMENT_BODY, DOCUMENT_MEDIUM);
	document_add(document, DOCUMENT_RULE, NULL);
	add_line(document, "Nomor antrean", DOCUMENT_LABEL, DOCUMENT_SEMIBOLD);
	document_add(document, DOCUMENT_NUMBER, number);
}

static void add_foot(struct document *document, bool narrow)
{
	document_add(document, DOCUMENT_DASHES, NULL);
	if (narrow) {
		add_pair(document, "Di depan Anda", "*2 orang*", DOCUMENT_LABEL, DOCUMENT_MEDIUM);
		add_pair(document, "Perkiraan", "*10.27*", DOCUMENT_LABEL, DOCUMENT_MEDIUM);
	} else {
		add_pair(document, "Di depan Anda", "Perkiraan dipanggil", DOCUMENT_NOTE,
			DOCUMENT_MEDIUM);
		add_pair(document, "2 orang", "10.27", DOCUMENT_FIGURE, DOCUMENT_BOLD);
	}
	document_add(document, DOCUMENT_DASHES, NULL);
	add_line(document,
		"Anda dilayani paling lama *10 menit* setelah pengunjung sebelum Anda selesai.",
		DOCUMENT_BODY, DOCUMENT_MEDIUM);
	document_add(document, DOCUMENT_QR, qr_text);
	add_line(document, narrow ? "Pindai untuk menyimpan" : "Pindai untuk menyimpan nomor ini",
		DOCUMENT_NOTE, DOCUMENT_MEDIUM);
	document_add(document, DOCUMENT_RULE, NULL);
	add_line(document,
		narrow ? "23 Nov 2026 \xC2\xB7 10.15 WITA"
		       : "Senin, 23 November 2026 \xC2\xB7 10.15 WITA",
		DOCUMENT_BODY, DOCUMENT_SEMIBOLD);
}

static void make_ticket(struct document *document, bool narrow)
{
	add_head(document, narrow, "K007");
	add_line(document, "Konsultasi Statistik", DOCUMENT_TITLE, DOCUMENT_BOLD);
	add_foot(document, narrow);
}

static void make_training_ticket(struct document *document, bool narrow)
{
	add_head(document, narrow, "R1007");
	document_add(document, DOCUMENT_BAND, "LATIHAN");
	add_line(document, "Rekomendasi Kegiatan Statistik", DOCUMENT_TITLE, DOCUMENT_BOLD);
	document->items[document->count - 1].heart = true;
	add_foot(document, narrow);
}

static void render(struct paper *paper, void (*make)(struct document *, bool), int width,
	struct page *out_page)
{
	struct document document = {0};

	make(&document, width < 480);
	assert_true(paper_render(paper, &document, width, out_page));
	assert_int_equal(out_page->width, width);
	document_finish(&document);
}

static void test_pages_are_as_accepted(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		void (*make)(struct document *, bool);
		int width;
	} rows[] = {
		{"paper-ticket-80", make_ticket, 576},
		{"paper-ticket-58", make_ticket, 384},
		{"paper-training-80", make_training_ticket, 576},
		{"paper-training-58", make_training_ticket, 384},
	};
	struct paper *paper = pages_open_paper();

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct page page;
		render(paper, rows[i].make, rows[i].width, &page);
		page_compare(&page, rows[i].name);
		page_finish(&page);
	}
	paper_destroy(paper);
}

static void test_qr_on_the_page_is_read_by_zbar(void **state)
{
	(void)state;
	static const int widths[] = {576, 384};
	struct paper *paper = pages_open_paper();

	for (size_t i = 0; i < 2; i++) {
		struct page page;
		char text[512] = "";
		render(paper, make_ticket, widths[i], &page);
		page_read_code(&page, text, sizeof(text));
		assert_string_equal(text, qr_text);
		page_finish(&page);
	}
	paper_destroy(paper);
}

/* Pure layout: every character is half an em wide. */
static int half_em(void *context, struct paper_font font, const char *text, size_t length)
{
	(void)context;
	(void)text;
	return (int)length * font.px / 2;
}

static int side_21(const char *text)
{
	return *text ? 21 : 0;
}

static const struct paper_measure measure = {half_em, NULL};

static void test_number_is_as_big_as_fits(void **state)
{
	(void)state;
	static const struct {
		const char *number;
		int width, px;
	} rows[] = {
		{"K007", 576, 208},   /* 416 dots of 528 */
		{"K1007", 576, 208},  /* 520 */
		{"K10007", 576, 176}, /* 528 */
		{"K007", 384, 144}, {"KONSUL100007", 576, 88},
		{"KONSUL1000000000000007", 576, 72}, /* never smaller than that */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct document document = {0};
		struct layout layout;
		document_add(&document, DOCUMENT_NUMBER, rows[i].number);
		assert_true(layout_make(&layout, &document, rows[i].width, &measure, side_21));
		assert_int_equal(layout.count, 1);
		assert_int_equal(layout.pieces[0].font.px, rows[i].px);
		layout_finish(&layout);
		document_finish(&document);
	}
}

static void test_everything_stays_on_the_paper(void **state)
{
	(void)state;
	static const int widths[] = {384, 432, 512, 576, 640};

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		struct document document = {0};
		struct layout layout;
		make_training_ticket(&document, widths[i] < 480);
		add_line(&document, "Pertanggungjawaban_tanpa_spasi_yang_sangat_panjang_sekali_ya",
			DOCUMENT_BODY, DOCUMENT_MEDIUM);
		add_pair(&document, "Kiri yang cukup panjang sekali", "Kanan juga panjang",
			DOCUMENT_LABEL, DOCUMENT_BOLD);
		add_pair(&document, "Kiri yang panjang", "Kanan juga panjang", DOCUMENT_LABEL,
			DOCUMENT_BOLD);
		assert_true(layout_make(&layout, &document, widths[i], &measure, side_21));
		for (size_t k = 0; k < layout.count; k++) {
			const struct layout_piece *piece = &layout.pieces[k];
			assert_true(piece->x >= 0);
			assert_true(piece->x + piece->width <= widths[i]);
			assert_true(piece->y >= 0 && piece->y < layout.height);
		}
		layout_finish(&layout);
		document_finish(&document);
	}
}

static void test_lines_are_few_and_even(void **state)
{
	(void)state;
	struct paragraph paragraph;
	struct paper_font font = {PAPER_MEDIUM, 20};
	size_t next;

	/* Ten dots a character: 23 characters in lines of at most 16. */
	paragraph_read(&paragraph, "aaaa bbbb cccc dddd eee", font, font, 160, &measure);
	assert_int_equal(paragraph.count, 5);
	assert_int_equal(paragraph_break(&paragraph, 160), 2);
	assert_int_equal(paragraph_line(&paragraph, 0, &next), 90);
	assert_int_equal(next, 2);
	assert_int_equal(paragraph_line(&paragraph, 2, &next), 130);
	assert_int_equal(next, 5);
}

static void test_stars_switch_to_bold_without_a_break(void **state)
{
	(void)state;
	struct paragraph paragraph;
	struct paper_font plain = {PAPER_MEDIUM, 20};
	struct paper_font strong = {PAPER_BOLD, 20};

	paragraph_read(&paragraph, "a *b c*. d", plain, strong, 500, &measure);
	static const struct {
		char first;
		enum paper_face face;
		bool breaks;
	} rows[] = {
		{'a', PAPER_MEDIUM, false},
		{'b', PAPER_BOLD, true},
		{'c', PAPER_BOLD, true},
		{'.', PAPER_MEDIUM, false},
		{'d', PAPER_MEDIUM, true},
	};
	assert_int_equal(paragraph.count, sizeof(rows) / sizeof(*rows));
	for (size_t i = 0; i < paragraph.count; i++) {
		assert_int_equal(paragraph.words[i].text[0], rows[i].first);
		assert_int_equal(paragraph.words[i].font.face, rows[i].face);
		assert_int_equal(paragraph.words[i].breaks, rows[i].breaks);
		assert_int_equal(paragraph.words[i].gap, rows[i].breaks ? 10 : 0);
	}
}

static void test_document_longer_than_any_slip_is_refused(void **state)
{
	(void)state;
	struct document document = {0};
	struct layout layout;

	for (int i = 0; i < 100; i++) {
		document_add(&document, DOCUMENT_SPACE, NULL)->space = 100;
	}
	assert_false(layout_make(&layout, &document, 576, &measure, side_21));
	layout_finish(&layout);
	document_finish(&document);
}

static void test_qr_limits(void **state)
{
	(void)state;
	struct qr qr;
	char text[700];

	memset(text, 'a', sizeof(text));
	text[412] = '\0';
	assert_true(qr_encode(text, &qr));
	assert_int_equal(qr.side, 77);
	assert_int_equal(qr.modules[0], 1); /* the corner of a finder pattern */
	assert_int_equal(qr.modules[7], 0);
	text[412] = 'a';
	text[666] = '\0';
	assert_true(qr_encode(text, &qr));
	assert_int_equal(qr.side, QR_SIDE_MAX);
	text[666] = 'a';
	text[667] = '\0';
	assert_false(qr_encode(text, &qr));
	assert_false(qr_encode("", &qr));
	assert_true(qr_encode("K007", &qr));
	assert_int_equal(qr.side, 21);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number_is_as_big_as_fits),
		cmocka_unit_test(test_everything_stays_on_the_paper),
		cmocka_unit_test(test_lines_are_few_and_even),
		cmocka_unit_test(test_stars_switch_to_bold_without_a_break),
		cmocka_unit_test(test_document_longer_than_any_slip_is_refused),
		cmocka_unit_test(test_qr_limits),
		cmocka_unit_test(test_qr_on_the_page_is_read_by_zbar),
		cmocka_unit_test(test_pages_are_as_accepted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
