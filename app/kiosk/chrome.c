#include "app/kiosk/chrome.h"

#include "app/base/text.h"
#include "app/slip/say.h"
#include "app/paper/qr.h"

#include <string.h>

static const struct ui_style NAME = {DRAW_DISPLAY_SEMIBOLD, 32, 40};

/* Where the header's parts stand, from its top; the welcome screen's clock is larger. */
struct header {
	int left, right, text_x, mark, drop;
	struct ui_style clock;
	int hour_y, zone_y, date_y, name_y, unit_y;
	bool narrow; /* the date is short and under the hour, the training's mark under the name */
};

static struct header header_of(const struct ui *ui, const struct layout *layout, int drop)
{
	enum { NARROW = 830 }; /* holds not the date, too, beside the hour */
	const bool near = ui->text_share < 1;
	struct header header = {layout->left, layout->left + layout->inner, layout->left + 80, 56,
		0, {DRAW_DISPLAY_SEMIBOLD, 56, 64}, 8, 34, 70, 20, 59, false};
	if (layout->shape == LAYOUT_TALL) {
		header.drop = 40;
	} else if (layout->shape == LAYOUT_SMALL) {
		const int name = near ? 10 : 2, unit = near ? 34 : 38;
		if (layout->upright || layout->inner < NARROW) {
			return (struct header){header.left, header.right, layout->left + 44, 32, 0,
				{DRAW_DISPLAY_SEMIBOLD, 48, 48}, near ? 8 : 0, 0, near ? 38 : 40,
				name, unit, true};
		}
		return (struct header){header.left, header.right, layout->left + 44, 32, 0,
			{DRAW_DISPLAY_SEMIBOLD, 56, 64}, near ? 10 : 4, 0, 19, name, unit, false};
	} else if (drop > 0) {
		header.drop = drop;
		header.clock = (struct ui_style){DRAW_DISPLAY_SEMIBOLD, 72, 80};
		header.hour_y = 0;
		header.zone_y = 42;
		header.date_y = 75;
	}
	return header;
}

/* At the left under the office, to be seen from afar. */
static void draw_large_clock(struct ui *ui, const struct lobby *lobby, int left)
{
	const struct ui_style style = {DRAW_DISPLAY_BOLD, 136, 150}, line = {DRAW_REGULAR, 32, 44};
	char hour[SAY_SIZE], date[SAY_SIZE], text[2 * SAY_SIZE];
	say_hour(lobby->office, lobby->now_ms, hour);
	say_date(ui->language, lobby->office, "date.full", lobby->now_ms, date);
	text_format(text, sizeof(text), "%s · %s", date, office_zone_name(lobby->office->zone));
	ui_text(ui, (struct rect){left, 206, 600, 150}, style, UI_LEFT, THEME_INK, hour);
	ui_text(ui, (struct rect){left, 352, 620, 44}, line, UI_LEFT, THEME_INK2, text);
}

static void draw_clock(
	struct ui *ui, const struct lobby *lobby, const struct header *header, bool small)
{
	const char *zone = office_zone_name(lobby->office->zone);
	int zone_width = small ? -14 : ui_text_width(ui, UI_NOTE_MEDIUM, zone), y = header->drop;
	char hour[SAY_SIZE], date[SAY_SIZE];
	say_hour(lobby->office, lobby->now_ms, hour);
	say_date(ui->language, lobby->office, header->narrow ? "date.plain" : "date.full",
		lobby->now_ms, date);
	ui_text(ui,
		(struct rect){header->right - 500, header->hour_y + y, 500 - zone_width - 14,
			ui_line(ui, header->clock)},
		header->clock, UI_RIGHT, THEME_INK, hour);
	int right = header->right;
	if (small && !header->narrow) {
		right -= ui_text_width(ui, header->clock, hour) + 16; /* beside the hour */
	} else if (!small) {
		ui_text(ui, (struct rect){header->right - 400, header->zone_y + y, 400, 32},
			UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, zone);
	}
	ui_text(ui, (struct rect){right - 600, header->date_y + y, 600, 32}, UI_NOTE, UI_RIGHT,
		THEME_INK2, date);
}

bool chrome_breaks(const struct ui *ui, int room, struct ui_style style, const char *label)
{
	char word[64];
	while (*label != '\0') {
		size_t length = strcspn(label, " ");
		if (length < sizeof(word)) {
			memcpy(word, label, length);
			word[length] = '\0';
			if (ui_text_width(ui, style, word) > room) {
				return true;
			}
		}
		label += length + (label[length] == ' ');
	}
	return false;
}

/* A single line may be higher than its box as long as its letters are not. */
static bool fits(const struct ui *ui, struct rect rect, struct ui_style style, const char *text)
{
	int height = ui_paragraph_height(ui, rect.w, style, text);
	if (chrome_breaks(ui, rect.w, style, text)) {
		return false;
	}
	return height <= rect.h ||
	       (height == ui_line(ui, style) && ui_sized(ui, style).size <= rect.h);
}

enum { STEP = 2 };

struct ui_style chrome_fitting(const struct ui *ui, struct rect rect, struct ui_style style,
	const char *text, const char *brief)
{
	enum { SMALLEST = 8 };
	if (fits(ui, rect, style, text)) {
		return style;
	}
	while (!fits(ui, rect, style, brief) && style.size > SMALLEST) {
		style.size -= STEP;
		style.line = style.size * 4 / 3;
	}
	return style;
}

struct ui_style chrome_alike(const struct ui *ui, struct rect rect, struct ui_style whole,
	struct ui_style style, const char *text, const char *brief)
{
	const int least = whole.size * 7 / 8;
	while (style.size > least &&
		chrome_fitting(ui, rect, style, text, brief).size < style.size) {
		style.size -= STEP;
		style.line = style.size * 4 / 3;
	}
	return style;
}

struct ui_style chrome_words(struct ui *ui, struct rect rect, struct ui_style style,
	enum ui_align align, enum theme_token color, const char *text, const char *brief)
{
	if (!fits(ui, rect, style, text)) {
		text = brief;
	}
	style = chrome_fitting(ui, rect, style, text, text);
	int height = ui_paragraph_height(ui, rect.w, style, text);
	rect.y += (rect.h - height) / 2;
	ui_paragraph(ui, (struct rect){rect.x, rect.y, rect.w, height}, style, align, color, text);
	return style;
}

static void draw_office(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	const struct header *header)
{
	enum { CLOCK = 336, BESIDE = 500, UNDER = 250 }; /* up to the date */
	enum { CHIP_ROOM = 192, ABOVE_CHIP = 2 };
	bool beside = header->mark < 56; /* on a small screen the date stands beside the hour */
	const char *name = lobby->office->name, *unit = lobby->office->unit[journey->language];
	int clock = beside ? (int)((header->narrow ? UNDER : BESIDE) * ui->text_share) : CLOCK;
	int whole = header->right - clock - header->text_x, y = header->drop;
	const bool under = lobby->training && header->narrow;
	int room = lobby->training && !under ? whole - CHIP_ROOM : whole;
	struct rect line = {header->text_x, header->name_y + y, room, ui_line(ui, NAME)};
	if (under) { /* the mark's edge must not cross the second line of a long name */
		line.y = header->unit_y - ABOVE_CHIP > line.h ? header->unit_y - ABOVE_CHIP - line.h
							      : 0;
		line.h = header->unit_y - ABOVE_CHIP - line.y;
	}
	struct ui_style style = chrome_words(ui, line, NAME, UI_LEFT, THEME_INK, name, name);
	if (under) {
		ui_chip(ui, header->text_x, header->unit_y + y, UI_LEFT, UI_TONE_SOON, NULL,
			ui_say(ui, "kiosk.training"));
		return;
	}
	/* On a small screen the training's mark beside the name reaches down to this line. */
	chrome_words(ui,
		(struct rect){header->text_x, header->unit_y + y, beside ? room : whole,
			ui_line(ui, UI_NOTE)},
		UI_NOTE, UI_LEFT, THEME_INK2, unit, unit);
	if (lobby->training) {
		int width = ui_text_width(ui, style, name);
		width = width < room ? width : room; /* it may take two lines */
		ui_chip(ui, header->text_x + width + 24, header->name_y + y, UI_LEFT, UI_TONE_SOON,
			NULL, ui_say(ui, "kiosk.training"));
	}
}

/* Nothing in the header is needed to act: large text leaves it as it is. */
void chrome_header(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, int drop)
{
	struct layout layout = layout_of(ui, journey);
	struct header header = header_of(ui, &layout, drop);
	bool small = layout.shape == LAYOUT_SMALL;
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	ui_stretch_begin(ui, UI_UNREAD); /* the same on every screen */
	ui->large = false;
	if (layout.header || drop > 0) {
		ui_mark(ui, header.left, (small ? 50 : 84) + header.drop, header.mark, false);
		if (lobby->office != NULL) {
			draw_office(ui, lobby, journey, &header);
			if (layout.shape == LAYOUT_TALL && drop > 0) {
				draw_large_clock(ui, lobby, header.left);
			} else {
				draw_clock(ui, lobby, &header, small);
			}
		}
	}
	ui->large = journey->large;
	/* What is drawn from here on slides in with its screen; the header stands still, and so
	 * does the number of a ticket. */
	if (journey->visit.screen != JOURNEY_TICKET) {
		ui->origin_y += ui_px(ui, ui_slide(ui, journey->visit.screen_ms));
	}
	ui_stretch_end(ui);
}

void chrome_heading(struct ui *ui, const struct layout *layout, const char *key)
{
	chrome_words(ui, layout->title, UI_TITLE, UI_LEFT, THEME_INK, ui_say(ui, key),
		language_short(ui->language, key));
}

struct action chrome_either(struct action first, struct action second)
{
	return first.kind != ACTION_NONE ? first : second;
}

struct action chrome_language(
	struct ui *ui, const struct journey *journey, struct rect rect, bool brief)
{
	const char *const whole[2] = {"Indonesia", "English"};
	const char *const letters[2] = {"ID", "EN"};
	if (rect.w == 0) {
		return (struct action){.kind = ACTION_NONE};
	}
	int half = ui_segment(
		ui, "kiosk.language", rect, brief ? letters : whole, (int)journey->language);
	if (half < 0 || half == (int)journey->language) {
		return (struct action){.kind = ACTION_NONE};
	}
	return (struct action){.kind = ACTION_LANGUAGE, .value = half};
}

static struct action foot_forward(
	struct ui *ui, const struct journey *journey, struct chrome_foot foot, struct rect rect)
{
	bool busy = journey->visit.issuing;
	struct ui_button look = {
		.kind = UI_PRIMARY, .disabled = busy, .text_size = ui->large ? 28 : 0};
	look.icon = busy ? "timer-sand" : foot.forward_icon;
	look.icon_right = !busy;
	bool tapped = ui_button(
		ui, "kiosk.continue", rect, ui_say(ui, busy ? "kiosk.wait" : foot.forward), look);
	return (struct action){.kind = tapped ? ACTION_CONTINUE : ACTION_NONE};
}

struct action chrome_foot(struct ui *ui, const struct journey *journey, struct chrome_foot foot)
{
	struct layout layout = foot.panel ? layout_typing(ui, journey) : layout_of(ui, journey);
	struct action action = {.kind = ACTION_NONE};
	bool typing = foot.panel && layout.shape == LAYOUT_SMALL;
	if (typing) {
		keyboard_ends(ui, &layout.back, &layout.forward);
	} else if (foot.back_w > 0) {
		layout.back.w = foot.back_w;
	}
	if (foot.back && (ui_button(ui, "kiosk.back", layout.back, ui_say(ui, "kiosk.back"),
				  (struct ui_button){.kind = UI_SECONDARY,
					  .icon = "arrow-left",
					  .text_size = ui->large ? 28 : 0}) ||
				 ui_key(ui, "escape"))) {
		action = (struct action){.kind = ACTION_BACK};
	}
	if (!typing) {
		action = chrome_either(action, chrome_language(ui, journey, layout.language,
						       layout.shape != LAYOUT_TALL || ui->large));
		action = chrome_either(
			action, foot.contrast ? chrome_aids(ui, journey, layout.access, layout.help)
					      : chrome_help(ui, journey, layout.help));
	}
	if (foot.forward == NULL) {
		return action;
	}
	return chrome_either(action, foot_forward(ui, journey, foot, layout.forward));
}

const struct chrome_fee_look chrome_fees[] = {
	[OFFICE_FEE_FREE] = {"kiosk.service.free", UI_TONE_OK, THEME_OK_INK},
	[OFFICE_FEE_CHARGED] = {"kiosk.service.charged", UI_TONE_SOON, THEME_SOON_INK},
	[OFFICE_FEE_ZERO] = {"kiosk.service.zero", UI_TONE_TINT, THEME_ACTION},
};

int chrome_fee(struct ui *ui, int x, int y, enum office_fee fee)
{
	return ui_chip(
		ui, x, y, UI_LEFT, chrome_fees[fee].tone, NULL, ui_say(ui, chrome_fees[fee].key));
}

/* Adds to `text` how more time is given; where the line is too short, both in fewer words. */
static void say_touch(
	const struct ui *ui, const char *number, bool minutes, int width, char *text, size_t size)
{
	static const char *const shorter[2][2] = {{"kiosk.closes_soon", "kiosk.closes_seconds"},
		{"kiosk.closes_brief", "kiosk.closes_brief"}};
	size_t used = strlen(text);
	text_format(text + used, size - used, " \u00b7 %s", ui_say(ui, "kiosk.closes_touch"));
	for (int i = 0; i < 2 && ui_text_width(ui, UI_BODY, text) > width; i++) {
		language_with(ui->language, shorter[minutes][i], text, size, number);
	}
}

static void closing(struct ui *ui, const struct lobby *lobby, const struct visit *visit,
	struct rect line, bool touch)
{
	if (visit->closes_ms == 0) {
		return;
	}
	enum { SECONDS_MOST = 90 }; /* more are told in minutes */
	char number[16], text[SAY_SIZE];
	int seconds = journey_seconds(lobby, visit->closes_ms);
	const bool minutes = seconds > SECONDS_MOST;
	text_format(number, sizeof(number), "%d", minutes ? (seconds + 59) / 60 : seconds);
	language_with(ui->language, minutes ? "kiosk.closes_minutes" : "kiosk.closes", text,
		sizeof(text), number);
	if (touch) {
		say_touch(ui, number, minutes, line.w, text, sizeof(text));
	}
	struct rect bar = {line.x, line.y + line.h - 30, line.w, 16};
	if (ui->canvas_w != 1920) {
		bar.y = line.y + line.h - 16;
	}
	chrome_words(ui, (struct rect){line.x, bar.y - 54, line.w, 44}, UI_BODY, UI_LEFT,
		THEME_INK2, text, text);
	double share = (double)seconds * 1000 / (double)visit->closes_span_ms;
	ui_countdown(ui, bar, share > 1 ? 1 : share);
}

void chrome_closing(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect line)
{
	closing(ui, lobby, visit, line, false);
}

void chrome_closing_touch(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect line)
{
	closing(ui, lobby, visit, line, true);
}

bool chrome_wants_time(const struct ui *ui, const struct visit *visit)
{
	bool act = ui->event.kind == UI_DOWN || ui->event.kind == UI_KEY;
	return act && !ui->event_used && visit->closes_ms != 0;
}

void chrome_code(struct ui *ui, int x, int y, int side, const char *text)
{
	struct qr qr;
	if (!qr_encode(text, &qr)) {
		return;
	}
	/* Modules of whole pixels are sharp; what is left over goes to the quiet zone. */
	int pixels = ui_px(ui, side) / qr.side * qr.side;
	struct rect code = {0, 0, (int)(pixels / ui->scale), 0};
	do { /* a pixel less would take one of every module */
		code.x = x + (side - code.w) / 2;
		code.y = y + (side - code.w) / 2;
		code.h = code.w;
	} while (ui_rect(ui, code).w < pixels && code.w++ < side);
	if (ui->theme->flat) {
		/* Scanners want dark on light. */
		int quiet = ui->canvas_w == 1920 || ui->canvas_h == 1920 ? 24 : 12;
		ui_fill(ui, (struct rect){x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet},
			16, THEME_WHITE);
	}
	ui_modules(ui, code, qr.side, qr.modules, ui->theme->flat ? THEME_PAGE : THEME_INK);
}

void chrome_ground(struct ui *ui, struct rect rect, bool white)
{
	ui->inverse = white && ui->theme->flat ? rect : (struct rect){0};
}

void chrome_ground_end(struct ui *ui)
{
	ui->inverse = (struct rect){0};
}
