#include "app/ui/paint_parts.h"

#include "app/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void paint_shadows_finish(struct paint_shadows *shadows)
{
	for (int i = 0; i < PAINT_SHADOW_TILES; i++) {
		free(shadows->tiles[i].mask.pixels);
	}
	*shadows = (struct paint_shadows){0};
}

/* One pass of a box blur over `count` values, `step` apart. */
static void blur_line(uint16_t *values, uint16_t *room, int count, ptrdiff_t step, int box)
{
	int before = box / 2, after = box - before - 1;
	uint32_t sum = 0;

	for (int i = 0; i < count; i++) {
		room[i] = values[i * step];
	}
	for (int i = 0; i < after && i < count; i++) {
		sum += room[i];
	}
	for (int i = 0; i < count; i++) {
		if (i + after < count) {
			sum += room[i + after];
		}
		if (i - before - 1 >= 0) {
			sum -= room[i - before - 1];
		}
		values[i * step] = (uint16_t)((sum + (uint32_t)box / 2) / (uint32_t)box);
	}
}

/* Three box blurs for a Gaussian of half the CSS blur, as Filter Effects Level 1 allows; even boxes
 * lean once to each side. */
static void blur_mask(uint16_t *values, int width, int height, int blur)
{
	int box = (int)floor(blur / 2.0 * 3 * sqrt(2 * 3.14159265358979) / 4 + 0.5);
	int boxes[3] = {box, box, box % 2 ? box : box + 1};
	uint16_t *room = memory_zeroed((size_t)(width > height ? width : height), sizeof(*room));

	for (int pass = 0; pass < 3 && box > 1; pass++) {
		for (int y = 0; y < height; y++) {
			blur_line(values + (ptrdiff_t)y * width, room, width, 1, boxes[pass]);
		}
		for (int x = 0; x < width; x++) {
			blur_line(values + x, room, height, width, boxes[pass]);
		}
	}
	free(room);
}

static void make_tile(struct paint_shadow_tile *tile, struct paint_corners *corners)
{
	int width = tile->inner_w + 2 * tile->blur, height = tile->inner_h + 2 * tile->blur;
	size_t count = (size_t)width * (size_t)height;
	struct rect shape = {tile->blur, tile->blur, tile->inner_w, tile->inner_h};
	uint16_t *values = memory_zeroed(count, sizeof(*values));
	int radius = paint_fitting_radius(shape, tile->radius);

	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			values[y * width + x] =
				(uint16_t)(paint_coverage(corners, shape, radius, x, y) * 256);
		}
	}
	blur_mask(values, width, height, tile->blur);
	tile->mask = (struct paint_mask){memory_zeroed(count, 1), width, height};
	for (size_t i = 0; i < count; i++) {
		tile->mask.pixels[i] = (uint8_t)(values[i] / 256);
	}
	free(values);
}

static const struct paint_shadow_tile *find_tile(struct paint_shadows *shadows,
	struct paint_corners *corners, const struct paint_shadow_tile *wanted)
{
	struct paint_shadow_tile *oldest = &shadows->tiles[0];

	for (int i = 0; i < PAINT_SHADOW_TILES; i++) {
		struct paint_shadow_tile *tile = &shadows->tiles[i];
		if (tile->mask.pixels && tile->blur == wanted->blur &&
			tile->radius == wanted->radius && tile->inner_w == wanted->inner_w &&
			tile->inner_h == wanted->inner_h) {
			tile->used = ++shadows->uses;
			return tile;
		}
		if (tile->used < oldest->used) {
			oldest = tile;
		}
	}
	free(oldest->mask.pixels);
	*oldest = *wanted;
	oldest->used = ++shadows->uses;
	make_tile(oldest, corners);
	return oldest;
}

/* Where in a tile of `count` the place `at` of a `length` long side lies: the middle stretches. */
static int tile_at(int at, int length, int count)
{
	int half = count / 2;

	if (at < half) {
		return at;
	}
	return at >= length - half ? count - (length - at) : half;
}

struct shadow_row {
	const uint8_t *coverage; /* of the tile's row */
	int count;               /* its width */
	int x, width;            /* what it is stretched to */
};

static int most(int a, int b)
{
	return a > b ? a : b;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* The row's pixels from `x` to `right`: an end, the middle of one coverage, the other end. */
static void paint_part(const struct paint_target *target, const struct shadow_row *row, int y,
	int x, int right, draw_color color)
{
	int half = row->count / 2, middle = row->x + half, end = row->x + row->width - half;
	uint32_t alpha = ((color & 0xFF) * row->coverage[half] + 127) / 255;

	for (; x < least(right, middle); x++) {
		paint_dot(target, x, y, color, row->coverage[x - row->x]);
	}
	if (x < least(right, end)) {
		paint_span(target, y, x, least(right, end), (color & 0xFFFFFF00) | alpha);
		x = least(right, end);
	}
	for (; x < right; x++) {
		paint_dot(target, x, y, color,
			row->coverage[tile_at(x - row->x, row->width, row->count)]);
	}
}

/* Columns that the shape itself will paint over at this row; empty when it is not there. */
static void covered_columns(struct rect shape, int radius, int y, int *out_from, int *out_to)
{
	bool corner = y < shape.y + radius || y >= shape.y + shape.h - radius;

	*out_from = *out_to = shape.x;
	if (y < shape.y || y >= shape.y + shape.h) {
		return;
	}
	*out_from = shape.x + (corner ? radius : 0);
	*out_to = shape.x + shape.w - (corner ? radius : 0);
}

static void paint_layer(const struct paint_target *target, struct rect clip,
	const struct draw_command *command, const struct paint_mask *mask, struct rect spread,
	draw_color color)
{
	struct rect part = rect_meet(clip, spread);
	int radius = paint_fitting_radius(command->rect, command->radius);

	for (int y = part.y; y < part.y + part.h; y++) {
		int line = tile_at(y - spread.y, spread.h, mask->height), from, to;
		struct shadow_row row = {mask->pixels + (ptrdiff_t)line * mask->width, mask->width,
			spread.x, spread.w};
		int right = part.x + part.w;
		covered_columns(command->rect, radius, y, &from, &to);
		if (to <= from) {
			paint_part(target, &row, y, part.x, right, color);
			continue;
		}
		paint_part(target, &row, y, part.x, least(from, right), color);
		paint_part(target, &row, y, most(to, part.x), right, color);
	}
}

void paint_shadow(struct paint_shadows *shadows, struct paint_corners *corners,
	const struct paint_target *target, struct rect clip, const struct draw_command *command)
{
	for (int i = 0; i < DRAW_SHADOW_LAYERS; i++) {
		struct draw_shadow_layer layer = draw_shadows[command->size][i];
		struct rect shape = command->rect;
		int blur = (layer.blur * command->width + 500) / 1000;
		int down = (layer.down * command->width + 500) / 1000;
		int whole = 2 * (command->radius + blur) + 1;
		struct paint_shadow_tile wanted = {.blur = blur,
			.radius = command->radius,
			.inner_w = least(shape.w, whole),
			.inner_h = least(shape.h, whole)};
		struct rect spread = {shape.x - blur, shape.y - blur + down, shape.w + 2 * blur,
			shape.h + 2 * blur};
		if ((layer.color & 0xFF) == 0) {
			continue;
		}
		paint_layer(target, clip, command, &find_tile(shadows, corners, &wanted)->mask,
			spread, layer.color);
	}
}
