#include "tests/support/golden.h"

#include "app/ui/keyboard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The keyboard's panel in each layout, as it stands under a field. */
static void frame(struct ui *ui, struct keyboard *keyboard)
{
	char text[64] = "";
	bool refused;

	ui_begin(ui, NULL);
	ui_canvas(ui, 1920, 1080);
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	keyboard_frame(ui, keyboard, text, sizeof(text), &refused);
	ui_end(ui);
}

static void shows_layout(const char *name, enum keyboard_layout layout, int page)
{
	struct keyboard keyboard;
	struct ui ui;

	golden_start(&ui, "id", 1920, 1080);
	keyboard_start(&keyboard, layout, "");
	keyboard.page = page;
	frame(&ui, &keyboard);
	golden_text(name, &ui.list);
	golden_finish(&ui);
}

static void shows_every_layout(void **state)
{
	(void)state;
	shows_layout("keyboard-name", KEYBOARD_NAME, 0);
	shows_layout("keyboard-name-symbols", KEYBOARD_NAME, 1);
	shows_layout("keyboard-text", KEYBOARD_TEXT, 0);
	shows_layout("keyboard-text-symbols", KEYBOARD_TEXT, 1);
	shows_layout("keyboard-email-symbols", KEYBOARD_EMAIL, 1);
	shows_layout("keyboard-phone", KEYBOARD_PHONE, 0);
	shows_layout("keyboard-digits", KEYBOARD_DIGITS, 0);
	shows_layout("keyboard-code", KEYBOARD_CODE, 0);
}

static void paints_keys_held_focused_and_shifted(void **state)
{
	struct keyboard keyboard;
	struct ui ui;

	(void)state;
	golden_start(&ui, "id", 1920, 1080);
	keyboard_start(&keyboard, KEYBOARD_EMAIL, "");
	keyboard.shift = true;
	snprintf(ui.pressed, sizeof(ui.pressed), "key.g");
	ui.pressed_inside = true;
	snprintf(ui.focus, sizeof(ui.focus), "key.d");
	ui.focus_shown = true;
	frame(&ui, &keyboard);
	golden_text("keyboard-email", &ui.list);
	golden_picture("keyboard-email", &ui.list, 1920, 1080);
	ui.theme = &theme_contrast;
	frame(&ui, &keyboard);
	golden_picture("keyboard-email-contrast", &ui.list, 1920, 1080);
	golden_finish(&ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_every_layout),
		cmocka_unit_test(paints_keys_held_focused_and_shifted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
