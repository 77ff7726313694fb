#ifndef APP_KIOSK_WAYS_H
#define APP_KIOSK_WAYS_H

#include "app/desk/desk_thread.h"
#include "app/kiosk/journey.h"

/*
 * The part of the journey beside "guest book, then number": the number first and the guest book
 * behind it, office guests, a group, who comes again, a number given up, a clerk called for help,
 * and a desk that does not answer.
 */

/* Takes an action that is of these ways; false = it is not. */
bool ways_act(struct journey *journey, const struct lobby *lobby, const struct action *action,
	enum journey_wish *out_wish);

/* What to ask the desk for `wish`, one of these ways; the caller wipes `out_request`. */
void ways_request(const struct journey *journey, const struct lobby *lobby, enum journey_wish wish,
	struct desk_request *out_request);

/* The desk's answer to that; takes nothing out of `message`. */
enum journey_wish ways_answered(
	struct journey *journey, const struct lobby *lobby, const struct desk_message *message);

/* The call for help of this kiosk, `device`, as the view has it; NULL when none is open. */
const struct help *ways_help(const struct lobby *lobby, const char *device);

/* News of the desk's view: what has become of the call, while its screen is shown. */
void ways_look(struct journey *journey, const struct lobby *lobby, const char *device);

/* The slip of a number that is to be given up was scanned; false when it is no number of ours, or
 * none is asked for. */
bool ways_scanned(struct journey *journey, const struct lobby *lobby, const char *text);

/* Lets time pass: a desk that does not answer ends the waiting. */
void ways_tick(struct journey *journey, const struct lobby *lobby);

/* Ticks at which it does; INT64_MAX = nothing is awaited. */
int64_t ways_deadline(const struct visit *visit);

/* Screens of these ways on which entries, or a call, wait for somebody who may have gone. */
bool ways_can_idle(const struct visit *visit);

/* Whether a clerk who was called is waited for. */
bool ways_awaits_help(const struct visit *visit);

/* Whether one of their screens has the keyboard. */
bool ways_is_typing(const struct visit *visit);

/* Another language is of another person, as far as anybody can tell: no typed letter stays. */
void ways_change_language(
	struct journey *journey, const struct lobby *lobby, enum office_language language);

#endif
