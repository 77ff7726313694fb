#ifndef APP_KIOSK_COMPLAIN_H
#define APP_KIOSK_COMPLAIN_H

#include "app/desk/desk_thread.h"
#include "app/kiosk/journey.h"

/* The part of a journey in which a visitor has something to say: about what, in which words, and
 * where an answer may go; or where else it can be said. */

/* ACTION_COMPLAIN. */
void complain_open(struct journey *journey, const struct lobby *lobby);

/* Goes on to the next step; JOURNEY_FILE after the last. */
enum journey_wish complain_continue(struct journey *journey, const struct lobby *lobby);

/* Back to the words, which have been wiped. */
void complain_reopen(struct journey *journey, const struct lobby *lobby);

/* False when there is no step before. */
bool complain_back(struct journey *journey, const struct lobby *lobby);

/* ACTION_KIND, _TOPIC, _ELSEWHERE, _TYPED and _REFUSED. */
void complain_act(struct journey *journey, const struct lobby *lobby, const struct action *action);

/* What to ask the desk for; the caller wipes it. */
void complain_request(const struct journey *journey, struct desk_request *out_request);

/* The desk's answer: the receipt's code when `result` is OK. What was typed is wiped then. */
enum journey_wish complain_answered(struct journey *journey, const struct lobby *lobby,
	enum result result, const char *receipt);

/* Whether the visitor waits for the receipt's paper, which goes to the printer now or never. */
bool complain_wants_paper(const struct journey *journey);

/* How it goes with the paper of the receipt `code`. Another visitor's is not heard. */
void complain_hear_paper(struct journey *journey, const struct lobby *lobby, const char *code,
	enum receipt_paper paper);

#endif
