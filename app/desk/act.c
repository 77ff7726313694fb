#include "app/desk/act.h"

#include "app/base/text.h"

/* Wall time, moved by the shift of a training store: what a boot's first event is anchored to. */
static int64_t wanted_offset(const struct desk *desk)
{
	return desk->now.wall_ms + desk->clock.shift_ms - desk->now.boot_ms;
}

enum result act_anchor(struct desk *desk)
{
	int64_t wall = 0, offset = 0;
	desk->newest_ms = TICKET_NEVER;
	desk->noted = false;
	clock_read(&desk->clock, &desk->now);
	(void)event_rows_newest(desk->store, &desk->newest_ms, &wall);
	if (desk->clock.fixed) {
		if (desk->now.office_ms < desk->newest_ms) {
			return RESULT_TIME_BACKWARDS;
		}
		desk->anchored = true;
	} else {
		desk->anchored = store_get_boot(desk->store, desk->now.boot_id, &offset);
		if (!desk->anchored) {
			offset = wanted_offset(desk);
		}
		if (desk->now.boot_ms + offset < desk->newest_ms) {
			offset = desk->newest_ms - desk->now.boot_ms;
			desk->anchored = false;
		}
		clock_set_offset(&desk->clock, offset);
		desk->now.office_ms = desk->now.boot_ms + offset;
	}
	calendar_date(&desk->office, desk->now.office_ms, desk->date);
	bool right = office_follow(desk);
	enum result trouble = store_trouble(desk->store);
	return trouble == RESULT_OK && !right ? RESULT_STORE_DAMAGED : trouble;
}

int64_t act_note(struct desk *desk, enum event_kind kind, const struct counter_row *counter,
	int64_t ticket, const char *detail)
{
	if (!desk->anchored) {
		store_set_boot(desk->store, desk->now.boot_id, desk->clock.offset_ms);
		desk->anchored = true;
	}
	desk->noted = true;
	const struct event event = {
		.kind = kind,
		.service_date = desk->date,
		.at = &desk->now,
		.device = desk->device,
		.staff = counter != NULL && counter->staff[0] != '\0' ? counter->staff : NULL,
		.counter = counter != NULL ? counter->number : 0,
		.ticket = ticket,
		.detail = detail,
	};
	return event_rows_append(desk->store, &event);
}

enum result act_begin_today(struct desk *desk, bool *out_ready)
{
	*out_ready = false;
	enum result result = store_begin(desk->store);
	if (result != RESULT_OK) {
		return result;
	}
	result = act_anchor(desk);
	if (result != RESULT_OK) {
		store_rollback(desk->store);
		return result;
	}
	if (day_is_stale(desk)) {
		day_close(desk);
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
	line_load(desk);
	return RESULT_OK;
}

enum result act_end(struct desk *desk, enum result result)
{
	if (result == RESULT_OK) {
		if (desk->noted) {
			line_save(desk);
		}
		return store_commit(desk->store);
	}
	/* What failed in the store explains more than what the act made of it. */
	enum result trouble = store_trouble(desk->store);
	store_rollback(desk->store);
	return trouble != RESULT_OK ? trouble : result;
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
