/* The large panel over the desk: when a page of it can be shown, and what is done there. */
#include "app/console/shift_parts.h"

#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

bool shift_can_enter(const struct shift *shift, enum hall_page page)
{
	const struct view_counter *counter = shift_counter(shift);
	if (shift->phase != SHIFT_DESK || counter == NULL || shift->office == NULL) {
		return false;
	}
	switch (page) {
	case HALL_VISITOR:
		return shift->view->visit.ticket != 0 && counter->state != VIEW_BREAK &&
		       counter->state != VIEW_CLOSED;
	case HALL_TICKETS:
	case HALL_NEW:
	case HALL_APPOINTMENTS: return counter->state != VIEW_CLOSED;
	case HALL_ROSTER:
	case HALL_ROOM: return true;
	default: return false;
	}
}

bool shift_can_walk(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return counter != NULL && counter->state == VIEW_FREE &&
	       shift->view->next_number[0] == '\0' &&
	       (counter->services >> shift->hall.service & 1u) != 0;
}

/* The list that the open page shows, as the store has it now. */
static void ask_list(struct shift *shift, int64_t ticks)
{
	if (shift->hall.page == HALL_TICKETS) {
		shift_ask(shift, DESK_LIST_TICKETS, false, ticks);
	}
	if (shift->hall.page == HALL_APPOINTMENTS && shift->hall.at_ms >= 0) {
		struct desk_request *request =
			shift_ask(shift, DESK_LIST_APPOINTMENTS, false, ticks);
		calendar_date(shift->office, shift->hall.at_ms, request->word);
	}
}

static void open_page(struct shift *shift, enum hall_page page, int64_t ticks)
{
	struct hall *hall = &shift->hall;
	shift->menu = shift->devices = false;
	hall_open(hall, page, shift->office, shift_counter(shift)->services, shift->view->now_ms);
	text_format(hall->token, sizeof(hall->token), "desk-%d-%" PRId64 "-%d", shift->counter,
		shift->view->now_ms, shift->tag);
	ask_list(shift, ticks);
}

void shift_close_hall(struct shift *shift)
{
	shift->hall = (struct hall){.page = HALL_CLOSED};
	hall_lists_finish(&shift->lists);
}

static struct desk_request *ask_for(struct shift *shift, enum desk_act act, int64_t ticks)
{
	const struct hall *hall = &shift->hall;
	struct desk_request *request = shift_ask(shift, act, true, ticks);
	request->issue.service = hall->service;
	request->issue.priority = hall->priority;
	request->issue.party = hall->party;
	request->issue.print = act == DESK_STAFF_ISSUE;
	request->at_ms = hall->at_ms;
	text_copy(request->issue.token, sizeof(request->issue.token), hall->token);
	return request;
}

/* Cancelling cannot be taken back: only the second word counts. */
static void cancel(struct shift *shift, int64_t ticks)
{
	struct hall *hall = &shift->hall;
	const struct desk_appointment *appointment = hall_appointment(hall, &shift->lists);
	if (appointment == NULL || appointment->state != DESK_APPOINTMENT_BOOKED) {
		return;
	}
	if (strcmp(hall->doubted, appointment->code) != 0) {
		text_copy(hall->doubted, sizeof(hall->doubted), appointment->code);
		return;
	}
	struct desk_request *request = shift_ask(shift, DESK_CANCEL_APPOINTMENT, true, ticks);
	text_copy(request->code, sizeof(request->code), appointment->code);
}

/* A slip that is still to come comes by itself: a second one would be one too many. */
static void print_again(struct shift *shift, int64_t ticks)
{
	const struct ticket *ticket = hall_ticket(&shift->hall, &shift->lists, shift->hall.row);
	if (ticket == NULL) {
		return;
	}
	if (ticket->print == PRINT_PENDING || ticket->print == PRINT_SENDING) {
		shift_notice(shift, "console.tickets.pending", ticket->number, ticks);
		return;
	}
	shift_ask(shift, DESK_REPRINT, true, ticks)->id = ticket->id;
	shift_notice_done(shift, "console.reprinting", ticket->number, ticks);
}

bool shift_find_slip(const struct shift *shift, struct appointment_slip *out_slip)
{
	const struct hall *hall = &shift->hall;
	const struct desk_appointment *own = hall_appointment(hall, &shift->lists);
	*out_slip = (struct appointment_slip){.training = shift->training};
	if (hall->page != HALL_APPOINTMENTS) {
		return false;
	}
	if (own != NULL) {
		out_slip->service = own->service;
		out_slip->at_ms = own->at_ms;
		text_copy(out_slip->code, sizeof(out_slip->code), own->code);
		return own->state == DESK_APPOINTMENT_BOOKED;
	}
	out_slip->service = hall->service;
	out_slip->at_ms = hall->at_ms;
	text_copy(out_slip->code, sizeof(out_slip->code), hall->code);
	return hall->code[0] != '\0';
}

bool shift_take_slip(struct shift *shift, struct appointment_slip *out_slip)
{
	bool wanted = shift->wants_slip;
	*out_slip = shift->slip;
	shift->wants_slip = false;
	return wanted;
}

static void print_slip(struct shift *shift, int64_t ticks)
{
	if (shift_find_slip(shift, &shift->slip)) {
		shift->wants_slip = true;
		shift_notice(shift, "console.appointment.printing", shift->slip.code, ticks);
	}
}

static void do_deed(struct shift *shift, enum hall_deed deed, int64_t ticks)
{
	const struct hall *hall = &shift->hall;
	shift_forget_notice(shift);
	switch (deed) {
	case HALL_ISSUE:
		if (hall->page == HALL_NEW) {
			ask_for(shift, DESK_STAFF_ISSUE, ticks);
		}
		break;
	case HALL_WALK:
		if (hall->page == HALL_NEW && shift_can_walk(shift)) {
			ask_for(shift, DESK_WALK, ticks);
		}
		break;
	case HALL_APPOINT:
		if (hall->page == HALL_APPOINTMENTS && hall->at_ms >= 0) {
			ask_for(shift, DESK_APPOINT, ticks);
		}
		break;
	case HALL_CANCEL: cancel(shift, ticks); break;
	case HALL_PRINT: print_again(shift, ticks); break;
	case HALL_SLIP: print_slip(shift, ticks); break;
	}
}

/* Of the day and the hour, 1 and 2 are the arrows at their sides. */
static void choose(struct shift *shift, int row, int value)
{
	struct hall *hall = &shift->hall;
	bool arrow = hall->page == HALL_APPOINTMENTS && (row == HALL_DAY || row == HALL_HOUR);
	hall_choose(hall, shift->office, row, value);
	if (arrow && (value == 1 || value == 2)) {
		hall_step(hall, shift->office, shift->view->now_ms, value == 1 ? -1 : 1);
	}
}

static void turn_staff(struct shift *shift, int by)
{
	int from = shift->hall.from + by * HALL_STAFF_PAGE;
	if (from >= 0 && from < (int)shift->staff_count) {
		shift->hall.from = from;
	}
}

static void plan(struct shift *shift, int staff, int64_t ticks)
{
	int row = shift->hall.row;
	bool known = staff >= -1 && staff < (int)shift->staff_count;
	if (shift->hall.page != HALL_ROSTER || !known || !shift_may_plan(shift) ||
		row >= shift->view->counter_count) {
		return;
	}
	struct desk_request *request = shift_ask(shift, DESK_SET_DUTY, true, ticks);
	request->counter = shift->view->counters[row].number;
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
	text_copy(request->word, sizeof(request->word), staff < 0 ? "" : shift->staff[staff].code);
}

void shift_act_hall(struct shift *shift, struct shift_action action, int64_t ticks)
{
	struct hall *hall = &shift->hall;
	int64_t now = shift->view->now_ms, hour = hall->at_ms;
	if (action.act == SHIFT_HALL_LEAVE) {
		shift_close_hall(shift);
	} else if (action.act == SHIFT_HALL) {
		if (shift_can_enter(shift, (enum hall_page)action.index)) {
			open_page(shift, (enum hall_page)action.index, ticks);
		}
	}
	if (hall->page == HALL_CLOSED) {
		return;
	}
	switch (action.act) {
	case SHIFT_HALL_MOVE:
		if (hall->page == HALL_ROSTER) {
			int counters = shift->view->counter_count;
			hall->row = (hall->row + action.index + counters) % counters;
		} else {
			hall_move(hall, &shift->lists, action.index);
		}
		break;
	case SHIFT_HALL_STEP:
		if (hall->page == HALL_ROSTER) {
			turn_staff(shift, action.index);
		} else {
			hall_step(hall, shift->office, now, action.index);
		}
		break;
	case SHIFT_HALL_CHOOSE:
		choose(shift, action.index >> SHIFT_HALL_BITS,
			action.index & ((1 << SHIFT_HALL_BITS) - 1));
		break;
	case SHIFT_HALL_PLAN: plan(shift, action.index, ticks); break;
	case SHIFT_HALL_TYPE: hall_type(hall, (char)action.index); break;
	case SHIFT_HALL_DO: do_deed(shift, (enum hall_deed)action.index, ticks); break;
	default: break;
	}
	if (hall->at_ms != hour && action.act != SHIFT_HALL) {
		ask_list(shift, ticks);
	}
}

void shift_follow_hall(struct shift *shift, int64_t was_called, int64_t ticks)
{
	if (shift->hall.page == HALL_CLOSED) {
		return;
	}
	const struct view_counter *counter = shift_counter(shift);
	bool called = counter != NULL && counter->state == VIEW_CALLED &&
		      counter->ticket.id != was_called;
	if (called || !shift_can_enter(shift, shift->hall.page)) {
		shift_close_hall(shift);
	}
	ask_list(shift, ticks);
}

/* The clerk stays at the ticket where they are, wherever it stands now. */
static void take_tickets(struct shift *shift, struct desk_message *message)
{
	struct hall *hall = &shift->hall;
	struct hall_lists *lists = &shift->lists;
	const struct ticket *own = hall_ticket(hall, lists, hall->row);
	int64_t id = own != NULL && hall->row > 0 ? own->id : 0;
	hall_lists_finish(lists);
	lists->tickets = message->tickets;
	lists->ticket_count = (int)message->ticket_count;
	message->tickets = NULL;
	hall->row = 0;
	for (int i = 0; id != 0 && i < hall_count_tickets(hall, lists); i++) {
		if (hall_ticket(hall, lists, i)->id == id) {
			hall->row = i;
			break;
		}
	}
}

void shift_take_lists(struct shift *shift, struct desk_message *message)
{
	struct hall_lists *lists = &shift->lists;
	if (message->act == DESK_LIST_APPOINTMENTS && message->result == RESULT_OK &&
		shift->hall.page == HALL_APPOINTMENTS) {
		hall_lists_finish(lists);
		lists->appointments = message->appointments;
		lists->appointment_count = (int)message->appointment_count;
		message->appointments = NULL;
		if (shift->hall.row >= HALL_LIST + lists->appointment_count) {
			shift->hall.row = HALL_SERVICE;
		}
	} else if (message->act == DESK_LIST_TICKETS && message->result == RESULT_OK &&
		   shift->hall.page == HALL_TICKETS) {
		take_tickets(shift, message);
	}
}

/* A slip that waits for its printer is told by mouth. */
static bool prints(const struct shift *shift)
{
	for (int i = 0; i < shift->view->device_count; i++) {
		const struct view_device *device = &shift->view->devices[i];
		if (device->kind == VIEW_PRINTER && device->reason == RESULT_OK) {
			return true;
		}
	}
	return false;
}

void shift_answer_hall(struct shift *shift, const struct desk_message *message, int64_t ticks)
{
	const char *number = message->ticket.number;
	switch (message->act) {
	case DESK_STAFF_ISSUE:
		shift_close_hall(shift);
		if (prints(shift)) {
			shift_notice_done(shift, "console.new.issued", number, ticks);
		} else {
			shift_notice(shift, "console.new.unprinted", number, ticks);
		}
		break;
	case DESK_WALK:
		shift_close_hall(shift);
		shift_notice_done(shift, "console.new.walked", number, ticks);
		break;
	case DESK_APPOINT:
		if (message->appointment_count == 1) {
			text_copy(shift->hall.code, sizeof(shift->hall.code),
				message->appointments[0].code);
		}
		ask_list(shift, ticks);
		break;
	case DESK_CANCEL_APPOINTMENT:
		shift->hall.doubted[0] = '\0';
		shift_notice_done(shift, "console.appointment.cancelled", "", ticks);
		ask_list(shift, ticks);
		break;
	default: break;
	}
}
