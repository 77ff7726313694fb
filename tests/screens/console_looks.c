#include "tests/screens/console_looks.h"

#include "app/base/text.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void draw_at(struct ui *ui, const struct shift *shift, int64_t now)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, now);
		ui_end(ui);
	}
}

static void draw(struct ui *ui, const struct shift *shift)
{
	draw_at(ui, shift, model_at(10, 31, 24));
}

static void inspect(const struct ui *ui, const char *name)
{
	struct inspection inspection = {0};
	inspect_texts(&inspection, name, ui);
	inspect_contrast(&inspection, name, ui);
	if (inspection.faults > 0) {
		fail_msg("%s", inspection.words);
	}
}

void looks_show_one(const struct shift *shift, int64_t now, const char *name, const char *language,
	bool picture)
{
	struct ui ui;
	char golden[96];
	text_format(golden, sizeof(golden), "%s.%s", name, language);
	golden_start(&ui, language, 1280, 800);
	draw_at(&ui, shift, now);
	inspect(&ui, golden);
	golden_text(golden, &ui.list);
	if (picture) {
		golden_picture(name, &ui.list, 1280, 800);
	}
	golden_finish(&ui);
}

bool looks_says(const struct shift *shift, int64_t now, const char *words)
{
	struct ui ui;
	bool found = false;
	golden_start(&ui, "id", 1280, 800);
	draw_at(&ui, shift, now);
	for (size_t i = 0; i < ui.list.count; i++) {
		const struct draw_command *command = &ui.list.commands[i];
		found = found ||
			(command->kind == DRAW_TEXT &&
				strstr(draw_command_text(&ui.list, command), words) != NULL);
	}
	golden_finish(&ui);
	return found;
}

void looks_show(const struct shift *shift, const char *name)
{
	static const struct {
		const char *language, *suffix;
		int width, height;
		bool contrast;
	} looks[] = {
		{"id", "", 1280, 800, false},
		{"en", "-en", 1280, 800, false},
		{"id", "-contrast", 1280, 800, true},
		{"id", "-large", 1920, 1080, false},
	};
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		struct ui ui;
		char golden[96];
		text_format(golden, sizeof(golden), "console-hall-%s%s", name, looks[i].suffix);
		golden_start(&ui, looks[i].language, looks[i].width, looks[i].height);
		ui.theme = looks[i].contrast ? &theme_contrast : &theme_light;
		draw(&ui, shift);
		inspect(&ui, golden);
		golden_text(golden, &ui.list);
		if (i == 0 || i == 2) {
			golden_picture(golden, &ui.list, looks[i].width, looks[i].height);
		}
		golden_finish(&ui);
	}
}

struct shift_action looks_event(
	const struct shift *shift, enum ui_event_kind kind, const char *what)
{
	struct ui ui;
	golden_start(&ui, "id", 1280, 800);
	draw(&ui, shift);
	struct ui_event given = {.kind = kind};
	text_copy(given.text, sizeof(given.text), what);
	ui_begin(&ui, &given);
	struct shift_action action = screen_frame(&ui, shift, model_at(10, 31, 24));
	ui_end(&ui);
	golden_finish(&ui);
	return action;
}

void looks_press(struct shift *shift, const char *key)
{
	struct shift_action action = looks_event(shift, UI_KEY, key);
	shift_act(shift, action, 1000000);
}
