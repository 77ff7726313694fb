#ifndef DB_QUESTION_ROWS_H
#define DB_QUESTION_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* Writes in place of all that was there what the services of `office` say of their guest books. */
void question_rows_set(struct store *store, const struct office *office);

/* Reads it into the services, which are there already. What is none of ours is left out. */
void question_rows_read(struct store *store, struct office *office);

#endif
