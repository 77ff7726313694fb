#include "db/acquaintance_rows.h"

#include "app/base/text.h"

bool acquaintance_rows_get(
	struct store *store, const char *contact, struct acquaintance_row *out_row)
{
	*out_row = (struct acquaintance_row){0};
	struct query *query = store_query(store, STATEMENT_ACQUAINTANCE_GET);
	query_put_text(query, contact);
	if (!query_next(query)) {
		return false;
	}
	text_copy(out_row->contact, sizeof out_row->contact, contact);
	query_text(query, out_row->person, sizeof out_row->person);
	out_row->visit = query_int(query);
	query_reset(query);
	return true;
}

void acquaintance_rows_set(struct store *store, const struct acquaintance_row *row)
{
	struct query *query = store_query(store, STATEMENT_ACQUAINTANCE_SET);
	query_put_text(query, row->contact);
	query_put_text(query, row->person);
	query_put_int(query, row->visit);
	query_run(query);
}
