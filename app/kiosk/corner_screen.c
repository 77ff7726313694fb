#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/corner.h"

#include <string.h>

static struct corner_action no_action(void)
{
	return (struct corner_action){CORNER_NOTHING, 0};
}

static void draw_ground(struct ui *ui, const char *title)
{
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	ui_mark(ui, CHROME_LEFT, 84, 56, false);
	ui_text(ui, (struct rect){144, 20, 1200, 72}, UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.corner.name"));
	chrome_title(ui, 140, title);
}

static bool draw_back(struct ui *ui)
{
	return ui_button(ui, "corner.back", (struct rect){CHROME_LEFT, CHROME_FOOT, 280, 96},
		       ui_say(ui, "kiosk.back"),
		       (struct ui_button){.kind = UI_SECONDARY, .icon = "arrow-left"}) ||
	       ui_key(ui, "escape");
}

/* ---- who is it? ---- */

static struct corner_action who_frame(struct ui *ui, const struct corner *corner)
{
	enum { COLUMNS = 3, WIDTH = 576, HEIGHT = 144, STEP_Y = 168 };
	struct corner_action action = no_action();
	draw_ground(ui, "kiosk.corner.who");
	for (int i = 0; i < CORNER_TILES; i++) {
		size_t place = (size_t)(corner->tiles + i);
		if (place >= corner->staff_count) {
			break;
		}
		struct rect box = {CHROME_LEFT + i % COLUMNS * (WIDTH + 32),
			256 + i / COLUMNS * STEP_Y, WIDTH, HEIGHT};
		const char *name = corner->staff[place].name;
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "corner.staff.%s", corner->staff[place].code);
		if (ui_choice(ui, id, box, (struct ui_choice){.selected = false})) {
			action = (struct corner_action){CORNER_CHOOSE, (int)place};
		}
		chrome_words(ui, (struct rect){box.x + 32, box.y + 8, box.w - 64, box.h - 16},
			UI_LABEL, UI_LEFT, THEME_INK, name, name);
	}
	if (corner->staff_count > CORNER_TILES &&
		ui_button(ui, "corner.more", (struct rect){1484, CHROME_FOOT, 372, 96},
			ui_say(ui, "kiosk.corner.more"),
			(struct ui_button){.kind = UI_SECONDARY})) {
		action.kind = CORNER_MORE;
	}
	if (draw_back(ui)) {
		action.kind = CORNER_BACK;
	}
	return action;
}

/* ---- the PIN ---- */

static void draw_dots(struct ui *ui, size_t count)
{
	enum { DOT = 24, STEP = 48, X = 120, Y = 388 };
	size_t places = count < DESK_PIN_MIN ? DESK_PIN_MIN : count;
	for (size_t i = 0; i < places; i++) {
		struct rect dot = {X + (int)i * STEP, Y, DOT, DOT};
		if (i < count) {
			ui_fill(ui, dot, DOT / 2, THEME_INK);
		} else {
			ui_outline(ui, dot, DOT / 2, 3, THEME_EDGE);
		}
	}
}

static void draw_refusal(struct ui *ui, enum result refusal)
{
	char key[48];
	if (refusal == RESULT_OK) {
		return;
	}
	text_format(key, sizeof(key), "result.%s", result_key(refusal));
	ui_icon(ui, (struct rect){120, 456, 40, 44}, 40, THEME_LATE, "alert-circle");
	ui_paragraph(ui, (struct rect){176, 456, 840, 220},
		(struct ui_style){DRAW_SEMIBOLD, 32, 44}, UI_LEFT, THEME_LATE_INK, ui_say(ui, key));
}

static struct corner_action draw_pad(struct ui *ui, bool asking)
{
	enum { X = 1104, Y = 256, WIDTH = 240, HEIGHT = 136, GAP = 16 };
	struct corner_action action = no_action();
	for (int place = 0; place < 12; place++) {
		struct rect box = {X + place % 3 * (WIDTH + GAP), Y + place / 3 * (HEIGHT + GAP),
			WIDTH, HEIGHT};
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

static struct corner_action pin_frame(struct ui *ui, const struct corner *corner)
{
	const char *name = corner->staff[corner->chosen].name;
	draw_ground(ui, "kiosk.corner.pin");
	ui_card(ui, (struct rect){64, 256, 1008, 592});
	chrome_words(ui, (struct rect){120, 296, 896, 72}, UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK,
		name, name);
	draw_dots(ui, strlen(corner->pin));
	draw_refusal(ui, corner->refusal);
	struct corner_action action = draw_pad(ui, corner->asking);
	if (ui_key(ui, "backspace")) {
		action.kind = CORNER_ERASE;
	} else if (ui_key(ui, "return")) {
		action.kind = CORNER_ENTER;
	}
	if (draw_back(ui)) {
		action.kind = CORNER_BACK;
	}
	return action;
}

/* ---- what can be done ---- */

static bool menu_tile(struct ui *ui, const char *id, struct rect box, const char *icon,
	const char *title, const char *text)
{
	bool held = false;
	bool tapped = ui_choice(ui, id, box, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, box.x + 32, box.y + 32, 80, icon, held);
	chrome_words(ui, (struct rect){box.x + 144, box.y + 24, box.w - 176, 48}, UI_LABEL, UI_LEFT,
		THEME_INK, title, title);
	ui_paragraph(ui, (struct rect){box.x + 144, box.y + 84, box.w - 176, 112}, UI_CARD_TEXT,
		UI_LEFT, THEME_INK2, text);
	return tapped;
}

static void draw_brightness(struct ui *ui, const struct corner *corner, struct rect box,
	struct corner_action *out_action)
{
	char number[16], text[96];
	text_format(number, sizeof(number), "%d", 100 - corner->dim);
	language_with(ui->language, "kiosk.corner.bright", text, sizeof(text), number);
	ui_card(ui, box);
	ui_icon_tile(ui, box.x + 32, box.y + 32, 80, "weather-night", false);
	ui_text(ui, (struct rect){box.x + 144, box.y + 24, box.w - 176, 48}, UI_LABEL, UI_LEFT,
		THEME_INK, text);
	struct rect half = {box.x + 144, box.y + 92, (box.w - 176 - 16) / 2, 96};
	if (ui_button(ui, "corner.darker", half, ui_say(ui, "kiosk.corner.darker"),
		    (struct ui_button){.kind = UI_QUIET})) {
		out_action->kind = CORNER_DARKER;
	}
	half.x += half.w + 16;
	if (ui_button(ui, "corner.brighter", half, ui_say(ui, "kiosk.corner.brighter"),
		    (struct ui_button){.kind = UI_QUIET})) {
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

static struct corner_action menu_frame(
	struct ui *ui, const struct lobby *lobby, const struct corner *corner, bool english)
{
	enum { LEFT = 64, RIGHT = 976, WIDTH = 880, HEIGHT = 208, STEP_Y = 232, TOP = 224 };
	struct corner_action action = no_action();
	char key[48];
	draw_ground(ui, "kiosk.corner.title");
	if (menu_tile(ui, "corner.language", (struct rect){LEFT, TOP, WIDTH, HEIGHT}, "forum",
		    ui_say(ui, "kiosk.corner.language"),
		    ui_say(ui, english ? "kiosk.corner.english" : "kiosk.corner.indonesian"))) {
		action.kind = CORNER_LANGUAGE;
	}
	draw_brightness(ui, corner, (struct rect){RIGHT, TOP, WIDTH, HEIGHT}, &action);
	if (menu_tile(ui, "corner.test", (struct rect){LEFT, TOP + STEP_Y, WIDTH, HEIGHT},
		    "printer", ui_say(ui, "kiosk.corner.test"), say_test(ui, lobby, corner, key)) &&
		lobby->prints) {
		action.kind = CORNER_TEST;
	}
	if (menu_tile(ui, "corner.restart", (struct rect){RIGHT, TOP + STEP_Y, WIDTH, HEIGHT},
		    "refresh", ui_say(ui, "kiosk.corner.restart"),
		    ui_say(ui, "kiosk.corner.restart_text"))) {
		action.kind = CORNER_RESTART;
	}
	if (corner->may_shut_down && menu_tile(ui, "corner.shut_down",
					     (struct rect){LEFT, TOP + 2 * STEP_Y, WIDTH, HEIGHT},
					     "close", ui_say(ui, "kiosk.corner.shut_down"),
					     ui_say(ui, "kiosk.corner.shut_down_text"))) {
		action.kind = CORNER_SHUT_DOWN;
	}
	if (draw_back(ui)) {
		action.kind = CORNER_BACK;
	}
	return action;
}

struct corner_action corner_frame(
	struct ui *ui, const struct lobby *lobby, const struct corner *corner, bool english)
{
	ui_canvas(ui, 1920, 1080);
	switch (corner->page) {
	case CORNER_WHO: return who_frame(ui, corner);
	case CORNER_PIN: return pin_frame(ui, corner);
	case CORNER_MENU: return menu_frame(ui, lobby, corner, english);
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
