#include "app/ui/keyboard.h"

#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

static int measure(void *context, enum draw_face face, int size, const char *text)
{
	(void)context;
	(void)face;
	return (int)strlen(text) * size / 2;
}

struct desk {
	struct ui ui;
	struct keyboard keyboard;
	struct language *language;
	char text[16];
	bool refused;
};

static void frame(struct desk *desk, enum ui_event_kind kind, const char *text, bool *out_changed)
{
	struct ui_event event = {.kind = kind};

	snprintf(event.text, sizeof(event.text), "%s", text);
	ui_begin(&desk->ui, &event);
	*out_changed = keyboard_frame(
		&desk->ui, &desk->keyboard, desk->text, sizeof(desk->text), &desk->refused);
	ui_end(&desk->ui);
}

/* Taps the keys, in words parted by blanks. */
static void tap(struct desk *desk, const char *keys)
{
	char id[UI_ID_SIZE];
	bool changed;

	while (*keys) {
		size_t length = strcspn(keys, " ");
		snprintf(id, sizeof(id), "key.%.*s", (int)length, keys);
		frame(desk, UI_TAP_ID, id, &changed);
		assert_true(desk->ui.event_used);
		keys += length + (keys[length] == ' ');
	}
}

static void start(struct desk *desk, enum keyboard_layout layout)
{
	char texts[1024];

	*desk = (struct desk){0};
	snprintf(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	desk->language = language_open(texts, "id");
	assert_non_null(desk->language);
	ui_init(&desk->ui);
	desk->ui.measure = measure;
	desk->ui.width = 1920;
	desk->ui.height = 1080;
	desk->ui.language = desk->language;
	keyboard_start(&desk->keyboard, layout, "");
}

static void finish(struct desk *desk)
{
	ui_finish(&desk->ui);
	language_close(desk->language);
}

static void names_start_every_word_with_a_capital(void **state)
{
	struct desk desk;

	(void)state;
	start(&desk, KEYBOARD_NAME);
	tap(&desk, "s i t i space r a h");
	assert_string_equal(desk.text, "Siti Rah");
	finish(&desk);
}

static void shift_is_for_one_letter(void **state)
{
	struct desk desk;

	(void)state;
	start(&desk, KEYBOARD_TEXT);
	tap(&desk, "a shift b c shift shift d");
	assert_string_equal(desk.text, "aBcd");
	finish(&desk);
}

static void backspace_takes_one_character(void **state)
{
	struct desk desk;
	bool changed;

	(void)state;
	start(&desk, KEYBOARD_NAME);
	tap(&desk, "a symbols \u00e9");
	assert_string_equal(desk.text, "A\u00e9");
	tap(&desk, "backspace");
	assert_string_equal(desk.text, "A");
	frame(&desk, UI_KEY, "backspace", &changed);
	assert_true(changed);
	assert_string_equal(desk.text, "");
	assert_true(desk.keyboard.shift);
	frame(&desk, UI_KEY, "backspace", &changed);
	assert_false(changed);
	for (size_t i = 0; i < sizeof(desk.text); i++) {
		assert_int_equal(desk.text[i], 0); /* nothing erased lingers */
	}
	finish(&desk);
}

static void capital_accents(void **state)
{
	struct desk desk;

	(void)state;
	start(&desk, KEYBOARD_NAME);
	tap(&desk, "symbols \u00e9 \u00f1");
	assert_string_equal(desk.text, "\u00c9\u00f1");
	finish(&desk);
}

static void email_shortcuts_are_added_whole_or_not_at_all(void **state)
{
	struct desk desk;

	(void)state;
	start(&desk, KEYBOARD_EMAIL);
	tap(&desk, "s i t i @gmail.com");
	assert_string_equal(desk.text, "siti@gmail.com");
	assert_false(desk.refused);
	tap(&desk, ".id");
	assert_true(desk.refused);
	assert_string_equal(desk.text, "siti@gmail.com");
	finish(&desk);
}

static void a_real_keyboard_types_too(void **state)
{
	struct desk desk;
	bool changed;

	(void)state;
	start(&desk, KEYBOARD_PHONE);
	frame(&desk, UI_TEXT, "0", &changed);
	assert_true(changed && desk.ui.tapped_any);
	frame(&desk, UI_TEXT, "x", &changed);
	assert_false(changed);
	assert_true(desk.refused);
	assert_string_equal(desk.text, "0");
	tap(&desk, "8 1 2 + -");
	assert_string_equal(desk.text, "0812+-");
	finish(&desk);
}

static void codes_are_capital_letters_and_digits(void **state)
{
	struct desk desk;
	bool changed;

	(void)state;
	start(&desk, KEYBOARD_CODE);
	tap(&desk, "a 7 z");
	frame(&desk, UI_TEXT, "k", &changed);
	frame(&desk, UI_TEXT, "Q", &changed);
	assert_true(changed);
	assert_string_equal(desk.text, "A7ZKQ");
	frame(&desk, UI_TEXT, " ", &changed);
	assert_false(changed);
	assert_true(desk.refused);
	frame(&desk, UI_TEXT, "\u00e9", &changed);
	assert_true(desk.refused);
	assert_string_equal(desk.text, "A7ZKQ");
	finish(&desk);
}

static void what_is_not_text_is_refused(void **state)
{
	struct keyboard keyboard = {.layout = KEYBOARD_TEXT};
	char text[8] = "";

	(void)state;
	assert_false(keyboard_append(&keyboard, text, sizeof(text), "\x1b"));
	assert_false(keyboard_append(&keyboard, text, sizeof(text), "\xc3"));
	assert_false(keyboard_append(&keyboard, text, sizeof(text), "\u202e"));
	assert_false(keyboard_append(&keyboard, text, sizeof(text), ""));
	assert_true(keyboard_append(&keyboard, text, sizeof(text), "1234567"));
	assert_false(keyboard_append(&keyboard, text, sizeof(text), "8"));
	assert_string_equal(text, "1234567");
}

/* Letters of any Latin alphabet, but no others; numbers where a number is wanted. */
static void each_layout_knows_its_letters(void **state)
{
	static const struct {
		enum keyboard_layout layout;
		const char *takes[6], *refuses[7];
	} rows[] = {
		{KEYBOARD_NAME, {"a", "\u1ec5", "\u0141", "'", "\u2019", "\u02bb"},
			{"_", "@", "\u0410", "\u5f20", "\U0001f642", "\u200f", "\u2605"}},
		{KEYBOARD_TEXT, {"a", "\u00b2", "\u20ac", "@", "\u0410", "7"},
			{"\U0001f642", "\u2192", "\u2705", "\ufe0f", "\ue000", "\u200d", "\t"}},
		{KEYBOARD_DIGITS, {"0", "1", "4", "7", "8", "9"},
			{"a", "+", "-", " ", ".", "\u0661", "O"}},
		{KEYBOARD_PHONE, {"0", "9", "+", "-", " ", "5"},
			{"a", ".", "(", "\u0661", "/", "@", "#"}},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct keyboard keyboard = {.layout = rows[i].layout};
		char text[64] = "";
		for (size_t j = 0; j < 6; j++) {
			assert_true(
				keyboard_append(&keyboard, text, sizeof(text), rows[i].takes[j]));
		}
		for (size_t j = 0; j < 7; j++) {
			assert_false(
				keyboard_append(&keyboard, text, sizeof(text), rows[i].refuses[j]));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_start_every_word_with_a_capital),
		cmocka_unit_test(shift_is_for_one_letter),
		cmocka_unit_test(backspace_takes_one_character),
		cmocka_unit_test(capital_accents),
		cmocka_unit_test(email_shortcuts_are_added_whole_or_not_at_all),
		cmocka_unit_test(a_real_keyboard_types_too),
		cmocka_unit_test(codes_are_capital_letters_and_digits),
		cmocka_unit_test(what_is_not_text_is_refused),
		cmocka_unit_test(each_layout_knows_its_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
