#include "app/console/report_parts.h"

#include "app/base/text.h"

/* The page of reports: its title and buttons, and which part of the report stands below. */
enum { HEAD_Y = 82, HEAD_H = 52, SPAN_W = 104, ARROW = 52, FILE_W = 96, FILE_GAP = 8 };

static const struct ui_style TITLE = {DRAW_DISPLAY_BOLD, 28, 36};
static const struct ui_style TITLE_SMALL = {DRAW_DISPLAY_BOLD, 22, 36};

static const struct {
	const char *id, *key, *label;
} spans[REPORT_SPANS] = {
	{"reports.day", "1", "report.span.day"},
	{"reports.month", "2", "report.span.month"},
	{"reports.quarter", "3", "report.span.quarter"},
	{"reports.year", "4", "report.span.year"},
};

static bool draw_span(struct ui *ui, int span, struct rect box, bool here)
{
	bool held = false, tapped = ui_touch(ui, spans[span].id, box, &held, NULL);
	struct rect inner = {box.x + 4, box.y + 4, box.w - 8, box.h - 8};
	if (here || held) {
		ui_fill(ui, inner, 12, here ? THEME_CARD : THEME_TINT);
		parts_frame(ui, inner, 12, here ? 4 : 0);
	}
	const char *label = ui_say(ui, spans[span].label);
	int text = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label), width = text + 8 + 12;
	struct rect line = {box.x + (box.w - width) / 2, box.y, text, box.h};
	ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, here ? THEME_ACTION : THEME_INK2, label);
	line.x += text + 8;
	line.w = 12;
	ui_text(ui, line, PARTS_NOTE, UI_LEFT, THEME_INK2, spans[span].key);
	ui_focus_ring(ui, spans[span].id, box, 16, THEME_INK);
	return tapped;
}

static bool draw_arrow(
	struct ui *ui, const char *id, struct rect box, const char *icon, bool disabled)
{
	bool held = false, tapped = !disabled && ui_touch(ui, id, box, &held, NULL);
	ui_fill(ui, box, 12, disabled ? THEME_PAGE : held ? THEME_TINT : THEME_CARD);
	ui_outline(ui, box, 12, 2, disabled ? THEME_LINE : THEME_EDGE);
	ui_icon(ui, box, 28, disabled ? THEME_DISABLED_ICON : THEME_ACTION, icon);
	ui_focus_ring(ui, id, box, 12, THEME_INK);
	return tapped;
}

/* Kinds of stretches and the way through them, from x on. */
static struct shift_action draw_way(struct ui *ui, const struct reporting *reporting, int x)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct rect box = {x, HEAD_Y, SPAN_W, HEAD_H};
	ui_fill(ui, (struct rect){x, HEAD_Y, REPORT_SPANS * SPAN_W, HEAD_H}, 16, THEME_SUNK);
	parts_frame(ui, (struct rect){x, HEAD_Y, REPORT_SPANS * SPAN_W, HEAD_H}, 16, 2);
	for (int span = 0; span < REPORT_SPANS; span++) {
		if (draw_span(ui, span, box, span == (int)reporting->period.span)) {
			action = (struct shift_action){SHIFT_REPORT_SPAN, span};
		}
		box.x += SPAN_W;
	}
	for (int step = -1; step <= 1; step += 2) {
		struct rect arrow = {box.x + 12, HEAD_Y, ARROW, HEAD_H};
		if (draw_arrow(ui, step < 0 ? "reports.before" : "reports.after", arrow,
			    step < 0 ? "chevron-left" : "chevron-right",
			    !reporting_can_step(reporting, step))) {
			action = (struct shift_action){SHIFT_REPORT_STEP, step};
		}
		box.x += ARROW + 12;
	}
	return action;
}

static const struct {
	const char *id, *key, *label;
} ways[REPORTING_WAYS] = {
	[REPORT_XLSX] = {"reports.xlsx", "x", "report.way.xlsx"},
	[REPORT_CSV] = {"reports.csv", "c", "report.way.csv"},
	[REPORT_PDF] = {"reports.pdf", "d", "report.way.pdf"},
	[REPORTING_PRINT] = {"reports.print", "p", "report.way.print"},
};

/* The files and the paper, to the right end. */
static struct shift_action draw_files(struct ui *ui, const struct reporting *reporting, int x)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	for (int i = 0; i < REPORTING_WAYS; i++) {
		struct ui_button look = {.kind = UI_SECONDARY,
			.text_size = 16,
			.disabled = !reporting_can_save(reporting)};
		struct rect box = {x + i * (FILE_W + FILE_GAP), HEAD_Y, FILE_W, HEAD_H};
		if (ui_button(ui, ways[i].id, box, ui_say(ui, ways[i].label), look)) {
			action = (struct shift_action){SHIFT_REPORT_SAVE, i};
		}
	}
	return action;
}

bool report_button(struct ui *ui, const char *id, struct rect rect, const char *label,
	const char *key, bool disabled)
{
	char text[96];
	text_format(text, sizeof(text), "%s · %s", label, key);
	struct ui_button look = {.kind = UI_SECONDARY, .text_size = 16, .disabled = disabled};
	return ui_button(ui, id, rect, text, look);
}

bool report_link(
	struct ui *ui, const char *id, struct rect rect, const char *label, const char *key)
{
	enum { ARROW_W = 24, HINT = 24, GAP = 8 };
	int text = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, label);
	bool held = false;
	rect.w = text + GAP + ARROW_W + GAP + HINT;
	bool tapped = ui_touch(ui, id, rect, &held, NULL);
	enum theme_token color = held ? THEME_ACTION_DOWN : THEME_ACTION;
	ui_text(ui, (struct rect){rect.x, rect.y, text, rect.h}, PARTS_TEXT_SEMIBOLD, UI_LEFT,
		color, label);
	ui_icon(ui, (struct rect){rect.x + text + GAP, rect.y, ARROW_W, rect.h}, 22, color,
		"arrow-right");
	struct rect hint = {rect.x + rect.w - HINT, rect.y + (rect.h - HINT) / 2, HINT, HINT};
	ui_fill(ui, hint, 6, THEME_PAGE);
	ui_text(ui, hint, PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_INK2, key);
	ui_focus_ring(ui, id, rect, 8, THEME_INK);
	return tapped;
}

/* Where the long form of a day does not fit, "Sen 23 Nov 2026". */
static void draw_title(struct ui *ui, const struct report_period *period, struct rect box)
{
	char title[REPORT_WORD_SIZE], day[REPORT_WORD_SIZE];
	report_say_stretch(ui->language, period->from, period->to, title, sizeof(title));
	if (period->span == REPORT_DAY && ui_text_width(ui, TITLE, title) > box.w) {
		text_format(title, sizeof(title), "%s %.4s",
			report_say_day(ui->language, period->from, day, sizeof(day)), period->from);
	}
	ui_text(ui, box, ui_text_width(ui, TITLE, title) > box.w ? TITLE_SMALL : TITLE, UI_LEFT,
		THEME_INK, title);
}

struct shift_action report_head(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	const struct reporting *reporting = &shift->reporting;
	struct shift_action action = {SHIFT_NOTHING, 0};
	int right = layout->width - PARTS_MARGIN - REPORTING_WAYS * (FILE_W + FILE_GAP) + FILE_GAP;
	int way = right - 16 - REPORT_SPANS * SPAN_W - 2 * (ARROW + 12);
	bool chooses = reporting_can_choose(reporting);
	struct rect box = {
		PARTS_MARGIN, HEAD_Y, (chooses ? way : right) - PARTS_MARGIN - 16, HEAD_H};
	draw_title(ui, &reporting->period, box);
	if (chooses) {
		action = draw_way(ui, reporting, way);
	}
	struct shift_action file = draw_files(ui, reporting, right);
	return file.act != SHIFT_NOTHING ? file : action;
}

struct shift_action report_keys(struct ui *ui, const struct shift *shift)
{
	const struct reporting *reporting = &shift->reporting;
	for (int span = 0; span < REPORT_SPANS; span++) {
		if (reporting_can_choose(reporting) && ui_key(ui, spans[span].key)) {
			return (struct shift_action){SHIFT_REPORT_SPAN, span};
		}
	}
	for (int step = -1; step <= 1; step += 2) {
		if (reporting_can_step(reporting, step) &&
			ui_key(ui, step < 0 ? "left" : "right")) {
			return (struct shift_action){SHIFT_REPORT_STEP, step};
		}
		if (reporting->part == REPORTING_SHEETS &&
			(ui_key(ui, step < 0 ? "up" : "down") ||
				ui_key(ui, step < 0 ? "pageup" : "pagedown"))) {
			return (struct shift_action){SHIFT_REPORT_TURN, step};
		}
	}
	for (int i = 0; i < REPORTING_WAYS; i++) {
		if (reporting_can_save(reporting) && ui_key(ui, ways[i].key)) {
			return (struct shift_action){SHIFT_REPORT_SAVE, i};
		}
	}
	if (reporting->part != REPORTING_FIGURES && ui_key(ui, "escape")) {
		return (struct shift_action){SHIFT_REPORT_PART, REPORTING_FIGURES};
	}
	if (reporting->made && ui_key(ui, "r")) {
		return (struct shift_action){SHIFT_REPORT_PART, REPORTING_DETAILS};
	}
	if (reporting->made && ui_key(ui, "l")) {
		return (struct shift_action){SHIFT_REPORT_PART, REPORTING_SHEETS};
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}

/* Until the report is there: how far it is, or why it is not. */
static void draw_counting(struct ui *ui, const struct reporting *reporting, int width)
{
	char text[REPORT_LINE_SIZE], done[16], all[16], key[64];
	int read = 0, days = 0;
	struct rect line = {PARTS_MARGIN, REPORT_TOP + 8, width - 2 * PARTS_MARGIN, 28};
	if (reporting->trouble != RESULT_OK) {
		text_format(key, sizeof(key), "result.%s", result_key(reporting->trouble));
		ui_paragraph(
			ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, THEME_LATE_INK, ui_say(ui, key));
		return;
	}
	reporting_progress(reporting, &read, &days);
	text_format(done, sizeof(done), "%d", read);
	text_format(all, sizeof(all), "%d", days);
	ui_text(ui, line, PARTS_HEADING, UI_LEFT, THEME_INK2,
		days == 1 ? ui_say(ui, "report.counting")
			  : parts_say(ui, text, sizeof(text), "report.counting_days", done, all));
}

struct shift_action report_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	struct shift_action done[3] = {{SHIFT_NOTHING, 0}};
	if (!shift_is_covered(shift)) {
		done[0] = report_keys(ui, shift);
	}
	done[1] = report_head(ui, shift, layout);
	if (!shift->reporting.made) {
		draw_counting(ui, &shift->reporting, layout->width);
	} else if (shift->reporting.part == REPORTING_DETAILS) {
		done[2] = report_details(ui, shift, layout);
	} else if (shift->reporting.part == REPORTING_SHEETS) {
		done[2] = report_sheets(ui, shift, layout);
	} else {
		done[2] = report_figures(ui, shift, layout);
	}
	for (int i = 0; i < 3; i++) {
		if (done[i].act != SHIFT_NOTHING) {
			return done[i];
		}
	}
	return done[0];
}
