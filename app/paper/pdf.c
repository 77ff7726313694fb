#include "app/paper/pdf.h"

#include "app/paper/layout.h"
#include "app/paper/pdf_sheet.h"
#include "app/paper/picture.h"
#include "app/paper/qr.h"

#include "app/base/log.h"

/* A4 (ISO 216) in points of 1/72 inch, and the margin of 20 mm. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.890
#define MARGIN 56.693

enum {
	WIDTH = 1204,  /* dots between the margins */
	HEIGHT = 1821, /* dots from margin to margin */
	ASCENT = 969,  /* of Inter, in thousandths of an em (layout.c) */
	INK = 0x000000,
	PAPER = 0xffffff,
};

static void draw_qr(struct pdf_sheet *sheet, const struct layout_piece *piece)
{
	struct qr qr;

	if (!qr_encode(piece->text, &qr)) {
		return;
	}
	int module = piece->width / qr.side;
	for (int i = 0; i < qr.side * qr.side; i++) {
		if (qr.modules[i]) {
			pdf_sheet_box(sheet, piece->x + i % qr.side * module,
				piece->y + i / qr.side * module, module, module);
		}
	}
	pdf_sheet_fill(sheet);
}

static void draw_picture(struct pdf_sheet *sheet, const struct layout_piece *piece)
{
	for (int i = 0; i < piece->width * piece->height; i++) {
		int x = i % piece->width, y = i / piece->width;
		if (picture_dot(piece->picture, x, y)) {
			pdf_sheet_box(sheet, piece->x + x, piece->y + y, 1, 1);
		}
	}
	pdf_sheet_fill(sheet);
}

static void draw_piece(struct pdf_sheet *sheet, const struct layout_piece *piece)
{
	bool white = piece->kind == LAYOUT_TEXT && piece->white;

	pdf_sheet_shade(sheet, white ? PAPER : INK);
	switch (piece->kind) {
	case LAYOUT_TEXT:
		pdf_sheet_word(sheet, piece->font, piece->x, piece->y, piece->text, piece->length);
		break;
	case LAYOUT_QR: draw_qr(sheet, piece); break;
	case LAYOUT_PICTURE: draw_picture(sheet, piece); break;
	case LAYOUT_BOX:
		pdf_sheet_box(sheet, piece->x, piece->y, piece->width, piece->height);
		pdf_sheet_fill(sheet);
		break;
	}
}

/* Pieces come from top to bottom: one that reaches beyond the page begins the next one. */
static void draw_pages(struct pdf_sheet *sheet, const struct layout *layout)
{
	int page_top = 0;

	for (size_t i = 0; i < layout->count; i++) {
		const struct layout_piece *piece = &layout->pieces[i];
		bool text = piece->kind == LAYOUT_TEXT;
		int top = text ? piece->y - ASCENT * piece->font.px / 1000 : piece->y;
		int bottom = text ? piece->y + piece->font.px / 4 : piece->y + piece->height;
		if (bottom - page_top > HEIGHT && top > page_top) {
			pdf_sheet_turn(sheet);
			page_top = top;
			pdf_sheet_scroll(sheet, page_top);
		}
		draw_piece(sheet, piece);
	}
	pdf_sheet_turn(sheet);
}

bool pdf_render(struct pdf *pdf, const struct document *document, const char *title,
	uint8_t **out_bytes, size_t *out_size)
{
	struct pdf_sheet *sheet = pdf_sheet_create(pdf, A4_WIDTH, A4_HEIGHT, MARGIN, title);
	struct paper_measure measure = pdf_sheet_measure(sheet);
	struct layout layout;
	bool done = layout_make(&layout, document, WIDTH, &measure, qr_side);

	if (done) {
		draw_pages(sheet, &layout);
	} else {
		log_error("paper", "a document is too long for a PDF");
	}
	layout_finish(&layout);
	return pdf_sheet_finish(sheet, done, out_bytes, out_size);
}
