#ifndef APP_UI_DRAW_H
#define APP_UI_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/*
 * The draw list: what a frame shows, in pixels, back to front. A screen makes it through the
 * widgets; the painter paints it; the loop compares it with the last one to repaint only what
 * changed; tests print it as text.
 */
struct rect {
	int x, y, w, h;
};

typedef uint32_t draw_color; /* 0xRRGGBBAA */

enum draw_face { /* Debian fonts-inter, and the icon font */
	DRAW_REGULAR,
	DRAW_MEDIUM,
	DRAW_SEMIBOLD,
	DRAW_DISPLAY_MEDIUM,
	DRAW_DISPLAY_SEMIBOLD,
	DRAW_DISPLAY_BOLD,
	DRAW_ICONS,
	DRAW_FACES
};

enum draw_shadow {
	DRAW_SHADOW_CARD,
	DRAW_SHADOW_FLOAT,
	DRAW_SHADOW_HERO,
	DRAW_SHADOW_SEGMENT,
	DRAW_SHADOWS
};

/* One of the two layers of a shadow (look.md §3), as in CSS: down, blur, and the colour's alpha. */
struct draw_shadow_layer {
	int down, blur;
	draw_color color;
};
enum { DRAW_SHADOW_LAYERS = 2 };
extern const struct draw_shadow_layer draw_shadows[DRAW_SHADOWS][DRAW_SHADOW_LAYERS];

enum draw_kind {
	DRAW_RECT,    /* filled, with corner `radius` */
	DRAW_BORDER,  /* inner border `width` wide, with corner `radius` */
	DRAW_SHADOW,  /* the shadow that `rect` of `radius` throws; `size` = enum draw_shadow,
		       * `width` = scale in 1/1000 */
	DRAW_TEXT,    /* one line at rect.x, line box rect.y … rect.y + rect.h */
	DRAW_MODULES, /* a square bit matrix of `width` modules a side (QR) filling rect */
	DRAW_PICTURE, /* a picture, pixel by pixel, its top left corner at rect's, with corner
		       * `radius`; the color's alpha is its share */
	DRAW_CLIP,    /* following commands are cut to rect (their `clip`); paints nothing */
};

/*
 * Pixels 0x00RRGGBB, row by row. A list only borrows it: it must be there while the frame that
 * draws it is painted. Another picture has another id.
 */
struct draw_picture {
	uint64_t id;
	int width, height;
	const uint32_t *pixels;
};

struct draw_command {
	enum draw_kind kind;
	struct rect clip; /* in force for this command */
	struct rect rect; /* everything the command can touch, shadows excepted */
	draw_color color;
	int radius;
	int width;
	enum draw_face face;
	int size;      /* em in pixels */
	size_t text;   /* DRAW_TEXT, DRAW_MODULES: offset of the bytes in draw_list.bytes */
	size_t length; /* of those bytes */
	const struct draw_picture *picture; /* DRAW_PICTURE */
	uint64_t picture_id;
};

struct draw_list {
	struct draw_command *commands;
	size_t count, capacity;
	char *bytes; /* texts (NUL-terminated) and matrices */
	size_t used, room;
	struct rect clip; /* for the commands to come */
};

/* A clip that cuts nothing. */
extern const struct rect DRAW_EVERYWHERE;

/* A list starts with draw_clear on zeroed memory; draw_finish frees it and may be followed by
 * draw_clear. */
void draw_finish(struct draw_list *list);
void draw_clear(struct draw_list *list);
/* draw_clear that also overwrites the texts (a visitor's letters). */
void draw_wipe(struct draw_list *list);

/* Appending: all lengths in pixels; commands with an empty rectangle are left out. */
void draw_rect(struct draw_list *list, struct rect rect, int radius, draw_color color);
void draw_border(struct draw_list *list, struct rect rect, int radius, int width, draw_color color);
void draw_shadow(struct draw_list *list, struct rect rect, int radius, enum draw_shadow shadow,
	int scale_milli);
/* `rect` is the text's line box: its width as measured, its height the line's. */
void draw_text(struct draw_list *list, struct rect rect, enum draw_face face, int size,
	draw_color color, const char *text);
/* `modules` holds side × side bytes, 0 or 1. */
void draw_modules(struct draw_list *list, struct rect rect, int side, const uint8_t *modules,
	draw_color color);
/* At its own size; `share` 0 to 255 of it are seen. */
void draw_picture(struct draw_list *list, int x, int y, int radius, int share,
	const struct draw_picture *picture);
/* Cuts what follows to `rect`; DRAW_EVERYWHERE ends it. */
void draw_clip(struct draw_list *list, struct rect rect);

/* The NUL-terminated text of a DRAW_TEXT, the bytes of a DRAW_MODULES. */
const char *draw_command_text(const struct draw_list *list, const struct draw_command *command);

/* What `command` can change on the screen: a shadow's spread and overhanging letters included, cut
 * to its clip. */
struct rect draw_extent(const struct draw_command *command);

/* Whether the two commands, of two lists, paint the same. */
bool draw_same(const struct draw_list *a, const struct draw_command *one, const struct draw_list *b,
	const struct draw_command *other);

/*
 * Rectangles (at most `size`) that cover every difference between two lists; returns how many.
 * 0 = nothing changed. When there are too many they are merged.
 */
size_t draw_difference(const struct draw_list *before, const struct draw_list *after,
	struct rect *out_rects, size_t size);

/* One line a command, colours by their token's name in `theme` where one fits: the golden text. */
void draw_print(const struct draw_list *list, FILE *file);

/* The smallest rectangle round both (an empty one adds nothing), what both share (w or h 0 when
 * nothing), and whether a point lies in it. */
struct rect rect_join(struct rect a, struct rect b);
struct rect rect_meet(struct rect a, struct rect b);
bool rect_holds(struct rect rect, int x, int y);
bool rect_is_empty(struct rect rect);

#endif
