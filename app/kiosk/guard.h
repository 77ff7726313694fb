#ifndef APP_KIOSK_GUARD_H
#define APP_KIOSK_GUARD_H

#include "app/kiosk/journey.h"
#include "app/ui/ui.h"

/*
 * Keeps the second tap of a double tap from the screen that the first one opened: a press at the
 * same place, shortly after a tap that led somewhere else, is nobody's. Typing fast is not touched:
 * keys lead nowhere.
 */
enum { GUARD_MS = 400, GUARD_NEAR_PX = 80 };

struct guard {
	int x, y;        /* of the last release, pixels */
	int64_t tap_ms;  /* ticks of it; 0 = none */
	int64_t down_ms; /* of the press before it */
	int64_t changed_ms;
	bool swallowing;            /* the press under way */
	enum journey_screen screen; /* what was shown last */
	int step;
	bool typing_other;
};

/* To be asked with every event before the screen sees it; true = it must not see it. */
bool guard_swallows(struct guard *guard, const struct visit *visit, const struct ui_event *event,
	int64_t ticks_ms);

#endif
