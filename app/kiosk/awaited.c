#include "app/kiosk/awaited.h"

static bool is_visitors(enum desk_act act)
{
	switch (act) {
	case DESK_ISSUE:
	case DESK_ARRIVE:
	case DESK_SIGN:
	case DESK_RECEIVE:
	case DESK_RECOGNISE:
	case DESK_RECALL_GUEST:
	case DESK_WITHDRAW:
	case DESK_ASK_HELP:
	case DESK_RATE:
	case DESK_RATE_FINISH:
	case DESK_COMPLAIN: return true;
	default: return false;
	}
}

void awaited_ask(struct awaited *awaited, struct desk_request *request)
{
	if (is_visitors(request->act)) {
		request->tag = ++awaited->newest;
	}
}

bool awaited_is_stale(const struct awaited *awaited, const struct desk_message *message)
{
	return is_visitors(message->act) && message->tag != awaited->newest;
}
