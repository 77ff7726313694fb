#include "app/kiosk/card.h"

#include "app/kiosk/chrome.h"

enum { TALL = 200, PAD = 32 };

bool card_is_low(const struct ui *ui, struct rect card)
{
	return card.h < TALL || ui->large;
}

static int pad_of(struct rect card)
{
	return card.h < 100 ? 12 : PAD;
}

static int side_of(struct rect card)
{
	return card.h < 100 ? 56 : card.h < 128 ? 72 : card.h < 160 || card.h >= TALL ? 80 : 104;
}

struct rect card_tile(const struct ui *ui, struct rect card)
{
	int side = side_of(card), pad = pad_of(card);
	int top = card_is_low(ui, card) ? (card.h - side) / 2 : pad;
	return (struct rect){card.x + pad, card.y + top, side, side};
}

/* A low card's words: name, and under it a line where there is room. */
static struct rect low_words(struct rect card)
{
	int x = card.x + pad_of(card) + side_of(card) + (card.h < 100 ? 16 : 28);
	return (struct rect){x, card.y + 6, card.x + card.w - 16 - x, card.h - 12};
}

static void draw_low_name(struct ui *ui, struct rect card, enum theme_token ink, const char *name,
	const char *short_name, bool alone)
{
	struct rect words = low_words(card);
	if (!alone) {
		int line = ui_line(ui, UI_LABEL), all = line + ui_line(ui, UI_BODY);
		words.y += words.h > all ? (words.h - all) / 2 : 0;
		words.h = line < words.h / 2 ? line : words.h / 2;
	}
	chrome_words(ui, words, UI_LABEL, UI_LEFT, ink, name, short_name);
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

void card_draw_name(struct ui *ui, struct rect card, enum theme_token ink, const char *name,
	const char *short_name, const char *meaning)
{
	enum { MEANING_H = 84 }; /* down to the line */
	if (card_is_low(ui, card)) {
		draw_low_name(ui, card, ink, name, short_name, meaning == NULL);
		return;
	}
	chrome_words(ui, (struct rect){card.x + 136, card.y + 24, card.w - 136 - PAD, 96}, UI_LABEL,
		UI_LEFT, ink, name, short_name);
	if (meaning != NULL && card.h >= CARD_MEANS) {
		draw_meaning(ui,
			(struct rect){card.x + PAD, card.y + 128, card.w - 2 * PAD, MEANING_H},
			meaning);
	}
}

struct rect card_line(const struct ui *ui, struct rect card)
{
	enum { UP = 72, LINE = 40 };
	if (!card_is_low(ui, card)) {
		return (struct rect){card.x + PAD, card.y + card.h - UP, card.w - 2 * PAD, LINE};
	}
	struct rect words = low_words(card);
	int line = ui_line(ui, UI_LABEL), second = ui_line(ui, UI_BODY), all = line + second;
	if (words.h < all) {
		return (struct rect){words.x, words.y + words.h / 2, words.w, words.h / 2};
	}
	return (struct rect){words.x, words.y + (words.h - all) / 2 + line, words.w, second};
}
