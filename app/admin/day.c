/* The figures of one service day, and its end. */
#include "app/admin/report.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>

static json_t *day_json(const struct office *office, const struct desk_day *day)
{
	json_t *services = json_array();
	json_t *json = json_pack("{s:s, s:b, s:b, s:b}", "service_date", day->service_date,
		"closed", day->closed, "closed_by_hand", day->by_hand, "sealed", day->is_sealed);
	for (int i = 0; i < office->service_count; i++) {
		json_t *service = json_pack("{s:s}", "service", office->services[i].code);
		report_add_figures(service, &day->services[i]);
		json_array_append_new(services, service);
	}
	report_add_figures(json, &day->all);
	json_object_set_new(json, "literal", report_literal(&day->all.literal));
	json_object_set_new(json, "priority", report_priority(&day->priority));
	json_object_set_new(json, "by_service", services);
	return json;
}

/* ---- for people ---- */

enum { NAME = 9, COUNT = 8, CANCELLED = 11, KEPT = 10, TIME = 9 };

static void print_count(int width, int count)
{
	char text[16];
	text_format(text, sizeof text, "%d", count);
	output_cell(width, text);
}

static void print_head(const struct admin *admin)
{
	output_cell(NAME, output_column(admin, "service"));
	output_cell(COUNT, output_column(admin, "taken"));
	output_cell(COUNT, output_column(admin, "done"));
	output_cell(COUNT, output_column(admin, "absent"));
	output_cell(CANCELLED, output_column(admin, "cancelled"));
	output_cell(COUNT, output_column(admin, "open"));
	output_cell(KEPT, output_column(admin, "kept"));
	output_cell(TIME, output_column(admin, "longest"));
	output_cell(TIME, output_column(admin, "wait"));
	puts(output_column(admin, "serving"));
}

static void print_row(const char *name, const struct figures *figures)
{
	char text[32];
	output_cell(NAME, name);
	print_count(COUNT, figures->issued);
	print_count(COUNT, figures->done);
	print_count(COUNT, figures->absent);
	print_count(CANCELLED, figures->cancelled);
	print_count(COUNT, figures->open);
	output_cell(KEPT, report_kept(&figures->target, text));
	output_cell(TIME, output_duration(figures->target.longest_ms, text));
	output_cell(TIME, output_duration(figures->wait.median_ms, text));
	puts(output_duration(figures->service.median_ms, text));
}

/* What the table has no column for; what is nought is left out. */
static void print_rest(struct admin *admin, const struct figures *figures)
{
	const struct {
		const char *key;
		int count;
	} counts[] = {
		{"admin.day.people", figures->people},
		{"admin.day.transferred", figures->transferred},
		{"admin.day.closed_by_system", figures->closed_by_system},
		{"admin.day.uncertain", figures->uncertain},
	};
	char text[16];
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		text_format(text, sizeof text, "%d", counts[i].count);
		if (counts[i].count) {
			output_say(admin, counts[i].key, text);
		}
	}
	report_print_shares(admin, &figures->literal, &figures->estimate, figures->unattended_ms);
}

static void print_priority(struct admin *admin, const struct figures_priority *priority)
{
	char overtaken[16], most[16], bound[16], window[32], extra[32], bound_extra[32];
	if (!priority->overtaken) {
		return;
	}
	text_format(overtaken, sizeof overtaken, "%d", priority->overtaken);
	text_format(most, sizeof most, "%d", priority->most);
	text_format(bound, sizeof bound, "%d", priority->bound);
	output_say(admin, "admin.day.priority", overtaken, most,
		output_duration(priority->extra_ms, extra),
		output_duration(priority->window_ms, window), bound,
		output_duration(priority->bound_ms, bound_extra));
}

static void print_day(struct admin *admin, const struct desk_day *day)
{
	const struct office *office = desk_office(admin->desk);
	const char *key = !day->closed      ? "admin.day.running"
			  : !day->is_sealed ? "admin.day.unsealed"
			  : day->by_hand    ? "admin.day.by_hand"
					    : "admin.day.closed";
	output_say(admin, key, day->service_date);
	print_head(admin);
	for (int i = 0; i < office->service_count; i++) {
		if (day->services[i].issued) {
			print_row(office->services[i].code, &day->services[i]);
		}
	}
	print_row(output_column(admin, "all"), &day->all);
	print_rest(admin, &day->all);
	print_priority(admin, &day->priority);
}

/* ---- the commands ---- */

/* The day as JSON or as a table; `key` NULL, or the sentence that takes the table's place. */
static int show_day(struct admin *admin, const char *date, const char *key)
{
	struct desk_day *day = memory_zeroed(1, sizeof *day);
	enum result result = desk_day(admin->desk, date, day);
	int status = ADMIN_DONE;
	if (result != RESULT_OK) {
		status = admin_refuse(admin, result, NULL);
	} else if (admin_flag(admin, OPTION_JSON)) {
		status = output_json(admin, day_json(desk_office(admin->desk), day));
	} else if (key) {
		status = output_say(admin, key, day->service_date);
	} else {
		print_day(admin, day);
	}
	free(day);
	return status;
}

int admin_day(struct admin *admin)
{
	const char *date = NULL;
	return admin_date(admin, OPTION_DATE, &date) ? show_day(admin, date, NULL) : ADMIN_USAGE;
}

int admin_close_day(struct admin *admin)
{
	enum result result = desk_close_day(admin->desk);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	return show_day(admin, NULL, "admin.day.ended");
}
