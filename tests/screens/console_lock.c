/* A locked desk and one that is handed over: when, what is shown, whose PIN, what is kept. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;
enum { MINUTE_MS = 60000 };

/* K007 is served at counter 2 by Ani, who has touched nothing since NOW. */
static void start(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
	shift->lock_ms = 10 * MINUTE_MS;
	shift->alive_ms = NOW;
}

static void take_over(struct shift *shift);

static void test_locks_when_nobody_touches_it(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	assert_true(shift_deadline(&shift, NOW) == NOW + shift.lock_ms);
	shift_pass_time(&shift, NOW + shift.lock_ms - 1);
	assert_false(shift.locked);
	hand_act(&shift, SHIFT_MENU, 0, NOW + MINUTE_MS);
	shift_pass_time(&shift, NOW + shift.lock_ms);
	assert_false(shift.locked);
	shift_pass_time(&shift, NOW + MINUTE_MS + shift.lock_ms);
	assert_true(shift.locked);
	assert_false(shift.menu);
	hand_take_none(&shift);
	shift_finish(&shift);
	/* Never, where the office wants none; and not while the counter is closed. */
	start(&shift);
	shift.lock_ms = 0;
	shift_pass_time(&shift, NOW + 1000 * MINUTE_MS);
	assert_false(shift.locked);
	shift_finish(&shift);
}

static void test_a_counter_that_stands_by_does_so_no_more(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.office->stand_by = true;
	shift.view->counters[1].stand_by_ms = model_at(10, 30, 0);
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	assert_true(shift.locked);
	hand_take(&shift, DESK_STAND_DOWN);
	shift_finish(&shift);
}

static void test_a_hand_over_that_nobody_comes_for_is_locked(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	shift.lock_ms = 0;
	hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	assert_true(shift.locked);
	assert_true(shift.handing);
	hand_act(&shift, SHIFT_DIGIT, 4, NOW);
	assert_true(shift_deadline(&shift, NOW) <= NOW + SHIFT_HANDING_MS);
	shift_pass_time(&shift, NOW + SHIFT_HANDING_MS - 1);
	assert_true(shift.handing);
	shift_pass_time(&shift, NOW + SHIFT_HANDING_MS);
	assert_string_equal(shift.pin, "");
	hand_act(&shift, SHIFT_LEAVE, 0, NOW + SHIFT_HANDING_MS + 1);
	assert_true(shift.locked);
	shift_finish(&shift);
}

/* Whoever stands before a locked desk could make up the first PIN of somebody new. */
static void test_a_first_pin_opens_no_locked_desk(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	shift.staff[1].has_pin = false;
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	assert_string_equal(shift_entering(&shift)->code, "budi");
	hand_type_pin(&shift, "1111");
	hand_take_none(&shift);
	assert_string_equal(shift.notice, "console.relief_no_pin");
	assert_true(shift.locked);
	shift_finish(&shift);
}

/* The PIN that was right was not of who is awaited any more. */
static void test_the_pin_of_somebody_else_opens_nothing(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	hand_type_pin(&shift, "1234");
	struct desk_request request = hand_take(&shift, DESK_SIGN_IN);
	assert_true(request.relieves);
	shift.relief = shift.chosen;
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_true(shift.locked);
	hand_take_none(&shift);
	shift_finish(&shift);
}

/* A list that comes meanwhile leaves who is awaited; one without the clerk signs out. */
static void test_a_new_list_of_staff_keeps_who_is_awaited(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	struct desk_message list = {
		.kind = DESK_MESSAGE_ANSWER, .act = DESK_LIST_STAFF, .result = RESULT_OK};
	hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	list.staff_count = 2;
	list.staff[0] = shift.staff[1];
	list.staff[1] = shift.staff[0];
	shift_hear(&shift, &list, NOW);
	assert_string_equal(shift_entering(&shift)->code, "budi");
	assert_string_equal(shift_person(&shift)->code, "ani");
	list.staff_count = 1;
	shift_hear(&shift, &list, NOW);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_int_equal(shift.counter, 0);
	assert_false(shift.locked);
	shift_finish(&shift);
}

/* What was open for the role of the one is not for the other. */
static void test_who_takes_over_starts_at_the_queue(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_REPORT, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_REPORT);
	struct desk_request request;
	while (shift_take_request(&shift, &request)) {
	}
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	take_over(&shift);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	shift_finish(&shift);
}

static void test_only_a_pin_unlocks(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	static const enum shift_act dead[] = {SHIFT_STEP, SHIFT_FINISH, SHIFT_HOLD, SHIFT_UNDO,
		SHIFT_MENU, SHIFT_FORM, SHIFT_CLOSE, SHIFT_LEAVE, SHIFT_REPRINT};
	for (size_t i = 0; i < sizeof(dead) / sizeof(dead[0]); i++) {
		hand_act(&shift, dead[i], 0, NOW);
		hand_take_none(&shift);
		assert_true(shift.locked);
	}
	hand_act(&shift, SHIFT_SHEET, SHEET_TRANSFER, NOW);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	hand_type_pin(&shift, "9999");
	struct desk_request request = hand_take(&shift, DESK_SIGN_IN);
	assert_string_equal(request.staff, "ani");
	assert_string_equal(request.pin, "9999");
	hand_answer(&shift, &request, RESULT_PIN_WRONG, NOW);
	assert_true(shift.locked);
	assert_string_equal(shift.notice, "result.pin_wrong");
	hand_type_pin(&shift, "1234");
	request = hand_take(&shift, DESK_SIGN_IN);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_false(shift.locked);
	assert_int_equal(shift.phase, SHIFT_DESK);
	assert_string_equal(shift.pin, "");
	hand_take_none(&shift);
	shift_finish(&shift);
}

/* Another one's PIN takes the counter over; the visitor stays. */
static void take_over(struct shift *shift)
{
	hand_act(shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	assert_int_equal(sheet_count(&shift->sheet, shift->office, shift->view), 2);
	hand_act(shift, SHIFT_SHEET_CHOOSE, 0, NOW); /* Budi; Ani is not in her own list */
	assert_true(shift->locked);
	assert_string_equal(shift_entering(shift)->code, "budi");
	assert_string_equal(shift_person(shift)->code, "ani");
	hand_type_pin(shift, "1234");
	struct desk_request request = hand_take(shift, DESK_SIGN_IN);
	assert_string_equal(request.staff, "budi");
	hand_answer(shift, &request, RESULT_OK, NOW);
	assert_true(shift->locked); /* not before the desk has it */
	request = hand_take(shift, DESK_HAND_OVER);
	assert_string_equal(request.staff, "budi");
	assert_int_equal(request.counter, 2);
	hand_answer(shift, &request, RESULT_OK, NOW);
	assert_false(shift->locked);
	assert_string_equal(shift_person(shift)->code, "budi");
	assert_string_equal(shift->said, "console.done.handed_over");
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift->view;
	text_copy(view->counters[1].staff, sizeof(view->counters[1].staff), "budi");
	hand_show(shift, view);
	free(view);
	assert_int_equal(shift->phase, SHIFT_DESK);
	assert_string_equal(shift_counter(shift)->ticket.number, "K007");
}

static void test_another_one_takes_over(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);        /* from the menu */
	shift.late_count = 1; /* late services of Ani's, which nobody else is asked about */
	take_over(&shift);
	assert_int_equal(shift.late_count, 0);
	shift_finish(&shift);
	start(&shift); /* and while it is locked */
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	take_over(&shift);
	shift_finish(&shift);
}

static void test_who_hands_over_may_go_back(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	hand_act(&shift, SHIFT_DIGIT, 1, NOW);
	hand_act(&shift, SHIFT_LEAVE, 0, NOW);
	assert_false(shift.locked);
	assert_string_equal(shift.pin, "");
	/* From a locked desk only to the own PIN. */
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	hand_act(&shift, SHIFT_LEAVE, 0, NOW);
	assert_true(shift.locked);
	assert_string_equal(shift_entering(&shift)->code, "ani");
	hand_take_none(&shift);
	shift_finish(&shift);
}

/* Somebody else has opened it from elsewhere: nobody is signed in here any more. */
static void test_a_lost_counter_is_left(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	text_copy(view->counters[1].staff, sizeof(view->counters[1].staff), "budi");
	hand_show(&shift, view);
	free(view);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	assert_false(shift.locked);
	shift_finish(&shift);
}

/* ---- looks ---- */

/* And nothing personal. */
static void show(const struct shift *shift, const char *name, const char *language, bool picture)
{
	static const char *const personal[] = {"Siti", "Borneo", "penduduk"};
	const int64_t now = model_at(10, 58, 10);
	looks_show_one(shift, now, name, language, picture);
	for (size_t i = 0; i < sizeof(personal) / sizeof(personal[0]); i++) {
		assert_false(looks_says(shift, now, personal[i]));
	}
}

static void test_looks(void **state)
{
	(void)state;
	static const char *const names[] = {
		"console-locked", "console-locked-late", "console-handing", "console-sheet-relief"};
	for (int look = 0; look < 4; look++) {
		struct shift shift;
		start(&shift);
		if (look == 1) {
			shift_finish(&shift);
			model_desk(&shift);
			model_late(&shift);
			shift.view->counters[0].state = VIEW_BREAK;
			shift.view->counters[0].since_ms = model_at(10, 46, 0);
		}
		if (look != 2) {
			hand_act(&shift, SHIFT_LOCK, 0, NOW);
		}
		if (look >= 2) {
			hand_act(&shift, SHIFT_SHEET, SHEET_RELIEF, NOW);
		}
		if (look == 2) {
			hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
			hand_act(&shift, SHIFT_DIGIT, 1, NOW);
		}
		show(&shift, names[look], "id", look < 2);
		show(&shift, names[look], "en", false);
		shift_finish(&shift);
	}
}

static void test_keys_and_taps(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	shift.menu = true;
	assert_int_equal(looks_event(&shift, UI_KEY, "k").act, SHIFT_LOCK);
	assert_int_equal(looks_event(&shift, UI_KEY, "s").index, SHEET_RELIEF);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "menu.lock").act, SHIFT_LOCK);
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	assert_int_equal(looks_event(&shift, UI_KEY, "7").act, SHIFT_DIGIT);
	assert_int_equal(looks_event(&shift, UI_KEY, "return").act, SHIFT_ENTER);
	assert_int_equal(looks_event(&shift, UI_KEY, "space").act, SHIFT_NOTHING);
	assert_int_equal(looks_event(&shift, UI_KEY, "s").index, SHEET_RELIEF);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "pin.3").index, 3);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "locked.other").act, SHIFT_SHEET);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "desk.step").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

/* Said where the PIN is typed, and to whoever comes after the clerk was signed out. */
static void test_a_day_that_ends_at_a_locked_desk_is_told(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_serving(&shift);
	shift.alive_ms = NOW;
	text_copy(shift.view->service_date, sizeof(shift.view->service_date), "2026-11-20");
	hand_act(&shift, SHIFT_LOCK, 0, NOW);
	struct desk_view *next = memory_zeroed(1, sizeof(*next));
	*next = *shift.view;
	text_copy(next->service_date, sizeof(next->service_date), "2026-11-23");
	next->counters[1].state = VIEW_CLOSED;
	next->counters[1].ticket = (struct ticket){0};
	hand_show(&shift, next);
	free(next);
	assert_true(shift.locked);
	looks_show_one(&shift, model_at(0, 1, 0), "console-day-over-locked", "id", true);
	looks_show_one(&shift, model_at(0, 1, 0), "console-day-over-locked", "en", false);
	shift_pass_time(&shift, NOW + MINUTE_MS);
	assert_int_equal(shift.phase, SHIFT_STAFF);
	looks_show_one(&shift, model_at(7, 50, 0), "console-day-over", "en", true);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_locks_when_nobody_touches_it),
		cmocka_unit_test(test_a_counter_that_stands_by_does_so_no_more),
		cmocka_unit_test(test_a_hand_over_that_nobody_comes_for_is_locked),
		cmocka_unit_test(test_a_first_pin_opens_no_locked_desk),
		cmocka_unit_test(test_the_pin_of_somebody_else_opens_nothing),
		cmocka_unit_test(test_a_new_list_of_staff_keeps_who_is_awaited),
		cmocka_unit_test(test_a_day_that_ends_at_a_locked_desk_is_told),
		cmocka_unit_test(test_who_takes_over_starts_at_the_queue),
		cmocka_unit_test(test_only_a_pin_unlocks),
		cmocka_unit_test(test_another_one_takes_over),
		cmocka_unit_test(test_who_hands_over_may_go_back),
		cmocka_unit_test(test_a_lost_counter_is_left),
		cmocka_unit_test(test_keys_and_taps),
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
