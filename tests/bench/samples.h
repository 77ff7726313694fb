#ifndef TESTS_BENCH_SAMPLES_H
#define TESTS_BENCH_SAMPLES_H

#include <stddef.h>

/* Samples of one measurement, told as median and spread. */
enum { SAMPLES_SIZE = 5000 };

struct samples {
	double samples[SAMPLES_SIZE];
	size_t count;
};

/* Adds one sample; those past SAMPLES_SIZE are an error of the caller. */
void samples_add(struct samples *samples, double sample);

/* One line: `what`, then median, 10th, 90th and 99th percentile (nearest rank), greatest, count. */
void samples_print(struct samples *samples, const char *what, const char *unit);

#endif
