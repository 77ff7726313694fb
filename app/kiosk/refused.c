#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

struct action refused_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct rect card = {64, 240, CHROME_WIDTH, 600};
	char key[48], text[400];
	bool closed = visit->refusal == RESULT_OFFICE_CLOSED;
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, card);
	ui_icon_tile(ui, card.x + 56, card.y + 56, 96, closed ? "clock" : "alert-circle", false);
	ui_text(ui, (struct rect){120, 432, 1680, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.refused.title"));
	int height = ui_paragraph(ui, (struct rect){120, 536, 1680, 156}, UI_LEAD, UI_LEFT,
		THEME_INK2, ui_say(ui, closed ? "kiosk.refused.closed" : "kiosk.refused.desk"));
	if (!closed) {
		text_format(key, sizeof(key), "result.%s", result_key(visit->refusal));
		language_with(ui->language, "kiosk.welcome.for_staff", text, sizeof(text),
			ui_say(ui, key));
		ui_paragraph(ui, (struct rect){120, 536 + height + 32, 1680, 96}, UI_NOTE, UI_LEFT,
			THEME_INK2, text);
	}
	chrome_closing(ui, lobby, visit, 720);
	bool done = ui_button(ui, "refused.home", (struct rect){1404, CHROME_FOOT, 452, 96},
		ui_say(ui, "kiosk.refused.home"), (struct ui_button){.kind = UI_PRIMARY});
	return (struct action){.kind = done ? ACTION_DONE : ACTION_NONE};
}
