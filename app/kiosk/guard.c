#include "app/kiosk/guard.h"

#include <stdlib.h>

static void note_screen(struct guard *guard, const struct visit *visit, int64_t ticks_ms)
{
	if (visit->screen == guard->screen && visit->step == guard->step &&
		visit->typing_other == guard->typing_other) {
		return;
	}
	guard->screen = visit->screen;
	guard->step = visit->step;
	guard->typing_other = visit->typing_other;
	guard->changed_ms = ticks_ms;
}

static bool is_repeated(const struct guard *guard, const struct ui_event *event, int64_t ticks_ms)
{
	return guard->tap_ms != 0 && ticks_ms - guard->tap_ms < GUARD_MS &&
	       guard->changed_ms >= guard->down_ms && abs(event->x - guard->x) < GUARD_NEAR_PX &&
	       abs(event->y - guard->y) < GUARD_NEAR_PX;
}

bool guard_swallows(struct guard *guard, const struct visit *visit, const struct ui_event *event,
	int64_t ticks_ms)
{
	note_screen(guard, visit, ticks_ms);
	if (event->kind == UI_DOWN) {
		guard->swallowing = is_repeated(guard, event, ticks_ms);
		guard->down_ms = ticks_ms; /* the screen may change while a finger is down */
		return guard->swallowing;
	}
	if (event->kind == UI_UP) {
		guard->x = event->x;
		guard->y = event->y;
		guard->tap_ms = ticks_ms;
		if (guard->swallowing) {
			/* A third and fourth tap of the same burst go the same way. */
			guard->changed_ms = ticks_ms;
		}
	}
	return false;
}
