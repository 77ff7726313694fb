#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include "app/ui/widget.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* The inspections find what they are there for, and nothing on a good screen. */
enum { WIDTH = 1920, HEIGHT = 1080 };

static const struct rect CARD = {100, 100, 400, 200};
static const struct ui_style STYLE = {DRAW_REGULAR, 28, 40};

static struct ui ui;
static struct inspection found;

static int setup(void **state)
{
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	ui.ppm = 4.03;
	found = (struct inspection){0};
	ui_begin(&ui, NULL);
	ui_fill(&ui, ui_screen(&ui), 0, THEME_PAGE);
	ui_card(&ui, CARD);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	golden_finish(&ui);
	return 0;
}

static void write_at(int x, int y, enum theme_token color, const char *text)
{
	ui_text(&ui, (struct rect){x, y, 300, 40}, STYLE, UI_LEFT, color, text);
}

static void inspect(void)
{
	ui_end(&ui);
	inspect_texts(&found, "here", &ui);
	inspect_edges(&found, "here", &ui);
	inspect_targets(&found, "here", &ui, NULL);
	inspect_contrast(&found, "here", &ui);
}

static void assert_found(const char *words)
{
	inspect();
	if (found.faults != 1 || strstr(found.words, words) == NULL) {
		fail_msg("not \"%s\" but %d: %s", words, found.faults, found.words);
	}
}

static void test_a_good_screen_has_no_fault(void **state)
{
	(void)state;
	write_at(120, 120, THEME_INK, "Konsultasi");
	write_at(120, 160, THEME_INK2, "Perpustakaan");
	ui_button(&ui, "one", (struct rect){100, 400, 300, 96}, "Lanjut",
		(struct ui_button){.kind = UI_PRIMARY, .icon = "arrow-right"});
	ui_button(&ui, "two", (struct rect){400, 400, 300, 96}, "Tunggu",
		(struct ui_button){.kind = UI_PRIMARY, .disabled = true});
	inspect();
	assert_string_equal(found.words, "");
	assert_int_equal(found.faults, 0);
}

static void test_a_text_that_leaves_its_card(void **state)
{
	(void)state;
	write_at(380, 120, THEME_INK, "Konsultasi Statistik");
	assert_found("leaves its surface");
}

/* Most of it is on the ground; its top is still on the card. */
static void test_a_text_that_hangs_out_below(void **state)
{
	(void)state;
	write_at(120, CARD.y + CARD.h - 14, THEME_INK, "Konsultasi");
	assert_found("leaves its surface");
}

static void test_a_text_that_leaves_the_screen(void **state)
{
	(void)state;
	write_at(WIDTH - 100, 600, THEME_INK, "Konsultasi Statistik");
	assert_found("leaves the screen");
}

static void test_a_text_that_is_clipped(void **state)
{
	(void)state;
	ui_clip(&ui, (struct rect){100, 100, 100, 200});
	write_at(120, 120, THEME_INK, "Konsultasi");
	ui_unclip(&ui);
	assert_found("cut by its clip");
}

static void test_texts_that_overlap(void **state)
{
	(void)state;
	write_at(120, 120, THEME_INK, "Konsultasi");
	write_at(180, 136, THEME_INK, "Perpustakaan");
	assert_found("overlaps \"Perpustakaan\"");
}

static void test_a_text_under_an_edge(void **state)
{
	(void)state;
	write_at(120, 120, THEME_INK, "Konsultasi");
	ui_outline(&ui, (struct rect){110, 144, 300, 80}, 16, 4, THEME_EDGE);
	assert_found("crossed by an edge");
}

static void test_a_text_half_covered(void **state)
{
	(void)state;
	write_at(120, 120, THEME_INK, "Konsultasi");
	ui_fill(&ui, (struct rect){100, 100, 100, 100}, 0, THEME_ACTION);
	assert_found("half covered");
}

static void test_what_lies_under_a_dialog_is_not_looked_at(void **state)
{
	(void)state;
	write_at(380, 120, THEME_INK, "Konsultasi Statistik");
	ui_modal_begin(&ui);
	ui_dialog(&ui, (struct rect){800, 600, 400, 200});
	ui_modal_end(&ui);
	inspect();
	assert_string_equal(found.words, "");
}

static void test_a_faint_text(void **state)
{
	(void)state;
	write_at(120, 120, THEME_LINE, "Konsultasi");
	assert_found("has a contrast of 1.36");
}

/* White on a blue bar that ends under the text. */
static void test_a_text_faint_at_its_end(void **state)
{
	(void)state;
	ui_fill(&ui, (struct rect){110, 110, 100, 60}, 0, THEME_ACTION);
	ui_text(&ui, (struct rect){120, 120, 300, 40}, STYLE, UI_LEFT, THEME_WHITE,
		"Konsultasi Statistik");
	inspect();
	assert_non_null(strstr(found.words, "has a contrast of 1.0"));
}

static void test_an_icon_may_be_fainter_than_a_text(void **state)
{
	(void)state;
	ui_icon(&ui, CARD, 48, THEME_EDGE, "clock"); /* 3.7 on a card */
	inspect();
	assert_string_equal(found.words, "");
	write_at(120, 120, THEME_EDGE, "Konsultasi");
	assert_found("has a contrast of 3.7");
}

static void test_small_targets(void **state)
{
	(void)state;
	ui_touch(&ui, "small", (struct rect){100, 400, 79, 96}, NULL, NULL);
	assert_found("small is 79 x 96 px, not 80");
	found = (struct inspection){0};
	static const char *const one[] = {"small", NULL}, *const all[] = {"smal.", "s.", NULL};
	inspect_targets(&found, "here", &ui, one);
	assert_int_equal(found.faults, 0);
	inspect_targets(&found, "here", &ui, all);
	assert_int_equal(found.faults, 1);
}

static void test_the_size_of_the_screen_must_be_known(void **state)
{
	(void)state;
	ui.ppm = 0;
	assert_found("not known");
}

static void test_targets_that_overlap_or_leave_the_screen(void **state)
{
	(void)state;
	ui_touch(&ui, "one", (struct rect){100, 400, 100, 100}, NULL, NULL);
	ui_touch(&ui, "two", (struct rect){199, 400, 100, 100}, NULL, NULL);
	assert_found("one overlaps two");
	ui_touch(&ui, "three", (struct rect){WIDTH - 50, 400, 100, 100}, NULL, NULL);
	found = (struct inspection){0};
	inspect_targets(&found, "here", &ui, NULL);
	assert_non_null(strstr(found.words, "three leaves the screen"));
}

static void test_ratios_are_those_of_look_md(void **state)
{
	(void)state;
	assert_true(inspect_ratio(0x000000FF, 0xFFFFFFFF) > 20.99);
	assert_float_equal(inspect_ratio(0x0B2545FF, 0xFFFFFFFF), 15.4, 0.05);
	assert_float_equal(inspect_ratio(0xF1F5FAFF, 0x6F87A1FF), 3.4, 0.05);
	assert_float_equal(inspect_ratio(0xFFDD00FF, 0x000000FF), 15.6, 0.05);
}

#define INSPECTION(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		INSPECTION(test_a_good_screen_has_no_fault),
		INSPECTION(test_a_text_that_leaves_its_card),
		INSPECTION(test_a_text_that_hangs_out_below),
		INSPECTION(test_a_text_that_leaves_the_screen),
		INSPECTION(test_a_text_that_is_clipped),
		INSPECTION(test_texts_that_overlap),
		INSPECTION(test_a_text_half_covered),
		INSPECTION(test_a_text_under_an_edge),
		INSPECTION(test_what_lies_under_a_dialog_is_not_looked_at),
		INSPECTION(test_a_faint_text),
		INSPECTION(test_a_text_faint_at_its_end),
		INSPECTION(test_an_icon_may_be_fainter_than_a_text),
		INSPECTION(test_small_targets),
		INSPECTION(test_the_size_of_the_screen_must_be_known),
		INSPECTION(test_targets_that_overlap_or_leave_the_screen),
		INSPECTION(test_ratios_are_those_of_look_md),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
