#ifndef DB_OFFICE_ROWS_H
#define DB_OFFICE_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* The office's profile and calendar as rows, exactly as it was read from its file. Inside a
 * transaction, as all of these. */
void office_rows_insert(struct store *store, const struct office *office);

/*
 * The office changed: `office` in place of the rows, but for code, zone and calendar, which are not
 * looked at. Services keep their places, new ones come behind; counters that are new are closed
 * since `now`, those that are gone keep their rows unseen.
 */
void office_rows_set(struct store *store, const struct office *office, int64_t now);

/* False when the rows are not there or do not make a right office. */
bool office_rows_read(struct store *store, struct office *out_office);

/* A number that goes up with every change of these rows: what was read at another one is old. */
int64_t office_rows_revision(struct store *store);
void office_rows_bump(struct store *store);

#endif
