/* The page of the settings: topics at the left, the rows of one, and under them what to press. */
#include "app/console/office_page.h"

#include "app/base/text.h"
#include "app/console/manner.h"
#include "app/console/office_words.h"
#include "app/console/screen.h"
#include "app/console/typing.h"

#include <stdlib.h>
#include <string.h>

enum {
	TOP = PARTS_TOP,
	FOOT_Y = 672,
	TOPIC_W = 224,
	TOPIC_H = 46,
	TOPIC_PITCH = 52,
	COLUMN_ROWS = 8,
	PITCH = 66,
	MANY_ROWS = 9, /* of a column, where two of the other would not do */
	MANY_PITCH = 64,
	LABEL_H = 20,
	FIELD_H = 40,
	COLUMN_GAP = 20,
	SLIP_W = 360,
	TEXT_SIZE = SETUP_TEXT_SIZE,
	LINES = 9,
	LINE_H = 52,
	HEAD_H = 28,
};

static const char *const topic_icons[SETUP_TOPICS] = {"forum", "store", "clock", "calendar-check",
	"comment-text", "volume-high", "ticket-confirmation", "book-open-variant",
	"account-multiple", "settings", "usb"};

/* Of the room right of the topics. */
static struct rect room_of(const struct parts_layout *layout)
{
	int x = PARTS_MARGIN + TOPIC_W + 24;
	return (struct rect){x, TOP, layout->width - PARTS_MARGIN - x, FOOT_Y - 16 - TOP};
}

struct rect office_page_slip(const struct parts_layout *layout)
{
	struct rect room = room_of(layout);
	return (struct rect){room.x + room.w - SLIP_W, room.y, SLIP_W, room.h};
}

/* Chooses what the other rows of the page are about. */
static bool is_picker(struct setup_row row)
{
	return row.field == SETUP_SERVICE || row.field == SETUP_COUNTER ||
	       row.field == SETUP_PERSON;
}

/* ---- topics ---- */

static struct shift_action draw_topics(struct ui *ui, const struct setup *setup)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct rect box = {PARTS_MARGIN, TOP, TOPIC_W, TOPIC_H};
	for (int i = 0; i < SETUP_TOPICS; i++, box.y += TOPIC_PITCH) {
		char id[UI_ID_SIZE], key[64];
		bool here = (int)setup->topic == i, held = false;
		text_format(
			id, sizeof(id), "office.topic.%s", office_topic_name((enum setup_topic)i));
		text_format(key, sizeof(key), "console.office.topic.%s",
			office_topic_name((enum setup_topic)i));
		if (ui_touch(ui, id, box, &held, NULL)) {
			action = (struct shift_action){SHIFT_OFFICE_TOPIC, i};
		}
		ui_fill(ui, box, 12, here || held ? THEME_TINT : THEME_CARD);
		ui_outline(ui, box, 12, here ? 3 : 1, here ? THEME_ACTION : THEME_LINE);
		ui_icon(ui, (struct rect){box.x + 14, box.y, 24, box.h}, 24,
			here ? THEME_ACTION : THEME_INK2, topic_icons[i]);
		ui_text(ui, (struct rect){box.x + 50, box.y, box.w - 60, box.h},
			here ? PARTS_TEXT_SEMIBOLD : PARTS_TEXT, UI_LEFT, THEME_INK,
			ui_say(ui, key));
	}
	return action;
}

/* ---- rows ---- */

static void draw_typed(struct ui *ui, const char *text, struct rect room, bool here)
{
	int width = ui_text_width(ui, PARTS_TEXT_MEDIUM, text);
	int hidden = here && width > room.w ? width - room.w : 0;
	if (!here) {
		struct rect line = {room.x, room.y + (room.h - PARTS_TEXT_MEDIUM.line) / 2, room.w,
			PARTS_TEXT_MEDIUM.line};
		parts_lines(ui, line, PARTS_TEXT_MEDIUM, UI_LEFT, 1, THEME_INK, text);
		return;
	}
	ui_clip(ui, room);
	ui_text(ui, (struct rect){room.x - hidden, room.y, width, room.h}, PARTS_TEXT_MEDIUM,
		UI_LEFT, THEME_INK, text);
	ui_unclip(ui);
	ui_fill(ui, (struct rect){room.x - hidden + width + 2, room.y + 9, 2, room.h - 18}, 0,
		THEME_ACTION);
}

/* What holds here all the same, at the right end of the field. */
static void draw_own(
	struct ui *ui, const struct shift *shift, struct setup_row row, struct rect box)
{
	enum { SIDE = 16, STEPS = 56 };
	char value[16], text[96];
	int own = manner_own(&shift->own, row);
	if (own == SETTINGS_OFFICE) {
		return;
	}
	if (row.field == SETUP_NUMBER) {
		text_format(value, sizeof(value), "%d", own);
	} else {
		text_copy(value, sizeof(value),
			ui_say(ui, own != 0 ? "console.office.yes" : "console.office.no"));
	}
	box.w -= SIDE + (row.field == SETUP_SWITCH ? STEPS : 0);
	ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_RIGHT, THEME_SOON_INK,
		parts_say(ui, text, sizeof(text), "console.office.own", value, ""));
}

static void draw_value(
	struct ui *ui, const struct setup *setup, struct setup_row row, struct rect box, bool here)
{
	enum { SIDE = 12 };
	char text[TEXT_SIZE];
	struct rect room = {box.x + SIDE, box.y, box.w - 2 * SIDE - 4, box.h};
	if (setup_options(setup, row) == 0) {
		setup_text(setup, row, text);
		if (!here && text[0] == '\0') {
			ui_text(ui, room, PARTS_TEXT, UI_LEFT, THEME_INK2,
				office_say_empty(ui, row));
			return;
		}
		draw_typed(ui, here ? setup->typed : text, room, here);
		return;
	}
	office_say_option(ui, setup, row, setup_chosen(setup, row), text, sizeof(text));
	struct rect line = {room.x, room.y + (room.h - PARTS_TEXT_MEDIUM.line) / 2, room.w - 48,
		PARTS_TEXT_MEDIUM.line};
	parts_lines(ui, line, PARTS_TEXT_MEDIUM, UI_LEFT, 1, THEME_INK, text);
	ui_icon(ui, (struct rect){room.x + room.w - 44, box.y, 20, box.h}, 20,
		here ? THEME_ACTION : THEME_INK2, "chevron-left");
	ui_icon(ui, (struct rect){room.x + room.w - 20, box.y, 20, box.h}, 20,
		here ? THEME_ACTION : THEME_INK2, "chevron-right");
}

/* A tap on the row where the head is chooses on. */
static struct shift_action draw_row(
	struct ui *ui, const struct shift *shift, struct setup_row row, int place, struct rect cell)
{
	const struct setup *setup = &shift->setup;
	bool here = setup->row == place;
	bool wrong = here && setup->touched && setup->fault != RESULT_OK;
	char id[UI_ID_SIZE], words[OFFICE_TEXT_SIZE];
	text_format(id, sizeof(id), "office.%s.%d", office_field_name(row.field), row.index);
	bool tapped = ui_touch(ui, id, cell, NULL, NULL);
	struct rect box = {cell.x, cell.y + LABEL_H, cell.w, FIELD_H};
	struct rect label = {cell.x, cell.y, cell.w, LABEL_H};
	bool picker = is_picker(row);
	office_say_label(ui, setup, row, words, sizeof(words));
	parts_lines(ui, label, picker ? PARTS_NOTE_SEMIBOLD : PARTS_NOTE_MEDIUM, UI_LEFT, 1,
		picker ? THEME_ACTION : THEME_INK2, words);
	ui_fill(ui, box, 10, picker ? THEME_TINT : THEME_CARD);
	ui_outline(ui, box, 10, here ? 3 : 2,
		wrong             ? THEME_LATE
		: here            ? THEME_ACTION
		: ui->theme->flat ? THEME_LINE
				  : THEME_EDGE);
	draw_value(ui, setup, row, box, here);
	draw_own(ui, shift, row, box);
	if (!tapped) {
		return (struct shift_action){SHIFT_NOTHING, 0};
	}
	return here && setup_options(setup, row) > 0
		       ? (struct shift_action){SHIFT_OFFICE_STEP, 1}
		       : (struct shift_action){SHIFT_OFFICE_FOCUS, place};
}

/* Two columns alike; with the slip beside them, or few rows, one. */
static struct shift_action draw_rows(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	const struct setup *setup = &shift->setup;
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct setup_row rows[SETUP_ROWS];
	struct rect room = room_of(layout);
	bool slip = setup->topic == SETUP_SLIP;
	int count = setup_rows(setup, rows), columns = slip || count <= COLUMN_ROWS ? 1 : 2;
	bool many = count > 2 * COLUMN_ROWS && columns == 2;
	int most = many ? MANY_ROWS : COLUMN_ROWS, pitch = many ? MANY_PITCH : PITCH;
	int half = (count + 1) / 2, high = columns == 1 || half > most ? most : half;
	int first = setup->row / (columns * high) * columns * high;
	int width = slip ? room.w - SLIP_W - 32 : (room.w - COLUMN_GAP) / 2;
	for (int i = first; i < count && i < first + columns * high; i++) {
		int cell = i - first;
		struct rect box = {room.x + cell / high * (width + COLUMN_GAP),
			room.y + cell % high * pitch, width, LABEL_H + FIELD_H};
		struct shift_action done = draw_row(ui, shift, rows[i], i, box);
		action = done.act != SHIFT_NOTHING ? done : action;
	}
	return action;
}

/* The picture, and the test print at the foot of the rows. */
static struct shift_action draw_slip(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	enum { TEST_H = 60 };
	struct rect box = office_page_slip(layout), room = room_of(layout);
	ui_fill(ui, box, 16, THEME_SUNK);
	parts_frame(ui, box, 16, 2);
	if (shift->slip_picture != NULL) {
		ui_picture(ui, box, 4, 1, shift->slip_picture);
	}
	return office_test_frame(ui, shift,
		(struct rect){room.x, room.y + room.h - TEST_H, box.x - 32 - room.x, TEST_H}, now);
}

/* ---- what will change ---- */

/* The widths of what it is, how it was and how it is to be. */
static void split_line(struct rect line, struct rect out_cells[3])
{
	enum { GAP = 40 };
	int half = (line.w - 2 * GAP) / 3;
	for (int i = 0; i < 3; i++) {
		out_cells[i] = (struct rect){line.x + i * (half + GAP), line.y, half, line.h};
	}
}

static void draw_heads(struct ui *ui, struct rect line)
{
	static const char *const keys[] = {
		"console.office.head.what", "console.office.head.was", "console.office.head.is"};
	struct rect cells[3];
	split_line(line, cells);
	for (int i = 0; i < 3; i++) {
		ui_text(ui, cells[i], PARTS_NOTE_MEDIUM, UI_LEFT, THEME_INK2, ui_say(ui, keys[i]));
	}
	ui_fill(ui, (struct rect){line.x, line.y + line.h, line.w, 1}, 0, THEME_LINE);
}

static void draw_change(struct ui *ui, const struct setup *setup, struct setup *before,
	const struct setup_change *change, struct rect line)
{
	struct office_words words;
	struct rect cells[3];
	office_say_change(ui, setup, before, change, &words);
	split_line(line, cells);
	struct rect over = {cells[0].x, line.y + 5, cells[0].w, PARTS_NOTE_MEDIUM.line};
	struct rect under = {cells[0].x, over.y + over.h, cells[0].w, PARTS_TEXT_MEDIUM.line};
	parts_lines(ui, over, PARTS_NOTE_MEDIUM, UI_LEFT, 1, THEME_INK2, words.about);
	parts_lines(ui, under, PARTS_TEXT_MEDIUM, UI_LEFT, 1, THEME_INK, words.what);
	struct rect was = {cells[1].x, under.y, cells[1].w, PARTS_TEXT.line};
	struct rect is = {cells[2].x, under.y, cells[2].w, PARTS_TEXT_SEMIBOLD.line};
	parts_lines(ui, was, PARTS_TEXT, UI_LEFT, 1, THEME_INK2, words.was);
	ui_icon(ui, (struct rect){is.x - 30, is.y, 20, is.h}, 18, THEME_INK2, "arrow-right");
	parts_lines(ui, is, PARTS_TEXT_SEMIBOLD, UI_LEFT, 1, THEME_INK, words.is);
	ui_fill(ui, (struct rect){line.x, line.y + line.h - 1, line.w, 1}, 0, THEME_LINE);
}

static void draw_review(struct ui *ui, const struct setup *setup, const struct parts_layout *layout)
{
	char text[96];
	struct rect card = {PARTS_MARGIN, TOP, layout->width - 2 * PARTS_MARGIN, FOOT_Y - 16 - TOP};
	int count = setup->change_count;
	ui_card(ui, card);
	struct rect line = {card.x + 24, card.y + 12, card.w - 48, 40};
	ui_text(ui, line, PARTS_HEADING, UI_LEFT, THEME_INK,
		count == 0
			? ui_say(ui, "console.office.nothing")
			: parts_say_number(ui, text, sizeof(text), "console.office.review", count));
	if (count == 0) {
		return;
	}
	line.y += line.h;
	line.h = HEAD_H;
	draw_heads(ui, line);
	line.y += HEAD_H;
	line.h = LINE_H;
	struct setup *before = setup_before(setup);
	for (int i = setup->first; i < count && i < setup->first + LINES; i++) {
		draw_change(ui, setup, before, &setup->changes[i], line);
		line.y += LINE_H;
	}
	free(before);
}

/* ---- the PIN ---- */

static void draw_lock(struct ui *ui, const struct setup *setup, const struct parts_layout *layout)
{
	char dots[4 * DESK_PIN_MAX + 1] = "";
	struct rect card = {(layout->width - 560) / 2, 200, 560, 216};
	ui_card(ui, card);
	struct rect line = {card.x + 32, card.y + 28, card.w - 64, 36};
	ui_text(ui, line, PARTS_HEADING, UI_LEFT, THEME_INK, ui_say(ui, "console.office.lock"));
	line.y += 48;
	line.y += ui_paragraph(
		ui, line, PARTS_TEXT, UI_LEFT, THEME_INK2, ui_say(ui, "console.office.lock_note"));
	struct rect box = {line.x, line.y + 24, line.w, 56};
	ui_fill(ui, box, 12, THEME_CARD);
	ui_outline(ui, box, 12, 3, THEME_ACTION);
	for (size_t i = 0; i < strlen(setup->pin); i++) {
		text_format(dots + strlen(dots), sizeof(dots) - strlen(dots), "•");
	}
	ui_text(ui, (struct rect){box.x + 20, box.y, box.w - 40, box.h}, PARTS_HEADING, UI_LEFT,
		THEME_INK,
		setup->phase == SETUP_OPENING ? ui_say(ui, "console.office.opening") : dots);
}

/* ---- foot and keys ---- */

static void draw_words(struct ui *ui, const struct setup *setup, struct rect room)
{
	char key[64], text[OFFICE_TEXT_SIZE + 200];
	bool wrong = setup->fault != RESULT_OK;
	if (wrong) {
		text_format(key, sizeof(key), "result.%s", result_key(setup->fault));
		text_format(text, sizeof(text), "%s%s%s%s", ui_say(ui, key),
			setup->detail[0] != '\0' ? " (" : "", setup->detail,
			setup->detail[0] != '\0' ? ")" : "");
		ui_icon(ui, (struct rect){room.x, room.y, 24, room.h}, 22, THEME_LATE,
			"alert-circle");
		room.x += 32;
		room.w -= 32;
	} else {
		text_copy(text, sizeof(text),
			ui_say(ui, setup->saved                   ? "console.office.saved"
				   : setup->phase == SETUP_LOCKED ? "console.office.keys.lock"
				   : setup->phase == SETUP_REVIEW ? "console.office.keys.review"
								  : "console.office.keys"));
	}
	int height = ui_paragraph_height(ui, room.w, PARTS_NOTE_MEDIUM, text);
	room.y += (room.h - height) / 2;
	ui_paragraph(
		ui, room, PARTS_NOTE_MEDIUM, UI_LEFT, wrong ? THEME_LATE_INK : THEME_INK2, text);
}

static struct shift_action draw_foot(
	struct ui *ui, const struct setup *setup, const struct parts_layout *layout)
{
	enum { BUTTON_H = 52, LEAVE_W = 180, SAVE_W = 240 };
	struct shift_action action = {SHIFT_NOTHING, 0};
	int right = layout->width - PARTS_MARGIN;
	struct rect save = {right - SAVE_W, FOOT_Y, SAVE_W, BUTTON_H};
	struct rect leave = {save.x - 16 - LEAVE_W, FOOT_Y, LEAVE_W, BUTTON_H};
	bool busy = setup->phase == SETUP_SAVING || setup->phase == SETUP_OPENING;
	bool review = setup->phase == SETUP_REVIEW && setup->change_count > 0;
	draw_words(ui, setup,
		(struct rect){PARTS_MARGIN, FOOT_Y, leave.x - 24 - PARTS_MARGIN, BUTTON_H});
	if (ui_button(ui, "office.back", leave, ui_say(ui, "console.office.back"),
		    (struct ui_button){.kind = UI_SECONDARY, .text_size = 18, .disabled = busy})) {
		action.act = SHIFT_OFFICE_BACK;
	}
	if (ui_button(ui, "office.enter", save,
		    ui_say(ui, setup->phase == SETUP_LOCKED   ? "console.office.open"
			       : review                       ? "console.office.save"
			       : setup->phase == SETUP_REVIEW ? "console.office.on"
							      : "console.office.look"),
		    (struct ui_button){.kind = UI_PRIMARY, .text_size = 18, .disabled = busy})) {
		action.act = SHIFT_OFFICE_ENTER;
	}
	return action;
}

/* All keys are the page's but those of the tabs. */
static struct shift_action take_keys(struct ui *ui, const struct setup *setup)
{
	static const struct typing_key keys[] = {
		{"tab", {SHIFT_OFFICE_MOVE, 1}},
		{"down", {SHIFT_OFFICE_MOVE, 1}},
		{"backtab", {SHIFT_OFFICE_MOVE, -1}},
		{"up", {SHIFT_OFFICE_MOVE, -1}},
		{"right", {SHIFT_OFFICE_STEP, 1}},
		{"left", {SHIFT_OFFICE_STEP, -1}},
		{"backspace", {SHIFT_OFFICE_ERASE, 0}},
		{"f10", {SHIFT_OFFICE_ENTER, 0}},
		{"escape", {SHIFT_OFFICE_BACK, 0}},
	};
	struct shift_action action = typing_take(ui, keys, sizeof(keys) / sizeof(keys[0]));
	if (ui->event_used || ui->event.kind != UI_KEY) {
		return action;
	}
	int topic = (int)setup->topic;
	if (strcmp(ui->event.text, "return") == 0) {
		action = setup->phase == SETUP_OPEN ? (struct shift_action){SHIFT_OFFICE_MOVE, 1}
						    : (struct shift_action){SHIFT_OFFICE_ENTER, 0};
	} else if (strcmp(ui->event.text, "pagedown") == 0) {
		action = (struct shift_action){SHIFT_OFFICE_TOPIC, (topic + 1) % SETUP_TOPICS};
	} else if (strcmp(ui->event.text, "pageup") == 0) {
		action = (struct shift_action){
			SHIFT_OFFICE_TOPIC, (topic + SETUP_TOPICS - 1) % SETUP_TOPICS};
	}
	ui->event_used = action.act != SHIFT_NOTHING;
	return action;
}

struct shift_action office_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct setup *setup = &shift->setup;
	struct shift_action done[5] = {{SHIFT_NOTHING, 0}};
	if (!shift_is_covered(shift)) {
		ui->focus_shown = false; /* the row where the head is is shown instead */
		done[0] = take_keys(ui, setup);
	}
	if (setup->phase == SETUP_LOCKED || setup->phase == SETUP_OPENING) {
		draw_lock(ui, setup, layout);
	} else if (setup->phase == SETUP_REVIEW) {
		draw_review(ui, setup, layout);
	} else if (setup->edit != NULL) {
		done[1] = draw_topics(ui, setup);
		done[2] = draw_rows(ui, shift, layout);
		if (setup->topic == SETUP_SLIP) {
			done[4] = draw_slip(ui, shift, layout, now);
		}
	}
	done[3] = draw_foot(ui, setup, layout);
	for (int i = 0; i < 5; i++) {
		if (done[i].act != SHIFT_NOTHING) {
			return done[i];
		}
	}
	return done[0];
}
