/*
 * history STORE OFFICE TICKETS: makes a training store with that many past tickets, in whole days
 * of 250 that end yesterday, every one closed and sealed. The first day is played through the
 * desk's acts (past_day.h); each other day is the same day moved by 24 hours: rows are copied, its
 * events are appended to the log's chain and its head is signed, so that `giliran verify` finds
 * nothing wrong. The office must have the same hours on every day of the week.
 */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "tests/bench/past_day.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DAY_MS = 24 * 60 * 60 * 1000, HOUR_MS = 60 * 60 * 1000, BATCH = 50, SQL_SIZE = 4096 };

/* A table with rows of a day; those of the first have a `key` of at most `last`. */
struct table {
	const char *name, *key;
	bool by_event; /* its key is the number of an event */
};
static const struct table tables[] = {
	{"visit", "id", false},
	{"ticket", "id", false},
	{"segment", "ticket", false},
	{"interval", "ticket", false},
	{"call", "id", true},
	{"outbox", "id", false},
	{"sequence", "rowid", false},
};
enum { TABLES = sizeof tables / sizeof tables[0] };

struct history {
	struct desk *desk;
	struct store *store;
	struct query *move, *copies[TABLES];
	struct day_row first;
	int64_t first_ms;     /* its opening */
	struct event *events; /* of the first day's visitors and counters, and its close */
	size_t event_count;
	struct event_head head;
};

static void fail(const char *what, const char *why)
{
	fprintf(stderr, "history: %s: %s\n", what, why);
	exit(1);
}

static void must(enum result result, const char *what)
{
	if (result != RESULT_OK) {
		fail(what, result_key(result));
	}
}

/* ---- the first day ---- */

static void make_store(
	const char *path, const char *office_file, int days, char out_date[CALENDAR_DATE_SIZE])
{
	char error[512], at[CALENDAR_TIME_SIZE];
	const struct office west = {.code = ""};
	struct clock clock;
	struct instant now;
	clock_init(&clock, NULL);
	clock_read(&clock, &now);
	calendar_date(&west, now.office_ms - ((int64_t)days + 1) * DAY_MS, out_date);
	text_format(at, sizeof at, "%sT06:00:00", out_date);
	if (desk_create(path, office_file, true, at, error, sizeof error) != RESULT_OK) {
		fail("create", error);
	}
}

static void add_staff(struct desk *desk)
{
	for (int i = 1; i <= OFFICE_COUNTERS; i++) {
		struct desk_staff staff = {.role = DESK_CLERK};
		text_format(staff.code, sizeof staff.code, "p%d", i);
		text_format(staff.name, sizeof staff.name, "Petugas %d", i);
		must(desk_add_staff(desk, &staff, NULL), "staff");
	}
}

static struct desk *open_desk(const char *path, const struct clock_source *clock)
{
	const struct desk_options options = {.store = path, .device = "kiosk-1", .clock = clock};
	struct desk *desk;
	char error[512];
	if (desk_open(&options, &desk, error, sizeof error) != RESULT_OK) {
		fail("open", error);
	}
	return desk;
}

static void play_first(struct history *history, const char *date, struct past_clock *clock)
{
	struct event_head before;
	struct desk *desk = history->desk;
	(void)calendar_parse_date(&desk->office, date, &history->first_ms);
	clock->now_ms = history->first_ms + 7 * (int64_t)HOUR_MS;
	add_staff(desk);
	event_rows_head(history->store, &before);
	clock->now_ms += HOUR_MS;
	if (!past_day_play(desk, clock)) {
		exit(1);
	}
	must(store_look(history->store), "look");
	(void)day_rows_get(history->store, date, &history->first);
	event_rows_head(history->store, &history->head);
	history->event_count =
		event_rows_list(history->store, before.id + 1, history->head.id, &history->events);
	store_rollback(history->store);
}

/* ---- the days after it ---- */

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), rest = strlen(end);
	return length >= rest && strcmp(text + length - rest, end) == 0;
}

static bool is_among(const char *text, const char *const *list, size_t count)
{
	size_t i = 0;
	while (i < count && strcmp(text, list[i]) != 0) {
		i++;
	}
	return i < count;
}

/* What becomes of a column when its row is moved. */
static const char *moved_by(const struct table *table, const char *column)
{
	static const char *const of_tickets[] = {"ticket", "visit", "slip"};
	static const char *const spans[] = {"count_ms", "high_ms", "alone_ms", "elapsed_ms"};
	if (is_among(column, spans, sizeof spans / sizeof spans[0]) &&
		strcmp(table->name, "segment") == 0) {
		return "";
	}
	if (ends_with(column, "_ms")) {
		return " + m.ms";
	}
	if (strcmp(column, "issue_event") == 0) {
		return " + m.events";
	}
	if (strcmp(column, "id") == 0) {
		return table->by_event ? " + m.events" : " + m.tickets";
	}
	bool of_ticket = is_among(column, of_tickets, sizeof of_tickets / sizeof of_tickets[0]);
	return of_ticket ? " + m.tickets" : "";
}

/* Adds to a text of SQL_SIZE. */
__attribute__((format(printf, 2, 3))) static void append(char *text, const char *format, ...)
{
	size_t length = strlen(text);
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(text + length, SQL_SIZE - length, format, arguments);
	va_end(arguments);
}

static void write_copy(
	struct history *history, const struct table *table, char *out_sql, size_t size)
{
	char list[SQL_SIZE / 2], names[SQL_SIZE] = "", values[SQL_SIZE] = "", column[64];
	text_format(list, sizeof list, "SELECT name FROM pragma_table_info('%s')", table->name);
	struct query *query = engine_prepare(store_engine(history->store), list);
	while (query_next(query)) {
		const char *comma = names[0] == '\0' ? "" : ", ";
		query_text(query, column, sizeof column);
		append(names, "%s%s", comma, column);
		if (strcmp(column, "service_date") == 0) {
			append(values, "%sm.date", comma);
		} else {
			append(values, "%st.%s%s", comma, column, moved_by(table, column));
		}
	}
	query_destroy(query);
	int64_t last = table->by_event ? history->head.id : PAST_DAY_TICKETS;
	if (strcmp(table->key, "rowid") == 0) {
		last = history->desk->office.service_count;
	}
	text_format(out_sql, size,
		"INSERT INTO \"%s\" (%s) SELECT %s FROM \"%s\" t, moved m WHERE t.%s <= %" PRId64,
		table->name, names, values, table->name, table->key, last);
}

/* Nothing here has to outlive a power cut before the end. */
static void prepare(struct history *history, char sql[TABLES][SQL_SIZE])
{
	struct engine *engine = store_engine(history->store);
	must(engine_script(engine,
		     "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
		     "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -262144;"
		     "CREATE TEMP TABLE moved (date TEXT, ms INTEGER, tickets INTEGER, events INTEGER);"
		     "INSERT INTO moved VALUES ('', 0, 0, 0)"),
		"settings");
	history->move = engine_prepare(
		engine, "UPDATE moved SET date = $1, ms = $2, tickets = $3, events = $4");
	for (int i = 0; i < TABLES; i++) {
		write_copy(history, &tables[i], sql[i], SQL_SIZE);
		history->copies[i] = engine_prepare(engine, sql[i]);
	}
	must(store_trouble(history->store), "prepare");
}

static void move_ms(int64_t *time, int64_t ms)
{
	*time += *time == TICKET_NEVER ? 0 : ms;
}

static void append_events(struct history *history, const char *date, int64_t ms, int64_t tickets,
	int64_t events, struct event *out_last)
{
	for (size_t i = 0; i < history->event_count; i++) {
		struct event event = history->events[i];
		text_copy(event.service_date, sizeof event.service_date, date);
		event.at.office_ms += ms;
		event.at.wall_ms += ms;
		event.at.boot_ms += ms;
		event.ticket += event.ticket == 0 ? 0 : tickets;
		event.refers += event.refers == 0 ? 0 : events;
		move_ms(&event.turn_ms, ms);
		move_ms(&event.low_ms, ms);
		move_ms(&event.high_ms, ms);
		(void)event_rows_append(history->store, &history->head, &event);
		*out_last = event;
	}
}

static void add_day(struct history *history, int number)
{
	struct event last = {.id = 0};
	int64_t ms = number * (int64_t)DAY_MS, tickets = (int64_t)number * PAST_DAY_TICKETS;
	int64_t events = (int64_t)number * (int64_t)history->event_count;
	struct day_row day = history->first;
	calendar_date(&history->desk->office, history->first_ms + ms, day.service_date);
	query_put_text(history->move, day.service_date);
	query_put_int(history->move, ms);
	query_put_int(history->move, tickets);
	query_put_int(history->move, events);
	query_run(history->move);
	for (int i = 0; i < TABLES; i++) {
		query_run(history->copies[i]);
	}
	day_rows_insert(history->store, day.service_date, history->head.id + 1);
	append_events(history, day.service_date, ms, tickets, events, &last);
	day.closed_event = last.id;
	text_copy(day.head, sizeof day.head, last.hash);
	seal_sign(history->desk, day.head, day.signature);
	day_rows_close(history->store, &day);
}

static void add_days(struct history *history, int days)
{
	char sql[TABLES][SQL_SIZE];
	prepare(history, sql);
	for (int number = 1; number < days;) {
		must(store_begin(history->store), "begin");
		for (int i = 0; i < BATCH && number < days; i++) {
			add_day(history, number++);
		}
		must(store_commit(history->store), "commit");
	}
	query_destroy(history->move);
	for (int i = 0; i < TABLES; i++) {
		query_destroy(history->copies[i]);
	}
	must(engine_script(store_engine(history->store), "PRAGMA journal_mode = WAL"), "WAL");
}

/* Else the kernel would write it out while something is measured. */
static void force_out(const char *path)
{
	int file = open(path, O_RDWR | O_CLOEXEC);
	if (file < 0 || fsync(file) != 0) {
		perror(path);
		exit(1);
	}
	printf("%s: %.1f MiB\n", path, (double)lseek(file, 0, SEEK_END) / 1048576);
	close(file);
}

int main(int argc, char **argv)
{
	struct history history = {.desk = NULL};
	struct past_clock clock;
	char date[CALENDAR_DATE_SIZE];
	long tickets = argc == 4 ? strtol(argv[3], NULL, 10) : -1;
	if (tickets < 0 || tickets > 5000000 || tickets % PAST_DAY_TICKETS != 0) {
		fprintf(stderr, "usage: history STORE OFFICE TICKETS (a multiple of 250)\n");
		return 2;
	}
	int days = (int)(tickets / PAST_DAY_TICKETS);
	make_store(argv[1], argv[2], days, date);
	past_clock_init(&clock, 0);
	history.desk = open_desk(argv[1], &clock.source);
	history.store = history.desk->store;
	if (days > 0) {
		play_first(&history, date, &clock);
		add_days(&history, days);
		free(history.events);
	} else {
		(void)calendar_parse_date(&history.desk->office, date, &clock.now_ms);
		clock.now_ms += 7 * (int64_t)HOUR_MS;
		add_staff(history.desk);
	}
	desk_close(history.desk);
	force_out(argv[1]);
	return 0;
}
