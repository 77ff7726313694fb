#include "db/withdrawal_rows.h"

#include "app/queue/numbering.h"

void withdrawal_rows_insert(struct store *store, const char *date, int64_t ticket, int64_t at_ms)
{
	struct query *query = store_query(store, STATEMENT_WITHDRAWAL_INSERT);
	query_put_text(query, date);
	query_put_int(query, ticket);
	query_put_int(query, at_ms);
	query_run(query);
}

size_t withdrawal_rows_list(
	struct store *store, const char *date, struct withdrawal_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_WITHDRAWAL_LIST);
	size_t count = 0;
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		char prefix[OFFICE_PREFIX_SIZE];
		query_text(query, prefix, sizeof prefix);
		numbering_format(prefix, (int)query_int(query), out_rows[count].number);
		out_rows[count].at_ms = query_time(query);
		count++;
	}
	query_reset(query);
	return count;
}

int64_t withdrawal_rows_get(struct store *store, int64_t ticket)
{
	struct query *query = store_query(store, STATEMENT_WITHDRAWAL_GET);
	query_put_int(query, ticket);
	int64_t at_ms = query_next(query) ? query_time(query) : TICKET_NEVER;
	query_reset(query);
	return at_ms;
}

int64_t withdrawal_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_WITHDRAWAL_TOTAL);
	int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}
