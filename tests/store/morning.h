#ifndef TESTS_STORE_MORNING_H
#define TESTS_STORE_MORNING_H

#include "tests/store/stage.h"

/*
 * A desk in the middle of its morning, and every act that then succeeds: what the tests of broken
 * writing start from.
 */
struct morning_act {
	const char *name;
	const char *time; /* as stage_desk takes it */
	enum result (*run)(struct desk *desk);
};

extern const struct morning_act morning_acts[];
extern const size_t morning_act_count;

/* For cmocka: a stage with the morning's store; its end is stage_tear_down. */
int morning_set_up(void **state);

/* A fresh copy of that store, which nobody has open, in a folder of its own. */
void morning_copy(const struct stage *from, struct stage *out_copy);

#endif
