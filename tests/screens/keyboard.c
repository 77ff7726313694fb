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

/* ---- screens that have not room for all keys at once ---- */

enum { PAGES = 3, KEYS = 160 };

struct keys {
	char ids[KEYS][UI_ID_SIZE];
	size_t count;
};

static bool holds(const struct keys *keys, const char *id)
{
	for (size_t i = 0; i < keys->count; i++) {
		if (strcmp(keys->ids[i], id) == 0) {
			return true;
		}
	}
	return false;
}

/* The keys of all pages, which stand on its ground, as large as a finger needs. */
static void collect(struct keys *keys, enum keyboard_layout layout, int width, int height)
{
	struct keyboard keyboard;
	struct ui ui;
	char text[64] = "";
	bool refused;

	golden_start(&ui, "id", width, height);
	keyboard_start(&keyboard, layout, "");
	for (int page = 0; page < PAGES; page++) {
		keyboard.page = page;
		ui_begin(&ui, NULL);
		ui_canvas(&ui, width, height);
		keyboard_frame(&ui, &keyboard, text, sizeof(text), &refused);
		ui_end(&ui);
		for (size_t i = 0; i < ui.spot_count; i++) {
			const struct rect rect = ui.spots[i].rect;
			assert_true(rect.w >= 80 && rect.h >= 80);
			assert_true(rect.x >= 0 && rect.x + rect.w <= width);
			assert_true(rect.y >= keyboard_top(&ui) && rect.y + rect.h <= height);
			if (!holds(keys, ui.spots[i].id)) {
				assert_true(keys->count < KEYS);
				snprintf(
					keys->ids[keys->count++], UI_ID_SIZE, "%s", ui.spots[i].id);
			}
		}
	}
	golden_finish(&ui);
}

/* Whatever the wide keyboard types, the others do on one of their pages; endings such as ".com" are
 * typed letter by letter. */
static void every_key_is_on_every_screen(void **state)
{
	static const int sizes[][2] = {{1080, 1920}, {870, 544}, {546, 874}, {525, 897}};

	(void)state;
	for (int layout = KEYBOARD_NAME; layout <= KEYBOARD_CODE; layout++) {
		struct keys wide = {0};
		collect(&wide, (enum keyboard_layout)layout, 1920, 1080);
		assert_true(wide.count > 10);
		for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
			struct keys keys = {0};
			collect(&keys, (enum keyboard_layout)layout, sizes[i][0], sizes[i][1]);
			for (size_t j = 0; j < wide.count; j++) {
				const char *id = wide.ids[j];
				const bool ending = strchr(id + 4, '.') && strlen(id) > 5;
				/* All are on one page. */
				const bool page =
					layout == KEYBOARD_CODE && strcmp(id, "key.symbols") == 0;
				if (!ending && !page && !holds(&keys, id)) {
					fail_msg("%d x %d has no %s", sizes[i][0], sizes[i][1], id);
				}
			}
		}
	}
}

/* An e-mail address holds no blank, so no key types one; endings have its room. */
static void an_address_has_no_space(void **state)
{
	static const int sizes[][2] = {
		{1920, 1080}, {1080, 1920}, {870, 544}, {546, 874}, {525, 897}};

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct keys keys = {0};
		collect(&keys, KEYBOARD_EMAIL, sizes[i][0], sizes[i][1]);
		assert_false(holds(&keys, "key.space"));
		assert_true(holds(&keys, "key.@gmail.com"));
		assert_true(holds(&keys, "key.@yahoo.com"));
		assert_true(holds(&keys, "key..go.id"));
	}
}

static void shows_the_upright_ones(void **state)
{
	static const struct {
		const char *name;
		enum keyboard_layout layout;
		int page;
	} rows[] = {{"keyboard-upright-name", KEYBOARD_NAME, 0},
		{"keyboard-upright-name-2", KEYBOARD_NAME, 1},
		{"keyboard-upright-name-3", KEYBOARD_NAME, 2},
		{"keyboard-upright-text-2", KEYBOARD_TEXT, 1},
		{"keyboard-upright-text-3", KEYBOARD_TEXT, 2},
		{"keyboard-upright-email", KEYBOARD_EMAIL, 0},
		{"keyboard-upright-email-2", KEYBOARD_EMAIL, 1},
		{"keyboard-upright-phone", KEYBOARD_PHONE, 0},
		{"keyboard-upright-code", KEYBOARD_CODE, 0}};
	struct keyboard keyboard;
	struct ui ui;
	char text[64] = "";
	bool refused;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		golden_start(&ui, "id", 546, 874);
		keyboard_start(&keyboard, rows[i].layout, "");
		keyboard.page = rows[i].page;
		ui_begin(&ui, NULL);
		ui_canvas(&ui, 546, 874);
		keyboard_frame(&ui, &keyboard, text, sizeof(text), &refused);
		ui_end(&ui);
		golden_text(rows[i].name, &ui.list);
		golden_finish(&ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_every_layout),
		cmocka_unit_test(paints_keys_held_focused_and_shifted),
		cmocka_unit_test(every_key_is_on_every_screen),
		cmocka_unit_test(an_address_has_no_space),
		cmocka_unit_test(shows_the_upright_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
