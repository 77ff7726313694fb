#include "app/simulate/random.h"

static const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);

static uint64_t mix(uint64_t value)
{
	value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
	return value ^ (value >> 31);
}

struct random random_of(uint64_t seed, uint64_t place)
{
	return (struct random){.state = mix(seed + golden) ^ mix(place * golden + 1)};
}

uint64_t random_next(struct random *random)
{
	random->state += golden;
	return mix(random->state);
}

int random_below(struct random *random, int limit)
{
	return (int)(random_next(random) % (uint64_t)limit);
}

int64_t random_between(struct random *random, int64_t low, int64_t high)
{
	return low + (int64_t)(random_next(random) % (uint64_t)(high - low + 1));
}

bool random_chance(struct random *random, int percent)
{
	return random_below(random, 100) < percent;
}
