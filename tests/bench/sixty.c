/*
 * sixty STORE CALLS GAP_MS: CALLS calls from six counters in turn, one every GAP_MS milliseconds,
 * as six clerks press Next; each visitor is served half a gap later.
 */
#include "app/base/clock.h"
#include "app/desk/desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { COUNTERS = 6 };

static void must(enum result result, const char *what)
{
	if (result != RESULT_OK) {
		fprintf(stderr, "sixty: %s: %s\n", what, result_key(result));
		exit(1);
	}
}

static void pause_until(int64_t ticks_ms)
{
	int64_t left = ticks_ms - clock_ticks_ms();
	struct timespec time = {left / 1000, left % 1000 * 1000000};
	if (left > 0) {
		nanosleep(&time, NULL);
	}
}

static void prepare(struct desk *desk, int calls)
{
	const struct desk_issue issue = {.service = 0};
	struct ticket ticket;
	for (int i = 1; i <= COUNTERS; i++) {
		must(desk_open_counter(desk, i, "ani", 0), "open");
	}
	for (int i = 0; i < calls; i++) {
		must(desk_issue(desk, &issue, true, &ticket), "issue");
	}
}

int main(int argc, char **argv)
{
	const struct desk_options options = {
		.store = argc == 4 ? argv[1] : NULL, .device = "bench"};
	struct desk *desk;
	struct ticket ticket;
	char error[512];
	if (argc != 4) {
		fprintf(stderr, "usage: sixty STORE CALLS GAP_MS\n");
		return 2;
	}
	if (desk_open(&options, &desk, error, sizeof error) != RESULT_OK) {
		fprintf(stderr, "sixty: %s\n", error);
		return 1;
	}
	int calls = (int)strtol(argv[2], NULL, 10), gap = (int)strtol(argv[3], NULL, 10);
	prepare(desk, calls);
	int64_t start = clock_ticks_ms() + 2000; /* the display has drawn what was issued */
	for (int i = 0; i < calls; i++) {
		pause_until(start + (int64_t)i * gap);
		must(desk_next(desk, 1 + i % COUNTERS, &ticket), "next");
		pause_until(start + (int64_t)i * gap + gap / 2);
		must(desk_serve(desk, 1 + i % COUNTERS, &ticket), "serve");
	}
	desk_close(desk);
	return 0;
}
