#include "db/reception_rows.h"

void reception_rows_insert(
	struct store *store, int64_t visit, int service, const char *date, const char *token)
{
	struct query *query = store_query(store, STATEMENT_RECEPTION_INSERT);
	query_put_int(query, visit);
	query_put_int(query, service);
	query_put_text(query, date);
	query_put_text(query, token[0] != '\0' ? token : NULL);
	query_run(query);
}

int64_t reception_rows_find_token(struct store *store, const char *date, const char *token)
{
	struct query *query = store_query(store, STATEMENT_RECEPTION_OF_TOKEN);
	query_put_text(query, date);
	query_put_text(query, token);
	int64_t visit = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return visit;
}

bool reception_rows_get(struct store *store, int64_t visit, struct reception_row *out_row)
{
	*out_row = (struct reception_row){.visit = visit};
	struct query *query = store_query(store, STATEMENT_RECEPTION_GET);
	query_put_int(query, visit);
	if (!query_next(query)) {
		return false;
	}
	out_row->service = (int)query_int(query);
	out_row->party = (int)query_int(query);
	query_reset(query);
	return true;
}

int64_t reception_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_RECEPTION_TOTAL);
	int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}
