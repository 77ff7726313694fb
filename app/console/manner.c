#include "app/console/manner.h"

static bool flag(int own, bool office)
{
	return own == SETTINGS_OFFICE ? office : own != 0;
}

bool manner_follow(struct shift *shift, struct alarm *alarm)
{
	const struct settings_console *own = &shift->own;
	struct office_console office;
	office_console_usual(&office);
	if (shift->office != NULL) {
		office = shift->office->console;
	}
	alarm->rings_soon = flag(own->ring_soon, office.ring_soon);
	alarm->rings_late = flag(own->ring_late, office.ring_late);
	alarm->rings_unattended = flag(own->ring_unattended, office.ring_unattended);
	int minutes =
		own->lock_minutes == SETTINGS_OFFICE ? office.lock_minutes : own->lock_minutes;
	shift->lock_ms = minutes * INT64_C(60000);
	return flag(own->raise_late, office.raise_late);
}

int manner_own(const struct settings_console *own, struct setup_row row)
{
	const int switches[SETUP_SWITCH_COUNT] = {
		[SETUP_SERVE_ON_CALL] = SETTINGS_OFFICE,
		[SETUP_TICKET_FIRST] = SETTINGS_OFFICE,
		[SETUP_INVITES] = SETTINGS_OFFICE,
		[SETUP_STAND_BY] = SETTINGS_OFFICE,
		[SETUP_CALL_ANY] = SETTINGS_OFFICE,
		[SETUP_RING_SOON] = own->ring_soon,
		[SETUP_RING_LATE] = own->ring_late,
		[SETUP_RING_UNATTENDED] = own->ring_unattended,
		[SETUP_RAISE_LATE] = own->raise_late,
		[SETUP_ASKS_SOURCE] = SETTINGS_OFFICE,
	};
	if (row.field == SETUP_NUMBER && row.index == SETUP_LOCK_MINUTES) {
		return own->lock_minutes;
	}
	return row.field == SETUP_SWITCH ? switches[row.index] : SETTINGS_OFFICE;
}
