#include "tests/support/golden.h"

#include "app/ui/widget.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* The parts that the picture "components" leaves out: segment, banners, bars on other grounds,
 * marks, counters, the hero and a dialog over it all. */
enum { WIDTH = 1920, HEIGHT = 1080 };

static void draw_hero(struct ui *ui)
{
	struct rect hero = {64, 64, 760, 280};

	ui_shadow(ui, hero, 32, DRAW_SHADOW_HERO);
	ui_fill(ui, hero, 32, THEME_ACTION);
	ui_icon_tile(ui, 120, 112, 96, "ticket-confirmation", true);
	ui_text(ui, (struct rect){120, 220, 640, 112}, UI_HERO, UI_LEFT, THEME_ON_ACTION,
		"Ambil nomor");
}

static void draw_segments(struct ui *ui)
{
	const char *const names[2] = {"Indonesia", "English"}, *const codes[2] = {"ID", "EN"};

	ui_segment(ui, "long", (struct rect){64, 400, 412, 96}, names, 0);
	ui->panel = (struct rect){500, 380, 400, 136};
	ui_fill(ui, ui->panel, 0, THEME_PANEL);
	ui_segment(ui, "short", (struct rect){520, 400, 182, 96}, codes, 1);
	ui_button(ui, "quiet", (struct rect){720, 400, 160, 96}, "Lewati",
		(struct ui_button){.kind = UI_QUIET});
}

static void draw_bars(struct ui *ui)
{
	ui_countdown(ui, (struct rect){64, 560, 760, 16}, 0.62);
	ui_countdown(ui, (struct rect){64, 600, 760, 24}, 1);
	ui_fill(ui, (struct rect){960, 64, 896, 160}, 24, THEME_NIGHT);
	ui_clock_bar(ui, (struct rect){1000, 100, 816, 24}, 600, 500, true, false);
	ui_clock_bar(ui, (struct rect){1000, 160, 816, 24}, 600, 0, true, false);
	ui_fill(ui, (struct rect){960, 256, 896, 160}, 24, THEME_LATE);
	ui_clock_bar(ui, (struct rect){1000, 290, 816, 16}, 600, 683, false, true);
	ui_clock_bar(ui, (struct rect){1000, 340, 816, 16}, 600, 5000, false, true);
	ui_clock_bar(ui, (struct rect){960, 440, 896, 16}, 120, 90, false, false);
}

static void draw_rest(struct ui *ui)
{
	ui_banner(ui, (struct rect){960, 480, 896, 112}, UI_TONE_SOON, "printer-alert",
		"Kertas tiket habis. Nomor Anda tetap berlaku.", "Petugas sudah diberi tahu.");
	ui_banner(ui, (struct rect){960, 616, 896, 112}, UI_TONE_LATE, "alert-circle",
		"Printer tidak tersambung.", NULL);
	ui_mark(ui, 64, 720, 56, false);
	ui_mark(ui, 160, 760, 112, false);
	ui_counter(ui, (struct rect){320, 660, 500, 120}, DRAW_DISPLAY_BOLD, 96, UI_LEFT, THEME_INK,
		"10.31.24");
	ui_card(ui, (struct rect){64, 800, 400, 200});
	ui_paragraph(ui, (struct rect){96, 832, 336, 136}, UI_CARD_TEXT, UI_LEFT, THEME_INK2,
		"Anda dilayani paling lama *10 menit* setelah pengunjung sebelum Anda selesai.");
}

static void draw_dialog(struct ui *ui)
{
	struct rect dialog = {480, 800, 960, 240};

	ui_modal_begin(ui);
	ui_dialog(ui, dialog);
	ui_icon_tile(ui, 536, 840, 96, "timer-sand", false);
	ui_text(ui, (struct rect){664, 848, 700, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		"Masih di sini?");
	ui_modal_end(ui);
}

static void shows(const char *name, const struct theme *theme)
{
	struct ui ui;

	golden_start(&ui, "id", WIDTH, HEIGHT);
	ui.theme = theme;
	ui_begin(&ui, NULL);
	ui_fill(&ui, ui_screen(&ui), 0, THEME_PAGE);
	draw_hero(&ui);
	draw_segments(&ui);
	draw_bars(&ui);
	draw_rest(&ui);
	draw_dialog(&ui);
	ui_end(&ui);
	golden_text(name, &ui.list);
	golden_picture(name, &ui.list, WIDTH, HEIGHT);
	golden_finish(&ui);
}

static void shows_the_parts(void **state)
{
	(void)state;
	shows("parts", &theme_light);
}

static void shows_the_parts_in_high_contrast(void **state)
{
	(void)state;
	shows("parts-contrast", &theme_contrast);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_the_parts),
		cmocka_unit_test(shows_the_parts_in_high_contrast),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
