#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"

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
	json_object_set_new(
		json, "appointed_at", output_appointment(office, waiting->appointed_ms));
	json_object_set_new(json, "clock_start",
		output_time(office, clock->running ? now - count : TICKET_NEVER));
	json_object_set_new(json, "only_counter",
		waiting->only != 0 ? json_integer(waiting->only) : json_null());
	json_object_set_new(json, "remaining_s",
		clock->target_s ? json_integer(clock->target_s - count / 1000) : json_null());
	return json;
}

static json_t *counter_json(
	const struct office *office, const struct view_counter *counter, int64_t now)
{
	bool somebody = counter->ticket.id != 0;
	bool counting = somebody && counter->clock.any;
	enum office_language language = OFFICE_INDONESIAN;
	return json_pack("{s:i, s:o, s:o, s:s, s:o, s:o, s:o, s:o}", "counter", counter->number,
		"name", output_text(office_counter_name(office, counter->number, language)),
		"staff", output_text(counter->staff), "state", counter_states[counter->state],
		"ticket", output_text(somebody ? counter->ticket.number : ""), "since",
		output_time(office, counter->since_ms), "stand_by_since",
		output_time(office, counter->stand_by_ms), "clock_s",
		counting ? json_integer(view_clock_count(&counter->clock, now) / 1000)
			 : json_null());
}

static json_t *service_json(const struct office_service *service, const struct view_service *told)
{
	json_t *estimate = told->low_min < 0 ? json_null()
					     : json_pack("{s:i, s:i}", "from_min", told->low_min,
						       "to_min", told->high_min);
	return json_pack("{s:s, s:i, s:o, s:o}", "service", service->code, "waiting", told->waiting,
		"estimate", estimate, "closed",
		output_text(told->closed == RESULT_OK ? "" : result_key(told->closed)));
}

static json_t *aside_json(const struct office *office, const struct view_aside *aside)
{
	return json_pack("{s:s, s:s, s:s, s:o}", "ticket", aside->number, "service",
		office->services[aside->service].code, "state", ticket_state_name(aside->state),
		"since", output_time(office, aside->since_ms));
}

static json_t *queue_json(const struct office *office, const struct desk_view *view)
{
	json_t *waiting = json_array(), *counters = json_array();
	json_t *services = json_array(), *aside = json_array();
	for (int i = 0; i < view->waiting_shown; i++) {
		json_array_append_new(
			waiting, waiting_json(office, &view->waiting[i], view->now_ms));
	}
	for (int i = 0; i < view->counter_count; i++) {
		json_array_append_new(
			counters, counter_json(office, &view->counters[i], view->now_ms));
	}
	for (int i = 0; i < office->service_count; i++) {
		json_array_append_new(
			services, service_json(&office->services[i], &view->services[i]));
	}
	for (int i = 0; i < view->aside_count; i++) {
		json_array_append_new(aside, aside_json(office, &view->aside[i]));
	}
	return json_pack("{s:s, s:o, s:s, s:b, s:i, s:o, s:o, s:o, s:o}", "service_date",
		view->service_date, "now", output_time(office, view->now_ms), "clock",
		output_clock_name(view->clock), "day_closed", view->day_closed, "waiting_total",
		view->waiting_total, "waiting", waiting, "counters", counters, "services", services,
		"aside", aside);
}

static void print_counters(
	const struct admin *admin, const struct office *office, const struct desk_view *view)
{
	enum { COUNTER = 9, STATE = 11, TICKET = 8, SINCE = 7 };
	output_cell(COUNTER, output_column(admin, "counter"));
	output_cell(STATE, output_column(admin, "state"));
	output_cell(TICKET, output_column(admin, "ticket"));
	output_cell(SINCE, output_column(admin, "since"));
	puts(output_column(admin, "staff"));
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		char since[16], number[16], key[48];
		text_format(number, sizeof number, "%d", counter->number);
		text_format(key, sizeof key, "admin.state.%s", counter_states[counter->state]);
		output_cell(COUNTER, number);
		output_cell(STATE, language_text(admin->language, key));
		output_cell(TICKET, counter->ticket.id ? counter->ticket.number : "-");
		output_cell(SINCE, output_clock(office, counter->since_ms, since));
		puts(counter->staff_name[0] ? counter->staff_name : "-");
	}
}

/* In call order; the clock of those whose promise runs, and the priority of those who have one. */
static void print_waiting(
	const struct admin *admin, const struct office *office, const struct desk_view *view)
{
	enum { TICKET = 9, SERVICE = 11, TAKEN = 8, CLOCK = 8 };
	output_cell(TICKET, output_column(admin, "ticket"));
	output_cell(SERVICE, output_column(admin, "service"));
	output_cell(TAKEN, output_column(admin, "taken"));
	output_cell(CLOCK, output_column(admin, "clock"));
	puts(output_column(admin, "priority"));
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		int64_t count = view_clock_count(&waiting->clock, view->now_ms);
		bool ordinary = waiting->priority == TICKET_ORDINARY;
		char clock[32];
		output_cell(TICKET, waiting->number);
		output_cell(SERVICE, office->services[waiting->service].code);
		output_cell(TAKEN, output_clock(office, waiting->issued_ms, clock));
		output_cell(CLOCK,
			output_duration(waiting->clock.running ? count : TICKET_NEVER, clock));
		puts(ordinary ? "-" : ticket_priority_name(waiting->priority));
	}
}

/* Who can be resumed or brought back. */
static void print_aside(
	const struct admin *admin, const struct office *office, const struct desk_view *view)
{
	enum { TICKET = 9, SERVICE = 11, SINCE = 8 };
	putchar('\n');
	output_cell(TICKET, output_column(admin, "ticket"));
	output_cell(SERVICE, output_column(admin, "service"));
	output_cell(SINCE, output_column(admin, "since"));
	puts(output_column(admin, "state"));
	for (int i = 0; i < view->aside_count; i++) {
		const struct view_aside *aside = &view->aside[i];
		char since[16];
		output_cell(TICKET, aside->number);
		output_cell(SERVICE, office->services[aside->service].code);
		output_cell(SINCE, output_clock(office, aside->since_ms, since));
		puts(output_state(admin, aside->state));
	}
}

static void print_line(
	struct admin *admin, const struct office *office, const struct desk_view *view)
{
	char more[16];
	if (!view->waiting_total) {
		puts(language_text(admin->language, "admin.queue.nobody"));
		return;
	}
	print_waiting(admin, office, view);
	if (view->waiting_total > view->waiting_shown) {
		text_format(more, sizeof more, "%d", view->waiting_total - view->waiting_shown);
		output_say(admin, "admin.queue.more", more);
	}
}

static void print_queue(
	struct admin *admin, const struct office *office, const struct desk_view *view)
{
	if (view->clock != DESK_CLOCK_RIGHT) {
		output_say(admin,
			view->clock == DESK_CLOCK_BEHIND ? "admin.clock.behind"
							 : "admin.clock.ahead",
			"");
	}
	if (view->day_closed) {
		output_say(admin, "admin.queue.closed", "");
	}
	print_counters(admin, office, view);
	putchar('\n');
	print_line(admin, office, view);
	if (view->aside_count) {
		print_aside(admin, office, view);
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

/* "02.01 of 10 minutes, as promised". */
static void print_verdict(struct admin *admin, const struct ticket *ticket)
{
	char count[32], limit[16];
	if (ticket->verdict == TARGET_NONE || ticket->elapsed_ms == TICKET_NEVER) {
		return;
	}
	output_duration(ticket->elapsed_ms, count);
	text_format(limit, sizeof limit, "%d", ticket->target_s / 60);
	output_say(admin,
		ticket->verdict == TARGET_MET ? "admin.ticket.met" : "admin.ticket.missed", count,
		limit);
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
	char clock[16];
	printf("%s  %s  %s  %s", ticket->number, office->services[ticket->service].code,
		ticket->service_date, output_state(admin, ticket->state));
	if (ticket->counter) {
		printf(", %s %d", language_text(admin->language, "admin.ticket.counter"),
			ticket->counter);
	}
	putchar('\n');
	for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
		if (moments[i].at != TICKET_NEVER) {
			printf("%s  %s\n", output_clock(office, moments[i].at, clock),
				language_text(admin->language, moments[i].key));
		}
	}
	print_verdict(admin, ticket);
}

int admin_ticket(struct admin *admin)
{
	struct ticket ticket;
	const char *number = admin_operand(admin, 0);
	const char *date = NULL;
	if (!admin_date(admin, OPTION_DATE, &date)) {
		return ADMIN_USAGE;
	}
	int status = admin_find(admin, number, date, &ticket);
	if (status != ADMIN_DONE) {
		return status;
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, output_ticket(admin, &ticket));
	}
	print_ticket(admin, &ticket);
	return ADMIN_DONE;
}
