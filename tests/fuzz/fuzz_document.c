/* Any document on its way to paper: its lines, its bytes as text, and any dots as bytes. */
#include "app/paper/layout.h"
#include "drivers/escpos.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static int measure_width(void *context, struct paper_font font, const char *text, size_t length)
{
	(void)context;
	(void)text;
	return (int)length * font.px / 2;
}

static int side_of_qr(const char *text)
{
	return *text ? 21 : 0;
}

/* Two bytes say what an item is, a byte how long its text is. */
static void read_document(const uint8_t *data, size_t size, struct document *document)
{
	size_t at = 0;

	while (at + 3 < size && document->count < 60) {
		uint8_t what = data[at], how = data[at + 1];
		size_t length = data[at + 2];
		at += 3;
		length = length < size - at ? length : size - at;
		char *text = fuzz_string(data + at, length);
		enum document_kind kind = (enum document_kind)(what % (DOCUMENT_SPACE + 1));
		struct document_item *item =
			kind == DOCUMENT_PAIR
				? document_add_pair(document, text, text + strlen(text) / 2)
				: document_add(document, kind, text);
		item->size = (enum document_size)(how % (DOCUMENT_FIGURE + 1));
		item->weight = (enum document_weight)(how / 8 % (DOCUMENT_BOLD + 1));
		item->align = how & 64 ? DOCUMENT_LEFT : DOCUMENT_CENTER;
		item->heart = (how & 128) != 0;
		item->space = (int8_t)how * 20;
		free(text);
		at += length;
	}
}

static void check_bytes(const struct escpos_bytes *bytes)
{
	for (size_t i = 0; i + 1 < bytes->size; i++) {
		uint8_t next = bytes->data[i + 1];
		fuzz_require(
			bytes->data[i] != 0x10 || (next != 0x04 && next != 0x05 && next != 0x14));
	}
}

/* Paints an item as the bits of its text. */
static bool paint(
	void *context, const struct document_item *item, int width, struct escpos_dots *out_dots)
{
	int bytes = (int)strlen(item->text);

	fuzz_require(context != NULL && width > 0);
	*out_dots = (struct escpos_dots){(const uint8_t *)item->text, bytes * 4, 2, bytes / 2};
	return bytes >= 2 && bytes % 2 == 0;
}

static void try_document(const uint8_t *data, size_t size, const char *profile, int width)
{
	struct paper_measure measure = {measure_width, NULL};
	struct document document = {0};
	struct escpos_bytes bytes = {0};
	struct layout layout;

	read_document(data, size, &document);
	struct escpos_painter painter = {paint, &bytes};
	escpos_text(&bytes, printer_profile_find(profile), &document, size % 2 ? &painter : NULL);
	check_bytes(&bytes);
	bool fits = layout_make(&layout, &document, width, &measure, side_of_qr);
	fuzz_require(fits == (layout.height <= LAYOUT_HEIGHT_MAX));
	for (size_t i = 0; fits && i < layout.count; i++) {
		fuzz_require(layout.pieces[i].y >= 0 && layout.pieces[i].y <= layout.height);
		fuzz_require(layout.pieces[i].width >= 0);
	}
	layout_finish(&layout);
	escpos_finish(&bytes);
	document_finish(&document);
}

static void try_dots(const uint8_t *data, size_t size)
{
	int pitch = size > 0 ? data[0] % 100 + 1 : 1;
	int height = (int)size / pitch;
	const struct printer_profile *profile;

	for (size_t i = 0; height > 0 && (profile = printer_profile_at(i)); i++) {
		struct escpos_bytes bytes = {0};
		escpos_page(&bytes, profile, data, pitch * 8, height, pitch);
		check_bytes(&bytes);
		escpos_finish(&bytes);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	try_document(data, size, "80mm", 576);
	try_document(data, size, "58mm", 384);
	try_dots(data, size);
	return 0;
}
