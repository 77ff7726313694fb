/* A test slip that was asked for at a console: the kiosk with a printer takes it, once, beside the
 * visitors' slips, and says how it went. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/kiosk_paper.h"
#include "tests/screens/kiosk_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ASKED = 7 };

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request);
bool __wrap_printer_worker_print(
	struct printer_worker *worker, int64_t id, const struct printer_slip *slip);

/* The kiosk, and what the desk and the printer have been asked for. */
static struct scene {
	struct stage stage;
	struct kiosk kiosk;
	struct language *language;
	int takes;                 /* of test slips */
	int64_t taken;             /* the last one */
	int ends;                  /* of test slips */
	struct desk_request ended; /* the last one */
	int prints;
	int64_t printed; /* the last one's id at the worker */
} * scene;

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request)
{
	(void)thread;
	if (request->act == DESK_TAKE_TEST_SLIP) {
		scene->takes++;
		scene->taken = request->id;
	} else if (request->act == DESK_END_TEST_SLIP) {
		scene->ends++;
		scene->ended = *request;
	}
}

bool __wrap_printer_worker_print(
	struct printer_worker *worker, int64_t id, const struct printer_slip *slip)
{
	(void)worker;
	assert_true(slip->size > 1000);
	scene->prints++;
	scene->printed = id;
	return true;
}

static int set_up(void **state)
{
	char texts[1024];
	const struct press_options options = {.device = "kiosk-1"};
	(void)state;
	scene = memory_zeroed(1, sizeof(*scene));
	struct kiosk *kiosk = &scene->kiosk;
	stage_init(&scene->stage, 10, 15);
	snprintf(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	scene->language = language_open(texts, "id");
	kiosk->view = &scene->stage.view;
	kiosk->lobby = scene->stage.lobby;
	kiosk->lobby.prints = true;
	if (!press_init(&kiosk->press, NULL, NULL, scene->language, OFFICE_INDONESIAN, &options)) {
		return -1;
	}
	press_open(&kiosk->press, &scene->stage.office);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	press_finish(&scene->kiosk.press);
	language_close(scene->language);
	free(scene);
	return 0;
}

/* The printer says something, as the loop hears it. */
static void hear_printer(const struct printer_message *message)
{
	struct press_news news = press_hear(&scene->kiosk.press, message);
	kiosk_hear_slip(&scene->kiosk, &news);
	kiosk_hear_aside(&scene->kiosk);
}

static void say_state(enum result reason)
{
	hear_printer(&(struct printer_message){.kind = PRINTER_STATE,
		.status = {.reason = reason},
		.profile = printer_profile_find("80mm")});
}

static void say_done(int64_t id, bool sent, bool confirmed, enum result reason)
{
	hear_printer(&(struct printer_message){.kind = PRINTER_DONE,
		.slip = id,
		.outcome = {.sent_any = sent, .confirmed = confirmed, .reason = reason},
		.profile = printer_profile_find("80mm")});
}

/* The outbox answers: there is the slip `id`, or, with 0, none. */
static void answer_outbox(int64_t id)
{
	struct desk_message message = {
		.kind = DESK_MESSAGE_ANSWER, .act = DESK_TAKE_SLIP, .slip = {.id = id}};
	struct ticket *ticket = &message.slip.ticket;
	text_copy(ticket->number, sizeof(ticket->number), "K001");
	text_copy(ticket->service_date, sizeof(ticket->service_date), "2026-11-23");
	ticket->issued_ms = scene->kiosk.lobby.now_ms;
	struct press_news news = press_take(&scene->kiosk.press, &message);
	kiosk_hear_slip(&scene->kiosk, &news);
}

/* A picture of the desk comes in which the test slip waits for `left_ms`. */
static void show(int64_t id, enum print_state state, int64_t left_ms)
{
	scene->stage.view.test_slip = (struct test_slip){
		.id = id, .state = state, .until_ms = scene->kiosk.lobby.now_ms + left_ms};
	press_wake(&scene->kiosk.press);
	kiosk_follow_test(&scene->kiosk);
}

static void answer_act(enum desk_act act, enum result result)
{
	const struct desk_message message = {
		.kind = DESK_MESSAGE_ANSWER, .act = act, .result = result};
	kiosk_hear_test(&scene->kiosk, &message);
}

static void answer(enum result result)
{
	answer_act(DESK_TAKE_TEST_SLIP, result);
}

static void expect_end(enum print_state state, enum result reason)
{
	assert_int_equal(scene->ends, 1);
	assert_int_equal(scene->ended.id, ASKED);
	assert_int_equal(scene->ended.print, state);
	assert_int_equal(scene->ended.reason, reason);
}

/* A printer that is well and has nothing to do; somebody asks, and the kiosk takes it. */
static void take(void)
{
	say_state(RESULT_OK);
	answer_outbox(0);
	show(ASKED, PRINT_PENDING, 1000);
	assert_int_equal(scene->takes, 0); /* visitors first: the outbox is asked */
	answer_outbox(0);
	assert_int_equal(scene->takes, 1);
	assert_int_equal(scene->taken, ASKED);
	show(ASKED, PRINT_PENDING, 1000);
	answer_outbox(0);
	assert_int_equal(scene->takes, 1); /* so many pictures of the same */
	assert_int_equal(scene->prints, 0);
}

static void test_it_is_printed_once_and_told(void **state)
{
	(void)state;
	take();
	answer(RESULT_OK);
	assert_int_equal(scene->prints, 1);
	assert_int_equal(scene->printed, PRESS_ASKED_TEST);
	show(ASKED, PRINT_SENDING, 1000);
	assert_int_equal(scene->ends, 0);
	say_done(PRESS_ASKED_TEST, true, true, RESULT_OK);
	expect_end(PRINT_CONFIRMED, RESULT_OK);
	answer_outbox(0);
	show(ASKED, PRINT_CONFIRMED, 0);
	answer_outbox(0);
	assert_int_equal(scene->takes, 1);
	assert_int_equal(scene->prints, 1);
	assert_int_equal(scene->ends, 1);
}

static void test_a_printer_that_confirms_nothing(void **state)
{
	(void)state;
	take();
	answer(RESULT_OK);
	say_done(PRESS_ASKED_TEST, true, false, RESULT_OK);
	expect_end(PRINT_UNCONFIRMED, RESULT_OK);
}

static void test_what_breaks_off_is_told(void **state)
{
	(void)state;
	take();
	answer(RESULT_OK);
	say_done(PRESS_ASKED_TEST, true, false, RESULT_PAPER_OUT);
	expect_end(PRINT_FAILED, RESULT_PAPER_OUT);
	/* It is not tried again by itself, as a visitor's would be. */
	say_state(RESULT_OK);
	answer_outbox(0);
	assert_int_equal(scene->prints, 1);
}

/* Known beforehand: nothing is sent. */
static void test_a_printer_in_trouble_is_told_of(void **state)
{
	(void)state;
	say_state(RESULT_PAPER_OUT);
	show(ASKED, PRINT_PENDING, 1000);
	assert_int_equal(scene->takes, 1);
	answer(RESULT_OK);
	assert_int_equal(scene->prints, 0);
	expect_end(PRINT_FAILED, RESULT_PAPER_OUT);
}

static void test_another_kiosk_was_faster(void **state)
{
	(void)state;
	take();
	answer(RESULT_TICKET_STATE);
	assert_int_equal(scene->prints, 0);
	assert_int_equal(scene->ends, 0);
	say_state(RESULT_OK);
	show(ASKED, PRINT_SENDING, 1000);
	answer_outbox(0);
	assert_int_equal(scene->takes, 1);
}

/* A kiosk without a printer leaves it to others; so does one that has not heard of its own yet. */
static void test_without_a_printer_nothing_is_taken(void **state)
{
	(void)state;
	show(ASKED, PRINT_PENDING, 1000);
	assert_int_equal(scene->takes, 0);
	scene->kiosk.lobby.prints = false;
	say_state(RESULT_OK);
	answer_outbox(0);
	show(ASKED, PRINT_PENDING, 1000);
	assert_int_equal(scene->takes, 0);
}

static void test_what_waited_too_long_is_not_taken(void **state)
{
	(void)state;
	say_state(RESULT_OK);
	answer_outbox(0);
	show(ASKED, PRINT_PENDING, 0);
	answer_outbox(0);
	assert_int_equal(scene->takes, 0);
}

/* A visitor's slip is under way when somebody asks, and another comes while the desk is asked. */
static void test_visitors_come_first(void **state)
{
	(void)state;
	say_state(RESULT_OK);
	answer_outbox(3);
	assert_int_equal(scene->printed, 3);
	show(ASKED, PRINT_PENDING, 1000);
	assert_int_equal(scene->takes, 0);
	say_done(3, true, true, RESULT_OK);
	press_ended(&scene->kiosk.press, RESULT_OK);
	answer_outbox(0);
	assert_int_equal(scene->takes, 1);
	press_wake(&scene->kiosk.press);
	answer_outbox(4);
	answer(RESULT_OK);
	assert_int_equal(scene->prints, 2);
	assert_int_equal(scene->printed, 4);
	say_done(4, true, true, RESULT_OK);
	press_ended(&scene->kiosk.press, RESULT_OK);
	answer_outbox(0);
	assert_int_equal(scene->printed, PRESS_ASKED_TEST);
	say_done(PRESS_ASKED_TEST, true, true, RESULT_OK);
	expect_end(PRINT_CONFIRMED, RESULT_OK);
}

/* What was taken is answered for, whatever becomes of the printer. */
static void test_a_printer_that_is_given_up_is_told(void **state)
{
	(void)state;
	take();
	press_wake(&scene->kiosk.press);
	answer(RESULT_OK); /* the outbox is being asked once more */
	assert_int_equal(scene->prints, 0);
	scene->kiosk.lobby.prints = false;
	kiosk_follow_test(&scene->kiosk);
	expect_end(PRINT_FAILED, RESULT_DEVICE_MISSING);
}

/* A store that is busy or full just then: the console would say for two minutes that it is being
 * printed. */
static void test_the_end_is_told_until_the_desk_has_it(void **state)
{
	(void)state;
	take();
	answer(RESULT_OK);
	say_done(PRESS_ASKED_TEST, true, true, RESULT_OK);
	answer_outbox(0);
	assert_int_equal(scene->ends, 1); /* the desk is being told */
	answer_act(DESK_END_TEST_SLIP, RESULT_STORE_BUSY);
	show(ASKED, PRINT_SENDING, 1000);
	assert_int_equal(scene->ends, 2);
	assert_int_equal(scene->ended.id, ASKED);
	assert_int_equal(scene->ended.print, PRINT_CONFIRMED);
	answer_act(DESK_END_TEST_SLIP, RESULT_OK);
	answer_outbox(0);
	show(ASKED + 1, PRINT_PENDING, 1000);
	answer_outbox(0);
	assert_int_equal(scene->ends, 2);
	assert_int_equal(scene->taken, ASKED + 1); /* and the next one is taken */
}

/* Somebody in the staff corner asks for one. */
static void ask_in_corner(void)
{
	scene->kiosk.corner.test = CORNER_TESTING;
	kiosk_print_test(&scene->kiosk);
}

/* The staff corner's own is told there, and to nobody else. */
static void test_the_corner_s_is_its_own(void **state)
{
	struct corner *corner = &scene->kiosk.corner;
	(void)state;
	say_state(RESULT_OK);
	answer_outbox(0);
	ask_in_corner();
	assert_int_equal(scene->printed, PRESS_TEST_SLIP);
	say_done(PRESS_TEST_SLIP, true, true, RESULT_OK);
	assert_int_equal(corner->test, CORNER_TESTED);
	assert_int_equal(scene->ends, 0);
}

/* A visitor's slip is in hand, or perhaps coming: that is no trouble of the printer. */
static void test_the_corner_s_waits_for_the_printer(void **state)
{
	struct corner *corner = &scene->kiosk.corner;
	(void)state;
	say_state(RESULT_OK);
	ask_in_corner();
	assert_int_equal(corner->test, CORNER_TESTING);
	answer_outbox(3);
	assert_int_equal(scene->printed, 3);
	say_done(3, true, true, RESULT_OK);
	press_ended(&scene->kiosk.press, RESULT_OK);
	answer_outbox(0);
	assert_int_equal(scene->printed, PRESS_TEST_SLIP);
	/* Who asks and goes away leaves none behind. */
	say_done(PRESS_TEST_SLIP, true, true, RESULT_OK);
	ask_in_corner();
	corner_close(corner);
	answer_outbox(0);
	assert_int_equal(scene->prints, 2);
}

static void test_the_corner_is_told_why(void **state)
{
	struct corner *corner = &scene->kiosk.corner;
	(void)state;
	say_state(RESULT_COVER_OPEN);
	ask_in_corner();
	assert_int_equal(corner->test, CORNER_TEST_FAILED);
	assert_int_equal(corner->test_result, RESULT_COVER_OPEN);
	scene->kiosk.lobby.prints = false;
	ask_in_corner();
	assert_int_equal(corner->test, CORNER_TEST_FAILED);
	assert_int_equal(corner->test_result, RESULT_DEVICE_MISSING);
	assert_int_equal(scene->prints, 0);
}

/* Both at once: one after the other, each told to who asked. */
static void test_the_corner_s_and_a_console_s(void **state)
{
	(void)state;
	take();
	ask_in_corner();
	assert_int_equal(scene->printed, PRESS_TEST_SLIP);
	answer(RESULT_OK);
	assert_int_equal(scene->prints, 1);
	say_done(PRESS_TEST_SLIP, true, false, RESULT_OK);
	assert_int_equal(scene->kiosk.corner.test, CORNER_TESTED);
	assert_int_equal(scene->ends, 0);
	answer_outbox(0);
	assert_int_equal(scene->printed, PRESS_ASKED_TEST);
	say_done(PRESS_ASKED_TEST, true, true, RESULT_OK);
	expect_end(PRINT_CONFIRMED, RESULT_OK);
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_it_is_printed_once_and_told),
		CASE(test_a_printer_that_confirms_nothing),
		CASE(test_what_breaks_off_is_told),
		CASE(test_a_printer_in_trouble_is_told_of),
		CASE(test_another_kiosk_was_faster),
		CASE(test_without_a_printer_nothing_is_taken),
		CASE(test_what_waited_too_long_is_not_taken),
		CASE(test_visitors_come_first),
		CASE(test_a_printer_that_is_given_up_is_told),
		CASE(test_the_end_is_told_until_the_desk_has_it),
		CASE(test_the_corner_s_is_its_own),
		CASE(test_the_corner_s_waits_for_the_printer),
		CASE(test_the_corner_is_told_why),
		CASE(test_the_corner_s_and_a_console_s),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
