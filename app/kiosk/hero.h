#ifndef APP_KIOSK_HERO_H
#define APP_KIOSK_HERO_H

#include "app/kiosk/journey.h"
#include "app/ui/widget.h"

/* The large card of the welcome screen, in any rectangle at least 220 units high. */

/* Takes a number: "welcome.take". */
struct action hero_draw(struct ui *ui, const struct lobby *lobby,
	const struct calendar_hours *hours, struct rect rect);

/* Closed: why, and when the office opens. */
void hero_draw_closed(struct ui *ui, const struct lobby *lobby, const struct calendar_hours *hours,
	struct rect rect);

/* The store is not there: what a visitor can do, and to staff why. */
void hero_draw_trouble(struct ui *ui, const struct lobby *lobby, struct rect rect);

/* Closed, but the opening is still to come today. */
bool hero_is_early(const struct lobby *lobby, const struct calendar_hours *hours);

#endif
