/*
 * soak STORE PICTURES HOURS SPEED: the display as it is, with real calls and pictures, for so many
 * hours of a clock that runs SPEED times as fast. Memory and descriptors, twice an hour; fails when
 * they have grown since the first hour. The store is a training store that is open all the time.
 *
 * The program's only clock (app/base/clock.c) and the loop's wait are hurried by the linker's
 * --wrap; everything else is the program.
 */
#include "app/base/clock.h"
#include "app/base/text.h"
#include "app/display/display.h"

#include <SDL.h>

#include <dirent.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
	COUNTERS = 6,
	CALL_S = 30,
	SAMPLE_S = 1800,
	GROWTH_KIB = 2048, /* of the program's own pages since the first hour */
};

static int speed = 1;

int __real_clock_gettime(clockid_t id, struct timespec *out_time);
int __wrap_clock_gettime(clockid_t id, struct timespec *out_time);
int __real_SDL_WaitEventTimeout(SDL_Event *event, int timeout);
int __wrap_SDL_WaitEventTimeout(SDL_Event *event, int timeout);

static int64_t read_ns(clockid_t id)
{
	struct timespec now;
	__real_clock_gettime(id, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int __wrap_clock_gettime(clockid_t id, struct timespec *out_time)
{
	static int64_t starts[16];
	static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
	int place = (int)id % 16;
	int64_t now = read_ns(id);
	pthread_mutex_lock(&mutex);
	if (starts[place] == 0) {
		starts[place] = now;
	}
	now = starts[place] + (now - starts[place]) * speed;
	pthread_mutex_unlock(&mutex);
	*out_time = (struct timespec){now / 1000000000, now % 1000000000};
	return 0;
}

int __wrap_SDL_WaitEventTimeout(SDL_Event *event, int timeout)
{
	return __real_SDL_WaitEventTimeout(
		event, timeout < 0 ? timeout : (timeout + speed - 1) / speed);
}

static void wait_s(int seconds)
{
	int64_t ns = (int64_t)seconds * 1000000000 / speed;
	struct timespec time = {ns / 1000000000, ns % 1000000000};
	nanosleep(&time, NULL);
}

static long private_kib(void)
{
	FILE *file = fopen("/proc/self/smaps_rollup", "r");
	char line[256];
	long sum = 0, kib;
	while (file && fgets(line, sizeof line, file)) {
		if (sscanf(line, "Private_Dirty: %ld", &kib) == 1) {
			sum += kib;
		}
	}
	if (file) {
		fclose(file);
	}
	return sum;
}

static int descriptors(void)
{
	DIR *folder = opendir("/proc/self/fd");
	int count = -1; /* without the folder's own */
	while (folder && readdir(folder)) {
		count++;
	}
	if (folder) {
		closedir(folder);
	}
	return count;
}

struct sample {
	long kib;
	size_t heap;
	int files;
};

struct hands {
	const char *store;
	int hours;
	struct sample first, last;
	int calls;
};

static struct sample take_sample(int second, int calls)
{
	struct mallinfo2 heap = mallinfo2();
	struct sample sample = {private_kib(), heap.uordblks + heap.hblkhd, descriptors()};
	printf("  %2d.%02d h  %5d calls  %6ld KiB own pages  %6zu KiB in use  %3d descriptors\n",
		second / 3600, second % 3600 / 60, calls, sample.kib, sample.heap / 1024,
		sample.files);
	fflush(stdout);
	return sample;
}

static void must(enum result result, const char *what)
{
	if (result != RESULT_OK) {
		fprintf(stderr, "soak: %s: %s\n", what, result_key(result));
		exit(1);
	}
}

static void call_one(struct desk *desk, int number)
{
	const struct desk_issue issue = {.service = number % 3};
	struct ticket ticket;
	int counter = 1 + number % COUNTERS;
	must(desk_issue(desk, &issue, true, &ticket), "issue");
	must(desk_next(desk, counter, &ticket), "next");
	wait_s(CALL_S / 2);
	must(desk_serve(desk, counter, &ticket), "serve");
	/* Every other one leaves the room empty, so that pictures come. */
	if (number % 2) {
		must(desk_finish(desk, counter, &ticket), "finish");
		wait_s(CALL_S);
	}
}

static void *run_office(void *context)
{
	struct hands *office = context;
	const struct desk_options options = {.store = office->store, .device = "soak"};
	struct desk *desk;
	char error[512];
	must(desk_open(&options, &desk, error, sizeof error), error);
	for (int i = 1; i <= COUNTERS; i++) {
		must(desk_open_counter(desk, i, "ani", 0), "open");
	}
	int64_t start = clock_ticks_ms();
	for (int next = SAMPLE_S; next <= office->hours * 3600;) {
		call_one(desk, office->calls++);
		wait_s(CALL_S / 2);
		int second = (int)((clock_ticks_ms() - start) / 1000);
		if (second >= next) {
			office->last = take_sample(second, office->calls);
			office->first = next == 3600 ? office->last : office->first;
			next += SAMPLE_S;
		}
	}
	desk_close(desk);
	raise(SIGTERM);
	return NULL;
}

/* As the configuration says, but for what the soak needs. */
static bool prepare(char **argv, struct settings *out_settings)
{
	if (settings_read("giliran-display", 1, argv, out_settings) != 0) {
		return false;
	}
	text_copy(out_settings->store, sizeof out_settings->store, argv[1]);
	text_copy(out_settings->pictures, sizeof out_settings->pictures, argv[2]);
	text_copy(out_settings->device, sizeof out_settings->device, "display-1");
	out_settings->width = 1280;
	out_settings->height = 720;
	return true;
}

int main(int argc, char **argv)
{
	if (argc != 5) {
		fprintf(stderr, "usage: soak STORE PICTURES HOURS SPEED\n");
		return 2;
	}
	struct hands office = {.store = argv[1], .hours = (int)strtol(argv[3], NULL, 10)};
	struct settings settings;
	struct display display;
	pthread_t thread;
	speed = (int)strtol(argv[4], NULL, 10);
	if (speed < 1 || office.hours < 2 || !prepare(argv, &settings) ||
		!display_init(&display, &settings) ||
		pthread_create(&thread, NULL, run_office, &office) != 0) {
		return 1;
	}
	display_run(&display);
	pthread_join(thread, NULL);
	display_finish(&display);
	/* One more may be open just then: a picture that is being read. */
	bool flat = office.last.kib - office.first.kib < GROWTH_KIB &&
		    office.last.files <= office.first.files + 1;
	printf("  %s\n", flat ? "flat since the first hour" : "it has grown");
	return flat ? 0 : 1;
}
