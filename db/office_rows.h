#ifndef DB_OFFICE_ROWS_H
#define DB_OFFICE_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* The office's profile as rows, exactly as it was read from its file. Inside a transaction. */
void office_rows_insert(struct store *store, const struct office *office);

/* False when the rows are not there or do not make a right office. */
bool office_rows_read(struct store *store, struct office *out_office);

#endif
