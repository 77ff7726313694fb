#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

void online_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	/* In high contrast the code's ground reaches into the margin, which is wider than that. */
	const bool low = rect.h < 280, small = ui->text_share < 1;
	const int pad = !low ? 56 : small ? 20 : 36, code = !low ? 208 : small ? 120 : 160;
	const struct office *office = lobby->office;
	char address[OFFICE_NAME_SIZE + 16];
	ui_card(ui, rect);
	const int width = rect.w - 2 * pad - code - (low ? 20 : 40), x = rect.x + pad;
	int y = rect.y + (low ? 16 : 48), room = rect.h - (low ? 32 : 96);
	struct rect title = {x, y, width,
		ui_paragraph_height(
			ui, width, UI_LEAD_SEMIBOLD, ui_say(ui, "kiosk.welcome.online"))};
	title.h = title.h < room / 2 ? title.h : room / 2;
	chrome_words(ui, title, UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.welcome.online"), ui_say(ui, "kiosk.welcome.online"));
	text_format(address, sizeof(address), "https://%s", office->online);
	chrome_code(ui, rect.x + rect.w - pad - code, rect.y + (rect.h - code) / 2, code, address);
	y += title.h + (low ? 4 : 24);
	const int line = ui_line(ui, UI_LABEL);
	chrome_words(ui, (struct rect){x, y, width, line}, UI_LABEL, UI_LEFT, THEME_ACTION,
		office->online, office->online);
	y += line + (low ? 0 : 16);
	int left = rect.y + rect.h - 12 - y;
	int height = ui_paragraph_height(ui, width, UI_BODY, office->chat);
	chrome_words(ui, (struct rect){x, y, width, height < left ? height : left}, UI_BODY,
		UI_LEFT, THEME_INK2, office->chat, office->chat);
}
