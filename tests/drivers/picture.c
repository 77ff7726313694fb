/* The office's logo: a PNG file as dots. */
#include "app/paper/picture.h"

#include <png.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { ROOM = 1 << 20 };

/* A picture of one colour, or of a ramp from black at the left to white, as a PNG of grey points.
 */
static size_t write_png(int width, int height, int grey, uint8_t *out_data)
{
	png_image image = {.version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)width,
		.height = (png_uint_32)height,
		.format = PNG_FORMAT_GRAY};
	png_alloc_size_t size = ROOM;
	uint8_t *points = malloc((size_t)width * (size_t)height);
	assert_non_null(points);
	for (int i = 0; i < width * height; i++) {
		points[i] = (uint8_t)(grey >= 0 ? grey : i % width * 255 / (width - 1));
	}
	assert_true(png_image_write_to_memory(&image, out_data, &size, 0, points, 0, NULL));
	free(points);
	return size;
}

static int count_black(const struct document_picture *picture, int from_x, int to_x)
{
	int black = 0;
	for (int y = 0; y < picture->height; y++) {
		for (int x = from_x; x < to_x; x++) {
			black += picture_dot(picture, x, y);
		}
	}
	return black;
}

static struct document_picture read_png(int width, int height, int grey, int wide, int high)
{
	static uint8_t data[ROOM];
	struct document_picture picture;
	assert_true(picture_read(data, write_png(width, height, grey, data), wide, high, &picture));
	return picture;
}

static void made_to_fit_and_never_larger(void **state)
{
	static const struct {
		int width, height, wide, high, got_width, got_height;
	} rows[] = {
		{100, 50, 288, 144, 100, 50},
		{576, 288, 288, 144, 288, 144},
		{1000, 100, 288, 144, 288, 28},
		{100, 1000, 288, 144, 14, 144},
		{4096, 1, 288, 144, 288, 1},
		{1, 1, 288, 144, 1, 1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct document_picture picture =
			read_png(rows[i].width, rows[i].height, 0, rows[i].wide, rows[i].high);
		assert_int_equal(picture.width, rows[i].got_width);
		assert_int_equal(picture.height, rows[i].got_height);
		assert_int_equal(picture.pitch, (picture.width + 7) / 8);
		assert_int_equal(
			count_black(&picture, 0, picture.width), picture.width * picture.height);
		picture_finish(&picture);
	}
}

static void white_is_clean_and_greys_are_patterns(void **state)
{
	(void)state;
	struct document_picture white = read_png(200, 100, 255, 288, 144);
	assert_int_equal(count_black(&white, 0, 200), 0);
	picture_finish(&white);
	/* A quarter as light as white: three dots in four are black. */
	struct document_picture dark = read_png(200, 100, 64, 288, 144);
	assert_in_range(count_black(&dark, 0, 200), 14800, 15200);
	picture_finish(&dark);
	struct document_picture ramp = read_png(256, 100, -1, 288, 144);
	assert_true(count_black(&ramp, 0, 64) > count_black(&ramp, 64, 128));
	assert_true(count_black(&ramp, 64, 128) > count_black(&ramp, 128, 192));
	assert_true(count_black(&ramp, 128, 192) > count_black(&ramp, 192, 256));
	picture_finish(&ramp);
}

static void what_is_transparent_is_white(void **state)
{
	static uint8_t data[ROOM];
	uint8_t points[2 * 8] = {0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255};
	png_image image = {
		.version = PNG_IMAGE_VERSION, .width = 8, .height = 1, .format = PNG_FORMAT_GA};
	png_alloc_size_t size = ROOM;
	struct document_picture picture;
	(void)state;
	assert_true(png_image_write_to_memory(&image, data, &size, 0, points, 0, NULL));
	assert_true(picture_read(data, size, 288, 144, &picture));
	assert_int_equal(picture.bits[0], 0x55);
	picture_finish(&picture);
}

static void what_is_no_such_png_is_refused(void **state)
{
	static uint8_t data[ROOM];
	struct document_picture picture;
	(void)state;
	size_t size = write_png(60, 40, -1, data);
	/* The last twelve bytes only say that it ends here. */
	for (size_t cut = 0; cut < size - 12; cut++) {
		assert_false(picture_read(data, cut, 288, 144, &picture));
		assert_null(picture.bits);
	}
	assert_false(picture_read(data, write_png(4097, 2, 0, data), 288, 144, &picture));
	memset(data, 'x', 1000);
	assert_false(picture_read(data, 1000, 288, 144, &picture));
}

static void files_are_bounded(void **state)
{
	static uint8_t data[ROOM];
	char path[] = "/tmp/giliran-picture-XXXXXX";
	struct document_picture picture;
	int file = mkstemp(path);
	(void)state;
	assert_true(file >= 0);
	size_t size = write_png(60, 40, 0, data);
	assert_int_equal(write(file, data, size), size);
	assert_true(picture_load(path, 288, 144, &picture));
	assert_int_equal(picture.width, 60);
	picture_finish(&picture);
	assert_int_equal(ftruncate(file, PICTURE_BYTES + 1), 0);
	assert_false(picture_load(path, 288, 144, &picture));
	close(file);
	unlink(path);
	assert_false(picture_load(path, 288, 144, &picture));
	assert_null(picture.bits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(made_to_fit_and_never_larger),
		cmocka_unit_test(white_is_clean_and_greys_are_patterns),
		cmocka_unit_test(what_is_transparent_is_white),
		cmocka_unit_test(what_is_no_such_png_is_refused),
		cmocka_unit_test(files_are_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
