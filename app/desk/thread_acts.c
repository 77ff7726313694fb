#include "app/desk/wires.h"
#include "app/desk/thread_acts.h"
#include "app/base/memory.h"
#include "app/desk/breach.h"
#include "app/desk/export.h"
#include "app/desk/rolls.h"
#include "app/desk/test_slips.h"

#include <stdlib.h>

static enum result take_slip(struct desk *desk, struct desk_slip *out_slip)
{
	bool found;
	enum result result = desk_next_slip(desk, out_slip, &found);
	if (result == RESULT_OK && found) {
		result = desk_begin_slip(desk, out_slip->id);
	}
	if (result != RESULT_OK || !found) {
		*out_slip = (struct desk_slip){0};
	}
	return result;
}

static enum result end_slip(struct desk *desk, const struct desk_request *request)
{
	const struct desk_feed feed = {request->device, request->fed_mm, request->roll_mm};
	return desk_end_slip(desk, request->id, request->print, request->reason,
		request->fed_mm > 0 ? &feed : NULL);
}

static enum result list_staff(struct desk *desk, struct desk_message *message)
{
	return desk_list_staff(desk, message->staff,
		sizeof message->staff / sizeof message->staff[0], &message->staff_count);
}

static enum result sign_in(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	struct desk_staff *person = &message->staff[0];
	enum result result = request->relieves
				     ? desk_check_pin(desk, request->staff, request->pin, person)
				     : desk_sign_in(desk, request->staff, request->pin, person);
	message->staff_count = result == RESULT_OK ? 1 : 0;
	return result;
}

static enum result read_standards(struct desk *desk, struct desk_message *message)
{
	message->standards = memory_zeroed(1, sizeof *message->standards);
	enum result result = desk_read_standards(desk, message->standards);
	if (result != RESULT_OK) {
		free(message->standards);
		message->standards = NULL;
	}
	return result;
}

static enum result read_record(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	message->record = memory_zeroed(1, sizeof *message->record);
	enum result result = desk_read_record(desk, request->date, message->record);
	if (result != RESULT_OK) {
		desk_record_finish(message->record);
		free(message->record);
		message->record = NULL;
	}
	return result;
}

/* The settings as they are after the act, or as somebody else has made them. */
static enum result answer_office(
	struct desk *desk, enum result result, struct desk_message *message)
{
	if (result != RESULT_OK && result != RESULT_OFFICE_MOVED) {
		return result;
	}
	message->settings = memory_zeroed(1, sizeof *message->settings);
	enum result reading = desk_read_office(desk, message->settings);
	message->revision = desk_office_revision(desk);
	if (reading != RESULT_OK) {
		free(message->settings);
		message->settings = NULL;
	}
	return reading == RESULT_OK ? result : reading;
}

/* What the head sets (office_settings.h), and what is written to a file. */
static enum result do_office(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	switch (request->act) {
	case DESK_NOTE_EXPORT:
		return desk_note_export(desk, request->staff, (enum export_kind)request->id,
			request->date, request->date_to);
	case DESK_UNLOCK_OFFICE:
		return answer_office(
			desk, desk_unlock_office(desk, request->staff, request->pin), message);
	case DESK_SAVE_OFFICE:
		return answer_office(desk,
			desk_save_office(desk, request->staff, request->revision, request->settings,
				message->error, sizeof message->error),
			message);
	case DESK_RETIRE_STAFF:
		return answer_office(
			desk, desk_retire_staff(desk, request->staff, request->word), message);
	default:
		return answer_office(
			desk, desk_reset_pin(desk, request->staff, request->word), message);
	}
}

/* The ways beside "guest book, then number" (flows.h). */
static enum result do_flow(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	const struct desk_issue *issue = &request->issue;
	switch (request->act) {
	case DESK_WITHDRAW:
		return desk_withdraw(desk, request->number, request->code, &message->ticket);
	case DESK_SIGN: return desk_sign(desk, request->id, issue, false, &message->ticket);
	case DESK_RECEIVE: return desk_receive(desk, issue, false);
	case DESK_RECOGNISE:
		return desk_recognise(desk, request->contact, request->name, message->initials);
	case DESK_RECALL_GUEST:
		return desk_recall_guest(desk, request->contact, request->name, &message->guest);
	case DESK_ASK_HELP: return desk_ask_help(desk, &message->help);
	case DESK_WITHDRAW_HELP: return desk_withdraw_help(desk);
	case DESK_LEAVE_HELP: return desk_leave_help(desk);
	case DESK_TAKE_HELP: return desk_take_help(desk, request->counter, request->id);
	case DESK_HELP_ISSUE:
		return desk_help_issue(
			desk, request->counter, request->id, issue, &message->ticket);
	case DESK_WRITE_GUEST:
		return desk_write_guest(desk, request->counter, request->id, &issue->guest,
			request->word, &message->ticket);
	case DESK_END_HELP: return desk_end_help(desk, request->counter, request->id);
	default: return thread_act_room(desk, request, message);
	}
}

/* Acts beside the straight way. */
static enum result do_move(
	struct desk *desk, const struct desk_request *request, struct ticket *out_ticket)
{
	int counter = request->counter;
	int64_t id = request->id;
	switch (request->act) {
	case DESK_HOLD: return desk_hold(desk, counter, id, out_ticket);
	case DESK_RESUME: return desk_resume(desk, counter, id, out_ticket);
	case DESK_RETURN: return desk_return(desk, id, out_ticket);
	case DESK_TRANSFER:
		return desk_transfer(desk, counter, id, request->issue.service, out_ticket);
	case DESK_SEND: return desk_send(desk, counter, id, request->to, out_ticket);
	case DESK_CANCEL: return desk_cancel(desk, counter, id, request->word, out_ticket);
	default: return desk_undo(desk, counter, out_ticket);
	}
}

/* A counter's opening, rest and close, its change of staff, and what an office may let it do. */
static enum result do_counter(
	struct desk *desk, const struct desk_request *request, struct ticket *out_ticket)
{
	const char *why = request->word[0] != '\0' ? request->word : NULL;
	switch (request->act) {
	case DESK_OPEN_COUNTER:
		return desk_open_counter(desk, request->counter, request->staff, request->services);
	case DESK_BREAK_COUNTER: return desk_break_counter(desk, request->counter, why);
	case DESK_CLOSE_COUNTER: return desk_close_counter(desk, request->counter);
	case DESK_STAND_BY: return desk_stand_by(desk, request->counter, out_ticket);
	case DESK_STAND_DOWN: return desk_stand_down(desk, request->counter);
	case DESK_CALL_TICKET:
		return desk_call_ticket(desk, request->counter, request->id, why, out_ticket);
	default: return desk_hand_over(desk, request->counter, request->staff);
	}
}

static enum result do_rating(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	switch (request->act) {
	case DESK_RATE:
		return desk_rate(
			desk, request->rating.number, request->instrument, &message->rating);
	case DESK_RATE_ANSWER:
		return desk_rate_answer(
			desk, &request->rating, request->instrument, (int)request->id);
	default: return desk_rate_finish(desk, &request->rating, request->instrument);
	}
}

static enum result do_device(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	switch (request->act) {
	case DESK_TAKE_SLIP: return take_slip(desk, &message->slip);
	case DESK_END_SLIP: return end_slip(desk, request);
	case DESK_ASK_TEST_SLIP: return desk_ask_test_slip(desk, &message->test_slip);
	case DESK_TAKE_TEST_SLIP: return desk_take_test_slip(desk, request->id);
	case DESK_END_TEST_SLIP:
		return desk_end_test_slip(desk, request->id, request->print, request->reason);
	case DESK_REPORT_DEVICE:
		return desk_report_device(
			desk, request->device, request->reason, request->near_end);
	case DESK_ANNOUNCE: return desk_announce(desk, request->id, request->way, request->at_ms);
	case DESK_RENEW_ROLL: return desk_renew_roll(desk, request->staff, request->device);
	case DESK_REPORT_WIRE: return desk_report_wire(desk, &request->wire);
	default: return desk_keep_roll(desk, request->staff, request->device);
	}
}

/* What is done about a ticket without moving it. */
static enum result do_afterwards(
	struct desk *desk, const struct desk_request *request, struct ticket *out_ticket)
{
	switch (request->act) {
	case DESK_NOTE_OUTCOME:
		return desk_note_outcome(
			desk, request->counter, request->id, &request->outcome, out_ticket);
	case DESK_EXPLAIN:
		return desk_explain(desk, request->staff, request->id, request->segment,
			request->word, request->note[0] != '\0' ? request->note : NULL);
	default: return desk_reprint(desk, request->id);
	}
}

static enum result do_act(
	struct desk *desk, const struct desk_request *request, struct desk_message *message)
{
	struct ticket *ticket = &message->ticket;
	int counter = request->counter;
	switch (request->act) {
	case DESK_ISSUE: return desk_issue(desk, &request->issue, false, ticket);
	case DESK_ARRIVE: return desk_arrive(desk, request->code, &request->issue, false, ticket);
	case DESK_SIGN_IN: return sign_in(desk, request, message);
	case DESK_OPEN_COUNTER:
	case DESK_BREAK_COUNTER:
	case DESK_CLOSE_COUNTER:
	case DESK_STAND_BY:
	case DESK_STAND_DOWN:
	case DESK_CALL_TICKET:
	case DESK_HAND_OVER: return do_counter(desk, request, ticket);
	case DESK_NEXT: return desk_next(desk, counter, ticket);
	case DESK_RECALL: return desk_recall(desk, counter, ticket);
	case DESK_SERVE: return desk_serve(desk, counter, ticket);
	case DESK_FINISH: return desk_finish_ticket(desk, counter, request->id, ticket);
	case DESK_ABSENT: return desk_absent_ticket(desk, counter, request->id, ticket);
	case DESK_HOLD:
	case DESK_RESUME:
	case DESK_RETURN:
	case DESK_TRANSFER:
	case DESK_SEND:
	case DESK_CANCEL:
	case DESK_UNDO: return do_move(desk, request, ticket);
	case DESK_NOTE_OUTCOME:
	case DESK_EXPLAIN:
	case DESK_REPRINT: return do_afterwards(desk, request, ticket);
	case DESK_LIST_STAFF: return list_staff(desk, message);
	case DESK_READ_STANDARDS: return read_standards(desk, message);
	case DESK_READ_RECORD: return read_record(desk, request, message);
	case DESK_READ_INDICES:
		return desk_list_indices(desk, request->date, request->date_to, message->indices,
			&message->index_count);
	case DESK_TAKE_SLIP:
	case DESK_END_SLIP:
	case DESK_ASK_TEST_SLIP:
	case DESK_TAKE_TEST_SLIP:
	case DESK_END_TEST_SLIP:
	case DESK_REPORT_DEVICE:
	case DESK_ANNOUNCE:
	case DESK_RENEW_ROLL:
	case DESK_KEEP_ROLL:
	case DESK_REPORT_WIRE: return do_device(desk, request, message);
	case DESK_RATE:
	case DESK_RATE_ANSWER:
	case DESK_RATE_FINISH: return do_rating(desk, request, message);
	case DESK_COMPLAIN: return desk_complain(desk, &request->complaint, message->receipt);
	case DESK_UNLOCK_OFFICE:
	case DESK_SAVE_OFFICE:
	case DESK_RETIRE_STAFF:
	case DESK_NOTE_EXPORT:
	case DESK_RESET_PIN: return do_office(desk, request, message);
	default: return do_flow(desk, request, message);
	}
}

void thread_act(
	struct desk *desk, const struct desk_request *request, struct desk_message *out_message)
{
	out_message->result = do_act(desk, request, out_message);
}
