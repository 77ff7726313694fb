#ifndef DB_ROLL_ROWS_H
#define DB_ROLL_ROWS_H

#include "app/queue/roll.h"
#include "db/store.h"

/* The paper rolls of the printers ("kiosk-1/printer"). All inside a transaction. */
struct roll_row {
	char device[32];
	struct roll roll;
};

/* False when nothing has been counted at `device` yet; *out_roll is then a roll of nothing. */
bool roll_rows_get(struct store *store, const char *device, struct roll *out_roll);

/* Writes the whole row, new or not. */
void roll_rows_set(struct store *store, const char *device, const struct roll *roll);

/* By name, at most `size`; how many. */
size_t roll_rows_list(struct store *store, struct roll_row *out_rows, size_t size);

#endif
