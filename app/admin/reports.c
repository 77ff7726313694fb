/* A report over a stretch of days: what the console's page of reports shows to the head. */
#include "app/admin/breach.h"
#include "app/admin/report.h"
#include "app/admin/reports.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/export.h"
#include "app/report/stock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- JSON ---- */

static json_t *figures_json(const struct figures *figures)
{
	json_t *json = json_object();
	report_add_figures(json, figures);
	return json;
}

static json_t *hours_json(const struct report *report)
{
	json_t *json = json_array();
	for (int hour = 0; hour < REPORT_HOURS; hour++) {
		if (report->hours[hour] > 0) {
			json_array_append_new(json, json_pack("{s:i, s:i}", "hour", hour, "visits",
							    report->hours[hour]));
		}
	}
	return json;
}

static json_t *bins_json(const struct report *report)
{
	json_t *json = json_array();
	for (int bin = 0; bin < REPORT_BINS; bin++) {
		json_t *end = bin < REPORT_BINS - 1 ? json_integer(report_bin_ends[bin] * 60)
						    : json_null();
		json_array_append_new(
			json, json_pack("{s:o, s:i}", "below_s", end, "count", report->bins[bin]));
	}
	return json;
}

static json_t *days_json(const struct report *report)
{
	json_t *json = json_array();
	for (size_t i = 0; i < report->day_count; i++) {
		const struct report_day *day = &report->days[i];
		json_array_append_new(
			json, json_pack("{s:s, s:i, s:i, s:o}", "service_date", day->date, "issued",
				      day->issued, "done", day->done, "target",
				      report_target(&day->target)));
	}
	return json;
}

static json_t *services_json(const struct report *report, const struct office *office)
{
	json_t *json = json_array();
	for (int i = 0; i < office->service_count; i++) {
		if (report->services[i].issued > 0) {
			json_t *service = figures_json(&report->services[i]);
			json_object_set_new(
				service, "service", json_string(office->services[i].code));
			json_array_append_new(json, service);
		}
	}
	return json;
}

static json_t *counters_json(const struct report *report, const struct office *office)
{
	json_t *json = json_array();
	for (int i = 0; i < report->counter_count; i++) {
		if (report->counters[i].figures.issued > 0) {
			json_t *counter = figures_json(&report->counters[i].figures);
			json_object_set_new(
				counter, "counter", json_integer(report->counters[i].number));
			json_object_set_new(counter, "name",
				output_text(office_counter_name(
					office, report->counters[i].number, OFFICE_INDONESIAN)));
			json_array_append_new(json, counter);
		}
	}
	return json;
}

static json_t *breaches_json(const struct report *report, const struct office *office)
{
	struct breach_list list = {
		memory_zeroed(report->breach_count + 1, sizeof(struct breach_sheet)),
		report->breach_count};
	for (size_t i = 0; i < list.count; i++) {
		text_copy(list.sheets[i].service_date, sizeof list.sheets[i].service_date,
			report->breaches[i].date);
		list.sheets[i].breach = report->breaches[i].breach;
	}
	json_t *json = breach_list_json(&list, office);
	breach_list_finish(&list);
	return json;
}

/* What staff have said that came of the visits, by the words of the log. */
static json_t *outcomes_json(const struct outcome_counts *said)
{
	json_t *results = json_object(), *data = json_object(), *sources = json_object();
	for (int i = OUTCOME_SERVED; i < OUTCOME_RESULTS; i++) {
		json_object_set_new(results, outcome_result_name((enum outcome_result)i),
			json_integer(said->results[i]));
	}
	for (int i = OUTCOME_NO_DATA; i < OUTCOME_DATAS; i++) {
		json_object_set_new(data, outcome_data_name((enum outcome_data)i),
			json_integer(said->datas[i]));
	}
	for (int i = OUTCOME_PUBLICATION; i < OUTCOME_SOURCES; i++) {
		json_object_set_new(sources, outcome_source_name((enum outcome_source)i),
			json_integer(said->sources[i]));
	}
	return json_pack("{s:o, s:o, s:o}", "result", results, "data", data, "source", sources);
}

/* Who was called out of turn, by whom, why, and whom that passed. */
static json_t *picks_json(const struct report *report, const struct office *office)
{
	json_t *json = json_array();
	for (size_t i = 0; i < report->pick_count; i++) {
		const struct desk_pick *pick = &report->picks[i].pick;
		json_t *passed = json_array();
		for (int j = 0; j < pick->passed_count && j < DESK_PASSED; j++) {
			json_array_append_new(passed, json_string(pick->passed[j]));
		}
		json_array_append_new(
			json, json_pack("{s:s, s:s, s:s, s:i, s:s, s:o, s:o, s:i, s:o}",
				      "service_date", report->picks[i].date, "ticket", pick->number,
				      "service", office->services[pick->service].code, "counter",
				      pick->counter, "staff", pick->staff_name, "called_at",
				      output_time(office, pick->at_ms), "reason",
				      output_text(pick->reason), "passed_count", pick->passed_count,
				      "passed", passed));
	}
	return json;
}

static json_t *ratings_json(const struct report *report)
{
	json_t *json = json_array();
	for (size_t i = 0; i < report->index_count; i++) {
		const struct desk_index *index = &report->indices[i];
		json_array_append_new(json,
			json_pack("{s:s, s:s, s:I, s:o, s:o}", "instrument", index->instrument,
				"code", index->part, "finished", (json_int_t)index->finished,
				"index", index->any ? json_real(index->centi / 100.0) : json_null(),
				"grade", output_text(index->grade)));
	}
	return json;
}

/* What priority cost the others; nothing where a day cannot tell it, as in `day`. */
static void set_priority(json_t *json, const struct report *report)
{
	const struct {
		const char *name;
		json_t *value;
	} told[] = {
		{"overtaken", json_integer(report->overtaken)},
		{"most_overtakers", json_integer(report->most_overtakers)},
		{"bound_overtakers", json_integer(report->bound_overtakers)},
		{"extra_wait_s", output_seconds(report->extra_ms)},
		{"bound_extra_wait_s", output_seconds(report->bound_ms)},
	};
	for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
		bool known = report->untold_days == 0;
		json_object_set_new(
			json, told[i].name, known ? json_incref(told[i].value) : json_null());
		json_decref(told[i].value);
	}
}

static json_t *report_json(const struct report *report, const struct office *office)
{
	json_t *json = figures_json(&report->all);
	json_object_set_new(json, "from", json_string(report->from));
	json_object_set_new(json, "to", json_string(report->to));
	json_object_set_new(json, "visits", json_integer(report->visits));
	json_object_set_new(json, "priority", json_integer(report->priority));
	json_object_set_new(json, "women", json_integer(report->women));
	json_object_set_new(json, "men", json_integer(report->men));
	json_object_set_new(json, "outcomes", outcomes_json(&report->outcomes));
	set_priority(json, report);
	json_object_set_new(json, "literal", report_literal(&report->all.literal));
	json_object_set_new(json, "arrivals", hours_json(report));
	json_object_set_new(json, "waits", bins_json(report));
	json_object_set_new(json, "days", days_json(report));
	json_object_set_new(json, "by_service", services_json(report, office));
	json_object_set_new(json, "by_counter", counters_json(report, office));
	json_object_set_new(json, "breaches", breaches_json(report, office));
	json_object_set_new(json, "picks", picks_json(report, office));
	json_object_set_new(json, "ratings", ratings_json(report));
	return json;
}

/* ---- lines ---- */

static void say_count(struct admin *admin, const char *key, int count)
{
	char text[16];
	text_format(text, sizeof text, "%d", count);
	output_say(admin, key, text);
}

static void print_report(struct admin *admin, const struct report *report)
{
	char kept[32], wait[32], service[32];
	output_say(admin, "admin.report.head", report->from, report->to);
	say_count(admin, "admin.report.visits", report->visits);
	say_count(admin, "admin.report.done", report->all.done);
	say_count(admin, "admin.report.absent", report->all.absent);
	say_count(admin, "admin.report.priority", report->priority);
	output_say(admin, "admin.report.kept", report_kept(&report->all.target, kept));
	output_say(admin, "admin.report.wait", output_duration(report->all.wait.median_ms, wait));
	output_say(admin, "admin.report.service",
		output_duration(report->all.service.median_ms, service));
	report_print_shares(
		admin, &report->all.literal, &report->all.estimate, report->all.unattended_ms);
}

/* ---- the command ---- */

/* Of the present month up to today, where it is not said. */
static int read_stretch(
	struct admin *admin, char out_from[CALENDAR_DATE_SIZE], char out_to[CALENDAR_DATE_SIZE])
{
	const char *from = NULL, *to = NULL;
	if (!admin_date(admin, OPTION_FROM, &from) || !admin_date(admin, OPTION_TO, &to)) {
		return ADMIN_USAGE;
	}
	admin_today(admin, out_to);
	if (to != NULL) {
		text_copy(out_to, CALENDAR_DATE_SIZE, to);
	}
	text_format(out_from, CALENDAR_DATE_SIZE, "%.7s-01", out_to);
	if (from != NULL) {
		text_copy(out_from, CALENDAR_DATE_SIZE, from);
	}
	return strcmp(out_from, out_to) > 0 ? admin_misuse(admin, "admin.stretch", out_from)
					    : ADMIN_DONE;
}

/* As files, where they are named; with --json or without, nothing more is said then. */
static int save(
	struct admin *admin, const struct report *report, report_draw *draw, bool *out_saved)
{
	static const enum option options[REPORT_FORMATS] = {
		[REPORT_XLSX] = OPTION_XLSX, [REPORT_CSV] = OPTION_CSV, [REPORT_PDF] = OPTION_PDF};
	static const enum export_kind kinds[REPORT_FORMATS] = {[REPORT_XLSX] = EXPORT_REPORT_XLSX,
		[REPORT_CSV] = EXPORT_REPORT_CSV,
		[REPORT_PDF] = EXPORT_REPORT_PDF};
	const struct report_file file = {report, desk_office(admin->desk), admin->language, draw};
	int status = ADMIN_DONE;
	for (int i = 0; i < REPORT_FORMATS && status == ADMIN_DONE; i++) {
		const char *path = admin_value(admin, options[i]);
		if (path == NULL) {
			continue;
		}
		enum result result =
			desk_note_export(admin->desk, NULL, kinds[i], report->from, report->to);
		if (result == RESULT_OK) {
			result = report_save((enum report_format)i, path, &file);
		}
		*out_saved = true;
		status = result == RESULT_OK ? output_say(admin, "admin.report.saved", path)
					     : admin_refuse(admin, result, path);
	}
	return status;
}

static int show(struct admin *admin, const struct report *report, report_draw *draw)
{
	bool saved = false;
	int status = save(admin, report, draw, &saved);
	if (saved) {
		return status;
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, report_json(report, desk_office(admin->desk)));
	}
	print_report(admin, report);
	return ADMIN_DONE;
}

int reports_run(struct admin *admin, report_draw *draw)
{
	char from[CALENDAR_DATE_SIZE], to[CALENDAR_DATE_SIZE];
	struct report_stock stock = {0};
	int status = read_stretch(admin, from, to);
	if (status != ADMIN_DONE) {
		return status;
	}
	enum result result = report_stock_fill(&stock, admin->desk, from, to);
	if (result != RESULT_OK) {
		status = admin_refuse(admin, result, NULL);
	} else {
		struct instant now;
		struct report report;
		const struct office *office = desk_office(admin->desk);
		struct report_scope scope = report_scope_of(office, DESK_HEAD, 0);
		desk_now(admin->desk, &now);
		struct report_source source =
			report_stock_source(&stock, office, from, to, now.office_ms);
		report_make(&source, &scope, &report);
		status = show(admin, &report, draw);
		report_finish(&report);
	}
	report_stock_finish(&stock);
	return status;
}

int admin_report(struct admin *admin)
{
	return admin_value(admin, OPTION_PDF) != NULL ? admin_report_drawn(admin)
						      : reports_run(admin, NULL);
}
