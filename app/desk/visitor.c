#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/code.h"
#include "app/queue/life.h"
#include "app/queue/numbering.h"
#include "app/queue/turn.h"
#include "db/slip_rows.h"
#include "db/visit_rows.h"

#include <stdlib.h>
#include <string.h>

int visitor_party(const struct desk *desk, const struct desk_issue *issue)
{
	const struct office_service *service = &desk->office.services[issue->service];
	bool counts = issue->with_guest && guest_asked(service, GUEST_PARTY_MALE) != GUEST_NO;
	int party = issue->party;
	if (party <= 0 && counts) {
		party = issue->guest.party_male + issue->guest.party_female;
	}
	return party > 0 ? party : 1;
}

static int year_now(const struct desk *desk)
{
	struct calendar_local local;
	calendar_split(&desk->office, desk->now.office_ms, &local);
	return local.year;
}

void visitor_keep_asked(
	const struct desk *desk, const struct guest *guest, int service, struct guest *out_kept)
{
	*out_kept = *guest;
	guest_keep_asked(out_kept, &desk->office.services[service], year_now(desk));
}

enum result visitor_check_guest(
	const struct desk *desk, const struct guest *guest, int service, bool staff)
{
	const struct office_service *wanted = &desk->office.services[service];
	enum guest_field field;
	int year = year_now(desk);
	if (!guest_check_choices(&desk->office, guest)) {
		return RESULT_FIELD_RANGE;
	}
	if (!staff) {
		return guest_check(guest, wanted, year, &field);
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum result result = guest_check_field(guest, (enum guest_field)i, wanted, year);
		if (result != RESULT_OK && result != RESULT_FIELD_REQUIRED) {
			return result;
		}
	}
	return RESULT_OK;
}

enum result visitor_check_open(const struct desk *desk, bool staff)
{
	struct calendar_hours hours;
	calendar_hours(&desk->office, desk->now.office_ms, &hours);
	if (desk->day.closed_event != 0) {
		return RESULT_DAY_CLOSED;
	}
	return !staff && hours.state == CALENDAR_CLOSED ? RESULT_OFFICE_CLOSED : RESULT_OK;
}

enum result visitor_check_service(struct desk *desk, int service, bool staff)
{
	const struct office_service *wanted = &desk->office.services[service];
	struct calendar_local local;
	enum result result = visitor_check_open(desk, staff);
	calendar_split(&desk->office, desk->now.office_ms, &local);
	if (result != RESULT_OK) {
		return result;
	}
	if (wanted->withheld) {
		return RESULT_SERVICE_WITHHELD;
	}
	if (wanted->reception) {
		return RESULT_SERVICE_RECEPTION;
	}
	if (wanted->last_issue_min > 0 &&
		local.hour * 60 + local.minute >= wanted->last_issue_min) {
		return RESULT_ISSUE_OVER;
	}
	if (wanted->daily_quota > 0 &&
		ticket_rows_count_issued(desk->store, service, desk->date) >= wanted->daily_quota) {
		return RESULT_QUOTA_FULL;
	}
	return RESULT_OK;
}

static enum result check_issue(struct desk *desk, const struct desk_issue *issue, bool staff)
{
	enum result result = visitor_check_service(desk, issue->service, staff);
	if (result != RESULT_OK || !issue->with_guest) {
		return result;
	}
	return visitor_check_guest(desk, &issue->guest, issue->service, staff);
}

static void add_slip(
	struct desk *desk, const struct ticket *ticket, const struct estimate *estimate)
{
	struct slip_row slip = {
		.ticket = ticket->id,
		.ahead = estimate->ahead,
		.expected_ms = estimate->expected_ms,
		.low_ms = estimate->low_ms,
		.high_ms = estimate->high_ms,
	};
	text_copy(slip.service_date, sizeof slip.service_date, desk->date);
	slip_rows_insert(desk->store, &slip, desk->now.office_ms);
}

/* The event first: a ticket is made of what the log says of it. */
static void note_issue(struct desk *desk, const struct desk_issue *issue, int64_t appointment,
	struct ticket *ticket)
{
	struct event event = event_of(EVENT_ISSUED);
	event.ticket = ticket->id;
	event.with_service = true;
	event.service = ticket->service;
	event.priority = ticket->priority;
	event.turn_ms = ticket->turn_ms;
	event.low_ms = ticket->low_ms;
	event.high_ms = ticket->high_ms;
	event.party = visitor_party(desk, issue);
	event.refers = appointment;
	ticket->issue_event = act_note_event(desk, &event, NULL);
}

static struct ticket new_ticket(struct desk *desk, const struct desk_issue *issue,
	const struct appointment_row *appointment, struct estimate *out_estimate)
{
	const struct office_service *service = &desk->office.services[issue->service];
	struct estimate_room room;
	int64_t now = desk->now.office_ms;
	struct ticket ticket = life_begin(&desk->office, ticket_rows_next_id(desk->store),
		issue->service, issue->priority, now);
	ticket.sequence = ticket_rows_next_sequence(desk->store, issue->service, desk->date);
	ticket.turn_ms = turn_at_issue(&desk->office, issue->priority, now);
	if (appointment != NULL) {
		int64_t turn = turn_at_appointment(now, appointment->at_ms);
		ticket.turn_ms = turn < ticket.turn_ms ? turn : ticket.turn_ms;
		ticket.appointed_ms = appointment->at_ms;
	}
	text_copy(ticket.service_date, sizeof ticket.service_date, desk->date);
	text_copy(ticket.prefix, sizeof ticket.prefix, service->prefix);
	estimate_begin(desk, &room);
	estimate_turn(desk, &room, issue->service, ticket.turn_ms, out_estimate);
	ticket.low_ms = out_estimate->low_ms;
	ticket.high_ms = out_estimate->high_ms;
	return ticket;
}

static void write_ticket(struct desk *desk, const struct desk_issue *issue,
	const struct appointment_row *appointment, struct ticket *out_ticket)
{
	struct estimate estimate;
	struct guest kept;
	visitor_keep_asked(desk, &issue->guest, issue->service, &kept);
	*out_ticket = new_ticket(desk, issue, appointment, &estimate);
	note_issue(desk, issue, appointment != NULL ? appointment->id : 0, out_ticket);
	code_prepare(desk);
	const struct ticket_birth birth = {
		.visit = visit_rows_insert(desk->store, desk->date, out_ticket->issued_ms,
			visitor_party(desk, issue), issue->notice,
			issue->with_guest ? &kept : NULL),
		.boot_id = desk->now.boot_id,
		.token = issue->token,
	};
	ticket_rows_insert(desk->store, out_ticket, &birth);
	if (issue->with_guest) {
		recognise_note(desk, birth.visit, &kept);
	}
	guest_wipe(&kept);
	const struct target_clock clock = target_clock_of(out_ticket);
	line_insert(desk, out_ticket, &clock);
	line_settle(desk, TARGET_OTHER);
	if (issue->print) {
		add_slip(desk, out_ticket, &estimate);
	}
}

bool visitor_is_known(struct desk *desk, const struct desk_issue *issue, struct ticket *out_ticket)
{
	return issue->token[0] != '\0' &&
	       ticket_rows_find_token(desk->store, desk->date, issue->token, out_ticket);
}

enum result visitor_issue(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket)
{
	enum result result = check_issue(desk, issue, staff);
	if (result == RESULT_OK) {
		write_ticket(desk, issue, NULL, out_ticket);
	}
	return result;
}

static enum result issue_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	const struct desk_issue *issue = order->issue;
	if (visitor_is_known(desk, issue, out_ticket)) {
		return RESULT_OK;
	}
	return visitor_issue(desk, issue, order->staff, out_ticket);
}

enum result desk_issue(
	struct desk *desk, const struct desk_issue *issue, bool staff, struct ticket *out_ticket)
{
	const struct act_order order = {.issue = issue, .staff = staff};
	if (issue->service < 0 || issue->service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	return act_do(desk, issue_now, &order, out_ticket);
}

/* ---- straight to a counter ---- */

static enum result walk_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	const struct desk_issue *issue = order->issue;
	struct counter_row *row;
	if (visitor_is_known(desk, issue, out_ticket)) {
		return RESULT_OK;
	}
	enum result result = counter_free(desk, order->counter, issue->service, &row);
	if (result != RESULT_OK) {
		return result;
	}
	if (line_first(desk, row) != 0) {
		return RESULT_SOMEBODY_WAITING;
	}
	result = check_issue(desk, issue, true);
	if (result != RESULT_OK) {
		return result;
	}
	write_ticket(desk, issue, NULL, out_ticket);
	ticket_call(desk, row, out_ticket, desk->head.id, NULL);
	ticket_serve(desk, row, out_ticket, desk->head.id);
	return RESULT_OK;
}

enum result desk_walk(
	struct desk *desk, int counter, const struct desk_issue *issue, struct ticket *out_ticket)
{
	const struct act_order order = {.counter = counter, .issue = issue, .staff = true};
	if (issue->service < 0 || issue->service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	return act_do(desk, walk_now, &order, out_ticket);
}

/* ---- with an appointment ---- */

static enum result find_appointment(
	struct desk *desk, const char *code, struct appointment_row *out_row)
{
	char tidy[APPOINTMENT_CODE_SIZE];
	appointment_tidy(code, tidy);
	if (!appointment_rows_find(desk->store, tidy, out_row)) {
		return RESULT_APPOINTMENT_UNKNOWN;
	}
	if (strcmp(out_row->service_date, desk->date) != 0) {
		return RESULT_APPOINTMENT_OTHER_DAY;
	}
	return out_row->state == APPOINTMENT_BOOKED ? RESULT_OK : RESULT_APPOINTMENT_USED;
}

static enum result arrive_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct desk_issue issue = *order->issue;
	struct appointment_row appointment;
	if (visitor_is_known(desk, &issue, out_ticket)) {
		return RESULT_OK;
	}
	enum result result = find_appointment(desk, order->text, &appointment);
	if (result != RESULT_OK) {
		return result;
	}
	/* Its number was promised, so neither the quota nor the last hour bind it. */
	issue.service = appointment.service;
	result = visitor_check_open(desk, order->staff);
	if (result == RESULT_OK && issue.with_guest) {
		result = visitor_check_guest(desk, &issue.guest, issue.service, order->staff);
	}
	if (result != RESULT_OK) {
		return result;
	}
	write_ticket(desk, &issue, &appointment, out_ticket);
	appointment.state = APPOINTMENT_ARRIVED;
	appointment.ticket = out_ticket->id;
	appointment_rows_set(desk->store, &appointment);
	return RESULT_OK;
}

enum result desk_arrive(struct desk *desk, const char *code, const struct desk_issue *issue,
	bool staff, struct ticket *out_ticket)
{
	const struct act_order order = {.text = code, .issue = issue, .staff = staff};
	return act_do(desk, arrive_now, &order, out_ticket);
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
	result = RESULT_OK;
	if (!ticket_rows_find_number(
		    desk->store, date != NULL ? date : desk->date, prefix, sequence, out_ticket)) {
		bool earlier = date == NULL && ticket_rows_find_earlier(desk->store, desk->date,
						       prefix, sequence, out_ticket);
		result = earlier ? RESULT_TICKET_OTHER_DAY : RESULT_TICKET_UNKNOWN;
	}
	return look_end(desk, result);
}

enum result desk_tell(struct desk *desk, int64_t ticket, struct desk_story *out_story)
{
	*out_story = (struct desk_story){0};
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	out_story->interval_count = interval_rows_list(desk->store, ticket, &out_story->intervals);
	out_story->segment_count = segment_rows_list(desk->store, ticket, &out_story->segments);
	line_tell(desk, out_story->segments, out_story->segment_count);
	struct ticket known;
	struct event said, ended = {0};
	if (ticket_rows_get(desk->store, ticket, &known) &&
		event_rows_last_of_ticket(desk->store, &known, EVENT_OUTCOME, &said)) {
		(void)event_rows_last_of_ticket(desk->store, &known, EVENT_FINISHED, &ended);
		if (said.id > ended.id) {
			(void)outcome_read(said.detail, &out_story->outcome);
		}
	}
	result = look_end(desk, out_story->segment_count > 0 ? RESULT_OK : RESULT_TICKET_UNKNOWN);
	if (result != RESULT_OK) {
		desk_story_finish(out_story);
	}
	return result;
}

void desk_story_finish(struct desk_story *story)
{
	free(story->intervals);
	free(story->segments);
	*story = (struct desk_story){0};
}
