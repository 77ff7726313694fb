#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/corner.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_stage.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The staff corner: who gets in, what is there, and that no visitor stumbles into it. */
enum { WIDTH = 1920, HEIGHT = 1080 };

struct room {
	struct ui ui;
	struct stage stage;
	struct corner corner;
};

static void start(struct room *room, const char *language)
{
	*room = (struct room){0};
	golden_start(&room->ui, language, WIDTH, HEIGHT);
	stage_init(&room->stage, 10, 13);
}

static struct corner_action draw(struct room *room, const struct ui_event *event)
{
	const struct ui_event nothing = {.kind = UI_NONE};
	ui_begin(&room->ui, event != NULL ? event : &nothing);
	struct corner_action action =
		corner_frame(&room->ui, &room->stage.lobby, &room->stage.journey, &room->corner);
	corner_dim(&room->ui, &room->corner);
	ui_end(&room->ui);
	return action;
}

static enum corner_wish tap(struct room *room, const char *id)
{
	struct ui_event event = {.kind = UI_TAP_ID};
	text_copy(event.text, sizeof(event.text), id);
	struct corner_action action = draw(room, &event);
	return corner_act(&room->corner, &action, room->stage.lobby.ticks_ms);
}

static enum corner_wish knock(struct room *room, int x, int y, int64_t wait_ms)
{
	const struct ui_event down = {.kind = UI_DOWN, .x = x, .y = y};
	room->stage.lobby.ticks_ms += wait_ms;
	ui_begin(&room->ui, &down);
	screen_frame(&room->ui, &room->stage.lobby, &room->stage.journey);
	enum corner_wish wish = corner_knock(&room->corner, &room->ui, room->stage.lobby.ticks_ms);
	ui_end(&room->ui);
	return wish;
}

static void hear_staff(struct room *room, size_t count)
{
	struct desk_staff staff[CORNER_STAFF] = {0};
	for (size_t i = 0; i < count; i++) {
		snprintf(staff[i].code, sizeof(staff[i].code), "staff%zu", i);
		snprintf(staff[i].name, sizeof(staff[i].name), "Petugas %zu", i + 1);
		staff[i].has_pin = i != 1;
	}
	text_copy(staff[0].code, sizeof(staff[0].code), "ani");
	text_copy(staff[0].name, sizeof(staff[0].name), "Ani Rahmawati");
	corner_hear_staff(&room->corner, RESULT_OK, staff, count, room->stage.lobby.ticks_ms);
}

/* To the page of the PIN, or through it with 2468. */
static void open_to(struct room *room, enum corner_page page)
{
	for (int i = 0; i < CORNER_TAPS; i++) {
		knock(room, 80, 80, 300);
	}
	hear_staff(room, 4);
	if (page == CORNER_WHO) {
		return;
	}
	tap(room, "corner.staff.ani");
	if (page == CORNER_PIN) {
		return;
	}
	for (const char *digit = "2468"; *digit != '\0'; digit++) {
		char id[] = "corner.0";
		id[sizeof(id) - 2] = *digit;
		tap(room, id);
	}
	assert_int_equal(tap(room, "corner.enter"), CORNER_WISH_SIGN_IN);
	corner_hear_sign_in(&room->corner, RESULT_OK);
}

static void test_five_presses_on_the_mark_within_five_seconds(void **state)
{
	static const struct {
		int count, x, y;
		int64_t gap_ms;
		bool opens;
	} rows[] = {
		{4, 80, 80, 300, false},
		{5, 80, 80, 300, true},
		{5, 0, 0, 1200, true},
		{5, 143, 143, 300, true},
		{5, 80, 80, 1300, false}, /* too slow */
		{40, 80, 80, 2600, false},
		{5, 200, 80, 300, false}, /* the office's name */
		{9, 960, 540, 100, false},
		{9, 1900, 20, 100, false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct room room;
		bool opened = false;
		start(&room, "id");
		for (int j = 0; j < rows[i].count; j++) {
			opened = knock(&room, rows[i].x, rows[i].y, rows[i].gap_ms) ==
					 CORNER_WISH_STAFF ||
				 opened;
		}
		assert_int_equal(opened, rows[i].opens);
		golden_finish(&room.ui);
	}
}

static void test_a_press_elsewhere_begins_anew(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	for (int i = 0; i < 4; i++) {
		assert_int_equal(knock(&room, 80, 80, 200), CORNER_WISH_NOTHING);
	}
	knock(&room, 900, 600, 200);
	assert_int_equal(knock(&room, 80, 80, 200), CORNER_WISH_NOTHING);
	golden_finish(&room.ui);
}

/* Nothing of the visitor's can be pressed where staff knock. */
static void test_nothing_else_is_there(void **state)
{
	struct room room;
	const struct rect mark = {0, 0, 144, 144};
	(void)state;
	start(&room, "id");
	knock(&room, 900, 600, 0);
	for (size_t i = 0; i < room.ui.spot_count; i++) {
		assert_true(rect_is_empty(rect_meet(room.ui.spots[i].rect, mark)));
	}
	golden_finish(&room.ui);
}

static void test_only_who_has_a_pin_is_asked(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	open_to(&room, CORNER_WHO);
	assert_int_equal(room.corner.page, CORNER_WHO);
	assert_int_equal(room.corner.staff_count, 3);
	assert_int_equal(tap(&room, "corner.staff.staff1"), CORNER_WISH_NOTHING);
	assert_int_equal(room.corner.page, CORNER_WHO);
	golden_finish(&room.ui);
}

static void test_a_wrong_pin_opens_nothing(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	open_to(&room, CORNER_PIN);
	tap(&room, "corner.1");
	assert_int_equal(tap(&room, "corner.enter"), CORNER_WISH_NOTHING);
	assert_int_equal(room.corner.refusal, RESULT_PIN_FORM);
	for (int i = 0; i < 20; i++) {
		tap(&room, "corner.1");
	}
	assert_int_equal(strlen(room.corner.pin), DESK_PIN_MAX);
	tap(&room, "corner.erase");
	assert_int_equal(strlen(room.corner.pin), DESK_PIN_MAX - 1);
	assert_int_equal(tap(&room, "corner.enter"), CORNER_WISH_SIGN_IN);
	assert_int_equal(tap(&room, "corner.enter"), CORNER_WISH_NOTHING); /* it is being asked */
	corner_hear_sign_in(&room.corner, RESULT_PIN_LOCKED);
	assert_int_equal(room.corner.page, CORNER_PIN);
	assert_int_equal(tap(&room, "corner.restart"), CORNER_WISH_NOTHING);
	golden_finish(&room.ui);
}

static void test_an_answer_nobody_asked_for_opens_nothing(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	corner_hear_sign_in(&room.corner, RESULT_OK);
	hear_staff(&room, 4);
	assert_int_equal(room.corner.page, CORNER_SHUT);
	open_to(&room, CORNER_PIN);
	corner_hear_sign_in(&room.corner, RESULT_OK);
	assert_int_equal(room.corner.page, CORNER_PIN);
	golden_finish(&room.ui);
}

static void test_the_menu_says_what_to_do(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	open_to(&room, CORNER_MENU);
	assert_int_equal(tap(&room, "corner.language"), CORNER_WISH_LANGUAGE);
	assert_int_equal(tap(&room, "corner.test"), CORNER_WISH_TEST);
	assert_int_equal(tap(&room, "corner.test"), CORNER_WISH_NOTHING);
	corner_hear_test(&room.corner, RESULT_PAPER_OUT);
	assert_int_equal(room.corner.test, CORNER_TEST_FAILED);
	assert_int_equal(tap(&room, "corner.restart"), CORNER_WISH_RESTART);
	assert_int_equal(tap(&room, "corner.shut_down"), CORNER_WISH_NOTHING);
	room.corner.may_shut_down = true;
	assert_int_equal(tap(&room, "corner.shut_down"), CORNER_WISH_SHUT_DOWN);
	room.stage.lobby.prints = false;
	room.corner.test = CORNER_UNTESTED;
	assert_int_equal(tap(&room, "corner.test"), CORNER_WISH_NOTHING);
	golden_finish(&room.ui);
}

static void test_darkness_has_an_end_and_stays(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	open_to(&room, CORNER_MENU);
	for (int i = 0; i < 9; i++) {
		tap(&room, "corner.darker");
	}
	assert_int_equal(room.corner.dim, CORNER_DIM_MOST);
	tap(&room, "corner.back");
	assert_int_equal(room.corner.page, CORNER_SHUT);
	assert_int_equal(room.corner.dim, CORNER_DIM_MOST);
	for (int i = 0; i < 9; i++) {
		corner_act(&room.corner, &(struct corner_action){CORNER_BRIGHTER, 0}, 0);
	}
	assert_int_equal(room.corner.dim, CORNER_DIM_MOST); /* only in the menu */
	golden_finish(&room.ui);
}

static double part(unsigned value)
{
	double share = value / 255.0;
	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2.2) of a colour of the light theme under the most darkness. */
static double darkest(enum theme_token token)
{
	draw_color color = theme_light.colors[token];
	unsigned left = 100 - CORNER_DIM_MOST;
	return 0.2126 * part((color >> 24) * left / 100) +
	       0.7152 * part((color >> 16 & 255) * left / 100) +
	       0.0722 * part((color >> 8 & 255) * left / 100);
}

static void test_texts_can_be_read_in_the_dark(void **state)
{
	static const enum theme_token pairs[][2] = {{THEME_INK, THEME_PAGE},
		{THEME_INK, THEME_CARD}, {THEME_INK2, THEME_PAGE}, {THEME_INK2, THEME_CARD},
		{THEME_INK, THEME_SUNK}, {THEME_ACTION, THEME_WHITE}, {THEME_LATE_INK, THEME_CARD}};
	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		double text = darkest(pairs[i][0]), ground = darkest(pairs[i][1]);
		double contrast = (ground + 0.05) / (text + 0.05);
		if (contrast < 4.5) {
			print_message("pair %zu: %.2f\n", i, contrast);
		}
		assert_true(contrast >= 4.5);
	}
}

/* Left alone it closes, from every page, and forgets the names and the PIN. */
static void test_it_closes_by_itself(void **state)
{
	(void)state;
	for (int page = CORNER_WHO; page <= CORNER_MENU; page++) {
		struct room room;
		start(&room, "id");
		open_to(&room, (enum corner_page)page);
		int64_t due_ms = corner_deadline(&room.corner);
		corner_tick(&room.corner, due_ms - 1);
		assert_int_equal(room.corner.page, page);
		corner_tick(&room.corner, due_ms);
		assert_true(stage_is_blank(&room.corner, sizeof(room.corner)));
		assert_true(corner_deadline(&room.corner) == INT64_MAX);
		golden_finish(&room.ui);
	}
}

static void test_back_leads_out_of_every_page(void **state)
{
	(void)state;
	for (int page = CORNER_WHO; page <= CORNER_MENU; page++) {
		struct room room;
		start(&room, "id");
		open_to(&room, (enum corner_page)page);
		for (int i = 0; i < 2; i++) {
			tap(&room, "corner.back");
		}
		assert_true(stage_is_blank(&room.corner, sizeof(room.corner)));
		golden_finish(&room.ui);
	}
}

/* ---- how it looks ---- */

static void show(struct room *room, const char *name, const char *code, bool picture)
{
	char file[64];
	draw(room, NULL);
	snprintf(file, sizeof(file), "kiosk-corner-%s.%s", name, code);
	golden_text(file, &room->ui.list);
	if (picture && strcmp(code, "id") == 0) {
		snprintf(file, sizeof(file), "kiosk-corner-%s", name);
		golden_picture(file, &room->ui.list, WIDTH, HEIGHT);
	}
}

static void show_all(const char *code)
{
	struct room room;
	start(&room, code);
	open_to(&room, CORNER_WHO);
	show(&room, "who", code, true);
	tap(&room, "corner.staff.ani");
	tap(&room, "corner.2");
	tap(&room, "corner.4");
	show(&room, "pin", code, true);
	room.corner.refusal = RESULT_PIN_LOCKED;
	show(&room, "locked", code, false);
	room.corner.page = CORNER_MENU;
	show(&room, "menu", code, false);
	room.corner.may_shut_down = true;
	room.corner.test = CORNER_TESTED;
	show(&room, "menu-all", code, true);
	room.corner.dim = CORNER_DIM_MOST;
	room.stage.journey.first_language = OFFICE_ENGLISH;
	room.corner.test = CORNER_TEST_FAILED;
	room.corner.test_result = RESULT_PAPER_OUT;
	show(&room, "dimmed", code, true);
	room.ui.theme = &theme_contrast;
	room.corner.dim = 0;
	show(&room, "contrast", code, true);
	golden_finish(&room.ui);
}

static void test_every_page_in_both_languages(void **state)
{
	(void)state;
	show_all("id");
	show_all("en");
}

/* More people than tiles: they are on two pages. */
static void test_many_people_are_paged(void **state)
{
	struct room room;
	(void)state;
	start(&room, "id");
	for (int i = 0; i < CORNER_TAPS; i++) {
		knock(&room, 80, 80, 300);
	}
	hear_staff(&room, 30);
	tap(&room, "corner.more");
	show(&room, "many", "id", false);
	tap(&room, "corner.more");
	assert_int_equal(room.corner.tiles, 2 * CORNER_TILES);
	tap(&room, "corner.more");
	assert_int_equal(room.corner.tiles, 0);
	golden_finish(&room.ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_five_presses_on_the_mark_within_five_seconds),
		cmocka_unit_test(test_a_press_elsewhere_begins_anew),
		cmocka_unit_test(test_nothing_else_is_there),
		cmocka_unit_test(test_only_who_has_a_pin_is_asked),
		cmocka_unit_test(test_a_wrong_pin_opens_nothing),
		cmocka_unit_test(test_an_answer_nobody_asked_for_opens_nothing),
		cmocka_unit_test(test_the_menu_says_what_to_do),
		cmocka_unit_test(test_darkness_has_an_end_and_stays),
		cmocka_unit_test(test_texts_can_be_read_in_the_dark),
		cmocka_unit_test(test_it_closes_by_itself),
		cmocka_unit_test(test_back_leads_out_of_every_page),
		cmocka_unit_test(test_every_page_in_both_languages),
		cmocka_unit_test(test_many_people_are_paged),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
