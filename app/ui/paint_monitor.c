#include "app/ui/paint_monitor.h"

#include "app/base/text.h"

#include <SDL.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

#include <string.h>

enum { MONITORS = 32 };

struct monitor {
	char name[64];
	struct rect place;
};

static void note_socket(Display *display, const XRRMonitorInfo *info, struct monitor *out_monitor)
{
	char *name = XGetAtomName(display, info->name);

	text_copy(out_monitor->name, sizeof out_monitor->name, name ? name : "");
	out_monitor->place = (struct rect){info->x, info->y, info->width, info->height};
	XFree(name);
}

/* By the names of their sockets. SDL knows only those of monitors that do not tell their own. */
static int list_sockets(struct monitor *out_monitors, int size)
{
	int event, error, major = 0, minor = 0, found = 0, count = 0;
	Display *display = XOpenDisplay(NULL);

	if (!display) {
		return 0;
	}
	if (XRRQueryExtension(display, &event, &error) &&
		XRRQueryVersion(display, &major, &minor) &&
		(major > 1 || (major == 1 && minor >= 5))) {
		XRRMonitorInfo *infos =
			XRRGetMonitors(display, DefaultRootWindow(display), True, &found);
		for (; count < found && count < size; count++) {
			note_socket(display, &infos[count], &out_monitors[count]);
		}
		XRRFreeMonitors(infos);
	}
	XCloseDisplay(display);
	return count;
}

static int list_displays(struct monitor *out_monitors, int size)
{
	int found = SDL_GetNumVideoDisplays(), count = 0;

	for (int i = 0; i < found && count < size; i++) {
		const char *name = SDL_GetDisplayName(i);
		SDL_Rect bounds;
		if (name && SDL_GetDisplayBounds(i, &bounds) == 0) {
			struct monitor *monitor = &out_monitors[count++];
			text_copy(monitor->name, sizeof monitor->name, name);
			monitor->place = (struct rect){bounds.x, bounds.y, bounds.w, bounds.h};
		}
	}
	return count;
}

static int list_all(struct monitor out_monitors[static MONITORS])
{
	const char *driver = SDL_GetCurrentVideoDriver();
	bool x11 = driver && strcmp(driver, "x11") == 0;
	int count = x11 ? list_sockets(out_monitors, MONITORS / 2) : 0;

	return count + list_displays(out_monitors + count, MONITORS - count);
}

/* SDL puts the size behind a monitor's own name: `SAMSUNG 43"`. */
static bool is_named(const struct monitor *monitor, const char *name)
{
	size_t length = strlen(name);

	return strncmp(monitor->name, name, length) == 0 &&
	       (monitor->name[length] == '\0' || monitor->name[length] == ' ');
}

bool paint_monitor_find(const char *name, struct rect *out_place)
{
	struct monitor monitors[MONITORS];
	int count = list_all(monitors);

	for (int i = 0; i < count; i++) {
		if (is_named(&monitors[i], name)) {
			*out_place = monitors[i].place;
			return true;
		}
	}
	return false;
}

bool paint_monitor_first(struct rect *out_place)
{
	struct monitor monitors[MONITORS];
	bool any = list_all(monitors) > 0;

	if (any) {
		*out_place = monitors[0].place;
	}
	return any;
}

static bool is_among(const struct monitor *monitors, int count, const char *name)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(monitors[i].name, name) == 0) {
			return true;
		}
	}
	return false;
}

void paint_monitor_names(char *out_names, size_t size)
{
	struct monitor monitors[MONITORS];
	int count = list_all(monitors);

	out_names[0] = '\0';
	for (int i = 0; i < count; i++) {
		size_t used = strlen(out_names);
		if (!is_among(monitors, i, monitors[i].name)) {
			text_format(out_names + used, size - used, "%s%s", used ? ", " : "",
				monitors[i].name);
		}
	}
}
