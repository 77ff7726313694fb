#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/queue/target.h"

#include <inttypes.h>

enum {
	CARD_Y = 872,
	CARD_HEIGHT = 104,
	BAR_X = 616, /* or further right, behind a long name */
	BAR_END = 1616,
	BAR_HEIGHT = 32,
	BAR_GAP = 6,
	BAR_ROOM = 32, /* between the number and the bar */
	SOON_S = 180,  /* the last 3 minutes (look.md §4 "clock bar") */
	PROMISE_S = 600,
};

static const enum theme_token looks[] = {
	[TARGET_ON_TIME] = THEME_NIGHT_OK,
	[TARGET_SOON] = THEME_NIGHT_SOON,
	[TARGET_LATE] = THEME_NIGHT_LATE,
};

enum { BAR_Y = CARD_Y + (CARD_HEIGHT - BAR_HEIGHT) / 2 };

/* A part of the bar with one round end and one straight: two shapes of a colour, cut to `part`. */
static void piece_frame(
	struct ui *ui, struct rect zone, struct rect part, bool first, enum theme_token color)
{
	enum { ROUND = BAR_HEIGHT / 2, INNER = 4 };
	struct rect straight = {first ? zone.x + ROUND : zone.x, zone.y, zone.w - ROUND, zone.h};
	if (part.w > 0) {
		ui_clip(ui, part);
		ui_fill(ui, zone, ROUND, color);
		ui_fill(ui, straight, INNER, color);
		ui_unclip(ui);
	}
}

/* One zone of the bar, filled up to x `until`. */
static void zone_frame(struct ui *ui, struct rect zone, int until, bool first,
	enum theme_token track, enum theme_token fill)
{
	struct rect filled = zone;
	filled.w = until - zone.x < zone.w ? until - zone.x : zone.w;
	piece_frame(ui, zone, zone, first, track);
	piece_frame(ui, zone, filled, first, fill);
}

/* From `x` to `end`: the minutes on time, then the last three; beyond them it stays full. */
static void bar_frame(
	struct ui *ui, int x, int end, int limit_s, int64_t count_ms, enum target_phase phase)
{
	int width = end - x;
	int soon = limit_s > SOON_S ? SOON_S : 0;
	int first = width * (limit_s - soon) / limit_s;
	int until = phase == TARGET_LATE ? end
					 : x + (int)(width * count_ms / (limit_s * INT64_C(1000)));
	zone_frame(ui, (struct rect){x, BAR_Y, first - (soon ? BAR_GAP : 0), BAR_HEIGHT}, until,
		true, THEME_NIGHT_TRACK_OK, looks[phase]);
	if (soon) {
		zone_frame(ui, (struct rect){x + first, BAR_Y, width - first, BAR_HEIGHT}, until,
			false, THEME_NIGHT_TRACK_SOON, looks[phase]);
	}
}

static void say_count(int64_t seconds, char *out_text, size_t size)
{
	text_format(out_text, size, "%02" PRId64 ".%02" PRId64, seconds / 60, seconds % 60);
}

static const char *promise_name(const struct ui *ui, int limit_s, char *out_text, size_t size)
{
	char minutes[16];
	if (limit_s == PROMISE_S || limit_s % 60) {
		text_copy(out_text, size, ui_say(ui, "display.promise"));
		return out_text;
	}
	text_format(minutes, sizeof minutes, "%d", limit_s / 60);
	return language_with(ui->language, "display.promise_minutes", out_text, size, minutes);
}

/* Icon and name at the left; returns the x behind them. */
static int name_frame(struct ui *ui, enum theme_token color, int limit_s)
{
	enum { ICON = 52 };
	char name[96];
	int x = DISPLAY_LEFT + DISPLAY_PAD;
	promise_name(ui, limit_s, name, sizeof name);
	int width = ui_text_width(ui, DISPLAY_TEXT, name);
	ui_icon(ui, (struct rect){x, CARD_Y, ICON, CARD_HEIGHT}, ICON, color, "timer");
	x += ICON + 20;
	ui_text(ui, (struct rect){x, CARD_Y, width, CARD_HEIGHT}, DISPLAY_TEXT, UI_LEFT,
		THEME_WHITE, name);
	return x + width + 20;
}

static void clock_frame(struct ui *ui, const struct display_model *model,
	const struct view_clock *clock, const char *number)
{
	int64_t count = view_clock_count(clock, model->now_ms);
	enum target_phase phase = target_phase(clock->target_s, count);
	char digits[32], late[96];
	int x = name_frame(ui, looks[phase], clock->target_s);
	int width = ui_text_width(ui, DISPLAY_STATE, number), end = BAR_END;
	ui_text(ui, (struct rect){x, CARD_Y, width, CARD_HEIGHT}, DISPLAY_STATE, UI_LEFT,
		THEME_WHITE, number);
	x += width + BAR_ROOM;
	x = x > BAR_X ? x : BAR_X;
	ui_wake_in(ui, 1000 - count % 1000);
	if (phase == TARGET_LATE) {
		say_count(count / 1000 - clock->target_s, digits, sizeof digits);
		language_with(ui->language, "display.late", late, sizeof late, digits);
		width = ui_text_width(ui, DISPLAY_STATE, late);
		end = DISPLAY_RIGHT - DISPLAY_PAD - width;
		ui_text(ui, (struct rect){end, CARD_Y, width, CARD_HEIGHT}, DISPLAY_STATE, UI_LEFT,
			looks[phase], late);
		bar_frame(ui, x, end - BAR_ROOM, clock->target_s, count, phase);
		return;
	}
	bar_frame(ui, x, end, clock->target_s, count, phase);
	say_count(count / 1000, digits, sizeof digits);
	ui_counter(ui, (struct rect){end, CARD_Y, DISPLAY_RIGHT - DISPLAY_PAD - end, CARD_HEIGHT},
		DRAW_DISPLAY_BOLD, 64, UI_RIGHT, looks[phase], digits);
}

/* No clock runs: how many were served as promised today, or, before the first, the promise. */
static void share_frame(struct ui *ui, const struct desk_view *view)
{
	char met[16], counted[16], text[160];
	struct rect box = {
		BAR_X, CARD_Y + (CARD_HEIGHT - 52) / 2, DISPLAY_RIGHT - DISPLAY_PAD - BAR_X, 52};
	name_frame(ui, THEME_NIGHT_OK, PROMISE_S);
	if (view->counted == 0) {
		ui_paragraph(ui, box, DISPLAY_TEXT, UI_RIGHT, THEME_ON_NIGHT,
			ui_say(ui, "display.promise_note"));
	} else {
		text_format(met, sizeof met, "%d", view->met);
		text_format(counted, sizeof counted, "%d", view->counted);
		language_with(ui->language, "display.share", text, sizeof text, met, counted);
		ui_paragraph(ui, box, DISPLAY_TEXT, UI_RIGHT, THEME_WHITE, text);
	}
}

void promise_frame(struct ui *ui, const struct display_model *model)
{
	struct rect card = {DISPLAY_LEFT, CARD_Y, DISPLAY_RIGHT - DISPLAY_LEFT, CARD_HEIGHT};
	struct view_clock clock;
	char number[TICKET_NUMBER_SIZE];
	int counter = 0;
	ui_fill(ui, card, 24, THEME_NIGHT_2);
	if (view_oldest_clock(model->view, model->now_ms, &clock, number, &counter)) {
		clock_frame(ui, model, &clock, number);
	} else {
		share_frame(ui, model->view);
	}
}
