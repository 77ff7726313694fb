/* Settings of the head's page that have rules of their own: letters, counters,
 * the voice, switches. */
#include "app/base/memory.h"
#include "app/base/text.h"
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

static void test_a_letter_belongs_to_one_service(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, OFFICE_NOW);
	assert_string_equal(setup->typed, "K");
	office_clear(&shift);
	assert_int_equal(setup->fault, RESULT_PREFIX_FORM);
	office_type(&shift, "j");
	assert_int_equal(setup->fault, RESULT_PREFIX_TAKEN);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	assert_int_equal(setup->row, 5);
	office_type(&shift, "1");
	assert_int_equal(setup->fault, RESULT_PREFIX_FORM);
	hand_act(&shift, SHIFT_OFFICE_ERASE, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ERASE, 0, OFFICE_NOW);
	office_type(&shift, "kst");
	assert_int_equal(setup->fault, RESULT_OK);
	office_type(&shift, "x");
	assert_int_equal(setup->fault, RESULT_PREFIX_FORM);
	hand_act(&shift, SHIFT_OFFICE_ERASE, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 1);
	office_assert_change(setup, 0, "Layanan · Konsultasi Statistik",
		"Awalan nomor (1 sampai 3 huruf)", "K", "KST");
	assert_string_equal(setup->wanted->office.services[0].prefix, "KST");
	shift_finish(&shift);
}

static void look_at(struct setup *setup)
{
	assert_int_equal(setup_enter(setup), SETUP_NOTHING);
}

static void test_counters_come_go_and_serve(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	int counters = setup->edit->office.counter_count;
	assert_true(counters > 1 && counters < OFFICE_COUNTERS);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_COUNTERS, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 4, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW); /* a new one */
	assert_int_equal(setup->counter, counters);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(&shift, "1");
	assert_int_equal(setup->fault, RESULT_COUNTER_EXISTS);
	office_type(&shift, "00");
	assert_int_equal(setup->fault, RESULT_FIELD_RANGE);
	office_clear(&shift);
	office_type(&shift, "9");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 2, OFFICE_NOW);
	office_type(&shift, "Cashier");
	for (int i = 0; i < setup->edit->office.service_count; i++) {
		hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
		hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW);
	}
	look_at(setup);
	assert_int_equal(setup->fault, RESULT_COUNTER_SERVES);
	assert_int_equal(setup->counter, counters);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 0, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW); /* the second is taken away */
	look_at(setup);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	const struct office *wanted = &setup->wanted->office;
	assert_int_equal(wanted->counter_count, counters);
	assert_int_equal(office_find_counter(wanted, 2), -1);
	assert_int_equal(wanted->counters[0].services & 1, 0);
	assert_int_equal(wanted->counters[counters - 1].number, 9);
	assert_int_equal(wanted->counters[counters - 1].services, 2);
	office_assert_changes(setup, 3);
	office_assert_change(
		setup, 0, "Loket · Loket 1", "Melayani: Konsultasi Statistik", "Ya", "Tidak");
	office_assert_change(setup, 1, "Loket · Loket 2", "Loket ini", "Tetap dipakai", "Dihapus");
	office_assert_change(setup, 2, "Loket", "Loket baru", "–", "9 · Cashier · Penjualan");
	shift_finish(&shift);
}

/* It stays what calls say; its name stands beside it. */
static void test_a_counter_is_named(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_COUNTERS, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 2, OFFICE_NOW);
	office_type(&shift, "Ruang PST");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	for (int i = 0; i < OFFICE_COUNTER_SIZE; i++) {
		office_type(&shift, "x");
	}
	assert_int_equal(setup->fault, RESULT_TEXT_LONG);
	office_clear(&shift);
	look_at(setup);
	const struct office *wanted = &setup->wanted->office;
	char words[OFFICE_COUNTER_WORDS];
	assert_string_equal(
		office_counter_words(wanted, 2, OFFICE_ENGLISH, words), "2 · Ruang PST");
	assert_string_equal(office_counter_words(wanted, 1, OFFICE_ENGLISH, words), "1");
	assert_string_equal(office_counter_name(wanted, 99, OFFICE_ENGLISH), "");
	office_assert_changes(setup, 1);
	office_assert_change(setup, 0, "Loket · Loket 2",
		"Nama di samping nomornya, Bahasa Indonesia (boleh kosong)", "–", "Ruang PST");
	shift_finish(&shift);
}

/* The topic of the counters, with a new one chosen. */
static struct setup *open_new_counter(struct shift *shift)
{
	office_open_page(shift);
	hand_act(shift, SHIFT_OFFICE_TOPIC, SETUP_COUNTERS, OFFICE_NOW);
	hand_act(shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW);
	return &shift->setup;
}

/* A number typed with zeros before it is the same number, not another counter's. */
static void test_zeros_before_a_number_are_dropped(void **state)
{
	(void)state;
	struct shift shift;
	struct setup *setup = open_new_counter(&shift);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(&shift, "0010");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	assert_int_equal(setup->fault, RESULT_OK);
	assert_string_equal(setup->fresh_number, "10");
	look_at(setup);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	const struct office *wanted = &setup->wanted->office;
	assert_int_equal(wanted->counters[wanted->counter_count - 1].number, 10);
	shift_finish(&shift);
}

/* What is said of a new counter is not dropped for want of a number: it is asked for. */
static void test_a_new_counter_needs_a_number(void **state)
{
	(void)state;
	struct shift shift;
	struct setup *setup = open_new_counter(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 2, OFFICE_NOW);
	office_type(&shift, "Kasir");
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_SWITCHES, OFFICE_NOW);
	look_at(setup);
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_int_equal(setup->fault, RESULT_COUNTER_NUMBER);
	assert_int_equal(setup->topic, SETUP_COUNTERS);
	assert_int_equal(setup->row, 1); /* the number is typed right there */
	assert_string_equal(setup->fresh_counter.name[OFFICE_INDONESIAN], "Kasir");
	office_type(&shift, "9");
	look_at(setup);
	office_assert_changes(setup, 1);
	assert_int_equal(office_find_counter(&setup->wanted->office, 9),
		setup->wanted->office.counter_count - 1);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, OFFICE_NOW);
	office_clear(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 2, OFFICE_NOW);
	office_clear(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 4, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW); /* it is to serve less */
	look_at(setup);
	assert_int_equal(setup->fault, RESULT_COUNTER_NUMBER);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 4, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW); /* all again: nothing is said of it */
	look_at(setup);
	office_assert_changes(setup, 0);
	shift_finish(&shift);
}

static void test_the_last_counter_stays(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_COUNTERS, OFFICE_NOW);
	for (int i = 0; i < setup->edit->office.counter_count; i++) {
		hand_act(&shift, SHIFT_OFFICE_FOCUS, 0, OFFICE_NOW);
		hand_act(&shift, SHIFT_OFFICE_CHOOSE, i, OFFICE_NOW);
		hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
		hand_act(&shift, SHIFT_OFFICE_CHOOSE, 1, OFFICE_NOW);
	}
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_TEXTS, OFFICE_NOW);
	look_at(setup);
	assert_int_equal(setup->fault, RESULT_COUNTER_LAST);
	assert_int_equal(setup->topic, SETUP_COUNTERS);
	shift_finish(&shift);
}

/* No voice reads out a wording of another language. */
static void test_a_brief_wording_keeps_to_its_language(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	const struct office_voice *voice = &setup->edit->office.voice;
	text_copy(setup->was->office.voice.brief, OFFICE_WORDING_SIZE, "{ticket} ke {counter}");
	text_copy(setup->edit->office.voice.brief, OFFICE_WORDING_SIZE, "{ticket} ke {counter}");
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_VOICE, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_INDONESIAN_ONLY, OFFICE_NOW);
	assert_string_equal(office_voice_brief(voice), "{ticket} ke {counter}");
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_ENGLISH_FIRST, OFFICE_NOW);
	assert_string_equal(office_voice_brief(voice), "{ticket}, counter {counter}.");
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_BOTH, OFFICE_NOW);
	assert_string_equal(office_voice_brief(voice), "{ticket} ke {counter}");
	shift_finish(&shift);
}

static void test_the_voice_is_worded(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	struct office_voice *voice = &setup->edit->office.voice;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_VOICE, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_ENGLISH_FIRST, OFFICE_NOW);
	assert_int_equal(voice->wording_count, 2);
	assert_int_equal(voice->wordings[0].language, OFFICE_ENGLISH);
	assert_non_null(strstr(voice->wordings[1].text, "silakan"));
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_INDONESIAN_ONLY, OFFICE_NOW);
	assert_int_equal(voice->wording_count, 1);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 2, OFFICE_NOW);
	office_clear(&shift);
	office_type(&shift, "Nomor {ticket}, mari");
	assert_int_equal(setup->fault, RESULT_WORDING_FORM);
	office_type(&shift, " ke loket {counter}");
	assert_int_equal(setup->fault, RESULT_OK);
	assert_string_equal(voice->wordings[0].text, "Nomor {ticket}, mari ke loket {counter}");
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 6, OFFICE_NOW);
	office_type(&shift, "0");
	assert_int_equal(setup->fault, RESULT_FIELD_RANGE);
	office_clear(&shift);
	office_type(&shift, "60");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	office_type(&shift, "12.00-13.00 30, 12.30-16.30 0");
	assert_int_equal(setup->fault, RESULT_VOLUME_FORM);
	office_clear(&shift);
	office_type(&shift, "12.00-13.00 30, 16.00-16.30 0");
	assert_int_equal(setup->fault, RESULT_OK);
	assert_int_equal(voice->hour_count, 2);
	assert_int_equal(voice->hours[1].span.from_min, 16 * 60);
	assert_int_equal(voice->volume, 60);
	char text[SETUP_TEXT_SIZE];
	setup_text(setup, (struct setup_row){SETUP_VOLUMES, 0}, text);
	assert_string_equal(text, "12.00-13.00 30, 16.00-16.30 0");
	look_at(setup);
	office_assert_changes(setup, 4);
	office_assert_change(
		setup, 0, "Suara", "Bahasa panggilan", "Indonesia, lalu Inggris", "Indonesia saja");
	shift_finish(&shift);
}

static void test_the_way_of_calling_is_switched(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_SWITCHES, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, SETUP_STAND_BY, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, SETUP_CALL_ANY, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, SETUP_ASKS_SOURCE, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	assert_true(shift.setup.edit->office.stand_by);
	assert_true(shift.setup.edit->office.call_any);
	assert_true(shift.setup.edit->office.asks_source);
	shift_finish(&shift);
}

static void test_what_consoles_do_is_set_for_all(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_SWITCHES, OFFICE_NOW);
	for (int i = SETUP_RING_SOON; i <= SETUP_RAISE_LATE; i++) {
		hand_act(&shift, SHIFT_OFFICE_FOCUS, i, OFFICE_NOW);
		hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	}
	hand_act(&shift, SHIFT_OFFICE_FOCUS, SETUP_SWITCH_COUNT + SETUP_LOCK_MINUTES, OFFICE_NOW);
	office_clear(&shift);
	office_type(&shift, "241");
	assert_int_equal(setup->fault, RESULT_FIELD_RANGE);
	office_clear(&shift);
	office_type(&shift, "0");
	look_at(setup);
	const struct office_console *console = &setup->wanted->office.console;
	assert_false(console->ring_soon || console->ring_late || console->ring_unattended);
	assert_true(console->raise_late);
	assert_int_equal(console->lock_minutes, 0);
	office_assert_changes(setup, 5);
	office_assert_change(
		setup, 3, "Sakelar", "Konsol tampil paling depan saat terlambat", "Tidak", "Ya");
	shift_finish(&shift);
}

static void test_a_brief_call_is_worded(void **state)
{
	(void)state;
	struct shift shift;
	office_open_page(&shift);
	struct setup *setup = &shift.setup;
	const struct office_voice *voice = &setup->edit->office.voice;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_VOICE, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 9, OFFICE_NOW);
	assert_string_equal(setup->typed, "3");
	office_clear(&shift);
	assert_int_equal(setup->fault, RESULT_FIELD_RANGE);
	office_type(&shift, "61");
	assert_int_equal(setup->fault, RESULT_FIELD_RANGE);
	office_clear(&shift);
	office_type(&shift, "5");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, OFFICE_NOW);
	assert_string_equal(setup->typed, office_voice_brief(voice));
	office_type(&shift, "x");
	hand_act(&shift, SHIFT_OFFICE_ERASE, 0, OFFICE_NOW);
	assert_string_equal(voice->brief, ""); /* the usual one is not written down */
	office_clear(&shift);
	office_type(&shift, "{ticket} ke {counter");
	assert_int_equal(setup->fault, RESULT_WORDING_FORM);
	office_type(&shift, "}");
	assert_int_equal(setup->fault, RESULT_OK);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(setup, 2);
	office_assert_change(setup, 0, "Suara",
		"Singkat bila sekian panggilan menunggu (0 = tidak pernah)", "3", "5");
	office_assert_change(setup, 1, "Suara", "Panggilan singkat (bahasa pertama)",
		"{ticket}, loket {counter}.", "{ticket} ke {counter}");
	assert_string_equal(setup->wanted->office.voice.brief, "{ticket} ke {counter}");
	assert_int_equal(setup->wanted->office.voice.brief_from, 5);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_letter_belongs_to_one_service),
		cmocka_unit_test(test_counters_come_go_and_serve),
		cmocka_unit_test(test_a_counter_is_named),
		cmocka_unit_test(test_zeros_before_a_number_are_dropped),
		cmocka_unit_test(test_a_new_counter_needs_a_number),
		cmocka_unit_test(test_the_last_counter_stays),
		cmocka_unit_test(test_a_brief_wording_keeps_to_its_language),
		cmocka_unit_test(test_a_brief_call_is_worded),
		cmocka_unit_test(test_the_voice_is_worded),
		cmocka_unit_test(test_the_way_of_calling_is_switched),
		cmocka_unit_test(test_what_consoles_do_is_set_for_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
