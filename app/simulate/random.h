#ifndef APP_SIMULATE_RANDOM_H
#define APP_SIMULATE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

/* Numbers that look drawn and are the same for the same seed: SplitMix64 (Steele, Lea, Flood, "Fast
 * splittable pseudorandom number generators", 2014). */
struct random {
	uint64_t state;
};

/* A stream of its own for each pair of a seed and a place. */
struct random random_of(uint64_t seed, uint64_t place);

uint64_t random_next(struct random *random);

/* From 0 to `limit` - 1; `limit` at least 1. */
int random_below(struct random *random, int limit);

/* From `low` to `high`, both included. */
int64_t random_between(struct random *random, int64_t low, int64_t high);

/* True in `percent` of 100 cases. */
bool random_chance(struct random *random, int percent);

#endif
