/* What reaches a screen from outside: lines of a script, typed letters, texts that are wrapped. */
#include "app/base/text.h"
#include "app/ui/keyboard.h"
#include "app/ui/script.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static int measure(void *context, enum draw_face face, int size, const char *text)
{
	(void)context;
	(void)face;
	return (int)strlen(text) * size / 2;
}

static void try_script(const char *line)
{
	struct script_command command;
	char error[64] = "";

	if (script_parse(line, &command, error, sizeof(error))) {
		fuzz_require(memchr(command.text, '\0', sizeof(command.text)) != NULL);
		fuzz_require(memchr(command.event.text, '\0', sizeof(command.event.text)) != NULL);
		fuzz_require(command.limit_ms >= 0 && command.limit_ms <= 600000);
		fuzz_require(text_check(command.text, strlen(command.text), sizeof(command.text)) ==
			     RESULT_OK);
	} else {
		fuzz_require(error[0] != '\0');
	}
}

static void try_typing(const char *piece)
{
	for (int layout = KEYBOARD_NAME; layout <= KEYBOARD_CODE; layout++) {
		struct keyboard keyboard;
		char text[24] = "";
		keyboard_start(&keyboard, (enum keyboard_layout)layout, text);
		keyboard_append(&keyboard, text, sizeof(text), piece);
		keyboard_append(&keyboard, text, sizeof(text), piece);
		fuzz_require(text_check(text, strlen(text), sizeof(text)) == RESULT_OK);
		while (keyboard_erase(&keyboard, text))
			fuzz_require(text_check(text, strlen(text), sizeof(text)) == RESULT_OK);
		fuzz_require(text[0] == '\0');
	}
}

static void try_wrapping(const char *text)
{
	struct ui ui;

	if (text_check(text, strlen(text), 2048) != RESULT_OK)
		return;
	ui_init(&ui);
	ui.measure = measure;
	ui.width = 400;
	ui.height = 400;
	ui_begin(&ui, NULL);
	ui_canvas(&ui, 400, 400);
	int height =
		ui_paragraph(&ui, (struct rect){0, 0, 120, 400}, UI_NOTE, UI_LEFT, THEME_INK, text);
	fuzz_require(height == ui_paragraph_height(&ui, 120, UI_NOTE, text));
	fuzz_require(height <= (int)(strlen(text) + 1) * UI_NOTE.line);
	ui_end(&ui);
	ui_finish(&ui);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);

	try_script(text);
	try_typing(text);
	try_wrapping(text);
	free(text);
	return 0;
}
