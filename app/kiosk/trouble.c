#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"
#include "app/slip/slip.h"

struct places {
	struct rect banner, number, ahead, code, closing, more, done;
};

static struct places places_of(const struct layout *layout)
{
	if (layout->shape == LAYOUT_WIDE) {
		return (struct places){{64, 128, 1792, 112}, {64, 264, 1248, 648},
			{1344, 264, 512, 256}, {1344, 552, 512, 360}, {64, 952, 720, 96},
			{1124, 952, 307, 96}, {1455, 952, 401, 96}};
	}
	if (layout->shape == LAYOUT_TALL) {
		return (struct places){{56, 184, 968, 136}, {56, 352, 968, 648},
			{56, 1032, 968, 176}, {56, 1240, 968, 360}, {56, 1656, 968, 96},
			{56, 1784, 468, 96}, {556, 1784, 468, 96}};
	}
	const int gap = layout->gap, foot = layout->forward.y, high = layout->forward.h;
	const int left = layout->left, inner = layout->inner, bottom = foot - gap;
	const bool tall = layout->upright;
	const int side = tall ? inner : 372, banner = tall ? 124 : 100, right = left + inner;
	const int top = 16 + banner + 12;
	struct places places = {.banner = {left, 16, inner, banner}};
	places.number = (struct rect){left, top, inner - side - gap, bottom - top};
	places.ahead = (struct rect){right - side, top, side, 124};
	places.code = (struct rect){right - side, top + 136, side, bottom - top - 136};
	if (tall) {
		const struct layout_ending ending = layout_ending(layout, 0, 0);
		places.number = (struct rect){left, top, inner, bottom - top - 268};
		places.ahead = (struct rect){left, bottom - 256, inner, 116};
		places.code = (struct rect){left, bottom - 128, inner, 128};
		places.closing = ending.closing;
		places.more = ending.first;
		places.done = ending.last;
		return places;
	}
	places.done = (struct rect){right - 250, foot, 250, high};
	places.more = (struct rect){right - 250 - gap - 210, foot, 210, high};
	places.closing = (struct rect){left, foot, inner - 250 - 210 - 2 * gap, high};
	return places;
}

/* The first line says what is wrong, so that a visitor can tell staff. */
static const char *fault_key(const struct lobby *lobby, enum result reason)
{
	if (!lobby->prints) {
		return "kiosk.fault.none";
	}
	switch (reason) {
	case RESULT_PAPER_OUT: return "kiosk.fault.paper";
	case RESULT_COVER_OPEN: return "kiosk.fault.cover";
	case RESULT_DEVICE_MISSING:
	case RESULT_DEVICE_OFFLINE: return "kiosk.fault.missing";
	default: return "kiosk.fault.other";
	}
}

static const char *what_next_key(
	const struct lobby *lobby, const struct visit *visit, enum result reason)
{
	if (!lobby->prints) {
		return "kiosk.fault.none_hint";
	}
	if (visit->print == PRINT_FAILED) {
		return "kiosk.fault.half";
	}
	return reason == RESULT_PAPER_OUT ? "kiosk.fault.staff_paper" : "kiosk.fault.staff";
}

static void draw_banner(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect rect)
{
	enum { NARROW = 600, HIGH = 200 };
	char first[OFFICE_TEXT_SIZE];
	enum result reason =
		visit->print_reason != RESULT_OK ? visit->print_reason : lobby->printer;
	language_with(ui->language, "kiosk.fault.valid", first, sizeof(first),
		ui_say(ui, fault_key(lobby, reason)));
	const char *next = ui_say(ui, what_next_key(lobby, visit, reason));
	if (rect.w >= NARROW && rect.h < HIGH) {
		ui_banner(ui, rect, UI_TONE_SOON, "printer-alert", first, next);
		return;
	}
	/* Two lines each. */
	struct rect words = {rect.x + 104, rect.y + 8, rect.w - 120, (rect.h - 16) / 2};
	ui_banner(ui, rect, UI_TONE_SOON, "printer-alert", "", NULL);
	chrome_words(ui, words, UI_LABEL, UI_LEFT, THEME_SOON_INK, first, first);
	words.y += words.h;
	chrome_words(ui, words, UI_CARD_TEXT, UI_LEFT, THEME_SOON_INK, next, next);
}

/* For what the number is, and the appointment that it was given for. */
static void draw_service(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, struct rect words)
{
	const struct office_service *service = journey_service(journey, lobby);
	char text[SAY_APPOINTMENT_SIZE];
	say_appointment(ui->language, lobby->office, &journey->visit.ticket, text);
	if (text[0] != '\0') {
		words.h /= 2;
		chrome_words(ui, (struct rect){words.x, words.y + words.h, words.w, words.h},
			UI_BODY, UI_CENTER, THEME_INK, text, text);
	}
	chrome_words(ui, words, UI_LEAD_SEMIBOLD, UI_CENTER, THEME_INK2,
		service->name[journey->language], service->short_name[journey->language]);
}

static void draw_number(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, struct rect card)
{
	enum { LOW = 130, MORE = 32 };
	const bool small = card.h < 640, appointed = journey->visit.ticket.appointed_ms != 0;
	const int title = small ? 44 : 80, top = small ? 12 : 49;
	const int words = !small ? 104 : appointed ? 68 + MORE : 68;
	struct ui_style style = {DRAW_DISPLAY_BOLD, small ? 220 : 440, 480};
	const char *number = journey->visit.ticket.number, *note = ui_say(ui, "kiosk.fault.note");
	int width = ui_text_width(ui, style, number), room = card.w - (small ? 48 : 96);
	if (width > room) {
		style.size = style.size * room / width;
	}
	int bottom = card.y + card.h - (small ? 8 : 10) - words;
	int high = bottom - card.y - top - title;
	const int air = high < LOW ? 14 : 0; /* under the title */
	high -= air;
	if (ui_sized(ui, style).size * 3 / 4 > high) {
		style.size = style.size * high / (ui_sized(ui, style).size * 3 / 4);
	}
	ui_card(ui, card);
	chrome_words(ui, (struct rect){card.x + 16, card.y + top, card.w - 32, title}, UI_HEADLINE,
		UI_CENTER, THEME_INK, note, note);
	int middle = small ? card.y + top + title + air + high / 2 : card.y + 342;
	ui_text(ui, (struct rect){card.x, middle - 240, card.w, 480}, style, UI_CENTER,
		THEME_ACTION, number);
	draw_service(ui, lobby, journey,
		(struct rect){
			card.x + (small ? 16 : 48), bottom, card.w - (small ? 32 : 96), words});
}

/* What is asked first, and its answer as large as fits. */
static void draw_fact(struct ui *ui, struct rect box, const char *label, const char *fact)
{
	const bool low = box.h < 120;
	const int line = ui_line(ui, UI_BODY), most = box.h * 2 / 5;
	const int top = line < most ? line : most;
	chrome_words(ui, (struct rect){box.x, box.y, box.w, top}, UI_BODY, UI_LEFT, THEME_INK2,
		label, label);
	chrome_words(ui, (struct rect){box.x, box.y + top, box.w, box.h - top},
		low ? UI_LEAD_SEMIBOLD : UI_HEADLINE, UI_LEFT, THEME_INK, fact, fact);
}

/* People ahead, and beside them or, in a high card, under them when to be here. */
static void draw_ahead(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect card)
{
	enum { HIGH = 200, LOW = 150 };
	const bool beside = card.h < HIGH;
	const int pad = card.h < LOW ? 16 : beside ? 24 : 32, gap = beside ? 24 : 12;
	struct rect box = {
		card.x + pad, card.y + pad * 3 / 4, card.w - 2 * pad, card.h - pad * 3 / 2};
	char people[SAY_SIZE], expected[SAY_SIZE];
	ui_card(ui, card);
	if (beside) {
		box.w = (box.w - gap) * 2 / 5; /* hours are longer */
	} else {
		box.h = (box.h - gap) / 2;
	}
	draw_fact(ui, box, ui_say(ui, "kiosk.ticket.ahead"),
		say_people(ui->language, visit->ahead, people));
	if (beside) {
		box.x += box.w + gap;
		box.w = card.x + card.w - pad - box.x;
	} else {
		box.y += box.h + gap;
	}
	draw_fact(ui, box, ui_say(ui, "kiosk.ticket.expected"),
		say_expected(ui->language, lobby->office, visit->ticket.issued_ms, visit->expected,
			expected));
}

static void draw_code(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, struct rect card)
{
	const char *scan = ui_say(ui, "kiosk.fault.scan");
	const bool beside = card.h < 300;
	char code[SLIP_CODE_SIZE];
	ui_card(ui, card);
	slip_code(lobby->office, ui->language, journey->language, &journey->visit.ticket, code);
	if (beside) {
		const int pad = card.h > 200 ? 28 : 12, side = card.h - 2 * pad;
		chrome_code(ui, card.x + pad, card.y + pad, side, code);
		chrome_words(ui,
			(struct rect){card.x + side + 2 * pad, card.y + 8, card.w - side - 3 * pad,
				card.h - 16},
			UI_NOTE_MEDIUM, UI_LEFT, THEME_INK, scan, scan);
		return;
	}
	const int side = ui->large ? 180 : 222, top = ui->large ? 16 : 36;
	const int line = ui->large ? 2 * ui_line(ui, UI_NOTE_MEDIUM) : 40;
	chrome_code(ui, card.x + (card.w - side) / 2, card.y + top, side, code);
	chrome_words(ui,
		(struct rect){card.x + 16, card.y + card.h - (ui->large ? 8 : 20) - line,
			card.w - 32, line},
		UI_NOTE_MEDIUM, UI_CENTER, THEME_INK, scan, scan);
}

struct action trouble_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_of(ui, journey);
	struct places places = places_of(&layout);
	if (ui->large && layout.shape == LAYOUT_WIDE) {
		places.banner = (struct rect){64, 120, 1792, 134};
		places.ahead.h = 296;
		places.code = (struct rect){1344, 584, 512, 328};
		places.more = (struct rect){976, 952, 364, 96};
		places.done = (struct rect){1364, 952, 492, 96};
	} else if (ui->large && layout.shape == LAYOUT_TALL) {
		places.banner = (struct rect){56, 168, 968, 256};
		places.number.y = 448;
		places.ahead.y = 1120;
		places.code = (struct rect){56, 1320, 968, 296};
	}
	const int size = ui->large ? 28 : 0;
	const bool narrow = layout.shape == LAYOUT_SMALL && layout.upright;
	chrome_header(ui, lobby, journey, 0);
	draw_banner(ui, lobby, &journey->visit, places.banner);
	draw_number(ui, lobby, journey, places.number);
	draw_ahead(ui, lobby, &journey->visit, places.ahead);
	draw_code(ui, lobby, journey, places.code);
	chrome_closing(ui, lobby, &journey->visit, places.closing);
	bool more = ui_button(ui, "ticket.more", places.more, ui_say(ui, "kiosk.fault.more"),
		(struct ui_button){.kind = UI_SECONDARY, .text_size = size});
	bool done = ui_button(ui, "ticket.done", places.done, ui_say(ui, "kiosk.fault.noted"),
		(struct ui_button){
			.kind = UI_PRIMARY, .icon = narrow ? NULL : "check", .text_size = size});
	return (struct action){.kind = done ? ACTION_DONE : more ? ACTION_MORE_TIME : ACTION_NONE};
}
