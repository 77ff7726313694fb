#include "app/console/screen.h"
#include "app/console/hall_frame.h"
#include "app/console/typing.h"

#include "app/base/text.h"

#include <string.h>

/* The open question: its answers with their numbers, nine to a page. And what was done last, with
 * the way to take it back. */
enum {
	WIDTH = 600,
	PAD = 24,
	HEAD = 64,
	ROW = 52,
	GAP = 8,
	FOOT = 68,
	BEFORE = 28,
	PAGE = 9,
	TEXT_SIZE = 160
};

static const char *deed_key(const struct sheet *sheet, enum sheet_deed deed)
{
	switch (deed) {
	case SHEET_FETCH: return "console.deed.fetch";
	case SHEET_END:
		return sheet->state == TICKET_CALLED ? "console.act.absent" : "console.act.finish";
	case SHEET_CALL: return sheet->callable ? "console.deed.call" : "console.deed.call_not";
	case SHEET_HOLD: return "console.deed.hold";
	case SHEET_TO_SERVICE: return "console.deed.transfer";
	case SHEET_GIVE_UP: return "console.deed.cancel";
	case SHEET_RESUME: return "console.deed.resume";
	case SHEET_PRINT: return "console.deed.print";
	case SHEET_RETURN: break;
	}
	return "console.deed.return";
}

static const char *say_title(
	const struct ui *ui, const struct sheet *sheet, char *out_text, size_t size)
{
	const char *key = sheet->kind == SHEET_BREAK      ? "console.sheet.break"
			  : sheet->kind == SHEET_TICKETS  ? "console.sheet.tickets"
			  : sheet->kind == SHEET_TICKET   ? "console.sheet.ticket"
			  : sheet->kind == SHEET_TRANSFER ? "console.sheet.transfer"
			  : sheet->kind == SHEET_RELIEF   ? "console.sheet.relief"
			  : sheet_takes_note(sheet)       ? "console.sheet.late"
			  : sheet->kind == SHEET_PICK     ? "console.sheet.pick"
			  : sheet->kind == SHEET_OUTCOME  ? "console.sheet.outcome"
			  : sheet->kind == SHEET_FOLLOW   ? "console.sheet.follow"
			  : sheet->kind == SHEET_DATA     ? "console.sheet.data"
			  : sheet->kind == SHEET_SOURCE   ? "console.sheet.source"
							  : "console.sheet.cancel";
	return parts_say(ui, out_text, size, key, sheet->number, "");
}

/* Of a ticket where it stands, and for how long. */
static void say_state(const struct ui *ui, const struct sheet_answer *answer, int64_t now,
	char out_text[TEXT_SIZE])
{
	const char *state = answer->state == TICKET_HELD     ? "console.aside.held"
			    : answer->state == TICKET_ABSENT ? "console.aside.absent"
							     : "console.aside.waiting";
	char left[64], lasted[PARTS_WAIT_SIZE];
	if (answer->counter != 0) {
		parts_say_number(ui, left, sizeof(left), "console.aside.left", answer->counter);
	} else {
		text_copy(left, sizeof(left), ui_say(ui, state));
	}
	int64_t minutes = parts_minutes(now - answer->since_ms);
	parts_say_minutes(ui, minutes, lasted);
	text_format(out_text, TEXT_SIZE, "%s%s%s", left, minutes > 0 ? " \u00b7 " : "",
		minutes > 0 ? lasted : "");
}

/* A ticket's number and what it is for, and beside them where it stands. */
static void draw_ticket(struct ui *ui, const struct shift *shift, const struct sheet_answer *answer,
	struct rect line, int64_t now)
{
	enum { BESIDE = 12 };
	char text[TEXT_SIZE];
	say_state(ui, answer, now, text);
	int width = ui_text_width(ui, PARTS_TEXT, text);
	ui_text(ui, line, PARTS_TEXT, UI_RIGHT, THEME_INK2, text);
	line.w -= width + BESIDE;
	text_format(text, sizeof(text), "%s \u00b7 %s", answer->number,
		parts_service_short(ui, shift->office, answer->service));
	bool fits = ui_text_width(ui, PARTS_VALUE, text) <= line.w;
	struct ui_style style = fits ? PARTS_VALUE : PARTS_NOTE_MEDIUM;
	style.line = line.h;
	parts_lines(ui, line, style, UI_LEFT, 1, THEME_INK, text);
}

/* A counter with who sits there. */
static void say_counter(
	const struct ui *ui, const struct shift *shift, int number, char out_text[TEXT_SIZE])
{
	char words[OFFICE_COUNTER_WORDS];
	const struct desk_view *view = shift->view;
	const char *name = "";
	for (int i = 0; i < view->counter_count; i++) {
		if (view->counters[i].number == number) {
			name = view->counters[i].staff_name;
		}
	}
	office_counter_words(shift->office, number, parts_language(ui), words);
	parts_say(ui, out_text, TEXT_SIZE, "console.sheet.to_counter", words, name);
}

static bool offers_counter(const struct shift *shift, int count)
{
	const struct sheet *sheet = &shift->sheet;
	for (int i = 0; sheet->kind == SHEET_TRANSFER && i < count; i++) {
		if (sheet_answer(sheet, shift->office, shift->view, i).counter != 0) {
			return true;
		}
	}
	return false;
}

/* Beside the way out: what it means to be sent to one counter. */
static void draw_note(
	struct ui *ui, const struct shift *shift, int count, struct rect leave, int right)
{
	int x = leave.x + leave.w + 16;
	if (offers_counter(shift, count)) {
		parts_lines(ui, (struct rect){x, leave.y - 4, right - x, 60}, PARTS_NOTE, UI_LEFT,
			3, THEME_INK2, ui_say(ui, "console.sheet.one_counter"));
	}
}

static void say_answer(const struct ui *ui, const struct shift *shift,
	const struct sheet_answer *answer, char out_text[TEXT_SIZE])
{
	char key[64];
	switch (shift->sheet.kind) {
	case SHEET_BREAK: text_format(key, sizeof(key), "console.break.%s", answer->word); break;
	case SHEET_CANCEL: text_format(key, sizeof(key), "console.cancel.%s", answer->word); break;
	case SHEET_PICK: text_format(key, sizeof(key), "console.pick.%s", answer->word); break;
	case SHEET_LATE:
	case SHEET_BEFORE: text_format(key, sizeof(key), "console.late.%s", answer->word); break;
	case SHEET_OUTCOME:
		text_format(key, sizeof(key), "console.outcome.%s", answer->word);
		break;
	case SHEET_FOLLOW: text_format(key, sizeof(key), "console.follow.%s", answer->word); break;
	case SHEET_DATA: text_format(key, sizeof(key), "console.data.%s", answer->word); break;
	case SHEET_SOURCE: text_format(key, sizeof(key), "console.source.%s", answer->word); break;
	case SHEET_TICKET:
		text_copy(key, sizeof(key), deed_key(&shift->sheet, answer->deed));
		break;
	case SHEET_RELIEF:
		text_copy(out_text, TEXT_SIZE, shift->staff[answer->person].name);
		return;
	default:
		if (answer->counter != 0) {
			say_counter(ui, shift, answer->counter, out_text);
			return;
		}
		text_copy(out_text, TEXT_SIZE, parts_service(ui, shift->office, answer->service));
		return;
	}
	text_copy(out_text, TEXT_SIZE, ui_say(ui, key));
}

static bool draw_answer(
	struct ui *ui, const struct shift *shift, int index, struct rect box, int64_t now)
{
	char id[UI_ID_SIZE], digit[16], text[TEXT_SIZE];
	struct sheet_answer answer = sheet_answer(&shift->sheet, shift->office, shift->view, index);
	bool here = shift->sheet.at == index, held = false;
	bool can = sheet_can_choose(&shift->sheet, shift->office, shift->view, index);
	text_format(id, sizeof(id), "sheet.%d", index + 1);
	text_format(digit, sizeof(digit), "%d", index % PAGE + 1);
	bool tapped = can && ui_touch(ui, id, box, &held, NULL);
	ui_fill(ui, box, 12, held || here ? THEME_TINT : THEME_CARD);
	ui_outline(ui, box, 12, here ? 3 : 1, here ? THEME_ACTION : THEME_LINE);
	ui_text(ui, (struct rect){box.x + 8, box.y, 32, box.h}, PARTS_NOTE_SEMIBOLD, UI_CENTER,
		can ? THEME_INK2 : THEME_DISABLED, digit);
	struct rect line = {
		box.x + 48, box.y + (box.h - PARTS_VALUE.line) / 2, box.w - 60, PARTS_VALUE.line};
	if (shift->sheet.kind == SHEET_TICKETS) {
		draw_ticket(ui, shift, &answer, line, now);
		return tapped;
	}
	say_answer(ui, shift, &answer, text);
	struct ui_style style =
		ui_text_width(ui, PARTS_VALUE, text) > line.w ? PARTS_NOTE_MEDIUM : PARTS_VALUE;
	line.y = box.y + (box.h - style.line) / 2;
	parts_lines(ui, line, style, UI_LEFT, 1, can ? THEME_INK : THEME_DISABLED, text);
	return tapped;
}

/* While the note is written the letters are its own. */
static struct shift_action take_writing(struct ui *ui)
{
	static const struct typing_key keys[] = {
		{"return", {SHIFT_SHEET_WRITE, 0}},
		{"escape", {SHIFT_SHEET_WRITE, -1}},
		{"backspace", {SHIFT_SHEET_ERASE, 0}},
	};
	struct shift_action action = typing_take(ui, keys, sizeof(keys) / sizeof(keys[0]));
	ui->event_used = ui->event_used || action.act != SHIFT_NOTHING;
	return action;
}

/* Every key is the sheet's. */
static struct shift_action take_keys(struct ui *ui, const struct shift *shift, int from, int count)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	const char *key = ui->event.text;
	if (ui->event.kind != UI_KEY || ui->event_used) {
		return action;
	}
	if (strcmp(key, "down") == 0 || strcmp(key, "tab") == 0) {
		action = (struct shift_action){SHIFT_SHEET_MOVE, 1};
	} else if (strcmp(key, "up") == 0 || strcmp(key, "backtab") == 0) {
		action = (struct shift_action){SHIFT_SHEET_MOVE, -1};
	} else if (strcmp(key, "return") == 0) {
		action = (struct shift_action){SHIFT_SHEET_CHOOSE, shift->sheet.at};
	} else if (strcmp(key, "escape") == 0) {
		action = (struct shift_action){SHIFT_SHEET_LEAVE, 0};
	} else if (sheet_can_wait(&shift->sheet) && strcmp(key, "space") == 0) {
		action = (struct shift_action){SHIFT_STEP, 0}; /* nobody waits for the answer */
	} else if (sheet_takes_note(&shift->sheet) && strcmp(key, "c") == 0) {
		action = (struct shift_action){SHIFT_SHEET_WRITE, 1};
	} else if (shift->sheet.kind >= SHEET_OUTCOME && strcmp(key, "z") == 0) {
		action = (struct shift_action){SHIFT_UNDO, 0};
	} else if (key[0] >= '1' && key[0] <= '9' && key[1] == '\0' && key[0] - '1' < count) {
		action = (struct shift_action){SHIFT_SHEET_CHOOSE, from + key[0] - '1'};
	}
	ui->event_used = action.act != SHIFT_NOTHING;
	return action;
}

/* Of what an earlier day's ticket was, and when. */
static void say_before(const struct ui *ui, const struct shift *shift, char *out_text, size_t size)
{
	char day[64];
	hall_say_date(ui, shift->office, shift->sheet.date, day, sizeof(day));
	text_format(out_text, size, "%s \u00b7 %s",
		parts_service_short(ui, shift->office, shift->sheet.service), day);
}

static void draw_title(struct ui *ui, const struct shift *shift, struct rect card, int count)
{
	const struct sheet *sheet = &shift->sheet;
	char title[96], page[32], of[16], all[16], before[TEXT_SIZE];
	struct rect line = {card.x + PAD, card.y + 18, card.w - 2 * PAD, 32};
	ui_text(ui, line, PARTS_HEADING, UI_LEFT, THEME_INK,
		say_title(ui, sheet, title, sizeof(title)));
	if (sheet->kind == SHEET_LATE) {
		/* Who was sent on may have been served late in each service. */
		int taken = ui_text_width(ui, PARTS_HEADING, title) + 16;
		parts_lines(ui, (struct rect){line.x + taken, line.y, line.w - taken, line.h},
			PARTS_TEXT, UI_RIGHT, 1, THEME_INK2,
			parts_service_short(ui, shift->office, sheet->service));
	}
	if (sheet->kind == SHEET_BEFORE) {
		say_before(ui, shift, before, sizeof(before));
		parts_lines(ui, (struct rect){line.x, line.y + 34, line.w, 24}, PARTS_TEXT, UI_LEFT,
			1, THEME_INK2, before);
	}
	if (count > PAGE) {
		text_format(of, sizeof(of), "%d", sheet->at / PAGE + 1);
		text_format(all, sizeof(all), "%d", (count + PAGE - 1) / PAGE);
		ui_text(ui, line, PARTS_TEXT, UI_RIGHT, THEME_INK2,
			parts_say(ui, page, sizeof(page), "console.form.page", of, all));
	}
}

/* The free words as they are written, in the place of the answers; a long note shows its end. */
static void draw_writing(struct ui *ui, const struct sheet *sheet, struct rect box)
{
	enum { SIDE = 14, HINT = 32 };
	char text[DESK_NOTE_SIZE + 1];
	struct rect room = {box.x + SIDE, box.y + SIDE, box.w - 2 * SIDE, box.h - 2 * SIDE - HINT};
	ui_fill(ui, box, 12, THEME_CARD);
	ui_outline(ui, box, 12, 3, THEME_ACTION);
	ui_text(ui, (struct rect){room.x, room.y + room.h + SIDE, room.w, HINT - SIDE}, PARTS_NOTE,
		UI_LEFT, THEME_INK2, ui_say(ui, "console.note.hint"));
	text_format(text, sizeof(text), "%s|", sheet->note);
	int height = ui_paragraph_height(ui, room.w, PARTS_TEXT_MEDIUM, text);
	int hidden = height > room.h ? height - room.h : 0;
	ui_stretch_begin(ui, UI_TYPED);
	ui_clip(ui, room);
	ui_paragraph(ui, (struct rect){room.x, room.y - hidden, room.w, height}, PARTS_TEXT_MEDIUM,
		UI_LEFT, THEME_INK, text);
	ui_unclip(ui);
	ui_stretch_end(ui);
}

/* The words themselves once there are some, as far as there is room for them. */
static void say_note(
	const struct ui *ui, const struct sheet *sheet, int width, char *out_text, size_t size)
{
	char note[64];
	bool whole = text_copy(note, sizeof(note), sheet->note);
	if (note[0] == '\0') {
		text_copy(out_text, size, ui_say(ui, "console.note.add"));
		return;
	}
	struct ui_style style = {DRAW_SEMIBOLD, 18, 24};
	parts_say(ui, out_text, size, "console.note.change", note, whole ? "" : "\u2026");
	while (note[0] != '\0' && ui_text_width(ui, style, out_text) > width) {
		note[strlen(note) - text_last_size(note)] = '\0';
		parts_say(ui, out_text, size, "console.note.change", note, "\u2026");
	}
}

/* What is asked after the visit is only put off. */
static const char *leave_key(const struct sheet *sheet)
{
	return sheet_can_wait(sheet) && !sheet->writes ? "console.sheet.later"
						       : "console.form.leave";
}

/* Below the answers: the way out, and what is written beside the answer. */
static struct shift_action draw_foot(
	struct ui *ui, const struct shift *shift, int count, struct rect leave, int right)
{
	const struct sheet *sheet = &shift->sheet;
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct ui_button quiet = {.kind = UI_SECONDARY, .text_size = 18};
	struct rect other = {
		leave.x + leave.w + 16, leave.y, right - leave.x - leave.w - 16, leave.h};
	if (ui_button(ui, "sheet.leave", leave, ui_say(ui, leave_key(sheet)), quiet)) {
		action = sheet->writes ? (struct shift_action){SHIFT_SHEET_WRITE, -1}
				       : (struct shift_action){SHIFT_SHEET_LEAVE, 0};
	}
	if (sheet->writes) {
		quiet.kind = UI_PRIMARY;
		if (ui_button(ui, "sheet.written", other, ui_say(ui, "console.note.keep"), quiet)) {
			action = (struct shift_action){SHIFT_SHEET_WRITE, 0};
		}
	} else if (sheet_takes_note(sheet)) {
		char label[TEXT_SIZE];
		say_note(ui, sheet, other.w - 32, label, sizeof(label));
		if (ui_button(ui, "sheet.note", other, label, quiet)) {
			action = (struct shift_action){SHIFT_SHEET_WRITE, 1};
		}
	}
	draw_note(ui, shift, count, leave, right);
	return action;
}

static struct shift_action draw_answers(
	struct ui *ui, const struct shift *shift, int from, int shown, struct rect row, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	for (int i = from; i < from + shown; i++, row.y += ROW + GAP) {
		if (draw_answer(ui, shift, i, row, now)) {
			action = (struct shift_action){SHIFT_SHEET_CHOOSE, i};
		}
	}
	return action;
}

struct shift_action sheet_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct sheet *sheet = &shift->sheet;
	int count = sheet_count(sheet, shift->office, shift->view);
	int from = sheet->at / PAGE * PAGE, rows = count > PAGE ? PAGE : count;
	int shown = count - from < PAGE ? count - from : PAGE;
	int head = HEAD + (sheet->kind == SHEET_BEFORE ? BEFORE : 0);
	ui->focus_shown = false; /* the answer where the clerk is is shown instead */
	struct shift_action action =
		sheet->writes ? take_writing(ui) : take_keys(ui, shift, from, shown);
	struct rect card = {
		(layout->width - WIDTH) / 2, 0, WIDTH, head + rows * (ROW + GAP) + FOOT};
	card.y = (PARTS_STRIP + PARTS_BAR - card.h) / 2;
	ui_dialog(ui, card);
	draw_title(ui, shift, card, count);
	struct rect row = {card.x + PAD, card.y + head, card.w - 2 * PAD, ROW};
	struct shift_action tapped = {SHIFT_NOTHING, 0};
	if (sheet->writes) {
		row.h = rows * (ROW + GAP) - GAP;
		draw_writing(ui, sheet, row);
	} else {
		tapped = draw_answers(ui, shift, from, shown, row, now);
	}
	struct rect leave = {card.x + PAD, card.y + card.h - FOOT + 4, 200, 48};
	struct shift_action foot = draw_foot(ui, shift, count, leave, card.x + card.w - PAD);
	tapped = foot.act != SHIFT_NOTHING ? foot : tapped;
	/* A tap anywhere else only closes it, unless something is being written. */
	ui_touch(ui, "sheet.card", card, NULL, NULL);
	if (ui_touch(ui, "sheet.outside", ui_screen(ui), NULL, NULL) && !sheet->writes) {
		tapped = (struct shift_action){SHIFT_SHEET_LEAVE, 0};
	}
	return tapped.act != SHIFT_NOTHING ? tapped : action;
}
