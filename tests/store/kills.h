#ifndef TESTS_STORE_KILLS_H
#define TESTS_STORE_KILLS_H

#include "tests/store/morning.h"

/*
 * Kills `act` on copies of a store, at `points` of the changes it makes to files (the first and the
 * last of them among these; 0 = at each), and opens the store again: it must be as before the act
 * or as after it, and all invariants must hold. Fails the test otherwise, and when no kill lay
 * before or none behind the moment the act became durable.
 */
enum { KILLS_MANY = 5000 };
void kills_at(const struct stage *base, const struct morning_act *act, int points);

/* The same with a desk of the test's own making, and more to be looked at afterwards. */
struct kills_rig {
	struct desk *(*open)(const struct stage *stage, const struct morning_act *act);
	void (*check)(const struct stage *stage, const struct morning_act *act); /* or NULL */
};
void kills_with(const struct stage *base, const struct morning_act *act,
	const struct kills_rig *rig, int points);

#endif
