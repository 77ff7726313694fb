#include "db/complaint_rows.h"

int64_t complaint_rows_next_id(struct store *store)
{
	return store_next_id(store, STATEMENT_COMPLAINT_NEXT_ID);
}

void complaint_rows_insert(struct store *store, const struct complaint_row *row,
	const char *notice_version, const char *token)
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_INSERT);
	query_put_int(query, row->id);
	query_put_text(query, row->code);
	query_put_text(query, complaint_kind_name(row->kind));
	query_put_text(query, complaint_topic_name(row->topic));
	query_put_text(query, row->service_date);
	query_put_int(query, row->filed_ms);
	query_put_text(query, notice_version);
	query_put_int(query, row->changed_ms);
	query_put_text(query, token[0] != '\0' ? token : NULL);
	query_run(query);
	query = store_query(store, STATEMENT_COMPLAINT_TEXT_INSERT);
	query_put_int(query, row->id);
	query_put_text(query, row->text);
	query_put_text(query, row->contact[0] != '\0' ? row->contact : NULL);
	query_run(query);
}

static bool read_complaint(struct query *query, struct complaint_row *out_row)
{
	char word[16];
	*out_row = (struct complaint_row){0};
	if (!query_next(query)) {
		return false;
	}
	out_row->id = query_int(query);
	query_text(query, out_row->code, sizeof out_row->code);
	query_text(query, word, sizeof word);
	(void)complaint_kind_find(word, &out_row->kind);
	query_text(query, word, sizeof word);
	if (!complaint_topic_find(word, &out_row->topic)) {
		out_row->topic = COMPLAINT_OTHER;
	}
	query_text(query, out_row->service_date, sizeof out_row->service_date);
	out_row->filed_ms = query_time(query);
	query_text(query, word, sizeof word);
	(void)complaint_state_find(word, &out_row->state);
	out_row->changed_ms = query_time(query);
	query_text(query, out_row->text, sizeof out_row->text);
	query_text(query, out_row->contact, sizeof out_row->contact);
	return true;
}

bool complaint_rows_find_token(struct store *store, const char *date, const char *token,
	char out_code[COMPLAINT_CODE_SIZE])
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_OF_TOKEN);
	query_put_text(query, date);
	query_put_text(query, token);
	const bool found = query_next(query);
	if (found) {
		query_text(query, out_code, COMPLAINT_CODE_SIZE);
	}
	query_reset(query);
	return found;
}

bool complaint_rows_find(struct store *store, const char *code, struct complaint_row *out_row)
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_FIND);
	query_put_text(query, code);
	bool found = read_complaint(query, out_row);
	query_reset(query);
	return found;
}

void complaint_rows_set(struct store *store, const struct complaint_row *row)
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_SET);
	query_put_text(query, complaint_state_name(row->state));
	query_put_int(query, row->changed_ms);
	query_put_int(query, row->id);
	query_run(query);
}

size_t complaint_rows_list(
	struct store *store, int64_t after, struct complaint_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_LIST);
	size_t count = 0;
	query_put_int(query, after);
	query_put_int(query, (int64_t)size);
	while (count < size && read_complaint(query, &out_rows[count])) {
		count++;
	}
	query_reset(query);
	return count;
}

int64_t complaint_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_TOTAL);
	const int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}

int complaint_rows_count_new(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_COMPLAINT_COUNT_NEW);
	const int count = query_next(query) ? (int)query_int(query) : 0;
	query_reset(query);
	return count;
}

int complaint_rows_blank(struct store *store, const char *date)
{
	int count = 0;
	struct query *query = store_query(store, STATEMENT_COMPLAINT_BLANK);
	query_put_text(query, date);
	while (query_next(query)) {
		count++;
	}
	return count;
}
