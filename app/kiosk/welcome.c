#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

#include <string.h>

static const struct rect HERO = {64, 384, 1032, 488};
static const struct rect APPOINTMENT = {1128, 384, 728, 128};
static const struct rect SIDE = {1128, 536, 728, 336};
enum { TITLE_Y = 560 }; /* of a quiet hero */
static const struct ui_style HOW = {DRAW_REGULAR, 32, 44};

static const char *greeting(const struct lobby *lobby)
{
	struct calendar_local local;
	calendar_split(lobby->office, lobby->now_ms, &local);
	return local.hour < 11   ? "kiosk.welcome.morning"
	       : local.hour < 15 ? "kiosk.welcome.noon"
	       : local.hour < 18 ? "kiosk.welcome.afternoon"
				 : "kiosk.welcome.evening";
}

static void draw_state(struct ui *ui, const struct lobby *lobby, const struct calendar_hours *hours)
{
	static const struct {
		const char *key;
		enum ui_tone tone;
	} looks[] = {
		[CALENDAR_CLOSED] = {"kiosk.welcome.closed", UI_TONE_SUNK},
		[CALENDAR_BEFORE] = {"kiosk.welcome.before", UI_TONE_SOON},
		[CALENDAR_OPEN] = {"kiosk.welcome.open", UI_TONE_OK},
		[CALENDAR_BREAK] = {"kiosk.welcome.break", UI_TONE_SOON},
	};
	char hour[SAY_SIZE], text[SAY_SIZE];
	int64_t moment = hours->state == CALENDAR_OPEN     ? hours->close_ms
			 : hours->state == CALENDAR_BEFORE ? hours->open_ms
							   : hours->until_ms;
	say_hour(lobby->office, moment, hour);
	language_with(ui->language, looks[hours->state].key, text, sizeof(text), hour);
	ui_state_chip(ui, CHROME_RIGHT, 268, UI_RIGHT, looks[hours->state].tone, text);
}

/* The highest a bar at `x` may stand: it never runs behind text, it is shorter there. */
static int bar_top(struct ui *ui, int x, const char *how)
{
	const struct {
		struct ui_style style;
		const char *text;
		int bottom;
	} lines[] = {{UI_HERO, ui_say(ui, "kiosk.welcome.take"), 664}, {HOW, how, 720}};
	int top = HERO.y;
	for (int i = 0; i < 2; i++) {
		int right = 120 + ui_text_width(ui, lines[i].style, lines[i].text) + 16;
		if (x < right && top < lines[i].bottom) {
			top = lines[i].bottom;
		}
	}
	return top;
}

static void draw_bars(struct ui *ui, const char *how)
{
	static const struct {
		int right, height;
	} bars[] = {{344, 128}, {192, 264}, {40, 400}};
	if (ui->theme->flat) {
		return;
	}
	ui_clip(ui, HERO);
	for (int i = 0; i < 3; i++) {
		int x = HERO.x + HERO.w - bars[i].right - 128;
		int y = HERO.y + HERO.h - bars[i].height;
		int top = bar_top(ui, x, how);
		y = y < top ? top : y;
		/* The lower corners are cut off by the clip: the bars stand on the hero's edge. */
		ui_fill(ui, (struct rect){x, y, 128, HERO.y + HERO.h - y + 24}, 24, THEME_HERO_BAR);
	}
	ui_unclip(ui);
}

static void draw_waiting(struct ui *ui, const struct lobby *lobby)
{
	char number[16], text[SAY_SIZE];
	int waiting = lobby->view != NULL ? lobby->view->waiting_total : 0;
	text_format(number, sizeof(number), "%d", waiting);
	const char *key = waiting == 0   ? "kiosk.welcome.nobody"
			  : waiting == 1 ? "kiosk.welcome.waiting_one"
					 : "kiosk.welcome.waiting";
	language_with(ui->language, key, text, sizeof(text), number);
	const struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	int width = ui_text_width(ui, style, text);
	ui_fill(ui, (struct rect){120, 760, 24 + 32 + 20 + width + 28, 64}, 32, THEME_ACTION_DEEP);
	enum theme_token ink = ui->theme->flat ? THEME_INK : THEME_WHITE;
	ui_icon(ui, (struct rect){144, 760, 32, 64}, 36, ink, "account-multiple");
	ui_text(ui, (struct rect){196, 760, width, 64}, style, UI_LEFT, ink, text);
}

/* While nobody is called yet, the number is taken now and called later: say when. */
static const char *how_text(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, char out_text[SAY_SIZE])
{
	char hour[SAY_SIZE];
	if (hours->state == CALENDAR_BEFORE) {
		say_hour(lobby->office, hours->open_ms, hour);
	} else if (hours->state == CALENDAR_BREAK) {
		say_hour(lobby->office, hours->until_ms, hour);
	} else {
		return ui_say(ui, lobby_is_staffed(lobby) ? "kiosk.welcome.how"
							  : "kiosk.welcome.how_counter");
	}
	return language_with(ui->language, "kiosk.welcome.how_later", out_text, SAY_SIZE, hour);
}

static struct action hero(
	struct ui *ui, const struct lobby *lobby, const struct calendar_hours *hours)
{
	char later[SAY_SIZE];
	const char *how = how_text(ui, lobby, hours, later);
	bool held = false;
	bool tapped = ui_touch(ui, "welcome.take", HERO, &held, NULL);
	ui_shadow(ui, HERO, 32, DRAW_SHADOW_HERO);
	ui_fill(ui, HERO, 32, held ? THEME_ACTION_DOWN : THEME_ACTION);
	draw_bars(ui, how);
	ui_fill(ui, (struct rect){120, 432, 96, 96}, 28, THEME_CARD);
	ui_icon(ui, (struct rect){120, 432, 96, 96}, 56, THEME_ACTION, "ticket-confirmation");
	ui_text(ui, (struct rect){120, 550, 900, 112}, UI_HERO, UI_LEFT, THEME_ON_ACTION,
		ui_say(ui, "kiosk.welcome.take"));
	ui_text(ui, (struct rect){120, 672, 800, 44}, HOW, UI_LEFT, THEME_ACTION_SOFT, how);
	draw_waiting(ui, lobby);
	ui_fill(ui, (struct rect){936, 712, 112, 112}, 56, THEME_CARD);
	ui_icon(ui, (struct rect){936, 712, 112, 112}, 56, THEME_ACTION, "arrow-right");
	ui_focus_ring(ui, "welcome.take", HERO, 32, THEME_INK);
	return (struct action){.kind = tapped ? ACTION_START : ACTION_NONE};
}

/* A sunk card in the hero's place: an icon, a statement, and what the visitor can do. */
static void quiet_hero(
	struct ui *ui, struct rect rect, const char *icon, const char *title_key, int title_y)
{
	ui_fill(ui, rect, 32, THEME_SUNK);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 32, 4, THEME_INK);
	}
	ui_fill(ui, (struct rect){120, 432, 96, 96}, 28, THEME_CARD);
	ui_icon(ui, (struct rect){120, 432, 96, 96}, 56, THEME_INK2, icon);
	ui_text(ui, (struct rect){120, title_y, rect.w - 112, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, title_key));
}

/* Closed, but the opening is still to come today. */
static bool is_early(const struct lobby *lobby, const struct calendar_hours *hours)
{
	char today[CALENDAR_DATE_SIZE], opening[CALENDAR_DATE_SIZE];
	if (hours->state != CALENDAR_CLOSED || hours->open_ms < 0) {
		return false;
	}
	calendar_date(lobby->office, lobby->now_ms, today);
	calendar_date(lobby->office, hours->open_ms, opening);
	return strcmp(today, opening) == 0;
}

/* Under the greeting: a question while numbers are given, else what to expect. */
static const char *second_line(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, char out_text[SAY_SIZE])
{
	char hour[SAY_SIZE];
	if (hours->state != CALENDAR_CLOSED) {
		return ui_say(ui, "kiosk.welcome.help");
	}
	if (!is_early(lobby, hours)) {
		return ui_say(ui, "kiosk.welcome.thanks");
	}
	say_hour(lobby->office, hours->until_ms, hour);
	return language_with(ui->language, "kiosk.welcome.early", out_text, SAY_SIZE, hour);
}

static void draw_opening(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, bool early, int y)
{
	char date[SAY_SIZE], hour[SAY_SIZE], text[2 * SAY_SIZE];
	say_date(ui->language, lobby->office, "date.full", hours->open_ms, date);
	say_hour(lobby->office, hours->open_ms, hour);
	if (early) {
		language_with(ui->language, "kiosk.welcome.again_today", text, sizeof(text), hour);
	} else {
		language_with(
			ui->language, "kiosk.welcome.again_at", text, sizeof(text), date, hour);
	}
	ui_text(ui, (struct rect){120, y, 900, 52}, UI_LEAD, UI_LEFT, THEME_INK2,
		ui_say(ui, early ? "kiosk.welcome.first" : "kiosk.welcome.again"));
	ui_text(ui, (struct rect){120, y + 52, 900, 52}, UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK,
		text);
}

/* Why it is closed although the week says it is open; false when only its hours are over. */
static bool say_reason(struct ui *ui, const struct lobby *lobby, char out_text[SAY_CLOSING_SIZE])
{
	struct calendar_hours hours;
	if (say_closing(ui->language, lobby->office, lobby->now_ms, out_text)) {
		return true;
	}
	calendar_hours(lobby->office, lobby->now_ms, &hours);
	text_copy(out_text, SAY_CLOSING_SIZE, ui_say(ui, "common.closed.early"));
	return lobby_day_is_closed(lobby) && hours.state != CALENDAR_CLOSED;
}

static void closed_hero(
	struct ui *ui, const struct lobby *lobby, const struct calendar_hours *hours)
{
	char reason[SAY_CLOSING_SIZE];
	bool early = is_early(lobby, hours), reasoned = say_reason(ui, lobby, reason);
	quiet_hero(ui, HERO, "clock",
		early      ? "kiosk.welcome.early_title"
		: reasoned ? "kiosk.welcome.shut_title"
			   : "kiosk.welcome.closed_title",
		reasoned ? TITLE_Y - 12 : TITLE_Y);
	if (reasoned) {
		chrome_words(ui, (struct rect){120, 628, 920, 96}, UI_LEAD_SEMIBOLD, UI_LEFT,
			THEME_INK, reason, reason);
	}
	if (hours->open_ms >= 0) {
		draw_opening(ui, lobby, hours, early, reasoned ? 732 : 656);
	}
}

/* The store is not there: say what a visitor can do, and to staff why. */
static void trouble_hero(struct ui *ui, const struct lobby *lobby)
{
	const struct rect whole = {64, 384, CHROME_WIDTH, 488};
	if (lobby->store == RESULT_OK) {
		quiet_hero(ui, whole, "timer-sand", "kiosk.welcome.starting", TITLE_Y);
		ui_text(ui, (struct rect){120, 656, 1600, 52}, UI_LEAD, UI_LEFT, THEME_INK2,
			ui_say(ui, "kiosk.welcome.starting_hint"));
		return;
	}
	quiet_hero(ui, whole, "alert-circle", "kiosk.welcome.trouble", TITLE_Y);
	int height = ui_paragraph(ui, (struct rect){120, 656, 1600, 104}, UI_LEAD, UI_LEFT,
		THEME_INK2, ui_say(ui, "kiosk.welcome.trouble_hint"));
	char key[48], text[400];
	text_format(key, sizeof(key), "result.%s", result_key(lobby->store));
	language_with(ui->language, "kiosk.welcome.for_staff", text, sizeof(text), ui_say(ui, key));
	ui_paragraph(ui, (struct rect){120, 656 + height + 24, 1600, 80}, UI_NOTE, UI_LEFT,
		THEME_INK2, text);
}

static struct action appointment_tile(struct ui *ui, bool closed)
{
	const struct rect tile = APPOINTMENT;
	bool held = false;
	bool tapped = ui_choice(ui, "welcome.appointment", tile,
		(struct ui_choice){.disabled = closed, .out_held = &held});
	if (closed) {
		ui_icon_tile_disabled(ui, tile.x + 32, tile.y + 24, 80, "calendar-check");
	} else {
		ui_icon_tile(ui, tile.x + 32, tile.y + 24, 80, "calendar-check", held);
	}
	ui_text(ui, (struct rect){tile.x + 136, tile.y, tile.w - 136 - 32, tile.h}, UI_LABEL,
		UI_LEFT, closed ? THEME_DISABLED : THEME_INK,
		ui_say(ui, "kiosk.welcome.appointment"));
	return (struct action){.kind = tapped ? ACTION_APPOINTMENT : ACTION_NONE};
}

/* For staff, who look at the hour: small, and no word of an error to visitors. */
static void draw_clock_trouble(struct ui *ui, const struct lobby *lobby)
{
	enum { ICON = 24, GAP = 8 };
	const struct rect line = {CHROME_RIGHT - 900, 132, 900, 32};
	if (lobby->view == NULL || lobby->view->clock == DESK_CLOCK_RIGHT) {
		return;
	}
	const char *words = ui_say(ui, "kiosk.welcome.clock");
	int width = ui_text_width(ui, UI_NOTE, words);
	ui_text(ui, line, UI_NOTE, UI_RIGHT, THEME_INK2, words);
	ui_icon(ui, (struct rect){line.x + line.w - width - GAP - ICON, line.y, ICON, line.h}, ICON,
		THEME_INK2, "clock");
}

static struct action tools(struct ui *ui, const struct journey *journey)
{
	struct action action =
		chrome_language(ui, journey, (struct rect){CHROME_LEFT, 944, 412, 96}, false);
	return chrome_either(
		action, chrome_contrast(ui, journey,
				(struct rect){CHROME_RIGHT - 296, 944, 296, 96}, true));
}

struct action welcome_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	struct calendar_hours hours;
	char text[SAY_SIZE];
	lobby_hours(lobby, &hours);
	chrome_header(ui, lobby, journey, 24);
	if (lobby->office == NULL || lobby->store != RESULT_OK) {
		trouble_hero(ui, lobby);
		return tools(ui, journey);
	}
	draw_clock_trouble(ui, lobby);
	bool closed = hours.state == CALENDAR_CLOSED;
	ui_text(ui, (struct rect){CHROME_LEFT, 184, 1400, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, greeting(lobby)));
	ui_text(ui, (struct rect){CHROME_LEFT, 272, 1200, 52}, UI_LEAD, UI_LEFT, THEME_INK2,
		second_line(ui, lobby, &hours, text));
	draw_state(ui, lobby, &hours);
	struct action action = {.kind = ACTION_NONE};
	if (closed) {
		closed_hero(ui, lobby, &hours);
	} else {
		action = hero(ui, lobby, &hours);
	}
	action = chrome_either(action, appointment_tile(ui, closed));
	if (lobby_invited(lobby, NULL) != NULL) {
		action = chrome_either(action, invitation_draw(ui, lobby, SIDE));
	} else if (closed && lobby->office->online[0] != '\0') {
		online_draw(ui, lobby, SIDE);
	} else {
		room_draw(ui, lobby, SIDE);
	}
	action = chrome_either(action,
		chrome_standards(ui, "welcome.standards", (struct rect){516, 944, 264, 96}, true));
	action = chrome_either(action, opinion_buttons(ui, lobby));
	return chrome_either(action, tools(ui, journey));
}
