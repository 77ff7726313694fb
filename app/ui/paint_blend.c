#include "app/ui/paint_parts.h"

#include <string.h>

static uint32_t *row_at(const struct paint_target *target, int y)
{
	return (uint32_t *)(void *)((char *)target->pixels + (ptrdiff_t)y * target->pitch);
}

/* Two channels at a time; alpha of 0 to 255 becomes 0 to 256 so that 255 is exact. */
static uint32_t blended(uint32_t under, uint32_t over, uint32_t alpha)
{
	uint32_t share = alpha + (alpha >> 7), rest = 256 - share;
	uint32_t red_blue = ((under & 0xFF00FF) * rest + (over & 0xFF00FF) * share + 0x800080) >> 8;
	uint32_t green = ((under & 0x00FF00) * rest + (over & 0x00FF00) * share + 0x008000) >> 8;

	return (red_blue & 0xFF00FF) | (green & 0x00FF00);
}

void paint_span(const struct paint_target *target, int y, int x, int right, draw_color color)
{
	uint32_t *row = row_at(target, y), over = color >> 8, alpha = color & 0xFF;

	if (alpha == 255) {
		for (; x < right; x++) {
			row[x] = over;
		}
	} else {
		for (; x < right; x++) {
			row[x] = blended(row[x], over, alpha);
		}
	}
}

static uint32_t share_of(uint32_t alpha, uint32_t coverage)
{
	return (alpha * coverage + 127) / 255;
}

void paint_dot(const struct paint_target *target, int x, int y, draw_color color, int coverage)
{
	uint32_t *pixel = row_at(target, y) + x;

	if (coverage > 0) {
		*pixel = blended(*pixel, color >> 8, share_of(color & 0xFF, (uint32_t)coverage));
	}
}

void paint_mix(const struct paint_target *target, int y, int x, const uint32_t *pixels, int count,
	int share)
{
	uint32_t *row = row_at(target, y) + x;

	if (share == 255) {
		memcpy(row, pixels, (size_t)count * sizeof(*row));
		return;
	}
	for (int i = 0; i < count; i++) {
		row[i] = blended(row[i], pixels[i], (uint32_t)share);
	}
}

/* How many pixels from here on are blank, eight at a time: most of a text's box is. */
static int blank_run(const uint8_t *coverage, int count)
{
	int blank = 0;
	uint64_t eight = 0;

	while (blank + 8 <= count) {
		memcpy(&eight, coverage + blank, sizeof(eight));
		if (eight != 0) {
			break;
		}
		blank += 8;
	}
	return blank;
}

static void stamp_row(uint32_t *to, const uint8_t *coverage, int count, draw_color color)
{
	uint32_t over = color >> 8, alpha = color & 0xFF;

	for (int i = 0; i < count; i++) {
		if (coverage[i] == 0) {
			i += blank_run(coverage + i + 1, count - i - 1);
		} else if ((coverage[i] & alpha) == 255) {
			to[i] = over;
		} else {
			to[i] = blended(to[i], over, share_of(alpha, coverage[i]));
		}
	}
}

void paint_stamp(const struct paint_target *target, struct rect clip, const struct paint_mask *mask,
	int x, int y, draw_color color)
{
	struct rect part = rect_meet(clip, (struct rect){x, y, mask->width, mask->height});

	for (int row = part.y; row < part.y + part.h; row++) {
		const uint8_t *from =
			mask->pixels + (ptrdiff_t)(row - y) * mask->width + (part.x - x);
		stamp_row(row_at(target, row) + part.x, from, part.w, color);
	}
}
