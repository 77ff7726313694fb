#include "app/queue/roll.h"

#include <limits.h>

int roll_mm(int dots)
{
	return dots <= 0 ? 0 : (dots - 1) / ROLL_DOTS_PER_MM + 1;
}

int roll_usual_mm(int dots)
{
	return dots < ROLL_NARROW_DOTS ? ROLL_NARROW_MM : ROLL_WIDE_MM;
}

void roll_feed(struct roll *roll, int mm)
{
	if (roll->slips < INT_MAX) {
		roll->fed_mm += mm;
		roll->slips++;
	}
}

int roll_mean_mm(const struct roll *roll)
{
	if (roll->slips <= 0 || roll->fed_mm <= 0) {
		return 0;
	}
	int64_t mean = (roll->fed_mm - 1) / roll->slips + 1;
	return mean > INT_MAX ? INT_MAX : (int)mean;
}

int roll_slips_left(const struct roll *roll)
{
	int mean = roll_mean_mm(roll);
	if (mean == 0 || roll->length_mm <= 0) {
		return ROLL_UNKNOWN;
	}
	int64_t left_mm = roll->length_mm - roll->fed_mm;
	return left_mm <= 0 ? 0 : (int)(left_mm / mean);
}
