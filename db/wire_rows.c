#include "db/wire_rows.h"

/* A part that this program does not know is passed over. */
int wire_rows_list(struct store *store, struct wire *out_wires, int size)
{
	struct query *query = store_query(store, STATEMENT_WIRE_LIST);
	int count = 0;
	while (count < size && query_next(query)) {
		struct wire *wire = &out_wires[count];
		char part[16];
		query_text(query, wire->device, sizeof wire->device);
		query_text(query, part, sizeof part);
		query_text(query, wire->own, sizeof wire->own);
		wire->fixed = query_int(query) != 0;
		query_text(query, wire->own_paper, sizeof wire->own_paper);
		query_text(query, wire->chosen, sizeof wire->chosen);
		query_text(query, wire->paper, sizeof wire->paper);
		count += wire_part_find(part, &wire->part) ? 1 : 0;
	}
	query_reset(query);
	return count;
}

void wire_rows_set_own(struct store *store, const struct wire *wire)
{
	struct query *query = store_query(store, STATEMENT_WIRE_SET_OWN);
	query_put_text(query, wire->device);
	query_put_text(query, wire_part_name(wire->part));
	query_put_text(query, wire->own);
	query_put_int(query, wire->fixed);
	query_put_text(query, wire->own_paper);
	query_run(query);
}

void wire_rows_choose(struct store *store, const struct wire *wire)
{
	struct query *query = store_query(store, STATEMENT_WIRE_CHOOSE);
	query_put_text(query, wire->chosen);
	query_put_text(query, wire->paper);
	query_put_text(query, wire->device);
	query_put_text(query, wire_part_name(wire->part));
	query_run(query);
}
