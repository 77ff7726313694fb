#include "app/paper/pdf_sheet.h"

#include "app/paper/face.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include <stdlib.h>
#include <string.h>

#define DOT 0.4 /* points */

enum { WORD_MAX = 512 };

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

struct pdf_sheet {
	const struct pdf *pdf;
	double margin;
	cairo_surface_t *surface;
	cairo_t *cairo;
	uint8_t *bytes;
	size_t size, room;
};

static const cairo_user_data_key_t face_key = {0};

/* ---- fonts ---- */

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

/* ---- the sheet ---- */

static cairo_status_t keep_bytes(void *context, const unsigned char *data, unsigned int length)
{
	struct pdf_sheet *sheet = context;

	if (sheet->room - sheet->size < length) {
		sheet->room = (sheet->size + length) * 2;
		sheet->bytes = memory_resized(sheet->bytes, sheet->room, 1);
	}
	memcpy(sheet->bytes + sheet->size, data, length);
	sheet->size += length;
	return CAIRO_STATUS_SUCCESS;
}

struct pdf_sheet *pdf_sheet_create(const struct pdf *pdf, double width_pt, double height_pt,
	double margin_pt, const char *title)
{
	struct pdf_sheet *sheet = memory_zeroed(1, sizeof(*sheet));
	cairo_font_options_t *options = cairo_font_options_create();

	*sheet = (struct pdf_sheet){.pdf = pdf, .margin = margin_pt};
	sheet->surface =
		cairo_pdf_surface_create_for_stream(keep_bytes, sheet, width_pt, height_pt);
	cairo_pdf_surface_set_metadata(sheet->surface, CAIRO_PDF_METADATA_TITLE, title);
	sheet->cairo = cairo_create(sheet->surface);
	/* Widths as the font's designer meant them, not rounded to a screen's. */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(sheet->cairo, options);
	cairo_font_options_destroy(options);
	pdf_sheet_scroll(sheet, 0);
	return sheet;
}

void pdf_sheet_scroll(struct pdf_sheet *sheet, int top)
{
	cairo_identity_matrix(sheet->cairo);
	cairo_translate(sheet->cairo, sheet->margin, sheet->margin);
	cairo_scale(sheet->cairo, DOT, DOT);
	cairo_translate(sheet->cairo, 0, -top);
}

void pdf_sheet_turn(struct pdf_sheet *sheet)
{
	cairo_show_page(sheet->cairo);
}

static void copy_word(char out_word[WORD_MAX], const char *text, size_t length)
{
	length = length < WORD_MAX ? length : WORD_MAX - 1;
	memcpy(out_word, text, length);
	out_word[length] = '\0';
}

static void set_font(struct pdf_sheet *sheet, struct paper_font font)
{
	cairo_set_font_face(sheet->cairo, sheet->pdf->faces[font.face]);
	cairo_set_font_size(sheet->cairo, font.px);
}

static int measure_width(void *context, struct paper_font font, const char *text, size_t length)
{
	struct pdf_sheet *sheet = context;
	cairo_text_extents_t extents;
	char word[WORD_MAX];

	copy_word(word, text, length);
	set_font(sheet, font);
	cairo_text_extents(sheet->cairo, word, &extents);
	return (int)(extents.x_advance + 0.5);
}

struct paper_measure pdf_sheet_measure(struct pdf_sheet *sheet)
{
	return (struct paper_measure){measure_width, sheet};
}

void pdf_sheet_shade(struct pdf_sheet *sheet, unsigned shade)
{
	cairo_set_source_rgb(sheet->cairo, (shade >> 16 & 0xff) / 255.0,
		(shade >> 8 & 0xff) / 255.0, (shade & 0xff) / 255.0);
}

void pdf_sheet_word(struct pdf_sheet *sheet, struct paper_font font, int x, int y, const char *text,
	size_t length)
{
	char word[WORD_MAX];

	copy_word(word, text, length);
	set_font(sheet, font);
	cairo_move_to(sheet->cairo, x, y);
	cairo_show_text(sheet->cairo, word);
}

void pdf_sheet_box(struct pdf_sheet *sheet, int x, int y, int width, int height)
{
	cairo_rectangle(sheet->cairo, x, y, width, height);
}

void pdf_sheet_fill(struct pdf_sheet *sheet)
{
	cairo_fill(sheet->cairo);
}

bool pdf_sheet_finish(struct pdf_sheet *sheet, bool done, uint8_t **out_bytes, size_t *out_size)
{
	cairo_destroy(sheet->cairo);
	cairo_surface_finish(sheet->surface);
	cairo_status_t status = cairo_surface_status(sheet->surface);
	if (status != CAIRO_STATUS_SUCCESS) {
		log_error("paper", "no PDF: %s", cairo_status_to_string(status));
		done = false;
	}
	cairo_surface_destroy(sheet->surface);
	if (done) {
		*out_bytes = sheet->bytes;
		*out_size = sheet->size;
	} else {
		free(sheet->bytes);
	}
	free(sheet);
	return done;
}
