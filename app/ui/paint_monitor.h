#ifndef APP_UI_PAINT_MONITOR_H
#define APP_UI_PAINT_MONITOR_H

#include "app/ui/draw.h"

/*
 * The monitors of the desktop by name. On X11 a monitor has the name of its socket ("HDMI-1", as
 * xrandr tells it, or one given by xrandr --setmonitor); everywhere what it says of itself
 * ("SAMSUNG"). SDL's video system is started; the system is asked anew each time.
 */

/* Where the monitor `name` is now, in pixels of the desktop; false when there is none. */
bool paint_monitor_find(const char *name, struct rect *out_place);

/* The same of the main one; false when there is none at all. */
bool paint_monitor_first(struct rect *out_place);

/* The names of all that are there now, for the log: "HDMI-1, DP-1, SAMSUNG 43\"". */
void paint_monitor_names(char *out_names, size_t size);

#endif
