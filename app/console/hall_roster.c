#include "app/console/hall_frame.h"

#include "app/base/text.h"
#include "app/desk/rights.h"

#include <string.h>

/* Who is to be at which counter today: the counters at the left, for who may plan the staff at the
 * right. */
enum { GAP = 40, ROW_MAX = 48, HEADING = 38 };

bool shift_may_plan(const struct shift *shift)
{
	const struct desk_staff *person = shift_person(shift);
	return person != NULL && desk_role_may(person->role, DESK_SET_ROSTER);
}

static const char *say_presence(
	const struct ui *ui, const struct desk_view *view, const struct view_counter *counter)
{
	static const char *const keys[] = {
		[VIEW_UNPLANNED] = "console.roster.nobody",
		[VIEW_PRESENT] = "console.roster.present",
		[VIEW_ELSEWHERE] = "console.roster.elsewhere",
		[VIEW_MISSING] = "console.roster.missing",
	};
	return ui_say(ui, keys[view_presence(view, counter)]);
}

static void draw_counter(struct ui *ui, const struct shift *shift, int place, struct rect line,
	struct shift_action *action)
{
	const struct view_counter *counter = &shift->view->counters[place];
	bool here = shift->hall.row == place, held = false;
	char id[UI_ID_SIZE], name[64];
	text_format(id, sizeof(id), "hall.duty.%d", counter->number);
	if (ui_touch(ui, id, line, &held, NULL)) {
		*action = hall_action(place, 0);
	}
	if (here || held) {
		ui_fill(ui, line, 10, THEME_TINT);
		ui_outline(ui, line, 10, 2, THEME_ACTION);
	}
	struct rect cell = {line.x + 12, line.y, 100, line.h};
	struct ui_style style = PARTS_TEXT;
	style.line = line.h;
	ui_text(ui, cell, PARTS_TEXT_SEMIBOLD, UI_LEFT, THEME_INK,
		parts_say_number(ui, name, sizeof(name), "console.counter", counter->number));
	cell.x += 108;
	cell.w = line.w - 120 - 150;
	parts_lines(ui, cell, style, UI_LEFT, 1, THEME_INK, counter->planned_name);
	cell.x += cell.w;
	cell.w = 138;
	bool missing = view_presence(shift->view, counter) == VIEW_MISSING;
	ui_text(ui, cell, missing ? PARTS_TEXT_SEMIBOLD : PARTS_TEXT, UI_RIGHT,
		missing ? THEME_SOON_INK : THEME_INK2, say_presence(ui, shift->view, counter));
}

/* A long name without its degrees, and only as many words as there is room for. */
static const char *short_name(const struct desk_staff *staff, char out_text[OFFICE_NAME_SIZE])
{
	enum { LETTERS = 22 };
	text_copy(out_text, OFFICE_NAME_SIZE, staff->name);
	if (strlen(out_text) > LETTERS) {
		char *comma = strchr(out_text, ',');
		if (comma != NULL) {
			*comma = '\0'; /* without its degrees */
		}
	}
	while (strlen(out_text) > LETTERS && strrchr(out_text, ' ') != NULL) {
		*strrchr(out_text, ' ') = '\0';
	}
	return out_text;
}

static void draw_staff(
	struct ui *ui, const struct shift *shift, struct rect box, struct shift_action *action)
{
	const struct view_counter *counter = &shift->view->counters[shift->hall.row];
	char heading[96], number[16], all[16], name[OFFICE_NAME_SIZE];
	text_format(number, sizeof(number), "%d", counter->number);
	struct hall_flow flow = {.room = box, .x = box.x};
	flow.room.y = hall_heading(
		ui, box, parts_say(ui, heading, sizeof(heading), "console.roster.who", number, ""));
	int from = shift->hall.from, end = from + HALL_STAFF_PAGE;
	end = end < (int)shift->staff_count ? end : (int)shift->staff_count;
	for (int at = from - 1; at < end; at++) {
		int i = at < from ? -1 : at; /* nobody comes first */
		const char *code = i < 0 ? "" : shift->staff[i].code;
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "hall.staff.%d", i + 1);
		struct hall_choice look = {.digit = (char)('1' + at - from),
			.chosen = strcmp(counter->planned, code) == 0,
			.here = true};
		if (hall_choice(ui, &flow, id,
			    i < 0 ? ui_say(ui, "console.roster.nobody")
				  : short_name(&shift->staff[i], name),
			    look)) {
			*action = (struct shift_action){SHIFT_HALL_PLAN, i};
		}
	}
	struct rect foot = {box.x, box.y + box.h - 44, box.w, 44};
	ui_paragraph(ui, foot, PARTS_NOTE, UI_LEFT, THEME_INK2, ui_say(ui, "console.roster.keys"));
	if ((int)shift->staff_count > HALL_STAFF_PAGE) {
		text_format(number, sizeof(number), "%d", from / HALL_STAFF_PAGE + 1);
		text_format(all, sizeof(all), "%d",
			((int)shift->staff_count + HALL_STAFF_PAGE - 1) / HALL_STAFF_PAGE);
		foot.y -= 32;
		foot.h = 24;
		ui_text(ui, foot, PARTS_TEXT, UI_LEFT, THEME_INK,
			parts_say(
				ui, heading, sizeof(heading), "console.roster.page", number, all));
	}
}

struct shift_action hall_roster(struct ui *ui, const struct shift *shift, struct rect body)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	const struct desk_view *view = shift->view;
	int column = (body.w - GAP) / 2;
	struct rect left = {body.x, body.y, column, body.h};
	struct rect right = {body.x + column + GAP, body.y, column, body.h};
	struct rect line = left;
	line.y = hall_heading(ui, left, ui_say(ui, "console.roster.today"));
	line.h = (body.h - HEADING) / (view->counter_count > 0 ? view->counter_count : 1);
	line.h = line.h > ROW_MAX ? ROW_MAX : line.h;
	for (int i = 0; i < view->counter_count; i++, line.y += line.h) {
		draw_counter(ui, shift, i, line, &action);
	}
	if (!shift_may_plan(shift)) {
		right.h = 72;
		ui_paragraph(ui, right, PARTS_TEXT, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.roster.heads"));
	} else if (shift->hall.row < view->counter_count) {
		draw_staff(ui, shift, right, &action);
	}
	return action;
}

struct shift_action hall_roster_key(const struct shift *shift, const char *key)
{
	if (key[0] >= '0' && key[0] <= '9' && key[1] == '\0') {
		int place = key[0] == '0' ? -1 : shift->hall.from + key[0] - '1';
		return (struct shift_action){SHIFT_HALL_PLAN, place};
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}
