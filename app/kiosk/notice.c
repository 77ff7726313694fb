#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

static void draw_point(struct ui *ui, int y, const char *icon, const char *title, const char *text)
{
	ui_icon_tile(ui, 112, y, 80, icon, false);
	ui_text(ui, (struct rect){224, y, 1040, 40}, UI_LABEL, UI_LEFT, THEME_INK, title);
	ui_text(ui, (struct rect){224, y + 42, 1056, 40}, UI_BODY, UI_LEFT, THEME_INK2, text);
}

static void draw_points(struct ui *ui, const struct office *office)
{
	char months[16], kept[128];
	text_format(months, sizeof(months), "%d", office->retention_months);
	language_with(ui->language, "kiosk.notice.long_text", kept, sizeof(kept), months);
	ui_card(ui, (struct rect){64, 240, 1248, 648});
	draw_point(ui, 308, "pencil", ui_say(ui, "kiosk.notice.what"),
		ui_say(ui, "kiosk.notice.what_text"));
	draw_point(ui, 452, "clipboard-check", ui_say(ui, "kiosk.notice.why"),
		ui_say(ui, "kiosk.notice.why_text"));
	draw_point(ui, 596, "clock", ui_say(ui, "kiosk.notice.long"), kept);
	draw_point(ui, 740, "shield", ui_say(ui, "kiosk.notice.rights"),
		ui_say(ui, "kiosk.notice.rights_text"));
}

/* The full notice as the code's own text: it can be read without a network. */
static void draw_full(struct ui *ui, const struct office *office)
{
	char months[16], text[420];
	text_format(months, sizeof(months), "%d", office->retention_months);
	language_with(ui->language, "kiosk.notice.code", text, sizeof(text), office->name,
		office->notice_version, months);
	ui_card(ui, (struct rect){1344, 240, 512, 648});
	chrome_code(ui, 1426, 312, 348, text);
	ui_text(ui, (struct rect){1344, 720, 512, 40}, (struct ui_style){DRAW_SEMIBOLD, 28, 40},
		UI_CENTER, THEME_INK, ui_say(ui, "kiosk.notice.full"));
	ui_paragraph(ui, (struct rect){1376, 764, 448, 64}, UI_NOTE, UI_CENTER, THEME_INK2,
		ui_say(ui, "kiosk.notice.full_text"));
}

struct action notice_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	chrome_header(ui, lobby, journey, 0);
	chrome_title(ui, 140, "kiosk.notice.title");
	draw_points(ui, lobby->office);
	draw_full(ui, lobby->office);
	ui_focus_first(ui, "kiosk.continue");
	return chrome_foot(ui, journey,
		(struct chrome_foot){.back = true,
			.contrast = true,
			.forward = "kiosk.notice.agree",
			.forward_icon = "arrow-right"});
}
