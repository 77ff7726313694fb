#include "app/console/screen.h"

#include "app/base/text.h"

#include <string.h>

/* The PIN of the chosen person, by touch, mouse or keys. */
enum { CARD_W = 480, CARD_Y = 96, CARD_H = 680, KEY_H = 76, KEY_GAP = 12 };

/* Beside the keys of a card, which fill its width. */
static int side(struct rect card)
{
	return card.w < CARD_W ? 20 : 36;
}

static const char *prompt(const struct shift *shift)
{
	if (shift_entering(shift)->has_pin) {
		return "console.pin.enter";
	}
	return shift->first_pin[0] == '\0' ? "console.pin.new" : "console.pin.repeat";
}

/* A dot for each digit typed, and rings for the least there must be. */
static void draw_dots(struct ui *ui, int count, int center, int y)
{
	enum { DOT = 16, STEP = 28 };
	int places = count < DESK_PIN_MIN ? DESK_PIN_MIN : count;
	int x = center - (places * STEP - (STEP - DOT)) / 2;
	for (int i = 0; i < places; i++) {
		struct rect dot = {x + i * STEP, y, DOT, DOT};
		if (i < count) {
			ui_fill(ui, dot, DOT / 2, THEME_INK);
		} else {
			ui_outline(ui, dot, DOT / 2, 2, THEME_EDGE);
		}
	}
}

/* A refusal; in the demo, while there is none, its PIN. */
static void draw_message(struct ui *ui, const struct shift *shift, struct rect box)
{
	if (shift->notice[0] == '\0') {
		if (shift->demo && shift_entering(shift)->has_pin) {
			ui_text(ui, (struct rect){box.x, box.y, box.w, 24}, PARTS_TEXT_SEMIBOLD,
				UI_CENTER, THEME_ACTION, ui_say(ui, "console.demo_pin"));
		}
		return;
	}
	char text[200];
	notice_say(ui, shift, shift->notice_value, text, sizeof(text));
	int width = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, text);
	int room = box.w - 32;
	int x = width < room ? box.x + (room - width) / 2 : box.x;
	ui_icon(ui, (struct rect){x, box.y, 24, 24}, 22, THEME_LATE, "alert-circle");
	ui_paragraph(ui, (struct rect){x + 32, box.y, room, box.h}, PARTS_TEXT_SEMIBOLD, UI_LEFT,
		THEME_LATE_INK, text);
}

/* One line of 24, or, where the name is too long, two of 16. */
static void draw_name(struct ui *ui, const char *name, struct rect box)
{
	const struct ui_style large = {DRAW_SEMIBOLD, 24, 32};
	if (ui_text_width(ui, large, name) <= box.w) {
		ui_text(ui, box, large, UI_CENTER, THEME_INK, name);
		return;
	}
	box.y += (box.h - 2 * PARTS_TEXT_SEMIBOLD.line) / 2 - 6;
	parts_lines(ui, box, PARTS_TEXT_SEMIBOLD, UI_CENTER, 2, THEME_INK, name);
}

static bool pad_key(struct ui *ui, const char *id, struct rect box, const char *label,
	const char *icon, bool primary)
{
	bool held = false;
	bool tapped = ui_touch(ui, id, box, &held, NULL);
	enum theme_token ground = primary ? (held ? THEME_ACTION_DOWN : THEME_ACTION)
					  : (held ? THEME_KEY2 : THEME_SUNK);
	enum theme_token ink = primary ? THEME_ON_ACTION : THEME_INK;
	ui_fill(ui, box, 12, ground);
	if (!primary) {
		parts_frame(ui, box, 12, 4);
	}
	if (icon != NULL) {
		ui_icon(ui, box, 32, ink, icon);
	} else {
		ui_text(ui, box, (struct ui_style){DRAW_DISPLAY_MEDIUM, 32, 40}, UI_CENTER, ink,
			label);
	}
	ui_focus_ring(ui, id, box, 12, THEME_INK);
	return tapped;
}

/* 1 to 9, then: erase, 0, enter. */
static struct shift_action draw_pad(struct ui *ui, int x, int y, int width)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	for (int place = 0; place < 12; place++) {
		struct rect box = {x + place % 3 * (width + KEY_GAP),
			y + place / 3 * (KEY_H + KEY_GAP), width, KEY_H};
		if (place == 9) {
			if (pad_key(ui, "pin.erase", box, "", "backspace", false)) {
				action.act = SHIFT_ERASE;
			}
		} else if (place == 11) {
			if (pad_key(ui, "pin.enter", box, "", "arrow-right", true)) {
				action.act = SHIFT_ENTER;
			}
		} else {
			int digit = place == 10 ? 0 : place + 1;
			char id[16], label[2] = {(char)('0' + digit), '\0'};
			text_format(id, sizeof(id), "pin.%d", digit);
			if (pad_key(ui, id, box, label, NULL, false)) {
				action = (struct shift_action){SHIFT_DIGIT, digit};
			}
		}
	}
	return action;
}

static bool is_focused(const struct ui *ui)
{
	return ui->focus_shown && strncmp(ui->focus, "pin.", 4) == 0;
}

/* Asked before the widgets: Return ends the PIN unless a key of the pad has the keypad's focus. */
struct shift_action pin_keys(struct ui *ui)
{
	for (int digit = 0; digit <= 9; digit++) {
		char name[2] = {(char)('0' + digit), '\0'};
		if (ui_key(ui, name)) {
			return (struct shift_action){SHIFT_DIGIT, digit};
		}
	}
	if (ui_key(ui, "backspace")) {
		return (struct shift_action){SHIFT_ERASE, 0};
	}
	/* The focus may stand on the part of the screen before. */
	if (!is_focused(ui) && ui->event.kind == UI_KEY && !ui->event_used &&
		strcmp(ui->event.text, "return") == 0) {
		ui->event_used = true;
		return (struct shift_action){SHIFT_ENTER, 0};
	}
	return (struct shift_action){ui_key(ui, "escape") ? SHIFT_LEAVE : SHIFT_NOTHING, 0};
}

struct shift_action pin_pad(struct ui *ui, const struct shift *shift, struct rect card)
{
	struct rect line = {card.x + 24, card.y + 28, card.w - 48, 36};
	int edge = side(card), width = (card.w - 2 * edge - 2 * KEY_GAP) / 3;
	draw_name(ui, shift_entering(shift)->name, line);
	line.y += 40;
	line.h = 24;
	bool busy = shift_is_busy(shift, ui->ticks_ms);
	ui_text(ui, line, PARTS_TEXT, UI_CENTER, THEME_INK2,
		ui_say(ui, busy ? "console.busy" : prompt(shift)));
	draw_dots(ui, (int)strlen(shift->pin), card.x + card.w / 2, card.y + 116);
	draw_message(ui, shift, (struct rect){card.x + edge, card.y + 150, card.w - 2 * edge, 48});
	return draw_pad(ui, card.x + edge, card.y + 208, width);
}

struct shift_action pin_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct parts_layout layout = parts_canvas(ui);
	struct shift_action action = pin_keys(ui);
	bar_plain(ui, shift, &layout, now);

	struct rect card = {(layout.width - CARD_W) / 2, CARD_Y, CARD_W, CARD_H};
	ui_card(ui, card);
	struct shift_action pad = pin_pad(ui, shift, card);
	if (pad.act != SHIFT_NOTHING) {
		action = pad;
	}
	struct ui_button look = {.kind = UI_QUIET, .text_size = 18};
	struct rect back = {card.x + side(card), card.y + 580, card.w - 2 * side(card), 64};
	if (ui_button(ui, "pin.leave", back, ui_say(ui, "console.pin.leave"), look)) {
		action.act = SHIFT_LEAVE;
	}
	trouble_banner(ui, shift, &layout);
	return action;
}
