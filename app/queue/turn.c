#include "app/queue/turn.h"

enum { LATE_MS = 10 * 60 * 1000, AHEAD_MS = 15 * 60 * 1000 };

int64_t turn_at_issue(const struct office *office, enum ticket_priority priority, int64_t issued_ms)
{
	if (priority == TICKET_ORDINARY) {
		return issued_ms;
	}
	return issued_ms - office->priority_head_start_s * INT64_C(1000);
}

int64_t turn_at_appointment(int64_t issued_ms, int64_t at_ms)
{
	if (issued_ms > at_ms + LATE_MS) {
		return issued_ms;
	}
	return issued_ms < at_ms - AHEAD_MS ? issued_ms : at_ms - AHEAD_MS;
}

enum turn_appointment turn_appointment(int64_t turn_ms, int64_t at_ms)
{
	return turn_ms < at_ms - AHEAD_MS    ? TURN_EARLY
	       : turn_ms == at_ms - AHEAD_MS ? TURN_COUNTED
					     : TURN_PASSED;
}
