/* The guest book as a clerk at the counter writes it: signed for the visitor, or put right. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/flows.h"
#include "db/help_rows.h"
#include "db/staff_rows.h"
#include "db/visit_rows.h"

#include <stdlib.h>
#include <string.h>

/* The reason of an entry in which only gaps are filled: what somebody signed meanwhile stays. */
static const char COMPLETED[] = "completed";

/* A clerk who asks has no screen to show it on. */
static const char NO_NOTICE[] = "";

struct writing {
	int counter;
	int64_t ticket;
	const struct guest *guest;
	const char *reason;
};

static bool is_heads(struct desk *desk, const struct counter_row *row)
{
	struct staff_row person;
	return staff_rows_get(desk->store, row->staff, &person) &&
	       strcmp(person.role, desk_role_name(DESK_HEAD)) == 0;
}

/* The counter to which the visitor was called last, whatever service came after. */
static int last_counter(struct desk *desk, int64_t ticket)
{
	struct segment *segments;
	int last = 0;
	size_t count = segment_rows_list(desk->store, ticket, &segments);
	for (size_t i = 0; i < count; i++) {
		last = segments[i].counter != 0 ? segments[i].counter : last;
	}
	free(segments);
	return last;
}

/* Personal data are the business of who has the visitor before them, or helped at the kiosk. */
static bool may_write(struct desk *desk, const struct counter_row *row, int64_t ticket)
{
	return last_counter(desk, ticket) == row->number ||
	       help_rows_gave(desk->store, ticket, row->number) || is_heads(desk, row);
}

static enum result find(struct desk *desk, const struct writing *writing,
	struct counter_row **out_row, struct ticket *out_ticket, struct visit_row *out_visit)
{
	if (desk->day.closed_event != 0) {
		return RESULT_DAY_CLOSED;
	}
	*out_row = line_counter(desk, writing->counter);
	if (*out_row == NULL) {
		return RESULT_COUNTER_UNKNOWN;
	}
	if ((*out_row)->state == COUNTER_CLOSED) {
		return RESULT_COUNTER_CLOSED;
	}
	if (!ticket_rows_get(desk->store, writing->ticket, out_ticket) ||
		!visit_rows_find(desk->store, writing->ticket, out_visit)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (strcmp(out_ticket->service_date, desk->date) != 0) {
		return RESULT_TICKET_OTHER_DAY;
	}
	return may_write(desk, *out_row, out_ticket->id) ? RESULT_OK : RESULT_COUNTER_FOREIGN;
}

/* The counts of the book, where they changed or were not there; else as it was told before. */
static int party_of(
	struct desk *desk, int64_t ticket, const struct visit_row *visit, const struct guest *guest)
{
	struct guest before;
	int counted = guest->party_male + guest->party_female;
	if (!visit_rows_get_guest(desk->store, ticket, &before)) {
		return counted > visit->party ? counted : visit->party;
	}
	bool same = before.party_male == guest->party_male &&
		    before.party_female == guest->party_female;
	guest_wipe(&before);
	return same ? visit->party : counted > 0 ? counted : 1;
}

static void write_entry(struct desk *desk, struct visit_row *visit, const struct guest *guest)
{
	if (visit->is_signed) {
		visit_rows_correct(desk->store, visit, guest);
	} else {
		visit_rows_sign(desk->store, visit, NO_NOTICE, guest);
	}
	recognise_note(desk, visit->id, guest);
}

static enum result write_now(
	struct desk *desk, const struct writing *writing, struct ticket *out_ticket)
{
	struct counter_row *row;
	struct visit_row visit;
	enum result result = find(desk, writing, &row, out_ticket, &visit);
	if (result == RESULT_OK) {
		result = visitor_check_guest(desk, writing->guest, out_ticket->service, true);
	}
	if (result != RESULT_OK) {
		return result;
	}
	struct event event = event_of(visit.is_signed ? EVENT_CORRECTED : EVENT_SIGNED);
	if (visit.is_signed) {
		text_copy(event.detail, sizeof event.detail, writing->reason);
	}
	struct guest kept, stored;
	visitor_keep_asked(desk, writing->guest, out_ticket->service, &kept);
	if (visit_rows_get_guest(desk->store, out_ticket->id, &stored)) {
		guest_keep_stored(&kept, &stored, &desk->office.services[out_ticket->service],
			strcmp(writing->reason, COMPLETED) == 0);
	}
	guest_wipe(&stored);
	visit.party = party_of(desk, out_ticket->id, &visit, &kept);
	write_entry(desk, &visit, &kept);
	guest_wipe(&kept);
	event.ticket = out_ticket->id;
	event.party = visit.party;
	act_note_event(desk, &event, row);
	return RESULT_OK;
}

enum result desk_write_guest(struct desk *desk, int counter, int64_t ticket,
	const struct guest *guest, const char *reason, struct ticket *out_ticket)
{
	const struct writing writing = {counter, ticket, guest, reason};
	struct ticket found = {0};
	if (reason == NULL || !act_is_code(reason)) {
		return RESULT_FIELD_RANGE;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = act_end(desk, write_now(desk, &writing, &found));
	if (result == RESULT_OK && out_ticket != NULL) {
		*out_ticket = found;
	}
	return result;
}
