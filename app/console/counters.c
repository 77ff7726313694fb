#include "app/console/screen.h"

#include "app/base/text.h"

#include <string.h>

/* Which counter? Choosing one opens it; one in use shows who is there. */
struct grid {
	int columns, height;
};

static struct grid counter_grid(int count)
{
	return count <= 9 ? (struct grid){3, 152} : (struct grid){4, 124};
}

static bool is_mine(const struct shift *shift, const struct view_counter *counter)
{
	const struct desk_staff *person = shift_person(shift);
	return person != NULL && strcmp(person->code, counter->staff) == 0;
}

/* Where who signs in is planned today; NULL = nowhere. */
static const struct view_counter *planned_for(const struct shift *shift)
{
	const struct desk_staff *person = shift_person(shift);
	return person == NULL || shift->view == NULL ? NULL
						     : view_planned(shift->view, person->code);
}

/* In the office's order; but the planned one comes first. */
static const struct view_counter *counter_at(const struct shift *shift, int place)
{
	const struct view_counter *counters = shift->view->counters, *planned = planned_for(shift);
	if (planned == NULL || place > planned - counters) {
		return &counters[place];
	}
	return place == 0 ? planned : &counters[place - 1];
}

/* The services of a counter in a row, by short name or by code. */
static void list_services(struct ui *ui, const struct office *office, uint32_t services, bool codes,
	char *out_text, size_t size)
{
	out_text[0] = '\0';
	size_t used = 0;
	for (int i = 0; i < office->service_count; i++) {
		if ((services >> i & 1u) != 0) {
			text_format(out_text + used, size - used, "%s%s", used == 0 ? "" : ", ",
				codes ? office->services[i].code
				      : parts_service_short(ui, office, i));
			used = strlen(out_text);
		}
	}
}

/* "All services", or their names, or, where these are too many for the box, their codes. */
static void draw_services(
	struct ui *ui, const struct office *office, uint32_t services, struct rect box)
{
	char text[512];
	uint32_t all = (UINT32_C(1) << office->service_count) - 1;
	int lines = box.h / PARTS_NOTE.line;
	if (services == all) {
		text_copy(text, sizeof(text), ui_say(ui, "console.counter.all"));
	} else {
		list_services(ui, office, services, false, text, sizeof(text));
	}
	if (ui_paragraph_height(ui, box.w, PARTS_NOTE, text) > lines * PARTS_NOTE.line) {
		list_services(ui, office, services, true, text, sizeof(text));
	}
	parts_lines(ui, box, PARTS_NOTE, UI_LEFT, lines, THEME_INK2, text);
}

static const char *say_state(struct ui *ui, const struct view_counter *counter, bool mine,
	bool left, bool planned, char *out_text, size_t size)
{
	if (counter->state == VIEW_CLOSED && planned) {
		return ui_say(ui, "console.roster.yours");
	}
	if (counter->state == VIEW_CLOSED) {
		return ui_say(ui, "console.counter.free");
	}
	if (mine) {
		return ui_say(ui, "console.counter.mine");
	}
	if (left) {
		return parts_say(
			ui, out_text, size, "console.counter.left", counter->ticket.number, "");
	}
	return parts_say(ui, out_text, size, "console.counter.taken", counter->staff_name, "");
}

static bool counter_tile(struct ui *ui, const struct shift *shift,
	const struct view_counter *counter, struct rect box)
{
	bool mine = is_mine(shift, counter);
	bool left = shift_is_left(shift, counter->number);
	bool taken = counter->state != VIEW_CLOSED && !mine && !left;
	char id[UI_ID_SIZE], title[PARTS_COUNTER_SIZE], text[OFFICE_NAME_SIZE + 64];
	text_format(id, sizeof(id), "counter.%d", counter->number);
	bool tapped = ui_choice(ui, id, box, (struct ui_choice){.disabled = taken});

	struct rect line = {box.x + 24, box.y + 16, box.w - 48, 36};
	parts_lines(ui, line, (struct ui_style){DRAW_DISPLAY_BOLD, 28, 36}, UI_LEFT, 1,
		taken ? THEME_INK2 : THEME_INK,
		parts_say_counter(ui, shift->office, counter->number, title));
	line.y += 40;
	line.h = 24;
	parts_lines(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, 1,
		taken  ? THEME_INK2
		: left ? THEME_SOON_INK
		       : THEME_OK_INK,
		say_state(ui, counter, mine, left, planned_for(shift) == counter, text,
			sizeof(text)));
	line.y += 26;
	line.h = box.y + box.h - line.y - 12;
	/* A closed counter would be opened with all its services. */
	int place = office_find_counter(shift->office, counter->number);
	uint32_t served = counter->state == VIEW_CLOSED && place >= 0
				  ? shift->office->counters[place].services
				  : counter->services;
	draw_services(ui, shift->office, served, line);
	char key[16];
	text_format(key, sizeof(key), "%d", counter->number);
	return tapped || (!taken && ui_key(ui, key));
}

struct shift_action counters_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct parts_layout layout = parts_canvas(ui);
	bar_plain(ui, shift, &layout, now);
	int x = PARTS_MARGIN + 64, width = layout.width - 2 * x;
	ui_text(ui, (struct rect){x, 112, width, 44}, PARTS_TITLE, UI_LEFT, THEME_INK,
		ui_say(ui, "console.which"));
	char text[OFFICE_NAME_SIZE + 64];
	const struct desk_staff *person = shift_person(shift);
	parts_lines(ui, (struct rect){x, 160, width, 28}, PARTS_VALUE, UI_LEFT, 1, THEME_INK2,
		parts_say(ui, text, sizeof(text), "console.which_note",
			person == NULL ? "" : person->name, ""));
	const struct desk_view *view = shift->view;
	int count = view == NULL ? 0 : view->counter_count;
	struct grid grid = counter_grid(count);
	int tile = (width - (grid.columns - 1) * 16) / grid.columns;
	for (int i = 0; i < count; i++) {
		struct rect box = {x + i % grid.columns * (tile + 16),
			216 + i / grid.columns * (grid.height + 16), tile, grid.height};
		const struct view_counter *counter = counter_at(shift, i);
		if (counter_tile(ui, shift, counter, box)) {
			action = (struct shift_action){SHIFT_CHOOSE_COUNTER, counter->number};
		}
	}
	struct ui_button look = {.kind = UI_SECONDARY, .text_size = 18};
	if (ui_button(ui, "counters.leave", (struct rect){x, 712, 240, 64},
		    ui_say(ui, "console.leave"), look) ||
		ui_key(ui, "escape")) {
		action.act = SHIFT_LEAVE;
	}
	notice_frame(ui, shift, (struct rect){x, 0, width, 0}, 700);
	strip_word(ui, shift, x + 264, x + width, now);
	trouble_banner(ui, shift, &layout);
	return action;
}
