#include "app/desk/act.h"

/* Counters that somebody left open on an earlier day. */
static bool counters_are_stale(struct desk *desk)
{
	int64_t today;
	if (!calendar_parse_date(&desk->office, desk->date, &today)) {
		return false;
	}
	desk->counter_count = counter_rows_list(desk->store, desk->counters);
	for (int i = 0; i < desk->counter_count; i++) {
		if (desk->counters[i].state != COUNTER_CLOSED &&
			desk->counters[i].since_ms < today) {
			return true;
		}
	}
	return false;
}

bool day_is_stale(struct desk *desk)
{
	return ticket_rows_old_waiting(desk->store, desk->date) != 0 || counters_are_stale(desk);
}

static void close_ticket(struct desk *desk, int64_t id)
{
	struct ticket ticket;
	if (!ticket_rows_get(desk->store, id, &ticket) ||
		!ticket_allows(ticket.state, TICKET_CLOSE, &ticket.state)) {
		return;
	}
	ticket.uncertain = true;
	ticket.verdict = TARGET_NONE;
	ticket.finished_ms = desk->now.office_ms;
	ticket_rows_set(desk->store, &ticket);
	ticket_rows_turn(desk->store, &ticket, desk->now.office_ms);
	act_note(desk, EVENT_CLOSED_BY_SYSTEM, NULL, id, NULL);
}

static void close_counters(struct desk *desk)
{
	int64_t today = 0;
	(void)calendar_parse_date(&desk->office, desk->date, &today);
	desk->counter_count = counter_rows_list(desk->store, desk->counters);
	for (int i = 0; i < desk->counter_count; i++) {
		struct counter_row *row = &desk->counters[i];
		if (row->state == COUNTER_CLOSED || row->since_ms >= today) {
			continue;
		}
		if (row->ticket != 0) {
			close_ticket(desk, row->ticket);
		}
		act_note(desk, EVENT_COUNTER_CLOSED, row, 0, "day_end");
		*row = (struct counter_row){
			.number = row->number,
			.state = COUNTER_CLOSED,
			.since_ms = desk->now.office_ms,
			.free_since_ms = TICKET_NEVER,
		};
		counter_rows_set(desk->store, row);
	}
}

void day_close(struct desk *desk)
{
	close_counters(desk);
	int64_t id = 0, last = 0;
	while ((id = ticket_rows_old_waiting(desk->store, desk->date)) != 0 && id != last) {
		close_ticket(desk, id);
		last = id;
	}
}

enum result desk_close_days(struct desk *desk)
{
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	bool stale = day_is_stale(desk);
	result = look_end(desk, RESULT_OK);
	if (result != RESULT_OK || !stale) {
		return result;
	}
	bool ready;
	result = act_begin_today(desk, &ready);
	if (result == RESULT_OK && ready) {
		/* Somebody else was faster. */
		store_rollback(desk->store);
	}
	return result;
}
