/*
 * store_bench STORE TIMES: durable issue, next, serve and finish on a store file (created before
 * with `giliran init`), and in the same rounds the floor: one 4,120-byte overwrite (a WAL frame)
 * with fdatasync in a file beside it. Milliseconds.
 */
#include "app/base/clock.h"
#include "app/desk/desk.h"
#include "tests/bench/floor.h"
#include "tests/bench/samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { TIMES_MAX = 100000, PACE_US = 500, COUNTER = 1 };

static void must(enum result result, const char *what)
{
	if (result == RESULT_OK) {
		return;
	}
	fprintf(stderr, "store_bench: %s: %s\n", what, result_key(result));
	exit(1);
}

static void add_since(struct samples *samples, int64_t start_us)
{
	struct timespec pace = {0, PACE_US * 1000L};

	samples_add(samples, (double)(clock_ticks_us() - start_us) / 1000);
	nanosleep(&pace, NULL);
}

static void run(struct desk *desk, int file, int times)
{
	struct samples floor_ms = {.count = 0}, issue_ms = {.count = 0}, next_ms = {.count = 0},
		       serve_ms = {.count = 0};
	struct desk_issue issue = {.service = 0, .print = true};
	struct ticket ticket;
	int64_t start;

	for (int i = 0; i < times; i++) {
		start = clock_ticks_us();
		floor_write(file);
		add_since(&floor_ms, start);
		start = clock_ticks_us();
		must(desk_issue(desk, &issue, true, &ticket), "issue");
		add_since(&issue_ms, start);
		start = clock_ticks_us();
		must(desk_next(desk, COUNTER, &ticket), "next");
		add_since(&next_ms, start);
		start = clock_ticks_us();
		must(desk_serve(desk, COUNTER, &ticket), "serve");
		add_since(&serve_ms, start);
	}
	samples_print(&floor_ms, "floor: overwrite and fdatasync, same disk", "ms");
	samples_print(&issue_ms, "durable issue", "ms");
	samples_print(&next_ms, "durable next (finish and call)", "ms");
	samples_print(&serve_ms, "durable serve", "ms");
	samples_finish(&floor_ms);
	samples_finish(&issue_ms);
	samples_finish(&next_ms);
	samples_finish(&serve_ms);
}

int main(int argc, char **argv)
{
	struct desk_options options = {.device = "bench"};
	struct desk *desk;
	char error[512];
	long times = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
	int file;

	if (times < 1 || times > TIMES_MAX) {
		fprintf(stderr, "usage: store_bench STORE TIMES\n");
		return 2;
	}
	options.store = argv[1];
	if (desk_open(&options, &desk, error, sizeof(error)) != RESULT_OK) {
		fprintf(stderr, "store_bench: %s\n", error);
		return 1;
	}
	file = floor_open(argv[1]);
	run(desk, file, (int)times);
	close(file);
	desk_close(desk);
	return 0;
}
