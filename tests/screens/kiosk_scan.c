#include "app/base/text.h"
#include "app/kiosk/inputs.h"
#include "app/kiosk/scan.h"
#include "tests/screens/kiosk_stage.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include <string.h>

/* What a scanner reads at the kiosk, and where it leads. */
enum { KONS = 0 };

static void test_codes_are_recognised(void **state)
{
	static const struct {
		const char *text, *code;
	} rows[] = {
		{"K7QM2X", "K7QM2X"},
		{"k7qm2x", "K7QM2X"}, /* Caps Lock, or a scanner set to small letters */
		{"  K7QM2X ", "K7QM2X"},
		{"JANJI:K7QM2X", "K7QM2X"},
		{"janji:k7qm2x", "K7QM2X"},
		{"", ""},
		{" ", ""},
		{"K7QM2", ""},
		{"K7QM2XY", ""},
		{"K7QM20", ""}, /* no 0, 1, I or O in codes */
		{"K7Q M2X", ""},
		{"K7QM2X\nK7QM2X", ""},
		{"JANJI:", ""},
		{"NILAI:K7QM2X", ""}, /* a prefix nobody knows */
		{"8992761123456", ""},
		{"3171234567890123", ""},
		{"https://example.id/antre?k=K7QM2X", ""},
		{"JANJI:JANJI:JANJI:JANJI:JANJI:K7QM2X", ""},
	};
	char code[DESK_CODE_SIZE];
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum scan_kind kind = scan_read(rows[i].text, code);
		assert_string_equal(code, rows[i].code);
		assert_int_equal(kind, code[0] != '\0' ? SCAN_APPOINTMENT : SCAN_UNKNOWN);
	}
}

static enum journey_wish scan(struct stage *stage, const char *text)
{
	return journey_scan(&stage->journey, &stage->lobby, text);
}

static void test_a_scan_at_the_welcome_screen_checks_in(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_int_equal(scan(&stage, "k7qm2x"), JOURNEY_ISSUE);
	assert_int_equal(visit->screen, JOURNEY_CODE);
	assert_string_equal(visit->asked, "K7QM2X");
	assert_true(visit->issuing);
	/* The same again, while the desk is being asked: one visitor, one number. */
	assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_NOTHING);
	stage_answer(&stage, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	stage_slip(&stage, PRINT_CONFIRMED, RESULT_OK);
	stage_pass(&stage, JOURNEY_TICKET_MS);
	stage_assert_forgotten(&stage);
}

static void test_a_scan_takes_the_place_of_what_was_typed(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_act(&stage, ACTION_APPOINTMENT);
	memcpy(visit->code, "K7Q", 4);
	assert_int_equal(scan(&stage, "HJ34KM"), JOURNEY_ISSUE);
	assert_string_equal(visit->code, "HJ34KM");
	stage_answer(&stage, RESULT_APPOINTMENT_UNKNOWN);
	assert_int_equal(visit->screen, JOURNEY_CODE);
	assert_int_equal(visit->code_error, RESULT_APPOINTMENT_UNKNOWN);
	/* A scanner that reads on its own reads again: that is no second guess. */
	assert_int_equal(scan(&stage, "HJ34KM"), JOURNEY_NOTHING);
	assert_int_equal(visit->wrong_codes, 1);
	assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_ISSUE);
	assert_int_equal(visit->code_error, RESULT_OK);
}

static void assert_note(struct stage *stage, enum journey_note note)
{
	struct journey *journey = &stage->journey;
	assert_int_equal(journey->visit.note, note);
	assert_true(journey_deadline(journey, &stage->lobby) <=
		    stage->lobby.ticks_ms + JOURNEY_NOTE_MS);
}

static void test_other_codes_leave_a_sentence_that_passes(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_int_equal(scan(&stage, "8992761123456"), JOURNEY_NOTHING);
	assert_note(&stage, NOTE_UNKNOWN);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
	stage_pass(&stage, JOURNEY_NOTE_MS - 1);
	assert_note(&stage, NOTE_UNKNOWN);
	assert_int_equal(scan(&stage, NULL), JOURNEY_NOTHING);
	assert_note(&stage, NOTE_UNREADABLE);
	stage_pass(&stage, JOURNEY_NOTE_MS);
	assert_int_equal(stage.journey.visit.note, NOTE_NONE);
	assert_int_equal(stage.journey.visit.note_ms, 0);
	/* A code of ours takes it away. */
	scan(&stage, NULL);
	assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_ISSUE);
	assert_int_equal(stage.journey.visit.note, NOTE_NONE);
}

static void test_no_scan_while_closed(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 15, 47);
	assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_NOTHING);
	assert_note(&stage, NOTE_CLOSED);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_WELCOME);
	/* Before the store is open, or without one, the screen has its own words. */
	stage_init(&stage, 10, 13);
	stage.lobby.store = RESULT_STORE_MISSING;
	assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_NOTHING);
	assert_int_equal(stage.journey.visit.note, NOTE_NONE);
	stage.lobby.office = NULL;
	stage.lobby.store = RESULT_OK;
	assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_NOTHING);
	assert_int_equal(stage.journey.visit.note, NOTE_NONE);
}

/* On every other screen nothing but the note changes. */
static void test_a_scan_never_lands_in_a_field(void **state)
{
	struct stage stage;
	(void)state;
	for (int screen = JOURNEY_SERVICE; screen < JOURNEY_SCREENS; screen++) {
		if (screen == JOURNEY_CODE) {
			continue;
		}
		stage_init(&stage, 10, 13);
		if (screen == JOURNEY_GUEST) {
			stage_to_field(&stage, KONS, GUEST_NAME);
			stage_type(&stage, GUEST_NAME, "Siti");
		}
		stage.journey.visit.screen = (enum journey_screen)screen;
		struct visit before = stage.journey.visit;
		assert_int_equal(scan(&stage, "K7QM2X"), JOURNEY_NOTHING);
		assert_int_equal(stage.journey.visit.note, NOTE_LATER);
		before.note = NOTE_LATER;
		before.note_ms = stage.lobby.ticks_ms + JOURNEY_NOTE_MS;
		before.input_ms = stage.lobby.ticks_ms;
		assert_memory_equal(&before, &stage.journey.visit, sizeof(before));
	}
}

static void test_a_scan_is_a_sign_of_life(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_book(&stage, KONS);
	stage_pass(&stage, stage.office.idle_s * 1000);
	assert_true(stage.journey.visit.warned_ms != 0);
	scan(&stage, "8992761123456");
	assert_int_equal(stage.journey.visit.warned_ms, 0);
	stage_pass(&stage, JOURNEY_WARN_MS);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_GUEST);
}

/* ---- the keypad's keys ---- */

static void test_what_a_key_is_to_the_screen(void **state)
{
	static const struct {
		char key;
		const char *name;
		bool typing;
		enum keyboard_layout layout;
		enum ui_event_kind kind; /* UI_NONE = nothing */
		const char *text;
	} rows[] = {
		{'8', "up", false, KEYBOARD_NAME, UI_KEY, "up"},
		{'8', "up", true, KEYBOARD_NAME, UI_KEY, "up"},
		{'8', "up", true, KEYBOARD_PHONE, UI_TEXT, "8"},
		{'0', "escape", true, KEYBOARD_PHONE, UI_TEXT, "0"},
		{'0', "escape", true, KEYBOARD_CODE, UI_KEY, "escape"},
		{'*', "escape", true, KEYBOARD_PHONE, UI_KEY, "escape"},
		{'+', "tab", true, KEYBOARD_PHONE, UI_KEY, "tab"},
		{'\n', "return", true, KEYBOARD_PHONE, UI_KEY, "return"},
		{HID_BACKSPACE, "escape", true, KEYBOARD_EMAIL, UI_KEY, "backspace"},
		{HID_BACKSPACE, "escape", false, KEYBOARD_EMAIL, UI_KEY, "escape"},
		{'7', "", false, KEYBOARD_NAME, UI_NONE, ""},
		{'7', "", true, KEYBOARD_PHONE, UI_TEXT, "7"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct reader_message message = {.kind = READER_KEY, .key = rows[i].key};
		struct ui_event event;
		text_copy(message.name, sizeof(message.name), rows[i].name);
		bool any = inputs_key(&message, rows[i].typing, rows[i].layout, &event);
		assert_int_equal(any, rows[i].kind != UI_NONE);
		if (any) {
			assert_int_equal(event.kind, rows[i].kind);
			assert_string_equal(event.text, rows[i].text);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes_are_recognised),
		cmocka_unit_test(test_a_scan_at_the_welcome_screen_checks_in),
		cmocka_unit_test(test_a_scan_takes_the_place_of_what_was_typed),
		cmocka_unit_test(test_other_codes_leave_a_sentence_that_passes),
		cmocka_unit_test(test_no_scan_while_closed),
		cmocka_unit_test(test_a_scan_never_lands_in_a_field),
		cmocka_unit_test(test_a_scan_is_a_sign_of_life),
		cmocka_unit_test(test_what_a_key_is_to_the_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
