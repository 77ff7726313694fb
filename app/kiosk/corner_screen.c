#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/corner.h"

#include <string.h>

static struct corner_action no_action(void)
{
	return (struct corner_action){CORNER_NOTHING, 0};
}

/* The header's line only says where one is: a small screen does without it. */
static void draw_ground(struct ui *ui, const struct layout *layout, const char *title)
{
	const int left = layout->left, drop = layout->upright ? 40 : 0;
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	if (layout->header) {
		ui_mark(ui, left, 84 + drop, 56, false);
		ui_text(ui, (struct rect){left + 80, 20 + drop, layout->inner - 80, 72},
			UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK2, ui_say(ui, "kiosk.corner.name"));
	}
	chrome_heading(ui, layout, title);
}

static int button_size(const struct ui *ui)
{
	return ui->large ? 28 : 0;
}

static bool draw_back(struct ui *ui, const struct layout *layout)
{
	return ui_button(ui, "corner.back", layout->back, ui_say(ui, "kiosk.back"),
		       (struct ui_button){.kind = UI_SECONDARY,
			       .icon = "arrow-left",
			       .text_size = button_size(ui)}) ||
	       ui_key(ui, "escape");
}

/* Where a page's parts stand: on the wide canvas from `top` on, as high as they are. */
static struct rect room_of(const struct layout *layout, int top, int height)
{
	if (layout->shape != LAYOUT_WIDE || layout->low) {
		return layout->body;
	}
	return (struct rect){layout->left, top, layout->inner, height};
}

static int row_gap(const struct layout *layout)
{
	return layout->shape == LAYOUT_SMALL ? 12 : layout->low ? 16 : 24;
}

/* ---- who is it? ---- */

static struct layout_grid people_grid(const struct layout *layout, size_t count)
{
	enum { TOP = 256, HEIGHT = 648, MOST = 144, WIDTH = 240, COLUMNS = 3 };
	const struct layout_need need = {WIDTH, LAYOUT_TOUCH, MOST, layout->gap, row_gap(layout)};
	const int columns = layout->upright ? COLUMNS - 1 : COLUMNS;
	int most = count < CORNER_TILES ? (int)count : CORNER_TILES;
	return layout_grid(room_of(layout, TOP, HEIGHT), most, columns, need, 0);
}

static bool draw_person(struct ui *ui, const struct desk_staff *person, struct rect tile)
{
	const int pad = tile.w < 400 ? 16 : 32;
	char id[UI_ID_SIZE];
	text_format(id, sizeof(id), "corner.staff.%s", person->code);
	bool tapped = ui_choice(ui, id, tile, (struct ui_choice){.selected = false});
	chrome_words(ui, (struct rect){tile.x + pad, tile.y + 8, tile.w - 2 * pad, tile.h - 16},
		UI_LABEL, UI_LEFT, THEME_INK, person->name, person->name);
	return tapped;
}

static struct corner_action who_frame(
	struct ui *ui, const struct layout *layout, const struct corner *corner)
{
	const struct layout_grid grid = people_grid(layout, corner->staff_count);
	const int cells = grid.rows * grid.columns;
	struct corner_action action = no_action();
	draw_ground(ui, layout, "kiosk.corner.who");
	for (int i = 0; i < cells; i++) {
		size_t place = (size_t)(corner->tiles + i);
		if (place >= corner->staff_count) {
			break;
		}
		if (draw_person(ui, &corner->staff[place], layout_cell(&grid, i))) {
			action = (struct corner_action){CORNER_CHOOSE, (int)place};
		}
	}
	if (corner->staff_count > (size_t)cells &&
		ui_button(ui, "corner.more", layout->forward, ui_say(ui, "kiosk.corner.more"),
			(struct ui_button){.kind = UI_SECONDARY, .text_size = button_size(ui)})) {
		action = (struct corner_action){CORNER_MORE, cells};
	}
	if (draw_back(ui, layout)) {
		action.kind = CORNER_BACK;
	}
	return action;
}

/* ---- the PIN ---- */

/* The card with the name, and the keys beside or under it: in low reach they alone are lower. */
struct pin_places {
	struct rect card, keys;
};

static struct pin_places pin_places_of(const struct layout *still, const struct layout *layout)
{
	enum {
		TOP = 256,
		HEIGHT = 592,
		KEYS = 752,
		SMALL_KEYS = 300,
		CARD = 360,
		SMALL_CARD = 160
	};
	const bool small = layout->shape == LAYOUT_SMALL;
	struct pin_places places = {room_of(still, TOP, HEIGHT), room_of(layout, TOP, HEIGHT)};
	const int right = places.keys.x + places.keys.w, bottom = places.keys.y + places.keys.h;
	if (layout->upright) {
		places.card.h = small ? SMALL_CARD : CARD;
		if (!layout->low) {
			places.keys.y = places.card.y + places.card.h + layout->gap;
			places.keys.h = bottom - places.keys.y;
		}
		return places;
	}
	places.keys.w = small ? SMALL_KEYS : KEYS;
	places.keys.x = right - places.keys.w;
	places.card.w = places.keys.x - layout->gap - places.card.x;
	return places;
}

static void draw_dots(struct ui *ui, struct rect line, size_t count)
{
	enum { STEP = 48 };
	const int places = count < DESK_PIN_MIN ? DESK_PIN_MIN : (int)count;
	const int step = line.w / places < STEP ? line.w / places : STEP;
	for (int i = 0; i < places; i++) {
		struct rect dot = {line.x + i * step, line.y, line.h, line.h};
		if (i < (int)count) {
			ui_fill(ui, dot, dot.h / 2, THEME_INK);
		} else {
			ui_outline(ui, dot, dot.h / 2, 3, THEME_EDGE);
		}
	}
}

static void draw_refusal(struct ui *ui, enum result refusal, struct rect room)
{
	enum { ICON = 40, GAP = 16 };
	const struct ui_style style = {DRAW_SEMIBOLD, 32, 44};
	char key[48];
	if (refusal == RESULT_OK) {
		return;
	}
	text_format(key, sizeof(key), "result.%s", result_key(refusal));
	const char *text = ui_say(ui, key);
	ui_icon(ui, (struct rect){room.x, room.y, ICON, 44}, ICON, THEME_LATE, "alert-circle");
	room.x += ICON + GAP;
	room.w -= ICON + GAP;
	int height = ui_paragraph_height(ui, room.w, style, text);
	room.h = height < room.h ? height : room.h;
	chrome_words(ui, room, style, UI_LEFT, THEME_LATE_INK, text, text);
}

static void draw_card(struct ui *ui, const struct corner *corner, struct rect card)
{
	const bool close = card.w < 700;
	const int pad = close ? 20 : 56, top = close ? 10 : 40, name_h = close ? 44 : 72;
	const int after = close ? 10 : 20, dot = 24;
	const char *name = corner->staff[corner->chosen].name;
	struct rect line = {card.x + pad, card.y + top, card.w - 2 * pad, name_h};
	ui_card(ui, card);
	chrome_words(ui, line, UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK, name, name);
	line.y += name_h + after;
	draw_dots(ui, (struct rect){line.x, line.y, line.w, dot}, strlen(corner->pin));
	line.y += dot + (close ? 12 : 44);
	line.h = card.y + card.h - 10 - line.y;
	draw_refusal(ui, corner->refusal, line);
}

static struct corner_action draw_pad(struct ui *ui, bool asking, struct rect room)
{
	enum { KEYS = 12, GAP = 16, SMALL_GAP = 8 };
	const int gap = room.w < 600 ? SMALL_GAP : GAP;
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, 200, gap, gap};
	const struct layout_grid grid = layout_grid(room, KEYS, 3, need, 0);
	struct corner_action action = no_action();
	for (int place = 0; place < KEYS; place++) {
		struct rect box = layout_cell(&grid, place);
		char id[16], label[2] = {(char)('0' + (place == 10 ? 0 : place + 1)), '\0'};
		struct ui_button look = {.kind = UI_QUIET, .text_size = 40, .disabled = asking};
		if (place == 9) {
			look.icon = "backspace";
			if (ui_button(ui, "corner.erase", box, "", look)) {
				action.kind = CORNER_ERASE;
			}
		} else if (place == 11) {
			look.kind = UI_PRIMARY;
			look.icon = "arrow-right";
			if (ui_button(ui, "corner.enter", box, "", look)) {
				action.kind = CORNER_ENTER;
			}
		} else {
			text_format(id, sizeof(id), "corner.%s", label);
			if (ui_button(ui, id, box, label, look) || ui_key(ui, label)) {
				action = (struct corner_action){CORNER_DIGIT, label[0] - '0'};
			}
		}
	}
	return action;
}

static struct corner_action pin_frame(struct ui *ui, const struct layout *still,
	const struct layout *layout, const struct corner *corner)
{
	const struct pin_places places = pin_places_of(still, layout);
	draw_ground(ui, still, "kiosk.corner.pin");
	draw_card(ui, corner, places.card);
	struct corner_action action = draw_pad(ui, corner->asking, places.keys);
	if (ui_key(ui, "backspace")) {
		action.kind = CORNER_ERASE;
	} else if (ui_key(ui, "return")) {
		action.kind = CORNER_ENTER;
	}
	if (draw_back(ui, layout)) {
		action.kind = CORNER_BACK;
	}
	return action;
}

/* ---- what can be done ---- */

/* A tile's icon, its title and what stands under that: all beside each other where it is low. */
struct tile_parts {
	struct rect icon, title, rest;
};

static struct tile_parts parts_of(const struct ui *ui, struct rect tile)
{
	enum { HIGH = 200, PAD = 32, SIDE = 80, LOW_PAD = 12, LOW_SIDE = 56 };
	const bool high = tile.h >= HIGH;
	const int pad = high ? PAD : LOW_PAD, side = high ? SIDE : LOW_SIDE;
	const int x = tile.x + side + (high ? 64 : 28), width = tile.x + tile.w - pad - x;
	const int line = ui_line(ui, UI_LABEL);
	const int icon_y = high ? tile.y + PAD : tile.y + (tile.h - side) / 2;
	struct tile_parts parts = {.icon = {tile.x + pad, icon_y, side, side}};
	if (high) {
		parts.title = (struct rect){x, tile.y + 24, width, 48};
		parts.rest = (struct rect){x, tile.y + 84, width, 112};
		return parts;
	}
	parts.title = (struct rect){x, tile.y + 8, width, line < 48 ? line : 48};
	parts.rest =
		(struct rect){x, tile.y + 8 + parts.title.h, width, tile.h - 16 - parts.title.h};
	return parts;
}

static bool menu_tile(struct ui *ui, const char *id, struct rect box, const char *icon,
	const char *title, const char *text)
{
	const struct tile_parts parts = parts_of(ui, box);
	bool held = false;
	bool tapped = ui_choice(ui, id, box, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, parts.icon.x, parts.icon.y, parts.icon.w, icon, held);
	chrome_words(ui, parts.title, UI_LABEL, UI_LEFT, THEME_INK, title, title);
	struct rect words = parts.rest;
	int height = ui_paragraph_height(ui, words.w, UI_CARD_TEXT, text);
	words.h = height < words.h ? height : words.h;
	chrome_words(ui, words, UI_CARD_TEXT, UI_LEFT, THEME_INK2, text, text);
	return tapped;
}

static void draw_brightness(struct ui *ui, const struct corner *corner, struct rect box,
	struct corner_action *out_action)
{
	enum { GAP = 16, NARROW = 600 };
	struct tile_parts parts = parts_of(ui, box);
	struct rect half = {parts.title.x, box.y + 92, (parts.title.w - GAP) / 2, 96};
	const bool low = parts.rest.h < 100, narrow = box.w < NARROW;
	char number[16], text[96];
	text_format(number, sizeof(number), "%d", 100 - corner->dim);
	language_with(ui->language, "kiosk.corner.bright", text, sizeof(text), number);
	if (low) { /* the buttons beside the words */
		const int high = box.h < 96 + GAP ? LAYOUT_TOUCH + 1 : 96;
		half.w = narrow ? LAYOUT_TOUCH + 4 : parts.title.w / 3 - GAP;
		half.x = box.x + box.w - GAP - 2 * half.w - GAP;
		half.y = box.y + (box.h - high) / 2;
		half.h = high;
		parts.title.y = box.y + 8;
		parts.title.h = box.h - 16;
		parts.title.w = half.x - GAP - parts.title.x;
	}
	ui_card(ui, box);
	ui_icon_tile(ui, parts.icon.x, parts.icon.y, parts.icon.w, "weather-night", false);
	chrome_words(ui, parts.title, UI_LABEL, UI_LEFT, THEME_INK, text, text);
	const struct ui_button look = {
		.kind = UI_QUIET, .text_size = narrow ? 40 : button_size(ui)};
	if (ui_button(ui, "corner.darker", half, narrow ? "–" : ui_say(ui, "kiosk.corner.darker"),
		    look)) {
		out_action->kind = CORNER_DARKER;
	}
	half.x += half.w + GAP;
	if (ui_button(ui, "corner.brighter", half,
		    narrow ? "+" : ui_say(ui, "kiosk.corner.brighter"), look)) {
		out_action->kind = CORNER_BRIGHTER;
	}
}

static const char *say_test(
	struct ui *ui, const struct lobby *lobby, const struct corner *corner, char key[48])
{
	switch (corner->test) {
	case CORNER_TESTING: return ui_say(ui, "kiosk.corner.testing");
	case CORNER_TESTED: return ui_say(ui, "kiosk.corner.tested");
	case CORNER_TEST_FAILED:
		text_format(key, 48, "result.%s", result_key(corner->test_result));
		return ui_say(ui, key);
	case CORNER_UNTESTED: break;
	}
	return ui_say(ui, lobby->prints ? "kiosk.corner.test_text" : "kiosk.corner.no_printer");
}

static struct layout_grid menu_grid(const struct layout *layout)
{
	enum { TOP = 224, HEIGHT = 672, MOST = 208, WIDTH = 200, TILES = 5 };
	const struct layout_need need = {WIDTH, LAYOUT_TOUCH, MOST, layout->gap, row_gap(layout)};
	return layout_grid(room_of(layout, TOP, HEIGHT), TILES, layout->upright ? 1 : 2, need, 0);
}

static struct corner_action menu_frame(struct ui *ui, const struct layout *layout,
	const struct lobby *lobby, const struct corner *corner, bool english)
{
	const struct layout_grid grid = menu_grid(layout);
	struct corner_action action = no_action();
	char key[48];
	draw_ground(ui, layout, "kiosk.corner.title");
	if (menu_tile(ui, "corner.language", layout_cell(&grid, 0), "forum",
		    ui_say(ui, "kiosk.corner.language"),
		    ui_say(ui, english ? "kiosk.corner.english" : "kiosk.corner.indonesian"))) {
		action.kind = CORNER_LANGUAGE;
	}
	draw_brightness(ui, corner, layout_cell(&grid, 1), &action);
	if (menu_tile(ui, "corner.test", layout_cell(&grid, 2), "printer",
		    ui_say(ui, "kiosk.corner.test"), say_test(ui, lobby, corner, key)) &&
		lobby->prints) {
		action.kind = CORNER_TEST;
	}
	if (menu_tile(ui, "corner.restart", layout_cell(&grid, 3), "refresh",
		    ui_say(ui, "kiosk.corner.restart"), ui_say(ui, "kiosk.corner.restart_text"))) {
		action.kind = CORNER_RESTART;
	}
	if (corner->may_shut_down && menu_tile(ui, "corner.shut_down", layout_cell(&grid, 4),
					     "close", ui_say(ui, "kiosk.corner.shut_down"),
					     ui_say(ui, "kiosk.corner.shut_down_text"))) {
		action.kind = CORNER_SHUT_DOWN;
	}
	if (draw_back(ui, layout)) {
		action.kind = CORNER_BACK;
	}
	return action;
}

struct corner_action corner_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct corner *corner)
{
	layout_begin(ui, journey);
	const struct layout still = layout_still(ui, journey), layout = layout_of(ui, journey);
	switch (corner->page) {
	case CORNER_WHO: return who_frame(ui, &layout, corner);
	case CORNER_PIN: return pin_frame(ui, &still, &layout, corner);
	case CORNER_MENU:
		return menu_frame(
			ui, &layout, lobby, corner, journey->first_language == OFFICE_ENGLISH);
	case CORNER_SHUT: break;
	}
	return no_action();
}

void corner_dim(struct ui *ui, const struct corner *corner)
{
	if (corner->dim > 0) {
		ui_fill_color(ui, ui_screen(ui), 0, (draw_color)(corner->dim * 255 / 100));
	}
}
