/* The line that is kept from act to act is never another than the store's. */
#include "app/base/memory.h"
#include "app/desk/act.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#ifndef NDEBUG

static bool same_counter(const struct counter_row *a, const struct counter_row *b)
{
	return a->number == b->number && a->state == b->state && a->services == b->services &&
	       strcmp(a->staff, b->staff) == 0 && strcmp(a->staff_name, b->staff_name) == 0 &&
	       a->ticket == b->ticket && a->service == b->service && a->since_ms == b->since_ms &&
	       a->free_since_ms == b->free_since_ms && a->stand_by_ms == b->stand_by_ms;
}

static bool same_clock(const struct target_clock *a, const struct target_clock *b)
{
	return a->ticket == b->ticket && a->service == b->service && a->turn_ms == b->turn_ms &&
	       a->issue_event == b->issue_event && a->only == b->only &&
	       a->count_ms == b->count_ms && a->since_ms == b->since_ms &&
	       a->high_ms == b->high_ms && a->ready_ms == b->ready_ms &&
	       a->alone_ms == b->alone_ms && a->alone_since_ms == b->alone_since_ms;
}

static bool same_waiting(const struct waiting_row *a, const struct waiting_row *b)
{
	return a->id == b->id && strcmp(a->number, b->number) == 0 && a->service == b->service &&
	       a->priority == b->priority && a->issued_ms == b->issued_ms &&
	       a->turn_ms == b->turn_ms && a->from_ms == b->from_ms &&
	       a->appointed_ms == b->appointed_ms && a->target_s == b->target_s &&
	       same_clock(&a->clock, &b->clock);
}

static void check_counters(struct desk *desk)
{
	struct counter_row rows[OFFICE_COUNTERS];
	int count = stand_by_list_counters(desk, rows);
	if (store_trouble(desk->store) != RESULT_OK) {
		return;
	}
	assert(count == desk->counter_count);
	for (int i = 0; i < count; i++) {
		assert(same_counter(&rows[i], &desk->counters[i]));
	}
}

static void check_waiting(const struct desk *desk)
{
	struct waiting_row *rows = memory_zeroed(TARGET_LINE, sizeof *rows);
	size_t count = ticket_rows_waiting(desk->store, desk->line_date, rows, TARGET_LINE);
	if (store_trouble(desk->store) == RESULT_OK) {
		assert(count == desk->waiting_count);
		for (size_t i = 0; i < count; i++) {
			assert(same_waiting(&rows[i], &desk->waiting[i]));
		}
	}
	free(rows);
}

void line_check(struct desk *desk)
{
	if (desk->line_known && store_trouble(desk->store) == RESULT_OK) {
		check_counters(desk);
		check_waiting(desk);
	}
}

#else

void line_check(struct desk *desk)
{
	(void)desk;
}

#endif
