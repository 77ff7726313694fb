/* Office time set right by the head, or shifted in a training store. */
#include "app/base/text.h"
#include "app/desk/act.h"

#include <inttypes.h>
#include <string.h>

enum {
	DOUBTED = 256, /* found at once */
	NEAR_MS = 2 * 60 * 1000,
};

/* Before the clock's own event: the line of a day goes on from the newest event, its last. */
static void end_older_days(struct desk *desk)
{
	struct day_row older;
	while (day_is_stale(desk, &older) && strcmp(older.service_date, desk->date) < 0) {
		day_close(desk, &older, false);
	}
}

void clock_move(struct desk *desk, int64_t office_ms, enum event_kind kind, const char *detail)
{
	char date[CALENDAR_DATE_SIZE];
	struct event event = event_of(kind);
	calendar_date(&desk->office, office_ms, date);
	if (strcmp(date, desk->date) == 0) {
		event.turn_ms = desk->now.office_ms;
	} else {
		/* That day's clocks stand as its last event left them. */
		line_load(desk, date, LINE_AS_STORED);
	}
	target_restart(&desk->line, office_ms);
	line_save(desk);
	clock_set_offset(&desk->clock, office_ms - desk->now.boot_ms);
	desk->suspect = false;
	act_keep_boot(desk);
	desk->now.office_ms = office_ms;
	text_copy(desk->date, sizeof desk->date, date);
	end_older_days(desk);
	if (day_load(desk)) {
		day_rows_reopen(desk->store, desk->date);
	}
	text_copy(event.detail, sizeof event.detail, detail);
	act_note_event(desk, &event, NULL);
	line_load(desk, desk->date, LINE_AT_NOW);
}

/* Tickets that an event of the wrong clock touched, as corrections of their own. */
static void doubt_ticket(struct desk *desk, int64_t id, const char *staff)
{
	struct ticket ticket;
	struct event event = event_of(EVENT_DOUBTED);
	if (!ticket_rows_get(desk->store, id, &ticket)) {
		return;
	}
	text_copy(event.service_date, sizeof event.service_date, ticket.service_date);
	text_copy(event.staff, sizeof event.staff, staff);
	text_copy(event.detail, sizeof event.detail, "clock");
	event.ticket = id;
	act_note_event(desk, &event, NULL);
	ticket_rows_doubt(desk->store, id);
}

static void doubt_tickets(struct desk *desk, int64_t office_ms, const char *staff)
{
	int64_t ids[DOUBTED];
	int64_t before = event_rows_before_wrong(desk->store, desk->now.boot_id, office_ms);
	size_t count;
	/* Who is in doubt is not found again. */
	while ((count = ticket_rows_touched_after(desk->store, before, ids, DOUBTED)) > 0) {
		for (size_t i = 0; i < count; i++) {
			doubt_ticket(desk, ids[i], staff);
		}
	}
}

void clock_end_day(struct desk *desk, int64_t office_ms)
{
	char date[CALENDAR_DATE_SIZE];
	calendar_date(&desk->office, office_ms, date);
	if (strcmp(date, desk->date) != 0 && desk->day.first_event != 0 &&
		desk->day.closed_event == 0) {
		day_close(desk, &desk->day, false);
	}
}

/* The head confirms a clock that was suspected: nothing was stamped wrong, and nothing moves. */
static bool is_near(int64_t a_ms, int64_t b_ms)
{
	return a_ms - b_ms < NEAR_MS && b_ms - a_ms < NEAR_MS;
}

enum result desk_set_clock(struct desk *desk, const char *staff, const char *pin)
{
	char text[32];
	struct desk_staff head;
	enum result result = desk_sign_in(desk, staff, pin, &head);
	if (result != RESULT_OK) {
		return result;
	}
	if (head.role != DESK_HEAD) {
		return RESULT_HEAD_ONLY;
	}
	if (desk->clock.fixed) {
		return RESULT_TIME_BACKWARDS;
	}
	result = act_begin_as_is(desk);
	if (result != RESULT_OK) {
		return result;
	}
	int64_t office_ms = desk->now.wall_ms + desk->clock.shift_ms;
	if (is_near(desk->now.office_ms, office_ms)) {
		office_ms = desk->now.office_ms;
	} else {
		doubt_tickets(desk, office_ms, staff);
	}
	text_format(text, sizeof text, "%" PRId64, office_ms - desk->now.office_ms);
	clock_end_day(desk, office_ms);
	clock_move(desk, office_ms, EVENT_CLOCK_SET, text);
	return act_end(desk, RESULT_OK);
}
