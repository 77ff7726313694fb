#include "app/display/photo_parts.h"

#include "app/base/memory.h"

#include <stdlib.h>

/*
 * The value says where the file's first row and first column are seen: 1 top left, 2 top right,
 * 3 bottom right, 4 bottom left, 5 left top, 6 right top, 7 right bottom, 8 left bottom. As steps:
 * which picture's sides are counted from their far end, and whether rows are columns.
 */
struct turn {
	bool far_x, far_y, swaps;
};
static const struct turn turns[] = {
	[2] = {.far_x = true},
	[3] = {.far_x = true, .far_y = true},
	[4] = {.far_y = true},
	[5] = {.swaps = true},
	[6] = {.far_y = true, .swaps = true},
	[7] = {.far_x = true, .far_y = true, .swaps = true},
	[8] = {.far_x = true, .swaps = true},
};
enum { TURNS = sizeof turns / sizeof turns[0] };

bool photo_lies(int orientation)
{
	return orientation > 0 && orientation < TURNS && turns[orientation].swaps;
}

void photo_turn(struct photo *photo, int orientation)
{
	if (orientation < 2 || orientation >= TURNS) {
		return;
	}
	struct turn turn = turns[orientation];
	int width = turn.swaps ? photo->height : photo->width;
	int height = turn.swaps ? photo->width : photo->height;
	uint32_t *pixels = memory_zeroed((size_t)width * (size_t)height, sizeof *pixels);
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			int from_x = turn.swaps ? y : x, from_y = turn.swaps ? x : y;
			from_x = turn.far_x ? photo->width - 1 - from_x : from_x;
			from_y = turn.far_y ? photo->height - 1 - from_y : from_y;
			pixels[(size_t)y * (size_t)width + (size_t)x] =
				photo->pixels[(size_t)from_y * (size_t)photo->width +
					      (size_t)from_x];
		}
	}
	free(photo->pixels);
	*photo = (struct photo){width, height, pixels};
}
