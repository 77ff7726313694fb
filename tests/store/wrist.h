#ifndef TESTS_STORE_WRIST_H
#define TESTS_STORE_WRIST_H

#include "tests/store/stage.h"

/* Clocks that a test turns by hand: the wall's, the boot's, and restarts of the machine. */
struct wrist {
	struct clock_source source; /* for desk_options.clock */
	int64_t wall_ms;
	int64_t boot_ms;
	int boot; /* how many restarts */
};

/* The wall stands at `time` as stage_ms takes it, the machine has just started. */
void wrist_init(struct wrist *wrist, const struct stage *stage, const char *time);

/* `ms` pass on both clocks. */
void wrist_pass(struct wrist *wrist, int64_t ms);

/* Switched off for `ms`, and on again. */
void wrist_restart(struct wrist *wrist, int64_t ms);

/* A desk that lives by these clocks. */
struct desk *wrist_desk(const struct wrist *wrist, const struct stage *stage);

#endif
