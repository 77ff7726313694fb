#include "app/console/screen.h"

#include "app/base/text.h"

#include <string.h>

/* Over the queue: a visitor at the kiosk who calls for a clerk, and a number that was given up. */
enum { PAD = 20, GAP = 12, HEAD = 84, BUTTON_H = 48, ROW_GAP = 8, GONE_H = 48, FEW = 6 };

static const int64_t GONE_MS = 5 * 60 * 1000;

static const struct view_gone *find_gone(const struct shift *shift, int64_t now)
{
	const struct desk_view *view = shift->view;
	bool fresh = view->gone_count > 0 && now - view->gone[0].at_ms < GONE_MS;
	/* Whoever is at the kiosk with a visitor has all the room there is. */
	return fresh && !shift_is_helping(shift) ? &view->gone[0] : NULL;
}

static bool is_own(const struct shift *shift, const struct help *help)
{
	return help->state == HELP_TAKEN && help->counter == shift->counter;
}

/* Services for which a number can be issued. */
static int count_services(const struct office *office)
{
	int count = 0;
	for (int i = 0; i < office->service_count; i++) {
		count += !office->services[i].reception;
	}
	return count;
}

/* Many are told by their letters. */
static int count_columns(const struct office *office)
{
	return count_services(office) > FEW ? 4 : 2;
}

static int card_height(const struct shift *shift, const struct help *help)
{
	if (!is_own(shift, help)) {
		bool waits = help->state == HELP_ASKED;
		return HEAD + (waits ? BUTTON_H + PAD : 0);
	}
	int columns = count_columns(shift->office);
	int rows = (count_services(shift->office) + columns - 1) / columns + 2;
	return HEAD + rows * (BUTTON_H + ROW_GAP) - ROW_GAP + PAD;
}

/* Asked after the visit, as long as there is no answer; nothing waits for it. */
struct later {
	enum sheet_kind kind;
	const char *key, *id, *icon, *words; /* text key, with its key in it */
	enum theme_token ground, icon_color, ink;
};

static const struct later laters[] = {
	{SHEET_LATE, "l", "late.why", "timer", "console.late.ask", THEME_LATE_TINT, THEME_LATE,
		THEME_LATE_INK},
	{SHEET_BEFORE, "m", "late.before", "timer", "console.before.ask", THEME_SUNK, THEME_INK2,
		THEME_INK},
	{SHEET_OUTCOME, "u", "outcome.what", "check-circle", "console.outcome.ask", THEME_TINT,
		THEME_ACTION, THEME_INK},
};
enum { LATERS = sizeof(laters) / sizeof(laters[0]) };

int help_height(const struct shift *shift, int64_t now)
{
	const struct help *help = shift_help(shift);
	int height = unattended_height(shift, now);
	height += help != NULL ? card_height(shift, help) + GAP : 0;
	for (int i = 0; i < LATERS; i++) {
		height += shift_can_open(shift, laters[i].kind) ? GONE_H + GAP : 0;
	}
	return height + (find_gone(shift, now) != NULL ? GONE_H + GAP : 0);
}

static void draw_words(struct ui *ui, const struct shift *shift, const struct help *help,
	struct rect card, int64_t now)
{
	char number[16], title[96], note[96], wait[PARTS_WAIT_SIZE];
	const char *key = help->state == HELP_ASKED ? "console.help.asked"
			  : is_own(shift, help)     ? "console.help.own"
						    : "console.help.other";
	text_format(number, sizeof(number), "%d", help->counter);
	struct rect line = {card.x + PAD + 40, card.y + 14, card.w - 2 * PAD - 40, 30};
	ui_icon(ui, (struct rect){card.x + PAD, line.y, 28, line.h}, 28, THEME_ACTION,
		"help-circle");
	parts_lines(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, 1, THEME_INK,
		parts_say(ui, title, sizeof(title), key, help->device, number));
	line.y += 32;
	line.h = 22;
	if (help->left_ms != 0) {
		char hour[PARTS_TIME_SIZE];
		parts_hour(shift->office, help->left_ms, hour);
		ui_text(ui, line, PARTS_NOTE_SEMIBOLD, UI_LEFT, THEME_SOON_INK,
			parts_say(ui, note, sizeof(note), "console.help.left", hour, ""));
		return;
	}
	int64_t minutes = parts_minutes(now - help->asked_ms);
	ui_text(ui, line, PARTS_NOTE, UI_LEFT, THEME_INK2,
		minutes == 0 ? ui_say(ui, "console.help.just_now")
			     : parts_say(ui, note, sizeof(note), "console.help.since",
				       parts_say_minutes(ui, minutes, wait), ""));
}

/* A button a service: whoever is helped gets the number of it at once. */
static struct shift_action draw_services(
	struct ui *ui, const struct shift *shift, struct rect room, bool disabled)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	const struct office *office = shift->office;
	const int columns = count_columns(office);
	int cell = 0, width = (room.w + GAP) / columns - GAP;
	for (int i = 0; i < office->service_count; i++) {
		if (office->services[i].reception) {
			continue;
		}
		struct rect box = {room.x + cell % columns * (width + GAP),
			room.y + cell / columns * (BUTTON_H + ROW_GAP), width, BUTTON_H};
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "help.%s", office->services[i].code);
		const char *name = columns > 2 ? office->services[i].prefix
					       : parts_service_short(ui, office, i);
		if (ui_button(ui, id, box, name,
			    (struct ui_button){
				    .kind = UI_SECONDARY, .text_size = 16, .disabled = disabled})) {
			action = (struct shift_action){SHIFT_HELP_ISSUE, i};
		}
		cell++;
	}
	return action;
}

/* The key stands in the label. */
static bool key_button(
	struct ui *ui, const char *id, struct rect box, const char *key, enum ui_button_kind kind)
{
	return ui_button(
		ui, id, box, ui_say(ui, key), (struct ui_button){.kind = kind, .text_size = 18});
}

static struct shift_action draw_card(struct ui *ui, const struct shift *shift,
	const struct help *help, struct rect card, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	ui_card(ui, card);
	ui_outline(ui, card, PARTS_RADIUS, 4, ui->theme->flat ? THEME_INK : THEME_ACTION);
	draw_words(ui, shift, help, card, now);
	struct rect room = {card.x + PAD, card.y + HEAD, card.w - 2 * PAD, 0};
	struct rect last = {room.x, card.y + card.h - PAD - BUTTON_H, room.w, BUTTON_H};
	if (is_own(shift, help)) {
		struct rect book = {room.x, room.y, room.w, BUTTON_H};
		room.y += BUTTON_H + ROW_GAP;
		action = draw_services(ui, shift, room, shift->pending != 0);
		if (key_button(ui, "help.book", book, "console.help.book", UI_PRIMARY)) {
			action = (struct shift_action){SHIFT_FORM, SHIFT_FORM_HELP};
		}
		if (key_button(ui, "help.done", last, "console.help.done", UI_QUIET)) {
			action = (struct shift_action){SHIFT_HELP_DONE, 0};
		}
	} else if (help->state == HELP_ASKED &&
		   key_button(ui, "help.take", last, "console.help.take", UI_PRIMARY)) {
		action = (struct shift_action){SHIFT_HELP_TAKE, 0};
	}
	return action;
}

struct shift_action help_keys(struct ui *ui, const struct shift *shift)
{
	const struct help *help = shift_help(shift);
	if (help != NULL && help->state == HELP_ASKED && ui_key(ui, "b")) {
		return (struct shift_action){SHIFT_HELP_TAKE, 0};
	}
	if (shift_is_helping(shift) && ui_key(ui, "d")) {
		return (struct shift_action){SHIFT_HELP_DONE, 0};
	}
	for (int i = 0; i < LATERS; i++) {
		if (shift_can_open(shift, laters[i].kind) && ui_key(ui, laters[i].key)) {
			return (struct shift_action){SHIFT_SHEET, (int)laters[i].kind};
		}
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

static void say_later(const struct ui *ui, const struct shift *shift, const struct later *later,
	char *out_text, size_t size)
{
	if (later->kind != SHEET_BEFORE) {
		parts_say(ui, out_text, size, later->words,
			later->kind == SHEET_LATE ? shift->view->late_number
						  : shift->view->unsaid_number,
			"");
		return;
	}
	parts_say_number(ui, out_text, size,
		shift_late_is_yesterdays(shift) ? "console.before.yesterday" : later->words,
		(int64_t)shift->late_count);
}

static bool draw_later(
	struct ui *ui, const struct shift *shift, const struct later *later, struct rect box)
{
	char text[96];
	bool held = false, tapped = ui_touch(ui, later->id, box, &held, NULL);
	ui_fill(ui, box, 16, held ? THEME_SUNK : later->ground);
	parts_frame(ui, box, 16, 4);
	ui_icon(ui, (struct rect){box.x + PAD - 4, box.y, 24, box.h}, 22, later->icon_color,
		later->icon);
	say_later(ui, shift, later, text, sizeof(text));
	struct rect line = {box.x + PAD + 30, box.y, box.w - 2 * PAD - 30, box.h};
	if (ui_text_width(ui, PARTS_TEXT_SEMIBOLD, text) <= line.w) {
		ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, later->ink, text);
	} else {
		int height = ui_paragraph_height(ui, line.w, PARTS_NOTE_SEMIBOLD, text);
		line.y += (line.h - height) / 2;
		parts_lines(ui, line, PARTS_NOTE_SEMIBOLD, UI_LEFT, 2, later->ink, text);
	}
	ui_focus_ring(ui, later->id, box, 16, THEME_INK);
	return tapped;
}

struct shift_action help_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	const struct help *help = shift_help(shift);
	const struct view_gone *gone = find_gone(shift, now);
	struct rect card = {
		layout->queue_x, PARTS_TOP + unattended_height(shift, now), layout->queue_w, 0};
	if (help != NULL) {
		card.h = card_height(shift, help);
		action = draw_card(ui, shift, help, card, now);
		card.y += card.h + GAP;
	}
	for (int i = 0; i < LATERS; i++) {
		if (!shift_can_open(shift, laters[i].kind)) {
			continue;
		}
		card.h = GONE_H;
		if (draw_later(ui, shift, &laters[i], card)) {
			action = (struct shift_action){SHIFT_SHEET, (int)laters[i].kind};
		}
		card.y += card.h + GAP;
	}
	if (gone != NULL) {
		char text[96];
		card.h = GONE_H;
		ui_fill(ui, card, 16, THEME_SUNK);
		parts_frame(ui, card, 16, 4);
		ui_text(ui, (struct rect){card.x + PAD, card.y, card.w - 2 * PAD, card.h},
			PARTS_TEXT, UI_LEFT, THEME_INK,
			parts_say(ui, text, sizeof(text), "console.gone", gone->number, ""));
	}
	return action;
}
