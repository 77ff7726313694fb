#ifndef APP_KIOSK_BOOK_H
#define APP_KIOSK_BOOK_H

#include "app/kiosk/journey.h"

/* The guest book's part of the journey: moving between its steps, answering and checking them. */

/* Opens step `index`: the first thing to answer has the keyboard. */
void book_open(struct journey *journey, const struct lobby *lobby, int index);

/* One step back; false when this was the first. */
bool book_back(struct journey *journey, const struct lobby *lobby);

/*
 * Checks the step and goes on; what is wrong keeps the visitor here, with a sentence in its field.
 * Returns true when the last step was left and everything is right.
 */
bool book_continue(struct journey *journey, const struct lobby *lobby);

/* The actions ACTION_FOCUS … ACTION_COUNT, and ACTION_TURN, which what is wrong on the page keeps.
 */
void book_act(struct journey *journey, const struct lobby *lobby, const struct action *action);

/* The step that is shown; of data needed, the item that is shown. */
struct step book_step(const struct journey *journey, const struct lobby *lobby);

/* Whether there is an item of data after the one shown, or one may be added to it. */
bool book_has_more(const struct journey *journey, const struct lobby *lobby);
bool book_may_add(const struct journey *journey, const struct lobby *lobby);

/* Items of data that are written down, with the one shown. */
int book_items(const struct journey *journey, const struct lobby *lobby);

/* The office may ask otherwise now: what is shown is one of its questions again. */
void book_follow(struct journey *journey, const struct lobby *lobby);

/* Whether the screen's keyboard is open. */
bool book_is_typing(const struct journey *journey, const struct lobby *lobby);

/* Forgets what was typed, once it is in the store or nobody wants it any more. */
void book_wipe(struct visit *visit);

#endif
