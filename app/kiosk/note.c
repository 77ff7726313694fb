#include "app/kiosk/screen.h"

#include "app/kiosk/chrome.h"

static const char *const keys[] = {
	[NOTE_NONE] = NULL,
	[NOTE_UNKNOWN] = "kiosk.scan.unknown",
	[NOTE_UNREADABLE] = "kiosk.scan.unreadable",
	[NOTE_CLOSED] = "kiosk.scan.closed",
	[NOTE_LATER] = "kiosk.scan.later",
	[NOTE_NO_HELP] = "kiosk.help.failed",
	[NOTE_NOBODY] = "kiosk.help.closed",
};

/* In the header's place, which can wait, between the margins of all that stands below: nothing that
 * is pressed is covered, and nothing that is read by half. */
static struct rect note_place(const struct layout *layout, bool welcome, bool typing)
{
	enum { TOP = 12, TALL_TOP = 32, SMALL_TOP = 4, LOW = 96, HIGH = 128, LARGE = 116 };
	struct rect card = {layout->left, TOP, layout->inner, LOW};
	if (layout->shape == LAYOUT_TALL) {
		card.y = TALL_TOP;
	} else if (layout->shape == LAYOUT_SMALL) {
		card.y = SMALL_TOP;
		/* Over the greeting, or a title. */
		card.h = layout->large && !typing ? LARGE : welcome ? 66 : 74;
		return card;
	}
	card.h = welcome || layout->shape == LAYOUT_TALL ? HIGH : LOW;
	return card;
}

void note_frame(struct ui *ui, const struct journey *journey)
{
	enum { ICON = 48, GAP = 24, SIDE = 32, SMALL_SIDE = 16, BELOW = 6 };
	const char *key = keys[journey->visit.note];
	if (key == NULL) {
		return;
	}
	layout_begin(ui, journey);
	const struct layout layout = layout_of(ui, journey);
	const struct rect screen = ui_screen(ui),
			  card = note_place(&layout, journey->visit.screen == JOURNEY_WELCOME,
				  ui->panel.h > 0);
	const int side = layout.shape == LAYOUT_SMALL ? SMALL_SIDE : SIDE;
	ui_fill(ui, (struct rect){screen.x, screen.y, screen.w, card.y + card.h + BELOW - screen.y},
		0, THEME_PAGE);
	ui_card(ui, card);
	ui_icon(ui, (struct rect){card.x + side, card.y, ICON, card.h}, ICON, THEME_ACTION,
		"information");
	struct rect line = {
		card.x + side + ICON + GAP, card.y + 2, card.w - 2 * side - ICON - GAP, card.h - 4};
	chrome_words(ui, line, UI_LABEL, UI_LEFT, THEME_INK, ui_say(ui, key), ui_say(ui, key));
}
