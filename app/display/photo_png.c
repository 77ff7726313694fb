#include "app/display/photo_parts.h"

#include "app/base/memory.h"

#include <png.h>

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/* What must be let go after libpng has jumped out of the middle of a row. */
struct reading {
	const uint8_t *data;
	size_t size, used;
	png_structp png;
	png_infop info;
	uint8_t *rows; /* RGBA: one row, or, when it comes in passes, all */
	struct photo_shrink shrink;
};

static void give_bytes(png_structp png, png_bytep out, size_t count)
{
	struct reading *reading = png_get_io_ptr(png);
	if (reading->size - reading->used < count) {
		png_error(png, "cut off");
	}
	memcpy(out, reading->data + reading->used, count);
	reading->used += count;
}

/* The log line is ours. */
static void be_silent(png_structp png, png_const_charp words)
{
	(void)png;
	(void)words;
}

static void jump(png_structp png, png_const_charp words)
{
	(void)words;
	png_longjmp(png, 1);
}

static uint8_t over(uint8_t above, uint32_t ground, int shift, int alpha)
{
	int below = (int)(ground >> shift & 0xFF);
	return (uint8_t)((above * alpha + below * (255 - alpha) + 127) / 255);
}

/* Puts the pixels on their ground; RGBA becomes RGB in place. */
static void flatten(uint8_t *row, int width, uint32_t ground)
{
	for (int x = 0; x < width; x++) {
		uint8_t *to = row + 3 * (size_t)x;
		const uint8_t *from = row + 4 * (size_t)x;
		int alpha = from[3];
		to[0] = over(from[0], ground, 16, alpha);
		to[1] = over(from[1], ground, 8, alpha);
		to[2] = over(from[2], ground, 0, alpha);
	}
}

static void want_rgba(struct reading *reading)
{
	png_structp png = reading->png;
	png_set_expand(png);
	png_set_strip_16(png);
	png_set_gray_to_rgb(png);
	png_set_filler(png, 0xFF, PNG_FILLER_AFTER);
	png_set_interlace_handling(png);
	png_read_update_info(png, reading->info);
}

static enum photo_fault check_size(const struct reading *reading)
{
	uint64_t width = png_get_image_width(reading->png, reading->info);
	uint64_t height = png_get_image_height(reading->png, reading->info);
	bool passes = png_get_interlace_type(reading->png, reading->info) != PNG_INTERLACE_NONE;
	if (width > PHOTO_SIDE || height > PHOTO_SIDE ||
		(passes && width * height * 4 > PHOTO_MEMORY)) {
		return PHOTO_LARGE;
	}
	return PHOTO_FINE;
}

static void read_rows(struct reading *reading, int width, int height, uint32_t ground)
{
	size_t pitch = (size_t)width * 4;
	bool passes = png_get_interlace_type(reading->png, reading->info) != PNG_INTERLACE_NONE;
	int count = passes ? PNG_INTERLACE_ADAM7_PASSES : 1;
	reading->rows = memory_zeroed(passes ? (size_t)height : 1, pitch);
	for (int pass = 0; pass < count; pass++) {
		for (int y = 0; y < height; y++) {
			uint8_t *row = reading->rows + (passes ? (size_t)y * pitch : 0);
			png_read_row(reading->png, row, NULL);
			if (pass == count - 1) {
				flatten(row, width, ground);
				photo_shrink_take(&reading->shrink, row);
			}
		}
	}
}

/* In a function of its own: what it changes after setjmp lives in `reading`. */
static enum photo_fault read_picture(
	struct reading *reading, int place_w, int place_h, uint32_t ground)
{
	if (setjmp(png_jmpbuf(reading->png))) {
		return PHOTO_BROKEN;
	}
	png_set_read_fn(reading->png, reading, give_bytes);
	png_set_user_limits(reading->png, PHOTO_SIDE, PHOTO_SIDE);
	png_read_info(reading->png, reading->info);
	enum photo_fault fault = check_size(reading);
	if (fault != PHOTO_FINE) {
		return fault;
	}
	int width = (int)png_get_image_width(reading->png, reading->info), w;
	int height = (int)png_get_image_height(reading->png, reading->info), h;
	photo_fit(width, height, place_w, place_h, &w, &h);
	want_rgba(reading);
	if (png_get_rowbytes(reading->png, reading->info) != (size_t)width * 4 ||
		!photo_shrink_init(&reading->shrink, width, height, w, h)) {
		return PHOTO_LARGE;
	}
	read_rows(reading, width, height, ground);
	return PHOTO_FINE;
}

enum photo_fault photo_read_png(const uint8_t *data, size_t size, int width, int height,
	uint32_t ground, struct photo *out_photo)
{
	struct reading reading = {.data = data, .size = size};
	enum photo_fault fault = PHOTO_BROKEN;
	reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, jump, be_silent);
	if (reading.png) {
		reading.info = png_create_info_struct(reading.png);
	}
	if (reading.info) {
		fault = read_picture(&reading, width, height, ground);
	}
	png_destroy_read_struct(&reading.png, &reading.info, NULL);
	free(reading.rows);
	if (!photo_shrink_end(&reading.shrink, out_photo) && fault == PHOTO_FINE) {
		fault = PHOTO_BROKEN;
	}
	if (fault != PHOTO_FINE) {
		photo_finish(out_photo);
	}
	return fault;
}
