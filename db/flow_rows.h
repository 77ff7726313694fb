#ifndef DB_FLOW_ROWS_H
#define DB_FLOW_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* What an office has chosen of the ways of a visitor. */
void flow_rows_set(struct store *store, const struct office *office);
void flow_rows_read(struct store *store, struct office *out_office);

/* What a slip shows; likewise. */
void flow_rows_set_slip(struct store *store, const struct office_slip *slip);
void flow_rows_read_slip(struct store *store, struct office_slip *out_slip);

#endif
