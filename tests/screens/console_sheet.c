#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
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

/* Acts beside the straight way: their questions, what is asked of the desk, and taking back. */
static const int64_t NOW = 1000000;

/* K007 is served; four wait, one is on hold, one was absent. */
static void start(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
	shift->office->undo_s = 10;
	struct desk_view *view = shift->view;
	view->aside_count = 2;
	view->aside[0] = (struct view_aside){.ticket = 41,
		.number = "D004",
		.service = MODEL_DTSEN,
		.state = TICKET_HELD,
		.since_ms = model_at(10, 12, 0)};
	view->aside[1] = (struct view_aside){.ticket = 42,
		.number = "J003",
		.service = MODEL_JUAL,
		.state = TICKET_ABSENT,
		.since_ms = model_at(10, 5, 0)};
}

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

/* Opens the list of tickets and chooses the `index`th. */
static void pick(struct shift *shift, int index)
{
	act(shift, SHIFT_SHEET, SHEET_TICKETS);
	act(shift, SHIFT_SHEET_CHOOSE, index);
	assert_int_equal(shift->sheet.kind, SHEET_TICKET);
}

static void test_hold_is_one_press(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	act(&shift, SHIFT_HOLD, 0);
	struct desk_request request = hand_take(&shift, DESK_HOLD);
	assert_int_equal(request.id, 0);
	assert_int_equal(request.counter, 2);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.held");
	assert_string_equal(shift.acted, "K007");
	shift.view->counters[1].state = VIEW_CALLED;
	assert_false(shift_can(&shift, SHIFT_HOLD));
	shift_finish(&shift);
}

static void test_transfer_asks_where_to(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	act(&shift, SHIFT_SHEET, SHEET_TRANSFER);
	assert_int_equal(sheet_count(&shift.sheet, shift.office, shift.view), 4);
	act(&shift, SHIFT_SHEET_MOVE, -1);
	assert_int_equal(shift.sheet.at, 3);
	act(&shift, SHIFT_SHEET_MOVE, 1);
	assert_int_equal(shift.sheet.at, 0);
	act(&shift, SHIFT_SHEET_CHOOSE, 4); /* there is no fifth */
	hand_take_none(&shift);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	struct desk_request request = hand_take(&shift, DESK_TRANSFER);
	assert_int_equal(request.id, 7);
	assert_int_equal(request.issue.service, MODEL_PERP); /* not its own, so one further */
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.transferred");
	assert_false(shift_can_undo(&shift, NOW)); /* it was asked for by name */
	/* Reception gives no numbers. */
	shift.office->services[MODEL_JUAL].reception = true;
	act(&shift, SHIFT_SHEET, SHEET_TRANSFER);
	assert_int_equal(sheet_count(&shift.sheet, shift.office, shift.view), 3);
	shift_finish(&shift);
}

/* What is done next says nothing of where that visitor was sent. */
static void test_where_a_visitor_was_sent_stays_said(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	act(&shift, SHIFT_SHEET, SHEET_TRANSFER);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	struct desk_request request = hand_take(&shift, DESK_TRANSFER);
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_TRANSFER,
		.tag = request.tag,
		.ticket = {.service = MODEL_PERP}};
	shift_hear(&shift, &message, NOW);
	assert_true(looks_says(&shift, model_at(10, 31, 24), "K007 dialihkan ke Perpustakaan."));
	act(&shift, SHIFT_ROLL_OLD, 0);
	request = hand_take(&shift, DESK_KEEP_ROLL);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_true(looks_says(&shift, model_at(10, 31, 24), "K007 dialihkan ke Perpustakaan."));
	shift_finish(&shift);
}

static void test_every_deed_on_a_ticket(void **state)
{
	(void)state;
	static const struct {
		int ticket, deed;
		enum desk_act act;
		int64_t id;
		const char *number;
	} rows[] = {
		{0, 0, DESK_RESUME, 41, "D004"},
		{1, 0, DESK_RETURN, 42, "J003"},
		{2, 0, DESK_HOLD, 1, "J005"},
	};
	struct shift shift;
	start(&shift);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		pick(&shift, rows[i].ticket);
		act(&shift, SHIFT_SHEET_CHOOSE, rows[i].deed);
		struct desk_request request = hand_take(&shift, rows[i].act);
		assert_int_equal(request.id, rows[i].id);
		hand_answer(&shift, &request, RESULT_OK, NOW);
		assert_string_equal(shift.acted, rows[i].number);
	}
	pick(&shift, 3);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	assert_int_equal(shift.sheet.kind, SHEET_TRANSFER);
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	struct desk_request request = hand_take(&shift, DESK_TRANSFER);
	assert_int_equal(request.id, 2);
	assert_int_equal(request.issue.service, MODEL_KONS);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	pick(&shift, 4);
	act(&shift, SHIFT_SHEET_CHOOSE, 2);
	hand_take_none(&shift); /* first why */
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	request = hand_take(&shift, DESK_CANCEL);
	assert_int_equal(request.id, 3);
	assert_string_equal(request.word, "left");
	hand_answer(&shift, &request, RESULT_TICKET_STATE, NOW);
	assert_string_equal(shift.notice, "result.ticket_state");
	assert_string_equal(shift.said, "console.done.transferred");
	shift_finish(&shift);
}

static void test_break_has_a_reason(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	act(&shift, SHIFT_SHEET, SHEET_BREAK); /* not while somebody is served */
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	shift_finish(&shift);
	model_desk(&shift);
	shift.menu = true;
	act(&shift, SHIFT_SHEET, SHEET_BREAK);
	assert_false(shift.menu);
	act(&shift, SHIFT_SHEET_LEAVE, 0);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	act(&shift, SHIFT_SHEET, SHEET_BREAK);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	struct desk_request request = hand_take(&shift, DESK_BREAK_COUNTER);
	assert_string_equal(request.word, "meal");
	assert_int_equal(request.counter, 2);
	shift_finish(&shift);
}

static void test_last_press_is_taken_back_in_time(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	assert_false(shift_can_undo(&shift, NOW));
	act(&shift, SHIFT_UNDO, 0);
	hand_take_none(&shift);
	act(&shift, SHIFT_FINISH, 0);
	struct desk_request request = hand_take(&shift, DESK_FINISH);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_true(shift_can_undo(&shift, NOW + 9999));
	assert_false(shift_can_undo(&shift, NOW + 10000));
	assert_true(shift_deadline(&shift, NOW) == NOW + 10000);
	hand_act(&shift, SHIFT_UNDO, 0, NOW + 9999);
	request = hand_take(&shift, DESK_UNDO);
	hand_answer(&shift, &request, RESULT_OK, NOW + 9999);
	assert_string_equal(shift.said, "console.done.undone");
	assert_string_equal(shift.acted, "K007");
	assert_false(shift_can_undo(&shift, NOW + 9999)); /* one press, once */
	shift_pass_time(&shift, NOW + 9999 + SHIFT_SAID_MS);
	assert_string_equal(shift.said, "");

	act(&shift, SHIFT_FINISH, 0);
	request = hand_take(&shift, DESK_FINISH);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	shift.view->counters[1].state = VIEW_CALLED;
	act(&shift, SHIFT_STEP, 0);
	request = hand_take(&shift, DESK_SERVE);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.served");
	assert_true(shift_can_undo(&shift, NOW + 9999)); /* the step was one too far */
	shift.view->counters[1].state = VIEW_CALLED;
	act(&shift, SHIFT_RECALL, 0);
	request = hand_take(&shift, DESK_RECALL);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_false(shift_can_undo(&shift, NOW)); /* a recall was heard */
	shift_finish(&shift);
}

/* After the visit, and only then; nothing waits for the answer. */
static void test_late_one_is_explained_afterwards(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	act(&shift, SHIFT_SHEET, SHEET_LATE);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	shift.view->late_ticket = 5;
	shift.view->late_segment = 2;
	shift.view->late_service = MODEL_JUAL;
	text_copy(shift.view->late_number, sizeof(shift.view->late_number), "K006");
	act(&shift, SHIFT_STEP, 0); /* the next one comes all the same */
	struct desk_request request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_NOBODY_WAITING, NOW);
	act(&shift, SHIFT_SHEET, SHEET_LATE);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	request = hand_take(&shift, DESK_EXPLAIN);
	assert_int_equal(request.id, 5);
	assert_int_equal(request.segment, 2);
	assert_string_equal(request.word, "long_visit");
	assert_string_equal(request.staff, "ani");
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.explained");
	assert_string_equal(shift.acted, "K006");
	/* Answered elsewhere, the question of one service does not become that of another. */
	act(&shift, SHIFT_SHEET, SHEET_LATE);
	assert_true(sheet_holds(&shift.sheet, shift.view, shift_counter(&shift)));
	shift.view->late_segment = 3;
	assert_false(sheet_holds(&shift.sheet, shift.view, shift_counter(&shift)));
	shift_finish(&shift);
}

/* The visit is over first; what came of it is one press where all went well, three otherwise. */
static void test_outcome_is_asked_when_it_is_over(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	hand_finish(&shift, NOW);
	assert_int_equal(shift.sheet.kind, SHEET_OUTCOME);
	act(&shift, SHIFT_SHEET_CHOOSE, 0);
	struct desk_request request = hand_take(&shift, DESK_NOTE_OUTCOME);
	assert_int_equal(request.id, 7);
	assert_int_equal(request.outcome.result, OUTCOME_SERVED);
	assert_int_equal(request.outcome.data, OUTCOME_GIVEN);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	assert_string_equal(shift.said, "console.done.outcome");

	hand_finish(&shift, NOW);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	assert_int_equal(shift.sheet.kind, SHEET_FOLLOW);
	act(&shift, SHIFT_SHEET_CHOOSE, 1);
	assert_int_equal(shift.sheet.kind, SHEET_DATA);
	act(&shift, SHIFT_SHEET_CHOOSE, 2);
	request = hand_take(&shift, DESK_NOTE_OUTCOME);
	assert_int_equal(request.outcome.result, OUTCOME_PARTLY);
	assert_int_equal(request.outcome.follow, OUTCOME_SEND);
	assert_int_equal(request.outcome.data, OUTCOME_LATER);
	hand_answer(&shift, &request, RESULT_OK, NOW);

	/* The next visitor, or taking it back, does not wait for the answer. */
	hand_finish(&shift, NOW);
	act(&shift, SHIFT_STEP, 0);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	request = hand_take(&shift, DESK_NEXT);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	hand_finish(&shift, NOW);
	act(&shift, SHIFT_UNDO, 0);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	hand_take(&shift, DESK_UNDO);
	shift_finish(&shift);
}

/* A question about a ticket that has moved on is not answered any more. */
static void test_question_closes_when_its_ticket_moves(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	*view = *shift.view;
	pick(&shift, 0);
	hand_show(&shift, view);
	assert_int_equal(shift.sheet.kind, SHEET_TICKET);
	view->aside[0].state = TICKET_ABSENT;
	hand_show(&shift, view);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	act(&shift, SHIFT_SHEET, SHEET_TRANSFER);
	view->counters[1].ticket.id = 9;
	hand_show(&shift, view);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	act(&shift, SHIFT_SHEET, SHEET_TICKETS);
	act(&shift, SHIFT_SHEET_MOVE, -1);
	assert_int_equal(shift.sheet.at, 5);
	view->waiting_shown = view->waiting_total = 2;
	hand_show(&shift, view);
	assert_int_equal(shift.sheet.at, 3);
	view->waiting_shown = view->waiting_total = view->aside_count = 0;
	hand_show(&shift, view);
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	assert_false(shift_can_open(&shift, SHEET_TICKETS));
	guest_wipe(&view->guest);
	free(view);
	shift_finish(&shift);
}

/* ---- keys, taps and pictures ---- */

static struct shift_action frame(struct ui *ui, const struct shift *shift, struct ui_event *event)
{
	ui_begin(ui, event);
	struct shift_action action = screen_frame(ui, shift, model_at(10, 31, 24));
	ui_end(ui);
	return action;
}

static void expect(const struct shift *shift, enum ui_event_kind kind, const char *text,
	enum shift_act what, int index)
{
	struct ui ui;
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), text);
	golden_start(&ui, "id", 1280, 800);
	ui.ticks_ms = NOW;
	frame(&ui, shift, NULL);
	frame(&ui, shift, NULL);
	struct shift_action action = frame(&ui, shift, &event);
	golden_finish(&ui);
	assert_int_equal(action.act, what);
	assert_int_equal(action.index, index);
}

static void test_keys_and_taps(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	expect(&shift, UI_KEY, "h", SHIFT_HOLD, 0);
	expect(&shift, UI_KEY, "t", SHIFT_SHEET, SHEET_TRANSFER);
	expect(&shift, UI_KEY, "p", SHIFT_SHEET, SHEET_TICKETS);
	expect(&shift, UI_KEY, "z", SHIFT_NOTHING, 0);
	expect(&shift, UI_KEY, "l", SHIFT_NOTHING, 0);
	expect(&shift, UI_KEY, "u", SHIFT_NOTHING, 0);
	shift.view->unsaid_ticket = shift.view->late_ticket = 5;
	expect(&shift, UI_KEY, "u", SHIFT_SHEET, SHEET_OUTCOME);
	expect(&shift, UI_TAP_ID, "outcome.what", SHIFT_SHEET, SHEET_OUTCOME);
	expect(&shift, UI_KEY, "l", SHIFT_SHEET, SHEET_LATE);
	expect(&shift, UI_TAP_ID, "late.why", SHIFT_SHEET, SHEET_LATE);
	expect(&shift, UI_TAP_ID, "desk.hold", SHIFT_HOLD, 0);
	expect(&shift, UI_TAP_ID, "desk.transfer", SHIFT_SHEET, SHEET_TRANSFER);
	expect(&shift, UI_TAP_ID, "waiting.pick", SHIFT_SHEET, SHEET_TICKETS);
	shift.undo_ms = shift.said_ms = NOW;
	text_copy(shift.said, sizeof(shift.said), "console.done.absent");
	expect(&shift, UI_KEY, "z", SHIFT_UNDO, 0);
	expect(&shift, UI_TAP_ID, "done.undo", SHIFT_UNDO, 0);
	act(&shift, SHIFT_SHEET, SHEET_TRANSFER);
	expect(&shift, UI_KEY, "down", SHIFT_SHEET_MOVE, 1);
	expect(&shift, UI_KEY, "backtab", SHIFT_SHEET_MOVE, -1);
	expect(&shift, UI_KEY, "return", SHIFT_SHEET_CHOOSE, 0);
	expect(&shift, UI_KEY, "4", SHIFT_SHEET_CHOOSE, 3);
	expect(&shift, UI_KEY, "5", SHIFT_NOTHING, 0);
	expect(&shift, UI_KEY, "escape", SHIFT_SHEET_LEAVE, 0);
	expect(&shift, UI_KEY, "space", SHIFT_NOTHING, 0);
	expect(&shift, UI_TAP_ID, "sheet.2", SHIFT_SHEET_CHOOSE, 1);
	expect(&shift, UI_TAP_ID, "sheet.outside", SHIFT_SHEET_LEAVE, 0);
	expect(&shift, UI_TAP_ID, "desk.step", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

static void prepare(struct shift *shift, int look)
{
	start(shift);
	if (look == 0) {
		shift_finish(shift);
		model_desk(shift);
		act(shift, SHIFT_SHEET, SHEET_BREAK);
	} else if (look == 1) {
		for (int i = 0; i < 8; i++) {
			model_wait(shift, "K1010", MODEL_KONS, model_at(10, 30, 0), TICKET_NEVER);
		}
		act(shift, SHIFT_SHEET, SHEET_TICKETS);
	} else if (look == 2) {
		pick(shift, 2);
	} else if (look == 3) {
		act(shift, SHIFT_SHEET, SHEET_TRANSFER);
	} else if (look == 4) {
		pick(shift, 2);
		act(shift, SHIFT_SHEET_CHOOSE, 2);
	} else if (look > 7) {
		shift->office->asks_source = true;
		hand_finish(shift, NOW);
		for (int i = 8; i < look; i++) {
			act(shift, SHIFT_SHEET_CHOOSE, 1);
		}
	} else if (look < 7) {
		shift->view->late_ticket = 5;
		shift->view->late_service = MODEL_JUAL;
		text_copy(shift->view->late_number, sizeof(shift->view->late_number), "K1006");
		shift->view->unsaid_ticket = 6;
		text_copy(shift->view->unsaid_number, sizeof(shift->view->unsaid_number), "K1005");
		act(shift, look == 5 ? SHIFT_SHEET : SHIFT_NOTHING, SHEET_LATE);
	} else {
		shift->undo_ms = shift->said_ms = NOW;
		text_copy(shift->said, sizeof(shift->said), "console.done.held");
		text_copy(shift->acted, sizeof(shift->acted), "K1007");
	}
}

static const char *const looks[] = {"console-sheet-break", "console-sheet-tickets",
	"console-sheet-ticket", "console-sheet-transfer", "console-sheet-cancel",
	"console-sheet-late", "console-late-why", "console-undo", "console-sheet-outcome",
	"console-sheet-follow", "console-sheet-data", "console-sheet-source"};
enum { LOOKS = sizeof(looks) / sizeof(looks[0]) };

static void test_pictures(void **state)
{
	(void)state;
	static const int sizes[][2] = {{1280, 800}, {1920, 1080}};
	struct inspection inspection = {0};
	for (int i = 0; i < LOOKS * 8; i++) {
		struct ui ui;
		struct shift shift;
		char name[64];
		const int *size = sizes[i / 4 % 2];
		const char *language = i % 2 == 0 ? "id" : "en";
		prepare(&shift, i / 8);
		golden_start(&ui, language, size[0], size[1]);
		ui.ticks_ms = NOW;
		ui.theme = i / 2 % 2 == 0 ? &theme_light : &theme_contrast;
		frame(&ui, &shift, NULL);
		frame(&ui, &shift, NULL);
		text_format(name, sizeof(name), "%s.%s", looks[i / 8], language);
		inspect_texts(&inspection, name, &ui);
		inspect_contrast(&inspection, name, &ui);
		if (i % 8 < 2) {
			golden_text(name, &ui.list);
		}
		if (i == 8 || i == 8 * 6 || i == 8 * 7) {
			golden_picture(looks[i / 8], &ui.list, size[0], size[1]);
		}
		golden_finish(&ui);
		shift_finish(&shift);
	}
	fputs(inspection.words, stderr);
	assert_int_equal(inspection.faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hold_is_one_press),
		cmocka_unit_test(test_transfer_asks_where_to),
		cmocka_unit_test(test_where_a_visitor_was_sent_stays_said),
		cmocka_unit_test(test_every_deed_on_a_ticket),
		cmocka_unit_test(test_break_has_a_reason),
		cmocka_unit_test(test_last_press_is_taken_back_in_time),
		cmocka_unit_test(test_late_one_is_explained_afterwards),
		cmocka_unit_test(test_outcome_is_asked_when_it_is_over),
		cmocka_unit_test(test_question_closes_when_its_ticket_moves),
		cmocka_unit_test(test_keys_and_taps),
		cmocka_unit_test(test_pictures),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
