#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

void online_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	enum { CODE = 208, PAD = 56 };
	const struct office *office = lobby->office;
	char address[OFFICE_NAME_SIZE + 16];
	ui_card(ui, rect);
	int x = rect.x + PAD, width = rect.w - 2 * PAD - CODE - 40;
	int y = rect.y + 48;
	y += ui_paragraph(ui, (struct rect){x, y, width, 104}, UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.welcome.online"));
	text_format(address, sizeof(address), "https://%s", office->online);
	chrome_code(ui, rect.x + rect.w - PAD - CODE, rect.y + (rect.h - CODE) / 2, CODE, address);
	chrome_words(ui, (struct rect){x, y + 24, width, 40}, UI_LABEL, UI_LEFT, THEME_ACTION,
		office->online, office->online);
	ui_paragraph(ui, (struct rect){x, y + 80, width, 104}, UI_BODY, UI_LEFT, THEME_INK2,
		office->chat);
}
