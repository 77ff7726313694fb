#ifndef DB_FEEDBACK_ROWS_H
#define DB_FEEDBACK_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* What the office asks its visitors and where else it hears them. Inside a transaction. */
void feedback_rows_set(struct store *store, const struct office_feedback *feedback);
void feedback_rows_read(struct store *store, struct office_feedback *out_feedback);

#endif
