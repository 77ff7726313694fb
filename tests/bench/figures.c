#include "tests/bench/figures.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

void figures_add(struct figures *figures, double sample)
{
	assert(figures->count < FIGURES_SIZE);
	figures->samples[figures->count++] = sample;
}

static int compare(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;

	return (one > other) - (one < other);
}

static double percentile(const struct figures *figures, size_t percent)
{
	size_t rank = (figures->count * percent + 99) / 100;

	return figures->samples[rank > 0 ? rank - 1 : 0];
}

void figures_print(struct figures *figures, const char *what, const char *unit)
{
	if (figures->count == 0) {
		printf("%-46s no sample\n", what);
		return;
	}
	qsort(figures->samples, figures->count, sizeof(figures->samples[0]), compare);
	printf("%-46s median %8.3f %s   p10 %.3f  p90 %.3f  p99 %.3f  max %.3f  n %zu\n", what,
		percentile(figures, 50), unit, percentile(figures, 10), percentile(figures, 90),
		percentile(figures, 99), figures->samples[figures->count - 1], figures->count);
	fflush(stdout);
}
