#include "app/console/report_parts.h"

#include "app/base/text.h"

/* The sheets of broken promises: who waited, when, which counters stood free, and why. Behind them
 * those who were called out of their turn: by whom, before whom, and why. */
enum { HEAD_H = 72, ROW_H = 80, FOOT_H = 64, BUTTON_W = 176, BUTTON_H = 44 };

/* "Datang 09.12.03 · jam mulai 09.20.11 · …" */
static const char *say_times(const struct ui *ui, const struct office *office,
	const struct segment *segment, char *out_text, size_t size)
{
	char issued[16], ready[16], called[16], served[16];
	const char *const values[] = {
		report_say_time(office, segment->issued_ms, issued, sizeof(issued)),
		report_say_time(office, segment->clock.ready_ms, ready, sizeof(ready)),
		report_say_time(office, segment->called_ms, called, sizeof(called)),
		report_say_time(office, segment->served_ms, served, sizeof(served))};
	return language_fill(ui->language, "report.times", out_text, size, values, 4);
}

/* As many as there is room for, and how many more there are. */
static const char *say_free(const struct ui *ui, const struct office *office,
	const struct desk_breach *breach, int width, char *out_text, size_t size)
{
	int most = breach->free_count;
	const char *words = report_say_free(ui->language, office, breach, most, out_text, size);
	while (most > 1 && ui_text_width(ui, PARTS_NOTE, words) > width) {
		words = report_say_free(ui->language, office, breach, --most, out_text, size);
	}
	return words;
}

/* What a row is about. */
struct entry {
	const char *number, *date;
	int service, counter;
};

/* The line below `line`. */
static struct rect below(struct rect line)
{
	return (struct rect){line.x, line.y + 28, line.w, 20};
}

/* The number, and from `top` on beside it day, service and counter; returns the line below them. */
static struct rect draw_entry(struct ui *ui, const struct shift *shift, const struct entry *entry,
	struct rect row, int top)
{
	char text[REPORT_LINE_SIZE], date[REPORT_WORD_SIZE], where[PARTS_COUNTER_SIZE];
	struct rect line = {row.x + 148, top, row.w - 148 - 546, 26};
	ui_fill(ui, (struct rect){row.x, row.y, row.w, 1}, 0, THEME_LINE);
	ui_text(ui, (struct rect){row.x + REPORT_PAD, row.y, 120, row.h}, PARTS_NUMBER, UI_LEFT,
		THEME_INK, entry->number);
	parts_say_counter(ui, shift->office, entry->counter, where);
	text_format(text, sizeof(text), "%s · %s · %s",
		report_say_day(ui->language, entry->date, date, sizeof(date)),
		report_say_service(ui->language, shift->office, entry->service), where);
	parts_lines(ui, line, PARTS_TEXT_SEMIBOLD, UI_LEFT, 1, THEME_INK, text);
	return below(line);
}

/* What was said of it, NULL = nothing; returns the line below. */
static struct rect draw_reason(struct ui *ui, struct rect line, const char *said)
{
	parts_lines(ui, line, PARTS_TEXT, UI_LEFT, 1, said != NULL ? THEME_INK : THEME_INK2,
		said != NULL ? said : ui_say(ui, "report.no_reason"));
	return below(line);
}

static void draw_sheet(struct ui *ui, const struct shift *shift, const struct report_breach *breach,
	struct rect row)
{
	const struct segment *segment = &breach->breach.segment;
	const struct entry entry = {
		segment->number, breach->date, segment->service, segment->counter};
	char text[REPORT_LINE_SIZE];
	bool noted = breach->breach.note[0] != '\0';
	int top = row.y + (noted ? 5 : 15);
	struct rect line = draw_entry(ui, shift, &entry, row, top);
	parts_lines(ui, line, PARTS_NOTE, UI_LEFT, 1, THEME_INK2,
		say_times(ui, shift->office, segment, text, sizeof(text)));
	/* The whole of a long note is in the files. */
	struct rect note = {line.x, top + 50, row.w - 148 - REPORT_PAD - 112, 20};
	parts_lines(ui, note, PARTS_NOTE, UI_LEFT, 1, THEME_INK, breach->breach.note);
	const struct rect reason = {row.x + row.w - 534, top, 406, 26};
	struct rect right = draw_reason(ui, reason,
		segment->reason[0] != '\0' ? report_say_reason(ui->language, segment->reason)
					   : NULL);
	parts_lines(ui, right, PARTS_NOTE, UI_LEFT, 1, THEME_INK2,
		say_free(ui, shift->office, &breach->breach, right.w, text, sizeof(text)));
	ui_text(ui, (struct rect){row.x + row.w - REPORT_PAD - 104, row.y, 104, row.h},
		PARTS_HEADING, UI_RIGHT, THEME_LATE_INK,
		report_say_duration(segment->elapsed_ms, text, sizeof(text)));
}

static void draw_pick(
	struct ui *ui, const struct shift *shift, const struct report_pick *told, struct rect row)
{
	const struct desk_pick *pick = &told->pick;
	const struct entry entry = {pick->number, told->date, pick->service, pick->counter};
	char text[REPORT_LINE_SIZE], time[16], passed[REPORT_LINE_SIZE];
	struct rect line = draw_entry(ui, shift, &entry, row, row.y + 15);
	parts_lines(ui, line, PARTS_NOTE, UI_LEFT, 1, THEME_INK2,
		language_with(ui->language, "report.picked_by", text, sizeof(text),
			report_say_time(shift->office, pick->at_ms, time, sizeof(time)),
			pick->staff_name));
	const struct rect reason = {row.x + row.w - 534, row.y + 15, 534 - REPORT_PAD, 26};
	struct rect right = draw_reason(ui, reason,
		pick->reason[0] != '\0' ? report_say_pick(ui->language, pick->reason) : NULL);
	parts_lines(ui, right, PARTS_NOTE, UI_LEFT, 1, THEME_INK2,
		language_with(ui->language, "report.picked_before", text, sizeof(text),
			report_say_passed(ui->language, pick, passed)));
}

static struct shift_action draw_foot(
	struct ui *ui, const struct reporting *reporting, struct rect foot)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	char text[REPORT_WORD_SIZE], page[16], pages[16];
	int all = reporting_pages(reporting);
	struct rect box = {foot.x + REPORT_PAD, foot.y + 10, BUTTON_W, BUTTON_H};
	if (report_button(ui, "reports.back", box, ui_say(ui, "report.back"), "Esc", false)) {
		action = (struct shift_action){SHIFT_REPORT_PART, REPORTING_SHEETS};
	}
	if (all == 1) {
		return action;
	}
	box.x = foot.x + foot.w - REPORT_PAD - BUTTON_W;
	if (report_button(ui, "reports.next_page", box, ui_say(ui, "report.next_page"), "↓",
		    reporting->page + 1 == all)) {
		action = (struct shift_action){SHIFT_REPORT_TURN, 1};
	}
	box.x -= BUTTON_W + 12;
	if (report_button(ui, "reports.last_page", box, ui_say(ui, "report.last_page"), "↑",
		    reporting->page == 0)) {
		action = (struct shift_action){SHIFT_REPORT_TURN, -1};
	}
	text_format(page, sizeof(page), "%d", reporting->page + 1);
	text_format(pages, sizeof(pages), "%d", all);
	ui_text(ui, (struct rect){box.x - 216, box.y, 200, BUTTON_H}, PARTS_TEXT, UI_RIGHT,
		THEME_INK2, parts_say(ui, text, sizeof(text), "console.form.page", page, pages));
	return action;
}

/* Broken promises first, on pages of their own; then who was called out of turn. */
static void draw_page(struct ui *ui, const struct shift *shift, struct rect row)
{
	const struct reporting *reporting = &shift->reporting;
	const struct report *report = &reporting->report;
	int breaches = reporting_breach_pages(reporting);
	bool picks = reporting->page >= breaches && report->pick_count > 0;
	size_t page = (size_t)(reporting->page - (picks ? breaches : 0));
	size_t end = picks ? report->pick_count : report->breach_count;
	size_t from = page * REPORTING_SHEETS_A_PAGE;
	for (size_t i = from; i < end && i < from + REPORTING_SHEETS_A_PAGE; i++, row.y += ROW_H) {
		if (picks) {
			draw_pick(ui, shift, &report->picks[i], row);
		} else {
			draw_sheet(ui, shift, &report->breaches[i], row);
		}
	}
}

static void draw_head(struct ui *ui, const struct reporting *reporting, struct rect card)
{
	const struct report *report = &reporting->report;
	const char *title = report->scope.counter != 0 ? "report.longest_own" : "report.longest";
	const char *note = report->breach_count > 0 ? "report.longest_note" : "report.no_breach";
	if (reporting->page >= reporting_breach_pages(reporting) && report->pick_count > 0) {
		title = "report.picked";
		note = "report.picked_note";
	}
	report_card_head(ui, card, ui_say(ui, title), ui_say(ui, note));
}

struct shift_action report_sheets(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	struct rect card = {PARTS_MARGIN, REPORT_TOP, layout->width - 2 * PARTS_MARGIN,
		REPORT_BOTTOM - REPORT_TOP};
	draw_head(ui, &shift->reporting, card);
	draw_page(ui, shift, (struct rect){card.x, card.y + HEAD_H, card.w, ROW_H - 8});
	return draw_foot(ui, &shift->reporting,
		(struct rect){card.x, card.y + card.h - FOOT_H, card.w, FOOT_H});
}
