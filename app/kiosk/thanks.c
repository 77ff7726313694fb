#include "app/kiosk/screen.h"

#include "app/kiosk/chrome.h"

struct action thanks_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	enum { X = 120, WIDTH = 1680 };
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, (struct rect){CHROME_LEFT, 240, CHROME_WIDTH, 600});
	ui_icon_tile(ui, X, 296, 96, "emoticon-happy", false);
	ui_text(ui, (struct rect){X, 432, WIDTH, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.thanks.title"));
	ui_paragraph(ui, (struct rect){X, 536, WIDTH, 208}, UI_LEAD, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.thanks.text"));
	chrome_closing(ui, lobby, &journey->visit, 640);
	bool more = ui_button(ui, "thanks.more", (struct rect){936, CHROME_FOOT, 524, 96},
		ui_say(ui, "kiosk.welcome.complain"),
		(struct ui_button){.kind = UI_SECONDARY, .icon = "comment-text"});
	bool done = ui_button(ui, "thanks.done", (struct rect){1484, CHROME_FOOT, 372, 96},
		ui_say(ui, "kiosk.done"), (struct ui_button){.kind = UI_PRIMARY});
	return (struct action){.kind = done ? ACTION_DONE : more ? ACTION_COMPLAIN : ACTION_NONE};
}
