#ifndef DB_RECEPTION_ROWS_H
#define DB_RECEPTION_ROWS_H

#include "db/store.h"

/* Visits without a number. */
struct reception_row {
	int64_t visit;
	int service;
	int party;
};

/* `token` "" = none. */
void reception_rows_insert(
	struct store *store, int64_t visit, int service, const char *date, const char *token);
/* The visit of a token; 0 = none. */
int64_t reception_rows_find_token(struct store *store, const char *date, const char *token);
bool reception_rows_get(struct store *store, int64_t visit, struct reception_row *out_row);
int64_t reception_rows_total(struct store *store);

#endif
