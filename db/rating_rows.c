#include "db/rating_rows.h"

#include "app/queue/numbering.h"

bool rating_rows_get(struct store *store, int64_t ticket, int segment, struct rating_row *out_row)
{
	*out_row = (struct rating_row){
		.ticket = ticket, .segment = segment, .finished_ms = TICKET_NEVER};
	struct query *query = store_query(store, STATEMENT_RATING_GET);
	query_put_int(query, ticket);
	query_put_int(query, segment);
	if (!query_next(query)) {
		return false;
	}
	out_row->service = query_place(query, OFFICE_SERVICES);
	query_text(query, out_row->instrument, sizeof out_row->instrument);
	query_text(query, out_row->version, sizeof out_row->version);
	out_row->finished_ms = query_time(query);
	query_reset(query);
	return true;
}

void rating_rows_insert(
	struct store *store, const struct rating_row *row, const char *date, int64_t now_ms)
{
	struct query *query = store_query(store, STATEMENT_RATING_INSERT);
	query_put_int(query, row->ticket);
	query_put_int(query, row->segment);
	query_put_text(query, date);
	query_put_int(query, row->service);
	query_put_text(query, row->instrument);
	query_put_text(query, row->version);
	query_put_int(query, now_ms);
	query_run(query);
}

void rating_rows_restart(struct store *store, const struct rating_row *row, int64_t now_ms)
{
	struct query *query = store_query(store, STATEMENT_ANSWER_CLEAR);
	query_put_int(query, row->ticket);
	query_put_int(query, row->segment);
	query_run(query);
	query = store_query(store, STATEMENT_RATING_RESTART);
	query_put_text(query, row->instrument);
	query_put_text(query, row->version);
	query_put_int(query, now_ms);
	query_put_int(query, row->ticket);
	query_put_int(query, row->segment);
	query_run(query);
}

void rating_rows_finish(struct store *store, int64_t ticket, int segment, int64_t now_ms)
{
	struct query *query = store_query(store, STATEMENT_RATING_FINISH);
	query_put_int(query, now_ms);
	query_put_int(query, ticket);
	query_put_int(query, segment);
	query_run(query);
}

void rating_rows_answer(
	struct store *store, int64_t ticket, int segment, const char *item, int answer)
{
	struct query *query = store_query(store, STATEMENT_ANSWER_SET);
	query_put_int(query, ticket);
	query_put_int(query, segment);
	query_put_text(query, item);
	if (answer == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, answer);
	}
	query_run(query);
}

size_t rating_rows_answers(
	struct store *store, int64_t ticket, int segment, struct answer_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_ANSWER_LIST);
	size_t count = 0;
	query_put_int(query, ticket);
	query_put_int(query, segment);
	while (count < size && query_next(query)) {
		query_text(query, out_rows[count].item, sizeof out_rows[count].item);
		out_rows[count++].answer = query_place(query, INSTRUMENT_MAX + 1);
	}
	query_reset(query);
	return count;
}

size_t rating_rows_fresh(struct store *store, const char *date, int64_t since_ms,
	struct fresh_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_RATING_FRESH);
	size_t count = 0;
	query_put_int(query, since_ms);
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		char prefix[OFFICE_PREFIX_SIZE];
		query_text(query, prefix, sizeof prefix);
		numbering_format(prefix, (int)query_int(query), out_rows[count].number);
		out_rows[count++].finished_ms = query_time(query);
	}
	query_reset(query);
	return count;
}

int64_t rating_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_RATING_TOTAL);
	int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}

/* ---- figures ---- */

size_t rating_rows_sheets(struct store *store, const char *from, const char *to,
	struct sheet_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_RATING_SHEETS);
	size_t count = 0;
	query_put_text(query, from);
	query_put_text(query, to);
	query_put_int(query, (int64_t)size);
	while (count < size && query_next(query)) {
		struct sheet_row *row = &out_rows[count++];
		query_text(query, row->instrument, sizeof row->instrument);
		query_text(query, row->version, sizeof row->version);
		row->finished = query_int(query);
		row->begun = query_int(query);
	}
	query_reset(query);
	return count;
}

void rating_rows_sums(struct store *store, const char *from, const char *to,
	const struct instrument *instrument, struct index_item out_items[INSTRUMENT_ITEMS])
{
	struct query *query = store_query(store, STATEMENT_RATING_SUMS);
	query_put_text(query, from);
	query_put_text(query, to);
	query_put_text(query, instrument->code);
	query_put_text(query, instrument->version);
	while (query_next(query)) {
		char code[INSTRUMENT_CODE_SIZE];
		query_text(query, code, sizeof code);
		int place = instrument_find_item(instrument, code);
		if (place >= 0) {
			out_items[place].sum = query_int(query);
			out_items[place].count = query_int(query);
		}
	}
	query_reset(query);
}

int64_t rating_rows_served(struct store *store, const char *from, const char *to)
{
	struct query *query = store_query(store, STATEMENT_RATING_SERVED);
	query_put_text(query, from);
	query_put_text(query, to);
	int64_t served = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return served;
}
