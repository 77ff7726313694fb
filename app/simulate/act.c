/* An intent as a call of the desk. */
#include "app/base/text.h"
#include "app/desk/breach.h"
#include "app/simulate/world.h"

static const char reason[] = "simulated";

static struct desk_issue issue_of(const struct intent *intent)
{
	struct desk_issue issue = {
		.service = intent->service,
		.priority = intent->priority,
		.print = intent->program != INTENT_OFFICE,
		.party = intent->party,
	};
	text_format(issue.token, sizeof issue.token, "visitor-%d", intent->visitor);
	return issue;
}

static enum result appoint(struct world *world, struct desk *desk, const struct intent *intent)
{
	struct desk_appointment appointment;
	enum result result = desk_appoint(desk, intent->service, intent->argument, &appointment);
	if (result == RESULT_OK) {
		struct world_visitor *visitor = world_visitor(world, intent->visitor);
		text_copy(visitor->code, sizeof visitor->code, appointment.code);
	}
	return result;
}

/* The ticket an act is about: 0 = the counter's own, and one that nobody has for a visitor without.
 */
static int64_t ticket_of(struct world *world, const struct intent *intent)
{
	if (intent->visitor == INTENT_NOBODY) {
		return 0;
	}
	int64_t ticket = world_visitor(world, intent->visitor)->ticket;
	return ticket != 0 ? ticket : INT64_C(1) << 40;
}

static enum result open_counter(struct desk *desk, const struct intent *intent)
{
	char staff[DESK_STAFF_SIZE];
	text_format(staff, sizeof staff, "clerk-%d", intent->staff);
	return desk_open_counter(desk, intent->counter, staff, intent->services);
}

static enum result hand_over(struct desk *desk, const struct intent *intent)
{
	char staff[DESK_STAFF_SIZE];
	text_format(staff, sizeof staff, "clerk-%d", intent->staff);
	return desk_hand_over(desk, intent->counter, staff);
}

enum result world_call(struct world *world, struct desk *desk, const struct intent *intent,
	struct ticket *out_ticket)
{
	const struct desk_issue issue = issue_of(intent);
	int64_t ticket = ticket_of(world, intent);
	bool staff = intent->program == INTENT_OFFICE || intent->program >= INTENT_CONSOLES;
	int counter = intent->counter;
	out_ticket->id = 0;
	switch (intent->act) {
	case INTENT_RECEIVE:
	case INTENT_WITHDRAW:
	case INTENT_ASK_HELP:
	case INTENT_NEED_NOBODY:
	case INTENT_TAKE_HELP:
	case INTENT_END_HELP:
	case INTENT_HELP_ISSUE:
	case INTENT_COMPLAIN:
	case INTENT_MOVE_COMPLAINT: return world_call_flow(world, desk, intent, &issue, out_ticket);
	case INTENT_ISSUE: return desk_issue(desk, &issue, staff, out_ticket);
	case INTENT_WALK: return desk_walk(desk, counter, &issue, out_ticket);
	case INTENT_APPOINT: return appoint(world, desk, intent);
	case INTENT_UNAPPOINT:
		return desk_cancel_appointment(desk, world_visitor(world, intent->visitor)->code);
	case INTENT_ARRIVE:
		return desk_arrive(desk, world_visitor(world, intent->visitor)->code, &issue, staff,
			out_ticket);
	case INTENT_OPEN: return open_counter(desk, intent);
	case INTENT_BREAK: return desk_break_counter(desk, counter, reason);
	case INTENT_HAND_OVER: return hand_over(desk, intent);
	case INTENT_CLOSE: return desk_close_counter(desk, counter);
	case INTENT_NEXT: return desk_next(desk, counter, out_ticket);
	case INTENT_STAND_BY: return desk_stand_by(desk, counter, out_ticket);
	case INTENT_PICK: return desk_call_ticket(desk, counter, ticket, reason, out_ticket);
	case INTENT_STAND_DOWN: return desk_stand_down(desk, counter);
	case INTENT_RECALL: return desk_recall(desk, counter, out_ticket);
	case INTENT_SERVE: return desk_serve(desk, counter, out_ticket);
	case INTENT_FINISH: return desk_finish(desk, counter, out_ticket);
	case INTENT_ABSENT: return desk_absent(desk, counter, out_ticket);
	case INTENT_UNDO: return desk_undo(desk, counter, out_ticket);
	case INTENT_HOLD: return desk_hold(desk, counter, ticket, out_ticket);
	case INTENT_RESUME: return desk_resume(desk, counter, ticket, out_ticket);
	case INTENT_RETURN: return desk_return(desk, ticket, out_ticket);
	case INTENT_TRANSFER:
		return desk_transfer(desk, counter, ticket, intent->service, out_ticket);
	case INTENT_SEND:
		return desk_send(desk, counter, ticket, (int)intent->argument, out_ticket);
	case INTENT_CANCEL: return desk_cancel(desk, counter, ticket, reason, out_ticket);
	case INTENT_EXPLAIN: return desk_explain(desk, "kepala", ticket, 0, reason, NULL);
	case INTENT_REPRINT: return desk_reprint(desk, ticket);
	case INTENT_CLOSE_DAY: return desk_close_day(desk);
	default: return RESULT_OK;
	}
}
