#include "app/kiosk/screen.h"

#include "app/kiosk/browse.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/leaf.h"

/* The office's pledge, large, on one card. */
struct action pledge_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_still(ui, journey);
	const bool wide = layout.shape == LAYOUT_WIDE, small = layout.shape == LAYOUT_SMALL;
	const int pad_x = wide ? 120 : small ? 24 : 56, pad_y = small ? 20 : 56;
	const int tile = small ? 56 : 96, head = tile + (small ? 12 : 32);
	const struct rect card = layout.body;
	const struct rect words = {card.x + pad_x, card.y + pad_y + head, card.w - 2 * pad_x,
		card.h - 2 * pad_y - head};
	const struct standard_line *lines[STANDARD_PART_LINES];
	struct leaf leaf = {.style = {DRAW_DISPLAY_MEDIUM, 44, 56}, .ink = THEME_INK, .gap = 24};
	if (small) {
		leaf.style = (struct ui_style){DRAW_DISPLAY_MEDIUM, 32, 42};
		leaf.gap = 12;
	}
	chrome_header(ui, lobby, journey, 0);
	leaf_add_lines(&leaf, lines, lobby_standard(lobby, STANDARD_OFFICE, STANDARD_PLEDGE, lines),
		journey->language, false);
	leaf_place(ui, &leaf, words.w, words.h);
	struct browse browse = browse_at(&journey->visit, leaf.columns, 1);
	browse_heading(ui, &layout, &browse, ui_say(ui, "kiosk.pledge.title"),
		language_short(ui->language, "kiosk.pledge.title"));
	ui_card(ui, card);
	ui_icon_tile(ui, words.x, card.y + pad_y, tile, "clipboard-check", false);
	chrome_words(ui, (struct rect){words.x + head, card.y + pad_y, words.w - head, tile},
		UI_LABEL, UI_LEFT, THEME_INK, lobby->office->name, lobby->office->name);
	leaf_draw(ui, &leaf, browse.page, words);
	return browse_foot(ui, journey, &browse, true);
}
