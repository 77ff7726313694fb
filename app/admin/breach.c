/* The sheets of broken promises: who waited, for what, which counters were free, and why. */
#include "app/admin/breach.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdlib.h>

enum result breach_list_add(struct breach_list *list, struct desk *desk, const char *date)
{
	struct desk_breach *breaches = NULL;
	size_t count = 0;
	enum result result = desk_breaches(desk, date, &breaches, &count);
	if (result == RESULT_OK && count) {
		list->sheets =
			memory_resized(list->sheets, list->count + count, sizeof *list->sheets);
	}
	for (size_t i = 0; result == RESULT_OK && i < count; i++) {
		struct breach_sheet *sheet = &list->sheets[list->count++];
		text_copy(sheet->service_date, sizeof sheet->service_date, date);
		sheet->breach = breaches[i];
	}
	free(breaches);
	return result;
}

void breach_list_finish(struct breach_list *list)
{
	free(list->sheets);
	*list = (struct breach_list){0};
}

static json_t *sheet_json(const struct office *office, const struct breach_sheet *sheet)
{
	const struct desk_breach *breach = &sheet->breach;
	const struct segment *segment = &breach->segment;
	json_t *free_counters = json_array();
	for (int i = 0; i < breach->free_count; i++) {
		json_array_append_new(free_counters,
			json_pack("{s:i, s:o}", "counter", breach->free[i].number, "since",
				output_time(office, breach->free[i].since_ms)));
	}
	json_t *json = json_pack("{s:s, s:s, s:s, s:o}", "ticket", segment->number, "service",
		office->services[segment->service].code, "service_date", sheet->service_date,
		"counter", output_number(segment->counter));
	json_object_set_new(json, "issued_at", output_time(office, segment->issued_ms));
	json_object_set_new(json, "ready_at", output_time(office, segment->clock.ready_ms));
	json_object_set_new(json, "called_at", output_time(office, segment->called_ms));
	json_object_set_new(json, "served_at", output_time(office, segment->served_ms));
	json_object_set_new(json, "elapsed_s", output_seconds(segment->elapsed_ms));
	json_object_set_new(json, "limit_s", json_integer(segment->target_s));
	json_object_set_new(json, "literal_s", output_seconds(breach->literal_ms));
	json_object_set_new(json, "free_counters", free_counters);
	json_object_set_new(json, "unattended_s", output_seconds(segment->clock.alone_ms));
	json_object_set_new(json, "segment", json_integer(segment->place));
	json_object_set_new(json, "reason", output_text(segment->reason));
	json_object_set_new(json, "note", output_text(breach->note));
	return json;
}

static void print_free(struct admin *admin, const struct desk_breach *breach)
{
	const struct office *office = desk_office(admin->desk);
	for (int i = 0; i < breach->free_count; i++) {
		char number[16], since[16];
		text_format(number, sizeof number, "%d", breach->free[i].number);
		output_say(admin, "admin.breach.free", number,
			output_clock(office, breach->free[i].since_ms, since));
	}
	if (!breach->free_count) {
		output_say(admin, "admin.breach.nobody", "");
	}
}

static void print_reason(struct admin *admin, const struct desk_breach *breach)
{
	const struct segment *segment = &breach->segment;
	char place[16];
	if (!segment->reason[0]) {
		text_format(place, sizeof place, "%d", segment->place);
		output_say(admin, "admin.breach.no_reason", segment->number, place);
		return;
	}
	output_say(admin, "admin.breach.reason", segment->reason);
	if (breach->note[0]) {
		output_say(admin, "admin.breach.note", breach->note);
	}
}

static void print_sheet(struct admin *admin, const struct breach_sheet *sheet)
{
	const struct office *office = desk_office(admin->desk);
	const struct segment *segment = &sheet->breach.segment;
	char elapsed[32], limit[32], counter[16], issued[16], ready[16], called[16], served[16];
	text_format(counter, sizeof counter, "%d", segment->counter);
	output_say(admin, "admin.breach.head", segment->number,
		office->services[segment->service].code, sheet->service_date,
		output_duration(segment->elapsed_ms, elapsed),
		output_duration(segment->target_s * INT64_C(1000), limit), counter);
	output_say(admin, "admin.breach.times", output_clock(office, segment->issued_ms, issued),
		output_clock(office, segment->clock.ready_ms, ready),
		output_clock(office, segment->called_ms, called),
		output_clock(office, segment->served_ms, served));
	print_free(admin, &sheet->breach);
	print_reason(admin, &sheet->breach);
}

json_t *breach_list_json(const struct breach_list *list, const struct office *office)
{
	json_t *json = json_array();
	for (size_t i = 0; i < list->count; i++) {
		json_array_append_new(json, sheet_json(office, &list->sheets[i]));
	}
	return json;
}

void breach_list_print(const struct breach_list *list, struct admin *admin)
{
	for (size_t i = 0; i < list->count; i++) {
		print_sheet(admin, &list->sheets[i]);
	}
}

static int show(struct admin *admin, const struct breach_list *list, const char *date)
{
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(
			admin, json_pack("{s:s, s:o}", "service_date", date, "breaches",
				       breach_list_json(list, desk_office(admin->desk))));
	}
	if (!list->count) {
		return output_say(admin, "admin.breach.none", date);
	}
	breach_list_print(list, admin);
	return ADMIN_DONE;
}

int admin_breaches(struct admin *admin)
{
	char now[CALENDAR_DATE_SIZE];
	const char *date = NULL;
	struct breach_list list = {0};
	if (!admin_date(admin, OPTION_DATE, &date)) {
		return ADMIN_USAGE;
	}
	admin_today(admin, now);
	date = date ? date : now;
	enum result result = desk_close_days(admin->desk);
	if (result == RESULT_OK) {
		result = breach_list_add(&list, admin->desk, date);
	}
	int status =
		result == RESULT_OK ? show(admin, &list, date) : admin_refuse(admin, result, NULL);
	breach_list_finish(&list);
	return status;
}
