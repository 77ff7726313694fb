#include "app/kiosk/screen.h"

#include "app/kiosk/chrome.h"

/* The parts of the sheet, from the foot up. */
struct sheet {
	struct rect ground, title, tiles, language, reset, done;
};

static struct sheet sheet_of(const struct layout *layout, int rows)
{
	enum { HIGH = 280, LANGUAGE = 176 };
	const bool small = layout->shape == LAYOUT_SMALL, tall = layout->upright;
	const int pad = small ? 12 : 40, left = layout->left;
	struct sheet sheet = {.done = layout->forward, .reset = layout->back};
	sheet.language = (struct rect){layout->language.x, layout->language.y,
		layout->language.w > LANGUAGE ? layout->language.w : LANGUAGE, layout->language.h};
	if (tall) {
		sheet.language.w = layout->inner;
		sheet.language.y = layout->back.y;
		sheet.reset.y = sheet.done.y = layout->access.y;
	} else {
		sheet.reset.w = small ? 300 : 440;
		sheet.language.x = sheet.reset.x + sheet.reset.w + layout->gap;
	}
	int foot = tall ? sheet.language.y : sheet.done.y;
	const int high = rows * HIGH + (rows - 1) * layout->gap;
	sheet.tiles = (struct rect){left, foot - pad - high, layout->inner, high};
	if (small) {
		sheet.tiles.h = 200;
		sheet.tiles.y = foot - pad - sheet.tiles.h;
	}
	sheet.title = (struct rect){
		left, sheet.tiles.y - 16 - layout->title.h, layout->inner, layout->title.h};
	int top = sheet.title.y - pad;
	sheet.ground = (struct rect){0, top, layout->width, layout->height - top};
	return sheet;
}

static void draw_ground(struct ui *ui, struct rect ground)
{
	struct rect screen = ui_screen(ui); /* margins of the window belong to it */
	struct rect rect = {screen.x, ground.y, screen.w, screen.y + screen.h - ground.y + 64};
	ui_fill(ui, screen, 0, THEME_SCRIM);
	ui_rise(ui);
	ui_shadow(ui, rect, 32, DRAW_SHADOW_FLOAT);
	ui_fill(ui, rect, 32, THEME_CARD);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 32, 4, THEME_WHITE);
	}
}

/* Icon above, words at the foot; the second line is the first to go. */
static bool draw_tile(struct ui *ui, const struct journey *journey, enum chrome_tool tool,
	const char *hint_key, struct rect rect)
{
	const struct chrome_tool_look *look = &chrome_tools[tool];
	const int pad = rect.h < 240 ? 20 : 32, side = rect.h < 240 ? 56 : 80;
	const char *name = ui_say(ui, look->key);
	bool on = chrome_tool_is_on(journey, tool), held = false;
	bool tapped = ui_choice(
		ui, look->id, rect, (struct ui_choice){.selected = on, .out_held = &held});
	if (!on && !ui->theme->flat) {
		ui_outline(ui, rect, 24, 2, THEME_EDGE);
	}
	ui_icon_tile(ui, rect.x + pad, rect.y + pad, side, look->icon, on || held);
	struct rect text = {rect.x + pad, 0, rect.w - 2 * pad, ui_line(ui, UI_NOTE)};
	int bottom = rect.y + rect.h - pad, room = rect.h - 2 * pad - side;
	int height = ui_paragraph_height(ui, text.w, UI_LABEL, name);
	if (height + text.h <= room) {
		text.y = bottom -= text.h;
		const char *hint = ui_say(ui, on ? "kiosk.access.on" : hint_key);
		chrome_words(ui, text, UI_NOTE, UI_LEFT, THEME_INK2, hint, hint);
	}
	text.h = height < room ? height : room;
	text.y = bottom - text.h;
	chrome_words(ui, text, UI_LABEL, UI_LEFT, THEME_INK, name, name);
	chrome_ground_end(ui);
	return tapped;
}

/* Four do not stand beside one another on an upright screen. */
static int rows_of(const struct journey *journey, const struct layout *layout)
{
	return layout->shape == LAYOUT_TALL && journey->voice ? 2 : 1;
}

static struct action draw_tiles(
	struct ui *ui, const struct journey *journey, const struct layout *layout, struct rect rect)
{
	static const struct {
		enum chrome_tool tool;
		const char *hint;
	} tiles[] = {{TOOL_LARGE, "kiosk.access.large"}, {TOOL_CONTRAST, "kiosk.access.contrast"},
		{TOOL_LOW, "kiosk.access.low"}, {TOOL_ALOUD, "kiosk.access.aloud"}};
	/* A small screen is within reach as a whole. */
	const bool small = layout->shape == LAYOUT_SMALL;
	const int count = 2 + !small + journey->voice;
	const struct layout_need need = {
		LAYOUT_TOUCH, LAYOUT_TOUCH, rect.h, layout->gap, layout->gap};
	const int columns = count / rows_of(journey, layout);
	struct layout_grid grid = layout_grid(rect, count, columns, need, 0);
	struct action action = {.kind = ACTION_NONE};
	for (int i = 0; i < count; i++) {
		const int tile = i == 2 && small ? 3 : i;
		enum chrome_tool tool = tiles[tile].tool;
		if (draw_tile(ui, journey, tool, tiles[tile].hint, layout_cell(&grid, i))) {
			action = (struct action){.kind = chrome_tools[tool].action};
		}
	}
	return action;
}

struct action access_frame(struct ui *ui, const struct journey *journey)
{
	const int size = ui->large ? 28 : 0;
	ui_modal_begin(ui);
	layout_begin(ui, journey);
	struct layout layout = layout_of(ui, journey);
	struct sheet sheet = sheet_of(&layout, rows_of(journey, &layout));
	draw_ground(ui, sheet.ground);
	const char *title = ui_say(ui, "kiosk.access.title");
	chrome_words(ui, sheet.title, UI_TITLE, UI_LEFT, THEME_INK, title, title);
	struct action action = draw_tiles(ui, journey, &layout, sheet.tiles);
	action = chrome_either(
		action, chrome_language(ui, journey, sheet.language, sheet.language.w < 300));
	if (ui_button(ui, "access.reset", sheet.reset, ui_say(ui, "kiosk.access.reset"),
		    (struct ui_button){.kind = UI_QUIET, .icon = "undo", .text_size = size})) {
		action = (struct action){.kind = ACTION_RESET};
	}
	if (ui_button(ui, "access.done", sheet.done, ui_say(ui, "kiosk.done"),
		    (struct ui_button){.kind = UI_PRIMARY, .icon = "check", .text_size = size}) ||
		ui_key(ui, "escape")) {
		action = (struct action){.kind = ACTION_ADJUST};
	}
	ui_focus_first(ui, "access.done");
	ui_modal_end(ui);
	return action;
}
