#include "app/console/report_parts.h"

#include "app/base/text.h"

/* Small plots, of flat bars: what they say stands beside them in numbers. */
enum { LABEL_H = 28, VALUE_H = 24, BAR_MAX = 44, CAP_GAP = 2 };

void report_mark_peak(struct report_bar *bars, int count)
{
	int peak = 0;
	for (int i = 1; i < count; i++) {
		peak = bars[i].value > bars[peak].value ? i : peak;
	}
	if (count > 0 && bars[peak].value > 0) {
		bars[peak].is_peak = true;
	}
}

static int highest(const struct report_bar *bars, int count)
{
	int most = 1;
	for (int i = 0; i < count; i++) {
		int all = bars[i].value + bars[i].late;
		most = all > most ? all : most;
	}
	return most;
}

/* What is not nought is seen. */
static int height_of(int value, int most, int room)
{
	int height = (int)((int64_t)value * room / most);
	return value > 0 && height < 4 ? 4 : height;
}

static void draw_plain(struct ui *ui, struct rect box, bool is_peak)
{
	int radius = box.h >= 12 ? 6 : 2;
	if (is_peak) {
		ui_fill(ui, box, radius, THEME_ACTION);
	} else if (ui->theme->flat) {
		ui_fill(ui, box, radius, THEME_WHITE);
	} else {
		ui_fill_color(ui, box, radius,
			ui_blend(ui_color(ui, THEME_ACTION), ui_color(ui, THEME_CARD), 0.61));
	}
}

/* The cap stands a little apart, so that it is told from the rest without its colour too. */
static void draw_stacked(struct ui *ui, struct rect box, int late)
{
	int radius = box.h >= 12 ? 4 : 2;
	int kept = box.h - late - (late > 0 && box.h > late ? CAP_GAP : 0);
	if (kept > 0) {
		ui_fill(ui, (struct rect){box.x, box.y + box.h - kept, box.w, kept},
			kept >= 12 ? radius : 2, THEME_OK);
	}
	if (late > 0) {
		ui_fill(ui, (struct rect){box.x, box.y, box.w, late}, 2, THEME_LATE);
	}
}

static void draw_value(struct ui *ui, struct rect slot, int bottom, int value)
{
	char text[16];
	ui_text(ui, (struct rect){slot.x, bottom - VALUE_H, slot.w, VALUE_H}, PARTS_NOTE_SEMIBOLD,
		UI_CENTER, THEME_INK, report_say_count(ui->language, value, text, sizeof(text)));
}

/* Every label, or every second, third, …, as far as they find room beside each other. */
static int label_step(const struct ui *ui, const struct report_bar *bars, int count, int slot)
{
	int widest = 1;
	for (int i = 0; i < count; i++) {
		int width = ui_text_width(ui, PARTS_NOTE, bars[i].label);
		widest = width > widest ? width : widest;
	}
	return (widest + 4 + slot - 1) / slot;
}

void report_bars(struct ui *ui, struct rect rect, const struct report_bar *bars, int count,
	enum report_bars_look look)
{
	if (count <= 0) {
		return;
	}
	int slot = rect.w / count, width = slot * 62 / 100;
	width = width > BAR_MAX ? BAR_MAX : width < 2 ? 2 : width;
	int most = highest(bars, count), room = rect.h - LABEL_H - VALUE_H;
	int base = rect.y + rect.h - LABEL_H, step = label_step(ui, bars, count, slot);
	for (int i = 0; i < count; i++) {
		const struct report_bar *bar = &bars[i];
		struct rect place = {rect.x + rect.w * i / count, rect.y, slot, rect.h};
		int late = height_of(bar->late, most, room);
		int height = height_of(bar->value, most, room) + late;
		height += late > 0 && bar->value > 0 ? CAP_GAP : 0;
		struct rect box = {place.x + (slot - width) / 2, base - height, width, height};
		if (height > 0 && look == REPORT_PLAIN) {
			draw_plain(ui, box, bar->is_peak);
		} else if (height > 0) {
			draw_stacked(ui, box, late);
		}
		if (slot >= 24) {
			draw_value(ui, place, base - height, bar->value + bar->late);
		}
		if (i % step == 0) {
			struct rect label = {
				place.x - slot * (step - 1) / 2, base, slot * step, LABEL_H};
			ui_text(ui, label, PARTS_NOTE, UI_CENTER, THEME_INK2, bar->label);
		}
	}
}

bool report_is_kept(const struct figures_share *share)
{
	return share->counted > 0 && share->right * 10 >= share->counted * 9;
}

void report_share_bar(struct ui *ui, int x, int y, int width, const struct figures_share *share)
{
	struct rect bar = {x, y - 4, width, 8};
	ui_fill(ui, bar, 4, THEME_LINE);
	if (share->counted > 0 && share->right > 0) {
		bar.w = width * share->right / share->counted;
		bar.w = bar.w < 8 ? 8 : bar.w;
		ui_fill(ui, bar, 4, report_is_kept(share) ? THEME_OK : THEME_SOON);
	}
}

void report_card_head(struct ui *ui, struct rect card, const char *title, const char *note)
{
	struct rect line = {card.x + REPORT_PAD, card.y + 16, card.w - 2 * REPORT_PAD, 28};
	ui_card(ui, card);
	ui_text(ui, line, PARTS_VALUE_SEMIBOLD, UI_LEFT, THEME_INK, title);
	line.y += 28;
	line.h = 20;
	ui_text(ui, line, PARTS_NOTE, UI_LEFT, THEME_INK2, note);
}
