/* The test print on the page of the settings: what is asked, and what is said of it. */
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"
#include "tests/screens/console_office_scene.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ASKED = 7 };

static void open_slip(struct shift *shift)
{
	office_open_page(shift);
	hand_act(shift, SHIFT_OFFICE_TOPIC, SETUP_SLIP, OFFICE_NOW);
	hand_drain(shift);
}

/* The desk answers `request` with the test slip `id`. */
static void answer(
	struct shift *shift, const struct desk_request *request, enum result result, int64_t id)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = request->act,
		.tag = request->tag,
		.result = result,
		.test_slip = {.id = id, .state = PRINT_PENDING}};
	shift_hear(shift, &message, OFFICE_NOW);
}

static void ask(struct shift *shift)
{
	hand_act(shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW);
	struct desk_request request = hand_take(shift, DESK_ASK_TEST_SLIP);
	answer(shift, &request, RESULT_OK, ASKED);
}

/* A picture of the desk comes in which the slip `id` stands so at 10.31.24. */
static void show(struct shift *shift, int64_t id, enum print_state state, enum result reason,
	int64_t left_ms)
{
	struct desk_view view = *shift->view;
	view.test_slip = (struct test_slip){.id = id,
		.state = state,
		.reason = reason,
		.until_ms = model_at(10, 31, 24) + left_ms};
	text_copy(view.test_slip.device, sizeof(view.test_slip.device), "kiosk-1");
	hand_show(shift, &view);
	hand_drain(shift);
}

static bool says(const struct shift *shift, const char *words)
{
	return looks_says(shift, model_at(10, 31, 24), words);
}

/* What a key in the frame asks for. */
static struct shift_action press(struct shift *shift, const char *key)
{
	struct ui ui;
	struct ui_event event = {.kind = UI_KEY};
	text_copy(event.text, sizeof(event.text), key);
	golden_start(&ui, "id", 1280, 800);
	office_draw(&ui, shift);
	ui_begin(&ui, &event);
	struct shift_action action = screen_frame(&ui, shift, model_at(10, 31, 24));
	ui_end(&ui);
	golden_finish(&ui);
	return action;
}

static void test_one_is_asked_for_at_a_time(void **state)
{
	struct shift shift;
	(void)state;
	open_slip(&shift);
	assert_int_equal(press(&shift, "f9").act, SHIFT_OFFICE_TEST);
	hand_act(&shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW);
	struct desk_request request = hand_take(&shift, DESK_ASK_TEST_SLIP);
	assert_int_equal(press(&shift, "f9").act, SHIFT_NOTHING);
	hand_act(&shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW);
	hand_take_none(&shift);
	answer(&shift, &request, RESULT_OK, ASKED);
	/* The picture of the desk is from before. */
	assert_int_equal(press(&shift, "f9").act, SHIFT_NOTHING);
	assert_true(says(&shift, "Menunggu printer kiosk"));
	show(&shift, ASKED, PRINT_SENDING, RESULT_OK, 1);
	assert_int_equal(press(&shift, "f9").act, SHIFT_NOTHING);
	show(&shift, ASKED, PRINT_CONFIRMED, RESULT_OK, 0);
	assert_int_equal(press(&shift, "f9").act, SHIFT_OFFICE_TEST);
	shift_finish(&shift);
}

/* The rows go on being typed and chosen meanwhile, and saved. */
static void test_nothing_waits_for_it(void **state)
{
	struct shift shift;
	(void)state;
	open_slip(&shift);
	ask(&shift);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_assert_changes(&shift.setup, 1);
	hand_act(&shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW); /* not from here */
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_answer(&shift, DESK_SAVE_OFFICE, RESULT_OK, true);
	assert_true(shift.setup.saved);
	/* It was of the slip before. */
	show(&shift, ASKED, PRINT_CONFIRMED, RESULT_OK, 0);
	assert_false(says(&shift, "Sudah tercetak"));
	shift_finish(&shift);
}

static void test_it_belongs_to_its_topic(void **state)
{
	struct shift shift;
	(void)state;
	open_slip(&shift);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_TEXTS, OFFICE_NOW);
	assert_int_equal(press(&shift, "f9").act, SHIFT_NOTHING);
	hand_act(&shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW);
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_SLIP, OFFICE_NOW);
	hand_act(&shift, SHIFT_MENU, 0, OFFICE_NOW);
	assert_int_equal(press(&shift, "f9").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

/* Nor is what somebody asked for elsewhere, or before the page was opened. */
static void test_another_s_is_not_told_of(void **state)
{
	struct shift shift;
	(void)state;
	open_slip(&shift);
	show(&shift, ASKED, PRINT_FAILED, RESULT_PAPER_OUT, 0);
	assert_false(says(&shift, "Tidak tercetak"));
	ask(&shift);
	show(&shift, ASKED + 1, PRINT_FAILED, RESULT_PAPER_OUT, 0);
	assert_false(says(&shift, "Tidak tercetak"));
	assert_int_equal(press(&shift, "f9").act, SHIFT_OFFICE_TEST);
	/* The answer comes when the page was left, and opened once more. */
	hand_act(&shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW);
	struct desk_request late = hand_take(&shift, DESK_ASK_TEST_SLIP);
	setup_close(&shift.setup);
	answer(&shift, &late, RESULT_OK, ASKED + 2);
	assert_int_equal(shift.setup.test.id, 0);
	shift_finish(&shift);
}

static void test_a_refusal_is_told(void **state)
{
	struct shift shift;
	(void)state;
	open_slip(&shift);
	hand_act(&shift, SHIFT_OFFICE_TEST, 0, OFFICE_NOW);
	struct desk_request request = hand_take(&shift, DESK_ASK_TEST_SLIP);
	answer(&shift, &request, RESULT_STORE_FULL, 0);
	assert_int_equal(shift.setup.test.refusal, RESULT_STORE_FULL);
	assert_true(says(&shift, "Ruang"));
	assert_int_equal(press(&shift, "f9").act, SHIFT_OFFICE_TEST);
	shift_finish(&shift);
}

/* It is printed as it is saved: also after a first one nobody looks in vain for what was changed.
 */
static void test_changes_that_are_not_printed_are_told(void **state)
{
	static const char words[] = "Belum dengan perubahan ini.";
	struct shift shift;
	(void)state;
	open_slip(&shift);
	assert_false(says(&shift, words));
	ask(&shift);
	show(&shift, ASKED, PRINT_CONFIRMED, RESULT_OK, 0);
	assert_false(says(&shift, words));
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	assert_true(says(&shift, "Sudah tercetak"));
	assert_true(says(&shift, words));
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW);
	assert_false(says(&shift, words));
	/* What was changed under another topic stands on the paper as well. */
	shift.setup.edit->office.services[0].name[OFFICE_INDONESIAN][0] = 'X';
	assert_true(says(&shift, words));
	shift_finish(&shift);
}

static void test_what_was_typed_and_erased_is_no_change(void **state)
{
	struct shift shift;
	(void)state;
	open_slip(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, OFFICE_SLIP_LINES, OFFICE_NOW);
	office_type(&shift, "Halo");
	assert_true(says(&shift, "Uji cetak memakai"));
	office_clear(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 0, OFFICE_NOW);
	assert_false(says(&shift, "Uji cetak memakai"));
	shift_finish(&shift);
}

static void look(struct inspection *inspection, const struct shift *shift, const char *name,
	const char *language)
{
	enum { WIDTH = 1280, HEIGHT = 800 };
	bool picture = strcmp(name, "paper") == 0 || strcmp(name, "untaken") == 0 ||
		       strcmp(name, "changed-since") == 0;
	struct ui ui;
	char full[96];
	golden_start(&ui, language, WIDTH, HEIGHT);
	office_draw(&ui, shift);
	text_format(full, sizeof(full), "console-office-test-%s-%s-%d", name, language, WIDTH);
	golden_text(full, &ui.list);
	if (picture && strcmp(language, "id") == 0) {
		golden_picture(full, &ui.list, WIDTH, HEIGHT);
	}
	inspect_texts(inspection, full, &ui);
	inspect_contrast(inspection, full, &ui);
	golden_finish(&ui);
}

static void test_looks(void **state)
{
	static const struct {
		const char *name;
		enum print_state state;
		enum result reason;
		int64_t left_ms;
	} rows[] = {
		{"waits", PRINT_PENDING, RESULT_OK, 1},
		{"prints", PRINT_SENDING, RESULT_OK, 1},
		{"confirmed", PRINT_CONFIRMED, RESULT_OK, 0},
		{"sent", PRINT_UNCONFIRMED, RESULT_OK, 0},
		{"paper", PRINT_FAILED, RESULT_PAPER_OUT, 0},
		{"missing", PRINT_FAILED, RESULT_DEVICE_MISSING, 0},
		{"untaken", PRINT_PENDING, RESULT_OK, 0},
		{"silent", PRINT_SENDING, RESULT_OK, 0},
	};
	struct inspection inspection = {0};
	struct shift shift;
	(void)state;
	open_slip(&shift);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, OFFICE_NOW);
	look(&inspection, &shift, "changed", "id");
	look(&inspection, &shift, "changed", "en");
	shift.setup.test = (struct setup_test){.id = ASKED};
	show(&shift, ASKED, PRINT_UNCONFIRMED, RESULT_OK, 0);
	look(&inspection, &shift, "changed-since", "id");
	look(&inspection, &shift, "changed-since", "en");
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, OFFICE_NOW);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		shift.setup.test = (struct setup_test){.id = ASKED};
		show(&shift, ASKED, rows[i].state, rows[i].reason, rows[i].left_ms);
		look(&inspection, &shift, rows[i].name, "id");
		look(&inspection, &shift, rows[i].name, "en");
	}
	shift_finish(&shift);
	printf("%s", inspection.words);
	assert_int_equal(inspection.faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_is_asked_for_at_a_time),
		cmocka_unit_test(test_nothing_waits_for_it),
		cmocka_unit_test(test_it_belongs_to_its_topic),
		cmocka_unit_test(test_another_s_is_not_told_of),
		cmocka_unit_test(test_a_refusal_is_told),
		cmocka_unit_test(test_changes_that_are_not_printed_are_told),
		cmocka_unit_test(test_what_was_typed_and_erased_is_no_change),
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
