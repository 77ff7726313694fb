#include "app/console/hall_frame.h"

#include "app/base/text.h"

#include <string.h>

/* The blue button that moves the desk one step on, the three acts beside it, and refusals. */
enum { TOP = 520, HEIGHT = 104, ACTS = 640, ACT_H = 88, GAP = 9 };

struct step_look {
	const char *icon;
	const char *title;  /* text key */
	const char *detail; /* text key with up to two values */
	const char *one, *two;
};

static struct step_look step_look(const struct shift *shift, const char *counter)
{
	const char *here = shift_counter(shift)->ticket.number;
	const char *next = shift->view->next_number;
	switch (shift_step(shift)) {
	case SHIFT_STEP_CALL:
		return (struct step_look){
			"bullhorn", "console.step.call", "console.step.call_to", next, counter};
	case SHIFT_STEP_SERVE:
		return (struct step_look){
			"account-check", "console.step.serve", "console.step.serve_when", here, ""};
	case SHIFT_STEP_FINISH_AND_CALL:
		return (struct step_look){"bullhorn", "console.step.call",
			"console.step.finish_and_call", here, next};
	case SHIFT_STEP_FINISH:
		return (struct step_look){
			"check", "console.step.finish", "console.step.finish_only", here, ""};
	case SHIFT_STEP_OPEN:
		return (struct step_look){"account-check", "console.step.open",
			"console.step.open_note", counter, ""};
	case SHIFT_STEP_STAND_BY:
		return (struct step_look){"timer-sand", "console.step.stand_by",
			"console.step.stand_by_note", "", ""};
	case SHIFT_STEP_STANDING:
	case SHIFT_STEP_NONE: break;
	}
	return (struct step_look){"bullhorn", "console.step.call", "console.step.nobody", "", ""};
}

static void space_hint(struct ui *ui, struct rect button, bool dead)
{
	const char *word = ui_say(ui, "console.key.space");
	int width = ui_text_width(ui, PARTS_VALUE_SEMIBOLD, word) + 32;
	struct rect box = {button.x + button.w - 32 - width, button.y + 32, width, 40};
	if (!dead && !ui->theme->flat) {
		ui_fill(ui, box, 10, THEME_ACTION_DEEP);
	}
	ui_text(ui, box, PARTS_VALUE_SEMIBOLD, UI_CENTER, dead ? THEME_DISABLED : THEME_ON_ACTION,
		word);
}

static bool blue_button(struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	struct rect box = {PARTS_MARGIN, TOP, layout->left_w, HEIGHT};
	bool busy = shift_is_busy(shift, ui->ticks_ms);
	bool dead = busy || shift_step(shift) == SHIFT_STEP_NONE;
	char counter[16], text[160];
	text_format(counter, sizeof(counter), "%d", shift->counter);
	struct step_look look = step_look(shift, counter);

	bool held = false;
	bool tapped = ui_touch(ui, "desk.step", box, &held, NULL);
	if (!dead) {
		ui_shadow(ui, box, PARTS_RADIUS, DRAW_SHADOW_HERO);
	}
	ui_fill(ui, box, PARTS_RADIUS, dead ? THEME_SUNK : held ? THEME_ACTION_DOWN : THEME_ACTION);
	if (dead) {
		parts_frame(ui, box, PARTS_RADIUS, 2);
	}
	ui_icon(ui, (struct rect){box.x + 32, box.y + 28, 48, 48}, 44,
		dead ? THEME_DISABLED_ICON : THEME_ON_ACTION, look.icon);
	struct rect line = {box.x + 104, box.y + 18, box.w - 260, 40};
	ui_text(ui, line, PARTS_CALL, UI_LEFT, dead ? THEME_DISABLED : THEME_ON_ACTION,
		parts_say(ui, text, sizeof(text), look.title, look.one, look.two));
	line.y = box.y + 58;
	line.h = 28;
	struct ui_style detail = {DRAW_REGULAR, 18, 28};
	ui_text(ui, line, detail, UI_LEFT, dead ? THEME_INK2 : THEME_ACTION_SOFT,
		busy ? ui_say(ui, "console.busy")
		     : parts_say(ui, text, sizeof(text), look.detail, look.one, look.two));
	space_hint(ui, box, dead);
	ui_focus_ring(ui, "desk.step", box, PARTS_RADIUS, THEME_INK);
	return tapped;
}

struct act {
	enum shift_act act;
	const char *id, *icon, *key, *hint, *label;
};

static const struct act acts[] = {
	{SHIFT_RECALL, "desk.recall", "bell-ring", "r", "R", "console.act.recall"},
	{SHIFT_ABSENT, "desk.absent", "account-off", "a", "A", "console.act.absent"},
	{SHIFT_HOLD, "desk.hold", "pause", "h", "H", "console.act.hold"},
	{SHIFT_SHEET, "desk.transfer", "swap-horizontal", "t", "T", "console.act.transfer"},
	{SHIFT_FINISH, "desk.finish", "check", "f", "F", "console.act.finish"},
};
enum { ACT_COUNT = sizeof(acts) / sizeof(acts[0]) };

static bool can(const struct shift *shift, enum shift_act act, int64_t now)
{
	return act == SHIFT_SHEET    ? shift_can_open(shift, SHEET_TRANSFER)
	       : act == SHIFT_RECALL ? shift_can(shift, act) && shift_recall_left(shift, now) == 0
				     : shift_can(shift, act);
}

/* One that will be possible by itself says when: a part of a second is a whole one. */
static const char *say_act(const struct ui *ui, const struct shift *shift, const struct act *act,
	int64_t now, char out_text[PARTS_WAIT_SIZE])
{
	int64_t left = act->act == SHIFT_RECALL ? shift_recall_left(shift, now) : 0;
	char time[PARTS_TIME_SIZE];
	if (left == 0) {
		return ui_say(ui, act->label);
	}
	parts_duration(left + 999, time);
	return parts_say(ui, out_text, PARTS_WAIT_SIZE, "console.act.recall_in", time, "");
}

static struct shift_action action_of(enum shift_act act)
{
	return (struct shift_action){act, act == SHIFT_SHEET ? SHEET_TRANSFER : 0};
}

struct shift_action steps_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	char label[PARTS_WAIT_SIZE];
	if (shift_step(shift) == SHIFT_STEP_STANDING) {
		action.act = standing_panel(ui, shift, layout) ? SHIFT_STAND_DOWN : SHIFT_NOTHING;
	} else if (blue_button(ui, shift, layout)) {
		action.act = SHIFT_STEP;
	}
	bool busy = shift_is_busy(shift, ui->ticks_ms);
	for (int i = 0; i < ACT_COUNT; i++) {
		int x = i * (layout->left_w + GAP) / ACT_COUNT;
		int end = (i + 1) * (layout->left_w + GAP) / ACT_COUNT - GAP;
		struct rect box = {PARTS_MARGIN + x, ACTS, end - x, ACT_H};
		struct parts_button look = {.icon = acts[i].icon,
			.key = acts[i].hint,
			.disabled = busy || !can(shift, acts[i].act, now)};
		if (parts_button(
			    ui, acts[i].id, box, say_act(ui, shift, &acts[i], now, label), look)) {
			action = action_of(acts[i].act);
		}
	}
	return action;
}

struct shift_action steps_keys(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	/* Even when the keypad's focus stands on another part, which ui_key would let have it. */
	if (ui->event.kind == UI_KEY && !ui->event_used && strcmp(ui->event.text, "space") == 0) {
		ui->event_used = true;
		action.act = SHIFT_STEP;
	}
	if (ui_key(ui, "s")) {
		action.act = SHIFT_MENU;
	}
	if (shift_can_write(shift, SHIFT_FORM_ANY) && ui_key(ui, "g")) {
		action = (struct shift_action){SHIFT_FORM, SHIFT_FORM_ANY};
	}
	if (shift_can_open(shift, SHEET_TICKETS) && ui_key(ui, "p")) {
		action = (struct shift_action){SHIFT_SHEET, SHEET_TICKETS};
	}
	if (shift_step(shift) == SHIFT_STEP_STANDING && ui_key(ui, "z")) {
		action.act = SHIFT_STAND_DOWN;
	}
	if (shift_can_undo(shift, ui->ticks_ms) && ui_key(ui, "z")) {
		action.act = SHIFT_UNDO;
	}
	struct shift_action hall = hall_keys(ui, shift);
	action = hall.act != SHIFT_NOTHING ? hall : action;
	struct shift_action help = help_keys(ui, shift);
	action = help.act != SHIFT_NOTHING ? help : action;
	for (int i = 0; i < ACT_COUNT; i++) {
		if (can(shift, acts[i].act, now) && ui_key(ui, acts[i].key)) {
			action = action_of(acts[i].act);
		}
	}
	return action;
}

/* "Konsultasi 3, Penjualan 1": whom a counter leaves that closes, the office's services in order.
 */
static void say_stranded(
	const struct ui *ui, const struct shift *shift, char *out_text, size_t size)
{
	char more[SHIFT_VALUE_SIZE];
	out_text[0] = '\0';
	for (int i = 0; i < shift->office->service_count; i++) {
		if (shift->stranded_for[i] > 0 && text_format(more, sizeof(more), "%s%s%s %d",
							  out_text, out_text[0] != '\0' ? ", " : "",
							  parts_service_short(ui, shift->office, i),
							  shift->stranded_for[i])) {
			text_copy(out_text, size, more);
		}
	}
}

void notice_say(const struct ui *ui, const struct shift *shift, const char *value, char *out_text,
	size_t size)
{
	char second[SHIFT_VALUE_SIZE] = "";
	if (shift->notice_date[0] != '\0') {
		hall_say_date(ui, shift->office, shift->notice_date, second, sizeof(second));
	} else if (shift_tells_stranded(shift)) {
		say_stranded(ui, shift, second, sizeof(second));
	}
	parts_say(ui, out_text, size, shift->notice, value, second);
}

void notice_sign(struct ui *ui, bool done, struct rect box)
{
	ui_icon(ui, box, box.w, done ? THEME_NIGHT_OK : THEME_NIGHT_SOON,
		done ? "check-circle" : "information");
}

void notice_frame(struct ui *ui, const struct shift *shift, struct rect column, int bottom)
{
	enum { HEIGHT_LINE = 44, SIDE = 20, ICON = 24 };
	if (shift->notice[0] == '\0') {
		return;
	}
	char text[200 + SHIFT_VALUE_SIZE];
	notice_say(ui, shift, shift->notice_value, text, sizeof(text));
	int room = column.w - 2 * SIDE - ICON - 12;
	int width = ui_text_width(ui, PARTS_TEXT_MEDIUM, text);
	int height = HEIGHT_LINE;
	if (width > room) {
		width = room;
		height = ui_paragraph_height(ui, room, PARTS_TEXT_MEDIUM, text) + 20;
	}
	struct rect box = {0, bottom - height, width + 2 * SIDE + ICON + 12, height};
	box.x = column.x + (column.w - box.w) / 2;
	ui_shadow(ui, box, 22, DRAW_SHADOW_FLOAT);
	ui_fill(ui, box, 22, THEME_NIGHT_2);
	parts_frame(ui, box, 22, 4);
	notice_sign(ui, shift->notice_done, (struct rect){box.x + SIDE, box.y, ICON, box.h});
	ui_paragraph(ui, (struct rect){box.x + SIDE + ICON + 12, box.y + 10, width, height - 20},
		PARTS_TEXT_MEDIUM, UI_LEFT, THEME_WHITE, text);
}
