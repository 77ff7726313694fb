#ifndef DB_COUNTER_ROWS_H
#define DB_COUNTER_ROWS_H

#include "app/queue/office.h"
#include "db/store.h"

/* What the counters are doing now. All inside a transaction. */
enum counter_state {
	COUNTER_CLOSED,
	COUNTER_FREE,
	COUNTER_CALLED,
	COUNTER_SERVING,
	COUNTER_BREAK,
	COUNTER_STATES
};

struct counter_row {
	int number;
	enum counter_state state;
	uint32_t services; /* of this shift */
	char staff[32];    /* code; "" while closed */
	char staff_name[OFFICE_NAME_SIZE];
	int64_t ticket; /* called or served; 0 = nobody */
	int service;    /* the ticket's; not written */
	int64_t since_ms;
	int64_t free_since_ms; /* its last visitor finished, or it opened; -1 */
	int64_t stand_by_ms;   /* the next arrival is called there by itself, since; -1 = no */
};

/* A counter that is closed since `now`. */
void counter_rows_insert(struct store *store, int number, int64_t now);
void counter_rows_set(struct store *store, const struct counter_row *row);

/* All, in the office's order; how many. */
int counter_rows_list(struct store *store, struct counter_row out_rows[OFFICE_COUNTERS]);

#endif
