#include "app/ui/paint_parts.h"

#include <string.h>

static uint32_t *row_at(const struct paint_target *target, int y)
{
	return (uint32_t *)(void *)((char *)target->pixels + (ptrdiff_t)y * target->pitch);
}

/* Whether the row may lie in a round corner. */
static bool is_ragged(struct rect rect, int radius, int y)
{
	return y < rect.y + radius || y >= rect.y + rect.h - radius;
}

void paint_picture(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, const struct draw_command *command)
{
	struct rect rect = command->rect, part = rect_meet(clip, rect);
	const struct draw_picture *picture = command->picture;
	int radius = paint_fitting_radius(rect, command->radius);
	uint32_t share = command->color & 0xFF;

	for (int y = part.y; y < part.y + part.h; y++) {
		const uint32_t *from = picture->pixels + (ptrdiff_t)(y - rect.y) * picture->width +
				       part.x - rect.x;
		if (share == 255 && !is_ragged(rect, radius, y)) {
			memcpy(row_at(target, y) + part.x, from, (size_t)part.w * sizeof(*from));
			continue;
		}
		for (int x = 0; x < part.w; x++) {
			int coverage = is_ragged(rect, radius, y) ? paint_coverage(corners, rect,
									    radius, part.x + x, y)
								  : 255;
			paint_dot(target, part.x + x, y, from[x] << 8 | share, coverage);
		}
	}
}
