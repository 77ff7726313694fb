#ifndef APP_UI_PAINT_PARTS_H
#define APP_UI_PAINT_PARTS_H

#include "app/ui/paint.h"

#include <stddef.h>

/* What the painter's files share; nobody else includes this. */

/* An 8-bit coverage picture. */
struct paint_mask {
	uint8_t *pixels;
	int width, height;
};

/* ---- blending (paint_blend.c) ---- */

/* Pixels of a row from x to right (already inside the target), covered by color's alpha. */
void paint_span(const struct paint_target *target, int y, int x, int right, draw_color color);

/* One pixel, covered by `coverage` of 255 of the color's alpha. */
void paint_dot(const struct paint_target *target, int x, int y, draw_color color, int coverage);

/* A row of pixels from x on, seen by `share` of 255. */
void paint_mix(const struct paint_target *target, int y, int x, const uint32_t *pixels, int count,
	int share);

/* `mask` with its top left corner at x, y, inside `clip` (which is inside the target). */
void paint_stamp(const struct paint_target *target, struct rect clip, const struct paint_mask *mask,
	int x, int y, draw_color color);

/* ---- shapes (paint_shape.c) ---- */

enum { PAINT_MAX_RADIUS = 512 };

/* Coverage of a corner's radius × radius pixels, made on first use; centre at bottom right. */
struct paint_corners {
	uint8_t *of_radius[PAINT_MAX_RADIUS + 1];
};
void paint_corners_finish(struct paint_corners *corners);

/* A radius that fits the rectangle. */
int paint_fitting_radius(struct rect rect, int radius);

/* How much (0 to 255) the rounded rectangle covers this pixel. */
int paint_coverage(struct paint_corners *corners, struct rect rect, int radius, int x, int y);

void paint_round_rect(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, struct rect rect, int radius, draw_color color);
void paint_round_border(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, struct rect rect, int radius, int width, draw_color color);

/* ---- pictures (paint_picture.c) ---- */

void paint_picture(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, const struct draw_command *command);

/* ---- shadows (paint_shadow.c) ---- */

enum { PAINT_SHADOW_TILES = 24 };

/* A blurred shape: corners and one stretchable middle row and column. */
struct paint_shadow_tile {
	int blur, radius, inner_w, inner_h;
	struct paint_mask mask;
	uint64_t used;
};
struct paint_shadows {
	struct paint_shadow_tile tiles[PAINT_SHADOW_TILES];
	uint64_t uses;
};
void paint_shadows_finish(struct paint_shadows *shadows);

/* The shadow of command's rectangle; what the shape itself will cover is left alone. */
void paint_shadow(struct paint_shadows *shadows, struct paint_corners *corners,
	const struct paint_target *target, struct rect clip, const struct draw_command *command);

/* ---- text (paint_text.c) ---- */

struct paint_text;

/* NULL and one log line that names the missing package. */
struct paint_text *paint_text_create(void);
void paint_text_destroy(struct paint_text *text);
int paint_text_width(struct paint_text *text, enum draw_face face, int size, const char *string);
void paint_text_draw(struct paint_text *text, const struct paint_target *target, struct rect clip,
	const struct draw_command *command, const char *string);
void paint_text_warm(struct paint_text *text, enum draw_face face, int size);
/* Wipes every rendered text and width from memory (a visitor's typed letters). */
void paint_text_forget(struct paint_text *text);

#endif
