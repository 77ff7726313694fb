#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* How many people come together: one number for all of them. */
enum { TEN = 10, STEPS = 4 };

static void draw_people(struct ui *ui, const struct visit *visit, struct rect card)
{
	const struct ui_style huge = {
		DRAW_DISPLAY_BOLD, card.h < 400 ? 72 : 160, card.h < 400 ? 80 : 180};
	const int line = ui_line(ui, huge), words = ui_line(ui, UI_LEAD);
	const char *hint = ui_say(ui, "kiosk.group.hint");
	char number[16];
	ui_card(ui, card);
	text_format(number, sizeof(number), "%d", visit->ways.party);
	int y = card.y + (card.h - line - words) / 2;
	ui_text(ui, (struct rect){card.x, y, card.w, line}, huge, UI_CENTER, THEME_INK, number);
	chrome_words(ui, (struct rect){card.x + 24, y + line, card.w - 48, words}, UI_LEAD,
		UI_CENTER, THEME_INK2, hint, hint);
}

static struct action draw_steps(struct ui *ui, const struct visit *visit, struct rect row, int gap)
{
	static const struct {
		const char *id, *label;
		int change;
	} steps[STEPS] = {{"group.less10", "–10", -TEN}, {"group.minus", "–", -1},
		{"group.plus", "+", 1}, {"group.more10", "+10", TEN}};
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, row.h, gap, gap};
	const struct layout_grid grid = layout_grid(row, STEPS, STEPS, need, 0);
	struct action action = {.kind = ACTION_NONE};
	for (int i = 0; i < STEPS; i++) {
		bool disabled = steps[i].change < 0 ? visit->ways.party <= GROUP_MIN
						    : visit->ways.party >= GROUP_MAX;
		if (ui_button(ui, steps[i].id, layout_cell(&grid, i), steps[i].label,
			    (struct ui_button){
				    .kind = UI_QUIET, .text_size = 52, .disabled = disabled})) {
			action = (struct action){.kind = ACTION_COUNT, .value = steps[i].change};
		}
	}
	return action;
}

struct action group_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_of(ui, journey);
	const int high = layout.shape == LAYOUT_SMALL ? LAYOUT_TOUCH : 144;
	struct rect card = layout.body, row = layout.body;
	row.y += row.h - high;
	row.h = high;
	card.h -= high + layout.gap;
	chrome_header(ui, lobby, journey, 0);
	chrome_heading(ui, &layout, "kiosk.group.title");
	draw_people(ui, &journey->visit, card);
	struct action action = draw_steps(ui, &journey->visit, row, layout.gap);
	ui_focus_first(ui, "kiosk.continue");
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = "kiosk.continue",
						     .forward_icon = "arrow-right"}));
}
