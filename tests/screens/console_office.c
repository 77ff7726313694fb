/* The page of the settings: who sees it, what a press does, what is asked of the desk. */
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/screens/console_office_scene.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- who ---- */

static void test_a_clerk_has_no_such_page(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	assert_false(shift_can_show(&shift, SHIFT_PAGE_OFFICE));
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, OFFICE_NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	shift_finish(&shift);
	office_make_head(&shift);
	assert_true(shift_can_show(&shift, SHIFT_PAGE_OFFICE));
	shift_finish(&shift);
}

static void test_the_pin_is_asked_again(void **state)
{
	(void)state;
	struct shift shift;
	office_make_head(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, OFFICE_NOW);
	assert_int_equal(shift.setup.phase, SETUP_LOCKED);
	office_type(&shift, "24");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(shift.setup.fault, RESULT_PIN_FORM);
	hand_take_none(&shift);
	office_type(&shift, "x69");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	struct desk_request request = hand_take(&shift, DESK_UNLOCK_OFFICE);
	assert_string_equal(request.pin, "2469");
	assert_string_equal(request.staff, shift_person(&shift)->code);
	assert_string_equal(shift.setup.pin, "");
	setup_hear(&shift.setup, RESULT_PIN_WRONG, NULL, 0, "");
	assert_int_equal(shift.setup.phase, SETUP_LOCKED);
	assert_int_equal(shift.setup.fault, RESULT_PIN_WRONG);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	assert_int_equal(shift.setup.phase, SETUP_SHUT);
	shift_finish(&shift);
}

static struct desk_request ask_to_open(struct shift *shift, const char *pin)
{
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_QUEUE, OFFICE_NOW);
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, OFFICE_NOW);
	office_type(shift, pin);
	hand_act(shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(shift->setup.phase, SETUP_OPENING);
	return hand_take(shift, DESK_UNLOCK_OFFICE);
}

/* The page was left while the store was slow: what it answers late opens nothing. */
static void test_a_late_answer_opens_nothing(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 6, OFFICE_NOW);
	office_clear(&shift);
	office_type(&shift, "15");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	struct desk_request save = hand_take(&shift, DESK_SAVE_OFFICE);
	struct desk_request first = ask_to_open(&shift, "2468");
	office_answer_to(&shift, save, RESULT_OK, true);
	assert_int_equal(shift.setup.phase, SETUP_OPENING);
	assert_null(shift.setup.edit);
	/* Nor does the right PIN of before open it for the wrong one of now. */
	struct desk_request second = ask_to_open(&shift, "1111");
	office_answer_to(&shift, first, RESULT_OK, true);
	assert_int_equal(shift.setup.phase, SETUP_OPENING);
	office_answer_to(&shift, second, RESULT_PIN_WRONG, false);
	assert_int_equal(shift.setup.phase, SETUP_LOCKED);
	assert_int_equal(shift.setup.fault, RESULT_PIN_WRONG);
	assert_null(shift.setup.edit);
	shift_finish(&shift);
}

/* ---- changes ---- */

static void test_what_changes_is_shown_and_then_saved(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 6, OFFICE_NOW); /* the promise */
	assert_string_equal(setup->typed, "10");
	office_clear(&shift);
	office_type(&shift, "15");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW); /* gives no numbers */
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	office_assert_changes(setup, 2);
	office_assert_change(setup, 0, "Layanan · Konsultasi Statistik",
		"Janji: dilayani dalam … menit (0 = tanpa janji)", "10", "15");
	office_assert_change(
		setup, 1, "Layanan · Konsultasi Statistik", "Memberi nomor", "Ya", "Tidak");
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_int_equal(setup->edit->office.services[0].target_s, 900);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	struct desk_request request = hand_take(&shift, DESK_SAVE_OFFICE);
	assert_int_equal(request.revision, 5);
	assert_int_equal(request.settings->office.services[0].target_s, 900);
	assert_true(request.settings->office.services[0].withheld);
	free(request.settings);
	setup_hear(setup, RESULT_COUNTER_STAYS, NULL, 0, "2");
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_int_equal(setup->fault, RESULT_COUNTER_STAYS);
	assert_int_equal(setup->edit->office.services[0].target_s, 900);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_answer(&shift, DESK_SAVE_OFFICE, RESULT_OK, true);
	assert_true(setup->saved);
	assert_int_equal(setup->revision, 5);
	shift_finish(&shift);
}

/* Nothing was changed: there is nothing to move in, and Enter leads back to the rows. */
static void test_a_review_of_nothing_stays_at_its_top(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(shift.setup.phase, SETUP_REVIEW);
	office_assert_changes(&shift.setup, 0);
	for (int by = 1; by >= -1; by -= 2) {
		hand_act(&shift, SHIFT_OFFICE_MOVE, by, OFFICE_NOW);
		assert_int_equal(shift.setup.first, 0);
		struct ui ui;
		golden_start(&ui, "id", 1280, 800);
		office_draw(&ui, &shift);
		golden_finish(&ui);
	}
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(shift.setup.phase, SETUP_OPEN);
	hand_take_none(&shift);
	shift_finish(&shift);
}

static void test_what_is_wrong_is_not_left(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_HOURS, OFFICE_NOW);
	office_clear(&shift);
	office_type(&shift, "08.00-07");
	assert_int_equal(setup->fault, RESULT_HOURS_FORM);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_TEXTS, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->topic, SETUP_HOURS);
	assert_int_equal(setup->row, 0);
	assert_int_equal(setup->phase, SETUP_OPEN);
	/* Back to what the row said last that was right: nothing typed is closed. */
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_OFFICE);
	assert_int_equal(setup->fault, RESULT_OK);
	office_type(&shift, "08.00-16.00");
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 7, OFFICE_NOW);
	office_type(&shift, "12.00-12.30, 15.00-15.15");
	assert_int_equal(setup->fault, RESULT_OK);
	assert_int_equal(setup->edit->office.week[0].break_count, 2);
	shift_finish(&shift);
}

static void test_entries_are_taken_when_they_are_whole(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 2, OFFICE_NOW);
	office_type(&shift, "2026-11-2");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_DATE_FORM);
	office_type(&shift, "0");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_CALENDAR_PAST);
	office_clear(&shift);
	office_type(&shift, "2026-12-30");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_FIELD_REQUIRED);
	assert_int_equal(setup->row, 3);
	office_type(&shift, "Hari jadi");
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, OFFICE_NOW);
	office_type(&shift, "2026-11-24 10.00");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(&shift, "2026-11-24 12.00");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(&shift, "Rapat");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	assert_int_equal(setup->wanted->office.closure_count, 1);
	office_assert_changes(setup, 2);
	office_assert_change(setup, 0, "Hari libur", "Hari libur baru", "–",
		"Rabu, 30 Desember 2026 · Hari jadi");
	office_assert_change(setup, 1, "Hari libur", "Penutupan baru", "–",
		"2026-11-24 10.00 – 2026-11-24 12.00 · Rapat");
	shift_finish(&shift);
}

static void test_staff_is_added_and_leaves(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_STAFF, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW); /* somebody new */
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
	office_type(&shift, "ani");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(&shift, "Dewi");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_STAFF_EXISTS);
	assert_int_equal(setup->row, 1);
	office_clear(&shift);
	office_type(&shift, "dewi");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	assert_int_equal(setup->wanted->staff_count, 3);
	office_assert_changes(setup, 1);
	office_assert_change(setup, 0, "Petugas", "Petugas baru", "–", "dewi · Dewi · Petugas");
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW); /* the first */
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 3, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_RETIRE, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	struct desk_request request = hand_take(&shift, DESK_RETIRE_STAFF);
	assert_string_equal(request.word, "ani");
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_clerk_has_no_such_page),
		cmocka_unit_test(test_the_pin_is_asked_again),
		cmocka_unit_test(test_a_late_answer_opens_nothing),
		cmocka_unit_test(test_what_changes_is_shown_and_then_saved),
		cmocka_unit_test(test_a_review_of_nothing_stays_at_its_top),
		cmocka_unit_test(test_what_is_wrong_is_not_left),
		cmocka_unit_test(test_entries_are_taken_when_they_are_whole),
		cmocka_unit_test(test_staff_is_added_and_leaves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
