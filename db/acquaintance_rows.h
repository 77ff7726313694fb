#ifndef DB_ACQUAINTANCE_ROWS_H
#define DB_ACQUAINTANCE_ROWS_H

#include "app/queue/outcome.h"
#include "app/queue/ticket.h"
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

/* An earlier visit of the same guest. */
struct known_visit_row {
	char service_date[CALENDAR_DATE_SIZE];
	int service;
	enum ticket_state state; /* done for a visit without a number */
	struct outcome outcome;  /* as the clerk said it */
};

/* Notes that `row->visit` was of `row->person` with that contact; again is nothing. It goes when
 * the guest of the visit goes (visit_rows.h). */
void acquaintance_rows_note_visit(struct store *store, const struct acquaintance_row *row);

/* How many visits there were of the guest of `visit` before it, 0 for who was not known then; the
 * latest of them, at most `size`, the latest first, in `out_rows` and how many in *out_count. */
int acquaintance_rows_earlier(struct store *store, int64_t visit, struct known_visit_row *out_rows,
	size_t size, size_t *out_count);

#endif
