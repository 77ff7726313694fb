#include "app/console/office_preview.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/slip/sample.h"
#include "app/slip/slip.h"

#include <stdlib.h>
#include <string.h>

enum { DOTS = 576, WHITE = 255 };

/* The share of black dots in the rectangle that one pixel stands for, as a grey. */
static uint32_t grey_of(const struct page *page, int x, int y, int width, int height)
{
	int from_x = x * page->width / width, to_x = (x + 1) * page->width / width;
	int from_y = y * page->height / height, to_y = (y + 1) * page->height / height;
	int black = 0, all = 0;
	for (int row = from_y; row < to_y || row == from_y; row++) {
		for (int dot = from_x; dot < to_x || dot == from_x; dot++) {
			black += page->bits[row * page->pitch + dot / 8] >> (7 - dot % 8) & 1;
			all++;
		}
	}
	uint32_t grey = (uint32_t)(WHITE - WHITE * black / all);
	return grey << 16 | grey << 8 | grey;
}

/* As large as the room takes, but never larger than the paper. */
static void scale(struct office_preview *preview, const struct page *page)
{
	int width = preview->width, height = width * page->height / page->width;
	if (height > preview->height) {
		height = preview->height;
		width = height * page->width / page->height;
	}
	if (width > page->width) {
		width = page->width;
		height = page->height;
	}
	preview->pixels = memory_resized(
		preview->pixels, (size_t)width * (size_t)height, sizeof(*preview->pixels));
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width; x++) {
			preview->pixels[y * width + x] = grey_of(page, x, y, width, height);
		}
	}
	preview->picture =
		(struct draw_picture){preview->picture.id + 1, width, height, preview->pixels};
}

static bool render(struct office_preview *preview, const struct office *office,
	const struct language *language, int64_t now_ms)
{
	struct document document;
	struct page page = {0};
	const struct desk_slip slip = slip_sample(office, now_ms, false);
	bool english = strcmp(language_code(language), "en") == 0;
	slip_write(office, language, english ? OFFICE_ENGLISH : OFFICE_INDONESIAN, &slip, DOTS,
		NULL, &document);
	bool right = paper_render(preview->paper, &document, DOTS, &page);
	if (right) {
		scale(preview, &page);
	}
	page_finish(&page);
	document_finish(&document);
	return right;
}

static bool is_same(const struct office_preview *preview, const struct office *office,
	const char *words, int width, int height)
{
	return preview->picture.id != 0 && preview->width == width && preview->height == height &&
	       memcmp(&preview->slip, &office->slip, sizeof(preview->slip)) == 0 &&
	       strcmp(preview->words, words) == 0;
}

const struct draw_picture *office_preview_show(struct office_preview *preview,
	const struct office *office, const struct language *language, int64_t now_ms, int width,
	int height)
{
	char words[sizeof(preview->words)];
	text_format(words, sizeof(words), "%s%s%s%d%s", language_code(language), office->unit[0],
		office->services[0].name[0], office->services[0].target_s,
		office->services[0].prefix);
	if (is_same(preview, office, words, width, height)) {
		return &preview->picture;
	}
	if (preview->paper == NULL) {
		preview->paper = paper_create();
	}
	preview->width = width;
	preview->height = height;
	preview->slip = office->slip;
	text_copy(preview->words, sizeof(preview->words), words);
	if (preview->paper == NULL || width < 1 || height < 1 ||
		!render(preview, office, language, now_ms)) {
		return NULL;
	}
	return &preview->picture;
}

void office_preview_finish(struct office_preview *preview)
{
	paper_destroy(preview->paper);
	free(preview->pixels);
	*preview = (struct office_preview){0};
}
