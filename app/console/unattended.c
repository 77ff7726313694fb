#include "app/console/screen.h"

#include "app/base/text.h"

/* Visitors wait and nobody is at a desk for them: said in red on every screen of the console. */
enum { ICON = 28, PAD = 20, GAP = 12, CARD_H = 76, LINE_H = 40 };

struct words {
	char title[96];
	char note[96];
};

static bool find(struct ui *ui, const struct shift *shift, int64_t now, struct words *out_words)
{
	struct view_unattended alone;
	char since[PARTS_TIME_SIZE], running[PARTS_TIME_SIZE];
	if (shift->view == NULL || shift->office == NULL ||
		!view_unattended(shift->view, shift->office, now, &alone)) {
		return false;
	}
	parts_say_number(ui, out_words->title, sizeof(out_words->title), "console.unattended.title",
		alone.waiting);
	parts_hour(shift->office, alone.since_ms, since);
	parts_duration(now - alone.since_ms, running);
	parts_say(ui, out_words->note, sizeof(out_words->note), "console.unattended.note", since,
		running);
	return true;
}

static void ground(struct ui *ui, struct rect box, int radius)
{
	ui_fill(ui, box, radius, THEME_LATE);
	parts_frame(ui, box, radius, 4);
	ui_icon(ui, (struct rect){box.x + PAD - 4, box.y, ICON, box.h}, ICON, parts_on_late(ui),
		"alert-circle");
}

int unattended_height(const struct shift *shift, int64_t now)
{
	struct view_unattended alone;
	return view_unattended(shift->view, shift->office, now, &alone) ? CARD_H + GAP : 0;
}

void unattended_box(struct ui *ui, const struct shift *shift, struct rect card, int64_t now)
{
	struct words words;
	if (!find(ui, shift, now, &words)) {
		return;
	}
	card.h = CARD_H;
	ground(ui, card, PARTS_RADIUS);
	struct rect line = {card.x + PAD + ICON + 8, card.y + 12, card.w - 2 * PAD - ICON - 8, 28};
	ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, parts_on_late(ui), words.title);
	line.y += 28;
	line.h = 24;
	ui_text(ui, line, PARTS_NOTE_MEDIUM, UI_LEFT, parts_on_late(ui), words.note);
}

void unattended_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	unattended_box(
		ui, shift, (struct rect){layout->queue_x, PARTS_TOP, layout->queue_w, 0}, now);
}

static void draw_line(
	struct ui *ui, const struct shift *shift, struct rect box, int right, int64_t now)
{
	struct words words;
	if (!find(ui, shift, now, &words)) {
		return;
	}
	ui_fill(ui, box, 0, THEME_LATE);
	parts_frame(ui, box, 0, 4);
	ui_icon(ui, (struct rect){PARTS_MARGIN, box.y, ICON, box.h}, ICON, parts_on_late(ui),
		"alert-circle");
	int x = PARTS_MARGIN + ICON + 12;
	int width = ui_text_width(ui, PARTS_VALUE_SEMIBOLD, words.title);
	ui_text(ui, (struct rect){x, box.y, width, box.h}, PARTS_VALUE_SEMIBOLD, UI_LEFT,
		parts_on_late(ui), words.title);
	x += width + 16;
	ui_text(ui, (struct rect){x, box.y, right - x, box.h}, PARTS_TEXT, UI_LEFT,
		parts_on_late(ui), words.note);
}

void unattended_line(struct ui *ui, const struct shift *shift, const struct parts_layout *layout,
	int y, int64_t now)
{
	struct rect screen = ui_screen(ui);
	draw_line(ui, shift, (struct rect){screen.x, y, screen.w, LINE_H},
		layout->width - PARTS_MARGIN, now);
}

void unattended_bar(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct rect screen = ui_screen(ui);
	int clock = bar_clock_width(ui, shift, now);
	int right = clock > 0 ? layout->width - clock : screen.x + screen.w;
	struct rect box = {screen.x, screen.y, right - screen.x, PARTS_BAR - screen.y};
	draw_line(ui, shift, box, right - PARTS_MARGIN, now);
}
