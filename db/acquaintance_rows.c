#include "db/acquaintance_rows.h"

#include "app/base/text.h"
#include "app/queue/event.h"

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

void acquaintance_rows_note_visit(struct store *store, const struct acquaintance_row *row)
{
	struct query *query = store_query(store, STATEMENT_KNOWN_VISIT_INSERT);
	query_put_text(query, row->contact);
	query_put_text(query, row->person);
	query_put_int(query, row->visit);
	query_run(query);
}

static void read_known_visit(struct query *query, struct known_visit_row *row)
{
	char word[EVENT_DETAIL_SIZE];
	*row = (struct known_visit_row){.state = TICKET_DONE};
	query_text(query, row->service_date, sizeof row->service_date);
	row->service = (int)query_int(query);
	query_text(query, word, sizeof word);
	row->state = word[0] != '\0' ? ticket_state_find(word) : TICKET_DONE;
	query_text(query, word, sizeof word);
	(void)outcome_read(word, &row->outcome);
}

int acquaintance_rows_earlier(struct store *store, int64_t visit, struct known_visit_row *out_rows,
	size_t size, size_t *out_count)
{
	struct query *query = store_query(store, STATEMENT_KNOWN_VISIT_COUNT);
	query_put_int(query, visit);
	int all = query_next(query) ? (int)query_int(query) : 0;
	query_reset(query);
	*out_count = 0;
	if (all == 0) {
		return 0;
	}
	query = store_query(store, STATEMENT_KNOWN_VISIT_LIST);
	query_put_int(query, visit);
	query_put_int(query, (int64_t)size);
	while (*out_count < size && query_next(query)) {
		read_known_visit(query, &out_rows[(*out_count)++]);
	}
	query_reset(query);
	return all;
}
