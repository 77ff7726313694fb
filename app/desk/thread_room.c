/* What a clerk does for the room: numbers made by staff, appointments, and what they are asked
 * about of earlier days. */
#include "app/desk/thread_acts.h"

#include "app/base/memory.h"
#include "app/desk/room.h"

#include <stdlib.h>

static void forget_appointments(struct desk_message *message)
{
	free(message->appointments);
	message->appointments = NULL;
	message->appointment_count = 0;
}

static enum result appoint(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	message->appointments = memory_zeroed(1, sizeof *message->appointments);
	message->appointment_count = 1;
	enum result result =
		desk_appoint(desk, request->issue.service, request->at_ms, message->appointments);
	if (result != RESULT_OK) {
		forget_appointments(message);
	}
	return result;
}

static enum result list_appointments(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	message->appointments = memory_zeroed(DESK_APPOINTMENTS, sizeof *message->appointments);
	enum result result =
		desk_list_appointments(desk, request->word[0] != '\0' ? request->word : NULL,
			message->appointments, DESK_APPOINTMENTS, &message->appointment_count);
	if (result != RESULT_OK) {
		forget_appointments(message);
	}
	return result;
}

static enum result list_tickets(struct desk *desk, struct desk_message *message)
{
	message->tickets = memory_zeroed(DESK_TICKETS, sizeof *message->tickets);
	enum result result = desk_list_tickets(
		desk, NULL, message->tickets, DESK_TICKETS, &message->ticket_count);
	if (result != RESULT_OK) {
		free(message->tickets);
		message->tickets = NULL;
	}
	return result;
}

static enum result list_late(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	return desk_list_late(
		desk, request->staff, message->late, DESK_LATE_LISTED, &message->late_count);
}

enum result thread_act_room(
	struct desk *desk, const struct desk_request *request, struct desk_message *out_message)
{
	const struct desk_issue *issue = &request->issue;
	switch (request->act) {
	case DESK_STAFF_ISSUE: return desk_issue(desk, issue, true, &out_message->ticket);
	case DESK_WALK: return desk_walk(desk, request->counter, issue, &out_message->ticket);
	case DESK_APPOINT: return appoint(desk, request, out_message);
	case DESK_CANCEL_APPOINTMENT: return desk_cancel_appointment(desk, request->code);
	case DESK_LIST_APPOINTMENTS: return list_appointments(desk, request, out_message);
	case DESK_SET_DUTY:
		return desk_set_duty(desk, request->staff, NULL, request->counter,
			request->word[0] != '\0' ? request->word : NULL);
	case DESK_LIST_TICKETS: return list_tickets(desk, out_message);
	case DESK_LIST_LATE: return list_late(desk, request, out_message);
	default: return RESULT_OK;
	}
}
