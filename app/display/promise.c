#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/queue/target.h"

#include <inttypes.h>

enum {
	LINE_HEIGHT = 104,
	NAME_WIDTH = 568, /* to the bar, or more for a long name */
	COUNT_WIDTH = 216,
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

/* Name and count in one line with the bar between them; on an upright screen the bar is below. */
struct place {
	struct rect line;  /* name, number and count */
	struct rect below; /* the bar's own line; empty = it is in the first */
};

static struct place place_in(struct rect card, bool tall)
{
	struct place place = {.line = card};
	place.line.x += LAYOUT_PAD;
	place.line.w -= 2 * LAYOUT_PAD;
	place.line.h = LINE_HEIGHT;
	if (tall) {
		place.below = place.line;
		place.below.y += LINE_HEIGHT - 4;
		place.below.h = BAR_HEIGHT;
	}
	return place;
}

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

/* In `bar`: the minutes on time, then the last three; beyond them it stays full. */
static void bar_frame(
	struct ui *ui, struct rect bar, int limit_s, int64_t count_ms, enum target_phase phase)
{
	int x = bar.x, width = bar.w, end = x + width, y = bar.y + (bar.h - BAR_HEIGHT) / 2;
	int soon = limit_s > SOON_S ? SOON_S : 0;
	int first = width * (limit_s - soon) / limit_s;
	int until = phase == TARGET_LATE ? end
					 : x + (int)(width * count_ms / (limit_s * INT64_C(1000)));
	zone_frame(ui, (struct rect){x, y, first - (soon ? BAR_GAP : 0), BAR_HEIGHT}, until, true,
		THEME_NIGHT_TRACK_OK, looks[phase]);
	if (soon) {
		zone_frame(ui, (struct rect){x + first, y, width - first, BAR_HEIGHT}, until, false,
			THEME_NIGHT_TRACK_SOON, looks[phase]);
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
static int name_frame(struct ui *ui, struct rect line, enum theme_token color, int limit_s)
{
	enum { ICON = 52 };
	char name[96];
	promise_name(ui, limit_s, name, sizeof name);
	int width = ui_text_width(ui, DISPLAY_TEXT, name);
	ui_icon(ui, (struct rect){line.x, line.y, ICON, line.h}, ICON, color, "timer");
	int x = line.x + ICON + 20;
	ui_text(ui, (struct rect){x, line.y, width, line.h}, DISPLAY_TEXT, UI_LEFT, THEME_WHITE,
		name);
	return x + width + 20;
}

/* The count at the right end; returns where the bar before it ends. */
static int count_frame(struct ui *ui, struct rect line, int64_t count, enum target_phase phase)
{
	char digits[32];
	int x = line.x + line.w - COUNT_WIDTH;
	say_count(count / 1000, digits, sizeof digits);
	ui_counter(ui, (struct rect){x, line.y, COUNT_WIDTH, line.h}, DRAW_DISPLAY_BOLD, 64,
		UI_RIGHT, looks[phase], digits);
	return x;
}

/* By how much it is late, in its stead; `end` is where the words end. Returns where they begin. */
static int late_frame(struct ui *ui, struct rect line, int64_t late_s, int end)
{
	char digits[32], late[96];
	say_count(late_s, digits, sizeof digits);
	language_with(ui->language, "display.late", late, sizeof late, digits);
	int width = ui_text_width(ui, DISPLAY_STATE, late);
	ui_text(ui, (struct rect){end - width, line.y, width, line.h}, DISPLAY_STATE, UI_LEFT,
		looks[TARGET_LATE], late);
	return end - width;
}

static void clock_frame(struct ui *ui, const struct display_model *model, struct place place,
	const struct view_clock *clock, const char *number)
{
	int64_t count = view_clock_count(clock, model->told_ms);
	int64_t late_s = count / 1000 - clock->target_s;
	enum target_phase phase = target_phase(clock->target_s, count);
	bool is_late = phase == TARGET_LATE;
	struct rect line = place.line, bar = place.below;
	int x = name_frame(ui, line, looks[phase], clock->target_s), right = line.x + line.w;
	int width = ui_text_width(ui, DISPLAY_STATE, number);
	ui_text(ui, (struct rect){x, line.y, width, line.h}, DISPLAY_STATE, UI_LEFT, THEME_WHITE,
		number);
	if (bar.w > 0 && is_late) {
		bar.w = late_frame(ui, bar, late_s, right) - BAR_ROOM - bar.x;
	} else if (bar.w > 0) {
		(void)count_frame(ui, line, count, phase);
	} else {
		int usual = line.x + NAME_WIDTH - LAYOUT_PAD;
		int end = is_late ? late_frame(ui, line, late_s, right) - BAR_ROOM
				  : count_frame(ui, line, count, phase);
		x += width + BAR_ROOM;
		x = x > usual ? x : usual;
		bar = (struct rect){x, line.y, end - x, line.h};
	}
	bar_frame(ui, bar, clock->target_s, count, phase);
	if (!display_is_stale(model)) {
		ui_wake_in(ui, 1000 - count % 1000);
	}
}

/* The longest of two texts that fits one line of `width`; both by their keys, with the day's share.
 */
static void say_share(const struct ui *ui, const struct desk_view *view, int width,
	const char *const keys[2], char *out_text, size_t size)
{
	char met[16], counted[16];
	text_format(met, sizeof met, "%d", view->met);
	text_format(counted, sizeof counted, "%d", view->counted);
	for (int i = 0; i < 2; i++) {
		language_with(ui->language, keys[i], out_text, size, met, counted);
		if (ui_paragraph_height(ui, width, DISPLAY_TEXT, out_text) <= DISPLAY_TEXT.line) {
			return;
		}
	}
}

/* No clock runs: how many were served as promised today, or, before the first, the promise. */
static void share_frame(struct ui *ui, const struct desk_view *view, struct place place)
{
	static const char *const shares[2] = {"display.share", "display.share_short"};
	static const char *const promises[2] = {
		"display.promise_note", "display.promise_note_short"};
	enum { TOP = 26, LINE = 52, BETWEEN = 12 };
	char text[160];
	bool below = place.below.w > 0, first = view->counted == 0;
	struct rect line = place.line;
	if (below) { /* a line under the name */
		line = (struct rect){line.x, line.y + TOP, line.w, LINE};
	}
	int x = name_frame(ui, line, THEME_NIGHT_OK, PROMISE_S);
	struct rect box = {x, line.y + (line.h - LINE) / 2, place.line.x + place.line.w - x, LINE};
	if (below) {
		box = (struct rect){line.x, line.y + LINE + BETWEEN, line.w, LINE};
	}
	say_share(ui, view, box.w, first ? promises : shares, text, sizeof text);
	ui_paragraph(ui, box, DISPLAY_TEXT, below ? UI_LEFT : UI_RIGHT,
		first ? THEME_ON_NIGHT : THEME_WHITE, text);
}

void promise_frame(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	struct place place = place_in(layout->promise, layout->tall);
	struct view_clock clock;
	char number[TICKET_NUMBER_SIZE];
	int counter = 0;
	ui_fill(ui, layout->promise, 24, THEME_NIGHT_2);
	if (view_oldest_clock(model->view, model->told_ms, &clock, number, &counter)) {
		clock_frame(ui, model, place, &clock, number);
	} else {
		share_frame(ui, model->view, place);
	}
}
