#include "app/console/report_parts.h"

#include "app/base/text.h"
#include "app/report/headline.h"

#include <string.h>

/* The first look: five figures, arrivals by hour, the longest waits, and the days one by one. */
enum {
	STAT_H = 112,
	MIDDLE_Y = 280,
	MIDDLE_H = 304,
	LAST_Y = 600,
	LAST_H = 176,
	LONGEST = 4, /* breaches shown */
	ROW_H = 44,
	LEGEND_W = 250,
};

/* ---- five figures ---- */

/* A card leads to the details, the promise's to its sheets. */
static struct shift_action draw_stats(
	struct ui *ui, const struct report *report, const struct parts_layout *layout)
{
	static const char *const ids[REPORT_HEADLINES] = {"reports.visits", "reports.served",
		"reports.kept", "reports.wait", "reports.rated"};
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct report_headline headlines[REPORT_HEADLINES];
	const struct figures_share *kept = &report->all.target;
	int whole = layout->width - 2 * PARTS_MARGIN + REPORT_GAP;
	report_fill_headlines(ui->language, report, headlines);
	for (int i = 0; i < REPORT_HEADLINES; i++) {
		bool held = false, promise = i == REPORT_HEADLINE_KEPT;
		int x = PARTS_MARGIN + whole * i / REPORT_HEADLINES;
		struct rect card = {x, REPORT_TOP, whole / REPORT_HEADLINES - REPORT_GAP, STAT_H};
		if (ui_choice(ui, ids[i], card, (struct ui_choice){.out_held = &held})) {
			action = (struct shift_action){
				SHIFT_REPORT_PART, promise ? REPORTING_SHEETS : REPORTING_DETAILS};
		}
		struct rect line = {card.x + 20, card.y + 16, card.w - 32, 20};
		parts_lines(ui, line, PARTS_NOTE, UI_LEFT, 1, THEME_INK2,
			ui_say(ui, headlines[i].label));
		line.y += 22;
		line.h = 44;
		ui_text(ui, line, PARTS_TITLE, UI_LEFT,
			!promise || kept->counted == 0 ? THEME_INK
			: report_is_kept(kept)         ? THEME_OK_INK
						       : THEME_SOON_INK,
			headlines[i].value);
		line.y += 44;
		line.h = 20;
		parts_lines(ui, line, PARTS_NOTE, UI_LEFT, 1, THEME_INK2, headlines[i].note);
	}
	return action;
}

/* ---- arrivals ---- */

/* From the first hour in which anybody came to the last; at least eight of them. */
static int fill_hours(const struct report *report, struct report_bar out_bars[REPORT_BARS])
{
	int from = 8, to = 15;
	for (int hour = 0; hour < REPORT_HOURS; hour++) {
		if (report->hours[hour] > 0) {
			from = hour < from ? hour : from;
			to = hour > to ? hour : to;
		}
	}
	for (int hour = from; hour <= to; hour++) {
		struct report_bar *bar = &out_bars[hour - from];
		*bar = (struct report_bar){.value = report->hours[hour]};
		text_format(bar->label, sizeof(bar->label), "%02d", hour);
	}
	report_mark_peak(out_bars, to - from + 1);
	return to - from + 1;
}

/* Today somebody may come yet. */
static const char *say_nobody(const struct ui *ui, const struct reporting *reporting)
{
	return ui_say(ui, report_period_holds(&reporting->period, reporting->today)
				  ? "report.nobody_yet"
				  : "report.nobody");
}

static void draw_arrivals(struct ui *ui, const struct reporting *reporting, struct rect card)
{
	const struct report *report = &reporting->report;
	struct report_bar bars[REPORT_BARS];
	char note[REPORT_LINE_SIZE];
	int count = fill_hours(report, bars);
	parts_say_number(
		ui, note, sizeof(note), "report.arrivals_note", (int64_t)report->day_count);
	report_card_head(ui, card, ui_say(ui, "report.arrivals"),
		report->day_count > 1 ? note : ui_say(ui, "report.arrivals_day"));
	struct rect plot = {card.x + REPORT_PAD, card.y + 72, card.w - 2 * REPORT_PAD, card.h - 80};
	if (report->visits == 0) {
		plot.h = 108;
		ui_text(ui, plot, PARTS_TEXT, UI_LEFT, THEME_INK2, say_nobody(ui, reporting));
		return;
	}
	report_bars(ui, plot, bars, count, REPORT_PLAIN);
}

/* ---- the longest waits ---- */

static void draw_breach(struct ui *ui, const struct office *office,
	const struct report_breach *breach, struct rect row)
{
	enum { ELAPSED_W = 110 };
	const struct segment *segment = &breach->breach.segment;
	char text[REPORT_WORD_SIZE], counter[PARTS_COUNTER_SIZE], shown[sizeof(counter) + 4];
	struct rect line = {row.x + REPORT_PAD, row.y, 84, row.h};
	ui_fill(ui, (struct rect){row.x, row.y, row.w, 1}, 0, THEME_LINE);
	ui_text(ui, line, PARTS_VALUE_SEMIBOLD, UI_LEFT, THEME_INK, segment->number);
	line.x += 84;
	line.w = 116;
	ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK,
		report_say_day(ui->language, breach->date, text, sizeof(text)));
	line.x += 124;
	line.w = row.x + row.w - REPORT_PAD - ELAPSED_W - line.x;
	parts_say_counter(ui, office, segment->counter, counter);
	ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK2,
		parts_at_word(ui, PARTS_TEXT, line.w, counter, shown, sizeof(shown)));
	line.x += line.w;
	line.w = ELAPSED_W;
	ui_text(ui, line, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_LATE_INK,
		report_say_duration(segment->elapsed_ms, text, sizeof(text)));
}

static bool draw_longest(struct ui *ui, const struct shift *shift, struct rect card)
{
	const struct reporting *reporting = &shift->reporting;
	const struct report *report = &reporting->report;
	char label[REPORT_WORD_SIZE];
	bool clerk = report->scope.counter != 0;
	report_card_head(ui, card, ui_say(ui, clerk ? "report.longest_own" : "report.longest"),
		ui_say(ui, "report.longest_note"));
	if (report->breach_count == 0) {
		struct rect line = {card.x + REPORT_PAD, card.y + 112, card.w - 2 * REPORT_PAD, 28};
		bool any = report->all.target.counted > 0;
		ui_icon(ui, (struct rect){line.x, line.y, 28, 28}, 28,
			any ? THEME_OK : THEME_DISABLED_ICON, any ? "check-circle" : "timer-sand");
		line.x += 40;
		ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK2,
			any ? ui_say(ui, "report.no_breach") : say_nobody(ui, reporting));
		return false;
	}
	for (size_t i = 0; i < report->breach_count && i < LONGEST; i++) {
		draw_breach(ui, shift->office, &report->breaches[i],
			(struct rect){card.x, card.y + 76 + (int)i * ROW_H, card.w, ROW_H});
	}
	parts_say_number(
		ui, label, sizeof(label), "report.open_sheets", (int64_t)report->breach_count);
	struct rect link = {card.x + REPORT_PAD, card.y + card.h - 50, 0, 44};
	ui_fill(ui, (struct rect){card.x, link.y - 2, card.w, 1}, 0, THEME_LINE);
	return report_link(ui, "reports.sheets", link, label, "L");
}

/* ---- the days, or of one day the services ---- */

static void add_bar(struct report_bar *bars, int *inout_count, const char *label,
	const struct figures_share *target)
{
	int last = *inout_count - 1;
	if (last < 0 || strcmp(bars[last].label, label) != 0) {
		if (*inout_count == REPORT_BARS) {
			return;
		}
		last = (*inout_count)++;
		bars[last] = (struct report_bar){.value = 0};
		text_copy(bars[last].label, sizeof(bars[last].label), label);
	}
	bars[last].value += target->right;
	bars[last].late += target->counted - target->right;
}

/* Of a year the months, of a quarter its weeks by their Mondays, of a month its days. */
static void say_bar(
	const struct ui *ui, enum report_span span, const char *date, char out_label[32])
{
	int day = 0;
	char monday[CALENDAR_DATE_SIZE];
	(void)calendar_parse_day(date, &day);
	if (span == REPORT_YEAR) {
		text_copy(out_label, 32, report_say_month(ui->language, date));
	} else if (span == REPORT_QUARTER) {
		calendar_format_day(day - calendar_weekday(day), monday);
		text_format(out_label, 32, "%d %s", (monday[8] - '0') * 10 + monday[9] - '0',
			report_say_month(ui->language, monday));
	} else {
		text_format(out_label, 32, "%d", (date[8] - '0') * 10 + date[9] - '0');
	}
}

static int fill_days(const struct ui *ui, const struct shift *shift, struct report_bar *out_bars)
{
	const struct report *report = &shift->reporting.report;
	enum report_span span = shift->reporting.period.span;
	int count = 0;
	char label[32];
	if (span == REPORT_DAY) {
		for (int i = 0; i < shift->office->service_count; i++) {
			if (report->services[i].target.counted > 0) {
				add_bar(out_bars, &count,
					report_say_service(ui->language, shift->office, i),
					&report->services[i].target);
			}
		}
		return count;
	}
	for (size_t i = 0; i < report->day_count; i++) {
		say_bar(ui, span, report->days[i].date, label);
		add_bar(out_bars, &count, label, &report->days[i].target);
	}
	return count;
}

static void draw_legend(struct ui *ui, const struct report *report, struct rect card)
{
	static const struct {
		enum theme_token color;
		const char *label;
	} rows[] = {{THEME_OK, "report.legend_kept"}, {THEME_LATE, "report.legend_late"}};
	struct rect line = {card.x + REPORT_PAD, card.y + 52, LEGEND_W - REPORT_PAD, 20};
	for (int i = 0; i < 2; i++) {
		ui_fill(ui, (struct rect){line.x, line.y + 3, 14, 14}, 4, rows[i].color);
		ui_text(ui, (struct rect){line.x + 22, line.y, line.w - 22, 20}, PARTS_NOTE,
			UI_LEFT, THEME_INK2, ui_say(ui, rows[i].label));
		line.y += 24;
	}
	if (report->whole && report->all.literal.counted > 0) {
		char share[REPORT_WORD_SIZE], text[REPORT_LINE_SIZE];
		line.y += 2;
		line.h = 40;
		parts_say(ui, text, sizeof(text), "report.literal",
			report_say_share(ui->language, &report->all.literal, share, sizeof(share)),
			"");
		ui_paragraph(ui, line, PARTS_NOTE, UI_LEFT, THEME_INK2, text);
	}
}

static bool draw_days(struct ui *ui, const struct shift *shift, struct rect card)
{
	static const char *const titles[REPORT_SPANS] = {
		"report.by_service", "report.by_day", "report.by_week", "report.by_month"};
	struct report_bar bars[REPORT_BARS];
	int count = fill_days(ui, shift, bars);
	struct rect plot = {card.x + LEGEND_W + REPORT_PAD, card.y + 12,
		card.w - LEGEND_W - 2 * REPORT_PAD, card.h - 20};
	ui_card(ui, card);
	ui_text(ui, (struct rect){card.x + REPORT_PAD, card.y + 16, LEGEND_W, 28},
		PARTS_VALUE_SEMIBOLD, UI_LEFT, THEME_INK,
		ui_say(ui, titles[shift->reporting.period.span]));
	draw_legend(ui, &shift->reporting.report, card);
	if (count == 0) {
		ui_text(ui, plot, PARTS_TEXT, UI_LEFT, THEME_INK2,
			say_nobody(ui, &shift->reporting));
	}
	report_bars(ui, plot, bars, count, REPORT_STACKED);
	struct rect link = {card.x + REPORT_PAD, card.y + card.h - 46, 0, 44};
	return report_link(ui, "reports.details", link, ui_say(ui, "report.details"), "R");
}

struct shift_action report_figures(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	const struct report *report = &shift->reporting.report;
	struct shift_action action = draw_stats(ui, report, layout);
	int half = (layout->width - 2 * PARTS_MARGIN - REPORT_GAP) / 2;
	struct rect left = {PARTS_MARGIN, MIDDLE_Y, half, MIDDLE_H};
	struct rect right = {PARTS_MARGIN + half + REPORT_GAP, MIDDLE_Y, half, MIDDLE_H};
	draw_arrivals(ui, &shift->reporting, left);
	if (draw_longest(ui, shift, right)) {
		action = (struct shift_action){SHIFT_REPORT_PART, REPORTING_SHEETS};
	}
	struct rect last = {PARTS_MARGIN, LAST_Y, layout->width - 2 * PARTS_MARGIN, LAST_H};
	if (draw_days(ui, shift, last)) {
		action = (struct shift_action){SHIFT_REPORT_PART, REPORTING_DETAILS};
	}
	return action;
}
