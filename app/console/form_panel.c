#include "app/console/screen.h"
#include "app/console/typing.h"

#include "app/base/text.h"
#include "app/slip/say_choice.h"

#include <string.h>

/* The open guest book: its questions in two columns, beside them what can be chosen at the one
 * where the clerk is, below them the keys. */
enum {
	TOP = PARTS_TOP,
	HEAD = 56,
	FOOT_Y = 664,
	BOTTOM = 732,
	ROWS = 8,
	PITCH = 64,
	FIELD_H = 40,
	LABEL_H = 20,
	PAD = 24,
	COLUMN_GAP = 20,
	OPTION_H = 44,
	TEXT_SIZE = 320,
};

/* A field of a further item of data is called as that of the first one; the item has its number. */
static const char *say_label(const struct ui *ui, int place)
{
	char key[64];
	if (place == FORM_SERVICE) {
		return ui_say(ui, "console.guest.service");
	}
	if (place == FORM_REASON) {
		return ui_say(ui, "console.form.reason");
	}
	const enum guest_field field = (enum guest_field)place;
	const bool numbered = guest_field_lead(field) == GUEST_DATA_NEEDED;
	text_format(key, sizeof(key), "console.form.field.%s",
		guest_field_name(numbered ? field : guest_field_first(field)));
	return ui_say(ui, key);
}

static const char *say_option(const struct ui *ui, const struct shift *shift, int place, int option)
{
	char key[64];
	if (place == FORM_SERVICE) {
		return parts_service(ui, shift->office, option);
	}
	if (place != FORM_REASON) {
		struct guest_choice choices[GUEST_CHOICES];
		(void)guest_choices(shift->office, (enum guest_field)place, choices);
		return say_choice(ui->language, &choices[option]);
	}
	text_format(key, sizeof(key), "console.form.reason.%s",
		form_reason_name((enum form_reason)option));
	return ui_say(ui, key);
}

/* What stands at `place`, "" = nothing. */
static void say_value(
	const struct ui *ui, const struct shift *shift, int place, char out_text[TEXT_SIZE])
{
	const struct form *form = &shift->form;
	int count = form_options(form, shift->office, place);
	size_t used = 0, size;
	out_text[0] = '\0';
	for (int i = 0; i < count; i++) {
		if (form_is_chosen(form, shift->office, place, i)) {
			int option = form_option(form, shift->office, place, i);
			text_format(out_text + used, TEXT_SIZE - used, "%s%s", used > 0 ? ", " : "",
				say_option(ui, shift, place, option));
			used = strlen(out_text);
		}
	}
	if (count > 0) {
		return;
	}
	struct guest *guest = (struct guest *)(uintptr_t)&form->guest;
	const char *text = guest_text(guest, (enum guest_field)place, &size);
	if (text != NULL) {
		text_copy(out_text, TEXT_SIZE, text);
	} else if (*guest_code(guest, (enum guest_field)place) > 0) {
		text_format(out_text, TEXT_SIZE, "%d", *guest_code(guest, (enum guest_field)place));
	}
}

/* ---- the questions ---- */

static void draw_label(
	struct ui *ui, const struct shift *shift, int place, struct rect line, bool wrong)
{
	const char *label = say_label(ui, place), *word = ui_say(ui, "console.form.required");
	int width = ui_text_width(ui, PARTS_NOTE_MEDIUM, label);
	ui_text(ui, (struct rect){line.x, line.y, width, line.h}, PARTS_NOTE_MEDIUM, UI_LEFT,
		THEME_INK2, label);
	if (wrong) {
		ui_icon(ui, (struct rect){line.x + line.w - 20, line.y, 20, line.h}, 18, THEME_LATE,
			"alert-circle");
	} else if (form_misses(&shift->form, shift->office, place) &&
		   width + ui_text_width(ui, PARTS_NOTE, word) + 8 <= line.w) {
		ui_text(ui, line, PARTS_NOTE, UI_RIGHT, THEME_INK2, word);
	}
}

/* A long text shows its end, where typing goes on. */
static void draw_value(
	struct ui *ui, const struct shift *shift, int place, struct rect box, bool here)
{
	enum { SIDE = 12 };
	char text[TEXT_SIZE];
	struct rect room = {box.x + SIDE, box.y, box.w - 2 * SIDE - 4, box.h};
	bool typed = form_options(&shift->form, shift->office, place) == 0;
	say_value(ui, shift, place, text);
	int width = ui_text_width(ui, PARTS_TEXT_MEDIUM, text);
	if (!typed) {
		struct rect line = {room.x, room.y + (room.h - PARTS_TEXT_MEDIUM.line) / 2,
			room.w - 28, PARTS_TEXT_MEDIUM.line};
		parts_lines(ui, line, PARTS_TEXT_MEDIUM, UI_LEFT, 1, THEME_INK, text);
		ui_icon(ui, (struct rect){room.x + room.w - 20, box.y, 20, box.h}, 20, THEME_INK2,
			"chevron-right");
		return;
	}
	int hidden = width > room.w ? width - room.w : 0;
	ui_stretch_begin(ui, UI_TYPED);
	if (hidden > 0) {
		ui_clip(ui, room);
	}
	ui_text(ui, (struct rect){room.x - hidden, room.y, width, room.h}, PARTS_TEXT_MEDIUM,
		UI_LEFT, THEME_INK, text);
	if (hidden > 0) {
		ui_unclip(ui);
	}
	ui_stretch_end(ui);
	if (here) {
		ui_fill(ui, (struct rect){room.x - hidden + width + 2, box.y + 9, 2, box.h - 18}, 0,
			THEME_ACTION);
	}
}

static bool draw_place(struct ui *ui, const struct shift *shift, int place, struct rect cell)
{
	const struct form *form = &shift->form;
	bool here = form->place == place, wrong = form->faults[place] != RESULT_OK;
	bool flat = ui->theme->flat;
	char id[UI_ID_SIZE];
	text_format(id, sizeof(id), "form.%s",
		place == FORM_SERVICE  ? "service"
		: place == FORM_REASON ? "reason"
				       : guest_field_name((enum guest_field)place));
	bool tapped = ui_touch(ui, id, cell, NULL, NULL);
	struct rect box = {cell.x, cell.y + LABEL_H, cell.w, FIELD_H};
	draw_label(ui, shift, place, (struct rect){cell.x, cell.y, cell.w, LABEL_H}, wrong);
	ui_fill(ui, box, 10, THEME_CARD);
	ui_outline(ui, box, 10, here ? 3 : 2,
		wrong  ? THEME_LATE
		: here ? THEME_ACTION
		: flat ? THEME_LINE
		       : THEME_EDGE);
	draw_value(ui, shift, place, box, here);
	return tapped;
}

/* The page with the place where the clerk is. */
static int find_page(const struct form *form, const int *places, int count)
{
	for (int i = 0; i < count; i++) {
		if (places[i] == form->place) {
			return i / (2 * ROWS);
		}
	}
	return 0;
}

static struct shift_action draw_places(
	struct ui *ui, const struct shift *shift, struct rect room, const int *places, int count)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	int from = find_page(&shift->form, places, count) * 2 * ROWS;
	int width = (room.w - COLUMN_GAP) / 2;
	for (int i = from; i < count && i < from + 2 * ROWS; i++) {
		int cell = i - from;
		struct rect box = {room.x + cell / ROWS * (width + COLUMN_GAP),
			room.y + cell % ROWS * PITCH, width, LABEL_H + FIELD_H};
		if (draw_place(ui, shift, places[i], box)) {
			action = (struct shift_action){SHIFT_FORM_FOCUS, places[i]};
		}
	}
	return action;
}

/* ---- what can be chosen, or what is wrong ---- */

static bool draw_option(struct ui *ui, const struct shift *shift, int index, struct rect box)
{
	const struct form *form = &shift->form;
	bool chosen = form_is_chosen(form, shift->office, form->place, index), held = false;
	int option = form_option(form, shift->office, form->place, index);
	char id[UI_ID_SIZE], digit[16];
	text_format(id, sizeof(id), "form.option.%d", index + 1);
	text_format(digit, sizeof(digit), "%d", (index + 1) % 10);
	bool tapped = ui_touch(ui, id, box, &held, NULL);
	ui_fill(ui, box, 10, held || chosen ? THEME_TINT : THEME_CARD);
	ui_outline(ui, box, 10, chosen ? 3 : 1, chosen ? THEME_ACTION : THEME_LINE);
	if (index < 10) {
		ui_text(ui, (struct rect){box.x + 8, box.y, 24, box.h}, PARTS_NOTE_SEMIBOLD,
			UI_CENTER, THEME_INK2, digit);
	}
	struct ui_style style = PARTS_TEXT_MEDIUM;
	const char *words = say_option(ui, shift, form->place, option);
	int room = box.w - 40 - (chosen ? 36 : 12);
	style = ui_text_width(ui, style, words) > room ? PARTS_NOTE_MEDIUM : style;
	int height = ui_paragraph_height(ui, room, style, words);
	height = height > 2 * style.line ? 2 * style.line : height;
	height = height > box.h ? style.line : height;
	parts_lines(ui, (struct rect){box.x + 40, box.y + (box.h - height) / 2, room, height},
		style, UI_LEFT, height / style.line, THEME_INK, words);
	if (chosen) {
		ui_icon(ui, (struct rect){box.x + box.w - 32, box.y, 24, box.h}, 20, THEME_ACTION,
			"check");
	}
	return tapped;
}

/* Of this place: what is wrong; else how to answer. Returns its height. */
static int draw_note(struct ui *ui, const struct shift *shift, struct rect room, int options)
{
	const struct form *form = &shift->form;
	enum result fault = form->faults[form->place];
	char key[64];
	if (fault != RESULT_OK) {
		text_format(key, sizeof(key), "result.%s", result_key(fault));
		ui_icon(ui, (struct rect){room.x, room.y, 22, 22}, 20, THEME_LATE, "alert-circle");
		room.x += 30;
		room.w -= 30;
		int height = ui_paragraph(
			ui, room, PARTS_NOTE_MEDIUM, UI_LEFT, THEME_LATE_INK, ui_say(ui, key));
		room.y += height + 4;
		return height + 4 +
		       (form->warned ? ui_paragraph(ui, room, PARTS_NOTE, UI_LEFT, THEME_INK2,
					       ui_say(ui, "console.form.again"))
				     : 0);
	}
	size_t size;
	struct guest *guest = (struct guest *)(uintptr_t)&form->guest;
	const bool several =
		form->place < GUEST_FIELDS && guest_field_is_set((enum guest_field)form->place);
	const char *how = several       ? "console.form.how.several"
			  : options > 0 ? "console.form.how.choose"
			  : guest_text(guest, (enum guest_field)form->place, &size) != NULL
				  ? "console.form.how.type"
				  : "console.form.how.count";
	return ui_paragraph(ui, room, PARTS_NOTE, UI_LEFT, THEME_INK2, ui_say(ui, how));
}

static struct shift_action draw_side(struct ui *ui, const struct shift *shift, struct rect box)
{
	enum { INSET = 16, GAP = 6 };
	struct shift_action action = {SHIFT_NOTHING, 0};
	int options = form_options(&shift->form, shift->office, shift->form.place);
	struct rect line = {box.x + INSET, box.y + INSET, box.w - 2 * INSET, 28};
	ui_fill(ui, box, 16, THEME_SUNK);
	parts_frame(ui, box, 16, 2);
	ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, THEME_INK,
		say_label(ui, shift->form.place));
	line.y += 32;
	line.y += draw_note(ui, shift, line, options) + 12;
	if (options == 0) {
		return action;
	}
	int room = box.y + box.h - INSET - line.y;
	line.h = room / options - GAP;
	line.h = line.h > OPTION_H ? OPTION_H : line.h;
	for (int i = 0; i < options; i++, line.y += line.h + GAP) {
		if (draw_option(ui, shift, i, line)) {
			action = (struct shift_action){SHIFT_FORM_CHOOSE, i};
		}
	}
	return action;
}

/* ---- head, foot and keys ---- */

static void draw_head(
	struct ui *ui, const struct shift *shift, struct rect card, int pages, int page)
{
	const struct form *form = &shift->form;
	const struct help *help = shift_help(shift);
	char title[96], text[32], of[16], all[16];
	const char *key = form->kind == FORM_HELP   ? "console.form.title.help"
			  : form->kind == FORM_SIGN ? "console.form.title.sign"
						    : "console.form.title.correct";
	const char *value = form->kind != FORM_HELP ? form->number
			    : help != NULL          ? help->device
						    : "";
	struct rect line = {card.x + PAD, card.y + 14, card.w - 2 * PAD, 32};
	ui_text(ui, line, PARTS_HEADING, UI_LEFT, THEME_INK,
		parts_say(ui, title, sizeof(title), key, value, ""));
	if (pages > 1) {
		text_format(of, sizeof(of), "%d", page + 1);
		text_format(all, sizeof(all), "%d", pages);
		ui_text(ui, line, PARTS_TEXT, UI_RIGHT, THEME_INK2,
			parts_say(ui, text, sizeof(text), "console.form.page", of, all));
	}
}

static struct shift_action draw_foot(struct ui *ui, const struct shift *shift, struct rect card)
{
	enum { BUTTON_H = 52, LEAVE_W = 200, SAVE_W = 320 };
	const struct form *form = &shift->form;
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct rect save = {card.x + card.w - PAD - SAVE_W, FOOT_Y, SAVE_W, BUTTON_H};
	struct rect leave = {card.x + PAD, FOOT_Y, LEAVE_W, BUTTON_H};
	bool busy = shift_is_busy(shift, ui->ticks_ms);
	if (ui_button(ui, "form.leave", leave,
		    ui_say(ui, form->leaving ? "console.form.drop" : "console.form.leave"),
		    (struct ui_button){.kind = UI_SECONDARY, .text_size = 18})) {
		action.act = SHIFT_FORM_LEAVE;
	}
	int x = leave.x + leave.w + 24;
	struct rect keys = {x, FOOT_Y, save.x - 24 - x, BUTTON_H};
	const char *words = ui_say(ui, "console.form.keys");
	int height = ui_paragraph_height(ui, keys.w, PARTS_NOTE, words);
	keys.y += (keys.h - height) / 2;
	ui_paragraph(ui, keys, PARTS_NOTE, UI_CENTER, THEME_INK2, words);
	if (ui_button(ui, "form.save", save,
		    ui_say(ui,
			    form->kind == FORM_HELP ? "console.form.issue" : "console.form.save"),
		    (struct ui_button){.kind = UI_PRIMARY, .text_size = 18, .disabled = busy})) {
		action.act = SHIFT_FORM_SAVE;
	}
	return action;
}

static struct shift_action take_keys(struct ui *ui, bool last)
{
	static const struct typing_key keys[] = {
		{"tab", {SHIFT_FORM_MOVE, 1}},
		{"down", {SHIFT_FORM_MOVE, 1}},
		{"backtab", {SHIFT_FORM_MOVE, -1}},
		{"up", {SHIFT_FORM_MOVE, -1}},
		{"right", {SHIFT_FORM_STEP, 1}},
		{"left", {SHIFT_FORM_STEP, -1}},
		{"backspace", {SHIFT_FORM_ERASE, 0}},
		{"f10", {SHIFT_FORM_SAVE, 0}},
		{"escape", {SHIFT_FORM_LEAVE, 0}},
	};
	struct shift_action action = typing_take(ui, keys, sizeof(keys) / sizeof(keys[0]));
	if (ui->event_used || ui->event.kind != UI_KEY) {
		return action;
	}
	if (strcmp(ui->event.text, "return") == 0) {
		action = last ? (struct shift_action){SHIFT_FORM_SAVE, 0}
			      : (struct shift_action){SHIFT_FORM_MOVE, 1};
	}
	ui->event_used = action.act != SHIFT_NOTHING;
	return action;
}

struct shift_action form_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	const struct form *form = &shift->form;
	int places[FORM_PLACES];
	int count = form_places(form, shift->office, places);
	int pages = (count + 2 * ROWS - 1) / (2 * ROWS);
	bool last = count == 0 || places[count - 1] == form->place;
	ui->focus_shown = false; /* the place where the clerk is is shown instead */
	struct shift_action done[4] = {take_keys(ui, last)};
	struct rect card = {PARTS_MARGIN, TOP, layout->width - 2 * PARTS_MARGIN, BOTTOM - TOP};
	struct rect side = {
		layout->queue_x - PAD, TOP + HEAD, layout->queue_w, FOOT_Y - 12 - TOP - HEAD};
	struct rect room = {card.x + PAD, TOP + HEAD, side.x - 20 - card.x - PAD, 0};
	ui_shadow(ui, card, PARTS_RADIUS, DRAW_SHADOW_FLOAT);
	ui_card(ui, card);
	parts_frame(ui, card, PARTS_RADIUS, 4);
	draw_head(ui, shift, card, pages, find_page(form, places, count));
	done[1] = draw_places(ui, shift, room, places, count);
	done[2] = draw_side(ui, shift, side);
	done[3] = draw_foot(ui, shift, card);
	for (int i = 0; i < 4; i++) {
		if (done[i].act != SHIFT_NOTHING) {
			return done[i];
		}
	}
	return done[0];
}
