#include "app/console/shift_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

/* What the clerk does. */
static void ask_counter(struct shift *shift, enum desk_act act, int number, int64_t ticks)
{
	struct desk_request *request = shift_ask(shift, act, true, ticks);
	request->counter = number;
	shift->asked_counter = number;
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
}

/* A head may only want to look: an open counter starts the clock of the promise. */
static bool comes_to_look(const struct shift *shift, int number)
{
	const struct view_counter *counter = shift_counter_at(shift, number);
	return shift_person(shift)->role == DESK_HEAD && counter != NULL &&
	       counter->state == VIEW_CLOSED;
}

/* Opens it; or goes on with the visitor of one whose console has died. */
static void choose_counter(struct shift *shift, int number, int64_t ticks)
{
	shift_forget_notice(shift);
	if (comes_to_look(shift, number)) {
		shift_sit_down(shift, number, ticks);
		shift->phase = SHIFT_DESK;
		shift_ask_late(shift, ticks);
		return;
	}
	ask_counter(shift, shift_is_left(shift, number) ? DESK_HAND_OVER : DESK_OPEN_COUNTER,
		number, ticks);
}

static void choose_staff(struct shift *shift, int index)
{
	if (index < 0 || (size_t)index >= shift->staff_count) {
		return;
	}
	shift_wipe_pins(shift);
	shift_forget_notice(shift);
	shift->chosen = index;
	shift->phase = SHIFT_PIN;
}

static void enter_pin(struct shift *shift, int64_t ticks)
{
	const struct desk_staff *person = shift_entering(shift);
	if (strlen(shift->pin) < DESK_PIN_MIN) {
		shift_notice(shift, "result.pin_form", "", ticks);
		return;
	}
	if (shift->locked && !person->has_pin) {
		/* Whoever stands before a locked desk could make one up. */
		shift_wipe_pins(shift);
		shift_notice(shift, "console.relief_no_pin", "", ticks);
		return;
	}
	if (!person->has_pin && shift->first_pin[0] == '\0') {
		memcpy(shift->first_pin, shift->pin, sizeof(shift->pin));
		memory_wipe(shift->pin, sizeof(shift->pin));
		return;
	}
	if (!person->has_pin && strcmp(shift->first_pin, shift->pin) != 0) {
		shift_wipe_pins(shift);
		shift_notice(shift, "console.pin_differs", "", ticks);
		return;
	}
	struct desk_request *request = shift_ask(shift, DESK_SIGN_IN, true, ticks);
	text_copy(request->staff, sizeof(request->staff), person->code);
	text_copy(request->pin, sizeof(request->pin), shift->pin);
	request->relieves = shift->locked;
	shift_wipe_pins(shift);
}

void shift_act_pin(struct shift *shift, struct shift_action action, int64_t ticks)
{
	size_t length = strlen(shift->pin);
	switch (action.act) {
	case SHIFT_DIGIT:
		shift_forget_notice(shift);
		if (length < DESK_PIN_MAX && action.index >= 0 && action.index <= 9) {
			shift->pin[length] = (char)('0' + action.index);
		}
		break;
	case SHIFT_ERASE:
		shift_forget_notice(shift);
		if (length > 0) {
			shift->pin[length - 1] = '\0';
		}
		break;
	case SHIFT_ENTER: enter_pin(shift, ticks); break;
	default: break;
	}
}

static void take_step(struct shift *shift, int64_t ticks)
{
	/* A held key sends no repeats. Counting from the press that was taken, not from those that
	 * were not, somebody impatient waits a second and no longer. */
	if (ticks - shift->pressed_ms < SHIFT_GUARD_MS) {
		return;
	}
	shift->pressed_ms = ticks;
	shift_forget_notice(shift);
	switch (shift_step(shift)) {
	case SHIFT_STEP_OPEN: ask_counter(shift, DESK_OPEN_COUNTER, shift->counter, ticks); break;
	case SHIFT_STEP_SERVE: shift_ask(shift, DESK_SERVE, true, ticks); break;
	case SHIFT_STEP_FINISH: shift_ask(shift, DESK_FINISH, true, ticks); break;
	case SHIFT_STEP_STAND_BY: shift_ask(shift, DESK_STAND_BY, true, ticks); break;
	case SHIFT_STEP_STANDING: break;
	case SHIFT_STEP_CALL:
	case SHIFT_STEP_FINISH_AND_CALL:
	case SHIFT_STEP_NONE: shift_ask(shift, DESK_NEXT, true, ticks); break;
	}
}

static void decide_slip(struct shift *shift, enum shift_act act, int64_t ticks)
{
	const struct view_device *device = shift_unsure(shift);
	if (device == NULL) {
		return;
	}
	if (act == SHIFT_REPRINT) {
		shift_ask(shift, DESK_REPRINT, true, ticks)->id = device->unsure_ticket;
		shift_notice_done(shift, "console.reprinting", device->unsure_number, ticks);
	} else {
		struct desk_request *request = shift_ask(shift, DESK_END_SLIP, true, ticks);
		request->id = device->unsure_slip;
		request->print = PRINT_CONFIRMED;
		request->reason = RESULT_OK;
	}
}

/* The screens name a device of the view that is shown; a wrong place is nobody's. */
static void answer_roll(struct shift *shift, struct shift_action action, int64_t ticks)
{
	if (shift->view == NULL || action.index < 0 || action.index >= shift->view->device_count) {
		return;
	}
	bool is_new = action.act == SHIFT_ROLL_NEW;
	struct desk_request *request =
		shift_ask(shift, is_new ? DESK_RENEW_ROLL : DESK_KEEP_ROLL, true, ticks);
	text_copy(
		request->device, sizeof(request->device), shift->view->devices[action.index].name);
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
	shift->devices = false;
	if (is_new) {
		shift_notice_done(shift, "console.roll.renewed", "", ticks);
	}
}

static void act_help(struct shift *shift, struct shift_action action, int64_t ticks)
{
	static const enum desk_act acts[] = {
		[SHIFT_HELP_TAKE] = DESK_TAKE_HELP,
		[SHIFT_HELP_DONE] = DESK_END_HELP,
	};
	const struct help *help = shift_help(shift);
	if (help == NULL || action.index < 0 || action.index >= shift->office->service_count) {
		return;
	}
	if (action.act == SHIFT_HELP_ISSUE) {
		shift_issue_for(shift, help->id, action.index, ticks);
	} else {
		shift_ask(shift, acts[action.act], true, ticks)->id = help->id;
	}
}

static void take_back(struct shift *shift, int64_t ticks)
{
	if (shift_can_undo(shift, ticks)) {
		shift->sheet = (struct sheet){.kind = SHEET_NONE};
		shift_forget_notice(shift);
		shift_ask(shift, DESK_UNDO, true, ticks);
	}
}

/* Turning to a page and reading there: it asks for nothing that changes, so it need not wait. */
static bool is_of_pages(enum shift_act act)
{
	return act >= SHIFT_PAGE && act <= SHIFT_REPORT_SAVE;
}

/* What lies over the desk; false for what is the desk's own. */
static bool act_over(struct shift *shift, struct shift_action action, int64_t ticks)
{
	if (action.act >= SHIFT_FORM && action.act <= SHIFT_FORM_LEAVE) {
		shift_act_form(shift, action, ticks);
		return true;
	}
	if (action.act >= SHIFT_SHEET && action.act <= SHIFT_SHEET_LEAVE) {
		shift_act_sheet(shift, action, ticks);
		return true;
	}
	if (is_of_pages(action.act)) {
		shift_act_page(shift, action, ticks);
		return true;
	}
	if (action.act >= SHIFT_HALL && action.act <= SHIFT_HALL_LEAVE) {
		shift_act_hall(shift, action, ticks);
		return true;
	}
	if (action.act >= SHIFT_OFFICE_TOPIC && action.act <= SHIFT_OFFICE_BACK) {
		shift_act_office(shift, action, ticks);
		return true;
	}
	if (action.act == SHIFT_STAND_DOWN) {
		shift_ask(shift, DESK_STAND_DOWN, true, ticks);
		return true;
	}
	if (action.act == SHIFT_UNDO) {
		take_back(shift, ticks);
		return true;
	}
	return false;
}

static const char close_ask[] = "console.close.alone", close_left[] = "console.close.left";

bool shift_tells_stranded(const struct shift *shift)
{
	return strcmp(shift->notice, close_ask) == 0 || strcmp(shift->notice, close_left) == 0;
}

/* Of those who wait, who is left with nobody after this counter has closed. One that rests is
 * nobody either (view_unattended). Whoever was left before is told of when the last one closes. */
static void find_stranded(struct shift *shift)
{
	const struct desk_view *view = shift->view;
	uint32_t others = 0;
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		bool there = counter->number != shift->counter && counter->state != VIEW_CLOSED &&
			     counter->state != VIEW_BREAK;
		others |= there ? counter->services : 0;
	}
	uint32_t left = others == 0 ? UINT32_MAX : shift_counter(shift)->services & ~others;
	shift->stranded = 0;
	memset(shift->stranded_for, 0, sizeof(shift->stranded_for));
	for (int i = 0; i < view->waiting_shown; i++) {
		int service = view->waiting[i].service;
		int stranded = left >> service & 1u;
		shift->stranded += stranded;
		shift->stranded_for[service] += stranded;
	}
}

static void say_stranded(struct shift *shift, const char *key, int64_t ticks)
{
	char number[16];
	text_format(number, sizeof(number), "%d", shift->stranded);
	shift_notice(shift, key, number, ticks);
}

/* Closing cannot be taken back: it is pressed twice while somebody would be left alone. The
 * question stands as long as its notice. */
static bool asks_first(struct shift *shift, int64_t ticks)
{
	bool asked = strcmp(shift->notice, close_ask) == 0;
	find_stranded(shift);
	if (shift->stranded > 0 && !asked) {
		say_stranded(shift, close_ask, ticks);
	}
	return shift->stranded > 0 && !asked;
}

void shift_closed(struct shift *shift, int64_t ticks)
{
	if (shift->stranded > 0) {
		say_stranded(shift, close_left, ticks);
	}
}

/* What changes the counter or its visitor. */
static void act_counter(struct shift *shift, enum shift_act act, int64_t ticks)
{
	static const enum desk_act acts[] = {
		[SHIFT_RECALL] = DESK_RECALL,
		[SHIFT_ABSENT] = DESK_ABSENT,
		[SHIFT_FINISH] = DESK_FINISH,
		[SHIFT_HOLD] = DESK_HOLD,
		[SHIFT_BREAK] = DESK_BREAK_COUNTER,
		[SHIFT_CLOSE] = DESK_CLOSE_COUNTER,
	};
	shift->menu = false;
	if (!shift_can(shift, act) || (act == SHIFT_CLOSE && asks_first(shift, ticks))) {
		return;
	}
	shift_forget_notice(shift);
	if (act == SHIFT_OPEN) {
		ask_counter(shift, DESK_OPEN_COUNTER, shift->counter, ticks);
	} else {
		const char *here = shift_counter(shift)->ticket.number;
		if (here[0] != '\0') {
			text_copy(shift->asked, sizeof(shift->asked), here);
		}
		shift_ask(shift, acts[act], true, ticks);
	}
}

static void act_desk(struct shift *shift, struct shift_action action, int64_t ticks)
{
	shift->asks_late = false; /* whatever is done now comes before the next question */
	if (shift->locked) {
		shift_act_locked(shift, action, ticks);
		return;
	}
	if (act_over(shift, action, ticks)) {
		return;
	}
	switch (action.act) {
	case SHIFT_MENU: shift->menu = !shift->menu; return;
	case SHIFT_DEVICES: shift->devices = !shift->devices; return;
	case SHIFT_LOCK: shift_lock(shift, ticks); return;
	case SHIFT_ROLL_NEW:
	case SHIFT_ROLL_OLD: answer_roll(shift, action, ticks); return;
	case SHIFT_HELP_TAKE:
	case SHIFT_HELP_ISSUE:
	case SHIFT_HELP_DONE: act_help(shift, action, ticks); return;
	case SHIFT_STEP:
		/* The next visitor comes before what came of the last, which is asked on
		 * (view->unsaid_ticket). */
		shift->sheet = (struct sheet){.kind = SHEET_NONE};
		shift->menu = false;
		take_step(shift, ticks);
		return;
	case SHIFT_REPRINT:
	case SHIFT_SETTLE: decide_slip(shift, action.act, ticks); return;
	case SHIFT_RECALL:
	case SHIFT_ABSENT:
	case SHIFT_HOLD:
	case SHIFT_FINISH:
	case SHIFT_OPEN:
	case SHIFT_BREAK:
	case SHIFT_CLOSE: act_counter(shift, action.act, ticks); return;
	default: return;
	}
}

/* Leaving is for those whose counter is closed: a shift ends with it. */
void shift_act(struct shift *shift, struct shift_action action, int64_t ticks)
{
	shift->alive_ms = ticks;
	if (shift->notice_stays) {
		shift_forget_notice(shift);
	}
	if (shift->pending != 0 && action.act != SHIFT_MENU && action.act != SHIFT_DEVICES &&
		!is_of_pages(action.act)) {
		return;
	}
	if (action.act == SHIFT_LEAVE && !shift->locked) {
		if (shift_is_between(shift)) {
			shift_leave(shift, ticks);
		}
		return;
	}
	switch (shift->phase) {
	case SHIFT_STARTING: break;
	case SHIFT_STAFF:
		if (action.act == SHIFT_CHOOSE_STAFF) {
			choose_staff(shift, action.index);
		} else if (action.act == SHIFT_MORE_STAFF && action.index >= 0) {
			shift->staff_page = action.index;
		} else if (action.act == SHIFT_MOVE && shift->may_move) {
			shift_move(shift);
			shift_notice(shift, "console.seat.asked", "", ticks);
		}
		break;
	case SHIFT_PIN: shift_act_pin(shift, action, ticks); break;
	case SHIFT_COUNTERS:
		if (action.act == SHIFT_CHOOSE_COUNTER) {
			choose_counter(shift, action.index, ticks);
		}
		break;
	case SHIFT_DESK: act_desk(shift, action, ticks); break;
	}
}
