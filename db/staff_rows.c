#include "db/staff_rows.h"

void staff_rows_insert(struct store *store, const struct staff_row *staff)
{
	struct query *query = store_query(store, STATEMENT_STAFF_INSERT);
	query_put_text(query, staff->code);
	query_put_text(query, staff->name);
	query_put_text(query, staff->role);
	query_put_text(query, staff->pin_hash[0] == '\0' ? NULL : staff->pin_hash);
	query_run(query);
}

static bool read_staff(struct query *query, struct staff_row *out_staff)
{
	if (!query_next(query)) {
		return false;
	}
	query_text(query, out_staff->code, sizeof out_staff->code);
	query_text(query, out_staff->name, sizeof out_staff->name);
	query_text(query, out_staff->role, sizeof out_staff->role);
	query_text(query, out_staff->pin_hash, sizeof out_staff->pin_hash);
	out_staff->wrong_pins = (int)query_int(query);
	out_staff->locked_until_ms = query_time(query);
	return true;
}

bool staff_rows_get(struct store *store, const char *code, struct staff_row *out_staff)
{
	struct query *query = store_query(store, STATEMENT_STAFF_GET);
	query_put_text(query, code);
	bool found = read_staff(query, out_staff);
	query_reset(query);
	return found;
}

size_t staff_rows_list(struct store *store, struct staff_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_STAFF_LIST);
	size_t count = 0;
	while (count < size && read_staff(query, &out_rows[count])) {
		count++;
	}
	query_reset(query);
	return count;
}

void staff_rows_set(struct store *store, const char *code, const char *name, const char *role)
{
	struct query *query = store_query(store, STATEMENT_STAFF_SET);
	query_put_text(query, name);
	query_put_text(query, role);
	query_put_text(query, code);
	query_run(query);
}

bool staff_rows_has_left(struct store *store, const char *code)
{
	struct query *query = store_query(store, STATEMENT_STAFF_LEFT);
	query_put_text(query, code);
	bool left = query_next(query);
	query_reset(query);
	return left;
}

void staff_rows_retire(struct store *store, const char *code)
{
	struct query *query = store_query(store, STATEMENT_STAFF_RETIRE);
	query_put_text(query, code);
	query_run(query);
}

void staff_rows_set_pin(struct store *store, const char *code, const char *pin_hash)
{
	struct query *query = store_query(store, STATEMENT_STAFF_SET_PIN);
	query_put_text(query, pin_hash[0] == '\0' ? NULL : pin_hash);
	query_put_text(query, code);
	query_run(query);
}

void staff_rows_set_wrong(
	struct store *store, const char *code, int wrong_pins, int64_t locked_until_ms)
{
	struct query *query = store_query(store, STATEMENT_STAFF_SET_WRONG);
	query_put_int(query, wrong_pins);
	query_put_time(query, locked_until_ms);
	query_put_text(query, code);
	query_run(query);
}
