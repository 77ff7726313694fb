#include "app/ui/paint_parts.h"

#include "app/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void paint_corners_finish(struct paint_corners *corners)
{
	for (int i = 0; i <= PAINT_MAX_RADIUS; i++) {
		free(corners->of_radius[i]);
	}
	*corners = (struct paint_corners){0};
}

/* The distance from the circle, half a pixel to either side, is the coverage. */
static const uint8_t *corner_of(struct paint_corners *corners, int radius)
{
	if (corners->of_radius[radius]) {
		return corners->of_radius[radius];
	}
	uint8_t *corner = memory_zeroed((size_t)radius * (size_t)radius, 1);
	for (int y = 0; y < radius; y++) {
		for (int x = 0; x < radius; x++) {
			double dx = radius - x - 0.5, dy = radius - y - 0.5;
			double inside = radius - sqrt(dx * dx + dy * dy) + 0.5;
			double share = fmin(fmax(inside, 0), 1);
			corner[y * radius + x] = (uint8_t)lround(share * 255);
		}
	}
	return corners->of_radius[radius] = corner;
}

int paint_fitting_radius(struct rect rect, int radius)
{
	int most = (rect.w < rect.h ? rect.w : rect.h) / 2;

	if (most > PAINT_MAX_RADIUS) {
		most = PAINT_MAX_RADIUS;
	}
	return radius < most ? radius : most;
}

int paint_coverage(struct paint_corners *corners, struct rect rect, int radius, int x, int y)
{
	int column = x - rect.x, row = y - rect.y;

	if (column < 0 || row < 0 || column >= rect.w || row >= rect.h) {
		return 0;
	}
	if (column >= rect.w - radius) {
		column = rect.w - 1 - column;
	}
	if (row >= rect.h - radius) {
		row = rect.h - 1 - row;
	}
	if (column >= radius || row >= radius) {
		return 255;
	}
	return corner_of(corners, radius)[row * radius + column];
}

/* How many columns at either side of this row of a corner are not wholly covered. */
static int ragged_columns(struct paint_corners *corners, struct rect rect, int radius, int y)
{
	int row = y - rect.y;

	if (row >= rect.h - radius) {
		row = rect.h - 1 - row;
	}
	if (row >= radius) {
		return 0;
	}
	const uint8_t *start = corner_of(corners, radius) + (ptrdiff_t)row * radius;
	const uint8_t *whole = memchr(start, 255, (size_t)radius);
	return whole ? (int)(whole - start) : radius;
}

struct edge_shape {
	struct rect outer, inner; /* an empty inner one: filled */
	int radius, inner_radius;
};

static void paint_columns(struct paint_corners *corners, const struct paint_target *target,
	const struct edge_shape *shape, int y, int x, int right, draw_color color)
{
	for (; x < right; x++) {
		int coverage = paint_coverage(corners, shape->outer, shape->radius, x, y);
		if (!rect_is_empty(shape->inner)) {
			coverage -=
				paint_coverage(corners, shape->inner, shape->inner_radius, x, y);
		}
		paint_dot(target, x, y, color, coverage);
	}
}

static int max_of(int a, int b)
{
	return a > b ? a : b;
}

static int min_of(int a, int b)
{
	return a < b ? a : b;
}

/* A row with round ends: pixel by pixel in the `ends` columns at both sides, a span between. */
static void paint_end_row(struct paint_corners *corners, const struct paint_target *target,
	struct rect part, const struct edge_shape *shape, int y, int ends, draw_color color)
{
	int left = max_of(part.x, shape->outer.x), right = part.x + part.w;
	int from = min_of(right, max_of(left, shape->outer.x + ends));
	int to = max_of(from, min_of(right, shape->outer.x + shape->outer.w - ends));
	struct rect inner = shape->inner;
	bool hollow = !rect_is_empty(inner) && y >= inner.y && y < inner.y + inner.h;

	paint_columns(corners, target, shape, y, left, from, color);
	if (!hollow) {
		paint_span(target, y, from, to, color);
	}
	paint_columns(corners, target, shape, y, to, right, color);
}

void paint_round_rect(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, struct rect rect, int radius, draw_color color)
{
	struct rect part = rect_meet(clip, rect);
	struct edge_shape shape = {.outer = rect};

	radius = paint_fitting_radius(rect, radius);
	shape.radius = radius;
	for (int y = part.y; y < part.y + part.h; y++) {
		int ends = ragged_columns(corners, rect, radius, y);
		paint_end_row(corners, target, part, &shape, y, ends, color);
	}
}

void paint_round_border(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, struct rect rect, int radius, int width, draw_color color)
{
	struct rect part = rect_meet(clip, rect);
	struct rect inner = {
		rect.x + width, rect.y + width, rect.w - 2 * width, rect.h - 2 * width};
	struct edge_shape shape = {rect, inner, paint_fitting_radius(rect, radius), 0};
	int ends;

	if (rect_is_empty(inner)) {
		paint_round_rect(corners, target, clip, rect, radius, color);
		return;
	}
	shape.inner_radius = paint_fitting_radius(inner, max_of(shape.radius - width, 0));
	ends = max_of(shape.radius, width + shape.inner_radius);
	for (int y = part.y; y < part.y + part.h; y++) {
		bool round = y < rect.y + ends || y >= rect.y + rect.h - ends;
		paint_end_row(corners, target, part, &shape, y, round ? ends : width, color);
	}
}
