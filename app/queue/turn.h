#ifndef APP_QUEUE_TURN_H
#define APP_QUEUE_TURN_H

#include "app/queue/ticket.h"

/* `turn_at` of a ticket issued at `issued_ms`: minus the head start of its class (design §3). */
int64_t turn_at_issue(
	const struct office *office, enum ticket_priority priority, int64_t issued_ms);

#endif
