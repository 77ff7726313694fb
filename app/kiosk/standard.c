#include "app/kiosk/screen.h"

#include "app/kiosk/browse.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/leaf.h"
#include "app/kiosk/pact.h"

/* Two columns a page, each on a card of its own. */
enum { COLUMNS = 2, COLUMN_W = 880, GUTTER = 32, PAD = 40, BOTTOM = 920, INDENT = 80 };
enum { BAND_Y = 224, BAND_H = 80, BAND_TALL = 112, TOP = 232, CARD_GAP = 24 };

static const struct {
	enum standard_part part;
	const char *icon, *title;
	bool numbered;
} SECTIONS[] = {
	{STANDARD_REQUIREMENTS, "clipboard-check", "kiosk.standard.requirements", true},
	{STANDARD_PROCEDURE, "swap-horizontal", "kiosk.standard.procedure", true},
	{STANDARD_TIME, "clock", "kiosk.standard.time", false},
	{STANDARD_FEE, "bank", "kiosk.standard.fee", false},
	{STANDARD_PRODUCT, "file-document", "kiosk.standard.product", false},
	{STANDARD_COMPLAINTS, "comment-text", "kiosk.standard.complaints", false},
	{STANDARD_BASIS, "shield", "kiosk.standard.basis", false},
};

static void fill(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	struct leaf *out_leaf)
{
	const struct office_service *service = &lobby->office->services[journey->visit.standard];
	const struct standard_line *lines[STANDARD_PART_LINES];
	for (size_t i = 0; i < sizeof(SECTIONS) / sizeof(SECTIONS[0]); i++) {
		int count = lobby_standard(lobby, journey->visit.standard, SECTIONS[i].part, lines);
		if (count == 0) {
			continue;
		}
		leaf_add_section(out_leaf, SECTIONS[i].icon, ui_say(ui, SECTIONS[i].title));
		if (SECTIONS[i].part == STANDARD_FEE) {
			leaf_add_fee(out_leaf, service->fee);
		}
		leaf_add_lines(out_leaf, lines, count, journey->language, SECTIONS[i].numbered);
	}
	if (out_leaf->count == 0) {
		leaf_add_section(out_leaf, "information", ui_say(ui, "kiosk.standard.none"));
		leaf_add_fee(out_leaf, service->fee);
		leaf_add_text(out_leaf, ui_say(ui, "kiosk.standard.none_hint"));
	}
}

/* What is promised, in a band over the columns. Returns where they begin. */
static int draw_promise(struct ui *ui, const struct office_service *service)
{
	char promise[PACT_SIZE], channels[PACT_SIZE];
	if (!pact_say(ui->language, service, promise)) {
		return TOP;
	}
	pact_say_channels(ui->language, service, channels);
	const bool two = channels[0] != '\0';
	const struct rect band = {CHROME_LEFT, BAND_Y, CHROME_WIDTH, two ? BAND_TALL : BAND_H};
	ui_fill(ui, band, 24, THEME_TINT);
	if (ui->theme->flat) {
		ui_outline(ui, band, 24, 4, THEME_INK);
	}
	ui_icon(ui, (struct rect){band.x + 32, band.y, 56, band.h}, 48, THEME_ACTION, "timer");
	const int x = band.x + 120, width = band.w - 120 - 32;
	ui_paragraph(ui, (struct rect){x, band.y + (two ? 14 : 18), width, 44},
		(struct ui_style){DRAW_REGULAR, 32, 44}, UI_LEFT, THEME_INK, promise);
	if (two) {
		chrome_words(ui, (struct rect){x, band.y + 62, width, 36}, UI_NOTE_MEDIUM, UI_LEFT,
			THEME_INK2, channels, channels);
	}
	return band.y + band.h + CARD_GAP;
}

struct action standard_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct office_service *service = &lobby->office->services[journey->visit.standard];
	struct leaf leaf = {.style = UI_CARD_TEXT, .ink = THEME_INK2, .indent = INDENT, .gap = 8};
	chrome_header(ui, lobby, journey, 0);
	chrome_words(ui, (struct rect){CHROME_LEFT, 132, 1360, 80}, UI_TITLE, UI_LEFT, THEME_INK,
		service->name[journey->language], service->short_name[journey->language]);
	const int top = draw_promise(ui, service);
	const int height = BOTTOM - top;
	fill(ui, lobby, journey, &leaf);
	leaf_place(ui, &leaf, COLUMN_W - 2 * PAD, height - 2 * PAD);
	if (leaf.columns % COLUMNS != 0) {
		leaf_split_last(&leaf);
	}
	struct browse browse = browse_at(&journey->visit, leaf.columns, COLUMNS);
	browse_draw_page(ui, &browse);
	for (int i = 0; i < COLUMNS && browse.first + i < leaf.columns; i++) {
		const int x = CHROME_LEFT + i * (COLUMN_W + GUTTER);
		ui_card(ui, (struct rect){x, top, COLUMN_W, height});
		leaf_draw(ui, &leaf, browse.first + i,
			(struct rect){x + PAD, top + PAD, COLUMN_W - 2 * PAD, height - 2 * PAD});
	}
	return browse_foot(ui, journey, &browse, true);
}
