#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/hero.h"
#include "app/slip/say.h"

enum { OFFERS = 6 }; /* beside the hero */

/* Where the welcome screen's parts stand. */
struct places {
	struct rect greeting, second; /* lines; h 0 = not shown */
	struct rect hero, appointment, help, give_up, side;
	int chip_right, chip_y;
	struct rect clock;   /* trouble with the clock */
	struct rect invited; /* who was just served is asked here */
	struct rect standards, rate, complain;
	struct rect language, tools;
};

static void lower(struct places *places, enum layout_shape shape)
{
	if (shape == LAYOUT_WIDE) {
		places->greeting.y = 356;
		places->greeting.w = 420; /* the chip is at its right */
		places->second.y = 444;
		places->second.w = 1032;
		places->side = (struct rect){1128, 168, 728, 336};
		places->hero = (struct rect){64, 540, 1032, 372};
		places->appointment = (struct rect){1128, 540, 448, 128};
		places->help = (struct rect){1600, 540, 256, 128};
		places->give_up = (struct rect){1128, 816, 728, 96};
		places->invited = (struct rect){1128, 684, 728, 116};
		places->chip_right = 1096;
		places->chip_y = 364;
		return;
	}
	places->greeting.y = 832;
	places->second.y = 896;
	places->side = (struct rect){56, 464, 968, 336};
	places->hero = (struct rect){56, 968, 968, 328};
	places->appointment.y = places->help.y = 1328;
	places->give_up = (struct rect){56, 1488, 472, 120};
	places->invited = (struct rect){552, 1488, 472, 120};
}

/* The room's news has no place here; the large button tells how many wait. */
static void place_small(const struct layout *layout, struct places *out_places)
{
	enum { HERO = 420, ROW = 84, ROOM = 180 };
	const bool tall = layout->upright, spread = tall && layout->large; /* the chip has a line */
	const int down = tall && layout->height > 1200 ? 28 : 0;           /* its texts are whole */
	const int clock = down + (tall ? 126 : 116);
	const int top = spread ? down + 216 : clock + 20;
	const int left = layout->left, inner = layout->inner, gap = layout->gap;
	const int bottom = layout->access.y - gap, hero = inner * 4 / 7;
	const int column = tall ? inner : inner - hero - gap, x = tall ? left : left + hero + gap;
	/* The shorter words; large ones are long on two lines each. */
	const int rate = (column - gap) * (tall || layout->large ? 5 : 4) / 10;
	const int rest = bottom - top - 3 * (ROW + gap),
		  high = rest < HERO + gap + ROOM ? rest : HERO;
	out_places->greeting = (struct rect){left, 72 + down, spread ? inner : inner - 320, 48};
	out_places->chip_y = down + (spread ? 148 : layout->large ? 54 : 72);
	out_places->clock = (struct rect){left, clock, inner, 20};
	out_places->hero =
		(struct rect){left, top, tall ? inner : hero, tall ? high : bottom - top};
	int y = tall ? top + high + gap : top;
	int row = tall ? ROW : (bottom - top - 2 * gap) / 3;
	const int half = (column - gap) / 2;
	out_places->appointment = (struct rect){x, y, half, row};
	out_places->help = (struct rect){x + half + gap, y, column - half - gap, row};
	y += row + gap;
	out_places->standards = (struct rect){x, y, half, row};
	out_places->give_up = (struct rect){x + half + gap, y, column - half - gap, row};
	y += row + gap;
	out_places->rate = (struct rect){x, y, rate, row};
	out_places->complain = (struct rect){x + rate + gap, y, column - rate - gap, row};
	y += row + gap;
	out_places->side = (struct rect){x, y, column, tall && high < rest ? bottom - y : 0};
	if (tall) {
		out_places->language =
			(struct rect){left, layout->access.y, half, layout->access.h};
		out_places->tools = out_places->language;
		out_places->tools.x += half + gap;
		return;
	}
	out_places->language = (struct rect){left, layout->access.y, 280, layout->access.h};
	out_places->tools =
		(struct rect){left + inner - 236, layout->access.y, 236, layout->access.h};
}

/* All counters have a line in large letters, too. */
static void widen_room(struct places *places, enum layout_shape shape)
{
	if (shape == LAYOUT_WIDE) {
		places->side.y -= 12;
		places->side.h += 24;
	} else if (shape == LAYOUT_TALL) {
		places->side.y -= 8;
		places->side.h += 10;
	}
}

static struct places places_of(const struct layout *layout)
{
	const int inner = layout->inner;
	struct places places = {.chip_right = layout->left + inner};
	if (layout->shape == LAYOUT_WIDE) {
		places = (struct places){{64, 184, 1400, 80}, {64, 272, 1200, 52},
			{64, 384, 1032, 488}, {1128, 384, 448, 108}, {1600, 384, 256, 108},
			{1128, 784, 728, 88}, {1128, 516, 728, 244}, 1856, 268, {956, 132, 900, 32},
			{0}, {516, 944, 264, 96}, {804, 944, 300, 96}, {1128, 944, 400, 96},
			{64, 944, 428, 96}, {1552, 944, 304, 96}};
	} else if (layout->shape == LAYOUT_TALL) {
		places = (struct places){{56, 464, inner, 64}, {56, 532, inner, 52},
			{56, 608, 968, 424}, {56, 1064, 640, 128}, {720, 1064, 304, 128},
			{56, 1512, 968, 96}, {56, 1224, 968, 260}, 1024, 346, {124, 140, 900, 32},
			{0}, {56, 1640, 306, 128}, {387, 1640, 306, 128}, {718, 1640, 306, 128},
			{56, 1792, 472, 96}, {552, 1792, 472, 96}};
	} else {
		place_small(layout, &places);
	}
	if (layout->large) {
		widen_room(&places, layout->shape);
	}
	places.invited = places.side;
	if (layout->shape == LAYOUT_TALL && layout->large) {
		places.chip_y = 250; /* beside the hour, not the date */
	}
	if (layout->low) {
		lower(&places, layout->shape);
	}
	return places;
}

/* Where the room has no place, who was just served is asked in place of the standards, and nobody
 * else is asked meanwhile. */
static void make_way(struct places *places)
{
	if (places->side.h == 0) {
		const struct rect first = places->standards, last = places->give_up;
		places->invited = rect_join(first, last);
		places->give_up = (struct rect){first.x, places->rate.y, first.w, places->rate.h};
		places->complain = (struct rect){last.x, places->rate.y, last.w, places->rate.h};
		places->standards.h = places->rate.h = 0;
	}
}

/* A number can be given up. */
static bool anyone_waits(const struct lobby *lobby)
{
	return lobby->view != NULL && lobby->view->waiting_total > 0;
}

/* Nobody has a number to give up: what stands beside it, or over it, has its place. */
static void take_give_up(struct places *places, const struct layout *layout)
{
	if (layout->shape == LAYOUT_SMALL) {
		struct rect *beside =
			places->standards.h > 0 ? &places->standards : &places->complain;
		*beside = rect_join(*beside, places->give_up);
	} else if (!layout->low) {
		const bool shared = places->invited.y == places->side.y;
		places->side = rect_join(places->side, places->give_up);
		places->invited = shared ? places->side : places->invited;
	}
	places->give_up.h = 0;
}

static const char *greeting(const struct lobby *lobby)
{
	struct calendar_local local;
	calendar_split(lobby->office, lobby->now_ms, &local);
	return local.hour < 11   ? "kiosk.welcome.morning"
	       : local.hour < 15 ? "kiosk.welcome.noon"
	       : local.hour < 18 ? "kiosk.welcome.afternoon"
				 : "kiosk.welcome.evening";
}

static void draw_state(struct ui *ui, const struct lobby *lobby, const struct calendar_hours *hours,
	const struct places *places)
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
	ui_state_chip(
		ui, places->chip_right, places->chip_y, UI_RIGHT, looks[hours->state].tone, text);
}

static bool is_clock_wrong(const struct lobby *lobby)
{
	return lobby->view != NULL && lobby->view->clock != DESK_CLOCK_RIGHT;
}

/* What to do while staff see to the clock: numbers are given by office time as ever; an office that
 * seems closed may be open. */
static const char *clock_key(const struct calendar_hours *hours)
{
	return hours->state == CALENDAR_CLOSED ? "kiosk.welcome.clock_closed"
					       : "kiosk.welcome.clock";
}

/* Under the greeting: a question while numbers are given, else what to expect. */
static const char *second_line(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, char out_text[SAY_SIZE])
{
	char hour[SAY_SIZE];
	if (is_clock_wrong(lobby)) {
		return ui_say(ui, clock_key(hours));
	}
	if (hours->state != CALENDAR_CLOSED) {
		return ui_say(ui, "kiosk.welcome.help");
	}
	if (anyone_waits(lobby)) {
		return ui_say(ui, lobby_serves_on(lobby) ? "kiosk.welcome.served_on"
							 : "kiosk.welcome.unserved");
	}
	if (!hero_is_early(lobby, hours)) {
		return ui_say(ui, "kiosk.welcome.thanks");
	}
	say_hour(lobby->office, hours->until_ms, hour);
	return language_with(ui->language, "kiosk.welcome.early", out_text, SAY_SIZE, hour);
}

static void draw_greeting(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, const struct layout *layout,
	const struct places *places)
{
	char text[SAY_SIZE];
	const char *first = ui_say(ui, greeting(lobby)), *key = clock_key(hours);
	if (layout->shape == LAYOUT_SMALL && !layout->upright && is_clock_wrong(lobby)) {
		/* The only line, and its hour is not to be trusted. */
		chrome_words(ui, places->greeting, UI_LABEL, UI_LEFT, THEME_INK, ui_say(ui, key),
			language_short(ui->language, key));
		return;
	}
	chrome_words(ui, places->greeting, layout->shape == LAYOUT_WIDE ? UI_HEADLINE : UI_TITLE,
		UI_LEFT, THEME_INK, first, first);
	if (places->second.h > 0) {
		const char *second = second_line(ui, lobby, hours, text);
		chrome_words(ui, places->second, UI_LEAD, UI_LEFT, THEME_INK2, second, second);
	}
}

/* Icon before the label; smaller where the tile is. */
static struct action appointment_tile(struct ui *ui, bool closed, struct rect tile)
{
	const char *label = ui_say(ui, "kiosk.welcome.appointment");
	const int side = tile.h < 128 ? 56 : 80, pad = tile.h < 128 ? 16 : 32;
	int y = tile.y + (tile.h - side) / 2, x = tile.x + pad + side + 24;
	bool held = false;
	bool tapped = ui_choice(ui, "welcome.appointment", tile,
		(struct ui_choice){.disabled = closed, .out_held = &held});
	if (closed) {
		ui_icon_tile_disabled(ui, tile.x + pad, y, side, "calendar-check");
	} else {
		ui_icon_tile(ui, tile.x + pad, y, side, "calendar-check", held);
	}
	chrome_words(ui, (struct rect){x, tile.y + 8, tile.x + tile.w - pad - x, tile.h - 16},
		UI_LABEL, UI_LEFT, closed ? THEME_DISABLED : THEME_INK, label, label);
	return (struct action){.kind = tapped ? ACTION_APPOINTMENT : ACTION_NONE};
}

/* In one small line on a small upright screen, where the greeting has no second one to say it. */
static void draw_clock_trouble(struct ui *ui, const char *key, struct rect line)
{
	enum { ICON = 24, GAP = 8, MARK = ICON + GAP };
	const char *words = ui_fitting(ui, line.w - MARK, UI_NOTE,
		(const char *const[]){ui_say(ui, key), language_short(ui->language, key), NULL});
	struct ui_style style =
		chrome_words(ui, (struct rect){line.x + MARK, line.y, line.w - MARK, line.h},
			UI_NOTE, UI_RIGHT, THEME_INK2, words, words);
	const int width = ui_text_width(ui, style, words);
	ui_icon(ui, (struct rect){line.x + line.w - width - MARK, line.y, ICON, line.h}, ICON,
		THEME_INK2, "clock");
}

/* All that is otherwise there, from the hero on. */
static struct rect trouble_place(const struct layout *layout, const struct places *places)
{
	struct rect place = rect_join(places->hero, places->appointment);
	if (layout->shape == LAYOUT_SMALL) {
		return rect_join(place, places->complain);
	}
	return layout->low ? place : rect_join(place, places->side);
}

static struct action draw_side(
	struct ui *ui, const struct lobby *lobby, bool closed, const struct places *places)
{
	const bool invited = lobby_invites(lobby);
	const bool shared = places->invited.y == places->side.y;
	if (places->side.h > 0 && !(invited && shared)) {
		if (closed && lobby->office->online[0] != '\0' && !lobby_serves_on(lobby)) {
			online_draw(ui, lobby, places->side);
		} else {
			room_draw(ui, lobby, places->side);
		}
	}
	if (invited) {
		return invitation_draw(ui, lobby, places->invited);
	}
	return (struct action){.kind = ACTION_NONE};
}

/* What else than a number can be had here. */
static int offers_of(const struct lobby *lobby, const struct places *places,
	struct chrome_offer out_offers[OFFERS])
{
	const struct chrome_offer offers[] = {
		{{"welcome.standards", "clipboard-text", "kiosk.standards.title", ACTION_STANDARDS,
			 false, NULL},
			places->standards},
		{{"welcome.rate", "emoticon-happy", "kiosk.welcome.rate", ACTION_RATE, false, NULL},
			places->rate},
		{{"welcome.help", "help-circle", "kiosk.help", ACTION_HELP, !lobby_has_help(lobby),
			 NULL},
			places->help},
		{{"welcome.give_up", "close", "kiosk.welcome.give_up", ACTION_GIVE_UP, false, NULL},
			places->give_up},
		{{"welcome.complain", "comment-text", "kiosk.welcome.complain", ACTION_COMPLAIN,
			 false, NULL},
			places->complain}};
	int count = 0;
	for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
		const enum action_kind action = offers[i].look.action;
		if (offers[i].place.h > 0 &&
			!(action == ACTION_RATE && lobby->instrument == NULL)) {
			out_offers[count++] = offers[i];
		}
	}
	return count;
}

/* On a small screen the appointment is one of them, and they are all set alike. */
static struct action draw_offers(struct ui *ui, const struct lobby *lobby, bool closed,
	const struct layout *layout, const struct places *places)
{
	struct chrome_offer offers[OFFERS];
	struct chrome_set set;
	struct action action = {.kind = ACTION_NONE};
	const bool small = layout->shape == LAYOUT_SMALL;
	int count = offers_of(lobby, places, offers);
	if (small) {
		offers[count++] = (struct chrome_offer){
			{"welcome.appointment", "calendar-check", "kiosk.welcome.appointment",
				ACTION_APPOINTMENT, closed, NULL},
			places->appointment};
		set = chrome_set_of(ui, offers, count);
	} else {
		action = appointment_tile(ui, closed, places->appointment);
	}
	for (int i = 0; i < count; i++) {
		offers[i].look.set = small ? &set : NULL;
		action = chrome_either(
			action, chrome_button(ui, offers[i].look, offers[i].place, true));
	}
	return action;
}

static struct action draw_tools(
	struct ui *ui, const struct journey *journey, const struct places *places)
{
	struct action action = chrome_either(chrome_language(ui, journey, places->language,
						     ui->large && places->language.w < 340),
		chrome_tool(ui, journey, TOOL_ACCESS, places->tools, true));
	/* The keypad's way back leads nowhere from here: it starts the voice for who sees nothing.
	 */
	if (journey->voice && ui_key(ui, "escape")) {
		action = (struct action){.kind = ACTION_ALOUD};
	}
	return action;
}

struct action welcome_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_of(ui, journey);
	struct places places = places_of(&layout);
	struct calendar_hours hours;
	lobby_hours(lobby, &hours);
	chrome_header(ui, lobby, journey, 24);
	if (lobby->office == NULL || lobby->store != RESULT_OK) {
		hero_draw_trouble(ui, lobby, trouble_place(&layout, &places));
		return draw_tools(ui, journey, &places);
	}
	bool closed = hours.state == CALENDAR_CLOSED;
	if (lobby_invites(lobby)) {
		make_way(&places);
	}
	if (!anyone_waits(lobby)) {
		take_give_up(&places, &layout);
	}
	if (layout.upright && places.second.h == 0 && is_clock_wrong(lobby)) {
		ui->large = false; /* one line */
		draw_clock_trouble(ui, clock_key(&hours), places.clock);
		ui->large = journey->large;
	}
	draw_greeting(ui, lobby, &hours, &layout, &places);
	draw_state(ui, lobby, &hours, &places);
	struct action action = {.kind = ACTION_NONE};
	if (closed) {
		hero_draw_closed(ui, lobby, &hours, places.hero);
	} else {
		action = hero_draw(ui, lobby, &hours, places.hero);
	}
	action = chrome_either(action, draw_side(ui, lobby, closed, &places));
	action = chrome_either(action, draw_offers(ui, lobby, closed, &layout, &places));
	return chrome_either(action, draw_tools(ui, journey, &places));
}
