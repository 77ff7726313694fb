#include "app/console/reporting.h"

#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>

/* No day before the first service standard that the product knows. */
static const char FIRST_DAY[] = "2000-01-01";

static void forget_report(struct reporting *reporting)
{
	report_finish(&reporting->report);
	report_stock_finish(&reporting->stock);
	reporting->made = false;
	reporting->saving = reporting->saving && !reporting->wants_file && reporting->save_tag == 0;
	reporting->save_tag = 0;
	reporting->wants_file = false;
	reporting->page = 0;
	reporting->part = REPORTING_FIGURES;
}

static void ask_from(struct reporting *reporting, const char *date)
{
	bool running = strcmp(reporting->period.to, reporting->today) > 0;
	text_copy(reporting->next, sizeof(reporting->next), date);
	text_copy(reporting->last, sizeof(reporting->last),
		running ? reporting->today : reporting->period.to);
	reporting->stage = REPORTING_DAYS;
	reporting->stale = false;
	reporting->tag = 0;
}

static void show_period(struct reporting *reporting, struct report_period period)
{
	forget_report(reporting);
	reporting->period = period;
	reporting->trouble = RESULT_OK;
	ask_from(reporting, period.from);
}

void reporting_open(
	struct reporting *reporting, const struct report_scope *scope, const char *today)
{
	reporting_close(reporting);
	reporting->open = true;
	reporting->scope = *scope;
	text_copy(reporting->today, sizeof(reporting->today), today);
	show_period(reporting, report_period_of(REPORT_DAY, today));
}

/* What is being saved goes on without the page. */
void reporting_close(struct reporting *reporting)
{
	forget_report(reporting);
	bool saving = reporting->saving;
	*reporting = (struct reporting){.saving = saving};
}

bool reporting_can_save(const struct reporting *reporting)
{
	return reporting->made && !reporting->saving;
}

bool reporting_save(struct reporting *reporting, int format, struct desk_request *out_request)
{
	static const enum export_kind kinds[REPORTING_WAYS] = {[REPORT_XLSX] = EXPORT_REPORT_XLSX,
		[REPORT_CSV] = EXPORT_REPORT_CSV,
		[REPORT_PDF] = EXPORT_REPORT_PDF,
		[REPORTING_PRINT] = EXPORT_REPORT_PRINT};
	if (!reporting_can_save(reporting) || format < 0 || format >= REPORTING_WAYS) {
		return false;
	}
	reporting->format = (enum report_format)format;
	reporting->saving = true;
	out_request->act = DESK_NOTE_EXPORT;
	out_request->id = kinds[format];
	text_copy(out_request->date, sizeof(out_request->date), reporting->report.from);
	text_copy(out_request->date_to, sizeof(out_request->date_to), reporting->report.to);
	return true;
}

bool reporting_noted(struct reporting *reporting, int tag, enum result result)
{
	if (reporting->save_tag == 0 || tag != reporting->save_tag) {
		return false;
	}
	reporting->save_tag = 0;
	reporting->wants_file = reporting->saving = result == RESULT_OK;
	return true;
}

bool reporting_can_choose(const struct reporting *reporting)
{
	return reporting->open && reporting->scope.past;
}

bool reporting_can_step(const struct reporting *reporting, int step)
{
	return reporting_can_choose(reporting) &&
	       (step < 0 ? strcmp(reporting->period.from, FIRST_DAY) > 0
			 : strcmp(reporting->period.to, reporting->today) < 0);
}

void reporting_choose(struct reporting *reporting, int span)
{
	if (!reporting_can_choose(reporting) || span < 0 || span >= REPORT_SPANS ||
		span == (int)reporting->period.span) {
		return;
	}
	bool running = report_period_holds(&reporting->period, reporting->today);
	show_period(reporting, report_period_of((enum report_span)span,
				       running ? reporting->today : reporting->period.to));
}

void reporting_step(struct reporting *reporting, int step)
{
	if (reporting_can_step(reporting, step)) {
		show_period(reporting, report_period_step(&reporting->period, step));
	}
}

void reporting_show(struct reporting *reporting, enum reporting_part part)
{
	reporting->part = reporting->part == part ? REPORTING_FIGURES : part;
	reporting->page = 0;
}

static int pages_of(size_t sheets)
{
	return ((int)sheets + REPORTING_SHEETS_A_PAGE - 1) / REPORTING_SHEETS_A_PAGE;
}

int reporting_breach_pages(const struct reporting *reporting)
{
	return pages_of(reporting->report.breach_count);
}

int reporting_pages(const struct reporting *reporting)
{
	int pages = reporting_breach_pages(reporting) + pages_of(reporting->report.pick_count);
	return pages > 0 ? pages : 1;
}

void reporting_turn(struct reporting *reporting, int step)
{
	int page = reporting->page + step;
	if (page >= 0 && page < reporting_pages(reporting)) {
		reporting->page = page;
	}
}

/* Past midnight a clerk's report goes on to the new day; who chose a stretch keeps it. */
void reporting_follow(struct reporting *reporting, const char *today)
{
	if (!reporting->open) {
		return;
	}
	if (strcmp(reporting->today, today) != 0) {
		bool shown = strcmp(reporting->period.to, reporting->today) == 0;
		text_copy(reporting->today, sizeof(reporting->today), today);
		if (shown && reporting->period.span == REPORT_DAY) {
			show_period(reporting, report_period_of(REPORT_DAY, today));
			return;
		}
	}
	/* What is not yet read of the day before midnight stays to be read. */
	if (!reporting->stale && report_period_holds(&reporting->period, today)) {
		reporting->stale = true;
		text_copy(reporting->since, sizeof(reporting->since), today);
	}
}

int64_t reporting_deadline(const struct reporting *reporting)
{
	if (!reporting->open || reporting->tag != 0) {
		return INT64_MAX;
	}
	if (reporting->stage == REPORTING_DONE) {
		return reporting->stale ? reporting->made_ms + REPORTING_FRESH_MS : INT64_MAX;
	}
	return reporting->trouble != RESULT_OK ? reporting->failed_ms + REPORTING_RETRY_MS : 0;
}

bool reporting_ask(struct reporting *reporting, int64_t ticks, struct desk_request *out_request)
{
	int64_t at = reporting_deadline(reporting);
	if (at == INT64_MAX || ticks < at) {
		return false;
	}
	if (reporting->stage == REPORTING_DONE) {
		ask_from(reporting, reporting->since);
	}
	if (reporting->stage == REPORTING_DAYS) {
		out_request->act = DESK_READ_RECORD;
		text_copy(out_request->date, sizeof(out_request->date), reporting->next);
	} else {
		out_request->act = DESK_READ_INDICES;
		text_copy(out_request->date, sizeof(out_request->date), reporting->period.from);
		text_copy(out_request->date_to, sizeof(out_request->date_to), reporting->period.to);
	}
	return true;
}

static void go_on(struct reporting *reporting)
{
	int day = 0;
	if (strcmp(reporting->next, reporting->last) >= 0) {
		reporting->stage = REPORTING_RATINGS;
		return;
	}
	(void)calendar_parse_day(reporting->next, &day);
	calendar_format_day(day + 1, reporting->next);
}

static void make(
	struct reporting *reporting, const struct office *office, int64_t now, int64_t ticks)
{
	struct report_source source = report_stock_source(
		&reporting->stock, office, reporting->period.from, reporting->period.to, now);
	report_finish(&reporting->report);
	report_make(&source, &reporting->scope, &reporting->report);
	reporting->made = true;
	reporting->made_ms = ticks;
	reporting->stage = REPORTING_DONE;
	int pages = reporting_pages(reporting);
	reporting->page = reporting->page < pages ? reporting->page : pages - 1;
}

void reporting_hear(struct reporting *reporting, struct desk_message *message,
	const struct office *office, int64_t now, int64_t ticks)
{
	if (reporting->tag == 0 || message->tag != reporting->tag) {
		return;
	}
	reporting->tag = 0;
	reporting->trouble = message->result;
	reporting->failed_ms = ticks;
	if (message->result != RESULT_OK) {
		return;
	}
	if (message->act == DESK_READ_RECORD) {
		report_stock_put(&reporting->stock, message->record);
		go_on(reporting);
		return;
	}
	memcpy(reporting->stock.indices, message->indices, sizeof(message->indices));
	reporting->stock.index_count = message->index_count;
	make(reporting, office, now, ticks);
}

void reporting_progress(const struct reporting *reporting, int *out_done, int *out_all)
{
	int from = 0, next = 0, last = 0;
	(void)calendar_parse_day(reporting->period.from, &from);
	(void)calendar_parse_day(reporting->next, &next);
	(void)calendar_parse_day(reporting->last, &last);
	*out_done = reporting->stage == REPORTING_DAYS ? next - from : last - from + 1;
	*out_all = last - from + 1;
}
