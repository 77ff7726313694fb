#include "app/console/shift_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_store_trouble(enum result result)
{
	return result >= RESULT_STORE_MISSING && result <= RESULT_STORE_FAILED;
}

static void refuse(struct shift *shift, enum result result, int64_t ticks)
{
	char key[SHIFT_NOTICE_SIZE];
	text_format(key, sizeof(key), "result.%s", result_key(result));
	shift_notice(shift, key, "", ticks);
}

static void take_office(struct shift *shift, struct desk_message *message)
{
	free(shift->office);
	shift->office = message->office;
	message->office = NULL;
}

static void hear_opened(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	shift->trouble = message->result;
	shift->trouble_writing = false;
	text_copy(shift->trouble_text, sizeof(shift->trouble_text), message->error);
	if (message->result != RESULT_OK) {
		return;
	}
	take_office(shift, message);
	shift->clock = message->clock;
	shift->training = message->training;
	/* An answer to what was asked of the store before will not come any more. */
	shift->pending = 0;
	shift_ask(shift, DESK_LIST_STAFF, false, ticks);
	shift_ask(shift, DESK_WATCH_COUNTER, false, ticks);
}

static int find_staff(const struct shift *shift, const char *code)
{
	for (size_t i = 0; code[0] != '\0' && i < shift->staff_count; i++) {
		if (strcmp(shift->staff[i].code, code) == 0) {
			return (int)i;
		}
	}
	return -1;
}

/* The list may change under somebody who is typing: who was chosen is found again by code. */
static void hear_staff(struct shift *shift, const struct desk_message *message, int64_t ticks)
{
	char chosen[DESK_STAFF_SIZE] = "", relief[DESK_STAFF_SIZE] = "";
	if (shift->chosen >= 0) {
		text_copy(chosen, sizeof(chosen), shift->staff[shift->chosen].code);
		text_copy(relief, sizeof(relief), shift_entering(shift)->code);
	}
	shift->staff_count = message->staff_count;
	memcpy(shift->staff, message->staff, message->staff_count * sizeof(shift->staff[0]));
	shift->chosen = find_staff(shift, chosen);
	shift->relief = find_staff(shift, relief);
	if (shift->relief < 0) {
		shift_wipe_pins(shift);
		shift->relief = shift->chosen;
	}
	if (shift->sheet.kind == SHEET_RELIEF) {
		shift->sheet = (struct sheet){.kind = SHEET_NONE}; /* of the list before */
	}
	if (shift->chosen < 0 && chosen[0] != '\0' && shift->phase != SHIFT_STARTING) {
		shift_leave(shift, ticks); /* no longer of this office */
	}
}

/* Who is on duty is asked once there are names to choose from: a key that is pressed at the
 * question has something to go to. */
static void hear_names(struct shift *shift, const struct desk_message *message, int64_t ticks)
{
	if (message->result == RESULT_OK) {
		hear_staff(shift, message, ticks);
	}
	if (shift->phase == SHIFT_STARTING) {
		shift->phase = SHIFT_STAFF;
	}
}

static void signed_in(struct shift *shift, const struct desk_message *message, int64_t ticks)
{
	if (shift->locked) {
		/* The PIN of somebody else than who is awaited now opens nothing. */
		if (strcmp(message->staff[0].code, shift_entering(shift)->code) == 0) {
			shift_relieve(shift, ticks);
		}
		return;
	}
	shift->staff[shift->chosen].has_pin = true;
	shift->phase = SHIFT_COUNTERS;
	if (shift->wanted_counter != 0) {
		shift_act(shift, (struct shift_action){SHIFT_CHOOSE_COUNTER, shift->wanted_counter},
			ticks);
	}
}

void shift_sit_down(struct shift *shift, int counter, int64_t ticks)
{
	shift->counter = counter;
	if (shift->may_move && shift->wanted_counter == 0) {
		shift->wanted_counter = counter;
		shift->moved = true;
	}
	shift_ask(shift, DESK_WATCH_COUNTER, false, ticks);
	shift_ask(shift, DESK_REFRESH, false, ticks);
}

/* What was asked for has been done. */
static void succeeded(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	bool called = message->act == DESK_STAND_BY && message->ticket.id != 0;
	if (message->act == DESK_TRANSFER || message->act == DESK_SEND) {
		shift->sent_service = message->ticket.service;
		shift->sent_counter = message->act == DESK_SEND ? message->ticket.only : 0;
	}
	shift_acted(shift, called ? DESK_NEXT : message->act, message->ticket.number, ticks);
	shift_answer_hall(shift, message, ticks);
	if (message->act == DESK_SIGN_IN) {
		signed_in(shift, message, ticks);
	} else if (message->act == DESK_OPEN_COUNTER && shift->phase == SHIFT_COUNTERS) {
		shift_sit_down(shift, shift->asked_counter, ticks);
	} else if (message->act == DESK_HAND_OVER && shift->phase == SHIFT_COUNTERS) {
		shift_sit_down(shift, shift->asked_counter, ticks);
	} else if (message->act == DESK_HAND_OVER) {
		shift_relieved(shift);
		shift_ask_late(shift, ticks);
	} else if (message->act == DESK_HELP_ISSUE) {
		shift_notice_done(shift, "console.help.issued", message->ticket.number, ticks);
		shift_saved_form(shift, message->ticket.number, ticks);
	} else if (message->act == DESK_CLOSE_COUNTER) {
		shift_closed(shift, ticks);
	} else if (message->act == DESK_EXPLAIN) {
		shift_ask_late(shift, ticks);
	} else if (message->act == DESK_FINISH && shift->pending_counter == shift->counter) {
		shift_ask_outcome(shift, &message->ticket);
	} else if (message->act == DESK_WRITE_GUEST) {
		shift_saved_form(shift, message->ticket.number, ticks);
	}
}

static void hear_answer(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	if (message->act == DESK_LIST_STAFF) {
		hear_names(shift, message, ticks);
		return;
	}
	if (message->act >= DESK_UNLOCK_OFFICE && message->act <= DESK_RESET_PIN) {
		shift_hear_office(shift, message, ticks);
		return;
	}
	if (message->act == DESK_ASK_TEST_SLIP) {
		setup_hear_test(&shift->setup, message);
		return;
	}
	if (message->act == DESK_READ_RECORD || message->act == DESK_READ_INDICES) {
		shift_hear_report(shift, message, ticks);
		return;
	}
	if (message->act == DESK_NOTE_EXPORT) {
		shift_hear_export(shift, message, ticks);
		return;
	}
	if (message->act == DESK_LIST_LATE) {
		shift_take_late(shift, message);
		return;
	}
	shift_take_lists(shift, message);
	if (message->tag != shift->pending || shift->pending == 0) {
		return;
	}
	shift->pending = 0;
	shift->alive_ms = ticks;
	/* Busy passes by itself: a sentence near the button is enough. */
	if (is_store_trouble(message->result) && message->result != RESULT_STORE_BUSY) {
		shift->trouble = message->result;
		shift->trouble_writing = true;
		return;
	}
	if (message->result != RESULT_STORE_BUSY) {
		shift->trouble = RESULT_OK;
		shift->trouble_writing = false;
	}
	if (message->result == RESULT_COUNTER_UNKNOWN && message->act == DESK_OPEN_COUNTER) {
		shift_move(shift); /* the office has taken it away */
	}
	if (message->result != RESULT_OK) {
		refuse(shift, message->result, ticks);
		return;
	}
	succeeded(shift, message, ticks);
}

/* Whether the counter that was opened is this person's in the newest view. */
static bool stands_here(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	const struct desk_staff *person = shift_person(shift);
	return counter != NULL && person != NULL && counter->state != VIEW_CLOSED &&
	       strcmp(counter->staff, person->code) == 0;
}

/* A closed counter can be opened again, until somebody else opens it. */
static bool may_stay(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return stands_here(shift) || (counter != NULL && counter->state == VIEW_CLOSED);
}

static void forget_view(struct shift *shift)
{
	if (shift->view != NULL) {
		guest_wipe(&shift->view->guest);
		free(shift->view);
	}
}

static void lose_counter(struct shift *shift, int64_t ticks)
{
	if (shift->locked) {
		shift_leave(shift, ticks); /* whoever comes signs in anew */
		refuse(shift, RESULT_COUNTER_TAKEN, ticks);
		return;
	}
	shift->phase = SHIFT_COUNTERS;
	shift->counter = 0;
	shift->menu = false;
	shift->devices = false;
	form_close(&shift->form);
	shift_ask(shift, DESK_WATCH_COUNTER, false, ticks);
	refuse(shift, RESULT_COUNTER_TAKEN, ticks);
}

/* Who was at the counter when a day ended, and which day. */
struct cut_off {
	char number[TICKET_NUMBER_SIZE]; /* "" = nobody */
	char date[CALENDAR_DATE_SIZE];
};

/* `view` is the first that may say that the day ended. */
static struct cut_off find_cut_off(const struct shift *shift, const struct desk_view *view)
{
	struct cut_off cut = {"", ""};
	const struct view_counter *counter = shift_counter(shift);
	if (counter != NULL && counter->ticket.id != 0 &&
		strcmp(shift->view->service_date, view->service_date) != 0) {
		text_copy(cut.number, sizeof(cut.number), counter->ticket.number);
		text_copy(cut.date, sizeof(cut.date), shift->view->service_date);
	}
	return cut;
}

/* The room is empty when a day ends: it is said until somebody has come and seen it. */
static void say_cut_off(struct shift *shift, const struct cut_off *cut, int64_t ticks)
{
	if (shift->notice_stays && stands_here(shift)) {
		shift_forget_notice(shift);
	}
	if (cut->number[0] != '\0' && shift->phase == SHIFT_DESK) {
		shift_notice(shift, "console.day_over", cut->number, ticks);
		text_copy(shift->notice_date, sizeof(shift->notice_date), cut->date);
		shift->notice_stays = true;
	}
}

static void hear_view(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	if (message->view == NULL) {
		/* Busy is looked at again by itself; the last picture stays. */
		if (message->result != RESULT_STORE_BUSY) {
			shift->trouble = message->result;
		}
		return;
	}
	bool stood_here = stands_here(shift);
	int64_t was_called = shift_counter(shift) != NULL ? shift_counter(shift)->ticket.id : 0;
	bool stood_by = shift_step(shift) == SHIFT_STEP_STANDING;
	/* Somebody has written since: whatever refused an act here is over. */
	bool written = shift->view != NULL && message->view->last_event > shift->view->last_event;
	struct cut_off cut = find_cut_off(shift, message->view);
	forget_view(shift);
	shift->view = message->view;
	message->view = NULL;
	shift->clock = message->clock;
	if (message->office != NULL) {
		take_office(shift, message);
	}
	if (!shift->trouble_writing || written) {
		shift->trouble = RESULT_OK;
		shift->trouble_writing = false;
	}
	if (stood_here && !stands_here(shift)) {
		shift->alive_ms = ticks;
	}
	if (shift->phase == SHIFT_COUNTERS && stands_here(shift)) {
		shift->phase = SHIFT_DESK;
		shift_ask_late(shift, ticks);
	} else if (shift->phase == SHIFT_DESK && !may_stay(shift)) {
		lose_counter(shift, ticks);
	}
	say_cut_off(shift, &cut, ticks);
	shift_follow_page(shift, was_called, ticks);
	if (stood_by && shift->phase == SHIFT_DESK && shift_counter(shift)->ticket.id != 0) {
		/* Called by itself; it can be taken back as if the clerk had pressed. */
		shift->pending_counter = shift->counter;
		shift_acted(shift, DESK_NEXT, shift_counter(shift)->ticket.number, ticks);
	}
	shift_follow_form(shift, ticks);
	shift_follow_sheet(shift);
	shift_follow_hall(shift, was_called, ticks);
}

void shift_hear(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	switch (message->kind) {
	case DESK_MESSAGE_OPENED: hear_opened(shift, message, ticks); break;
	case DESK_MESSAGE_ANSWER: hear_answer(shift, message, ticks); break;
	case DESK_MESSAGE_VIEW: hear_view(shift, message, ticks); break;
	}
}
