#include "db/flow_rows.h"

void flow_rows_set(struct store *store, const struct office *office)
{
	uint32_t reception = 0;
	for (int i = 0; i < office->service_count; i++) {
		reception |= (uint32_t)office->services[i].reception << i;
	}
	struct query *query = store_query(store, STATEMENT_FLOW_SET);
	query_put_int(query, office->ticket_first);
	query_put_int(query, reception);
	query_run(query);
}

void flow_rows_read(struct store *store, struct office *out_office)
{
	struct query *query = store_query(store, STATEMENT_FLOW_GET);
	if (!query_next(query)) {
		return;
	}
	out_office->ticket_first = query_int(query) != 0;
	int64_t reception = query_int(query);
	for (int i = 0; i < out_office->service_count; i++) {
		out_office->services[i].reception = (reception >> i & 1) != 0;
	}
	query_reset(query);
}
