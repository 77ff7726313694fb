#include "db/flow_rows.h"

void flow_rows_set(struct store *store, const struct office *office)
{
	uint32_t reception = 0, withheld = 0;
	for (int i = 0; i < office->service_count; i++) {
		reception |= (uint32_t)office->services[i].reception << i;
		withheld |= (uint32_t)office->services[i].withheld << i;
	}
	struct query *query = store_query(store, STATEMENT_FLOW_SET);
	query_put_int(query, office->ticket_first);
	query_put_int(query, reception);
	query_put_int(query, withheld);
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
	int64_t withheld = query_int(query);
	for (int i = 0; i < out_office->service_count; i++) {
		out_office->services[i].reception = (reception >> i & 1) != 0;
		out_office->services[i].withheld = (withheld >> i & 1) != 0;
	}
	query_reset(query);
}

void flow_rows_set_slip(struct store *store, const struct office_slip *slip)
{
	uint32_t hidden = 0;
	for (int i = 0; i < OFFICE_SLIP_LINES; i++) {
		hidden |= (uint32_t)slip->hidden[i] << i;
	}
	struct query *query = store_query(store, STATEMENT_SLIP_LAYOUT_SET);
	query_put_int(query, hidden);
	query_put_text(query, slip->footer[OFFICE_INDONESIAN]);
	query_put_text(query, slip->footer[OFFICE_ENGLISH]);
	query_run(query);
}

void flow_rows_read_slip(struct store *store, struct office_slip *out_slip)
{
	struct query *query = store_query(store, STATEMENT_SLIP_LAYOUT_GET);
	if (!query_next(query)) {
		return;
	}
	int64_t hidden = query_int(query);
	for (int i = 0; i < OFFICE_SLIP_LINES; i++) {
		out_slip->hidden[i] = (hidden >> i & 1) != 0;
	}
	query_text(query, out_slip->footer[OFFICE_INDONESIAN], OFFICE_TEXT_SIZE);
	query_text(query, out_slip->footer[OFFICE_ENGLISH], OFFICE_TEXT_SIZE);
	query_reset(query);
}
