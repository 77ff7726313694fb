#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/queue/life.h"

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

bool day_load(struct desk *desk)
{
	desk->day = (struct day_row){0};
	(void)day_rows_get(desk->store, desk->date, &desk->day);
	bool reopens = desk->day.closed_event != 0 && !desk->day.by_hand;
	if (reopens) {
		desk->day.closed_event = 0;
	}
	return reopens;
}

bool day_is_stale(struct desk *desk, struct day_row *out_day)
{
	return day_rows_stale(desk->store, desk->date, out_day);
}

/* ---- what is open is closed by the system ---- */

static void note_of_day(struct desk *desk, const struct day_row *day, struct event *event,
	const struct counter_row *row)
{
	text_copy(event->service_date, sizeof event->service_date, day->service_date);
	act_note_event(desk, event, row);
}

static void close_ticket(struct desk *desk, const struct day_row *day, int64_t id)
{
	struct ticket ticket;
	struct target_clock clock;
	struct event event = event_of(EVENT_CLOSED_BY_SYSTEM);
	if (!ticket_read(desk, id, &ticket)) {
		return;
	}
	struct counter_row *row = line_counter(desk, ticket.counter);
	bool at_counter = row != NULL && row->ticket == id;
	line_remove(desk, id, &clock);
	if (!life_close(&ticket, &clock, desk->now.office_ms)) {
		return;
	}
	ticket_rows_doubt(desk->store, id);
	ticket_rows_set_clock(desk->store, &clock);
	ticket_rows_set(desk->store, &ticket);
	ticket_rows_turn(desk->store, &ticket, desk->now.office_ms);
	event.ticket = id;
	note_of_day(desk, day, &event, at_counter ? row : NULL);
	if (at_counter) {
		counter_set(desk, row, COUNTER_FREE, NULL);
	}
}

static void close_tickets(struct desk *desk, const struct day_row *day)
{
	int64_t id = 0, last = 0;
	while ((id = ticket_rows_open(desk->store, day->service_date)) != 0 && id != last) {
		close_ticket(desk, day, id);
		last = id;
	}
}

static void close_counters(struct desk *desk, const struct day_row *day)
{
	for (int i = 0; i < desk->counter_count; i++) {
		struct counter_row *row = &desk->counters[i];
		struct event event = event_of(EVENT_COUNTER_CLOSED);
		if (row->state == COUNTER_CLOSED) {
			continue;
		}
		text_copy(event.detail, sizeof event.detail, "day_end");
		note_of_day(desk, day, &event, row);
		*row = (struct counter_row){
			.number = row->number,
			.state = COUNTER_CLOSED,
			.since_ms = desk->now.office_ms,
			.free_since_ms = TICKET_NEVER,
			.stand_by_ms = TICKET_NEVER,
		};
		counter_rows_set(desk->store, row);
	}
}

/* ---- the figures, and the seal on them ---- */

void day_figures_hash(const char *figures, char out_hash[DAY_HASH_SIZE])
{
	unsigned char hash[16];
	crypto_generichash(
		hash, sizeof hash, (const unsigned char *)figures, strlen(figures), NULL, 0);
	sodium_bin2hex(out_hash, DAY_HASH_SIZE, hash, sizeof hash);
}

static void seal_day(struct desk *desk, struct day_row *day)
{
	struct segment *segments;
	struct event event = event_of(EVENT_DAY_CLOSED);
	size_t count = segment_rows_list_day(desk->store, day->service_date, &segments);
	estimate_learn(desk, segments, count);
	struct day_told told = {.segments = segments, .count = count};
	day_tell_priority(desk, day, day->service_date, desk->now.office_ms, &told.priority);
	day_figures_write(&told, desk->now.office_ms, day->figures);
	day_figures_hash(day->figures, event.detail);
	note_of_day(desk, day, &event, NULL);
	day->closed_event = event.id;
	text_copy(day->head, sizeof day->head, event.hash);
	seal_sign(desk, day->head, day->signature);
	day_rows_close(desk->store, day);
	free(segments);
}

void day_close(struct desk *desk, struct day_row *day, bool by_hand)
{
	line_load(desk, day->service_date, LINE_AT_NOW);
	close_tickets(desk, day);
	close_counters(desk, day);
	day->by_hand = by_hand;
	retention_apply(desk, day);
	seal_day(desk, day);
}

enum result desk_close_days(struct desk *desk)
{
	struct day_row stale;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	/* A look does not end a day by a clock that may be wrong: staff see the warning first. */
	bool found = !desk->suspect && day_is_stale(desk, &stale);
	result = look_end(desk, RESULT_OK);
	if (result != RESULT_OK || !found) {
		return result;
	}
	bool ready = false;
	while (result == RESULT_OK && !ready) {
		result = act_begin_today(desk, &ready);
	}
	if (result == RESULT_OK) {
		store_rollback(desk->store);
	}
	return result;
}

static bool is_occupied(const struct desk *desk)
{
	for (int i = 0; i < desk->counter_count; i++) {
		if (desk->counters[i].ticket != 0) {
			return true;
		}
	}
	return false;
}

static enum result close_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	(void)order;
	(void)out_ticket;
	if (desk->day.closed_event != 0) {
		return RESULT_DAY_CLOSED;
	}
	if (desk->day.first_event == 0) {
		return RESULT_DAY_EMPTY;
	}
	if (is_occupied(desk)) {
		return RESULT_COUNTER_OCCUPIED;
	}
	day_close(desk, &desk->day, true);
	line_load(desk, desk->date, LINE_AT_NOW);
	return RESULT_OK;
}

enum result desk_close_day(struct desk *desk)
{
	const struct act_order order = {0};
	return act_do(desk, close_now, &order, NULL);
}
