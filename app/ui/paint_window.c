#include "app/ui/paint_window.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/ui/paint_blanking.h"
#include "app/ui/paint_monitor.h"

#include <SDL.h>

#include <stdlib.h>
#include <string.h>

enum { DIRTY = 16, MONITOR_NAME = 64, FOLLOW_MS = 5000 };

struct paint_window {
	struct paint *paint;
	SDL_Window *window;
	SDL_Surface *canvas; /* our own where the window's pixels are not 0x00RRGGBB, else NULL */
	struct draw_list shown;
	bool repaint; /* everything, whatever the lists say */
	bool whole;   /* as large as its monitor, and where that is */
	char monitor[MONITOR_NAME];
	bool missing;        /* there is no such monitor now */
	int64_t followed_ms; /* when it was looked for last */
};

/* ---- opening ---- */

/* The monitor named in the options; else, after one log line, the first. */
static struct rect find_place(struct paint_window *window)
{
	SDL_Rect bounds = {0, 0, 1280, 720};
	struct rect place;
	char names[256];

	if (window->monitor[0]) {
		if (paint_monitor_find(window->monitor, &place)) {
			return place;
		}
		window->missing = true;
		paint_monitor_names(names, sizeof(names));
		log_warn("loop", "there is no monitor %s, but %s: the first one is used",
			window->monitor, names);
		if (paint_monitor_first(&place)) {
			return place;
		}
	}
	SDL_GetDisplayBounds(0, &bounds);
	return (struct rect){bounds.x, bounds.y, bounds.w, bounds.h};
}

/* Borderless at the monitor's size, not full screen: that waits 100 ms for a window manager that a
 * kiosk does not have. A sized one stands where it is told to, else in the middle. */
static SDL_Window *open_window(struct paint_window *window, const struct loop_options *options)
{
	struct rect place = find_place(window);
	int x = options->x, y = options->y;

	if (window->whole) {
		return SDL_CreateWindow(options->title, x < 0 ? place.x : x, y < 0 ? place.y : y,
			place.w, place.h, SDL_WINDOW_BORDERLESS);
	}
	return SDL_CreateWindow(options->title,
		x < 0 ? place.x + (place.w - options->width) / 2 : x,
		y < 0 ? place.y + (place.h - options->height) / 2 : y, options->width,
		options->height, options->resizable ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_BORDERLESS);
}

static bool start_video(void)
{
	SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
	/* SDL_QUIT then comes of SIGTERM and SIGINT alone, which a locked window obeys too. */
	SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
	if (SDL_Init(SDL_INIT_VIDEO) != 0) {
		log_error("loop", "no display can be opened: %s", SDL_GetError());
		return false;
	}
	/* X11 shows plain memory at once; Wayland needs the help that this would turn off. */
	if (strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0) {
		SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	}
	return true;
}

struct paint_window *paint_window_create(const struct loop_options *options)
{
	struct paint_window *window;

	if (!start_video()) {
		return NULL;
	}
	window = memory_zeroed(1, sizeof(*window));
	draw_clear(&window->shown);
	window->repaint = true;
	window->whole = options->width <= 0 || options->height <= 0;
	text_copy(
		window->monitor, sizeof(window->monitor), options->monitor ? options->monitor : "");
	window->paint = paint_create();
	if (!window->paint) {
		goto fail;
	}
	window->window = open_window(window, options);
	if (!window->window) {
		log_error("loop", "no window can be opened: %s", SDL_GetError());
		goto fail;
	}
	if (!SDL_GetWindowSurface(window->window)) {
		log_error("loop", "the display shows no pictures of ours: %s", SDL_GetError());
		goto fail;
	}
	SDL_ShowCursor(options->hide_pointer ? SDL_DISABLE : SDL_ENABLE);
	SDL_StartTextInput();
	return window;
fail:
	paint_window_destroy(window);
	return NULL;
}

void paint_window_destroy(struct paint_window *window)
{
	if (!window) {
		return;
	}
	draw_finish(&window->shown);
	paint_destroy(window->paint);
	SDL_FreeSurface(window->canvas);
	if (window->window) {
		SDL_DestroyWindow(window->window);
	}
	/* What was started here, not SDL_Quit: a sound server that hangs would be waited for. */
	SDL_QuitSubSystem(SDL_INIT_VIDEO);
	free(window);
}

struct paint *paint_window_paint(struct paint_window *window)
{
	return window->paint;
}

void paint_window_size(const struct paint_window *window, int *out_width, int *out_height)
{
	SDL_GetWindowSize(window->window, out_width, out_height);
}

static void go_to(SDL_Window *window, struct rect place)
{
	int x, y, w, h;

	SDL_GetWindowPosition(window, &x, &y);
	SDL_GetWindowSize(window, &w, &h);
	if (x != place.x || y != place.y) {
		SDL_SetWindowPosition(window, place.x, place.y);
	}
	if (w != place.w || h != place.h) {
		SDL_SetWindowSize(window, place.w, place.h);
	}
}

void paint_window_follow(struct paint_window *window, int64_t now_ms)
{
	struct rect place;
	bool there;

	if (!window->whole || !window->monitor[0] || now_ms - window->followed_ms < FOLLOW_MS) {
		return;
	}
	window->followed_ms = now_ms;
	there = paint_monitor_find(window->monitor, &place);
	if (there) {
		go_to(window->window, place);
	}
	if (there == window->missing) {
		log_warn("loop", "the monitor %s is %s", window->monitor,
			there ? "there now" : "gone: the window stays where it is");
		window->missing = !there;
	}
}

/* ---- showing ---- */

void paint_window_repaint(struct paint_window *window)
{
	window->repaint = true;
}

static bool is_plain(const SDL_Surface *surface)
{
	Uint32 format = surface->format->format;

	return format == SDL_PIXELFORMAT_RGB888 || format == SDL_PIXELFORMAT_ARGB8888;
}

/* The surface to paint on, of the window's present size; NULL when the window has none. */
static SDL_Surface *find_canvas(struct paint_window *window, SDL_Surface **out_surface)
{
	SDL_Surface *surface = SDL_GetWindowSurface(window->window);

	*out_surface = surface;
	if (!surface || is_plain(surface)) {
		return surface;
	}
	if (window->canvas &&
		(window->canvas->w != surface->w || window->canvas->h != surface->h)) {
		SDL_FreeSurface(window->canvas);
		window->canvas = NULL;
	}
	if (!window->canvas) {
		window->canvas = SDL_CreateRGBSurfaceWithFormat(
			0, surface->w, surface->h, 32, SDL_PIXELFORMAT_RGB888);
		window->repaint = true;
	}
	return window->canvas;
}

static struct paint_target target_of(const SDL_Surface *surface)
{
	return (struct paint_target){surface->pixels, surface->w, surface->h, surface->pitch};
}

static size_t changed_parts(struct paint_window *window, const struct draw_list *list,
	struct rect whole, struct rect *out_rects)
{
	size_t count, kept = 0;

	if (window->repaint) {
		window->repaint = false;
		out_rects[0] = whole;
		return 1;
	}
	count = draw_difference(&window->shown, list, out_rects, DIRTY);
	for (size_t i = 0; i < count; i++) {
		struct rect part = rect_meet(out_rects[i], whole);
		if (!rect_is_empty(part)) {
			out_rects[kept++] = part;
		}
	}
	return kept;
}

static void paint_changes(struct paint_window *window, const struct draw_list *list)
{
	struct rect rects[DIRTY];
	SDL_Rect parts[DIRTY];
	SDL_Surface *surface, *canvas = find_canvas(window, &surface);

	if (!canvas) {
		window->repaint = true; /* nothing of this list was seen */
		return;
	}
	struct paint_target target = target_of(canvas);
	size_t count =
		changed_parts(window, list, (struct rect){0, 0, canvas->w, canvas->h}, rects);
	for (size_t i = 0; i < count; i++) {
		parts[i] = (SDL_Rect){rects[i].x, rects[i].y, rects[i].w, rects[i].h};
		paint_list(window->paint, &target, list, rects[i]);
		if (canvas != surface) {
			SDL_BlitSurface(canvas, &parts[i], surface, &parts[i]);
		}
	}
	if (count) {
		SDL_UpdateWindowSurfaceRects(window->window, parts, (int)count);
	}
}

void paint_window_show(struct paint_window *window, struct draw_list *list)
{
	struct draw_list before = window->shown;

	paint_changes(window, list);
	window->shown = *list;
	*list = before;
}

const struct draw_list *paint_window_shown(const struct paint_window *window)
{
	return &window->shown;
}

bool paint_window_shot(struct paint_window *window, const char *path)
{
	SDL_Surface *surface, *canvas = find_canvas(window, &surface);

	if (!canvas) {
		return false;
	}
	struct paint_target target = target_of(canvas);
	return paint_write_png(&target, path);
}

void paint_window_forget(struct paint_window *window, struct draw_list *before)
{
	draw_wipe(before);
	paint_forget(window->paint);
}

void paint_window_raise(struct paint_window *window)
{
	if ((SDL_GetWindowFlags(window->window) & SDL_WINDOW_MINIMIZED) != 0) {
		SDL_RestoreWindow(window->window);
	}
	SDL_RaiseWindow(window->window);
}

void paint_window_allow_blanking(struct paint_window *window, bool allow)
{
	paint_blanking_allow(window->window, allow);
}

bool loop_desktop(struct rect *out_free)
{
	SDL_Rect bounds = {0, 0, 0, 0};
	bool known = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0 &&
		     SDL_GetDisplayUsableBounds(0, &bounds) == 0;

	if (!known) {
		log_error("ui", "no display: %s", SDL_GetError());
	}
	SDL_QuitSubSystem(SDL_INIT_VIDEO);
	*out_free = (struct rect){bounds.x, bounds.y, bounds.w, bounds.h};
	return known;
}
