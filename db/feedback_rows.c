#include "db/feedback_rows.h"

void feedback_rows_set(struct store *store, const struct office_feedback *feedback)
{
	struct query *query = store_query(store, STATEMENT_FEEDBACK_SET);
	query_put_text(query, feedback->instrument);
	query_put_int(query, feedback->invites);
	query_run(query);
	query_run(store_query(store, STATEMENT_ADDRESS_CLEAR));
	for (int i = 0; i < feedback->address_count; i++) {
		query = store_query(store, STATEMENT_ADDRESS_INSERT);
		query_put_int(query, i);
		query_put_text(query, office_address_name(feedback->addresses[i].kind));
		query_put_text(query, feedback->addresses[i].text);
		query_run(query);
	}
}

static void read_addresses(struct store *store, struct office_feedback *feedback)
{
	struct query *query = store_query(store, STATEMENT_ADDRESS_LIST);
	query_put_int(query, OFFICE_ADDRESSES);
	while (feedback->address_count < OFFICE_ADDRESSES && query_next(query)) {
		struct office_address *address = &feedback->addresses[feedback->address_count];
		char kind[16];
		query_text(query, kind, sizeof kind);
		query_text(query, address->text, sizeof address->text);
		/* What is none of ours is in a damaged store only. */
		feedback->address_count += office_address_find(kind, &address->kind);
	}
	query_reset(query);
}

void feedback_rows_read(struct store *store, struct office_feedback *out_feedback)
{
	*out_feedback = (struct office_feedback){0};
	struct query *query = store_query(store, STATEMENT_FEEDBACK_GET);
	if (query_next(query)) {
		query_text(query, out_feedback->instrument, sizeof out_feedback->instrument);
		out_feedback->invites = query_int(query) != 0;
		query_reset(query);
	}
	read_addresses(store, out_feedback);
}
