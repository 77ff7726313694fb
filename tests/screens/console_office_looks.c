/* What the page of the settings looks like. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/office_page.h"
#include "app/console/office_preview.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/screens/console_office_scene.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void look(struct inspection *inspection, struct shift *shift, const char *name,
	const char *language, int width, int height, bool picture)
{
	struct ui ui;
	struct office_preview preview = {0};
	char full[96];
	golden_start(&ui, language, width, height);
	if (shift->setup.edit != NULL && shift->setup.topic == SETUP_SLIP) {
		struct parts_layout layout = parts_canvas(&ui);
		struct rect room = office_page_slip(&layout);
		shift->slip_picture = office_preview_show(&preview, &shift->setup.edit->office,
			ui.language, shift->setup.now_ms, ui_px(&ui, room.w - 32),
			ui_px(&ui, room.h - 32));
		assert_non_null(shift->slip_picture);
	}
	office_draw(&ui, shift);
	text_format(full, sizeof(full), "console-office-%s-%s-%d", name, language, width);
	golden_text(full, &ui.list);
	if (picture) {
		golden_picture(full, &ui.list, width, height);
	}
	inspect_texts(inspection, full, &ui);
	inspect_contrast(inspection, full, &ui);
	golden_finish(&ui);
	office_preview_finish(&preview);
	shift->slip_picture = NULL;
}

static void everywhere(
	struct inspection *inspection, struct shift *shift, const char *name, bool picture)
{
	look(inspection, shift, name, "id", 1280, 800, picture);
	look(inspection, shift, name, "en", 1280, 800, false);
	look(inspection, shift, name, "id", 1920, 1080, false);
	look(inspection, shift, name, "en", 1920, 1080, picture && strcmp(name, "slip") == 0);
}

/* Something of most topics, so that the review is longer than the screen. */
static void change_much(struct shift *shift)
{
	static const int topics[] = {SETUP_SERVICES, SETUP_COUNTERS, SETUP_HOURS, SETUP_VOICE,
		SETUP_SLIP, SETUP_BOOK, SETUP_STAFF, SETUP_SWITCHES};
	static const int rows[] = {7, 5, 1, 1, 2, 5, 2, 3};
	for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++) {
		hand_act(shift, SHIFT_OFFICE_TOPIC, topics[i], OFFICE_NOW);
		hand_act(shift, SHIFT_OFFICE_FOCUS, rows[i], OFFICE_NOW);
		hand_act(shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
		if (topics[i] == SETUP_HOURS) {
			office_type(shift, "08.00-15.30");
		}
	}
	hand_act(shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
	hand_act(shift, SHIFT_OFFICE_MOVE, 2, OFFICE_NOW);
	office_type(shift, "2026-12-30");
	hand_act(shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(shift, "Hari jadi kabupaten");
}

static void test_looks(void **state)
{
	static const char *const names[SETUP_TOPICS] = {"services", "counters", "hours", "days",
		"texts", "voice", "slip", "book", "staff", "switches", "devices"};
	struct inspection *inspection = memory_zeroed(1, sizeof(*inspection));
	struct shift shift;
	(void)state;
	office_make_head(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, OFFICE_NOW);
	office_type(&shift, "246");
	everywhere(inspection, &shift, "lock", true);
	shift_finish(&shift);
	office_open_page(&shift);
	office_wire(&shift);
	for (int i = 0; i < SETUP_TOPICS; i++) {
		hand_act(&shift, SHIFT_OFFICE_TOPIC, i, OFFICE_NOW);
		if (i == SETUP_DEVICES) {
			office_plug_in(&shift.setup);
			hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
			hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
			hand_act(&shift, SHIFT_OFFICE_STEP, 3, OFFICE_NOW);
		}
		if (i == SETUP_SLIP) {
			hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, OFFICE_NOW);
			office_type(&shift, "Terima kasih atas kunjungan Anda");
			assert_string_equal(setup_slip_language(&shift.setup), "id");
			hand_act(&shift, SHIFT_OFFICE_FOCUS, 6, OFFICE_NOW);
			assert_string_equal(setup_slip_language(&shift.setup), "en");
			hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, OFFICE_NOW);
		}
		everywhere(inspection, &shift, names[i],
			i == SETUP_SERVICES || i == SETUP_COUNTERS || i == SETUP_HOURS ||
				i == SETUP_VOICE || i == SETUP_SLIP || i == SETUP_BOOK ||
				i == SETUP_DEVICES);
	}
	shift.own = (struct settings_console){0, 1, SETTINGS_OFFICE, 1, 5};
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_SWITCHES, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, SETUP_SWITCH_COUNT + SETUP_LOCK_MINUTES, OFFICE_NOW);
	everywhere(inspection, &shift, "switches-own", true);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
	setup_hear_lists(&shift.setup, memory_zeroed(1, sizeof(struct lists)));
	everywhere(inspection, &shift, "days-none", false);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_HOURS, OFFICE_NOW);
	office_type(&shift, "x");
	everywhere(inspection, &shift, "wrong", false);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	change_much(&shift);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	everywhere(inspection, &shift, "review", true);
	shift_finish(&shift);
	printf("%s", inspection->words);
	assert_int_equal(inspection->faults, 0);
	free(inspection);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
