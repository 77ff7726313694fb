#ifndef DRIVERS_FAULT_OPTIONS_H
#define DRIVERS_FAULT_OPTIONS_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What "fault:OPTIONS/URI" breaks, as key=value pairs with commas between them. Numbers count from
 * the start of a slip; a slip's number counts from 0 and survives reopening only with `state`.
 */
enum { FAULT_PATH_SIZE = 512 };

enum fault_point { FAULT_UNPLUG, FAULT_STALL, FAULT_PAPER_OUT, FAULT_COVER, FAULT_POINTS };

struct fault_options {
	uint64_t seed;                /* seed=7: what the chances are drawn from */
	double paper_out, cover_open; /* paper_out=0.1: chance that a slip finds it so */
	int64_t at[FAULT_POINTS]; /* unplug_at=, stall_at=, paper_out_at=, cover_at=; -1 = never */
	int64_t slip;             /* slip=3: the slip that the points above strike */
	int64_t fail_first;       /* fail_first=2: so many slips fail unsent */
	int64_t lasts;            /* lasts=2: looks at the status until it is mended (default 1) */
	int64_t slow;             /* slow=50: milliseconds a kilobyte */
	bool silent;              /* silent=1: no status channel */
	char control[FAULT_PATH_SIZE]; /* control=FILE holding ok, paper_out, cover_open, offline,
					  stopped, error or unplugged: the state at this moment */
	char state[FAULT_PATH_SIZE];   /* state=FILE that keeps the slip's number */
	char inner[FAULT_PATH_SIZE];   /* the URI that is wrapped */
};

/*
 * Reads what follows "fault:". The wrapped URI begins after the first '/' that a scheme follows, so
 * that paths may be among the options. False when an option is unknown or out of range.
 */
bool fault_options_read(const char *rest, struct fault_options *out_options);

/* Whether the chance `share` (0 to 1) comes true for slip `slip`; `kind` keeps chances apart. */
bool fault_strikes(uint64_t seed, int64_t slip, int kind, double share);

/* The state that the control file names at this moment; OK where there is no such file. */
enum result fault_read_control(const char *path);

#endif
