#include "app/feedback/sample.h"

int64_t sample_size(int64_t population)
{
	/* In hundred-thousandths: chi square × P × (1 - P) and the squared error. */
	const int64_t spread = 96025, error = 250;
	const int64_t limit = INT64_C(1000000000000);
	if (population < 1 || population > limit) {
		return 0;
	}
	int64_t above = spread * population, below = error * (population - 1) + spread;
	return (2 * above + below) / (2 * below);
}
