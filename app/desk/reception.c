/* The guest book without a number, and behind one. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/flows.h"
#include "db/reception_rows.h"
#include "db/visit_rows.h"

#include <string.h>

static void write_visit(struct desk *desk, const struct desk_issue *issue)
{
	struct event event = event_of(EVENT_RECEIVED);
	struct guest kept;
	visitor_keep_asked(desk, &issue->guest, issue->service, &kept);
	event.with_service = true;
	event.service = issue->service;
	event.party = visitor_party(desk, issue);
	event.refers = visit_rows_insert(desk->store, desk->date, desk->now.office_ms, event.party,
		issue->notice, issue->with_guest ? &kept : NULL);
	reception_rows_insert(desk->store, event.refers, issue->service, desk->date, issue->token);
	if (issue->with_guest) {
		recognise_note(desk, event.refers, &kept);
	}
	guest_wipe(&kept);
	act_note_event(desk, &event, NULL);
}

enum result desk_receive(struct desk *desk, const struct desk_issue *issue, bool staff)
{
	if (issue->service < 0 || issue->service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (issue->token[0] != '\0' &&
		reception_rows_find_token(desk->store, desk->date, issue->token) != 0) {
		return look_end(desk, RESULT_OK);
	}
	const struct office_service *service = &desk->office.services[issue->service];
	result = service->withheld    ? RESULT_SERVICE_WITHHELD
		 : service->reception ? visitor_check_open(desk, staff)
				      : RESULT_SERVICE_TICKETED;
	if (result == RESULT_OK && issue->with_guest) {
		result = visitor_check_guest(desk, &issue->guest, issue->service, staff);
	}
	if (result == RESULT_OK) {
		write_visit(desk, issue);
	}
	return act_end(desk, result);
}

/* ---- behind the number ---- */

struct signing {
	int64_t ticket;
	const struct desk_issue *issue;
	bool staff;
};

/* Whose ticket it is: only the kiosk session that got it has its token. */
static bool find_ticket(struct desk *desk, const struct signing *signing, struct ticket *out_ticket)
{
	if (signing->staff) {
		return ticket_rows_get(desk->store, signing->ticket, out_ticket);
	}
	const char *token = signing->issue->token;
	return token[0] != '\0' &&
	       ticket_rows_find_token(desk->store, desk->date, token, out_ticket) &&
	       out_ticket->id == signing->ticket;
}

static int party_of(const struct visit_row *row, const struct guest *guest)
{
	int counted = guest->party_male + guest->party_female;
	return counted > row->party ? counted : row->party;
}

static enum result sign_now(
	struct desk *desk, const struct signing *signing, struct ticket *out_ticket)
{
	struct visit_row row;
	struct event event = event_of(EVENT_SIGNED);
	const struct guest *guest = &signing->issue->guest;
	if (!find_ticket(desk, signing, out_ticket) ||
		!visit_rows_find(desk->store, out_ticket->id, &row)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (strcmp(out_ticket->service_date, desk->date) != 0) {
		return RESULT_TICKET_OTHER_DAY;
	}
	if (row.is_signed) {
		return RESULT_BOOK_SIGNED;
	}
	enum result result =
		desk->day.closed_event != 0
			? RESULT_DAY_CLOSED
			: visitor_check_guest(desk, guest, out_ticket->service, signing->staff);
	if (result != RESULT_OK) {
		return result;
	}
	struct guest kept;
	visitor_keep_asked(desk, guest, out_ticket->service, &kept);
	row.party = party_of(&row, &kept);
	visit_rows_sign(desk->store, &row, signing->issue->notice, &kept);
	recognise_note(desk, row.id, &kept);
	guest_wipe(&kept);
	event.ticket = out_ticket->id;
	event.party = row.party;
	act_note_event(desk, &event, NULL);
	return RESULT_OK;
}

enum result desk_sign(struct desk *desk, int64_t ticket, const struct desk_issue *issue, bool staff,
	struct ticket *out_ticket)
{
	const struct signing signing = {ticket, issue, staff};
	struct ticket found = {0};
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = act_end(desk, sign_now(desk, &signing, &found));
	if (result == RESULT_OK && out_ticket != NULL) {
		*out_ticket = found;
	}
	return result;
}
