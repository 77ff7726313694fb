#include "app/ui/widget.h"

#include "app/base/text.h"

#include <string.h>

enum { SIDE = 28, SECRET_MAX = 64 };

static const struct ui_style label_style = {DRAW_SEMIBOLD, 28, 40};
static const struct ui_style placeholder_style = {DRAW_REGULAR, 36, 48};

static void draw_label(struct ui *ui, struct rect box, const struct ui_field *look)
{
	const int height = ui_line(ui, label_style);
	struct rect line = {box.x, box.y - 4 - height, box.w, height};
	enum theme_token color = look->disabled ? THEME_DISABLED : THEME_INK;

	if (!look->label) {
		return;
	}
	struct ui_style whole = label_style;
	while (whole.size > 12 && ui_text_width(ui, whole, look->label) > box.w) {
		whole.size -= 2;
	}
	ui_text(ui, line, whole, UI_LEFT, color, look->label);
	if (look->aside) {
		struct ui_style style = UI_BODY;
		int taken = ui_text_width(ui, whole, look->label) + 8;
		const char *const forms[] = {look->aside,
			look->aside_brief != NULL ? look->aside_brief : look->aside, NULL};
		const char *aside = ui_fitting(ui, box.w - taken, style, forms);
		while (style.size > 16 && taken + ui_text_width(ui, style, aside) > box.w) {
			style.size -= 2;
		}
		if (taken + ui_text_width(ui, style, aside) > box.w) {
			return;
		}
		line.x += taken;
		ui_text(ui, line, style, UI_LEFT, look->disabled ? THEME_DISABLED : THEME_INK2,
			aside);
	}
}

static void draw_box(struct ui *ui, struct rect box, const struct ui_field *look)
{
	bool flat = ui->theme->flat;

	ui_fill(ui, box, 16, look->disabled ? THEME_SUNK : THEME_CARD);
	if (look->disabled && !flat) {
		return;
	}
	if (look->error) {
		ui_outline(ui, box, 16, flat ? 8 : 4, THEME_LATE);
	} else if (look->focused) {
		ui_outline(ui, box, 16, flat ? 8 : 4, THEME_ACTION);
	} else {
		ui_outline(ui, box, 16, flat ? 4 : 2, look->disabled ? THEME_LINE : THEME_EDGE);
	}
}

/* As many dots as `text` has characters. */
static void cover(const char *text, char *out_dots)
{
	size_t count = text_length(text), used = 0;

	for (size_t i = 0; i < count && i < SECRET_MAX; i++) {
		memcpy(out_dots + used, "\u2022", 3);
		used += 3;
	}
	out_dots[used] = '\0';
}

/* The text's end with its caret is always in sight. */
static void draw_value(
	struct ui *ui, struct rect box, const char *text, const struct ui_field *look)
{
	struct rect inner = {box.x + SIDE, box.y, box.w - 2 * SIDE, box.h};
	int width = ui_text_width(ui, UI_FIELD, text);
	int hidden = width + 8 > inner.w ? width + 8 - inner.w : 0;
	struct rect line = {inner.x - (look->focused ? hidden : 0), box.y, width, box.h};

	if (hidden) {
		ui_clip(ui, (struct rect){inner.x - 4, inner.y + 8, inner.w + 8, inner.h - 16});
	}
	ui_text(ui, line, UI_FIELD, UI_LEFT, look->disabled ? THEME_DISABLED : THEME_INK, text);
	if (look->focused) {
		/* Before the first letter it stands clear of the example in the empty box. */
		const int caret = line.x + (width > 0 ? width + 4 : -6);
		ui_fill(ui, (struct rect){caret, box.y + (box.h - 48) / 2, 3, 48}, 0, THEME_ACTION);
	}
	if (hidden) {
		ui_unclip(ui);
	}
}

static void draw_error(struct ui *ui, struct rect box, const char *error)
{
	struct ui_style style = UI_NOTE_SEMIBOLD;
	struct rect line = {box.x, box.y + box.h + 8, box.w, ui_line(ui, style)};
	struct rect icon = {line.x, line.y, 28, line.h};
	struct rect text = {line.x + 40, line.y, line.w - 40, line.h};
	enum theme_token color = THEME_LATE_INK;

	while (style.size > 12 && ui_text_width(ui, style, error) > text.w - 12) {
		style.size -= 2;
	}
	const int room = text.w - 12, width_of = ui_text_width(ui, style, error);
	if (width_of > room) { /* two small lines rather than half of one */
		style.line = style.size * 4 / 3;
		while (style.size > 6 && ui_paragraph_height(ui, room, style, error) > line.h) {
			style.size -= 2;
			style.line = style.size * 4 / 3;
		}
	}

	if (ui->theme->flat) {
		int width = 40 + (width_of < room ? width_of : room) + 12;
		ui_fill(ui, (struct rect){line.x - 8, line.y - 4, width + 8, line.h + 8}, 8,
			THEME_WHITE);
		color = THEME_ON_ACTION;
	}
	ui_icon(ui, icon, 28, color, "alert-circle");
	if (width_of <= room) {
		ui_text(ui, text, style, UI_LEFT, color, error);
		return;
	}
	text.w = room;
	ui_paragraph(ui, text, style, UI_LEFT, color, error);
}

bool ui_field(
	struct ui *ui, const char *id, struct rect rect, const char *text, struct ui_field look)
{
	char dots[SECRET_MAX * 3 + 1];
	struct rect note = {rect.x, rect.y + rect.h + 8, rect.w, ui_line(ui, UI_NOTE)};
	int above = 4 + ui_line(ui, label_style);
	struct rect words = {rect.x, rect.y - above, rect.w, above + rect.h + 8 + note.h};
	bool tapped = !look.disabled && ui_touch(ui, id, rect, NULL, NULL);

	if (!look.disabled) {
		ui_describe(ui, id, UI_PART_FIELD, words);
	}
	if (look.secret) {
		cover(text, dots);
		text = dots;
	}
	draw_label(ui, rect, &look);
	draw_box(ui, rect, &look);
	ui_stretch_begin(ui, UI_TYPED);
	draw_value(ui, rect, text, &look);
	ui_stretch_end(ui);
	if (!*text && look.placeholder) {
		struct ui_style style = placeholder_style;
		while (style.size > 12 &&
			ui_text_width(ui, style, look.placeholder) > rect.w - 2 * SIDE) {
			style.size -= 2;
		}
		ui_text(ui, (struct rect){rect.x + SIDE, rect.y, rect.w - 2 * SIDE, rect.h}, style,
			UI_LEFT, look.disabled ? THEME_DISABLED : THEME_INK3, look.placeholder);
	}
	if (look.error) {
		draw_error(ui, rect, look.error);
	} else if (look.note) {
		struct ui_style style = UI_NOTE;
		while (style.size > 12 && ui_text_width(ui, style, look.note) > note.w) {
			style.size -= 2;
		}
		ui_text(ui, note, style, UI_LEFT, THEME_INK2, look.note);
	}
	ui_focus_ring(ui, id, rect, 16, THEME_INK);
	return tapped;
}
