#include "db/option_rows.h"

enum { ID = OFFICE_INDONESIAN, EN = OFFICE_ENGLISH, NAME_SIZE = 32 };

static void insert(struct store *store, int place, const struct office_option *option)
{
	struct query *query = store_query(store, STATEMENT_GUEST_OPTION_INSERT);
	query_put_int(query, place);
	query_put_text(query, guest_field_name(option->field));
	query_put_int(query, option->code);
	query_put_int(query, option->survey);
	query_put_int(query, option->hidden);
	query_put_text(query, option->label[ID]);
	query_put_text(query, option->label[EN]);
	query_put_text(query, option->brief[ID]);
	query_put_text(query, option->brief[EN]);
	query_run(query);
}

void option_rows_set(struct store *store, const struct office *office)
{
	query_run(store_query(store, STATEMENT_GUEST_OPTION_CLEAR));
	for (int i = 0; i < office->option_count; i++) {
		insert(store, i, &office->options[i]);
	}
	struct query *query = store_query(store, STATEMENT_PRIVACY_SET);
	query_put_text(query, office->privacy_contact);
	query_run(query);
}

static void read_option(struct query *query, struct office *office)
{
	char name[NAME_SIZE];
	struct office_option *option = &office->options[office->option_count];
	query_text(query, name, sizeof name);
	option->code = (int)query_int(query);
	option->survey = (int)query_int(query);
	option->hidden = query_int(query) != 0;
	query_text(query, option->label[ID], sizeof option->label[ID]);
	query_text(query, option->label[EN], sizeof option->label[EN]);
	query_text(query, option->brief[ID], sizeof option->brief[ID]);
	query_text(query, option->brief[EN], sizeof option->brief[EN]);
	office->option_count += guest_find_field(name, &option->field);
}

void option_rows_read(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_GUEST_OPTION_LIST);
	query_put_int(query, OFFICE_OPTIONS);
	while (office->option_count < OFFICE_OPTIONS && query_next(query)) {
		read_option(query, office);
	}
	query_reset(query);
	query = store_query(store, STATEMENT_PRIVACY_GET);
	if (query_next(query)) {
		query_text(query, office->privacy_contact, sizeof office->privacy_contact);
	}
	query_reset(query);
}
