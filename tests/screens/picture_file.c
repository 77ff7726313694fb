#include "tests/screens/picture_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jpeglib.h>
#include <png.h>

static void draw_row(uint8_t *row, int width, int flags)
{
	for (int x = 0; x < width; x++) {
		uint8_t *pixel = row + 4 * (size_t)x;
		uint8_t stripe = x % 2 ? 0 : 255;
		memset(pixel, stripe, 3);
		pixel[3] = 255;
		if (flags & PICTURE_TRANSPARENT) {
			memcpy(pixel, x < width / 2 ? "\x33\x33\x33\x00" : "\x00\xFF\x00\xFF", 4);
		} else if (x >= width / 2) {
			memcpy(pixel, "\xFF\x00\x00\xFF", 4);
		}
	}
}

void picture_write_png(const char *path, int width, int height, int flags)
{
	FILE *file = fopen(path, "wb");
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	uint8_t *row = calloc((size_t)width, 4);
	bool passes = (flags & PICTURE_PASSES) != 0;
	assert_true(file && png && info && row);
	png_init_io(png, file);
	png_set_compression_level(png, 1);
	png_set_filter(png, 0, PNG_FILTER_NONE);
	png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8,
		PNG_COLOR_TYPE_RGB_ALPHA, passes ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
		PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	int count = passes ? png_set_interlace_handling(png) : 1;
	for (int i = 0; i < count * height; i++) {
		draw_row(row, width, flags);
		png_write_row(png, row);
	}
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	free(row);
	assert_int_equal(fclose(file), 0);
}

void picture_write_jpeg(const char *path, int width, int height, int flags)
{
	FILE *file = fopen(path, "wb");
	struct jpeg_compress_struct jpeg = {0};
	struct jpeg_error_mgr error;
	uint8_t *row = calloc((size_t)width, 3);
	JSAMPROW rows[1] = {row};
	assert_true(file && row);
	for (int x = 0; x < width; x++) {
		memcpy(row + 3 * (size_t)x, x < width / 2 ? "\x20\x60\xA0" : "\xE0\xC0\x20", 3);
	}
	jpeg.err = jpeg_std_error(&error);
	jpeg_create_compress(&jpeg);
	jpeg_stdio_dest(&jpeg, file);
	jpeg.image_width = (JDIMENSION)width;
	jpeg.image_height = (JDIMENSION)height;
	jpeg.input_components = 3;
	jpeg.in_color_space = JCS_RGB;
	jpeg_set_defaults(&jpeg);
	if (flags & PICTURE_PASSES) {
		jpeg_simple_progression(&jpeg);
	}
	jpeg_start_compress(&jpeg, TRUE);
	for (int y = 0; y < height; y++) {
		assert_int_equal(jpeg_write_scanlines(&jpeg, rows, 1), 1);
	}
	jpeg_finish_compress(&jpeg);
	jpeg_destroy_compress(&jpeg);
	free(row);
	assert_int_equal(fclose(file), 0);
}

/* CIPA DC-008 (Exif 2.32): an APP1 segment after the start of the image, with one entry. */
void picture_set_orientation(const char *path, int orientation)
{
	const uint8_t exif[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, /* segment of 34 */
		'M', 'M', 0, 42, 0, 0, 0, 8,        /* big-endian; the list is at 8 */
		0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, /* one entry: orientation, one short */
		(uint8_t)(orientation >> 8), (uint8_t)orientation, 0, 0, /* its value */
		0, 0, 0, 0};                                             /* no other list */
	static uint8_t data[1 << 20];
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	size_t size = fread(data, 1, sizeof data, file);
	assert_in_range(size, 100, sizeof data - 1);
	assert_int_equal(fclose(file), 0);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, 2, file), 2);
	assert_int_equal(fwrite(exif, 1, sizeof exif, file), sizeof exif);
	assert_int_equal(fwrite(data + 2, 1, size - 2, file), size - 2);
	assert_int_equal(fclose(file), 0);
}

/* ISO/IEC 15948, annex D: the checksum of a chunk's type and data, bit by bit. */
static uint32_t checksum(const uint8_t *bytes, size_t count)
{
	uint32_t sum = 0xFFFFFFFF;
	for (size_t i = 0; i < count; i++) {
		sum ^= bytes[i];
		for (int bit = 0; bit < 8; bit++) {
			sum = sum & 1 ? 0xEDB88320 ^ sum >> 1 : sum >> 1;
		}
	}
	return ~sum;
}

static void put(uint8_t *to, uint32_t value)
{
	for (int i = 0; i < 4; i++) {
		to[i] = (uint8_t)(value >> (24 - 8 * i));
	}
}

void picture_set_png_size(const char *path, unsigned width, unsigned height)
{
	enum { TYPE = 12, SIZE = 16, DATA = 13 }; /* IHDR follows the 8 bytes of the signature */
	FILE *file = fopen(path, "r+b");
	uint8_t head[SIZE + DATA + 4];
	assert_non_null(file);
	assert_int_equal(fread(head, 1, sizeof head, file), sizeof head);
	put(head + SIZE, width);
	put(head + SIZE + 4, height);
	put(head + SIZE + DATA, checksum(head + TYPE, 4 + DATA));
	rewind(file);
	assert_int_equal(fwrite(head, 1, sizeof head, file), sizeof head);
	assert_int_equal(fclose(file), 0);
}
