#ifndef APP_KIOSK_ARRIVAL_H
#define APP_KIOSK_ARRIVAL_H

#include "app/kiosk/journey.h"

/* The part of the journey in which a visitor with an appointment types its code. */

/* Opens the screen's empty field. */
void arrival_open(struct visit *visit);

/* Whether the desk is to be asked now. What is wrong keeps the visitor here; so does a second press
 * for a code that was answered already: it must not count as a second guess. */
bool arrival_continue(struct visit *visit);

/* Puts a scanned code into the field, in place of what was typed. */
void arrival_enter(struct visit *visit, const char *code);

/* ACTION_TYPED and ACTION_REFUSED. */
void arrival_act(struct visit *visit, enum action_kind kind);

/*
 * The desk's refusal. True = the visitor stays and may correct the code, which has the sentence of
 * `result` under it; false after JOURNEY_CODES wrong ones, or when the code is not to blame.
 */
bool arrival_stays(struct visit *visit, enum result result);

/* The desk's ticket: its service, who is ahead of it, and when its call is expected. */
void arrival_take(struct visit *visit, const struct lobby *lobby, const struct ticket *ticket);

/* Forgets the code. */
void arrival_wipe(struct visit *visit);

#endif
