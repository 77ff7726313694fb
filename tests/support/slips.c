/*
 * slips DIR: the kiosk's slips as the real code makes them, for every width of paper, in both
 * languages, as dots and as text; and pages of noise. NAME.bin are the bytes for the printer,
 * NAME.pbm the page they were made from (dots only), NAME.code what the QR code says; a line of
 * stdout names each slip and its printer, fields between tabs.
 */
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "app/kiosk/brush.h"
#include "app/slip/slip.h"
#include "app/paper/paper.h"
#include "app/queue/calendar.h"
#include "drivers/escpos.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 1024, MINUTE_MS = 60000 };

struct maker {
	const char *dir;
	struct office office;
	struct paper *paper;
	struct language *language;
	enum office_language index;
	struct document_picture logo; /* a ring */
};

struct scene {
	const char *name;
	bool everywhere; /* else on the two common widths */
	bool logo;
	void (*make)(struct maker *maker, struct desk_slip *slip);
};

static void make_training(struct maker *maker, struct desk_slip *slip)
{
	(void)maker;
	slip->training = true;
	slip->ticket.priority = TICKET_ELDERLY;
}

static void make_again(struct maker *maker, struct desk_slip *slip)
{
	(void)maker;
	slip->again = true;
	slip->low_ms = slip->high_ms = TICKET_NEVER;
}

/* The longest of everything. */
static void make_long(struct maker *maker, struct desk_slip *slip)
{
	text_copy(maker->office.name, sizeof(maker->office.name),
		"Badan Pusat Statistik Kabupaten Pangkajene dan Kepulauan Provinsi Sulawesi Selatan");
	slip->again = slip->training = true;
	slip->ticket.service = office_find_service(&maker->office, "REKOM");
	text_copy(slip->ticket.number, sizeof(slip->ticket.number), "R1007");
	slip->ahead = 1006;
	slip->high_ms = slip->ticket.issued_ms + 205 * (int64_t)MINUTE_MS;
	slip->low_ms = slip->ticket.issued_ms + 145 * (int64_t)MINUTE_MS;
}

/* Letters that no code page has, and a word wider than the paper. */
static void make_letters(struct maker *maker, struct desk_slip *slip)
{
	(void)slip;
	text_copy(maker->office.name, sizeof(maker->office.name),
		"BPS Kab. “Yalimo” – Café 東 ≥ Pertanggungjawabandankesekretariatanbersama");
}

static const struct scene scenes[] = {
	{"plain", true, false, NULL},
	{"training", false, false, make_training},
	{"again", false, false, make_again},
	{"long", true, false, make_long},
	{"letters", false, false, make_letters},
	{"logo", false, true, NULL},
};

static bool open_file(const struct maker *maker, const char *slip, const char *ending, FILE **out)
{
	char path[PATH_SIZE];
	text_format(path, sizeof(path), "%s/%s%s", maker->dir, slip, ending);
	*out = fopen(path, "wbx");
	if (*out == NULL) {
		perror(path);
	}
	return *out != NULL;
}

static bool write_file(const struct maker *maker, const char *slip, const char *ending,
	const void *bytes, size_t size)
{
	FILE *file;
	if (!open_file(maker, slip, ending, &file)) {
		return false;
	}
	bool written = fwrite(bytes, 1, size, file) == size;
	return fclose(file) == 0 && written;
}

static bool write_page(const struct maker *maker, const char *slip, const struct page *page)
{
	FILE *file;
	if (!open_file(maker, slip, ".pbm", &file)) {
		return false;
	}
	size_t width = (size_t)(page->width + 7) / 8;
	bool written = fprintf(file, "P4\n%d %d\n", page->width, page->height) > 0;
	for (int y = 0; y < page->height && written; y++) {
		const uint8_t *row = page->bits + (size_t)y * (size_t)page->pitch;
		written = fwrite(row, 1, width, file) == width;
	}
	return fclose(file) == 0 && written;
}

static void print_line(const char *slip, const struct printer_profile *profile)
{
	printf("%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", slip, profile->name, profile->dots,
		profile->columns, profile->cutter, profile->native_qr, profile->feed_dots,
		profile->feed_units, profile->text_safe);
}

/* The slip in one of the two forms. */
static bool write_form(const struct maker *maker, const struct printer_profile *profile,
	const struct document *document, bool as_text, const char *slip, const char *code)
{
	struct escpos_bytes bytes = {0};
	struct page page = {0};
	bool written = true;
	if (as_text) {
		struct brush brush = {.paper = maker->paper};
		escpos_text(
			&bytes, profile, document, &(struct escpos_painter){brush_paint, &brush});
		brush_finish(&brush);
	} else {
		written = paper_render(maker->paper, document, profile->dots, &page) &&
			  write_page(maker, slip, &page);
		escpos_page(&bytes, profile, page.bits, page.width, page.height, page.pitch);
	}
	written = written && write_file(maker, slip, ".bin", bytes.data, bytes.size) &&
		  write_file(maker, slip, ".code", code, strlen(code));
	print_line(slip, profile);
	escpos_finish(&bytes);
	page_finish(&page);
	return written;
}

static void fill_ticket(struct maker *maker, struct desk_slip *slip)
{
	const struct calendar_local moment = {
		.year = 2026, .month = 11, .day = 23, .hour = 10, .minute = 15};
	*slip = (struct desk_slip){.ahead = 2};
	text_copy(slip->ticket.number, sizeof(slip->ticket.number), "K007");
	slip->ticket.service = office_find_service(&maker->office, "KONS");
	slip->ticket.issued_ms = calendar_join(&maker->office, &moment);
	slip->ticket.target_s = 600;
	text_copy(slip->code, sizeof(slip->code), "K7M2QX");
	slip->low_ms = slip->ticket.issued_ms + 5 * (int64_t)MINUTE_MS;
	slip->high_ms = slip->ticket.issued_ms + 12 * (int64_t)MINUTE_MS;
}

/* A logo of the office's own: a ring, wide enough to be seen and no multiple of eight. */
static void draw_ring(struct document_picture *picture)
{
	enum { SIDE = 100, OUTER = 48 * 48, INNER = 34 * 34, PITCH = (SIDE + 7) / 8 };
	static uint8_t bits[SIDE * PITCH];
	*picture = (struct document_picture){SIDE, SIDE, PITCH, bits};
	for (int i = 0; i < SIDE * SIDE; i++) {
		int x = i % SIDE, y = i / SIDE;
		int away = (x - SIDE / 2) * (x - SIDE / 2) + (y - SIDE / 2) * (y - SIDE / 2);
		if (away < OUTER && away > INNER) {
			bits[y * PITCH + x / 8] |= (uint8_t)(0x80 >> (x % 8));
		}
	}
}

static bool write_scene(
	struct maker *maker, const struct printer_profile *profile, const struct scene *scene)
{
	const struct office office = maker->office;
	struct desk_slip slip;
	struct document document;
	char code[SLIP_CODE_SIZE], name[128];
	bool written = true;
	fill_ticket(maker, &slip);
	if (scene->make != NULL) {
		scene->make(maker, &slip);
	}
	slip_write(&maker->office, maker->language, maker->index, &slip, profile->dots,
		scene->logo ? &maker->logo : NULL, &document);
	slip_code(&maker->office, maker->language, maker->index, &slip.ticket, code);
	for (int as_text = 0; as_text < 2 && written; as_text++) {
		text_format(name, sizeof(name), "%s-%s-%s.%s", as_text ? "text" : "dots",
			profile->name, scene->name, language_code(maker->language));
		written = write_form(maker, profile, &document, as_text, name, code);
	}
	document_finish(&document);
	maker->office = office;
	return written;
}

/* A page of dots that no document has: noise with pairs in it that printers obey. */
static bool write_noise(struct maker *maker, const struct printer_profile *profile)
{
	enum { ROWS = 150, PITCH_MAX = 80 };
	static const uint8_t seconds[] = {0x04, 0x05, 0x14};
	uint8_t dots[ROWS * PITCH_MAX];
	const int pitch = (profile->dots + 7) / 8;
	const size_t size = (size_t)(ROWS * pitch);
	struct page page = {.width = profile->dots, .height = ROWS, .pitch = pitch, .bits = dots};
	struct escpos_bytes bytes = {0};
	char name[128];
	uint32_t random = (uint32_t)profile->dots;
	for (size_t i = 0; i < size; i++) {
		random = random * 1664525u + 1013904223u;
		dots[i] = (uint8_t)(random >> 24);
	}
	for (size_t i = 0; i + 1 < size; i += 37) {
		dots[i] = 0x10;
		dots[i + 1] = seconds[i % sizeof(seconds)];
	}
	escpos_page(&bytes, profile, dots, profile->dots, ROWS, pitch);
	text_format(name, sizeof(name), "noise-%s", profile->name);
	bool written = write_page(maker, name, &page) &&
		       write_file(maker, name, ".bin", bytes.data, bytes.size) &&
		       write_file(maker, name, ".code", "", 0);
	print_line(name, profile);
	escpos_finish(&bytes);
	return written;
}

/* The two that most offices have; the others differ from them in width and abilities alone. */
static bool is_usual(const struct printer_profile *profile)
{
	return strcmp(profile->name, "58mm") == 0 || strcmp(profile->name, "80mm") == 0;
}

static bool write_profile(struct maker *maker, const struct printer_profile *profile)
{
	/* Noise has no language. */
	bool written = (maker->index != OFFICE_INDONESIAN || write_noise(maker, profile));
	for (size_t i = 0; i < sizeof(scenes) / sizeof(*scenes) && written; i++) {
		if (scenes[i].everywhere || is_usual(profile)) {
			written = write_scene(maker, profile, &scenes[i]);
		}
	}
	return written;
}

static bool write_language(struct maker *maker, enum office_language index)
{
	static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};
	char texts[PATH_SIZE];
	bool written = true;
	text_format(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	maker->language = language_open(texts, codes[index]);
	maker->index = index;
	written = maker->language != NULL;
	const struct printer_profile *profile;
	for (size_t i = 0; written && (profile = printer_profile_at(i)) != NULL; i++) {
		written = write_profile(maker, profile);
	}
	language_close(maker->language);
	return written;
}

int main(int argc, char **argv)
{
	struct maker maker = {0};
	char path[PATH_SIZE], error[512];
	if (argc != 2 || getenv("GILIRAN_ASSETS") == NULL || getenv("GILIRAN_SOURCE") == NULL) {
		fprintf(stderr, "usage: GILIRAN_ASSETS=… GILIRAN_SOURCE=… slips DIR\n");
		return 2;
	}
	maker.dir = argv[1];
	text_format(
		path, sizeof(path), "%s/assets/offices/tana-tidung.conf", getenv("GILIRAN_SOURCE"));
	if (office_file_read(path, &maker.office, error, sizeof(error)) != RESULT_OK) {
		fprintf(stderr, "slips: %s\n", error);
		return 1;
	}
	maker.paper = paper_create();
	draw_ring(&maker.logo);
	bool written = maker.paper != NULL && write_language(&maker, OFFICE_INDONESIAN) &&
		       write_language(&maker, OFFICE_ENGLISH);
	paper_destroy(maker.paper);
	return written ? 0 : 1;
}
