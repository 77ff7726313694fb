#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/say.h"

/* Rows of the room: as many counters as fit, those with somebody at them first. */
enum { ROOM_ROWS = 4 };

static bool is_shown(const struct desk_view *view, int index)
{
	if (view->counter_count <= ROOM_ROWS) {
		return true;
	}
	int before = 0, open = 0;
	for (int i = 0; i < view->counter_count; i++) {
		open += view->counters[i].state != VIEW_CLOSED;
		before += i < index && view->counters[i].state != VIEW_CLOSED;
	}
	if (view->counters[index].state != VIEW_CLOSED) {
		return before < ROOM_ROWS;
	}
	/* closed ones fill what is left */
	return open + (index - before) < ROOM_ROWS;
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

static void draw_row(struct ui *ui, const struct view_counter *counter, struct rect row)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 52, 64};
	struct row_look look = look_of(counter->state);
	char number[16], name[SAY_SIZE];
	text_format(number, sizeof(number), "%d", counter->number);
	language_with(ui->language, "kiosk.counter", name, sizeof(name), number);
	ui_text(ui, (struct rect){row.x, row.y, 240, row.h}, UI_LABEL, UI_LEFT, THEME_INK, name);
	ui_fill(ui, (struct rect){row.x + 256, row.y + row.h / 2 - 8, 16, 16}, 8, look.dot);
	ui_text(ui, (struct rect){row.x + 288, row.y, 200, row.h}, UI_BODY, UI_LEFT, look.ink,
		ui_say(ui, look.key));
	if (counter->state == VIEW_CALLED || counter->state == VIEW_SERVING) {
		ui_text(ui, (struct rect){row.x + row.w - 240, row.y, 240, row.h}, big, UI_RIGHT,
			counter->state == VIEW_CALLED ? THEME_ACTION : THEME_INK,
			counter->ticket.number);
	}
}

void room_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	enum { TOP = 88, BOTTOM = 24 };
	ui_card(ui, rect);
	ui_text(ui, (struct rect){rect.x + 40, rect.y + 32, rect.w - 80, 40}, UI_NOTE_SEMIBOLD,
		UI_LEFT, THEME_INK2, ui_say(ui, "kiosk.welcome.now"));
	if (lobby->view == NULL) {
		return;
	}
	int rows = lobby->view->counter_count < ROOM_ROWS ? lobby->view->counter_count : ROOM_ROWS;
	int height = (rect.h - TOP - BOTTOM) / (rows < 3 ? 3 : rows);
	int y = rect.y + TOP;
	for (int i = 0; i < lobby->view->counter_count; i++) {
		if (!is_shown(lobby->view, i)) {
			continue;
		}
		draw_row(ui, &lobby->view->counters[i],
			(struct rect){rect.x + 40, y, rect.w - 80, height});
		y += height;
	}
}
