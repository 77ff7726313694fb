#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/queue/numbering.h"
#include "app/queue/turn.h"
#include "db/slip_rows.h"
#include "db/visit_rows.h"

#include <stdlib.h>

/* People who came: as told, or as the guest book counts them. */
static int party_of(const struct desk_issue *issue)
{
	int party = issue->party;
	if (party <= 0 && issue->with_guest) {
		party = issue->guest.party_male + issue->guest.party_female;
	}
	return party > 0 ? party : 1;
}

/* Staff may leave questions open that a visitor at the kiosk must answer; what is written must be
 * right. */
static enum result check_guest(
	const struct guest *guest, const struct office_service *service, bool staff)
{
	enum guest_field field;
	if (!staff) {
		return guest_check(guest, service, &field);
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum result result = guest_check_field(guest, (enum guest_field)i, service);
		if (result != RESULT_OK && result != RESULT_FIELD_REQUIRED) {
			return result;
		}
	}
	return RESULT_OK;
}

static enum result check_issue(struct desk *desk, const struct desk_issue *issue, bool staff)
{
	struct calendar_hours hours;
	calendar_hours(&desk->office, desk->now.office_ms, &hours);
	if (!staff && hours.state == CALENDAR_CLOSED) {
		return RESULT_OFFICE_CLOSED;
	}
	if (!issue->with_guest) {
		return RESULT_OK;
	}
	return check_guest(&issue->guest, &desk->office.services[issue->service], staff);
}

static void add_slip(struct desk *desk, const struct ticket *ticket, int ahead, int64_t expected_ms)
{
	struct slip_row slip = {.ticket = ticket->id, .ahead = ahead, .expected_ms = expected_ms};
	text_copy(slip.service_date, sizeof slip.service_date, desk->date);
	slip_rows_insert(desk->store, &slip, desk->now.office_ms);
}

static void write_ticket(
	struct desk *desk, const struct desk_issue *issue, struct ticket *out_ticket)
{
	const struct office_service *service = &desk->office.services[issue->service];
	int64_t now = desk->now.office_ms;
	*out_ticket = (struct ticket){
		.id = ticket_rows_next_id(desk->store),
		.sequence = ticket_rows_next_sequence(desk->store, issue->service, desk->date),
		.service = issue->service,
		.state = TICKET_WAITING,
		.priority = issue->priority,
		.issued_ms = now,
		.turn_ms = turn_at_issue(&desk->office, issue->priority, now),
		.target_s = service->target_s,
	};
	text_copy(out_ticket->service_date, sizeof out_ticket->service_date, desk->date);
	text_copy(out_ticket->prefix, sizeof out_ticket->prefix, service->prefix);
	out_ticket->issue_event = act_note(desk, EVENT_ISSUED, NULL, out_ticket->id, service->code);
	const struct ticket_birth birth = {
		.visit = visit_rows_insert(desk->store, desk->date, now, party_of(issue),
			desk->office.notice_version, issue->with_guest ? &issue->guest : NULL),
		.boot_id = desk->now.boot_id,
		.token = issue->token,
	};
	ticket_rows_insert(desk->store, out_ticket, &birth);
}

static enum result issue_now(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket)
{
	enum result result = check_issue(desk, issue, staff);
	if (result != RESULT_OK) {
		return result;
	}
	int64_t times[OFFICE_SERVICES] = {0};
	int64_t expected_ms;
	int ahead;
	write_ticket(desk, issue, out_ticket);
	estimate_times(desk, times);
	estimate_turn(desk, times, issue->service, out_ticket->turn_ms, &ahead, &expected_ms);
	line_insert(desk, out_ticket);
	line_settle(desk, TARGET_OTHER);
	if (issue->print) {
		add_slip(desk, out_ticket, ahead, expected_ms);
	}
	/* Read back, so that every reader sees the same ticket. */
	return ticket_rows_get(desk->store, out_ticket->id, out_ticket) ? RESULT_OK
									: RESULT_STORE_FAILED;
}

enum result desk_issue(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket)
{
	if (issue->service < 0 || issue->service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (issue->token[0] != '\0' &&
		ticket_rows_find_token(desk->store, desk->date, issue->token, out_ticket)) {
		store_rollback(desk->store);
		return RESULT_OK;
	}
	return act_end(desk, issue_now(desk, issue, staff, out_ticket));
}

enum result desk_find_ticket(
	struct desk *desk, const char *number, const char *date, struct ticket *out_ticket)
{
	char prefix[OFFICE_PREFIX_SIZE];
	int sequence;
	if (!numbering_parse(number, prefix, &sequence)) {
		return RESULT_TICKET_UNKNOWN;
	}
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	bool found = ticket_rows_find_number(
		desk->store, date != NULL ? date : desk->date, prefix, sequence, out_ticket);
	return look_end(desk, found ? RESULT_OK : RESULT_TICKET_UNKNOWN);
}

enum result desk_intervals(
	struct desk *desk, int64_t ticket, struct desk_interval **out_intervals, size_t *out_count)
{
	*out_intervals = NULL;
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	struct interval_row *rows;
	*out_count = ticket_rows_intervals(desk->store, ticket, &rows);
	*out_intervals = memory_zeroed(*out_count + 1, sizeof **out_intervals);
	for (size_t i = 0; i < *out_count; i++) {
		(*out_intervals)[i] = (struct desk_interval){
			.state = rows[i].state,
			.service = rows[i].service,
			.counter = rows[i].counter,
			.from_ms = rows[i].from_ms,
			.to_ms = rows[i].to_ms,
		};
	}
	free(rows);
	return look_end(desk, RESULT_OK);
}
