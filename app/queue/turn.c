#include "app/queue/turn.h"

int64_t turn_at_issue(const struct office *office, enum ticket_priority priority, int64_t issued_ms)
{
	if (priority == TICKET_ORDINARY) {
		return issued_ms;
	}
	return issued_ms - office->priority_head_start_s * INT64_C(1000);
}
