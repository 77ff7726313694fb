#ifndef APP_DESK_FLOWS_H
#define APP_DESK_FLOWS_H

#include "app/desk/desk.h"
#include "app/queue/attempt.h"
#include "app/queue/help.h"
#include "app/queue/outcome.h"

/*
 * Use cases of a visitor beside "guest book, then number": the guest book behind the number, a
 * visit without a number, a clerk called for help, a number given up, and who comes again. What
 * could be guessed is counted at each device in the store, so that a restart forgives nothing.
 */
enum {
	DESK_CANCELS = 10,      /* wrong codes of a device … */
	DESK_RECOGNITIONS = 10, /* and look-ups of contacts, whether anybody was found or not … */
	DESK_TRIES_MS = 10 * 60 * 1000, /* … in this span (TRY_LATER) */
	DESK_INITIALS_SIZE = 24,
	DESK_HELPS = VIEW_HELPS,
};

/* ---- giving up a number ---- */

/*
 * The visitor gives up today's number, which still waits: the reason in the log is "visitor".
 * `code` is that of the slip (desk_ticket_code), in any case. CODE_WRONG for a number or code that
 * is none, without telling which; TRY_LATER; TICKET_STATE when it does not wait.
 */
enum result desk_withdraw(
	struct desk *desk, const char *number, const char *code, struct ticket *out_ticket);

/* The code on the slip of a ticket, for staff. TICKET_UNKNOWN when the store has none yet. */
enum result desk_ticket_code(struct desk *desk, int64_t ticket, char out_code[DESK_CODE_SIZE]);

/* ---- the guest book behind the number ---- */

/*
 * Signs the guest book for today's `ticket`, which was issued without. Unless `staff` acts, who may
 * leave questions open, the token of `issue` must be that of its issue (TICKET_UNKNOWN); of the
 * rest only the guest and the notice are read. BOOK_SIGNED; what guest_check says.
 */
enum result desk_sign(struct desk *desk, int64_t ticket, const struct desk_issue *issue, bool staff,
	struct ticket *out_ticket);

/*
 * A clerk at an open `counter` writes in the guest book for today's `ticket`: signs it where it was
 * not, or puts what stands there right, for `reason`, a code as of a break. Questions may be left
 * open. COUNTER_FOREIGN unless the visitor is there or was there last, or was helped from there at
 * the kiosk, or the head stands there. FIELD_RANGE, COUNTER_…, TICKET_…, DAY_CLOSED; what
 * guest_check_field says.
 */
enum result desk_write_guest(struct desk *desk, int counter, int64_t ticket,
	const struct guest *guest, const char *reason, struct ticket *out_ticket);

/*
 * The clerk at an open `counter` says what came of a visit that ended there today; said again, the
 * latest counts. FIELD_REQUIRED without a result; COUNTER_…, TICKET_…, DAY_CLOSED.
 */
enum result desk_note_outcome(struct desk *desk, int counter, int64_t ticket,
	const struct outcome *outcome, struct ticket *out_ticket);

/* ---- without a number ---- */

/* An office guest (office_service.reception) is written in the guest book. SERVICE_TICKETED; else
 * as desk_issue, token included. */
enum result desk_receive(struct desk *desk, const struct desk_issue *issue, bool staff);

/* ---- help ---- */

/* A visitor at this desk's device calls for a clerk; who has called already calls no second time.
 * A call that nobody has taken and whose visitor has left gives way to that of the next one. The
 * call as it stands in `out_help`. */
enum result desk_ask_help(struct desk *desk, struct help *out_help);

/* The visitor needs nobody any more. Nothing is open = nothing is done; nor where a clerk is with
 * one who has left the kiosk: whoever stands there now is another. */
enum result desk_withdraw_help(struct desk *desk);

/* Nobody answers at this desk's device: its call stays open, so that somebody looks after who may
 * sit in the room, and tells since when the visitor is not there. Once; nothing is open = nothing
 * is done. */
enum result desk_leave_help(struct desk *desk);

/* A clerk at an open counter goes there. COUNTER_…; HELP_UNKNOWN; HELP_STATE when another has taken
 * it or it is over. */
enum result desk_take_help(struct desk *desk, int counter, int64_t help);

/* The clerk issues the number of the visitor, as desk_issue by staff; it ends the call. */
enum result desk_help_issue(struct desk *desk, int counter, int64_t help,
	const struct desk_issue *issue, struct ticket *out_ticket);

/* The visitor has been helped. As desk_take_help. */
enum result desk_end_help(struct desk *desk, int counter, int64_t help);

/* The calls of today that are open, in order; at most `size`. */
enum result desk_list_help(
	struct desk *desk, struct help *out_helps, size_t size, size_t *out_count);

/* ---- who comes again ---- */

/*
 * Whether somebody signed the guest book with exactly this e-mail address or telephone number, and
 * `name` is theirs as guest_is_name says: their initials, nothing else. FIELD_REQUIRED, EMAIL_FORM,
 * PHONE_FORM; GUEST_UNKNOWN when there is nobody, the name is another's, or several people use the
 * contact, without telling which; TRY_LATER. Each look-up counts.
 */
enum result desk_recognise(struct desk *desk, const char *contact, const char *name,
	char out_initials[DESK_INITIALS_SIZE]);

/*
 * What the visitor who said "yes, that is me" to desk_recognise need not type again: who they are,
 * not what they came for. Wiped by the caller. As desk_recognise; only what fails counts, since
 * the question before it was counted.
 */
enum result desk_recall_guest(
	struct desk *desk, const char *contact, const char *name, struct guest *out_guest);

#endif
