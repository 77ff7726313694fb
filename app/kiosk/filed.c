#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

/* The receipt beside what is scanned; under each other where the screen is upright. */
struct places {
	struct rect receipt, scan;
};

static struct places places_of(const struct layout *layout)
{
	const bool tall = layout->upright;
	struct rect body = layout->body;
	body.h = layout->shape == LAYOUT_WIDE ? 648 : layout->forward.y - layout->gap - body.y;
	struct places places = {body, body};
	if (tall) {
		places.receipt.h = layout->shape == LAYOUT_TALL ? body.h * 5 / 9 : body.h - 220;
		places.scan.y += places.receipt.h + layout->gap;
		places.scan.h -= places.receipt.h + layout->gap;
		return places;
	}
	places.scan.w = layout->shape == LAYOUT_WIDE ? 512 : 236;
	places.receipt.w -= places.scan.w + layout->gap;
	places.scan.x += places.receipt.w + layout->gap;
	return places;
}

/* The receipt's own text as a code: it is kept on the telephone without a network. */
static void draw_scan(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect card)
{
	const bool small = card.w < 400 || card.h < 300;
	const int pad = small ? 24 : 64, gap = small ? 8 : 24;
	const char *words = ui_say(ui, "kiosk.filed.scan");
	char date[SAY_SIZE], text[320];
	say_date(ui->language, lobby->office, "date.plain", lobby->now_ms, date);
	language_with(ui->language, "kiosk.filed.code", text, sizeof(text), lobby->office->name,
		visit->complaint.receipt, date);
	ui_card(ui, card);
	if (card.w > 2 * card.h) {
		const int beside = card.h - 2 * pad, x = card.x + pad + beside + pad;
		chrome_code(ui, card.x + pad, card.y + pad, beside, text);
		chrome_words(ui,
			(struct rect){x, card.y + 12, card.x + card.w - 16 - x, card.h - 24},
			UI_BODY, UI_LEFT, THEME_INK2, words, words);
		return;
	}
	struct rect line = {card.x + pad / 2, 0, card.w - pad, 0};
	int height = ui_paragraph_height(ui, line.w, UI_BODY, words), third = card.h / 3;
	line.h = height < third ? height : third;
	int side = card.h - 2 * pad - gap - line.h;
	side = side < card.w - 2 * pad ? side : card.w - 2 * pad;
	side = side < 384 ? side : 384;
	int top = card.y + (card.h - side - gap - line.h) / 2;
	chrome_code(ui, card.x + (card.w - side) / 2, top, side, text);
	line.y = top + side + gap;
	chrome_words(ui, line, UI_BODY, UI_CENTER, THEME_INK2, words, words);
}

/* Paper comes, or the code is to be noted. */
static const char *note_of(const struct visit *visit)
{
	switch (visit->complaint.paper) {
	case RECEIPT_WANTED:
	case RECEIPT_SENT: return "kiosk.filed.printing";
	case RECEIPT_PRINTED: return "kiosk.filed.printed";
	case RECEIPT_FAILED: return "kiosk.filed.unprinted";
	default: return "kiosk.filed.note";
	}
}

/* What to note, the code, and what happens next. */
static void draw_receipt(struct ui *ui, const struct visit *visit, struct rect card)
{
	const bool small = card.w < 900;
	const struct ui_style style = {DRAW_DISPLAY_BOLD, small ? 96 : 176, small ? 116 : 208};
	const int pad = small ? 24 : 56, width = card.w - 2 * pad, third = (card.h - 2 * pad) / 3;
	const char *note = ui_say(ui, note_of(visit)), *next = ui_say(ui, "kiosk.filed.next");
	struct rect line = {card.x + pad, card.y + pad, width, 0};
	ui_card(ui, card);
	int height = ui_paragraph_height(ui, width, UI_LEAD, note);
	line.h = height < third ? height : third;
	chrome_words(ui, line, UI_LEAD, UI_LEFT, THEME_INK2, note, note);
	height = ui_paragraph_height(ui, width, UI_LEAD, next);
	const int bottom = card.y + card.h - pad, last = height < third ? height : third;
	struct rect middle = {line.x, line.y + line.h, width, bottom - last - line.y - line.h};
	bool large = ui->large;
	ui->large = false; /* large as it is */
	chrome_words(ui, middle, style, UI_LEFT, THEME_ACTION, visit->complaint.receipt,
		visit->complaint.receipt);
	ui->large = large;
	chrome_words(ui, (struct rect){line.x, bottom - last, width, last}, UI_LEAD, UI_LEFT,
		THEME_INK2, next, next);
}

struct action filed_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct layout layout = layout_still(ui, journey);
	const struct layout_ending ending = layout_ending(&layout, 372, 372);
	const struct places places = places_of(&layout);
	const int size = ui->large ? 28 : 0;
	const bool printed = visit->complaint.paper == RECEIPT_PRINTED;
	chrome_header(ui, lobby, journey, 0);
	chrome_heading(ui, &layout, "kiosk.filed.title");
	draw_receipt(ui, visit, places.receipt);
	draw_scan(ui, lobby, visit, places.scan);
	chrome_closing(ui, lobby, visit, ending.closing);
	bool more = ui_button(ui, "filed.more", ending.first, ui_say(ui, "kiosk.fault.more"),
		(struct ui_button){.kind = UI_SECONDARY, .text_size = size});
	bool done = ui_button(ui, "filed.done", ending.last,
		ui_say(ui, printed ? "kiosk.done" : "kiosk.fault.noted"),
		(struct ui_button){.kind = UI_PRIMARY, .text_size = size});
	return (struct action){.kind = done ? ACTION_DONE : more ? ACTION_MORE_TIME : ACTION_NONE};
}
