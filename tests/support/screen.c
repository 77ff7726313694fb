#include "tests/support/screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/scrnsaver.h>
#include <png.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct screen {
	Display *display;
	Window root;
};

struct screen *screen_open(void)
{
	struct screen *screen = calloc(1, sizeof(*screen));
	int number;

	if (screen == NULL) {
		return NULL;
	}
	screen->display = XOpenDisplay(NULL);
	if (screen->display == NULL ||
		!XTestQueryExtension(screen->display, &number, &number, &number, &number)) {
		fprintf(stderr, "screen: no X display with XTEST at %s\n", XDisplayName(NULL));
		screen_close(screen);
		return NULL;
	}
	screen->root = DefaultRootWindow(screen->display);
	return screen;
}

void screen_close(struct screen *screen)
{
	if (screen == NULL) {
		return;
	}
	if (screen->display != NULL) {
		XCloseDisplay(screen->display);
	}
	free(screen);
}

void screen_move(struct screen *screen, int x, int y)
{
	XTestFakeMotionEvent(screen->display, -1, x, y, CurrentTime);
	XSync(screen->display, False);
}

void screen_press(struct screen *screen, int x, int y)
{
	XTestFakeMotionEvent(screen->display, -1, x, y, CurrentTime);
	XTestFakeButtonEvent(screen->display, 1, True, CurrentTime);
	XSync(screen->display, False);
}

void screen_release(struct screen *screen)
{
	XTestFakeButtonEvent(screen->display, 1, False, CurrentTime);
	XSync(screen->display, False);
}

bool screen_key(struct screen *screen, const char *name)
{
	KeySym symbol = XStringToKeysym(name);
	KeyCode code = symbol == NoSymbol ? 0 : XKeysymToKeycode(screen->display, symbol);

	if (code == 0) {
		return false;
	}
	XTestFakeKeyEvent(screen->display, code, True, CurrentTime);
	XTestFakeKeyEvent(screen->display, code, False, CurrentTime);
	XSync(screen->display, False);
	return true;
}

bool screen_chord(struct screen *screen, int count, char **names)
{
	KeyCode codes[4];

	if (count < 1 || count > 4) {
		return false;
	}
	for (int i = 0; i < count; i++) {
		KeySym symbol = XStringToKeysym(names[i]);
		codes[i] = symbol == NoSymbol ? 0 : XKeysymToKeycode(screen->display, symbol);
		if (codes[i] == 0) {
			return false;
		}
	}
	for (int i = 0; i < count; i++) {
		XTestFakeKeyEvent(screen->display, codes[i], True, CurrentTime);
	}
	for (int i = count - 1; i >= 0; i--) {
		XTestFakeKeyEvent(screen->display, codes[i], False, CurrentTime);
	}
	XSync(screen->display, False);
	return true;
}

static Window window_at(struct screen *screen, int x, int y)
{
	Window child = None;
	int unused;

	XTranslateCoordinates(
		screen->display, screen->root, screen->root, x, y, &unused, &unused, &child);
	return child;
}

void screen_ask_to_close(struct screen *screen, int x, int y)
{
	XEvent event = {.xclient = {.type = ClientMessage, .format = 32}};

	event.xclient.window = window_at(screen, x, y);
	event.xclient.message_type = XInternAtom(screen->display, "WM_PROTOCOLS", False);
	event.xclient.data.l[0] = (long)XInternAtom(screen->display, "WM_DELETE_WINDOW", False);
	if (event.xclient.window != None) {
		XSendEvent(screen->display, event.xclient.window, False, NoEventMask, &event);
	}
	XSync(screen->display, False);
}

void screen_focus(struct screen *screen, int x, int y)
{
	Window child = window_at(screen, x, y);

	if (child != None) {
		XSetInputFocus(screen->display, child, RevertToPointerRoot, CurrentTime);
	}
	XSync(screen->display, False);
}

static XImage *read_region(struct screen *screen, int x, int y, int width, int height)
{
	XImage *image = XGetImage(screen->display, screen->root, x, y, (unsigned)width,
		(unsigned)height, AllPlanes, ZPixmap);

	if (image == NULL || image->bits_per_pixel != 32) {
		fprintf(stderr, "screen: cannot read %dx%d+%d+%d\n", width, height, x, y);
		exit(1);
	}
	return image;
}

uint32_t screen_pixel(struct screen *screen, int x, int y)
{
	XImage *image = read_region(screen, x, y, 1, 1);
	uint32_t pixel = (uint32_t)XGetPixel(image, 0, 0) & 0xFFFFFF;

	XDestroyImage(image);
	return pixel;
}

uint64_t screen_region(struct screen *screen, int x, int y, int width, int height)
{
	XImage *image = read_region(screen, x, y, width, height);
	uint64_t hash = 0xcbf29ce484222325u;

	for (int row = 0; row < height; row++) {
		const unsigned char *at = (const unsigned char *)image->data +
					  (size_t)row * (size_t)image->bytes_per_line;
		for (int i = 0; i < width * 4; i++) {
			hash = (hash ^ at[i]) * 0x100000001b3u;
		}
	}
	XDestroyImage(image);
	return hash;
}

static unsigned char *read_rgb(struct screen *screen, int x, int y, int width, int height)
{
	XImage *image = read_region(screen, x, y, width, height);
	unsigned char *rgb = malloc((size_t)width * (size_t)height * 3);
	unsigned char *at = rgb;

	for (int row = 0; rgb != NULL && row < height; row++) {
		for (int column = 0; column < width; column++) {
			unsigned long pixel = XGetPixel(image, column, row);
			*at++ = (unsigned char)(pixel >> 16);
			*at++ = (unsigned char)(pixel >> 8);
			*at++ = (unsigned char)pixel;
		}
	}
	XDestroyImage(image);
	return rgb;
}

bool screen_write_png(struct screen *screen, int x, int y, int width, int height, const char *path)
{
	unsigned char *rgb = read_rgb(screen, x, y, width, height);
	png_image png = {.version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)width,
		.height = (png_uint_32)height,
		.format = PNG_FORMAT_RGB};
	bool written = rgb != NULL && png_image_write_to_file(&png, path, 0, rgb, 0, NULL) != 0;

	if (!written) {
		fprintf(stderr, "screen: cannot write %s: %s\n", path, png.message);
	}
	free(rgb);
	return written;
}

/* The PNG as RGB bytes; NULL when it cannot be read or is not width x height. */
static unsigned char *load_rgb(const char *path, int width, int height)
{
	png_image png = {.version = PNG_IMAGE_VERSION};
	unsigned char *rgb = NULL;

	if (png_image_begin_read_from_file(&png, path) != 0 && png.width == (png_uint_32)width &&
		png.height == (png_uint_32)height) {
		png.format = PNG_FORMAT_RGB;
		rgb = malloc(PNG_IMAGE_SIZE(png));
		if (rgb != NULL && png_image_finish_read(&png, NULL, rgb, 0, NULL) == 0) {
			free(rgb);
			rgb = NULL;
		}
	}
	if (rgb == NULL) {
		fprintf(stderr, "screen: %s is no %dx%d picture %s\n", path, width, height,
			png.message);
	}
	png_image_free(&png);
	return rgb;
}

int screen_differs(struct screen *screen, int x, int y, int width, int height, const char *path)
{
	unsigned char *wanted = load_rgb(path, width, height);
	unsigned char *seen = read_rgb(screen, x, y, width, height);
	int count = -1;

	if (wanted != NULL && seen != NULL) {
		count = 0;
		for (size_t i = 0; i < (size_t)width * (size_t)height; i++) {
			count += memcmp(wanted + 3 * i, seen + 3 * i, 3) != 0;
		}
	}
	free(wanted);
	free(seen);
	return count;
}

void screen_size(const struct screen *screen, int *out_width, int *out_height)
{
	*out_width = DisplayWidth(screen->display, DefaultScreen(screen->display));
	*out_height = DisplayHeight(screen->display, DefaultScreen(screen->display));
}

bool screen_is_blank(struct screen *screen, long *out_rest_ms)
{
	XScreenSaverInfo info;

	*out_rest_ms = -1;
	if (!XScreenSaverQueryInfo(screen->display, screen->root, &info)) {
		return false;
	}
	*out_rest_ms = (long)info.idle;
	return info.state == ScreenSaverOn;
}
