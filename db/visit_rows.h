#ifndef DB_VISIT_ROWS_H
#define DB_VISIT_ROWS_H

#include "app/queue/guest.h"
#include "db/store.h"

/*
 * Writes a visit of `party` people, in codes, and beside it what is personal; `guest` NULL = no
 * guest book entry. The new visit's id.
 */
int64_t visit_rows_insert(struct store *store, const char *date, int64_t arrived_ms, int party,
	const char *notice_version, const struct guest *guest);

/* The guest book entry of a ticket; false when there is none. */
bool visit_rows_get_guest(struct store *store, int64_t ticket, struct guest *out_guest);

/*
 * Wipes the personal words of at most `most` visits before `date` and answers of how many. They go
 * in the order of their visits: one that a clock in the past has put behind later ones waits for
 * them.
 */
int visit_rows_blank(struct store *store, const char *date, int most);

/* The guest book entry of a visit; false when there is none, or when it has been blanked. */
bool visit_rows_get_guest_of(struct store *store, int64_t visit, struct guest *out_guest);

/* The visit behind a ticket. */
struct visit_row {
	int64_t id;
	int party;
	bool is_signed; /* has a guest book entry */
};
bool visit_rows_find(struct store *store, int64_t ticket, struct visit_row *out_row);

/* How many numbers of `date` have a guest book that says `sex` (guest_option.c): kept when what is
 * personal has been blanked. */
int visit_rows_count_sex(struct store *store, const char *date, int sex);

/* Writes the guest book entry of a visit that has none, and its party. */
void visit_rows_sign(struct store *store, const struct visit_row *row, const char *notice_version,
	const struct guest *guest);

/*
 * Writes it anew for a visit that has one, and its party; the notice stays the one that was shown.
 * By whom the visitor is known again (acquaintance_rows.h) is forgotten.
 */
void visit_rows_correct(
	struct store *store, const struct visit_row *row, const struct guest *guest);

#endif
