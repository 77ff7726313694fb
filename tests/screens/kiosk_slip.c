#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"
#include "app/kiosk/scan.h"
#include "app/slip/appointment.h"
#include "app/slip/receipt.h"
#include "app/slip/sample.h"
#include "app/slip/slip.h"
#include "tests/support/pages.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The ticket on paper, as a document: what it says, and what it never says. */
enum { MINUTE_MS = 60000, WIDE = 576, NARROW = 384 };

struct paper_slip {
	struct stage stage;
	struct language *language;
	enum office_language index;
	struct desk_slip slip;
	const struct document_picture *logo;
	struct document document;
};

static struct language *open_language(const char *code)
{
	char texts[1024];
	snprintf(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	struct language *language = language_open(texts, code);
	assert_non_null(language);
	return language;
}

/* Called between `low` and `high` minutes after the issue. */
static void set_span(struct paper_slip *paper, int low, int high)
{
	int64_t issued_ms = paper->slip.ticket.issued_ms;
	paper->slip.low_ms = issued_ms + low * (int64_t)MINUTE_MS;
	paper->slip.high_ms = issued_ms + high * (int64_t)MINUTE_MS;
}

static void start(struct paper_slip *paper, const char *code)
{
	*paper = (struct paper_slip){.language = open_language(code)};
	paper->index = strcmp(code, "en") == 0 ? OFFICE_ENGLISH : OFFICE_INDONESIAN;
	stage_init(&paper->stage, 10, 15);
	struct ticket *ticket = &paper->slip.ticket;
	text_copy(ticket->number, sizeof(ticket->number), "K007");
	ticket->issued_ms = paper->stage.lobby.now_ms;
	ticket->target_s = 600;
	text_copy(paper->slip.code, sizeof(paper->slip.code), "K7M2QX");
	paper->slip.ahead = 2;
	set_span(paper, 5, 12);
}

static void write_for(struct paper_slip *paper, int dots)
{
	document_finish(&paper->document);
	slip_write(&paper->stage.office, paper->language, paper->index, &paper->slip, dots,
		paper->logo, &paper->document);
}

static void write_slip(struct paper_slip *paper)
{
	write_for(paper, WIDE);
}

static void stop(struct paper_slip *paper)
{
	document_finish(&paper->document);
	language_close(paper->language);
}

static const struct document_item *find(
	const struct paper_slip *paper, enum document_kind kind, const char *text)
{
	for (size_t i = 0; i < paper->document.count; i++) {
		const struct document_item *item = &paper->document.items[i];
		if (item->kind == kind && strcmp(item->text, text) == 0) {
			return item;
		}
	}
	return NULL;
}

static void test_slip_says_what_the_picture_shows(void **state)
{
	static const char *const lines[] = {"BPS Kabupaten Tana Tidung",
		"Pelayanan Statistik Terpadu", "Nomor antrean", "Konsultasi Statistik",
		"Anda dilayani paling lama *10 menit* setelah pengunjung sebelum Anda selesai.",
		"Pindai untuk menyimpan nomor ini", "Senin, 23 November 2026 · 10.15 WITA",
		"Mohon tunggu panggilan di layar"};
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	write_slip(&paper);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		assert_non_null(find(&paper, DOCUMENT_LINE, lines[i]));
	}
	assert_non_null(find(&paper, DOCUMENT_NUMBER, "K007"));
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "2 orang")->right, "10.20–10.27");
	assert_string_equal(
		find(&paper, DOCUMENT_PAIR, "Di depan Anda")->right, "Perkiraan dipanggil");
	assert_string_equal(
		find(&paper, DOCUMENT_PAIR, "Kode untuk membatalkan")->right, "*K7M2QX*");
	assert_null(find(&paper, DOCUMENT_BAND, "LATIHAN"));
	assert_false(find(&paper, DOCUMENT_LINE, "Konsultasi Statistik")->heart);
	stop(&paper);
}

/* Its hour, and what it means to the place in line, under the service. */
static void test_an_appointment_is_told(void **state)
{
	static const struct {
		const char *language, *line;
		int at, turn; /* minutes from the issue */
	} rows[] = {
		{"id", "Janji temu *10.30*. Dalam antrean, Anda dihitung datang pukul *10.15*.", 15,
			0},
		{"id", "Janji temu *11.30*. Anda dapat dipanggil lebih awal.", 75, 0},
		{"id", "Janji temu *10.00* tidak berlaku lagi. Anda menunggu seperti pengunjung lain.",
			-15, 0},
		/* Was absent and is back: the hour is still to come. */
		{"id", "Janji temu *10.30* tidak berlaku lagi. Anda menunggu seperti pengunjung lain.",
			15, 5},
		{"en", "Appointment *10.30*. In the queue you count as having come at *10.15*.", 15,
			0},
		{"en", "Appointment *10.30*. You may be called earlier.", 15, -20},
		{"en", "The appointment at *10.00* no longer counts. You wait like other visitors.",
			-15, 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct paper_slip paper;
		start(&paper, rows[i].language);
		struct ticket *ticket = &paper.slip.ticket;
		ticket->turn_ms = ticket->issued_ms + rows[i].turn * (int64_t)MINUTE_MS;
		ticket->appointed_ms = ticket->issued_ms + rows[i].at * (int64_t)MINUTE_MS;
		write_slip(&paper);
		const struct document_item *line = find(&paper, DOCUMENT_LINE, rows[i].line);
		assert_non_null(line);
		assert_ptr_equal(
			line - 1, find(&paper, DOCUMENT_LINE,
					  paper.stage.office.services[0].name[paper.index]));
		stop(&paper);
	}
}

static void test_code_is_the_ticket_in_plain_text(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	write_slip(&paper);
	assert_non_null(find(&paper, DOCUMENT_QR,
		"BPS Kabupaten Tana Tidung\nNomor antrean K007\nKonsultasi Statistik\n"
		"Senin, 23 November 2026, 10.15 WITA"));
	stop(&paper);
}

static void test_bands_and_heart(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	paper.slip.again = paper.slip.training = true;
	paper.slip.ticket.priority = TICKET_ELDERLY;
	write_slip(&paper);
	paper.slip.code[0] = '\0'; /* a store of an earlier version */
	write_for(&paper, NARROW);
	assert_null(find(&paper, DOCUMENT_PAIR, "Kode batal"));
	text_copy(paper.slip.code, sizeof(paper.slip.code), "K7M2QX");
	write_for(&paper, NARROW);
	assert_non_null(find(&paper, DOCUMENT_PAIR, "Kode batal"));
	assert_non_null(find(&paper, DOCUMENT_BAND, "CETAK ULANG"));
	assert_non_null(find(&paper, DOCUMENT_BAND, "LATIHAN"));
	assert_true(find(&paper, DOCUMENT_LINE, "Konsultasi")->heart);
	stop(&paper);
}

/* On paper it says that it is of nobody, and its number is none that anybody gets; on the screen it
 * is how a visitor's would be. */
static void test_a_sample_is_of_nobody(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	paper.slip = slip_sample(&paper.stage.office, paper.stage.lobby.now_ms, true);
	write_slip(&paper);
	assert_non_null(find(&paper, DOCUMENT_BAND, "UJI CETAK"));
	assert_non_null(find(&paper, DOCUMENT_NUMBER, "K000"));
	assert_non_null(find(&paper, DOCUMENT_LINE, "Senin, 23 November 2026 · 10.15 WITA"));
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "2 orang")->right, "10.20–10.27");
	paper.slip = slip_sample(&paper.stage.office, paper.stage.lobby.now_ms, false);
	write_slip(&paper);
	assert_null(find(&paper, DOCUMENT_BAND, "UJI CETAK"));
	assert_non_null(find(&paper, DOCUMENT_NUMBER, "K007"));
	stop(&paper);
}

static void test_what_is_unknown_is_not_promised(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	paper.slip.ahead = 0;
	paper.slip.low_ms = paper.slip.high_ms = TICKET_NEVER;
	paper.slip.ticket.target_s = 0;
	write_slip(&paper);
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Perkiraan")->right, "*Saat loket dibuka*");
	for (size_t i = 0; i < paper.document.count; i++) {
		assert_null(strstr(paper.document.items[i].text, "paling lama"));
	}
	set_span(&paper, 11 * 60, 13 * 60);
	write_slip(&paper); /* long after closing */
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Perkiraan")->right, "*Tanya petugas*");
	set_span(&paper, 0, 1);
	write_slip(&paper);
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Tidak ada")->right, "Sebentar lagi");
	set_span(&paper, 3, 3);
	write_slip(&paper);
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Tidak ada")->right, "10.18");
	set_span(&paper, 0, 4);
	write_slip(&paper);
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Tidak ada")->right, "10.15–10.19");
	stop(&paper);
}

static void test_narrow_paper_has_short_words(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	write_for(&paper, NARROW);
	assert_non_null(find(&paper, DOCUMENT_LINE, "Konsultasi"));
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Di depan Anda")->right, "*2 orang*");
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "Perkiraan")->right, "*10.20–10.27*");
	assert_non_null(find(&paper, DOCUMENT_LINE, "Pindai untuk menyimpan"));
	assert_non_null(find(&paper, DOCUMENT_LINE, "23 Nov 2026 · 10.15 WITA"));
	assert_null(find(&paper, DOCUMENT_LINE, "Mohon tunggu panggilan di layar"));
	stop(&paper);
}

/* Everything a slip can have besides: both bands, a heart, no estimate, a service of two lines. */
static void make_full(struct paper_slip *paper)
{
	paper->slip.again = paper->slip.training = true;
	paper->slip.ticket.priority = TICKET_PRIORITY;
	paper->slip.ticket.service = 3;
	paper->slip.ahead = 50;
	paper->slip.low_ms = paper->slip.high_ms = TICKET_NEVER;
	text_copy(paper->slip.ticket.number, sizeof(paper->slip.ticket.number), "R1007");
}

/* The longest figures of a busy day. */
static void make_busy(struct paper_slip *paper)
{
	paper->slip.ahead = 150;
	set_span(paper, 145, 205);
}

static void check_page(struct paper *fonts, struct paper_slip *paper, int dots, const char *golden)
{
	struct page page;
	char code[SLIP_CODE_SIZE], read[SLIP_CODE_SIZE];
	write_for(paper, dots);
	assert_true(paper_render(fonts, &paper->document, dots, &page));
	page_compare(&page, golden);
	slip_code(&paper->stage.office, paper->language, paper->index, &paper->slip.ticket, code);
	page_read_code(&page, read, sizeof(read));
	assert_string_equal(read, code);
	page_finish(&page);
}

static void make_appointed(struct paper_slip *paper)
{
	struct ticket *ticket = &paper->slip.ticket;
	ticket->turn_ms = ticket->issued_ms - 8 * (int64_t)MINUTE_MS;
	ticket->appointed_ms = ticket->issued_ms + 7 * (int64_t)MINUTE_MS;
}

static void test_pages_are_as_accepted_and_their_codes_read(void **state)
{
	static const struct {
		const char *language, *golden;
		int dots;
		void (*make)(struct paper_slip *paper);
	} rows[] = {
		{"id", "slip-80", WIDE, NULL},
		{"id", "slip-58", NARROW, NULL},
		{"id", "slip-full-80", WIDE, make_full},
		{"id", "slip-full-58", NARROW, make_full},
		{"en", "slip-full-80.en", WIDE, make_full},
		{"en", "slip-full-58.en", NARROW, make_full},
		{"en", "slip-busy-80.en", WIDE, make_busy},
		{"en", "slip-busy-58.en", NARROW, make_busy},
		{"id", "slip-appointed-80", WIDE, make_appointed},
		{"id", "slip-appointed-58", NARROW, make_appointed},
		{"en", "slip-appointed-80.en", WIDE, make_appointed},
	};
	(void)state;
	struct paper *fonts = pages_open_paper();
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct paper_slip paper;
		start(&paper, rows[i].language);
		if (rows[i].make != NULL) {
			rows[i].make(&paper);
		}
		check_page(fonts, &paper, rows[i].dots, rows[i].golden);
		stop(&paper);
	}
	paper_destroy(fonts);
}

static void test_logo_stands_on_top(void **state)
{
	static uint8_t dots[] = {0xff, 0x81, 0x81, 0xff};
	const struct document_picture logo = {8, 4, 1, dots};
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	write_slip(&paper);
	assert_null(find(&paper, DOCUMENT_PICTURE, ""));
	paper.logo = &logo;
	write_slip(&paper);
	assert_int_equal(paper.document.items[0].kind, DOCUMENT_PICTURE);
	assert_ptr_equal(paper.document.items[0].picture, &logo);
	stop(&paper);
}

static size_t count_of(const struct paper_slip *paper, enum document_kind kind)
{
	size_t count = 0;
	for (size_t i = 0; i < paper->document.count; i++) {
		count += paper->document.items[i].kind == kind ? 1 : 0;
	}
	return count;
}

static void test_the_office_leaves_lines_out_and_adds_its_own(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "id");
	struct office_slip *slip = &paper.stage.office.slip;
	for (int i = 0; i < OFFICE_SLIP_LINES; i++) {
		slip->hidden[i] = true;
	}
	text_copy(slip->footer[0], sizeof(slip->footer[0]), "Terima kasih atas kunjungan Anda");
	write_slip(&paper);
	assert_int_equal(count_of(&paper, DOCUMENT_PAIR), 0);
	assert_int_equal(count_of(&paper, DOCUMENT_QR), 0);
	assert_int_equal(count_of(&paper, DOCUMENT_LINE), 6);
	assert_null(find(&paper, DOCUMENT_LINE, "Mohon tunggu panggilan di layar"));
	assert_non_null(find(&paper, DOCUMENT_NUMBER, "K007"));
	const struct document_item *last = &paper.document.items[paper.document.count - 1];
	assert_string_equal(last->text, "Terima kasih atas kunjungan Anda");
	slip->hidden[OFFICE_SLIP_CODE] = false;
	write_slip(&paper);
	assert_int_equal(count_of(&paper, DOCUMENT_QR), 1);
	assert_int_equal(count_of(&paper, DOCUMENT_LINE), 7);
	stop(&paper);
}

static void test_first_language_english(void **state)
{
	struct paper_slip paper;
	(void)state;
	start(&paper, "en");
	paper.slip.ahead = 1;
	write_slip(&paper);
	assert_non_null(find(&paper, DOCUMENT_LINE, "Statistical consultation"));
	assert_string_equal(find(&paper, DOCUMENT_PAIR, "1 person")->right, "10.20–10.27");
	stop(&paper);
}

/* The receipt of a complaint: its code and its day, and nothing that ties it to a visit. */
static void test_a_receipt_says_what_to_do_with_its_code(void **state)
{
	const char *const codes[] = {"id", "en"};
	const int dots[] = {WIDE, NARROW};
	(void)state;
	for (int i = 0; i < 4; i++) {
		struct paper_slip paper;
		start(&paper, codes[i / 2]);
		const struct receipt receipt = {.code = "K7QM2X",
			.kind = COMPLAINT_COMPLAINT,
			.topic = COMPLAINT_STAFF,
			.filed_ms = paper.stage.lobby.now_ms};
		receipt_write(&paper.stage.office, paper.language, paper.index, &receipt,
			dots[i % 2], &paper.document);
		assert_non_null(find(&paper, DOCUMENT_NUMBER, "K7QM2X"));
		assert_non_null(find(&paper, DOCUMENT_LINE, paper.stage.office.name));
		for (size_t k = 0; k < paper.document.count; k++) {
			const struct document_item *item = &paper.document.items[k];
			assert_null(strstr(item->text, "10.15"));
			assert_true(item->right == NULL || strstr(item->right, "10.15") == NULL);
		}
		stop(&paper);
	}
}

/* An appointment's: its code, its hour, what the scanner reads; nobody's name. */
static void test_an_appointment_on_paper(void **state)
{
	const char *const codes[] = {"id", "en"};
	const int dots[] = {WIDE, NARROW};
	(void)state;
	for (int i = 0; i < 4; i++) {
		struct paper_slip paper;
		start(&paper, codes[i / 2]);
		const struct appointment_slip slip = {.code = "K7QM2X",
			.service = 0,
			.at_ms = paper.stage.lobby.now_ms,
			.training = i == 3};
		appointment_write(&paper.stage.office, paper.language, paper.index, &slip,
			dots[i % 2], &paper.document);
		assert_non_null(find(&paper, DOCUMENT_NUMBER, "K7QM2X"));
		assert_non_null(find(&paper, DOCUMENT_QR, "JANJI:K7QM2X"));
		assert_non_null(find(&paper, DOCUMENT_LINE, paper.stage.office.name));
		char code[DESK_CODE_SIZE];
		assert_int_equal(scan_read("JANJI:K7QM2X", code), SCAN_APPOINTMENT);
		assert_string_equal(code, "K7QM2X");
		bool hour = false, band = false;
		for (size_t k = 0; k < paper.document.count; k++) {
			const struct document_item *item = &paper.document.items[k];
			hour = hour ||
			       (item->right != NULL && strstr(item->right, "10.15") != NULL);
			band = band || item->kind == DOCUMENT_BAND;
		}
		assert_true(hour);
		assert_int_equal(band, i == 3);
		stop(&paper);
	}
}

static void test_an_appointments_page_is_as_accepted(void **state)
{
	(void)state;
	struct paper *fonts = pages_open_paper();
	for (int i = 0; i < 4; i++) {
		struct paper_slip paper;
		struct page page;
		char golden[64], read[SLIP_CODE_SIZE];
		int dots = i % 2 == 0 ? WIDE : NARROW;
		start(&paper, i < 2 ? "id" : "en");
		const struct appointment_slip slip = {
			.code = "K7QM2X", .at_ms = paper.stage.lobby.now_ms};
		appointment_write(&paper.stage.office, paper.language, paper.index, &slip, dots,
			&paper.document);
		assert_true(paper_render(fonts, &paper.document, dots, &page));
		text_format(golden, sizeof(golden), "slip-appointment-%d%s", dots == WIDE ? 80 : 58,
			i < 2 ? "" : ".en");
		page_compare(&page, golden);
		page_read_code(&page, read, sizeof(read));
		assert_string_equal(read, "JANJI:K7QM2X");
		page_finish(&page);
		stop(&paper);
	}
	paper_destroy(fonts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slip_says_what_the_picture_shows),
		cmocka_unit_test(test_an_appointment_is_told),
		cmocka_unit_test(test_code_is_the_ticket_in_plain_text),
		cmocka_unit_test(test_bands_and_heart),
		cmocka_unit_test(test_logo_stands_on_top),
		cmocka_unit_test(test_a_sample_is_of_nobody),
		cmocka_unit_test(test_what_is_unknown_is_not_promised),
		cmocka_unit_test(test_narrow_paper_has_short_words),
		cmocka_unit_test(test_pages_are_as_accepted_and_their_codes_read),
		cmocka_unit_test(test_the_office_leaves_lines_out_and_adds_its_own),
		cmocka_unit_test(test_first_language_english),
		cmocka_unit_test(test_a_receipt_says_what_to_do_with_its_code),
		cmocka_unit_test(test_an_appointment_on_paper),
		cmocka_unit_test(test_an_appointments_page_is_as_accepted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
