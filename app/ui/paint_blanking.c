#include "app/ui/paint_blanking.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <X11/extensions/scrnsaver.h>

/*
 * SDL 2.26 asks the session bus and, where there is none, as in a session of an X server alone, the
 * X server; but it takes back only what it asked of the bus. What is not held is taken back in
 * vain, so that an SDL which does it well is not disturbed.
 */
static void take_back_from_server(SDL_Window *window)
{
	int event, error;
	SDL_SysWMinfo info;

	SDL_VERSION(&info.version);
	if (SDL_GetWindowWMInfo(window, &info) && info.subsystem == SDL_SYSWM_X11 &&
		XScreenSaverQueryExtension(info.info.x11.display, &event, &error)) {
		XScreenSaverSuspend(info.info.x11.display, False);
		XFlush(info.info.x11.display);
	}
}

void paint_blanking_allow(void *window, bool allow)
{
	if (allow == (SDL_IsScreenSaverEnabled() == SDL_TRUE)) {
		return;
	}
	if (allow) {
		SDL_EnableScreenSaver();
		take_back_from_server(window);
	} else {
		SDL_DisableScreenSaver();
	}
}
