#ifndef APP_KIOSK_KIOSK_WISH_H
#define APP_KIOSK_KIOSK_WISH_H

#include "app/kiosk/kiosk.h"

/* Doing what the journey wants: a request to the desk. */
void kiosk_perform(struct kiosk *kiosk, enum journey_wish wish);

/* The desk's answer to one of the visitor's other ways (ways.h); false = it is none. */
bool kiosk_hear_way(struct kiosk *kiosk, const struct desk_message *message);

/* The visitor has left the screen: whoever was called is told so. */
void kiosk_leave_help(struct kiosk *kiosk);

#endif
