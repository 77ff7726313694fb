#ifndef APP_KIOSK_KIOSK_WISH_H
#define APP_KIOSK_KIOSK_WISH_H

#include "app/kiosk/kiosk.h"

/* Doing what the journey wants: a request to the desk. */
void kiosk_perform(struct kiosk *kiosk, enum journey_wish wish);

/* The desk's answer to one of the visitor's other ways (ways.h); false = it is none. */
bool kiosk_hear_way(struct kiosk *kiosk, const struct desk_message *message);

/* The visitor has left: a clerk who has not set out need not come. */
void kiosk_leave_help(struct kiosk *kiosk);

/* The paper of a receipt that is waited for goes to the printer as soon as that is free; never
 * later than the visitor stands there. To be called when the printer or the desk has said
 * something. */
void kiosk_offer_receipt(struct kiosk *kiosk);

/* After press_hear: how a paper past the outbox went, where one has ended. */
void kiosk_hear_aside(struct kiosk *kiosk);

#endif
