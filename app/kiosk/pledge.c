#include "app/kiosk/screen.h"

#include "app/kiosk/browse.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/leaf.h"

/* The office's pledge, large, on one card. */
struct action pledge_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	enum { PAD_X = 120, PAD_Y = 56 };
	const struct rect card = {CHROME_LEFT, 232, CHROME_WIDTH, 688};
	const struct rect words = {
		card.x + PAD_X, card.y + PAD_Y + 128, card.w - 2 * PAD_X, card.h - 2 * PAD_Y - 128};
	const struct standard_line *lines[STANDARD_PART_LINES];
	struct leaf leaf = {.style = {DRAW_DISPLAY_MEDIUM, 44, 56}, .ink = THEME_INK, .gap = 24};
	chrome_header(ui, lobby, journey, 0);
	chrome_title(ui, 140, "kiosk.pledge.title");
	leaf_add_lines(&leaf, lines, lobby_standard(lobby, STANDARD_OFFICE, STANDARD_PLEDGE, lines),
		journey->language, false);
	leaf_place(ui, &leaf, words.w, words.h);
	struct browse browse = browse_at(&journey->visit, leaf.columns, 1);
	browse_draw_page(ui, &browse);
	ui_card(ui, card);
	ui_icon_tile(ui, words.x, card.y + PAD_Y, 96, "clipboard-check", false);
	chrome_words(ui, (struct rect){words.x + 128, card.y + PAD_Y, words.w - 128, 96}, UI_LABEL,
		UI_LEFT, THEME_INK, lobby->office->name, lobby->office->name);
	leaf_draw(ui, &leaf, browse.page, words);
	return browse_foot(ui, journey, &browse, true);
}
