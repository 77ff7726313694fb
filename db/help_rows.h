#ifndef DB_HELP_ROWS_H
#define DB_HELP_ROWS_H

#include "app/queue/attempt.h"
#include "app/queue/help.h"
#include "db/store.h"

/* Visitors who have called for a clerk. All inside a transaction. The row's id, or 0. */
int64_t help_rows_insert(struct store *store, const struct help *help);

bool help_rows_get(struct store *store, int64_t id, struct help *out_help);
/* The one that is open at `device`. */
bool help_rows_find_open(struct store *store, const char *device, struct help *out_help);
/* Those open of `date`, in order; at most `size`. */
size_t help_rows_list(struct store *store, const char *date, struct help *out_helps, size_t size);

/* Writes back state, counter and ticket. */
void help_rows_set(struct store *store, const struct help *help);
/* Whether `counter` took the call for which `ticket` was issued. */
bool help_rows_gave(struct store *store, int64_t ticket, int counter);
int64_t help_rows_total(struct store *store);

/* Tries of `name` (attempt.h); none = all zero. */
void attempt_rows_get(struct store *store, const char *name, struct attempt *out_attempt);
void attempt_rows_set(struct store *store, const char *name, const struct attempt *attempt);

#endif
