#include "db/roster_rows.h"

#include <stddef.h>

void roster_rows_set(struct store *store, const char *date, int counter, const char *staff)
{
	struct query *query = store_query(store, STATEMENT_ROSTER_CLEAR);
	query_put_text(query, date);
	query_put_int(query, counter);
	query_put_text(query, staff != NULL ? staff : "");
	query_run(query);
	if (staff == NULL) {
		return;
	}
	query = store_query(store, STATEMENT_ROSTER_INSERT);
	query_put_text(query, date);
	query_put_int(query, counter);
	query_put_text(query, staff);
	query_run(query);
}

size_t roster_rows_list(
	struct store *store, const char *date, struct roster_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_ROSTER_LIST);
	size_t count = 0;
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		struct roster_row *row = &out_rows[count++];
		row->counter = (int)query_int(query);
		query_text(query, row->staff, sizeof row->staff);
		query_text(query, row->staff_name, sizeof row->staff_name);
	}
	query_reset(query);
	return count;
}
