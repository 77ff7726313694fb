#include "app/console/screen.h"

#include "app/base/text.h"

#include <string.h>

/* The queue in call order beside the counter, and how many are finished today. */
enum {
	HEAD = 64,
	ROW = 64,
	DOORS = 52,
	FOOT = 56 + DOORS, /* who is finished, and the doors below */
	LINE = 36,         /* how many more there are */
	DOOR = 44,
	ASIDE = 56,
	BOTTOM = 728,
	INSET = 20,
	NAME_X = 114
};

/* What there is room for while others stand over the queue: first the head and the doors, then who
 * is finished, then whoever stands aside, then the rows. */
static int aside_height(const struct desk_view *view, struct rect card)
{
	return view->aside_count > 0 && card.h >= HEAD + LINE + ASIDE + FOOT ? ASIDE : 0;
}

/* Who waits or stands aside, and what can be done with them. */
static bool draw_pick(struct ui *ui, const struct shift *shift, struct rect card)
{
	const char *label = ui_say(ui, "console.pick");
	int width = ui_text_width(ui, PARTS_NOTE_SEMIBOLD, label) + 28;
	struct rect box = {card.x + card.w - INSET + 6 - width, card.y + 10, width, 44};
	bool held = false;
	if (!shift_can_open(shift, SHEET_TICKETS)) {
		return false;
	}
	bool tapped = ui_touch(ui, "waiting.pick", box, &held, NULL);
	ui_fill(ui, box, 22, held ? THEME_TINT : THEME_PAGE);
	parts_frame(ui, box, 22, 2);
	ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_ACTION, label);
	ui_focus_ring(ui, "waiting.pick", box, 22, THEME_INK);
	return tapped;
}

static void draw_head(struct ui *ui, const struct desk_view *view, struct rect card)
{
	char count[16];
	const char *title = ui_say(ui, "console.waiting");
	int x = card.x + INSET, width = ui_text_width(ui, PARTS_HEADING, title);
	ui_text(ui, (struct rect){x, card.y, width, HEAD}, PARTS_HEADING, UI_LEFT, THEME_INK,
		title);
	text_format(count, sizeof(count), "%d", view->waiting_total);
	int pill = ui_text_width(ui, PARTS_NOTE_SEMIBOLD, count) + 18;
	struct rect box = {x + width + 14, card.y + 18, pill < 28 ? 28 : pill, 28};
	ui_fill(ui, box, 14, THEME_PAGE);
	ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_INK, count);
}

/* The name at the top of the row, small or in two lines where it is long, and the mark of priority
 * behind it. Returns the y of the line below. */
static int draw_service(
	struct ui *ui, const char *service, struct rect row, bool heart, bool dimmed)
{
	enum { LINE_Y = 11, TWO_Y = 2, NAME_H = 24 };
	enum theme_token ink = dimmed ? THEME_INK2 : THEME_INK;
	bool fits = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, service) <= row.w;
	struct ui_style style = fits ? PARTS_TEXT_SEMIBOLD : PARTS_NOTE_SEMIBOLD;
	int width = ui_text_width(ui, style, service);
	struct rect box = {row.x, row.y + LINE_Y, row.w, NAME_H};
	int below = row.y + LINE_Y + NAME_H - 1;
	if (width <= row.w) {
		ui_text(ui, box, style, UI_LEFT, ink, service);
	} else {
		width = row.w;
		box.y = row.y + TWO_Y;
		below = box.y + parts_lines(ui, box, style, UI_LEFT, 2, ink, service);
	}
	if (heart) {
		ui_icon(ui, (struct rect){box.x + width + 8, box.y, 18, NAME_H}, 18,
			dimmed ? THEME_INK2 : THEME_ACTION, "heart");
	}
	return below;
}

/* "Janji 10.45", the hour of an appointment, or "datang 10.29". */
static const char *say_hour(const struct ui *ui, const struct shift *shift, const char *key,
	int64_t ms, char out_text[PARTS_WAIT_SIZE])
{
	char time[PARTS_TIME_SIZE];
	parts_hour(shift->office, ms, time);
	return parts_say(ui, out_text, PARTS_WAIT_SIZE, key, time, "");
}

/* How long that visitor has waited, or, of one with an appointment, what its chip does not say; and
 * which counter alone may call it: that comes first where there is no room for both. */
static void draw_waited(struct ui *ui, const struct shift *shift, const struct view_waiting *row,
	struct rect line, int64_t now)
{
	enum { GAP = 8 };
	char waited[PARTS_WAIT_SIZE], only[64] = "";
	if (row->appointed_ms == 0) {
		parts_waited(ui, now - row->issued_ms, NULL, waited, sizeof(waited));
	} else if (row->clock.running) {
		say_hour(ui, shift, "console.waiting.appointed", row->appointed_ms, waited);
	} else {
		say_hour(ui, shift, "console.waiting.came", row->issued_ms, waited);
	}
	int width = ui_text_width(ui, PARTS_NOTE, waited), mark = 0;
	if (row->only != 0) {
		parts_say_number(ui, only, sizeof(only), "console.waiting.only", row->only);
		mark = ui_text_width(ui, PARTS_NOTE_SEMIBOLD, only);
	}
	if (mark == 0 || width + GAP + mark <= line.w) {
		ui_text(ui, line, PARTS_NOTE, UI_LEFT, THEME_INK2, waited);
		line.x += width + GAP;
		line.w -= width + GAP;
	}
	if (mark > 0) {
		ui_text(ui, line, PARTS_NOTE_SEMIBOLD, UI_LEFT, THEME_INK, only);
	}
}

/* What a row is to this counter. A closed one serves nobody yet, so that nothing is marked. */
enum row_mark { ROW_PLAIN, ROW_NEXT, ROW_ELSEWHERE };

static enum row_mark find_mark(const struct shift *shift, const struct view_waiting *row)
{
	const struct view_counter *here = shift_counter(shift);
	if (!promise_serves(here, row)) {
		return ROW_ELSEWHERE;
	}
	bool next = strcmp(row->number, shift->view->next_number) == 0;
	return next && here->state != VIEW_CLOSED && here->state != VIEW_BREAK ? ROW_NEXT
									       : ROW_PLAIN;
}

/* The number, and below it in words what the row is to this counter. */
static void draw_number(struct ui *ui, const char *number, enum row_mark mark, struct rect box)
{
	enum { BAR = 4, WORD_Y = 38, WORD_H = 20 };
	struct rect line = {box.x + INSET, box.y, 88, box.h};
	bool next = mark == ROW_NEXT;
	if (next) {
		ui_fill(ui, (struct rect){box.x, box.y + 1, box.w, box.h - 1}, 0, THEME_TINT);
		ui_fill(ui, (struct rect){box.x, box.y + 1, BAR, box.h - 1}, 0, THEME_ACTION);
		parts_frame(ui, box, 0, 2);
	}
	if (mark != ROW_PLAIN) {
		ui_text(ui, (struct rect){line.x, box.y + WORD_Y, line.w, WORD_H},
			next ? PARTS_NOTE_SEMIBOLD : PARTS_NOTE, UI_LEFT,
			next ? THEME_ACTION : THEME_INK2,
			ui_say(ui, next ? "console.waiting.next" : "console.waiting.elsewhere"));
		line.y += 6;
		line.h = PARTS_NUMBER.line;
	}
	ui_text(ui, line, PARTS_NUMBER, UI_LEFT, mark == ROW_ELSEWHERE ? THEME_INK2 : THEME_INK,
		number);
}

/* What stands at the end of a row: its clock while it runs, or its appointment. */
static bool find_chip(const struct ui *ui, const struct shift *shift,
	const struct view_waiting *row, int64_t now, enum row_mark mark,
	struct parts_chip *out_look, char out_text[PARTS_WAIT_SIZE])
{
	if (row->clock.running) {
		int64_t count = view_clock_count(&row->clock, now);
		*out_look = parts_phase_chip(ui, target_phase(row->clock.target_s, count));
		out_look->icon = "timer";
		out_look->digits = true;
		parts_duration(count, out_text);
		return true;
	}
	*out_look = (struct parts_chip){.ground = mark == ROW_NEXT ? THEME_CARD : THEME_TINT,
		.color = THEME_ACTION,
		.icon = "calendar-clock"};
	say_hour(ui, shift, "console.waiting.appointed", row->appointed_ms, out_text);
	return row->appointed_ms != 0;
}

static void draw_row(struct ui *ui, const struct shift *shift, const struct view_waiting *row,
	struct rect box, int64_t now)
{
	char text[PARTS_WAIT_SIZE];
	struct parts_chip look;
	int text_x = box.x + NAME_X, right = box.x + box.w - INSET;
	enum row_mark mark = find_mark(shift, row);
	int heart = row->priority == TICKET_ORDINARY ? 0 : 26;
	draw_number(ui, row->number, mark, box);
	if (find_chip(ui, shift, row, now, mark, &look, text)) {
		right -= 8 + parts_chip(ui, right, box.y + 18, UI_RIGHT, look, text);
	}
	int below = draw_service(ui, parts_service_short(ui, shift->office, row->service),
		(struct rect){text_x, box.y, right - text_x - heart, box.h}, heart > 0,
		mark == ROW_ELSEWHERE);
	draw_waited(ui, shift, row, (struct rect){text_x, below, right - text_x, 20}, now);
}

/* A sentence in place of a row. */
static void draw_line(struct ui *ui, const char *text, struct rect box)
{
	ui_text(ui, (struct rect){box.x + INSET, box.y, box.w - 2 * INSET, box.h}, PARTS_TEXT,
		UI_LEFT, THEME_INK2, text);
}

/* Who is shown in a place of `shown`: the next one of a counter that serves little may stand too
 * far behind, and then has the last place. */
static const struct view_waiting *find_row(const struct shift *shift, int place, int shown)
{
	const struct desk_view *view = shift->view;
	for (int i = shown; place == shown - 1 && i < view->waiting_shown; i++) {
		if (find_mark(shift, &view->waiting[i]) == ROW_NEXT) {
			return &view->waiting[i];
		}
	}
	return &view->waiting[place];
}

/* As many as there is room for; the last row says how many more there are. */
static void draw_rows(struct ui *ui, const struct shift *shift, struct rect card, int64_t now)
{
	const struct desk_view *view = shift->view;
	int room = card.h - HEAD - FOOT - aside_height(view, card);
	bool all = view->waiting_total <= room / ROW;
	int shown = all ? view->waiting_shown : (room >= ROW + LINE ? room - LINE : room) / ROW;
	struct rect box = {card.x, card.y + HEAD, card.w, ROW};
	for (int i = 0; i < shown; i++, box.y += ROW) {
		ui_fill(ui, (struct rect){box.x, box.y, box.w, 1}, 0, THEME_LINE);
		draw_row(ui, shift, find_row(shift, i, shown), box, now);
	}
	if ((view->waiting_total == shown && shown > 0) || room - shown * ROW < LINE) {
		return; /* the head has their number */
	}
	char text[64];
	ui_fill(ui, (struct rect){box.x, box.y, box.w, 1}, 0, THEME_LINE);
	box.h = view->waiting_total == 0 && room >= ROW ? ROW : LINE;
	draw_line(ui,
		view->waiting_total == 0 ? ui_say(ui, "console.waiting_none")
					 : parts_say_number(ui, text, sizeof(text), "console.more",
						   view->waiting_total - shown),
		box);
}

static void draw_foot(struct ui *ui, const struct desk_view *view, struct rect foot)
{
	char done[16];
	ui_fill(ui, (struct rect){foot.x, foot.y, foot.w, 1}, 0, THEME_LINE);
	foot.x += INSET;
	foot.w -= 2 * INSET;
	foot.h -= DOORS;
	ui_text(ui, foot, PARTS_TEXT, UI_LEFT, THEME_INK2, ui_say(ui, "console.done_today"));
	text_format(done, sizeof(done), "%d", view->done);
	ui_text(ui, foot, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_INK, done);
}

/* Who is on hold, else who was absent and may come back: as many numbers as there is room for. */
static void draw_aside(struct ui *ui, const struct desk_view *view, struct rect line)
{
	bool held = false;
	char numbers[160] = "";
	for (int i = 0; i < view->aside_count; i++) {
		held = held || view->aside[i].state == TICKET_HELD;
	}
	ui_fill(ui, (struct rect){line.x, line.y, line.w, 1}, 0, THEME_LINE);
	line.x += INSET;
	line.w -= 2 * INSET;
	const char *title = ui_say(ui, held ? "console.aside.held" : "console.aside.absent");
	int width = ui_text_width(ui, PARTS_TEXT, title);
	ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK2, title);
	for (int i = 0; i < view->aside_count; i++) {
		char more[160];
		if (view->aside[i].state != (held ? TICKET_HELD : TICKET_ABSENT)) {
			continue;
		}
		text_format(more, sizeof(more), "%s%s%s", numbers, numbers[0] != '\0' ? "  " : "",
			view->aside[i].number);
		if (ui_text_width(ui, PARTS_TEXT_SEMIBOLD, more) > line.w - width - 16) {
			break;
		}
		text_copy(numbers, sizeof(numbers), more);
	}
	ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_INK, numbers);
}

struct shift_action waiting_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct desk_view *view = shift->view;
	const int top = PARTS_TOP + help_height(shift, now);
	struct rect card = {layout->queue_x, top, layout->queue_w, BOTTOM - top};
	ui_card(ui, card);
	struct shift_action action = {SHIFT_NOTHING, 0};
	draw_head(ui, view, card);
	if (draw_pick(ui, shift, card)) {
		action = (struct shift_action){SHIFT_SHEET, SHEET_TICKETS};
	}

	draw_rows(ui, shift, card, now);
	if (card.h >= HEAD + FOOT) {
		draw_foot(ui, view, (struct rect){card.x, BOTTOM - FOOT, card.w, FOOT});
	}
	if (aside_height(view, card) > 0) {
		draw_aside(ui, view, (struct rect){card.x, BOTTOM - FOOT - ASIDE, card.w, ASIDE});
	}
	struct shift_action door = hall_doors(
		ui, shift, (struct rect){card.x + 12, BOTTOM - DOOR - 12, card.w - 24, DOOR});
	return door.act != SHIFT_NOTHING ? door : action;
}
