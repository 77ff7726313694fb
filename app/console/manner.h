#ifndef APP_CONSOLE_MANNER_H
#define APP_CONSOLE_MANNER_H

#include "app/base/settings.h"
#include "app/console/alarm.h"

/* What a console behaves like: as the office has it (usual while it is not known), but for what
 * this computer's own settings say. Sets what `alarm` sounds and when `shift` is locked; true when
 * a late clock brings it to the front. Asked at every frame, since the head may change it at any
 * time. */
bool manner_follow(const struct settings_console *own, struct shift *shift, struct alarm *alarm);

#endif
