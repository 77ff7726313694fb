#include "app/queue/ticket.h"

#include <string.h>

static const char *const state_names[TICKET_STATES] = {
	[TICKET_WAITING] = "waiting",
	[TICKET_CALLED] = "called",
	[TICKET_SERVING] = "serving",
	[TICKET_HELD] = "held",
	[TICKET_DONE] = "done",
	[TICKET_ABSENT] = "absent",
	[TICKET_CANCELLED] = "cancelled",
	[TICKET_CLOSED_BY_SYSTEM] = "closed_by_system",
};

static const char *const priority_names[TICKET_PRIORITIES] = {
	[TICKET_ORDINARY] = "none",
	[TICKET_PRIORITY] = "prioritas",
	[TICKET_ELDERLY] = "lansia",
	[TICKET_PREGNANT] = "hamil",
	[TICKET_DISABILITY] = "disabilitas",
	[TICKET_TODDLER] = "balita",
};

static const char *const verdict_names[] = {
	[TARGET_NONE] = "none",
	[TARGET_MET] = "met",
	[TARGET_MISSED] = "missed",
};

static const char *const print_names[PRINT_STATES] = {
	[PRINT_NONE] = "none",
	[PRINT_PENDING] = "pending",
	[PRINT_SENDING] = "sending",
	[PRINT_CONFIRMED] = "confirmed",
	[PRINT_UNCONFIRMED] = "unconfirmed",
	[PRINT_FAILED] = "failed",
};

/* Every act that is allowed, and where it leads (design §3, "Life"). */
static const struct {
	enum ticket_state from;
	enum ticket_act act;
	enum ticket_state to;
} life[] = {
	{TICKET_WAITING, TICKET_CALL, TICKET_CALLED},
	{TICKET_CALLED, TICKET_RECALL, TICKET_CALLED},
	{TICKET_CALLED, TICKET_SERVE, TICKET_SERVING},
	{TICKET_CALLED, TICKET_MISS, TICKET_ABSENT},
	{TICKET_SERVING, TICKET_FINISH, TICKET_DONE},
	{TICKET_WAITING, TICKET_HOLD, TICKET_HELD},
	{TICKET_SERVING, TICKET_HOLD, TICKET_HELD},
	{TICKET_HELD, TICKET_RESUME, TICKET_WAITING}, /* or TICKET_SERVING: ticket.held_from */
	{TICKET_ABSENT, TICKET_RETURN, TICKET_WAITING},
	{TICKET_WAITING, TICKET_TRANSFER, TICKET_WAITING},
	{TICKET_CALLED, TICKET_TRANSFER, TICKET_WAITING},
	{TICKET_SERVING, TICKET_TRANSFER, TICKET_WAITING},
	{TICKET_WAITING, TICKET_CANCEL, TICKET_CANCELLED},
	{TICKET_WAITING, TICKET_CLOSE, TICKET_CLOSED_BY_SYSTEM},
	{TICKET_CALLED, TICKET_CLOSE, TICKET_CLOSED_BY_SYSTEM},
	{TICKET_SERVING, TICKET_CLOSE, TICKET_CLOSED_BY_SYSTEM},
	{TICKET_HELD, TICKET_CLOSE, TICKET_CLOSED_BY_SYSTEM},
};

const char *ticket_state_name(enum ticket_state state)
{
	return state_names[state];
}

const char *ticket_priority_name(enum ticket_priority priority)
{
	return priority_names[priority];
}

/* The place of `name` in `names`, or -1. */
static int find_name(const char *const *names, int count, const char *name)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0) {
			return i;
		}
	}
	return -1;
}

bool ticket_priority_find(const char *name, enum ticket_priority *out_priority)
{
	int found = find_name(priority_names, TICKET_PRIORITIES, name);
	if (found >= 0) {
		*out_priority = (enum ticket_priority)found;
	}
	return found >= 0;
}

enum ticket_state ticket_state_find(const char *name)
{
	int found = find_name(state_names, TICKET_STATES, name);
	return found >= 0 ? (enum ticket_state)found : TICKET_CLOSED_BY_SYSTEM;
}

enum target_verdict target_verdict_find(const char *name)
{
	int found = find_name(verdict_names, TARGET_MISSED + 1, name);
	return found >= 0 ? (enum target_verdict)found : TARGET_NONE;
}

enum print_state print_state_find(const char *name)
{
	int found = find_name(print_names, PRINT_STATES, name);
	return found >= 0 ? (enum print_state)found : PRINT_NONE;
}

const char *target_verdict_name(enum target_verdict verdict)
{
	return verdict_names[verdict];
}

const char *print_state_name(enum print_state state)
{
	return print_names[state];
}

bool ticket_allows(enum ticket_state state, enum ticket_act act, enum ticket_state *out_next)
{
	for (size_t i = 0; i < sizeof life / sizeof life[0]; i++) {
		if (life[i].from == state && life[i].act == act) {
			*out_next = life[i].to;
			return true;
		}
	}
	return false;
}

bool ticket_is_ended(enum ticket_state state)
{
	/* An absent visitor may return the same day, but until then nothing is open. */
	return state == TICKET_DONE || state == TICKET_ABSENT || state == TICKET_CANCELLED ||
	       state == TICKET_CLOSED_BY_SYSTEM;
}
