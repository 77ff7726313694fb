#include "app/ui/widget.h"

enum { CONTRAST_BORDER = 4 };

/* ---- buttons ---- */

struct button_colors {
	draw_color fill, down, text;
	enum theme_token border; /* THEME_CLEAR = none */
};

static struct rect on_panel(const struct ui *ui, struct rect rect)
{
	return rect_meet(ui->panel, rect);
}

static draw_color quiet_fill(const struct ui *ui, struct rect rect)
{
	return ui_color(ui, rect_is_empty(on_panel(ui, rect)) ? THEME_SUNK : THEME_KEY2);
}

static struct button_colors disabled_colors(
	const struct ui *ui, struct rect rect, enum ui_button_kind kind)
{
	bool filled = kind != UI_SECONDARY && !ui->theme->flat;
	draw_color fill = filled ? quiet_fill(ui, rect) : ui_color(ui, THEME_CLEAR);

	return (struct button_colors){
		fill, fill, ui_color(ui, THEME_DISABLED), filled ? THEME_CLEAR : THEME_LINE};
}

static struct button_colors button_colors(
	const struct ui *ui, struct rect rect, const struct ui_button *look)
{
	if (look->disabled) {
		return disabled_colors(ui, rect, look->kind);
	}
	if (look->kind == UI_PRIMARY) {
		return (struct button_colors){ui_color(ui, THEME_ACTION),
			ui_color(ui, THEME_ACTION_DOWN), ui_color(ui, THEME_ON_ACTION),
			THEME_CLEAR};
	}
	if (ui->theme->flat) {
		return (struct button_colors){ui_color(ui, THEME_CARD), ui_color(ui, THEME_WHITE),
			ui_color(ui, THEME_WHITE), THEME_WHITE};
	}
	if (look->kind == UI_SECONDARY) {
		return (struct button_colors){ui_color(ui, THEME_CARD), ui_color(ui, THEME_TINT),
			ui_color(ui, THEME_ACTION), THEME_EDGE};
	}
	return (struct button_colors){quiet_fill(ui, rect), ui_color(ui, THEME_KEY2),
		ui_color(ui, THEME_INK), THEME_CLEAR};
}

static int content_width(
	const struct ui *ui, const char *label, const struct ui_button *look, struct ui_style style)
{
	int text = *label ? ui_text_width(ui, style, label) : 0;

	if (!look->icon) {
		return text;
	}
	return text + style.size * 5 / 4 + (*label ? style.size / 2 : 0);
}

/* One size down, and again, for a label that does not fit. */
static struct ui_style button_style(
	const struct ui *ui, int room, const char *label, const struct ui_button *look)
{
	struct ui_style style = UI_LABEL;

	style.size = look->text_size ? look->text_size : UI_LABEL.size;
	while (style.size > 12 && content_width(ui, label, look, style) > room) {
		style.size -= 2;
	}
	style.line = style.size * 5 / 4;
	return style;
}

static void draw_content(struct ui *ui, struct rect rect, const char *label,
	const struct ui_button *look, draw_color color)
{
	const int side = rect.w > 200 ? 24 : 12, room = rect.w - 2 * side;
	const struct ui_button bare = {.text_size = look->text_size};
	struct ui_style style = button_style(ui, room, label, look);
	if (look->icon_right && style.size < button_style(ui, room, label, &bare).size) {
		look = &bare;
		style = button_style(ui, room, label, look);
	}
	int width = content_width(ui, label, look, style), icon = style.size * 5 / 4;
	struct rect text = {rect.x + (rect.w - width) / 2, rect.y, width, rect.h};
	struct rect glyph = {text.x, rect.y, icon, rect.h};

	if (look->icon && look->icon_right) {
		glyph.x = text.x + width - icon;
	} else if (look->icon) {
		text.x += width - ui_text_width(ui, style, label);
	}
	size_t first = ui->list.count;
	if (look->icon) {
		ui_icon(ui, glyph, icon, THEME_INK, look->icon);
	}
	ui_text(ui, text, style, UI_LEFT, THEME_INK, label);
	for (size_t i = first; i < ui->list.count; i++) {
		ui->list.commands[i].color = color;
	}
}

bool ui_button(
	struct ui *ui, const char *id, struct rect rect, const char *label, struct ui_button look)
{
	struct button_colors colors = button_colors(ui, rect, &look);
	int radius = rect.h >= 80 ? 16 : rect.h / 6;
	double fade = 0;
	bool tapped = !look.disabled && ui_touch(ui, id, rect, NULL, &fade);

	ui_fill_color(ui, rect, radius, ui_blend(colors.fill, colors.down, fade));
	if (colors.border != THEME_CLEAR) {
		ui_outline(ui, rect, radius, ui->theme->flat ? CONTRAST_BORDER : 2, colors.border);
	}
	if (ui->theme->flat && fade > 0.5) {
		colors.text = ui_color(ui, THEME_ON_ACTION);
	}
	draw_content(ui, rect, label, &look, colors.text);
	ui_focus_ring(ui, id, rect, radius, THEME_INK);
	return tapped;
}

/* ---- choice cards ---- */

static void draw_choice_flat(struct ui *ui, struct rect rect, struct ui_choice state, bool held)
{
	bool white = held || state.selected;

	ui_fill(ui, rect, 24, white ? THEME_WHITE : THEME_CARD);
	if (!white) {
		ui_outline(
			ui, rect, 24, CONTRAST_BORDER, state.disabled ? THEME_LINE : THEME_WHITE);
	}
	ui->inverse = white ? rect : (struct rect){0};
}

static void draw_choice_light(struct ui *ui, struct rect rect, struct ui_choice state, double fade)
{
	draw_color card = ui_color(ui, THEME_CARD), tint = ui_color(ui, THEME_TINT);

	if (state.disabled) {
		ui_fill(ui, rect, 24, THEME_SUNK);
		return;
	}
	if (!state.selected && fade < 1) {
		ui_shadow(ui, rect, 24, DRAW_SHADOW_CARD);
	}
	ui_fill_color(ui, rect, 24, ui_blend(card, tint, state.selected ? 1 : fade));
	if (state.selected) {
		ui_outline(ui, rect, 24, 4, THEME_ACTION);
	}
}

bool ui_choice(struct ui *ui, const char *id, struct rect rect, struct ui_choice state)
{
	bool held = false;
	double fade = 0;
	bool tapped = !state.disabled && ui_touch(ui, id, rect, &held, &fade);

	if (ui->theme->flat) {
		draw_choice_flat(ui, rect, state, held);
	} else {
		draw_choice_light(ui, rect, state, fade);
	}
	if (state.selected && !state.unmarked) {
		int side = rect.h < 200 ? 40 : 48, inset = rect.h < 200 ? 16 : 32;
		struct rect check = {rect.x + rect.w - inset - side, rect.y + inset, side, side};
		ui_icon(ui, check, side, THEME_ACTION, "check-circle");
	}
	ui_focus_ring(ui, id, rect, 24, THEME_INK);
	if (state.out_held) {
		*state.out_held = held;
	}
	return tapped;
}

static void draw_tile(struct ui *ui, struct rect tile, const char *icon, enum theme_token ground,
	enum theme_token glyph)
{
	bool large = tile.w >= 96;

	ui_fill(ui, tile, large ? 28 : tile.w / 4, ground);
	size_t first = ui->list.count;
	ui_icon(ui, tile, large ? tile.w * 7 / 12 : tile.w * 11 / 20, glyph, icon);
	if (ui->list.count > first) {
		ui->list.commands[first].color = ui_color(ui, glyph);
	}
}

void ui_icon_tile(struct ui *ui, int x, int y, int side, const char *icon, bool white)
{
	struct rect tile = {x, y, side, side};
	bool inverse = rect_holds(ui->inverse, x + side / 2, y + side / 2);

	if (white || inverse) {
		draw_tile(ui, tile, icon, THEME_CARD, THEME_ACTION);
	} else if (ui->theme->flat) {
		draw_tile(ui, tile, icon, THEME_ACTION, THEME_ON_ACTION);
	} else {
		draw_tile(ui, tile, icon, THEME_TINT, THEME_ACTION);
	}
}

void ui_icon_tile_checked(struct ui *ui, int x, int y, int side)
{
	draw_tile(
		ui, (struct rect){x, y, side, side}, "check-circle", THEME_ACTION, THEME_ON_ACTION);
}

void ui_icon_tile_disabled(struct ui *ui, int x, int y, int side, const char *icon)
{
	draw_tile(ui, (struct rect){x, y, side, side}, icon, THEME_DISABLED_TILE,
		THEME_DISABLED_ICON);
}

/* ---- segment and switch ---- */

static void draw_half(struct ui *ui, struct rect half, struct ui_style style, const char *label,
	bool chosen, bool held)
{
	enum theme_token color = THEME_INK2;

	if (held && !chosen) {
		ui_fill(ui, half, 12, THEME_LINE);
	}

	if (chosen) {
		ui_shadow(ui, half, 12, DRAW_SHADOW_SEGMENT);
		ui_fill(ui, half, 12, ui->theme->flat ? THEME_WHITE : THEME_CARD);
		color = ui->theme->flat ? THEME_ON_ACTION : THEME_ACTION;
	}
	ui_text(ui, half, style, UI_CENTER, color, label);
}

int ui_segment(
	struct ui *ui, const char *id, struct rect rect, const char *const labels[2], int chosen)
{
	enum { SIDE = 12, LEAST = 16 };
	struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	int first, second;
	do { /* both alike, clear of each other */
		first = ui_text_width(ui, style, labels[0]);
		second = ui_text_width(ui, style, labels[1]);
	} while (first + second + 4 * SIDE + 12 > rect.w && --style.size >= LEAST);
	int split = 6 + first + (rect.w - 12 - first - second) / 2;
	int tapped = -1;

	ui_fill_color(ui, rect, 16, quiet_fill(ui, rect));
	if (ui->theme->flat) {
		ui_outline(ui, rect, 16, CONTRAST_BORDER, THEME_WHITE);
	}
	for (int i = 0; i < 2; i++) {
		char part[UI_ID_SIZE];
		struct rect target = {
			rect.x + (i ? split : 0), rect.y, i ? rect.w - split : split, rect.h};
		struct rect half = {rect.x + (i ? split : 6), rect.y + 6,
			i ? rect.w - 6 - split : split - 6, rect.h - 12};
		snprintf(part, sizeof(part), "%s.%d", id, i);
		bool held;
		if (ui_touch(ui, part, target, &held, NULL)) {
			tapped = i;
		}
		ui_describe(ui, part, i == chosen ? UI_PART_CHOSEN : UI_PART_BUTTON, target);
		draw_half(ui, half, style, labels[i], i == chosen, held);
		ui_focus_ring(ui, part, half, 12, THEME_INK);
	}
	return tapped;
}

bool ui_switch(struct ui *ui, const char *id, struct rect rect, int knob_x, bool on)
{
	struct rect body = {knob_x, rect.y + (rect.h - 56) / 2, 96, 56};
	struct rect knob = {body.x + (on ? 96 - 6 - 44 : 6), body.y + 6, 44, 44};
	bool tapped = ui_touch(ui, id, rect, NULL, NULL);

	ui_describe(ui, id, on ? UI_PART_ON : UI_PART_OFF, rect);
	if (ui->theme->flat) {
		ui_fill(ui, body, 28, on ? THEME_ACTION : THEME_CARD);
		ui_outline(ui, body, 28, CONTRAST_BORDER, THEME_WHITE);
		ui_fill(ui, knob, 22, on ? THEME_ON_ACTION : THEME_WHITE);
	} else {
		ui_fill(ui, body, 28, on ? THEME_ACTION : THEME_EDGE);
		ui_fill(ui, knob, 22, THEME_WHITE);
	}
	ui_focus_ring(ui, id, rect, 24, THEME_INK);
	return tapped;
}
