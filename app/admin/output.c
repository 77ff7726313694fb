#include "app/admin/output.h"

#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>

json_t *output_time(const struct office *office, int64_t ms)
{
	if (ms == TICKET_NEVER) {
		return json_null();
	}
	char text[CALENDAR_TIME_SIZE];
	calendar_format(office, ms, text);
	return json_string(text);
}

json_t *output_span(int64_t from_ms, int64_t to_ms)
{
	if (from_ms == TICKET_NEVER || to_ms == TICKET_NEVER) {
		return json_null();
	}
	return json_integer((to_ms - from_ms) / 1000);
}

json_t *output_text(const char *text)
{
	return text[0] ? json_string(text) : json_null();
}

json_t *output_number(int64_t number)
{
	return number ? json_integer(number) : json_null();
}

static json_t *target_of(const struct ticket *ticket)
{
	return json_pack("{s:o, s:o, s:s}", "limit_s", output_number(ticket->target_s), "elapsed_s",
		ticket->elapsed_ms == TICKET_NEVER ? json_null()
						   : json_integer(ticket->elapsed_ms / 1000),
		"verdict", target_verdict_name(ticket->verdict));
}

static json_t *intervals_of(const struct office *office, const struct desk_interval *intervals,
	size_t count, int64_t *out_service_ms)
{
	json_t *list = json_array();
	for (size_t i = 0; i < count; i++) {
		const struct desk_interval *one = &intervals[i];
		json_array_append_new(list, json_pack("{s:s, s:s, s:o, s:o, s:o}", "state",
						    ticket_state_name(one->state), "service",
						    office->services[one->service].code, "counter",
						    output_number(one->counter), "from",
						    output_time(office, one->from_ms), "to",
						    output_time(office, one->to_ms)));
		if (one->state == TICKET_SERVING && one->to_ms != TICKET_NEVER) {
			*out_service_ms = (*out_service_ms == TICKET_NEVER ? 0 : *out_service_ms) +
					  one->to_ms - one->from_ms;
		}
	}
	return list;
}

/* A ticket has one segment as long as it stays in one service. */
static json_t *segments_of(const struct office *office, const struct ticket *ticket)
{
	return json_pack("[{s:s, s:o, s:o, s:o, s:o, s:o, s:o}]", "service",
		office->services[ticket->service].code, "counter", output_number(ticket->counter),
		"ready_at", output_time(office, ticket->ready_ms), "called_at",
		output_time(office, ticket->called_ms), "served_at",
		output_time(office, ticket->served_ms), "finished_at",
		output_time(office, ticket->finished_ms), "target", target_of(ticket));
}

json_t *output_ticket(struct admin *admin, const struct ticket *ticket)
{
	const struct office *office = desk_office(admin->desk);
	struct desk_interval *intervals = NULL;
	size_t count = 0;
	enum result result = desk_intervals(admin->desk, ticket->id, &intervals, &count);
	if (result != RESULT_OK) {
		admin_refuse(admin, result, NULL);
		return NULL;
	}
	int64_t service_ms = TICKET_NEVER;
	json_t *list = intervals_of(office, intervals, count, &service_ms);
	free(intervals);
	json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:s}", "ticket", ticket->number, "service",
		office->services[ticket->service].code, "service_date", ticket->service_date,
		"state", ticket_state_name(ticket->state), "priority",
		ticket_priority_name(ticket->priority));
	json_object_set_new(json, "issued_at", output_time(office, ticket->issued_ms));
	json_object_set_new(json, "turn_at", output_time(office, ticket->turn_ms));
	json_object_set_new(json, "ready_at", output_time(office, ticket->ready_ms));
	json_object_set_new(json, "called_at", output_time(office, ticket->called_ms));
	json_object_set_new(json, "served_at", output_time(office, ticket->served_ms));
	json_object_set_new(json, "finished_at", output_time(office, ticket->finished_ms));
	json_object_set_new(json, "counter", output_number(ticket->counter));
	json_object_set_new(json, "calls", json_integer(ticket->calls));
	json_object_set_new(json, "wait_s", output_span(ticket->issued_ms, ticket->served_ms));
	json_object_set_new(json, "service_s",
		service_ms == TICKET_NEVER ? json_null() : json_integer(service_ms / 1000));
	json_object_set_new(json, "uncertain", json_boolean(ticket->uncertain));
	json_object_set_new(json, "target", target_of(ticket));
	json_object_set_new(json, "print", json_string(print_state_name(ticket->print)));
	json_object_set_new(json, "intervals", list);
	json_object_set_new(json, "segments", segments_of(office, ticket));
	return json;
}

int output_json(struct admin *admin, json_t *json)
{
	if (!json) {
		return ADMIN_FAILED;
	}
	bool written = json_dumpf(json, stdout, JSON_INDENT(2)) == 0 && putchar('\n') != EOF &&
		       fflush(stdout) == 0;
	json_decref(json);
	return written ? ADMIN_DONE : admin_fail(admin, "admin.no_output", "");
}

const char *output_clock(const struct office *office, int64_t ms, char out_text[16])
{
	if (ms == TICKET_NEVER) {
		text_copy(out_text, 16, "–");
		return out_text;
	}
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_text, 16, "%02d.%02d", local.hour, local.minute);
	return out_text;
}

int output_line(struct admin *admin, const char *key, const char *const *values, size_t count)
{
	char line[1024];
	language_fill(admin->language, key, line, sizeof line, values, count);
	if (puts(line) == EOF || fflush(stdout) != 0) {
		return admin_fail(admin, "admin.no_output", "");
	}
	return ADMIN_DONE;
}

int output_number_or_ticket(struct admin *admin, const struct ticket *ticket)
{
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, output_ticket(admin, ticket));
	}
	if (puts(ticket->number) == EOF || fflush(stdout) != 0) {
		return admin_fail(admin, "admin.no_output", "");
	}
	return ADMIN_DONE;
}
