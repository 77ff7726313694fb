#ifndef APP_DISPLAY_PHOTO_PARTS_H
#define APP_DISPLAY_PHOTO_PARTS_H

#include "app/display/photo.h"

/* What the decoders share; nobody else includes this. */

/* Rows of a large picture go in, from the top; the small one comes out: each of its pixels is the
 * mean of those it covers. */
struct photo_shrink {
	int from_w, from_h; /* of the rows that go in */
	struct photo photo;
	int row;        /* of those, how many came */
	uint32_t *sums; /* of the row that is being filled: red, green, blue of each pixel */
	int filled;     /* rows in it */
};

/* The size that `width` times `height` has within the place; at least 1. */
void photo_fit(int width, int height, int place_w, int place_h, int *out_width, int *out_height);

/* False when the numbers make no picture. */
bool photo_shrink_init(struct photo_shrink *shrink, int from_w, int from_h, int width, int height);
/* One row, 3 bytes a pixel. More rows than there are, are left out. */
void photo_shrink_take(struct photo_shrink *shrink, const uint8_t *row);
/* Gives the picture away if all rows came. */
bool photo_shrink_end(struct photo_shrink *shrink, struct photo *out_photo);

/*
 * Turns and mirrors a picture so that it stands as it was seen: `orientation` is what Exif says in
 * its tag of that name (CIPA DC-008 Exif 2.32, 4.6.4 A, tag 274). 1 changes nothing; nor does what
 * is no orientation. photo_lies: whether the sides change places.
 */
void photo_turn(struct photo *photo, int orientation);
bool photo_lies(int orientation);

enum photo_fault photo_read_png(const uint8_t *data, size_t size, int width, int height,
	uint32_t ground, struct photo *out_photo);
enum photo_fault photo_read_jpeg(
	const uint8_t *data, size_t size, int width, int height, struct photo *out_photo);

#endif
