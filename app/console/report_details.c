#include "app/console/report_parts.h"

#include "app/base/text.h"

/* Services and counters in a table, how long people waited, and what else a day leaves behind. */
enum {
	SIDE_W = 368,
	HEAD_H = 76,
	ROW_H = 36,
	ROWS = 14,
	COUNT_W = 62,
	SHARE_W = 206,
	SPREAD_W = 118,
	PLOT_H = 276,
	FACT_H = 30,
	MEANING_GAP = 8,
};

/* ---- the table ---- */

struct row {
	char name[REPORT_COUNTER_SIZE];
	const struct figures *figures;
	bool is_sum;
};

/* Of whom something is to be said; the office's sum between services and counters. */
static int list_rows(const struct ui *ui, const struct shift *shift,
	struct row out_rows[OFFICE_SERVICES + OFFICE_COUNTERS + 1])
{
	const struct report *report = &shift->reporting.report;
	int count = 0;
	for (int i = 0; i < shift->office->service_count; i++) {
		if (report->services[i].issued > 0) {
			struct row *row = &out_rows[count++];
			*row = (struct row){.figures = &report->services[i]};
			text_copy(row->name, sizeof(row->name),
				report_say_service(ui->language, shift->office, i));
		}
	}
	out_rows[count] = (struct row){.figures = &report->all, .is_sum = true};
	text_copy(out_rows[count].name, sizeof(out_rows[count].name), ui_say(ui, "report.all"));
	count++;
	for (int i = 0; i < report->counter_count; i++) {
		if (report->counters[i].figures.issued > 0) {
			struct row *row = &out_rows[count++];
			*row = (struct row){.figures = &report->counters[i].figures};
			parts_say_counter(ui, shift->office, report->counters[i].number, row->name);
		}
	}
	return count;
}

/* "5 · 12 · 31": median, nine of ten, the longest, in minutes. */
static const char *say_spread(const struct figures_spread *spread, char *out_text, size_t size)
{
	if (spread->count == 0) {
		return "–";
	}
	text_format(out_text, size, "%lld · %lld · %lld",
		(long long)((spread->median_ms + 30000) / 60000),
		(long long)((spread->p90_ms + 30000) / 60000),
		(long long)((spread->max_ms + 30000) / 60000));
	return out_text;
}

static void draw_cell(struct ui *ui, struct rect *inout_cell, int width, struct ui_style style,
	enum theme_token color, const char *text)
{
	inout_cell->w = width;
	parts_lines(ui,
		(struct rect){inout_cell->x, inout_cell->y + (inout_cell->h - style.line) / 2,
			width - 4, style.line},
		style, UI_LEFT, 1, color, text);
	inout_cell->x += width;
}

/* The names have what the figures leave. */
static int name_width(struct rect card)
{
	return card.w - 2 * REPORT_PAD - 3 * COUNT_W - SHARE_W - 2 * SPREAD_W;
}

static void draw_row(struct ui *ui, const struct row *row, struct rect box)
{
	const struct figures *figures = row->figures;
	const int counts[] = {figures->issued, figures->done, figures->absent};
	struct ui_style style = row->is_sum ? PARTS_TEXT_SEMIBOLD : PARTS_TEXT;
	struct rect cell = {box.x + REPORT_PAD, box.y, 0, box.h};
	char text[REPORT_WORD_SIZE], name[sizeof(row->name) + 4];
	ui_fill(ui, (struct rect){box.x, box.y, box.w, 1}, 0, THEME_LINE);
	draw_cell(ui, &cell, name_width(box), style, THEME_INK,
		parts_at_word(ui, style, name_width(box) - 4, row->name, name, sizeof(name)));
	for (int i = 0; i < 3; i++) {
		draw_cell(ui, &cell, COUNT_W, style, THEME_INK,
			report_say_count(ui->language, counts[i], text, sizeof(text)));
	}
	report_share_bar(ui, cell.x, box.y + box.h / 2, 56, &figures->target);
	cell.x += 66;
	draw_cell(ui, &cell, SHARE_W - 66, style, THEME_INK,
		report_say_of(ui->language, &figures->target, text, sizeof(text)));
	draw_cell(ui, &cell, SPREAD_W, style, THEME_INK,
		say_spread(&figures->wait, text, sizeof(text)));
	draw_cell(ui, &cell, SPREAD_W, style, THEME_INK,
		say_spread(&figures->service, text, sizeof(text)));
}

/* What the figures mean, below the last row: the first of these sentences, as many as there is room
 * for. */
static void draw_meaning(struct ui *ui, const struct report *report, struct rect room)
{
	char share[REPORT_WORD_SIZE], literal[3 * REPORT_LINE_SIZE];
	const char *sentences[3] = {ui_say(ui, "report.spread_explained")};
	int count = 1, height = 0, shown = 0;
	if (report->whole && report->untold_days == 0) {
		sentences[count++] = ui_say(ui, "report.overtaken_explained");
	}
	if (report->whole && report->all.literal.counted > 0) {
		sentences[count++] = parts_say(ui, literal, sizeof(literal),
			"report.literal_explained",
			report_say_share(ui->language, &report->all.literal, share, sizeof(share)),
			"");
	}
	for (int i = 0; i < count; i++) {
		int more = ui_paragraph_height(ui, room.w, PARTS_NOTE, sentences[i]) +
			   (i > 0 ? MEANING_GAP : 0);
		if (height + more > room.h) {
			break;
		}
		height += more;
		shown++;
	}
	room.y += room.h - height;
	for (int i = 0; i < shown; i++) {
		room.y += MEANING_GAP +
			  ui_paragraph(ui, room, PARTS_NOTE, UI_LEFT, THEME_INK2, sentences[i]);
	}
}

static void draw_table(struct ui *ui, const struct shift *shift, struct rect card)
{
	const struct {
		const char *label;
		int width;
	} columns[] = {{"report.column.name", name_width(card)}, {"report.column.visits", COUNT_W},
		{"report.column.done", COUNT_W}, {"report.column.absent", COUNT_W},
		{"report.column.kept", SHARE_W}, {"report.column.wait", SPREAD_W},
		{"report.column.service", SPREAD_W}};
	struct row rows[OFFICE_SERVICES + OFFICE_COUNTERS + 1];
	int count = list_rows(ui, shift, rows), shown = count > ROWS ? ROWS - 1 : count;
	struct rect cell = {card.x + REPORT_PAD, card.y + 48, 0, 24};
	char text[REPORT_WORD_SIZE];
	ui_card(ui, card);
	ui_text(ui, (struct rect){cell.x, card.y + 14, card.w - 2 * REPORT_PAD, 28},
		PARTS_VALUE_SEMIBOLD, UI_LEFT, THEME_INK, ui_say(ui, "report.by_service"));
	ui_text(ui, (struct rect){cell.x, card.y + 14, card.w - 2 * REPORT_PAD, 28}, PARTS_NOTE,
		UI_RIGHT, THEME_INK2, ui_say(ui, "report.spread_note"));
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		draw_cell(ui, &cell, columns[i].width, PARTS_NOTE, THEME_INK2,
			ui_say(ui, columns[i].label));
	}
	struct rect row = {card.x, card.y + HEAD_H, card.w, ROW_H};
	for (int i = 0; i < shown; i++) {
		draw_row(ui, &rows[i], row);
		row.y += ROW_H;
	}
	draw_meaning(ui, &shift->reporting.report,
		(struct rect){card.x + REPORT_PAD, row.y + REPORT_PAD, card.w - 2 * REPORT_PAD,
			card.y + card.h - row.y - 2 * REPORT_PAD});
	if (count > shown) {
		row.x += REPORT_PAD;
		ui_text(ui, row, PARTS_TEXT, UI_LEFT, THEME_INK2,
			parts_say_number(ui, text, sizeof(text), "console.more", count - shown));
	}
}

/* ---- beside it ---- */

static void draw_waits(struct ui *ui, const struct report *report, struct rect card)
{
	struct report_bar bars[REPORT_BINS];
	for (int i = 0; i < REPORT_BINS; i++) {
		int from = i == 0 ? 0 : report_bin_ends[i - 1];
		bars[i] = (struct report_bar){.value = report->bins[i]};
		if (i < REPORT_BINS - 1) {
			text_format(bars[i].label, sizeof(bars[i].label), "%d–%d", from,
				report_bin_ends[i]);
		} else {
			text_format(bars[i].label, sizeof(bars[i].label), "> %d", from);
		}
	}
	report_mark_peak(bars, REPORT_BINS);
	report_card_head(
		ui, card, ui_say(ui, "report.wait_spread"), ui_say(ui, "report.wait_spread_note"));
	report_bars(ui,
		(struct rect){
			card.x + REPORT_PAD, card.y + 72, card.w - 2 * REPORT_PAD, card.h - 80},
		bars, REPORT_BINS, REPORT_PLAIN);
}

struct fact {
	const char *label;
	char value[REPORT_WORD_SIZE];
};

enum { FACTS = 8 };

static int whole_minutes(int64_t ms)
{
	return (int)((ms + 30000) / 60000);
}

/* Of whom, and of how long, beside what could have been at most. */
static int list_priority(const struct ui *ui, const struct report *report, struct fact *out_facts)
{
	char count[16], most[16], bound[16];
	if (!report->whole) {
		return 0;
	}
	out_facts[0].label = "report.overtaken";
	out_facts[1].label = "report.overtaken_wait";
	if (report->untold_days > 0) {
		text_copy(out_facts[0].value, sizeof(out_facts[0].value), "–");
		text_copy(out_facts[1].value, sizeof(out_facts[1].value), "–");
		return 2;
	}
	text_format(most, sizeof(most), "%d", report->most_overtakers);
	text_format(bound, sizeof(bound), "%d", report->bound_overtakers);
	language_with(ui->language, "report.overtaken_most", out_facts[0].value,
		sizeof(out_facts[0].value),
		report_say_count(ui->language, report->overtaken, count, sizeof(count)), most,
		bound);
	text_format(most, sizeof(most), "%d", whole_minutes(report->extra_ms));
	text_format(bound, sizeof(bound), "%d", whole_minutes(report->bound_ms));
	language_with(ui->language, "report.overtaken_minutes", out_facts[1].value,
		sizeof(out_facts[1].value), most, bound);
	return 2;
}

static int list_facts(
	const struct ui *ui, const struct report *report, struct fact out_facts[FACTS])
{
	const struct figures *all = &report->all;
	char text[REPORT_WORD_SIZE];
	int count = 0;
	struct fact *fact = &out_facts[count++];
	fact->label = "report.unattended";
	text_copy(fact->value, sizeof(fact->value),
		report_say_duration(all->unattended_ms, text, sizeof(text)));
	fact = &out_facts[count++];
	fact->label = "report.estimate";
	text_copy(fact->value, sizeof(fact->value),
		report_say_share(ui->language, &all->estimate, text, sizeof(text)));
	fact = &out_facts[count++];
	fact->label = "report.kept_longest";
	text_copy(fact->value, sizeof(fact->value),
		report_say_duration(all->target.longest_ms, text, sizeof(text)));
	count += list_priority(ui, report, &out_facts[count]);
	const struct {
		const char *label;
		int count;
	} counts[] = {{"report.picked", (int)report->pick_count},
		{"report.transferred", all->transferred}, {"report.uncertain", all->uncertain}};
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		fact = &out_facts[count++];
		fact->label = counts[i].label;
		report_say_count(ui->language, counts[i].count, fact->value, sizeof(fact->value));
	}
	return count;
}

static void draw_facts(struct ui *ui, const struct report *report, struct rect card)
{
	struct fact facts[FACTS];
	int count = list_facts(ui, report, facts);
	struct rect row = {card.x + REPORT_PAD, card.y + 14, card.w - 2 * REPORT_PAD, FACT_H};
	ui_card(ui, card);
	for (int i = 0; i < count; i++) {
		ui_text(ui, row, PARTS_TEXT, UI_LEFT, THEME_INK2, ui_say(ui, facts[i].label));
		ui_text(ui, row, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_INK, facts[i].value);
		row.y += FACT_H;
	}
}

struct shift_action report_details(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	const struct report *report = &shift->reporting.report;
	struct shift_action action = {SHIFT_NOTHING, 0};
	int side = layout->width - PARTS_MARGIN - SIDE_W;
	struct rect table = {PARTS_MARGIN, REPORT_TOP, side - REPORT_GAP - PARTS_MARGIN,
		REPORT_BOTTOM - REPORT_TOP};
	draw_table(ui, shift, table);
	draw_waits(ui, report, (struct rect){side, REPORT_TOP, SIDE_W, PLOT_H});
	int y = REPORT_TOP + PLOT_H + REPORT_GAP;
	struct rect facts = {side, y, SIDE_W, REPORT_BOTTOM - 44 - REPORT_GAP - y};
	draw_facts(ui, report, facts);
	struct rect back = {side, REPORT_BOTTOM - 44, SIDE_W, 44};
	if (report_button(ui, "reports.back", back, ui_say(ui, "report.back"), "Esc", false)) {
		action = (struct shift_action){SHIFT_REPORT_PART, REPORTING_DETAILS};
	}
	return action;
}
