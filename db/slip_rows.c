#include "db/slip_rows.h"

#include "app/queue/numbering.h"

void slip_rows_insert(struct store *store, const struct slip_row *slip, int64_t now)
{
	int64_t id = store_next_id(store, STATEMENT_SLIP_NEXT_ID);
	struct query *query = store_query(store, STATEMENT_SLIP_INSERT);
	query_put_int(query, id);
	query_put_text(query, slip->service_date);
	query_put_int(query, slip->ticket);
	query_put_int(query, slip->ahead);
	query_put_time(query, slip->expected_ms);
	query_put_time(query, slip->low_ms);
	query_put_time(query, slip->high_ms);
	query_put_int(query, slip->again);
	query_put_int(query, now);
	query_run(query);

	query = store_query(store, STATEMENT_TICKET_SET_SLIP);
	query_put_int(query, id);
	query_put_int(query, slip->ticket);
	query_run(query);
}

static bool read_slip(struct query *query, struct slip_row *out_slip)
{
	char state[16];
	if (!query_next(query)) {
		return false;
	}
	out_slip->id = query_int(query);
	out_slip->ticket = query_int(query);
	out_slip->ahead = (int)query_int(query);
	out_slip->expected_ms = query_time(query);
	out_slip->low_ms = query_time(query);
	out_slip->high_ms = query_time(query);
	out_slip->again = query_int(query) != 0;
	query_text(query, state, sizeof state);
	out_slip->state = print_state_find(state);
	query_text(query, out_slip->service_date, sizeof out_slip->service_date);
	query_reset(query);
	return true;
}

bool slip_rows_get(struct store *store, int64_t id, struct slip_row *out_slip)
{
	struct query *query = store_query(store, STATEMENT_SLIP_GET);
	query_put_int(query, id);
	return read_slip(query, out_slip);
}

bool slip_rows_oldest_pending(struct store *store, struct slip_row *out_slip)
{
	return read_slip(store_query(store, STATEMENT_SLIP_PENDING), out_slip);
}

bool slip_rows_sending(struct store *store, const char *device, struct slip_row *out_slip)
{
	struct query *query = store_query(store, STATEMENT_SLIP_SENDING);
	query_put_text(query, device);
	return read_slip(query, out_slip);
}

void slip_rows_set(struct store *store, int64_t id, enum print_state state, enum result reason,
	const char *device, int64_t now)
{
	struct query *query = store_query(store, STATEMENT_SLIP_SET);
	query_put_text(query, print_state_name(state));
	query_put_text(query, result_key(reason));
	query_put_text(query, device);
	query_put_int(query, now);
	query_put_int(query, id);
	query_run(query);
}

size_t slip_rows_unsure(
	struct store *store, const char *date, struct unsure_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_SLIP_UNSURE);
	query_put_text(query, date);
	size_t count = 0;
	while (count < size && query_next(query)) {
		struct unsure_row *row = &out_rows[count++];
		char prefix[OFFICE_PREFIX_SIZE];
		row->id = query_int(query);
		row->ticket = query_int(query);
		query_text(query, prefix, sizeof prefix);
		numbering_format(prefix, (int)query_int(query), row->number);
		query_text(query, row->device, sizeof row->device);
	}
	query_reset(query);
	return count;
}

/* ---- the test slip ---- */

/* What this program does not know is trouble all the same. */
static enum result read_reason(struct query *query)
{
	char key[32];
	query_text(query, key, sizeof key);
	enum result reason = result_from_key(key);
	return reason == RESULT_COUNT ? RESULT_DEVICE_FAILED : reason;
}

void test_slip_rows_get(struct store *store, struct test_slip_row *out_row)
{
	struct query *query = store_query(store, STATEMENT_TEST_SLIP_GET);
	char state[16];
	*out_row = (struct test_slip_row){0};
	if (query_next(query)) {
		out_row->id = query_int(query);
		query_text(query, out_row->boot_id, sizeof out_row->boot_id);
		out_row->boot_ms = query_int(query);
		query_text(query, state, sizeof state);
		out_row->state = print_state_find(state);
		out_row->reason = read_reason(query);
		query_text(query, out_row->device, sizeof out_row->device);
	}
	query_reset(query);
}

void test_slip_rows_set(struct store *store, const struct test_slip_row *row)
{
	struct query *query = store_query(store, STATEMENT_TEST_SLIP_SET);
	query_put_int(query, row->id);
	query_put_text(query, row->boot_id);
	query_put_int(query, row->boot_ms);
	query_put_text(query, print_state_name(row->state));
	query_put_text(query, result_key(row->reason));
	query_put_text(query, row->device);
	query_run(query);
}

/* ---- devices ---- */

static bool read_device(struct query *query, struct device_row *out_device)
{
	if (!query_next(query)) {
		return false;
	}
	query_text(query, out_device->name, sizeof out_device->name);
	out_device->reason = read_reason(query);
	out_device->near_end = query_int(query) != 0;
	out_device->since_ms = query_int(query);
	out_device->was = read_reason(query);
	return true;
}

bool device_rows_get(struct store *store, const char *name, struct device_row *out_device)
{
	struct query *query = store_query(store, STATEMENT_DEVICE_GET);
	query_put_text(query, name);
	bool found = read_device(query, out_device);
	query_reset(query);
	return found;
}

void device_rows_set(struct store *store, const struct device_row *device)
{
	struct query *query = store_query(store, STATEMENT_DEVICE_SET);
	query_put_text(query, device->name);
	query_put_text(query, result_key(device->reason));
	query_put_int(query, device->near_end);
	query_put_int(query, device->since_ms);
	query_put_text(query, result_key(device->was));
	query_run(query);
}

size_t device_rows_list(struct store *store, struct device_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_DEVICE_LIST);
	query_put_int(query, (int64_t)size);
	size_t count = 0;
	while (count < size && read_device(query, &out_rows[count])) {
		count++;
	}
	query_reset(query);
	return count;
}
