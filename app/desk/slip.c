#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/code.h"
#include "db/slip_rows.h"

#include <string.h>

/* A slip is of use only while its visitor waits, or on its day when staff asked for it; and to who
 * was called in the moment of the issue, and stands at the kiosk (stand_by.c). */
static bool is_stale(
	const struct desk *desk, const struct slip_row *slip, const struct ticket *ticket)
{
	bool here = ticket->state == TICKET_CALLED ||
		    (ticket->state == TICKET_SERVING && ticket->served_ms > ticket->called_ms);
	bool at_once = here && ticket->called_ms == ticket->issued_ms && ticket->segment == 1;
	return strcmp(slip->service_date, desk->date) != 0 ||
	       (!slip->again && !at_once && ticket->state != TICKET_WAITING);
}

/* The oldest pending slip; `out_stale` when it is not worth printing any more. */
static bool find_pending(
	struct desk *desk, struct slip_row *out_row, struct ticket *out_ticket, bool *out_stale)
{
	if (!slip_rows_oldest_pending(desk->store, out_row)) {
		return false;
	}
	*out_stale = !ticket_rows_get(desk->store, out_row->ticket, out_ticket) ||
		     is_stale(desk, out_row, out_ticket);
	return true;
}

static void fill_slip(struct desk *desk, const struct slip_row *row, const struct ticket *ticket,
	struct desk_slip *out_slip)
{
	char code[CODE_SIZE];
	code_of_ticket(desk, ticket->id, code);
	*out_slip = (struct desk_slip){
		.id = row->id,
		.ticket = *ticket,
		.ahead = row->ahead,
		.expected_ms = row->expected_ms,
		.low_ms = row->low_ms,
		.high_ms = row->high_ms,
		.again = row->again,
		.training = desk->training,
	};
	text_copy(out_slip->code, sizeof out_slip->code, code);
}

static enum result drop_stale(struct desk *desk)
{
	struct slip_row row = {0};
	struct ticket ticket = {0};
	bool stale = false;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	while (find_pending(desk, &row, &ticket, &stale) && stale) {
		slip_rows_set(
			desk->store, row.id, PRINT_NONE, RESULT_OK, NULL, desk->now.office_ms);
		act_note(desk, EVENT_SLIP_DROPPED, NULL, row.ticket, NULL);
	}
	return act_end(desk, RESULT_OK);
}

enum result desk_next_slip(struct desk *desk, struct desk_slip *out_slip, bool *out_found)
{
	struct slip_row row = {0};
	struct ticket ticket = {0};
	bool stale = true;
	*out_slip = (struct desk_slip){0};
	*out_found = false;
	/* Looking writes nothing: a program that looks after every change must not make one. */
	while (stale) {
		enum result result = look_begin(desk);
		if (result != RESULT_OK) {
			return result;
		}
		*out_found = find_pending(desk, &row, &ticket, &stale);
		if (*out_found && !stale) {
			fill_slip(desk, &row, &ticket, out_slip);
		}
		result = look_end(desk, RESULT_OK);
		if (result != RESULT_OK || !*out_found) {
			return result;
		}
		if (stale) {
			result = drop_stale(desk);
			if (result != RESULT_OK) {
				return result;
			}
		}
	}
	return RESULT_OK;
}

static enum result begin_now(struct desk *desk, int64_t slip)
{
	struct slip_row row;
	if (!slip_rows_get(desk->store, slip, &row)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (row.state != PRINT_PENDING) {
		return RESULT_TICKET_STATE;
	}
	slip_rows_set(
		desk->store, slip, PRINT_SENDING, RESULT_OK, desk->device, desk->now.office_ms);
	return RESULT_OK;
}

enum result desk_begin_slip(struct desk *desk, int64_t slip)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, begin_now(desk, slip));
}

static enum result end_now(struct desk *desk, int64_t slip, enum print_state state,
	enum result reason, const struct desk_feed *feed)
{
	static const enum event_kind kinds[PRINT_STATES] = {
		[PRINT_CONFIRMED] = EVENT_SLIP_CONFIRMED,
		[PRINT_UNCONFIRMED] = EVENT_SLIP_UNCONFIRMED,
		[PRINT_FAILED] = EVENT_SLIP_FAILED,
	};
	struct slip_row row;
	if (!slip_rows_get(desk->store, slip, &row)) {
		return RESULT_TICKET_UNKNOWN;
	}
	/* A late word about a slip that is settled must not print it again; that a failed one came
	 * out after all is for staff to say. */
	bool open = row.state == PRINT_SENDING || row.state == PRINT_UNCONFIRMED ||
		    (row.state == PRINT_FAILED && state == PRINT_CONFIRMED);
	if (!open) {
		return RESULT_TICKET_STATE;
	}
	slip_rows_set(desk->store, slip, state, reason, desk->device, desk->now.office_ms);
	/* Back to pending is no outcome: nothing was sent. */
	if (state == PRINT_CONFIRMED || state == PRINT_UNCONFIRMED || state == PRINT_FAILED) {
		act_note(desk, kinds[state], NULL, row.ticket, result_key(reason));
	}
	roll_count(desk, feed);
	return RESULT_OK;
}

enum result desk_end_slip(struct desk *desk, int64_t slip, enum print_state state,
	enum result reason, const struct desk_feed *feed)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, end_now(desk, slip, state, reason, feed));
}

static enum result reprint_now(struct desk *desk, int64_t id)
{
	struct ticket ticket;
	if (!ticket_rows_get(desk->store, id, &ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (strcmp(ticket.service_date, desk->date) != 0) {
		return RESULT_TICKET_OTHER_DAY;
	}
	code_prepare(desk);
	struct slip_row slip = {
		.ticket = id,
		.again = true,
		.expected_ms = TICKET_NEVER,
		.low_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
	};
	if (ticket.state == TICKET_WAITING) {
		/* Who is ahead now, without the visitor themselves. */
		struct target_clock clock;
		struct estimate_room room;
		struct estimate estimate;
		line_remove(desk, id, &clock);
		estimate_begin(desk, &room);
		estimate_turn(desk, &room, ticket.service, ticket.turn_ms, &estimate);
		slip.ahead = estimate.ahead;
		slip.expected_ms = estimate.expected_ms;
		slip.low_ms = estimate.low_ms;
		slip.high_ms = estimate.high_ms;
		line_load(desk, desk->date, LINE_AT_NOW);
	}
	text_copy(slip.service_date, sizeof slip.service_date, desk->date);
	slip_rows_insert(desk->store, &slip, desk->now.office_ms);
	act_note(desk, EVENT_SLIP_REPRINTED, NULL, id, NULL);
	return RESULT_OK;
}

enum result desk_reprint(struct desk *desk, int64_t ticket)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, reprint_now(desk, ticket));
}

enum result desk_report_device(
	struct desk *desk, const char *device, enum result reason, bool near_end)
{
	struct device_row row;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	bool known = device_rows_get(desk->store, device, &row);
	result = look_end(desk, RESULT_OK);
	if (result != RESULT_OK || (known && row.reason == reason && row.near_end == near_end)) {
		return result;
	}
	result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (!known || row.reason != reason) {
		row.was = known ? row.reason : RESULT_OK;
		row.since_ms = desk->now.office_ms;
		act_note(desk, EVENT_DEVICE, NULL, 0, result_key(reason));
	}
	roll_hear(desk, device, reason, near_end || (known && row.near_end));
	text_copy(row.name, sizeof row.name, device);
	row.reason = reason;
	row.near_end = near_end;
	device_rows_set(desk->store, &row);
	return act_end(desk, RESULT_OK);
}
