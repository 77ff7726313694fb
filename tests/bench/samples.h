#ifndef TESTS_BENCH_SAMPLES_H
#define TESTS_BENCH_SAMPLES_H

#include <stddef.h>

/* Samples of one measurement, told as median and spread. All zero is none yet. */
struct samples {
	double *samples;
	size_t count, room;
};

void samples_add(struct samples *samples, double sample);
void samples_finish(struct samples *samples);

/* One line: `what`, then median, 10th, 90th and 99th percentile (nearest rank), greatest, count. */
void samples_print(struct samples *samples, const char *what, const char *unit);

#endif
