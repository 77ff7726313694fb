#include "app/console/screen.h"

#include "app/base/text.h"

/* The ways from the desk into the large panel: its keys, and two buttons under the queue. */
struct door {
	enum hall_page page;
	const char *key, *hint;
	const char *id, *icon, *label; /* of its button; NULL = none */
};

static const struct door doors[] = {
	{HALL_VISITOR, "v", "V", NULL, NULL, NULL},
	{HALL_NEW, "n", "N", "door.new", "ticket-confirmation", "console.hall.new"},
	{HALL_APPOINTMENTS, "j", "J", NULL, NULL, NULL},
	{HALL_TICKETS, "c", "C", NULL, NULL, NULL},
	{HALL_ROSTER, "w", "W", NULL, NULL, NULL},
	{HALL_ROOM, "o", "O", "door.room", "television", "console.hall.room"},
};
enum { DOORS = sizeof(doors) / sizeof(doors[0]), BUTTONS = 2 };

struct shift_action hall_keys(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < DOORS; i++) {
		if (shift_can_enter(shift, doors[i].page) && ui_key(ui, doors[i].key)) {
			return (struct shift_action){SHIFT_HALL, (int)doors[i].page};
		}
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

static bool draw_door(
	struct ui *ui, const struct shift *shift, const struct door *door, struct rect box)
{
	enum { SIDE = 10, ICON = 18, KEY = 16, RADIUS = 12 };
	bool can = shift_can_enter(shift, door->page), held = false;
	bool tapped = can && ui_touch(ui, door->id, box, &held, NULL);
	const char *label = ui_say(ui, door->label);
	enum theme_token ink = can ? THEME_ACTION : THEME_DISABLED;
	ui_fill(ui, box, RADIUS, held ? THEME_TINT : THEME_PAGE);
	parts_frame(ui, box, RADIUS, 2);
	ui_icon(ui, (struct rect){box.x + SIDE, box.y, ICON, box.h}, ICON, ink, door->icon);
	int x = box.x + SIDE + ICON + 6, room = box.x + box.w - SIDE - KEY - x;
	struct ui_style style = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label) > room
					? PARTS_NOTE_SEMIBOLD
					: PARTS_TEXT_SEMIBOLD;
	ui_text(ui, (struct rect){x, box.y, room, box.h}, style, UI_LEFT, ink, label);
	ui_text(ui, (struct rect){box.x + box.w - SIDE - KEY, box.y, KEY, box.h},
		PARTS_NOTE_SEMIBOLD, UI_RIGHT, can ? THEME_INK2 : THEME_DISABLED, door->hint);
	ui_focus_ring(ui, door->id, box, RADIUS, THEME_INK);
	return tapped;
}

struct shift_action hall_doors(struct ui *ui, const struct shift *shift, struct rect line)
{
	enum { GAP = 8 };
	struct shift_action action = {SHIFT_NOTHING, 0};
	int width = (line.w - (BUTTONS - 1) * GAP) / BUTTONS;
	for (int i = 0; i < DOORS; i++) {
		if (doors[i].id == NULL) {
			continue;
		}
		struct rect box = {line.x, line.y, width, line.h};
		if (draw_door(ui, shift, &doors[i], box)) {
			action = (struct shift_action){SHIFT_HALL, (int)doors[i].page};
		}
		line.x += width + GAP;
	}
	return action;
}
