#ifndef APP_BASE_CLOCK_H
#define APP_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The only place that asks the system what time it is. All times are milliseconds; wall and office
 * time count from 1970-01-01T00:00:00Z, boot time from the machine's start (CLOCK_BOOTTIME).
 *
 * Rules run on office time: boot time plus an offset that is fixed once per boot, so it never runs
 * back by itself when somebody sets the wall clock.
 */
enum { CLOCK_BOOT_ID_SIZE = 37 };

struct instant {
	int64_t office_ms;
	int64_t wall_ms;
	int64_t boot_ms;
	char boot_id[CLOCK_BOOT_ID_SIZE];
};

/* Where wall and boot time come from when not from the system: the simulator's, the tests'. */
struct clock_source {
	void *context;
	void (*read)(void *context, int64_t *out_wall_ms, int64_t *out_boot_ms,
		char out_boot_id[CLOCK_BOOT_ID_SIZE]);
};

struct clock {
	const struct clock_source *source; /* borrowed; NULL = the system */
	bool fixed;        /* every reading is `at`: commands with --at on a training store */
	int64_t offset_ms; /* office time - boot time */
	int64_t shift_ms;  /* office time - wall time wanted by a training store; else 0 */
	struct instant at;
};

/* Starts with office time = wall time. `source` is borrowed; NULL = the system's clocks. */
void clock_init(struct clock *clock, const struct clock_source *source);

/* False while the wall clock is before 2026, the year this product was made: its battery is dead
 * and it counts from 1970 or from the firmware's own date. A fixed clock is as it is. */
bool clock_is_plausible(const struct clock *clock);

/* Office, wall and boot time all stand at `office_ms`; the boot id is "training". */
void clock_init_fixed(struct clock *clock, int64_t office_ms);

/* From now on office time = boot time + `offset_ms` (the store keeps one offset per boot). */
void clock_set_offset(struct clock *clock, int64_t offset_ms);

/* The present instant. */
void clock_read(const struct clock *clock, struct instant *out_instant);

/* Milliseconds of CLOCK_MONOTONIC: for animation, idle times and time-outs, never for rules. */
int64_t clock_ticks_ms(void);

/* The same clock in microseconds, for benchmarks and traces. */
int64_t clock_ticks_us(void);

#endif
