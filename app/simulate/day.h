#ifndef APP_SIMULATE_DAY_H
#define APP_SIMULATE_DAY_H

#include "app/simulate/intent.h"

/* What a day brings, drawn from a seed and the office's own hours, services and counters. */
enum { DAY_VISITORS = 256 /* their numbers: of day d from d * DAY_VISITORS on */ };

/* Faults, as a set. */
enum {
	DAY_FAULT_KILL = 1,    /* programs die, the power goes */
	DAY_FAULT_PRINTER = 2, /* paper out, jams, failures */
	DAY_FAULT_CLOCK = 4,   /* the wall clock is wrong, the machine starts anew */
	DAY_FAULT_RACE = 8,    /* presses in the same millisecond */
	DAY_FAULT_FULL = 16,   /* the disk is full */
	DAY_FAULTS_ALL = 31,
};

struct day_plan {
	const struct office *office;
	uint64_t seed;
	int day;             /* which one of its store, from 0 */
	int64_t midnight_ms; /* it begins; the office is open on it */
	int64_t before_ms;   /* and nothing of it happens before: the evening of the day before */
	uint32_t faults;
};

/* Appends all that happens, in order of time; the last is INTENT_DAY_END. Visitors of the two days
 * before may appear again, where they have no business. */
void day_draw(const struct day_plan *plan, struct intent_list *out_list);

#endif
