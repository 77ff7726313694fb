#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"
#include "app/kiosk/slip.h"

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

static void draw_banner(struct ui *ui, const struct lobby *lobby, const struct visit *visit)
{
	char first[OFFICE_TEXT_SIZE];
	enum result reason =
		visit->print_reason != RESULT_OK ? visit->print_reason : lobby->printer;
	language_with(ui->language, "kiosk.fault.valid", first, sizeof(first),
		ui_say(ui, fault_key(lobby, reason)));
	ui_banner(ui, (struct rect){CHROME_LEFT, 128, CHROME_WIDTH, 112}, UI_TONE_SOON,
		"printer-alert", first, ui_say(ui, what_next_key(lobby, visit, reason)));
}

static void draw_number(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct rect card = {64, 264, 1248, 648};
	struct ui_style style = {DRAW_DISPLAY_BOLD, 440, 480};
	const char *number = journey->visit.ticket.number;
	int width = ui_text_width(ui, style, number);
	if (width > card.w - 96) {
		style.size = style.size * (card.w - 96) / width;
	}
	ui_card(ui, card);
	ui_text(ui, (struct rect){card.x, 313, card.w, 80}, UI_HEADLINE, UI_CENTER, THEME_INK,
		ui_say(ui, "kiosk.fault.note"));
	ui_text(ui, (struct rect){card.x, 366, card.w, 480}, style, UI_CENTER, THEME_ACTION,
		number);
	const struct office_service *service = journey_service(journey, lobby);
	chrome_words(ui, (struct rect){card.x + 48, 798, card.w - 96, 104}, UI_LEAD_SEMIBOLD,
		UI_CENTER, THEME_INK2, service->name[journey->language],
		service->short_name[journey->language]);
}

static void draw_side(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const int64_t issued_ms = visit->ticket.issued_ms;
	char people[SAY_SIZE], hours[SAY_SIZE], expected[2 * SAY_SIZE], code[SLIP_CODE_SIZE];
	ui_card(ui, (struct rect){1344, 264, 512, 256});
	ui_text(ui, (struct rect){1384, 288, 432, 40}, UI_BODY, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.ticket.ahead"));
	ui_text(ui, (struct rect){1384, 324, 432, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		say_people(ui->language, visit->ahead, people));
	bool known = say_call_of(lobby->office, issued_ms, visit->expected) == SAY_HOURS;
	say_expected(ui->language, lobby->office, issued_ms, visit->expected, hours);
	language_with(ui->language, known ? "kiosk.ticket.expected_at" : "kiosk.ticket.expected_is",
		expected, sizeof(expected), hours);
	ui_paragraph(ui, (struct rect){1384, 418, 440, 80}, UI_BODY, UI_LEFT, THEME_INK2, expected);
	ui_card(ui, (struct rect){1344, 552, 512, 360});
	slip_code(lobby->office, ui->language, journey->language, &visit->ticket, code);
	chrome_code(ui, 1489, 588, 222, code);
	ui_text(ui, (struct rect){1360, 852, 480, 40}, UI_NOTE_MEDIUM, UI_CENTER, THEME_INK,
		ui_say(ui, "kiosk.fault.scan"));
}

struct action trouble_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	chrome_header(ui, lobby, journey, 0);
	draw_banner(ui, lobby, &journey->visit);
	draw_number(ui, lobby, journey);
	draw_side(ui, lobby, journey);
	chrome_closing(ui, lobby, &journey->visit, 720);
	bool more = ui_button(ui, "ticket.more", (struct rect){1124, CHROME_FOOT, 307, 96},
		ui_say(ui, "kiosk.fault.more"), (struct ui_button){.kind = UI_SECONDARY});
	bool done = ui_button(ui, "ticket.done", (struct rect){1455, CHROME_FOOT, 401, 96},
		ui_say(ui, "kiosk.fault.noted"),
		(struct ui_button){.kind = UI_PRIMARY, .icon = "check"});
	return (struct action){.kind = done ? ACTION_DONE : more ? ACTION_MORE_TIME : ACTION_NONE};
}
