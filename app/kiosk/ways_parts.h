#ifndef APP_KIOSK_WAYS_PARTS_H
#define APP_KIOSK_WAYS_PARTS_H

#include "app/kiosk/ways.h"

/* What ways.c and ways_desk.c share. */

/* Shows a screen that closes by itself after `ms`. */
void ways_show_until(
	struct journey *journey, const struct lobby *lobby, enum journey_screen screen, int ms);

/* Asks the desk for `wish`, which is returned. */
enum journey_wish ways_ask(struct visit *visit, enum journey_wish wish);

/* From the call for help back to where it was made, with all that was entered. */
void ways_leave_help(struct journey *journey, const struct lobby *lobby);

/* Forgets the one typed line, and who was found by it. */
void ways_close_line(struct visit *visit);

/* From the line of who comes again to the guest book's first step. */
void ways_back_to_book(struct journey *journey, const struct lobby *lobby);

#endif
