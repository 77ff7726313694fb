#ifndef APP_KIOSK_KIOSK_PAPER_H
#define APP_KIOSK_KIOSK_PAPER_H

#include "app/kiosk/kiosk.h"

/* What comes out of the kiosk's printer, wired to the program: the visitors' slips, receipts, and
 * test slips for staff. On the loop's thread. */

/* Something happened to the visitors' slips, or to the printer; `news` may be of no slip. */
void kiosk_hear_slip(struct kiosk *kiosk, const struct press_news *news);

/* The paper of a receipt that is waited for goes to the printer as soon as that is free; never
 * later than the visitor stands there. To be called when the printer or the desk has said
 * something. */
void kiosk_offer_receipt(struct kiosk *kiosk);

/* After press_hear: how a paper past the outbox went, where one has ended. */
void kiosk_hear_aside(struct kiosk *kiosk);

/* Prints a test slip for the staff corner as soon as the printer is free for it; the corner is told
 * how it went, or why it cannot be. */
void kiosk_print_test(struct kiosk *kiosk);

/* A new picture of the desk, or news of the printer: a test slip that waits may be begun. One that
 * was asked for at a console is taken when the printer is free for it or cannot print, and the desk
 * is told how it went. */
void kiosk_follow_test(struct kiosk *kiosk);

/* The desk's answer to DESK_TAKE_TEST_SLIP, or to DESK_END_TEST_SLIP: what a busy or full store did
 * not take is told again. */
void kiosk_hear_test(struct kiosk *kiosk, const struct desk_message *message);

#endif
