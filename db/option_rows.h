#ifndef DB_OPTION_ROWS_H
#define DB_OPTION_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* Writes in place of all that was there what `office` says of the options of its guest book, and
 * who answers for personal data. */
void option_rows_set(struct store *store, const struct office *office);

/* Reads it. What is none of our fields is left out. */
void option_rows_read(struct store *store, struct office *office);

#endif
