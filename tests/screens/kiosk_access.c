#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_scenes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Every state of the kiosk can be read and touched by everybody: measured, not looked at. */

static void draw(struct ui *ui, struct stage *stage)
{
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui->theme = stage->journey.contrast ? &theme_contrast : &theme_light;
	ui_begin(ui, NULL);
	screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
}

static void check_all(const char *code, enum office_language language)
{
	const struct scene *scene;
	struct inspection inspection = {0};
	struct ui ui;
	struct stage stage;
	char name[64];
	golden_start(&ui, code, 1920, 1080);
	ui.ppm = 4.03; /* 21.5 inches */
	for (size_t i = 0; (scene = scene_at(i)) != NULL; i++) {
		scene_arrange(scene->name, &stage);
		stage.journey.language = language;
		for (int contrast = 0; contrast < 2; contrast++) {
			stage.journey.contrast = contrast != 0;
			draw(&ui, &stage);
			snprintf(name, sizeof(name), "%s.%s%s", scene->name, code,
				contrast ? " (contrast)" : "");
			inspect_texts(&inspection, name, &ui);
			inspect_targets(&inspection, name, &ui, NULL);
			inspect_contrast(&inspection, name, &ui);
		}
	}
	golden_finish(&ui);
	if (inspection.faults > 0) {
		print_error("%s", inspection.words);
		fail_msg("%d faults", inspection.faults);
	}
}

static void test_every_state_in_indonesian(void **state)
{
	(void)state;
	check_all("id", OFFICE_INDONESIAN);
}

static void test_every_state_in_english(void **state)
{
	(void)state;
	check_all("en", OFFICE_ENGLISH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_in_indonesian),
		cmocka_unit_test(test_every_state_in_english),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
