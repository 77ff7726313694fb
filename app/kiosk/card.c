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

/* What one has, but no larger than its equals. */
static struct ui_style smaller(struct ui_style style, struct ui_style most)
{
	return style.size > most.size ? most : style;
}

/* The short form first, then one size down, then a second line; only what has not even then room
 * is left to chrome_words. Returns whether it has. */
static bool find_name(const struct ui *ui, struct rect room, const struct card_words *words,
	struct ui_style most, struct name *out_name)
{
	const struct ui_style down = {DRAW_SEMIBOLD, 28, 32};
	const struct name forms[] = {{words->name, UI_LABEL, 1}, {words->brief, UI_LABEL, 1},
		{words->name, down, 1}, {words->brief, down, 1}, {words->name, down, 2},
		{words->brief, down, 2}};
	enum { AIR = 4 }; /* of a line's height, above and below its letters */
	const int line = ui_line(ui, down);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		const struct ui_style style = smaller(forms[i].style, most);
		int height = ui_paragraph_height(ui, room.w, style, forms[i].text);
		int letters = forms[i].height == 1 ? ui_sized(ui, style).size : 2 * line - AIR;
		if (height <= forms[i].height * ui_line(ui, style) && letters <= room.h &&
			!chrome_breaks(ui, room.w, style, forms[i].text)) {
			*out_name = (struct name){forms[i].text, style, height};
			return true;
		}
	}
	*out_name = (struct name){
		words->brief, smaller(down, most), 2 * line < room.h ? 2 * line : room.h};
	return false;
}

/* A low card's name and its place, and the line under it. */
struct low {
	struct name name;
	struct rect room, line;
};

static struct low low_of(
	const struct ui *ui, struct rect card, const struct card_words *words, struct ui_style most)
{
	struct low low;
	struct rect box = low_words(card);
	int second = words->meaning != NULL ? ui_line(ui, UI_BODY) : 0;
	second = second < box.h / 2 ? second : box.h / 2;
	low.room = (struct rect){box.x, box.y, box.w, box.h - second};
	if (!find_name(ui, low.room, words, most, &low.name) && ui->large && !words->needs_line) {
		second = 0;
		low.room.h = box.h;
		find_name(ui, low.room, words, most, &low.name);
	}
	low.room.y += (low.room.h - low.name.height) / 2;
	low.room.h = low.name.height;
	int under = low.room.y + low.room.h, last = box.y + box.h - second;
	low.line = (struct rect){box.x, under < last ? under : last, box.w, second};
	return low;
}

enum { MEANING = 128, UP = 72, LINE = 40, AIR = 4 }; /* down to the meaning, up to the line */

static struct rect tall_name(struct rect card)
{
	return (struct rect){card.x + 136, card.y + 24, card.w - 136 - PAD, 96};
}

static struct rect tall_meaning(struct rect card)
{
	return (struct rect){
		card.x + PAD, card.y + MEANING, card.w - 2 * PAD, card.h - MEANING - UP - AIR};
}

struct card_sizes card_sizes_whole(void)
{
	return (struct card_sizes){UI_LABEL, UI_CARD_TEXT};
}

void card_fit(const struct ui *ui, struct rect card, const struct card_words *words,
	struct card_sizes *sizes)
{
	if (card_is_low(ui, card)) {
		const struct low low = low_of(ui, card, words, sizes->name);
		const char *text = low.name.text;
		sizes->name = chrome_alike(
			ui, low.room, UI_LABEL, smaller(low.name.style, sizes->name), text, text);
		return;
	}
	sizes->name =
		chrome_alike(ui, tall_name(card), UI_LABEL, sizes->name, words->name, words->brief);
	if (words->meaning != NULL && card.h >= CARD_MEANS) {
		sizes->meaning = chrome_alike(ui, tall_meaning(card), UI_CARD_TEXT, sizes->meaning,
			words->meaning, words->meaning);
	}
}

struct rect card_draw_words(
	struct ui *ui, struct rect card, struct card_words words, const struct card_sizes *sizes)
{
	if (card_is_low(ui, card)) {
		const struct low low = low_of(ui, card, &words, sizes->name);
		chrome_words(ui, low.room, low.name.style, UI_LEFT, words.ink, low.name.text,
			low.name.text);
		return low.line;
	}
	chrome_words(ui, tall_name(card), sizes->name, UI_LEFT, words.ink, words.name, words.brief);
	if (words.meaning != NULL && card.h >= CARD_MEANS) {
		const struct rect room = tall_meaning(card);
		const struct ui_style style =
			chrome_fitting(ui, room, sizes->meaning, words.meaning, words.meaning);
		ui_paragraph(ui, room, style, UI_LEFT, THEME_INK2, words.meaning);
	}
	return (struct rect){card.x + PAD, card.y + card.h - UP, card.w - 2 * PAD, LINE};
}
