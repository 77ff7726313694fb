#include "tests/support/golden.h"

#include "app/ui/widget.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Every part in its states, laid out as the picture "components" of the look. */
enum { WIDTH = 1920, HEIGHT = 1480 };
enum { FIRST = 320, SECOND = 704, THIRD = 1088, FOURTH = 1472, WIDE = 320 };

static void hold(struct ui *ui, const char *id)
{
	snprintf(ui->pressed, sizeof(ui->pressed), "%s", id);
	ui->pressed_inside = true;
}

static void focus(struct ui *ui, const char *id)
{
	snprintf(ui->focus, sizeof(ui->focus), "%s", id);
	ui->focus_shown = true;
}

static void heading(struct ui *ui, int x, int y, const char *text)
{
	ui_text(ui, (struct rect){x, y, 400, 32}, UI_NOTE, UI_LEFT, THEME_INK2, text);
}

static void title(struct ui *ui, int y, const char *text)
{
	struct ui_style style = {DRAW_DISPLAY_BOLD, 32, 40};

	ui_text(ui, (struct rect){64, y, 240, 40}, style, UI_LEFT, THEME_INK, text);
}

static void button_row(struct ui *ui, int y, const char *label, struct ui_button look)
{
	static const int columns[] = {FIRST, SECOND, THIRD, FOURTH};
	static const char *const states[] = {"normal", "held", "focus", "disabled"};

	for (int i = 0; i < 4; i++) {
		char id[32];
		snprintf(id, sizeof(id), "%s.%s", label, states[i]);
		hold(ui, i == 1 ? id : "");
		ui->focus_shown = false;
		if (i == 2) {
			focus(ui, id);
		}
		look.disabled = i == 3;
		ui_button(ui, id, (struct rect){columns[i], y, WIDE, 96}, label, look);
	}
}

static void card(struct ui *ui, int x, int y, const char *id, struct ui_choice state)
{
	struct rect rect = {x, y, WIDE, 160};
	bool held = false;

	state.out_held = &held;
	ui_choice(ui, id, rect, state);
	if (state.disabled) {
		ui_icon_tile_disabled(ui, x + 32, y + 40, 80, "forum");
	} else {
		ui_icon_tile(ui, x + 32, y + 40, 80, "forum", held || state.selected);
	}
	ui_text(ui, (struct rect){x + 136, y, 160, 160}, UI_LABEL, UI_LEFT,
		state.disabled ? THEME_DISABLED : THEME_INK, "Pilihan");
}

static void cards(struct ui *ui)
{
	ui->focus_shown = false;
	hold(ui, "");
	card(ui, FIRST, 496, "card.normal", (struct ui_choice){0});
	hold(ui, "card.held");
	card(ui, SECOND, 496, "card.held", (struct ui_choice){0});
	hold(ui, "");
	focus(ui, "card.focus");
	card(ui, THIRD, 496, "card.focus", (struct ui_choice){0});
	card(ui, FOURTH, 496, "card.off", (struct ui_choice){.disabled = true});
	card(ui, FIRST, 696, "card.chosen", (struct ui_choice){.selected = true});
	ui->inverse = (struct rect){0};
}

static void switches_and_chips(struct ui *ui)
{
	int x = THIRD;

	heading(ui, SECOND, 696, "sakelar mati \u00b7 hidup");
	ui_switch(ui, "switch.off", (struct rect){SECOND, 752, 96, 56}, SECOND, false);
	ui_switch(ui, "switch.on", (struct rect){SECOND + 128, 752, 96, 56}, SECOND + 128, true);
	heading(ui, THIRD, 696, "keping");
	x += ui_chip(ui, x, 744, UI_LEFT, UI_TONE_OK, NULL, "Gratis") + 16;
	x += ui_chip(ui, x, 744, UI_LEFT, UI_TONE_SOON, NULL, "Berbayar") + 16;
	x += ui_chip(ui, x, 744, UI_LEFT, UI_TONE_TINT, NULL, "Nol rupiah") + 16;
	x += ui_chip(ui, x, 744, UI_LEFT, UI_TONE_TINT, "heart", "Prioritas") + 16;
	ui_chip(ui, x, 744, UI_LEFT, UI_TONE_LATE, NULL, "Terlambat");
	x = THIRD + ui_state_chip(ui, THIRD, 800, UI_LEFT, UI_TONE_OK, "Buka sampai 15.30") + 16;
	ui_state_chip(ui, x, 800, UI_LEFT, UI_TONE_SUNK, "Tutup");
}

static void fields(struct ui *ui)
{
	ui_field(ui, "field.normal", (struct rect){FIRST, 932, 352, 96}, "",
		(struct ui_field){
			.label = "Nama", .placeholder = "Nama lengkap", .note = "normal"});
	ui_field(ui, "field.focused", (struct rect){SECOND, 932, 352, 96}, "Siti Ra",
		(struct ui_field){.label = "Nama", .note = "sedang diisi", .focused = true});
	ui_field(ui, "field.error", (struct rect){THIRD, 932, 352, 96}, "siti@",
		(struct ui_field){
			.label = "Alamat email", .error = "Belum lengkap", .focused = true});
	ui_field(ui, "field.off", (struct rect){FOURTH, 932, 384, 96}, "0812 3456",
		(struct ui_field){.label = "Nomor HP", .note = "nonaktif", .disabled = true});
}

static void bars(struct ui *ui)
{
	static const struct {
		int x, count_s;
		enum theme_token color;
		const char *phase, *clock;
	} clocks[] = {
		{FIRST, 252, THEME_OK_INK, "Tepat waktu", "04.12"},
		{844, 506, THEME_SOON_INK, "3 menit terakhir", "08.26"},
		{1368, 683, THEME_LATE_INK, "Terlambat 01.23", "11.23"},
	};
	struct ui_style style = {DRAW_SEMIBOLD, 28, 40};

	for (int i = 0; i < 3; i++) {
		struct rect line = {clocks[i].x, 1300, 488, 40};
		ui_text(ui, line, style, UI_LEFT, clocks[i].color, clocks[i].phase);
		ui_counter(ui, line, DRAW_SEMIBOLD, 28, UI_RIGHT, clocks[i].color, clocks[i].clock);
		ui_clock_bar(ui, (struct rect){clocks[i].x, 1348, 488, 16}, 600, clocks[i].count_s,
			false, false);
	}
	ui_steps(ui, (struct rect){FIRST, 1428, 1536, 8}, 4, 2);
}

static void frame(struct ui *ui)
{
	ui_begin(ui, NULL);
	ui_canvas(ui, WIDTH, HEIGHT);
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	heading(ui, FIRST, 24, "normal");
	heading(ui, SECOND, 24, "ditekan");
	heading(ui, THIRD, 24, "fokus (papan tombol)");
	heading(ui, FOURTH, 24, "nonaktif");
	title(ui, 108, "Tombol utama");
	button_row(ui, 80, "Lanjut",
		(struct ui_button){.kind = UI_PRIMARY, .icon = "arrow-right", .icon_right = true});
	title(ui, 244, "Kedua");
	button_row(
		ui, 216, "Kembali", (struct ui_button){.kind = UI_SECONDARY, .icon = "arrow-left"});
	title(ui, 380, "Tenang");
	button_row(ui, 352, "Lewati", (struct ui_button){.kind = UI_QUIET});
	title(ui, 556, "Kartu");
	title(ui, 756, "Terpilih");
	cards(ui);
	ui->focus_shown = false;
	switches_and_chips(ui);
	title(ui, 948, "Isian");
	fields(ui);
	title(ui, 1316, "Jam janji");
	title(ui, 1412, "Langkah");
	bars(ui);
	ui_end(ui);
}

static void shows_every_part(void **state)
{
	struct ui ui;

	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	frame(&ui);
	golden_text("components", &ui.list);
	golden_picture("components", &ui.list, WIDTH, HEIGHT);
	golden_finish(&ui);
}

static void shows_every_part_in_high_contrast(void **state)
{
	struct ui ui;

	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	ui.theme = &theme_contrast;
	frame(&ui);
	golden_text("components-contrast", &ui.list);
	golden_picture("components-contrast", &ui.list, WIDTH, HEIGHT);
	golden_finish(&ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_every_part),
		cmocka_unit_test(shows_every_part_in_high_contrast),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
