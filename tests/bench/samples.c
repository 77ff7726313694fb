#include "tests/bench/samples.h"

#include "app/base/memory.h"

#include <stdio.h>
#include <stdlib.h>

void samples_add(struct samples *samples, double sample)
{
	if (samples->count == samples->room) {
		samples->room = samples->room * 2 + 1000;
		samples->samples =
			memory_resized(samples->samples, samples->room, sizeof samples->samples[0]);
	}
	samples->samples[samples->count++] = sample;
}

void samples_finish(struct samples *samples)
{
	free(samples->samples);
	*samples = (struct samples){.count = 0};
}

static int compare(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;

	return (one > other) - (one < other);
}

static double percentile(const struct samples *samples, size_t percent)
{
	size_t rank = (samples->count * percent + 99) / 100;

	return samples->samples[rank > 0 ? rank - 1 : 0];
}

void samples_print(struct samples *samples, const char *what, const char *unit)
{
	if (samples->count == 0) {
		printf("%-46s no sample\n", what);
		return;
	}
	qsort(samples->samples, samples->count, sizeof(samples->samples[0]), compare);
	printf("%-46s median %8.3f %s   p10 %.3f  p90 %.3f  p99 %.3f  max %.3f  n %zu\n", what,
		percentile(samples, 50), unit, percentile(samples, 10), percentile(samples, 90),
		percentile(samples, 99), samples->samples[samples->count - 1], samples->count);
	fflush(stdout);
}
