/* Help, visits without a number, own numbers given up and complaints as calls of the desk. */
#include "app/base/text.h"
#include "app/desk/feedback.h"
#include "app/desk/flows.h"
#include "app/simulate/world.h"

#include <string.h>

static const char no_code[] = "ZZZZZZ";

/* The visitor types what stands on the slip, or something else. */
static enum result withdraw(struct world *world, struct desk *desk, const struct intent *intent,
	struct ticket *out_ticket)
{
	const struct world_visitor *visitor = world_visitor(world, intent->visitor);
	char code[DESK_CODE_SIZE] = "";
	if (visitor->ticket == 0) {
		return desk_withdraw(desk, "K999", no_code, out_ticket);
	}
	enum result result = desk_ticket_code(desk, visitor->ticket, code);
	if (result != RESULT_OK) {
		return result;
	}
	if (intent->argument != 0) {
		code[0] = code[0] == 'A' ? 'B' : 'A';
	}
	return desk_withdraw(desk, visitor->number, code, out_ticket);
}

static enum result ask_help(struct world *world, struct desk *desk, const struct intent *intent)
{
	struct help help;
	enum result result = desk_ask_help(desk, &help);
	if (result == RESULT_OK) {
		world->helps[intent->program - 1] = help.id;
	}
	return result;
}

/* The call at the kiosk, as a console has it on its screen: the open one, or the last one heard
 * of. */
static enum result find_help(
	struct world *world, struct desk *desk, const struct intent *intent, int64_t *out_id)
{
	struct help helps[DESK_HELPS];
	size_t count = 0;
	int64_t *last = &world->helps[intent->argument - 1];
	char device[DESK_STAFF_SIZE];
	world_name_program((int)intent->argument, device);
	enum result result = desk_list_help(desk, helps, DESK_HELPS, &count);
	for (size_t i = 0; i < count; i++) {
		*last = strcmp(helps[i].device, device) == 0 ? helps[i].id : *last;
	}
	*out_id = *last != 0 ? *last : INT64_C(1) << 40;
	return result;
}

static enum result help_out(struct world *world, struct desk *desk, const struct intent *intent,
	const struct desk_issue *issue, struct ticket *out_ticket)
{
	int64_t help;
	enum result result = find_help(world, desk, intent, &help);
	if (result != RESULT_OK) {
		return result;
	}
	switch (intent->act) {
	case INTENT_TAKE_HELP: return desk_take_help(desk, intent->counter, help);
	case INTENT_END_HELP: return desk_end_help(desk, intent->counter, help);
	default: return desk_help_issue(desk, intent->counter, help, issue, out_ticket);
	}
}

static enum result complain(struct world *world, struct desk *desk, const struct intent *intent,
	const struct desk_issue *issue)
{
	struct world_visitor *visitor = world_visitor(world, intent->visitor);
	struct desk_complaint complaint = {0};
	bool says = intent->argument != INTENT_NO_WORDS;
	if (says) {
		complaint.kind = (enum complaint_kind)(intent->argument % COMPLAINT_KINDS);
		complaint.topic = (enum complaint_topic)(intent->argument % COMPLAINT_TOPICS);
		text_copy(complaint.text, sizeof complaint.text, "Simulated.");
		visitor->receipt[0] = '\0';
	}
	text_copy(complaint.token, sizeof complaint.token, issue->token);
	char code[COMPLAINT_CODE_SIZE];
	enum result result = desk_complain(desk, &complaint, code);
	if (result == RESULT_OK) {
		text_copy(visitor->receipt, sizeof visitor->receipt, code);
	}
	return result;
}

static enum result move_complaint(
	struct world *world, struct desk *desk, const struct intent *intent)
{
	const struct world_visitor *visitor = world_visitor(world, intent->visitor);
	struct desk_complaint moved;
	return desk_move_complaint(desk, visitor->receipt[0] != '\0' ? visitor->receipt : no_code,
		(enum complaint_state)intent->argument, "clerk-1", &moved);
}

enum result world_call_flow(struct world *world, struct desk *desk, const struct intent *intent,
	const struct desk_issue *issue, struct ticket *out_ticket)
{
	bool staff = intent->program == INTENT_OFFICE || intent->program >= INTENT_CONSOLES;
	switch (intent->act) {
	case INTENT_RECEIVE: return desk_receive(desk, issue, staff);
	case INTENT_WITHDRAW: return withdraw(world, desk, intent, out_ticket);
	case INTENT_ASK_HELP: return ask_help(world, desk, intent);
	case INTENT_NEED_NOBODY: return desk_withdraw_help(desk);
	case INTENT_COMPLAIN: return complain(world, desk, intent, issue);
	case INTENT_MOVE_COMPLAINT: return move_complaint(world, desk, intent);
	default: return help_out(world, desk, intent, issue, out_ticket);
	}
}
