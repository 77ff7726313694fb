#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/paper/qr.h"

#include <string.h>

enum { CARD_RADIUS = 32, INDENT = 64, HOURS_MOST = 3, QR_PLATE = 324 };

static bool same_hours(const struct office_day *a, const struct office_day *b)
{
	return a->open.from_min == b->open.from_min && a->open.to_min == b->open.to_min;
}

static bool is_open(const struct office_day *day)
{
	return day->open.from_min < day->open.to_min;
}

static const char *day_name(const struct ui *ui, int day)
{
	char key[24];
	text_format(key, sizeof key, "date.day.%d", day + 1);
	return ui_say(ui, key);
}

/* A stretch of days with the same hours. */
struct stretch {
	char days[64], hours[32];
};

static int find_stretches(const struct ui *ui, const struct office_day *week,
	struct stretch out_stretches[HOURS_MOST])
{
	int count = 0;
	for (int first = 0, last = 0; first < 7 && count < HOURS_MOST; first = last + 1) {
		const struct office_day *day = &week[first];
		struct stretch *stretch = &out_stretches[count];
		last = first;
		if (!is_open(day)) {
			continue;
		}
		while (last < 6 && same_hours(day, &week[last + 1])) {
			last++;
		}
		text_copy(stretch->days, sizeof stretch->days, day_name(ui, first));
		if (last > first) {
			language_with(ui->language, "display.days", stretch->days,
				sizeof stretch->days, day_name(ui, first), day_name(ui, last));
		}
		text_format(stretch->hours, sizeof stretch->hours, "%02d.%02d–%02d.%02d",
			day->open.from_min / 60, day->open.from_min % 60, day->open.to_min / 60,
			day->open.to_min % 60);
		count++;
	}
	return count;
}

/* "Senin–Kamis" and "08.00–15.30", a line for each stretch. */
static void hours_frame(struct ui *ui, const struct office_day *week, int x, int y)
{
	enum { LINE = 52, COLUMN = 288, BETWEEN = 40 };
	struct stretch stretches[HOURS_MOST];
	int count = find_stretches(ui, week, stretches), column = COLUMN;
	for (int i = 0; i < count; i++) {
		int width = ui_text_width(ui, DISPLAY_TEXT, stretches[i].days) + BETWEEN;
		column = width > column ? width : column;
	}
	for (int i = 0; i < count; i++, y += LINE) {
		ui_text(ui, (struct rect){x, y, column, LINE}, DISPLAY_TEXT, UI_LEFT,
			THEME_ON_NIGHT, stretches[i].days);
		ui_text(ui, (struct rect){x + column, y, 400, LINE}, DISPLAY_TEXT, UI_LEFT,
			THEME_WHITE, stretches[i].hours);
	}
}

static void again_frame(
	struct ui *ui, const struct display_model *model, int64_t open, struct rect line)
{
	static const struct ui_style light = {DRAW_REGULAR, 48, 64};
	struct ui_style strong = {DRAW_SEMIBOLD, 48, 64};
	char date[96], clock[16], when[128];
	if (open == TICKET_NEVER) {
		return;
	}
	say_date(ui, "date.full", model->office, open, date, sizeof date);
	say_clock(model->office, open, clock, sizeof clock);
	language_with(ui->language, "display.open_at", when, sizeof when, date, clock);
	while (strong.size > 40 && ui_text_width(ui, strong, when) > line.w) {
		strong.size -= 2;
	}
	ui_text(ui, line, light, UI_LEFT, THEME_ON_NIGHT, ui_say(ui, "display.open_again"));
	line.y += line.h;
	ui_text(ui, line, strong, UI_LEFT, THEME_WHITE, when);
}

static void qr_frame(struct ui *ui, struct rect plate, const char *address)
{
	char link[OFFICE_NAME_SIZE + 16];
	struct qr qr;
	text_format(link, sizeof link, strstr(address, "://") ? "%s" : "https://%s", address);
	if (!qr_encode(link, &qr)) {
		return;
	}
	/* Four light modules all round (ISO/IEC 18004) lie on the plate. */
	int quiet = plate.w * 4 / (qr.side + 8);
	struct rect code = {
		plate.x + quiet, plate.y + quiet, plate.w - 2 * quiet, plate.h - 2 * quiet};
	ui_fill(ui, plate, 24, THEME_WHITE);
	ui_modules(ui, code, qr.side, qr.modules, THEME_NIGHT);
}

/* How large the way online is: both texts and the plate of its code. */
struct online {
	struct ui_style address, chat;
	int plate;
};

static struct online online_sized(int size, int plate)
{
	int chat = size < DISPLAY_TEXT.size ? size : DISPLAY_TEXT.size;
	return (struct online){{DRAW_DISPLAY_SEMIBOLD, size, size * 5 / 4},
		{DRAW_REGULAR, chat, chat * 13 / 10}, plate};
}

static int online_height(
	const struct ui *ui, const struct office *office, const struct online *online, int width)
{
	return online->plate + ui_paragraph_height(ui, width, online->address, office->online) +
	       ui_paragraph_height(ui, width, online->chat, office->chat);
}

/* An address stays in one line as long as its letters are read from afar. Then it is broken, and
 * the code and the letters become smaller by turns. */
static struct online online_fitting(
	const struct ui *ui, const struct office *office, struct rect room)
{
	static const struct {
		int size, plate;
	} steps[] = {{40, 280}, {40, 240}, {36, 240}, {32, 240}, {28, 200}, {24, 200}, {20, 160}};
	int size = 48;
	struct online online = online_sized(size, office->online[0] ? QR_PLATE : 0);
	while (size > 40 && ui_text_width(ui, online.address, office->online) > room.w) {
		size -= 2;
		online = online_sized(size, online.plate);
	}
	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		if (online_height(ui, office, &online, room.w) <= room.h) {
			break;
		}
		online = online_sized(steps[i].size, office->online[0] ? steps[i].plate : 0);
	}
	return online;
}

/* Where services go on while the desk is closed: addresses are the office's. */
static void online_frame(struct ui *ui, const struct office *office, struct rect card)
{
	enum { BETWEEN = 32, PAD = 48, FOOT = 12 };
	struct rect words = {card.x + PAD, card.y + PAD, card.w - 2 * PAD, 0};
	int bottom = card.y + card.h - FOOT;
	ui_fill(ui, card, CARD_RADIUS, THEME_NIGHT_2);
	if (office->online[0]) {
		/* In two lines where it stands beside the hours, as the card is high and narrow. */
		struct rect title = {words.x, words.y, card.w > 800 ? words.w : 440, 128};
		words.y += ui_paragraph(ui, title, UI_TITLE, UI_LEFT, THEME_WHITE,
				   ui_say(ui, "display.online")) +
			   BETWEEN;
		bottom -= BETWEEN;
	}
	words.h = bottom - words.y;
	struct online online = online_fitting(ui, office, words);
	if (office->online[0]) {
		qr_frame(ui, (struct rect){words.x, words.y, online.plate, online.plate},
			office->online);
		words.y += online.plate + BETWEEN;
	}
	words.y += ui_paragraph(ui, words, online.address, UI_LEFT, THEME_WHITE, office->online);
	ui_paragraph(ui, words, online.chat, UI_LEFT, THEME_ON_NIGHT, office->chat);
}

void closed_hours(const struct display_model *model, struct calendar_hours *out_hours)
{
	*out_hours = model->view->hours;
	if (model->view->day_closed) {
		int tomorrow = calendar_day_number(model->office, model->now_ms) + 1;
		calendar_hours(
			model->office, calendar_day_start(model->office, tomorrow), out_hours);
	}
}

/* What stands beside the reason of a closed day; a long one takes the place of the icon, and then
 * of the week's hours, before its letters go below the smallest that is read from afar. */
enum beside { BESIDE_ALL, BESIDE_HOURS, BESIDE_NOTHING };

static struct rect reason_place(struct rect card, enum beside beside)
{
	enum { TOP = 184, ICON = 136, HOURS = 428, OPENING = 176 };
	int y = card.y + TOP + (beside == BESIDE_ALL ? ICON : 0);
	int bottom = beside == BESIDE_NOTHING ? card.y + card.h - OPENING : card.y + HOURS;
	return (struct rect){card.x + INDENT, y, card.w - 2 * INDENT, bottom - y};
}

static struct ui_style reason_style(
	const struct ui *ui, struct rect box, const char *reason, int smallest, bool *out_fits)
{
	struct ui_style style = {DRAW_SEMIBOLD, 44, 56};
	int height = ui_paragraph_height(ui, box.w, style, reason);
	while (height > box.h && style.size > smallest) {
		style.size -= 4;
		style.line = style.size * 5 / 4;
		height = ui_paragraph_height(ui, box.w, style, reason);
	}
	*out_fits = height <= box.h;
	return style;
}

static enum beside reason_beside(const struct ui *ui, struct rect card, const char *reason)
{
	bool fits = false;
	enum beside beside = BESIDE_ALL;
	reason_style(ui, reason_place(card, beside), reason, DISPLAY_TEXT.size, &fits);
	while (!fits && beside < BESIDE_NOTHING) {
		beside++;
		reason_style(ui, reason_place(card, beside), reason, DISPLAY_TEXT.size, &fits);
	}
	return beside;
}

static void reason_frame(struct ui *ui, struct rect box, const char *reason)
{
	enum { SMALLEST = 24 };
	bool fits;
	struct ui_style style = reason_style(ui, box, reason, SMALLEST, &fits);
	box.y += (box.h - ui_paragraph_height(ui, box.w, style, reason)) / 2;
	ui_paragraph(ui, box, style, UI_LEFT, THEME_WHITE, reason);
}

static void title_frame(struct ui *ui, struct rect box, struct ui_style style)
{
	const char *words = ui_say(ui, "display.closed");
	while (style.size > 80 && ui_text_width(ui, style, words) > box.w) {
		style.size -= 4;
	}
	ui_text(ui, box, style, UI_LEFT, THEME_WHITE, words);
}

void closed_frame(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	static const struct ui_style title = {DRAW_DISPLAY_BOLD, 120, 144};
	const struct office *office = model->office;
	bool online = office->online[0] || office->chat[0];
	struct rect card = layout->card;
	if (!online) {
		card.w = layout->right - card.x;
	}
	int x = card.x + INDENT, width = card.w - 2 * INDENT;
	char reason[OFFICE_TEXT_SIZE + 64];
	struct calendar_hours hours;
	closed_hours(model, &hours);
	bool reasoned = say_closing(ui, model, reason, sizeof reason);
	enum beside beside = reasoned ? reason_beside(ui, card, reason) : BESIDE_ALL;
	int y = card.y + (reasoned ? 32 : 64);
	ui_fill(ui, card, CARD_RADIUS, THEME_NIGHT_2);
	if (beside == BESIDE_ALL) {
		ui_fill(ui, (struct rect){x, y, 120, 120}, 28, THEME_NIGHT_3);
		ui_icon(ui, (struct rect){x, y, 120, 120}, 72, THEME_SKY, "weather-night");
		y += reasoned ? 136 : 160;
	}
	title_frame(ui, (struct rect){x, y, width + INDENT, 144}, title);
	if (reasoned) {
		reason_frame(ui, reason_place(card, beside), reason);
	}
	y = beside == BESIDE_NOTHING ? card.h - 160 : reasoned ? 440 : 400;
	again_frame(ui, model, hours.open_ms, (struct rect){x, card.y + y, width + INDENT / 2, 64});
	/* The hours that will hold when it opens again: in Ramadan those of Ramadan. */
	if (beside != BESIDE_NOTHING) {
		hours_frame(ui,
			calendar_week(office, hours.open_ms >= 0 ? hours.open_ms : model->now_ms),
			x, card.y + (reasoned ? 592 : 580));
	}
	if (online) {
		online_frame(ui, office, layout->side);
	}
}
