#include "db/office_rows.h"

#include "app/base/log.h"
#include "db/calendar_rows.h"
#include "db/counter_rows.h"
#include "db/feedback_rows.h"
#include "db/flow_rows.h"
#include "db/option_rows.h"
#include "db/question_rows.h"
#include "db/voice_rows.h"

#include <string.h>

enum { ID = OFFICE_INDONESIAN, EN = OFFICE_ENGLISH };

/* ---- writing ---- */

static void put_profile(struct query *query, const struct office *office)
{
	query_put_text(query, office->name);
	query_put_text(query, office->unit[ID]);
	query_put_text(query, office->unit[EN]);
	query_put_int(query, office->priority_head_start_s);
	query_put_int(query, office->issue_before_s);
	query_put_int(query, office->recall_limit);
	query_put_int(query, office->recall_interval_s);
	query_put_int(query, office->undo_s);
	query_put_int(query, office->serve_on_call);
	query_put_int(query, office->idle_s);
	query_put_int(query, office->retention_months);
	query_put_text(query, office->notice_version);
	query_put_text(query, office->running[ID]);
	query_put_text(query, office->running[EN]);
	query_put_text(query, office->online);
	query_put_text(query, office->chat);
	query_put_int(query, office->stand_by);
	query_put_int(query, office->call_any);
	query_put_int(query, office->console.ring_soon);
	query_put_int(query, office->console.ring_late);
	query_put_int(query, office->console.ring_unattended);
	query_put_int(query, office->console.raise_late);
	query_put_int(query, office->console.lock_minutes);
	query_put_int(query, office->asks_source);
}

static void insert_profile(struct store *store, const struct office *office)
{
	struct query *query = store_query(store, STATEMENT_OFFICE_INSERT);
	query_put_text(query, office->code);
	query_put_int(query, office->zone);
	put_profile(query, office);
	query_run(query);
}

static void set_service(struct store *store, int place, const struct office_service *service)
{
	struct query *query = store_query(store, STATEMENT_SERVICE_SET);
	query_put_int(query, place);
	query_put_text(query, service->code);
	query_put_text(query, service->prefix);
	query_put_text(query, service->name[ID]);
	query_put_text(query, service->name[EN]);
	query_put_text(query, service->short_name[ID]);
	query_put_text(query, service->short_name[EN]);
	query_put_text(query, service->meaning[ID]);
	query_put_text(query, service->meaning[EN]);
	query_put_text(query, service->icon);
	query_put_int(query, service->fee);
	query_put_int(query, service->email_required);
	query_put_int(query, service->target_s);
	query_put_int(query, service->typical_service_s);
	query_put_int(query, service->daily_quota);
	query_put_int(query, service->last_issue_min);
	query_put_int(query, service->unrated);
	query_run(query);
}

static void insert_span(struct store *store, int weekday, int place, const struct office_span *span)
{
	struct query *query = store_query(store, STATEMENT_HOURS_INSERT);
	query_put_int(query, weekday);
	query_put_int(query, place);
	query_put_int(query, span->from_min);
	query_put_int(query, span->to_min);
	query_run(query);
}

static void set_counter(struct store *store, int place, const struct office_counter *counter)
{
	struct query *query = store_query(store, STATEMENT_COUNTER_SET);
	query_put_int(query, counter->number);
	query_put_int(query, place);
	query_put_int(query, counter->services);
	query_put_text(query, counter->name[ID]);
	query_put_text(query, counter->name[EN]);
	query_run(query);
}

static void set_hours(struct store *store, const struct office *office)
{
	query_run(store_query(store, STATEMENT_HOURS_CLEAR));
	for (int weekday = 0; weekday < OFFICE_WEEK; weekday++) {
		const struct office_day *day = &office->week[weekday];
		insert_span(store, weekday, 0, &day->open);
		for (int i = 0; i < day->break_count; i++) {
			insert_span(store, weekday, i + 1, &day->breaks[i]);
		}
	}
}

/* Places and prefixes are unique: what moves is out of the way first. */
static void set_parts(struct store *store, const struct office *office)
{
	query_run(store_query(store, STATEMENT_SERVICE_FREE));
	for (int i = 0; i < office->service_count; i++) {
		set_service(store, i, &office->services[i]);
	}
	set_hours(store, office);
	query_run(store_query(store, STATEMENT_COUNTER_FREE));
	for (int i = 0; i < office->counter_count; i++) {
		set_counter(store, i, &office->counters[i]);
	}
	calendar_rows_set_promises(store, office);
	feedback_rows_set(store, &office->feedback);
	flow_rows_set(store, office);
	flow_rows_set_slip(store, &office->slip);
	question_rows_set(store, office);
	option_rows_set(store, office);
	voice_rows_set(store, &office->voice);
}

void office_rows_insert(struct store *store, const struct office *office)
{
	insert_profile(store, office);
	set_parts(store, office);
	calendar_rows_insert(store, office);
}

void office_rows_set(struct store *store, const struct office *office, int64_t now)
{
	struct query *query = store_query(store, STATEMENT_OFFICE_SET);
	put_profile(query, office);
	query_run(query);
	set_parts(store, office);
	for (int i = 0; i < office->counter_count; i++) {
		counter_rows_insert(store, office->counters[i].number, now);
	}
}

void office_rows_bump(struct store *store)
{
	query_run(store_query(store, STATEMENT_REVISION_BUMP));
}

/* ---- reading ---- */

static int read_int(struct query *query)
{
	return (int)query_int(query);
}

static bool read_profile(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_OFFICE_GET);
	if (!query_next(query)) {
		return false;
	}
	query_text(query, office->code, sizeof office->code);
	query_text(query, office->name, sizeof office->name);
	query_text(query, office->unit[ID], sizeof office->unit[ID]);
	query_text(query, office->unit[EN], sizeof office->unit[EN]);
	office->zone = (enum office_zone)query_int(query);
	office->priority_head_start_s = read_int(query);
	office->issue_before_s = read_int(query);
	office->recall_limit = read_int(query);
	office->recall_interval_s = read_int(query);
	office->undo_s = read_int(query);
	office->serve_on_call = query_int(query) != 0;
	office->idle_s = read_int(query);
	office->retention_months = read_int(query);
	query_text(query, office->notice_version, sizeof office->notice_version);
	query_text(query, office->running[ID], sizeof office->running[ID]);
	query_text(query, office->running[EN], sizeof office->running[EN]);
	query_text(query, office->online, sizeof office->online);
	query_text(query, office->chat, sizeof office->chat);
	office->stand_by = query_int(query) != 0;
	office->call_any = query_int(query) != 0;
	office->console.ring_soon = query_int(query) != 0;
	office->console.ring_late = query_int(query) != 0;
	office->console.ring_unattended = query_int(query) != 0;
	office->console.raise_late = query_int(query) != 0;
	office->console.lock_minutes = read_int(query);
	office->asks_source = query_int(query) != 0;
	query_reset(query);
	return true;
}

static void read_services(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_SERVICE_LIST);
	while (office->service_count < OFFICE_SERVICES && query_next(query)) {
		struct office_service *service = &office->services[office->service_count++];
		(void)query_int(query);
		query_text(query, service->code, sizeof service->code);
		query_text(query, service->prefix, sizeof service->prefix);
		query_text(query, service->name[ID], sizeof service->name[ID]);
		query_text(query, service->name[EN], sizeof service->name[EN]);
		query_text(query, service->short_name[ID], sizeof service->short_name[ID]);
		query_text(query, service->short_name[EN], sizeof service->short_name[EN]);
		query_text(query, service->meaning[ID], sizeof service->meaning[ID]);
		query_text(query, service->meaning[EN], sizeof service->meaning[EN]);
		query_text(query, service->icon, sizeof service->icon);
		service->fee = (enum office_fee)query_place(query, OFFICE_FEE_ZERO + 1);
		service->email_required = query_int(query) != 0;
		service->target_s = read_int(query);
		service->typical_service_s = read_int(query);
		service->daily_quota = read_int(query);
		service->last_issue_min = read_int(query);
		service->unrated = query_int(query) != 0;
	}
	query_reset(query);
}

static void read_hours(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_HOURS_LIST);
	while (query_next(query)) {
		int64_t weekday = query_int(query);
		int64_t place = query_int(query);
		if (weekday < 0 || weekday > 6 || place < 0 || place > OFFICE_BREAKS) {
			continue;
		}
		struct office_day *day = &office->week[weekday];
		struct office_span *span = place == 0 ? &day->open : &day->breaks[place - 1];
		span->from_min = read_int(query);
		span->to_min = read_int(query);
		if (place > day->break_count) {
			day->break_count = (int)place;
		}
	}
}

static void read_counters(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_COUNTER_LIST);
	while (office->counter_count < OFFICE_COUNTERS && query_next(query)) {
		struct office_counter *counter = &office->counters[office->counter_count++];
		counter->number = read_int(query);
		counter->services = (uint32_t)query_int(query);
		query_text(query, counter->name[ID], sizeof counter->name[ID]);
		query_text(query, counter->name[EN], sizeof counter->name[EN]);
	}
	query_reset(query);
}

bool office_rows_read(struct store *store, struct office *out_office)
{
	char why[200];
	memset(out_office, 0, sizeof *out_office);
	if (!read_profile(store, out_office)) {
		return false;
	}
	read_services(store, out_office);
	read_hours(store, out_office);
	read_counters(store, out_office);
	calendar_rows_read(store, out_office);
	feedback_rows_read(store, &out_office->feedback);
	flow_rows_read(store, out_office);
	flow_rows_read_slip(store, &out_office->slip);
	question_rows_read(store, out_office);
	option_rows_read(store, out_office);
	voice_rows_read(store, &out_office->voice);
	if (store_trouble(store) != RESULT_OK) {
		return false;
	}
	if (office_check(out_office, why, sizeof why) != RESULT_OK) {
		log_error("store", "office: %s", why);
		return false;
	}
	return true;
}

int64_t office_rows_revision(struct store *store)
{
	struct query *query = store_query(store, STATEMENT_REVISION_GET);
	int64_t revision = query_next(query) ? query_int(query) : 0;
	query_reset(query);
	return revision;
}
