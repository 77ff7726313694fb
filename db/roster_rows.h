#ifndef DB_ROSTER_ROWS_H
#define DB_ROSTER_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* Who is to be at which counter on a day. All inside a transaction. */
struct roster_row {
	int counter;
	char staff[32]; /* code */
	char staff_name[OFFICE_NAME_SIZE];
};

/* Plans `staff` for `counter` and for no other; NULL = nobody. */
void roster_rows_set(struct store *store, const char *date, int counter, const char *staff);

/* Of `date`, in the office's order of counters, at most `size`; how many. */
size_t roster_rows_list(
	struct store *store, const char *date, struct roster_row *out_rows, size_t size);

#endif
