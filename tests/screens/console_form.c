#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The guest book at the console: what a clerk writes and what is asked of the desk. */
static const int64_t NOW = 1000000;

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

static void type(struct shift *shift, int place, const char *text)
{
	act(shift, SHIFT_FORM_FOCUS, place);
	assert_int_equal(shift->form.place, place);
	shift_type(shift, text, NOW);
}

static bool shows(const struct shift *shift, int place)
{
	int places[FORM_PLACES];
	int count = form_places(&shift->form, shift->office, places);
	for (int i = 0; i < count; i++) {
		if (places[i] == place) {
			return true;
		}
	}
	return false;
}

static bool is_wiped(const struct form *form)
{
	static const struct form closed;
	return memcmp(form, &closed, sizeof(closed)) == 0;
}

/* ---- what is asked of the desk ---- */

static void test_number_for_who_is_helped(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, false);
	act(&shift, SHIFT_FORM, SHIFT_FORM_ANY);
	assert_int_equal(shift.form.kind, FORM_HELP);
	assert_int_equal(shift.form.place, FORM_SERVICE);
	assert_false(shows(&shift, GUEST_NAME)); /* who knows yet what is asked */
	act(&shift, SHIFT_FORM_SAVE, 0);
	hand_take_none(&shift);
	assert_int_equal(shift.form.faults[FORM_SERVICE], RESULT_FIELD_REQUIRED);
	shift_type(&shift, "1", NOW);
	assert_int_equal(shift.form.service, MODEL_KONS);
	type(&shift, GUEST_NAME, "Budi Wahyu");
	type(&shift, GUEST_EMAIL, "budi@");
	act(&shift, SHIFT_FORM_MOVE, 1);
	assert_int_equal(shift.form.faults[GUEST_EMAIL], RESULT_EMAIL_FORM);
	act(&shift, SHIFT_FORM_SAVE, 0);
	hand_take_none(&shift);
	assert_int_equal(shift.form.place, GUEST_EMAIL);
	shift_type(&shift, "example.id", NOW);
	act(&shift, SHIFT_FORM_SAVE, 0); /* what is missing is told once */
	hand_take_none(&shift);
	assert_true(shift.form.warned);
	act(&shift, SHIFT_FORM_SAVE, 0);
	struct desk_request request = hand_take(&shift, DESK_HELP_ISSUE);
	assert_int_equal(request.id, 6);
	assert_int_equal(request.issue.service, MODEL_KONS);
	assert_true(request.issue.with_guest);
	assert_true(request.issue.print);
	assert_string_equal(request.issue.token, "help-6");
	assert_string_equal(request.issue.guest.name, "Budi Wahyu");
	assert_string_equal(request.issue.guest.email, "budi@example.id");
	shift_type(&shift, "x", NOW); /* not while the answer is awaited */
	hand_answer(&shift, &request, RESULT_QUOTA_FULL, NOW);
	assert_string_equal(shift.notice, "result.quota_full");
	assert_string_equal(shift.form.guest.email, "budi@example.id");
	act(&shift, SHIFT_FORM_SAVE, 0);
	request = hand_take(&shift, DESK_HELP_ISSUE);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.notice, "console.help.issued");
	assert_true(is_wiped(&shift.form));
	shift_finish(&shift);
}

static void test_unsigned_book_is_signed(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, true);
	shift.view->has_guest = false;
	act(&shift, SHIFT_FORM, SHIFT_FORM_HELP); /* nobody calls */
	assert_int_equal(shift.form.kind, FORM_CLOSED);
	act(&shift, SHIFT_FORM, SHIFT_FORM_ANY);
	assert_int_equal(shift.form.kind, FORM_SIGN);
	assert_int_equal(
		shift.form.place, GUEST_AGE_BAND); /* before the name, which a child has not */
	shift_type(&shift, "1", NOW);
	assert_false(shows(&shift, GUEST_NAME));
	shift_type(&shift, "2", NOW);
	assert_string_equal(shift.form.guest.name, "");
	type(&shift, GUEST_NAME, "Siti");
	act(&shift, SHIFT_FORM_SAVE, 0);
	act(&shift, SHIFT_FORM_SAVE, 0);
	struct desk_request request = hand_take(&shift, DESK_WRITE_GUEST);
	assert_int_equal(request.id, 7);
	assert_int_equal(request.counter, 2);
	assert_string_equal(request.word, "completed");
	assert_string_equal(request.issue.guest.name, "Siti");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.notice, "console.form.saved");
	assert_true(is_wiped(&shift.form));
	shift_finish(&shift);
}

/* Gaps are filled without a reason; what stood there is changed with one. */
static void test_correction_has_a_reason(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, true);
	act(&shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	assert_int_equal(shift.form.kind, FORM_CORRECT);
	assert_int_equal(shift.form.place, GUEST_AGE_BAND); /* the first that is missing */
	type(&shift, GUEST_PHONE, "081234567890");
	act(&shift, SHIFT_FORM_SAVE, 0);
	act(&shift, SHIFT_FORM_SAVE, 0);
	struct desk_request request = hand_take(&shift, DESK_WRITE_GUEST);
	assert_string_equal(request.word, "completed");
	hand_answer(&shift, &request, RESULT_STORE_BUSY, NOW);

	type(&shift, GUEST_NAME, "wati");
	act(&shift, SHIFT_FORM_ERASE, 0);
	assert_string_equal(shift.form.guest.name, "Siti Rahmawat");
	assert_true(shows(&shift, FORM_REASON));
	act(&shift, SHIFT_FORM_SAVE, 0);
	act(&shift, SHIFT_FORM_SAVE, 0);
	hand_take_none(&shift); /* however often: a reason is no answer of the visitor's */
	assert_int_equal(shift.form.place, FORM_REASON);
	act(&shift, SHIFT_FORM_STEP, 1);
	assert_int_equal(shift.form.reason, FORM_TYPO);
	act(&shift, SHIFT_FORM_STEP, -1);
	assert_int_equal(shift.form.reason, FORM_VISITOR);
	act(&shift, SHIFT_FORM_SAVE, 0);
	request = hand_take(&shift, DESK_WRITE_GUEST);
	assert_string_equal(request.word, "visitor");
	assert_string_equal(request.issue.guest.name, "Siti Rahmawat");
	assert_string_equal(request.issue.guest.phone, "081234567890");
	hand_answer(&shift, &request, RESULT_OK, NOW);

	/* As it was again: there is nothing to give a reason for. */
	act(&shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	type(&shift, GUEST_NAME, "x");
	assert_true(shows(&shift, FORM_REASON));
	act(&shift, SHIFT_FORM_ERASE, 0);
	assert_false(shows(&shift, FORM_REASON));
	shift_finish(&shift);
}

/* ---- writing ---- */

static void test_every_kind_of_answer(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, true);
	shift.view->has_guest = false;
	act(&shift, SHIFT_FORM, SHIFT_FORM_ANY);
	const struct form *form = &shift.form;
	type(&shift, GUEST_OCCUPATION, "7"); /* the seventh is "other" */
	assert_true(shows(&shift, GUEST_OCCUPATION_OTHER));
	type(&shift, GUEST_OCCUPATION_OTHER, "Petani");
	type(&shift, GUEST_OCCUPATION, "1");
	assert_false(shows(&shift, GUEST_OCCUPATION_OTHER));
	shift_type(&shift, "x", NOW);
	shift_type(&shift, "9", NOW); /* there is no ninth */
	assert_int_equal(form->guest.occupation, 1);
	act(&shift, SHIFT_FORM_STEP, 1);
	assert_int_equal(form->guest.occupation, 2);
	act(&shift, SHIFT_FORM_ERASE, 0);
	assert_int_equal(form->guest.occupation, 0);

	type(&shift, GUEST_NEEDS, "1");
	shift_type(&shift, "3", NOW);
	assert_int_equal(form->guest.needs, 5);
	shift_type(&shift, "1", NOW);
	act(&shift, SHIFT_FORM_CHOOSE, 1);
	assert_int_equal(form->guest.needs, 6);

	type(&shift, GUEST_PARTY_MALE, "12");
	assert_int_equal(form->guest.party_male, 12);
	shift_type(&shift, "3", NOW); /* more than a party has */
	assert_int_equal(form->guest.party_male, 12);
	act(&shift, SHIFT_FORM_ERASE, 0);
	act(&shift, SHIFT_FORM_STEP, 1);
	assert_int_equal(form->guest.party_male, 2);

	char many[GUEST_NAME_SIZE];
	memset(many, 'a', sizeof(many));
	many[sizeof(many) - 1] = '\0';
	type(&shift, GUEST_NAME, many);
	shift_type(&shift, "a", NOW);
	assert_int_equal(form->faults[GUEST_NAME], RESULT_TEXT_LONG);
	assert_string_equal(form->guest.name, many);
	act(&shift, SHIFT_FORM_ERASE, 0);
	assert_int_equal(form->faults[GUEST_NAME], RESULT_OK);
	shift_type(&shift, "\t", NOW);
	assert_int_equal(strlen(form->guest.name), GUEST_NAME_SIZE - 2);
	shift_finish(&shift);
}

/* Round and round, through everything that is asked, either way. */
static void test_moving_comes_by_every_place(void **state)
{
	(void)state;
	struct shift shift;
	int places[FORM_PLACES];
	model_helped(&shift, true);
	act(&shift, SHIFT_FORM, SHIFT_FORM_ANY);
	int count = form_places(&shift.form, shift.office, places);
	assert_true(count > 10);
	act(&shift, SHIFT_FORM_FOCUS, places[0]);
	for (int i = 0; i < count; i++) {
		assert_int_equal(shift.form.place, places[i]);
		act(&shift, SHIFT_FORM_MOVE, 1);
	}
	assert_int_equal(shift.form.place, places[0]);
	act(&shift, SHIFT_FORM_MOVE, -1);
	assert_int_equal(shift.form.place, places[count - 1]);
	act(&shift, SHIFT_FORM_FOCUS, FORM_SERVICE); /* is not there */
	assert_int_equal(shift.form.place, places[count - 1]);
	shift_finish(&shift);
}

/* ---- closing ---- */

static void test_what_was_written_is_dropped_at_the_second_word(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, true);
	act(&shift, SHIFT_FORM, SHIFT_FORM_ANY);
	act(&shift, SHIFT_FORM_LEAVE, 0);
	assert_true(is_wiped(&shift.form));
	act(&shift, SHIFT_FORM, SHIFT_FORM_ANY);
	type(&shift, GUEST_PHONE, "08");
	act(&shift, SHIFT_FORM_LEAVE, 0);
	assert_int_equal(shift.form.kind, FORM_CORRECT);
	act(&shift, SHIFT_FORM_MOVE, 1);
	act(&shift, SHIFT_FORM_LEAVE, 0);
	assert_int_equal(shift.form.kind, FORM_CORRECT);
	act(&shift, SHIFT_FORM_LEAVE, 0);
	assert_true(is_wiped(&shift.form));
	shift_finish(&shift);
}

/* Whoever it is about is gone: the form goes, and nothing of it stays. */
static void test_form_about_nobody_closes(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, false);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	act(&shift, SHIFT_FORM, SHIFT_FORM_HELP);
	shift_type(&shift, "1", NOW);
	hand_show(&shift, view); /* nothing of it changed */
	assert_int_equal(shift.form.kind, FORM_HELP);
	view->help_count = 0;
	hand_show(&shift, view);
	assert_true(is_wiped(&shift.form));
	assert_string_equal(shift.notice, "console.form.gone");

	act(&shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	assert_int_equal(shift.form.kind, FORM_CORRECT);
	view->counters[1].ticket.id = 8;
	hand_show(&shift, view);
	assert_true(is_wiped(&shift.form));
	/* Another takes the counter over. */
	act(&shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	text_copy(view->counters[1].staff, sizeof(view->counters[1].staff), "budi");
	hand_show(&shift, view);
	assert_int_equal(shift.phase, SHIFT_COUNTERS);
	assert_true(is_wiped(&shift.form));
	guest_wipe(&view->guest);
	memory_wipe(view, sizeof(*view));
	free(view);
	shift_finish(&shift);
}

/* ---- keys and taps ---- */

static void frame(struct ui *ui, const struct shift *shift, const struct ui_event *event)
{
	ui_begin(ui, event);
	screen_frame(ui, shift, model_at(10, 31, 24));
	ui_end(ui);
}

static struct shift_action press(
	const struct shift *shift, enum ui_event_kind kind, const char *text)
{
	struct ui ui;
	golden_start(&ui, "id", 1280, 800);
	for (int i = 0; i < 2; i++) {
		frame(&ui, shift, NULL);
	}
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), text);
	ui_begin(&ui, &event);
	struct shift_action action = screen_frame(&ui, shift, model_at(10, 31, 24));
	ui_end(&ui);
	golden_finish(&ui);
	return action;
}

static void expect(const struct shift *shift, enum ui_event_kind kind, const char *text,
	enum shift_act what, int index)
{
	struct shift_action action = press(shift, kind, text);
	assert_int_equal(action.act, what);
	assert_int_equal(action.index, index);
}

static void test_keys_and_taps(void **state)
{
	(void)state;
	struct shift shift;
	model_helped(&shift, false);
	expect(&shift, UI_KEY, "g", SHIFT_FORM, SHIFT_FORM_ANY);
	expect(&shift, UI_KEY, "d", SHIFT_HELP_DONE, 0);
	expect(&shift, UI_TAP_ID, "help.book", SHIFT_FORM, SHIFT_FORM_HELP);
	expect(&shift, UI_TAP_ID, "visitor.book", SHIFT_FORM, SHIFT_FORM_VISITOR);
	shift.view->helps[0].state = HELP_ASKED;
	expect(&shift, UI_KEY, "b", SHIFT_HELP_TAKE, 0);
	expect(&shift, UI_KEY, "d", SHIFT_NOTHING, 0);
	act(&shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	static const struct {
		const char *key;
		enum shift_act act;
		int index;
	} keys[] = {
		{"tab", SHIFT_FORM_MOVE, 1},
		{"backtab", SHIFT_FORM_MOVE, -1},
		{"down", SHIFT_FORM_MOVE, 1},
		{"up", SHIFT_FORM_MOVE, -1},
		{"return", SHIFT_FORM_MOVE, 1},
		{"right", SHIFT_FORM_STEP, 1},
		{"left", SHIFT_FORM_STEP, -1},
		{"backspace", SHIFT_FORM_ERASE, 0},
		{"f10", SHIFT_FORM_SAVE, 0},
		{"escape", SHIFT_FORM_LEAVE, 0},
		/* They are letters here. */
		{"f", SHIFT_NOTHING, 0},
		{"g", SHIFT_NOTHING, 0},
		{"space", SHIFT_NOTHING, 0},
	};
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		expect(&shift, UI_KEY, keys[i].key, keys[i].act, keys[i].index);
	}
	expect(&shift, UI_TEXT, "a", SHIFT_FORM_TYPE, 0);
	expect(&shift, UI_TAP_ID, "form.phone", SHIFT_FORM_FOCUS, GUEST_PHONE);
	expect(&shift, UI_TAP_ID, "form.option.2", SHIFT_FORM_CHOOSE, 1);
	expect(&shift, UI_TAP_ID, "form.save", SHIFT_FORM_SAVE, 0);
	expect(&shift, UI_TAP_ID, "form.leave", SHIFT_FORM_LEAVE, 0);
	/* The desk below is dead. */
	expect(&shift, UI_TAP_ID, "desk.step", SHIFT_NOTHING, 0);
	/* Return at the last place saves. */
	act(&shift, SHIFT_FORM_FOCUS, GUEST_PARTY_FEMALE);
	expect(&shift, UI_KEY, "return", SHIFT_FORM_SAVE, 0);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number_for_who_is_helped),
		cmocka_unit_test(test_unsigned_book_is_signed),
		cmocka_unit_test(test_correction_has_a_reason),
		cmocka_unit_test(test_every_kind_of_answer),
		cmocka_unit_test(test_moving_comes_by_every_place),
		cmocka_unit_test(test_what_was_written_is_dropped_at_the_second_word),
		cmocka_unit_test(test_form_about_nobody_closes),
		cmocka_unit_test(test_keys_and_taps),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
