#ifndef APP_CONSOLE_MANNER_H
#define APP_CONSOLE_MANNER_H

#include "app/console/alarm.h"

/* What a console behaves like: as the office has it (usual while it is not known), but for what
 * this computer's own settings say. Sets what `alarm` sounds and when `shift` is locked; true when
 * a late clock brings it to the front. Asked at every frame, since the head may change it at any
 * time. */
bool manner_follow(struct shift *shift, struct alarm *alarm);

/* What `own` sets of what `row` of the office's settings is about; SETTINGS_OFFICE = nothing. */
int manner_own(const struct settings_console *own, struct setup_row row);

#endif
