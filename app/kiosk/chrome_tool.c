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

enum { SIDE = 12, ICON = 40, GAP = 16, HIGH = 120, AIR = 10 };
static const struct ui_style LABEL = {DRAW_SEMIBOLD, 28, 40};

static void draw_over(struct ui *ui, struct rect rect, const char *icon, const char *label,
	struct ui_style style, const enum theme_token inks[2])
{
	const int side = rect.h >= HIGH ? 40 : 30, gap = rect.h >= HIGH ? 8 : 2;
	const int room = rect.w - 2 * SIDE;
	if (rect.h < HIGH) {
		style.line = style.size * 4 / 3;
	}
	while (style.size > SIDE && side + gap + ui_line(ui, style) > rect.h - AIR) {
		style.size -= 2;
		style.line = style.size * 4 / 3;
	}
	const int line = ui_line(ui, style), top = rect.y + (rect.h - side - gap - line) / 2;
	ui_icon(ui, (struct rect){rect.x, top, rect.w, side}, side, inks[0], icon);
	ui_text(ui, (struct rect){rect.x + SIDE, top + side + gap, room, line}, style, UI_CENTER,
		inks[1], label);
}

static void draw_beside(struct ui *ui, struct rect rect, const char *icon, const char *label,
	struct ui_style style, const enum theme_token inks[2])
{
	const int text = ui_text_width(ui, style, label);
	const int x = rect.x + (rect.w - ICON - GAP - text) / 2;
	ui_icon(ui, (struct rect){x, rect.y, ICON, rect.h}, ICON, inks[0], icon);
	ui_text(ui, (struct rect){x + ICON + GAP, rect.y, text, rect.h}, style, UI_LEFT, inks[1],
		label);
}

/* Whole or short, whichever fits. */
static const char *label_of(const struct ui *ui, const char *key, int room)
{
	const char *const forms[] = {
		language_text(ui->language, key), language_short(ui->language, key), NULL};
	return ui_fitting(ui, room, LABEL, forms);
}

/* Icon before the label; over it in a high button, or where there is no room beside it. */
static void draw_inside(struct ui *ui, struct rect rect, const char *icon, const char *key,
	const enum theme_token inks[2])
{
	enum { LEAST = 20, LEAST_OVER = 12 };
	const bool high = rect.h >= HIGH;
	const int whole = rect.w - 2 * SIDE, room = whole - (high ? 0 : ICON + GAP);
	const char *label = label_of(ui, key, room);
	const struct ui_style style = fitting(ui, LABEL, LEAST, room, label);
	if (high || ui_text_width(ui, style, label) > room) {
		draw_over(
			ui, rect, icon, label, fitting(ui, LABEL, LEAST_OVER, whole, label), inks);
	} else {
		draw_beside(ui, rect, icon, label, style, inks);
	}
}

static struct ui_style set_style(const struct chrome_set *set)
{
	return (struct ui_style){DRAW_SEMIBOLD, set->size, set->size * 5 / 4};
}

/* As its set has it. */
static void draw_in_set(struct ui *ui, struct rect rect, const struct chrome_tool_look *look,
	const enum theme_token inks[2])
{
	const struct chrome_set *set = look->set;
	const struct ui_style style = set_style(set);
	const int whole = rect.w - 2 * SIDE;
	if (set->kind == CHROME_BESIDE) {
		const char *label = label_of(ui, look->key, whole - ICON - GAP);
		draw_beside(ui, rect, look->icon, label, style, inks);
		return;
	}
	const char *label = label_of(ui, look->key, whole);
	if (set->kind == CHROME_OVER) {
		draw_over(ui, rect, look->icon, label, style, inks);
		return;
	}
	chrome_words(ui, (struct rect){rect.x + SIDE, rect.y, whole, rect.h}, style, UI_CENTER,
		inks[1], label, label);
}

/* The size at which every label of the offers fits; at least `least`, else 0. */
static int common_size(
	const struct ui *ui, const struct chrome_offer *offers, int count, int beside, int least)
{
	struct ui_style style = LABEL;
	for (int i = 0; i < count; i++) {
		const int room = offers[i].place.w - 2 * SIDE - beside;
		const char *label = label_of(ui, offers[i].look.key, room);
		style = fitting(ui, style, least, room, label);
		if (ui_text_width(ui, style, label) > room) {
			return 0;
		}
	}
	return style.size;
}

/* The same for words on two lines. */
static int words_size(const struct ui *ui, const struct chrome_offer *offers, int count)
{
	enum { LEAST = 12 };
	int size = LABEL.size;
	for (int i = 0; i < count; i++) {
		const struct rect place = offers[i].place;
		const int room = place.w - 2 * SIDE;
		const char *label = label_of(ui, offers[i].look.key, room);
		while (size > LEAST) {
			struct ui_style style = {DRAW_SEMIBOLD, size, size * 5 / 4};
			if (!chrome_breaks(ui, room, style, label) &&
				ui_paragraph_height(ui, room, style, label) <= place.h) {
				break;
			}
			size -= 2;
		}
	}
	return size;
}

struct chrome_set chrome_set_of(const struct ui *ui, const struct chrome_offer *offers, int count)
{
	enum { WHOLE = 28, LEAST = 12 };
	int size = common_size(ui, offers, count, ICON + GAP, WHOLE);
	if (size > 0) {
		return (struct chrome_set){CHROME_BESIDE, size};
	}
	if (ui->large) {
		return (struct chrome_set){CHROME_WORDS, words_size(ui, offers, count)};
	}
	size = common_size(ui, offers, count, 0, LEAST);
	return (struct chrome_set){CHROME_OVER, size > 0 ? size : LEAST};
}

/* `on`: what the button stands for is switched on. */
static bool draw_button(
	struct ui *ui, struct chrome_tool_look look, struct rect rect, bool raised, bool on)
{
	enum theme_token inks[2] = {THEME_ACTION, THEME_INK};
	bool held = false;
	bool tapped = !look.disabled && ui_touch(ui, look.id, rect, &held, NULL);
	if (!look.disabled) {
		ui_describe(ui, look.id, on ? UI_PART_ON : UI_PART_BUTTON, rect);
	}
	enum theme_token ground = ground_of(ui, rect, held, raised);
	if (on) { /* as a chosen card: solid blue is for the one way on */
		ground = ui->theme->flat ? THEME_WHITE : THEME_TINT;
		look.icon = "check-circle";
		if (ui->theme->flat) {
			inks[0] = inks[1] = THEME_ON_ACTION;
		}
	} else if (look.disabled) {
		ground = ui->theme->flat ? THEME_CARD : THEME_SUNK;
		inks[0] = inks[1] = THEME_DISABLED;
	} else if (raised && !held) {
		ui_shadow(ui, rect, 16, DRAW_SHADOW_CARD);
	}
	ui_fill(ui, rect, 16, ground);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 16, 4, look.disabled ? THEME_LINE : THEME_INK);
	} else if (on) {
		ui_outline(ui, rect, 16, 4, THEME_ACTION);
	}
	if (look.set != NULL) {
		draw_in_set(ui, rect, &look, inks);
	} else {
		draw_inside(ui, rect, look.icon, look.key, inks);
	}
	ui_focus_ring(ui, look.id, rect, 16, THEME_INK);
	return tapped;
}

const struct chrome_tool_look chrome_tools[TOOL_COUNT] = {
	[TOOL_ACCESS] = {"kiosk.access", "format-size", "kiosk.access", ACTION_ADJUST, false, NULL},
	[TOOL_LARGE] = {"kiosk.large", "format-size", "kiosk.large", ACTION_LARGE, false, NULL},
	[TOOL_CONTRAST] = {"kiosk.contrast", "contrast-circle", "kiosk.contrast", ACTION_CONTRAST,
		false, NULL},
	[TOOL_LOW] = {"kiosk.low", "format-vertical-align-bottom", "kiosk.low", ACTION_LOW, false,
		NULL},
	[TOOL_ALOUD] = {"kiosk.aloud", "volume-high", "kiosk.aloud", ACTION_ALOUD, false, NULL},
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
		(struct chrome_tool_look){id, "clipboard-text", "kiosk.standards.title",
			ACTION_STANDARDS, false, NULL},
		rect, raised);
}

struct action chrome_help(struct ui *ui, const struct journey *journey, struct rect rect)
{
	const struct chrome_tool_look look = {"kiosk.help", "help-circle", "kiosk.help",
		ACTION_HELP, journey->visit.issuing, NULL};
	if (rect.w == 0) {
		return (struct action){.kind = ACTION_NONE};
	}
	return chrome_button(ui, look, rect, false);
}

struct action chrome_help_typing(
	struct ui *ui, const struct journey *journey, const struct layout *layout)
{
	if (layout->shape != LAYOUT_SMALL) {
		return (struct action){.kind = ACTION_NONE};
	}
	return chrome_help(ui, journey, layout->help);
}

struct action chrome_aids(
	struct ui *ui, const struct journey *journey, struct rect access, struct rect help)
{
	struct chrome_offer both[] = {{chrome_tools[TOOL_ACCESS], access},
		{{"kiosk.help", "help-circle", "kiosk.help", ACTION_HELP, journey->visit.issuing,
			 NULL},
			help}};
	if (help.w == 0 || ui->large) {
		struct action action = chrome_tool(ui, journey, TOOL_ACCESS, access, false);
		return chrome_either(action, chrome_help(ui, journey, help));
	}
	const struct chrome_set set = chrome_set_of(ui, both, 2);
	both[0].look.set = both[1].look.set = &set;
	bool tapped = draw_button(
		ui, both[0].look, access, false, chrome_tool_is_on(journey, TOOL_ACCESS));
	struct action action = {.kind = tapped ? both[0].look.action : ACTION_NONE};
	return chrome_either(action, chrome_button(ui, both[1].look, help, false));
}
