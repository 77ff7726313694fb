#include "app/console/hall_frame.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

/* Appointments: at the left a new one, at the right those of its day. */
enum { GAP = 40, BUTTON_H = 60, CODE_H = 104, ROW = 44, ROWS = 10 };

/* A value with an arrow at either side. */
static void draw_stepper(struct ui *ui, const struct shift *shift, struct hall_flow *flow,
	enum hall_row row, const char *label, const char *value, struct shift_action *action)
{
	enum { ARROW = 52, WIDTH = 260 };
	static const char *const icons[] = {"chevron-left", "chevron-right"};
	bool here = shift->hall.row == (int)row;
	hall_label(ui, flow, label, here);
	struct rect box = {flow->x, flow->room.y, WIDTH + 2 * ARROW, HALL_CHOICE_H};
	ui_fill(ui, box, 12, here ? THEME_TINT : THEME_PAGE);
	ui_outline(ui, box, 12, here ? 3 : 1, here ? THEME_ACTION : THEME_LINE);
	for (int i = 0; i < 2; i++) {
		char id[UI_ID_SIZE];
		struct rect arrow = {i == 0 ? box.x : box.x + box.w - ARROW, box.y, ARROW, box.h};
		text_format(id, sizeof(id), "hall.step.%d.%d", (int)row, i);
		if (ui_touch(ui, id, arrow, NULL, NULL)) {
			*action = hall_action((int)row, i + 1);
		}
		ui_icon(ui, arrow, 24, THEME_ACTION, icons[i]);
		ui_focus_ring(ui, id, arrow, 12, THEME_INK);
	}
	ui_text(ui, (struct rect){box.x + ARROW, box.y, WIDTH, box.h}, PARTS_VALUE_SEMIBOLD,
		UI_CENTER, THEME_INK, value);
	flow->x += box.w + 10;
}

static void say_day(const struct ui *ui, const struct shift *shift, char *out_text, size_t size)
{
	struct calendar_local local;
	char key[40], date[CALENDAR_DATE_SIZE], day[64];
	calendar_split(shift->office, shift->hall.at_ms, &local);
	calendar_date(shift->office, shift->hall.at_ms, date);
	hall_say_date(ui, shift->office, date, day, sizeof(day));
	text_format(key, sizeof(key), "date.day.%d", local.weekday + 1);
	text_format(out_text, size, "%s, %s", ui_say(ui, key), day);
}

/* The one where the clerk is, or the one just made. */
static void print_button(
	struct ui *ui, const struct shift *shift, struct rect box, struct shift_action *action)
{
	char label[HALL_TEXT_SIZE];
	struct appointment_slip slip;
	if (shift_find_slip(shift, &slip) &&
		ui_button(ui, "hall.slip", box,
			parts_say(ui, label, sizeof(label), "console.appointment.print", slip.code,
				""),
			(struct ui_button){.kind = UI_SECONDARY, .text_size = 16})) {
		*action = (struct shift_action){SHIFT_HALL_DO, HALL_SLIP};
	}
}

/* The code of the one just made, to be told, written down or printed. */
static void draw_code(struct ui *ui, const struct shift *shift, struct rect box)
{
	char text[2 * HALL_TEXT_SIZE], day[96], hour[PARTS_TIME_SIZE];
	if (shift->hall.code[0] == '\0') {
		return;
	}
	ui_fill(ui, box, 16, THEME_OK_TINT);
	parts_frame(ui, box, 16, 2);
	ui_text(ui, (struct rect){box.x + 20, box.y + 16, 200, 20}, PARTS_NOTE_MEDIUM, UI_LEFT,
		THEME_OK_INK, ui_say(ui, "console.appointment.code"));
	ui_text(ui, (struct rect){box.x + 20, box.y + 40, 200, 44}, PARTS_TITLE, UI_LEFT, THEME_INK,
		shift->hall.code);
	say_day(ui, shift, day, sizeof(day));
	hall_say_hour(shift->office, shift->hall.at_ms, hour);
	parts_say(ui, text, sizeof(text), "console.appointment.made", day, hour);
	struct rect words = {box.x + 230, box.y, box.w - 250, 80};
	words.y += (box.h - ui_paragraph_height(ui, words.w, PARTS_NOTE_MEDIUM, text)) / 2;
	ui_paragraph(ui, words, PARTS_NOTE_MEDIUM, UI_LEFT, THEME_OK_INK, text);
}

static void draw_new(
	struct ui *ui, const struct shift *shift, struct rect box, struct shift_action *action)
{
	char day[96], hour[PARTS_TIME_SIZE];
	struct hall_flow flow = {.room = box, .x = box.x};
	hall_services(ui, shift, &flow, action);
	if (shift->hall.at_ms < 0) {
		hall_label(ui, &flow, ui_say(ui, "console.appointment.never"), false);
		return;
	}
	say_day(ui, shift, day, sizeof(day));
	hall_say_hour(shift->office, shift->hall.at_ms, hour);
	draw_stepper(
		ui, shift, &flow, HALL_DAY, ui_say(ui, "console.appointment.day"), day, action);
	draw_stepper(
		ui, shift, &flow, HALL_HOUR, ui_say(ui, "console.appointment.hour"), hour, action);
	struct rect make = {box.x, flow.room.y + HALL_CHOICE_H + 28, 320, BUTTON_H};
	bool listed = hall_appointment(&shift->hall, &shift->lists) != NULL; /* Enter is for that */
	if (ui_button(ui, "hall.appoint", make,
		    ui_say(ui,
			    listed ? "console.appointment.make_tap" : "console.appointment.make"),
		    (struct ui_button){.kind = listed ? UI_SECONDARY : UI_PRIMARY,
			    .text_size = 18,
			    .disabled = shift_is_busy(shift, ui->ticks_ms)})) {
		*action = (struct shift_action){SHIFT_HALL_DO, HALL_APPOINT};
	}
	print_button(ui, shift,
		(struct rect){make.x + make.w + 16, make.y, box.w - make.w - 16, BUTTON_H}, action);
	draw_code(ui, shift, (struct rect){box.x, make.y + BUTTON_H + 16, box.w, CODE_H});
}

static const char *say_state(const struct ui *ui, const struct desk_appointment *appointment)
{
	static const char *const keys[] = {
		[DESK_APPOINTMENT_BOOKED] = "console.appointment.booked",
		[DESK_APPOINTMENT_ARRIVED] = "console.appointment.arrived",
		[DESK_APPOINTMENT_CANCELLED] = "console.appointment.gone",
	};
	return ui_say(ui, keys[appointment->state]);
}

static void draw_appointment(struct ui *ui, const struct shift *shift, int place, struct rect line,
	struct shift_action *action)
{
	const struct desk_appointment *appointment = &shift->lists.appointments[place];
	bool here = hall_appointment(&shift->hall, &shift->lists) == appointment, held = false;
	char id[UI_ID_SIZE], hour[PARTS_TIME_SIZE], text[HALL_TEXT_SIZE];
	text_format(id, sizeof(id), "hall.appointment.%d", place + 1);
	if (ui_touch(ui, id, line, &held, NULL)) {
		*action = hall_action(HALL_LIST + place, 0);
	}
	if (here || held) {
		ui_fill(ui, line, 10, THEME_TINT);
		parts_frame(ui, line, 10, 2);
	}
	hall_say_hour(shift->office, appointment->at_ms, hour);
	struct rect inner = {line.x + 12, line.y, line.w - 24, line.h};
	ui_text(ui, inner, PARTS_TEXT_SEMIBOLD, UI_LEFT, THEME_INK, hour);
	text_format(text, sizeof(text), "%s \u00b7 %s",
		parts_service_short(ui, shift->office, appointment->service), appointment->code);
	inner.x += 64;
	inner.w -= 64;
	hall_value(ui, inner, text, say_state(ui, appointment));
	ui_focus_ring(ui, id, line, 10, THEME_INK);
}

/* Below the list: the one where the clerk is can be cancelled. */
static void draw_cancel(
	struct ui *ui, const struct shift *shift, struct rect box, struct shift_action *action)
{
	const struct desk_appointment *own = hall_appointment(&shift->hall, &shift->lists);
	char label[96];
	if (own == NULL || own->state != DESK_APPOINTMENT_BOOKED) {
		return;
	}
	bool doubted = strcmp(shift->hall.doubted, own->code) == 0;
	parts_say(ui, label, sizeof(label),
		doubted ? "console.appointment.sure" : "console.appointment.cancel", own->code, "");
	if (ui_button(ui, "hall.cancel", box, label,
		    (struct ui_button){.kind = UI_SECONDARY, .text_size = 16})) {
		*action = (struct shift_action){SHIFT_HALL_DO, HALL_CANCEL};
	}
}

/* Where in a list of several pages this one is, with the ways to the pages beside it. */
static void draw_pager(
	struct ui *ui, int from, int count, struct rect foot, struct shift_action *action)
{
	enum { ARROW = 48, WORDS = 116 };
	static const char *const ids[] = {"hall.list.before", "hall.list.after"};
	static const char *const icons[] = {"chevron-left", "chevron-right"};
	char range[32], all[16], text[64];
	int end = from + ROWS < count ? from + ROWS : count;
	struct rect box = {foot.x + foot.w - 2 * ARROW - WORDS, foot.y, ARROW, foot.h};
	for (int i = 0; i < 2; i++, box.x += ARROW + WORDS) {
		int to = i == 0 ? from - ROWS : from + ROWS;
		bool can = to >= 0 && to < count, held = false;
		if (can && ui_touch(ui, ids[i], box, &held, NULL)) {
			*action = hall_action(HALL_LIST + to, 0);
		}
		ui_fill(ui, box, 12, held ? THEME_TINT : THEME_PAGE);
		parts_frame(ui, box, 12, can ? 2 : 1);
		ui_icon(ui, box, 24, can ? THEME_ACTION : THEME_DISABLED_ICON, icons[i]);
	}
	text_format(range, sizeof(range), "%d\u2013%d", from + 1, end);
	text_format(all, sizeof(all), "%d", count);
	ui_text(ui, (struct rect){foot.x + foot.w - ARROW - WORDS, foot.y, WORDS, foot.h},
		PARTS_NOTE_MEDIUM, UI_CENTER, THEME_INK,
		parts_say(ui, text, sizeof(text), "console.appointment.shown", range, all));
}

static void draw_list(
	struct ui *ui, const struct shift *shift, struct rect box, struct shift_action *action)
{
	char heading[HALL_TEXT_SIZE], day[96] = "";
	int count = shift->lists.appointment_count, own = shift->hall.row - HALL_LIST;
	int from = own > 0 ? own / ROWS * ROWS : 0;
	if (shift->hall.at_ms >= 0) {
		say_day(ui, shift, day, sizeof(day));
	}
	parts_say(ui, heading, sizeof(heading), "console.appointment.list", day, "");
	struct rect line = {box.x, hall_heading(ui, box, heading), box.w, ROW};
	if (count == 0) {
		ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.appointment.none"));
	}
	for (int i = from; i < count && i < from + ROWS; i++, line.y += ROW) {
		draw_appointment(ui, shift, i, line, action);
	}
	struct rect foot = {box.x, box.y + box.h - 48, 300, 48};
	draw_cancel(ui, shift, foot, action);
	if (count > ROWS) {
		foot.w = box.w;
		draw_pager(ui, from, count, foot, action);
	}
}

struct shift_action hall_appointments(struct ui *ui, const struct shift *shift, struct rect body)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	int column = (body.w - GAP) / 2;
	draw_new(ui, shift, (struct rect){body.x, body.y, column, body.h}, &action);
	draw_list(ui, shift, (struct rect){body.x + column + GAP, body.y, column, body.h}, &action);
	return action;
}

struct shift_action hall_appointments_key(const struct shift *shift, const char *key)
{
	bool list = hall_appointment(&shift->hall, &shift->lists) != NULL;
	if (strcmp(key, "return") == 0) {
		return (struct shift_action){SHIFT_HALL_DO, list ? HALL_CANCEL : HALL_APPOINT};
	}
	if (strcmp(key, "p") == 0) {
		return (struct shift_action){SHIFT_HALL_DO, HALL_SLIP};
	}
	if (shift->hall.row == HALL_SERVICE && key[0] >= '1' && key[0] <= '9' && key[1] == '\0') {
		return hall_action(HALL_SERVICE, key[0] - '1');
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}
