#include "app/kiosk/screen.h"

static const char *const keys[] = {
	[NOTE_NONE] = NULL,
	[NOTE_UNKNOWN] = "kiosk.scan.unknown",
	[NOTE_UNREADABLE] = "kiosk.scan.unreadable",
	[NOTE_CLOSED] = "kiosk.scan.closed",
	[NOTE_LATER] = "kiosk.scan.later",
};

void note_frame(struct ui *ui, const struct journey *journey)
{
	enum { Y = 20, H = 80, ICON = 40, GAP = 20, SIDE = 36 };
	const char *key = keys[journey->visit.note];
	if (key == NULL) {
		return;
	}
	ui_canvas(ui, 1920, 1080);
	const char *words = ui_say(ui, key);
	int width = ui_text_width(ui, UI_LABEL, words);
	struct rect card = {0, Y, SIDE + ICON + GAP + width + SIDE, H};
	card.x = (1920 - card.w) / 2;
	ui_shadow(ui, card, H / 2, DRAW_SHADOW_FLOAT);
	ui_fill(ui, card, H / 2, THEME_CARD);
	ui_outline(ui, card, H / 2, ui->theme->flat ? 4 : 2, ui->theme->flat ? THEME_INK : THEME_LINE);
	ui_icon(ui, (struct rect){card.x + SIDE, Y, ICON, H}, ICON, THEME_ACTION, "information");
	ui_text(ui, (struct rect){card.x + SIDE + ICON + GAP, Y, width, H}, UI_LABEL, UI_LEFT,
		THEME_INK, words);
}
