#include "app/paper/face.h"
#include "app/paper/layout.h"
#include "app/paper/page.h"
#include "app/paper/picture.h"
#include "app/paper/qr.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <SDL_ttf.h>

#include <stdlib.h>
#include <string.h>

/* Coverage from which a dot is black: 56 % (look.md §5), so that thin strokes neither clog nor
 * break at 203 dots an inch. */
enum { THRESHOLD = 143, WORD_MAX = 512 };

struct face {
	struct font_file file;
	TTF_Font *font;
	int px;
};

struct paper {
	struct face faces[PAPER_FACES];
};

static bool open_face(enum paper_face kind, struct face *face)
{
	enum { FIRST_PX = 24 };

	if (!face_map(kind, &face->file)) {
		return false;
	}
	face->font = TTF_OpenFontRW(
		SDL_RWFromConstMem(face->file.data, (int)face->file.size), 1, FIRST_PX);
	if (!face->font) {
		log_error(
			"paper", "the font %s is not usable: %s", face_path(kind), TTF_GetError());
		return false;
	}
	face->px = FIRST_PX;
	TTF_SetFontHinting(face->font, TTF_HINTING_LIGHT_SUBPIXEL);
	return true;
}

struct paper *paper_create(void)
{
	struct paper *paper;

	if (TTF_Init() != 0) {
		log_error("paper", "no fonts: %s", TTF_GetError());
		return NULL;
	}
	paper = memory_zeroed(1, sizeof(*paper));
	for (int i = 0; i < PAPER_FACES; i++) {
		if (!open_face((enum paper_face)i, &paper->faces[i])) {
			paper_destroy(paper);
			return NULL;
		}
	}
	return paper;
}

void paper_destroy(struct paper *paper)
{
	if (!paper) {
		return;
	}
	for (int i = 0; i < PAPER_FACES; i++) {
		struct face *face = &paper->faces[i];
		if (face->font) {
			TTF_CloseFont(face->font);
		}
		font_file_finish(&face->file);
	}
	free(paper);
	TTF_Quit();
}

static TTF_Font *font_at(struct paper *paper, struct paper_font font)
{
	struct face *face = &paper->faces[font.face];

	if (face->px != font.px && TTF_SetFontSize(face->font, font.px) == 0) {
		face->px = font.px;
	}
	return face->font;
}

static int measure_width(void *context, struct paper_font font, const char *text, size_t length)
{
	char word[WORD_MAX];
	int width = 0;

	length = length < sizeof(word) ? length : sizeof(word) - 1;
	memcpy(word, text, length);
	word[length] = '\0';
	TTF_SizeUTF8(font_at(context, font), word, &width, NULL);
	return width;
}

static bool draw_text(struct paper *paper, const struct layout_piece *piece, struct page *page)
{
	const SDL_Color black = {0, 0, 0, 255};
	const SDL_Color white = {255, 255, 255, 255};
	TTF_Font *font = font_at(paper, piece->font);
	char word[WORD_MAX];
	size_t length = piece->length < sizeof(word) ? piece->length : sizeof(word) - 1;
	int top = piece->y - TTF_FontAscent(font);

	memcpy(word, piece->text, length);
	word[length] = '\0';
	if (length == 0) {
		return true;
	}
	SDL_Surface *surface = TTF_RenderUTF8_Shaded(font, word, black, white);
	if (!surface) {
		log_error("paper", "a word cannot be drawn: %s", TTF_GetError());
		return false;
	}
	/* In a shaded surface the pixel is the coverage itself. */
	for (int y = 0; y < surface->h; y++) {
		const uint8_t *row = (const uint8_t *)surface->pixels + y * surface->pitch;
		for (int x = 0; x < surface->w; x++) {
			if (row[x] >= THRESHOLD) {
				page_set(page, piece->x + x, top + y, piece->white);
			}
		}
	}
	SDL_FreeSurface(surface);
	return true;
}

static void draw_qr(const struct layout_piece *piece, struct page *page)
{
	struct qr qr;

	if (!qr_encode(piece->text, &qr)) {
		return;
	}
	int module = piece->width / qr.side;
	for (int i = 0; i < qr.side * qr.side; i++) {
		if (qr.modules[i]) {
			page_fill(page, piece->x + i % qr.side * module,
				piece->y + i / qr.side * module, module, module, false);
		}
	}
}

static void draw_picture(const struct layout_piece *piece, struct page *page)
{
	for (int i = 0; i < piece->width * piece->height; i++) {
		int x = i % piece->width, y = i / piece->width;
		if (picture_dot(piece->picture, x, y)) {
			page_set(page, piece->x + x, piece->y + y, false);
		}
	}
}

bool paper_render(
	struct paper *paper, const struct document *document, int width, struct page *out_page)
{
	struct paper_measure measure = {measure_width, paper};
	struct layout layout;
	bool done = layout_make(&layout, document, width, &measure, qr_side);

	if (!done) {
		log_error("paper", "a document is too long for one slip");
		layout_finish(&layout);
		return false;
	}
	page_init(out_page, layout.width, layout.height);
	for (size_t i = 0; i < layout.count && done; i++) {
		const struct layout_piece *piece = &layout.pieces[i];
		switch (piece->kind) {
		case LAYOUT_TEXT: done = draw_text(paper, piece, out_page); break;
		case LAYOUT_QR: draw_qr(piece, out_page); break;
		case LAYOUT_PICTURE: draw_picture(piece, out_page); break;
		case LAYOUT_BOX:
			page_fill(out_page, piece->x, piece->y, piece->width, piece->height, false);
			break;
		}
	}
	layout_finish(&layout);
	if (!done) {
		page_finish(out_page);
	}
	return done;
}
