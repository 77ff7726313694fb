#include "app/paper/page.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <png.h>

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void page_init(struct page *page, int width, int height)
{
	assert(width > 0 && height > 0);
	page->width = width;
	page->height = height;
	page->pitch = (width + 7) / 8;
	page->bits = memory_zeroed((size_t)height, (size_t)page->pitch);
}

void page_finish(struct page *page)
{
	free(page->bits);
	*page = (struct page){0};
}

void page_set(struct page *page, int x, int y, bool white)
{
	if (x < 0 || y < 0 || x >= page->width || y >= page->height) {
		return;
	}
	uint8_t *byte = &page->bits[(size_t)y * (size_t)page->pitch + (size_t)x / 8];
	uint8_t mask = (uint8_t)(0x80 >> (x % 8));
	*byte = (uint8_t)(white ? *byte & ~mask : *byte | mask);
}

void page_fill(struct page *page, int x, int y, int width, int height, bool white)
{
	for (int row = y; row < y + height; row++) {
		for (int column = x; column < x + width; column++) {
			page_set(page, column, row, white);
		}
	}
}

static bool write_rows(FILE *file, const struct page *page)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png ? png_create_info_struct(png) : NULL;

	if (!info || setjmp(png_jmpbuf(png))) {
		png_destroy_write_struct(&png, &info);
		return false;
	}
	png_init_io(png, file);
	png_set_IHDR(png, info, (png_uint_32)page->width, (png_uint_32)page->height, 1,
		PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
		PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	png_set_invert_mono(png);
	for (int y = 0; y < page->height; y++) {
		png_write_row(png, page->bits + (size_t)y * (size_t)page->pitch);
	}
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
	return true;
}

bool page_write_png(const struct page *page, const char *path)
{
	FILE *file = fopen(path, "wb");
	bool written;

	if (!file) {
		log_error("paper", "cannot write %s: %s", path, strerror(errno));
		return false;
	}
	written = write_rows(file, page);
	if (fclose(file) != 0 || !written) {
		log_error("paper", "%s was not written whole", path);
		return false;
	}
	return true;
}
