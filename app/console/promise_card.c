#include "app/console/screen.h"

#include "app/base/text.h"

/* The clock of the promise: whose it is, its phase, why it runs, its count and bar. */
enum { TOP = 368, HEIGHT = 136, INSET = 24, LINE = 388, BAR = 446, COUNT = 374, COUNT_H = 64 };

struct card_look {
	enum theme_token ground, ink, ink2, counter;
	const char *icon;
};

static struct card_look card_look(const struct ui *ui, const struct promise *promise)
{
	if (!promise->running) {
		return (struct card_look){
			THEME_CARD, THEME_INK2, THEME_INK2, THEME_DISABLED, "timer"};
	}
	switch (promise->phase) {
	case TARGET_ON_TIME:
		return (struct card_look){THEME_CARD, THEME_INK, THEME_INK2, THEME_OK_INK, "timer"};
	case TARGET_SOON:
		return (struct card_look){
			THEME_CARD, THEME_INK, THEME_INK2, THEME_SOON_INK, "timer"};
	case TARGET_LATE: break;
	}
	enum theme_token on = parts_on_late(ui);
	return (struct card_look){THEME_LATE, on, on, on, "alert-circle"};
}

static const char *reason(struct ui *ui, const struct shift *shift, const struct promise *promise,
	char *out_text, size_t size)
{
	char number[16], time[PARTS_TIME_SIZE] = "";
	text_format(number, sizeof(number), "%d", promise->counter);
	if (promise->since_ms != TICKET_NEVER) {
		parts_time(shift->office, promise->since_ms, time);
	}
	switch (promise->reason) {
	case PROMISE_NOBODY: return ui_say(ui, "console.clock.nobody");
	case PROMISE_ALL_BUSY:
		return parts_say(ui, out_text, size, "console.clock.all_busy", promise->number, "");
	case PROMISE_NO_LIMIT:
		return parts_say(ui, out_text, size, "console.clock.no_limit", promise->number, "");
	case PROMISE_NOT_OPEN: return ui_say(ui, "console.clock.not_open");
	case PROMISE_UNATTENDED: return ui_say(ui, "console.clock.unattended");
	case PROMISE_CALLED_AT:
		return parts_say(ui, out_text, size, "console.clock.called", time, "");
	case PROMISE_FREE_SINCE: break;
	}
	return parts_say(ui, out_text, size, "console.free_since", number, time);
}

static const char *phase_words(
	struct ui *ui, const struct promise *promise, char *out_text, size_t size)
{
	char over[PARTS_TIME_SIZE];
	switch (promise->phase) {
	case TARGET_ON_TIME: return ui_say(ui, "console.phase.on_time");
	case TARGET_SOON: return ui_say(ui, "console.phase.soon");
	case TARGET_LATE: break;
	}
	parts_duration(promise->count_ms - promise->target_s * INT64_C(1000), over);
	return parts_say(ui, out_text, size, "console.phase.late", over, "");
}

/* Title, phase and reason in one line, as far as the counter leaves room. */
static void draw_line(struct ui *ui, const struct shift *shift, const struct promise *promise,
	struct card_look look, int right)
{
	char text[160], minutes[16];
	ui_icon(ui, (struct rect){PARTS_MARGIN + INSET, LINE, 28, 36}, 28, look.counter, look.icon);
	text_format(minutes, sizeof(minutes), "%d", promise->target_s / 60);
	const char *key = promise->running        ? "console.clock.of"
			  : promise->target_s > 0 ? "console.clock.title"
						  : "console.clock.none";
	const char *title = parts_say(ui, text, sizeof(text), key, minutes, promise->number);
	int x = 86, width = ui_text_width(ui, PARTS_VALUE_SEMIBOLD, title);
	ui_text(ui, (struct rect){x, LINE, width, 36}, PARTS_VALUE_SEMIBOLD, UI_LEFT, look.ink,
		title);
	x += width + 14;
	if (promise->running) {
		struct parts_chip chip = parts_phase_chip(ui, promise->phase);
		if (promise->phase == TARGET_LATE) {
			chip = (struct parts_chip){.ground = THEME_CARD, .color = THEME_LATE_INK};
		}
		x += 14 + parts_chip(ui, x, LINE + 4, UI_LEFT, chip,
				  phase_words(ui, promise, text, sizeof(text)));
	}
	const char *why = reason(ui, shift, promise, text, sizeof(text));
	struct rect box = {x, LINE, right - x, 36};
	struct ui_style style =
		ui_text_width(ui, PARTS_TEXT, why) <= box.w ? PARTS_TEXT : PARTS_NOTE;
	ui_text(ui, box, style, UI_LEFT, look.ink2, why);
}

/* 0, and the borders of the zones: limit − 3 minutes and the limit, of limit + 2 minutes. A promise
 * of no more than 3 minutes has no zones and ends with the bar (ui_clock_bar). */
static void draw_labels(struct ui *ui, int target_s, struct rect bar, enum theme_token color)
{
	char text[48];
	int whole = target_s + 120, y = bar.y + 24;
	if (target_s <= 0) {
		return;
	}
	ui_text(ui, (struct rect){bar.x, y, 40, 20}, PARTS_NOTE, UI_LEFT, color, "0");
	if (target_s <= 180) {
		ui_text(ui, (struct rect){bar.x + bar.w - 120, y, 120, 20}, PARTS_NOTE, UI_RIGHT,
			color,
			parts_say_number(ui, text, sizeof(text), "console.minutes", target_s / 60));
		return;
	}
	int soon = bar.x + bar.w * (target_s - 180) / whole;
	if (target_s >= 240) {
		text_format(text, sizeof(text), "%d", (target_s - 180) / 60);
		ui_text(ui, (struct rect){soon - 20, y, 40, 20}, PARTS_NOTE, UI_CENTER, color,
			text);
	}
	int limit = bar.x + bar.w * target_s / whole;
	ui_text(ui, (struct rect){limit - 60, y, 120, 20}, PARTS_NOTE, UI_CENTER, color,
		parts_say_number(ui, text, sizeof(text), "console.minutes", target_s / 60));
}

void promise_card(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct promise promise;
	promise_find(
		shift->view, (int)(shift_counter(shift) - shift->view->counters), now, &promise);
	if (!promise.running) {
		promise.target_s = promise_usual(shift->office, shift_counter(shift));
	}
	struct card_look look = card_look(ui, &promise);
	struct rect card = {PARTS_MARGIN, TOP, layout->left_w, HEIGHT};
	bool late = promise.running && promise.phase == TARGET_LATE;
	if (late) {
		ui_shadow(ui, card, PARTS_RADIUS, DRAW_SHADOW_CARD);
		ui_fill(ui, card, PARTS_RADIUS, look.ground);
	} else {
		ui_card(ui, card);
	}
	int right = card.x + card.w - INSET, taken = 0;
	if (promise.running) {
		char count[PARTS_TIME_SIZE];
		parts_duration(promise.count_ms, count);
		taken = parts_digits_width(PARTS_CLOCK.size, count);
		ui_counter(ui, (struct rect){right - taken, COUNT, taken, COUNT_H},
			PARTS_CLOCK.face, PARTS_CLOCK.size, UI_RIGHT, look.counter, count);
		taken += 16;
	}
	draw_line(ui, shift, &promise, look, right - taken);
	struct rect bar = {card.x + INSET, BAR, card.w - 2 * INSET, 16};
	int64_t count_s = promise.running ? promise.count_ms / 1000 : 0;
	ui_clock_bar(ui, bar, promise.target_s, count_s, false, late);
	draw_labels(ui, promise.target_s, bar, look.ink2);
}
