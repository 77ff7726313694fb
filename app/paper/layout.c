#include "app/paper/layout.h"

#include "app/base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Inter's vertical metrics (look.md §2), in thousandths of an em. */
enum { ASCENT = 969, DESCENT = 241, CAPITAL = 727 };

/* heart, materialdesignicons U+F2D1 */
static const char heart[] = "\xEF\x8B\x91";

/* What depends on the paper's width: look.md §5 and the pictures beside it. */
struct layout_style {
	int margin, top, bottom;
	int before_line, after_line; /* around rules and dashes */
	int before_number, after_number;
	int number, number_min;
	int module;
	int size[DOCUMENT_FIGURE + 1];
	int line[DOCUMENT_FIGURE + 1];
};

static const struct layout_style wide = {
	.margin = 24,
	.top = 22,
	.bottom = 40,
	.before_line = 21,
	.after_line = 18,
	.before_number = 22,
	.after_number = 38,
	.number = 208,
	.number_min = 72,
	.module = 6,
	.size = {24, 26, 28, 36, 44},
	.line = {32, 36, 40, 44, 52},
};

static const struct layout_style narrow = {
	.margin = 12,
	.top = 20,
	.bottom = 32,
	.before_line = 18,
	.after_line = 14,
	.before_number = 20,
	.after_number = 26,
	.number = 144,
	.number_min = 48,
	.module = 5,
	.size = {24, 24, 26, 30, 28},
	.line = {32, 34, 36, 40, 40},
};

enum {
	RULE = 4,
	DASH = 3,
	DASH_ON = 12,
	DASH_OFF = 8,
	BAND_PAD = 8,
	QUIET = 4,
	PICTURE_GAP = 12,
	MODULE_MIN = 3,
	ONE_LINE = 1 << 20
};

struct maker {
	struct layout *layout;
	const struct layout_style *style;
	const struct paper_measure *measure;
	int (*qr_side)(const char *text);
	int left, width; /* of the printed column */
	int y;
};

static struct layout_piece *add_piece(struct maker *maker, enum layout_kind kind, int x, int y)
{
	struct layout *layout = maker->layout;

	if (layout->count == layout->room) {
		layout->room = layout->room ? layout->room * 2 : 64;
		layout->pieces =
			memory_resized(layout->pieces, layout->room, sizeof(*layout->pieces));
	}
	struct layout_piece *piece = &layout->pieces[layout->count++];
	*piece = (struct layout_piece){.kind = kind, .x = x, .y = y};
	return piece;
}

static void add_box(struct maker *maker, int x, int y, int width, int height)
{
	struct layout_piece *piece = add_piece(maker, LAYOUT_BOX, x, y);

	piece->width = width;
	piece->height = height;
}

static struct paper_font font_of(
	const struct maker *maker, enum document_size size, enum document_weight weight)
{
	struct paper_font font = {(enum paper_face)weight, maker->style->size[size]};

	if (weight != DOCUMENT_MEDIUM && size >= DOCUMENT_TITLE) {
		font.face = PAPER_DISPLAY;
	}
	return font;
}

/* The base line that centres capitals in a line of height `line` at `top`. */
static int base_line(int top, int line, int px)
{
	return top + ((line * 1000 - (ASCENT + DESCENT) * px) / 2 + ASCENT * px + 500) / 1000;
}

static void put_words(struct maker *maker, const struct paragraph *paragraph, size_t first,
	size_t next, int x, int base, bool white)
{
	for (size_t i = first; i < next; i++) {
		const struct paper_word *word = &paragraph->words[i];
		x += i > first ? word->gap : 0;
		struct layout_piece *piece = add_piece(maker, LAYOUT_TEXT, x, base);
		piece->font = word->font;
		piece->text = word->text;
		piece->length = word->length;
		piece->width = word->width;
		piece->white = white;
		x += word->width;
	}
}

/* Reads one text of `item` at `size`; the heart belongs to the line's text. */
static void read_text(struct maker *maker, const struct document_item *item, const char *text,
	enum document_size size, struct paragraph *out_paragraph)
{
	struct paper_font plain = font_of(maker, size, item->weight);

	paragraph_read(out_paragraph, text, plain, font_of(maker, size, DOCUMENT_BOLD),
		maker->width, maker->measure);
	if (item->heart && text == item->text) {
		struct paper_font icon = {PAPER_ICON, plain.px};
		paragraph_add_glued(out_paragraph, icon, heart, plain.px / 4, maker->measure);
	}
}

static void put_text(struct maker *maker, const struct document_item *item, const char *text,
	enum document_align align)
{
	enum document_size size = item->size;
	struct paragraph paragraph;
	int line, lines;

	read_text(maker, item, text, size, &paragraph);
	lines = paragraph_break(&paragraph, maker->width);
	if (lines > 1 && size == DOCUMENT_TITLE) {
		size = DOCUMENT_LABEL;
		read_text(maker, item, text, size, &paragraph);
		lines = paragraph_break(&paragraph, maker->width);
	}
	line = maker->style->line[size];
	for (size_t first = 0, next; first < paragraph.count; first = next) {
		int width = paragraph_line(&paragraph, first, &next);
		int x = maker->left;
		if (align == DOCUMENT_CENTER && width < maker->width) {
			x += (maker->width - width) / 2;
		}
		int base = base_line(maker->y, line, maker->style->size[size]);
		put_words(maker, &paragraph, first, next, x, base, false);
		maker->y += line;
	}
}

/*
 * Both texts on one line; where they do not fit, the right one goes a line down; where one of them
 * is too long even for that, they are paragraphs.
 */
static void put_pair(struct maker *maker, const struct document_item *item)
{
	int line = maker->style->line[item->size];
	int px = maker->style->size[item->size];
	struct paragraph left, right;
	size_t next;

	read_text(maker, item, item->text, item->size, &left);
	read_text(maker, item, item->right, item->size, &right);
	paragraph_break(&left, ONE_LINE);
	paragraph_break(&right, ONE_LINE);
	int left_width = left.count ? paragraph_line(&left, 0, &next) : 0;
	int right_width = right.count ? paragraph_line(&right, 0, &next) : 0;
	if (left_width > maker->width || right_width > maker->width) {
		put_text(maker, item, item->text, DOCUMENT_LEFT);
		put_text(maker, item, item->right, DOCUMENT_LEFT);
		return;
	}
	int base = base_line(maker->y, line, px);
	put_words(maker, &left, 0, left.count, maker->left, base, false);
	if (left_width + right_width + px / 2 > maker->width) {
		maker->y += line;
		base += line;
	}
	put_words(maker, &right, 0, right.count, maker->left + maker->width - right_width, base,
		false);
	maker->y += line;
}

static void put_number(struct maker *maker, const struct document_item *item)
{
	struct paper_font font = {PAPER_DISPLAY, maker->style->number};
	size_t length = strlen(item->text);
	int width;

	for (;; font.px -= 4) {
		width = maker->measure->width(maker->measure->context, font, item->text, length);
		if (width <= maker->width || font.px <= maker->style->number_min) {
			break;
		}
	}
	int capital = CAPITAL * font.px / 1000;
	maker->y += maker->style->before_number + capital;
	struct layout_piece *piece =
		add_piece(maker, LAYOUT_TEXT, maker->left + (maker->width - width) / 2, maker->y);
	piece->font = font;
	piece->text = item->text;
	piece->length = length;
	piece->width = width;
	maker->y += maker->style->after_number;
}

static void put_rule(struct maker *maker)
{
	maker->y += maker->style->before_line;
	add_box(maker, maker->left, maker->y, maker->width, RULE);
	maker->y += RULE + maker->style->after_line;
}

static void put_dashes(struct maker *maker)
{
	maker->y += maker->style->before_line;
	for (int x = 0; x < maker->width; x += DASH_ON + DASH_OFF) {
		int rest = maker->width - x;
		add_box(maker, maker->left + x, maker->y, rest < DASH_ON ? rest : DASH_ON, DASH);
	}
	maker->y += DASH + maker->style->after_line;
}

static void put_band(struct maker *maker, const struct document_item *item)
{
	struct paper_font font = {PAPER_BOLD, maker->style->size[DOCUMENT_LABEL]};
	int line = maker->style->line[DOCUMENT_LABEL];
	struct paragraph paragraph;

	paragraph_read(&paragraph, item->text, font, font, maker->width - 2 * maker->style->margin,
		maker->measure);
	int lines = paragraph_break(&paragraph, maker->width - 2 * maker->style->margin);
	maker->y += BAND_PAD;
	add_box(maker, maker->left, maker->y, maker->width, lines * line + 2 * BAND_PAD);
	maker->y += BAND_PAD;
	for (size_t first = 0, next; first < paragraph.count; first = next) {
		int width = paragraph_line(&paragraph, first, &next);
		put_words(maker, &paragraph, first, next, maker->left + (maker->width - width) / 2,
			base_line(maker->y, line, font.px), true);
		maker->y += line;
	}
	maker->y += 2 * BAND_PAD;
}

static void put_qr(struct maker *maker, const struct document_item *item)
{
	int side = maker->qr_side(item->text);
	int module = maker->style->module;

	if (side == 0) {
		return;
	}
	/* Its quiet zone may reach into the margins: nothing is printed there. */
	while (module > MODULE_MIN && (side + 2 * QUIET) * module > maker->layout->width) {
		module--;
	}
	int size = side * module;
	maker->y += QUIET * module;
	struct layout_piece *piece =
		add_piece(maker, LAYOUT_QR, (maker->layout->width - size) / 2, maker->y);
	piece->width = size;
	piece->height = size;
	piece->text = item->text;
	piece->length = strlen(item->text);
	maker->y += size + QUIET * module - 4;
}

/* What is wider than the paper is left out: a part of a coat of arms is none. */
static void put_picture(struct maker *maker, const struct document_picture *picture)
{
	int width = maker->layout->width;

	if (!picture || picture->width > width || picture->height > LAYOUT_HEIGHT_MAX) {
		return;
	}
	struct layout_piece *piece =
		add_piece(maker, LAYOUT_PICTURE, (width - picture->width) / 2, maker->y);
	piece->width = picture->width;
	piece->height = picture->height;
	piece->picture = picture;
	maker->y += picture->height + PICTURE_GAP;
}

static void put_item(struct maker *maker, const struct document_item *item)
{
	switch (item->kind) {
	case DOCUMENT_LINE: put_text(maker, item, item->text, item->align); break;
	case DOCUMENT_PAIR: put_pair(maker, item); break;
	case DOCUMENT_NUMBER: put_number(maker, item); break;
	case DOCUMENT_RULE: put_rule(maker); break;
	case DOCUMENT_DASHES: put_dashes(maker); break;
	case DOCUMENT_BAND: put_band(maker, item); break;
	case DOCUMENT_QR: put_qr(maker, item); break;
	case DOCUMENT_PICTURE: put_picture(maker, item->picture); break;
	case DOCUMENT_SPACE:
		maker->y += item->space > 0 && item->space < 1000 ? item->space : 0;
		break;
	}
}

bool layout_make(struct layout *layout, const struct document *document, int width,
	const struct paper_measure *measure, int (*qr_side)(const char *text))
{
	assert(width >= 200 && width <= 2000);
	const struct layout_style *style = width < 480 ? &narrow : &wide;
	struct maker maker = {
		.layout = layout,
		.style = style,
		.measure = measure,
		.qr_side = qr_side,
		.left = style->margin,
		.width = width - 2 * style->margin,
		.y = style->top,
	};

	*layout = (struct layout){.width = width};
	for (size_t i = 0; i < document->count && maker.y <= LAYOUT_HEIGHT_MAX; i++) {
		put_item(&maker, &document->items[i]);
	}
	layout->height = maker.y + style->bottom;
	return layout->height <= LAYOUT_HEIGHT_MAX;
}

void layout_finish(struct layout *layout)
{
	free(layout->pieces);
	*layout = (struct layout){0};
}
