#include "app/ui/ui.h"

#include "app/base/text.h"
#include "app/ui/icon.h"

#include <math.h>
#include <string.h>

const struct ui_style UI_NOTE = {DRAW_REGULAR, 24, 32};
const struct ui_style UI_NOTE_MEDIUM = {DRAW_MEDIUM, 24, 32};
const struct ui_style UI_NOTE_SEMIBOLD = {DRAW_SEMIBOLD, 24, 32};
const struct ui_style UI_BODY = {DRAW_REGULAR, 28, 40};
const struct ui_style UI_CARD_TEXT = {DRAW_REGULAR, 28, 36};
const struct ui_style UI_LABEL = {DRAW_SEMIBOLD, 32, 40};
const struct ui_style UI_FIELD = {DRAW_MEDIUM, 36, 48};
const struct ui_style UI_LEAD = {DRAW_DISPLAY_MEDIUM, 40, 52};
const struct ui_style UI_LEAD_SEMIBOLD = {DRAW_DISPLAY_SEMIBOLD, 40, 52};
const struct ui_style UI_TITLE = {DRAW_DISPLAY_BOLD, 52, 64};
const struct ui_style UI_HEADLINE = {DRAW_DISPLAY_BOLD, 68, 80};
const struct ui_style UI_HERO = {DRAW_DISPLAY_BOLD, 96, 112};

/* look.md §2: what large text makes of a size. */
static double enlarged(double size)
{
	static const struct {
		double from, to;
	} rows[] = {{0, 0}, {24, 42}, {28, 42}, {32, 48}, {40, 48}, {52, 64}, {68, 76}, {96, 96}};
	size_t count = sizeof(rows) / sizeof(rows[0]);

	for (size_t i = 1; i < count; i++) {
		if (size <= rows[i].from) {
			double share =
				(size - rows[i - 1].from) / (rows[i].from - rows[i - 1].from);
			return rows[i - 1].to + share * (rows[i].to - rows[i - 1].to);
		}
	}
	return size;
}

struct ui_style ui_sized(const struct ui *ui, struct ui_style style)
{
	double size = (ui->large ? enlarged(style.size) : style.size) * ui->text_share;

	if (style.size > 0) {
		style.line = (int)lround(style.line * size / style.size);
	}
	style.size = (int)lround(size);
	return style;
}

int ui_line(const struct ui *ui, struct ui_style style)
{
	return ui_sized(ui, style).line;
}

static int measure_px(const struct ui *ui, struct ui_style style, const char *text)
{
	return ui->measure(
		ui->measure_context, style.face, ui_px(ui, ui_sized(ui, style).size), text);
}

int ui_text_width(const struct ui *ui, struct ui_style style, const char *text)
{
	return (int)ceil(measure_px(ui, style, text) / ui->scale);
}

/* Pixels from the left of a box `room` wide to a text `width` wide. */
static int align_offset(enum ui_align align, int room, int width)
{
	if (align == UI_LEFT) {
		return 0;
	}
	return align == UI_RIGHT ? room - width : (room - width) / 2;
}

void ui_text(struct ui *ui, struct rect rect, struct ui_style style, enum ui_align align,
	enum theme_token color, const char *text)
{
	struct rect box = ui_rect(ui, rect);
	int width = measure_px(ui, style, text);
	style = ui_sized(ui, style);
	int line = ui_px(ui, style.line);
	struct rect place = {
		box.x + align_offset(align, box.w, width), box.y + (box.h - line) / 2, width, line};

	draw_text(
		&ui->list, place, style.face, ui_px(ui, style.size), ui_ink(ui, rect, color), text);
}

const char *ui_fitting(
	const struct ui *ui, int width, struct ui_style style, const char *const *texts)
{
	const char *text = *texts;

	for (; *texts; texts++) {
		text = *texts;
		if (measure_px(ui, style, text) <= ui_px(ui, width)) {
			break;
		}
	}
	return text;
}

void ui_counter(struct ui *ui, struct rect rect, enum draw_face face, int size, enum ui_align align,
	enum theme_token color, const char *digits)
{
	struct rect box = ui_rect(ui, rect);
	struct ui_style style = {face, size, size * 5 / 4};
	double em = size * ui->scale, total = 0, x;
	int line = ui_px(ui, style.line);

	for (const char *at = digits; *at; at++) {
		total += (*at == '.' ? 0.28 : 0.62) * em;
	}
	x = box.x + align_offset(align, box.w, (int)lround(total));
	for (const char *at = digits; *at; at++) {
		const char cell[2] = {*at, '\0'};
		double room = (*at == '.' ? 0.28 : 0.62) * em;
		int width = ui->measure(ui->measure_context, face, ui_px(ui, size), cell);
		struct rect place = {(int)lround(x + (room - width) / 2),
			box.y + (box.h - line) / 2, width, line};
		draw_text(&ui->list, place, face, ui_px(ui, size), ui_ink(ui, rect, color), cell);
		x += room;
	}
}

void ui_icon(struct ui *ui, struct rect rect, int size, enum theme_token color, const char *icon)
{
	struct rect box = ui_rect(ui, rect);
	int side = ui_px(ui, size);
	struct rect place = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};

	draw_text(&ui->list, place, DRAW_ICONS, side, ui_ink(ui, rect, color), icon_text(icon));
}
