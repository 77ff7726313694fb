#ifndef DB_STANDARD_ROWS_H
#define DB_STANDARD_ROWS_H

#include "app/queue/standard.h"
#include "db/store.h"

/* What the office publishes of its services, in place of what was there. In a transaction. */
void standard_rows_set(struct store *store, const struct standards *standards);

/* The same back, for an office of `service_count` services. */
void standard_rows_read(struct store *store, int service_count, struct standards *out_standards);

#endif
