#include "app/console/screen.h"

#include "app/base/text.h"

/* The locked desk: number, state and clock stay in sight; what is personal does not. */
enum {
	PANEL_H = 272,
	PAD = 28,
	NUMBER_W = 304,
	FOOT_Y = 520,
	FOOT_H = 208,
	PIN_H = 648,
};

/* The number that is called or served; without one, the counter's state. */
static void draw_number(struct ui *ui, const struct shift *shift, struct rect box)
{
	const struct view_counter *counter = shift_counter(shift);
	bool here = counter->ticket.id != 0;
	const char *key = counter->state == VIEW_SERVING  ? "console.state.serving"
			  : counter->state == VIEW_CALLED ? "console.state.called"
			  : counter->state == VIEW_BREAK  ? "console.state.break"
			  : counter->state == VIEW_CLOSED ? "console.state.closed"
							  : "console.state.open";
	enum theme_token tone = here ? THEME_TINT : THEME_SUNK;
	ui_fill(ui, box, PARTS_RADIUS, tone);
	ui_fill(ui, (struct rect){box.x + box.w - PARTS_RADIUS, box.y, PARTS_RADIUS, box.h}, 0,
		tone);
	struct rect line = {box.x + PAD, box.y + 14, box.w - 2 * PAD, 40};
	ui_text(ui, line, PARTS_VALUE_SEMIBOLD, UI_LEFT, here ? THEME_ACTION : THEME_INK2,
		ui_say(ui, key));
	if (!here) {
		ui_icon(ui, (struct rect){line.x, box.y + 84, 96, 96}, 96, THEME_DISABLED_ICON,
			counter->state == VIEW_CLOSED ? "lock" : "account-multiple");
		return;
	}
	struct ui_style style = PARTS_TICKET;
	while (style.size > 40 && ui_text_width(ui, style, counter->ticket.number) > line.w) {
		style.size -= 8;
	}
	ui_text(ui, (struct rect){line.x, box.y + 72, line.w, 112}, style, UI_LEFT, THEME_INK,
		counter->ticket.number);
}

static void draw_words(struct ui *ui, const struct shift *shift, struct rect box)
{
	char text[OFFICE_NAME_SIZE + 96];
	const char *name = shift_person(shift)->name;
	ui_icon(ui, (struct rect){box.x, box.y, 40, 40}, 40, THEME_INK2, "lock");
	parts_lines(ui, (struct rect){box.x + 56, box.y, box.w - 56, 40}, PARTS_HEADING, UI_LEFT, 1,
		THEME_INK,
		ui_say(ui, shift->handing ? "console.locked.handing" : "console.locked.title"));
	box.y += 60;
	box.h -= 60;
	parts_lines(ui, box, PARTS_TEXT, UI_LEFT, 4, THEME_INK2,
		parts_say(ui, text, sizeof(text),
			shift->handing ? "console.locked.handing_note" : "console.locked.note",
			name, ""));
}

struct shift_action locked_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct parts_layout layout = parts_canvas(ui);
	bool asks = shift->sheet.kind != SHEET_NONE;
	struct rect card = {PARTS_MARGIN, PARTS_TOP, layout.left_w, PANEL_H};
	struct rect pin = {layout.queue_x, PARTS_TOP, layout.queue_w, PIN_H};
	struct shift_action action = asks ? (struct shift_action){SHIFT_NOTHING, 0} : pin_keys(ui);
	if (!asks && ui_key(ui, "s")) {
		action = (struct shift_action){SHIFT_SHEET, SHEET_RELIEF};
	}
	bar_locked(ui, shift, &layout, now);
	ui_card(ui, card);
	draw_number(ui, shift, (struct rect){card.x, card.y, NUMBER_W, card.h});
	draw_words(ui, shift,
		(struct rect){
			card.x + NUMBER_W + 32, card.y + 32, card.w - NUMBER_W - 64, card.h - 48});
	parts_frame(ui, card, PARTS_RADIUS, 4);
	promise_card(ui, shift, &layout, now);
	unattended_box(ui, shift, (struct rect){PARTS_MARGIN, FOOT_Y, layout.left_w, FOOT_H}, now);
	ui_card(ui, pin);
	struct shift_action pad = pin_pad(ui, shift, pin);
	action = pad.act != SHIFT_NOTHING ? pad : action;
	struct rect other = {pin.x + 20, pin.y + pin.h - 76, pin.w - 40, 56};
	bool own = shift->relief == shift->chosen;
	if (ui_button(ui, "locked.other", other,
		    ui_say(ui, own ? "console.locked.other" : "console.pin.leave"),
		    (struct ui_button){.kind = UI_QUIET, .text_size = 18})) {
		action = own ? (struct shift_action){SHIFT_SHEET, SHEET_RELIEF}
			     : (struct shift_action){SHIFT_LEAVE, 0};
	}
	trouble_banner(ui, shift, &layout);
	if (asks) {
		ui_modal_begin(ui);
		action = sheet_panel(ui, shift, &layout, now);
		ui_modal_end(ui);
		bar_clock(ui, shift, &layout, false, now);
		unattended_bar(ui, shift, &layout, now);
	}
	return action;
}
