/* The promise over a stretch of days. */
#include "app/admin/breach.h"
#include "app/admin/report.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 20000 }; /* more than 50 years of service days */

struct day_target {
	char date[CALENDAR_DATE_SIZE];
	struct figures_share target;
};

struct stretch {
	const char *from, *to;
	struct day_target *days;
	size_t day_count;
	struct figures_share target, literal, estimate;
	int64_t unattended_ms;
	struct breach_list breaches;
};

/* ---- gathering ---- */

static void add_share(struct figures_share *sum, const struct figures_share *share)
{
	sum->counted += share->counted;
	sum->right += share->right;
	if (share->longest_ms > sum->longest_ms) {
		sum->longest_ms = share->longest_ms;
	}
}

static enum result add_day(struct stretch *stretch, struct desk *desk, const char *date)
{
	struct desk_day *day = memory_zeroed(1, sizeof *day);
	enum result result = desk_day(desk, date, day);
	if (result == RESULT_OK) {
		struct day_target *own = &stretch->days[stretch->day_count++];
		text_copy(own->date, sizeof own->date, date);
		own->target = day->all.target;
		add_share(&stretch->target, &day->all.target);
		add_share(&stretch->literal, &day->all.literal);
		add_share(&stretch->estimate, &day->all.estimate);
		stretch->unattended_ms += day->all.unattended_ms;
		result = breach_list_add(&stretch->breaches, desk, date);
	}
	free(day);
	return result;
}

static enum result gather(struct stretch *stretch, struct desk *desk)
{
	char(*dates)[CALENDAR_DATE_SIZE] = memory_zeroed(DAYS, sizeof *dates);
	size_t count = 0;
	enum result result = desk_close_days(desk);
	if (result == RESULT_OK) {
		result = desk_list_days(desk, stretch->from, stretch->to, dates, DAYS, &count);
	}
	stretch->days = memory_zeroed(count + 1, sizeof *stretch->days);
	for (size_t i = 0; i < count && result == RESULT_OK; i++) {
		result = add_day(stretch, desk, dates[i]);
	}
	free(dates);
	return result;
}

/* ---- showing ---- */

static json_t *stretch_json(const struct stretch *stretch, const struct office *office)
{
	json_t *days = json_array();
	for (size_t i = 0; i < stretch->day_count; i++) {
		json_t *day = report_target(&stretch->days[i].target);
		json_object_set_new(day, "service_date", json_string(stretch->days[i].date));
		json_array_append_new(days, day);
	}
	return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "from", stretch->from, "to",
		stretch->to, "target", report_target(&stretch->target), "literal",
		report_literal(&stretch->literal), "estimate", report_estimate(&stretch->estimate),
		"unattended_s", output_seconds(stretch->unattended_ms), "days", days, "breaches",
		breach_list_json(&stretch->breaches, office));
}

static void print_share(const char *name, const struct figures_share *share)
{
	enum { DATE = 13, KEPT = 11 };
	char text[32];
	output_cell(DATE, name);
	output_cell(KEPT, report_kept(share, text));
	puts(output_duration(share->longest_ms, text));
}

static void print_stretch(const struct stretch *stretch, struct admin *admin)
{
	enum { DATE = 13, KEPT = 11 };
	output_cell(DATE, output_column(admin, "date"));
	output_cell(KEPT, output_column(admin, "kept"));
	puts(output_column(admin, "longest"));
	for (size_t i = 0; i < stretch->day_count; i++) {
		print_share(stretch->days[i].date, &stretch->days[i].target);
	}
	print_share(output_column(admin, "all"), &stretch->target);
	report_print_shares(admin, &stretch->literal, &stretch->estimate, stretch->unattended_ms);
	breach_list_print(&stretch->breaches, admin);
}

static int show(struct admin *admin, const struct stretch *stretch)
{
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, stretch_json(stretch, desk_office(admin->desk)));
	}
	print_stretch(stretch, admin);
	return ADMIN_DONE;
}

int admin_target(struct admin *admin)
{
	static const struct figures_share none = {0, 0, TICKET_NEVER};
	struct stretch stretch = {.target = none, .literal = none, .estimate = none};
	char first[CALENDAR_DATE_SIZE], last[CALENDAR_DATE_SIZE];
	if (!admin_date(admin, OPTION_FROM, &stretch.from) ||
		!admin_date(admin, OPTION_TO, &stretch.to)) {
		return ADMIN_USAGE;
	}
	admin_today(admin, last);
	stretch.to = stretch.to ? stretch.to : last;
	text_format(first, sizeof first, "%.7s-01", stretch.to);
	stretch.from = stretch.from ? stretch.from : first;
	if (strcmp(stretch.from, stretch.to) > 0) {
		return admin_misuse(admin, "admin.stretch", stretch.from);
	}
	enum result result = gather(&stretch, admin->desk);
	int status =
		result == RESULT_OK ? show(admin, &stretch) : admin_refuse(admin, result, NULL);
	breach_list_finish(&stretch.breaches);
	free(stretch.days);
	return status;
}
