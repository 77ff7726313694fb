#include "app/kiosk/card.h"

#include "app/kiosk/chrome.h"

enum { TALL = 200, PAD = 32 };

bool card_is_low(const struct ui *ui, struct rect card)
{
	return card.h < TALL || ui->large;
}

static int pad_of(struct rect card)
{
	return card.h < 100 ? 12 : card.h < TALL ? 24 : PAD;
}

static int side_of(struct rect card)
{
	return card.h < 100 ? 56 : card.h < 128 ? 72 : 80;
}

struct rect card_tile(const struct ui *ui, struct rect card)
{
	int side = side_of(card), pad = pad_of(card);
	int top = card_is_low(ui, card) ? (card.h - side) / 2 : pad;
	return (struct rect){card.x + pad, card.y + top, side, side};
}

/* Beside the icon. */
static struct rect low_words(struct rect card)
{
	int x = card.x + pad_of(card) + side_of(card) + (card.h < 100 ? 16 : 24);
	return (struct rect){x, card.y + 6, card.x + card.w - 16 - x, card.h - 12};
}

/* A name and how it is set. */
struct name {
	const char *text;
	struct ui_style style;
	int height; /* in find_name's table: its lines */
};

/* The short form first, then one size down, then a second line; only what has not even then room
 * is left to chrome_words. Returns whether it has. */
static bool find_name(const struct ui *ui, struct rect room, const struct card_words *words,
	struct name *out_name)
{
	const struct ui_style down = {DRAW_SEMIBOLD, 28, 32};
	const struct name forms[] = {{words->name, UI_LABEL, 1}, {words->brief, UI_LABEL, 1},
		{words->name, down, 1}, {words->brief, down, 1}, {words->name, down, 2},
		{words->brief, down, 2}};
	enum { AIR = 4 }; /* of a line's height, above and below its letters */
	const int line = ui_line(ui, down);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		const struct ui_style style = forms[i].style;
		int height = ui_paragraph_height(ui, room.w, style, forms[i].text);
		int letters = forms[i].height == 1 ? ui_sized(ui, style).size : 2 * line - AIR;
		if (height <= forms[i].height * ui_line(ui, style) && letters <= room.h &&
			!chrome_breaks(ui, room.w, style, forms[i].text)) {
			*out_name = (struct name){forms[i].text, style, height};
			return true;
		}
	}
	*out_name = (struct name){words->brief, down, 2 * line < room.h ? 2 * line : room.h};
	return false;
}

/* Returns the line under it. */
static struct rect draw_low_name(struct ui *ui, struct rect card, const struct card_words *words)
{
	struct rect box = low_words(card);
	struct name name;
	int second = words->meaning != NULL ? ui_line(ui, UI_BODY) : 0;
	second = second < box.h / 2 ? second : box.h / 2;
	struct rect room = {box.x, box.y, box.w, box.h - second};
	if (!find_name(ui, room, words, &name) && ui->large && !words->needs_line) {
		second = 0;
		room.h = box.h;
		find_name(ui, room, words, &name);
	}
	room.y += (room.h - name.height) / 2;
	room.h = name.height;
	chrome_words(ui, room, name.style, UI_LEFT, words->ink, name.text, name.text);
	int under = room.y + room.h, last = box.y + box.h - second;
	return (struct rect){box.x, under < last ? under : last, box.w, second};
}

static void draw_meaning(struct ui *ui, struct rect text, const char *meaning)
{
	struct ui_style style = UI_CARD_TEXT;
	int height = ui_paragraph_height(ui, text.w, style, meaning);
	if (height > 2 * style.line) {
		style = UI_NOTE;
		height = ui_paragraph_height(ui, text.w, style, meaning);
	}
	if (height > text.h) {
		chrome_words(ui, text, style, UI_LEFT, THEME_INK2, meaning, meaning);
	} else {
		ui_paragraph(ui, text, style, UI_LEFT, THEME_INK2, meaning);
	}
}

struct rect card_draw_words(struct ui *ui, struct rect card, struct card_words words)
{
	enum { MEANING_H = 84, UP = 72, LINE = 40 }; /* down to the line */
	if (card_is_low(ui, card)) {
		return draw_low_name(ui, card, &words);
	}
	chrome_words(ui, (struct rect){card.x + 136, card.y + 24, card.w - 136 - PAD, 96}, UI_LABEL,
		UI_LEFT, words.ink, words.name, words.brief);
	if (words.meaning != NULL && card.h >= CARD_MEANS) {
		draw_meaning(ui,
			(struct rect){card.x + PAD, card.y + 128, card.w - 2 * PAD, MEANING_H},
			words.meaning);
	}
	return (struct rect){card.x + PAD, card.y + card.h - UP, card.w - 2 * PAD, LINE};
}
