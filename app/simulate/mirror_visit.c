/* Visitors: numbers, walks, appointments. */
#include "app/simulate/mirror.h"

#include "app/base/text.h"
#include "app/queue/numbering.h"
#include "app/queue/turn.h"

#include <string.h>

enum result mirror_check_open(const struct mirror *mirror, const struct intent *intent, int64_t now)
{
	bool staff = intent->program == INTENT_OFFICE || intent->program >= INTENT_CONSOLES;
	struct calendar_hours hours;
	calendar_hours(mirror->office, now, &hours);
	if (mirror->closed) {
		return RESULT_DAY_CLOSED;
	}
	return !staff && hours.state == CALENDAR_CLOSED ? RESULT_OFFICE_CLOSED : RESULT_OK;
}

enum result mirror_check_numbered(const struct mirror *mirror, int service)
{
	const struct office_service *wanted = &mirror->office->services[service];
	return wanted->withheld    ? RESULT_SERVICE_WITHHELD
	       : wanted->reception ? RESULT_SERVICE_RECEPTION
				   : RESULT_OK;
}

static enum result check_service(const struct mirror *mirror, int service, int64_t now)
{
	const struct office_service *wanted = &mirror->office->services[service];
	struct calendar_local local;
	calendar_split(mirror->office, now, &local);
	enum result result = mirror_check_numbered(mirror, service);
	if (result != RESULT_OK) {
		return result;
	}
	if (wanted->last_issue_min > 0 &&
		local.hour * 60 + local.minute >= wanted->last_issue_min) {
		return RESULT_ISSUE_OVER;
	}
	bool full = wanted->daily_quota > 0 && mirror->issued[service] >= wanted->daily_quota;
	return full ? RESULT_QUOTA_FULL : RESULT_OK;
}

static int add_ticket(struct mirror *mirror, const struct intent *intent, int service, int64_t now)
{
	struct mirror_ticket *own = &mirror->tickets[mirror->count];
	const struct office_service *wanted = &mirror->office->services[service];
	*own = (struct mirror_ticket){.visitor = intent->visitor};
	own->ticket = (struct ticket){
		.service = service,
		.sequence = ++mirror->issued[service],
		.segment = 1,
		.state = TICKET_WAITING,
		.priority = intent->priority,
		.issued_ms = now,
		.turn_ms = turn_at_issue(mirror->office, intent->priority, now),
	};
	text_copy(own->ticket.service_date, sizeof own->ticket.service_date, mirror->date);
	numbering_format(wanted->prefix, own->ticket.sequence, own->ticket.number);
	return mirror->count++;
}

static void issue(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	if (intent->service >= mirror->office->service_count) {
		mirror_refuse(answer, RESULT_SERVICE_UNKNOWN);
		return;
	}
	answer->ticket = mirror_find(mirror, intent->visitor);
	if (answer->ticket >= 0) {
		answer->silent = true;
		return;
	}
	enum result result = mirror_check_open(mirror, intent, now);
	if (result == RESULT_OK) {
		result = check_service(mirror, intent->service, now);
	}
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	answer->ticket = add_ticket(mirror, intent, intent->service, now);
}

static void walk(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_counter *counter;
	if (intent->service >= mirror->office->service_count) {
		mirror_refuse(answer, RESULT_SERVICE_UNKNOWN);
		return;
	}
	answer->ticket = mirror_find(mirror, intent->visitor);
	if (answer->ticket >= 0) {
		answer->silent = true;
		return;
	}
	enum result result = mirror_free(mirror, intent->counter, intent->service, &counter);
	if (result == RESULT_OK && mirror_first(mirror, counter) >= 0) {
		result = RESULT_SOMEBODY_WAITING;
	}
	if (result == RESULT_OK) {
		result = mirror->closed ? RESULT_DAY_CLOSED
					: check_service(mirror, intent->service, now);
	}
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	answer->ticket = add_ticket(mirror, intent, intent->service, now);
	struct mirror_ticket *own = &mirror->tickets[answer->ticket];
	own->ticket.state = TICKET_SERVING;
	own->ticket.counter = counter->number;
	own->ticket.recalled_ms = now;
	mirror_counter_set(counter, MIRROR_SERVING, answer->ticket, now);
	counter->press = (struct mirror_press){.kind = MIRROR_PRESS_WALK, .at_ms = now};
}

static void arrive(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	char date[CALENDAR_DATE_SIZE];
	struct mirror_appointment *appointment = mirror_appointment(mirror, intent->visitor);
	answer->ticket = mirror_find(mirror, intent->visitor);
	if (answer->ticket >= 0) {
		answer->silent = true;
		return;
	}
	if (appointment == NULL) {
		mirror_refuse(answer, RESULT_APPOINTMENT_UNKNOWN);
		return;
	}
	calendar_date(mirror->office, appointment->at_ms, date);
	if (strcmp(date, mirror->date) != 0) {
		mirror_refuse(answer, RESULT_APPOINTMENT_OTHER_DAY);
	} else if (appointment->state != MIRROR_BOOKED) {
		mirror_refuse(answer, RESULT_APPOINTMENT_USED);
	} else if (mirror_check_open(mirror, intent, now) != RESULT_OK) {
		mirror_refuse(answer, mirror_check_open(mirror, intent, now));
	} else {
		int64_t turn = turn_at_appointment(now, appointment->at_ms);
		answer->ticket = add_ticket(mirror, intent, appointment->service, now);
		struct ticket *ticket = &mirror->tickets[answer->ticket].ticket;
		ticket->turn_ms = turn < ticket->turn_ms ? turn : ticket->turn_ms;
		appointment->state = MIRROR_ARRIVED;
	}
}

/* By the clerk who came: it ends the call. */
static void help_to_number(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct mirror_help *help;
	bool known = mirror_find(mirror, intent->visitor) >= 0;
	if (intent->service >= mirror->office->service_count) {
		mirror_refuse(answer, RESULT_SERVICE_UNKNOWN);
	} else if (known || mirror_find_help(mirror, intent, answer, &help)) {
		issue(mirror, intent, now, answer);
		if (!known && answer->results[0] == RESULT_OK) {
			help->state = HELP_DONE;
			help->counter = intent->counter;
		}
	}
}

static void appoint(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	struct calendar_hours hours;
	enum result result = mirror_check_numbered(mirror, intent->service);
	calendar_hours(mirror->office, intent->argument, &hours);
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	if (intent->argument <= now) {
		mirror_refuse(answer, RESULT_TIME_PAST);
		return;
	}
	if (hours.state != CALENDAR_OPEN) {
		mirror_refuse(answer, RESULT_OFFICE_CLOSED);
		return;
	}
	if (mirror->appointment_count == MIRROR_APPOINTMENTS) {
		mirror->appointment_count--;
		memmove(&mirror->appointments[0], &mirror->appointments[1],
			(MIRROR_APPOINTMENTS - 1) * sizeof mirror->appointments[0]);
	}
	mirror->appointments[mirror->appointment_count++] = (struct mirror_appointment){
		.visitor = intent->visitor,
		.service = intent->service,
		.at_ms = intent->argument,
	};
}

static void unappoint(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_appointment *appointment = mirror_appointment(mirror, intent->visitor);
	if (appointment == NULL) {
		mirror_refuse(answer, RESULT_APPOINTMENT_UNKNOWN);
	} else if (appointment->state != MIRROR_BOOKED) {
		mirror_refuse(answer, RESULT_APPOINTMENT_USED);
	} else {
		appointment->state = MIRROR_UNBOOKED;
	}
}

void mirror_visit(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	switch (intent->act) {
	case INTENT_ISSUE: issue(mirror, intent, now, answer); break;
	case INTENT_WALK: walk(mirror, intent, now, answer); break;
	case INTENT_APPOINT: appoint(mirror, intent, now, answer); break;
	case INTENT_HELP_ISSUE: help_to_number(mirror, intent, now, answer); break;
	case INTENT_UNAPPOINT: unappoint(mirror, intent, answer); break;
	default: arrive(mirror, intent, now, answer); break;
	}
}
