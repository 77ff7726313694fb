/* A number out of its turn, from the list of tickets; and one sent on to a counter. */
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;

/* Counter 2 is free; J005, which it does not serve, D006, K008 and K009 wait. */
static void start(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	shift->office->call_any = true;
	shift->office->undo_s = 10;
}

static void choose(struct shift *shift, int index)
{
	hand_act(shift, SHIFT_SHEET, SHEET_TICKETS, NOW);
	hand_act(shift, SHIFT_SHEET_CHOOSE, index, NOW);
	assert_int_equal(shift->sheet.kind, SHEET_TICKET);
}

static int count(const struct shift *shift)
{
	return sheet_count(&shift->sheet, shift->office, shift->view);
}

static void test_is_the_first_answer_where_it_can_be(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	choose(&shift, 3);
	assert_int_equal(count(&shift), 5);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 0, NOW);
	assert_int_equal(shift.sheet.kind, SHEET_PICK); /* one key more */
	assert_int_equal(count(&shift), 5);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 1, NOW);
	struct desk_request request = hand_take(&shift, DESK_CALL_TICKET);
	assert_int_equal(request.id, 4);
	assert_string_equal(request.word, "short");
	assert_int_equal(request.counter, 2);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.called");
	assert_string_equal(shift.acted, "K009");
	assert_true(shift_can_undo(&shift, NOW));
	shift_finish(&shift);
}

/* While it cannot be, its key does nothing, and the keys of the others stay theirs: whoever is used
 * to calling with it holds nobody. */
static void test_keeps_its_place_while_it_cannot_be(void **state)
{
	(void)state;
	for (int why = 0; why < 3; why++) {
		struct shift shift;
		start(&shift);
		shift.office->call_any = why != 0;
		if (why == 1) {
			model_serving(&shift);
		}
		choose(&shift, why == 2 ? 0 : 3); /* another counter's */
		assert_int_equal(count(&shift), why == 0 ? 4 : 5);
		if (why != 0) {
			looks_press(&shift, "1");
			looks_press(&shift, "return");
			hand_take_none(&shift);
			assert_true(looks_says(&shift, NOW, "saat ini tidak dapat"));
		}
		looks_press(&shift, why == 0 ? "1" : "2");
		hand_take(&shift, DESK_HOLD);
		shift_finish(&shift);
	}
}

/* K007 is served; counter 1 serves its service as well, counter 3 is closed. */
static void start_sending(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
	shift->view->counters[0].services = 0x1F;
	hand_act(shift, SHIFT_SHEET, SHEET_TRANSFER, NOW);
}

static void test_a_counter_is_an_answer_behind_the_services(void **state)
{
	(void)state;
	struct shift shift;
	start_sending(&shift);
	assert_int_equal(count(&shift), 5);
	hand_act(&shift, SHIFT_SHEET_CHOOSE, 4, NOW);
	struct desk_request request = hand_take(&shift, DESK_SEND);
	assert_int_equal(request.id, 7);
	assert_int_equal(request.to, 1);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.transferred");
	/* Neither one that rests nor one that does not serve it. */
	hand_act(&shift, SHIFT_SHEET, SHEET_TRANSFER, NOW);
	shift.view->counters[0].state = VIEW_BREAK;
	assert_int_equal(count(&shift), 4);
	shift.view->counters[0].state = VIEW_SERVING;
	shift.view->counters[0].services = 1u << MODEL_JUAL;
	assert_int_equal(count(&shift), 4);
	shift_finish(&shift);
}

/* Who waits for another counter is not offered to be called, and no clock here is theirs. */
static void test_who_waits_for_another_counter_is_left_alone(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	shift.view->waiting[3].only = 1;
	choose(&shift, 3);
	assert_false(shift.sheet.callable);
	shift.view->waiting[3].only = 2;
	hand_act(&shift, SHIFT_SHEET_LEAVE, 0, NOW);
	choose(&shift, 3);
	assert_true(shift.sheet.callable);
	struct promise promise;
	shift.view->waiting[1].clock.running = false; /* D006's */
	shift.view->waiting[3].clock = (struct view_clock){
		.running = true, .any = true, .start_ms = model_at(10, 30, 0), .target_s = 600};
	promise_find(shift.view, 1, model_at(10, 31, 0), &promise);
	assert_string_equal(promise.number, "K009");
	shift.view->waiting[3].only = 1;
	promise_find(shift.view, 1, model_at(10, 31, 0), &promise);
	assert_false(promise.running);
	shift_finish(&shift);
}

/* Of each one where it stands, and for how long. */
static void test_the_list_tells_how_long(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	shift.view->waiting[3].issued_ms = model_at(8, 0, 0);
	shift.view->aside_count = 2;
	shift.view->aside[0] = (struct view_aside){.ticket = 11,
		.number = "K003",
		.service = MODEL_KONS,
		.state = TICKET_HELD,
		.since_ms = model_at(10, 12, 0)};
	shift.view->aside[1] = (struct view_aside){.ticket = 12,
		.number = "K004",
		.service = MODEL_KONS,
		.state = TICKET_ABSENT,
		.since_ms = model_at(10, 31, 0)};
	hand_act(&shift, SHIFT_SHEET, SHEET_TICKETS, NOW);
	static const char *const words[] = {"Ditahan \u00b7 19 menit", "Tidak hadir",
		"Menunggu \u00b7 6 menit", "Menunggu \u00b7 2 jam 31 menit"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		assert_true(looks_says(&shift, model_at(10, 31, 24), words[i]));
	}
	assert_false(looks_says(&shift, model_at(10, 31, 24), "Tidak hadir \u00b7"));
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-list", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-list", "en", false);
	shift_finish(&shift);
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	choose(&shift, 3);
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-pick", "id", false);
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-pick", "en", false);
	model_serving(&shift);
	hand_act(&shift, SHIFT_SHEET_LEAVE, 0, NOW);
	choose(&shift, 3);
	/* It may be of a service that this counter never has: nobody is told to wait. */
	assert_false(looks_says(&shift, model_at(10, 31, 24), "Panggil sekarang: belum"));
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-pick-not", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-pick-not", "en", false);
	shift_finish(&shift);
	start_sending(&shift);
	shift.view->waiting[2].only = 1;
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-send", "id", true);
	looks_show_one(&shift, model_at(10, 31, 24), "console-sheet-send", "en", false);
	shift.sheet.kind = SHEET_NONE;
	looks_show_one(&shift, model_at(10, 31, 24), "console-sent", "id", true);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_is_the_first_answer_where_it_can_be),
		cmocka_unit_test(test_keeps_its_place_while_it_cannot_be),
		cmocka_unit_test(test_a_counter_is_an_answer_behind_the_services),
		cmocka_unit_test(test_who_waits_for_another_counter_is_left_alone),
		cmocka_unit_test(test_the_list_tells_how_long),
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
