#include "app/console/alarm.h"

void alarm_init(struct alarm *alarm)
{
	*alarm = (struct alarm){.since_ms = TICKET_NEVER};
}

static bool hears_unattended(struct alarm *alarm, const struct shift *shift, int64_t now)
{
	struct view_unattended alone;
	if (!view_unattended(shift->view, shift->office, now, &alone)) {
		alarm->since_ms = TICKET_NEVER;
		return false;
	}
	/* Office time that was set back does not silence it until it is as late again. */
	bool again = now >= alarm->again_ms || alarm->again_ms > now + ALARM_AGAIN_MS;
	if (alarm->since_ms != TICKET_NEVER && !again) {
		return false;
	}
	alarm->since_ms = alone.since_ms;
	alarm->again_ms = now + ALARM_AGAIN_MS;
	return true;
}

enum alarm_sound alarm_hear(struct alarm *alarm, const struct shift *shift, int64_t now)
{
	if (shift->view == NULL || shift->office == NULL) {
		return ALARM_NOTHING;
	}
	if (alarm->rings_unattended && hears_unattended(alarm, shift, now)) {
		return ALARM_UNATTENDED;
	}
	return ALARM_NOTHING;
}
