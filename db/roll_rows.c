#include "db/roll_rows.h"

#include <limits.h>

/* A number that is none of ours is in a damaged store only. */
static int read_count(struct query *query)
{
	int64_t value = query_int(query);
	return value < 0 ? 0 : value > INT_MAX ? INT_MAX : (int)value;
}

static bool read_roll(struct query *query, struct roll_row *out_row)
{
	if (!query_next(query)) {
		return false;
	}
	query_text(query, out_row->device, sizeof out_row->device);
	out_row->roll.since_ms = query_int(query);
	out_row->roll.length_mm = read_count(query);
	out_row->roll.fed_mm = query_int(query);
	out_row->roll.slips = read_count(query);
	out_row->roll.in_doubt = query_int(query) != 0;
	return true;
}

bool roll_rows_get(struct store *store, const char *device, struct roll *out_roll)
{
	struct roll_row row = {0};
	struct query *query = store_query(store, STATEMENT_ROLL_GET);
	query_put_text(query, device);
	bool found = read_roll(query, &row);
	query_reset(query);
	*out_roll = row.roll;
	return found;
}

void roll_rows_set(struct store *store, const char *device, const struct roll *roll)
{
	struct query *query = store_query(store, STATEMENT_ROLL_SET);
	query_put_text(query, device);
	query_put_int(query, roll->since_ms);
	query_put_int(query, roll->length_mm);
	query_put_int(query, roll->fed_mm);
	query_put_int(query, roll->slips);
	query_put_int(query, roll->in_doubt);
	query_run(query);
}

size_t roll_rows_list(struct store *store, struct roll_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_ROLL_LIST);
	query_put_int(query, (int64_t)size);
	size_t count = 0;
	while (count < size && read_roll(query, &out_rows[count])) {
		count++;
	}
	query_reset(query);
	return count;
}
