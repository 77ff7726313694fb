#include "app/kiosk/screen.h"

#include "app/kiosk/browse.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/leaf.h"
#include "app/kiosk/pact.h"

/* Two columns a page, each on a card of its own; one where the screen is narrow. */
enum { COLUMNS = 2, INDENT = 80 };

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

/* What is promised, in a band at the top of `body`. Returns how high it is, with what is below. */
static int draw_promise(struct ui *ui, const struct office_service *service, struct rect body)
{
	const bool small = body.w < 960;
	const struct ui_style style = {DRAW_REGULAR, small ? 24 : 32, small ? 32 : 44};
	const int icon = small ? 40 : 48, pad = small ? 12 : 18, x = body.x + icon + 72;
	const int width = body.w - icon - 72 - 32;
	char promise[PACT_SIZE], channels[PACT_SIZE];
	if (!pact_say(ui->language, service, promise)) {
		return 0;
	}
	pact_say_channels(ui->language, service, channels);
	const bool two = channels[0] != '\0';
	const int first = ui_paragraph_height(ui, width, style, promise);
	const int second = two ? ui_line(ui, UI_NOTE_MEDIUM) + 4 : 0;
	const struct rect band = {body.x, body.y, body.w, first + second + 2 * pad};
	ui_fill(ui, band, 24, THEME_TINT);
	if (ui->theme->flat) {
		ui_outline(ui, band, 24, 4, THEME_INK);
	}
	ui_icon(ui, (struct rect){band.x + 32, band.y, icon + 8, band.h}, icon, THEME_ACTION,
		"timer");
	ui_paragraph(ui, (struct rect){x, band.y + pad, width, first}, style, UI_LEFT, THEME_INK,
		promise);
	if (two) {
		chrome_words(ui, (struct rect){x, band.y + pad + first + 4, width, second - 4},
			UI_NOTE_MEDIUM, UI_LEFT, THEME_INK2, channels, channels);
	}
	return band.h + (small ? 12 : 24);
}

static void draw_columns(struct ui *ui, const struct leaf *leaf, const struct browse *browse,
	const struct layout_grid *grid, int pad)
{
	for (int i = 0; i < browse->per_page && browse->first + i < leaf->columns; i++) {
		const struct rect card = layout_cell(grid, i);
		ui_card(ui, card);
		leaf_draw(ui, leaf, browse->first + i,
			(struct rect){
				card.x + pad, card.y + pad, card.w - 2 * pad, card.h - 2 * pad});
	}
}

struct action standard_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct office_service *service = &lobby->office->services[journey->visit.standard];
	const struct layout layout = layout_still(ui, journey);
	const int columns = layout.shape == LAYOUT_WIDE ? COLUMNS : 1;
	const int pad = layout.shape == LAYOUT_SMALL ? 20 : 40;
	struct leaf leaf = {.style = UI_CARD_TEXT, .ink = THEME_INK2, .indent = INDENT, .gap = 8};
	struct rect body = layout.body;
	chrome_header(ui, lobby, journey, 0);
	const int promise = draw_promise(ui, service, body);
	body.y += promise;
	body.h -= promise;
	const struct layout_grid grid = layout_grid(body, columns, columns,
		(struct layout_need){LAYOUT_TOUCH, body.h, body.h, layout.gap, 0}, 0);
	const struct rect card = layout_cell(&grid, 0);
	fill(ui, lobby, journey, &leaf);
	leaf_place(ui, &leaf, card.w - 2 * pad, card.h - 2 * pad);
	if (leaf.columns % columns != 0) {
		leaf_split_last(&leaf);
	}
	struct browse browse = browse_at(&journey->visit, leaf.columns, columns);
	browse_heading(ui, &layout, &browse, service->name[journey->language],
		service->short_name[journey->language]);
	draw_columns(ui, &leaf, &browse, &grid, pad);
	return browse_foot(ui, journey, &browse, true);
}
