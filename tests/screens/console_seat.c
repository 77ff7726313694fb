/* Where the computer of a console stands: asked once, kept beside the user's things, said otherwise
 * at the list of staff or from outside. */
#include "app/base/text.h"
#include "app/console/seat.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;

/* Ani signs in and opens counter `counter`, which the desk answers with `result`. */
static void open_counter(struct shift *shift, int counter, enum result result)
{
	hand_act(shift, SHIFT_CHOOSE_COUNTER, counter, NOW);
	struct desk_request request = hand_take(shift, DESK_OPEN_COUNTER);
	hand_answer(shift, &request, result, NOW);
	hand_drain(shift);
}

static void test_the_first_choice_is_kept(void **state)
{
	(void)state;
	struct shift shift;
	int counter;
	model_counters(&shift);
	shift.may_move = true;
	assert_false(shift_take_seat(&shift, &counter));
	open_counter(&shift, 3, RESULT_OK);
	assert_true(shift_take_seat(&shift, &counter));
	assert_int_equal(counter, 3);
	assert_false(shift_take_seat(&shift, &counter));
	shift_finish(&shift);
}

/* The own counter is in use today; that does not move the computer. */
static void test_another_one_for_a_day_is_not_kept(void **state)
{
	(void)state;
	struct shift shift;
	int counter;
	model_counters(&shift);
	shift.may_move = true;
	shift.wanted_counter = 1;
	open_counter(&shift, 1, RESULT_COUNTER_TAKEN);
	open_counter(&shift, 3, RESULT_OK);
	assert_false(shift_take_seat(&shift, &counter));
	assert_int_equal(shift.wanted_counter, 1);
	shift_finish(&shift);
}

static void test_one_that_is_no_more_is_forgotten(void **state)
{
	(void)state;
	struct shift shift;
	int counter;
	model_counters(&shift);
	shift.may_move = true;
	shift.wanted_counter = 9;
	open_counter(&shift, 9, RESULT_COUNTER_UNKNOWN);
	assert_true(shift_take_seat(&shift, &counter));
	assert_int_equal(counter, 0);
	open_counter(&shift, 2, RESULT_OK);
	assert_true(shift_take_seat(&shift, &counter));
	assert_int_equal(counter, 2);
	shift_finish(&shift);
}

static void test_it_is_said_otherwise_at_the_list_of_staff(void **state)
{
	(void)state;
	struct shift shift;
	int counter;
	model_staff(&shift);
	shift.wanted_counter = 2;
	/* Given at start: not the clerk's to change. */
	assert_int_equal(looks_event(&shift, UI_KEY, "l").act, SHIFT_NOTHING);
	hand_act(&shift, SHIFT_MOVE, 0, NOW);
	assert_int_equal(shift.wanted_counter, 2);
	shift.may_move = true;
	assert_int_equal(looks_event(&shift, UI_KEY, "l").act, SHIFT_MOVE);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "staff.seat").act, SHIFT_MOVE);
	looks_show_one(&shift, model_at(10, 31, 24), "console-staff-seat", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-staff-seat", "en", false);
	hand_act(&shift, SHIFT_MOVE, 0, NOW);
	assert_true(shift_take_seat(&shift, &counter));
	assert_int_equal(counter, 0);
	assert_string_equal(shift.notice, "console.seat.asked");
	assert_int_equal(looks_event(&shift, UI_KEY, "l").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

static void write_file(const char *folder, const char *words)
{
	char path[256];
	text_format(path, sizeof(path), "%s/giliran/console-1.counter", folder);
	FILE *file = fopen(path, "we");
	assert_non_null(file);
	fputs(words, file);
	fclose(file);
}

static void test_the_file(void **state)
{
	(void)state;
	char folder[] = "/tmp/giliran-seat-XXXXXX", path[256];
	assert_non_null(mkdtemp(folder));
	assert_int_equal(setenv("XDG_STATE_HOME", folder, 1), 0);
	assert_int_equal(seat_read("console-1"), 0);
	assert_true(seat_keep("console-1", 12));
	assert_true(seat_keep("../etc/x", 3));
	assert_int_equal(seat_read("console-1"), 12);
	assert_int_equal(seat_read("../etc/x"), 3);
	assert_int_equal(seat_read("console-2"), 0);
	assert_true(seat_keep("console-1", 7));
	assert_int_equal(seat_read("console-1"), 7);
	static const char *const wrong[] = {"", "x", "0\n", "-4\n"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		write_file(folder, wrong[i]);
		assert_int_equal(seat_read("console-1"), 0);
	}
	assert_true(seat_keep("console-1", 0));
	assert_true(seat_keep("console-1", 0));
	assert_int_equal(seat_read("console-1"), 0);
	text_format(path, sizeof(path), "%s/giliran/.._etc_x.counter", folder);
	assert_int_equal(unlink(path), 0);
	text_format(path, sizeof(path), "%s/giliran", folder);
	assert_int_equal(rmdir(path), 0);
	assert_int_equal(rmdir(folder), 0);
	/* A place that cannot be written costs nothing but the memory of it. */
	assert_int_equal(setenv("XDG_STATE_HOME", "/dev/null", 1), 0);
	assert_false(seat_keep("console-1", 2));
	assert_int_equal(seat_read("console-1"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_first_choice_is_kept),
		cmocka_unit_test(test_another_one_for_a_day_is_not_kept),
		cmocka_unit_test(test_one_that_is_no_more_is_forgotten),
		cmocka_unit_test(test_it_is_said_otherwise_at_the_list_of_staff),
		cmocka_unit_test(test_the_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
