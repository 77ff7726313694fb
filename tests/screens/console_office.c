#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/office_page.h"
#include "app/console/office_preview.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The page of the settings: who sees it, what a press does, what is asked of the desk; its looks.
 */
static const int64_t NOW = 1000000;

/* The head at counter 2, and the settings as the desk answers them. */
static void make_head(struct shift *shift)
{
	model_desk(shift);
	shift->staff[shift->chosen].role = DESK_HEAD;
}

static struct office_file *make_file(const struct shift *shift)
{
	struct office_file *file = memory_zeroed(1, sizeof(*file));
	static const struct desk_staff staff[] = {{"ani", "Ani Rahmawati", DESK_CLERK, false},
		{"kepala", "Ratna Dewi", DESK_HEAD, false}};
	file->office = *shift->office;
	for (int i = 0; i < file->office.service_count; i++) {
		office_settle_promise(&file->office.services[i]);
	}
	memcpy(file->staff, staff, sizeof(staff));
	file->staff_count = 2;
	return file;
}

static void answer_to(
	struct shift *shift, struct desk_request request, enum result result, bool with_file)
{
	struct desk_message *message = memory_zeroed(1, sizeof(*message));
	message->kind = DESK_MESSAGE_ANSWER;
	message->act = request.act;
	message->tag = request.tag;
	message->result = result;
	message->revision = 5;
	message->settings = with_file ? make_file(shift) : NULL;
	shift_hear(shift, message, NOW);
	desk_message_destroy(message);
	free(request.settings);
	hand_drain(shift);
}

static void answer(struct shift *shift, enum desk_act act, enum result result, bool with_file)
{
	answer_to(shift, hand_take(shift, act), result, with_file);
}

static void type(struct shift *shift, const char *text)
{
	for (; *text != '\0'; text++) {
		const char one[] = {*text, '\0'};
		shift_type(shift, one, NOW);
	}
}

static void open_page(struct shift *shift)
{
	make_head(shift);
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, NOW);
	type(shift, "2468");
	hand_act(shift, SHIFT_OFFICE_ENTER, 0, NOW);
	answer(shift, DESK_UNLOCK_OFFICE, RESULT_OK, true);
	assert_int_equal(shift->setup.phase, SETUP_OPEN);
}

static void clear(struct shift *shift)
{
	while (shift->setup.typed[0] != '\0') {
		hand_act(shift, SHIFT_OFFICE_ERASE, 0, NOW);
	}
}

static void draw(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, model_at(10, 31, 24));
		ui_end(ui);
	}
}

/* ---- who ---- */

static void test_a_clerk_has_no_such_page(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	assert_false(shift_can_show(&shift, SHIFT_PAGE_OFFICE));
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	shift_finish(&shift);
	make_head(&shift);
	assert_true(shift_can_show(&shift, SHIFT_PAGE_OFFICE));
	shift_finish(&shift);
}

static void test_the_pin_is_asked_again(void **state)
{
	(void)state;
	struct shift shift;
	make_head(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, NOW);
	assert_int_equal(shift.setup.phase, SETUP_LOCKED);
	type(&shift, "24");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(shift.setup.fault, RESULT_PIN_FORM);
	hand_take_none(&shift);
	type(&shift, "x69");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	struct desk_request request = hand_take(&shift, DESK_UNLOCK_OFFICE);
	assert_string_equal(request.pin, "2469");
	assert_string_equal(request.staff, shift_person(&shift)->code);
	assert_string_equal(shift.setup.pin, "");
	setup_hear(&shift.setup, RESULT_PIN_WRONG, NULL, 0, "");
	assert_int_equal(shift.setup.phase, SETUP_LOCKED);
	assert_int_equal(shift.setup.fault, RESULT_PIN_WRONG);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	assert_int_equal(shift.setup.phase, SETUP_SHUT);
	shift_finish(&shift);
}

static struct desk_request ask_to_open(struct shift *shift, const char *pin)
{
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_QUEUE, NOW);
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, NOW);
	type(shift, pin);
	hand_act(shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(shift->setup.phase, SETUP_OPENING);
	return hand_take(shift, DESK_UNLOCK_OFFICE);
}

/* The page was left while the store was slow: what it answers late opens nothing. */
static void test_a_late_answer_opens_nothing(void **state)
{
	(void)state;
	struct shift shift;
	open_page(&shift);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, NOW);
	clear(&shift);
	type(&shift, "15");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	struct desk_request save = hand_take(&shift, DESK_SAVE_OFFICE);
	struct desk_request first = ask_to_open(&shift, "2468");
	answer_to(&shift, save, RESULT_OK, true);
	assert_int_equal(shift.setup.phase, SETUP_OPENING);
	assert_null(shift.setup.edit);
	/* Nor does the right PIN of before open it for the wrong one of now. */
	struct desk_request second = ask_to_open(&shift, "1111");
	answer_to(&shift, first, RESULT_OK, true);
	assert_int_equal(shift.setup.phase, SETUP_OPENING);
	answer_to(&shift, second, RESULT_PIN_WRONG, false);
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
	open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, NOW); /* the promise */
	assert_string_equal(setup->typed, "10");
	clear(&shift);
	type(&shift, "15");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, NOW); /* gives no numbers */
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	assert_int_equal(setup->differences.count, 3);
	assert_string_equal(setup->differences.list[0].name, "services.KONS.withheld");
	hand_take_none(&shift);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, NOW);
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_int_equal(setup->edit->office.services[0].target_s, 900);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	struct desk_request request = hand_take(&shift, DESK_SAVE_OFFICE);
	assert_int_equal(request.revision, 5);
	assert_int_equal(request.settings->office.services[0].target_s, 900);
	assert_true(request.settings->office.services[0].withheld);
	free(request.settings);
	setup_hear(setup, RESULT_COUNTER_STAYS, NULL, 0, "2");
	assert_int_equal(setup->phase, SETUP_OPEN);
	assert_int_equal(setup->fault, RESULT_COUNTER_STAYS);
	assert_int_equal(setup->edit->office.services[0].target_s, 900);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	answer(&shift, DESK_SAVE_OFFICE, RESULT_OK, true);
	assert_true(setup->saved);
	assert_int_equal(setup->revision, 5);
	shift_finish(&shift);
}

/* Nothing was changed: there is nothing to move in, and Enter leads back to the rows. */
static void test_a_review_of_nothing_stays_at_its_top(void **state)
{
	(void)state;
	struct shift shift;
	open_page(&shift);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(shift.setup.phase, SETUP_REVIEW);
	assert_int_equal(shift.setup.differences.count, 0);
	for (int by = 1; by >= -1; by -= 2) {
		hand_act(&shift, SHIFT_OFFICE_MOVE, by, NOW);
		assert_int_equal(shift.setup.first, 0);
		struct ui ui;
		golden_start(&ui, "id", 1280, 800);
		draw(&ui, &shift);
		golden_finish(&ui);
	}
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(shift.setup.phase, SETUP_OPEN);
	hand_take_none(&shift);
	shift_finish(&shift);
}

static void test_what_is_wrong_is_not_left(void **state)
{
	(void)state;
	struct shift shift;
	open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_HOURS, NOW);
	clear(&shift);
	type(&shift, "08.00-07");
	assert_int_equal(setup->fault, RESULT_HOURS_FORM);
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, NOW);
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_TEXTS, NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->topic, SETUP_HOURS);
	assert_int_equal(setup->row, 0);
	assert_int_equal(setup->phase, SETUP_OPEN);
	/* Back to what the row said last that was right: nothing typed is closed. */
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, NOW);
	assert_int_equal(shift.page, SHIFT_PAGE_OFFICE);
	assert_int_equal(setup->fault, RESULT_OK);
	type(&shift, "08.00-16.00");
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 7, NOW);
	type(&shift, "12.00-12.30, 15.00-15.15");
	assert_int_equal(setup->fault, RESULT_OK);
	assert_int_equal(setup->edit->office.week[0].break_count, 2);
	shift_finish(&shift);
}

static void test_entries_are_taken_when_they_are_whole(void **state)
{
	(void)state;
	struct shift shift;
	open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_DAYS, NOW);
	type(&shift, "2026-11-2");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->fault, RESULT_DATE_FORM);
	type(&shift, "0");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->fault, RESULT_CALENDAR_PAST);
	clear(&shift);
	type(&shift, "2026-12-30");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->fault, RESULT_FIELD_REQUIRED);
	assert_int_equal(setup->row, 1);
	type(&shift, "Hari jadi");
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 2, NOW);
	type(&shift, "2026-11-24 10.00");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, NOW);
	type(&shift, "2026-11-24 12.00");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, NOW);
	type(&shift, "Rapat");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	assert_int_equal(setup->wanted->office.closure_count, 1);
	assert_non_null(strstr(setup->differences.list[0].name, "days_off.2026-12-30"));
	shift_finish(&shift);
}

static void test_staff_is_added_and_leaves(void **state)
{
	(void)state;
	struct shift shift;
	open_page(&shift);
	struct setup *setup = &shift.setup;
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_STAFF, NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, -1, NOW); /* somebody new */
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 1, NOW);
	type(&shift, "ani");
	hand_act(&shift, SHIFT_OFFICE_MOVE, 1, NOW);
	type(&shift, "Dewi");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->fault, RESULT_STAFF_EXISTS);
	assert_int_equal(setup->row, 1);
	clear(&shift);
	type(&shift, "dewi");
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	assert_int_equal(setup->phase, SETUP_REVIEW);
	assert_int_equal(setup->wanted->staff_count, 3);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, NOW);
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 0, NOW);
	hand_act(&shift, SHIFT_OFFICE_STEP, 1, NOW); /* the first */
	hand_act(&shift, SHIFT_OFFICE_FOCUS, 3, NOW);
	hand_act(&shift, SHIFT_OFFICE_CHOOSE, SETUP_RETIRE, NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	struct desk_request request = hand_take(&shift, DESK_RETIRE_STAFF);
	assert_string_equal(request.word, "ani");
	shift_finish(&shift);
}

/* ---- looks ---- */

static void look(struct inspection *inspection, struct shift *shift, const char *name,
	const char *language, int width, int height, bool picture)
{
	struct ui ui;
	struct office_preview preview = {0};
	char full[96];
	golden_start(&ui, language, width, height);
	if (shift->setup.edit != NULL && shift->setup.topic == SETUP_SLIP) {
		struct parts_layout layout = parts_canvas(&ui);
		struct rect room = office_page_slip(&layout);
		shift->slip_picture = office_preview_show(&preview, &shift->setup.edit->office,
			ui.language, shift->setup.now_ms, ui_px(&ui, room.w - 32),
			ui_px(&ui, room.h - 32));
		assert_non_null(shift->slip_picture);
	}
	draw(&ui, shift);
	text_format(full, sizeof(full), "console-office-%s-%s-%d", name, language, width);
	golden_text(full, &ui.list);
	if (picture) {
		golden_picture(full, &ui.list, width, height);
	}
	inspect_texts(inspection, full, &ui);
	inspect_contrast(inspection, full, &ui);
	golden_finish(&ui);
	office_preview_finish(&preview);
	shift->slip_picture = NULL;
}

static void everywhere(
	struct inspection *inspection, struct shift *shift, const char *name, bool picture)
{
	look(inspection, shift, name, "id", 1280, 800, picture);
	look(inspection, shift, name, "en", 1280, 800, false);
	look(inspection, shift, name, "id", 1920, 1080, false);
	look(inspection, shift, name, "en", 1920, 1080, picture && strcmp(name, "slip") == 0);
}

static void test_looks(void **state)
{
	static const char *const names[SETUP_TOPICS] = {
		"services", "hours", "days", "texts", "slip", "book", "staff", "switches"};
	struct inspection *inspection = memory_zeroed(1, sizeof(*inspection));
	struct shift shift;
	(void)state;
	make_head(&shift);
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, NOW);
	type(&shift, "246");
	everywhere(inspection, &shift, "lock", true);
	shift_finish(&shift);
	open_page(&shift);
	for (int i = 0; i < SETUP_TOPICS; i++) {
		hand_act(&shift, SHIFT_OFFICE_TOPIC, i, NOW);
		if (i == SETUP_SLIP) {
			hand_act(&shift, SHIFT_OFFICE_FOCUS, 5, NOW);
			type(&shift, "Terima kasih atas kunjungan Anda");
		}
		everywhere(inspection, &shift, names[i],
			i == SETUP_SERVICES || i == SETUP_SLIP || i == SETUP_BOOK);
	}
	hand_act(&shift, SHIFT_OFFICE_TOPIC, SETUP_HOURS, NOW);
	type(&shift, "x");
	everywhere(inspection, &shift, "wrong", false);
	hand_act(&shift, SHIFT_OFFICE_BACK, 0, NOW);
	hand_act(&shift, SHIFT_OFFICE_ENTER, 0, NOW);
	everywhere(inspection, &shift, "review", true);
	shift_finish(&shift);
	printf("%s", inspection->words);
	assert_int_equal(inspection->faults, 0);
	free(inspection);
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
		cmocka_unit_test(test_looks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
