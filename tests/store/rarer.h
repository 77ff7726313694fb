#ifndef TESTS_STORE_RARER_H
#define TESTS_STORE_RARER_H

#include "tests/store/morning.h"

/*
 * The writing acts that the morning (morning.h) does not do, each with what must have happened
 * before it: an office with every switch on, where a call is service, and a head with a PIN. That
 * none of the desk is forgotten, arch/acts looks after.
 */
struct rarer_act {
	struct morning_act act;
	enum result (*prepare)(struct desk *desk); /* NULL = nothing */
};

extern const struct rarer_act rarer_acts[];
extern const size_t rarer_act_count;

/* For cmocka: a stage with that office's store; its end is stage_tear_down. */
int rarer_set_up(void **state);

/* A copy of that store in which the act has been prepared, in a folder of its own. */
void rarer_copy(const struct stage *from, const struct rarer_act *rarer, struct stage *out_copy);

#endif
