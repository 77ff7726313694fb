#ifndef APP_QUEUE_SLOT_H
#define APP_QUEUE_SLOT_H

#include "app/queue/office.h"

/* The quarter hours at which an appointment can be made: the office is open, and they are to come.
 * Times are office ms. */

/* The first one after `now`; -1 when there is none within SLOT_DAYS. */
enum { SLOT_DAYS = 90 };
int64_t slot_first(const struct office *office, int64_t now);

/* The next one after `at` (`by` 1), or the one before it (-1), but not before slot_first; `at`
 * itself when there is none. */
int64_t slot_step(const struct office *office, int64_t now, int64_t at, int by);

/* The same hour of the next or earlier day on which the office opens, or that day's first one where
 * it is closed at that hour. */
int64_t slot_step_day(const struct office *office, int64_t now, int64_t at, int by);

#endif
