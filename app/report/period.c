#include "app/report/period.h"

#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>

static int months_of(enum report_span span)
{
	static const int months[REPORT_SPANS] = {0, 1, 3, 12};
	return months[span];
}

/* "2026-11-23" as months since year 0. */
static int month_of(const char *date)
{
	return (int)strtol(date, NULL, 10) * 12 + (int)strtol(date + 5, NULL, 10) - 1;
}

static int first_day(int month)
{
	char date[CALENDAR_DATE_SIZE];
	int day = 0;
	text_format(date, sizeof(date), "%04d-%02d-01", month / 12, month % 12 + 1);
	(void)calendar_parse_day(date, &day);
	return day;
}

struct report_period report_period_of(enum report_span span, const char *date)
{
	struct report_period period = {.span = span};
	int months = months_of(span);
	if (months == 0) {
		text_copy(period.from, sizeof(period.from), date);
		text_copy(period.to, sizeof(period.to), date);
		return period;
	}
	int month = month_of(date) / months * months;
	calendar_format_day(first_day(month), period.from);
	calendar_format_day(first_day(month + months) - 1, period.to);
	return period;
}

struct report_period report_period_step(const struct report_period *period, int step)
{
	char date[CALENDAR_DATE_SIZE];
	int from = 0, to = 0;
	(void)calendar_parse_day(period->from, &from);
	(void)calendar_parse_day(period->to, &to);
	calendar_format_day(step < 0 ? from - 1 : to + 1, date);
	return report_period_of(period->span, date);
}

bool report_period_holds(const struct report_period *period, const char *date)
{
	return strcmp(period->from, date) <= 0 && strcmp(date, period->to) <= 0;
}
