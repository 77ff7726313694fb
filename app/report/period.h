#ifndef APP_REPORT_PERIOD_H
#define APP_REPORT_PERIOD_H

#include "app/queue/calendar.h"

/* The stretches of days that reports are made of, by their dates alone. */
enum report_span { REPORT_DAY, REPORT_MONTH, REPORT_QUARTER, REPORT_YEAR, REPORT_SPANS };

struct report_period {
	enum report_span span;
	char from[CALENDAR_DATE_SIZE]; /* both included */
	char to[CALENDAR_DATE_SIZE];
};

/* The day, month, quarter or year that holds `date`, which is a date. */
struct report_period report_period_of(enum report_span span, const char *date);

/* The one before (-1) or after (1) it. */
struct report_period report_period_step(const struct report_period *period, int step);

/* Whether `date` lies in it. */
bool report_period_holds(const struct report_period *period, const char *date);

#endif
