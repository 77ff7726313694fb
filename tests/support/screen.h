#ifndef TESTS_SUPPORT_SCREEN_H
#define TESTS_SUPPORT_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A person at an X display, from a process of its own: a pointer and keys by the XTEST extension,
 * and eyes that read the pixels the server shows. Places are pixels of the whole display.
 */
struct screen;

/* The display of $DISPLAY. NULL and one line on stderr when it is not there or has no XTEST. */
struct screen *screen_open(void);
void screen_close(struct screen *screen);

/* All of them return when the server has taken the event. */
void screen_move(struct screen *screen, int x, int y);
void screen_press(struct screen *screen, int x, int y);
void screen_release(struct screen *screen);

/* Presses and releases the key with this X keysym name ("F", "Return"); false when there is none.
 */
bool screen_key(struct screen *screen, const char *name);

/* Holds the first keys while the last one is pressed: "Alt_L", "F4". False when one is not there.
 */
bool screen_chord(struct screen *screen, int count, char **names);

/* Asks the window at a place to close, as a window manager's button does. */
void screen_ask_to_close(struct screen *screen, int x, int y);

/* Gives the keyboard to the window at a place, as a window manager does for the one in use. */
void screen_focus(struct screen *screen, int x, int y);

/* 0x00RRGGBB at a place. */
uint32_t screen_pixel(struct screen *screen, int x, int y);

/* A number that differs (but for rare chance) when the pixels of the region differ: FNV-1a. */
uint64_t screen_region(struct screen *screen, int x, int y, int width, int height);

/* Writes the region as an RGB PNG; false and one line on stderr when it cannot. */
bool screen_write_png(struct screen *screen, int x, int y, int width, int height, const char *path);

/* How many pixels of the region differ from the PNG of its size; -1 and one line on stderr when the
 * file cannot be read or has another size. */
int screen_differs(struct screen *screen, int x, int y, int width, int height, const char *path);

/* Whether the server has blanked the screen, and for how long nobody has touched it, as far as it
 * counts; -1 where it has no MIT-SCREEN-SAVER. */
bool screen_is_blank(struct screen *screen, long *out_rest_ms);

/* Size of the whole display. */
void screen_size(const struct screen *screen, int *out_width, int *out_height);

#endif
