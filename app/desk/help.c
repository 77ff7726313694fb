/* A visitor at the kiosk calls for a clerk. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/flows.h"
#include "db/help_rows.h"

#include <string.h>

static void note_help(struct desk *desk, enum event_kind kind, const struct help *help,
	const struct counter_row *counter)
{
	struct event event = event_of(kind);
	event.refers = help->id;
	event.ticket = help->ticket;
	if (kind == EVENT_HELP_ENDED) {
		text_copy(event.detail, sizeof event.detail, help_state_name(help->state));
	}
	act_note_event(desk, &event, counter);
}

static void end(struct desk *desk, struct help *help, enum help_state state,
	const struct counter_row *counter)
{
	help->state = state;
	help_rows_set(desk->store, help);
	note_help(desk, EVENT_HELP_ENDED, help, counter);
}

/* ---- the visitor ---- */

static enum result ask_now(struct desk *desk, struct help *out_help)
{
	bool open = help_rows_find_open(desk->store, desk->device, out_help);
	bool today = open && strcmp(out_help->service_date, desk->date) == 0;
	bool there = out_help->state == HELP_TAKEN || out_help->left_ms == 0;
	if (today && there) {
		return RESULT_OK;
	}
	if (open) { /* nobody came before its visitor left, or its day was over */
		end(desk, out_help, HELP_WITHDRAWN, NULL);
	}
	*out_help = (struct help){.asked_ms = desk->now.office_ms};
	text_copy(out_help->service_date, sizeof out_help->service_date, desk->date);
	text_copy(out_help->device, sizeof out_help->device, desk->device);
	out_help->id = help_rows_insert(desk->store, out_help);
	note_help(desk, EVENT_HELP_ASKED, out_help, NULL);
	return RESULT_OK;
}

enum result desk_ask_help(struct desk *desk, struct help *out_help)
{
	struct help help = {0};
	enum result result = act_begin(desk);
	if (result == RESULT_OK) {
		result = ask_now(desk, &help);
		result = desk->noted ? act_end(desk, result) : look_end(desk, result);
	}
	if (result == RESULT_OK) {
		*out_help = help;
	}
	return result;
}

enum result desk_withdraw_help(struct desk *desk)
{
	struct help help;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (!help_rows_find_open(desk->store, desk->device, &help) ||
		(help.state == HELP_TAKEN && help.left_ms != 0)) {
		return look_end(desk, RESULT_OK);
	}
	end(desk, &help, HELP_WITHDRAWN, NULL);
	return act_end(desk, RESULT_OK);
}

enum result desk_leave_help(struct desk *desk)
{
	struct help help;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (!help_rows_find_open(desk->store, desk->device, &help) ||
		strcmp(help.service_date, desk->date) != 0 || help.left_ms != 0) {
		return look_end(desk, RESULT_OK);
	}
	note_help(desk, EVENT_HELP_LEFT, &help, NULL);
	return act_end(desk, RESULT_OK);
}

/* ---- the clerk ---- */

/* The call, open, of today, and not another's; and the counter, open or on a break. */
static enum result find(struct desk *desk, int counter, int64_t id, struct counter_row **out_row,
	struct help *out_help)
{
	*out_row = line_counter(desk, counter);
	if (*out_row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_row)->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	if (!help_rows_get(desk->store, id, out_help) ||
		strcmp(out_help->service_date, desk->date) != 0) {
		return RESULT_HELP_UNKNOWN;
	}
	bool own = out_help->counter == 0 || out_help->counter == counter;
	return help_is_open(out_help->state) && own ? RESULT_OK : RESULT_HELP_STATE;
}

enum result desk_take_help(struct desk *desk, int counter, int64_t id)
{
	struct counter_row *row;
	struct help help;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = find(desk, counter, id, &row, &help);
	if (result != RESULT_OK || help.state == HELP_TAKEN) {
		return look_end(desk, result); /* a second press is no second act */
	}
	help.state = HELP_TAKEN;
	help.counter = counter;
	help_rows_set(desk->store, &help);
	note_help(desk, EVENT_HELP_TAKEN, &help, row);
	return act_end(desk, RESULT_OK);
}

enum result desk_end_help(struct desk *desk, int counter, int64_t id)
{
	struct counter_row *row;
	struct help help;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = find(desk, counter, id, &row, &help);
	if (result == RESULT_OK) {
		help.counter = counter;
		end(desk, &help, HELP_DONE, row);
	}
	return act_end(desk, result);
}

/* Known by its token: the second press of the same number finds the call ended by it. */
static enum result issue_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct help help;
	if (visitor_is_known(desk, order->issue, out_ticket)) {
		return RESULT_OK;
	}
	enum result result = find(desk, order->counter, order->help, &row, &help);
	if (result == RESULT_OK) {
		result = visitor_issue(desk, order->issue, true, out_ticket);
	}
	if (result == RESULT_OK) {
		help.counter = order->counter;
		help.ticket = out_ticket->id;
		end(desk, &help, HELP_DONE, row);
	}
	return result;
}

enum result desk_help_issue(struct desk *desk, int counter, int64_t help,
	const struct desk_issue *issue, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .help = help, .issue = issue};
	if (issue->service < 0 || issue->service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	return act_do(desk, issue_now, &order, out_ticket);
}

enum result desk_list_help(
	struct desk *desk, struct help *out_helps, size_t size, size_t *out_count)
{
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	*out_count = help_rows_list(desk->store, desk->date, out_helps, size);
	return look_end(desk, RESULT_OK);
}
