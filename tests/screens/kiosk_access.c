#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include "app/base/text.h"
#include "app/kiosk/corner.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_forms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* How a visitor sets the kiosk, on every screen it may stand on: the panel of these choices, the
 * staff's corner, and what is in reach. */

/* These are like others, and measured only. */
static bool is_measured_only(const struct form *form)
{
	return strcmp(form->name, "huge-upright") == 0 || strncmp(form->name, "fine", 4) == 0 ||
	       strcmp(form->name, "upright-narrow") == 0 ||
	       strcmp(form->name, "upright-laptop") == 0 ||
	       strcmp(form->name, "upright-square") == 0 || strcmp(form->name, "square") == 0;
}

static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};

/* The panel of choices over the services; what is chosen there is wiped with the visit. */
static void test_the_panel(void **state)
{
	struct ui ui;
	struct stage stage;
	struct inspection inspection = {0};
	char name[96];
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		form_arrange(&stage, "service", &forms[i], OFFICE_INDONESIAN);
		stage.journey.voice = true;
		stage_act(&stage, ACTION_ADJUST);
		form_draw(&ui, &stage);
		inspect_texts(&inspection, forms[i].name, &ui);
		inspect_targets(&inspection, forms[i].name, &ui, NULL);
		inspect_contrast(&inspection, forms[i].name, &ui);
		snprintf(name, sizeof(name), "kiosk-access-%s", forms[i].name);
		if (!is_measured_only(&forms[i])) {
			golden_text(name, &ui.list);
		}
		if (i == 0 || strcmp(forms[i].name, "tall") == 0) {
			golden_picture(name, &ui.list, ui.width, ui.height);
		}
		golden_finish(&ui);
	}
	assert_string_equal(inspection.words, "");
	stage_act(&stage, ACTION_LARGE);
	stage_act(&stage, ACTION_LOW);
	stage_act(&stage, ACTION_CONTRAST);
	stage_act(&stage, ACTION_ALOUD);
	assert_true(stage.journey.aloud);
	stage_act(&stage, ACTION_RESET);
	assert_false(stage.journey.large || stage.journey.low || stage.journey.contrast ||
		     stage.journey.aloud);
	assert_true(stage.journey.visit.adjusting);
	stage_act(&stage, ACTION_LARGE);
	stage_act(&stage, ACTION_LOW);
	stage_act(&stage, ACTION_ADJUST);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_SERVICE);
	stage_act(&stage, ACTION_BACK); /* the visitor is still there */
	assert_true(stage.journey.large && stage.journey.low);
	stage_act(&stage, ACTION_START);
	stage_act(&stage, ACTION_ERASE); /* ends the visit */
	stage_assert_forgotten(&stage);
	assert_false(stage.journey.large || stage.journey.low);
}

/* ---- the staff corner ---- */

static const struct corner_state {
	const char *name;
	enum corner_page page;
	size_t staff; /* people, the first with a long name */
	const char *pin;
	enum result refusal;
	enum corner_test test;
	bool may_shut_down;
	bool picture; /* one of its main pages */
} corner_states[] = {
	{"who", CORNER_WHO, 4, "", RESULT_OK, CORNER_UNTESTED, false, true},
	{"many", CORNER_WHO, CORNER_STAFF, "", RESULT_OK, CORNER_UNTESTED, false, false},
	{"pin", CORNER_PIN, 4, "12", RESULT_OK, CORNER_UNTESTED, false, true},
	{"locked", CORNER_PIN, 4, "", RESULT_PIN_LOCKED, CORNER_UNTESTED, false, false},
	{"full", CORNER_PIN, 4, "123456789012", RESULT_PIN_FORM, CORNER_UNTESTED, false, false},
	{"menu", CORNER_MENU, 4, "", RESULT_OK, CORNER_TESTED, true, true},
	{"failed", CORNER_MENU, 4, "", RESULT_OK, CORNER_TEST_FAILED, false, false},
};
enum { CORNER_STATES = sizeof(corner_states) / sizeof(corner_states[0]) };

static void draw_corner(struct ui *ui, struct stage *stage, const struct corner_state *state)
{
	struct corner corner = {.page = state->page,
		.staff_count = state->staff,
		.refusal = state->refusal,
		.test = state->test,
		.test_result = RESULT_PAPER_OUT,
		.may_shut_down = state->may_shut_down};
	for (size_t i = 0; i < state->staff; i++) {
		snprintf(corner.staff[i].code, sizeof(corner.staff[i].code), "staff%zu", i);
		snprintf(corner.staff[i].name, sizeof(corner.staff[i].name), "Petugas %zu", i + 1);
	}
	text_copy(corner.staff[0].name, sizeof(corner.staff[0].name),
		"Maria Magdalena Rahmawati Simatupang");
	text_copy(corner.pin, sizeof(corner.pin), state->pin);
	ui->theme = stage->journey.contrast ? &theme_contrast : &theme_light;
	ui_begin(ui, NULL);
	corner_frame(ui, &stage->lobby, &stage->journey, &corner);
	ui_end(ui);
}

static bool is_recorded(const struct form *form)
{
	return strcmp(form->name, "small") == 0 || strcmp(form->name, "upright") == 0 ||
	       strcmp(form->name, "tall") == 0 || strcmp(form->name, "low") == 0 ||
	       strcmp(form->name, "tall-low") == 0;
}

static void check_corner(
	struct inspection *inspection, const struct form *form, enum office_language language)
{
	struct ui ui;
	struct stage stage;
	char name[96];
	form_start(&ui, form, codes[language]);
	for (int i = 0; i < CORNER_STATES; i++) {
		form_arrange(&stage, "welcome", form, language);
		for (int contrast = 0; contrast < 2; contrast++) {
			stage.journey.contrast = contrast != 0;
			draw_corner(&ui, &stage, &corner_states[i]);
			snprintf(name, sizeof(name), "%s corner %s.%s%s", form->name,
				corner_states[i].name, codes[language],
				contrast ? " (contrast)" : "");
			inspect_texts(inspection, name, &ui);
			inspect_targets(inspection, name, &ui, NULL);
			inspect_contrast(inspection, name, &ui);
			bool shown = is_recorded(form) && corner_states[i].picture;
			if (shown && !contrast && language == OFFICE_INDONESIAN) {
				snprintf(name, sizeof(name), "kiosk-corner-%s-%s",
					corner_states[i].name, form->name);
				golden_text(name, &ui.list);
				if (ui.canvas_w < 1080) {
					golden_picture(name, &ui.list, ui.width, ui.height);
				}
			}
			for (size_t j = 0; form->low && j < ui.spot_count; j++) {
				assert_true(ui.spots[j].rect.y >= ui.height / 2);
			}
		}
	}
	golden_finish(&ui);
}

static void test_the_corner(void **state)
{
	struct inspection inspection = {0};
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		check_corner(&inspection, &forms[i], OFFICE_INDONESIAN);
		check_corner(&inspection, &forms[i], OFFICE_ENGLISH);
	}
	assert_string_equal(inspection.words, "");
}

/* Nothing of the visitor's can be pressed where staff knock, and the mark is there. */
static void test_the_mark_is_alone(void **state)
{
	const struct ui_event down = {.kind = UI_DOWN, .x = 24, .y = 24};
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		struct corner corner = {0};
		form_start(&ui, &forms[i], "id");
		form_arrange(&stage, "welcome-invited", &forms[i], OFFICE_INDONESIAN);
		form_draw(&ui, &stage);
		assert_true(ui.spot_count > 4);
		for (size_t j = 0; j < ui.spot_count; j++) {
			ui.event = (struct ui_event){
				.kind = UI_DOWN, .x = ui.spots[j].rect.x, .y = ui.spots[j].rect.y};
			corner_knock(&corner, &ui, 0);
			assert_int_equal(corner.taps, 0);
		}
		ui.event = down;
		corner_knock(&corner, &ui, 0);
		assert_int_equal(corner.taps, 1);
		golden_finish(&ui);
	}
}

/* ---- low reach ---- */

/* In low reach nothing is touched in the upper half but what has the focus by itself, and a step's
 * second field. */
static void test_low_reach(void **state)
{
	const struct scene *scene;
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		for (size_t j = 0; forms[i].low && (scene = scene_at(j)) != NULL; j++) {
			form_arrange(&stage, scene->name, &forms[i], OFFICE_INDONESIAN);
			form_draw(&ui, &stage);
			for (size_t k = 0; k < ui.spot_count; k++) {
				const char *id = ui.spots[k].id;
				bool focused = strcmp(id, "number.field") == 0 ||
					       (ui.panel.h > 0 && strncmp(id, "key.", 4) != 0 &&
						       strncmp(id, "kiosk.", 6) != 0 &&
						       strcmp(id, "guest.no_email") != 0);
				if (!focused && ui.spots[k].rect.y < ui.height / 2) {
					fail_msg("%s %s: %s is high", forms[i].name, scene->name,
						ui.spots[k].id);
				}
			}
		}
		golden_finish(&ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_panel),
		cmocka_unit_test(test_the_corner),
		cmocka_unit_test(test_the_mark_is_alone),
		cmocka_unit_test(test_low_reach),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
