#include "app/kiosk/arrival.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

void arrival_open(struct visit *visit)
{
	keyboard_start(&visit->keyboard, KEYBOARD_CODE, visit->code);
}

void arrival_enter(struct visit *visit, const char *code)
{
	memory_wipe(visit->code, sizeof(visit->code));
	text_copy(visit->code, sizeof(visit->code), code);
	keyboard_start(&visit->keyboard, KEYBOARD_CODE, visit->code);
}

bool arrival_continue(struct visit *visit)
{
	if (visit->code[0] == '\0') {
		visit->code_error = RESULT_FIELD_REQUIRED;
		return false;
	}
	if (strcmp(visit->code, visit->asked) == 0) {
		return false;
	}
	text_copy(visit->asked, sizeof(visit->asked), visit->code);
	visit->code_error = RESULT_OK;
	visit->tries = 0;
	return true;
}

void arrival_act(struct visit *visit, enum action_kind kind)
{
	if (kind == ACTION_TYPED) {
		visit->code_error = RESULT_OK;
	} else if (kind == ACTION_REFUSED) {
		bool full = strlen(visit->code) + 1 >= sizeof(visit->code);
		visit->code_error = full ? RESULT_TEXT_LONG : RESULT_TEXT_CONTROL;
	} else {
		return;
	}
	memory_wipe(visit->asked, sizeof(visit->asked));
}

bool arrival_stays(struct visit *visit, enum result result)
{
	switch (result) {
	case RESULT_APPOINTMENT_UNKNOWN:
	case RESULT_APPOINTMENT_USED:
	case RESULT_APPOINTMENT_OTHER_DAY: visit->wrong_codes++; break;
	case RESULT_OFFICE_CLOSED:
	case RESULT_DAY_CLOSED: break;
	default: return false;
	}
	visit->code_error = result;
	return visit->wrong_codes < JOURNEY_CODES;
}

void arrival_take(struct visit *visit, const struct lobby *lobby, const struct ticket *ticket)
{
	visit->service = ticket->service;
	visit->ahead = lobby_ahead(lobby, ticket->service, ticket->turn_ms);
}

void arrival_wipe(struct visit *visit)
{
	memory_wipe(visit->code, sizeof(visit->code));
	memory_wipe(visit->asked, sizeof(visit->asked));
}
