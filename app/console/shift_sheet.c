/* What goes beside the straight way: hold, transfer, cancel, resume, return, a break with its
 * reason, and the last press taken back. */
#include "app/console/shift_parts.h"

#include "app/base/text.h"

#include <string.h>

static void open_sheet(struct shift *shift, enum sheet_kind kind)
{
	const struct view_counter *counter = shift_counter(shift);
	struct sheet *sheet = &shift->sheet;
	*sheet = (struct sheet){.kind = kind, .counter = shift->counter};
	sheet->at = sheet_takes_note(sheet) ? SHEET_NOWHERE : 0;
	if (kind == SHEET_TRANSFER) {
		sheet->ticket = counter->ticket.id;
		sheet->service = counter->ticket.service;
		sheet->state = counter->state == VIEW_CALLED ? TICKET_CALLED : TICKET_SERVING;
		text_copy(sheet->number, sizeof(sheet->number), counter->ticket.number);
	} else if (kind == SHEET_RELIEF) {
		sheet->people = (int)shift->staff_count;
		sheet->own = shift->chosen;
	} else if (kind == SHEET_BEFORE) {
		shift_open_late(shift);
	} else if (kind == SHEET_LATE) {
		sheet->ticket = shift->view->late_ticket;
		sheet->segment = shift->view->late_segment;
		sheet->service = shift->view->late_service;
		text_copy(sheet->number, sizeof(sheet->number), shift->view->late_number);
	} else if (kind == SHEET_OUTCOME) {
		sheet->ticket = shift->view->unsaid_ticket;
		sheet->finished_ms = shift->view->unsaid_ms;
		text_copy(sheet->number, sizeof(sheet->number), shift->view->unsaid_number);
	}
}

static void close_sheet(struct shift *shift)
{
	shift->sheet = (struct sheet){.kind = SHEET_NONE};
}

bool shift_can_open(const struct shift *shift, enum sheet_kind kind)
{
	const struct view_counter *counter = shift_counter(shift);
	struct sheet sheet = {.kind = kind, .counter = shift->counter};
	if (counter == NULL || shift->office == NULL ||
		(sheet_can_wait(&sheet) && shift_is_helping(shift))) {
		return false;
	}
	if (kind == SHEET_LATE || kind == SHEET_BEFORE) {
		return kind == SHEET_LATE ? shift->view->late_ticket != 0 : shift_has_late(shift);
	}
	if (counter->state == VIEW_CLOSED) {
		return false;
	}
	sheet.service = counter->ticket.service;
	bool here = counter->state == VIEW_CALLED || counter->state == VIEW_SERVING;
	switch (kind) {
	case SHEET_BREAK: return counter->state == VIEW_FREE;
	case SHEET_TRANSFER: return here && sheet_count(&sheet, shift->office, shift->view) > 0;
	case SHEET_TICKETS: return sheet_count(&sheet, shift->office, shift->view) > 0;
	case SHEET_RELIEF: return shift->staff_count > 1 && shift->chosen >= 0;
	case SHEET_OUTCOME:
		return shift->view->unsaid_ticket != 0 &&
		       shift->view->unsaid_ms > shift->put_away_ms;
	default: return false;
	}
}

/* ---- answers ---- */

static struct desk_request *ask_about(struct shift *shift, enum desk_act act, int64_t ticks)
{
	struct desk_request *request = shift_ask(shift, act, true, ticks);
	request->id = shift->sheet.ticket;
	if (shift->sheet.from != 0) {
		request->counter = shift->pending_counter = shift->sheet.from;
	}
	text_copy(shift->asked, sizeof(shift->asked), shift->sheet.number);
	close_sheet(shift);
	return request;
}

static void answer_why(struct shift *shift, enum desk_act act, const char *word, int64_t ticks)
{
	struct sheet sheet = shift->sheet;
	struct desk_request *request = ask_about(shift, act, ticks);
	request->segment = sheet.segment;
	text_copy(request->word, sizeof(request->word), word);
	text_trim(sheet.note);
	text_copy(request->note, sizeof(request->note), sheet.note);
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
}

/* Out of turn it has a reason; whose turn it is needs none. */
static void call(struct shift *shift, int64_t ticks)
{
	if (strcmp(shift->sheet.number, shift->view->next_number) == 0) {
		ask_about(shift, DESK_CALL_TICKET, ticks);
	} else {
		shift->sheet.kind = SHEET_PICK;
		shift->sheet.at = 0;
	}
}

static void answer_ticket(struct shift *shift, enum sheet_deed deed, int64_t ticks)
{
	switch (deed) {
	case SHEET_CALL: call(shift, ticks); break;
	case SHEET_HOLD: ask_about(shift, DESK_HOLD, ticks); break;
	case SHEET_RESUME: ask_about(shift, DESK_RESUME, ticks); break;
	case SHEET_RETURN: ask_about(shift, DESK_RETURN, ticks); break;
	case SHEET_PRINT:
		shift_notice_done(shift, "console.reprinting", shift->sheet.number, ticks);
		ask_about(shift, DESK_REPRINT, ticks);
		break;
	case SHEET_FETCH: ask_about(shift, DESK_SEND, ticks)->to = shift->counter; break;
	case SHEET_END:
		ask_about(shift, shift->sheet.state == TICKET_CALLED ? DESK_ABSENT : DESK_FINISH,
			ticks);
		break;
	case SHEET_TO_SERVICE:
		shift->sheet.kind = SHEET_TRANSFER;
		shift->sheet.at = 0;
		break;
	case SHEET_GIVE_UP:
		shift->sheet.kind = SHEET_CANCEL;
		shift->sheet.at = 0;
		break;
	}
}

/* Sent to another counter, which is there for it. */
static bool is_anothers(const struct shift *shift, int64_t ticket)
{
	for (int i = 0; i < shift->view->waiting_shown; i++) {
		const struct view_waiting *waiting = &shift->view->waiting[i];
		if (waiting->ticket == ticket) {
			return waiting->only != 0 && waiting->only != shift->counter;
		}
	}
	return false;
}

/* Whether the counter stands free for the ticket, and the office lets it choose; or whether it can
 * go on with one whose console has died. */
static bool is_callable(const struct shift *shift, const struct sheet *sheet)
{
	const struct view_counter *counter = shift_counter(shift);
	if (sheet->from != 0) {
		return counter != NULL && counter->state != VIEW_CLOSED &&
		       counter->state != VIEW_BREAK &&
		       (counter->services >> sheet->service & 1u) != 0;
	}
	return shift->office->call_any && counter != NULL && counter->state == VIEW_FREE &&
	       sheet->state == TICKET_WAITING && !is_anothers(shift, sheet->ticket) &&
	       (counter->services >> sheet->service & 1u) != 0;
}

static void go_on(struct sheet *sheet, enum sheet_kind kind)
{
	sheet->kind = kind;
	sheet->at = 0;
}

static void say_outcome(struct shift *shift, int64_t ticks)
{
	struct outcome outcome = shift->sheet.outcome;
	ask_about(shift, DESK_NOTE_OUTCOME, ticks)->outcome = outcome;
}

/* All is said but, where the office asks for it, out of which source the data came. */
static void end_outcome(struct shift *shift, int64_t ticks)
{
	if (shift->office->asks_source && shift->sheet.outcome.data == OUTCOME_GIVEN) {
		go_on(&shift->sheet, SHEET_SOURCE);
	} else {
		say_outcome(shift, ticks);
	}
}

/* "None" is the last: no data were given after all. */
static void say_source(struct sheet *sheet, int index)
{
	sheet->outcome.source = sheet_source(index);
	if (sheet->outcome.source == OUTCOME_NO_SOURCE) {
		sheet->outcome.data = OUTCOME_NO_DATA;
	}
}

/* It is not asked again, and those before it are not either. */
static void put_away(struct shift *shift)
{
	int64_t finished_ms = shift->sheet.finished_ms;
	shift->put_away_ms = finished_ms > shift->put_away_ms ? finished_ms : shift->put_away_ms;
	close_sheet(shift);
}

static void say_result(struct shift *shift, int index, int64_t ticks)
{
	struct sheet *sheet = &shift->sheet;
	sheet->outcome.result = (enum outcome_result)(OUTCOME_SERVED + index);
	if (sheet->outcome.result == OUTCOME_RESULTS) {
		put_away(shift);
		return;
	}
	go_on(sheet, SHEET_FOLLOW);
	if (sheet->outcome.result == OUTCOME_SERVED) {
		sheet->outcome.data = OUTCOME_GIVEN; /* the usual end is one press */
		end_outcome(shift, ticks);
	}
}

static void answer(struct shift *shift, int index, int64_t ticks)
{
	struct sheet *sheet = &shift->sheet;
	if (index < 0 || index >= sheet_count(sheet, shift->office, shift->view) ||
		!sheet_can_choose(sheet, shift->office, shift->view, index)) {
		return;
	}
	struct sheet_answer own = sheet_answer(sheet, shift->office, shift->view, index);
	switch (sheet->kind) {
	case SHEET_TICKETS:
		*sheet = (struct sheet){.kind = SHEET_TICKET,
			.counter = shift->counter,
			.from = own.counter,
			.ticket = own.ticket,
			.service = own.service,
			.state = own.state};
		text_copy(sheet->number, sizeof(sheet->number), own.number);
		sheet->callable = is_callable(shift, sheet);
		sheet->calls = shift->office->call_any;
		sheet->at =
			sheet_can_choose(sheet, shift->office, shift->view, 0) ? 0 : SHEET_NOWHERE;
		break;
	case SHEET_RELIEF:
		close_sheet(shift);
		shift_hand_to(shift, own.person, ticks);
		break;
	case SHEET_TICKET: answer_ticket(shift, own.deed, ticks); break;
	case SHEET_TRANSFER:
		if (own.counter != 0) {
			ask_about(shift, DESK_SEND, ticks)->to = own.counter;
		} else {
			ask_about(shift, DESK_TRANSFER, ticks)->issue.service = own.service;
		}
		break;
	case SHEET_BREAK: answer_why(shift, DESK_BREAK_COUNTER, own.word, ticks); break;
	case SHEET_CANCEL: answer_why(shift, DESK_CANCEL, own.word, ticks); break;
	case SHEET_PICK: answer_why(shift, DESK_CALL_TICKET, own.word, ticks); break;
	case SHEET_LATE: answer_why(shift, DESK_EXPLAIN, own.word, ticks); break;
	case SHEET_BEFORE:
		answer_why(shift, DESK_EXPLAIN, own.word, ticks);
		shift->asks_late = true;
		break;
	case SHEET_OUTCOME: say_result(shift, index, ticks); break;
	case SHEET_FOLLOW:
		sheet->outcome.follow = (enum outcome_follow)index;
		go_on(sheet, SHEET_DATA);
		break;
	case SHEET_DATA:
		sheet->outcome.data = (enum outcome_data)index;
		end_outcome(shift, ticks);
		break;
	case SHEET_SOURCE:
		say_source(sheet, index);
		say_outcome(shift, ticks);
		break;
	case SHEET_NONE: break;
	}
}

static void write_note(struct sheet *sheet, int how)
{
	sheet->writes = how > 0 && sheet_takes_note(sheet);
	sheet->at = SHEET_NOWHERE; /* the Enter that ends the note is not to answer as well */
	if (how < 0) {
		sheet->note[0] = '\0';
	}
	text_trim(sheet->note);
}

void shift_ask_outcome(struct shift *shift, const struct ticket *ticket)
{
	if (ticket->id != 0 && shift->phase == SHIFT_DESK && shift->sheet.kind == SHEET_NONE) {
		shift->sheet = (struct sheet){.kind = SHEET_OUTCOME,
			.ticket = ticket->id,
			.finished_ms = ticket->finished_ms};
		text_copy(shift->sheet.number, sizeof(shift->sheet.number), ticket->number);
	}
}

void shift_act_sheet(struct shift *shift, struct shift_action action, int64_t ticks)
{
	struct sheet *sheet = &shift->sheet;
	if (action.act == SHIFT_SHEET) {
		shift->menu = false;
		if (sheet->kind == SHEET_NONE &&
			shift_can_open(shift, (enum sheet_kind)action.index)) {
			open_sheet(shift, (enum sheet_kind)action.index);
		}
		return;
	}
	if (sheet->kind == SHEET_NONE) {
		return;
	}
	int count = sheet_count(sheet, shift->office, shift->view);
	switch (action.act) {
	case SHIFT_SHEET_MOVE: sheet_move(sheet, action.index, count); break;
	case SHIFT_SHEET_CHOOSE: answer(shift, action.index, ticks); break;
	case SHIFT_SHEET_WRITE: write_note(sheet, action.index); break;
	case SHIFT_SHEET_ERASE: sheet_erase(sheet); break;
	case SHIFT_SHEET_LEAVE: close_sheet(shift); break;
	default: break;
	}
}

void shift_follow_sheet(struct shift *shift)
{
	struct sheet *sheet = &shift->sheet;
	if (sheet->kind == SHEET_NONE) {
		return;
	}
	if (shift->phase != SHIFT_DESK || !sheet_holds(sheet, shift->view, shift_counter(shift))) {
		close_sheet(shift);
		return;
	}
	sheet->callable = sheet->kind == SHEET_TICKET && is_callable(shift, sheet);
	int count = sheet_count(sheet, shift->office, shift->view);
	if (count == 0) {
		close_sheet(shift);
	} else if (sheet->at >= count) {
		sheet->at = count - 1;
	}
}

/* ---- taking back ---- */

static const char *said_of(enum desk_act act)
{
	switch (act) {
	case DESK_NEXT:
	case DESK_CALL_TICKET: return "console.done.called";
	case DESK_SERVE: return "console.done.served";
	case DESK_FINISH: return "console.done.finished";
	case DESK_ABSENT: return "console.done.absent";
	case DESK_HOLD: return "console.done.held";
	case DESK_CANCEL: return "console.done.cancelled";
	case DESK_TRANSFER:
	case DESK_SEND: return "console.done.transferred";
	case DESK_RESUME: return "console.done.resumed";
	case DESK_RETURN: return "console.done.returned";
	case DESK_STAND_DOWN: return "console.done.stood_down";
	case DESK_HAND_OVER: return "console.done.handed_over";
	case DESK_UNDO: return "console.done.undone";
	case DESK_NOTE_OUTCOME: return "console.done.outcome";
	case DESK_EXPLAIN: return "console.done.explained";
	default: return NULL;
	}
}

static bool can_be_undone(enum desk_act act)
{
	return act == DESK_NEXT || act == DESK_SERVE || act == DESK_FINISH || act == DESK_ABSENT ||
	       act == DESK_HOLD || act == DESK_CANCEL || act == DESK_CALL_TICKET;
}

void shift_acted(struct shift *shift, enum desk_act act, const char *number, int64_t ticks)
{
	const char *said = said_of(act);
	bool was_undoable = can_be_undone(act) && shift->pending_counter == shift->counter;
	if (act == DESK_BREAK_COUNTER || act == DESK_CLOSE_COUNTER) {
		/* The screen shows it; what was done before it is past. */
		shift->said[0] = '\0';
		shift->undo_ms = SHIFT_NEVER;
		return;
	}
	if (said == NULL && act != DESK_RECALL && act != DESK_WALK) {
		return; /* what it does is no press of the counter's */
	}
	shift->undo_ms = was_undoable ? ticks : SHIFT_NEVER;
	if (said != NULL) {
		if (number[0] != '\0') {
			text_copy(shift->asked, sizeof(shift->asked), number);
		}
		text_copy(shift->acted, sizeof(shift->acted), shift->asked);
		text_copy(shift->said, sizeof(shift->said), said);
		shift->said_ms = ticks;
	}
}

int64_t shift_undo_until(const struct shift *shift)
{
	return shift->undo_ms == SHIFT_NEVER || shift->office == NULL
		       ? SHIFT_NEVER
		       : shift->undo_ms + shift->office->undo_s * INT64_C(1000);
}

int64_t shift_said_until(const struct shift *shift)
{
	int64_t undo = shift_undo_until(shift), said = shift->said_ms + SHIFT_SAID_MS;
	return undo > said ? undo : said;
}

bool shift_can_undo(const struct shift *shift, int64_t ticks)
{
	return shift->phase == SHIFT_DESK && ticks < shift_undo_until(shift);
}
