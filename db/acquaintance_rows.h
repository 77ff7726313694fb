#ifndef DB_ACQUAINTANCE_ROWS_H
#define DB_ACQUAINTANCE_ROWS_H

#include "db/store.h"

enum { ACQUAINTANCE_HASH_SIZE = 33 };

/* Who signed the guest book with an address or number: hashes, and the latest visit. */
struct acquaintance_row {
	char contact[ACQUAINTANCE_HASH_SIZE];
	char person[ACQUAINTANCE_HASH_SIZE]; /* "" = several people use it */
	int64_t visit;
};

bool acquaintance_rows_get(
	struct store *store, const char *contact, struct acquaintance_row *out_row);
void acquaintance_rows_set(struct store *store, const struct acquaintance_row *row);

#endif
