#include "app/console/manner.h"

static bool flag(int own, bool office)
{
	return own == SETTINGS_OFFICE ? office : own != 0;
}

bool manner_follow(const struct settings_console *own, struct shift *shift, struct alarm *alarm)
{
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
