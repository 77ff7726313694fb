#include "app/console/device.h"
#include "app/console/screen.h"

#include "app/base/text.h"

/* All devices over the status strip: what is wrong with each, what to do, and the paper rolls. */
enum {
	ROW = 76,
	ROWS_MAX = 7,
	HEAD = 64,
	PAD = 24,
	ICON = 28,
	BUTTON_W = 176,
	BUTTON_H = 52,
	WIDTH = 856
};

static enum theme_token ink_of(enum device_need need)
{
	switch (need) {
	case DEVICE_BROKEN: return THEME_LATE_INK;
	case DEVICE_LOW: return THEME_SOON_INK;
	case DEVICE_CURED: return THEME_OK_INK;
	case DEVICE_FINE: break;
	}
	return THEME_INK;
}

static enum theme_token icon_of(enum device_need need)
{
	return need == DEVICE_BROKEN ? THEME_LATE : need == DEVICE_LOW ? THEME_SOON_INK : THEME_OK;
}

/* What to do comes before the paper: whoever mends it needs no more. */
static void draw_words(struct ui *ui, const struct shift *shift, const struct view_device *device,
	enum device_need need, struct rect box)
{
	char said[DEVICE_TEXT_SIZE], paper[DEVICE_TEXT_SIZE];
	const char *more = need == DEVICE_BROKEN ? device_mend(ui, device, need)
						 : device_paper(ui, device, paper);
	int lines = more[0] == '\0' ? 0 : ui_paragraph_height(ui, box.w, PARTS_NOTE, more);
	lines = lines > 2 * PARTS_NOTE.line ? 2 * PARTS_NOTE.line : lines;
	box.y += (box.h - PARTS_TEXT.line - lines) / 2;
	box.h = PARTS_TEXT.line;
	parts_lines(ui, box, PARTS_TEXT_SEMIBOLD, UI_LEFT, 1, ink_of(need),
		device_say(ui, shift->office, device, need, said));
	box.y += box.h;
	parts_lines(ui, box, PARTS_NOTE, UI_LEFT, 2, need == DEVICE_BROKEN ? THEME_INK : THEME_INK2,
		more);
}

/* True = a new roll was put in there. */
static bool draw_row(
	struct ui *ui, const struct shift *shift, int index, struct rect row, int64_t now)
{
	const struct view_device *device = &shift->view->devices[index];
	enum device_need need = device_need(device, shift->paper_low, now);
	char id[UI_ID_SIZE], key[16], label[64];
	int x = row.x + PAD + ICON + 16;
	bool renews = device_may_renew(device, shift->paper_low, now);
	int width = row.x + row.w - PAD - x - (renews ? BUTTON_W + 16 : 0);
	ui_fill(ui, (struct rect){row.x, row.y, row.w, 1}, 0, THEME_LINE);
	ui_icon(ui, (struct rect){row.x + PAD, row.y, ICON, row.h}, ICON, icon_of(need),
		device_icon(device, need));
	draw_words(ui, shift, device, need, (struct rect){x, row.y, width, row.h});
	if (!renews) {
		return false;
	}
	text_format(id, sizeof(id), "devices.roll.%d", index);
	text_format(key, sizeof(key), "%d", index + 1);
	text_format(label, sizeof(label), "%s \u00b7 %s", ui_say(ui, "console.roll.new"), key);
	struct rect box = {
		row.x + row.w - PAD - BUTTON_W, row.y + (row.h - BUTTON_H) / 2, BUTTON_W, BUTTON_H};
	return ui_button(ui, id, box, label,
		       (struct ui_button){.kind = UI_SECONDARY, .text_size = 16}) ||
	       ui_key(ui, key);
}

struct shift_action devices_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	int all = shift->view == NULL ? 0 : shift->view->device_count;
	int shown = all > ROWS_MAX ? ROWS_MAX : all;
	int below = all != shown || all == 0 ? 48 : 8;
	int height = HEAD + shown * ROW + below;
	int width =
		layout->width - 2 * PARTS_MARGIN < WIDTH ? layout->width - 2 * PARTS_MARGIN : WIDTH;
	struct rect card = {PARTS_MARGIN, PARTS_STRIP - 8 - height, width, height};
	ui_shadow(ui, card, PARTS_RADIUS, DRAW_SHADOW_FLOAT);
	ui_card(ui, card);
	ui_text(ui, (struct rect){card.x + PAD, card.y, card.w, HEAD}, PARTS_HEADING, UI_LEFT,
		THEME_INK, ui_say(ui, "console.devices"));
	const char *leave = ui_say(ui, "console.hall.leave");
	int leave_w = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, leave) + 44;
	struct rect out = {card.x + card.w - PAD - leave_w, card.y + 10, leave_w, 44};
	if (ui_button(ui, "devices.leave", out, leave,
		    (struct ui_button){.kind = UI_SECONDARY, .text_size = 16})) {
		action.act = SHIFT_DEVICES;
	}
	for (int i = 0; i < shown; i++) {
		struct rect row = {card.x, card.y + HEAD + i * ROW, card.w, ROW};
		if (draw_row(ui, shift, i, row, now)) {
			action = (struct shift_action){SHIFT_ROLL_NEW, i};
		}
	}
	char text[64];
	struct rect last = {card.x + PAD, card.y + HEAD + shown * ROW, card.w - 2 * PAD, below};
	if (all > shown) {
		ui_text(ui, last, PARTS_TEXT_SEMIBOLD, UI_LEFT, THEME_INK2,
			parts_say_number(ui, text, sizeof(text), "console.more", all - shown));
	} else if (all == 0) {
		ui_text(ui, last, PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.printer.none"));
	}
	/* A tap anywhere else only closes it. */
	if (ui_key(ui, "escape") || ui_key(ui, "e") ||
		ui_touch(ui, "devices.outside", ui_screen(ui), NULL, NULL)) {
		action.act = SHIFT_DEVICES;
	}
	return action;
}
