/*
 * probe: times what a person at the screen would see, by reading the server's pixels.
 *   probe start TIMES X Y COMMAND …     start of COMMAND until the pixel is no longer what it was
 *   probe press TIMES X Y               press at X Y until a pixel near it changes (the press then
 *                                       slides off and is let go, so that nothing is tapped)
 *   probe key TIMES X Y W H GAP KEY BACK   KEY (an X name) until the region changes, in whatever
 *                                       window that is; then BACK, and GAP ms until the next
 *   probe next STORE TIMES X Y W H GAP  desk_next in this process until the region changes, which a
 *                                       display's window draws in another; GAP ms between calls
 * Milliseconds. A change that takes over 10 s is an error.
 */
#include "app/base/clock.h"
#include "app/desk/desk.h"
#include "tests/bench/samples.h"
#include "tests/support/screen.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMES_MAX = 5000, LIMIT_US = 10 * 1000 * 1000, SETTLE_MS = 400, SERVICE = 0, COUNTER = 1 };

static void pause_us(long us)
{
	struct timespec time = {us / 1000000, us % 1000000 * 1000};

	nanosleep(&time, NULL);
}

static void fail(const char *why)
{
	fprintf(stderr, "probe: %s\n", why);
	exit(1);
}

/* Milliseconds from `start_us` until the pixel is (or is not) `color`. */
static double wait_pixel(
	struct screen *screen, int x, int y, uint32_t color, bool equal, int64_t start_us)
{
	while ((screen_pixel(screen, x, y) == color) != equal) {
		if (clock_ticks_us() - start_us > LIMIT_US) {
			fail("the pixel did not change");
		}
		pause_us(100);
	}
	return (double)(clock_ticks_us() - start_us) / 1000;
}

static void probe_start(struct screen *screen, int times, int x, int y, char **command)
{
	struct samples samples = {.count = 0};
	uint32_t empty = screen_pixel(screen, x, y);

	/* The first run warms the page cache and is not counted. */
	for (int i = 0; i <= times; i++) {
		int64_t start = clock_ticks_us();
		pid_t child = fork();

		if (child == 0) {
			execvp(command[0], command);
			_exit(127);
		}
		if (child < 0) {
			fail("cannot fork");
		}
		double ms = wait_pixel(screen, x, y, empty, false, start);
		if (i > 0) {
			samples_add(&samples, ms);
		}
		kill(child, SIGTERM);
		waitpid(child, NULL, 0);
		wait_pixel(screen, x, y, empty, true, clock_ticks_us());
		pause_us(100 * 1000);
	}
	samples_print(&samples, "start to first presented frame", "ms");
	samples_finish(&samples);
}

/* Milliseconds from `start_us` until the region is (or is not) as `hash` says. */
static double wait_region(
	struct screen *screen, const int place[4], uint64_t hash, bool equal, int64_t start_us)
{
	while ((screen_region(screen, place[0], place[1], place[2], place[3]) == hash) != equal) {
		if (clock_ticks_us() - start_us > LIMIT_US) {
			fail("the region did not change");
		}
	}
	return (double)(clock_ticks_us() - start_us) / 1000;
}

static void probe_press(struct screen *screen, int times, int x, int y)
{
	const int near[4] = {x - 24, y - 24, 48, 48};
	struct samples samples = {.count = 0};

	screen_move(screen, 0, 0);
	pause_us(SETTLE_MS * 1000L);
	uint64_t idle = screen_region(screen, near[0], near[1], near[2], near[3]);
	for (int i = 0; i < times; i++) {
		screen_move(screen, x, y);
		pause_us(50 * 1000);
		int64_t start = clock_ticks_us();
		screen_press(screen, x, y);
		samples_add(&samples, wait_region(screen, near, idle, false, start));
		screen_move(screen, 0, 0);
		screen_release(screen);
		wait_region(screen, near, idle, true, clock_ticks_us());
		pause_us(200 * 1000);
	}
	samples_print(&samples, "press to presented frame", "ms");
	samples_finish(&samples);
}

/* To the window that has the keyboard; keys[1] "" = none. */
static void probe_key(
	struct screen *screen, int times, const int place[4], int gap_ms, const char *const keys[2])
{
	struct samples samples = {.count = 0};

	for (int i = 0; i < times; i++) {
		pause_us(gap_ms * 1000L);
		uint64_t before = screen_region(screen, place[0], place[1], place[2], place[3]);
		int64_t start = clock_ticks_us();
		if (!screen_key(screen, keys[0])) {
			fail("no such key");
		}
		samples_add(&samples, wait_region(screen, place, before, false, start));
		/* SDL takes a key that comes back within 2 ms for a repeat of the held one. */
		pause_us(20 * 1000);
		if (keys[1][0] != '\0' && !screen_key(screen, keys[1])) {
			fail("no such key");
		}
	}
	samples_print(&samples, "key press to redrawn pixel", "ms");
	samples_finish(&samples);
}

static void must(enum result result, const char *what)
{
	if (result == RESULT_OK) {
		return;
	}
	fprintf(stderr, "probe: %s: %s\n", what, result_key(result));
	exit(1);
}

static struct desk *open_desk(const char *store)
{
	struct desk_options options = {.store = store, .device = "bench"};
	struct desk *desk;
	char error[512];

	if (desk_open(&options, &desk, error, sizeof(error)) != RESULT_OK) {
		fail(error);
	}
	return desk;
}

static void probe_next(
	struct screen *screen, const char *store, int times, const int place[4], int gap_ms)
{
	struct samples acts = {.count = 0}, pixels = {.count = 0};
	struct desk_issue issue = {.service = SERVICE};
	struct desk *desk = open_desk(store);
	struct ticket ticket;

	for (int i = 0; i < times; i++) {
		must(desk_issue(desk, &issue, true, &ticket), "issue");
		pause_us(gap_ms * 1000L);
		uint64_t before = screen_region(screen, place[0], place[1], place[2], place[3]);
		int64_t start = clock_ticks_us();
		must(desk_next(desk, COUNTER, &ticket), "next");
		int64_t done = clock_ticks_us();
		samples_add(&pixels, wait_region(screen, place, before, false, start));
		samples_add(&acts, (double)(done - start) / 1000);
		must(desk_serve(desk, COUNTER, &ticket), "serve");
	}
	samples_print(&acts, "  of which desk_next, until committed", "ms");
	samples_print(&pixels, "desk_next to redrawn pixel elsewhere", "ms");
	samples_finish(&acts);
	samples_finish(&pixels);
	desk_close(desk);
}

static int usage(void)
{
	fprintf(stderr, "usage: probe start TIMES X Y COMMAND … | press TIMES X Y"
			" | key TIMES X Y W H GAP KEY BACK | next STORE TIMES X Y W H GAP\n");
	return 2;
}

int main(int argc, char **argv)
{
	struct screen *screen;
	int numbers[8] = {0};
	int from = argc > 1 && strcmp(argv[1], "next") == 0 ? 3 : 2;

	for (int i = from; i < argc && i - from < 8; i++) {
		numbers[i - from] = (int)strtol(argv[i], NULL, 10);
	}
	if (argc < 5 || numbers[0] < 1 || numbers[0] > TIMES_MAX) {
		return usage();
	}
	screen = screen_open();
	if (screen == NULL) {
		return 1;
	}
	if (strcmp(argv[1], "start") == 0 && argc > 5) {
		probe_start(screen, numbers[0], numbers[1], numbers[2], argv + 5);
	} else if (strcmp(argv[1], "press") == 0 && argc == 5) {
		probe_press(screen, numbers[0], numbers[1], numbers[2]);
	} else if (strcmp(argv[1], "key") == 0 && argc == 10) {
		const char *const keys[2] = {argv[8], argv[9]};
		probe_key(screen, numbers[0], numbers + 1, numbers[5], keys);
	} else if (strcmp(argv[1], "next") == 0 && argc == 9) {
		probe_next(screen, argv[2], numbers[0], numbers + 1, numbers[5]);
	} else {
		return usage();
	}
	screen_close(screen);
	return 0;
}
