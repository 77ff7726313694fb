#ifndef DB_FLOW_ROWS_H
#define DB_FLOW_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* What an office has chosen of the ways of a visitor. */
void flow_rows_set(struct store *store, const struct office *office);
void flow_rows_read(struct store *store, struct office *out_office);

#endif
