#include "app/ui/paint.h"

#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 240, HEIGHT = 160 };

struct page {
	uint32_t pixels[WIDTH * HEIGHT];
	struct paint *paint;
	struct draw_list list;
};

static int start(void **state)
{
	struct page *page = calloc(1, sizeof(*page));

	page->paint = paint_create();
	draw_clear(&page->list);
	*state = page;
	return page->paint ? 0 : 1;
}

static int finish(void **state)
{
	struct page *page = *state;

	paint_destroy(page->paint);
	draw_finish(&page->list);
	free(page);
	return 0;
}

static void paint_page(struct page *page)
{
	struct paint_target target = {page->pixels, WIDTH, HEIGHT, WIDTH * 4};

	paint_list(page->paint, &target, &page->list, (struct rect){0, 0, WIDTH, HEIGHT});
}

static uint32_t at(const struct page *page, int x, int y)
{
	return page->pixels[y * WIDTH + x];
}

/* First and last row with a pixel that is half white or more. */
static void ink_rows(const struct page *page, int *out_first, int *out_last)
{
	*out_first = *out_last = -1;
	for (int i = 0; i < WIDTH * HEIGHT; i++) {
		if ((page->pixels[i] & 0xFF) < 128) {
			continue;
		}
		if (*out_first < 0) {
			*out_first = i / WIDTH;
		}
		*out_last = i / WIDTH;
	}
}

static void capitals_stand_in_the_middle_of_their_line(void **state)
{
	struct page *page = *state;

	for (int face = DRAW_REGULAR; face < DRAW_ICONS; face++) {
		for (int size = 14; size <= 96; size += 2) {
			int first, last, line = size * 5 / 4;
			draw_clear(&page->list);
			draw_text(&page->list, (struct rect){10, 10, 200, line},
				(enum draw_face)face, size, 0xFFFFFFFF, "H");
			paint_page(page);
			ink_rows(page, &first, &last);
			assert_true(first > 0);
			int above = first - 10, below = 10 + line - 1 - last;
			if (abs(above - below) > 2) {
				fail_msg("face %d size %d: %d above, %d below", face, size, above,
					below);
			}
		}
	}
}

static void icons_stand_in_the_middle_too(void **state)
{
	struct page *page = *state;
	int first, last;

	draw_text(&page->list, (struct rect){10, 10, 96, 96}, DRAW_ICONS, 96, 0xFFFFFFFF,
		"\uf150"); /* clock: a circle of 20/24 em */
	paint_page(page);
	ink_rows(page, &first, &last);
	assert_int_equal(first, 18);
	assert_int_equal(last, 97);
}

static void corners_are_alike(void **state)
{
	struct page *page = *state;

	draw_rect(&page->list, (struct rect){20, 20, 101, 77}, 24, 0xFFFFFFFF);
	draw_border(&page->list, (struct rect){130, 20, 101, 77}, 24, 5, 0xFFFFFFFF);
	paint_page(page);
	for (int left = 20; left <= 130; left += 110) {
		for (int y = 0; y < 77; y++) {
			for (int x = 0; x < 101; x++) {
				uint32_t one = at(page, left + x, 20 + y);
				assert_int_equal(one, at(page, left + 100 - x, 20 + y));
				assert_int_equal(one, at(page, left + x, 20 + 76 - y));
			}
		}
	}
	assert_int_equal(at(page, 20, 20), 0);
	assert_int_equal(at(page, 20 + 24, 20), 0xFFFFFF);
	assert_int_equal(at(page, 130 + 4, 58), 0xFFFFFF);
	assert_int_equal(at(page, 130 + 5, 58), 0);
}

static void a_half_clear_color_is_half_mixed(void **state)
{
	struct page *page = *state;

	draw_rect(&page->list, (struct rect){0, 0, WIDTH, HEIGHT}, 0, 0xFFFFFFFF);
	draw_rect(&page->list, (struct rect){10, 10, 20, 20}, 0, 0x00000080);
	draw_rect(&page->list, (struct rect){40, 10, 20, 20}, 0, 0x123456FF);
	paint_page(page);
	assert_in_range(at(page, 20, 20) & 0xFF, 126, 128);
	assert_int_equal(at(page, 50, 20), 0x123456);
	assert_int_equal(at(page, 5, 5), 0xFFFFFF);
}

static void what_no_command_covers_is_black(void **state)
{
	struct page *page = *state;

	memset(page->pixels, 0x55, sizeof(page->pixels));
	draw_rect(&page->list, (struct rect){10, 10, 20, 20}, 0, 0xFFFFFFFF);
	paint_page(page);
	assert_int_equal(at(page, 0, 0), 0);
	assert_int_equal(at(page, 15, 15), 0xFFFFFF);
}

static void a_matrix_is_painted_square_by_square(void **state)
{
	static const uint8_t modules[4] = {1, 0, 0, 1};
	struct page *page = *state;

	draw_modules(&page->list, (struct rect){10, 10, 20, 20}, 2, modules, 0xFFFFFFFF);
	paint_page(page);
	assert_int_equal(at(page, 10, 10), 0xFFFFFF);
	assert_int_equal(at(page, 19, 19), 0xFFFFFF);
	assert_int_equal(at(page, 20, 19), 0);
	assert_int_equal(at(page, 20, 20), 0xFFFFFF);
	assert_int_equal(at(page, 30, 29), 0);
}

static void forgetting_changes_no_pixel(void **state)
{
	struct page *page = *state;
	uint32_t *before = malloc(sizeof(page->pixels));

	draw_text(&page->list, (struct rect){10, 10, 200, 40}, DRAW_MEDIUM, 32, 0xFFFFFFFF, "Siti");
	paint_page(page);
	memcpy(before, page->pixels, sizeof(page->pixels));
	int width = paint_measure(page->paint, DRAW_MEDIUM, 32, "Siti");
	paint_forget(page->paint);
	paint_page(page);
	assert_memory_equal(before, page->pixels, sizeof(page->pixels));
	assert_int_equal(width, paint_measure(page->paint, DRAW_MEDIUM, 32, "Siti"));
	free(before);
}

/* More texts, sizes and faces than the caches hold: everything is still there. */
static void the_caches_are_bounded(void **state)
{
	struct page *page = *state;

	for (int i = 0; i < 1500; i++) {
		char text[16];
		int first, last;
		snprintf(text, sizeof(text), "K%03d", i);
		draw_clear(&page->list);
		draw_text(&page->list, (struct rect){10, 10, 200, 120},
			(enum draw_face)(i % DRAW_ICONS), 40 + i % 60, 0xFFFFFFFF, text);
		paint_page(page);
		ink_rows(page, &first, &last);
		assert_true(last - first > 20);
	}
}

/* Pixel by pixel at its place, cut to the clip; round corners show what is under it. */
static void pictures_are_painted_as_they_are(void **state)
{
	struct page *page = *state;
	uint32_t pixels[20 * 10];
	for (uint32_t i = 0; i < 200; i++) {
		pixels[i] = 0x010203 * (i + 1);
	}
	const struct draw_picture picture = {7, 20, 10, pixels};
	draw_clear(&page->list);
	draw_picture(&page->list, 5, 6, 0, 255, &picture);
	draw_clip(&page->list, (struct rect){100, 50, 3, 2});
	draw_picture(&page->list, 98, 49, 0, 255, &picture);
	draw_clip(&page->list, DRAW_EVERYWHERE);
	draw_picture(&page->list, 230, 155, 0, 255, &picture); /* over the edge */
	draw_picture(&page->list, 40, 100, 4, 255, &picture);
	paint_page(page);
	assert_int_equal(at(page, 5, 6), pixels[0]);
	assert_int_equal(at(page, 24, 15), pixels[199]);
	assert_int_equal(at(page, 25, 15), 0);
	assert_int_equal(at(page, 100, 50), pixels[22]);
	assert_int_equal(at(page, 102, 51), pixels[44]);
	assert_int_equal(at(page, 103, 50), 0);
	assert_int_equal(at(page, 239, 159), pixels[4 * 20 + 9]);
	assert_int_equal(at(page, 40, 100), 0);
	assert_int_equal(at(page, 44, 100), pixels[4]);
	/* Half of it over white; drawn again, another picture of the same size is a difference. */
	struct draw_list other = {.count = 0};
	struct rect rects[4];
	draw_clear(&page->list);
	draw_rect(&page->list, (struct rect){0, 0, WIDTH, HEIGHT}, 0, 0xFFFFFFFF);
	draw_picture(&page->list, 5, 6, 0, 128, &picture);
	paint_page(page);
	assert_in_range(at(page, 5, 6) >> 16, 0x7F, 0x80);
	draw_clear(&other);
	draw_rect(&other, (struct rect){0, 0, WIDTH, HEIGHT}, 0, 0xFFFFFFFF);
	const struct draw_picture next = {8, 20, 10, pixels};
	draw_picture(&other, 5, 6, 0, 128, &next);
	assert_int_equal(draw_difference(&page->list, &other, rects, 4), 1);
	assert_int_equal(rects[0].x, 5);
	assert_int_equal(rects[0].h, 10);
	draw_finish(&other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)
	const struct CMUnitTest tests[] = {
		TEST(capitals_stand_in_the_middle_of_their_line),
		TEST(icons_stand_in_the_middle_too),
		TEST(corners_are_alike),
		TEST(a_half_clear_color_is_half_mixed),
		TEST(what_no_command_covers_is_black),
		TEST(a_matrix_is_painted_square_by_square),
		TEST(pictures_are_painted_as_they_are),
		TEST(forgetting_changes_no_pixel),
		TEST(the_caches_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
