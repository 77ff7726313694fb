#include "db/help_rows.h"

#include "app/queue/numbering.h"

int64_t help_rows_insert(struct store *store, const struct help *help)
{
	struct query *query = store_query(store, STATEMENT_HELP_INSERT);
	query_put_text(query, help->service_date);
	query_put_text(query, help->device);
	query_put_int(query, help->asked_ms);
	int64_t id = query_next(query) ? query_int(query) : 0;
	query_run(query);
	return id;
}

static bool read_help(struct query *query, struct help *out_help)
{
	char word[16], prefix[OFFICE_PREFIX_SIZE];
	*out_help = (struct help){0};
	if (!query_next(query)) {
		return false;
	}
	out_help->id = query_int(query);
	query_text(query, out_help->service_date, sizeof out_help->service_date);
	query_text(query, out_help->device, sizeof out_help->device);
	query_text(query, word, sizeof word);
	out_help->state = help_state_find(word);
	out_help->asked_ms = query_time(query);
	out_help->counter = (int)query_int(query);
	out_help->ticket = query_int(query);
	query_text(query, prefix, sizeof prefix);
	int sequence = (int)query_int(query);
	out_help->left_ms = query_int(query);
	if (out_help->ticket != 0) {
		numbering_format(prefix, sequence, out_help->number);
	}
	return true;
}

bool help_rows_get(struct store *store, int64_t id, struct help *out_help)
{
	struct query *query = store_query(store, STATEMENT_HELP_GET);
	query_put_int(query, id);
	bool found = read_help(query, out_help);
	query_reset(query);
	return found;
}

bool help_rows_find_open(struct store *store, const char *device, struct help *out_help)
{
	struct query *query = store_query(store, STATEMENT_HELP_OPEN);
	query_put_text(query, device);
	bool found = read_help(query, out_help);
	query_reset(query);
	return found;
}

size_t help_rows_list(struct store *store, const char *date, struct help *out_helps, size_t size)
{
	struct query *query = store_query(store, STATEMENT_HELP_LIST);
	size_t count = 0;
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && read_help(query, &out_helps[count])) {
		count++;
	}
	query_reset(query);
	return count;
}

bool help_rows_gave(struct store *store, int64_t ticket, int counter)
{
	struct query *query = store_query(store, STATEMENT_HELP_GAVE);
	query_put_int(query, ticket);
	query_put_int(query, counter);
	bool found = query_next(query);
	query_reset(query);
	return found;
}

void help_rows_set(struct store *store, const struct help *help)
{
	struct query *query = store_query(store, STATEMENT_HELP_SET);
	query_put_text(query, help_state_name(help->state));
	if (help->counter != 0) {
		query_put_int(query, help->counter);
	} else {
		query_put_null(query);
	}
	if (help->ticket != 0) {
		query_put_int(query, help->ticket);
	} else {
		query_put_null(query);
	}
	query_put_int(query, help->id);
	query_run(query);
}

int64_t help_rows_total(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_HELP_TOTAL);
	int64_t total = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return total;
}

void attempt_rows_get(struct store *store, const char *name, struct attempt *out_attempt)
{
	*out_attempt = (struct attempt){0};
	struct query *query = store_query(store, STATEMENT_ATTEMPT_GET);
	query_put_text(query, name);
	if (query_next(query)) {
		out_attempt->since_ms = query_time(query);
		out_attempt->tries = (int)query_int(query);
	}
	query_reset(query);
}

void attempt_rows_set(struct store *store, const char *name, const struct attempt *attempt)
{
	struct query *query = store_query(store, STATEMENT_ATTEMPT_SET);
	query_put_text(query, name);
	query_put_int(query, attempt->since_ms);
	query_put_int(query, attempt->tries);
	query_run(query);
}
