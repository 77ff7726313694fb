#ifndef DB_RATING_ROWS_H
#define DB_RATING_ROWS_H

#include "app/feedback/instrument.h"
#include "app/queue/ticket.h"
#include "db/store.h"

/* Ratings and their answers. All inside a transaction. */
struct rating_row {
	int64_t ticket;
	int segment;
	int service;
	char instrument[INSTRUMENT_CODE_SIZE];
	char version[INSTRUMENT_CODE_SIZE];
	int64_t finished_ms; /* TICKET_NEVER = can be taken up again */
};

/* False when the segment was never rated. */
bool rating_rows_get(struct store *store, int64_t ticket, int segment, struct rating_row *out_row);

/* A rating of `date` begins; or begins anew with another questionnaire, without answers. */
void rating_rows_insert(
	struct store *store, const struct rating_row *row, const char *date, int64_t now_ms);
void rating_rows_restart(struct store *store, const struct rating_row *row, int64_t now_ms);
void rating_rows_finish(struct store *store, int64_t ticket, int segment, int64_t now_ms);

/* One answer in the place of an earlier one; 0 = skipped. */
void rating_rows_answer(
	struct store *store, int64_t ticket, int segment, const char *item, int answer);

struct answer_row {
	char item[INSTRUMENT_CODE_SIZE];
	int answer; /* 0 = skipped */
};
/* By item; how many. */
size_t rating_rows_answers(
	struct store *store, int64_t ticket, int segment, struct answer_row *out_rows, size_t size);

/* Who was served to the end on `date` after `since_ms`, by a service that is rated, and has not
 * rated it, the latest first. */
struct fresh_row {
	char number[TICKET_NUMBER_SIZE];
	int64_t finished_ms;
};
size_t rating_rows_fresh(struct store *store, const char *date, int64_t since_ms,
	struct fresh_row *out_rows, size_t size);

/* Ratings finished in all. */
int64_t rating_rows_total(struct store *store);

/* ---- figures of the service dates from `from` to `to` ---- */

/* The questionnaires that were used. */
struct sheet_row {
	char instrument[INSTRUMENT_CODE_SIZE];
	char version[INSTRUMENT_CODE_SIZE];
	int64_t finished, begun; /* sheets; those begun include the finished ones */
};
size_t rating_rows_sheets(struct store *store, const char *from, const char *to,
	struct sheet_row *out_rows, size_t size);

/* Sum and number of the answers of each item of `instrument`, by its place; only those of its own
 * version, on finished sheets. Weights are left alone. */
void rating_rows_sums(struct store *store, const char *from, const char *to,
	const struct instrument *instrument, struct index_item out_items[INSTRUMENT_ITEMS]);

/* Visits served to the end that could be rated: those of services that are kept out of the ratings
 * count only where one was given before that. */
int64_t rating_rows_served(struct store *store, const char *from, const char *to);

#endif
