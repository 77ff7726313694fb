#include "app/report/table.h"

#include "app/base/text.h"

struct pen {
	const struct report *report;
	const struct office *office;
	const struct language *language;
	const struct report_writer *to;
};

/* ---- cells ---- */

static void write_text(const struct pen *pen, const char *text)
{
	pen->to->text(pen->to->context, text);
}

static void write_count(const struct pen *pen, int64_t count)
{
	pen->to->number(pen->to->context, REPORT_COUNT, (double)count);
}

/* In a column headed "counter": the number, and behind it the office's name for it, if any. */
static void write_counter(const struct pen *pen, int number)
{
	char words[OFFICE_COUNTER_WORDS];
	enum office_language language = report_language(pen->language);
	if (office_counter_name(pen->office, number, language)[0] == '\0') {
		write_count(pen, number);
	} else {
		write_text(pen, office_counter_words(pen->office, number, language, words));
	}
}

static void write_duration(const struct pen *pen, int64_t ms)
{
	if (ms == TICKET_NEVER) {
		pen->to->blank(pen->to->context);
	} else {
		pen->to->number(pen->to->context, REPORT_SECONDS, (double)(ms / 1000));
	}
}

static void write_share(const struct pen *pen, const struct figures_share *share)
{
	if (share->counted == 0) {
		pen->to->blank(pen->to->context);
	} else {
		int64_t thousandths = (int64_t)share->right * 1000 / share->counted;
		pen->to->number(pen->to->context, REPORT_PORTION, (double)thousandths / 1000);
	}
}

static void end_row(const struct pen *pen)
{
	pen->to->end_row(pen->to->context);
}

/* A title and the headings of its columns, by their keys. */
static void begin_table(
	const struct pen *pen, const char *title, const char *const *columns, size_t count)
{
	pen->to->begin_table(pen->to->context, language_text(pen->language, title));
	for (size_t i = 0; i < count; i++) {
		pen->to->heading(pen->to->context, language_text(pen->language, columns[i]));
	}
	end_row(pen);
}

#define BEGIN_TABLE(pen, title, columns)                                                           \
	begin_table(pen, title, columns, sizeof(columns) / sizeof((columns)[0]))

/* ---- the summary ---- */

static void label(const struct pen *pen, const char *key)
{
	write_text(pen, language_text(pen->language, key));
}

static void write_counts(const struct pen *pen)
{
	const struct figures *all = &pen->report->all;
	const struct {
		const char *key;
		int count;
	} rows[] = {{"report.visits", pen->report->visits},
		{"report.file.priority", pen->report->priority},
		{"report.file.people", all->people}, {"report.served", all->done},
		{"report.file.absent", all->absent}, {"report.file.cancelled", all->cancelled},
		{"report.transferred", all->transferred}, {"report.uncertain", all->uncertain},
		{"report.file.kept", all->target.right},
		{"report.file.late", all->target.counted - all->target.right}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		label(pen, rows[i].key);
		write_count(pen, rows[i].count);
		end_row(pen);
	}
}

/* Only where the guest book asked it. */
static void write_sexes(const struct pen *pen)
{
	const struct {
		const char *key;
		int count;
	} rows[] = {
		{"report.file.women", pen->report->women}, {"report.file.men", pen->report->men}};
	bool any = pen->report->women + pen->report->men > 0;
	for (size_t i = 0; any && i < sizeof(rows) / sizeof(rows[0]); i++) {
		label(pen, rows[i].key);
		write_count(pen, rows[i].count);
		end_row(pen);
	}
}

/* What priority cost the others, and what it could have at most. */
static void write_priority(const struct pen *pen)
{
	const struct report *report = pen->report;
	const struct {
		const char *key;
		int64_t value;
		bool is_time;
	} rows[] = {{"report.file.overtaken", report->overtaken, false},
		{"report.file.overtakers", report->most_overtakers, false},
		{"report.file.overtakers_bound", report->bound_overtakers, false},
		{"report.file.overtaken_wait", report->extra_ms, true},
		{"report.file.overtaken_wait_bound", report->bound_ms, true}};
	for (size_t i = 0; report->whole && i < sizeof(rows) / sizeof(rows[0]); i++) {
		label(pen, rows[i].key);
		if (report->untold_days > 0) {
			pen->to->blank(pen->to->context);
		} else if (rows[i].is_time) {
			write_duration(pen, rows[i].value);
		} else {
			write_count(pen, rows[i].value);
		}
		end_row(pen);
	}
}

static void write_picked(const struct pen *pen)
{
	label(pen, "report.picked");
	write_count(pen, (int64_t)pen->report->pick_count);
	end_row(pen);
}

static void write_shares(const struct pen *pen)
{
	const struct figures *all = &pen->report->all;
	label(pen, "report.kept");
	write_share(pen, &all->target);
	end_row(pen);
	label(pen, "report.estimate");
	write_share(pen, &all->estimate);
	end_row(pen);
	if (pen->report->whole) {
		label(pen, "report.file.literal");
		write_share(pen, &all->literal);
		end_row(pen);
	}
}

static void write_durations(const struct pen *pen)
{
	const struct figures *all = &pen->report->all;
	const struct {
		const char *key;
		int64_t ms;
	} rows[] = {{"report.wait", all->wait.median_ms},
		{"report.file.wait_p90", all->wait.p90_ms},
		{"report.file.wait_max", all->wait.max_ms},
		{"report.service", all->service.median_ms},
		{"report.file.service_p90", all->service.p90_ms},
		{"report.file.service_max", all->service.max_ms},
		{"report.kept_longest", all->target.longest_ms},
		{"report.unattended", all->unattended_ms}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		label(pen, rows[i].key);
		write_duration(pen, rows[i].ms);
		end_row(pen);
	}
}

static void write_ratings(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.figure", "report.file.value",
		"report.file.grade", "report.file.respondents"};
	BEGIN_TABLE(pen, "report.satisfaction", columns);
	for (size_t i = 0; i < pen->report->index_count; i++) {
		const struct desk_index *index = &pen->report->indices[i];
		write_text(pen, index->part);
		if (index->any) {
			pen->to->number(pen->to->context, REPORT_HUNDREDTH, index->centi / 100.0);
		} else {
			pen->to->blank(pen->to->context);
		}
		write_text(pen, index->grade);
		write_count(pen, index->finished);
		end_row(pen);
	}
}

static void write_summary(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.figure", "report.file.value"};
	char stretch[REPORT_LINE_SIZE];
	BEGIN_TABLE(pen, "report.file.summary", columns);
	label(pen, "report.file.office");
	write_text(pen, pen->office->name);
	end_row(pen);
	label(pen, "report.file.stretch");
	write_text(pen, report_say_stretch(pen->language, pen->report->from, pen->report->to,
				stretch, sizeof(stretch)));
	end_row(pen);
	write_counts(pen);
	write_sexes(pen);
	write_priority(pen);
	write_picked(pen);
	write_shares(pen);
	write_durations(pen);
}

/* ---- the others ---- */

static void write_said(const struct pen *pen, const char *list, const char *word, int count)
{
	char key[64];
	if (count > 0) {
		text_format(key, sizeof(key), "console.%s.%s", list, word);
		label(pen, key);
		write_count(pen, count);
		end_row(pen);
	}
}

/* What came of the visits, as far as staff have said it. */
static void write_outcomes(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.figure", "report.visits"};
	const struct outcome_counts *said = &pen->report->outcomes;
	int all = 0;
	for (int i = OUTCOME_SERVED; i < OUTCOME_RESULTS; i++) {
		all += said->results[i];
	}
	if (all == 0) {
		return;
	}
	BEGIN_TABLE(pen, "report.file.outcomes", columns);
	for (int i = OUTCOME_SERVED; i < OUTCOME_RESULTS; i++) {
		write_said(pen, "outcome", outcome_result_name((enum outcome_result)i),
			said->results[i]);
	}
	for (int i = OUTCOME_NO_DATA; i < OUTCOME_DATAS; i++) {
		write_said(pen, "data", outcome_data_name((enum outcome_data)i), said->datas[i]);
	}
	for (int i = OUTCOME_PUBLICATION; i < OUTCOME_SOURCES; i++) {
		write_said(pen, "source", outcome_source_name((enum outcome_source)i),
			said->sources[i]);
	}
}

static void write_arrivals(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.hour", "report.visits"};
	BEGIN_TABLE(pen, "report.arrivals", columns);
	for (int hour = 0; hour < REPORT_HOURS; hour++) {
		if (pen->report->hours[hour] > 0) {
			write_count(pen, hour);
			write_count(pen, pen->report->hours[hour]);
			end_row(pen);
		}
	}
}

static void write_waits(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.from_minute", "report.file.visitors"};
	BEGIN_TABLE(pen, "report.wait_spread", columns);
	for (int bin = 0; bin < REPORT_BINS; bin++) {
		write_count(pen, bin == 0 ? 0 : report_bin_ends[bin - 1]);
		write_count(pen, pen->report->bins[bin]);
		end_row(pen);
	}
}

static void write_days(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.date", "report.file.entered",
		"report.served", "report.file.kept", "report.file.late", "report.kept"};
	BEGIN_TABLE(pen, "report.file.days", columns);
	for (size_t i = 0; i < pen->report->day_count; i++) {
		const struct report_day *day = &pen->report->days[i];
		write_text(pen, day->date);
		write_count(pen, day->issued);
		write_count(pen, day->done);
		write_count(pen, day->target.right);
		write_count(pen, day->target.counted - day->target.right);
		write_share(pen, &day->target);
		end_row(pen);
	}
}

static void write_figures(const struct pen *pen, const char *name, const struct figures *figures)
{
	if (figures->issued == 0) {
		return;
	}
	write_text(pen, name);
	write_count(pen, figures->issued);
	write_count(pen, figures->done);
	write_count(pen, figures->absent);
	write_count(pen, figures->target.right);
	write_count(pen, figures->target.counted - figures->target.right);
	write_share(pen, &figures->target);
	const struct figures_spread *spreads[] = {&figures->wait, &figures->service};
	for (int i = 0; i < 2; i++) {
		write_duration(pen, spreads[i]->median_ms);
		write_duration(pen, spreads[i]->p90_ms);
		write_duration(pen, spreads[i]->max_ms);
	}
	end_row(pen);
}

static void write_services(const struct pen *pen)
{
	static const char *const columns[] = {"report.column.name", "report.file.entered",
		"report.served", "report.file.absent", "report.file.kept", "report.file.late",
		"report.kept", "report.wait", "report.file.wait_p90", "report.file.wait_max",
		"report.service", "report.file.service_p90", "report.file.service_max"};
	char name[REPORT_COUNTER_SIZE];
	BEGIN_TABLE(pen, "report.by_service", columns);
	for (int i = 0; i < pen->office->service_count; i++) {
		write_figures(pen, report_say_service(pen->language, pen->office, i),
			&pen->report->services[i]);
	}
	write_figures(pen, language_text(pen->language, "report.all"), &pen->report->all);
	for (int i = 0; i < pen->report->counter_count; i++) {
		write_figures(pen,
			report_say_counter(
				pen->language, pen->office, pen->report->counters[i].number, name),
			&pen->report->counters[i].figures);
	}
}

static void write_sheets(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.date", "report.file.ticket",
		"report.file.service", "report.file.counter", "report.file.issued",
		"report.file.ready", "report.file.called", "report.file.served_at",
		"report.file.elapsed", "report.file.free", "report.file.reason",
		"report.file.note"};
	char text[REPORT_FREE_SIZE];
	BEGIN_TABLE(pen, "report.file.sheets", columns);
	for (size_t i = 0; i < pen->report->breach_count; i++) {
		const struct report_breach *sheet = &pen->report->breaches[i];
		const struct segment *segment = &sheet->breach.segment;
		const int64_t times[] = {segment->issued_ms, segment->clock.ready_ms,
			segment->called_ms, segment->served_ms};
		write_text(pen, sheet->date);
		write_text(pen, segment->number);
		write_text(pen, report_say_service(pen->language, pen->office, segment->service));
		write_counter(pen, segment->counter);
		for (int j = 0; j < 4; j++) {
			write_text(pen, report_say_time(pen->office, times[j], text, sizeof(text)));
		}
		write_duration(pen, segment->elapsed_ms);
		write_text(pen, report_say_free(pen->language, pen->office, &sheet->breach,
					OFFICE_COUNTERS, text, sizeof(text)));
		write_text(pen, report_say_reason(pen->language, segment->reason));
		write_text(pen, sheet->breach.note);
		end_row(pen);
	}
}

static void write_picks(const struct pen *pen)
{
	static const char *const columns[] = {"report.file.date", "report.file.ticket",
		"report.file.service", "report.file.counter", "report.file.staff",
		"report.file.called", "report.file.passed_count", "report.file.passed",
		"report.file.reason"};
	char text[REPORT_LINE_SIZE];
	BEGIN_TABLE(pen, "report.picked", columns);
	for (size_t i = 0; i < pen->report->pick_count; i++) {
		const struct desk_pick *pick = &pen->report->picks[i].pick;
		write_text(pen, pen->report->picks[i].date);
		write_text(pen, pick->number);
		write_text(pen, report_say_service(pen->language, pen->office, pick->service));
		write_counter(pen, pick->counter);
		write_text(pen, pick->staff_name);
		write_text(pen, report_say_time(pen->office, pick->at_ms, text, sizeof(text)));
		write_count(pen, pick->passed_count);
		write_text(pen, report_say_passed(pen->language, pick, text));
		write_text(pen, report_say_pick(pen->language, pick->reason));
		end_row(pen);
	}
}

void report_write_tables(const struct report *report, const struct office *office,
	const struct language *language, const struct report_writer *writer)
{
	const struct pen pen = {report, office, language, writer};
	write_summary(&pen);
	write_arrivals(&pen);
	write_waits(&pen);
	write_ratings(&pen);
	write_days(&pen);
	write_services(&pen);
	write_outcomes(&pen);
	write_sheets(&pen);
	write_picks(&pen);
}
