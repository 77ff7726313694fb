#ifndef APP_KIOSK_RATE_H
#define APP_KIOSK_RATE_H

#include "app/desk/desk_thread.h"
#include "app/kiosk/journey.h"

/*
 * The part of a journey in which a visitor rates a visit: which number, then one question after the
 * other. Each answer goes to the desk at once, so that it can be taken up again; the end sends all
 * of them, so that none is missing whatever became of the single ones.
 */

/* ACTION_RATE: the number is asked for. ACTION_INVITED: it is known; who is invited no more is not
 * asked, nor is the neighbour. */
void rate_open(struct journey *journey, const struct lobby *lobby);
enum journey_wish rate_invited(
	struct journey *journey, const struct lobby *lobby, const char *number);

/* The first word of `text` that is a number of this office, TICKET_NUMBER_SIZE. */
bool rate_find_number(const struct office *office, const char *text, char *out_number);

/* The text of a slip's code was scanned: its number is asked for, on the welcome screen and on that
 * of numbers. False when there is no number in it, or somebody does something else. */
bool rate_scanned(struct journey *journey, const struct lobby *lobby, const char *text,
	enum journey_wish *out_wish);

/* The number is complete, says the visitor. */
enum journey_wish rate_continue(struct visit *visit);

/* False when there is no question before. */
bool rate_back(struct journey *journey, const struct lobby *lobby);

/* ACTION_TYPED, ACTION_ANSWER and ACTION_SKIP. */
enum journey_wish rate_act(
	struct journey *journey, const struct lobby *lobby, const struct action *action);

/* The next question comes in its time. */
void rate_tick(struct journey *journey, const struct lobby *lobby);

/* What to ask the desk for after JOURNEY_RATE, _ANSWER or _RATED. */
void rate_request(const struct journey *journey, const struct lobby *lobby, enum journey_wish wish,
	struct desk_request *out_request);

/* The desk's answer to JOURNEY_RATE or JOURNEY_RATED. */
enum journey_wish rate_answered(struct journey *journey, const struct lobby *lobby,
	enum result result, const struct desk_rating *rating);

/* Edits the number by one key of it: the letters of a service take the place of those before, a
 * digit comes behind. False when it has no place. */
bool rate_type(char typed[TICKET_NUMBER_SIZE], const char *key);
/* Takes the last character away; false when there is none. */
bool rate_erase(char typed[TICKET_NUMBER_SIZE]);

#endif
