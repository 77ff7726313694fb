#include "app/paper/picture.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <png.h>

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WHITE = 255, MIDDLE = 128 };

/* What a picture is made of on its way to dots: one byte a point, 0 = black. */
struct grey {
	int width, height;
	uint8_t *points;
};

static bool decode(const uint8_t *data, size_t size, struct grey *out_grey)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	png_color paper = {WHITE, WHITE, WHITE};

	if (!png_image_begin_read_from_memory(&image, data, size)) {
		return false;
	}
	if (image.width > PICTURE_SIDE || image.height > PICTURE_SIDE) {
		png_image_free(&image);
		return false;
	}
	image.format = PNG_FORMAT_GRAY;
	out_grey->width = (int)image.width;
	out_grey->height = (int)image.height;
	out_grey->points = memory_zeroed(image.height, image.width);
	if (!png_image_finish_read(&image, &paper, out_grey->points, 0, NULL)) {
		free(out_grey->points);
		return false;
	}
	return true;
}

/* The mean of what a point of the smaller picture covers. */
static uint8_t mean(const struct grey *grey, int left, int top, int right, int bottom)
{
	uint64_t sum = 0;

	for (int y = top; y < bottom; y++) {
		for (int x = left; x < right; x++) {
			sum += grey->points[(size_t)y * (size_t)grey->width + (size_t)x];
		}
	}
	return (uint8_t)(sum / ((uint64_t)(right - left) * (uint64_t)(bottom - top)));
}

static int from(int place, int source, int target)
{
	return (int)((int64_t)place * source / target);
}

static void shrink(struct grey *grey, int width, int height)
{
	struct grey small = {width, height, memory_zeroed((size_t)height, (size_t)width)};

	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			small.points[(size_t)y * (size_t)width + (size_t)x] = mean(grey,
				from(x, grey->width, width), from(y, grey->height, height),
				from(x + 1, grey->width, width), from(y + 1, grey->height, height));
		}
	}
	free(grey->points);
	*grey = small;
}

static void fit(struct grey *grey, int width, int height)
{
	int fitted = grey->width, tall = grey->height;

	if (fitted > width) {
		tall = from(tall, width, fitted);
		fitted = width;
	}
	if (tall > height) {
		fitted = from(fitted, height, tall);
		tall = height;
	}
	if (fitted != grey->width || tall != grey->height) {
		shrink(grey, fitted > 0 ? fitted : 1, tall > 0 ? tall : 1);
	}
}

/* Sixteenths of what a dot is darker or lighter than its point go to its neighbours. */
static void spread(const struct grey *grey, int16_t *row, int16_t *below, int x, int error)
{
	row[x + 1] = (int16_t)(row[x + 1] + (x + 1 < grey->width ? error * 7 / 16 : 0));
	below[x + 1] = (int16_t)(below[x + 1] + (x + 1 < grey->width ? error / 16 : 0));
	below[x] = (int16_t)(below[x] + error * 5 / 16);
	if (x > 0) {
		below[x - 1] = (int16_t)(below[x - 1] + error * 3 / 16);
	}
}

static void dither(const struct grey *grey, struct document_picture *picture)
{
	size_t room = (size_t)grey->width + 1;
	int16_t *row = memory_zeroed(room, sizeof(*row)),
		*below = memory_zeroed(room, sizeof(*row));

	for (int y = 0; y < grey->height; y++) {
		for (int x = 0; x < grey->width; x++) {
			int point = grey->points[(size_t)y * (size_t)grey->width + (size_t)x];
			int wanted = point + row[x];
			bool black = wanted < MIDDLE;
			if (black) {
				picture->bits[(size_t)y * (size_t)picture->pitch + (size_t)x / 8] |=
					(uint8_t)(0x80 >> (x % 8));
			}
			/* Pure white stays clean: no dot strays into it. */
			if (point != WHITE) {
				spread(grey, row, below, x, wanted - (black ? 0 : WHITE));
			}
		}
		int16_t *done = row;
		row = below;
		below = done;
		memset(below, 0, room * sizeof(*below));
	}
	free(row);
	free(below);
}

bool picture_read(const uint8_t *data, size_t size, int width, int height,
	struct document_picture *out_picture)
{
	struct grey grey;

	assert(width > 0 && height > 0);
	*out_picture = (struct document_picture){0};
	if (!decode(data, size, &grey)) {
		return false;
	}
	fit(&grey, width, height);
	out_picture->width = grey.width;
	out_picture->height = grey.height;
	out_picture->pitch = (grey.width + 7) / 8;
	out_picture->bits = memory_zeroed((size_t)grey.height, (size_t)out_picture->pitch);
	dither(&grey, out_picture);
	free(grey.points);
	return true;
}

bool picture_load(const char *path, int width, int height, struct document_picture *out_picture)
{
	FILE *file = fopen(path, "rb");

	*out_picture = (struct document_picture){0};
	if (!file) {
		log_error("paper", "the picture %s cannot be read: %s", path, strerror(errno));
		return false;
	}
	uint8_t *data = memory_zeroed(PICTURE_BYTES + 1, 1);
	size_t size = fread(data, 1, PICTURE_BYTES + 1, file);
	bool read = size <= PICTURE_BYTES && picture_read(data, size, width, height, out_picture);
	if (!read) {
		log_error("paper", "%s is no PNG picture of at most 4 MB and %d points a side",
			path, PICTURE_SIDE);
	}
	free(data);
	fclose(file);
	return read;
}

void picture_finish(struct document_picture *picture)
{
	free(picture->bits);
	*picture = (struct document_picture){0};
}

bool picture_dot(const struct document_picture *picture, int x, int y)
{
	return picture->bits[(size_t)y * (size_t)picture->pitch + (size_t)x / 8] &
	       (0x80 >> (x % 8));
}
