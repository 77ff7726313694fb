#ifndef TESTS_SCREENS_CONSOLE_DAYS_H
#define TESTS_SCREENS_CONSOLE_DAYS_H

#include "app/console/shift.h"

/* An office's days for the console's page of reports: what its desk would answer, drawn from the
 * date alone, so that every run has the same. */

/* The record of a date: weekdays have visitors, up to `busy` an hour (0 = nobody comes). */
void days_record(
	const struct office *office, const char *date, int busy, struct desk_record *out_record);

/* Opens the page as somebody of `role` at counter 2, on the day of the model. */
void days_open(struct shift *shift, enum desk_role role);

/* Answers what the page asks until it asks nothing more; how many answers that took. */
int days_answer(struct shift *shift, int busy);

#endif
