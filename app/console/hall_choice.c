#include "app/console/hall_frame.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

/* What the pages of the large panel share: headings, values, dates, and rows of choices. */
enum { GAP = 10, RADIUS = 12, SIDE = 16, DIGIT = 22, LABEL = 30, BELOW = 16, LEAST = 48 };

int hall_heading(struct ui *ui, struct rect line, const char *words)
{
	line.h = PARTS_VALUE_SEMIBOLD.line;
	ui_text(ui, line, PARTS_VALUE_SEMIBOLD, UI_LEFT, THEME_INK, words);
	ui_fill(ui, (struct rect){line.x, line.y + line.h + 3, line.w, 1}, 0, THEME_LINE);
	return line.y + line.h + 10;
}

void hall_value(struct ui *ui, struct rect line, const char *label, const char *value)
{
	ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK2, label);
	ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_INK, value);
}

void hall_say_date(const struct ui *ui, const struct office *office, const char *date,
	char *out_text, size_t size)
{
	int64_t ms;
	char key[40];
	struct calendar_local local;
	if (!calendar_parse_date(office, date, &ms)) {
		text_copy(out_text, size, date);
		return;
	}
	calendar_split(office, ms, &local);
	text_format(key, sizeof(key), "console.month.%d", local.month);
	text_format(out_text, size, "%d %s %d", local.day, ui_say(ui, key), local.year);
}

void hall_say_hour(const struct office *office, int64_t ms, char out_text[PARTS_TIME_SIZE])
{
	parts_time(office, ms, out_text);
	out_text[5] = '\0'; /* without its seconds */
}

void hall_label(struct ui *ui, struct hall_flow *flow, const char *words, bool here)
{
	if (flow->x > flow->room.x) {
		flow->room.y += HALL_CHOICE_H + BELOW;
	}
	ui_text(ui, (struct rect){flow->room.x, flow->room.y, flow->room.w, 24},
		PARTS_TEXT_SEMIBOLD, UI_LEFT, here ? THEME_ACTION : THEME_INK2, words);
	flow->room.y += LABEL;
	flow->x = flow->room.x;
}

bool hall_choice(struct ui *ui, struct hall_flow *flow, const char *id, const char *label,
	struct hall_choice look)
{
	int text = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label);
	int inside = text + (look.digit != 0 ? DIGIT : 0);
	int width = inside + 2 * SIDE < LEAST ? LEAST : inside + 2 * SIDE;
	if (flow->x > flow->room.x && flow->x + width > flow->room.x + flow->room.w) {
		flow->x = flow->room.x;
		flow->room.y += HALL_CHOICE_H + GAP;
	}
	struct rect box = {flow->x, flow->room.y, width, HALL_CHOICE_H};
	bool held = false, tapped = !look.disabled && ui_touch(ui, id, box, &held, NULL);
	ui_fill(ui, box, RADIUS, look.chosen || held ? THEME_TINT : THEME_PAGE);
	parts_frame(ui, box, RADIUS, 1);
	if (look.chosen) {
		ui_outline(ui, box, RADIUS, look.here ? 4 : 2, THEME_ACTION);
	}
	int x = box.x + (width - inside) / 2;
	if (look.digit != 0) {
		const char digit[] = {look.digit, '\0'};
		ui_text(ui, (struct rect){x, box.y, DIGIT - 6, box.h}, PARTS_NOTE_SEMIBOLD, UI_LEFT,
			look.disabled ? THEME_DISABLED : THEME_INK2, digit);
		x += DIGIT;
	}
	ui_text(ui, (struct rect){x, box.y, text, box.h}, PARTS_TEXT_SEMIBOLD, UI_LEFT,
		look.disabled ? THEME_DISABLED
		: look.chosen ? THEME_ACTION
			      : THEME_INK,
		label);
	ui_focus_ring(ui, id, box, RADIUS, THEME_INK);
	flow->x += width + GAP;
	return tapped;
}

struct shift_action hall_action(int row, int value)
{
	return (struct shift_action){SHIFT_HALL_CHOOSE, row << SHIFT_HALL_BITS | value};
}

void hall_services(struct ui *ui, const struct shift *shift, struct hall_flow *flow,
	struct shift_action *action)
{
	const struct hall *hall = &shift->hall;
	bool here = hall->row == HALL_SERVICE;
	hall_label(ui, flow, ui_say(ui, "console.guest.service"), here);
	for (int i = 0; i < shift->office->service_count; i++) {
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "hall.service.%d", i + 1);
		struct hall_choice look = {.digit = (char)(i < 9 && here ? '1' + i : 0),
			.chosen = hall->service == i,
			.here = here,
			.disabled = !hall_has_service(shift->office, i)};
		if (hall_choice(ui, flow, id, parts_service_short(ui, shift->office, i), look)) {
			*action = hall_action(HALL_SERVICE, i);
		}
	}
}
