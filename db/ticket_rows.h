#ifndef DB_TICKET_ROWS_H
#define DB_TICKET_ROWS_H

#include "app/queue/target.h"
#include "app/queue/ticket.h"
#include "db/store.h"

/* Tickets with their segment, intervals and calls. All inside a transaction. */

/* What is known of a ticket only when it is issued. */
struct ticket_birth {
	int64_t visit;
	const char *boot_id;
	const char *token; /* "" = none */
};

/* The next number of `service` on `date`. */
int ticket_rows_next_sequence(struct store *store, int service, const char *date);
int64_t ticket_rows_next_id(struct store *store);

/* Writes the ticket, its first segment and its open waiting interval. */
void ticket_rows_insert(
	struct store *store, const struct ticket *ticket, const struct ticket_birth *birth);

/* False when there is none. */
bool ticket_rows_get(struct store *store, int64_t id, struct ticket *out_ticket);
bool ticket_rows_find_token(
	struct store *store, const char *date, const char *token, struct ticket *out_ticket);
bool ticket_rows_find_number(struct store *store, const char *date, const char *prefix,
	int sequence, struct ticket *out_ticket);

/* The first in call order on `date` of a service in the set `services`; 0 = nobody waits. */
int64_t ticket_rows_first(struct store *store, const char *date, uint32_t services);

/* A ticket that still waits from a day before `date`; 0 = none. */
int64_t ticket_rows_old_waiting(struct store *store, const char *date);

/* Writes back the state, counter, calls, times, verdict and doubt of a ticket. */
void ticket_rows_set(struct store *store, const struct ticket *ticket);

/* Times of a ticket issued in another boot than `boot_id` are uncertain (design §5). */
void ticket_rows_doubt(struct store *store, int64_t id, const char *boot_id);

/* Ends the open interval at `now` and, unless the ticket's life is over, opens the next. */
void ticket_rows_turn(struct store *store, const struct ticket *ticket, int64_t now);

void ticket_rows_add_call(struct store *store, const struct ticket *ticket, int64_t now);

/* ---- the line ---- */

struct waiting_row {
	int64_t id;
	char number[TICKET_NUMBER_SIZE];
	int service;
	enum ticket_priority priority;
	int64_t issued_ms;
	int64_t turn_ms;
	int target_s;
	struct target_clock clock;
};

/* The waiting tickets of `date` in call order, at most `size`; how many. */
size_t ticket_rows_waiting(
	struct store *store, const char *date, struct waiting_row *out_rows, size_t size);

/* How many wait on `date`, by service. */
void ticket_rows_count_waiting(
	struct store *store, const char *date, int out_counts[OFFICE_SERVICES]);

void ticket_rows_get_clock(struct store *store, int64_t ticket, struct target_clock *out_clock);
void ticket_rows_set_clock(struct store *store, const struct target_clock *clock);

/* ---- figures and history ---- */

/* Service times of the latest finished visitors of `service`, ms; how many. */
size_t ticket_rows_service_times(struct store *store, int service, int64_t *out_times, size_t size);

struct day_figures {
	int done, met, counted;
};
void ticket_rows_figures(struct store *store, const char *date, struct day_figures *out_figures);

struct interval_row {
	enum ticket_state state;
	int service;
	int counter;
	int64_t from_ms;
	int64_t to_ms;
};
/* The intervals of a ticket in order; released with free(). */
size_t ticket_rows_intervals(struct store *store, int64_t ticket, struct interval_row **out_rows);

struct call_row {
	int64_t id;
	char number[TICKET_NUMBER_SIZE];
	int counter;
	enum ticket_priority priority;
	int64_t called_ms;
	int again;
};
/* The newest calls of `date`, newest first; how many. */
size_t ticket_rows_calls(
	struct store *store, const char *date, struct call_row *out_rows, size_t size);

#endif
