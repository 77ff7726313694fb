#include "db/counter_rows.h"

#include <string.h>

static const char *const state_names[COUNTER_STATES] = {
	[COUNTER_CLOSED] = "closed",
	[COUNTER_FREE] = "free",
	[COUNTER_CALLED] = "called",
	[COUNTER_SERVING] = "serving",
	[COUNTER_BREAK] = "break",
};

static enum counter_state state_of(const char *name)
{
	for (int i = 0; i < COUNTER_STATES; i++) {
		if (strcmp(state_names[i], name) == 0) {
			return (enum counter_state)i;
		}
	}
	return COUNTER_CLOSED;
}

void counter_rows_insert(struct store *store, int number, int64_t now)
{
	struct query *query = store_query(store, STATEMENT_COUNTER_STATE_INSERT);
	query_put_int(query, number);
	query_put_int(query, now);
	query_run(query);
}

void counter_rows_set(struct store *store, const struct counter_row *row)
{
	struct query *query = store_query(store, STATEMENT_COUNTER_STATE_SET);
	query_put_text(query, state_names[row->state]);
	query_put_int(query, row->services);
	query_put_text(query, row->staff[0] == '\0' ? NULL : row->staff);
	if (row->ticket == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, row->ticket);
	}
	query_put_int(query, row->since_ms);
	query_put_time(query, row->free_since_ms);
	query_put_time(query, row->stand_by_ms);
	query_put_int(query, row->number);
	query_run(query);
}

int counter_rows_list(struct store *store, struct counter_row out_rows[OFFICE_COUNTERS])
{
	struct query *query = store_query(store, STATEMENT_COUNTER_STATE_LIST);
	int count = 0;
	while (count < OFFICE_COUNTERS && query_next(query)) {
		struct counter_row *row = &out_rows[count++];
		char state[16];
		row->number = (int)query_int(query);
		query_text(query, state, sizeof state);
		row->state = state_of(state);
		row->services = (uint32_t)query_int(query);
		query_text(query, row->staff, sizeof row->staff);
		query_text(query, row->staff_name, sizeof row->staff_name);
		row->ticket = query_int(query);
		row->service = query_place(query, OFFICE_SERVICES);
		row->since_ms = query_int(query);
		row->free_since_ms = query_time(query);
		row->stand_by_ms = query_time(query);
	}
	query_reset(query);
	return count;
}
