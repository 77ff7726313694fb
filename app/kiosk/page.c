#include "app/kiosk/page.h"

static struct rect card_of(const struct layout *layout)
{
	struct rect card = layout->body;
	card.h = layout->shape == LAYOUT_WIDE ? 600 : layout->forward.y - layout->gap - card.y;
	return card;
}

static void draw_words(
	struct ui *ui, const struct layout *layout, const struct page *page, struct rect card)
{
	const bool small = layout->shape == LAYOUT_SMALL;
	const int pad = small ? 24 : 56, side = small ? 56 : 96;
	ui_card(ui, card);
	ui_icon_tile(ui, card.x + pad, card.y + pad, side, page->icon, false);
	struct rect line = {card.x + pad, card.y + pad + side + (small ? 12 : 40), card.w - 2 * pad,
		ui_line(ui, UI_HEADLINE)};
	chrome_words(ui, line, UI_HEADLINE, UI_LEFT, THEME_INK, page->title, page->title);
	line.y += line.h + (small ? 8 : 24);
	const int height = ui_paragraph_height(ui, line.w, UI_LEAD, page->text);
	const int room = card.y + card.h - (small ? 12 : 32) - line.y;
	line.h = height < room ? height : room;
	chrome_words(ui, line, UI_LEAD, UI_LEFT, THEME_INK2, page->text, page->text);
}

static struct action draw_button(
	struct ui *ui, const struct page_button *button, struct rect rect, enum ui_button_kind kind)
{
	if (button->label == NULL) {
		return (struct action){.kind = ACTION_NONE};
	}
	bool tapped = ui_button(ui, button->id, rect, button->label,
		(struct ui_button){.kind = kind, .text_size = ui->large ? 28 : 0});
	return (struct action){.kind = tapped ? button->action : ACTION_NONE};
}

struct action page_draw(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	const struct page *page)
{
	enum { FIRST = 452, LAST = 452 };
	const struct layout layout = layout_still(ui, journey);
	const struct layout_ending ending = layout_ending(&layout, FIRST, LAST);
	chrome_header(ui, lobby, journey, 0);
	draw_words(ui, &layout, page, card_of(&layout));
	if (journey->visit.closes_ms != 0) {
		chrome_closing(ui, lobby, &journey->visit, ending.closing);
	}
	ui_focus_first(ui, page->last.id);
	/* Where there is only to wait, the way back is not what most want. */
	bool waits = page->last.action == ACTION_BACK;
	return chrome_either(draw_button(ui, &page->first, ending.first, UI_SECONDARY),
		draw_button(ui, &page->last, ending.last, waits ? UI_SECONDARY : UI_PRIMARY));
}
