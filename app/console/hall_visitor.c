#include "app/console/hall_frame.h"

#include "app/base/text.h"
#include "app/console/answers.h"

#include <string.h>

/* All about one visitor: what they need, word for word, beside the times of the visit, what they
 * were served before a transfer, and when they were here before. */
enum { GAP = 40, LINE = 26, SMALL = 24 };

static const char *say_time(const struct shift *shift, int64_t ms, char out_text[PARTS_TIME_SIZE])
{
	if (ms == TICKET_NEVER) {
		return "–";
	}
	parts_time(shift->office, ms, out_text);
	return out_text;
}

static const char *say_duration(int64_t ms, char out_text[PARTS_TIME_SIZE])
{
	parts_duration(ms, out_text);
	return out_text;
}

static struct rect next_line(struct rect *at, int height)
{
	struct rect line = {at->x, at->y, at->w, height};
	at->y += height;
	return line;
}

static void draw_times(struct ui *ui, const struct shift *shift, struct rect *at, int64_t now)
{
	const struct view_visit *visit = &shift->view->visit;
	const struct {
		const char *key;
		int64_t ms;
		bool moment;
	} rows[] = {
		{"console.visit.issued", visit->issued_ms, true},
		{"console.visit.hour", visit->appointed_ms, true},
		{"console.visit.called", visit->called_ms, true},
		{"console.visit.begun", visit->served_ms, true},
		{"console.visit.waiting", visit_times_waited(&visit->times, now), false},
		{"console.visit.serving", visit_times_served(&visit->times, now), false},
		{"console.visit.holding", visit_times_held(&visit->times, now), false},
	};
	at->y = hall_heading(ui, *at, ui_say(ui, "console.visit.times"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[PARTS_TIME_SIZE];
		if (rows[i].moment && rows[i].ms == 0) {
			continue; /* it came without an appointment */
		}
		hall_value(ui, next_line(at, LINE), ui_say(ui, rows[i].key),
			rows[i].moment ? say_time(shift, rows[i].ms, text)
				       : say_duration(rows[i].ms, text));
	}
}

/* "Konsultasi · Loket 1" and how long, or that the visitor was sent on unserved. */
static void draw_leg(
	struct ui *ui, const struct shift *shift, const struct view_leg *leg, struct rect line)
{
	char text[HALL_TEXT_SIZE], counter[64], time[PARTS_TIME_SIZE];
	const char *service = parts_service_short(ui, shift->office, leg->service);
	if (leg->counter == 0) {
		text_copy(text, sizeof(text), service);
	} else {
		parts_say_number(ui, counter, sizeof(counter), "console.counter", leg->counter);
		text_format(text, sizeof(text), "%s \u00b7 %s", service, counter);
	}
	hall_value(ui, line, text,
		leg->served_ms == TICKET_NEVER || leg->service_ms == TICKET_NEVER
			? ui_say(ui, "console.visit.unserved")
			: say_duration(leg->service_ms, time));
}

static void draw_legs(struct ui *ui, const struct shift *shift, struct rect *at)
{
	const struct view_visit *visit = &shift->view->visit;
	if (visit->leg_count == 0) {
		return;
	}
	at->y = hall_heading(
		ui, (struct rect){at->x, at->y + 12, at->w, 0}, ui_say(ui, "console.visit.legs"));
	for (int i = 0; i < visit->leg_count; i++) {
		draw_leg(ui, shift, &visit->legs[i], next_line(at, SMALL));
	}
}

/* What came of it and, where that was said and has room, out of which source. */
static const char *say_end(const struct ui *ui, const struct view_earlier *earlier, int room,
	char out_text[HALL_TEXT_SIZE])
{
	const struct outcome *outcome = &earlier->outcome;
	const bool said = outcome->result != OUTCOME_UNSAID;
	char key[64];
	text_format(key, sizeof(key), said ? "console.outcome.%s" : "console.ticket.%s",
		said ? outcome_result_name(outcome->result) : ticket_state_name(earlier->state));
	const char *end = ui_say(ui, key);
	if (outcome->source == OUTCOME_NO_SOURCE) {
		return end;
	}
	text_format(key, sizeof(key), "console.source.%s", outcome_source_name(outcome->source));
	text_format(out_text, HALL_TEXT_SIZE, "%s \u00b7 %s", end, ui_say(ui, key));
	const char *const forms[] = {out_text, end, NULL};
	return ui_fitting(ui, room, PARTS_TEXT_SEMIBOLD, forms);
}

static void draw_earlier(struct ui *ui, const struct shift *shift, struct rect *at)
{
	const struct view_visit *visit = &shift->view->visit;
	enum { SPACE = 24 };
	char text[HALL_TEXT_SIZE], date[64], end[HALL_TEXT_SIZE];
	if (visit->earlier_total == 0) {
		return;
	}
	at->y = hall_heading(ui, (struct rect){at->x, at->y + 12, at->w, 0},
		parts_say_number(
			ui, text, sizeof(text), "console.visit.earlier", visit->earlier_total));
	for (int i = 0; i < visit->earlier_count; i++) {
		const struct view_earlier *earlier = &visit->earlier[i];
		hall_say_date(ui, shift->office, earlier->service_date, date, sizeof(date));
		text_format(text, sizeof(text), "%s \u00b7 %s", date,
			parts_service_short(ui, shift->office, earlier->service));
		const struct rect line = next_line(at, SMALL);
		const int room = line.w - ui_text_width(ui, PARTS_TEXT, text) - SPACE;
		hall_value(ui, line, text, say_end(ui, earlier, room, end));
	}
}

/* The items one below the other, each in full; small when they are long. Returns the y below. */
static int draw_items(
	struct ui *ui, const struct office *office, const struct guest *guest, struct rect box)
{
	enum { NUMBER = 32, SPACE = 10 };
	struct ui_style styles[] = {PARTS_VALUE, PARTS_TEXT, PARTS_NOTE};
	char items[GUEST_ITEMS][ANSWERS_SIZE];
	int count = 0, used = 0;
	for (; count < GUEST_ITEMS && guest->data_needed[count][0] != '\0'; count++) {
		answers_item(ui, office, guest, count, items[count]);
	}
	int width = box.w - NUMBER;
	struct ui_style style = styles[2];
	for (int s = 0; s < 3; s++, used = 0) {
		for (int i = 0; i < count; i++) {
			used += SPACE + ui_paragraph_height(ui, width, styles[s], items[i]);
		}
		if (used <= box.h) {
			style = styles[s];
			break;
		}
	}
	for (int i = 0; i < count; i++) {
		char digit[8];
		text_format(digit, sizeof(digit), "%d.", i + 1);
		ui_text(ui, (struct rect){box.x, box.y, NUMBER, style.line}, style, UI_LEFT,
			THEME_INK2, digit);
		box.y += ui_paragraph(ui, (struct rect){box.x + NUMBER, box.y, width, box.h}, style,
				 UI_LEFT, THEME_INK, items[i]) +
			 SPACE;
	}
	if (count == 0) {
		ui_text(ui, (struct rect){box.x, box.y, box.w, LINE}, PARTS_TEXT, UI_LEFT,
			THEME_INK2, ui_say(ui, "console.visit.no_items"));
		box.y += LINE;
	}
	return box.y;
}

/* What else was answered, under each other as far as there is room. */
static void draw_more(
	struct ui *ui, const struct office *office, const struct guest *guest, struct rect box)
{
	enum { LABEL_H = 20, SPACE = 8 };
	const int bottom = box.y + box.h;
	for (int i = 0; i < ANSWERS_MORE; i++) {
		char answer[ANSWERS_SIZE];
		const char *key;
		if (!answers_more(ui, office, guest, i, &key, answer) ||
			box.y + LABEL_H + PARTS_TEXT.line > bottom) {
			continue;
		}
		ui_text(ui, (struct rect){box.x, box.y, box.w, LABEL_H}, PARTS_NOTE, UI_LEFT,
			THEME_INK2, ui_say(ui, key));
		box.y += LABEL_H;
		box.y += parts_lines(ui, (struct rect){box.x, box.y, box.w, bottom - box.y},
				 PARTS_TEXT, UI_LEFT, 2, THEME_INK, answer) +
			 SPACE;
	}
}

/* The left side: what the visitor came for. */
static void draw_book(struct ui *ui, const struct shift *shift, struct rect box)
{
	enum { MORE_H = 60 };
	const struct guest *guest = &shift->view->guest;
	const int bottom = box.y + box.h;
	char answer[ANSWERS_SIZE];
	const char *key;
	int room = 0;
	for (int i = 0; i < ANSWERS_MORE; i++) {
		room += answers_more(ui, shift->office, guest, i, &key, answer) ? MORE_H : 0;
	}
	box.y = hall_heading(ui, box, ui_say(ui, "console.guest.data_needed"));
	box.h = bottom - box.y - room;
	box.y = draw_items(ui, shift->office, guest, box) + 8;
	box.h = bottom - box.y;
	draw_more(ui, shift->office, guest, box);
}

static const char *number_of(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return counter != NULL && counter->ticket.id == shift->view->visit.ticket
		       ? counter->ticket.number
		       : shift->view->next_number;
}

void hall_visitor(struct ui *ui, const struct shift *shift, struct rect body, int64_t now)
{
	const struct desk_view *view = shift->view;
	int column = (body.w - GAP) * 11 / 20;
	struct rect left = {body.x, body.y, column, 44};
	struct rect right = {body.x + column + GAP, body.y, body.w - column - GAP, body.h};
	char title[HALL_TEXT_SIZE];
	text_format(title, sizeof(title), "%s%s%s", number_of(shift),
		view->has_guest && view->guest.name[0] != '\0' ? " \u00b7 " : "",
		view->has_guest ? view->guest.name : "");
	int used = parts_lines(ui, left, PARTS_HEADING, UI_LEFT, 2, THEME_INK, title) + 12;
	left.y += used;
	if (view->has_guest) {
		left.h = body.y + body.h - left.y;
		draw_book(ui, shift, left);
	} else {
		left.h = 72;
		ui_paragraph(ui, left, PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.guest.none"));
	}
	draw_times(ui, shift, &right, now);
	draw_legs(ui, shift, &right);
	draw_earlier(ui, shift, &right);
}
