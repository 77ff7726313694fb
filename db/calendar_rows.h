#ifndef DB_CALENDAR_ROWS_H
#define DB_CALENDAR_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* The rows of an office's calendar and promises. All rows are kept; an office in memory holds the
 * newest that it has room for. */

/* The promises of the services in place of those that were. */
void calendar_rows_set_promises(struct store *store, const struct office *office);

/* Writes the calendar of a new office, whose seasons and closures get their ids from the store. */
void calendar_rows_insert(struct store *store, const struct office *office);

/* Adds them to `office`, which has its services already. */
void calendar_rows_read(struct store *store, struct office *office);

/* The holidays, seasons and closures as they were when none was later than `until_day`, `until_ms`:
 * for a day of long ago, whose entries newer ones have driven out. */
void calendar_rows_read_past(
	struct store *store, struct office *office, int until_day, int64_t until_ms);

/* One entry; of a season and closure the id of the new row, 0 on trouble. */
void calendar_rows_set_year(struct store *store, const struct office_year *year, int64_t known_ms);
void calendar_rows_add_holiday(struct store *store, const struct office_holiday *holiday);
int64_t calendar_rows_add_season(struct store *store, const struct office_season *season);
int64_t calendar_rows_add_closure(struct store *store, const struct office_closure *closure);

/* Removes the holidays from `from_day` to `to_day`, both included. */
void calendar_rows_remove_holidays(struct store *store, int from_day, int to_day);
void calendar_rows_remove_season(struct store *store, int64_t id);
void calendar_rows_remove_closure(struct store *store, int64_t id);

#endif
