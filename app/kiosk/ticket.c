#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"
#include "app/kiosk/slip.h"

static const struct rect SLOT = {64, 144, 768, 24};
static const struct rect PAPER = {96, 156, 704, 736};

/* How far the ticket has come out of its slot, 0 to 1: ease-out cubic in 600 ms. */
static double out_share(struct ui *ui, const struct visit *visit)
{
	enum { SLIDE_MS = 600 };
	int64_t since_ms = ui->ticks_ms - visit->screen_ms;
	if (!ui->motion || since_ms >= SLIDE_MS) {
		return 1;
	}
	ui_wake_in(ui, 0);
	double left = 1 - (double)since_ms / SLIDE_MS;
	return 1 - left * left * left;
}

static void draw_notches(struct ui *ui, int y)
{
	const int radius = ui->theme->flat ? 0 : 20; /* high contrast keeps its border whole */
	ui_fill(ui, (struct rect){PAPER.x - radius, y - radius, 2 * radius, 2 * radius}, radius,
		THEME_PAGE);
	ui_fill(ui, (struct rect){PAPER.x + PAPER.w - radius, y - radius, 2 * radius, 2 * radius},
		radius, THEME_PAGE);
	for (int x = 144; x < 752; x += 28) {
		int width = x + 16 <= 752 ? 16 : 752 - x;
		ui_fill(ui, (struct rect){x, y - 2, width, 4}, 2, THEME_LINE);
	}
}

static void draw_stub(struct ui *ui, const struct lobby *lobby, const struct visit *visit)
{
	char hour[SAY_SIZE], date[SAY_SIZE];
	say_hour(lobby->office, visit->ticket.issued_ms, hour);
	say_date(ui->language, lobby->office, "date.plain", visit->ticket.issued_ms, date);
	ui_text(ui, (struct rect){152, 751, 300, 32}, UI_NOTE, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.ticket.taken"));
	ui_text(ui, (struct rect){152, 786, 300, 40}, UI_LABEL, UI_LEFT, THEME_INK, hour);
	ui_text(ui, (struct rect){444, 751, 300, 32}, UI_NOTE, UI_RIGHT, THEME_INK2,
		ui_say(ui, "kiosk.ticket.date"));
	ui_text(ui, (struct rect){344, 786, 400, 40}, UI_LABEL, UI_RIGHT, THEME_INK, date);
}

/* The largest size at which a number of any length fits, at most `size`. */
static void draw_number(struct ui *ui, struct rect rect, int size, const char *number)
{
	struct ui_style style = {DRAW_DISPLAY_BOLD, size, rect.h};
	int width = ui_text_width(ui, style, number);
	if (width > rect.w) {
		style.size = size * rect.w / width;
	}
	ui_text(ui, rect, style, UI_CENTER, THEME_INK, number);
}

static void draw_words(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct office_service *service = journey_service(journey, lobby);
	chrome_words(ui, (struct rect){PAPER.x + 32, 220, PAPER.w - 64, 40},
		(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_CENTER, THEME_INK, lobby->office->name,
		lobby->office->name);
	ui_text(ui, (struct rect){PAPER.x, 260, PAPER.w, 40}, UI_BODY, UI_CENTER, THEME_INK2,
		ui_say(ui, "kiosk.ticket.number"));
	chrome_words(ui, (struct rect){PAPER.x + 32, 570, PAPER.w - 64, 104}, UI_LEAD_SEMIBOLD,
		UI_CENTER, THEME_INK, service->name[journey->language],
		service->short_name[journey->language]);
	draw_notches(ui, 708);
	draw_stub(ui, lobby, &journey->visit);
}

/*
 * The paper's lower edge comes out of the slot and uncovers the words, which stand still; so does
 * the number, which can be read from the first frame.
 */
static void draw_paper(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	enum { INSIDE = 40 }; /* the upper corners are still in the slot */
	const struct visit *visit = &journey->visit;
	const struct rect screen = ui_screen(ui);
	const int out = (int)(out_share(ui, visit) * PAPER.h);
	struct rect paper = {PAPER.x, PAPER.y - INSIDE, PAPER.w, INSIDE + out};
	ui_clip(ui, (struct rect){screen.x, PAPER.y, screen.w, screen.y + screen.h - PAPER.y});
	ui_shadow(ui, paper, 32, DRAW_SHADOW_FLOAT);
	ui_fill(ui, paper, 32, THEME_CARD);
	if (ui->theme->flat) {
		ui_outline(ui, paper, 32, 4, THEME_INK);
	}
	ui_clip(ui, (struct rect){screen.x, PAPER.y, screen.w, out});
	draw_words(ui, lobby, journey);
	ui_unclip(ui);
	ui_fill(ui, SLOT, 12, THEME_INK);
	draw_number(
		ui, (struct rect){PAPER.x + 24, 300, PAPER.w - 48, 288}, 248, visit->ticket.number);
}

static void draw_print_chip(struct ui *ui, const struct visit *visit)
{
	const struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	bool done = visit->phase == PHASE_PRINTED;
	const char *key = !done                             ? "kiosk.ticket.printing"
			  : visit->print == PRINT_CONFIRMED ? "kiosk.ticket.printed"
							    : "kiosk.ticket.sent";
	int width = ui_text_width(ui, style, ui_say(ui, key));
	struct rect chip = {896, 152, 24 + 32 + 16 + width + 24, 56};
	enum theme_token ink = done ? THEME_OK_INK : THEME_ACTION;
	ui_fill(ui, chip, 28, done ? THEME_OK_TINT : THEME_TINT);
	if (ui->theme->flat) {
		ui_outline(ui, chip, 28, 4, THEME_INK);
	}
	ui_icon(ui, (struct rect){chip.x + 24, chip.y, 32, chip.h}, 32, ink,
		done ? "check-circle" : "printer");
	ui_text(ui, (struct rect){chip.x + 72, chip.y, width, chip.h}, style, UI_LEFT, ink,
		ui_say(ui, key));
}

static void draw_figure(struct ui *ui, struct rect card, const char *label, const char *figure)
{
	ui_card(ui, card);
	ui_text(ui, (struct rect){card.x + 32, card.y + 28, card.w - 64, 40}, UI_BODY, UI_LEFT,
		THEME_INK2, label);
	const struct rect box = {card.x + 32, card.y + 68, card.w - 64, 80};
	static const struct ui_style smaller = {DRAW_DISPLAY_BOLD, 60, 80};
	struct ui_style style = UI_HEADLINE;
	if (ui_text_width(ui, style, figure) > box.w) {
		style = ui_text_width(ui, smaller, figure) > box.w ? UI_LEAD_SEMIBOLD : smaller;
	}
	ui_text(ui, box, style, UI_LEFT, THEME_INK, figure);
}

static void draw_code(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	char code[SLIP_CODE_SIZE], minutes[16], promise[OFFICE_TEXT_SIZE];
	ui_card(ui, (struct rect){896, 552, 960, 340});
	slip_code(lobby->office, ui->language, journey->language, &visit->ticket, code);
	chrome_code(ui, 936, 592, 260, code);
	ui_text(ui, (struct rect){1244, 593, 580, 40}, UI_LABEL, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.ticket.keep"));
	ui_text(ui, (struct rect){1244, 640, 580, 40}, UI_BODY, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.ticket.scan"));
	if (visit->ticket.target_s == 0) {
		return;
	}
	text_format(minutes, sizeof(minutes), "%d", visit->ticket.target_s / 60);
	language_with(ui->language, "kiosk.ticket.promise", promise, sizeof(promise), minutes);
	ui_icon(ui, (struct rect){1244, 708, 40, 40}, 40, THEME_ACTION, "clock");
	ui_paragraph(ui, (struct rect){1308, 708, 508, 120}, UI_BODY, UI_LEFT, THEME_INK, promise);
}

struct action ticket_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	char text[SAY_SIZE];
	if (visit->phase == PHASE_TROUBLE) {
		return trouble_frame(ui, lobby, journey);
	}
	chrome_header(ui, lobby, journey, 0);
	draw_paper(ui, lobby, journey);
	draw_print_chip(ui, visit);
	ui_text(ui, (struct rect){896, 232, 960, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.ticket.take"));
	draw_figure(ui, (struct rect){896, 344, 416, 176}, ui_say(ui, "kiosk.ticket.ahead"),
		say_people(ui->language, visit->ahead, text));
	draw_figure(ui, (struct rect){1344, 344, 512, 176}, ui_say(ui, "kiosk.ticket.expected"),
		say_expected(ui->language, lobby->office, visit->ticket.issued_ms, visit->expected,
			text));
	draw_code(ui, lobby, journey);
	chrome_closing(ui, lobby, visit, 768);
	bool done = ui_button(ui, "ticket.done", (struct rect){1484, CHROME_FOOT, 372, 96},
		ui_say(ui, "kiosk.done"), (struct ui_button){.kind = UI_PRIMARY, .icon = "check"});
	return (struct action){.kind = done ? ACTION_DONE : ACTION_NONE};
}
