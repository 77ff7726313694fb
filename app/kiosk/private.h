#ifndef APP_KIOSK_PRIVATE_H
#define APP_KIOSK_PRIVATE_H

#include "app/kiosk/journey.h"

/*
 * Whether `text`, which the program put together itself, tells of one visitor: by the initials, the
 * number, a code that was typed, or a receipt. What somebody typed into a field is known as such by
 * the field (app/ui/reading.h). The number that the welcome screen invites to rate is public: the
 * waiting room has seen and heard it.
 */
bool private_holds(const struct visit *visit, const char *text);

#endif
