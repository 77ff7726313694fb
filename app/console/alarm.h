#ifndef APP_CONSOLE_ALARM_H
#define APP_CONSOLE_ALARM_H

#include "app/console/promise.h"
#include "app/console/shift.h"

/*
 * What a console has to sound, decided from what it shows: pure, and it remembers what it has
 * sounded. Each sound has a switch in the configuration of the machine.
 */
enum alarm_sound {
	ALARM_NOTHING,
	ALARM_SOON, /* the clock that the counter shows came to its last 3 minutes (promise.h) */
	ALARM_LATE, /* or passed its limit */
	ALARM_UNATTENDED, /* visitors wait and nobody is at a desk for them */
};

enum {
	ALARM_AGAIN_MS = 30000, /* how often ALARM_UNATTENDED is repeated */
	ALARM_TOLD = 16,        /* clocks that are remembered; the counter shows one at a time */
};

struct alarm_told { /* a clock, and the latest phase that was told of it */
	char number[TICKET_NUMBER_SIZE];
	enum target_phase phase;
};

struct alarm {
	bool rings_soon, rings_late, rings_unattended; /* the switches */
	char date[CALENDAR_DATE_SIZE];                 /* of what was told: numbers come again */
	struct alarm_told told[ALARM_TOLD];            /* the oldest is replaced */
	int told_count;
	int64_t since_ms; /* the unattended waiting that was sounded last; TICKET_NEVER */
	int64_t again_ms; /* and when it is sounded again */
};

/* Everything is switched off. */
void alarm_init(struct alarm *alarm);

/* What happened. */
struct alarm_news {
	enum alarm_sound sound; /* to be sounded now */
	bool late; /* the clock passed its limit, whether that is to be sounded or not */
};

/* What is to be sounded at `now` (office ms), once; asked at every frame. Of a clock it says each
 * phase once, also when another one was shown in between. */
struct alarm_news alarm_hear(struct alarm *alarm, const struct shift *shift, int64_t now);

#endif
