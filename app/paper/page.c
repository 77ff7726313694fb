#include "app/paper/page.h"

#include "app/base/memory.h"

#include <assert.h>
#include <stdlib.h>

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
