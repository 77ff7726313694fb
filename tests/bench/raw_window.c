/*
 * raw_window X Y WIDTH HEIGHT: the least an X program can do, as the floor of the screens' figures:
 * an override-redirect window in one colour, a rectangle of another, as big as the button of the
 * kiosk's first screen, while a pointer button is held.
 */
#include <X11/Xlib.h>

#include <stdio.h>
#include <stdlib.h>

enum { FACE = 0x336699, HELD = 0xcc3311 };

static void fill(Display *display, Window window, GC context, unsigned long color)
{
	XSetForeground(display, context, color);
	XFillRectangle(display, window, context, 64, 256, 1032, 488);
	XFlush(display);
}

int main(int argc, char **argv)
{
	XSetWindowAttributes attributes = {.override_redirect = True,
		.background_pixel = FACE,
		.event_mask = ButtonPressMask | ButtonReleaseMask};
	Display *display = XOpenDisplay(NULL);
	unsigned place[4];

	if (display == NULL || argc != 5) {
		fprintf(stderr, "usage: raw_window X Y WIDTH HEIGHT, with an X display\n");
		return 2;
	}
	for (int i = 0; i < 4; i++) {
		place[i] = (unsigned)strtoul(argv[i + 1], NULL, 10);
	}
	Window window = XCreateWindow(display, DefaultRootWindow(display), (int)place[0],
		(int)place[1], place[2], place[3], 0, CopyFromParent, InputOutput, CopyFromParent,
		CWOverrideRedirect | CWBackPixel | CWEventMask, &attributes);
	GC context = XCreateGC(display, window, 0, NULL);
	XMapWindow(display, window);
	XFlush(display);
	for (;;) {
		XEvent event;

		XNextEvent(display, &event);
		if (event.type == ButtonPress) {
			fill(display, window, context, HELD);
		} else if (event.type == ButtonRelease) {
			fill(display, window, context, FACE);
		}
	}
}
