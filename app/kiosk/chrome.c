#include "app/kiosk/chrome.h"

#include "app/base/text.h"
#include "app/kiosk/say.h"
#include "app/paper/qr.h"

static const struct ui_style NAME = {DRAW_DISPLAY_SEMIBOLD, 32, 40};

/* The welcome screen's clock is larger, so its parts stand elsewhere. */
static const struct clock_place {
	struct ui_style style;
	int hour_y, zone_y, date_y;
} STEP_CLOCK = {{DRAW_DISPLAY_SEMIBOLD, 56, 64}, 8, 34, 70},
  WELCOME_CLOCK = {{DRAW_DISPLAY_SEMIBOLD, 72, 80}, 24, 66, 99};

static void draw_clock(struct ui *ui, const struct lobby *lobby, int drop)
{
	const struct clock_place *place = drop > 0 ? &WELCOME_CLOCK : &STEP_CLOCK;
	char hour[SAY_SIZE], date[SAY_SIZE];
	const char *zone = office_zone_name(lobby->office->zone);
	int zone_width = ui_text_width(ui, UI_NOTE_MEDIUM, zone);
	say_hour(lobby->office, lobby->now_ms, hour);
	say_date(ui->language, lobby->office, "date.full", lobby->now_ms, date);
	ui_text(ui, (struct rect){CHROME_RIGHT - 400, place->zone_y, 400, 32}, UI_NOTE_MEDIUM,
		UI_RIGHT, THEME_INK2, zone);
	ui_text(ui,
		(struct rect){CHROME_RIGHT - 500, place->hour_y, 500 - zone_width - 14,
			place->style.line},
		place->style, UI_RIGHT, THEME_INK, hour);
	ui_text(ui, (struct rect){CHROME_RIGHT - 600, place->date_y, 600, 32}, UI_NOTE, UI_RIGHT,
		THEME_INK2, date);
}

struct ui_style chrome_words(struct ui *ui, struct rect rect, struct ui_style style,
	enum ui_align align, enum theme_token color, const char *text, const char *brief)
{
	enum { SMALLEST = 20, STEP = 4 };
	if (ui_paragraph_height(ui, rect.w, style, text) > rect.h) {
		text = brief;
	}
	int height = ui_paragraph_height(ui, rect.w, style, text);
	while (height > rect.h && style.size > SMALLEST) {
		style.size -= STEP;
		style.line = style.size * 4 / 3;
		height = ui_paragraph_height(ui, rect.w, style, text);
	}
	rect.y += (rect.h - height) / 2;
	ui_paragraph(ui, (struct rect){rect.x, rect.y, rect.w, height}, style, align, color, text);
	return style;
}

static void draw_office(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, int drop)
{
	enum { ROOM = 1376, CHIP_ROOM = 192 }; /* up to the clock's date */
	const char *name = lobby->office->name;
	int room = lobby->training ? ROOM - CHIP_ROOM : ROOM;
	struct ui_style style = chrome_words(
		ui, (struct rect){144, 20 + drop, room, 40}, NAME, UI_LEFT, THEME_INK, name, name);
	chrome_words(ui, (struct rect){144, 59 + drop, ROOM, 32}, UI_NOTE, UI_LEFT, THEME_INK2,
		lobby->office->unit[journey->language], lobby->office->unit[journey->language]);
	if (lobby->training) {
		int width = ui_text_width(ui, style, name);
		ui_chip(ui, 144 + width + 24, 20 + drop, UI_LEFT, UI_TONE_SOON, NULL,
			ui_say(ui, "kiosk.training"));
	}
}

void chrome_header(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, int drop)
{
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	ui_mark(ui, CHROME_LEFT, 84 + drop, 56, false);
	if (lobby->office != NULL) {
		draw_office(ui, lobby, journey, drop);
		draw_clock(ui, lobby, drop);
	}
	/* What is drawn from here on slides in with its screen; the header stands still. */
	ui->origin_y += ui_px(ui, ui_slide(ui, journey->visit.screen_ms));
}

void chrome_title(struct ui *ui, int y, const char *key)
{
	ui_text(ui, (struct rect){CHROME_LEFT, y, 1500, 64}, UI_TITLE, UI_LEFT, THEME_INK,
		ui_say(ui, key));
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
	int half = ui_segment(
		ui, "kiosk.language", rect, brief ? letters : whole, (int)journey->language);
	if (half < 0 || half == (int)journey->language) {
		return (struct action){.kind = ACTION_NONE};
	}
	return (struct action){.kind = ACTION_LANGUAGE, .value = half};
}

static enum theme_token tool_ground(const struct ui *ui, struct rect rect, bool held, bool raised)
{
	if (held) {
		return raised ? THEME_TINT : THEME_KEY2;
	}
	if (raised) {
		return THEME_CARD;
	}
	return rect.y >= ui->panel.y && ui->panel.h > 0 ? THEME_KEY2 : THEME_SUNK;
}

/* Icon and label on a part of its own; `white`: switched on in high contrast. */
static bool draw_tool(struct ui *ui, const char *id, struct rect rect, const char *icon,
	const char *key, bool raised, bool white)
{
	enum { ICON = 40, GAP = 16, SIDE = 24 };
	const struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	const char *const forms[] = {
		language_text(ui->language, key), language_short(ui->language, key), NULL};
	const char *label = ui_fitting(ui, rect.w - 2 * SIDE - ICON - GAP, style, forms);
	bool held = false;
	bool tapped = ui_touch(ui, id, rect, &held, NULL);
	if (raised && !held) {
		ui_shadow(ui, rect, 16, DRAW_SHADOW_CARD);
	}
	ui_fill(ui, rect, 16, white ? THEME_WHITE : tool_ground(ui, rect, held, raised));
	if (ui->theme->flat) {
		ui_outline(ui, rect, 16, 4, THEME_INK);
	}
	int width = ICON + GAP + ui_text_width(ui, style, label);
	int x = rect.x + (rect.w - width) / 2;
	chrome_ground(ui, rect, white);
	ui_icon(ui, (struct rect){x, rect.y, ICON, rect.h}, ICON, THEME_ACTION, icon);
	ui_text(ui, (struct rect){x + ICON + GAP, rect.y, width - ICON - GAP, rect.h}, style,
		UI_LEFT, THEME_INK, label);
	chrome_ground_end(ui);
	ui_focus_ring(ui, id, rect, 16, THEME_INK);
	return tapped;
}

bool chrome_tool(struct ui *ui, const char *id, struct rect rect, const char *icon, const char *key)
{
	return draw_tool(ui, id, rect, icon, key, true, false);
}

struct action chrome_contrast(
	struct ui *ui, const struct journey *journey, struct rect rect, bool raised)
{
	bool tapped = draw_tool(ui, "kiosk.contrast", rect, "contrast-circle", "kiosk.contrast",
		raised, journey->contrast && ui->theme->flat);
	return (struct action){.kind = tapped ? ACTION_CONTRAST : ACTION_NONE};
}

struct action chrome_standards(struct ui *ui, const char *id, struct rect rect, bool raised)
{
	bool tapped =
		draw_tool(ui, id, rect, "clipboard-text", "kiosk.standards.title", raised, false);
	return (struct action){.kind = tapped ? ACTION_STANDARDS : ACTION_NONE};
}

int chrome_fee(struct ui *ui, int x, int y, enum office_fee fee)
{
	static const struct {
		const char *key;
		enum ui_tone tone;
	} looks[] = {
		[OFFICE_FEE_FREE] = {"kiosk.service.free", UI_TONE_OK},
		[OFFICE_FEE_CHARGED] = {"kiosk.service.charged", UI_TONE_SOON},
		[OFFICE_FEE_ZERO] = {"kiosk.service.zero", UI_TONE_TINT},
	};
	return ui_chip(ui, x, y, UI_LEFT, looks[fee].tone, NULL, ui_say(ui, looks[fee].key));
}

struct action chrome_foot(struct ui *ui, const struct journey *journey, struct chrome_foot foot)
{
	struct action action = {.kind = ACTION_NONE};
	if (foot.back &&
		(ui_button(ui, "kiosk.back", (struct rect){CHROME_LEFT, CHROME_FOOT, 280, 96},
			 ui_say(ui, "kiosk.back"),
			 (struct ui_button){.kind = UI_SECONDARY, .icon = "arrow-left"}) ||
			ui_key(ui, "escape"))) {
		action = (struct action){.kind = ACTION_BACK};
	}
	action = chrome_either(action,
		chrome_language(ui, journey, (struct rect){720, CHROME_FOOT, 182, 96}, true));
	if (foot.contrast) {
		action = chrome_either(
			action, chrome_contrast(ui, journey,
					(struct rect){918, CHROME_FOOT, 296, 96}, false));
	}
	if (foot.forward == NULL) {
		return action;
	}
	bool busy = journey->visit.issuing;
	struct ui_button look = {.kind = UI_PRIMARY, .disabled = busy};
	look.icon = busy ? "timer-sand" : foot.forward_icon;
	look.icon_right = !busy;
	if (ui_button(ui, "kiosk.continue", (struct rect){1484, CHROME_FOOT, 372, 96},
		    ui_say(ui, busy ? "kiosk.wait" : foot.forward), look)) {
		action = (struct action){.kind = ACTION_CONTINUE};
	}
	return action;
}

void chrome_closing(struct ui *ui, const struct lobby *lobby, const struct visit *visit, int width)
{
	if (visit->closes_ms == 0) {
		return;
	}
	char number[16], text[SAY_SIZE];
	int seconds = journey_seconds(lobby, visit->closes_ms);
	text_format(number, sizeof(number), "%d", seconds);
	language_with(ui->language, "kiosk.closes", text, sizeof(text), number);
	ui_text(ui, (struct rect){CHROME_LEFT, 966, width + 200, 40}, UI_BODY, UI_LEFT, THEME_INK2,
		text);
	double share = (double)seconds * 1000 / (double)visit->closes_span_ms;
	ui_countdown(ui, (struct rect){CHROME_LEFT, 1018, width, 16}, share > 1 ? 1 : share);
}

void chrome_code(struct ui *ui, int x, int y, int side, const char *text)
{
	struct qr qr;
	if (!qr_encode(text, &qr)) {
		return;
	}
	/* Modules of whole pixels are sharp; what is left over goes to the quiet zone. */
	int pixels = ui_px(ui, side) / qr.side * qr.side;
	int fits = (int)(pixels / ui->scale);
	if (ui->theme->flat) {
		/* Scanners want dark on light. */
		ui_fill(ui, (struct rect){x - 24, y - 24, side + 48, side + 48}, 16, THEME_WHITE);
	}
	ui_modules(ui, (struct rect){x + (side - fits) / 2, y + (side - fits) / 2, fits, fits},
		qr.side, qr.modules, ui->theme->flat ? THEME_PAGE : THEME_INK);
}

void chrome_ground(struct ui *ui, struct rect rect, bool white)
{
	ui->inverse = white && ui->theme->flat ? rect : (struct rect){0};
}

void chrome_ground_end(struct ui *ui)
{
	ui->inverse = (struct rect){0};
}
