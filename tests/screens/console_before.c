/* Broken promises of earlier days without a reason, and the free words beside a reason. */
#include "app/base/text.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

static void type(struct shift *shift, const char *text)
{
	shift_type(shift, text, NOW);
}

/* The desk's thread tells that `count` of `date` have no reason, K006 on. */
static void tell(struct shift *shift, int tag, const char *date, int count)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_LIST_LATE,
		.tag = tag,
		.late_count = (size_t)count};
	for (int i = 0; i < count; i++) {
		message.late[i] = (struct desk_late){.ticket = 5 + i, .segment = 1 + i};
		text_format(message.late[i].number, TICKET_NUMBER_SIZE, "K%03d", 6 + i);
		text_copy(message.late[i].service_date, CALENDAR_DATE_SIZE, date);
	}
	shift_hear(shift, &message, NOW);
}

/* Ani has signed in; `count` of `date` are open. */
static void start(struct shift *shift, const char *date, int count)
{
	model_counters(shift);
	shift->asked_counter = shift->counter = 2;
	struct desk_view view = *shift->view;
	view.counters[1].state = VIEW_FREE;
	text_copy(
		view.counters[1].staff, sizeof(view.counters[1].staff), shift_person(shift)->code);
	hand_drain(shift);
	hand_show(shift, &view);
	assert_int_equal(shift->phase, SHIFT_DESK);
	struct desk_request request = hand_take(shift, DESK_LIST_LATE);
	assert_string_equal(request.staff, shift_person(shift)->code);
	tell(shift, request.tag, date, count);
}

static void test_each_is_asked_in_turn(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-22", 2);
	assert_int_equal(shift.sheet.kind, SHEET_NONE); /* never by itself */
	assert_true(shift_late_is_yesterdays(&shift));
	looks_press(&shift, "m");
	assert_int_equal(shift.sheet.kind, SHEET_BEFORE);
	assert_string_equal(shift.sheet.number, "K006");
	looks_press(&shift, "3");
	struct desk_request request = hand_take(&shift, DESK_EXPLAIN);
	assert_int_equal(request.id, 5);
	assert_int_equal(request.segment, 1);
	assert_string_equal(request.word, "away");
	assert_string_equal(request.note, "");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	request = hand_take(&shift, DESK_LIST_LATE);
	tell(&shift, request.tag, "2026-11-22", 1);
	assert_int_equal(shift.sheet.kind, SHEET_BEFORE);
	looks_press(&shift, "6");
	request = hand_take(&shift, DESK_EXPLAIN);
	assert_string_equal(request.word, "forgotten");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	request = hand_take(&shift, DESK_LIST_LATE);
	tell(&shift, request.tag, "", 0);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	assert_false(shift_can_open(&shift, SHEET_BEFORE));
	shift_finish(&shift);
}

/* Put off with Escape it waits for the next look; the blue button comes first, always. */
static void test_it_is_never_in_the_way(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-20", 2);
	assert_false(shift_late_is_yesterdays(&shift));
	looks_press(&shift, "m");
	looks_press(&shift, "escape");
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	looks_press(&shift, "m");
	looks_press(&shift, "space");
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_NOBODY_WAITING, NOW);
	shift.view->counters[1].state = VIEW_CALLED; /* a visitor comes before the past */
	assert_false(shift_can_open(&shift, SHEET_BEFORE));
	act(&shift, SHIFT_SHEET, SHEET_BEFORE);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	shift_finish(&shift);
}

/* A list that comes late is of somebody who has left; one that was pressed away does not open. */
static void test_an_old_answer_opens_nothing(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-22", 1);
	tell(&shift, shift.late_tag - 1, "2026-11-22", 3);
	assert_int_equal(shift.late_count, 1);
	looks_press(&shift, "m");
	looks_press(&shift, "1");
	struct desk_request request = hand_take(&shift, DESK_EXPLAIN);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	request = hand_take(&shift, DESK_LIST_LATE);
	act(&shift, SHIFT_MENU, 0);
	act(&shift, SHIFT_MENU, 0);
	tell(&shift, request.tag, "2026-11-22", 1);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	shift.counter = 0;
	act(&shift, SHIFT_LEAVE, 0);
	assert_int_equal(shift.late_count, 0);
	shift_finish(&shift);
}

static void test_a_note_goes_with_the_reason(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-22", 1);
	looks_press(&shift, "m");
	looks_press(&shift, "c");
	assert_true(shift.sheet.writes);
	looks_press(&shift, "1"); /* the letters are the note's */
	hand_take_none(&shift);
	assert_int_equal(looks_event(&shift, UI_TEXT, "R").act, SHIFT_FORM_TYPE);
	type(&shift, " Rombongan");
	type(&shift, "\t"); /* no letter */
	type(&shift, "x");
	looks_press(&shift, "backspace");
	looks_press(&shift, "return");
	assert_false(shift.sheet.writes);
	looks_press(&shift, "1");
	struct desk_request request = hand_take(&shift, DESK_EXPLAIN);
	assert_string_equal(request.word, "crowd");
	assert_string_equal(request.note, "Rombongan");
	shift_finish(&shift);
}

/* Enter ends the note and no more; a reason is gone to, or has its number. */
static void test_enter_twice_after_a_note_answers_nothing(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-22", 1);
	looks_press(&shift, "m");
	looks_press(&shift, "return");
	hand_take_none(&shift);
	looks_press(&shift, "down");
	looks_press(&shift, "c");
	type(&shift, "Rombongan");
	looks_press(&shift, "return");
	looks_press(&shift, "return");
	hand_take_none(&shift);
	assert_int_equal(shift.sheet.kind, SHEET_BEFORE);
	assert_string_equal(shift.sheet.note, "Rombongan");
	looks_press(&shift, "up"); /* the last */
	looks_press(&shift, "return");
	struct desk_request request = hand_take(&shift, DESK_EXPLAIN);
	assert_string_equal(request.word, "forgotten");
	assert_string_equal(request.note, "Rombongan");
	shift_finish(&shift);
}

static void test_a_note_can_be_dropped_and_has_an_end(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-22", 1);
	looks_press(&shift, "m");
	looks_press(&shift, "c");
	for (int i = 0; i < DESK_NOTE_SIZE; i++) {
		type(&shift, "\u00e9");
	}
	assert_int_equal(strlen(shift.sheet.note), DESK_NOTE_SIZE - 2); /* whole letters */
	looks_press(&shift, "escape");
	assert_string_equal(shift.sheet.note, "");
	assert_int_equal(shift.sheet.kind, SHEET_BEFORE);
	looks_press(&shift, "2");
	assert_string_equal(hand_take(&shift, DESK_EXPLAIN).note, "");
	shift_finish(&shift);
}

/* A head who comes to a closed counter, which does not open by itself, is told of them all, too. */
static void test_a_head_at_a_closed_counter_is_told(void **state)
{
	(void)state;
	struct shift shift;
	struct desk_request request = {.act = DESK_LIST_STAFF};
	model_counters(&shift);
	hand_drain(&shift);
	shift.staff[shift.chosen].role = DESK_HEAD;
	act(&shift, SHIFT_CHOOSE_COUNTER, 2);
	assert_int_equal(shift.phase, SHIFT_DESK);
	while (request.act != DESK_LIST_LATE) {
		assert_true(shift_take_request(&shift, &request));
	}
	assert_string_equal(request.staff, shift_person(&shift)->code);
	tell(&shift, request.tag, "2026-11-22", 2);
	looks_press(&shift, "m");
	assert_int_equal(shift.sheet.kind, SHEET_BEFORE);
	shift_finish(&shift);
}

static void show(const struct shift *shift, const char *name, bool picture)
{
	looks_show_one(shift, model_at(10, 31, 24), name, "id", picture);
	looks_show_one(shift, model_at(10, 31, 24), name, "en", false);
}

static void test_pictures(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift, "2026-11-22", 2);
	show(&shift, "console-before", true);
	shift_finish(&shift);
	start(&shift, "2026-11-20", 12);
	show(&shift, "console-before-older", false);
	looks_press(&shift, "m");
	show(&shift, "console-sheet-before", true);
	looks_press(&shift, "c");
	show(&shift, "console-note-empty", false);
	for (int i = 0; i < 12; i++) {
		type(&shift, "Dua rombongan datang bersamaan dari kampus. ");
	}
	show(&shift, "console-note", true);
	looks_press(&shift, "return");
	show(&shift, "console-note-kept", false);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_is_asked_in_turn),
		cmocka_unit_test(test_it_is_never_in_the_way),
		cmocka_unit_test(test_an_old_answer_opens_nothing),
		cmocka_unit_test(test_a_note_goes_with_the_reason),
		cmocka_unit_test(test_enter_twice_after_a_note_answers_nothing),
		cmocka_unit_test(test_a_note_can_be_dropped_and_has_an_end),
		cmocka_unit_test(test_a_head_at_a_closed_counter_is_told),
		cmocka_unit_test(test_pictures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
