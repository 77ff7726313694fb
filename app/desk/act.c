#include "app/desk/act.h"

#include "app/base/text.h"

#include <string.h>

enum {
	CODE_MAX = 32,
	DRIFT_MS = 2 * 60 * 1000, /* clocks that differ by less are set finely, not wrongly */
};
/* No office is shut longer than this between two events; a wall clock that says so is suspect. */
static const int64_t far_ahead_ms = INT64_C(31) * 24 * 3600 * 1000;

/* Wall time, moved by the shift of a training store: what a boot's first event is anchored to. */
static int64_t wanted_offset(const struct desk *desk)
{
	return desk->now.wall_ms + desk->clock.shift_ms - desk->now.boot_ms;
}

static enum desk_clock find_trouble(const struct desk *desk)
{
	int64_t drift = desk->now.wall_ms + desk->clock.shift_ms - desk->now.office_ms;
	if (desk->clock.fixed) {
		return DESK_CLOCK_RIGHT;
	}
	if (drift < -DRIFT_MS) {
		return DESK_CLOCK_BEHIND;
	}
	return drift > DRIFT_MS || desk->suspect ? DESK_CLOCK_AHEAD : DESK_CLOCK_RIGHT;
}

/* Boot time plus this boot's offset, which is never earlier than the newest event. */
static void anchor_to_boot(struct desk *desk)
{
	struct store_boot boot = {0};
	desk->anchored = store_get_boot(desk->store, desk->now.boot_id, &boot);
	if (!desk->anchored) {
		boot.offset_ms = wanted_offset(desk);
		boot.suspect =
			desk->head.id > 0 &&
			desk->now.boot_ms + boot.offset_ms - desk->head.office_ms > far_ahead_ms;
	}
	if (desk->now.boot_ms + boot.offset_ms < desk->head.office_ms) {
		boot.offset_ms = desk->head.office_ms - desk->now.boot_ms;
		desk->anchored = false;
	}
	clock_set_offset(&desk->clock, boot.offset_ms);
	desk->suspect = boot.suspect;
	desk->now.office_ms = desk->now.boot_ms + boot.offset_ms;
}

/* Another program may have shifted a training store's clock. */
static void follow_shift(struct desk *desk)
{
	char text[32];
	int64_t shift;
	if (!desk->training || desk->clock.fixed) {
		return;
	}
	store_get_meta(desk->store, "shift_ms", text, sizeof text);
	if (text_to_int(text, INT64_MIN / 2, INT64_MAX / 2, &shift)) {
		desk->clock.shift_ms = shift;
	}
}

enum result act_anchor(struct desk *desk)
{
	desk->noted = false;
	desk->line_known = false;
	follow_shift(desk);
	clock_read(&desk->clock, &desk->now);
	event_rows_head(desk->store, &desk->head);
	if (!desk->clock.fixed) {
		anchor_to_boot(desk);
	} else if (desk->now.office_ms < desk->head.office_ms) {
		return RESULT_TIME_BACKWARDS;
	} else {
		desk->anchored = true;
	}
	desk->trouble = find_trouble(desk);
	calendar_date(&desk->office, desk->now.office_ms, desk->date);
	bool right = office_follow(desk);
	enum result trouble = store_trouble(desk->store);
	return trouble == RESULT_OK && !right ? RESULT_STORE_DAMAGED : trouble;
}

void act_keep_boot(struct desk *desk)
{
	const struct store_boot boot = {desk->clock.offset_ms, desk->suspect};
	store_set_boot(desk->store, desk->now.boot_id, &boot);
	desk->anchored = true;
}

int64_t act_note_event(struct desk *desk, struct event *event, const struct counter_row *counter)
{
	if (!desk->anchored) {
		act_keep_boot(desk);
	}
	desk->noted = true;
	event->at = desk->now;
	if (event->service_date[0] == '\0') {
		text_copy(event->service_date, sizeof event->service_date, desk->date);
	}
	text_copy(event->device, sizeof event->device, desk->device);
	if (counter != NULL) {
		event->counter = counter->number;
		text_copy(event->staff, sizeof event->staff, counter->staff);
	}
	int64_t id = event_rows_append(desk->store, &desk->head, event);
	if (desk->day.first_event == 0 && strcmp(event->service_date, desk->date) == 0) {
		text_copy(desk->day.service_date, sizeof desk->day.service_date, desk->date);
		desk->day.first_event = id;
		day_rows_insert(desk->store, desk->date, id);
	}
	return id;
}

int64_t act_note(struct desk *desk, enum event_kind kind, const struct counter_row *counter,
	int64_t ticket, const char *detail)
{
	struct event event = event_of(kind);
	event.ticket = ticket;
	text_copy(event.detail, sizeof event.detail, detail != NULL ? detail : "");
	return act_note_event(desk, &event, counter);
}

static enum result begin(struct desk *desk)
{
	enum result result = store_begin(desk->store);
	if (result != RESULT_OK) {
		return result;
	}
	result = act_anchor(desk);
	if (result != RESULT_OK) {
		store_rollback(desk->store);
		return result;
	}
	if (day_load(desk)) {
		day_rows_reopen(desk->store, desk->date);
	}
	return RESULT_OK;
}

enum result act_begin_as_is(struct desk *desk)
{
	enum result result = begin(desk);
	if (result == RESULT_OK) {
		line_load(desk, desk->date, LINE_AT_NOW);
	}
	return result;
}

enum result act_begin_today(struct desk *desk, bool *out_ready)
{
	struct day_row stale;
	*out_ready = false;
	enum result result = begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (day_is_stale(desk, &stale)) {
		day_close(desk, &stale, false);
		return store_commit(desk->store);
	}
	*out_ready = true;
	return RESULT_OK;
}

enum result act_begin(struct desk *desk)
{
	bool ready = false;
	while (!ready) {
		enum result result = act_begin_today(desk, &ready);
		if (result != RESULT_OK) {
			return result;
		}
	}
	line_load(desk, desk->date, LINE_AT_NOW);
	return RESULT_OK;
}

enum result act_end(struct desk *desk, enum result result)
{
	if (result == RESULT_OK) {
		if (desk->noted) {
			line_save(desk);
		}
		line_check(desk);
		result = store_commit(desk->store);
		if (result == RESULT_OK) {
			line_keep(desk);
		}
		return result;
	}
	/* What failed in the store explains more than what the act made of it. */
	enum result trouble = store_trouble(desk->store);
	store_rollback(desk->store);
	return trouble != RESULT_OK ? trouble : result;
}

enum result act_do(struct desk *desk, act_perform *perform, const struct act_order *order,
	struct ticket *out_ticket)
{
	struct ticket ticket = {0};
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = perform(desk, order, &ticket);
	if (result == RESULT_OK && desk->noted) {
		stand_by_call(desk);
	}
	/* Read back, so that every reader sees the same ticket. */
	if (result == RESULT_OK && ticket.id != 0 &&
		!ticket_rows_get(desk->store, ticket.id, &ticket)) {
		result = RESULT_STORE_FAILED;
	}
	if (result == RESULT_OK && !desk->noted) {
		/* Nothing happened that was not there already. */
		result = look_end(desk, RESULT_OK);
	} else {
		result = act_end(desk, result);
	}
	if (result == RESULT_OK && out_ticket != NULL) {
		*out_ticket = ticket;
	}
	return result;
}

bool act_is_code(const char *text)
{
	size_t length = strlen(text);
	return length > 0 && length <= CODE_MAX &&
	       strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_-") == length;
}

enum result look_begin(struct desk *desk)
{
	enum result result = store_look(desk->store);
	if (result != RESULT_OK) {
		return result;
	}
	result = act_anchor(desk);
	if (result != RESULT_OK) {
		store_rollback(desk->store);
	}
	return result;
}

enum result look_end(struct desk *desk, enum result result)
{
	enum result trouble = store_trouble(desk->store);
	store_rollback(desk->store);
	return trouble != RESULT_OK ? trouble : result;
}
