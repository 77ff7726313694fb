#include "app/kiosk/page.h"

static struct rect card_of(const struct layout *layout)
{
	struct rect card = layout->body;
	card.h = layout->shape == LAYOUT_WIDE ? 600 : layout->forward.y - layout->gap - card.y;
	return card;
}

/* Where a page's words stand: the icon over its headline or, `beside`, before it. */
struct words {
	struct rect room;
	bool small, beside;
};

static void draw_words(struct ui *ui, const struct page *page, struct words words)
{
	const struct rect room = words.room;
	const int side = words.small ? 56 : 96, line_h = ui_line(ui, UI_HEADLINE);
	const int high = words.beside && side > line_h ? side : line_h;
	struct rect line = {room.x, room.y, room.w, high};
	ui_icon_tile(ui, room.x, room.y + (words.beside ? (high - side) / 2 : 0), side, page->icon,
		false);
	if (words.beside) {
		line.x += side + 24;
		line.w -= side + 24;
	} else {
		line.y += side + (words.small ? 12 : 40);
	}
	chrome_words(ui, line, UI_HEADLINE, UI_LEFT, THEME_INK, page->title, page->title);
	line = (struct rect){room.x, line.y + line.h + (words.small ? 8 : 24), room.w, 0};
	const int height = ui_paragraph_height(ui, line.w, UI_LEAD, page->text);
	const int most = room.y + room.h - line.y;
	line.h = height < most ? height : most;
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
	struct layout_ending ending = layout_ending(&layout, FIRST, LAST);
	const bool small = layout.shape == LAYOUT_SMALL;
	const int pad = small ? 24 : 56, below = small ? 12 : 32;
	const struct rect card = card_of(&layout);
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, card);
	draw_words(ui, page,
		(struct words){{card.x + pad, card.y + pad, card.w - 2 * pad, card.h - pad - below},
			small, false});
	if (page->first.label == NULL && !layout.upright) { /* its place is free */
		ending.closing.w = ending.last.x - layout.gap - ending.closing.x;
	}
	chrome_closing_touch(ui, lobby, &journey->visit, ending.closing);
	ui_focus_first(ui, page->last.id);
	/* Where there is only to wait, the way back is not what most want. */
	bool waits = page->last.action == ACTION_BACK;
	struct action action = chrome_either(
		draw_button(ui, &page->first, ending.first, UI_SECONDARY),
		draw_button(ui, &page->last, ending.last, waits ? UI_SECONDARY : UI_PRIMARY));
	if (action.kind == ACTION_NONE && chrome_wants_time(ui, &journey->visit)) {
		action.kind = ACTION_MORE_TIME;
	}
	return action;
}

/* The answers at the card's foot: beside each other, or the one that most want over the other. */
struct answers {
	struct rect first, last;
	int top;
};

static struct answers answers_of(const struct layout *layout, struct rect card, bool both)
{
	enum { WIDE = 452 };
	const bool small = layout->shape == LAYOUT_SMALL, upright = layout->upright;
	const int pad = small ? 24 : 56, high = small ? LAYOUT_TOUCH : 96, gap = small ? 16 : 24;
	const int inner = card.w - 2 * pad, half = (inner - gap) / 2;
	const int width = upright ? inner : half < WIDE ? half : WIDE;
	struct rect last = {
		card.x + card.w - pad - width, card.y + card.h - pad - high, width, high};
	struct answers answers = {last, last, last.y};
	if (upright && both) {
		answers.last.y -= high + gap;
		answers.top = answers.last.y;
	} else {
		answers.first.x -= width + gap;
	}
	return answers;
}

struct action page_ask(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	const struct page *page)
{
	const struct layout layout = layout_still(ui, journey);
	const bool small = layout.shape == LAYOUT_SMALL;
	const int pad = small ? 24 : 56;
	struct rect card = card_of(&layout);
	if (small) { /* there is no header over it */
		card.h += card.y - layout.title.y;
		card.y = layout.title.y;
	}
	const struct answers answers = answers_of(&layout, card, page->first.label != NULL);
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, card);
	draw_words(ui, page,
		(struct words){{card.x + pad, card.y + pad, card.w - 2 * pad,
				       answers.top - 16 - card.y - pad},
			small, small && !layout.upright});
	ui_focus_first(ui, page->last.id);
	struct action action =
		chrome_either(draw_button(ui, &page->first, answers.first, UI_SECONDARY),
			draw_button(ui, &page->last, answers.last, UI_PRIMARY));
	return chrome_either(action,
		chrome_foot(ui, journey, (struct chrome_foot){.back = true, .contrast = true}));
}
