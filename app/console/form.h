#ifndef APP_CONSOLE_FORM_H
#define APP_CONSOLE_FORM_H

#include "app/queue/guest.h"
#include "app/queue/ticket.h"

/*
 * The guest book as a clerk fills it in for a visitor: one list of what the service asks, without
 * steps. Pure; what was typed is wiped when it closes.
 */
enum form_kind {
	FORM_CLOSED,
	FORM_HELP,    /* of who called for help at the kiosk: a number comes of it */
	FORM_SIGN,    /* of the visitor at the counter, who has not signed */
	FORM_CORRECT, /* what stands there, completed or put right */
};

/* Places of the form: the guest book's fields, and these. */
enum { FORM_SERVICE = GUEST_FIELDS, FORM_REASON, FORM_PLACES };

/* Why an entry that stands there is changed; each is a code of the log. */
enum form_reason { FORM_NO_REASON, FORM_TYPO, FORM_CHOICE, FORM_VISITOR, FORM_REASONS };

struct form {
	enum form_kind kind;
	int64_t id; /* the call for help, or the ticket */
	char number[TICKET_NUMBER_SIZE];
	int service; /* -1 = not chosen yet */
	enum form_reason reason;
	struct guest guest;  /* as it is written now */
	struct guest before; /* FORM_CORRECT: as it was */
	int place;           /* where the clerk is */
	enum result faults[FORM_PLACES];
	bool warned;  /* that required answers are missing; the next save takes it so */
	bool leaving; /* one more and what was typed is dropped */
};

void form_open_help(struct form *form, const struct office *office, int64_t help);
/* `guest` NULL = the book was not signed. */
void form_open_ticket(struct form *form, const struct office *office, const struct ticket *ticket,
	const struct guest *guest);
/* Wipes it; a closed form is all zero. */
void form_close(struct form *form);

/* The places that are there now, in the order of the screen; at most FORM_PLACES. */
int form_places(const struct form *form, const struct office *office, int out_places[FORM_PLACES]);

/* Whether a required answer is missing at `place`. */
bool form_misses(const struct form *form, const struct office *office, int place);

/* How many can be chosen from at `place`, 0 = it is typed or counted; which service, reason or
 * place among the options is the `index`th, and whether it is chosen. */
int form_options(const struct form *form, const struct office *office, int place);
int form_option(const struct form *form, const struct office *office, int place, int index);
bool form_is_chosen(const struct form *form, const struct office *office, int place, int index);

/* Code of the log for what has become of the entry: "completed" where only gaps were filled. */
const char *form_reason_code(const struct form *form);
/* Word of a reason, as in its code and text key. */
const char *form_reason_name(enum form_reason reason);

/* ---- what the clerk does ---- */

/* To `place`, or `by` places on; the first and last are neighbours. What was left is checked. */
void form_focus(struct form *form, const struct office *office, int place, int year);
void form_move(struct form *form, const struct office *office, int by, int year);
/* Types at the place: text, a digit of a count, or the number of an option ("1" the first, "0" the
 * tenth). */
void form_type(struct form *form, const struct office *office, const char *text);
void form_erase(struct form *form);
/* The `index`th option; of several that go together, it changes. */
void form_choose(struct form *form, const struct office *office, int index);
/* The next option, or one more; `by` 1 or -1. */
void form_step(struct form *form, const struct office *office, int by);
/* Whether it may be saved; else the place is the first that is wrong. Required answers that are
 * missing are told once, and may then stay so. */
bool form_check(struct form *form, const struct office *office, int year);
/* Whether it may be closed: nothing was written, or it was asked for twice. */
bool form_leave(struct form *form);

#endif
