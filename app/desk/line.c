#include "app/desk/act.h"

#include "app/base/text.h"
#include "app/queue/numbering.h"

#include <string.h>

static void load_counters(struct desk *desk)
{
	for (int i = 0; i < desk->counter_count; i++) {
		const struct counter_row *row = &desk->counters[i];
		desk->line.counters[i] = (struct target_counter){
			.services = row->services,
			.open = row->state != COUNTER_CLOSED && row->state != COUNTER_BREAK,
			.free = row->state == COUNTER_FREE,
			.number = row->number,
		};
	}
	desk->line.counter_count = (size_t)desk->counter_count;
}

static bool is_kept(const struct desk *desk, const char *date)
{
	return desk->line_version != 0 && desk->line_version == store_version(desk->store) &&
	       strcmp(desk->line_date, date) == 0;
}

static void load_rows(struct desk *desk, const char *date)
{
	bool kept = is_kept(desk, date);
	if (!kept) {
		desk->counter_count = stand_by_list_counters(desk, desk->counters);
		desk->waiting_count =
			ticket_rows_waiting(desk->store, date, desk->waiting, TARGET_LINE);
		text_copy(desk->line_date, sizeof desk->line_date, date);
	}
	/* Who stands behind a full line is not known, and moves up when somebody leaves it. */
	desk->line_known = desk->waiting_count < TARGET_LINE;
	/* From here on they change with the act, which may yet be undone. */
	desk->line_version = 0;
	if (kept) {
		line_check(desk);
	}
}

void line_keep(struct desk *desk)
{
	bool right = desk->line_known && store_trouble(desk->store) == RESULT_OK;
	desk->line_version = right ? store_version(desk->store) : 0;
}

void line_load(struct desk *desk, const char *date, enum line_moment moment)
{
	struct target_line *line = &desk->line;
	load_rows(desk, date);
	line->office = &desk->office;
	line->clock_count = desk->waiting_count;
	for (size_t i = 0; i < desk->waiting_count; i++) {
		line->clocks[i] = desk->waiting[i].clock;
	}
	load_counters(desk);
	/* Whatever changed the line left an event. */
	line->settled_ms = desk->head.id == 0 ? desk->now.office_ms : desk->head.office_ms;
	if (moment == LINE_AT_NOW) {
		target_advance(line, desk->now.office_ms);
	}
}

void line_tell(struct desk *desk, struct segment *segments, size_t count)
{
	line_load(desk, desk->date, LINE_AT_NOW);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; segments[i].is_last && k < desk->line.clock_count; k++) {
			if (desk->line.clocks[k].ticket == segments[i].ticket) {
				segments[i].clock = desk->line.clocks[k];
			}
		}
	}
	line_keep(desk);
}

void line_settle(struct desk *desk, enum target_cause cause)
{
	load_counters(desk);
	target_settle(&desk->line, cause);
}

static bool clock_changed(const struct target_clock *a, const struct target_clock *b)
{
	return a->count_ms != b->count_ms || a->since_ms != b->since_ms ||
	       a->high_ms != b->high_ms || a->ready_ms != b->ready_ms ||
	       a->alone_ms != b->alone_ms || a->alone_since_ms != b->alone_since_ms;
}

void line_save(struct desk *desk)
{
	for (size_t i = 0; i < desk->line.clock_count; i++) {
		if (clock_changed(&desk->line.clocks[i], &desk->waiting[i].clock)) {
			ticket_rows_set_clock(desk->store, &desk->line.clocks[i]);
			desk->waiting[i].clock = desk->line.clocks[i];
		}
	}
}

void line_insert(struct desk *desk, const struct ticket *ticket, const struct target_clock *clock)
{
	size_t count = desk->waiting_count;
	size_t place = target_insert(&desk->line, clock);
	if (place == TARGET_LINE) {
		return;
	}
	/* The last one leaves the part of the line that is looked at. */
	size_t behind = (count == TARGET_LINE ? count - 1 : count) - place;
	memmove(&desk->waiting[place + 1], &desk->waiting[place], behind * sizeof desk->waiting[0]);
	desk->waiting[place] = (struct waiting_row){
		.id = ticket->id,
		.service = ticket->service,
		.priority = ticket->priority,
		.issued_ms = ticket->issued_ms,
		.turn_ms = ticket->turn_ms,
		.from_ms = ticket->from_ms,
		.appointed_ms = ticket->appointed_ms,
		.target_s = ticket->target_s,
		.clock = *clock,
	};
	numbering_format(ticket->prefix, ticket->sequence, desk->waiting[place].number);
	desk->waiting_count = desk->line.clock_count;
}

void line_remove(struct desk *desk, int64_t ticket, struct target_clock *out_clock)
{
	size_t place = target_remove(&desk->line, ticket, out_clock);
	if (place == TARGET_LINE) {
		ticket_rows_get_clock(desk->store, ticket, out_clock);
		return;
	}
	desk->waiting_count = desk->line.clock_count;
	memmove(&desk->waiting[place], &desk->waiting[place + 1],
		(desk->waiting_count - place) * sizeof desk->waiting[0]);
}

int64_t line_first(struct desk *desk, const struct counter_row *counter)
{
	if (!desk->line_known || desk->waiting_count == TARGET_LINE) {
		/* Others may stand behind the line that is known. */
		return ticket_rows_first(
			desk->store, desk->date, counter->services, counter->number);
	}
	load_counters(desk);
	for (size_t i = 0; i < desk->waiting_count; i++) {
		int bound = target_bound(&desk->line, &desk->line.clocks[i]);
		if ((counter->services >> desk->waiting[i].service & 1) != 0 &&
			(bound == 0 || bound == counter->number)) {
			return desk->waiting[i].id;
		}
	}
	return 0;
}

struct counter_row *line_counter(struct desk *desk, int number)
{
	for (int i = 0; i < desk->counter_count; i++) {
		if (desk->counters[i].number == number) {
			return &desk->counters[i];
		}
	}
	return NULL;
}
