#include "db/past_rows.h"

#include "app/base/memory.h"

static void read_row(struct query *query, struct past_row *out_row)
{
	out_row->event = query_int(query);
	query_text(query, out_row->rules, sizeof out_row->rules);
}

void past_rows_add(struct store *store, int64_t event, const char *rules)
{
	struct query *query = store_query(store, STATEMENT_PAST_INSERT);
	query_put_int(query, event);
	query_put_text(query, rules);
	query_run(query);
}

bool past_rows_get(struct store *store, int64_t event, struct past_row *out_row)
{
	struct query *query = store_query(store, STATEMENT_PAST_LIST);
	query_put_int(query, event);
	bool found = query_next(query);
	if (found) {
		read_row(query, out_row);
	}
	query_reset(query);
	return found && out_row->event == event;
}

size_t past_rows_list(struct store *store, int64_t first, int64_t last, struct past_row **out_rows)
{
	struct query *query = store_query(store, STATEMENT_PAST_LIST);
	size_t count = 0;
	bool beyond = false;
	*out_rows = NULL;
	query_put_int(query, first);
	while (!beyond && query_next(query)) {
		*out_rows = memory_resized(*out_rows, count + 1, sizeof **out_rows);
		read_row(query, &(*out_rows)[count]);
		beyond = (*out_rows)[count++].event > last;
	}
	query_reset(query);
	return count;
}

int64_t past_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_PAST_TOTAL);
	int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}
