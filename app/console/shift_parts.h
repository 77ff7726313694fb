#ifndef APP_CONSOLE_SHIFT_PARTS_H
#define APP_CONSOLE_SHIFT_PARTS_H

#include "app/console/shift.h"

/* What the files of the shift share: no screen includes it. */

/* Puts a request in line and, with `track`, awaits its answer. */
struct desk_request *shift_ask(struct shift *shift, enum desk_act act, bool track, int64_t ticks);

/* Back to the list of staff, everything typed wiped. */
void shift_leave(struct shift *shift, int64_t ticks);

/* The person is at `counter` from now on, which is this computer's; the next view brings its
 * picture, and opens its screen once it is open. */
void shift_sit_down(struct shift *shift, int counter, int64_t ticks);

/* The counter of this computer is asked anew at the next sign-in, unless it was given at start. */
void shift_move(struct shift *shift);

/* Shows the sentence `key` with `value` ("" = none), of a refusal or a warning; the same of what
 * was done; and shows none. */
void shift_notice(struct shift *shift, const char *key, const char *value, int64_t ticks);
void shift_notice_done(struct shift *shift, const char *key, const char *value, int64_t ticks);
void shift_forget_notice(struct shift *shift);

/* The counter has closed: whoever is left with nobody is told of. */
void shift_closed(struct shift *shift, int64_t ticks);

/* Wipes what was typed of a PIN. */
void shift_wipe_pins(struct shift *shift);

/* Typing a PIN, choosing a counter, or at one that is closed: nothing keeps others away. */
bool shift_is_between(const struct shift *shift);

/* The acts SHIFT_SHEET…; closes a sheet that asks about what is so no more; asks what came of a
 * visit that is over. */
void shift_act_sheet(struct shift *shift, struct shift_action action, int64_t ticks);
void shift_follow_sheet(struct shift *shift);
void shift_ask_outcome(struct shift *shift, const struct ticket *ticket);

/* Asks whom the clerk is asked about of earlier days; takes the answer, and asks on when the clerk
 * has just given a reason; opens the question of the first; and forgets them. */
void shift_ask_late(struct shift *shift, int64_t ticks);
void shift_take_late(struct shift *shift, const struct desk_message *message);
void shift_open_late(struct shift *shift);
void shift_forget_late(struct shift *shift);

/* The acts SHIFT_HALL…; after a new picture, which closes a page that has nothing to show, or when
 * somebody else than `was_called` is called here, and reads its list anew; and what the desk
 * answered: takes lists out of `message`, says what was done. */
void shift_act_hall(struct shift *shift, struct shift_action action, int64_t ticks);
void shift_follow_hall(struct shift *shift, int64_t was_called, int64_t ticks);
void shift_take_lists(struct shift *shift, struct desk_message *message);
void shift_answer_hall(struct shift *shift, const struct desk_message *message, int64_t ticks);
void shift_close_hall(struct shift *shift);

/* What an answered act says of `number`. */
void shift_acted(struct shift *shift, enum desk_act act, const char *number, int64_t ticks);

/* The acts SHIFT_PAGE and SHIFT_REPORT…; back to the queue, with what the page knew forgotten; what
 * the newest view means for the page (`was_called`: ticket at this counter before it); the answer
 * to a request of the page; and the next one, if there is any. */
void shift_act_page(struct shift *shift, struct shift_action action, int64_t ticks);
void shift_leave_page(struct shift *shift);
void shift_follow_page(struct shift *shift, int64_t was_called, int64_t ticks);
void shift_ask_page(struct shift *shift, int64_t ticks);
void shift_hear_report(struct shift *shift, struct desk_message *message, int64_t ticks);
void shift_hear_export(struct shift *shift, const struct desk_message *message, int64_t ticks);

/* The acts SHIFT_OFFICE…, and the answers to their requests. */
void shift_act_office(struct shift *shift, struct shift_action action, int64_t ticks);
void shift_hear_office(struct shift *shift, struct desk_message *message, int64_t ticks);

/* The acts SHIFT_FORM…, and the number of who called for help, with what the form says. */
void shift_act_form(struct shift *shift, struct shift_action action, int64_t ticks);
void shift_issue_for(struct shift *shift, int64_t help, int service, int64_t ticks);

/* Closes a form that is about nobody any more; and one whose words are the store's now. */
void shift_follow_form(struct shift *shift, int64_t ticks);
void shift_saved_form(struct shift *shift, const char *number, int64_t ticks);

/* The acts of a PIN. */
void shift_act_pin(struct shift *shift, struct shift_action action, int64_t ticks);

/* Locks the desk of an open counter, takes the lock off, and begins to hand over to the member of
 * staff at `place`. */
void shift_lock(struct shift *shift, int64_t ticks);
void shift_unlock(struct shift *shift);
void shift_hand_to(struct shift *shift, int place, int64_t ticks);

/* When an untouched desk is locked; INT64_MAX. */
int64_t shift_lock_at(const struct shift *shift);

/* The PIN was right: the clerk goes on, or another one asks for the counter; and has it. */
void shift_relieve(struct shift *shift, int64_t ticks);
void shift_relieved(struct shift *shift);

/* What is done at a locked desk. */
void shift_act_locked(struct shift *shift, struct shift_action action, int64_t ticks);

/* A hand-over was begun and nobody came: until when the desk may be taken back without a PIN
 * (INT64_MAX: none is begun); from then on it is locked like any other. */
int64_t shift_handing_until(const struct shift *shift);
void shift_give_up_handing(struct shift *shift);

#endif
