/*
 * crowd STORE PROCESSES SECONDS PACE_MS LINE: many processes act on one store at once (made before
 * by history). Each one issues a number and then presses next at its counter, in turn, after a
 * pause of 0 to PACE_MS before every act; LINE visitors wait at the start, and about as many all
 * the time. The office's switch serve_on_call is put on, so that one next finishes, calls and
 * serves: the most one press can do, and processes may share the 16 counters. Afterwards what they
 * were told and what the store holds must agree: no number twice, none missing, none called twice.
 */
#include "app/base/clock.h"
#include "app/base/text.h"
#include "app/desk/desk.h"
#include "tests/bench/floor.h"
#include "tests/bench/samples.h"
#include "tests/store/processes.h"

#include <sqlite3.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { PROCESSES_MAX = 64, ACTS_MAX = 50000, FLOORS = 500, START_US = 1000000, SERVICES = 5 };

enum act { ACT_ISSUE, ACT_NEXT, ACTS };
static const char *const act_names[ACTS] = {"issue", "next (finish, call and serve)"};

/* What one process was told. */
struct told {
	int count[ACTS];
	float ms[ACTS][ACTS_MAX];
	int64_t ticket[ACTS][ACTS_MAX];
};

struct crowd {
	const char *store;
	int processes, pace_ms, line;
	int64_t start_us, end_us;
	struct told told[PROCESSES_MAX];
};

static void must(enum result result, const char *what)
{
	if (result != RESULT_OK) {
		fprintf(stderr, "crowd: %s: %s\n", what, result_key(result));
		exit(1);
	}
}

static struct desk *open_desk(const char *store)
{
	const struct desk_options options = {.store = store, .device = "bench"};
	struct desk *desk;
	char error[512];
	must(desk_open(&options, &desk, error, sizeof error), store);
	return desk;
}

/* ---- one process ---- */

static void sleep_us(int64_t us)
{
	struct timespec time = {us / 1000000, us % 1000000 * 1000};
	if (us > 0) {
		nanosleep(&time, NULL);
	}
}

/* Marsaglia's xorshift (Journal of Statistical Software 8(14), 2003). */
static uint32_t draw(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static enum result perform(struct desk *desk, enum act act, int index, struct ticket *out_ticket)
{
	struct desk_issue issue = {.service = index % SERVICES, .print = true};
	if (act == ACT_NEXT) {
		return desk_next(desk, 1 + index % OFFICE_COUNTERS, out_ticket);
	}
	text_format(issue.token, sizeof issue.token, "%08x%024" PRIx64, (unsigned)getpid(),
		(uint64_t)clock_ticks_us());
	return desk_issue(desk, &issue, true, out_ticket);
}

static void work(void *context, int index)
{
	struct crowd *crowd = context;
	struct told *told = &crowd->told[index];
	struct desk *desk = open_desk(crowd->store);
	uint32_t seed = (uint32_t)index + 1;
	sleep_us(crowd->start_us - clock_ticks_us());
	for (int i = 0; clock_ticks_us() < crowd->end_us && told->count[ACT_NEXT] < ACTS_MAX; i++) {
		struct ticket ticket;
		enum act act = (enum act)((i + index) % ACTS);
		sleep_us(draw(&seed) % ((int64_t)crowd->pace_ms * 1000 + 1));
		int64_t start = clock_ticks_us();
		enum result result = perform(desk, act, index, &ticket);
		if (act == ACT_NEXT && result == RESULT_NOBODY_WAITING) {
			continue;
		}
		must(result, act_names[act]);
		told->ms[act][told->count[act]] = (float)(clock_ticks_us() - start) / 1000;
		told->ticket[act][told->count[act]++] = ticket.id;
	}
	desk_close(desk);
}

/* ---- before ---- */

static int64_t ask(sqlite3 *connection, const char *sql)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(connection, sql, -1, &statement, NULL) != SQLITE_OK ||
		sqlite3_step(statement) != SQLITE_ROW) {
		fprintf(stderr, "crowd: %s: %s\n", sql, sqlite3_errmsg(connection));
		exit(1);
	}
	int64_t answer = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return answer;
}

static sqlite3 *connect(const char *store)
{
	sqlite3 *connection;
	if (sqlite3_open(store, &connection) != SQLITE_OK) {
		fprintf(stderr, "crowd: %s: %s\n", store, sqlite3_errmsg(connection));
		exit(1);
	}
	return connection;
}

static void open_counters(struct desk *desk)
{
	char staff[DESK_STAFF_SIZE];
	for (int i = 1; i <= OFFICE_COUNTERS; i++) {
		text_format(staff, sizeof staff, "p%d", i);
		must(desk_open_counter(desk, i, staff, 0), "open");
	}
}

/* Makes as many wait as are to wait at the start. */
static void make_line(struct desk *desk, sqlite3 *connection, int line)
{
	struct ticket ticket;
	int64_t waiting =
		ask(connection, "SELECT COUNT(*) FROM ticket WHERE state = 'waiting'"
				" AND service_date = (SELECT MAX(service_date) FROM day)");
	for (int i = 0; waiting < line; waiting++, i++) {
		must(perform(desk, ACT_ISSUE, i, &ticket), "issue");
	}
	for (int i = 0; waiting > line; waiting--, i++) {
		must(perform(desk, ACT_NEXT, i, &ticket), "next");
	}
}

static void prepare(struct crowd *crowd, sqlite3 *connection)
{
	if (sqlite3_exec(connection, "UPDATE office SET serve_on_call = 1", NULL, NULL, NULL) !=
		SQLITE_OK) {
		fprintf(stderr, "crowd: %s\n", sqlite3_errmsg(connection));
		exit(1);
	}
	struct desk *desk = open_desk(crowd->store);
	open_counters(desk);
	make_line(desk, connection, crowd->line);
	desk_close(desk);
}

/* ---- after ---- */

static void add_floor(struct samples *samples, const char *store)
{
	int file = floor_open(store);
	for (int i = 0; i < FLOORS; i++) {
		int64_t start = clock_ticks_us();
		floor_write(file);
		samples_add(samples, (double)(clock_ticks_us() - start) / 1000);
	}
	close(file);
}

/* Mean of the slowest process / mean of the fastest. */
static double fairness(const struct crowd *crowd, enum act act)
{
	double slowest = 0, fastest = 1e9;
	for (int i = 0; i < crowd->processes; i++) {
		const struct told *told = &crowd->told[i];
		double sum = 0;
		for (int j = 0; j < told->count[act]; j++) {
			sum += (double)told->ms[act][j];
		}
		double mean = told->count[act] > 0 ? sum / told->count[act] : 0;
		slowest = mean > slowest ? mean : slowest;
		fastest = mean < fastest ? mean : fastest;
	}
	return fastest > 0 ? slowest / fastest : 0;
}

static void print_act(const struct crowd *crowd, enum act act)
{
	struct samples samples = {.count = 0};
	double seconds = (double)(crowd->end_us - crowd->start_us) / 1000000;
	for (int i = 0; i < crowd->processes; i++) {
		for (int j = 0; j < crowd->told[i].count[act]; j++) {
			samples_add(&samples, (double)crowd->told[i].ms[act][j]);
		}
	}
	samples_print(&samples, act_names[act], "ms");
	printf("%-46s %.0f a second, slowest process / fastest %.2f\n", "",
		(double)samples.count / seconds, fairness(crowd, act));
	samples_finish(&samples);
}

static int compare(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
	return (one > other) - (one < other);
}

/* How many tickets two processes were told. */
static int count_twice(const struct crowd *crowd, enum act act, int64_t *out_total)
{
	int64_t *all = calloc((size_t)crowd->processes * ACTS_MAX, sizeof *all);
	size_t count = 0;
	int twice = 0;
	for (int i = 0; all != NULL && i < crowd->processes; i++) {
		for (int j = 0; j < crowd->told[i].count[act]; j++) {
			all[count++] = crowd->told[i].ticket[act][j];
		}
	}
	qsort(all, count, sizeof *all, compare);
	for (size_t i = 1; i < count; i++) {
		twice += all[i] == all[i - 1] ? 1 : 0;
	}
	free(all);
	*out_total = (int64_t)count;
	return twice;
}

struct amounts {
	int64_t tickets, calls;
};

static struct amounts count_rows(sqlite3 *connection)
{
	return (struct amounts){
		ask(connection, "SELECT SUM(last) FROM sequence"
				" WHERE service_date = (SELECT MAX(service_date) FROM day)"),
		ask(connection,
			"SELECT COUNT(*) FROM call WHERE again = 0"
			" AND id >= (SELECT first_event FROM day ORDER BY service_date DESC)"),
	};
}

static bool check(const struct crowd *crowd, sqlite3 *connection, struct amounts before)
{
	static const char gaps[] =
		"SELECT COUNT(*) FROM (SELECT COUNT(*) AS n, COUNT(DISTINCT sequence) AS d,"
		" MAX(sequence) AS m FROM ticket"
		" WHERE service_date = (SELECT MAX(service_date) FROM day)"
		" GROUP BY prefix HAVING n <> d OR n <> m)";
	static const char recalls[] =
		"SELECT COUNT(*) - COUNT(DISTINCT ticket) FROM call WHERE again = 0"
		" AND id >= (SELECT first_event FROM day ORDER BY service_date DESC)";
	struct amounts after = count_rows(connection);
	int64_t issued, called;
	int numbers_twice = count_twice(crowd, ACT_ISSUE, &issued);
	int calls_twice = count_twice(crowd, ACT_NEXT, &called);
	int64_t gap = ask(connection, gaps), recalled = ask(connection, recalls);
	printf("%-46s told twice: numbers %d, calls %d; in the store: series with a number twice or"
	       " missing %" PRId64 ", calls twice %" PRId64 ", lost %" PRId64 "\n",
		"checks, all must be 0", numbers_twice, calls_twice, gap, recalled,
		issued + called - (after.tickets - before.tickets) - (after.calls - before.calls));
	return numbers_twice == 0 && calls_twice == 0 && gap == 0 && recalled == 0 &&
	       after.tickets - before.tickets == issued && after.calls - before.calls == called;
}

static bool run(struct crowd *crowd, int seconds)
{
	struct samples floors = {.count = 0};
	sqlite3 *connection = connect(crowd->store);
	prepare(crowd, connection);
	struct amounts before = count_rows(connection);
	add_floor(&floors, crowd->store);
	crowd->start_us = clock_ticks_us() + START_US;
	crowd->end_us = crowd->start_us + seconds * INT64_C(1000000);
	if (!processes_run(crowd->processes, work, crowd)) {
		return false;
	}
	add_floor(&floors, crowd->store);
	samples_print(&floors, "floor: overwrite and fdatasync, same disk", "ms");
	print_act(crowd, ACT_ISSUE);
	print_act(crowd, ACT_NEXT);
	bool right = check(crowd, connection, before);
	sqlite3_close(connection);
	samples_finish(&floors);
	return right;
}

int main(int argc, char **argv)
{
	long numbers[4] = {0};
	for (int i = 2; i < argc && i < 6; i++) {
		numbers[i - 2] = strtol(argv[i], NULL, 10);
	}
	if (argc != 6 || numbers[0] < 1 || numbers[0] > PROCESSES_MAX || numbers[1] < 1 ||
		numbers[2] < 0 || numbers[3] < 0) {
		fprintf(stderr, "usage: crowd STORE PROCESSES SECONDS PACE_MS LINE\n");
		return 2;
	}
	struct crowd *crowd = processes_share(sizeof *crowd);
	if (crowd == NULL) {
		perror("crowd");
		return 1;
	}
	crowd->store = argv[1];
	crowd->processes = (int)numbers[0];
	crowd->pace_ms = (int)numbers[2];
	crowd->line = (int)numbers[3];
	return run(crowd, (int)numbers[1]) ? 0 : 1;
}
