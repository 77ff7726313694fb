#ifndef APP_CONSOLE_REPORTING_H
#define APP_CONSOLE_REPORTING_H

#include "app/desk/desk_thread.h"
#include "app/desk/export.h"
#include "app/report/period.h"
#include "app/report/save.h"
#include "app/report/stock.h"

/*
 * What the page of reports shows, as a pure state machine: the desk is asked for one day after the
 * other, so that a clerk's press never waits behind a year, then for the ratings; then the report
 * is made. Starts as zeroes (closed).
 */
enum reporting_stage {
	REPORTING_DAYS,    /* `next` is asked, or about to be */
	REPORTING_RATINGS, /* all days are there */
	REPORTING_DONE,
};

/* What of the report is shown. */
enum reporting_part { REPORTING_FIGURES, REPORTING_DETAILS, REPORTING_SHEETS };

/* Out of the console: the formats of files, or on paper. */
enum { REPORTING_PRINT = REPORT_FORMATS, REPORTING_WAYS };

enum {
	REPORTING_SHEETS_A_PAGE = 6,
	REPORTING_RETRY_MS = 2000,  /* after an answer that failed */
	REPORTING_FRESH_MS = 10000, /* a report is not made anew before it is so old */
};

struct reporting {
	bool open;
	struct report_scope scope;
	struct report_period period;
	char today[CALENDAR_DATE_SIZE];
	enum reporting_stage stage;
	char next[CALENDAR_DATE_SIZE];
	char last[CALENDAR_DATE_SIZE];  /* of the days to ask for: the period's, or today */
	int tag;                        /* of the request under way; 0 = none */
	bool stale;                     /* something happened since it was asked for, */
	char since[CALENDAR_DATE_SIZE]; /* on this day and perhaps after it */
	enum result trouble;            /* of the last answer */
	int64_t failed_ms;
	struct report_stock stock;
	struct report report;
	bool made; /* `report` is there; while it is brought up to date, the last one */
	int64_t made_ms;
	enum reporting_part part;
	int page;        /* of the sheets, from 0 */
	int save_tag;    /* of the note in the log that must come before a file; 0 = none */
	bool wants_file; /* in `format`, and nobody has begun to write it */
	bool saving;     /* until it is said to be there */
	enum report_format format; /* or REPORTING_PRINT */
};

/* Opens on `today`; what was open is forgotten. */
void reporting_open(
	struct reporting *reporting, const struct report_scope *scope, const char *today);
void reporting_close(struct reporting *reporting);

/* Whether another stretch can be shown: a clerk has today alone, and nobody the days to come. */
bool reporting_can_choose(const struct reporting *reporting);
bool reporting_can_step(const struct reporting *reporting, int step);

/* The stretch of this kind that holds the last day shown; the one before or after. */
void reporting_choose(struct reporting *reporting, int span);
void reporting_step(struct reporting *reporting, int step);

/* Shows a part of the report, or, when it is shown, its figures again; turns the pages of sheets.
 */
void reporting_show(struct reporting *reporting, enum reporting_part part);
void reporting_turn(struct reporting *reporting, int step);
int reporting_pages(const struct reporting *reporting);
/* Of these, the pages of broken promises; behind them stand those of who was called out of turn. */
int reporting_breach_pages(const struct reporting *reporting);

/* Whether the report can be saved now: it is there, and no other is being saved. */
bool reporting_can_save(const struct reporting *reporting);
/* Fills in what the desk is to note first (act, id, date, date_to); false when it cannot be saved.
 * The caller sets `save_tag`, posts it, and says what came of it: then a file is wanted, unless
 * another stretch is shown by now. False when the answer is of nothing that is awaited. */
bool reporting_save(struct reporting *reporting, int format, struct desk_request *out_request);
bool reporting_noted(struct reporting *reporting, int tag, enum result result);

/* Something happened at the desk on `today`, which may be another day than before. A report that
 * holds it is made anew, but never sooner than REPORTING_FRESH_MS after the last one: every ticket
 * is an event, and each would have the ratings of a whole year read. */
void reporting_follow(struct reporting *reporting, const char *today);

/* Fills in what to ask the desk now (act, date, date_to); false when nothing. The caller sets
 * `tag`, and posts it. */
bool reporting_ask(struct reporting *reporting, int64_t ticks, struct desk_request *out_request);

/* The moment (ticks) from which on reporting_ask has something to ask, however long ago; INT64_MAX
 * = not before something happens. */
int64_t reporting_deadline(const struct reporting *reporting);

/* The answer to what was asked; takes the record out of `message`. `now` is office ms. */
void reporting_hear(struct reporting *reporting, struct desk_message *message,
	const struct office *office, int64_t now, int64_t ticks);

/* Days that are there and days in all, of those asked for. */
void reporting_progress(const struct reporting *reporting, int *out_done, int *out_all);

#endif
