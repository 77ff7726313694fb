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
	if (key == NULL) {
		return;
	}
	layout_begin(ui, journey);
	const struct layout layout = layout_of(ui, journey);
	const bool small = layout.shape == LAYOUT_SMALL;
	bool welcome = journey->visit.screen == JOURNEY_WELCOME; /* its header stands lower */
	const int most = layout.left > 32 ? 32 : 8, top = small                         ? 8
							  : layout.shape == LAYOUT_TALL ? 32
											: 12;
	const struct rect card = {layout.left - most, top, layout.inner + 2 * most,
		small                                    ? (ui->large ? 116 : 82)
		: welcome || layout.shape == LAYOUT_TALL ? 128
							 : 96};
	ui_card(ui, card);
	ui_icon(ui, (struct rect){card.x + SIDE, card.y, ICON, card.h}, ICON, THEME_ACTION,
		"information");
	struct rect line = {
		card.x + SIDE + ICON + GAP, card.y + 4, card.w - 2 * SIDE - ICON - GAP, card.h - 8};
	chrome_words(ui, line, UI_LABEL, UI_LEFT, THEME_INK, ui_say(ui, key), ui_say(ui, key));
}
