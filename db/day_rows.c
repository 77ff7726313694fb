#include "db/day_rows.h"

#include <string.h>

static bool read_day(struct query *query, struct day_row *out_day)
{
	if (!query_next(query)) {
		return false;
	}
	query_text(query, out_day->service_date, sizeof out_day->service_date);
	out_day->first_event = query_int(query);
	out_day->closed_event = query_int(query);
	out_day->by_hand = query_int(query) != 0;
	query_text(query, out_day->figures, sizeof out_day->figures);
	query_text(query, out_day->head, sizeof out_day->head);
	query_text(query, out_day->signature, sizeof out_day->signature);
	return true;
}

static bool read_one_day(
	struct store *store, enum statement statement, const char *date, struct day_row *out_day)
{
	struct query *query = store_query(store, statement);
	query_put_text(query, date);
	bool found = read_day(query, out_day);
	query_reset(query);
	return found;
}

bool day_rows_get(struct store *store, const char *date, struct day_row *out_day)
{
	return read_one_day(store, STATEMENT_DAY_GET, date, out_day);
}

bool day_rows_stale(struct store *store, const char *date, struct day_row *out_day)
{
	return read_one_day(store, STATEMENT_DAY_STALE, date, out_day);
}

void day_rows_insert(struct store *store, const char *date, int64_t first_event)
{
	struct query *query = store_query(store, STATEMENT_DAY_INSERT);
	query_put_text(query, date);
	query_put_int(query, first_event);
	query_run(query);
}

void day_rows_close(struct store *store, const struct day_row *day)
{
	struct query *query = store_query(store, STATEMENT_DAY_CLOSE);
	query_put_int(query, day->closed_event);
	query_put_int(query, day->by_hand);
	query_put_text(query, day->figures);
	query_put_text(query, day->head);
	query_put_text(query, day->signature[0] == '\0' ? NULL : day->signature);
	query_put_text(query, day->service_date);
	query_run(query);
}

void day_rows_reopen(struct store *store, const char *date)
{
	struct query *query = store_query(store, STATEMENT_DAY_REOPEN);
	query_put_text(query, date);
	query_run(query);
}

size_t day_rows_list(struct store *store, const char *from, const char *to,
	struct day_row *out_days, size_t size)
{
	struct query *query = store_query(store, STATEMENT_DAY_LIST);
	size_t count = 0;
	query_put_text(query, from);
	query_put_text(query, to);
	query_put_int(query, (int64_t)size);
	while (count < size && read_day(query, &out_days[count])) {
		count++;
	}
	query_reset(query);
	return count;
}

/* ---- service times ---- */

void pace_rows_list(struct store *store, int hour, struct pace out_paces[OFFICE_SERVICES])
{
	struct query *query = store_query(store, STATEMENT_PACE_LIST);
	memset(out_paces, 0, OFFICE_SERVICES * sizeof out_paces[0]);
	query_put_int(query, hour);
	while (query_next(query)) {
		struct pace *pace = &out_paces[query_place(query, OFFICE_SERVICES)];
		pace->visits = (int)query_int(query);
		pace->mean_ms = query_int(query);
		pace->deviation_ms = query_int(query);
	}
}

void pace_rows_set(struct store *store, int service, int hour, const struct pace *pace)
{
	struct query *query = store_query(store, STATEMENT_PACE_SET);
	query_put_int(query, service);
	query_put_int(query, hour);
	query_put_int(query, pace->visits);
	query_put_int(query, pace->mean_ms);
	query_put_int(query, pace->deviation_ms);
	query_run(query);
}

/* ---- appointments ---- */

static const char *const appointment_states[] = {
	[APPOINTMENT_BOOKED] = "booked",
	[APPOINTMENT_ARRIVED] = "arrived",
	[APPOINTMENT_CANCELLED] = "cancelled",
};

int64_t appointment_rows_next_id(struct store *store)
{
	return store_next_id(store, STATEMENT_APPOINTMENT_NEXT_ID);
}

void appointment_rows_insert(struct store *store, const struct appointment_row *row)
{
	struct query *query = store_query(store, STATEMENT_APPOINTMENT_INSERT);
	query_put_int(query, row->id);
	query_put_text(query, row->code);
	query_put_int(query, row->service);
	query_put_text(query, row->service_date);
	query_put_int(query, row->at_ms);
	query_run(query);
}

static bool read_appointment(struct query *query, struct appointment_row *out_row)
{
	char state[16];
	if (!query_next(query)) {
		return false;
	}
	out_row->id = query_int(query);
	query_text(query, out_row->code, sizeof out_row->code);
	out_row->service = query_place(query, OFFICE_SERVICES);
	query_text(query, out_row->service_date, sizeof out_row->service_date);
	out_row->at_ms = query_int(query);
	query_text(query, state, sizeof state);
	out_row->state = APPOINTMENT_CANCELLED;
	for (int i = 0; i < APPOINTMENT_CANCELLED; i++) {
		if (strcmp(appointment_states[i], state) == 0) {
			out_row->state = (enum appointment_state)i;
		}
	}
	out_row->ticket = query_int(query);
	return true;
}

bool appointment_rows_find(struct store *store, const char *code, struct appointment_row *out_row)
{
	struct query *query = store_query(store, STATEMENT_APPOINTMENT_FIND);
	query_put_text(query, code);
	bool found = read_appointment(query, out_row);
	query_reset(query);
	return found;
}

void appointment_rows_set(struct store *store, const struct appointment_row *row)
{
	struct query *query = store_query(store, STATEMENT_APPOINTMENT_SET);
	query_put_text(query, appointment_states[row->state]);
	if (row->ticket == 0) {
		query_put_null(query);
	} else {
		query_put_int(query, row->ticket);
	}
	query_put_int(query, row->id);
	query_run(query);
}

size_t appointment_rows_list(
	struct store *store, const char *date, struct appointment_row *out_rows, size_t size)
{
	struct query *query = store_query(store, STATEMENT_APPOINTMENT_LIST);
	size_t count = 0;
	query_put_text(query, date);
	query_put_int(query, (int64_t)size);
	while (count < size && read_appointment(query, &out_rows[count])) {
		count++;
	}
	query_reset(query);
	return count;
}
