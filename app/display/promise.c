#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/queue/target.h"

#include <inttypes.h>

enum {
	CARD_Y = 872,
	CARD_HEIGHT = 104,
	BAR_X = 616,
	BAR_WIDTH = 1000,
	BAR_HEIGHT = 32,
	BAR_GAP = 6,
	SOON_S = 180, /* the last 3 minutes (look.md §4 "clock bar") */
	PROMISE_S = 600,
};

struct phase_look {
	enum theme_token text, fill;
};

static const struct phase_look looks[] = {
	[TARGET_ON_TIME] = {THEME_NIGHT_OK, THEME_NIGHT_OK},
	[TARGET_SOON] = {THEME_NIGHT_SOON, THEME_NIGHT_SOON},
	[TARGET_LATE] = {THEME_NIGHT_LATE, THEME_NIGHT_LATE},
};

static const struct rect bar = {
	BAR_X, CARD_Y + (CARD_HEIGHT - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT};

/* One zone of the bar from x to x + w, its outer end round, filled up to `until`. */
static void zone_frame(struct ui *ui, int x, int width, int until, bool first,
	enum theme_token track, enum theme_token fill)
{
	struct rect zone = {x, bar.y, width, bar.h};
	int outer = bar.h / 2;
	int filled = until - x < width ? until - x : width;
	for (int layer = 0; layer < 2; layer++) {
		struct rect part = zone;
		enum theme_token color = layer ? fill : track;
		if (layer) {
			part.w = filled;
		}
		if (part.w <= 0) {
			continue;
		}
		/* A round end and a straight one: two shapes of one colour, cut to the part. */
		ui_clip(ui, part);
		ui_fill(ui, zone, outer, color);
		zone = (struct rect){first ? x + outer : x, bar.y, width - outer, bar.h};
		ui_fill(ui, zone, 4, color);
		zone = (struct rect){x, bar.y, width, bar.h};
		ui_unclip(ui);
	}
}

static void bar_frame(struct ui *ui, int limit_s, int64_t count_ms, enum target_phase phase)
{
	int soon = limit_s > SOON_S ? SOON_S : 0;
	int first = BAR_WIDTH * (limit_s - soon) / limit_s;
	int64_t filled = count_ms >= (int64_t)limit_s * 1000
				 ? BAR_WIDTH
				 : BAR_WIDTH * count_ms / ((int64_t)limit_s * 1000);
	int until = BAR_X + (int)filled;
	bool late = phase == TARGET_LATE;
	zone_frame(ui, BAR_X, first - (soon ? BAR_GAP : 0), until, true,
		late ? THEME_NIGHT_TRACK_LATE : THEME_NIGHT_TRACK_OK, looks[phase].fill);
	if (soon) {
		zone_frame(ui, BAR_X + first, BAR_WIDTH - first, until, false,
			late ? THEME_NIGHT_TRACK_LATE : THEME_NIGHT_TRACK_SOON, looks[phase].fill);
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
	int x = name_frame(ui, looks[phase].text, clock->target_s);
	ui_text(ui, (struct rect){x, CARD_Y, BAR_X - x, CARD_HEIGHT}, DISPLAY_STATE, UI_LEFT,
		THEME_WHITE, number);
	ui_wake_in(ui, 1000 - count % 1000);
	if (phase == TARGET_LATE) {
		say_count(count / 1000 - clock->target_s, digits, sizeof digits);
		language_with(ui->language, "display.late", late, sizeof late, digits);
		int width = ui_text_width(ui, DISPLAY_STATE, late);
		ui_text(ui,
			(struct rect){
				DISPLAY_RIGHT - DISPLAY_PAD - width, CARD_Y, width, CARD_HEIGHT},
			DISPLAY_STATE, UI_LEFT, looks[phase].text, late);
		return;
	}
	bar_frame(ui, clock->target_s, count, phase);
	say_count(count / 1000, digits, sizeof digits);
	ui_counter(ui,
		(struct rect){BAR_X + BAR_WIDTH, CARD_Y,
			DISPLAY_RIGHT - DISPLAY_PAD - BAR_X - BAR_WIDTH, CARD_HEIGHT},
		DRAW_DISPLAY_BOLD, 64, UI_RIGHT, looks[phase].text, digits);
}

/* No clock runs: how many were served as promised today. */
static void share_frame(struct ui *ui, const struct desk_view *view)
{
	char met[16], counted[16], text[160];
	struct rect box = {
		BAR_X, CARD_Y + (CARD_HEIGHT - 52) / 2, DISPLAY_RIGHT - DISPLAY_PAD - BAR_X, 52};
	name_frame(ui, THEME_NIGHT_OK, PROMISE_S);
	if (view->counted > 0) {
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
