#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const counter_states[] = {
	[VIEW_CLOSED] = "closed",
	[VIEW_FREE] = "free",
	[VIEW_CALLED] = "called",
	[VIEW_SERVING] = "serving",
	[VIEW_BREAK] = "break",
};

static json_t *waiting_json(
	const struct office *office, const struct view_waiting *waiting, int64_t now)
{
	const struct view_clock *clock = &waiting->clock;
	int64_t count = view_clock_count(clock, now);
	json_t *json = json_pack("{s:s, s:s, s:s}", "ticket", waiting->number, "service",
		office->services[waiting->service].code, "priority",
		ticket_priority_name(waiting->priority));
	json_object_set_new(json, "issued_at", output_time(office, waiting->issued_ms));
	json_object_set_new(json, "turn_at", output_time(office, waiting->turn_ms));
	json_object_set_new(json, "clock_start",
		output_time(office, clock->running ? now - count : TICKET_NEVER));
	json_object_set_new(json, "remaining_s",
		clock->target_s ? json_integer(clock->target_s - count / 1000) : json_null());
	return json;
}

static json_t *counter_json(
	const struct office *office, const struct view_counter *counter, int64_t now)
{
	bool somebody = counter->ticket.id != 0;
	bool counting = somebody && counter->clock.any;
	return json_pack("{s:i, s:o, s:s, s:o, s:o, s:o}", "counter", counter->number, "staff",
		output_text(counter->staff), "state", counter_states[counter->state], "ticket",
		output_text(somebody ? counter->ticket.number : ""), "since",
		output_time(office, counter->since_ms), "clock_s",
		counting ? json_integer(view_clock_count(&counter->clock, now) / 1000)
			 : json_null());
}

static json_t *queue_json(const struct office *office, const struct desk_view *view)
{
	json_t *waiting = json_array(), *counters = json_array();
	for (int i = 0; i < view->waiting_shown; i++) {
		json_array_append_new(
			waiting, waiting_json(office, &view->waiting[i], view->now_ms));
	}
	for (int i = 0; i < view->counter_count; i++) {
		json_array_append_new(
			counters, counter_json(office, &view->counters[i], view->now_ms));
	}
	return json_pack("{s:s, s:o, s:i, s:o, s:o}", "service_date", view->service_date, "now",
		output_time(office, view->now_ms), "waiting_total", view->waiting_total, "waiting",
		waiting, "counters", counters);
}

static void print_queue(
	struct admin *admin, const struct office *office, const struct desk_view *view)
{
	char since[16], key[48];
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		text_format(key, sizeof key, "admin.state.%s", counter_states[counter->state]);
		printf("%-3d %-10s %-6s %s %s\n", counter->number,
			language_text(admin->language, key),
			counter->ticket.id ? counter->ticket.number : "",
			output_clock(office, counter->since_ms, since), counter->staff_name);
	}
	putchar('\n');
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		int64_t count = view_clock_count(&waiting->clock, view->now_ms) / 1000;
		printf("%-6s %-6s %s", waiting->number, office->services[waiting->service].code,
			output_clock(office, waiting->issued_ms, since));
		if (waiting->clock.running) {
			printf("  %02" PRId64 ".%02" PRId64, count / 60, count % 60);
		}
		printf("%s\n", waiting->priority == TICKET_ORDINARY ? "" : "  *");
	}
	if (!view->waiting_total) {
		puts(language_text(admin->language, "admin.queue.nobody"));
	} else if (view->waiting_total > view->waiting_shown) {
		text_format(since, sizeof since, "%d", view->waiting_total - view->waiting_shown);
		output_say(admin, "admin.queue.more", since);
	}
}

int admin_queue(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	enum result result = desk_view(admin->desk, 0, view);
	int status = ADMIN_DONE;
	if (result != RESULT_OK) {
		status = admin_refuse(admin, result, NULL);
	} else if (admin_flag(admin, OPTION_JSON)) {
		status = output_json(admin, queue_json(office, view));
	} else {
		print_queue(admin, office, view);
	}
	free(view);
	return status;
}

/* The ticket's times, one a line; what has not happened is left out. */
static void print_ticket(struct admin *admin, const struct ticket *ticket)
{
	const struct office *office = desk_office(admin->desk);
	const struct {
		const char *key;
		int64_t at;
	} moments[] = {
		{"admin.ticket.issued", ticket->issued_ms},
		{"admin.ticket.called", ticket->called_ms},
		{"admin.ticket.served", ticket->served_ms},
		{"admin.ticket.finished", ticket->finished_ms},
	};
	char key[48], clock[16];
	text_format(key, sizeof key, "admin.ticket.%s", ticket_state_name(ticket->state));
	printf("%s  %s  %s  %s\n", ticket->number, office->services[ticket->service].code,
		ticket->service_date, language_text(admin->language, key));
	for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
		if (moments[i].at != TICKET_NEVER) {
			printf("%s  %s\n", output_clock(office, moments[i].at, clock),
				language_text(admin->language, moments[i].key));
		}
	}
}

int admin_ticket(struct admin *admin)
{
	struct ticket ticket;
	const char *number = admin_operand(admin, 0);
	const char *date = admin_value(admin, OPTION_DATE);
	int64_t day = 0;
	if (date && !calendar_parse_date(desk_office(admin->desk), date, &day)) {
		return admin_misuse(admin, "admin.date_form", date);
	}
	enum result result = desk_find_ticket(admin->desk, number, date, &ticket);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, number);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, output_ticket(admin, &ticket));
	}
	print_ticket(admin, &ticket);
	return ADMIN_DONE;
}
