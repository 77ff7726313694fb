#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

/* The receipt's own text as a code: it is kept on the telephone without a network. */
static void draw_code(struct ui *ui, const struct lobby *lobby, const struct visit *visit)
{
	char date[SAY_SIZE], text[320];
	say_date(ui->language, lobby->office, "date.plain", lobby->now_ms, date);
	language_with(ui->language, "kiosk.filed.code", text, sizeof(text), lobby->office->name,
		visit->complaint.receipt, date);
	ui_card(ui, (struct rect){1344, 240, 512, 648});
	chrome_code(ui, 1426, 312, 348, text);
	ui_paragraph(ui, (struct rect){1376, 724, 448, 96}, UI_BODY, UI_CENTER, THEME_INK2,
		ui_say(ui, "kiosk.filed.scan"));
}

struct action filed_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 176, 208};
	const struct visit *visit = &journey->visit;
	chrome_header(ui, lobby, journey, 0);
	chrome_title(ui, 132, "kiosk.filed.title");
	ui_card(ui, (struct rect){CHROME_LEFT, 240, 1248, 648});
	ui_text(ui, (struct rect){120, 296, 1136, 52}, UI_LEAD, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.filed.note"));
	ui_text(ui, (struct rect){120, 388, 1136, 208}, big, UI_LEFT, THEME_ACTION,
		visit->complaint.receipt);
	ui_paragraph(ui, (struct rect){120, 648, 1136, 160}, UI_LEAD, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.filed.next"));
	draw_code(ui, lobby, visit);
	chrome_closing(ui, lobby, visit, 640);
	bool more = ui_button(ui, "filed.more", (struct rect){1088, CHROME_FOOT, 372, 96},
		ui_say(ui, "kiosk.fault.more"), (struct ui_button){.kind = UI_SECONDARY});
	bool done = ui_button(ui, "filed.done", (struct rect){1484, CHROME_FOOT, 372, 96},
		ui_say(ui, "kiosk.fault.noted"), (struct ui_button){.kind = UI_PRIMARY});
	return (struct action){.kind = done ? ACTION_DONE : more ? ACTION_MORE_TIME : ACTION_NONE};
}
