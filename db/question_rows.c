#include "db/question_rows.h"

enum { NAME_SIZE = 32 };

static void insert(struct store *store, int service, const char *field, enum guest_ask ask)
{
	struct query *query = store_query(store, STATEMENT_QUESTION_INSERT);
	query_put_int(query, service);
	query_put_text(query, field);
	query_put_text(query, guest_ask_name(ask));
	query_run(query);
}

void question_rows_set(struct store *store, const struct office *office)
{
	query_run(store_query(store, STATEMENT_QUESTION_CLEAR));
	for (int i = 0; i < office->service_count; i++) {
		for (int field = 0; field < GUEST_FIELDS; field++) {
			const char *name = guest_switch_name((enum guest_field)field);
			enum guest_ask ask = office->services[i].asks[field];
			if (name != NULL && ask != GUEST_USUAL) {
				insert(store, i, name, ask);
			}
		}
	}
}

void question_rows_read(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_QUESTION_LIST);
	query_put_int(query, OFFICE_SERVICES * GUEST_FIELDS);
	while (query_next(query)) {
		char name[NAME_SIZE], asked[NAME_SIZE];
		enum guest_field field;
		enum guest_ask ask;
		int service = query_place(query, office->service_count);
		query_text(query, name, sizeof name);
		query_text(query, asked, sizeof asked);
		if (guest_find_switch(name, &field) && guest_ask_find(asked, &ask)) {
			office->services[service].asks[field] = ask;
		}
	}
	query_reset(query);
}
