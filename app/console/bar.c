#include "app/console/screen.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

enum {
	NAME_X = 68,
	NAME_W = 92, /* the least */
	GAP = 20,
	PILL_X = 162,
	PILL_H = 44,
	HINT_W = 26,
	HINT_H = 22,
	MENU_W = 296,
	MENU_ROW = 60
};

struct state_look {
	const char *key;
	enum theme_token dot;
};

static struct state_look state_look(const struct view_counter *counter)
{
	switch (counter == NULL ? VIEW_CLOSED : counter->state) {
	case VIEW_CLOSED: return (struct state_look){"console.state.closed", THEME_DISABLED};
	case VIEW_BREAK: return (struct state_look){"console.state.break", THEME_NIGHT_SOON};
	default: return (struct state_look){"console.state.open", THEME_NIGHT_OK};
	}
}

/* The pill of a state up to the room for its word, and that word's width. */
static int pill_width(const struct ui *ui, const char *key)
{
	return 36 + ui_text_width(ui, PARTS_TEXT_SEMIBOLD, ui_say(ui, key)) + 8 + HINT_W + 14;
}

/* The mark of training under the clerk's name. */
static int training_width(const struct ui *ui)
{
	return ui_text_width(ui, PARTS_NOTE_SEMIBOLD, ui_say(ui, "console.training")) + 20;
}

/* So that nothing moves when the counter opens or rests. */
static int widest_pill(const struct ui *ui)
{
	static const char *const keys[] = {
		"console.state.closed", "console.state.break", "console.state.open"};
	int widest = 0;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		int width = pill_width(ui, keys[i]);
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* "Loket 1", what the office calls it as far as there is room, and where they end. */
struct counter_label {
	char words[64], name[OFFICE_COUNTER_SIZE + 4];
	int end;
};

static void label_counter(
	const struct ui *ui, const struct shift *shift, int room, struct counter_label *out_label)
{
	parts_say_number(
		ui, out_label->words, sizeof(out_label->words), "console.counter", shift->counter);
	parts_at_word(ui, PARTS_NOTE, room,
		office_counter_name(shift->office, shift->counter, parts_language(ui)),
		out_label->name, sizeof(out_label->name));
	int width = ui_text_width(ui, PARTS_HEADING, out_label->words);
	int under = ui_text_width(ui, PARTS_NOTE, out_label->name);
	int end = NAME_X + (width > under ? width : under) + GAP;
	out_label->end = end > PILL_X ? end : PILL_X;
}

/* Who stands where in the desk's bar: the name of the counter has all the room that the pages can
 * leave it on any page, beside the clock of the promise and a call for help. */
struct plan {
	struct counter_label label;
	int tabs_x;
};

static void plan_bar(const struct ui *ui, const struct shift *shift,
	const struct parts_layout *layout, int64_t now, struct plan *out_plan)
{
	enum { CLOCK = 320, CALL = 62, PERSON = 112, BEFORE_TABS = 8, TABS_LEFT = 212 };
	const struct desk_staff *staff = shift_person(shift);
	int clock = bar_clock_width(ui, shift, now), least = layout->width / 2 - TABS_LEFT;
	int most = layout->width - (clock > CLOCK ? clock : CLOCK) - CALL - tabs_width(ui, shift);
	int person = staff == NULL ? 0 : ui_text_width(ui, PARTS_TEXT, staff->name);
	int mark = shift->training ? training_width(ui) : 0;
	person = person < PERSON ? person : PERSON;
	int behind = widest_pill(ui) + GAP + (person > mark ? person : mark) + BEFORE_TABS;
	int room = most - behind - GAP - NAME_X;
	label_counter(ui, shift, room > NAME_W ? room : NAME_W, &out_plan->label);
	bool needs = ui_text_width(ui, PARTS_NOTE, out_plan->label.name) > NAME_W;
	int x = needs ? out_plan->label.end + behind : least;
	x = x < least ? least : x;
	out_plan->tabs_x = x > most ? most : x;
}

/* With what the office calls it, if anything, under it. */
static void draw_counter(struct ui *ui, const struct counter_label *label)
{
	bool named = label->name[0] != '\0';
	int width = label->end - NAME_X;
	struct rect line = {NAME_X, named ? 8 : 18, width, 28};
	ui_text(ui, line, PARTS_HEADING, UI_LEFT, THEME_WHITE, label->words);
	if (named) {
		parts_lines(ui, (struct rect){NAME_X, 37, width - 12, 20}, PARTS_NOTE, UI_LEFT, 1,
			THEME_ON_NIGHT, label->name);
	}
}

/* The bar crosses the whole screen, margins included. */
static void ground(struct ui *ui)
{
	struct rect screen = ui_screen(ui);
	ui_fill(ui, screen, 0, THEME_PAGE);
	ui_fill(ui, (struct rect){screen.x, screen.y, screen.w, PARTS_BAR - screen.y}, 0,
		THEME_NIGHT_2);
	ui_mark(ui, PARTS_MARGIN, 46, 28, false);
}

static void clock(struct ui *ui, const struct shift *shift, int right, int64_t now)
{
	struct calendar_local local;
	calendar_split(shift->office, now, &local);
	char time[PARTS_TIME_SIZE], date[96], key[40], short_month[40], day[8], year[8];
	parts_time(shift->office, now, time);
	ui_counter(ui, (struct rect){right - 200, 6, 200, 32}, DRAW_DISPLAY_SEMIBOLD, 24, UI_RIGHT,
		THEME_WHITE, time);
	text_format(day, sizeof(day), "%d", local.day);
	text_format(year, sizeof(year), "%d", local.year);
	text_format(key, sizeof(key), "date.day.%d", local.weekday + 1);
	text_format(short_month, sizeof(short_month), "console.month.%d", local.month);
	language_with(ui->language, "console.date", date, sizeof(date), ui_say(ui, key), day,
		ui_say(ui, short_month), year);
	ui_text(ui, (struct rect){right - 240, 36, 240, 20}, PARTS_NOTE, UI_RIGHT, THEME_ON_NIGHT,
		date);
}

/* Training is said in the bar on every screen: nothing here is for real. */
static void training(struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	if (!shift->training) {
		return;
	}
	const char *word = ui_say(ui, "console.training");
	int width = ui_text_width(ui, PARTS_HEADING, word) + 48;
	struct rect box = {(layout->width - width) / 2, 12, width, 40};
	ui_fill(ui, box, 20, THEME_NIGHT_SOON);
	ui_text(ui, box, PARTS_HEADING, UI_CENTER, THEME_NIGHT_2, word);
}

/* Who is signed in, in `room`; under the name, that it is training. */
static void person(struct ui *ui, const struct shift *shift, struct rect room)
{
	const struct desk_staff *staff = shift_person(shift);
	char name[OFFICE_NAME_SIZE];
	parts_name(ui, PARTS_NOTE, room.w, staff == NULL ? "" : staff->name, name, sizeof(name));
	struct ui_style style =
		ui_text_width(ui, PARTS_TEXT, name) <= room.w ? PARTS_TEXT : PARTS_NOTE;
	struct rect line = {room.x, shift->training ? 8 : 20, room.w, 24};
	parts_lines(ui, line, style, UI_LEFT, 1, THEME_ON_NIGHT, name);
	if (shift->training) {
		const char *word = ui_say(ui, "console.training");
		struct rect box = {room.x, 33, training_width(ui), 22};
		ui_fill(ui, box, 11, THEME_NIGHT_SOON);
		ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_NIGHT_2, word);
	}
}

void bar_plain(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	ground(ui);
	if (shift->office == NULL) {
		return;
	}
	ui_text(ui, (struct rect){68, 18, 480, 28}, PARTS_HEADING, UI_LEFT, THEME_WHITE,
		shift->office->name);
	training(ui, shift, layout);
	clock(ui, shift, layout->width - PARTS_MARGIN, now);
	unattended_line(ui, shift, layout, PARTS_BAR, now);
}

void bar_locked(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct counter_label label;
	ground(ui);
	label_counter(ui, shift, layout->width / 4, &label);
	draw_counter(ui, &label);
	int x = label.end;
	ui_icon(ui, (struct rect){x, 20, 24, 24}, 22, THEME_ON_NIGHT, "lock");
	person(ui, shift, (struct rect){x + 36, 0, layout->width / 2 - x, PARTS_BAR});
	clock(ui, shift, layout->width - PARTS_MARGIN, now);
}

/* The counter's state, which opens the menu, and the menu's key on the page that has keys of the
 * counter. Returns its place. */
static struct rect state_pill(
	struct ui *ui, const struct shift *shift, int x, struct shift_action *out_action)
{
	struct state_look look = state_look(shift_counter(shift));
	const char *word = ui_say(ui, look.key);
	int text = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, word);
	struct rect pill = {x, 10, pill_width(ui, look.key), PILL_H};
	bool held = false;
	if (ui_touch(ui, "desk.state", pill, &held, NULL)) {
		out_action->act = SHIFT_MENU;
	}
	ui_fill(ui, pill, PILL_H / 2, held ? THEME_ACTION_DOWN : THEME_NIGHT_3);
	parts_frame(ui, pill, PILL_H / 2, 2);
	ui_focus_ring(ui, "desk.state", pill, PILL_H / 2, THEME_WHITE);
	ui_fill(ui, (struct rect){x + 16, 27, 10, 10}, 5, look.dot);
	ui_text(ui, (struct rect){x + 36, 20, text, 24}, PARTS_TEXT_SEMIBOLD, UI_LEFT, THEME_WHITE,
		word);
	struct rect hint = {x + 36 + text + 8, 10 + (PILL_H - HINT_H) / 2, HINT_W, HINT_H};
	if (shift->page == SHIFT_PAGE_QUEUE) {
		ui_fill(ui, hint, 6, THEME_NIGHT_2);
		ui_text(ui, hint, PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_ON_NIGHT, "S");
	} else {
		ui_icon(ui, hint, 22, THEME_WHITE, "chevron-down");
	}
	return pill;
}

struct shift_action bar_desk(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct plan plan;
	ground(ui);
	plan_bar(ui, shift, layout, now, &plan);
	draw_counter(ui, &plan.label);
	struct rect pill = state_pill(ui, shift, plan.label.end, &action);
	int person_x = pill.x + pill.w + GAP;
	person(ui, shift, (struct rect){person_x, 0, plan.tabs_x - person_x - 8, PARTS_BAR});
	struct shift_action page = tabs_frame(ui, shift, layout, plan.tabs_x, now);
	/* On another page the clock of the promise takes the place of the time of day. */
	if (shift->page == SHIFT_PAGE_QUEUE || bar_clock_width(ui, shift, now) == 0) {
		clock(ui, shift, layout->width - PARTS_MARGIN, now);
	}
	return page.act != SHIFT_NOTHING ? page : action;
}

struct menu_row {
	enum shift_act act;
	const char *id, *key, *label;
	enum theme_token dot;
};

static const struct menu_row rows[] = {
	{SHIFT_OPEN, "menu.open", "b", "console.state.open", THEME_OK},
	{SHIFT_BREAK, "menu.break", "i", "console.state.break", THEME_SOON},
	{SHIFT_CLOSE, "menu.close", "t", "console.state.closed", THEME_DISABLED},
	{SHIFT_SHEET, "menu.hand_over", "s", "console.hand_over", THEME_ACTION},
	{SHIFT_LOCK, "menu.lock", "k", "console.lock", THEME_ACTION},
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static bool can_do(const struct shift *shift, enum shift_act act)
{
	return act == SHIFT_SHEET  ? shift_can_open(shift, SHEET_RELIEF)
	       : act == SHIFT_LOCK ? shift_counter(shift)->state != VIEW_CLOSED
				   : shift_can(shift, act);
}

static bool menu_row(
	struct ui *ui, const struct shift *shift, const struct menu_row *row, struct rect box)
{
	const char *hints[] = {"B", "I", "T", "S", "K"};
	bool can = can_do(shift, row->act), held = false;
	bool current = strcmp(state_look(shift_counter(shift)).key, row->label) == 0;
	bool tapped = can && ui_touch(ui, row->id, box, &held, NULL);
	if (held) {
		ui_fill(ui, box, 12, THEME_TINT);
	}
	ui_fill(ui, (struct rect){box.x + 16, box.y + (box.h - 12) / 2, 12, 12}, 6,
		can || current ? row->dot : THEME_LINE);
	ui_text(ui, (struct rect){box.x + 44, box.y, box.w - 100, box.h}, PARTS_VALUE_SEMIBOLD,
		UI_LEFT, can || current ? THEME_INK : THEME_DISABLED, ui_say(ui, row->label));
	if (current) {
		ui_icon(ui, (struct rect){box.x + box.w - 40, box.y, 28, box.h}, 24, THEME_ACTION,
			"check");
	} else {
		parts_key_hint(ui, (struct rect){box.x, box.y + 10, box.w - 4, box.h},
			hints[row - rows], !can);
	}
	ui_focus_ring(ui, row->id, box, 12, THEME_INK);
	return tapped || (can && ui_key(ui, row->key));
}

/* The counter with all of its name, of which the bar may have only the beginning. */
static void draw_menu_title(struct ui *ui, const struct shift *shift, struct rect line)
{
	char words[PARTS_COUNTER_SIZE];
	parts_say_counter(ui, shift->office, shift->counter, words);
	ui_paragraph(ui, line, PARTS_NOTE_SEMIBOLD, UI_LEFT, THEME_INK2, words);
}

static int menu_title_height(const struct ui *ui, const struct shift *shift, int width)
{
	char words[PARTS_COUNTER_SIZE];
	if (office_counter_name(shift->office, shift->counter, parts_language(ui))[0] == '\0') {
		return 0;
	}
	parts_say_counter(ui, shift->office, shift->counter, words);
	return ui_paragraph_height(ui, width, PARTS_NOTE_SEMIBOLD, words) + 12;
}

struct shift_action bar_menu(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	bool occupied = shift_can(shift, SHIFT_FINISH) || shift_step(shift) == SHIFT_STEP_SERVE;
	int note = occupied ? 56 : 0, title = menu_title_height(ui, shift, MENU_W - 40);
	struct plan plan;
	plan_bar(ui, shift, layout, now, &plan);
	struct rect card = {plan.label.end, 62, MENU_W, title + ROWS * MENU_ROW + 16 + note};
	ui_shadow(ui, card, PARTS_RADIUS, DRAW_SHADOW_FLOAT);
	ui_card(ui, card);
	if (title > 0) {
		draw_menu_title(
			ui, shift, (struct rect){card.x + 24, card.y + 14, card.w - 40, title});
		card.y += title;
	}
	for (int i = 0; i < ROWS; i++) {
		struct rect box = {card.x + 8, card.y + 8 + i * MENU_ROW, card.w - 16, MENU_ROW};
		if (menu_row(ui, shift, &rows[i], box)) {
			/* A break is asked its reason. */
			action = rows[i].act == SHIFT_BREAK
					 ? (struct shift_action){SHIFT_SHEET, SHEET_BREAK}
				 : rows[i].act == SHIFT_SHEET
					 ? (struct shift_action){SHIFT_SHEET, SHEET_RELIEF}
					 : (struct shift_action){rows[i].act, 0};
		}
	}
	if (occupied) {
		ui_paragraph(ui,
			(struct rect){card.x + 24, card.y + 8 + ROWS * MENU_ROW, card.w - 40, 48},
			PARTS_NOTE, UI_LEFT, THEME_INK2, ui_say(ui, "console.menu.occupied"));
	}
	/* A tap anywhere else only closes it; the blue button, which stays in sight, goes on. */
	if (ui_key(ui, "escape") || ui_touch(ui, "menu.outside", ui_screen(ui), NULL, NULL)) {
		action.act = SHIFT_MENU;
	}
	if (shift->page == SHIFT_PAGE_QUEUE && ui_key(ui, "space")) {
		action.act = SHIFT_STEP;
	}
	return action;
}
