#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

#include <string.h>

/* Rows of the room: as many counters as fit, those with somebody at them first. */
enum { ROOM_ROWS = 4 };

static bool is_shown(const struct desk_view *view, int index, int rows)
{
	if (view->counter_count <= rows) {
		return true;
	}
	int before = 0, open = 0;
	for (int i = 0; i < view->counter_count; i++) {
		open += view->counters[i].state != VIEW_CLOSED;
		before += i < index && view->counters[i].state != VIEW_CLOSED;
	}
	if (view->counters[index].state != VIEW_CLOSED) {
		return before < rows;
	}
	/* closed ones fill what is left */
	return open + (index - before) < rows;
}

struct row_look {
	const char *key;
	enum theme_token ink;
	enum theme_token dot;
};

static struct row_look look_of(enum view_counter_state state)
{
	switch (state) {
	case VIEW_CALLED:
		return (struct row_look){"kiosk.welcome.calling", THEME_ACTION, THEME_ACTION};
	case VIEW_SERVING: return (struct row_look){"kiosk.welcome.serving", THEME_INK2, THEME_OK};
	case VIEW_FREE: return (struct row_look){"kiosk.welcome.free", THEME_OK_INK, THEME_OK};
	case VIEW_BREAK:
		return (struct row_look){"kiosk.welcome.resting", THEME_SOON_INK, THEME_SOON};
	default: return (struct row_look){"kiosk.welcome.closed", THEME_INK2, THEME_EDGE};
	}
}

/* What the office calls the counter; "" = nothing. */
static const char *called_by(const struct ui *ui, const struct office *office, int number)
{
	bool english = strcmp(language_code(ui->language), "en") == 0;
	return office == NULL ? ""
			      : office_counter_name(office, number,
					english ? OFFICE_ENGLISH : OFFICE_INDONESIAN);
}

/* "Loket 1", and behind it, where there is room, what the office calls it. */
static void draw_name(struct ui *ui, const char *name, const char *called, struct rect room)
{
	enum { BETWEEN = 12 };
	int used = ui_text_width(ui, UI_LABEL, name) + BETWEEN;
	ui_text(ui, room, UI_LABEL, UI_LEFT, THEME_INK, name);
	if (ui_text_width(ui, UI_NOTE, called) <= room.w - used) {
		ui_text(ui, (struct rect){room.x + used, room.y, room.w - used, room.h}, UI_NOTE,
			UI_LEFT, THEME_INK2, called);
	}
}

/* Columns: name, dot with state, and at the right the number. */
static void draw_row(struct ui *ui, const struct office *office, const struct view_counter *counter,
	struct rect row)
{
	const bool narrow = row.w < 480;
	const int most = narrow || ui->large ? 40 : 52, fit = row.h * 3 / 4; /* clear of the next */
	const struct ui_style big = {
		DRAW_DISPLAY_BOLD, fit < most ? fit : most, fit < most ? row.h : most + 12};
	struct row_look look = look_of(counter->state);
	char number[16], name[SAY_SIZE];
	text_format(number, sizeof(number), "%d", counter->number);
	language_with(ui->language, "kiosk.counter", name, sizeof(name), number);
	int dot = narrow ? ui_text_width(ui, UI_LABEL, name) + 16 : ui->large ? 220 : 256;
	int name_end = ui_text_width(ui, UI_LABEL, name) + 16;
	dot = dot > name_end ? dot : name_end;
	int text = dot + (narrow ? 24 : 32);
	draw_name(ui, name, called_by(ui, office, counter->number),
		(struct rect){row.x, row.y, dot - 16, row.h});
	ui_fill(ui, (struct rect){row.x + dot, row.y + row.h / 2 - 8, 16, 16}, 8, look.dot);
	bool numbered = counter->state == VIEW_CALLED || counter->state == VIEW_SERVING;
	int room = row.w - text;
	if (numbered) {
		room -= ui_text_width(ui, big, counter->ticket.number) + 12;
	}
	if (room >= 72) { /* a small screen with large text has no room for the word */
		chrome_words(ui, (struct rect){row.x + text, row.y, room, row.h},
			narrow ? UI_NOTE : UI_BODY, UI_LEFT, look.ink, ui_say(ui, look.key),
			ui_say(ui, look.key));
	}
	if (numbered) {
		ui_text(ui, (struct rect){row.x + row.w - 240, row.y, 240, row.h}, big, UI_RIGHT,
			counter->state == VIEW_CALLED ? THEME_ACTION : THEME_INK,
			counter->ticket.number);
	}
}

void room_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	const bool small = rect.h < 280;
	const int top = small ? 56 : 88, bottom = small ? 12 : 24, pad = small ? 24 : 40;
	ui_card(ui, rect);
	ui_text(ui, (struct rect){rect.x + pad, rect.y + (small ? 14 : 32), rect.w - 2 * pad, 40},
		UI_NOTE_SEMIBOLD, UI_LEFT, THEME_INK2, ui_say(ui, "kiosk.welcome.now"));
	if (lobby->view == NULL) {
		return;
	}
	/* Large letters fill their line: the rows may be a little closer. */
	const int line = ui->large ? ui_sized(ui, UI_LABEL).size + 4 : ui_line(ui, UI_LABEL);
	const int fit = (rect.h - top - bottom) / line;
	const int most = fit < ROOM_ROWS ? fit : ROOM_ROWS;
	int rows = lobby->view->counter_count < most ? lobby->view->counter_count : most;
	int height = (rect.h - top - bottom) / (rows < 3 ? 3 : rows);
	int y = rect.y + top;
	for (int i = 0; i < lobby->view->counter_count; i++) {
		if (!is_shown(lobby->view, i, most)) {
			continue;
		}
		draw_row(ui, lobby->office, &lobby->view->counters[i],
			(struct rect){rect.x + pad, y, rect.w - 2 * pad, height});
		y += height;
	}
}
