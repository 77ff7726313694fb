#ifndef DB_ANSWER_ROWS_H
#define DB_ANSWER_ROWS_H

#include "app/queue/guest.h"
#include "db/store.h"

/* Answers to the questions of the guest book that have no column of their own. What is only counted
 * is kept with the visit, what is personal with the guest, whose row must be there. */

/* Writes those of `guest` in place of what was there; the personal ones must be gone already. */
void answer_rows_set(struct store *store, int64_t visit, const struct guest *guest);

/* Reads them into `guest`. What is none of our fields is left out. */
void answer_rows_read(struct store *store, int64_t visit, struct guest *guest);

#endif
