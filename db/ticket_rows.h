#ifndef DB_TICKET_ROWS_H
#define DB_TICKET_ROWS_H

#include "app/queue/announced.h"
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

/* Leaves out numbers of `service` on `date` (numbering_skip). */
void ticket_rows_skip_sequence(struct store *store, int service, const char *date);

/* Writes the ticket, its first segment and its open waiting interval. */
void ticket_rows_insert(
	struct store *store, const struct ticket *ticket, const struct ticket_birth *birth);

/* False when there is none. */
bool ticket_rows_get(struct store *store, int64_t id, struct ticket *out_ticket);
bool ticket_rows_find_token(
	struct store *store, const char *date, const char *token, struct ticket *out_ticket);
bool ticket_rows_find_number(struct store *store, const char *date, const char *prefix,
	int sequence, struct ticket *out_ticket);

/* The latest ticket of that number from before `date`. */
bool ticket_rows_find_earlier(struct store *store, const char *date, const char *prefix,
	int sequence, struct ticket *out_ticket);

/* All of `date`, the latest first, at most `size`; how many. */
size_t ticket_rows_list_day(
	struct store *store, const char *date, struct ticket *out_tickets, size_t size);

/* The first in call order on `date` of a service in the set `services` whom `counter` may call:
 * whoever was sent to another one that is open and serves it is not; 0 = nobody waits. */
int64_t ticket_rows_first(struct store *store, const char *date, uint32_t services, int counter);

/* A ticket of `date` whose life is not over; 0 = none. */
int64_t ticket_rows_open(struct store *store, const char *date);

/* Numbers given of `service` on `date`. */
int ticket_rows_count_issued(struct store *store, int service, const char *date);

/* Writes back what most acts change of a ticket, and of the segment it is in. */
void ticket_rows_set(struct store *store, const struct ticket *ticket);

/* Writes back where it belongs: service and segment, turn, what a held one goes back to. */
void ticket_rows_move(struct store *store, const struct ticket *ticket);

/* Its times do not count from now on, nor do the verdicts of its segments. */
void ticket_rows_doubt(struct store *store, int64_t id);

/* Tickets with an event after `event` whose times are not in doubt yet, at most `size`; how many.
 */
size_t ticket_rows_touched_after(struct store *store, int64_t event, int64_t *out_ids, size_t size);

/* Ends the open interval at `now` and, unless the ticket's life is over, opens the next. */
void ticket_rows_turn(struct store *store, const struct ticket *ticket, int64_t now);

/* A call or recall, whose event is `event`; and one that was undone. */
void ticket_rows_add_call(
	struct store *store, const struct ticket *ticket, int64_t event, int64_t now);
void ticket_rows_undo_call(struct store *store, int64_t event);

/* ---- the line ---- */

struct waiting_row {
	int64_t id;
	char number[TICKET_NUMBER_SIZE];
	int service;
	enum ticket_priority priority;
	int64_t issued_ms;
	int64_t turn_ms;
	int64_t from_ms;      /* its segment began */
	int64_t appointed_ms; /* the hour of its appointment; 0 = it came without one */
	int target_s;
	struct target_clock clock;
};

/* The waiting tickets of `date` in call order, at most `size`; how many. */
size_t ticket_rows_waiting(
	struct store *store, const char *date, struct waiting_row *out_rows, size_t size);

/* How many wait on `date`, by service. */
void ticket_rows_count_waiting(
	struct store *store, const char *date, int out_counts[OFFICE_SERVICES]);

/* The tickets of `date` on hold or absent, at most `size`, the latest first; how many. */
struct aside_row {
	int64_t id;
	char number[TICKET_NUMBER_SIZE];
	int service;
	enum ticket_state state;
	int64_t since_ms;
};
size_t ticket_rows_aside(
	struct store *store, const char *date, struct aside_row *out_rows, size_t size);

void ticket_rows_get_clock(struct store *store, int64_t ticket, struct target_clock *out_clock);
void ticket_rows_set_clock(struct store *store, const struct target_clock *clock);

/* ---- figures and history ---- */

struct day_figures {
	int done, met, counted;
};
void ticket_rows_figures(struct store *store, const char *date, struct day_figures *out_figures);

struct call_row {
	int64_t id;
	char number[TICKET_NUMBER_SIZE];
	int counter;
	enum ticket_priority priority;
	int64_t called_ms;
	int again;
	int64_t announced_ms[ANNOUNCED_WAYS]; /* TICKET_NEVER = not yet */
};
/* The newest calls of `date`, newest first; how many. */
size_t ticket_rows_calls(
	struct store *store, const char *date, struct call_row *out_rows, size_t size);

/* False when there is none: it was undone. */
bool ticket_rows_get_call(struct store *store, int64_t id, struct call_row *out_call);
/* Whether any of the latest calls, over some days, was announced to a waiting room at all. */
bool ticket_rows_are_heard(struct store *store);
/* When one of them was last shown on a screen there; TICKET_NEVER. */
int64_t ticket_rows_last_shown(struct store *store);
/* Who announced it first stays. */
void ticket_rows_announce(struct store *store, int64_t call, enum announced_way way, int64_t ms);

#endif
