#ifndef APP_UI_PAINT_H
#define APP_UI_PAINT_H

#include "app/ui/draw.h"

#include <stdint.h>

/*
 * Paints draw lists in software, the same bytes under every video driver. Fonts are read to memory
 * once (Debian fonts-inter and fonts-materialdesignicons-webfont).
 */
struct paint;

/* NULL and one log line that names the missing Debian package. */
struct paint *paint_create(void);
/* NULL is fine. */
void paint_destroy(struct paint *paint);

/* Width in pixels; a ui_measure with the painter as its context. */
int paint_measure(void *paint, enum draw_face face, int size, const char *text);

/* Pixels 0x00RRGGBB, `pitch` bytes a row. Paints the part of `list` inside `clip`. */
struct paint_target {
	uint32_t *pixels;
	int width, height;
	int pitch;
};
void paint_list(struct paint *paint, const struct paint_target *target,
	const struct draw_list *list, struct rect clip);

/* Renders glyphs of the digits and letters at this face and size ahead of their first use. */
void paint_warm(struct paint *paint, enum draw_face face, int size);

/* Wipes every rendered text from memory: a visitor's letters do not outlive the visit. */
void paint_forget(struct paint *paint);

/* Writes pixels as a PNG file; false and one log line when it cannot. */
bool paint_write_png(const struct paint_target *target, const char *path);

#endif
