#include "app/paper/pdf.h"

#include "app/paper/face.h"
#include "app/paper/layout.h"
#include "app/paper/picture.h"
#include "app/paper/qr.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include <stdlib.h>
#include <string.h>

/* A4 (ISO 216) in points of 1/72 inch, and the margin of 20 mm. */
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.890
#define MARGIN 56.693
#define DOT 0.4 /* points */

enum {
	WIDTH = 1204,  /* dots between the margins */
	HEIGHT = 1821, /* dots from margin to margin */
	WORD_MAX = 512,
	ASCENT = 969, /* of Inter, in thousandths of an em (layout.c) */
};

/* cairo may hold on to a font longer than we do (it keeps the last ones that were used), so each
 * goes when cairo lets go of it. */
struct face {
	struct font_file file;
	FT_Library library;
	FT_Face loaded;
};

struct pdf {
	cairo_font_face_t *faces[PAPER_FACES];
};

/* One file in the making. */
struct sheet {
	const struct pdf *pdf;
	cairo_surface_t *surface;
	cairo_t *cairo;
	uint8_t *bytes;
	size_t size, room;
};

static const cairo_user_data_key_t face_key = {0};

static void destroy_face(void *data)
{
	struct face *face = data;

	FT_Done_Face(face->loaded);
	FT_Done_FreeType(face->library);
	font_file_finish(&face->file);
	free(face);
}

static cairo_font_face_t *open_face(enum paper_face kind)
{
	struct face *face = memory_zeroed(1, sizeof(*face));
	cairo_font_face_t *drawn;

	if (!face_map(kind, &face->file)) {
		free(face);
		return NULL;
	}
	if (FT_Init_FreeType(&face->library) != 0 ||
		FT_New_Memory_Face(face->library, face->file.data, (FT_Long)face->file.size, 0,
			&face->loaded) != 0) {
		log_error("paper", "the font %s is not usable", face_path(kind));
		destroy_face(face);
		return NULL;
	}
	drawn = cairo_ft_font_face_create_for_ft_face(face->loaded, FT_LOAD_NO_HINTING);
	if (cairo_font_face_set_user_data(drawn, &face_key, face, destroy_face) !=
		CAIRO_STATUS_SUCCESS) {
		cairo_font_face_destroy(drawn);
		destroy_face(face);
		return NULL;
	}
	return drawn;
}

struct pdf *pdf_create(void)
{
	struct pdf *pdf = memory_zeroed(1, sizeof(*pdf));

	for (int i = 0; i < PAPER_FACES; i++) {
		pdf->faces[i] = open_face((enum paper_face)i);
		if (!pdf->faces[i]) {
			pdf_destroy(pdf);
			return NULL;
		}
	}
	return pdf;
}

void pdf_destroy(struct pdf *pdf)
{
	if (!pdf) {
		return;
	}
	for (int i = 0; i < PAPER_FACES; i++) {
		cairo_font_face_destroy(pdf->faces[i]);
	}
	free(pdf);
}

static cairo_status_t keep_bytes(void *context, const unsigned char *data, unsigned int length)
{
	struct sheet *sheet = context;

	if (sheet->room - sheet->size < length) {
		sheet->room = (sheet->size + length) * 2;
		sheet->bytes = memory_resized(sheet->bytes, sheet->room, 1);
	}
	memcpy(sheet->bytes + sheet->size, data, length);
	sheet->size += length;
	return CAIRO_STATUS_SUCCESS;
}

static void init_sheet(struct sheet *sheet, const struct pdf *pdf, const char *title)
{
	cairo_font_options_t *options = cairo_font_options_create();

	*sheet = (struct sheet){.pdf = pdf};
	sheet->surface =
		cairo_pdf_surface_create_for_stream(keep_bytes, sheet, A4_WIDTH, A4_HEIGHT);
	cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_TITLE, title);
	sheet->cairo = cairo_create(sheet->surface);
	/* Widths as the font's designer meant them, not rounded to a screen's. */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(sheet->cairo, options);
	cairo_font_options_destroy(options);
}

/* From here on units are dots from the top left corner of the print space, `top` dots down the
 * document. */
static void set_space(struct sheet *sheet, int top)
{
	cairo_identity_matrix(sheet->cairo);
	cairo_translate(sheet->cairo, MARGIN, MARGIN);
	cairo_scale(sheet->cairo, DOT, DOT);
	cairo_translate(sheet->cairo, 0, -top);
}

static void copy_word(char out_word[WORD_MAX], const char *text, size_t length)
{
	length = length < WORD_MAX ? length : WORD_MAX - 1;
	memcpy(out_word, text, length);
	out_word[length] = '\0';
}

static void set_font(struct sheet *sheet, struct paper_font font)
{
	cairo_set_font_face(sheet->cairo, sheet->pdf->faces[font.face]);
	cairo_set_font_size(sheet->cairo, font.px);
}

static int measure_width(void *context, struct paper_font font, const char *text, size_t length)
{
	struct sheet *sheet = context;
	cairo_text_extents_t extents;
	char word[WORD_MAX];

	copy_word(word, text, length);
	set_font(sheet, font);
	cairo_text_extents(sheet->cairo, word, &extents);
	return (int)(extents.x_advance + 0.5);
}

static void draw_text(struct sheet *sheet, const struct layout_piece *piece)
{
	double shade = piece->white ? 1 : 0;
	char word[WORD_MAX];

	copy_word(word, piece->text, piece->length);
	set_font(sheet, piece->font);
	cairo_set_source_rgb(sheet->cairo, shade, shade, shade);
	cairo_move_to(sheet->cairo, piece->x, piece->y);
	cairo_show_text(sheet->cairo, word);
}

/* All modules are one shape, so that no viewer shows seams between them. */
static void draw_qr(struct sheet *sheet, const struct layout_piece *piece)
{
	struct qr qr;

	if (!qr_encode(piece->text, &qr)) {
		return;
	}
	int module = piece->width / qr.side;
	for (int i = 0; i < qr.side * qr.side; i++) {
		if (qr.modules[i]) {
			cairo_rectangle(sheet->cairo, piece->x + i % qr.side * module,
				piece->y + i / qr.side * module, module, module);
		}
	}
	cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
	cairo_fill(sheet->cairo);
}

static void draw_picture(struct sheet *sheet, const struct layout_piece *piece)
{
	for (int i = 0; i < piece->width * piece->height; i++) {
		int x = i % piece->width, y = i / piece->width;
		if (picture_dot(piece->picture, x, y)) {
			cairo_rectangle(sheet->cairo, piece->x + x, piece->y + y, 1, 1);
		}
	}
	cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
	cairo_fill(sheet->cairo);
}

static void draw_piece(struct sheet *sheet, const struct layout_piece *piece)
{
	switch (piece->kind) {
	case LAYOUT_TEXT: draw_text(sheet, piece); break;
	case LAYOUT_QR: draw_qr(sheet, piece); break;
	case LAYOUT_PICTURE: draw_picture(sheet, piece); break;
	case LAYOUT_BOX:
		cairo_set_source_rgb(sheet->cairo, 0, 0, 0);
		cairo_rectangle(sheet->cairo, piece->x, piece->y, piece->width, piece->height);
		cairo_fill(sheet->cairo);
		break;
	}
}

/* Pieces come from top to bottom: one that reaches beyond the page begins the next one. */
static void draw_pages(struct sheet *sheet, const struct layout *layout)
{
	int page_top = 0;

	set_space(sheet, 0);
	for (size_t i = 0; i < layout->count; i++) {
		const struct layout_piece *piece = &layout->pieces[i];
		bool text = piece->kind == LAYOUT_TEXT;
		int top = text ? piece->y - ASCENT * piece->font.px / 1000 : piece->y;
		int bottom = text ? piece->y + piece->font.px / 4 : piece->y + piece->height;
		if (bottom - page_top > HEIGHT && top > page_top) {
			cairo_show_page(sheet->cairo);
			page_top = top;
			set_space(sheet, page_top);
		}
		draw_piece(sheet, piece);
	}
	cairo_show_page(sheet->cairo);
}

bool pdf_render(struct pdf *pdf, const struct document *document, const char *title,
	uint8_t **out_bytes, size_t *out_size)
{
	struct sheet sheet;
	struct layout layout;
	struct paper_measure measure = {measure_width, &sheet};

	init_sheet(&sheet, pdf, title);
	set_space(&sheet, 0);
	bool done = layout_make(&layout, document, WIDTH, &measure, qr_side);
	if (done) {
		draw_pages(&sheet, &layout);
	} else {
		log_error("paper", "a document is too long for a PDF");
	}
	layout_finish(&layout);
	cairo_destroy(sheet.cairo);
	cairo_surface_finish(sheet.surface);
	if (cairo_surface_status(sheet.surface) != CAIRO_STATUS_SUCCESS) {
		log_error("paper", "no PDF: %s",
			cairo_status_to_string(cairo_surface_status(sheet.surface)));
		done = false;
	}
	cairo_surface_destroy(sheet.surface);
	if (!done) {
		free(sheet.bytes);
		return false;
	}
	*out_bytes = sheet.bytes;
	*out_size = sheet.size;
	return true;
}
