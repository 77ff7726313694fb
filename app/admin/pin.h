#ifndef APP_ADMIN_PIN_H
#define APP_ADMIN_PIN_H

#include "app/admin/admin.h"

/*
 * A new PIN: one line of standard input with --pin-stdin, else typed twice at the terminal without
 * echo. ADMIN_DONE, or the exit status after a line on stderr. The caller wipes `out_pin`.
 */
int pin_read(struct admin *admin, char out_pin[DESK_PIN_MAX + 1]);

/*
 * The PIN with which a member of staff shows who they are: the same, but typed once unless it will
 * be their first.
 */
int pin_ask(struct admin *admin, const char *staff, char out_pin[DESK_PIN_MAX + 1]);

#endif
