#ifndef APP_SIMULATE_SIMULATE_H
#define APP_SIMULATE_SIMULATE_H

#include "app/base/place.h"
#include "app/simulate/day.h"
#include "app/simulate/world.h"

/*
 * Simulated days on the real desk and store: as many as wanted, the same for the same seed, each
 * act checked. The first answer that cannot be ends it, with the shortest way there.
 */
struct simulate_options {
	const char *office_file;
	uint64_t seed;
	int days;
	int days_of_a_store; /* a new store is begun after so many; 0 = 20 */
	uint32_t faults;     /* DAY_FAULT_… */
	const char *folder;  /* where stores lie, which is there; NULL = in memory */
	bool keep;           /* the last store stays there, as giliran.db */
	FILE *trace;         /* or NULL */
	world_look *look;    /* a look at each day, or NULL */
	void *look_context;
};

struct simulate_report {
	int days;
	long acts, refused, deaths;
	struct figures_share estimate; /* forecasts of all days; and after the first WORLD_LEARNS */
	struct figures_share learnt;   /* of each store */
	long done[INTENT_ACTS];        /* acts that were acknowledged and changed something */
	uint64_t hash;                 /* of all that came out: the same for the same options */
	struct world_failure failure;  /* check "" = nothing is wrong */
	int failed_day;                /* counted from 1 */
	char failed_date[CALENDAR_DATE_SIZE];
	struct intent_list shortest; /* what is enough for it */
	char *shortest_text;         /* the same with its results, a line each; NULL */
	int tries;
};

/* Runs the days. False when something was wrong. Ended with simulate_finish in either case. */
bool simulate_run(const struct simulate_options *options, struct simulate_report *out_report);
void simulate_finish(struct simulate_report *report);

/* ---- between the files ---- */

/* Where the store of a run is, and its first moment. */
struct simulate_stage {
	const struct simulate_options *options;
	char store[PLACE_SIZE];
	char at[32];
	bool one_machine;
};
/* A world on a new store; what was there before is gone. */
struct world *simulate_stage_world(const struct simulate_stage *stage, FILE *trace);
/* Its end; the store goes with it unless `keep`. */
void simulate_stage_leave(const struct simulate_stage *stage, struct world *world, bool keep);

/*
 * The shortest part of `intents`, the last of which failed in the check `failure`, that fails in
 * the same one on a new store: whole days first, then ever smaller parts, then one by one (Zeller,
 * Hildebrandt, "Simplifying and isolating failure-inducing input", 2002).
 */
void simulate_shrink(const struct simulate_stage *stage, const struct intent_list *intents,
	const char *check, struct simulate_report *report);

#endif
