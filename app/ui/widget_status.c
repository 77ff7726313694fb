#include "app/ui/widget.h"

enum { CONTRAST_BORDER = 4 };

struct tone_colors {
	enum theme_token ground, text, dot;
};

static const struct tone_colors tones[] = {
	[UI_TONE_OK] = {THEME_OK_TINT, THEME_OK_INK, THEME_OK},
	[UI_TONE_SOON] = {THEME_SOON_TINT, THEME_SOON_INK, THEME_SOON},
	[UI_TONE_LATE] = {THEME_LATE_TINT, THEME_LATE_INK, THEME_LATE},
	[UI_TONE_TINT] = {THEME_TINT, THEME_ACTION, THEME_ACTION},
	[UI_TONE_SUNK] = {THEME_SUNK, THEME_INK2, THEME_INK2},
};

/* In high contrast black with a white border, and an error white with black text. */
static struct tone_colors tone_colors(const struct ui *ui, enum ui_tone tone)
{
	struct tone_colors colors = tones[tone];

	if (ui->theme->flat && tone == UI_TONE_LATE) {
		return (struct tone_colors){THEME_WHITE, THEME_ON_ACTION, THEME_ON_ACTION};
	}
	if (ui->theme->flat && tone == UI_TONE_TINT) {
		colors.text = THEME_WHITE;
	}
	return colors;
}

static void draw_ground(struct ui *ui, struct rect rect, int radius, enum theme_token ground)
{
	ui_fill(ui, rect, radius, ground);
	if (ui->theme->flat) {
		ui_outline(ui, rect, radius, CONTRAST_BORDER, THEME_WHITE);
	}
}

static int left_edge(int x, enum ui_align align, int width)
{
	if (align == UI_LEFT) {
		return x;
	}
	return align == UI_RIGHT ? x - width : x - width / 2;
}

int ui_chip_height(const struct ui *ui)
{
	enum { LEAST = 40 };
	int line = ui_line(ui, UI_NOTE_SEMIBOLD) + 8;
	return line > LEAST ? line : LEAST;
}

int ui_chip(struct ui *ui, int x, int y, enum ui_align align, enum ui_tone tone, const char *icon,
	const char *label)
{
	enum { ICON = 24, GAP = 8 };
	struct tone_colors colors = tone_colors(ui, tone);
	const int height = ui_chip_height(ui), pad = height * 2 / 5;
	int before = pad + (icon ? ICON + GAP : 0);
	int text = ui_text_width(ui, UI_NOTE_SEMIBOLD, label);
	struct rect chip = {0, y, before + text + pad, height};

	chip.x = left_edge(x, align, chip.w);
	draw_ground(ui, chip, height / 2, colors.ground);
	if (icon) {
		ui_icon(ui, (struct rect){chip.x + pad, y, ICON, height}, ICON, colors.text, icon);
	}
	ui_text(ui, (struct rect){chip.x + before, y, text, height}, UI_NOTE_SEMIBOLD, UI_LEFT,
		colors.text, label);
	return chip.w;
}

int ui_state_chip(
	struct ui *ui, int x, int y, enum ui_align align, enum ui_tone tone, const char *label)
{
	struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	struct tone_colors colors = tone_colors(ui, tone);
	int text = ui_text_width(ui, style, label);
	struct rect chip = {0, y, 24 + 16 + 12 + text + 24, ui_line(ui, style) + 16};

	chip.x = left_edge(x, align, chip.w);
	draw_ground(ui, chip, chip.h / 2, colors.ground);
	ui_fill(ui, (struct rect){chip.x + 24, y + chip.h / 2 - 8, 16, 16}, 8, colors.dot);
	ui_text(ui, (struct rect){chip.x + 52, y, text, chip.h}, style, UI_LEFT, colors.text,
		label);
	return chip.w;
}

/* As many sizes down as the line needs. */
static struct ui_style fitting(
	const struct ui *ui, struct ui_style style, int width, const char *text)
{
	while (style.size > 10 && ui_text_width(ui, style, text) > width) {
		style.size -= 2;
	}
	return style;
}

void ui_banner(struct ui *ui, struct rect rect, enum ui_tone tone, const char *icon,
	const char *first, const char *second)
{
	struct tone_colors colors = tone_colors(ui, tone);
	struct rect glyph = {rect.x + 32, rect.y, 56, rect.h};
	const int first_h = ui_line(ui, UI_LABEL), second_h = ui_line(ui, UI_CARD_TEXT);
	struct rect line = {
		rect.x + 112, rect.y + (rect.h - first_h - second_h) / 2, rect.w - 144, first_h};

	draw_ground(ui, rect, 24, colors.ground);
	ui_icon(ui, glyph, 56, colors.text, icon);
	if (!second || !*second) {
		line.y = rect.y + (rect.h - first_h) / 2;
	}
	ui_text(ui, line, fitting(ui, UI_LABEL, line.w, first), UI_LEFT, colors.text, first);
	if (second && *second) {
		line.y += first_h;
		line.h = second_h;
		ui_text(ui, line, fitting(ui, UI_CARD_TEXT, line.w, second), UI_LEFT, colors.text,
			second);
	}
}

/* ---- bars ---- */

void ui_steps(struct ui *ui, struct rect rect, int count, int done)
{
	for (int i = 0; i < count; i++) {
		int from = (rect.w + 12) * i / count, to = (rect.w + 12) * (i + 1) / count - 12;
		struct rect bar = {rect.x + from, rect.y, to - from, rect.h};
		ui_fill(ui, bar, rect.h / 2, i < done ? THEME_ACTION : THEME_LINE);
	}
}

/* The part of a rounded bar from its left end to `share`: the fill ends straight. */
static void fill_share(
	struct ui *ui, struct rect rect, int radius, double share, enum theme_token color)
{
	struct rect part = rect;

	if (share <= 0) {
		return;
	}
	if (share >= 1) {
		ui_fill(ui, rect, radius, color);
		return;
	}
	part.w = (int)(rect.w * share + 0.5);
	ui_clip(ui, part);
	ui_fill(ui, rect, radius, color);
	ui_unclip(ui);
}

void ui_countdown(struct ui *ui, struct rect rect, double share)
{
	ui->counts = true;
	ui_fill(ui, rect, rect.h / 2, THEME_LINE);
	fill_share(ui, rect, rect.h / 2, share, THEME_ACTION);
}

struct zone {
	int from_s, to_s;
	enum theme_token fill, track;
};

/* A zone's corners: `outer` at the ends of the bar, `inner` between zones. */
static void draw_zone(
	struct ui *ui, struct rect rect, int left, int right, enum theme_token color, int width)
{
	int half = rect.w / 2;
	struct rect first = {rect.x, rect.y, left == right ? rect.w : half, rect.h};
	struct rect second = {rect.x + half, rect.y, rect.w - half, rect.h};

	if (width <= 0) {
		return;
	}
	if (first.w > width) {
		first.w = width;
	}
	ui_clip(ui, first);
	ui_fill(ui, rect, left, color);
	if (left != right && width > half) {
		second.w = width - half;
		ui_clip(ui, second);
		ui_fill(ui, rect, right, color);
	}
	ui_unclip(ui);
}

static struct zone zone_at(int index, int limit_s, bool night, bool on_late)
{
	struct zone zones[3] = {
		{0, limit_s - 180, night ? THEME_NIGHT_OK : THEME_OK,
			night ? THEME_NIGHT_TRACK_OK : THEME_TRACK_OK},
		{limit_s - 180, limit_s, night ? THEME_NIGHT_SOON : THEME_SOON,
			night ? THEME_NIGHT_TRACK_SOON : THEME_TRACK_SOON},
		{limit_s, limit_s + 120, night ? THEME_NIGHT_LATE : THEME_LATE,
			night ? THEME_NIGHT_TRACK_LATE : THEME_TRACK_LATE},
	};

	if (on_late) {
		zones[index].fill = THEME_ON_ACTION;
		zones[index].track = THEME_LATE_TRACK;
	}
	return zones[index];
}

void ui_clock_bar(
	struct ui *ui, struct rect rect, int limit_s, int64_t count_s, bool night, bool on_late)
{
	int outer = rect.h / 2, inner = rect.h / 4, total = limit_s + 120;

	if (limit_s <= 180) {
		double share = (double)count_s / (limit_s > 0 ? limit_s : 1);
		struct zone zone = zone_at(count_s > limit_s ? 2 : 1, 600, night, on_late);
		ui_fill(ui, rect, outer, zone.track);
		fill_share(ui, rect, outer, share, zone.fill);
		return;
	}
	for (int i = 0; i < 3; i++) {
		struct zone zone = zone_at(i, limit_s, night, on_late);
		int room = rect.w - 8, from = (int)((int64_t)room * zone.from_s / total) + 4 * i;
		int to = (int)((int64_t)room * zone.to_s / total) + 4 * i;
		struct rect part = {rect.x + from, rect.y, to - from, rect.h};
		int64_t past = count_s - zone.from_s, span = zone.to_s - zone.from_s;
		int filled = past >= span ? part.w : (int)(part.w * past / span);
		int left = i == 0 ? outer : inner, right = i == 2 ? outer : inner;
		draw_zone(ui, part, left, right, zone.track, part.w);
		draw_zone(ui, part, left, right, zone.fill, past > 0 ? filled : 0);
	}
}
