#include "app/console/shift_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void shift_init(struct shift *shift, int counter, bool demo)
{
	*shift = (struct shift){.wanted_counter = counter,
		.demo = demo,
		.paper_low = SHIFT_PAPER_LOW,
		.own = {SETTINGS_OFFICE, SETTINGS_OFFICE, SETTINGS_OFFICE, SETTINGS_OFFICE,
			SETTINGS_OFFICE},
		.chosen = -1,
		.put_away_ms = TICKET_NEVER};
	shift->pressed_ms = INT64_MIN / 2;
	shift->undo_ms = SHIFT_NEVER;
	clock_init(&shift->clock, NULL);
}

void shift_finish(struct shift *shift)
{
	shift_leave_page(shift);
	free(shift->office);
	hall_lists_finish(&shift->lists);
	if (shift->view != NULL) {
		guest_wipe(&shift->view->guest);
		free(shift->view);
	}
	memory_wipe(shift, sizeof(*shift));
}

struct desk_request *shift_ask(struct shift *shift, enum desk_act act, bool track, int64_t ticks)
{
	assert(shift->request_count < SHIFT_REQUESTS);
	struct desk_request *request = &shift->requests[shift->request_count++];
	*request =
		(struct desk_request){.act = act, .tag = ++shift->tag, .counter = shift->counter};
	if (track) {
		shift->pending = request->tag;
		shift->pending_act = act;
		shift->pending_counter = shift->counter;
		shift->pending_ms = ticks;
	}
	return request;
}

bool shift_take_request(struct shift *shift, struct desk_request *out_request)
{
	if (shift->request_count == 0) {
		return false;
	}
	*out_request = shift->requests[0];
	shift->request_count--;
	memmove(&shift->requests[0], &shift->requests[1],
		shift->request_count * sizeof(shift->requests[0]));
	memory_wipe(&shift->requests[shift->request_count], sizeof(shift->requests[0]));
	return true;
}

void shift_notice(struct shift *shift, const char *key, const char *value, int64_t ticks)
{
	text_copy(shift->notice, sizeof(shift->notice), key);
	text_copy(shift->notice_value, sizeof(shift->notice_value), value);
	shift->notice_date[0] = '\0';
	shift->notice_stays = false;
	shift->notice_done = false;
	shift->notice_ms = ticks;
}

void shift_notice_done(struct shift *shift, const char *key, const char *value, int64_t ticks)
{
	shift_notice(shift, key, value, ticks);
	shift->notice_done = true;
}

void shift_forget_notice(struct shift *shift)
{
	shift->notice[0] = '\0';
	shift->notice_stays = false;
}

/* When the notice goes by itself. */
static int64_t notice_until(const struct shift *shift)
{
	return shift->notice[0] != '\0' && !shift->notice_stays ? shift->notice_ms + SHIFT_NOTICE_MS
								: INT64_MAX;
}

void shift_wipe_pins(struct shift *shift)
{
	memory_wipe(shift->pin, sizeof(shift->pin));
	memory_wipe(shift->first_pin, sizeof(shift->first_pin));
}

void shift_leave(struct shift *shift, int64_t ticks)
{
	shift_wipe_pins(shift);
	if (!shift->notice_stays) {
		shift_forget_notice(shift);
	}
	shift->chosen = -1;
	shift->staff_page = 0;
	shift->counter = 0;
	shift_leave_page(shift);
	shift->menu = false;
	shift->devices = false;
	shift->locked = shift->handing = false;
	form_close(&shift->form);
	shift->sheet = (struct sheet){.kind = SHEET_NONE};
	shift->put_away_ms = TICKET_NEVER;
	shift_forget_late(shift);
	shift_close_hall(shift);
	shift->said[0] = '\0';
	shift->undo_ms = SHIFT_NEVER;
	shift->pending = 0;
	shift->phase = SHIFT_STAFF;
	shift_ask(shift, DESK_WATCH_COUNTER, false, ticks);
	/* Somebody may have been added, or got a PIN, since the list was read. */
	shift_ask(shift, DESK_LIST_STAFF, false, ticks);
}

const struct desk_staff *shift_person(const struct shift *shift)
{
	return shift->chosen < 0 ? NULL : &shift->staff[shift->chosen];
}

const struct view_counter *shift_counter_at(const struct shift *shift, int number)
{
	for (int i = 0; shift->view != NULL && i < shift->view->counter_count; i++) {
		if (shift->view->counters[i].number == number) {
			return &shift->view->counters[i];
		}
	}
	return NULL;
}

const struct view_counter *shift_counter(const struct shift *shift)
{
	return shift_counter_at(shift, shift->counter);
}

void shift_move(struct shift *shift)
{
	if (shift->may_move) {
		shift->wanted_counter = 0;
		shift->moved = true;
	}
}

bool shift_take_seat(struct shift *shift, int *out_counter)
{
	bool moved = shift->moved;
	shift->moved = false;
	*out_counter = shift->wanted_counter;
	return moved;
}

bool shift_is_left(const struct shift *shift, int number)
{
	const struct desk_staff *person = shift_person(shift);
	const struct view_counter *counter = shift_counter_at(shift, number);
	return counter != NULL && counter->left && person != NULL &&
	       strcmp(counter->staff, person->code) != 0;
}

const struct view_device *shift_unsure(const struct shift *shift)
{
	for (int i = 0; shift->view != NULL && i < shift->view->device_count; i++) {
		const struct view_device *device = &shift->view->devices[i];
		if (device->unsure_slips > 0 && device->unsure_ticket != 0) {
			return device;
		}
	}
	return NULL;
}

const struct help *shift_help(const struct shift *shift)
{
	const struct help *own = NULL, *asked = NULL, *other = NULL;
	for (int i = 0; shift->view != NULL && i < shift->view->help_count; i++) {
		const struct help *help = &shift->view->helps[i];
		if (help->state == HELP_ASKED) {
			asked = asked != NULL ? asked : help;
		} else if (help->counter == shift->counter) {
			own = own != NULL ? own : help;
		} else {
			other = other != NULL ? other : help;
		}
	}
	return own != NULL ? own : asked != NULL ? asked : other;
}

bool shift_is_helping(const struct shift *shift)
{
	const struct help *help = shift_help(shift);
	return help != NULL && help->state == HELP_TAKEN && help->counter == shift->counter;
}

int shift_doubtful_roll(const struct shift *shift)
{
	for (int i = 0; shift->view != NULL && i < shift->view->device_count; i++) {
		const struct view_device *device = &shift->view->devices[i];
		if (device->kind == VIEW_PRINTER && device->reason == RESULT_OK &&
			device->roll.in_doubt) {
			return i;
		}
	}
	return -1;
}

bool shift_is_busy(const struct shift *shift, int64_t ticks)
{
	return shift->pending != 0 && ticks - shift->pending_ms >= SHIFT_BUSY_MS;
}

bool shift_is_between(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return shift->phase == SHIFT_PIN || shift->phase == SHIFT_COUNTERS ||
	       (shift->phase == SHIFT_DESK && (counter == NULL || counter->state == VIEW_CLOSED));
}

/* When whoever left an unopened counter untouched is signed out; a report or the settings take
 * longer to read, but no longer than an open counter stays unlocked. */
static int64_t alone_until(const struct shift *shift)
{
	int64_t reading = shift->lock_ms > 0 && shift->lock_ms < SHIFT_READING_MS
				  ? shift->lock_ms
				  : SHIFT_READING_MS;
	bool reads = shift->phase == SHIFT_DESK && shift->page != SHIFT_PAGE_QUEUE;
	return shift_is_between(shift) && shift->pending == 0
		       ? shift->alive_ms + (reads ? reading : SHIFT_ALONE_MS)
		       : INT64_MAX;
}

void shift_pass_time(struct shift *shift, int64_t ticks)
{
	shift_ask_page(shift, ticks);
	if (ticks >= alone_until(shift)) {
		shift_leave(shift, ticks);
	}
	if (ticks >= shift_lock_at(shift)) {
		shift_lock(shift, ticks);
	}
	if (ticks >= shift_handing_until(shift)) {
		shift_give_up_handing(shift);
	}
	if (ticks >= notice_until(shift)) {
		shift_forget_notice(shift);
	}
	if (shift->said[0] != '\0' && ticks >= shift_said_until(shift)) {
		shift->said[0] = '\0';
	}
}

int64_t shift_deadline(const struct shift *shift, int64_t ticks)
{
	int64_t at = notice_until(shift);
	if (shift->said[0] != '\0') {
		int64_t said = shift_said_until(shift);
		at = said < at ? said : at;
	}
	int64_t lock = shift_lock_at(shift);
	at = lock < at ? lock : at;
	int64_t report = reporting_deadline(&shift->reporting);
	at = report < at ? report : at;
	int64_t handing = shift_handing_until(shift);
	at = handing < at ? handing : at;
	int64_t alone = alone_until(shift);
	at = alone < at ? alone : at;
	if (shift->pending != 0 && !shift_is_busy(shift, ticks)) {
		int64_t busy = shift->pending_ms + SHIFT_BUSY_MS;
		at = busy < at ? busy : at;
	}
	return at;
}

enum shift_step shift_step(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	if (counter == NULL) {
		return SHIFT_STEP_NONE;
	}
	bool somebody = shift->view->next_number[0] != '\0';
	switch (counter->state) {
	case VIEW_CLOSED:
	case VIEW_BREAK: return SHIFT_STEP_OPEN;
	case VIEW_CALLED: return SHIFT_STEP_SERVE;
	case VIEW_SERVING: return somebody ? SHIFT_STEP_FINISH_AND_CALL : SHIFT_STEP_FINISH;
	case VIEW_FREE: break;
	}
	if (somebody || shift->office == NULL || !shift->office->stand_by) {
		return somebody ? SHIFT_STEP_CALL : SHIFT_STEP_NONE;
	}
	return counter->stand_by_ms == TICKET_NEVER ? SHIFT_STEP_STAND_BY : SHIFT_STEP_STANDING;
}

void shift_rest(struct shift *shift, int64_t ticks)
{
	if (shift->phase == SHIFT_DESK && shift_step(shift) == SHIFT_STEP_STANDING) {
		shift_ask(shift, DESK_STAND_DOWN, false, ticks);
	}
}

bool shift_can(const struct shift *shift, enum shift_act act)
{
	const struct view_counter *counter = shift_counter(shift);
	if (counter == NULL || shift->office == NULL) {
		return false;
	}
	enum view_counter_state state = counter->state;
	switch (act) {
	case SHIFT_RECALL:
		return state == VIEW_CALLED &&
		       counter->ticket.recalls < shift->office->recall_limit;
	case SHIFT_ABSENT: return state == VIEW_CALLED;
	case SHIFT_HOLD:
	case SHIFT_FINISH: return state == VIEW_SERVING;
	case SHIFT_OPEN: return state == VIEW_BREAK || state == VIEW_CLOSED;
	case SHIFT_BREAK: return state == VIEW_FREE;
	case SHIFT_CLOSE: return state == VIEW_FREE || state == VIEW_BREAK;
	default: return false;
	}
}

int64_t shift_recall_left(const struct shift *shift, int64_t now)
{
	if (!shift_can(shift, SHIFT_RECALL)) {
		return 0;
	}
	int64_t since = now - shift_counter(shift)->ticket.recalled_ms;
	int64_t left = shift->office->recall_interval_s * INT64_C(1000) - since;
	return since >= 0 && left > 0 ? left : 0;
}
