#ifndef DB_WITHDRAWAL_ROWS_H
#define DB_WITHDRAWAL_ROWS_H

#include "app/queue/ticket.h"
#include "db/store.h"

/* Numbers that their visitors have given up. */
struct withdrawal_row {
	char number[TICKET_NUMBER_SIZE];
	int64_t at_ms;
};

void withdrawal_rows_insert(struct store *store, const char *date, int64_t ticket, int64_t at_ms);
/* The latest of `date` first, at most `size`; how many. */
size_t withdrawal_rows_list(
	struct store *store, const char *date, struct withdrawal_row *out_rows, size_t size);
/* When the ticket was given up; TICKET_NEVER. */
int64_t withdrawal_rows_get(struct store *store, int64_t ticket);
int64_t withdrawal_rows_total(struct store *store);

#endif
