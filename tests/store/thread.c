/*
 * The desk on its thread: the screens' loop gets answers and views, hears of other programs at
 * once, and of nothing while nothing happens.
 */
#include "app/base/clock.h"
#include "app/base/text.h"
#include "db/presence.h"
#include "tests/store/inbox.h"
#include "tests/store/killer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void a_visit_by_messages(void **state)
{
	struct inbox inbox;
	struct desk_thread *thread = inbox_start(*state, &inbox);
	struct desk_message *message = inbox_wait(&inbox, PATIENCE_MS);
	assert_non_null(message);
	assert_int_equal(message->kind, DESK_MESSAGE_OPENED);
	assert_int_equal(message->result, RESULT_OK);
	assert_true(message->training);
	assert_int_equal(message->office->service_count, 5);
	desk_message_destroy(message);
	inbox_expect_waiting(&inbox, 0);

	struct desk_request request = {
		.act = DESK_SIGN_IN, .tag = 1, .staff = "ani", .pin = "4711"};
	message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->result, RESULT_OK);
	assert_string_equal(message->staff[0].name, "ani");
	desk_message_destroy(message);

	request = (struct desk_request){
		.act = DESK_OPEN_COUNTER, .tag = 2, .counter = 1, .staff = "ani"};
	desk_message_destroy(inbox_ask(thread, &inbox, &request));
	request = (struct desk_request){.act = DESK_ISSUE, .tag = 3};
	message = inbox_ask(thread, &inbox, &request);
	assert_string_equal(message->ticket.number, "K001");
	desk_message_destroy(message);
	inbox_expect_waiting(&inbox, 1);

	request = (struct desk_request){.act = DESK_NEXT, .tag = 4, .counter = 1};
	message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->ticket.state, TICKET_CALLED);
	desk_message_destroy(message);
	message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
	assert_int_equal(message->view->counters[0].state, VIEW_CALLED);
	assert_int_equal(message->view->call_count, 1);
	assert_string_equal(message->view->calls[0].number, "K001");
	desk_message_destroy(message);
	inbox_stop(thread, &inbox);
}

static struct desk_message *arrive(
	struct desk_thread *thread, struct inbox *inbox, const char *code, const char *token)
{
	struct desk_request request = {.act = DESK_ARRIVE, .tag = 5};
	text_copy(request.code, sizeof request.code, code);
	text_copy(request.issue.token, sizeof request.issue.token, token);
	return inbox_ask(thread, inbox, &request);
}

/* A code answers with a ticket; pressed again in the same session with the same; in another it is
 * used. */
static void an_appointment_is_kept_by_messages(void **state)
{
	struct stage *stage = *state;
	struct inbox inbox;
	struct desk_appointment appointment;
	struct desk *desk = stage_desk(stage, "08:30:00");
	int64_t hour = stage_ms(stage, "09:10:00");
	assert_int_equal(desk_appoint(desk, 1, hour, &appointment), RESULT_OK);
	desk_close(desk);
	struct desk_thread *thread = inbox_start(stage, &inbox);
	struct desk_message *message = arrive(thread, &inbox, "XXXXXX", "first");
	assert_int_equal(message->result, RESULT_APPOINTMENT_UNKNOWN);
	desk_message_destroy(message);
	for (int i = 0; i < 2; i++) {
		message = arrive(thread, &inbox, appointment.code, "first");
		assert_int_equal(message->result, RESULT_OK);
		assert_string_equal(message->ticket.number, "J001");
		assert_int_equal(message->ticket.turn_ms, hour - INT64_C(15) * 60000);
		desk_message_destroy(message);
	}
	inbox_expect_waiting(&inbox, 1);
	message = arrive(thread, &inbox, appointment.code, "second");
	assert_int_equal(message->result, RESULT_APPOINTMENT_USED);
	desk_message_destroy(message);
	inbox_stop(thread, &inbox);
}

static void requests_already_posted_are_done(void **state)
{
	struct stage *stage = *state;
	struct inbox inbox;
	struct desk_thread *thread = inbox_start(stage, &inbox);
	const struct desk_request request = {.act = DESK_ISSUE};
	for (int i = 0; i < 20; i++) {
		desk_thread_post(thread, &request);
	}
	inbox_stop(thread, &inbox);
	assert_string_equal(stage_issue(stage, "09:00:00", "KONS").number, "K021");
}

static pid_t issue_elsewhere(const struct stage *stage, long killed_at)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct desk *desk = stage_desk(stage, "09:00:00");
		const struct desk_issue issue = {.service = 0};
		struct ticket ticket;
		killer_arm(killed_at);
		enum result result = desk_issue(desk, &issue, true, &ticket);
		_exit(result == RESULT_OK ? 0 : 1);
	}
	return child;
}

static void another_programs_change_is_seen(void **state)
{
	struct inbox inbox;
	int status;
	struct desk_thread *thread = inbox_start(*state, &inbox);
	inbox_expect_waiting(&inbox, 0);
	for (int i = 1; i <= 5; i++) {
		pid_t child = issue_elsewhere(*state, 0);
		inbox_expect_waiting(&inbox, i);
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(status, 0);
	}
	inbox_stop(thread, &inbox);
}

/* Written, committed, and dead before it could say so: seen a tenth of a second later. */
static void a_change_nobody_was_told_of_is_seen(void **state)
{
	struct inbox inbox;
	int status;
	struct desk_thread *thread = inbox_start(*state, &inbox);
	inbox_expect_waiting(&inbox, 0);
	long last = 0;
	for (long nth = 1; last == 0; nth++) {
		/* Count what one issue writes: its last change is the word to the others. */
		struct stage other;
		stage_init(&other);
		stage_create(&other, "2026-11-23T07:30:00");
		pid_t child = issue_elsewhere(&other, nth);
		assert_int_equal(waitpid(child, &status, 0), child);
		stage_finish(&other);
		last = WIFSIGNALED(status) ? 0 : nth - 1;
	}
	pid_t child = issue_elsewhere(*state, last);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	inbox_expect_waiting(&inbox, 1);
	inbox_stop(thread, &inbox);
}

static void nothing_happens_by_itself(void **state)
{
	struct inbox inbox;
	struct desk_thread *thread = inbox_start(*state, &inbox);
	inbox_expect_waiting(&inbox, 0);
	inbox_drain(&inbox, 300);
	assert_null(inbox_wait(&inbox, 1500));
	/* Nor by looking for slips, which every kiosk does after every change. */
	const struct desk_request request = {.act = DESK_TAKE_SLIP};
	struct desk_message *message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->result, RESULT_OK);
	assert_int_equal(message->slip.id, 0);
	desk_message_destroy(message);
	assert_null(inbox_wait(&inbox, 500));
	inbox_stop(thread, &inbox);
}

static void a_store_that_comes_later_is_opened(void **state)
{
	(void)state;
	struct stage stage;
	struct inbox inbox;
	stage_init(&stage);
	struct desk_thread *thread = inbox_start(&stage, &inbox);
	struct desk_message *message = inbox_wait(&inbox, PATIENCE_MS);
	assert_non_null(message);
	assert_int_equal(message->kind, DESK_MESSAGE_OPENED);
	assert_int_equal(message->result, RESULT_STORE_MISSING);
	assert_non_null(strstr(message->error, stage.store));
	desk_message_destroy(message);
	const struct desk_request request = {.act = DESK_ISSUE};
	message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->result, RESULT_STORE_MISSING);
	desk_message_destroy(message);
	stage_create(&stage, "2026-11-23T07:30:00");
	message = inbox_expect(&inbox, DESK_MESSAGE_OPENED);
	assert_int_equal(message->result, RESULT_OK);
	desk_message_destroy(message);
	inbox_expect_waiting(&inbox, 0);
	inbox_stop(thread, &inbox);
	stage_finish(&stage);
}

/* Takes the store away under the thread, which hears of it by itself: the file of news went too. */
static void lose_store(const struct stage *stage, struct inbox *inbox)
{
	static const char *const endings[] = {"", "-wal", "-shm", "-lock", "-signal"};
	for (int i = 0; i < 5; i++) {
		char path[600];
		text_format(path, sizeof path, "%s%s", stage->store, endings[i]);
		(void)unlink(path);
	}
	struct desk_message *message = inbox_expect(inbox, DESK_MESSAGE_OPENED);
	assert_int_equal(message->result, RESULT_STORE_MISSING);
	desk_message_destroy(message);
}

static void give_store(struct stage *stage, struct inbox *inbox)
{
	stage_create(stage, "2026-11-23T07:30:00");
	struct desk_message *message = inbox_expect(inbox, DESK_MESSAGE_OPENED);
	assert_int_equal(message->result, RESULT_OK);
	desk_message_destroy(message);
}

/* Numbers given from a file that nobody will find again would be given twice. */
static void a_store_replaced_under_us_is_opened_anew(void **state)
{
	struct stage *stage = *state;
	const struct desk_request request = {.act = DESK_ISSUE};
	struct inbox inbox;
	struct desk_thread *thread = inbox_start(stage, &inbox);
	desk_message_destroy(inbox_expect(&inbox, DESK_MESSAGE_OPENED));
	desk_message_destroy(inbox_ask(thread, &inbox, &request));
	inbox_expect_waiting(&inbox, 1);
	lose_store(stage, &inbox);
	struct desk_message *message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->result, RESULT_STORE_MISSING);
	desk_message_destroy(message);
	give_store(stage, &inbox);
	message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->result, RESULT_OK);
	assert_string_equal(message->ticket.number, "K001");
	desk_message_destroy(message);
	inbox_stop(thread, &inbox);
	assert_string_equal(stage_issue(stage, "09:00:00", "KONS").number, "K002");
}

/* One that was chosen after the program began is spoken of once, and lit on. */
static void a_board_is_there_after_the_store_was_lost(void **state)
{
	struct stage *stage = *state;
	const struct desk_request report = {.act = DESK_REPORT_DEVICE, .device = "display-1/board"};
	struct inbox inbox;
	struct presence watcher;
	assert_true(presence_init(&watcher, stage->store));
	struct desk_thread *thread = inbox_start(stage, &inbox);
	desk_message_destroy(inbox_expect(&inbox, DESK_MESSAGE_OPENED));
	assert_false(presence_has_room(&watcher, PRESENCE_BOARD));
	desk_message_destroy(inbox_ask(thread, &inbox, &report));
	assert_true(presence_has_room(&watcher, PRESENCE_BOARD));
	lose_store(stage, &inbox);
	give_store(stage, &inbox);
	assert_true(presence_has_room(&watcher, PRESENCE_BOARD));
	assert_false(presence_has_room(&watcher, PRESENCE_SCREEN));
	inbox_stop(thread, &inbox);
	assert_false(presence_has_room(&watcher, PRESENCE_BOARD));
	presence_finish(&watcher);
}

static void an_act_on_a_replaced_store_is_refused(void **state)
{
	struct stage *stage = *state;
	char away[600];
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	struct desk *desk = stage_desk(stage, "09:00:00");
	text_format(away, sizeof away, "%s.away", stage->store);
	assert_int_equal(rename(stage->store, away), 0);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_STORE_MISSING);
	assert_int_equal(rename(away, stage->store), 0);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
}

/* Another program closes the office for tomorrow morning: the screens get the calendar with the
 * next view, and no second time. */
static void a_change_of_the_calendar_comes_with_a_view(void **state)
{
	const struct stage *stage = *state;
	struct inbox inbox;
	int64_t id = 0;
	struct desk_thread *thread = inbox_start(stage, &inbox);
	struct desk_message *message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
	assert_null(message->office);
	desk_message_destroy(message);
	struct desk *desk = stage_desk(stage, "09:00:00");
	int64_t from = stage_ms(stage, "2026-11-24T08:00:00");
	assert_int_equal(desk_add_closure(desk, from, from + 3600000, "Rapat", &id), RESULT_OK);
	desk_close(desk);
	message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
	while (message->office == NULL) {
		desk_message_destroy(message);
		message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
	}
	assert_int_equal(message->office->closure_count, 1);
	assert_string_equal(message->office->closures[0].reason, "Rapat");
	desk_message_destroy(message);
	stage_issue(stage, "09:00:00", "KONS");
	message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
	assert_null(message->office);
	desk_message_destroy(message);
	inbox_stop(thread, &inbox);
}

/* Words come when they are asked for; that they changed is told by a view with the office. */
static void what_is_published_comes_when_asked_for(void **state)
{
	struct stage *stage = *state;
	struct inbox inbox;
	const struct desk_request request = {.act = DESK_READ_STANDARDS, .tag = 7};
	struct desk_thread *thread = inbox_start(stage, &inbox);
	inbox_expect_waiting(&inbox, 0);
	struct desk_message *message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->result, RESULT_OK);
	assert_non_null(message->standards);
	assert_true(message->standards->count > 20);
	struct standards *standards = message->standards;
	message->standards = NULL;
	desk_message_destroy(message);

	struct desk *desk = stage_desk(stage, "08:30:00");
	standards->count = 2;
	assert_int_equal(desk_set_standards(desk, standards), RESULT_OK);
	desk_close(desk);
	free(standards);
	do {
		message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
		bool told = message->office != NULL;
		desk_message_destroy(message);
		if (told) {
			break;
		}
	} while (true);
	message = inbox_ask(thread, &inbox, &request);
	assert_int_equal(message->standards->count, 2);
	desk_message_destroy(message);
	inbox_stop(thread, &inbox);
}

/* The console died while its counter stood by: started again, it calls nobody by itself. */
static void what_stood_by_before_the_start_ends(void **state)
{
	struct stage *stage = *state;
	struct inbox inbox;
	struct ticket ticket;
	struct desk *desk;
	char error[512];
	const struct desk_options died = {
		.store = stage->store, .at = "2026-11-23T08:30:00", .device = "screen"};
	assert_int_equal(desk_open(&died, &desk, error, sizeof error), RESULT_OK);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	assert_int_equal(desk_stand_by(desk, 1, &ticket), RESULT_OK);
	desk_close(desk);
	struct desk_thread *thread = inbox_start(stage, &inbox);
	struct desk_message *message = inbox_expect(&inbox, DESK_MESSAGE_VIEW);
	assert_int_equal(message->view->counters[0].stand_by_ms, TICKET_NEVER);
	desk_message_destroy(message);
	inbox_stop(thread, &inbox);
	assert_int_equal(stage_issue(stage, "09:01:00", "KONS").state, TICKET_WAITING);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_visit_by_messages, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			an_appointment_is_kept_by_messages, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			requests_already_posted_are_done, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			another_programs_change_is_seen, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			a_change_nobody_was_told_of_is_seen, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			nothing_happens_by_itself, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(a_store_replaced_under_us_is_opened_anew,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(a_board_is_there_after_the_store_was_lost,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			an_act_on_a_replaced_store_is_refused, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			a_change_of_the_calendar_comes_with_a_view, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(what_is_published_comes_when_asked_for,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(what_stood_by_before_the_start_ends,
			stage_set_up_switched, stage_tear_down_right),
		cmocka_unit_test(a_store_that_comes_later_is_opened),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
