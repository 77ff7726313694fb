#include "db/calendar_rows.h"

#include <limits.h>

enum { NAME_SIZE = 32 };

/* ---- writing ---- */

static void insert_standard(
	struct store *store, int service, int place, const struct office_standard *standard)
{
	struct query *query = store_query(store, STATEMENT_STANDARD_INSERT);
	query_put_int(query, service);
	query_put_int(query, place);
	query_put_text(query, standard->channel);
	query_put_int(query, standard->limit);
	query_put_text(query, office_unit_name(standard->unit));
	query_put_text(query, office_start_name(standard->start));
	query_run(query);
}

void calendar_rows_set_year(struct store *store, const struct office_year *year, int64_t known_ms)
{
	struct query *query = store_query(store, STATEMENT_YEAR_SET);
	query_put_int(query, year->year);
	query_put_text(query, year->source);
	query_put_int(query, known_ms);
	query_run(query);
}

void calendar_rows_add_holiday(struct store *store, const struct office_holiday *holiday)
{
	struct query *query = store_query(store, STATEMENT_HOLIDAY_INSERT);
	query_put_int(query, holiday->day);
	query_put_text(query, office_holiday_name(holiday->kind));
	query_put_text(query, holiday->name);
	query_put_int(query, holiday->known_ms);
	query_run(query);
}

static void insert_season_span(
	struct store *store, int64_t season, int weekday, int place, const struct office_span *span)
{
	struct query *query = store_query(store, STATEMENT_SEASON_HOURS_INSERT);
	query_put_int(query, season);
	query_put_int(query, weekday);
	query_put_int(query, place);
	query_put_int(query, span->from_min);
	query_put_int(query, span->to_min);
	query_run(query);
}

/* The id that a statement with RETURNING gives. */
static int64_t run_for_id(struct query *query)
{
	int64_t id = query_next(query) ? query_int(query) : 0;
	query_run(query);
	return id;
}

int64_t calendar_rows_add_season(struct store *store, const struct office_season *season)
{
	struct query *query = store_query(store, STATEMENT_SEASON_INSERT);
	query_put_text(query, season->name);
	query_put_int(query, season->from_day);
	query_put_int(query, season->to_day);
	query_put_int(query, season->known_ms);
	int64_t id = run_for_id(query);
	for (int weekday = 0; weekday < OFFICE_WEEK && id != 0; weekday++) {
		const struct office_day *day = &season->week[weekday];
		insert_season_span(store, id, weekday, 0, &day->open);
		for (int i = 0; i < day->break_count; i++) {
			insert_season_span(store, id, weekday, i + 1, &day->breaks[i]);
		}
	}
	return id;
}

int64_t calendar_rows_add_closure(struct store *store, const struct office_closure *closure)
{
	struct query *query = store_query(store, STATEMENT_CLOSURE_INSERT);
	query_put_int(query, closure->from_ms);
	query_put_int(query, closure->to_ms);
	query_put_text(query, closure->reason);
	query_put_int(query, closure->known_ms);
	return run_for_id(query);
}

void calendar_rows_set_promises(struct store *store, const struct office *office)
{
	query_run(store_query(store, STATEMENT_STANDARD_CLEAR));
	for (int i = 0; i < office->service_count; i++) {
		const struct office_service *service = &office->services[i];
		for (int j = 0; j < service->standard_count; j++) {
			insert_standard(store, i, j, &service->standards[j]);
		}
	}
}

void calendar_rows_insert(struct store *store, const struct office *office)
{
	for (int i = 0; i < office->year_count; i++) {
		calendar_rows_set_year(store, &office->years[i], 0);
	}
	for (int i = 0; i < office->holiday_count; i++) {
		calendar_rows_add_holiday(store, &office->holidays[i]);
	}
	for (int i = 0; i < office->season_count; i++) {
		(void)calendar_rows_add_season(store, &office->seasons[i]);
	}
	for (int i = 0; i < office->closure_count; i++) {
		(void)calendar_rows_add_closure(store, &office->closures[i]);
	}
}

void calendar_rows_remove_holidays(struct store *store, int from_day, int to_day)
{
	struct query *query = store_query(store, STATEMENT_HOLIDAY_REMOVE);
	query_put_int(query, from_day);
	query_put_int(query, to_day);
	query_run(query);
}

void calendar_rows_remove_season(struct store *store, int64_t id)
{
	struct query *query = store_query(store, STATEMENT_SEASON_REMOVE);
	query_put_int(query, id);
	query_run(query);
}

void calendar_rows_remove_closure(struct store *store, int64_t id)
{
	struct query *query = store_query(store, STATEMENT_CLOSURE_REMOVE);
	query_put_int(query, id);
	query_run(query);
}

/* ---- reading: rows come newest first, as many as an office holds ---- */

static int read_int(struct query *query)
{
	return (int)query_int(query);
}

static void read_standards(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_STANDARD_LIST);
	while (query_next(query)) {
		char name[NAME_SIZE];
		struct office_standard standard = {0};
		int place = query_place(query, office->service_count);
		query_text(query, standard.channel, sizeof standard.channel);
		standard.limit = read_int(query);
		query_text(query, name, sizeof name);
		bool known = office_unit_find(name, &standard.unit);
		query_text(query, name, sizeof name);
		known = office_start_find(name, &standard.start) && known;
		struct office_service *service = &office->services[place];
		if (known && service->standard_count < OFFICE_STANDARDS) {
			service->standards[service->standard_count++] = standard;
		}
	}
	for (int i = 0; i < office->service_count; i++) {
		office_settle_promise(&office->services[i]);
	}
}

static void read_years(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_YEAR_LIST);
	query_put_int(query, OFFICE_YEARS);
	while (query_next(query)) {
		struct office_year year = {.year = read_int(query)};
		query_text(query, year.source, sizeof year.source);
		(void)office_add_year(office, &year);
	}
}

static void read_holidays(struct store *store, struct office *office, int until_day)
{
	struct query *query = store_query(store, STATEMENT_HOLIDAY_LIST);
	query_put_int(query, until_day);
	query_put_int(query, OFFICE_HOLIDAYS);
	while (query_next(query)) {
		char kind[NAME_SIZE];
		struct office_holiday holiday = {.day = read_int(query)};
		query_text(query, kind, sizeof kind);
		(void)office_holiday_find(kind, &holiday.kind);
		query_text(query, holiday.name, sizeof holiday.name);
		holiday.known_ms = query_int(query);
		(void)office_add_holiday(office, &holiday);
	}
}

static struct office_season *find_season(struct office *office, int64_t id)
{
	for (int i = 0; i < office->season_count; i++) {
		if (office->seasons[i].id == id) {
			return &office->seasons[i];
		}
	}
	return NULL;
}

static void read_season_hours(struct store *store, struct office *office)
{
	struct query *query = store_query(store, STATEMENT_SEASON_HOURS_LIST);
	while (query_next(query)) {
		struct office_season *season = find_season(office, query_int(query));
		int64_t weekday = query_int(query);
		int64_t place = query_int(query);
		if (season == NULL || weekday < 0 || weekday >= OFFICE_WEEK || place < 0 ||
			place > OFFICE_BREAKS) {
			continue;
		}
		struct office_day *day = &season->week[weekday];
		struct office_span *span = place == 0 ? &day->open : &day->breaks[place - 1];
		span->from_min = read_int(query);
		span->to_min = read_int(query);
		day->break_count = place > day->break_count ? (int)place : day->break_count;
	}
}

static void read_seasons(struct store *store, struct office *office, int until_day)
{
	struct query *query = store_query(store, STATEMENT_SEASON_LIST);
	query_put_int(query, until_day);
	query_put_int(query, OFFICE_SEASONS);
	while (query_next(query)) {
		struct office_season season = {.id = query_int(query)};
		query_text(query, season.name, sizeof season.name);
		season.from_day = read_int(query);
		season.to_day = read_int(query);
		season.known_ms = query_int(query);
		(void)office_add_season(office, &season);
	}
	read_season_hours(store, office);
}

static void read_closures(struct store *store, struct office *office, int64_t until_ms)
{
	struct query *query = store_query(store, STATEMENT_CLOSURE_LIST);
	query_put_int(query, until_ms);
	query_put_int(query, OFFICE_CLOSURES);
	while (query_next(query)) {
		struct office_closure closure = {.id = query_int(query)};
		closure.from_ms = query_int(query);
		closure.to_ms = query_int(query);
		query_text(query, closure.reason, sizeof closure.reason);
		closure.known_ms = query_int(query);
		(void)office_add_closure(office, &closure);
	}
}

static void read_entries(
	struct store *store, struct office *office, int until_day, int64_t until_ms)
{
	read_holidays(store, office, until_day);
	read_seasons(store, office, until_day);
	read_closures(store, office, until_ms);
}

void calendar_rows_read(struct store *store, struct office *office)
{
	read_standards(store, office);
	read_years(store, office);
	read_entries(store, office, INT_MAX, INT64_MAX);
}

void calendar_rows_read_past(
	struct store *store, struct office *office, int until_day, int64_t until_ms)
{
	office->holiday_count = office->season_count = office->closure_count = 0;
	read_entries(store, office, until_day, until_ms);
}
