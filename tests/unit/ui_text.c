#include "app/ui/ui.h"

#include "tests/unit/check.h"

#include <string.h>

/* Every character is half an em wide, bold ones too. */
static int measure(void *context, enum draw_face face, int size, const char *text)
{
	int count = 0;

	(void)context;
	(void)face;
	for (; *text; text++) {
		count += (*text & 0xC0) != 0x80;
	}
	return count * size / 2;
}

static void start(struct ui *ui, int width, int height)
{
	ui_init(ui);
	ui->measure = measure;
	ui->width = width;
	ui->height = height;
	ui_begin(ui, NULL);
	ui_canvas(ui, 1000, 500);
}

static const char *text_at(const struct ui *ui, size_t index)
{
	assert_true(index < ui->list.count);
	return draw_command_text(&ui->list, &ui->list.commands[index]);
}

/* 24-unit notes: 12 units a character, so 120 units hold ten. */
static void wraps_between_words(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	int height = ui_paragraph(&ui, (struct rect){0, 0, 120, 200}, UI_NOTE, UI_LEFT, THEME_INK,
		"satu dua tiga  empat");
	assert_int_equal(height, 96);
	assert_int_equal(ui.list.count, 3);
	assert_string_equal(text_at(&ui, 0), "satu dua");
	assert_string_equal(text_at(&ui, 1), "tiga");
	assert_string_equal(text_at(&ui, 2), "empat");
	assert_int_equal(ui_paragraph_height(&ui, 120, UI_NOTE, "satu dua tiga  empat"), height);
	ui_finish(&ui);
}

static void breaks_a_word_longer_than_the_line_between_characters(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	ui_paragraph(
		&ui, (struct rect){0, 0, 50, 200}, UI_NOTE, UI_LEFT, THEME_INK, "ab\u00e9cdef");
	assert_string_equal(text_at(&ui, 0), "ab\u00e9c");
	assert_string_equal(text_at(&ui, 1), "def");
	ui_finish(&ui);
}

static void a_line_too_narrow_for_one_character_still_ends(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	assert_int_equal(ui_paragraph_height(&ui, 1, UI_NOTE, "abc"), 96);
	assert_int_equal(ui_paragraph_height(&ui, 1, UI_NOTE, ""), 0);
	assert_int_equal(ui_paragraph_height(&ui, 1, UI_NOTE, "   "), 96 / 3);
	ui_finish(&ui);
}

static void stars_change_the_weight_and_are_not_drawn(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	ui_paragraph(&ui, (struct rect){0, 0, 900, 200}, UI_NOTE, UI_LEFT, THEME_INK,
		"paling lama *10 menit* saja");
	assert_int_equal(ui.list.count, 3);
	assert_string_equal(text_at(&ui, 1), "10 menit");
	assert_int_equal(ui.list.commands[0].face, DRAW_REGULAR);
	assert_int_equal(ui.list.commands[1].face, DRAW_SEMIBOLD);
	assert_int_equal(ui.list.commands[1].rect.x, 12 * 12);
	assert_int_equal(ui.list.commands[2].face, DRAW_REGULAR);
	ui_finish(&ui);
}

static void a_weight_goes_on_in_the_next_line(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	ui_paragraph(&ui, (struct rect){0, 0, 120, 200}, UI_NOTE, UI_LEFT, THEME_INK,
		"a *bbbbbb cccccc* d");
	assert_string_equal(text_at(&ui, 2), "cccccc");
	assert_int_equal(ui.list.commands[2].face, DRAW_SEMIBOLD);
	assert_string_equal(text_at(&ui, 3), " d");
	assert_int_equal(ui.list.commands[3].face, DRAW_REGULAR);
	ui_finish(&ui);
}

static void sizes_follow_the_canvas(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 2000, 1200);
	assert_float_equal(ui.scale, 2.0, 1e-9);
	assert_int_equal(ui.origin_y, 100);
	struct rect pixels = ui_rect(&ui, (struct rect){10, 20, 30, 40});
	assert_int_equal(pixels.x, 20);
	assert_int_equal(pixels.y, 140);
	assert_int_equal(pixels.w, 60);
	struct rect screen = ui_screen(&ui);
	assert_int_equal(screen.y, -50);
	assert_int_equal(screen.h, 600);
	assert_int_equal(ui_text_width(&ui, UI_NOTE, "abcd"), 48);
	ui_finish(&ui);
}

static void text_is_placed_by_its_alignment(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	ui_text(&ui, (struct rect){100, 50, 200, 96}, UI_NOTE, UI_RIGHT, THEME_INK, "abcd");
	assert_int_equal(ui.list.commands[0].rect.x, 300 - 48);
	assert_int_equal(ui.list.commands[0].rect.y, 50 + 32);
	assert_int_equal(ui.list.commands[0].rect.h, 32);
	ui_text(&ui, (struct rect){100, 50, 200, 96}, UI_NOTE, UI_CENTER, THEME_INK, "abcd");
	assert_int_equal(ui.list.commands[1].rect.x, 100 + (200 - 48) / 2);
	ui_finish(&ui);
}

static void a_counter_stands_still_in_its_cells(void **state)
{
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	ui_counter(&ui, (struct rect){0, 0, 500, 60}, DRAW_DISPLAY_BOLD, 50, UI_RIGHT, THEME_INK,
		"04.12");
	assert_int_equal(ui.list.count, 5);
	int first = ui.list.commands[0].rect.x;
	assert_int_equal(ui.list.commands[1].rect.x - first, 31);
	/* 4 × 0.62 + 0.28 em end at the right edge */
	assert_int_equal(first, 500 - 138 + (31 - 25) / 2);
	ui_finish(&ui);
}

static void the_first_text_that_fits_is_taken(void **state)
{
	const char *const texts[] = {"Rekomendasi Kegiatan", "Rekomendasi", "Rek", NULL};
	struct ui ui;

	(void)state;
	start(&ui, 1000, 500);
	assert_string_equal(ui_fitting(&ui, 400, UI_NOTE, texts), texts[0]);
	assert_string_equal(ui_fitting(&ui, 150, UI_NOTE, texts), texts[1]);
	assert_string_equal(ui_fitting(&ui, 10, UI_NOTE, texts), texts[2]);
	ui_finish(&ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps_between_words),
		cmocka_unit_test(breaks_a_word_longer_than_the_line_between_characters),
		cmocka_unit_test(a_line_too_narrow_for_one_character_still_ends),
		cmocka_unit_test(stars_change_the_weight_and_are_not_drawn),
		cmocka_unit_test(a_weight_goes_on_in_the_next_line),
		cmocka_unit_test(sizes_follow_the_canvas),
		cmocka_unit_test(text_is_placed_by_its_alignment),
		cmocka_unit_test(a_counter_stands_still_in_its_cells),
		cmocka_unit_test(the_first_text_that_fits_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
