#include "app/ui/ui.h"

#include <math.h>

enum { CONTRAST_BORDER = 4, CARD_RADIUS = 24 };

static int at_least_one(int pixels)
{
	return pixels > 1 ? pixels : 1;
}

void ui_clip(struct ui *ui, struct rect rect)
{
	draw_clip(&ui->list, ui_rect(ui, rect));
}

void ui_unclip(struct ui *ui)
{
	draw_clip(&ui->list, DRAW_EVERYWHERE);
}

draw_color ui_blend(draw_color from, draw_color to, double share)
{
	draw_color mixed = 0;

	for (int shift = 0; shift < 32; shift += 8) {
		double a = (from >> shift) & 0xFF, b = (to >> shift) & 0xFF;
		mixed |= (draw_color)lround(a + (b - a) * share) << shift;
	}
	return mixed;
}

void ui_fill_color(struct ui *ui, struct rect rect, int radius, draw_color color)
{
	draw_rect(&ui->list, ui_rect(ui, rect), ui_px(ui, radius), color);
}

void ui_fill(struct ui *ui, struct rect rect, int radius, enum theme_token color)
{
	ui_fill_color(ui, rect, radius, ui_color(ui, color));
}

void ui_outline(struct ui *ui, struct rect rect, int radius, int width, enum theme_token color)
{
	draw_border(&ui->list, ui_rect(ui, rect), ui_px(ui, radius), at_least_one(ui_px(ui, width)),
		ui_color(ui, color));
}

void ui_shadow(struct ui *ui, struct rect rect, int radius, enum draw_shadow shadow)
{
	if (ui->theme->flat) {
		return;
	}
	draw_shadow(&ui->list, ui_rect(ui, rect), ui_px(ui, radius), shadow,
		(int)lround(ui->scale * 1000));
}

void ui_card(struct ui *ui, struct rect rect)
{
	ui_shadow(ui, rect, CARD_RADIUS, DRAW_SHADOW_CARD);
	ui_fill(ui, rect, CARD_RADIUS, THEME_CARD);
	if (ui->theme->flat) {
		ui_outline(ui, rect, CARD_RADIUS, CONTRAST_BORDER, THEME_WHITE);
	}
}

void ui_modules(
	struct ui *ui, struct rect rect, int side, const uint8_t *modules, enum theme_token color)
{
	struct rect box = ui_rect(ui, rect);
	int whole = box.w / side * side; /* a scanner wants equal modules */
	struct rect place = {
		box.x + (box.w - whole) / 2, box.y + (box.h - whole) / 2, whole, whole};

	draw_modules(&ui->list, place, side, modules, ui_color(ui, color));
}

void ui_mark(struct ui *ui, int x, int base, int height, bool white)
{
	static const enum theme_token colors[] = {
		THEME_BPS_ORANGE, THEME_BPS_GREEN, THEME_BPS_BLUE};
	static const int heights[] = {28, 42, 56};

	for (int i = 0; i < 3; i++) {
		struct rect bar = {x + i * 20 * height / 56, base - heights[i] * height / 56,
			16 * height / 56, heights[i] * height / 56};
		ui_fill(ui, bar, 5 * height / 56, white ? THEME_WHITE : colors[i]);
	}
}

void ui_focus_ring(
	struct ui *ui, const char *id, struct rect rect, int radius, enum theme_token color)
{
	struct rect ring = {rect.x - 10, rect.y - 10, rect.w + 20, rect.h + 20};

	if (!ui_focused(ui, id)) {
		return;
	}
	if (ui->theme->flat) {
		ui_outline(ui, ring, radius + 10, 10, THEME_PAGE);
	}
	ui_outline(ui, ring, radius + 10, 6, ui->theme->flat ? THEME_ACTION : color);
}

void ui_picture(struct ui *ui, struct rect rect, int radius, double share,
	const struct draw_picture *picture)
{
	struct rect box = ui_rect(ui, rect);
	double seen = share < 0 ? 0 : share > 1 ? 1 : share;
	draw_picture(&ui->list, box.x + (box.w - picture->width) / 2,
		box.y + (box.h - picture->height) / 2, ui_px(ui, radius), (int)lround(seen * 255),
		picture);
}
