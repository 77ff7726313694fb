#include "app/ui/paint_parts.h"

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* The columns of a row from x to right that lie in the round corners at either side. */
static void paint_corner(struct paint_corners *corners, const struct paint_target *target,
	const struct draw_command *command, int radius, int y, int x, int right)
{
	const struct draw_picture *picture = command->picture;
	struct rect rect = command->rect;
	const uint32_t *from = picture->pixels + (ptrdiff_t)(y - rect.y) * picture->width;

	for (; x < right; x++) {
		paint_dot(target, x, y, from[x - rect.x] << 8 | (command->color & 0xFF),
			paint_coverage(corners, rect, radius, x, y));
	}
}

void paint_picture(struct paint_corners *corners, const struct paint_target *target,
	struct rect clip, const struct draw_command *command)
{
	struct rect rect = command->rect, part = rect_meet(clip, rect);
	const struct draw_picture *picture = command->picture;
	int radius = paint_fitting_radius(rect, command->radius), right = part.x + part.w;
	int share = (int)(command->color & 0xFF);

	for (int y = part.y; y < part.y + part.h; y++) {
		bool round = y < rect.y + radius || y >= rect.y + rect.h - radius;
		int first = part.x, last = right;
		if (round) {
			first = first > rect.x + radius ? first : smaller(rect.x + radius, right);
			last = smaller(last, rect.x + rect.w - radius);
			last = last > first ? last : first;
			paint_corner(corners, target, command, radius, y, part.x, first);
			paint_corner(corners, target, command, radius, y, last, right);
		}
		const uint32_t *from =
			picture->pixels + (ptrdiff_t)(y - rect.y) * picture->width + first - rect.x;
		paint_mix(target, y, first, from, last - first, share);
	}
}
