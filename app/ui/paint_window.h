#ifndef APP_UI_PAINT_WINDOW_H
#define APP_UI_PAINT_WINDOW_H

#include "app/ui/loop.h"
#include "app/ui/paint.h"

/*
 * The window of a loop: shows draw lists, painting only what differs from what it showed last.
 * The video system is started with it and ended with it.
 */
struct paint_window;

/* NULL and one log line when no display, window or font can be had. */
struct paint_window *paint_window_create(const struct loop_options *options);
void paint_window_destroy(struct paint_window *window);

struct paint *paint_window_paint(struct paint_window *window);
void paint_window_size(const struct paint_window *window, int *out_width, int *out_height);

/* Every few seconds of `now_ms` (ticks): goes to the monitor it was named, should that have been
 * plugged in, moved or changed its size. One log line when it comes or goes. */
void paint_window_follow(struct paint_window *window, int64_t now_ms);

/* The next list is painted whole: the window was uncovered or has another size. */
void paint_window_repaint(struct paint_window *window);

/* Paints and shows `list`, and keeps it in exchange for the list it showed before (to be cleared
 * and filled again). */
void paint_window_show(struct paint_window *window, struct draw_list *list);

/* What it shows now. */
const struct draw_list *paint_window_shown(const struct paint_window *window);

/* Its pixels as a PNG file; false and one log line when it cannot. */
bool paint_window_shot(struct paint_window *window, const char *path);

/* Before the others, with the keyboard's focus where the desktop gives it. */
void paint_window_raise(struct paint_window *window);

/* Whether the system may blank the screen when nobody touches it. */
void paint_window_allow_blanking(struct paint_window *window, bool allow);

/* Wipes `before`, which paint_window_show gave back, and every rendered text. */
void paint_window_forget(struct paint_window *window, struct draw_list *before);

#endif
