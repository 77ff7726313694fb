#include "app/kiosk/hero.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

#include <string.h>

static const struct ui_style HOW = {DRAW_REGULAR, 32, 44};

/* Where the hero's parts stand: from its top the icon, where there is room, title and text, from
 * its bottom the pill and the arrow. */
struct parts {
	struct rect whole, tile; /* h 0 = none */
	struct rect title, text, pill, arrow;
};

static struct parts parts_of(const struct ui *ui, struct rect rect)
{
	const bool small = ui->text_share < 1;
	const int pad = small          ? 24
			: rect.h < 360 ? 48
				       : 56,
		  foot = small          ? 20
			 : rect.h < 360 ? 40
					: 48;
	const int side = small ? 56 : 96, pill = ui_line(ui, HOW) + 20, arrow = small ? 72 : 112;
	struct parts parts = {.whole = rect};
	int y = rect.y + (small ? 16 : 28);
	if (rect.h >= (small ? 280 : 440) && !(ui->large && rect.h < 500)) {
		parts.tile = (struct rect){rect.x + pad, rect.y + (small ? 20 : 48), side, side};
		y = parts.tile.y + side + (small ? 4 : 22);
	}
	parts.title = (struct rect){rect.x + pad, y, rect.w - 2 * pad, ui_line(ui, UI_HERO)};
	parts.pill = (struct rect){rect.x + pad, rect.y + rect.h - foot - pill, 0, pill};
	parts.arrow = (struct rect){
		rect.x + rect.w - arrow - 48, rect.y + rect.h - arrow - 48, arrow, arrow};
	if (small) {
		parts.arrow.x += 24;
		parts.arrow.y += 24;
	}
	y += parts.title.h + (small ? 4 : 10);
	parts.text = (struct rect){
		rect.x + pad, y, parts.arrow.x - 16 - rect.x - pad, parts.pill.y - 8 - y};
	return parts;
}

/* The highest a bar at `x` may stand: it never runs behind text, it is shorter there. */
static int bar_top(const struct rect *texts, int count, int x, int top)
{
	for (int i = 0; i < count; i++) {
		int bottom = texts[i].y + texts[i].h + 4;
		if (x < texts[i].x + texts[i].w + 16 && top < bottom) {
			top = bottom;
		}
	}
	return top;
}

/* `texts` are where there is ink. */
static void draw_bars(struct ui *ui, struct rect hero, const struct rect *texts, int count)
{
	static const struct {
		int right, height;
	} bars[] = {{344, 128}, {192, 264}, {40, 400}};
	enum { FULL = 488, WIDTH = 128, FULL_WIDTH = 968 };
	if (ui->theme->flat) {
		return;
	}
	int width = hero.w < FULL_WIDTH ? WIDTH * hero.w / FULL_WIDTH : WIDTH;
	ui_clip(ui, hero);
	for (int i = 0; i < 3; i++) {
		int x = hero.x + hero.w - bars[i].right * width / WIDTH - width;
		int y = hero.y + hero.h - bars[i].height * (hero.h < FULL ? hero.h : FULL) / FULL;
		y = bar_top(texts, count, x, y);
		/* The lower corners are cut off by the clip: the bars stand on the hero's edge. */
		if (y < hero.y + hero.h - 32) {
			ui_fill(ui, (struct rect){x, y, width, hero.y + hero.h - y + 24}, 24,
				THEME_HERO_BAR);
		}
	}
	ui_unclip(ui);
}

/* How many wait, at the foot of the hero. */
struct pill {
	struct rect rect;
	struct ui_style style;
	char text[SAY_SIZE];
};

static struct pill pill_of(
	const struct ui *ui, const struct lobby *lobby, const struct parts *parts)
{
	char number[16];
	struct pill pill = {.rect = parts->pill, .style = {DRAW_SEMIBOLD, 28, 40}};
	const int room = parts->arrow.x - 12 - parts->pill.x;
	int waiting = lobby->view != NULL ? lobby->view->waiting_total : 0;
	text_format(number, sizeof(number), "%d", waiting);
	const char *key = waiting == 0   ? "kiosk.welcome.nobody"
			  : waiting == 1 ? "kiosk.welcome.waiting_one"
					 : "kiosk.welcome.waiting";
	language_with(ui->language, key, pill.text, sizeof(pill.text), number);
	while (pill.style.size > 16 && ui_text_width(ui, pill.style, pill.text) + 108 > room) {
		pill.style.size -= 2;
	}
	const int side = pill.rect.h * 3 / 8; /* 24 of 64 */
	pill.rect.w = side + 32 + side - 4 + ui_text_width(ui, pill.style, pill.text) + side + 4;
	return pill;
}

static void draw_pill(struct ui *ui, const struct pill *pill)
{
	const struct rect rect = pill->rect;
	const int side = rect.h * 3 / 8, x = rect.x + 2 * side + 28;
	enum theme_token ink = ui->theme->flat ? THEME_INK : THEME_WHITE;
	ui_fill(ui, rect, rect.h / 2, THEME_ACTION_DEEP);
	ui_icon(ui, (struct rect){rect.x + side, rect.y, 32, rect.h}, 36, ink, "account-multiple");
	ui_text(ui, (struct rect){x, rect.y, rect.x + rect.w - x, rect.h}, pill->style, UI_LEFT,
		ink, pill->text);
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
	} else if (lobby->office->ticket_first) {
		return ui_say(ui, "kiosk.welcome.how_first");
	} else {
		return ui_say(ui, lobby_is_staffed(lobby) ? "kiosk.welcome.how"
							  : "kiosk.welcome.how_counter");
	}
	return language_with(ui->language, "kiosk.welcome.how_later", out_text, SAY_SIZE, hour);
}

/* Title and text, as far as they fit; the bars keep clear of them. */
static void draw_texts(struct ui *ui, const struct parts *parts, const struct pill *pill,
	const char *take, const char *how)
{
	struct rect inks[3] = {parts->title, parts->text, pill->rect};
	struct ui_style style = UI_HERO;
	while (style.size > 40 && ui_text_width(ui, style, take) > parts->title.w) {
		style.size -= 4;
	}
	int height = ui_paragraph_height(ui, parts->text.w, HOW, how);
	inks[0].w = ui_text_width(ui, style, take);
	inks[1].h = height < parts->text.h ? height : parts->text.h;
	inks[1].w = ui_text_width(ui, HOW, how);
	inks[1].w = inks[1].w < parts->text.w ? inks[1].w : parts->text.w;
	draw_bars(ui, parts->whole, inks, 3);
	ui_text(ui, parts->title, style, UI_LEFT, THEME_ON_ACTION, take);
	chrome_words(ui, (struct rect){parts->text.x, parts->text.y, parts->text.w, inks[1].h}, HOW,
		UI_LEFT, THEME_ACTION_SOFT, how, how);
}

struct action hero_draw(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, struct rect rect)
{
	const struct parts parts = parts_of(ui, rect);
	char later[SAY_SIZE];
	const char *how = how_text(ui, lobby, hours, later);
	const struct pill pill = pill_of(ui, lobby, &parts);
	bool held = false;
	bool tapped = ui_touch(ui, "welcome.take", rect, &held, NULL);
	ui_shadow(ui, rect, 32, DRAW_SHADOW_HERO);
	ui_fill(ui, rect, 32, held ? THEME_ACTION_DOWN : THEME_ACTION);
	draw_texts(ui, &parts, &pill, ui_say(ui, "kiosk.welcome.take"), how);
	if (parts.tile.h > 0) {
		ui_fill(ui, parts.tile, parts.tile.w * 7 / 24, THEME_CARD);
		ui_icon(ui, parts.tile, parts.tile.w * 7 / 12, THEME_ACTION, "ticket-confirmation");
	}
	draw_pill(ui, &pill);
	ui_fill(ui, parts.arrow, parts.arrow.w / 2, THEME_CARD);
	ui_icon(ui, parts.arrow, parts.arrow.w / 2, THEME_ACTION, "arrow-right");
	ui_focus_ring(ui, "welcome.take", rect, 32, THEME_INK);
	return (struct action){.kind = tapped ? ACTION_START : ACTION_NONE};
}

/*
 * A sunk card in the hero's place: an icon, a statement (NULL = none), and the room for what the
 * visitor can do. `up`: the statement stands higher by as much.
 */
static struct rect quiet_hero(
	struct ui *ui, struct rect rect, const char *icon, const char *title_key, int up)
{
	struct parts parts = parts_of(ui, rect);
	if (icon == NULL) {
		parts.tile.h = 0;
		parts.title.y = rect.y + (ui->text_share < 1 ? 12 : 20);
	}
	const struct ui_style style = icon != NULL ? UI_HEADLINE : UI_TITLE;
	const int line = ui_line(ui, style), gap = ui->text_share < 1 ? 8 : 16;
	const int bottom = rect.y + rect.h - (ui->text_share < 1 ? 12 : 24);
	ui_fill(ui, rect, 32, THEME_SUNK);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 32, 4, THEME_INK);
	}
	if (parts.tile.h > 0) {
		ui_fill(ui, parts.tile, parts.tile.w * 7 / 24, THEME_CARD);
		ui_icon(ui, parts.tile, parts.tile.w * 7 / 12, THEME_INK2, icon);
	}
	int y = parts.title.y + (parts.tile.h > 0 && ui->text_share == 1 ? 10 - up : 0);
	if (title_key != NULL) {
		const char *title = ui_say(ui, title_key);
		chrome_words(ui, (struct rect){parts.title.x, y, parts.title.w, line}, style,
			UI_LEFT, THEME_INK, title, title);
	}
	y += line + (up > 0 ? 0 : gap);
	return (struct rect){parts.title.x, y, parts.title.w, bottom - y};
}

bool hero_is_early(const struct lobby *lobby, const struct calendar_hours *hours)
{
	char today[CALENDAR_DATE_SIZE], opening[CALENDAR_DATE_SIZE];
	if (hours->state != CALENDAR_CLOSED || hours->open_ms < 0) {
		return false;
	}
	calendar_date(lobby->office, lobby->now_ms, today);
	calendar_date(lobby->office, hours->open_ms, opening);
	return strcmp(today, opening) == 0;
}

/* A text from the top of `room`, which it leaves smaller. */
static void write_down(struct ui *ui, struct rect *room, struct ui_style style,
	enum theme_token color, const char *text, int most_h)
{
	int height = ui_paragraph_height(ui, room->w, style, text);
	most_h = most_h < room->h ? most_h : room->h;
	struct rect box = {room->x, room->y, room->w, height < most_h ? height : most_h};
	chrome_words(ui, box, style, UI_LEFT, color, text, text);
	room->y += box.h;
	room->h -= box.h;
}

/* When it opens: a line before it, and the moment. */
struct opening {
	const char *before;
	char moment[2 * SAY_SIZE], both[3 * SAY_SIZE];
};

static struct opening opening_of(const struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, bool early)
{
	char date[SAY_SIZE], hour[SAY_SIZE];
	struct opening opening = {
		.before = ui_say(ui, early ? "kiosk.welcome.first" : "kiosk.welcome.again")};
	if (hours->open_ms < 0) {
		return opening;
	}
	say_date(ui->language, lobby->office, "date.full", hours->open_ms, date);
	say_hour(lobby->office, hours->open_ms, hour);
	if (early) {
		language_with(ui->language, "kiosk.welcome.again_today", opening.moment,
			sizeof(opening.moment), hour);
	} else {
		language_with(ui->language, "kiosk.welcome.again_at", opening.moment,
			sizeof(opening.moment), date, hour);
	}
	text_format(opening.both, sizeof(opening.both), "%s %s", opening.before, opening.moment);
	return opening;
}

static void draw_opening(struct ui *ui, const struct opening *opening, struct rect room)
{
	if (opening->moment[0] == '\0') {
		return;
	}
	write_down(ui, &room, UI_LEAD, THEME_INK2, opening->before, room.h / 2);
	write_down(ui, &room, UI_LEAD_SEMIBOLD, THEME_INK, opening->moment, room.h);
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

/* What makes room for a long reason. */
enum reason_room {
	ROOM_WHOLE,
	ROOM_BARE /* no icon */,
	ROOM_LINE /* the opening on one line, too */,
	ROOM_ALONE /* no title: the state's chip and the reason's first words say it */
};

/* How the reason is set, the first that has room. */
static const struct reason_look {
	struct ui_style style;
	enum reason_room room;
} reason_looks[] = {{{DRAW_DISPLAY_SEMIBOLD, 40, 52}, ROOM_WHOLE},
	{{DRAW_SEMIBOLD, 32, 40}, ROOM_WHOLE}, {{DRAW_DISPLAY_SEMIBOLD, 40, 52}, ROOM_BARE},
	{{DRAW_SEMIBOLD, 32, 40}, ROOM_BARE}, {{DRAW_SEMIBOLD, 32, 40}, ROOM_LINE},
	{{DRAW_SEMIBOLD, 28, 36}, ROOM_LINE}, {{DRAW_SEMIBOLD, 24, 32}, ROOM_LINE},
	{{DRAW_SEMIBOLD, 28, 36}, ROOM_ALONE}};
enum { REASON_LOOKS = sizeof(reason_looks) / sizeof(reason_looks[0]) };

/* Where the reason stands, and under it the opening. */
struct reason_places {
	struct rect words, opening;
};

static struct reason_places reason_places_of(
	const struct ui *ui, struct rect rect, enum reason_room room, const struct opening *opening)
{
	const bool small = ui->text_share < 1;
	const int air = small ? 8 : 16;
	const struct parts parts = parts_of(ui, rect);
	const int width = parts.title.w, line = ui_line(ui, UI_LABEL);
	int top = parts.title.y + ui_line(ui, UI_HEADLINE);
	int high = ui_line(ui, UI_LEAD) +
		   ui_paragraph_height(ui, width, UI_LEAD_SEMIBOLD, opening->moment);
	if (room != ROOM_WHOLE) {
		top = rect.y + (small ? 12 : 20) + ui_line(ui, UI_TITLE) + (small ? 0 : 8);
	}
	if (room == ROOM_ALONE) {
		top = rect.y + (small ? 16 : 32);
	}
	if (room >= ROOM_LINE) {
		high = ui->large ? line : ui_paragraph_height(ui, width, UI_LABEL, opening->both);
	}
	int bottom = rect.y + rect.h - (small ? 12 : 24) - high;
	return (struct reason_places){{parts.title.x, top, width, bottom - air - top},
		{parts.title.x, bottom, width, high}};
}

/* Why, as large as there is room for; a long one takes that of the icon and of the lines. */
static void draw_reason(struct ui *ui, struct rect rect, const char *title_key,
	const struct opening *opening, const char *reason)
{
	enum { AIR = 24 };
	struct reason_places places;
	int height, i = -1;
	do {
		i++;
		places = reason_places_of(ui, rect, reason_looks[i].room, opening);
		height = ui_paragraph_height(ui, places.words.w, reason_looks[i].style, reason);
	} while (height > places.words.h && i + 1 < REASON_LOOKS);
	const bool bare = reason_looks[i].room != ROOM_WHOLE;
	const bool alone = reason_looks[i].room == ROOM_ALONE;
	quiet_hero(ui, rect, bare ? NULL : "clock", alone ? NULL : title_key, bare ? 0 : 12);
	places.words.h = height < places.words.h ? height : places.words.h;
	int under = places.words.y + places.words.h + AIR;
	const int bottom = places.opening.y + places.opening.h;
	places.opening.y = under < places.opening.y ? under : places.opening.y;
	chrome_words(ui, places.words, reason_looks[i].style, UI_LEFT, THEME_INK, reason, reason);
	if (reason_looks[i].room < ROOM_LINE) {
		draw_opening(ui, opening, places.opening);
	} else if (opening->moment[0] != '\0') {
		int whole = ui_paragraph_height(ui, places.opening.w, UI_LABEL, opening->both);
		places.opening.h = bottom - places.opening.y;
		places.opening.h = whole < places.opening.h ? whole : places.opening.h;
		chrome_words(ui, places.opening, UI_LABEL, UI_LEFT, THEME_INK2, opening->both,
			opening->both);
	}
}

void hero_draw_closed(struct ui *ui, const struct lobby *lobby, const struct calendar_hours *hours,
	struct rect rect)
{
	char reason[SAY_CLOSING_SIZE];
	bool early = hero_is_early(lobby, hours), reasoned = say_reason(ui, lobby, reason);
	const char *title = early      ? "kiosk.welcome.early_title"
			    : reasoned ? "kiosk.welcome.shut_title"
				       : "kiosk.welcome.closed_title";
	const struct opening opening = opening_of(ui, lobby, hours, early);
	if (reasoned) {
		draw_reason(ui, rect, title, &opening, reason);
		return;
	}
	draw_opening(ui, &opening, quiet_hero(ui, rect, "clock", title, 0));
}

void hero_draw_trouble(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	if (lobby->store == RESULT_OK) {
		struct rect room = quiet_hero(ui, rect, "timer-sand", "kiosk.welcome.starting", 0);
		write_down(ui, &room, UI_LEAD, THEME_INK2,
			ui_say(ui, "kiosk.welcome.starting_hint"), room.h);
		return;
	}
	struct rect room = quiet_hero(ui, rect, "alert-circle", "kiosk.welcome.trouble", 0);
	write_down(ui, &room, UI_LEAD, THEME_INK2, ui_say(ui, "kiosk.welcome.trouble_hint"),
		room.h / 2);
	char key[48], text[400];
	text_format(key, sizeof(key), "result.%s", result_key(lobby->store));
	language_with(ui->language, "kiosk.welcome.for_staff", text, sizeof(text), ui_say(ui, key));
	room.y += 24;
	room.h -= 24;
	write_down(ui, &room, UI_NOTE, THEME_INK2, text, room.h);
}
