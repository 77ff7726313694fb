#include "app/ui/paint.h"
#include "app/ui/theme.h"

#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 200, HEIGHT = 140, DIRTY = 6, ROUNDS = 250 };

static struct rect whole(void)
{
	return (struct rect){0, 0, WIDTH, HEIGHT};
}

/* ---- random lists: a small generator of our own, so that a failure repeats ---- */

static int below(uint32_t *seed, int limit)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (int)((*seed >> 8) % (uint32_t)limit);
}

static void add_text(struct draw_list *list, struct paint *paint, struct rect rect,
	draw_color color, uint32_t *seed)
{
	static const char *const words[] = {"K007", "Loket", "jq", "\u00c5"};
	const char *word = words[below(seed, 4)];
	enum draw_face face = (enum draw_face)below(seed, DRAW_ICONS);
	int size = below(seed, 30) + 8;

	rect.w = paint_measure(paint, face, size, word);
	rect.h = size * 5 / 4;
	draw_text(list, rect, face, size, color, word);
}

static void add_any(struct draw_list *list, struct paint *paint, uint32_t *seed)
{
	static const uint8_t modules[9] = {1, 0, 1, 0, 1, 0, 1, 1, 0};
	struct rect rect = {below(seed, WIDTH) - 20, below(seed, HEIGHT) - 20, below(seed, 90) + 1,
		below(seed, 70) + 1};
	draw_color color = theme_light.colors[below(seed, THEME_COUNT)];
	int radius = below(seed, 30);

	switch (below(seed, 7)) {
	case 0: draw_border(list, rect, radius, below(seed, 5) + 1, color); break;
	case 1:
		draw_shadow(list, rect, radius, (enum draw_shadow)below(seed, DRAW_SHADOWS),
			below(seed, 1200) + 100);
		break;
	case 2:
	case 3: add_text(list, paint, rect, color, seed); break;
	case 4: draw_modules(list, rect, 3, modules, color); break;
	case 5: draw_clip(list, below(seed, 2) ? rect : DRAW_EVERYWHERE); break;
	default: draw_rect(list, rect, radius, color); break;
	}
}

/* A list like `before` with some commands left out, changed or added. */
static void change(const struct draw_list *before, struct draw_list *after, struct paint *paint,
	uint32_t *seed)
{
	int rate = below(seed, 4) ? 12 : 2;

	draw_clear(after);
	draw_rect(after, whole(), 0, theme_light.colors[THEME_PAGE]);
	for (size_t i = 1; i < before->count; i++) {
		struct draw_command c = before->commands[i];
		const char *bytes = draw_command_text(before, &c);
		if (below(seed, rate) == 0) {
			add_any(after, paint, seed);
		}
		if (below(seed, rate) == 0) {
			continue;
		}
		if (c.kind == DRAW_RECT) {
			draw_rect(after, c.rect, c.radius, c.color);
		} else if (c.kind == DRAW_BORDER) {
			draw_border(after, c.rect, c.radius, c.width, c.color);
		} else if (c.kind == DRAW_SHADOW) {
			draw_shadow(after, c.rect, c.radius, (enum draw_shadow)c.size, c.width);
		} else if (c.kind == DRAW_TEXT) {
			draw_text(after, c.rect, c.face, c.size, c.color, bytes);
		} else if (c.kind == DRAW_MODULES) {
			draw_modules(after, c.rect, c.width, (const uint8_t *)bytes, c.color);
		} else {
			draw_clip(after, c.rect);
		}
	}
}

static struct paint_target target_of(uint32_t *pixels)
{
	return (struct paint_target){pixels, WIDTH, HEIGHT, WIDTH * 4};
}

static void check_rects(const struct rect *rects, size_t count)
{
	assert_true(count <= DIRTY);
	for (size_t i = 0; i < count; i++) {
		for (size_t j = i + 1; j < count; j++) {
			assert_true(rect_is_empty(rect_meet(rects[i], rects[j])));
		}
	}
}

static void repainting_the_difference_gives_the_same_pixels(void **state)
{
	static uint32_t kept[WIDTH * HEIGHT], fresh[WIDTH * HEIGHT];
	struct paint_target old_target = target_of(kept), new_target = target_of(fresh);
	struct draw_list before = {0}, after = {0};
	struct paint *paint = paint_create();
	uint32_t seed = 7;

	(void)state;
	assert_non_null(paint);
	draw_clear(&before);
	draw_rect(&before, whole(), 0, theme_light.colors[THEME_PAGE]);
	for (int i = 0; i < 25; i++) {
		add_any(&before, paint, &seed);
	}
	paint_list(paint, &old_target, &before, whole());
	for (int round = 0; round < ROUNDS; round++) {
		struct rect rects[DIRTY];
		change(&before, &after, paint, &seed);
		size_t count = draw_difference(&before, &after, rects, DIRTY);
		check_rects(rects, count);
		for (size_t i = 0; i < count; i++) {
			paint_list(paint, &old_target, &after, rects[i]);
		}
		paint_list(paint, &new_target, &after, whole());
		if (memcmp(kept, fresh, sizeof(kept)) != 0) {
			fail_msg("round %d: the repainted parts do not cover the change", round);
		}
		struct draw_list next = before;
		before = after;
		after = next;
		if (before.count > 80 || before.count < 8) {
			for (seed++; before.count < 20;) {
				add_any(&before, paint, &seed);
			}
		}
		paint_list(paint, &old_target, &before, whole());
	}
	paint_destroy(paint);
	draw_finish(&before);
	draw_finish(&after);
}

static void the_same_list_has_no_difference(void **state)
{
	struct draw_list a = {0}, b = {0};
	struct rect rects[2];

	(void)state;
	draw_clear(&a);
	draw_clear(&b);
	for (int i = 0; i < 2; i++) {
		struct draw_list *list = i ? &a : &b;
		draw_rect(list, whole(), 0, theme_light.colors[THEME_PAGE]);
		draw_text(list, (struct rect){10, 10, 50, 20}, DRAW_MEDIUM, 16, 0xFF, "sama");
	}
	assert_int_equal(draw_difference(&a, &b, rects, 2), 0);
	draw_text(&b, (struct rect){10, 40, 50, 20}, DRAW_MEDIUM, 16, 0xFF, "baru");
	assert_int_equal(draw_difference(&a, &b, rects, 2), 1);
	assert_true(rect_holds(rects[0], 10, 40) && rect_holds(rects[0], 59, 59));
	assert_false(rect_holds(rects[0], 100, 45));
	draw_finish(&a);
	draw_finish(&b);
}

static void a_changed_letter_repaints_its_text_only(void **state)
{
	struct draw_list a = {0}, b = {0};
	struct rect rects[4];

	(void)state;
	draw_clear(&a);
	draw_clear(&b);
	for (int i = 0; i < 2; i++) {
		struct draw_list *list = i ? &b : &a;
		draw_rect(list, (struct rect){0, 0, 1920, 1080}, 0, 0xFFFFFFFF);
		for (int row = 0; row < 40; row++) {
			draw_text(list, (struct rect){0, row * 20, 80, 20}, DRAW_MEDIUM, 16, 0xFF,
				row == 20 && i ? "K008" : "K007");
		}
	}
	assert_int_equal(draw_difference(&a, &b, rects, 4), 1);
	assert_true(rects[0].h < 40 && rects[0].w < 100);
	draw_finish(&a);
	draw_finish(&b);
}

static void what_cannot_be_seen_is_left_out(void **state)
{
	struct draw_list list = {0};

	(void)state;
	draw_clear(&list);
	draw_rect(&list, (struct rect){0, 0, 0, 10}, 0, 0xFF);
	draw_rect(&list, (struct rect){0, 0, 10, 10}, 0, 0x12345600);
	draw_text(&list, (struct rect){0, 0, 10, 10}, DRAW_MEDIUM, 16, 0xFF, "");
	draw_border(&list, (struct rect){0, 0, 10, 10}, 0, 0, 0xFF);
	assert_int_equal(list.count, 0);
	draw_finish(&list);
}

static void wiping_leaves_no_letter(void **state)
{
	struct draw_list list = {0};

	(void)state;
	draw_clear(&list);
	draw_text(&list, (struct rect){0, 0, 10, 10}, DRAW_MEDIUM, 16, 0xFF, "Siti Rahma");
	draw_wipe(&list);
	assert_int_equal(list.count, 0);
	for (size_t i = 0; i < list.room; i++) {
		assert_int_equal(list.bytes[i], 0);
	}
	draw_finish(&list);
}

static void prints_one_line_a_command(void **state)
{
	static const char wanted[] = "rect    1,2 3x4 r5 action\n"
				     "clip    0,0 9x9\n"
				     "text    6,7 8x9 semibold 32 ink \"Lanjut\"\n"
				     "icon    6,7 8x9 40 card check\n"
				     "clip    none\n"
				     "shadow  1,2 3x4 r24 card 1000\n"
				     "border  1,2 3x4 r5 w2 #12345678\n";
	struct draw_list list = {0};
	char printed[512] = "";

	(void)state;
	draw_clear(&list);
	draw_rect(&list, (struct rect){1, 2, 3, 4}, 5, theme_light.colors[THEME_ACTION]);
	draw_clip(&list, (struct rect){0, 0, 9, 9});
	draw_text(&list, (struct rect){6, 7, 8, 9}, DRAW_SEMIBOLD, 32,
		theme_light.colors[THEME_INK], "Lanjut");
	draw_text(&list, (struct rect){6, 7, 8, 9}, DRAW_ICONS, 40, 0xFFFFFFFF, "\uf12c");
	draw_clip(&list, DRAW_EVERYWHERE);
	draw_shadow(&list, (struct rect){1, 2, 3, 4}, 24, DRAW_SHADOW_CARD, 1000);
	draw_border(&list, (struct rect){1, 2, 3, 4}, 5, 2, 0x12345678);
	FILE *file = fmemopen(printed, sizeof(printed), "w");
	assert_non_null(file);
	draw_print(&list, file);
	fclose(file);
	draw_finish(&list);
	assert_string_equal(printed, wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repainting_the_difference_gives_the_same_pixels),
		cmocka_unit_test(the_same_list_has_no_difference),
		cmocka_unit_test(a_changed_letter_repaints_its_text_only),
		cmocka_unit_test(what_cannot_be_seen_is_left_out),
		cmocka_unit_test(wiping_leaves_no_letter),
		cmocka_unit_test(prints_one_line_a_command),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
