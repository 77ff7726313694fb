#include "app/console/hall_frame.h"

#include <string.h>

/* The large panel: its pages' names, the open page, and the way out. */
enum {
	SIDE = 48,
	TOP = 76,
	BOTTOM = 732,
	HEAD = 76,
	BUTTON = 44,
	RADIUS = 14,
	GAP = 8,
	SIDE_TEXT = 16
};

struct page_look {
	enum hall_page page;
	const char *id, *label, *hint; /* hint: its key at the desk */
};

static const struct page_look pages[] = {
	{HALL_VISITOR, "hall.visitor", "console.hall.visitor", "V"},
	{HALL_NEW, "hall.new", "console.hall.new", "N"},
	{HALL_APPOINTMENTS, "hall.appointments", "console.hall.appointments", "J"},
	{HALL_ROOM, "hall.room", "console.hall.room", "O"},
	{HALL_TICKETS, "hall.tickets", "console.hall.tickets", "C"},
	{HALL_ROSTER, "hall.roster", "console.hall.roster", "W"},
};
enum { PAGES = sizeof(pages) / sizeof(pages[0]) };

/* Letters are typed there. */
static bool is_typed(const struct shift *shift)
{
	return shift->hall.page == HALL_TICKETS;
}

/* The page's name with its key; the open one is tinted. Returns where the next may begin. */
static int draw_tab(struct ui *ui, const struct shift *shift, const struct page_look *look, int x,
	int y, struct shift_action *action)
{
	const char *label = ui_say(ui, look->label);
	bool open = shift->hall.page == look->page, can = shift_can_enter(shift, look->page);
	int text = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label);
	int hint = ui_text_width(ui, PARTS_NOTE_SEMIBOLD, look->hint);
	struct rect box = {x, y, SIDE_TEXT + text + 10 + hint + SIDE_TEXT, BUTTON};
	int text_x = is_typed(shift) ? x + (box.w - text) / 2 : x + SIDE_TEXT;
	bool held = false;
	if (can && ui_touch(ui, look->id, box, &held, NULL)) {
		*action = (struct shift_action){SHIFT_HALL, (int)look->page};
	}
	ui_fill(ui, box, RADIUS, open || held ? THEME_TINT : THEME_PAGE);
	parts_frame(ui, box, RADIUS, open ? 4 : 1);
	enum theme_token ink = !can ? THEME_DISABLED : open ? THEME_ACTION : THEME_INK;
	ui_text(ui, (struct rect){text_x, y, text, BUTTON}, PARTS_TEXT_SEMIBOLD, UI_LEFT, ink,
		label);
	if (!is_typed(shift)) {
		ui_text(ui, (struct rect){text_x + text + 10, y, hint, BUTTON}, PARTS_NOTE_SEMIBOLD,
			UI_LEFT, can ? THEME_INK2 : THEME_DISABLED, look->hint);
	}
	ui_focus_ring(ui, look->id, box, RADIUS, THEME_INK);
	return x + box.w + GAP;
}

static void draw_leave(struct ui *ui, struct rect card, struct shift_action *action)
{
	const char *label = ui_say(ui, "console.hall.leave");
	int width = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label) + 44;
	struct rect box = {card.x + card.w - HALL_PAD - width, card.y + 16, width, BUTTON};
	if (ui_button(ui, "hall.leave", box, label,
		    (struct ui_button){.kind = UI_SECONDARY, .text_size = 16})) {
		action->act = SHIFT_HALL_LEAVE;
	}
}

/* The page beside the open one that can be shown. */
static struct shift_action turn(const struct shift *shift, int by)
{
	int page = (int)shift->hall.page;
	do {
		page = (page + by + HALL_PAGES) % HALL_PAGES;
	} while (page != (int)shift->hall.page &&
		 (page == HALL_CLOSED || !shift_can_enter(shift, (enum hall_page)page)));
	return (struct shift_action){SHIFT_HALL, page};
}

static struct shift_action key_of_page(const struct shift *shift, const char *key)
{
	switch (shift->hall.page) {
	case HALL_NEW: return hall_new_key(shift, key);
	case HALL_APPOINTMENTS: return hall_appointments_key(shift, key);
	case HALL_ROSTER: return hall_roster_key(shift, key);
	case HALL_TICKETS:
		return (struct shift_action){
			strcmp(key, "return") == 0 ? SHIFT_HALL_DO : SHIFT_NOTHING, HALL_PRINT};
	default: return (struct shift_action){SHIFT_NOTHING, 0};
	}
}

/* The letter that stands beside a page's name. */
static struct shift_action letter_of_page(const struct shift *shift, const char *key)
{
	for (int i = 0; i < PAGES; i++) {
		const bool its = key[0] == pages[i].hint[0] - 'A' + 'a' && key[1] == '\0';
		if (its && pages[i].page != shift->hall.page &&
			shift_can_enter(shift, pages[i].page)) {
			return (struct shift_action){SHIFT_HALL, (int)pages[i].page};
		}
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

static struct shift_action take_keys(struct ui *ui, const struct shift *shift)
{
	static const struct {
		const char *name;
		struct shift_action action;
	} keys[] = {
		{"escape", {SHIFT_HALL_LEAVE, 0}},
		{"down", {SHIFT_HALL_MOVE, 1}},
		{"up", {SHIFT_HALL_MOVE, -1}},
		{"right", {SHIFT_HALL_STEP, 1}},
		{"left", {SHIFT_HALL_STEP, -1}},
	};
	const char *key = ui->event.text;
	const bool searches = is_typed(shift);
	if (searches && ui->event.kind == UI_TEXT && !ui->event_used) {
		ui->event_used = true;
		return (struct shift_action){SHIFT_HALL_TYPE, key[0]};
	}
	if (ui->event.kind != UI_KEY || ui->event_used) {
		return (struct shift_action){SHIFT_NOTHING, 0};
	}
	struct shift_action action = key_of_page(shift, key);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(key, keys[i].name) == 0) {
			action = keys[i].action;
		}
	}
	if (searches && strcmp(key, "backspace") == 0) {
		action = (struct shift_action){SHIFT_HALL_TYPE, '\b'};
	}
	if (searches && (strcmp(key, "left") == 0 || strcmp(key, "right") == 0)) {
		int page = key[0] == 'l' ? -HALL_TICKET_ROWS : HALL_TICKET_ROWS;
		action = (struct shift_action){SHIFT_HALL_MOVE, page};
	}
	if (strcmp(key, "tab") == 0 || strcmp(key, "backtab") == 0) {
		action = turn(shift, key[0] == 't' ? 1 : -1);
	}
	if (!searches && action.act == SHIFT_NOTHING) {
		action = letter_of_page(shift, key);
	}
	ui->event_used = action.act != SHIFT_NOTHING;
	return action;
}

static struct shift_action draw_page(
	struct ui *ui, const struct shift *shift, struct rect body, int64_t now)
{
	switch (shift->hall.page) {
	case HALL_VISITOR: hall_visitor(ui, shift, body, now); break;
	case HALL_ROOM: hall_room(ui, shift, body, now); break;
	case HALL_TICKETS: return hall_tickets(ui, shift, body);
	case HALL_ROSTER: return hall_roster(ui, shift, body);
	case HALL_NEW: return hall_new(ui, shift, body);
	case HALL_APPOINTMENTS: return hall_appointments(ui, shift, body);
	default: break;
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

struct shift_action hall_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct rect card = {SIDE, TOP, layout->width - 2 * SIDE, BOTTOM - TOP};
	struct rect body = {
		card.x + HALL_PAD, card.y + HEAD, card.w - 2 * HALL_PAD, card.h - HEAD - HALL_PAD};
	struct shift_action action = take_keys(ui, shift);
	ui->focus_shown = false; /* the row where the clerk is is shown instead */
	ui_dialog(ui, card);
	int x = card.x + HALL_PAD;
	for (int i = 0; i < PAGES; i++) {
		x = draw_tab(ui, shift, &pages[i], x, card.y + 16, &action);
	}
	draw_leave(ui, card, &action);
	struct shift_action done = draw_page(ui, shift, body, now);
	action = done.act != SHIFT_NOTHING ? done : action;
	/* A tap anywhere else only closes it. */
	ui_touch(ui, "hall.card", card, NULL, NULL);
	if (ui_touch(ui, "hall.outside", ui_screen(ui), NULL, NULL)) {
		action.act = SHIFT_HALL_LEAVE;
	}
	return action;
}
