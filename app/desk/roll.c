#include "app/desk/rolls.h"
/* The paper rolls: counted slip by slip, renewed or kept by staff. */
#include "app/desk/act.h"

#include "app/base/text.h"
#include "db/roll_rows.h"
#include "db/slip_rows.h"

#include <string.h>

enum { ROLLS = 32 };

/* The roll as it is, or one that is counted from now on. */
static bool read_roll(struct desk *desk, const char *device, struct roll *out_roll)
{
	bool known = roll_rows_get(desk->store, device, out_roll);
	if (!known) {
		out_roll->since_ms = desk->now.office_ms;
	}
	return known;
}

void roll_count(struct desk *desk, const struct desk_feed *feed)
{
	struct roll roll;
	if (feed == NULL || feed->mm <= 0) {
		return;
	}
	read_roll(desk, feed->device, &roll);
	roll_feed(&roll, feed->mm);
	if (feed->roll_mm > 0) {
		roll.length_mm = feed->roll_mm;
	}
	roll_rows_set(desk->store, feed->device, &roll);
}

void roll_count_usual(struct desk *desk, const char *device)
{
	struct roll roll;
	if (read_roll(desk, device, &roll) && roll.slips > 0) {
		roll_count(desk, &(struct desk_feed){device, roll_mean_mm(&roll), 0});
	}
}

static bool is_printer(const char *device)
{
	const char *slash = strrchr(device, '/');
	return slash != NULL && strcmp(slash, "/printer") == 0;
}

void roll_hear(struct desk *desk, const char *device, enum result reason, bool near_end)
{
	struct roll roll;
	bool changes = reason == RESULT_PAPER_OUT || (reason == RESULT_COVER_OPEN && near_end);
	if (!changes || !is_printer(device)) {
		return;
	}
	read_roll(desk, device, &roll);
	roll.in_doubt = true;
	roll_rows_set(desk->store, device, &roll);
}

/* ---- what staff say ---- */

static void note(struct desk *desk, enum event_kind kind, const char *staff, const char *device)
{
	/* Not of a counter: there it would stand between a press and its undoing. */
	struct event event = event_of(kind);
	text_copy(event.staff, sizeof event.staff, staff != NULL ? staff : "");
	text_copy(event.detail, sizeof event.detail, device);
	act_note_event(desk, &event, NULL);
}

static enum result answer_now(struct desk *desk, const char *staff, const char *device, bool is_new)
{
	struct roll roll;
	struct device_row row;
	bool known = read_roll(desk, device, &roll);
	if (!is_printer(device) || (!known && !device_rows_get(desk->store, device, &row))) {
		return RESULT_DEVICE_UNKNOWN;
	}
	if (is_new) {
		roll = (struct roll){.since_ms = desk->now.office_ms, .length_mm = roll.length_mm};
		note(desk, EVENT_ROLL_RENEWED, staff, device);
	} else if (roll.in_doubt) {
		roll.in_doubt = false;
		note(desk, EVENT_ROLL_KEPT, staff, device);
	} else {
		/* Somebody at another console was faster. */
		return RESULT_OK;
	}
	roll_rows_set(desk->store, device, &roll);
	return RESULT_OK;
}

static enum result answer(struct desk *desk, const char *staff, const char *device, bool is_new)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	return act_end(desk, answer_now(desk, staff, device, is_new));
}

enum result desk_renew_roll(struct desk *desk, const char *staff, const char *device)
{
	return answer(desk, staff, device, true);
}

enum result desk_keep_roll(struct desk *desk, const char *staff, const char *device)
{
	return answer(desk, staff, device, false);
}

enum result desk_list_rolls(
	struct desk *desk, struct desk_roll *out_rolls, size_t size, size_t *out_count)
{
	struct roll_row rows[ROLLS];
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	size_t count = roll_rows_list(desk->store, rows, size < ROLLS ? size : ROLLS);
	result = look_end(desk, RESULT_OK);
	for (size_t i = 0; result == RESULT_OK && i < count; i++) {
		text_copy(out_rolls[i].device, sizeof out_rolls[i].device, rows[i].device);
		out_rolls[i].roll = rows[i].roll;
		*out_count = i + 1;
	}
	return result;
}
