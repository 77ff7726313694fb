/* A console that has died under its visitor, as the others see it: who is there is helped from
 * their counters, or who signs in goes on in the place of the one who was there. And the waiting
 * room's screen and board, which are there while their programs live. */
#include "app/base/text.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;
enum { LEFT = 31 };

/* K006 is served at counter 1 since 10.20, whose console has died. */
static void leave(struct shift *shift, enum view_counter_state state)
{
	struct view_counter *counter = &shift->view->counters[0];
	counter->state = state;
	counter->left = true;
	counter->since_ms = model_at(10, 20, 0);
	counter->ticket = (struct ticket){.id = LEFT, .service = MODEL_KONS};
	text_copy(counter->ticket.number, sizeof(counter->ticket.number), "K006");
}

static void start(struct shift *shift, enum view_counter_state state)
{
	model_desk(shift);
	model_queue(shift);
	shift->office->undo_s = 10;
	leave(shift, state);
}

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

/* Opens the list and chooses the first, with what can be done about it. */
static void pick(struct shift *shift)
{
	act(shift, SHIFT_SHEET, SHEET_TICKETS);
	act(shift, SHIFT_SHEET_CHOOSE, 0);
	assert_int_equal(shift->sheet.kind, SHEET_TICKET);
	assert_int_equal(shift->sheet.from, 1);
}

static void test_goes_on_at_this_counter(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, VIEW_SERVING);
	pick(&shift);
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	struct desk_request request = hand_take(&shift, DESK_SEND);
	assert_int_equal(request.id, LEFT);
	assert_int_equal(request.counter, 1);
	assert_int_equal(request.to, 2);
	/* Not to a service of which this counter has none, nor from a rest. */
	shift.pending = 0;
	shift.view->counters[1].services = 1u << MODEL_JUAL;
	pick(&shift);
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	(void)hand_take(&shift, DESK_FINISH);
	shift_finish(&shift);
}

/* It is not this counter's press, and what came of it not this clerk's to say. */
static void test_has_left(void **state)
{
	(void)state;
	static const struct {
		enum view_counter_state state;
		enum desk_act act;
		const char *said;
	} rows[] = {{VIEW_SERVING, DESK_FINISH, "console.done.finished"},
		{VIEW_CALLED, DESK_ABSENT, "console.done.absent"}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shift shift;
		start(&shift, rows[i].state);
		pick(&shift);
		act(&shift, SHIFT_SHEET_CHOOSE, 1);
		struct desk_request request = hand_take(&shift, rows[i].act);
		assert_int_equal(request.counter, 1);
		hand_answer(&shift, &request, RESULT_OK, NOW);
		assert_string_equal(shift.said, rows[i].said);
		assert_string_equal(shift.acted, "K006");
		assert_false(shift_can_undo(&shift, NOW));
		assert_int_equal(shift.sheet.kind, SHEET_NONE);
		/* The next own press can be taken back. */
		act(&shift, SHIFT_STEP, 0);
		request = hand_take(&shift, DESK_NEXT);
		hand_answer(&shift, &request, RESULT_OK, NOW);
		assert_true(shift_can_undo(&shift, NOW));
		shift_finish(&shift);
	}
}

static void test_is_sent_on(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, VIEW_SERVING);
	pick(&shift);
	act(&shift, SHIFT_SHEET_CHOOSE, 2);
	assert_int_equal(shift.sheet.kind, SHEET_TRANSFER);
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	struct desk_request request = hand_take(&shift, DESK_TRANSFER);
	assert_int_equal(request.counter, 1);
	assert_int_equal(request.issue.service, MODEL_JUAL);
	shift_finish(&shift);
}

/* Its clerk is back meanwhile, or the visitor has gone on. */
static void test_the_question_ends_with_its_cause(void **state)
{
	(void)state;
	for (int why = 0; why < 3; why++) {
		struct shift shift;
		start(&shift, VIEW_SERVING);
		pick(&shift);
		hand_show(&shift, shift.view);
		assert_int_equal(shift.sheet.kind, SHEET_TICKET);
		struct desk_view view = *shift.view;
		view.counters[0].left = why != 0;
		view.counters[0].ticket.id = why == 1 ? 77 : why == 2 ? 0 : LEFT;
		hand_show(&shift, &view);
		assert_int_equal(shift.sheet.kind, SHEET_NONE);
		shift_finish(&shift);
	}
}

static void test_is_taken_over_at_sign_in(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	act(&shift, SHIFT_CHOOSE_COUNTER, 1);
	struct desk_request request = hand_take(&shift, DESK_OPEN_COUNTER);
	hand_answer(&shift, &request, RESULT_COUNTER_TAKEN, NOW);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	leave(&shift, VIEW_SERVING);
	act(&shift, SHIFT_CHOOSE_COUNTER, 1);
	request = hand_take(&shift, DESK_HAND_OVER);
	assert_int_equal(request.counter, 1);
	assert_string_equal(request.staff, "ani");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_int_equal(shift.counter, 1);
	hand_drain(&shift);
	shift_finish(&shift);
	/* Who was there is there again by opening it. */
	model_counters(&shift);
	leave(&shift, VIEW_SERVING);
	text_copy(shift.view->counters[0].staff, sizeof(shift.view->counters[0].staff), "ani");
	act(&shift, SHIFT_CHOOSE_COUNTER, 1);
	(void)hand_take(&shift, DESK_OPEN_COUNTER);
	shift_finish(&shift);
}

static void connect(struct shift *shift, enum view_device_kind kind, enum result reason)
{
	shift->view->devices[shift->view->device_count++] =
		(struct view_device){.name = "display-1/board", .kind = kind, .reason = reason};
}

static void test_the_waiting_room_is_told_of(void **state)
{
	(void)state;
	struct shift shift;
	int64_t now = model_at(10, 31, 24);
	model_desk(&shift);
	assert_false(looks_says(&shift, now, "Layar tunggu terhubung"));
	connect(&shift, VIEW_SCREEN, RESULT_OK);
	connect(&shift, VIEW_BOARD, RESULT_OK);
	assert_true(looks_says(&shift, now, "Layar tunggu terhubung"));
	assert_true(looks_says(&shift, now, "Papan LED terhubung"));
	shift.view->devices[1].reason = RESULT_DEVICE_MISSING;
	assert_false(looks_says(&shift, now, "Layar tunggu terhubung"));
	assert_true(looks_says(&shift, now, "Layar ruang tunggu: tidak terhubung"));
	shift_finish(&shift);
}

static void test_looks(void **state)
{
	(void)state;
	int64_t now = model_at(10, 31, 24);
	for (int l = 0; l < 2; l++) {
		const char *language = l == 0 ? "id" : "en";
		struct shift shift;
		start(&shift, VIEW_SERVING);
		looks_show_one(&shift, now, "console-left", language, l == 0);
		pick(&shift);
		looks_show_one(&shift, now, "console-left-ticket", language, l == 0);
		act(&shift, SHIFT_SHEET_LEAVE, 0);
		act(&shift, SHIFT_HALL, HALL_ROOM);
		looks_show_one(&shift, now, "console-left-room", language, l == 0);
		shift_finish(&shift);
		model_counters(&shift);
		leave(&shift, VIEW_SERVING);
		looks_show_one(&shift, now, "console-left-counters", language, l == 0);
		shift_finish(&shift);
		model_desk(&shift);
		connect(&shift, VIEW_SCREEN, RESULT_DEVICE_MISSING);
		looks_show_one(&shift, now, "console-screen-missing", language, l == 0);
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_goes_on_at_this_counter),
		cmocka_unit_test(test_has_left),
		cmocka_unit_test(test_is_sent_on),
		cmocka_unit_test(test_the_question_ends_with_its_cause),
		cmocka_unit_test(test_is_taken_over_at_sign_in),
		cmocka_unit_test(test_the_waiting_room_is_told_of),
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
