#ifndef APP_QUEUE_TURN_H
#define APP_QUEUE_TURN_H

#include "app/queue/ticket.h"

/* `turn_at` of a ticket issued at `issued_ms`: minus the head start of its class (design §3). */
int64_t turn_at_issue(
	const struct office *office, enum ticket_priority priority, int64_t issued_ms);

/*
 * `turn_at` of a visitor with an appointment at `at_ms` who checks in at `issued_ms`: up to 10
 * minutes after the hour the earlier of the check-in and 15 minutes before the hour; later, as
 * without one (design §3).
 */
int64_t turn_at_appointment(int64_t issued_ms, int64_t at_ms);

/* What an appointment at `at_ms` means to a ticket whose turn is `turn_ms`. */
enum turn_appointment {
	TURN_EARLY,   /* it came, or counts as come, before the appointment would have it */
	TURN_COUNTED, /* it has the turn of the appointment */
	TURN_PASSED,  /* it waits as without one */
};
enum turn_appointment turn_appointment(int64_t turn_ms, int64_t at_ms);

#endif
