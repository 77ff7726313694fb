#ifndef APP_KIOSK_KIOSK_CORNER_H
#define APP_KIOSK_KIOSK_CORNER_H

#include "app/kiosk/kiosk.h"

/* The staff corner wired to the program: desk, printer, session. On the loop's thread. */

/* A frame while the corner is open; false when it is shut and the visitor's screen is to be drawn.
 */
bool kiosk_corner_frame(struct kiosk *kiosk, struct ui *ui);

/* After the visitor's frame: somebody may have knocked, and the screen may be darkened. */
void kiosk_corner_watch(struct kiosk *kiosk, struct ui *ui);

/* The desk's answer to DESK_LIST_STAFF and DESK_SIGN_IN. */
void kiosk_corner_hear(struct kiosk *kiosk, const struct desk_message *message);

#endif
