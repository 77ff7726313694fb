#include "app/kiosk/screen.h"

#include "app/kiosk/chrome.h"

static const char *const keys[] = {
	[NOTE_NONE] = NULL,
	[NOTE_UNKNOWN] = "kiosk.scan.unknown",
	[NOTE_UNREADABLE] = "kiosk.scan.unreadable",
	[NOTE_CLOSED] = "kiosk.scan.closed",
	[NOTE_LATER] = "kiosk.scan.later",
};

/* In the header's place, which can wait: nothing that is read or pressed is covered. */
void note_frame(struct ui *ui, const struct journey *journey)
{
	enum { ICON = 48, GAP = 24, SIDE = 32 };
	const char *key = keys[journey->visit.note];
	bool welcome = journey->visit.screen == JOURNEY_WELCOME; /* its header stands lower */
	const struct rect card = {CHROME_LEFT - 32, 12, CHROME_WIDTH + 64, welcome ? 128 : 96};
	if (key == NULL) {
		return;
	}
	ui_canvas(ui, 1920, 1080);
	ui_card(ui, card);
	ui_icon(ui, (struct rect){card.x + SIDE, card.y, ICON, card.h}, ICON, THEME_ACTION,
		"information");
	ui_text(ui,
		(struct rect){
			card.x + SIDE + ICON + GAP, card.y, card.w - 2 * SIDE - ICON - GAP, card.h},
		UI_LABEL, UI_LEFT, THEME_INK, ui_say(ui, key));
}
