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

/* One cell of a table; the words of its columns have no letter outside ASCII. */
static void print_cell(int width, const char *text)
{
	printf("%-*s", width, text);
}

static const char *column(const struct admin *admin, const char *name)
{
	char key[48];
	text_format(key, sizeof key, "admin.column.%s", name);
	return language_text(admin->language, key);
}

static void print_counters(
	const struct admin *admin, const struct office *office, const struct desk_view *view)
{
	enum { COUNTER = 9, STATE = 11, TICKET = 8, SINCE = 7 };
	print_cell(COUNTER, column(admin, "counter"));
	print_cell(STATE, column(admin, "state"));
	print_cell(TICKET, column(admin, "ticket"));
	print_cell(SINCE, column(admin, "since"));
	puts(column(admin, "staff"));
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		char since[16], number[16], key[48];
		text_format(number, sizeof number, "%d", counter->number);
		text_format(key, sizeof key, "admin.state.%s", counter_states[counter->state]);
		print_cell(COUNTER, number);
		print_cell(STATE, language_text(admin->language, key));
		print_cell(TICKET, counter->ticket.id ? counter->ticket.number : "-");
		print_cell(SINCE, output_clock(office, counter->since_ms, since));
		puts(counter->staff_name[0] ? counter->staff_name : "-");
	}
}

/* In call order; the clock of those whose promise runs, and the priority of those who have one. */
static void print_waiting(
	const struct admin *admin, const struct office *office, const struct desk_view *view)
{
	enum { TICKET = 9, SERVICE = 11, TAKEN = 8, CLOCK = 8 };
	print_cell(TICKET, column(admin, "ticket"));
	print_cell(SERVICE, column(admin, "service"));
	print_cell(TAKEN, column(admin, "taken"));
	print_cell(CLOCK, column(admin, "clock"));
	puts(column(admin, "priority"));
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		int64_t count = view_clock_count(&waiting->clock, view->now_ms) / 1000;
		bool ordinary = waiting->priority == TICKET_ORDINARY;
		char clock[32] = "-";
		print_cell(TICKET, waiting->number);
		print_cell(SERVICE, office->services[waiting->service].code);
		print_cell(TAKEN, output_clock(office, waiting->issued_ms, clock));
		text_copy(clock, sizeof clock, "-");
		if (waiting->clock.running) {
			text_format(clock, sizeof clock, "%02" PRId64 ".%02" PRId64, count / 60,
				count % 60);
		}
		print_cell(CLOCK, clock);
		puts(ordinary ? "-" : ticket_priority_name(waiting->priority));
	}
}

static void print_queue(
	struct admin *admin, const struct office *office, const struct desk_view *view)
{
	char more[16];
	print_counters(admin, office, view);
	putchar('\n');
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
	int64_t elapsed = ticket->elapsed_ms / 1000;
	if (ticket->verdict == TARGET_NONE || ticket->elapsed_ms == TICKET_NEVER) {
		return;
	}
	text_format(count, sizeof count, "%02" PRId64 ".%02" PRId64, elapsed / 60, elapsed % 60);
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
	char key[48], clock[16];
	text_format(key, sizeof key, "admin.ticket.%s", ticket_state_name(ticket->state));
	printf("%s  %s  %s  %s", ticket->number, office->services[ticket->service].code,
		ticket->service_date, language_text(admin->language, key));
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
