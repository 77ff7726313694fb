#ifndef APP_CONSOLE_ALARM_H
#define APP_CONSOLE_ALARM_H

#include "app/console/shift.h"

/*
 * What a console has to sound, decided from what it shows: pure, and it remembers what it has
 * sounded. Each sound has a switch in the configuration of the machine.
 */
enum alarm_sound {
	ALARM_NOTHING,
	ALARM_UNATTENDED, /* visitors wait and nobody is at a desk for them */
};

enum { ALARM_AGAIN_MS = 30000 }; /* how often ALARM_UNATTENDED is repeated */

struct alarm {
	bool rings_unattended; /* the switches */
	int64_t since_ms;      /* the unattended waiting that was sounded last; TICKET_NEVER */
	int64_t again_ms;      /* and when it is sounded again */
};

/* Everything is switched off. */
void alarm_init(struct alarm *alarm);

/* What is to be sounded at `now` (office ms), once; asked at every frame. */
enum alarm_sound alarm_hear(struct alarm *alarm, const struct shift *shift, int64_t now);

#endif
