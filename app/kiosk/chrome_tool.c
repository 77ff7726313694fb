#include "app/kiosk/chrome.h"

static enum theme_token ground_of(const struct ui *ui, struct rect rect, bool held, bool raised)
{
	if (held) {
		return raised ? THEME_TINT : THEME_KEY2;
	}
	if (raised) {
		return THEME_CARD;
	}
	return rect.y >= ui->panel.y && ui->panel.h > 0 ? THEME_KEY2 : THEME_SUNK;
}

static struct ui_style fitting(
	const struct ui *ui, struct ui_style style, int least, int room, const char *label)
{
	while (style.size > least && ui_text_width(ui, style, label) > room) {
		style.size -= 2;
	}
	return style;
}

static void draw_over(struct ui *ui, struct rect rect, const char *icon, const char *label,
	const enum theme_token inks[2])
{
	enum { HIGH = 120, SIDE = 12, LEAST = 12 };
	const int side = rect.h >= HIGH ? 40 : 30, gap = rect.h >= HIGH ? 8 : 2;
	const int room = rect.w - 2 * SIDE;
	struct ui_style style =
		fitting(ui, (struct ui_style){DRAW_SEMIBOLD, 28, 40}, LEAST, room, label);
	if (rect.h < HIGH) {
		style.line = style.size * 4 / 3;
	}
	const int line = ui_line(ui, style), top = rect.y + (rect.h - side - gap - line) / 2;
	ui_icon(ui, (struct rect){rect.x, top, rect.w, side}, side, inks[0], icon);
	ui_text(ui, (struct rect){rect.x + SIDE, top + side + gap, room, line}, style, UI_CENTER,
		inks[1], label);
}

/* Icon before the label; over it in a high button, or where there is no room beside it. */
static void draw_inside(struct ui *ui, struct rect rect, const char *icon, const char *key,
	const enum theme_token inks[2])
{
	enum { ICON = 40, GAP = 16, SIDE = 12, HIGH = 120, LEAST = 20 };
	const struct ui_style whole = {DRAW_SEMIBOLD, 28, 40};
	const bool high = rect.h >= HIGH;
	const int room = rect.w - 2 * SIDE - (high ? 0 : ICON + GAP);
	const char *const forms[] = {
		language_text(ui->language, key), language_short(ui->language, key), NULL};
	const char *label = ui_fitting(ui, room, whole, forms);
	const struct ui_style style = fitting(ui, whole, LEAST, room, label);
	const int text = ui_text_width(ui, style, label);
	if (high || text > room) {
		draw_over(ui, rect, icon, label, inks);
		return;
	}
	const int x = rect.x + (rect.w - ICON - GAP - text) / 2;
	ui_icon(ui, (struct rect){x, rect.y, ICON, rect.h}, ICON, inks[0], icon);
	ui_text(ui, (struct rect){x + ICON + GAP, rect.y, text, rect.h}, style, UI_LEFT, inks[1],
		label);
}

/* `on`: what the button stands for is switched on. */
static bool draw_button(
	struct ui *ui, struct chrome_tool_look look, struct rect rect, bool raised, bool on)
{
	enum theme_token inks[2] = {THEME_ACTION, THEME_INK};
	bool held = false;
	bool tapped = ui_touch(ui, look.id, rect, &held, NULL);
	ui_describe(ui, look.id, on ? UI_PART_ON : UI_PART_BUTTON, rect);
	enum theme_token ground = ground_of(ui, rect, held, raised);
	if (on) {
		ground = ui->theme->flat ? THEME_WHITE : held ? THEME_ACTION_DOWN : THEME_ACTION;
		inks[0] = inks[1] = THEME_ON_ACTION;
	} else if (raised && !held) {
		ui_shadow(ui, rect, 16, DRAW_SHADOW_CARD);
	}
	ui_fill(ui, rect, 16, ground);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 16, 4, THEME_INK);
	}
	draw_inside(ui, rect, look.icon, look.key, inks);
	ui_focus_ring(ui, look.id, rect, 16, THEME_INK);
	return tapped;
}

const struct chrome_tool_look chrome_tools[TOOL_COUNT] = {
	[TOOL_ACCESS] = {"kiosk.access", "format-size", "kiosk.access", ACTION_ADJUST},
	[TOOL_LARGE] = {"kiosk.large", "format-size", "kiosk.large", ACTION_LARGE},
	[TOOL_CONTRAST] = {"kiosk.contrast", "contrast-circle", "kiosk.contrast", ACTION_CONTRAST},
	[TOOL_LOW] = {"kiosk.low", "format-vertical-align-bottom", "kiosk.low", ACTION_LOW},
	[TOOL_ALOUD] = {"kiosk.aloud", "volume-high", "kiosk.aloud", ACTION_ALOUD},
};

bool chrome_tool_is_on(const struct journey *journey, enum chrome_tool tool)
{
	switch (tool) {
	case TOOL_LARGE: return journey->large;
	case TOOL_CONTRAST: return journey->contrast;
	case TOOL_LOW: return journey->low;
	case TOOL_ALOUD: return journey->aloud;
	default: return journey->large || journey->contrast || journey->low || journey->aloud;
	}
}

struct action chrome_tool(struct ui *ui, const struct journey *journey, enum chrome_tool tool,
	struct rect rect, bool raised)
{
	bool tapped =
		draw_button(ui, chrome_tools[tool], rect, raised, chrome_tool_is_on(journey, tool));
	return (struct action){.kind = tapped ? chrome_tools[tool].action : ACTION_NONE};
}

struct action chrome_button(
	struct ui *ui, struct chrome_tool_look look, struct rect rect, bool raised)
{
	bool tapped = draw_button(ui, look, rect, raised, false);
	return (struct action){.kind = tapped ? look.action : ACTION_NONE};
}

struct action chrome_standards(struct ui *ui, const char *id, struct rect rect, bool raised)
{
	return chrome_button(ui,
		(struct chrome_tool_look){
			id, "clipboard-text", "kiosk.standards.title", ACTION_STANDARDS},
		rect, raised);
}
