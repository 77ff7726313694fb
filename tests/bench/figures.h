#ifndef TESTS_BENCH_FIGURES_H
#define TESTS_BENCH_FIGURES_H

#include <stddef.h>

/* Samples of one measurement, told as median and spread. */
enum { FIGURES_SIZE = 5000 };

struct figures {
	double samples[FIGURES_SIZE];
	size_t count;
};

/* Adds one sample; those past FIGURES_SIZE are an error of the caller. */
void figures_add(struct figures *figures, double sample);

/* One line: `what`, then median, 10th, 90th and 99th percentile (nearest rank), greatest, count. */
void figures_print(struct figures *figures, const char *what, const char *unit);

#endif
