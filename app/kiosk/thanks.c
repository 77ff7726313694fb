#include "app/kiosk/screen.h"

#include "app/kiosk/chrome.h"

struct action thanks_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_still(ui, journey);
	const struct layout_ending ending = layout_ending(&layout, 524, 372);
	const bool wide = layout.shape == LAYOUT_WIDE, small = layout.shape == LAYOUT_SMALL;
	const int pad = small ? 24 : 56, side = small ? 56 : 96, size = ui->large ? 28 : 0;
	const bool narrow = ending.first.w < 260;
	const char *complain = "kiosk.welcome.complain";
	const char *title = ui_say(ui, "kiosk.thanks.title"),
		   *text = ui_say(ui, "kiosk.thanks.text");
	struct rect card = layout.body;
	if (small && layout.upright) { /* its title stands on the card */
		card.y = layout.title.y;
	}
	card.h = wide ? 600 : layout.forward.y - layout.gap - card.y;
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, card);
	ui_icon_tile(ui, card.x + pad, card.y + pad, side, "emoticon-happy", false);
	struct rect line = {card.x + pad, card.y + pad + side + (small ? 12 : 40), card.w - 2 * pad,
		ui_line(ui, UI_HEADLINE)};
	chrome_words(ui, line, UI_HEADLINE, UI_LEFT, THEME_INK, title, title);
	line.y += line.h + (small ? 8 : 24);
	int height = ui_paragraph_height(ui, line.w, UI_LEAD, text);
	int room = card.y + card.h - (small ? 12 : 32) - line.y;
	line.h = height < room ? height : room;
	chrome_words(ui, line, UI_LEAD, UI_LEFT, THEME_INK2, text, text);
	chrome_closing_touch(ui, lobby, &journey->visit, ending.closing);
	bool more = ui_button(ui, "thanks.more", ending.first,
		narrow ? language_short(ui->language, complain) : ui_say(ui, complain),
		(struct ui_button){.kind = UI_SECONDARY,
			.icon = narrow ? NULL : "comment-text",
			.text_size = size});
	bool done = ui_button(ui, "thanks.done", ending.last, ui_say(ui, "kiosk.done"),
		(struct ui_button){.kind = UI_PRIMARY, .text_size = size});
	return (struct action){.kind = done                                     ? ACTION_DONE
				       : more                                   ? ACTION_COMPLAIN
				       : chrome_wants_time(ui, &journey->visit) ? ACTION_MORE_TIME
										: ACTION_NONE};
}
