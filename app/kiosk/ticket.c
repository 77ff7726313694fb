#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"
#include "app/slip/slip.h"

/* Where the parts of the screen stand: the paper that comes out of its slot, and what is said. */
struct places {
	struct rect slot, paper;
	struct rect take, wait, ahead, expected, code, closing, done, sign;
	int chip_x, chip_y;
};

/* `first`: the guest book comes behind the number, and has a button. */
static struct places places_of(const struct layout *layout, bool first)
{
	if (layout->shape == LAYOUT_WIDE) {
		return (struct places){{64, 144, 768, 24}, {96, 156, 704, 736}, {896, 208, 960, 80},
			{896, 288, 960, 52}, {896, 364, 416, 168}, {1344, 364, 512, 168},
			{896, 556, 960, 336}, {64, 952, 768, 96}, {1484, 952, 372, 96},
			{1036, 952, 424, 96}, 896, 144};
	}
	if (layout->shape == LAYOUT_TALL) {
		return (struct places){{156, 176, 768, 24}, {188, 188, 704, 736},
			{56, 1004, 968, 80}, {56, 1084, 968, 52}, {56, 1156, 468, 168},
			{556, 1156, 468, 168}, {56, 1348, 968, first ? 312 : 336},
			{56, 1784, 468, 96}, {556, 1784, 468, 96}, {56, 1676, 968, 92}, 56, 940};
	}
	/* A small screen shows the number alone in the paper's place. */
	const int gap = layout->gap, high = layout->forward.h;
	const bool tall = layout->upright;
	const int x = tall ? layout->left : layout->width / 2, w = layout->width - layout->left - x;
	const int foot = tall && !first ? layout->access.y : layout->forward.y;
	const int code = first ? 150 : 232; /* at the foot where the parts stand under each other */
	const int half = (w - gap) / 2, top = tall ? foot - gap - 232 - code : 16;
	const int paper = (tall ? top : foot) - gap - 16;
	struct places places = {
		.paper = {layout->left, 16, tall ? w : x - gap - layout->left, paper}};
	places.chip_x = x;
	places.chip_y = top;
	places.take = (struct rect){x, top + 54, w, 48}; /* the paper has the line to wait */
	places.ahead = (struct rect){x, top + 110, half, 110};
	places.expected = (struct rect){x + half + gap, top + 110, half, 110};
	places.code = (struct rect){x, top + 232, w, foot - gap - top - 232};
	const int done = tall ? half : 230;
	places.done = (struct rect){layout->left + layout->inner - done, foot, done, high};
	places.sign = (struct rect){places.done.x - gap - 250, foot, 250, high};
	const int end = first ? places.sign.x : places.done.x;
	places.closing = (struct rect){layout->left, foot, end - gap - layout->left, high};
	if (tall && first) {
		const struct layout_ending ending = layout_ending(layout, 0, 0);
		places.sign = ending.first;
		places.done = ending.last;
		places.closing = ending.closing;
	}
	return places;
}

/* A second line, of an appointment: the parts below give way, or, where they cannot, it takes what
 * lies between them. */
static void make_room(struct places *places, const struct layout *layout, bool crowded)
{
	enum { LINE = 28, BETWEEN = 8 };
	if (layout->shape == LAYOUT_TALL && crowded) {
		places->wait.y -= BETWEEN;
		places->wait.h += 2 * BETWEEN;
		return;
	}
	places->wait.h += LINE;
	places->ahead.y += LINE;
	places->expected.y += LINE;
	places->code.y += LINE;
	places->code.h -= layout->shape == LAYOUT_WIDE ? LINE : 0;
}

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

static void draw_notches(struct ui *ui, struct rect paper, int y)
{
	const int end = paper.x + 656;
	const int radius = ui->theme->flat ? 0 : 20; /* high contrast keeps its border whole */
	ui_fill(ui, (struct rect){paper.x - radius, y - radius, 2 * radius, 2 * radius}, radius,
		THEME_PAGE);
	ui_fill(ui, (struct rect){paper.x + paper.w - radius, y - radius, 2 * radius, 2 * radius},
		radius, THEME_PAGE);
	for (int x = paper.x + 48; x < end; x += 28) {
		int width = x + 16 <= end ? 16 : end - x;
		ui_fill(ui, (struct rect){x, y - 2, width, 4}, 2, THEME_LINE);
	}
}

static void draw_stub(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect paper)
{
	const int x = paper.x + 56, y = paper.y + (ui->large ? 584 : 595);
	char hour[SAY_SIZE], date[SAY_SIZE];
	say_hour(lobby->office, visit->ticket.issued_ms, hour);
	say_date(ui->language, lobby->office, "date.plain", visit->ticket.issued_ms, date);
	const int note = ui_line(ui, UI_NOTE), line = ui_line(ui, UI_LABEL);
	ui_text(ui, (struct rect){x, y, 300, note}, UI_NOTE, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.ticket.taken"));
	ui_text(ui, (struct rect){x, y + note + 3, 150, line}, UI_LABEL, UI_LEFT, THEME_INK, hour);
	ui_text(ui, (struct rect){x + 292, y, 300, note}, UI_NOTE, UI_RIGHT, THEME_INK2,
		ui_say(ui, "kiosk.ticket.date"));
	ui_text(ui, (struct rect){x + 152, y + note + 3, 440, line}, UI_LABEL, UI_RIGHT, THEME_INK,
		date);
}

/*
 * To wait for the call; and who has an appointment reads what became of it, in large letters in
 * place of that (look.md §2).
 */
static void draw_wait(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect line)
{
	const char *wait = ui_say(ui, "kiosk.ticket.wait");
	char text[SAY_APPOINTMENT_SIZE];
	say_appointment(ui->language, lobby->office, &visit->ticket, text);
	if (text[0] == '\0') {
		chrome_words(ui, line, UI_LEAD, UI_LEFT, THEME_INK2, wait, wait);
		return;
	}
	if (!ui->large) {
		line.h /= 2;
		chrome_words(ui, line, UI_BODY, UI_LEFT, THEME_INK2, wait, wait);
		line.y += line.h;
	}
	chrome_words(ui, line, UI_BODY, UI_LEFT, THEME_INK, text, text);
}

/* The largest size at which a number of any length fits, at most `size`. */
static void draw_number(struct ui *ui, struct rect rect, int size, const char *number)
{
	struct ui_style style = {DRAW_DISPLAY_BOLD, size, rect.h};
	int width = ui_text_width(ui, style, number);
	if (width > rect.w) {
		style.size = size * rect.w / width;
	}
	const int capital = ui_sized(ui, style).size * 3 / 4;
	if (capital > rect.h) {
		style.size = style.size * rect.h / capital;
	}
	ui_text(ui, rect, style, UI_CENTER, THEME_INK, number);
}

/* Who has priority reads that it was given. */
static const char *say_number(struct ui *ui, const struct visit *visit)
{
	return ui_say(ui, visit->ticket.priority != TICKET_ORDINARY ? "kiosk.ticket.number_first"
								    : "kiosk.ticket.number");
}

static void draw_heading(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect paper)
{
	const int top = ui->large ? 80 : 104, line = ui_line(ui, UI_BODY);
	if (!ui->large) { /* it stands in the header, too */
		chrome_words(ui, (struct rect){paper.x + 32, paper.y + 64, paper.w - 64, 40},
			(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_CENTER, THEME_INK,
			lobby->office->name, lobby->office->name);
	}
	ui_text(ui, (struct rect){paper.x, paper.y + top, paper.w, line}, UI_BODY, UI_CENTER,
		THEME_INK2, say_number(ui, visit));
}

static void draw_words(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, struct rect paper)
{
	const struct office_service *service = journey_service(journey, lobby);
	chrome_words(ui, (struct rect){paper.x + 32, paper.y + 414, paper.w - 64, 104},
		UI_LEAD_SEMIBOLD, UI_CENTER, THEME_INK, service->name[journey->language],
		service->short_name[journey->language]);
	draw_notches(ui, paper, paper.y + 552);
	draw_stub(ui, lobby, &journey->visit, paper);
}

/*
 * The paper's lower edge comes out of the slot and uncovers the words, which stand still; so does
 * the number, which can be read from the first frame. Read aloud, it comes right after its name.
 */
static void draw_paper(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	const struct places *places)
{
	enum { INSIDE = 40 }; /* the upper corners are still in the slot */
	const struct visit *visit = &journey->visit;
	const struct rect screen = ui_screen(ui), whole = places->paper;
	const int out = (int)(out_share(ui, visit) * whole.h);
	struct rect paper = {whole.x, whole.y - INSIDE, whole.w, INSIDE + out};
	ui_clip(ui, (struct rect){screen.x, whole.y, screen.w, screen.y + screen.h - whole.y});
	ui_shadow(ui, paper, 32, DRAW_SHADOW_FLOAT);
	ui_fill(ui, paper, 32, THEME_CARD);
	if (ui->theme->flat) {
		ui_outline(ui, paper, 32, 4, THEME_INK);
	}
	const struct rect shown = {screen.x, whole.y, screen.w, out};
	ui_clip(ui, shown);
	draw_heading(ui, lobby, visit, whole);
	ui_unclip(ui);
	draw_number(ui, (struct rect){whole.x + 24, whole.y + 144, whole.w - 48, 288}, 248,
		visit->ticket.number);
	ui_clip(ui, shown);
	draw_words(ui, lobby, journey, whole);
	ui_unclip(ui);
	ui_fill(ui, places->slot, 12, THEME_INK);
}

static void draw_small_paper(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, struct rect card)
{
	const struct office_service *service = journey_service(journey, lobby);
	const char *wait = ui_say(ui, "kiosk.ticket.wait");
	char text[SAY_APPOINTMENT_SIZE];
	const bool appointed = say_appointment(ui->language, lobby->office, &journey->visit.ticket,
				       text)[0] != '\0';
	const int words = 72, line = ui_line(ui, UI_BODY), last = appointed ? 2 * line : line;
	const int foot = card.y + card.h - 12 - last;
	ui_card(ui, card);
	ui_text(ui, (struct rect){card.x, card.y + 16, card.w, line}, UI_BODY, UI_CENTER,
		THEME_INK2, say_number(ui, &journey->visit));
	draw_number(ui,
		(struct rect){card.x + 24, card.y + 28 + line, card.w - 48,
			foot - words - card.y - 36 - line},
		200, journey->visit.ticket.number);
	chrome_words(ui, (struct rect){card.x + 16, foot - words, card.w - 32, words},
		UI_LEAD_SEMIBOLD, UI_CENTER, THEME_INK, service->name[journey->language],
		service->short_name[journey->language]);
	chrome_words(ui, (struct rect){card.x + 16, foot, card.w - 32, last}, UI_BODY, UI_CENTER,
		THEME_INK2, appointed ? text : wait, appointed ? text : wait);
}

static void draw_print_chip(
	struct ui *ui, const struct visit *visit, const struct places *places, int room)
{
	struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	bool done = visit->phase == PHASE_PRINTED;
	const char *key = !done                             ? "kiosk.ticket.printing"
			  : visit->print == PRINT_CONFIRMED ? "kiosk.ticket.printed"
							    : "kiosk.ticket.sent";
	const char *text = ui_say(ui, key);
	while (style.size > 16 && ui_text_width(ui, style, text) > room - 96) {
		style.size -= 2;
	}
	int width = ui_text_width(ui, style, text);
	struct rect chip = {places->chip_x, places->chip_y, 24 + 32 + 16 + width + 24,
		ui_line(ui, (struct ui_style){DRAW_SEMIBOLD, 28, 40}) + 16};
	enum theme_token ink = done ? THEME_OK_INK : THEME_ACTION;
	ui_fill(ui, chip, chip.h / 2, done ? THEME_OK_TINT : THEME_TINT);
	if (ui->theme->flat) {
		ui_outline(ui, chip, chip.h / 2, 4, THEME_INK);
	}
	ui_icon(ui, (struct rect){chip.x + 24, chip.y, 32, chip.h}, 32, ink,
		done ? "check-circle" : "printer");
	ui_text(ui, (struct rect){chip.x + 72, chip.y, width, chip.h}, style, UI_LEFT, ink, text);
}

static void draw_figure(struct ui *ui, struct rect card, const char *label, const char *figure)
{
	const bool low = card.h < 150;
	const int pad = low ? 16 : 32, top = low ? 12 : 28;
	ui_card(ui, card);
	chrome_words(ui, (struct rect){card.x + pad, card.y + top - 2, card.w - 2 * pad, 44},
		UI_BODY, UI_LEFT, THEME_INK2, label, label);
	const struct rect box = {
		card.x + pad, card.y + top + 40, card.w - 2 * pad, low ? card.h - top - 62 : 80};
	static const struct ui_style smaller = {DRAW_DISPLAY_BOLD, 60, 80};
	struct ui_style style = UI_HEADLINE;
	if (ui_text_width(ui, style, figure) > box.w) {
		style = ui_text_width(ui, smaller, figure) > box.w ? UI_LEAD_SEMIBOLD : smaller;
	}
	if (ui_text_width(ui, style, figure) > box.w || low) {
		chrome_words(ui, box, low ? UI_TITLE : style, UI_LEFT, THEME_INK, figure, figure);
		return;
	}
	ui_text(ui, box, style, UI_LEFT, THEME_INK, figure);
}

/* How long it takes at most, beside a clock. */
static void draw_promise(struct ui *ui, const char *promise, struct rect box)
{
	const int line = ui_line(ui, UI_BODY);
	ui_icon(ui, (struct rect){box.x, box.y, 40, line}, 40, THEME_ACTION, "clock");
	chrome_words(ui, (struct rect){box.x + 64, box.y, box.w - 64, box.h}, UI_BODY, UI_LEFT,
		THEME_INK, promise, promise);
}

/* The code, what it is for and how, and the promise. Where large letters have no room for all of
 * them the second line gives way (look.md §2). */
static void draw_code(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, struct rect card)
{
	const struct visit *visit = &journey->visit;
	const bool low = card.h < 300;
	const bool promised = visit->ticket.target_s > 0 && !low;
	const int pad = low ? 20 : 40, side = card.h - 2 * pad < 260 ? card.h - 2 * pad : 260;
	const int x = card.x + pad + side + (low ? 20 : 48), width = card.x + card.w - 32 - x;
	const char *keep = ui_say(ui, "kiosk.ticket.keep"), *scan = ui_say(ui, "kiosk.ticket.scan");
	char code[SLIP_CODE_SIZE], minutes[16], promise[OFFICE_TEXT_SIZE];
	text_format(minutes, sizeof(minutes), "%d", visit->ticket.target_s / 60);
	language_with(ui->language, "kiosk.ticket.promise", promise, sizeof(promise), minutes);
	const bool brief = promised && ui->large;
	ui_card(ui, card);
	slip_code(lobby->office, ui->language, journey->language, &visit->ticket, code);
	chrome_code(ui, card.x + pad, card.y + pad, side, code);
	int y = card.y + (low || brief ? 16 : 41), line = ui_line(ui, UI_LABEL);
	if (brief) { /* under the promise, of which it would else be the heading */
		const int whole = ui_paragraph_height(ui, width - 64, UI_BODY, promise);
		const int room = card.h - 40 - line;
		draw_promise(ui, promise, (struct rect){x, y, width, whole < room ? whole : room});
		y = card.y + card.h - 16 - line;
	}
	chrome_words(ui, (struct rect){x, y, width, low ? 2 * line : line}, UI_LABEL, UI_LEFT,
		THEME_INK, keep, keep);
	y += low ? 2 * line + 4 : line + 7;
	int most = low ? card.y + card.h - 12 - y : 2 * ui_line(ui, UI_BODY);
	if (!brief) {
		int height = ui_paragraph_height(ui, width, UI_BODY, scan);
		height = height < most ? height : most;
		chrome_words(ui, (struct rect){x, y, width, height}, UI_BODY, UI_LEFT, THEME_INK2,
			scan, scan);
		y += height + 28;
	}
	if (promised && !brief) {
		int height = ui_paragraph_height(ui, width - 64, UI_BODY, promise);
		most = card.y + card.h - 16 - y;
		draw_promise(
			ui, promise, (struct rect){x, y, width, height < most ? height : most});
	}
}

struct action ticket_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct layout layout = layout_of(ui, journey);
	struct places places = places_of(&layout, lobby->office->ticket_first);
	char text[SAY_SIZE];
	if (visit->ticket.appointed_ms != 0 && places.slot.h > 0) {
		make_room(&places, &layout, ui->large || lobby->office->ticket_first);
	}
	if (visit->phase == PHASE_TROUBLE) {
		return trouble_frame(ui, lobby, journey);
	}
	if (ui->large && layout.shape == LAYOUT_TALL && !lobby->office->ticket_first) {
		places.closing = places.sign; /* it has the line for itself */
	}
	chrome_header(ui, lobby, journey, 0);
	if (places.slot.h > 0) {
		draw_paper(ui, lobby, journey, &places);
	} else {
		draw_small_paper(ui, lobby, journey, places.paper);
	}
	draw_print_chip(ui, visit, &places, places.take.w);
	chrome_words(ui, places.take, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.ticket.take"), ui_say(ui, "kiosk.ticket.take"));
	if (places.wait.h > 0) {
		draw_wait(ui, lobby, visit, places.wait);
	}
	draw_figure(ui, places.ahead, ui_say(ui, "kiosk.ticket.ahead"),
		say_people(ui->language, visit->ahead, text));
	draw_figure(ui, places.expected, ui_say(ui, "kiosk.ticket.expected"),
		say_expected(ui->language, lobby->office, visit->ticket.issued_ms, visit->expected,
			text));
	draw_code(ui, lobby, journey, places.code);
	chrome_closing_touch(ui, lobby, visit, places.closing);
	bool done = ui_button(ui, "ticket.done", places.done, ui_say(ui, "kiosk.done"),
		(struct ui_button){
			.kind = UI_PRIMARY, .icon = "check", .text_size = ui->large ? 28 : 0});
	bool sign = lobby->office->ticket_first &&
		    ui_button(ui, "ticket.sign", places.sign, ui_say(ui, "kiosk.ticket.sign"),
			    (struct ui_button){.kind = UI_SECONDARY,
				    .icon = "pencil",
				    .text_size = ui->large ? 28 : 0});
	bool more = chrome_wants_time(ui, visit);
	return (struct action){.kind = sign   ? ACTION_SIGN
				       : done ? ACTION_DONE
				       : more ? ACTION_MORE_TIME
					      : ACTION_NONE};
}
