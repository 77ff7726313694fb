#include "app/ui/paint_blanking.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>
#include <X11/extensions/scrnsaver.h>

/* The X server's connection behind `window`; NULL where it has none. */
static Display *find_server(SDL_Window *window)
{
	SDL_SysWMinfo info;

	SDL_VERSION(&info.version);
	if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) {
		return NULL;
	}
	return info.info.x11.display;
}

/*
 * SDL 2.26 asks the session bus and, where there is none, as in a session of an X server alone, the
 * X server; but it takes back only what it asked of the bus. What is not held is taken back in
 * vain, so that an SDL which does it well is not disturbed.
 */
static void take_back(Display *server)
{
	int event, error;

	if (XScreenSaverQueryExtension(server, &event, &error)) {
		XScreenSaverSuspend(server, False);
	}
}

/* No keyboard wakes a waiting room's screen, and the server's timers are merely stopped. Where the
 * saving of power is switched off, as on many kiosks, to ask for a level is an error that ends the
 * program. */
static void light(Display *server)
{
	int event, error;
	CARD16 level;
	BOOL enabled = False;

	XResetScreenSaver(server);
	if (DPMSQueryExtension(server, &event, &error) && DPMSCapable(server) &&
		DPMSInfo(server, &level, &enabled) && enabled) {
		DPMSForceLevel(server, DPMSModeOn);
	}
}

void paint_blanking_allow(void *window, bool allow)
{
	Display *server;

	if (allow == (SDL_IsScreenSaverEnabled() == SDL_TRUE)) {
		return;
	}
	if (allow) {
		SDL_EnableScreenSaver();
	} else {
		SDL_DisableScreenSaver();
	}
	server = find_server(window);
	if (server) {
		(allow ? take_back : light)(server);
		XFlush(server);
	}
}
