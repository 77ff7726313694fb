#ifndef APP_DESK_TRIAL_H
#define APP_DESK_TRIAL_H

#include "app/desk/act.h"
#include "app/desk/fingerprint.h"
#include "app/desk/verify_flows.h"
#include "app/desk/verify_words.h"
#include "app/queue/replay.h"

/* Inside verify only: what the log has told so far, and what it is held against. */

/* A date of the log, and its first event. */
struct trial_date {
	char date[CALENDAR_DATE_SIZE];
	int64_t first_event;
};

/* A suggestion or complaint: when it was filed, and what became of it. */
struct trial_complaint {
	struct event filed;
	enum complaint_state state;
	int64_t state_event;
};

struct trial {
	struct desk *desk;
	struct desk_proof *proof;
	struct trial_date *dates; /* in the order of the log */
	size_t date_count;
	struct event *words; /* corrections and explanations of all days: they may come later */
	size_t word_count;
	struct trial_complaint *complaints; /* in the order of the log */
	size_t complaint_count;
	char blanked[CALENDAR_DATE_SIZE]; /* free text of days before it may be gone, by the log */
	struct flow_trial flows;
	int64_t ratings;      /* that were finished, by the log */
	int64_t office_event; /* the last that says what the office is */
	char fingerprint[FINGERPRINT_SIZE];
	struct office office;          /* with the calendar of the day that is looked at */
	struct replay_offices offices; /* and by which its events are to be taken */
	int64_t changes;               /* of the office's rules, by the log */
	const struct event *events;    /* of that day */
	size_t count;
};

/* Notes that `event` (0 = none can be named) does not fit, and what of it, a code; of several the
 * earliest stays. The second also says of which day and ticket ("" = of none). */
void trial_fail(struct desk_proof *proof, int64_t event, const char *what);
void trial_fail_ticket(struct desk_proof *proof, int64_t event, const char *what, const char *date,
	const char *number);

/* The date of the log, or NULL. */
const struct trial_date *trial_find_date(const struct trial *trial, const char *date);

/* Every day told again from its events: its rows, its figures as published, and its seal. */
void trial_check_days(struct trial *trial);

#endif
