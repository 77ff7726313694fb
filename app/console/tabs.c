#include "app/console/screen.h"

/* In the middle of the top bar: the pages, each with its key, and, while another page than the
 * queue's is shown, the clock of the promise and the call for help that stand there. */
enum {
	PILL_Y = 10,
	PILL_H = 44,
	SIDE = 12,
	ICON = 22,
	GAP = 8,
	HINT_W = 28,
	HINT_H = 22,
	LINE_H = 4,
	CLOCK_ROOM = 176, /* at the right end of the bar */
};

/* ---- tabs ---- */

static int tab_width(const struct ui *ui, const struct shift_tab *tab)
{
	return SIDE + ICON + GAP + ui_text_width(ui, PARTS_TEXT_SEMIBOLD, ui_say(ui, tab->label)) +
	       GAP + HINT_W + SIDE;
}

int tabs_width(const struct ui *ui, const struct shift *shift)
{
	int width = 0;
	for (int page = 0; page < SHIFT_PAGES; page++) {
		width += shift_can_show(shift, page)
				 ? tab_width(ui, shift_tab((enum shift_page)page))
				 : 0;
	}
	return width;
}

static bool draw_tab(struct ui *ui, const struct shift_tab *tab, struct rect box, bool here)
{
	bool held = false;
	bool tapped = ui_touch(ui, tab->id, box, &held, NULL);
	enum theme_token color = here ? THEME_WHITE : THEME_ON_NIGHT;
	if (held) {
		ui_fill(ui, box, 0, THEME_NIGHT_3);
	}
	int x = box.x + SIDE;
	ui_icon(ui, (struct rect){x, box.y, ICON, box.h}, ICON, color, tab->icon);
	x += ICON + GAP;
	const char *label = ui_say(ui, tab->label);
	int text = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label);
	ui_text(ui, (struct rect){x, box.y, text, box.h}, PARTS_TEXT_SEMIBOLD, UI_LEFT, color,
		label);
	struct rect hint = {x + text + GAP, box.y + (box.h - HINT_H) / 2, HINT_W, HINT_H};
	ui_fill(ui, hint, 6, THEME_NIGHT_3);
	ui_text(ui, hint, PARTS_NOTE_SEMIBOLD, UI_CENTER, color, tab->hint);
	if (here) {
		ui_fill(ui, (struct rect){box.x, PARTS_BAR - LINE_H, box.w, LINE_H}, 2, THEME_SKY);
	}
	ui_focus_ring(ui, tab->id, (struct rect){box.x, PILL_Y, box.w, PILL_H}, 12, THEME_WHITE);
	return tapped;
}

struct shift_action tabs_keys(struct ui *ui, const struct shift *shift)
{
	for (int page = 0; page < SHIFT_PAGES; page++) {
		if (shift_can_show(shift, page) &&
			ui_key(ui, shift_tab((enum shift_page)page)->key)) {
			return (struct shift_action){SHIFT_PAGE, page};
		}
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

struct shift_action tabs_escape(struct ui *ui, const struct shift *shift)
{
	if (shift->page != SHIFT_PAGE_QUEUE && ui_key(ui, "escape")) {
		return (struct shift_action){SHIFT_PAGE, SHIFT_PAGE_QUEUE};
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

/* ---- what the queue's page would show ---- */

struct chip {
	const char *id, *icon;
	enum theme_token ground, color;
	const char *words;
};

static int chip_width(const struct ui *ui, const struct chip *chip, bool brief)
{
	int text = brief ? 0 : GAP + ui_text_width(ui, PARTS_TEXT_SEMIBOLD, chip->words);
	return SIDE + ICON + text + SIDE;
}

/* The whole is a way back to the queue. */
static bool draw_chip(struct ui *ui, const struct chip *chip, int x, bool brief)
{
	bool held = false;
	struct rect pill = {x, PILL_Y, chip_width(ui, chip, brief), PILL_H};
	bool tapped = ui_touch(ui, chip->id, pill, &held, NULL);
	ui_fill(ui, pill, PILL_H / 2, held ? THEME_TINT : chip->ground);
	parts_frame(ui, pill, PILL_H / 2, 2);
	ui_icon(ui, (struct rect){x + SIDE, PILL_Y, ICON, PILL_H}, ICON, chip->color, chip->icon);
	if (!brief) {
		ui_text(ui,
			(struct rect){
				x + SIDE + ICON + GAP, PILL_Y, pill.w - 2 * SIDE - ICON, PILL_H},
			PARTS_TEXT_SEMIBOLD, UI_LEFT, chip->color, chip->words);
	}
	ui_focus_ring(ui, chip->id, pill, PILL_H / 2, THEME_WHITE);
	return tapped;
}

static bool find_help(const struct ui *ui, const struct shift *shift, struct chip *out_chip)
{
	const struct help *help = shift_help(shift);
	if (help == NULL || !(help->state == HELP_ASKED || help->counter == shift->counter)) {
		return false;
	}
	*out_chip = (struct chip){"bar.help", "help-circle", THEME_ACTION, THEME_ON_ACTION,
		ui_say(ui, "console.page.help")};
	return true;
}

/* As far as there is room before `right`. */
static bool draw_help(struct ui *ui, const struct shift *shift, int x, int right)
{
	struct chip help;
	return find_help(ui, shift, &help) &&
	       draw_chip(ui, &help, x, x + chip_width(ui, &help, false) > right);
}

struct shift_action tabs_frame(struct ui *ui, const struct shift *shift,
	const struct parts_layout *layout, int x, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	for (int page = 0; page < SHIFT_PAGES; page++) {
		const struct shift_tab *tab = shift_tab((enum shift_page)page);
		if (!shift_can_show(shift, page)) {
			continue;
		}
		struct rect box = {x, 0, tab_width(ui, tab), PARTS_BAR};
		if (draw_tab(ui, tab, box, page == (int)shift->page)) {
			action = (struct shift_action){SHIFT_PAGE, page};
		}
		x += box.w;
	}
	if (shift->page == SHIFT_PAGE_QUEUE) {
		return action;
	}
	int clock = bar_clock_width(ui, shift, now);
	int right = layout->width - (clock > 0 ? clock + GAP : PARTS_MARGIN + CLOCK_ROOM);
	bool back = draw_help(ui, shift, x + GAP, right);
	back = bar_clock(ui, shift, layout, true, now) || back;
	if (back) {
		action = (struct shift_action){SHIFT_PAGE, SHIFT_PAGE_QUEUE};
	}
	return action;
}
