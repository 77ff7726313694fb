#ifndef DB_PAST_ROWS_H
#define DB_PAST_ROWS_H

#include "app/queue/rules.h"
#include "db/store.h"

/* What the rules of the office were until an event changed them. Inside a transaction. */
struct past_row {
	int64_t event;
	char rules[RULES_SIZE];
};

void past_rows_add(struct store *store, int64_t event, const char *rules);

/* False when no rules ended with `event`. */
bool past_rows_get(struct store *store, int64_t event, struct past_row *out_row);

/*
 * In the order of their events, those that ended with one from `first` to `last`, and the one that
 * ended next after; how many. *out_rows is released with free().
 */
size_t past_rows_list(struct store *store, int64_t first, int64_t last, struct past_row **out_rows);

/* How many there are. */
int64_t past_rows_total(struct store *store);

#endif
