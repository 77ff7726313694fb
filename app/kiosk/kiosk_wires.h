#ifndef APP_KIOSK_KIOSK_WIRES_H
#define APP_KIOSK_KIOSK_WIRES_H

#include "app/kiosk/kiosk.h"

/* Which devices the kiosk uses: those of its settings, or what the head has chosen instead
 * (app/queue/wire.h). */

/* Before anything is opened: remembers what the settings say. */
void kiosk_learn_wires(struct kiosk *kiosk);

/* The store is open: tells it what the settings say, for the head to choose. */
void kiosk_report_wires(struct kiosk *kiosk);

/* A new picture of the desk: what was chosen since is used from now on. A printer with a slip in
 * hand is left alone until it has ended. */
void kiosk_follow_wires(struct kiosk *kiosk);

#endif
