#include "app/admin/output.h"
#include "app/desk/flows.h"

#include "app/base/text.h"

#include <inttypes.h>
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

json_t *output_appointment(const struct office *office, int64_t at_ms)
{
	return output_time(office, at_ms == 0 ? TICKET_NEVER : at_ms);
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

json_t *output_seconds(int64_t ms)
{
	return ms == TICKET_NEVER ? json_null() : json_integer(ms / 1000);
}

static json_t *target_json(int limit_s, int64_t elapsed_ms, enum target_verdict verdict)
{
	return json_pack("{s:o, s:o, s:s}", "limit_s", output_number(limit_s), "elapsed_s",
		output_seconds(elapsed_ms), "verdict", target_verdict_name(verdict));
}

static json_t *interval_json(const struct office *office, const struct interval *interval)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:o}", "state", ticket_state_name(interval->state),
		"service", office->services[interval->service].code, "counter",
		output_number(interval->counter), "from", output_time(office, interval->from_ms),
		"to", output_time(office, interval->to_ms));
}

static json_t *segment_json(const struct office *office, const struct segment *segment, int64_t now)
{
	json_t *json = json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "service",
		office->services[segment->service].code, "counter", output_number(segment->counter),
		"ready_at", output_time(office, segment->clock.ready_ms), "called_at",
		output_time(office, segment->called_ms), "served_at",
		output_time(office, segment->served_ms), "finished_at",
		output_time(office, segment->finished_ms), "target",
		target_json(segment->target_s, segment->elapsed_ms, segment->verdict));
	json_object_set_new(
		json, "unattended_s", output_seconds(target_alone(&segment->clock, now)));
	json_object_set_new(json, "reason", output_text(segment->reason));
	return json;
}

/* The segment that was served first; as long as none was, the last. */
static const struct segment *first_served(const struct segment *segments, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (segments[i].served_ms != TICKET_NEVER) {
			return &segments[i];
		}
	}
	return &segments[count - 1];
}

static int64_t time_in_serving(const struct interval *intervals, size_t count)
{
	int64_t sum = TICKET_NEVER;
	for (size_t i = 0; i < count; i++) {
		if (intervals[i].state == TICKET_SERVING && intervals[i].to_ms != TICKET_NEVER) {
			sum = (sum == TICKET_NEVER ? 0 : sum) + intervals[i].to_ms -
			      intervals[i].from_ms;
		}
	}
	return sum;
}

/* What the top level says: first called and served with its target, last finished (design §9). */
static void add_times(json_t *json, const struct office *office, const struct ticket *ticket,
	const struct segment *segments, size_t count)
{
	const struct segment *told = first_served(segments, count);
	int64_t served = told->served_ms;
	json_object_set_new(json, "issued_at", output_time(office, ticket->issued_ms));
	json_object_set_new(json, "turn_at", output_time(office, ticket->turn_ms));
	json_object_set_new(json, "appointed_at", output_appointment(office, ticket->appointed_ms));
	json_object_set_new(json, "ready_at", output_time(office, told->clock.ready_ms));
	json_object_set_new(json, "called_at", output_time(office, told->called_ms));
	json_object_set_new(json, "served_at", output_time(office, served));
	json_object_set_new(json, "finished_at", output_time(office, ticket->finished_ms));
	json_object_set_new(json, "counter", output_number(ticket->counter));
	json_object_set_new(json, "calls", json_integer(ticket->calls));
	json_object_set_new(json, "wait_s", output_span(ticket->issued_ms, served));
	json_object_set_new(
		json, "target", target_json(told->target_s, told->elapsed_ms, told->verdict));
}

static json_t *ticket_json(const struct office *office, const struct ticket *ticket,
	const struct desk_story *story, int64_t now)
{
	int64_t service_ms = time_in_serving(story->intervals, story->interval_count);
	json_t *intervals = json_array(), *segments = json_array();
	for (size_t i = 0; i < story->interval_count; i++) {
		json_array_append_new(intervals, interval_json(office, &story->intervals[i]));
	}
	for (size_t i = 0; i < story->segment_count; i++) {
		json_array_append_new(segments, segment_json(office, &story->segments[i], now));
	}
	json_t *json = json_pack("{s:s, s:s, s:s, s:s, s:s}", "ticket", ticket->number, "service",
		office->services[ticket->service].code, "service_date", ticket->service_date,
		"state", ticket_state_name(ticket->state), "priority",
		ticket_priority_name(ticket->priority));
	add_times(json, office, ticket, story->segments, story->segment_count);
	json_object_set_new(json, "service_s", output_seconds(service_ms));
	json_object_set_new(json, "uncertain", json_boolean(ticket->uncertain));
	json_object_set_new(json, "print", json_string(print_state_name(ticket->print)));
	json_object_set_new(json, "expected_from", output_time(office, story->segments[0].low_ms));
	json_object_set_new(json, "expected_to", output_time(office, story->segments[0].high_ms));
	const struct outcome *outcome = &story->outcome;
	json_object_set_new(json, "outcome",
		outcome->result == OUTCOME_UNSAID
			? json_null()
			: json_pack("{s:s, s:s, s:s, s:s}", "result",
				  outcome_result_name(outcome->result), "follow_up",
				  outcome_follow_name(outcome->follow), "data",
				  outcome_data_name(outcome->data), "source",
				  outcome_source_name(outcome->source)));
	json_object_set_new(json, "intervals", intervals);
	json_object_set_new(json, "segments", segments);
	return json;
}

json_t *output_ticket(struct admin *admin, const struct ticket *ticket)
{
	struct desk_story story;
	enum result result = desk_tell(admin->desk, ticket->id, &story);
	if (result != RESULT_OK) {
		admin_refuse(admin, result, NULL);
		return NULL;
	}
	struct instant now;
	desk_now(admin->desk, &now);
	json_t *json = ticket_json(desk_office(admin->desk), ticket, &story, now.office_ms);
	desk_story_finish(&story);
	char code[DESK_CODE_SIZE];
	(void)desk_ticket_code(admin->desk, ticket->id, code);
	json_object_set_new(json, "slip_code", output_text(code));
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

const char *output_duration(int64_t ms, char out_text[32])
{
	if (ms == TICKET_NEVER) {
		text_copy(out_text, 32, "-");
		return out_text;
	}
	text_format(out_text, 32, "%02" PRId64 ".%02" PRId64, ms / 60000, ms / 1000 % 60);
	return out_text;
}

const char *output_clock_name(enum desk_clock clock)
{
	static const char *const names[] = {
		[DESK_CLOCK_RIGHT] = "right",
		[DESK_CLOCK_BEHIND] = "behind",
		[DESK_CLOCK_AHEAD] = "ahead",
	};
	return names[clock];
}

const char *output_state(const struct admin *admin, enum ticket_state state)
{
	char key[48];
	text_format(key, sizeof key, "admin.ticket.%s", ticket_state_name(state));
	return language_text(admin->language, key);
}

void output_cell(int width, const char *text)
{
	printf("%-*s", width, text);
}

const char *output_column(const struct admin *admin, const char *name)
{
	char key[48];
	text_format(key, sizeof key, "admin.column.%s", name);
	return language_text(admin->language, key);
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
