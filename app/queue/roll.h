#ifndef APP_QUEUE_ROLL_H
#define APP_QUEUE_ROLL_H

#include <stdbool.h>
#include <stdint.h>

/* The odometer of a paper roll: pure arithmetic, in millimetres. */
struct roll {
	int64_t since_ms; /* put in, or counted from here on */
	int length_mm;    /* of a new roll; 0 = unknown */
	int64_t fed_mm;   /* since then */
	int slips;        /* printed on it */
	bool in_doubt;    /* the paper was out since, or the cover open near its end, and nobody
			     has said yet whether there is a new roll */
};

enum {
	ROLL_DOTS_PER_MM = 8, /* heads of 203 dpi (hardware.md §6.3): 7.99 */
	/*
	 * Shop sizes "80x80" and "57x30" (width x diameter). A roll of diameter D on a core of
	 * diameter d with paper t thick holds pi (D² - d²) / 4t: 80, 12 and 0.06 mm make 81 m, 30,
	 * 12 and 0.05 mm make 12 m. Heavier paper is shorter (80x80 of 65 g/m²: 60 m), so both can
	 * be set.
	 */
	ROLL_WIDE_MM = 80000,
	ROLL_NARROW_MM = 12000,
	ROLL_NARROW_DOTS = 480, /* heads with fewer dots print on paper of 57 or 58 mm */
	ROLL_UNKNOWN = -1,
};

/* What a slip of `dots` rows feeds, in whole millimetres, rounded up. */
int roll_mm(int dots);

/* The length of a new roll for a head of `dots`, when nobody has set it. */
int roll_usual_mm(int dots);

/* Adds one slip of `mm`. */
void roll_feed(struct roll *roll, int mm);

/* The mean slip of this roll in whole millimetres, rounded up; 0 before the first. */
int roll_mean_mm(const struct roll *roll);

/* How many more slips of that mean the roll holds; ROLL_UNKNOWN before the first, or while the
 * length is not known. */
int roll_slips_left(const struct roll *roll);

#endif
