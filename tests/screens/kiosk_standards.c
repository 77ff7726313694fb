#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_scenes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Reading what is published: the way there and back, and that every word of it can be read. */
enum { KONS = 0, JUAL = 1, WORDS_SIZE = 256 * 1024, HEADER = 112, PAGES = 200 };

static const struct {
	int width, height;
} sizes[] = {{1280, 800}, {1920, 1080}};

/* ---- the way there and back ---- */

static void test_from_welcome_and_back(void **state)
{
	struct stage stage;
	const struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	stage_act(&stage, ACTION_STANDARDS);
	assert_int_equal(visit->screen, JOURNEY_STANDARDS);
	stage_pick(&stage, ACTION_STANDARD, GUEST_NAME, JUAL);
	assert_int_equal(visit->screen, JOURNEY_STANDARD);
	assert_int_equal(visit->standard, JUAL);
	stage_pick(&stage, ACTION_LEAF, GUEST_NAME, 2);
	assert_int_equal(visit->leaf, 2);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_STANDARDS);
	assert_int_equal(visit->leaf, JUAL); /* the page it is on */
	stage_pick(&stage, ACTION_STANDARD, GUEST_NAME, STANDARD_OFFICE);
	assert_int_equal(visit->screen, JOURNEY_PLEDGE);
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_WELCOME);
	/* The language stays until nobody touches the screen any more. */
	assert_int_equal(stage.journey.language, OFFICE_ENGLISH);
	stage_pass(&stage, 75000);
	assert_int_equal(stage.journey.language, OFFICE_ENGLISH);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
}

static void test_from_the_services_and_back(void **state)
{
	struct stage stage;
	const struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_START);
	stage_act(&stage, ACTION_PRIORITY);
	stage_act(&stage, ACTION_STANDARDS);
	stage_pick(&stage, ACTION_STANDARD, GUEST_NAME, KONS);
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	assert_true(visit->priority);
	stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, KONS);
	assert_int_equal(visit->screen, JOURNEY_NOTICE);
	/* Not from where answers are being given. */
	stage_act(&stage, ACTION_STANDARDS);
	assert_int_equal(visit->screen, JOURNEY_NOTICE);
}

static void test_also_while_closed_but_not_without_an_office(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 20, 0);
	stage_act(&stage, ACTION_STANDARDS);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_STANDARDS);
	stage_init(&stage, 10, 13);
	stage.lobby.office = NULL;
	stage_act(&stage, ACTION_STANDARDS);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
}

static void test_a_reader_who_leaves_is_forgotten(void **state)
{
	static const char *const scenes[] = {"standards", "standard-sale-2", "pledge"};
	struct stage stage;
	(void)state;
	for (size_t i = 0; i < sizeof(scenes) / sizeof(scenes[0]); i++) {
		scene_arrange(scenes[i], &stage);
		stage_pass(&stage, 74999);
		assert_int_equal(stage.journey.visit.warned_ms, 0);
		stage_pass(&stage, 1);
		assert_int_not_equal(stage.journey.visit.warned_ms, 0);
		stage_pass(&stage, JOURNEY_WARN_MS);
		stage_assert_forgotten(&stage);
	}
}

/* ---- every word can be read ---- */

/* A frame in which the way to the next page is tapped. */
static struct action draw_and_turn(struct ui *ui, struct stage *stage)
{
	const struct ui_event turn = {.kind = UI_TAP_ID, .text = "kiosk.continue"};
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui->theme = stage->journey.contrast ? &theme_contrast : &theme_light;
	ui_begin(ui, &turn);
	struct action action = screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
	return action;
}

static bool is_text(const struct ui *ui, const struct draw_command *command)
{
	return command->kind == DRAW_TEXT && command->rect.y >= ui_px(ui, HEADER) + ui->origin_y;
}

/* Texts lie in the screen and apart from each other; a pixel is left to rounding. */
static void check_texts(const struct ui *ui, const char *scene)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *one = &ui->list.commands[i];
		if (!is_text(ui, one)) {
			continue;
		}
		const struct rect *rect = &one->rect;
		if (rect->x < 0 || rect->x + rect->w > ui->width ||
			rect->y + rect->h > ui->height) {
			fail_msg("%s: out of the screen: %s", scene,
				draw_command_text(&ui->list, one));
		}
		for (size_t j = i + 1; j < ui->list.count; j++) {
			const struct draw_command *other = &ui->list.commands[j];
			struct rect both = rect_meet(*rect, other->rect);
			if (is_text(ui, other) && both.w > 1 && both.h > 1) {
				fail_msg("%s: '%s' on '%s'", scene,
					draw_command_text(&ui->list, one),
					draw_command_text(&ui->list, other));
			}
		}
	}
}

/* Texts stay inside the card, band or button that they begin in. */
static void check_cards(const struct ui *ui, const char *scene)
{
	const struct rect screen = {0, 0, ui->width, ui->height};
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *text = &ui->list.commands[i];
		struct rect ground = screen;
		for (size_t j = 0; j < i && is_text(ui, text); j++) {
			const struct draw_command *below = &ui->list.commands[j];
			if (below->kind == DRAW_RECT &&
				rect_holds(below->rect, text->rect.x, text->rect.y + 1)) {
				ground = below->rect;
			}
		}
		if (is_text(ui, text) &&
			(text->rect.x + text->rect.w > ground.x + ground.w + 1 ||
				text->rect.y + text->rect.h > ground.y + ground.h + 1)) {
			fail_msg("%s: beyond its card: %s", scene,
				draw_command_text(&ui->list, text));
		}
	}
}

/* 20 mm at the kiosk's 4.03 pixels a millimetre of 1920 × 1080 are 81 units (look.md §5). */
static void check_targets(const struct ui *ui, const char *scene)
{
	const int least = ui_px(ui, 81) - 1;
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (ui->spots[i].rect.w < least || ui->spots[i].rect.h < least) {
			fail_msg("%s: %s is too small", scene, ui->spots[i].id);
		}
	}
}

static void gather(const struct ui *ui, char *out_words)
{
	size_t used = strlen(out_words);
	for (size_t i = 0; i < ui->list.count; i++) {
		if (is_text(ui, &ui->list.commands[i])) {
			text_format(out_words + used, WORDS_SIZE - used, "%s ",
				draw_command_text(&ui->list, &ui->list.commands[i]));
			used += strlen(out_words + used);
		}
	}
	assert_true(used + 1 < WORDS_SIZE);
}

/* Leafs through what is on the screen, from its first page to the last. */
static void read_all(struct ui *ui, struct stage *stage, const char *scene, char *out_words)
{
	stage_pick(stage, ACTION_LEAF, GUEST_NAME, 0);
	out_words[0] = '\0';
	int thing = 0;
	for (int page = 0; page < PAGES; page++) {
		struct action action = draw_and_turn(ui, stage);
		check_texts(ui, scene);
		check_cards(ui, scene);
		check_targets(ui, scene);
		gather(ui, out_words);
		if (action.kind != ACTION_LEAF) {
			return;
		}
		assert_true(action.value > thing);
		thing = action.value;
		stage_pick(stage, ACTION_LEAF, GUEST_NAME, action.value);
	}
	fail_msg("%s: no end", scene);
}

/* Words too long for a line are broken, and not looked for. */
static void assert_all_said(const struct stage *stage, int service, const char *words)
{
	for (int i = 0; i < stage->standards.count; i++) {
		const struct standard_line *line = &stage->standards.lines[i];
		char text[OFFICE_TEXT_SIZE];
		text_copy(text, sizeof(text), line->text[stage->journey.language]);
		text_trim(text);
		if (line->service == service && strchr(text, ' ') != NULL &&
			strstr(words, text) == NULL) {
			fail_msg("not on the screen: %s", text);
		}
	}
}

/* A scene and the service whose words are on it; NOBODY: a list, on which nothing may lie on
 * anything else. */
enum { NOBODY = OFFICE_SERVICES };
static const struct {
	const char *scene;
	int service;
} readings[] = {
	{"standard-sale", JUAL},
	{"standard-channels", KONS},
	{"standard-bombana", KONS},
	{"standard-no-promise", JUAL},
	{"standard-contrast", KONS},
	{"standard-long", KONS},
	{"standard-none", NOBODY},
	{"pledge", STANDARD_OFFICE},
	{"pledge-contrast", STANDARD_OFFICE},
	{"pledge-long", STANDARD_OFFICE},
	{"standards", NOBODY},
	{"standards-contrast", NOBODY},
	{"standards-long", NOBODY},
	{"standards-empty", NOBODY},
};

static void read_scenes(struct ui *ui, enum office_language language)
{
	char *words = malloc(WORDS_SIZE);
	struct stage stage;
	assert_non_null(words);
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		scene_arrange(readings[i].scene, &stage);
		stage.journey.language = language;
		read_all(ui, &stage, readings[i].scene, words);
		assert_all_said(&stage, readings[i].service, words);
	}
	free(words);
}

static void test_every_word_can_be_read(void **state)
{
	static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};
	struct ui ui;
	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		for (int language = 0; language < OFFICE_LANGUAGES; language++) {
			golden_start(&ui, codes[language], sizes[i].width, sizes[i].height);
			read_scenes(&ui, (enum office_language)language);
			golden_finish(&ui);
		}
	}
}

/* The tariff of a law that has gone is not shown any more, that of the next one is. */
static void test_a_line_is_shown_while_it_holds(void **state)
{
	struct stage stage;
	struct ui ui;
	char *words = malloc(WORDS_SIZE);
	(void)state;
	assert_non_null(words);
	golden_start(&ui, "id", 1920, 1080);
	scene_arrange("standard-sale", &stage);
	int today = calendar_day_number(&stage.office, stage.lobby.now_ms);
	struct standard_line line = {.service = JUAL, .part = STANDARD_FEE};
	text_copy(line.text[OFFICE_INDONESIAN], OFFICE_TEXT_SIZE, "Dasar sampai kemarin.");
	line.until_day = today - 1;
	assert_true(standard_add(&stage.standards, &line));
	text_copy(line.text[OFFICE_INDONESIAN], OFFICE_TEXT_SIZE, "Dasar mulai hari ini.");
	line.from_day = today;
	line.until_day = STANDARD_ALWAYS;
	assert_true(standard_add(&stage.standards, &line));
	read_all(&ui, &stage, "standard-sale", words);
	assert_null(strstr(words, "sampai kemarin"));
	assert_non_null(strstr(words, "mulai hari ini"));
	golden_finish(&ui);
	free(words);
}

/* ---- taps ---- */

static void assert_tap(
	struct ui *ui, const char *scene, const char *id, enum action_kind kind, int value)
{
	struct stage stage;
	struct ui_event event = {.kind = UI_TAP_ID};
	text_copy(event.text, sizeof(event.text), id);
	scene_arrange(scene, &stage);
	stage_pass(&stage, 500);
	ui->ticks_ms = stage.lobby.ticks_ms;
	ui_begin(ui, &event);
	struct action action = screen_frame(ui, &stage.lobby, &stage.journey);
	ui_end(ui);
	assert_int_equal(action.kind, kind);
	assert_int_equal(action.value, value);
}

static void test_taps_are_actions(void **state)
{
	struct ui ui;
	(void)state;
	golden_start(&ui, "id", 1920, 1080);
	assert_tap(&ui, "welcome", "welcome.standards", ACTION_STANDARDS, 0);
	assert_tap(&ui, "welcome-closed", "welcome.standards", ACTION_STANDARDS, 0);
	assert_tap(&ui, "welcome-no-store", "welcome.standards", ACTION_NONE, 0);
	assert_tap(&ui, "service", "service.standards", ACTION_STANDARDS, 0);
	assert_tap(&ui, "standards", "standards.JUAL", ACTION_STANDARD, JUAL);
	assert_tap(&ui, "standards", "standards.pledge", ACTION_STANDARD, STANDARD_OFFICE);
	assert_tap(&ui, "standards", "kiosk.continue", ACTION_NONE, 0);
	assert_tap(&ui, "standards", "kiosk.back", ACTION_BACK, 0);
	assert_tap(&ui, "standards-empty", "standards.pledge", ACTION_NONE, 0);
	assert_tap(&ui, "standards-long", "kiosk.continue", ACTION_LEAF, 9);
	assert_tap(
		&ui, "standards-long-last", "standards.pledge", ACTION_STANDARD, STANDARD_OFFICE);
	assert_tap(&ui, "standards-long-last", "kiosk.back", ACTION_LEAF, 0);
	assert_tap(&ui, "standard-sale", "kiosk.back", ACTION_BACK, 0);
	assert_tap(&ui, "standard-sale", "kiosk.continue", ACTION_LEAF, 2);
	assert_tap(&ui, "standard-sale-2", "kiosk.back", ACTION_LEAF, 0);
	assert_tap(&ui, "standard-sale-last", "kiosk.continue", ACTION_BACK, 0);
	assert_tap(&ui, "standard-none", "kiosk.continue", ACTION_BACK, 0);
	assert_tap(&ui, "pledge", "kiosk.continue", ACTION_BACK, 0);
	golden_finish(&ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_from_welcome_and_back),
		cmocka_unit_test(test_from_the_services_and_back),
		cmocka_unit_test(test_also_while_closed_but_not_without_an_office),
		cmocka_unit_test(test_a_reader_who_leaves_is_forgotten),
		cmocka_unit_test(test_every_word_can_be_read),
		cmocka_unit_test(test_a_line_is_shown_while_it_holds),
		cmocka_unit_test(test_taps_are_actions),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
